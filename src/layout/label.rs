//! Breaking and shortening labels by the rules of Chinese and Latin setting.

use crate::measure::{Font, Measure};

/// May not begin a line.
const NO_START: &str = "，。、；：！？）》」』】〉”’％%‰…,.;:!?)]}·—-～~+℃";
/// May not end a line.
const NO_END: &str = "（《「『【〈“‘([{$¥￥#";

/// The lines of a label that fit `width`, at most `lines` of them, and whether all of it is there.
/// What does not fit ends in an ellipsis; the whole text stays with the datum.
pub fn wrap(text: &str, font: Font, width: f64, lines: usize, measure: &dyn Measure) -> (Vec<String>, bool) {
    let mut done: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if done.len() + 1 >= lines.max(1) {
            let line = shorten(rest, font, width, measure);
            let whole = line == rest;
            done.push(line);
            return (done, whole);
        }
        let end = line_end(rest, font, width, measure);
        done.push(rest[..end].trim_end().to_string());
        rest = rest[end..].trim_start();
    }
    (done, true)
}

/// The text itself if it fits, otherwise as much as does, and an ellipsis.
pub fn shorten(text: &str, font: Font, width: f64, measure: &dyn Measure) -> String {
    if fits(text, font, width, measure) {
        return text.to_string();
    }
    let room = width - measure.width("…", font);
    let end = longest(text, font, room, measure).max(text.chars().next().map_or(0, char::len_utf8));
    [text[..end].trim_end(), "…"].concat()
}

/// A text longer than this many characters is never measured whole.
const LONGEST: usize = 200;

fn fits(text: &str, font: Font, width: f64, measure: &dyn Measure) -> bool {
    text.len() <= 4 * LONGEST && measure.width(text, font) <= width
}

/// The byte length of the longest beginning that fits.
fn longest(text: &str, font: Font, width: f64, measure: &dyn Measure) -> usize {
    let mut ends: Vec<usize> =
        text.char_indices().map(|(start, c)| start + c.len_utf8()).take(LONGEST).collect();
    ends.insert(0, 0);
    // Widths grow with length, so the last end that fits is found by halving.
    let fitting = ends.partition_point(|&end| end == 0 || measure.width(&text[..end], font) <= width);
    ends[fitting.saturating_sub(1)]
}

/// Where the first line ends, in bytes; always past the first character.
fn line_end(text: &str, font: Font, width: f64, measure: &dyn Measure) -> usize {
    if fits(text, font, width, measure) {
        return text.len();
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    let hard = longest(text, font, width, measure).max(first);
    let mut end = hard;
    while end >= first {
        if may_break(text, end) {
            return end;
        }
        end -= text[..end].chars().next_back().map_or(1, char::len_utf8);
    }
    hard
}

/// Whether a line may end before the byte `at`.
fn may_break(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next()) else {
        return true;
    };
    if NO_START.contains(after) || NO_END.contains(before) {
        return false;
    }
    before == ' ' || after == ' ' || before == '-' || !(in_word(before) && in_word(after))
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
        wrap(text, Font::regular(10.0), ems * 10.0, lines, &Tabular).0
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
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(lines("宣传与免费技术服务率", 4.0, 1), ["宣传与…"]);
        assert_eq!(shorten("abc", Font::regular(10.0), 0.0, &Tabular), "a…");
        let long = "很".repeat(10_000);
        assert!(shorten(&long, Font::regular(10.0), 100.0, &Tabular).chars().count() <= 10);
    }
}
