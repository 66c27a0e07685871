//! The head of a table: what stands above the columns, their headings in one row or two, a row of units, and
//! what brackets hold in all of these.

use super::amount::{is_plain, is_unit};
use super::cell::{Kind, Row, cell, unbracketed};
use super::columns::{Column, before_unit_heading, is_unit_heading};
use super::period;
use super::reader::Reader;
use super::table::width;

/// Takes what stands alone above the header: a title, or the unit of all values, which is given back with the rows left.
pub(super) fn above_header<'a>(mut rows: &'a [Row<'a>], reader: &mut Reader) -> (&'a [Row<'a>], &'a str) {
    let mut table_unit = "";
    while let [first, _, ..] = rows
        && let Some(text) = alone(first)
        && rows.iter().take(5).any(|row| alone(row).is_none())
    {
        let unit = stated(text, "unit");
        let column = Column::of(text);
        let title = &mut reader.document.title;
        if let Some(unit) = unit.filter(|unit| is_unit(unit)) {
            table_unit = unit;
        } else if unit.is_none() && (cell(first, 0).is_empty() || column.is_field || column.is_period) {
            break;
        } else if unit.is_none() && title.is_empty() {
            let (stem, unit) = titled(text);
            title.push_str(stem);
            table_unit = if unit.is_empty() { table_unit } else { unit };
        } else {
            reader.document.notes.push(text.to_string());
        }
        rows = &rows[1..];
    }
    (rows, table_unit)
}

/// Reads the first row as the columns' headings, unless it is data already, and gives the rows of data.
pub(super) fn read_header<'a>(
    rows: &'a [Row<'a>],
    columns: &mut Vec<Column<'a>>,
    reader: &mut Reader,
) -> Result<&'a [Row<'a>], &'static str> {
    let header = &rows[0];
    // Whether the first row names columns, and whether the others in it are numbers.
    let (mut is_header, mut is_data) = (false, true);
    for index in 0..width(header.1) {
        let cell = cell(header, index);
        let column = Column::of(cell);
        let kind = Kind::of(cell);
        let is_plain = cell.bytes().all(is_plain);
        is_header |= column.is_field || (index > 0 && column.is_period && !is_plain);
        is_data &= index == 0 || kind == Kind::Plain || (kind == Kind::Worded && width(header.1) == 2);
        columns.push(column);
    }
    if !is_header && columns.len() == 2 {
        if is_data {
            columns.clear();
            columns.push(Column::of("label"));
            columns.push(Column::of("value"));
            return Ok(rows);
        } else if columns.iter().any(|column| column.is_period) {
            let message = "is read as the header, with a year in it; put label,value above it if it is data";
            reader.tell("", &[message]);
        }
    } else if !is_header && is_data && columns.len() > 2 {
        return Err("the first row names no column; put a header such as label,value above it");
    }
    Ok(&rows[1..])
}

/// Reads the rows below the first that still belong to the header: further lines of headings, and a row of units.
pub(super) fn read_more_header<'a>(
    mut header: &'a Row<'a>,
    mut data: &'a [Row<'a>],
    columns: &mut Vec<Column<'a>>,
) -> &'a [Row<'a>] {
    while let [first, _, ..] = data
        && is_header_too(header, first)
    {
        let before = columns.clone();
        // Headings that span several columns leave the others empty in a spreadsheet's text.
        let mut above = 0;
        for index in 0..width(first.1).max(columns.len()) {
            if index == columns.len() {
                columns.push(Column::of(""));
            }
            let (heading, below) = (cell(header, index), cell(first, index));
            if !heading.is_empty() {
                above = index;
            }
            if below.is_empty() || below == cell(header, above) {
                continue;
            }
            columns[index] = match before.get(above) {
                // What spans the years says only that these are values, or years.
                Some(of_all) if of_all.is_field => Column::of(below).under(of_all),
                Some(of_all) => of_all.above(below),
                None => Column::of(below),
            };
        }
        header = first;
        data = &data[1..];
    }
    if let [first, _, ..] = data
        && let units = (1..columns.len()).map(|index| unbracketed(cell(first, index))).enumerate()
        && units.clone().all(|(_, unit)| unit.is_empty() || is_unit(unit))
        && units.clone().any(|(_, unit)| !unit.is_empty())
        && (cell(first, 0).is_empty() || Column::of(cell(first, 0)).name == "unit")
    {
        for (index, unit) in units {
            columns[index + 1].unit = unit;
        }
        data = &data[1..];
    }
    data
}

/// Whether a row goes on with the header: under headings that are empty or stand twice it has others, and no values.
fn is_header_too(header: &Row, row: &Row) -> bool {
    let (mut names, mut spanned) = (0, false);
    for index in 1..width(row.1) {
        let (heading, name) = (cell(header, index), cell(row, index));
        // What spans both rows stands in both.
        if name.is_empty() || name == heading {
            continue;
        }
        if !matches!(Kind::of(name), Kind::Text | Kind::Year) {
            return false;
        }
        let (before, behind) = (cell(header, index - 1), cell(header, index + 1));
        let is_spread = (index > 1 && heading == before) || heading == behind;
        // Of the fields, only values, periods and kinds are spread over several columns; of a row of data that is too long,
        // they are not.
        let above = Column::of(heading);
        let cells = match above.name {
            "value" => width(row.1),
            "year" | "group" => header.1.len().min(width(row.1)),
            _ => 0,
        };
        if above.is_field && (cells == 0 || !(is_spread || (behind.is_empty() && index + 1 < cells))) {
            return false;
        }
        names += 1;
        spanned |= heading.is_empty() || is_spread;
    }
    let corner = cell(row, 0);
    (corner.is_empty() || corner == cell(header, 0)) && names > 1 && spanned
}

/// What stands before the first colon of a text, and behind it.
pub(super) fn split_at_colon(text: &str) -> Option<(&str, &str)> {
    let (at, colon) = text.char_indices().find(|(_, char)| matches!(char, ':' | '：'))?;
    Some((text[..at].trim(), text[at + colon.len_utf8()..].trim()))
}

/// A title, and the unit behind it: 财政支出（单位：万元）, 财政支出 单位：万元.
pub(super) fn titled(text: &str) -> (&str, &str) {
    let Some((stem, inside)) = bracketed(text) else {
        if let Some((at, colon)) = text.char_indices().rfind(|(_, char)| matches!(char, ':' | '：'))
            && let Some(stem) = before_unit_heading(text[..at].trim_end())
            && let unit = text[at + colon.len_utf8()..].trim()
            && is_unit(unit)
        {
            return (stem, unit);
        }
        return (text, "");
    };
    let found = Brackets::of(inside);
    // What else stands in them is said nowhere else.
    match found.unit {
        unit if !is_unit(unit) => (text, ""),
        unit if found.is_one => (stem, unit),
        unit => (text, unit),
    }
}

/// What the brackets behind a heading hold.
#[derive(Default)]
pub(super) struct Brackets<'a> {
    pub(super) unit: &'a str,
    pub(super) period: &'a str,
    /// What is neither.
    pub(super) aside: &'a str,
    /// Whether they say that it is the unit.
    pub(super) is_named: bool,
    /// Whether there is no comma in them.
    pub(super) is_one: bool,
}

impl<'a> Brackets<'a> {
    /// Judges each of the pieces between commas: 万人，2023年 and 2023年，单位：万人.
    pub(super) fn of(inside: &'a str) -> Brackets<'a> {
        let mut found = Brackets { is_one: true, ..Brackets::default() };
        // March 5, 2020 has a comma of its own.
        let is_whole = is_period(inside);
        let (mut from, mut until) = (inside.len(), 0);
        let mut start = 0;
        while start < inside.len() {
            let end = if is_whole { inside.len() } else { comma(inside, start) };
            found.is_one &= end == inside.len();
            let mut piece = inside[start..end].trim();
            let mut at = start;
            if let Some((name, said)) = split_at_colon(piece) {
                found.is_named |= is_unit_heading(name);
                at = end - said.len();
                piece = said;
            }
            if matches!(piece, "'000" | "’000" | "000s") {
                piece = "thousand";
            }
            if is_period(piece) {
                if !found.period.is_empty() {
                    // Of two periods, neither is the column's.
                    return Brackets { aside: inside, ..Brackets::default() };
                }
                found.period = piece;
            } else if found.unit.is_empty() && (is_unit(piece) || is_like_unit(piece)) {
                found.unit = piece;
            } else {
                (from, until) = (from.min(at), end);
            }
            start = end + inside[end..].chars().next().map_or(0, char::len_utf8);
        }
        found.aside = inside.get(from..until).unwrap_or_default().trim();
        found
    }
}

/// Where the next comma stands that parts no digits, or the end.
fn comma(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    for (at, char) in text[start..].char_indices() {
        let at = start + at;
        if matches!(char, '，' | '；' | ';')
            || (char == ',' && !(is_digit(at.wrapping_sub(1)) && is_digit(at + 1)))
        {
            return at;
        }
    }
    text.len()
}

/// Whether a text in brackets is a period: 1000 may be one of thousands.
fn is_period(text: &str) -> bool {
    period::is_likely(text) || (period::parse(text).is_some() && !is_unit(text))
}

/// Whether a text begins with a year, and then goes on as one does.
pub(super) fn begins_with_year(text: &str) -> bool {
    let (year, rest) = text.split_at_checked(4).unwrap_or_default();
    period::is_likely(year) && rest.starts_with(['年', '-', '–', '—', '/', '至'])
}

/// Whether a text is a span of time that is no period: 2011年上半年, 2011年1-11月, 2011/12, FY2011.
pub(super) fn is_span(text: &str) -> bool {
    if let Some(year) = text.strip_prefix("FY") {
        return period::parse(year).is_some();
    }
    let Some((year, rest)) = text.split_at_checked(4) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim_start_matches('年');
    let months = rest.trim_end_matches('月');
    let parts = months.split_once(['-', '–', '—', '/', '至']);
    let is_of_numbers = parts.is_some_and(|(from, to)| {
        let to = to.trim_start_matches('—');
        is_number(to) && (if from.is_empty() { to.len() == 2 } else { is_number(from) && months != rest })
    });
    let is_of_words = matches!(rest, "上半年" | "下半年" | "前三季度" | "前三季" | "全年");
    (is_of_numbers || is_of_words) && period::is_likely(year) && period::parse(text).is_none()
}

/// Whether a text is hardly a name, though no unit that is known by itself: ℃, mg/L, per 1,000, 头.
fn is_like_unit(text: &str) -> bool {
    const WORDS: &str = "g|mg|cm|mm|l|ml|oz|lb|ft|in|mi|ppm|ppb|hz|pa|kpa|hpa|mpa|db|kj|mj|kcal|cal|mol|kb|mb|gb|tb|psi|\
                         头|羽|尾|株|匹|艘|斤|克|毫克|厘米|毫米|升|毫升|分钟|秒|学时|课时|标准箱";
    let is_sign = |char: char| {
        matches!(char, '%' | '‰' | '$' | '€' | '£' | '¥' | '/' | '²' | '³' | '°' | '℃' | '℉' | 'µ' | 'μ')
    };
    let is_word = |word: &str| word.eq_ignore_ascii_case(text);
    if begins_with_year(text) {
        return false;
    }
    text.starts_with("per ")
        || text.starts_with("每")
        || text.chars().any(is_sign)
        || WORDS.split('|').any(is_word)
}

/// A text, and what stands in brackets at its end.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (end, last) = text.char_indices().next_back()?;
    if !matches!(last, ')' | '）' | ']' | '】') {
        return None;
    }
    let opens = |&(_, char): &(usize, char)| matches!(char, '(' | '（' | '[' | '【');
    let (open, sign) = text.char_indices().rfind(opens)?;
    (open > 0).then(|| (text[..open].trim(), text[open + sign.len_utf8()..end].trim()))
}

/// The only text of a row, if it has no other; a cell that spans others stands in each of them.
pub(super) fn alone<'a>(row: &Row<'a>) -> Option<&'a str> {
    let mut cells = row.1.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let first = cells.next()?;
    let mut spanned = cells.peekable();
    let is_alone = spanned.peek().is_none() || Kind::of(first) == Kind::Text;
    (is_alone && spanned.all(|cell| cell == first)).then_some(first)
}

/// What a text says of what it names: 万元 in 单位：万元.
pub(super) fn stated<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (found, said) = split_at_colon(unbracketed(text))?;
    (Column::of(found).name == name).then_some(said)
}
