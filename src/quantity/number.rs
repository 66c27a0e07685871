//! One number, in digits, Chinese numerals or English words: 2,356, 3.5万, 三千二百万, 十几, "two hundred and fifty".

use super::cue::Cue;
use super::digits;
use super::text::{Cursor, is_in};
use crate::decimal::scaled;

/// English numerals: up to nineteen, then the tens.
const WORDS: &str = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\
                     sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

/// Words that multiply, and the power of ten of each; those before `SMALL` take one term, the others all before them.
const MULTIPLIERS: &str = "十|百|千|hundred|万|萬|亿|億|thousand|thousands|million|millions|mn|mln|billion|bn|\
                           trillion|tn|trn|lakh|crore|billions|trillions|lakhs|crores|bln";
const POWERS: &[u8] = &[1, 2, 3, 2, 4, 4, 8, 8, 3, 3, 6, 6, 6, 6, 9, 9, 12, 12, 12, 5, 7, 9, 12, 5, 7, 9];
const SMALL: usize = 4;

/// What begins like a multiplier and is a unit.
const UNITS: &str = "百分|千瓦|千克|千米|千卡|千伏|千帕|千赫";

/// Denominators as words, from three on, each in singular and plural.
pub(super) const DENOMINATORS: &str = "third|thirds|quarter|quarters|fifth|fifths";

/// A number, and how far the sum of its terms has got.
#[derive(Default)]
pub(super) struct Number {
    pub(super) value: f64,
    /// The other one of two neighbours, as in 两三百; otherwise the same.
    pub(super) high: f64,
    /// What 余, 多, 几 or 来 inside the number says.
    pub(super) mark: Cue,
    /// Opens with a multiplier, as 百 in 近百人: a number only beside a cue or mark.
    pub(super) bare: bool,
    /// Whether there is any multiplier, and whether one of those that multiply all before them.
    pub(super) multiplied: bool,
    pub(super) scaled: bool,
    /// The power of ten that the second number of a range lends to the first: 4 in 3–5万.
    pub(super) lent: i32,
    /// The part of `lent` that multiplies all before it: 4 in 至五百万.
    pub(super) lent_scale: i32,
    /// How many terms have been read, and the last of them.
    terms: u32,
    term: f64,
    /// The last term is one digit, which may take the place below the multiplier before it: 一万五.
    single: bool,
    /// Power of the last multiplier; zero behind a term that has none yet.
    last: i32,
    /// Power of the multiplier before the last term.
    above: i32,
}

/// Whether a number in digits or Chinese numerals may begin here.
pub(super) fn begins(text: Cursor) -> bool {
    digits::digit(text.first()).is_some() || is_in(text.first(), "十百千万亿") || take_vague(&mut { text })
}

/// Takes a multiplier: its place in the table.
fn take_multiplier(text: &mut Cursor) -> Option<usize> {
    let mut ahead = *text;
    ahead.skip_spaces();
    let index = if ahead.sees(UNITS) { None } else { ahead.take_one(MULTIPLIERS) };
    if index.is_some() {
        *text = ahead;
    }
    index
}

/// Whether a multiplier stands here.
pub(super) fn is_multiplier(mut text: Cursor) -> bool {
    take_multiplier(&mut text).is_some()
}

/// Takes 几 or 数 where it stands for a digit: a multiplier must follow.
pub(super) fn take_vague(text: &mut Cursor) -> bool {
    let mut ahead = *text;
    let is_vague = ahead.take("几|幾|数|數") && is_multiplier(ahead);
    if is_vague {
        *text = ahead;
    }
    is_vague
}

impl Number {
    /// Digits without a multiplier or mark.
    pub(super) fn is_plain(&self) -> bool {
        !self.multiplied && self.mark == Cue::None
    }

    /// Takes the number that stands here; `false` if there is none.
    pub(super) fn read(&mut self, text: &mut Cursor) -> bool {
        let mut other = Number::default();
        let is_number = other.sum(&mut { *text }, true) && self.sum(text, false);
        self.high = other.value;
        is_number
    }

    /// Adds up the terms; of two neighbours the second one if `high`.
    fn sum(&mut self, text: &mut Cursor, high: bool) -> bool {
        while self.mark == Cue::None && self.read_term(text, high) {
            self.read_mark(text);
            self.read_letter(text);
            loop {
                let mut ahead = *text;
                let Some(index) = take_multiplier(&mut ahead) else { break };
                let power = POWERS.get(index).copied().unwrap_or_default().into();
                if !self.multiply(power, index < SMALL) {
                    break;
                }
                *text = ahead;
                self.read_mark(text);
            }
        }
        if self.single && self.above > 1 && (self.last == 0 || (self.last, self.above) == (3, 8)) {
            // 一万五 is 15,000 and 一亿五千 150,000,000.
            self.value += scaled(self.term, self.above - 1) - scaled(self.term, self.last);
        }
        self.terms > 0 && self.value.is_finite()
    }

    /// Adds the term that comes next, if there is one.
    fn read_term(&mut self, text: &mut Cursor, high: bool) -> bool {
        let is_first = self.terms == 0;
        let (mut term, mut last, mut single) = (1.0, 0, false);
        if let Some(digits) = digits::read(text, high) {
            (term, single) = digits;
        } else if let Some(word) = take_word(text, is_first) {
            (term, last) = if word < 20 { (word as f64, 0) } else { ((word * 10 - 180) as f64, 1) };
        } else if self.last != 1 && take_vague(text) {
            (term, self.mark) = (2.0, Cue::AtLeast);
        } else if text.first() == '十' {
            // The one before it is silent.
        } else if !is_first {
            return false;
        } else if text.take("半") || take_article(text, "half a |half an ") {
            term = 0.5;
        } else if take_article(text, "a |an ") {
        } else if is_multiplier(*text) {
            self.bare = true;
        } else {
            return false;
        }
        if text.take("dozen| dozen") {
            term *= 12.0;
        }
        if !is_first && (self.last == 0 || term >= scaled(1.0, self.last)) {
            term = f64::NAN;
        }
        self.value += term;
        self.terms += 1;
        (self.term, self.single, self.above, self.last, self.lent) = (term, single, self.last, last, 0);
        self.lent_scale = 0;
        true
    }

    /// Takes 余, 多, 几 or 来 behind digits or a multiplier.
    fn read_mark(&mut self, text: &mut Cursor) {
        let is_ten = self.last == 1 || (self.last == 0 && (self.value as u64).is_multiple_of(10));
        if self.mark != Cue::None {
        } else if text.take("余|餘|多") || (is_ten && text.take("几|幾")) {
            self.mark = Cue::AtLeast;
        } else if (is_ten || self.last > 0) && text.take("来|來") {
            self.mark = Cue::About;
        }
    }

    /// Takes a letter that multiplies the digits it touches: 5 m is five metres.
    fn read_letter(&mut self, text: &mut Cursor) {
        let mut ahead = *text;
        if let Some(index) = ahead.take_one("k|m|b|t")
            // A small t is a tonne, and m² and m/s are units, as metres are that measure something.
            && text.first() != 't'
            && !is_in(ahead.first(), "²³0123456789")
            && (index == 0 || ahead.first() != '/')
            && !matches!(ahead.rest, " tall" | " long" | " wide" | " high" | " deep" | " race" | " pool")
        {
            self.multiply(index as i32 * 3 + 3, false);
            *text = ahead;
        }
    }

    /// Multiplies what stands before a multiplier: the last term, or everything that is smaller. `false` if it can't.
    fn multiply(&mut self, power: i32, is_small: bool) -> bool {
        if is_small && (self.last > 0 || (self.above > 0 && power >= self.above)) {
            return false;
        }
        let limit = scaled(1.0, power);
        let is_all = !self.multiplied || self.value < limit;
        let part = if is_all { self.value } else { (self.value as u64 % limit as u64) as f64 };
        if part < self.term || (!is_all && self.last >= power) {
            return false;
        }
        self.value += scaled(part, power) - part;
        if is_all && power > 1 {
            self.lent += power;
            self.lent_scale += if is_small { 0 } else { power };
        }
        (self.multiplied, self.last) = (true, power);
        self.scaled |= !is_small;
        true
    }
}

/// Takes the English numeral that begins a number or goes on with it: its place in the table.
fn take_word(text: &mut Cursor, is_first: bool) -> Option<usize> {
    let mut ahead = *text;
    let index = if is_first || ahead.take(" and | |-") { ahead.take_one(WORDS) } else { None };
    if index.is_some() {
        *text = ahead;
    }
    index
}

/// Takes an article before what it counts: "a million", "a dozen", "a third".
fn take_article(text: &mut Cursor, words: &str) -> bool {
    let mut ahead = *text;
    let is_article =
        ahead.take(words) && (is_multiplier(ahead) || ahead.sees("dozen") || ahead.sees(DENOMINATORS));
    if is_article {
        *text = ahead;
    }
    is_article
}
