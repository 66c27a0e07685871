//! The fields of one figure, whether an object or the cells of a row hold them.

use super::value::Value;
use crate::format;

/// The fields of a figure that are read; every other text is kept by its name.
pub const FIGURE_FIELDS: [&str; 12] =
    ["label", "group", "unit", "per", "id", "note", "quote", "value", "high", "bound", "year", "emphasis"];

/// How many of them, from the first, are texts.
pub(super) const TEXTS: usize = 7;

/// How many of those must not be longer than a label.
pub(super) const SHORT_TEXTS: usize = 5;

// Where the fields are that are not just texts.
pub(super) const LABEL: usize = 0;
pub(super) const GROUP: usize = 1;
pub(super) const UNIT: usize = 2;
pub(super) const NOTE: usize = 5;
pub(super) const VALUE: usize = 7;
pub(super) const HIGH: usize = 8;
pub(super) const BOUND: usize = 9;
pub(super) const YEAR: usize = 10;
pub(super) const EMPHASIS: usize = 11;

/// What a field says.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// The field is not there.
    Nothing,
    Null,
    Flag(bool),
    Number(f64),
    Text(&'a str),
    List,
    Object,
}

impl<'a> Said<'a> {
    pub(super) fn of(value: &'a Value) -> Said<'a> {
        match value {
            Value::Null => Said::Null,
            Value::Bool(flag) => Said::Flag(*flag),
            Value::Number(number) => Said::Number(*number),
            Value::Text(text) => Said::Text(text.trim()),
            Value::List(_) => Said::List,
            Value::Map(_) => Said::Object,
        }
    }

    /// Whether it says no more than that the field is there.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Said::Nothing | Said::Null => true,
            Said::Text(text) => text.is_empty(),
            _ => false,
        }
    }

    /// How a message names it: a text in quotation marks, cut where it is too long for a sentence.
    pub(super) fn named(&self) -> String {
        let mut name = String::new();
        name.push_str(match *self {
            Said::Nothing => "nothing",
            Said::Null => "null",
            Said::Flag(true) => "true",
            Said::Flag(false) => "false",
            Said::Number(number) => return format::plain(number),
            Said::Text(_) => "\"",
            Said::List => "a list",
            Said::Object => "an object",
        });
        if let Said::Text(text) = *self {
            // At most 40 characters of Chinese; a character has at most four bytes, so one of the ends exists.
            let mut end = text.len().min(120);
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            name.push_str(text.get(..end).unwrap_or(text));
            name.push_str(if end < text.len() { "…\"" } else { "\"" });
        }
        name
    }
}

/// The fields of one figure.
#[derive(Clone)]
pub(super) struct Fields<'a> {
    /// Those of [`FIGURE_FIELDS`].
    pub(super) said: [Said<'a>; FIGURE_FIELDS.len()],
    /// The unit of a value that names none and has no unit of its own, or empty.
    pub(super) column_unit: &'a str,
    /// The texts with other names.
    pub(super) extra: Vec<(&'a str, &'a str)>,
}

impl<'a> Fields<'a> {
    pub(super) fn new() -> Fields<'a> {
        Fields { said: [Said::Nothing; FIGURE_FIELDS.len()], column_unit: "", extra: Vec::new() }
    }

    /// Sets a field; of two with one name the last one counts, as in `JSON.parse`.
    pub(super) fn set(&mut self, name: &'a str, said: Said<'a>) {
        for (field, slot) in FIGURE_FIELDS.iter().zip(&mut self.said) {
            if *field == name {
                *slot = said;
                return;
            }
        }
        if let Said::Text(text) = said {
            self.extra.push((name, text));
        }
    }
}
