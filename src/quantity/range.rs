//! The other end of a range: 3–5万, 10人至20人, "between 3 and 5 million".

use super::cue::Cue;
use super::end::End;
use super::text::Cursor;
use crate::decimal::scaled;

/// How far after the first number of 10人至20人 its unit may reach, in bytes.
const LONGEST_UNIT: usize = 36;

/// From here on the first number of 8000-1.2万 does without the scale of the second; 5-3万 is a mistake.
const UNSCALED: f64 = 100.0;

/// What is larger by more than that has a scale that only a part of goes for the first: 8000-1.2万亿.
const LARGEST_RATIO: f64 = 1e4;

/// Makes the first end a range if a second one follows. `None` if the two are none.
pub(super) fn join<'a>(text: &mut Cursor<'a>, first: &mut End<'a>) -> Option<bool> {
    let Some((second, has_unit)) = second(text, first) else { return Some(false) };
    let (mut low, mut high) = (first.number.value, second.number.high);
    if first.frozen && !has_unit && !second.negative && low != -second.number.value {
        // 零下3至5℃ leaves open on which side of zero the second is.
        return None;
    }
    // The sign for percent and the scale of the second number go to the first.
    match (first.percent, second.percent) {
        (Some(_), Some(_)) if first.thousandths != second.thousandths => return None,
        (None, Some(power)) => low = scaled(low, power),
        (Some(power), None) if first.percent_first => high = scaled(high, power),
        (Some(_), None) => return None,
        _ => {}
    }
    // 二十 in 二十至三十万 has its tens, and 30余至50万 its mark; only 万 and what is above it is lent to them.
    let power = if first.number.multiplied { second.number.lent_scale } else { second.number.lent };
    if !has_unit && !first.number.scaled && power > 0 {
        let lent = scaled(low, power);
        if lent.abs() < high.abs() {
            low = lent;
        } else if low.abs() < UNSCALED || low.abs() * LARGEST_RATIO < high.abs() {
            return None;
        }
    }
    if low > high && high >= 0.0 {
        return None;
    }
    (first.number.value, first.number.high, first.number.mark) = (low, high, Cue::None);
    first.number.scaled |= second.number.scaled;
    first.percent = first.percent.or(second.percent);
    first.thousandths |= second.thousandths;
    Some(true)
}

/// Takes the second end, and says whether the unit stands between the two.
fn second<'a>(text: &mut Cursor<'a>, first: &End) -> Option<(End<'a>, bool)> {
    let mut ahead = *text;
    while !ahead.rest.is_empty() && text.rest.len() - ahead.rest.len() < LONGEST_UNIT {
        let unit = text.rest.get(..text.rest.len() - ahead.rest.len())?;
        // 10--15 is a range, 10--5 goes below zero.
        for (joiners, upwards) in [("--", true), ("——|-|–|—|~|至|到|to ", false)] {
            let mut other = ahead;
            other.skip_spaces();
            if !(other.take(joiners) || (first.between && other.take("and |和|与|與"))) {
                continue;
            }
            other.skip_spaces();
            // What has fallen by 3 to 5 has fallen by both, unless the second says otherwise.
            let mut second = End::default();
            second.fallen = first.fallen;
            if second.read(&mut other)
                && second.cue == Cue::None
                && second.per.is_empty()
                && (second.currency.is_empty() || second.currency == first.currency)
                && (unit.is_empty() || other.rest.starts_with(unit))
                && (!upwards || (first.number.value > 0.0 && second.number.value > first.number.value))
            {
                *text = other;
                return Some((second, !unit.is_empty()));
            }
        }
        ahead.skip();
    }
    None
}
