//! What stands before the number: cues, currency, sign, 每X and 百分之.

use super::cue::{self, Cue};
use super::text::{Text, is_space};
use super::{digits, unit_text};

/// More words than this before a number is prose.
const MOST: usize = 8;

/// What stands before the number.
#[derive(Default)]
pub(super) struct Lead {
    pub(super) cue: Option<Cue>,
    pub(super) currency: Option<&'static str>,
    /// 村 for 每村, or empty.
    pub(super) per: String,
    pub(super) negative: bool,
    /// 百分之, 千分之 or 万分之: the power of ten that makes the number a percentage.
    pub(super) percent: Option<i32>,
    /// "between", 介于 or 之间: "and" joins the ends of a range.
    pub(super) between: bool,
    /// Where the number begins.
    pub(super) end: usize,
}

impl Lead {
    pub(super) fn read(text: &Text) -> Lead {
        let mut lead = Lead {
            between: text.len() > 2 && text.match_at("之间", text.len() - 2).is_some(),
            ..Lead::default()
        };
        for _ in 0..MOST {
            let pos = text.skip_spaces(lead.end);
            match lead.read_one(text, pos) {
                Some(end) => lead.end = end,
                None => {
                    lead.end = pos;
                    break;
                }
            }
        }
        lead
    }

    /// Takes one thing that stands at `pos`; where it ends.
    fn read_one(&mut self, text: &Text, pos: usize) -> Option<usize> {
        if self.negative || self.percent.is_some() {
            // Nothing but a currency stands between a sign and its digits.
            return self.read_currency(text, pos).filter(|_| self.negative);
        }
        if let Some((power, end)) = percent(text, pos) {
            self.percent = Some(power);
            return Some(end);
        }
        if let Some(end) = text.match_any("between |from |介于|从", pos) {
            self.between = true;
            return Some(end);
        }
        if let Some((per, end)) = every(text, pos).filter(|_| self.per.is_empty()) {
            self.per = per;
            return Some(end);
        }
        if let Some((cue, end)) = cue::before(text, pos) {
            self.cue = cue::stronger(self.cue, cue);
            return Some(end);
        }
        // 上百, 过万, 过半 and 好几百, though not 上 or 过 before digits.
        let implied =
            digits::multiplier(text, pos + 1, true).is_some() || matches!(text.at(pos + 1), '半' | '几');
        if matches!(text.at(pos), '上' | '过' | '好') && implied {
            self.cue = cue::stronger(self.cue, cue::AT_LEAST);
            return Some(pos + 1);
        }
        self.read_currency(text, pos).or_else(|| self.read_sign(text, pos))
    }

    fn read_currency(&mut self, text: &Text, pos: usize) -> Option<usize> {
        let (unit, end) = unit_text::currency(text, pos).filter(|_| self.currency.is_none())?;
        self.currency = Some(unit);
        Some(end)
    }

    fn read_sign(&mut self, text: &Text, pos: usize) -> Option<usize> {
        let end = text
            .match_any("minus |negative |零下|负|-|–|+", pos)
            // "- 25" is an item of a list.
            .filter(|&end| !is_space(text.at(end)) && !matches!(text.at(end), '-' | '–' | '+'))?;
        self.negative = text.at(pos) != '+';
        Some(end)
    }
}

/// 百分之, 千分之 or 万分之 at `pos`: the power that makes it a percentage, and its end.
pub(super) fn percent(text: &Text, pos: usize) -> Option<(i32, usize)> {
    let (index, end) = text.match_word("百分之|千分之|万分之", pos)?;
    Some((-(index as i32), end))
}

/// 每村, 人均 or 平均每户 at `pos`: what the rate is per, and where the number or its cue begins.
fn every(text: &Text, pos: usize) -> Option<(String, usize)> {
    let pos = text.match_at("平均", pos).unwrap_or(pos);
    let first = text.at(pos);
    if first != '每' {
        let average = text.at(pos + 1) == '均' && unit_text::is_han(first) && first != '平';
        return average.then(|| (text.written(pos, pos + 1), pos + 2));
    }
    let start = if text.at(pos + 1) == '一' { pos + 2 } else { pos + 1 };
    // 每千人, 每10万人: a number that opens the word belongs to it.
    let number = digits::read(text, start).filter(|_| digits::starts(text, start));
    let mut end = number.map_or(start, |(_, end)| end) + 1;
    while end < text.len() {
        let begins = digits::starts(text, end)
            || is_space(text.at(end))
            || cue::before(text, end).is_some()
            || unit_text::currency(text, end).is_some()
            || text.match_at("平均", end).is_some();
        if begins {
            break;
        }
        end += 1;
    }
    let per = unit_text::denominator(text, start, end)?;
    Some((per, text.match_at("平均", end).unwrap_or(end)))
}
