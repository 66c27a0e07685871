//! One end of a range, or the only number: cues, currency, sign, 每X, the number, and its sign for percent.

use super::cue::{self, AT_LEAST, Cue, Place};
use super::number::{self, DENOMINATORS, Number};
use super::text::{after, any, first};
use super::unit_text;
use crate::decimal::scaled;

/// Largest denominator behind a slash; beyond it, numbers with slashes are dates and codes.
const LARGEST: f64 = 1000.0;

/// A number with what stands before it.
#[derive(Default)]
pub(super) struct End<'a> {
    /// What the words before the number say.
    pub(super) cue: Option<Cue>,
    /// What 余, 多 or 几 inside the number says.
    pub(super) mark: Option<Cue>,
    pub(super) currency: Option<&'static str>,
    /// 村 for 每村, or empty.
    pub(super) per: String,
    /// "between", "from", 介于 or 从: "and" joins the ends of a range.
    pub(super) between: bool,
    /// Minus one or, where a sign says so, plus one; otherwise zero.
    sign: f64,
    pub(super) value: f64,
    pub(super) high: f64,
    /// The power of ten that makes the number a percentage: 1 for 成, −1 for ‰.
    pub(super) percent: Option<i32>,
    /// 百分之 and the like came before the number.
    pub(super) percent_first: bool,
    /// Has neither multiplier nor mark, so that a range may lend it one.
    pub(super) plain: bool,
    pub(super) lent: i32,
    /// Begins with a Chinese numeral.
    pub(super) chinese: bool,
    pub(super) rest: &'a str,
}

impl<'a> End<'a> {
    pub(super) fn read(text: &'a str) -> Option<End<'a>> {
        let mut end = End { rest: text, ..End::default() };
        while end.read_lead() {
            end.rest = end.rest.trim_start();
        }
        end.read_half().or_else(|| end.read_number())?;
        if end.sign < 0.0 {
            (end.value, end.high) = (-end.high, -end.value);
        }
        Some(end)
    }

    /// Takes one thing that stands before the number.
    fn read_lead(&mut self) -> bool {
        let text = self.rest;
        if let Some((unit, rest)) = unit_text::currency(text).filter(|_| self.currency.is_none()) {
            (self.currency, self.rest) = (Some(unit), rest);
        } else if self.sign != 0.0 || self.percent.is_some() {
            // Nothing but a currency stands between a sign and its digits.
            return false;
        } else if let Some((index, rest)) = any(text, "百分之|千分之|万分之", false) {
            (self.percent, self.percent_first, self.rest) = (Some(-(index as i32)), true, rest);
        } else if let Some(rest) = after(text, "between |from |介于|介於|从|從") {
            (self.between, self.rest) = (true, rest);
        } else if let Some((per, rest)) = unit_text::every(text).filter(|_| self.per.is_empty()) {
            (self.per, self.rest) = (per, rest);
        } else if let Some((cue, rest)) = cue::take(text, Place::Before) {
            (self.cue, self.rest) = (cue::stronger(self.cue, cue), rest);
        } else if let Some(rest) = after(text, "上|过|過|好").filter(|rest| is_implied(rest)) {
            (self.cue, self.rest) = (cue::stronger(self.cue, AT_LEAST), rest);
        } else if let Some((index, rest)) = any(text, "+|-|minus |negative |零下|负|負", false) {
            // "- 25" is an item of a list.
            if rest.starts_with(' ') {
                return false;
            }
            (self.sign, self.rest) = (if index > 0 { -1.0 } else { 1.0 }, rest);
        } else {
            return false;
        }
        true
    }

    /// 一半, 半数, 过半 and "half" are 50 %, if nothing of which they are the half follows.
    fn read_half(&mut self) -> Option<()> {
        let rest = after(self.rest, "一半|半数|半數|半|half|a half")?;
        if !cue::strip(rest, &mut None).is_empty() {
            return None;
        }
        (self.value, self.high, self.percent, self.rest) = (50.0, 50.0, Some(0), rest);
        Some(())
    }

    fn read_number(&mut self) -> Option<()> {
        let number = number::read(self.rest)?;
        self.chinese = !first(self.rest).is_ascii();
        if number.bare && self.cue.is_none() && self.percent.is_none() {
            return None;
        }
        (self.value, self.high, self.mark, self.rest) = (number.value, number.high, number.mark, number.rest);
        (self.plain, self.lent) = (number.plain, number.lent);
        if !self.percent_first {
            if let Some((value, rest)) = fraction(&number) {
                (self.value, self.high, self.rest) = (value, value, rest);
                self.plain = false;
                return Some(());
            }
            self.read_percent();
        }
        let power = self.percent.unwrap_or(0);
        (self.value, self.high) = (scaled(self.value, power), scaled(self.high, power));
        Some(())
    }

    /// %, ‰, 成 or "percent" behind the number.
    fn read_percent(&mut self) {
        let text = self.rest.trim_start();
        let Some((index, rest)) = any(text, "成|‰|%|percent|per cent", false) else { return };
        (self.percent, self.rest) = (
            Some(match index {
                0 => 1,
                1 => -1,
                _ => 0,
            }),
            rest,
        );
        // 三成五 is 35 %.
        if index == 0
            && let Some(tenth) = super::digits::digit(first(rest))
        {
            self.value += f64::from(tenth) / 10.0;
            self.high = self.value;
            self.rest = rest.get(first(rest).len_utf8()..).unwrap_or_default();
        }
    }
}

/// Whether 上, 过 or 好 before this is a cue: 上百, 过半, 好几百.
fn is_implied(text: &str) -> bool {
    number::multiplier(text).is_some() || number::is_vague(text) || first(text) == '半'
}

/// The fraction whose first number was just read: 三分之一, 1/3, "one in five", "two thirds".
fn fraction<'a>(number: &Number<'a>) -> Option<(f64, &'a str)> {
    let one = number.value;
    let Some((index, rest)) = any(number.rest, "分之|/| in | out of ", false) else {
        let word = after(number.rest, " |-").unwrap_or(number.rest);
        let (index, rest) = any(word, DENOMINATORS, false)?;
        return Some((one / [3.0, 4.0, 5.0, 10.0].get(index / 2)?, rest));
    };
    let two = number::read(rest).filter(|two| two.plain && number.plain)?;
    let (over, under) = if index == 0 { (two.value, one) } else { (one, two.value) };
    let is_proper = (over < under || index == 0) && under > 1.0 && under <= LARGEST;
    is_proper.then_some((over / under, two.rest))
}
