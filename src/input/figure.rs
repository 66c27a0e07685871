//! One figure from its fields, whether they come from JSON or from the cells of a row.

use super::place::Place;
use super::value::{Fields, Value, field};
use super::{MAX_LABEL, amount, period};
use crate::figures::{Figure, Notice, Period};

/// The fields of a figure that are read; every other text is kept by its name.
pub const FIGURE_FIELDS: [&str; 14] = [
    "id", "label", "value", "high", "bound", "near", "unit", "year", "group", "per", "emphasis", "note",
    "quote", "written",
];

/// Reads a figure; the error says why it is left out, the notices what was repaired in it.
pub(super) fn read(fields: &Fields, place: Place, notices: &mut Vec<Notice>) -> Result<Figure, Notice> {
    let label = label(fields, place)?;
    let year = year(fields, place)?;
    let stated = amount::read(fields, place, notices)?;
    let group = text(fields, "group", place, notices);
    for (name, text) in [("group", &group), ("unit", &stated.unit), ("per", &stated.per)] {
        check_length(text, name, place)?;
    }
    Ok(Figure {
        id: text(fields, "id", place, notices),
        label,
        amount: stated.amount,
        unit: stated.unit,
        year,
        group,
        per: stated.per,
        emphasis: is_set(field(fields, "emphasis")),
        written: stated.written,
        note: text(fields, "note", place, notices),
        quote: text(fields, "quote", place, notices),
        extra: extra(fields),
    })
}

/// The notice that a field of a figure is wrong. In a table the path is that of the row, so the message starts
/// with the field.
pub(super) fn wrong(place: Place, field: &str, message: &[&str]) -> Notice {
    let message = message.concat();
    let message = match place {
        Place::Line(_) | Place::Row(_) if !field.is_empty() => [field, " ", &message].concat(),
        _ => message,
    };
    Notice { path: place.path(field), message }
}

/// An optional text; anything but a text or a number is ignored with a notice.
pub(super) fn text(fields: &Fields, name: &str, place: Place, notices: &mut Vec<Notice>) -> String {
    match field(fields, name) {
        None | Some(Value::Null) => String::new(),
        Some(value) => value.as_text().unwrap_or_else(|| {
            notices.push(wrong(place, name, &[&value.named(), " is not a text; the field is ignored"]));
            String::new()
        }),
    }
}

fn label(fields: &Fields, place: Place) -> Result<String, Notice> {
    let label = match field(fields, "label") {
        None | Some(Value::Null) => String::new(),
        Some(value) => value.as_text().ok_or_else(|| {
            wrong(place, "label", &[&value.named(), " is not a text; write what the figure counts"])
        })?,
    };
    if label.is_empty() {
        return Err(wrong(
            place,
            "label",
            &["is missing; write what the figure counts, such as \"培训人员\""],
        ));
    }
    check_length(&label, "label", place)?;
    Ok(label)
}

fn check_length(text: &str, name: &str, place: Place) -> Result<(), Notice> {
    // A text has no more characters than bytes, so short ones needn't be counted.
    if text.len() <= MAX_LABEL {
        return Ok(());
    }
    let count = text.chars().count();
    if count <= MAX_LABEL {
        return Ok(());
    }
    Err(wrong(
        place,
        name,
        &[
            "has ",
            &count.to_string(),
            " characters; the limit is ",
            &MAX_LABEL.to_string(),
            ", so shorten it",
        ],
    ))
}

fn year(fields: &Fields, place: Place) -> Result<Option<Period>, Notice> {
    let value = match field(fields, "year") {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => value,
    };
    let period = match value {
        Value::Number(number) => period::from_number(*number),
        Value::Text(text) if text.trim().is_empty() => return Ok(None),
        Value::Text(text) => period::parse(text),
        _ => None,
    };
    let mend = " is not a period; write a year such as 2011, or 2011Q1, 2011-03 or 2011-03-05";
    period.map(Some).ok_or_else(|| wrong(place, "year", &[&value.named(), mend]))
}

/// Whether a mark such as `true`, or 是 in a cell, is set.
pub(super) fn is_set(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(set)) => *set,
        Some(Value::Number(number)) => *number == 1.0,
        Some(Value::Text(text)) => {
            let text = text.trim();
            text == "是"
                || text == "1"
                || text.eq_ignore_ascii_case("true")
                || text.eq_ignore_ascii_case("yes")
        }
        _ => false,
    }
}

fn extra(fields: &Fields) -> Vec<(String, String)> {
    let mut extra = Vec::new();
    for (name, value) in fields {
        if let Value::Text(text) = value
            && !FIGURE_FIELDS.contains(&name.as_str())
        {
            extra.push((name.clone(), text.clone()));
        }
    }
    extra
}
