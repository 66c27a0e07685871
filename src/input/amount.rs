//! How much a figure states: its value, bound, high end, unit and rate, put together from the fields.

use super::fields::{BOUND, Fields, HIGH, Said, VALUE};
use super::reader::Reader;
use crate::decimal::{Decimal, scaled};
use crate::figures::{Amount, Bound, Figure};
use crate::quantity::{self, Quantity};
use crate::unit;

impl Reader {
    /// Fills in what the figure states; `None` after telling why it can't be drawn.
    pub(super) fn amount(&mut self, fields: &Fields, figure: &mut Figure) -> Option<()> {
        let value = &fields.said[VALUE];
        let mut said =
            Quantity { amount: Amount::exact(0.0), unit: String::new(), scaled: false, per: String::new() };
        let is_stated = self.quantity(value, "value", &mut said)?;
        if figure.unit.is_empty() && said.unit.is_empty() {
            figure.unit.push_str(fields.column_unit);
        }
        let unit_scale = split_unit(figure);
        if !is_stated {
            return Some(());
        }
        // A text that names its own scale is complete: 40余万 with the unit 万元 is 40余万元.
        let scale_for = |said: &Quantity| if said.scaled { 1.0 } else { unit_scale };
        let mut scale = scale_for(&said);
        // Ten of ‰ are one of %.
        let tenfold = match (figure.unit.as_str(), said.unit.as_str()) {
            ("%", "‰") => 0.1,
            ("‰", "%") => 10.0,
            _ => 1.0,
        };
        if tenfold != 1.0 {
            scale = tenfold;
            said.unit.clear();
            said.unit.push_str(&figure.unit);
        }
        if let Said::Text(text) = *value
            && figure.unit == "%"
            && said.unit.is_empty()
            && said.amount.high.abs() < 1.0
            && !text.chars().any(|char| matches!(char, '.' | '．' | '点' | '點'))
        {
            // A third of the whole is 33.3 % of it.
            scale = 100.0;
        }
        // 40元 with the unit 万元 differs too: the unit has a scale that the text lacks.
        let lacks_unit = said.unit.is_empty() && !figure.unit.is_empty();
        let mut agrees =
            self.settle("unit", &mut figure.unit, &said.unit, scale != 1.0 && tenfold == 1.0, value)
                & self.settle("per", &mut figure.per, &said.per, false, value)
                & !lacks_unit;

        let mut amount = said.amount;
        let stated = amount.bound;
        amount.value = times(amount.value, scale);
        amount.high = times(amount.high, scale);
        let end = &fields.said[HIGH];
        let has_high = !matches!(end, Said::Nothing) && self.quantity(end, "high", &mut said)?;
        if has_high {
            amount.bound = Bound::Range;
        }
        if !self.bound(&fields.said[BOUND], &mut amount.bound) {
            return None;
        }
        if stated != amount.bound {
            amount.near = false;
            if stated != Bound::Exact {
                agrees = false;
                let message = " differs from the value ";
                self.tell("bound", &[amount.bound.keyword(), message, &value.named(), "; the field counts"]);
            }
        }
        if amount.bound != Bound::Range {
            if has_high {
                self.tell("high", &["is ignored, because the bound is ", amount.bound.keyword()]);
            }
            if amount.bound == Bound::AtMost {
                amount.value = amount.high;
            }
            amount.high = amount.value;
        } else if has_high {
            agrees = false;
            self.settle("unit", &mut figure.unit, &said.unit, false, end);
            let high = times(said.amount.high, scale_for(&said));
            amount = Amount::range(amount.value, high);
        } else if stated != Bound::Range {
            self.tell("high", &["is missing; a range needs its high end"]);
            return None;
        }
        if !(amount.high - amount.value).is_finite() {
            self.tell("value", &["is too large a number"]);
            return None;
        }
        // A plain number is nobody's wording, so it is shown as the reader's language writes it; and so is a text
        // that doesn't say all that the figure says.
        if let Said::Text(text) = *value
            && agrees
            && !text.bytes().all(is_plain)
        {
            figure.written.push_str(text);
        }
        figure.amount = Some(amount);
        Some(())
    }

    /// Takes what the value says where the figure has no such field, and tells where both differ. Whether they
    /// agree.
    fn settle(&mut self, field: &str, own: &mut String, said: &str, differs: bool, value: &Said) -> bool {
        if own.is_empty() {
            own.push_str(said);
        } else if !said.is_empty() && (differs || unit::canonical(own) != unit::canonical(said)) {
            self.tell(field, &[own, " differs from the value ", &value.named(), "; the field counts"]);
            return false;
        }
        true
    }

    /// Reads the quantity in a field. Whether it is one: `Some(false)` is a stated gap, and `None` follows after
    /// telling that it is neither.
    fn quantity(&mut self, said: &Said, field: &str, into: &mut Quantity) -> Option<bool> {
        into.scaled = false;
        into.unit.clear();
        into.per.clear();
        match *said {
            Said::Null => return Some(false),
            // Adding zero turns a negative zero into zero.
            Said::Number(number) if number.is_finite() => {
                into.amount = Amount::exact(number + 0.0);
                return Some(true);
            }
            // Most cells of a large table are such, and the parser takes microseconds.
            Said::Text(text)
                if (1..=15).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) =>
            {
                let number = text.bytes().fold(0.0, |number, b| number * 10.0 + f64::from(b - b'0'));
                into.amount = Amount::exact(number);
                return Some(true);
            }
            Said::Text(text) => {
                if let Some(read) = quantity::parse(text) {
                    *into = read;
                    return Some(true);
                }
            }
            _ => {}
        }
        let mend = if self.is_table() { "nothing" } else { "null" };
        let message = " is not a quantity; write a number, a text such as \"2000余人\", or ";
        self.tell(field, &[&said.named(), message, mend, " for a gap"]);
        None
    }
}

/// Whether a cell consists of such bytes where programs write a number.
pub(super) fn is_plain(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.' || byte == b'-'
}

/// Takes the scale off the unit of a figure, 10,000 off 万元, and the rate off 元/人.
fn split_unit(figure: &mut Figure) -> f64 {
    if figure.unit.is_empty() {
        return 1.0;
    }
    let Some(one) = one(&figure.unit) else { return 1.0 };
    if figure.per.is_empty() {
        figure.per = one.per;
    }
    figure.unit = one.unit;
    one.amount.value
}

/// One of a unit with its scale: only as part of a quantity does 万元 say what is which.
fn one(unit: &str) -> Option<Quantity> {
    // The scale of $m and US$ billion stands behind the currency.
    let (currency, name) = unit.split_at(quantity::currency_length(unit));
    let mut one = currency.to_string();
    // 100 million yuan has its number.
    if !name.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        one.push_str(if currency.is_empty() { "1 " } else { "1" });
    }
    one.push_str(name);
    let one = quantity::parse(&one)?;
    let is_one = Decimal::of(one.amount.value).digits == 1 && one.amount.bound == Bound::Exact;
    is_one.then_some(one)
}

/// Whether a text is a unit that is known, or one with a scale: 万元, %, thousand tonnes.
pub(super) fn is_unit(text: &str) -> bool {
    one(text).is_some_and(|one| one.amount.value != 1.0 || unit::is_known(&one.unit))
}

/// Whether a heading is a unit that heads nothing but values: %, £, 万元, £m, thousand tonnes. 百度 and 万科 are names, and so
/// may EUR be one.
pub(super) fn is_of_values(text: &str) -> bool {
    let names_scale =
        |one: Quantity| one.amount.value >= 1000.0 && (one.unit.is_empty() || unit::is_known(&one.unit));
    matches!(text, "%" | "‰" | "$" | "€" | "£" | "¥" | "₹")
        || (!text.starts_with(|first: char| first.is_ascii_digit()) && one(text).is_some_and(names_scale))
}

/// A unit in another language, without the scale that the value has taken on: 10,000 yuan is yuan.
pub(crate) fn unscaled(unit: &str) -> String {
    match one(unit) {
        Some(one) if one.amount.value != 1.0 => one.unit,
        _ => unit.to_string(),
    }
}

/// The product with a scale as decimal arithmetic has it: 0.57 万 is 5700, not 5699.999….
fn times(value: f64, scale: f64) -> f64 {
    let power = Decimal::of(scale);
    if power.digits == 1 { scaled(value, power.exponent) } else { value * scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_multiplies_decimals_exactly() {
        for (value, scale, product) in [
            (0.57, 1e4, 5700.0),
            (4.35, 1e8, 435_000_000.0),
            (0.123_456, 1e4, 1234.56),
            (-1.1, 1e4, -11_000.0),
            (0.0, 1e8, 0.0),
            (2.5, 1.0, 2.5),
        ] {
            assert_eq!(times(value, scale), product, "{value} × {scale}");
        }
        assert!(times(1e308, 1e4).is_infinite());
    }
}
