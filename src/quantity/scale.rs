//! Scales that belong to a unit instead of a number: 万元, "million yuan", "$bn", "100 million yuan".

use super::text::Text;
use super::{digits, words};
use crate::decimal::Decimal;

/// The scale of a unit and the unit without it; `None` if it has none.
pub(crate) fn split(unit: &str) -> Option<(f64, &str)> {
    // Positions count characters, so a text with invisible ones is left alone.
    let text = Text::new(unit).filter(|text| text.len() == unit.chars().count())?;
    let byte = |pos: usize| unit.char_indices().nth(pos).map_or(unit.len(), |(byte, _)| byte);
    let (mut power, mut end) = (0, 0);
    while let Some((next, more)) = digits::multiplier(&text, end, false) {
        power += more;
        end = next;
    }
    if power == 0 {
        (power, end) = number(&text).or_else(|| words::scale(&text, 0)).unwrap_or_default();
    }
    if power > 1 {
        return Some((ten_to(power), unit.get(byte(end)..)?.trim_start()));
    }
    (1..text.len()).find_map(|pos| {
        let (power, end) = words::scale_after_unit(&text, pos)?;
        let rest = unit.get(..byte(pos))?;
        (end == text.len()).then_some((ten_to(power), rest.trim_end()))
    })
}

/// A power of ten in digits, as in "100 million yuan" or "10,000 people".
fn number(text: &Text) -> Option<(i32, usize)> {
    if !text.at(0).is_ascii_digit() {
        return None;
    }
    let (numeral, end) = digits::read(text, 0)?;
    let value = Decimal::of(numeral.values(0).0);
    let scales = value.digits == 1 && numeral.mark.is_none() && text.at(text.skip_spaces(end)) != '%';
    scales.then_some((value.exponent, end))
}

fn ten_to(power: i32) -> f64 {
    Decimal { digits: 1, exponent: power }.to_f64()
}
