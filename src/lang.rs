//! The reader's language and how it writes numbers.

/// A language whose words are complete. Every other one reads English words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Chinese in simplified characters.
    ZhHans,
    /// Chinese in traditional characters.
    ZhHant,
    /// English.
    En,
}

/// A language with its marks for numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// Whose words are used.
    pub lang: Lang,
    /// Between whole part and fraction.
    pub decimal: char,
    /// Between groups of three digits; `None` writes none.
    pub group: Option<char>,
    /// From how many digits before the decimal mark on they are grouped.
    pub grouped_from: i32,
    /// How many digits there are in every group but the last one, which has three.
    pub step: i32,
    /// Whether there is a space between a number and its %.
    pub parts_percent: bool,
    /// The greatest scale of numbers that share an axis; see `format::common_scale`.
    pub cap: i32,
    /// The two letters of the language, in lower case: the suffix of fields such as `label_fr`.
    pub suffix: [u8; 2],
}

impl Lang {
    /// The language of a BCP 47 tag; English where there are no words of its own.
    pub fn from_tag(tag: &str) -> Lang {
        let tag = tag.as_bytes();
        let mut subtags = tag.split(|byte| matches!(byte, b'-' | b'_'));
        if !subtags.next().is_some_and(|first| first.eq_ignore_ascii_case(b"zh")) {
            return Lang::En;
        }
        // A script subtag decides; without one the region does.
        let mut lang = Lang::ZhHans;
        for subtag in subtags {
            if subtag.eq_ignore_ascii_case(b"hant") {
                return Lang::ZhHant;
            }
            if subtag.eq_ignore_ascii_case(b"hans") {
                return Lang::ZhHans;
            }
            if [b"tw", b"hk", b"mo"].iter().any(|region| subtag.eq_ignore_ascii_case(*region)) {
                lang = Lang::ZhHant;
            }
        }
        lang
    }

    /// Whether it is written in Chinese characters.
    pub fn is_chinese(self) -> bool {
        self != Lang::En
    }
}

impl Locale {
    /// Whether a group of digits begins before the `left` last ones of all `whole`.
    pub(crate) fn is_group(&self, whole: i32, left: i32) -> bool {
        whole >= self.grouped_from && left >= 3 && (left - 3) % self.step == 0
    }

    /// The locale of a BCP 47 tag with the marks that Chinese and English use.
    pub fn from_tag(tag: &str) -> Locale {
        let mut suffix = [b'e', b'n'];
        if let [first, second, rest @ ..] = tag.as_bytes()
            && matches!(rest, [] | [b'-' | b'_', ..])
        {
            suffix = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
        }
        let lang = Lang::from_tag(tag);
        Locale {
            lang,
            decimal: '.',
            group: Some(','),
            grouped_from: 4,
            step: 3,
            parts_percent: false,
            cap: i32::MAX,
            suffix,
        }
    }
}
