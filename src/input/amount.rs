//! How much a figure states: its value, bound, high end, unit and rate, put together from the fields.

use super::figure::{is_set, text, wrong};
use super::place::Place;
use super::value::{Fields, Value, field, quoted};
use crate::decimal::Decimal;
use crate::figures::{Amount, Bound, Notice};
use crate::quantity::{self, Quantity};
use crate::unit;

/// What the fields of a figure say of its quantity.
pub(super) struct Stated {
    pub amount: Option<Amount>,
    pub unit: String,
    pub per: String,
    pub written: String,
}

/// What the fields `unit` and `per` say, which wins over the text of the value.
struct Unit {
    /// As the author wrote it.
    text: String,
    /// What one of it is worth in `name`: 10,000 for 万元.
    scale: f64,
    name: String,
    per: String,
}

/// Reads the quantity of a figure; the error says why the figure is left out.
pub(super) fn read(fields: &Fields, place: Place, notices: &mut Vec<Notice>) -> Result<Stated, Notice> {
    let unit = Unit::read(fields, place, notices);
    let value = field(fields, "value");
    let Some(said) = quantity_of(value, "value", place)? else {
        return Ok(Stated { amount: None, unit: unit.name, per: unit.per, written: String::new() });
    };
    let written = match value {
        Some(Value::Text(text)) => text.trim(),
        _ => "",
    };
    let scale = unit.scale_for(written);
    let agrees = note_differences(&unit, &said, written, place, notices);
    let scaled = Amount {
        value: times(said.amount.value, scale),
        high: times(said.amount.high, scale),
        ..said.amount
    };
    let amount = bounded(scaled, &unit, fields, place, notices)?;
    if !amount.value.is_finite() || !amount.high.is_finite() {
        return Err(wrong(place, "value", &["is too large a number"]));
    }

    let mut stated = Stated { amount: Some(amount), unit: unit.name, per: unit.per, written: String::new() };
    if !written.is_empty() && agrees && amount == scaled {
        // The text alone must say what the figure says, so a unit from its own field is written behind it.
        let missing = match said.unit.as_str() {
            "" if scale == unit.scale => unit.text.as_str(),
            "" => stated.unit.as_str(),
            _ => "",
        };
        stated.written = joined(written, missing);
    } else if written.is_empty() {
        stated.written = written_elsewhere(fields, &amount, &stated.unit);
    }
    if stated.unit.is_empty() {
        stated.unit = said.unit;
    }
    if stated.per.is_empty() {
        stated.per = said.per;
    }
    Ok(stated)
}

/// The quantity in a field; `None` for a stated gap.
fn quantity_of(value: Option<&Value>, name: &str, place: Place) -> Result<Option<Quantity>, Notice> {
    let mend = ["write a number such as 2000 or a text such as \"2000余人\", ", place.gap()].concat();
    let value = value.ok_or_else(|| wrong(place, name, &["is missing; ", &mend]))?;
    let read = match value {
        Value::Null => return Ok(None),
        // Adding zero turns a negative zero into zero.
        Value::Number(number) if number.is_finite() => {
            Some(Quantity { amount: Amount::exact(number + 0.0), unit: String::new(), per: String::new() })
        }
        Value::Text(text) => quantity::parse(text),
        _ => None,
    };
    let finite = read.filter(|read| read.amount.value.is_finite() && read.amount.high.is_finite());
    finite.map(Some).ok_or_else(|| wrong(place, name, &[&value.named(), " is not a quantity; ", &mend]))
}

impl Unit {
    fn read(fields: &Fields, place: Place, notices: &mut Vec<Notice>) -> Unit {
        let written = text(fields, "unit", place, notices);
        let (scale, name) = unit::split_scale(&written);
        let mut unit = Unit {
            scale,
            name: name.to_string(),
            per: text(fields, "per", place, notices),
            text: String::new(),
        };
        // 元/人 is a unit and a rate in one; only as part of a quantity does it say which is which.
        if written.contains('/') || contains_ignoring_case(&written, " per ") {
            let one = quantity::parse(&joined("1", &written)).filter(|one| !one.per.is_empty());
            if let Some(one) = one {
                unit.scale = one.amount.value;
                unit.name = one.unit;
                if unit.per.is_empty() {
                    unit.per = one.per;
                }
            }
        }
        unit.text = written;
        unit
    }

    /// What to multiply the number of a text with. A text that names its own scale is complete: 40余万 with
    /// the unit 万元 is 40余万元.
    fn scale_for(&self, text: &str) -> f64 {
        let names_scale = text.contains(['万', '萬', '亿', '億'])
            || ["million", "billion", "trillion"].iter().any(|word| contains_ignoring_case(text, word));
        if names_scale { 1.0 } else { self.scale }
    }
}

/// Says where the fields differ from the text of the value; whether they agree.
fn note_differences(
    unit: &Unit,
    said: &Quantity,
    text: &str,
    place: Place,
    notices: &mut Vec<Notice>,
) -> bool {
    let differs = |field: &str, said: &str| {
        !field.is_empty() && !said.is_empty() && unit::canonical(field) != unit::canonical(said)
    };
    // 40元 with the unit 万元 differs too: the unit has a scale that the text lacks.
    let other_scale = !said.unit.is_empty() && unit.scale_for(text) != 1.0;
    let other_unit = differs(&unit.name, &said.unit) || other_scale;
    let other_per = differs(&unit.per, &said.per);
    for (name, field, other) in [("unit", &unit.text, other_unit), ("per", &unit.per, other_per)] {
        if other {
            let message = [&quoted(field), " differs from the value ", &quoted(text), "; the field counts"];
            notices.push(wrong(place, name, &message));
        }
    }
    !other_unit && !other_per
}

/// The amount with the bound and the high end that fields of their own give it.
fn bounded(
    said: Amount,
    unit: &Unit,
    fields: &Fields,
    place: Place,
    notices: &mut Vec<Notice>,
) -> Result<Amount, Notice> {
    let high = high_end(unit, fields, place)?;
    let given = bound_field(fields, place)?;
    let bound = given.unwrap_or(if high.is_some() { Bound::Range } else { said.bound });
    if said.bound != Bound::Exact && said.bound != bound {
        let message = [
            bound.keyword(),
            " differs from the value, which says ",
            said.bound.keyword(),
            "; the field counts",
        ];
        notices.push(wrong(place, if given.is_some() { "bound" } else { "high" }, &message));
    }
    if bound != Bound::Range {
        if high.is_some() {
            notices.push(wrong(place, "high", &["is ignored, because the bound is ", bound.keyword()]));
        }
        let value = if bound == Bound::AtMost { said.high } else { said.value };
        let near = bound == Bound::About && (said.near || is_set(field(fields, "near")));
        return Ok(Amount { near, ..Amount::bounded(value, bound) });
    }
    match high {
        Some(high) if high < said.value => {
            notices.push(wrong(place, "high", &["is below the value; the two ends are swapped"]));
            Ok(Amount::range(said.value, high))
        }
        Some(high) => Ok(Amount::range(said.value, high)),
        None if said.bound == Bound::Range => Ok(said),
        None => Err(wrong(place, "high", &["is missing; a range needs its high end"])),
    }
}

fn high_end(unit: &Unit, fields: &Fields, place: Place) -> Result<Option<f64>, Notice> {
    let value = match field(fields, "high") {
        None => return Ok(None),
        Some(value) => value,
    };
    let text = if let Value::Text(text) = value { text.as_str() } else { "" };
    let quantity = quantity_of(Some(value), "high", place)?;
    Ok(quantity.map(|quantity| times(quantity.amount.high, unit.scale_for(text))))
}

fn bound_field(fields: &Fields, place: Place) -> Result<Option<Bound>, Notice> {
    let value = match field(fields, "bound") {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => value,
    };
    let word = value.as_text().unwrap_or_default().to_ascii_lowercase().replace([' ', '_'], "-");
    if word.is_empty() && matches!(value, Value::Text(_)) {
        return Ok(None);
    }
    let mend = " is not a bound; write exact, at-least, at-most, about or range";
    Bound::from_keyword(&word).map(Some).ok_or_else(|| wrong(place, "bound", &[&value.named(), mend]))
}

/// The field `written`, if it says the same as the figure.
fn written_elsewhere(fields: &Fields, amount: &Amount, unit: &str) -> String {
    let Some(Value::Text(text)) = field(fields, "written") else { return String::new() };
    let same = quantity::parse(text)
        .is_some_and(|said| said.amount == *amount && unit::canonical(&said.unit) == unit::canonical(unit));
    if same { text.trim().to_string() } else { String::new() }
}

/// A text and the unit behind it, with a space where words would run together.
fn joined(text: &str, unit: &str) -> String {
    let spaced = unit.starts_with(|c: char| c.is_ascii_alphabetic()) && text.is_ascii();
    [text, if spaced { " " } else { "" }, unit].concat()
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

fn contains_ignoring_case(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
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
