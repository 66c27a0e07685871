//! The text under the reader: its characters in one width, and words found in it.

/// The longest plain `f64` has 326 characters, so no quantity is longer.
const LONGEST: usize = 1000;

/// The text with narrow characters, single spaces, and none beside Chinese characters unless letters need it.
///
/// `None` for a text too long to be a quantity.
pub(super) fn plain(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let mut plain = String::new();
    let (mut before, mut last) = ('\0', '\0');
    for char in text.trim().chars() {
        let char = match char {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(char as u32 - 0xfee0).unwrap_or(char),
            '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
            // Zero-width characters and direction marks come with pasted text.
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
            '−' | '﹣' | '‐' | '‑' => '-',
            '￥' => '¥',
            _ => char,
        };
        if last == ' ' {
            let touches = (is_han(char) && !before.is_ascii_alphabetic())
                || (is_han(before) && !char.is_ascii_alphabetic());
            if char == ' ' {
                continue;
            } else if touches {
                plain.pop();
            }
        }
        match char {
            '廿' => plain.push_str("二十"),
            '卅' => plain.push_str("三十"),
            _ => plain.push(char),
        }
        (before, last) = (last, char);
    }
    Some(plain)
}

/// What is left of a text when a word is taken off its beginning (or its end), in any letter case. A word ends where
/// letters do.
pub(super) fn without<'a>(text: &'a str, word: &str, at_end: bool) -> Option<&'a str> {
    let middle = if at_end { text.len().checked_sub(word.len())? } else { word.len() };
    let (head, tail) = text.split_at_checked(middle)?;
    let (found, rest) = if at_end { (tail, head) } else { (head, tail) };
    let is_part = !at_end && ends_in_letter(word) && starts_with_letter(rest);
    (found.eq_ignore_ascii_case(word) && !is_part).then_some(rest)
}

/// Which of the words, separated by `|`, a text begins (or ends) with, and what is left without it. The first counts.
pub(super) fn any<'a>(text: &'a str, words: &str, at_end: bool) -> Option<(usize, &'a str)> {
    for (index, word) in words.split('|').enumerate() {
        if let Some(rest) = without(text, word, at_end) {
            return Some((index, rest));
        }
    }
    None
}

/// What follows the first of the words, separated by `|`, that a text begins with.
pub(super) fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    any(text, words, false).map(|(_, rest)| rest)
}

/// The first character; NUL if there is none.
pub(super) fn first(text: &str) -> char {
    text.chars().next().unwrap_or('\0')
}

/// Whether `set` has the character.
pub(super) fn is_in(char: char, set: &str) -> bool {
    set.chars().any(|other| other == char)
}

pub(super) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}')
}

fn starts_with_letter(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
}

fn ends_in_letter(text: &str) -> bool {
    text.as_bytes().last().is_some_and(u8::is_ascii_alphabetic)
}
