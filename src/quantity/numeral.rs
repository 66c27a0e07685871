//! One number as a sum of terms: 1亿2千万, "two hundred and fifty thousand", 两三百.

use crate::decimal::Decimal;
use crate::figures::Bound;

/// A number whose powers of ten stay apart from its digits until the end, so that 4.35万 is exactly 43,500.
#[derive(Clone, Debug, Default)]
pub(super) struct Numeral {
    terms: Vec<Term>,
    /// What 余, 多, 几 or 来 inside the number says.
    pub(super) mark: Option<Bound>,
    /// Written in Chinese numerals only.
    pub(super) chinese: bool,
    /// Opens with a multiplier, as 百 in 近百人: a number only beside a cue.
    pub(super) bare: bool,
}

/// Digits (two sets for 两三百) with the multipliers that follow them.
#[derive(Clone, Copy, Debug, Default)]
struct Term {
    low: u64,
    high: u64,
    /// Power of ten of the last digit: −1 in 3.5.
    exponent: i32,
    /// Power of 十, 百, 千, hundred.
    small: i32,
    /// Power of 万, 亿, thousand, million …
    large: i32,
    /// Power of the last multiplier; zero while the term waits for one.
    last: i32,
    /// One digit that no zero leads, so that 一万五 is 15,000.
    single: bool,
    /// Takes no more multipliers of its own.
    closed: bool,
}

impl Term {
    fn power(&self) -> i32 {
        self.small + self.large
    }
}

impl Numeral {
    /// Low and high value with `power` more powers of ten; they differ for 两三百.
    pub(super) fn values(&self, power: i32) -> (f64, f64) {
        let (mut low, mut high) = (0.0, 0.0);
        for term in &self.terms {
            let exponent = term.exponent + term.power() + power;
            low += Decimal { digits: term.low, exponent }.to_f64();
            high += Decimal { digits: term.high, exponent }.to_f64();
        }
        (low, high)
    }

    /// The power of ten that a range's second number lends to its first: 4 in 3–5万.
    ///
    /// 十 lends nothing: 二到三十 begins at two.
    pub(super) fn lent_power(&self) -> i32 {
        match self.terms.as_slice() {
            [only] if only.power() > 1 => only.power(),
            _ => 0,
        }
    }

    /// Digits without a multiplier or mark.
    pub(super) fn is_plain(&self) -> bool {
        self.mark.is_none() && matches!(self.terms.as_slice(), [only] if !only.closed)
    }

    /// A whole number in plain digits.
    pub(super) fn is_whole(&self) -> bool {
        self.is_plain() && matches!(self.terms.as_slice(), [only] if only.exponent == 0)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether the last term waits for a multiplier.
    pub(super) fn is_open(&self) -> bool {
        self.terms.last().is_some_and(|term| !term.closed)
    }

    /// Whether another term may follow: not within one, nor after 余 or two numbers at once.
    pub(super) fn takes_term(&self) -> bool {
        self.mark.is_none() && self.terms.last().is_none_or(|term| term.closed && term.low == term.high)
    }

    /// Power of the last multiplier; zero without one.
    pub(super) fn last_power(&self) -> i32 {
        self.terms.last().map_or(0, |term| term.last)
    }

    /// Adds a term that waits for its multipliers.
    pub(super) fn push(&mut self, digits: u64, exponent: i32, single: bool) {
        self.push_pair(digits, digits, exponent, single);
    }

    /// Adds a term of two neighbouring numbers, as in 两三百.
    pub(super) fn push_pair(&mut self, low: u64, high: u64, exponent: i32, single: bool) {
        self.terms.push(Term { low, high, exponent, single, ..Term::default() });
    }

    /// Changes the digits of the last term: the same function for both ends. `None` on overflow.
    pub(super) fn change(&mut self, exponent: i32, digits: impl Fn(u64) -> Option<u64>) -> Option<()> {
        let term = self.terms.last_mut()?;
        (term.low, term.high) = (digits(term.low)?, digits(term.high)?);
        term.exponent += exponent;
        term.single = false;
        Some(())
    }

    /// The digits of the last term if it is whole and waits for a multiplier.
    pub(super) fn open_digits(&self) -> Option<u64> {
        self.terms.last().filter(|term| !term.closed && term.exponent == 0).map(|term| term.low)
    }

    /// Takes no more multipliers of the last term's own.
    pub(super) fn close(&mut self) {
        if let Some(term) = self.terms.last_mut() {
            term.closed = true;
        }
    }

    /// A multiplier of the last term: 十, 百, 千, hundred. `false` if it has one.
    pub(super) fn multiply_term(&mut self, power: i32) -> bool {
        match self.terms.last_mut() {
            Some(term) if !term.closed => {
                term.small += power;
                term.last = power;
                term.closed = true;
                true
            }
            _ => false,
        }
    }

    /// A multiplier of everything since the last one as large: 万, 亿, thousand, million. `false` if there is nothing.
    pub(super) fn multiply_section(&mut self, power: i32) -> bool {
        let mut any = false;
        for term in self.terms.iter_mut().rev().take_while(|term| term.large < power) {
            term.large += power;
            term.last = power;
            term.closed = true;
            any = true;
        }
        any
    }

    /// Settles what only the end of the number decides; `false` if its terms don't descend.
    pub(super) fn finish(&mut self) -> bool {
        if let [.., before, last] = self.terms.as_mut_slice() {
            if !last.closed && last.single && before.last > 1 {
                last.large = before.last - 1;
            } else if before.last == 8 && last.single && last.small == 3 && last.large == 0 {
                // 一亿五千 is said for 150,000,000.
                last.large = 4;
            }
        }
        let descends = |before: &Term, after: &Term| {
            let value = Decimal { digits: after.high, exponent: after.exponent + after.power() };
            value.to_f64() < Decimal { digits: 1, exponent: before.power() }.to_f64()
        };
        !self.is_empty() && self.terms.windows(2).all(|pair| matches!(pair, [a, b] if descends(a, b)))
    }
}
