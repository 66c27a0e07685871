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

use crate::decimal::Decimal;
use crate::figures::{Amount, Bound};
use crate::unit::canonical;
use cue::{AT_LEAST, Place};
use end::End;
use text::any;

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
    let plain = text::plain(text)?;
    let (among, plain) = match any(&plain, "之间|之間|不等", true) {
        Some((_, plain)) => (true, plain),
        None => (false, plain.as_str()),
    };
    let mut number = End::read(plain)?;
    number.between |= among;
    let is_range = range::join(&mut number)? || number.value < number.high;
    let (mut behind, mut outer) = (None, None);
    let mut rest = number.rest;
    while let Some((cue, next)) = cue::take(rest, Place::Behind) {
        behind = behind.or(Some(cue));
        rest = next;
    }
    let (rest, per) = unit_text::rate(cue::strip(rest, &mut outer))?;
    let rest = cue::strip(rest, &mut outer);
    let is_percent = number.percent.is_some();
    let has_two_rates = !per.is_empty() && !number.per.is_empty();
    if has_two_rates
        || (among && !is_range)
        || (is_percent && !(rest.is_empty() && number.currency.is_none()))
    {
        return None;
    }

    let is_bare = !is_range && !is_percent && number.mark.is_none();
    let idiom = is_bare && number.chinese && number.value < 100.0;
    let mut name = rest.to_string();
    let part = unit_text::take_part(&mut name);
    let mut unit = unit_text::unit(&name, number.value, idiom)?.to_string();
    if is_percent {
        unit.push('%');
    }
    if let Some(currency) = number.currency {
        if unit.is_empty() {
            unit.push_str(currency);
        } else if canonical(&unit) != canonical(currency) {
            return None;
        }
    }
    let mut cue = number.mark.or(behind).or(outer).filter(|cue| cue.bound != Bound::Exact).or(number.cue);
    match part {
        Some('半') => number.value += 0.5,
        Some(_) => cue = Some(AT_LEAST),
        None => {}
    }
    // Adding zero makes −0 plain.
    let (low, high) = (number.value + 0.0, number.high + 0.0);
    let amount = match cue {
        _ if is_range => Amount::range(low, high),
        Some(cue) => Amount { near: cue.near, ..Amount::bounded(low, cue.bound) },
        None => Amount::exact(low),
    };
    let per = if per.is_empty() { number.per } else { per };
    (low.is_finite() && high.is_finite()).then_some(Quantity { amount, unit, per })
}

/// The scale of a unit and the unit without it: 万元, "million yuan", "100 million yuan", "$bn"; `None` if it has none.
pub(crate) fn split_scale(unit: &str) -> Option<(f64, &str)> {
    if let Some((_, scale)) = unit_text::currency(unit) {
        let joined = ["1", scale.trim_start()].concat();
        let number = number::read(&joined).filter(|number| number.rest.is_empty() && number.value > 1.0)?;
        return Some((number.value, unit.get(..unit.len() - scale.len())?));
    }
    let number = number::read(unit)?;
    let power = Decimal::of(number.value);
    let is_scale = power.digits == 1 && power.exponent > 1 && number.mark.is_none();
    let rest = number.rest.trim_start();
    (is_scale && !rest.starts_with('%')).then_some((number.value, rest))
}
