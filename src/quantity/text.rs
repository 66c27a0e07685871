//! The text under the reader: its characters in one width, and words found in it.

/// The longest plain `f64` has 326 characters, so no quantity is longer.
const LONGEST: usize = 1000;

/// The text with narrow characters, single spaces, and none where only English words need one.
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
            _ if char.is_whitespace() => ' ',
            // Zero-width characters and direction marks come with pasted text.
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
            '−' | '﹣' | '‐' | '‑' => '-',
            '≧' | '⩾' => '≥',
            '≦' | '⩽' => '≤',
            '∼' => '~',
            '￥' => '¥',
            _ => char,
        };
        if last == ' ' {
            let is_english = before.is_ascii() && char.is_ascii();
            if char == ' ' {
                continue;
            } else if !is_english
                && before != '–'
                && !before.is_ascii_alphabetic()
                && !char.is_ascii_alphabetic()
            {
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

/// A text that is read from its beginning.
#[derive(Clone, Copy, Default)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
}

impl Cursor<'_> {
    /// The first character; NUL at the end.
    pub(super) fn first(&self) -> char {
        self.rest.chars().next().unwrap_or('\0')
    }

    /// Goes on by a character.
    pub(super) fn skip(&mut self) {
        let mut chars = self.rest.chars();
        chars.next();
        self.rest = chars.as_str();
    }

    /// Goes on to the first character that is no space.
    pub(super) fn skip_spaces(&mut self) {
        while self.first() == ' ' {
            self.skip();
        }
    }

    /// Takes the first of the words, separated by `|`, that stands here.
    pub(super) fn take(&mut self, words: &str) -> bool {
        self.take_one(words).is_some()
    }

    /// Takes the first of the words that stands here, in any letter case; its place among them. A word ends where
    /// letters do.
    pub(super) fn take_one(&mut self, words: &str) -> Option<usize> {
        // Most values begin with a digit, and no word does.
        if self.rest.is_empty() || self.first().is_ascii_digit() {
            return None;
        }
        for (index, word) in pieces(words).enumerate() {
            if let Some((found, rest)) = self.rest.split_at_checked(word.len())
                && found.eq_ignore_ascii_case(word)
                && !(is_letter(word.bytes().next_back()) && is_letter(rest.bytes().next()))
            {
                self.rest = rest;
                return Some(index);
            }
        }
        None
    }

    /// Whether one of the words stands here.
    pub(super) fn sees(mut self, words: &str) -> bool {
        self.take(words)
    }

    /// Takes the first of the words, separated by `|`, with which the text ends.
    pub(super) fn take_end(&mut self, words: &str) -> bool {
        for word in pieces(words) {
            if let Some((rest, found)) = self.rest.split_at_checked(self.rest.len().wrapping_sub(word.len()))
                && found.eq_ignore_ascii_case(word)
            {
                self.rest = rest;
                return true;
            }
        }
        false
    }
}

/// The words between `|`: like `split`, whose search is made for long texts and slow on these.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let mut left = Some(words);
    std::iter::from_fn(move || {
        let words = left?;
        let end = words.bytes().position(|byte| byte == b'|').unwrap_or(words.len());
        left = words.get(end + 1..);
        words.get(..end)
    })
}

fn is_letter(byte: Option<u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphabetic())
}

/// Whether `set` has the character.
pub(super) fn is_in(char: char, set: &str) -> bool {
    set.chars().any(|other| other == char)
}

pub(super) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}')
}
