//! Quantities as people write them: "40余万元", "98%以上", "more than 400,000 yuan".
//!
//! A text is read from left to right: what stands before the number and the number (`end`, made of `number` and
//! `digits`), the other end of a `range`, then what follows (`cue`, `unit_text`). It is a quantity only if nothing is
//! left over.

mod cue;
mod digits;
mod end;
mod number;
mod range;
mod text;
mod unit_text;

use crate::figures::{Amount, Bound};
use crate::unit::canonical;
use cue::{Cue, Place};
use end::End;
use text::Cursor;
pub(crate) use unit_text::currency_length;

/// What a text says: how much, of what, per what.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, with scales (万, 亿, k, million) multiplied in.
    pub amount: Amount,
    /// The unit as written, without its scale; `%` for percentages and `‰` for thousandths; `元`, `$`, `€` … for currencies before the number;
    /// may be empty.
    pub unit: String,
    /// Whether the text names a scale of its own: 40余万, 3.5m, two million; not 三百.
    pub scaled: bool,
    /// For a rate (每人2000元, 2000元/人, per person), what it is per; otherwise empty.
    pub per: String,
}

/// Reads a whole text as one quantity; `None` if it is not one.
///
/// A letter that touches the digits is a scale (3.5m is 3.5 million), one after a space a unit (5 m is five metres).
pub fn parse(text: &str) -> Option<Quantity> {
    let plain = text::plain(text)?;
    let mut text = Cursor { rest: &plain };
    let among = text.take_end("之间|之間|不等");
    let mut first = End::default();
    if !first.read(&mut text) {
        return None;
    }
    first.between |= among;
    let is_range = range::join(&mut text, &mut first)? || first.number.value < first.number.high;
    let number = &first.number;
    let mut cue = number.mark;
    loop {
        let behind = cue::take(&mut text, Place::Behind);
        if behind == Cue::None {
            break;
        }
        cue = cue.or(behind);
    }
    let outer = cue::take_last(&mut text, Cue::None);
    let per = unit_text::rate(&mut text)?;
    cue = cue.or(cue::take_last(&mut text, outer));
    if cue <= Cue::Exact {
        cue = first.cue;
    }

    let is_percent = first.percent.is_some();
    let idiom = first.chinese && !is_range && number.mark == Cue::None && number.value < 100.0;
    let mut unit = unit_text::unit(text.rest, number.value, idiom)?;
    if is_percent && unit.is_empty() && first.currency.is_empty() {
        unit = if first.thousandths { "‰" } else { "%" };
    } else if unit.is_empty() {
        unit = first.currency;
    } else if is_percent
        || first.share
        || !(first.currency.is_empty() || canonical(unit) == canonical(first.currency))
    {
        return None;
    }
    let has_two_rates = !per.is_empty() && !first.per.is_empty();
    // Adding zero makes −0 plain.
    let (low, high) = (number.value + 0.0, number.high + 0.0);
    if has_two_rates || (first.between && !is_range) || !low.is_finite() || !high.is_finite() {
        return None;
    }
    let bound = match cue {
        _ if is_range => Bound::Range,
        Cue::AtLeast if first.fallen => Bound::AtMost,
        Cue::AtMost | Cue::Below if first.fallen => Bound::AtLeast,
        Cue::None | Cue::Exact => Bound::Exact,
        Cue::About | Cue::Near => Bound::About,
        Cue::AtMost | Cue::Below => Bound::AtMost,
        Cue::AtLeast => Bound::AtLeast,
    };
    let near = matches!(cue, Cue::Near | Cue::Below) && !is_range;
    let amount =
        Amount { value: low.min(high), high: if is_range { low.max(high) } else { low }, bound, near };
    let per = if per.is_empty() { first.per } else { per };
    let scaled = number.scaled;
    unit_text::is_denominator(per).then(|| Quantity {
        amount,
        unit: unit.to_string(),
        scaled,
        per: per.to_string(),
    })
}
