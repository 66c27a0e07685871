//! What the cells of a table hold.

use super::amount::is_plain;
use super::period;
use crate::figures::Bound;
use crate::quantity;
use std::borrow::Cow;

/// How many rows are looked at to tell what a column holds.
pub(super) const SAMPLE: usize = 200;

/// A row with its number.
pub(super) type Row<'a> = (usize, &'a [String]);

/// A cell without the space around it; cells that the row lacks are empty.
pub(super) fn cell<'a>(row: &Row<'a>, index: usize) -> &'a str {
    row.1.get(index).map_or("", |cell| cell.trim())
}

/// What a cell, or most cells of a column, hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing, or a sign for it.
    Gap,
    Text,
    /// A quantity with words: 40余万元, and months such as 3月.
    Worded,
    /// A number as programs write it.
    Plain,
    /// A period, or four digits that may be a year.
    Year,
}

impl Kind {
    pub(super) fn of(cell: &str) -> Kind {
        let cell = &*clean(cell.trim());
        if is_gap(cell) {
            Kind::Gap
        } else if period::is_likely(cell) {
            Kind::Year
        } else if cell.bytes().all(is_plain) {
            Kind::Plain
        } else if quantity::parse(cell).is_some() {
            Kind::Worded
        } else {
            Kind::Text
        }
    }

    /// What the cells of a column hold: quantities if more than half of them are.
    pub(super) fn of_column(rows: &[Row], index: usize) -> Kind {
        let mut counts = [0; 5];
        for row in rows.iter().take(SAMPLE) {
            counts[Kind::of(cell(row, index)) as usize] += 1;
        }
        let [_, texts, worded, plain, years] = counts;
        match worded + plain + years {
            0 if texts == 0 => Kind::Gap,
            quantities if texts >= quantities => Kind::Text,
            quantities if years == quantities + texts => Kind::Year,
            quantities if worded * 2 < quantities => Kind::Plain,
            _ => Kind::Worded,
        }
    }
}

/// Whether a cell says that there is no value.
pub(super) fn is_gap(cell: &str) -> bool {
    const WORDS: &str = "n/a|na|n.a.|#n/a|nan|null|none|/|:|.|[x]|[c]|[z]|[u]|不适用|不適用|无|無|缺|暂无|暫無|暂缺|暂无数据|不详|不詳|未公布|未统计";
    is_dash(cell) || WORDS.split('|').any(|word| word.eq_ignore_ascii_case(cell))
}

/// Whether a cell is empty or holds what stands for nothing in every column; NA may be a name.
pub(super) fn is_dash(cell: &str) -> bool {
    matches!(cell, "" | "-" | "－" | "--" | "---" | "–" | "—" | "——" | "…" | "……" | ".." | "...")
}

/// A quantity as it would be written elsewhere: footnotes stand apart, and bookkeepers put what is negative in brackets.
pub(super) fn clean(cell: &str) -> Cow<'_, str> {
    let bare = without_marks(cell);
    if bare.eq_ignore_ascii_case("nil") {
        return Cow::Borrowed("0");
    }
    let mut inner = bare.chars();
    // 3.1%↓ is a fall too.
    let before = bare.trim_end_matches(&['↑', '↓'][..]).trim_end();
    if !before.is_empty() && before.len() < bare.len() {
        if !before.contains('.') && !before.ends_with(['%', '％', '‰', '成', '点', '點', 'p']) {
            // Beside a level of 35 it says where that came from.
            return Cow::Borrowed(before);
        }
        let mut turned = String::from(if bare.ends_with('↓') { "↓" } else { "↑" });
        turned.push_str(before);
        return Cow::Owned(turned);
    }
    if let (Some('(' | '（'), Some(')' | '）')) = (inner.next(), inner.next_back())
        && quantity::parse(inner.as_str())
            .is_some_and(|read| read.amount.bound == Bound::Exact && read.amount.value > 0.0)
    {
        let mut negative = String::from("-");
        negative.push_str(inner.as_str());
        return Cow::Owned(negative);
    }
    Cow::Borrowed(bare)
}

/// Whether a digit is raised, as the number of a footnote is.
fn is_raised(char: char) -> bool {
    matches!(char, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

/// A text without the marks of footnotes, and the full stop, at its end: 1,234*, 98.5%², 2000余人[1].
fn without_marks(text: &str) -> &str {
    let mut bare = text;
    while let Some(rest) = without_mark(bare) {
        bare = rest;
    }
    bare
}

/// A text without the last such mark, if it has one.
pub(super) fn without_mark(text: &str) -> Option<&str> {
    let last = text.chars().next_back()?;
    let rest = &text[..text.len() - last.len_utf8()];
    match last {
        '*' | '＊' | '†' | '‡' | '。' | ' ' | '①'..='⑳' => Some(rest),
        _ if is_raised(last) => {
            let bare = rest.trim_end_matches(is_raised);
            // m², 米³ and 10⁻⁴ have no footnote.
            let is_power_of_unit = matches!(last, '²' | '³');
            let is_unit = |char: char| {
                (is_power_of_unit && char.is_ascii_alphabetic())
                    || matches!(char, '米' | '里' | '尺' | '寸' | '⁻')
            };
            let is_power = bare
                .strip_suffix("10")
                .is_some_and(|before| before.is_empty() || before.trim_end().ends_with(['×', 'x', '*']));
            (!(bare.is_empty() || bare.ends_with(is_unit) || is_power)).then_some(bare)
        }
        ']' => {
            let (before, note) = rest.rsplit_once('[')?;
            let word = note.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
            let is_note = match word.len() {
                0 => !note.is_empty(),
                1 => word == note && word.as_bytes()[0].is_ascii_alphabetic(),
                _ => "note|nb|注|註".split('|').any(|name| name.eq_ignore_ascii_case(word)),
            };
            is_note.then_some(before)
        }
        // 5.2(p) is provisional, and so on.
        ')' if ["(p", "(r", "(e", "(b", "(s", "(f"].iter().any(|flag| rest.ends_with(flag)) => {
            Some(&rest[..rest.len() - 2])
        }
        _ => None,
    }
}

/// Whether a unit may be put in such.
fn is_bracket(char: char) -> bool {
    matches!(char, '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】')
}

/// A text without the brackets around it.
pub(super) fn unbracketed(text: &str) -> &str {
    let mut inner = text.chars();
    let ends = (inner.next(), inner.next_back());
    if ends.0.is_some_and(is_bracket) && ends.1.is_some_and(is_bracket) { inner.as_str() } else { text }
}
