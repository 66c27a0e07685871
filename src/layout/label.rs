//! Breaking and shortening labels by the rules of Chinese and Latin setting.

use crate::format;
use crate::measure::{Font, Measure};

/// May not begin a line.
const NO_START: &str = "，。、；：！？）》」』】〉”’％%‰…,.;:!?)]}·—-～~+℃";
/// May not end a line.
const NO_END: &str = "（《「『【〈“‘([{$¥￥#";

/// Adds the lines of a label that fit `width`, at most `lines` of them and a line feed between each two, and says
/// whether all of it is there. What does not fit ends in an ellipsis; the whole text stays with the datum.
pub fn wrap(
    text: &str,
    font: Font,
    width: f64,
    lines: usize,
    measure: &dyn Measure,
    out: &mut String,
) -> bool {
    let mut rest = text.trim();
    for _ in 1..lines {
        let (line, more) = rest.split_at(line_end(rest, font, width, measure));
        out.push_str(line.trim());
        rest = more.trim();
        if rest.is_empty() {
            return true;
        }
        out.push('\n');
    }
    let last = shorten(rest, font, width, measure);
    out.push_str(&last);
    last == rest
}

/// The lines of a label in one, with a space again between words.
pub fn joined(label: &str) -> String {
    let mut text = String::new();
    for line in label.split('\n') {
        let before = text.chars().next_back().unwrap_or(' ');
        let is_quarter = before.is_ascii_digit() && line.starts_with("Q");
        if in_word(before) && before != '-' && line.starts_with(in_word) && !is_quarter {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// A value to stand in one line with this name: after letters that run leftwards its digits and signs would change places.
pub fn isolated(value: &str, name: &str) -> String {
    let leftwards = |char| matches!(char, '\u{590}'..='\u{8ff}');
    if name.contains(leftwards) {
        format::concat(&["\u{2066}", value, "\u{2069}"])
    } else {
        value.to_string()
    }
}

/// The text itself if it fits, otherwise as much as does, and an ellipsis.
pub fn shorten(text: &str, font: Font, width: f64, measure: &dyn Measure) -> String {
    let end = longest(text, font, width, measure);
    if end == text.len() {
        return text.to_string();
    }
    let end = longest(text, font, width - measure.width("…", font), measure);
    let mut text = text[..end].trim().to_string();
    text.push('…');
    text
}

/// A text longer than this many bytes is never measured whole.
const LONGEST: usize = 800;

/// The byte length of the longest beginning that fits; at least the first character.
fn longest(text: &str, font: Font, width: f64, measure: &dyn Measure) -> usize {
    let fits = |end: usize| measure.width(text.get(..end).unwrap_or_default(), font) <= width;
    let mut high = text.floor_char_boundary(LONGEST);
    if high == text.len() && fits(high) {
        return high;
    }
    let mut low = text.ceil_char_boundary(1);
    // Widths grow with length, so the last end that fits is found by halving.
    while low < high {
        let middle = text.ceil_char_boundary((low + high).div_ceil(2));
        if fits(middle) {
            low = middle;
        } else {
            high = text.floor_char_boundary(middle - 1);
        }
    }
    low
}

/// Where the first line ends, in bytes; always past the first character.
fn line_end(text: &str, font: Font, width: f64, measure: &dyn Measure) -> usize {
    let hard = longest(text, font, width, measure);
    let (mut end, mut before) = (0, ' ');
    for (at, after) in text.char_indices() {
        if at > hard {
            break;
        }
        if at > 0 && may_break(before, after) {
            end = at;
        }
        before = after;
    }
    if end == 0 || hard == text.len() { hard } else { end }
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: char) -> bool {
    if NO_START.chars().any(|c| c == after) || NO_END.chars().any(|c| c == before) {
        return false;
    }
    // 2011年 is one word.
    if before.is_ascii_digit() && matches!(after, '年' | '月' | '日') {
        return false;
    }
    // A narrow column has room for 2011 above Q2.
    let is_quarter = before.is_ascii_digit() && after == 'Q';
    is_quarter || before == ' ' || after == ' ' || before == '-' || !(in_word(before) && in_word(after))
}

/// Part of a word or number that is set without breaks: everything before the Chinese, Japanese and Korean blocks.
fn in_word(c: char) -> bool {
    c < '\u{2e80}' && c != ' '
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Tabular;

    fn lines(text: &str, ems: f64, lines: usize) -> Vec<String> {
        let mut out = String::new();
        wrap(text, Font::regular(10.0), ems * 10.0, lines, &Tabular, &mut out);
        out.split('\n').map(String::from).collect()
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_punctuation() {
        assert_eq!(lines("宣传与免费技术服务率", 6.0, 2), ["宣传与免费技", "术服务率"]);
        assert_eq!(lines("资助对象，困难户", 4.0, 3), ["资助对", "象，困难", "户"]);
        assert_eq!(lines("印发彩页（张）", 5.0, 2), ["印发彩页", "（张）"]);
    }

    #[test]
    fn latin_words_and_numbers_stay_whole() {
        assert_eq!(lines("Persons trained", 5.0, 2), ["Persons", "trained"]);
        assert_eq!(lines("共2011年", 3.0, 3), ["共", "2011", "年"]);
        assert_eq!(lines("2011Q2", 3.0, 3), ["2011", "Q2"]);
    }

    #[test]
    fn lines_become_the_text_that_they_were() {
        for text in
            ["Towns and their suburbs", "宣传与免费技术服务率", "Half-yearly 2011", "共2011年", "2011Q2"]
        {
            assert_eq!(joined(&lines(text, 5.0, 9).join("\n")), text);
        }
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(lines("宣传与免费技术服务率", 4.0, 1), ["宣传与…"]);
        assert_eq!(shorten("abc", Font::regular(10.0), 0.0, &Tabular), "a…");
        let long = "很".repeat(10_000);
        assert!(shorten(&long, Font::regular(10.0), 100.0, &Tabular).chars().count() <= 10);
    }
}
