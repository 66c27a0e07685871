//! Decimal numbers, between the digits that people write and binary floating point.
//!
//! The standard library's `f64` parser carries a table of over 10 KB, which a download of this size can't afford.

/// `digits` × 10^`exponent`, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Decimal {
    pub(crate) digits: u64,
    pub(crate) exponent: i32,
}

/// Which way digits that don't fit are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rounding {
    Nearest,
    Down,
    Up,
}

/// More significant digits than this are noise in an `f64`.
const SIGNIFICANT: i32 = 15;

impl Decimal {
    /// The 15 significant digits of a finite number's magnitude: what a person wrote, without binary noise.
    pub(crate) fn of(value: f64) -> Decimal {
        let value = value.abs();
        if value == 0.0 || !value.is_finite() {
            return Decimal::default();
        }
        // The binary exponent gives the decimal one to within a step or two; subnormals take a few more.
        let binary = (value.to_bits() >> 52) as i32 - 1023;
        let mut magnitude = binary * 30103 / 100_000;
        let lowest = 1e14;
        let mut scaled = shifted(value, SIGNIFICANT - 1 - magnitude);
        while scaled < lowest {
            magnitude -= 1;
            scaled = shifted(value, SIGNIFICANT - 1 - magnitude);
        }
        while scaled >= lowest * 10.0 {
            magnitude += 1;
            scaled = shifted(value, SIGNIFICANT - 1 - magnitude);
        }
        let digits = (scaled + 0.5) as u64;
        Decimal { digits, exponent: magnitude - (SIGNIFICANT - 1) }.trimmed()
    }

    /// The nearest `f64`; exact where 15 digits and an exponent within ±22 suffice. Infinite when too large.
    pub(crate) fn to_f64(self) -> f64 {
        shifted(self.digits as f64, self.exponent)
    }

    /// With at most `count` significant digits.
    pub(crate) fn rounded(self, count: i32, rounding: Rounding) -> Decimal {
        let extra = (self.digit_count() - count).max(0);
        let step = power_of_ten(extra);
        let added = match rounding {
            Rounding::Nearest => step / 2,
            Rounding::Down => 0,
            Rounding::Up => step - 1,
        };
        Decimal { digits: (self.digits + added) / step, exponent: self.exponent + extra }.trimmed()
    }

    /// How many digits `digits` has; zero has one.
    pub(crate) fn digit_count(self) -> i32 {
        self.digits.checked_ilog10().unwrap_or(0) as i32 + 1
    }

    /// Power of ten of the first digit: 3 for 2356.
    pub(crate) fn magnitude(self) -> i32 {
        self.digit_count() - 1 + self.exponent
    }

    /// Without trailing zeros in `digits`.
    fn trimmed(mut self) -> Decimal {
        if self.digits == 0 {
            return Decimal::default();
        }
        while self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.exponent += 1;
        }
        self
    }
}

/// 10^`power`, which is at most 19.
pub(crate) fn power_of_ten(power: i32) -> u64 {
    let mut product = 1;
    for _ in 0..power {
        product *= 10;
    }
    product
}

/// `value` × 10^`power` as decimal arithmetic has it: 4.35万 is 43,500, not 43,499.999….
pub(crate) fn scaled(value: f64, power: i32) -> f64 {
    if power == 0 || !value.is_finite() {
        return value;
    }
    let decimal = Decimal::of(value);
    shifted(decimal.digits as f64, decimal.exponent + power).copysign(value)
}

/// `value` × 10^`exponent`. Powers up to 22 are exact, so there the result is rounded once.
pub(crate) fn shifted(mut value: f64, exponent: i32) -> f64 {
    let count = exponent.unsigned_abs().min(511);
    // The least first: the exact steps come before those that round.
    let mut product = 1.0;
    for (bit, power) in [1e1, 1e2, 1e4, 1e8, 1e16, 1e32, 1e64, 1e128, 1e256].iter().enumerate() {
        if count >> bit & 1 == 0 {
            continue;
        } else if count <= 22 {
            product *= power;
        } else if exponent < 0 {
            value /= power;
        } else {
            value *= power;
        }
    }
    if exponent < 0 { value / product } else { value * product }
}
