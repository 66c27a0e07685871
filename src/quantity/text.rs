//! The text under the reader, with the variants of its characters folded together.

/// No quantity is longer; the longest plain `f64` has 326 characters.
const LONGEST: usize = 1000;

/// Characters as written (only widths folded) and, at the same index, as compared.
pub(super) struct Text {
    raw: Vec<char>,
    folded: Vec<char>,
}

impl Text {
    /// `None` for a text too long to be a quantity.
    pub(super) fn new(text: &str) -> Option<Text> {
        let mut folded_text = Text { raw: Vec::new(), folded: Vec::new() };
        for char in text.trim().chars() {
            // Zero-width characters and direction marks come with pasted text.
            if matches!(char, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') {
                continue;
            }
            if folded_text.raw.len() == LONGEST {
                return None;
            }
            let narrow = narrow(char);
            folded_text.raw.push(narrow);
            folded_text.folded.push(fold(narrow));
        }
        Some(folded_text)
    }

    /// The folded character at `pos`; NUL past the end.
    pub(super) fn at(&self, pos: usize) -> char {
        self.folded.get(pos).copied().unwrap_or('\0')
    }

    pub(super) fn len(&self) -> usize {
        self.folded.len()
    }

    /// The first position from `pos` on that is no space.
    pub(super) fn skip_spaces(&self, mut pos: usize) -> usize {
        while is_space(self.at(pos)) {
            pos += 1;
        }
        pos
    }

    /// The end without the spaces before it, never below `start`.
    pub(super) fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start && is_space(self.at(end - 1)) {
            end -= 1;
        }
        end
    }

    /// Where `pattern` ends if it stands at `pos`. A space in it stands for one or more; words end where letters do.
    pub(super) fn match_at(&self, pattern: &str, mut pos: usize) -> Option<usize> {
        let mut last = '\0';
        for char in pattern.chars() {
            if !same(self.at(pos), char) {
                return None;
            }
            pos = if char == ' ' { self.skip_spaces(pos) } else { pos + 1 };
            last = char;
        }
        (!(last.is_ascii_alphabetic() && self.at(pos).is_ascii_alphabetic())).then_some(pos)
    }

    /// Which of the words, separated by `|`, stands at `pos`, and where it ends. The longest of them counts.
    pub(super) fn match_word(&self, words: &str, pos: usize) -> Option<(u32, usize)> {
        let mut best = None;
        for (index, word) in (0..).zip(words.split('|')) {
            if let Some(end) = self.match_at(word, pos)
                && best.is_none_or(|(_, longest)| end > longest)
            {
                best = Some((index, end));
            }
        }
        best
    }

    /// Where the longest of the words, separated by `|`, ends if one stands at `pos`.
    pub(super) fn match_any(&self, words: &str, pos: usize) -> Option<usize> {
        self.match_word(words, pos).map(|(_, end)| end)
    }

    /// Whether the stretch reads `pattern`, but for variants of its characters.
    pub(super) fn is(&self, pattern: &str, start: usize, end: usize) -> bool {
        self.match_at(pattern, start) == Some(end)
    }

    /// The stretch as written, its inner spaces single.
    pub(super) fn written(&self, start: usize, end: usize) -> String {
        let mut written = String::new();
        for &char in self.raw.get(start..end).unwrap_or_default() {
            if !is_space(char) {
                written.push(char);
            } else if !written.is_empty() && !written.ends_with(' ') {
                written.push(' ');
            }
        }
        written.truncate(written.trim_end().len());
        written
    }

    /// Whether the character at `pos` is written as a capital.
    pub(super) fn is_capital(&self, pos: usize) -> bool {
        self.raw.get(pos).is_some_and(char::is_ascii_uppercase)
    }
}

/// Whether `set` has the character. The standard library's search for one is as large as the rest of this file.
pub(super) fn is_in(char: char, set: &str) -> bool {
    set.chars().any(|other| other == char)
}

/// A space that never groups digits, or one that may.
pub(super) fn is_space(char: char) -> bool {
    char == ' ' || char == GROUP_SPACE
}

/// What the spaces that may stand between groups of digits are folded to.
pub(super) const GROUP_SPACE: char = '\u{a0}';

fn same(found: char, pattern: char) -> bool {
    found == pattern || (pattern == ' ' && found == GROUP_SPACE)
}

/// Full-width forms and spaces to their narrow ones.
fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(char as u32 - 0xfee0).unwrap_or(char),
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => GROUP_SPACE,
        '\t' | '\n' | '\r' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => ' ',
        '￥' => '¥',
        '﹪' => '%',
        _ => char,
    }
}

/// Letter case, dashes, and the traditional characters that the parser's own words contain.
fn fold(char: char) -> char {
    match char {
        'A'..='Z' => char.to_ascii_lowercase(),
        '−' | '﹣' | '‐' | '‑' => '-',
        '〜' | '∼' => '~',
        '‧' | '・' | '•' => '·',
        '○' => '〇',
        '萬' => '万',
        '億' => '亿',
        '餘' => '余',
        '兩' => '两',
        '幾' => '几',
        '數' => '数',
        '負' => '负',
        '點' => '点',
        '個' => '个',
        '過' => '过',
        '達' => '达',
        '總' => '总',
        '計' => '计',
        '僅' => '仅',
        '隻' | '祇' => '只',
        '為' | '爲' => '为',
        '於' => '于',
        '內' => '内',
        '約' => '约',
        '將' => '将',
        '幣' => '币',
        '從' => '从',
        '間' => '间',
        '與' => '与',
        '無' => '无',
        '滿' => '满',
        '還' => '还',
        _ => char,
    }
}
