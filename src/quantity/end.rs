//! One end of a range, or the only number: cues, currency, sign, 每X, the number, and its sign for percent.

use super::cue::{self, Cue, Place};
use super::digits::digit;
use super::number::{self, DENOMINATORS, Number};
use super::text::Cursor;
use super::unit_text;
use crate::decimal::scaled;

/// Largest denominator behind a slash; beyond it, numbers with slashes are dates and codes.
const LARGEST: f64 = 1000.0;

/// What says that a number is a change: the first are rises, the others falls.
pub(super) const CHANGES: &str = "增长|增長|增加|上升|提高|提升|上涨|上漲|上调|增|rose |up |↑|\
                                  下降|减少|減少|降低|下跌|回落|下调|降|fell |down |↓";
const FALLS: usize = 13;

/// A number with what stands before it.
#[derive(Default)]
pub(super) struct End<'a> {
    /// What the words before the number say.
    pub(super) cue: Cue,
    /// The unit of a currency before the number, or empty.
    pub(super) currency: &'static str,
    /// 村 for 每村, or empty.
    pub(super) per: &'a str,
    /// "between", "from", 介于 or 从: "and" joins the ends of a range.
    pub(super) between: bool,
    signed: bool,
    pub(super) negative: bool,
    /// 零下 came before the number.
    pub(super) frozen: bool,
    /// 下降 and the like came before the number: what is at least so much less is at most that.
    pub(super) fallen: bool,
    /// Some change came before the number: "from" says where it began, and opens no range.
    changed: bool,
    /// "3 out of 4" and the like: no number of what follows.
    pub(super) share: bool,
    pub(super) number: Number,
    /// The power of ten that makes the number a percentage: 1 for 成, −2 for 万分之.
    pub(super) percent: Option<i32>,
    /// ‰ or 千分之: in thousandths instead, as rates of birth and death are.
    pub(super) thousandths: bool,
    /// 百分之 and the like came before the number.
    pub(super) percent_first: bool,
    /// Begins with a Chinese numeral.
    pub(super) chinese: bool,
}

impl<'a> End<'a> {
    /// Takes all of it; `false` if there is no number.
    pub(super) fn read(&mut self, text: &mut Cursor<'a>) -> bool {
        while self.read_lead(text) {
            text.skip_spaces();
        }
        let is_number = self.read_half(text) || self.read_number(text);
        if self.negative || self.fallen {
            (self.number.value, self.number.high) = (-self.number.high, -self.number.value);
        }
        is_number
    }

    /// Takes one thing that stands before the number.
    fn read_lead(&mut self, text: &mut Cursor<'a>) -> bool {
        let start = *text;
        if self.currency.is_empty() {
            self.currency = unit_text::currency(text);
            if !self.currency.is_empty() {
                return true;
            }
        }
        if self.signed || self.percent_first {
            // Nothing but a currency stands between a sign and its digits.
            return false;
        }
        if self.changed && text.sees("为|為") {
            // What has fallen to 3 % has not fallen by it.
            return false;
        }
        let cue = cue::take(text, Place::Before);
        if cue != Cue::None {
            let taken = start.rest.get(..start.rest.len() - text.rest.len()).unwrap_or_default();
            if taken.ends_with(|char: char| char.is_ascii_alphabetic()) && text.first() == '-' {
                // The hyphen of under-5 is no sign.
                *text = start;
                return false;
            }
            self.cue = self.cue.with(cue);
        } else if let Some(index) = text.take_one("百分之|千分之|万分之") {
            self.thousandths = index == 1;
            (self.percent, self.percent_first) = (Some(if index == 2 { -2 } else { 0 }), true);
        } else if let Some(index) = text.take_one(CHANGES) {
            self.fallen = index >= FALLS;
            self.changed = true;
        } else if text.take("同比|环比|比上年|较上年|by ") {
            // What it is compared with is no part of it.
        } else if text.take("between |介于|介於") || (!self.changed && text.take("from |从|從")) {
            self.between = true;
        } else if let Some(index) = text.take_one("过|過|上|好") {
            // 上百, 过半 and 好几百, though not 上 or 过 before digits, nor 上半年.
            self.cue = self.cue.with(Cue::AtLeast);
            let is_half = index < 2 && text.first() == '半';
            if !number::is_multiplier(*text) && !number::take_vague(&mut { *text }) && !is_half {
                *text = start;
                return false;
            }
        } else if let Some(sign) = text.take_one("+|-|–|minus |negative |零下|负|負") {
            (self.signed, self.negative, self.frozen) = (true, sign > 0, sign == 5);
            if text.first() == ' ' {
                // "- 25" is an item of a list.
                *text = start;
                return false;
            }
        } else if self.per.is_empty() {
            self.per = unit_text::every(text);
            return !self.per.is_empty();
        } else {
            return false;
        }
        true
    }

    /// 一半, 半数, 过半 and "half" are 50 %, if nothing of which they are the half follows.
    fn read_half(&mut self, text: &mut Cursor) -> bool {
        let mut ahead = *text;
        let is_half = ahead.take("一半|半数|半數|半|half|a half");
        let mut rest = ahead;
        cue::take_last(&mut rest, Cue::None);
        if !is_half || !rest.rest.is_empty() {
            return false;
        }
        (self.number.value, self.number.high, self.percent) = (50.0, 50.0, Some(0));
        *text = ahead;
        true
    }

    fn read_number(&mut self, text: &mut Cursor) -> bool {
        self.chinese = !text.first().is_ascii();
        if !self.number.read(text) {
            return false;
        }
        if !self.percent_first {
            if self.number.bare && self.number.mark.or(self.cue) == Cue::None {
                return false;
            }
            self.read_fraction(text);
            self.read_percent(text);
        }
        let power = self.percent.unwrap_or(0);
        self.number.value = scaled(self.number.value, power);
        self.number.high = scaled(self.number.high, power);
        true
    }

    /// Takes %, ‰, 成 or "percent" behind the number.
    fn read_percent(&mut self, text: &mut Cursor) {
        let mut ahead = *text;
        ahead.skip_spaces();
        let Some(index) = ahead.take_one("‰|%|percent|per cent|成") else { return };
        self.thousandths = index == 0;
        self.percent = Some(i32::from(index == 4));
        if index == 4
            && let Some(tenth) = digit(ahead.first())
        {
            // 三成五 is 35 %.
            self.number.value += f64::from(tenth) / 10.0;
            self.number.high = self.number.value;
            ahead.skip();
        }
        *text = ahead;
    }

    /// Takes the rest of a fraction whose first number was just read: 三分之一, 1/3, "one in five", "two thirds".
    fn read_fraction(&mut self, text: &mut Cursor) -> Option<()> {
        let (mut over, mut under) = (self.number.value, 0.0);
        let mut ahead = *text;
        if let Some(index) = ahead.take_one("/| in | out of |分之") {
            let mut other = Number::default();
            if !other.read(&mut ahead) || !other.is_plain() {
                return None;
            }
            under = other.value;
            if index == 3 {
                (over, under) = (under, over);
            }
            self.share |= index == 1 || index == 2;
        } else {
            let _ = ahead.take(" |-");
            under += (ahead.take_one(DENOMINATORS)? / 2 + 3) as f64;
        }
        // 十 is the one denominator with a scale.
        let is_plain = self.number.is_plain() || self.number.value == 10.0;
        if over < under && under <= LARGEST && is_plain {
            self.number.value = over / under;
            self.number.high = self.number.value;
            *text = ahead;
        }
        Some(())
    }
}
