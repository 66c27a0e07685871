//! One scale for bars on both sides of a baseline.

use super::draft::Item;
use super::form;

/// A baseline and px per unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// Room below the baseline, in px.
    pub(super) below: f64,
    /// Px a unit.
    pub(super) factor: f64,
}

/// How far the bars on one side of the baseline reach, with their forms and what stands at their ends.
fn side(items: &[Item], negative: bool, factor: f64) -> f64 {
    let mut longest: f64 = 0.0;
    for item in items {
        let (mut value, mut beyond) = (0.0, item.beyond);
        if let Some(amount) = &item.figure.amount {
            beyond += form::reach(amount.bound);
            value = if negative { -amount.value } else { amount.high };
            // A value of zero is a bar upwards.
            if value < 0.0 || (value == 0.0 && (negative || amount.value < 0.0)) {
                continue;
            }
        } else if negative {
            continue;
        }
        longest = longest.max((value * factor).max(1.0) + beyond);
    }
    longest
}

/// The largest scale, and no larger than `most`, at which every bar fits the room with what stands at its end.
pub(super) fn shared(items: &[Item], room: f64, most: f64) -> Scale {
    let mut largest: f64 = 0.0;
    for item in items {
        if let Some(amount) = &item.figure.amount {
            largest = largest.max(-amount.value).max(amount.high);
        }
    }
    let (mut low, mut high) = (0.0, if largest > 0.0 { most.min(room / largest) } else { 0.0 });
    // Each side grows with the factor, so halving finds where both together just fit.
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if side(items, false, middle) + side(items, true, middle) <= room {
            low = middle;
        } else {
            high = middle;
        }
    }
    Scale { below: side(items, true, low), factor: low }
}
