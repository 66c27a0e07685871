//! One number, in digits, Chinese numerals or English words: 2,356, 3.5万, 三千二百万, 十几, "two hundred and fifty".

use super::cue::{AT_LEAST, Cue};
use super::digits;
use super::text::{after, any, first, is_in};
use crate::decimal::scaled;
use crate::figures::Bound;

/// English numerals: up to nineteen, then the tens.
const WORDS: &str = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\
                     sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

/// Words that multiply, and the power of ten of each; those before `SMALL` take one term, the others all before them.
const MULTIPLIERS: &str = "十|百|千|hundred|万|萬|亿|億|thousand|million|mn|billion|bn|trillion";
const POWERS: &[u8] = &[1, 2, 3, 2, 4, 4, 8, 8, 3, 6, 6, 9, 9, 12];
const SMALL: usize = 4;

/// What begins like a multiplier and is a unit.
const UNITS: &str = "百分|千瓦|千克|千米|千卡|千伏|千帕|千赫";

/// Denominators as words, each in singular and plural.
pub(super) const DENOMINATORS: &str = "third|thirds|quarter|quarters|fifth|fifths|tenth|tenths";

/// A number and what follows it.
#[derive(Clone, Copy)]
pub(super) struct Number<'a> {
    pub(super) value: f64,
    /// The other one of two neighbours, as in 两三百; otherwise the same.
    pub(super) high: f64,
    /// What 余, 多, 几 or 来 inside the number says.
    pub(super) mark: Option<Cue>,
    /// The power of ten that the second number of a range lends to the first: 4 in 3–5万.
    pub(super) lent: i32,
    /// Opens with a multiplier, as 百 in 近百人: a number only beside a cue.
    pub(super) bare: bool,
    /// Has no multiplier and no mark.
    pub(super) plain: bool,
    pub(super) rest: &'a str,
}

/// How far a sum of terms has got.
#[derive(Default)]
struct Sum<'a> {
    value: f64,
    mark: Option<Cue>,
    /// How many terms have been read, and the last of them.
    terms: u32,
    term: f64,
    /// The last term is one digit, which may take the place below the multiplier before it: 一万五.
    single: bool,
    /// Power of the last multiplier; zero behind a term that has none yet.
    last: i32,
    /// Power of the multiplier before the last term.
    above: i32,
    /// Whether there is any multiplier, and the power of those that multiply everything.
    multiplied: bool,
    lent: i32,
    bare: bool,
    rest: &'a str,
}

/// The number that a text begins with.
pub(super) fn read(text: &str) -> Option<Number<'_>> {
    let low = Sum::read(text, false)?;
    Some(Number {
        value: low.value,
        high: Sum::read(text, true)?.value,
        mark: low.mark,
        lent: low.lent,
        bare: low.bare && low.mark.is_none(),
        plain: !low.multiplied && low.mark.is_none(),
        rest: low.rest,
    })
}

/// Whether a number in digits or Chinese numerals may begin here.
pub(super) fn begins(text: &str) -> bool {
    let char = first(text);
    digits::digit(char).is_some() || is_in(char, "十百千万亿") || is_vague(text)
}

/// The multiplier that a text begins with: its place in the table, its power of ten, and what follows.
pub(super) fn multiplier(text: &str) -> Option<(usize, i32, &str)> {
    let text = text.trim_start();
    let (index, rest) = any(text, MULTIPLIERS, false).filter(|_| after(text, UNITS).is_none())?;
    Some((index, i32::from(*POWERS.get(index)?), rest))
}

/// Whether 几 or 数 stands for a digit here: a multiplier must follow.
pub(super) fn is_vague(text: &str) -> bool {
    after(text, "几|幾|数|數").is_some_and(|rest| multiplier(rest).is_some())
}

/// Whether "a" or "half a" before this is a number.
fn is_counted(text: &str) -> bool {
    multiplier(text).is_some() || after(text, "dozen").or_else(|| after(text, DENOMINATORS)).is_some()
}

impl<'a> Sum<'a> {
    /// The number as a sum of terms; of two neighbours the second one if `high`.
    fn read(text: &'a str, high: bool) -> Option<Sum<'a>> {
        let mut sum = Sum { rest: text, ..Sum::default() };
        while sum.mark.is_none() && sum.read_term(high) {
            sum.read_mark();
            while let Some((index, power, rest)) = multiplier(sum.rest).or_else(|| sum.letter()) {
                if !sum.multiply(power, index < SMALL) {
                    break;
                }
                sum.rest = rest;
                sum.read_mark();
            }
        }
        if sum.single && sum.above > 1 && (sum.last == 0 || (sum.last, sum.above) == (3, 8)) {
            // 一万五 is 15,000 and 一亿五千 150,000,000.
            sum.value += scaled(sum.term, sum.above - 1) - scaled(sum.term, sum.last);
        }
        (sum.terms > 0 && sum.value.is_finite()).then_some(sum)
    }

    /// Adds the term that comes next, if there is one.
    fn read_term(&mut self, high: bool) -> bool {
        let is_first = self.terms == 0;
        let text = self.rest;
        let mut term = 1.0;
        let mut last = 0;
        let mut single = false;
        if let Some(digits) = digits::read(text, high) {
            (term, single, self.rest) = (digits.value, digits.single, digits.rest);
        } else if let Some((word, rest)) = word(text, is_first) {
            (term, last) = if word < 20 { (word as f64, 0) } else { ((word * 10 - 180) as f64, 1) };
            self.rest = rest;
        } else if self.last != 1 && is_vague(text) {
            self.mark = Some(AT_LEAST);
            term = 2.0;
            self.rest = after(text, "几|幾|数|數").unwrap_or(text);
        } else if first(text) == '十' {
            // The one before it is silent.
        } else if !is_first {
            return false;
        } else if let Some(rest) = after(text, "half a |half an ").filter(|rest| is_counted(rest)) {
            (term, self.rest) = (0.5, rest);
        } else if let Some(rest) = after(text, "半") {
            (term, self.rest) = (0.5, rest);
        } else if let Some(rest) = after(text, "a |an ").filter(|rest| is_counted(rest)) {
            self.rest = rest;
        } else if multiplier(text).is_some() {
            self.bare = true;
        } else {
            return false;
        }
        if let Some(rest) = after(self.rest, " and a half") {
            (term, self.rest) = (term + 0.5, rest);
        } else if let Some(rest) = after(self.rest, "dozen| dozen") {
            (term, self.rest) = (term * 12.0, rest);
        }
        if !is_first && (self.last == 0 || term >= scaled(1.0, self.last)) {
            term = f64::NAN;
        }
        self.value += term;
        self.terms += 1;
        self.single = single;
        (self.term, self.above, self.last, self.lent) = (term, self.last, last, 0);
        true
    }

    /// Takes 余, 多, 几 or 来 behind digits or a multiplier.
    fn read_mark(&mut self) {
        let Some((index, rest)) = any(self.rest, "余|餘|多|几|幾|来|來", false) else { return };
        let is_ten = self.last == 1 || (self.last == 0 && (self.value as u64).is_multiple_of(10));
        self.mark = match index {
            _ if self.mark.is_some() => return,
            0..3 => Some(AT_LEAST),
            3..5 if is_ten => Some(AT_LEAST),
            5.. if is_ten || self.last > 0 => Some(Cue { bound: Bound::About, near: false }),
            _ => return,
        };
        self.rest = rest;
    }

    /// Multiplies what stands before a multiplier: the last term, or everything that is smaller. `false` if it can't.
    fn multiply(&mut self, power: i32, is_small: bool) -> bool {
        if is_small && (self.last > 0 || (self.above > 0 && power >= self.above)) {
            return false;
        }
        let limit = scaled(1.0, power);
        let is_all = !self.multiplied || self.value < limit;
        let part = if is_all { self.value } else { (self.value as u64 % limit as u64) as f64 };
        if part < self.term {
            return false;
        }
        self.value += scaled(part, power) - part;
        if is_all && power > 1 {
            self.lent += power;
        }
        (self.multiplied, self.last) = (true, power);
        true
    }

    /// The letter behind digits that multiplies them, as [`multiplier`] gives it.
    fn letter(&self) -> Option<(usize, i32, &'a str)> {
        let (index, rest) = any(self.rest, "k|m|b|t", false)?;
        // A small t is a tonne, and m² and m/s are units.
        let is_unit = self.rest.starts_with('t') || matches!(first(rest), '²' | '³' | '/' | '0'..='9');
        (self.last == 0 && !is_unit).then_some((SMALL, index as i32 * 3 + 3, rest))
    }
}

/// The English numeral that a text begins with, or goes on with: its place in the table and what follows.
fn word(text: &str, is_first: bool) -> Option<(usize, &str)> {
    any(if is_first { text } else { after(text, " and | |-")? }, WORDS, false)
}
