//! How much a figure states: its value, bound, high end, unit and rate, put together from the fields.

use super::fields::{Fields, HIGH, Said, VALUE};
use super::reader::Reader;
use crate::decimal::Decimal;
use crate::figures::{Amount, Bound, Figure};
use crate::quantity::{self, Quantity};
use crate::unit;

impl Reader<'_> {
    /// Fills in what the figure states; `None` after telling why it can't be drawn.
    pub(super) fn amount(&mut self, fields: &Fields, figure: &mut Figure) -> Option<()> {
        let value = fields.get(VALUE);
        let said = self.quantity(value, "value")?;
        let written = if let Said::Text(text) = value { text } else { "" };
        if figure.unit.is_empty() && said.as_ref().is_none_or(|said| said.unit.is_empty()) {
            figure.unit.push_str(fields.column_unit);
        }
        let unit_text = figure.unit.clone();
        let unit_scale = split_unit(figure);
        let Some(said) = said else { return Some(()) };

        let scale = if names_scale(written) { 1.0 } else { unit_scale };
        let mut agrees = true;
        // 40元 with the unit 万元 differs too: the unit has a scale that the text lacks.
        let differences =
            [("unit", &mut figure.unit, said.unit, scale != 1.0), ("per", &mut figure.per, said.per, false)];
        let mut names_unit = true;
        for (name, own, other, other_scale) in differences {
            if own.is_empty() {
                *own = other;
            } else if other.is_empty() {
                names_unit &= name != "unit";
            } else if other_scale || unit::canonical(own) != unit::canonical(&other) {
                agrees = false;
                self.tell(name, &[own, " differs from the value ", &value.named(), "; the field counts"]);
            }
        }

        let high = match fields.get(HIGH) {
            Said::Nothing => None,
            high => self.quantity(high, "high")?.map(|said| {
                let names_scale = matches!(high, Said::Text(text) if names_scale(text));
                times(said.amount.high, if names_scale { 1.0 } else { unit_scale })
            }),
        };
        let scaled = Amount {
            value: times(said.amount.value, scale),
            high: times(said.amount.high, scale),
            ..said.amount
        };
        let implied = if high.is_some() { Bound::Range } else { scaled.bound };
        let bound = self.bound(fields)?.unwrap_or(implied);
        if scaled.bound != Bound::Exact && scaled.bound != bound {
            self.tell(
                "bound",
                &[bound.keyword(), " differs from the value ", &value.named(), "; the field counts"],
            );
        }
        if high.is_some() && bound != Bound::Range {
            self.tell("high", &["is ignored, because the bound is ", bound.keyword()]);
        }
        let amount = match high {
            _ if bound != Bound::Range => {
                let value = if bound == Bound::AtMost { scaled.high } else { scaled.value };
                Amount { near: scaled.near && bound == scaled.bound, ..Amount::bounded(value, bound) }
            }
            Some(high) => Amount::range(scaled.value, high),
            None if scaled.bound == Bound::Range => scaled,
            None => {
                self.tell("high", &["is missing; a range needs its high end"]);
                return None;
            }
        };
        if !amount.value.is_finite() || !amount.high.is_finite() {
            self.tell("value", &["is too large a number"]);
            return None;
        }
        // A plain number is nobody's wording, so it is shown as the reader's language writes it. Where the text
        // names no unit, the one from its own field is written behind it.
        if agrees && amount == scaled && written.bytes().any(|byte| !is_plain(byte)) {
            let missing = if names_unit { "" } else { unit_text.as_str() };
            if missing.is_empty() || scale == unit_scale {
                figure.written.push_str(written);
                if written.is_ascii() && missing.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    figure.written.push(' ');
                }
                figure.written.push_str(missing);
            }
        }
        figure.amount = Some(amount);
        Some(())
    }

    /// The quantity in a field; `Some(None)` for a stated gap.
    fn quantity(&mut self, said: Said, field: &str) -> Option<Option<Quantity>> {
        let read = match said {
            Said::Null => return Some(None),
            // Adding zero turns a negative zero into zero.
            Said::Number(number) if number.is_finite() => Some(Quantity {
                amount: Amount::exact(number + 0.0),
                unit: String::new(),
                per: String::new(),
            }),
            Said::Text(text) => quantity::parse(text),
            _ => None,
        };
        if read.is_none() {
            let mend = if self.is_table() { "nothing" } else { "null" };
            let message = " is not a quantity; write a number, a text such as \"2000余人\", or ";
            self.tell(field, &[&said.named(), message, mend, " for a gap"]);
        }
        read.map(Some)
    }
}

/// Whether a cell consists of such bytes where programs write a number.
pub(super) fn is_plain(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.' || byte == b'-'
}

/// Takes the scale off the unit of a figure, 10,000 off 万元, and the rate off 元/人.
fn split_unit(figure: &mut Figure) -> f64 {
    // Only as part of a quantity does a unit say which is which.
    if figure.unit.bytes().any(|byte| byte == b'/' || byte == b' ') {
        let mut one = "1 ".to_string();
        one.push_str(&figure.unit);
        if let Some(one) = quantity::parse(&one)
            && !one.per.is_empty()
        {
            if figure.per.is_empty() {
                figure.per = one.per;
            }
            figure.unit = one.unit;
            return one.amount.value;
        }
    }
    let (scale, name) = unit::split_scale(&figure.unit);
    figure.unit = name.to_string();
    scale
}

/// Whether a text names its own scale, and so is complete: 40余万 with the unit 万元 is 40余万元.
fn names_scale(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.contains(['万', '萬', '亿', '億'])
        || bytes.windows(6).any(|part| part.eq_ignore_ascii_case(b"illion"))
        // 3.5m and 2bn
        || bytes.windows(2).any(|part| matches!(part, [digit, letter] if digit.is_ascii_digit() && letter.is_ascii_alphabetic()))
}

/// The product with a scale as decimal arithmetic has it: 0.57 万 is 5700, not 5699.999….
fn times(value: f64, scale: f64) -> f64 {
    let (number, power) = (Decimal::of(value), Decimal::of(scale));
    if scale == 1.0 || power.digits != 1 {
        return value * scale;
    }
    let product = Decimal { exponent: number.exponent + power.exponent, ..number }.to_f64();
    if value < 0.0 { -product } else { product }
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
