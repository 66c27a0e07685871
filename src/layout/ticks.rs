//! Round ticks on a linear axis.

/// The ends and steps of an axis: every tick is `index * step` or, for steps below one,
/// `index / inverse`, so that no error adds up.
///
/// The choice of 1, 2 and 5 times a power of ten follows d3-array's `ticks`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The round values, in order; the first and last are the ends of the axis.
    pub values: Vec<f64>,
}

/// Ticks that reach from at most `low` to at least `high`, about `count` of them. Both ends must be finite.
pub fn ticks(low: f64, high: f64, count: usize) -> Ticks {
    let (low, high) = if low < high { (low, high) } else { widened(low) };
    let count = count.clamp(2, 20);
    // Halved before the subtraction, so that the widest finite span stays finite.
    let step = 2.0 * ((high / 2.0 - low / 2.0) / count as f64);
    if !step.is_finite() || step < f64::MIN_POSITIVE * 1e6 {
        return Ticks { values: vec![low, high] };
    }
    // The power of ten at or below the step, by multiplication: below 10²² that is exact.
    let small = step < 1.0;
    let mut scale = 1.0;
    while if small { step * scale < 1.0 } else { step / scale >= 10.0 } {
        scale *= 10.0;
    }
    let fraction = if small { step * scale } else { step / scale };
    // The roots of 50, 10 and 2: the middles between the factors on a logarithmic scale.
    let factor = match fraction {
        f if f >= 7.071 => 10.0,
        f if f >= 3.162 => 5.0,
        f if f >= 1.414 => 2.0,
        _ => 1.0,
    };
    let value = |index: f64| if small { index * factor / scale } else { index * factor * scale };
    let index = |value: f64| if small { value * scale / factor } else { value / scale / factor };
    let first = (index(low) + 1e-9).floor();
    let last = (index(high) - 1e-9).ceil();
    let mut values = Vec::new();
    let mut at = first;
    while at <= last && values.len() < 64 {
        let tick = value(at);
        // Rounding outwards may pass the largest number there is.
        values.push(if tick.is_finite() { tick } else { high });
        at += 1.0;
    }
    Ticks { values }
}

impl Ticks {
    /// The lowest tick.
    pub fn low(&self) -> f64 {
        self.values.first().copied().unwrap_or(0.0)
    }

    /// The highest tick.
    pub fn high(&self) -> f64 {
        self.values.last().copied().unwrap_or(1.0)
    }

    /// Where a value lies between the ends, 0 to 1.
    pub fn place(&self, value: f64) -> f64 {
        let (low, high) = (self.low(), self.high());
        let span = high / 2.0 - low / 2.0;
        if span > 0.0 { ((value / 2.0 - low / 2.0) / span).clamp(0.0, 1.0) } else { 0.5 }
    }
}

fn widened(value: f64) -> (f64, f64) {
    if value > 0.0 {
        (0.0, value)
    } else if value < 0.0 {
        (value, 0.0)
    } else {
        (0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_both_ends() {
        assert_eq!(ticks(0.0, 98.0, 4).values, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(0.0, 0.3, 3).values, [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks(-3.0, 4.0, 3).values, [-4.0, -2.0, 0.0, 2.0, 4.0]);
    }

    #[test]
    fn the_ends_of_the_number_range_give_finite_ticks() {
        for (low, high) in [(-1.7e308, 1.7e308), (0.0, 1e308), (0.0, 5e-324), (7.0, 7.0), (0.0, 0.0)] {
            let ticks = ticks(low, high, 4);
            assert!(ticks.values.len() >= 2 && ticks.values.iter().all(|tick| tick.is_finite()));
            assert!((0.0..=1.0).contains(&ticks.place(high)));
        }
    }
}
