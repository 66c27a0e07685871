//! The other end of a range: 3–5万, 10人至20人, "between 3 and 5 million".

use super::end::End;
use super::text::after;
use crate::decimal::scaled;

/// How far after the first number of 10人至20人 its unit may reach, in bytes.
const LONGEST_UNIT: usize = 36;

/// From here on the first number of 8000-1.2万 does without the scale of the second; 5-3万 is a mistake.
const UNSCALED: f64 = 100.0;

const SEPARATORS: &str = "——|-|–|—|~|至|到|to ";
const SEPARATORS_BETWEEN: &str = "——|-|–|—|~|至|到|to |and |和|与|與";

/// Makes the first end a range if a second one follows. `None` if the two are none.
pub(super) fn join(first: &mut End) -> Option<bool> {
    let Some((second, has_unit)) = second(first) else { return Some(false) };
    let (mut low, mut high) = (first.value, second.high);
    // The sign for percent and the scale of the second number go to the first.
    match (first.percent, second.percent) {
        (None, Some(power)) => low = scaled(low, power),
        (Some(power), None) if first.percent_first => high = scaled(high, power),
        (Some(_), None) => return None,
        _ => {}
    }
    if !has_unit && first.plain && second.lent > 0 {
        let lent = scaled(low, second.lent);
        if lent.abs() < high.abs() {
            low = lent;
        } else if low.abs() < UNSCALED {
            return None;
        }
    }
    if low > high && high >= 0.0 {
        return None;
    }
    (first.value, first.high, first.mark) = (low, high, None);
    first.percent = first.percent.or(second.percent);
    first.rest = second.rest;
    Some(true)
}

/// The second end, and whether the unit stands between the two.
fn second<'a>(first: &End<'a>) -> Option<(End<'a>, bool)> {
    for (place, _) in first.rest.char_indices().take_while(|&(place, _)| place < LONGEST_UNIT) {
        let (unit, rest) = first.rest.split_at(place);
        let rest = rest.trim_start();
        let Some(rest) = after(rest, if first.between { SEPARATORS_BETWEEN } else { SEPARATORS }) else {
            continue;
        };
        let Some(second) = End::read(rest.trim_start()) else { continue };
        let is_one_unit = after(second.rest, unit).is_some();
        let is_number = second.cue.is_none() && second.per.is_empty();
        if is_one_unit && is_number && (second.currency.is_none() || second.currency == first.currency) {
            return Some((second, place > 0));
        }
    }
    None
}
