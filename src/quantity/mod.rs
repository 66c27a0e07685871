//! Quantities as people write them: "40余万元", "98%以上", "more than 400,000 yuan".
//!
//! A text is read from left to right: what stands before the number (`lead`), the number or both ends of a range
//! (`range`, made of `digits` and `words`), then what follows it (`cue`, `unit_text`). It is a quantity only if nothing is left over.

mod cue;
mod digits;
mod fraction;
mod lead;
mod numeral;
mod range;
pub(crate) mod scale;
mod text;
mod unit_text;
mod words;

use crate::figures::{Amount, Bound};
use crate::unit::canonical;
use cue::Cue;
use lead::Lead;
use range::Span;
use text::Text;

/// What a text says: how much, of what, per what.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, with scales (万, 亿, k, million) multiplied in.
    pub amount: Amount,
    /// The unit as written, without its scale; `%` for percentages; `元`, `$`, `€` … for currencies before the number;
    /// may be empty.
    pub unit: String,
    /// For a rate (每人2000元, 2000元/人, per person), what it is per; otherwise empty.
    pub per: String,
}

/// Reads a whole text as one quantity; `None` if it is not one.
///
/// A letter that touches the digits is a scale (3.5m is 3.5 million), one after a space a unit (5 m is five metres).
pub fn parse(text: &str) -> Option<Quantity> {
    let text = Text::new(text)?;
    let lead = Lead::read(&text);
    let (span, pos) = Span::read(&text, &lead)?;
    let tail = Tail::read(&text, pos, &lead, &span)?;
    Some(Quantity {
        amount: amount(&lead, &span, &tail)?,
        unit: tail.unit,
        per: if lead.per.is_empty() { tail.per } else { lead.per },
    })
}

/// The number with the bound that its own mark, the words after it or those before it state, in this order.
fn amount(lead: &Lead, span: &Span, tail: &Tail) -> Option<Amount> {
    let half = if tail.half { 0.5 } else { 0.0 };
    // Adding zero makes −0 plain.
    let (low, high) = (span.low + half + 0.0, span.high + half + 0.0);
    if !low.is_finite() || !high.is_finite() {
        return None;
    }
    let cue = span.mark.or(tail.cue.filter(|cue| cue.bound != Bound::Exact)).or(lead.cue);
    Some(match cue {
        _ if span.is_range => Amount::range(low, high),
        Some(cue) => Amount { near: cue.near, ..Amount::bounded(low, cue.bound) },
        None => Amount::exact(low),
    })
}

/// What follows the number.
#[derive(Default)]
struct Tail {
    cue: Option<Cue>,
    unit: String,
    per: String,
    /// 半 behind the unit or in it adds one half: 两年半, 一个半月.
    half: bool,
}

impl Tail {
    fn read(text: &Text, start: usize, lead: &Lead, span: &Span) -> Option<Tail> {
        let mut tail = Tail::default();
        let (mut pos, mut end) = (start, text.len());
        while let Some((cue, next)) = cue::after(text, text.skip_spaces(pos)) {
            tail.cue = tail.cue.or(Some(cue));
            pos = next;
        }
        let mut outer = None;
        if span.is_range {
            let last = end.saturating_sub(2).max(pos);
            end = text.match_any("之间|不等", last).map_or(end, |_| last);
        }
        end = strip_cues(text, pos, end, &mut outer);
        (end, tail.per) = unit_text::rate(text, pos, end)?;
        end = strip_cues(text, pos, end, &mut outer);
        tail.cue = tail.cue.or(outer);
        if !tail.per.is_empty() && !lead.per.is_empty() {
            return None;
        }
        if span.percent {
            tail.unit.push('%');
            return (text.skip_spaces(pos) >= end && lead.currency.is_none()).then_some(tail);
        }
        if end == pos + 2 && text.at(pos + 1) == '半' {
            tail.half = true;
            end -= 1;
        }
        tail.unit = if let Some(name) = parted("个半", text, pos, end) {
            tail.half = true;
            ["个", name].concat()
        } else if let Some(name) = parted("个多", text, pos, end) {
            tail.cue = Some(cue::AT_LEAST);
            ["个", name].concat()
        } else {
            unit_text::unit(text, pos, end, span.low, span.idiom)?
        };
        if let Some(currency) = lead.currency {
            if tail.unit.is_empty() {
                tail.unit.push_str(currency);
            } else if canonical(&tail.unit) != canonical(currency) {
                return None;
            }
        }
        Some(tail)
    }
}

/// The unit behind the 个半 of 一个半月 or the 个多 of 三个多月; 5个半导体厂 are just five.
fn parted(counter: &str, text: &Text, pos: usize, end: usize) -> Option<&'static str> {
    let pos = text.match_at(counter, pos)?;
    ["月", "小时", "百分点"].into_iter().find(|word| text.is(word, pos, end))
}

/// Takes the cues off the end of a stretch; the one nearest to the number stays in `found`.
fn strip_cues(text: &Text, start: usize, end: usize, found: &mut Option<Cue>) -> usize {
    let mut end = text.trim_end(start, end);
    while let Some((cue, begin)) = cue::ending(text, start, end) {
        *found = Some(cue);
        end = text.trim_end(start, begin);
    }
    end
}
