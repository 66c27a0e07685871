//! A figures document: an object with `figures`, or the list alone.

use super::fields::{Fields, Said};
use super::reader::{Reader, TOO_MANY, path};
use super::value::{Value, field};
use super::{MAX_ROWS, is_web_address};
use crate::figures::{Error, Figures};

/// The fields of a document that are read.
pub const DOCUMENT_FIELDS: [&str; 7] =
    ["title", "subtitle", "description", "lang", "source", "notes", "figures"];

/// The paths of the texts in a document.
const TEXTS: [&str; 7] =
    ["title", "subtitle", "description", "lang", "source.name", "source.date", "source.url"];

/// Reads a figures document: an object with `figures`, or the list of figures alone.
///
/// # Errors
/// If it is neither, or no figure in it can be read.
pub fn from_value(value: &Value) -> Result<Figures, Error> {
    let mut reader = Reader::new("");
    let figures = match value {
        Value::Map(fields) => {
            read_document(fields, &mut reader);
            field(fields, "figures")
        }
        _ => Some(value),
    };
    let Some(Value::List(list)) = figures else {
        let message =
            "is not a list; write {\"figures\": [{\"label\": \"培训人员\", \"value\": \"2000余人\"}]}";
        return Err(Error::new("figures", message));
    };
    if list.len() > MAX_ROWS {
        return Err(Error::new("figures", TOO_MANY));
    }
    reader.place = "figures[";
    for (index, figure) in list.iter().enumerate() {
        reader.at = index;
        if let Value::Map(object) = figure {
            let mut fields = Fields::new();
            for (name, value) in object {
                fields.set(name, Said::of(value));
            }
            reader.read(&fields);
        } else {
            reader.tell("", &[&Said::of(figure).named(), " is not an object with label and value"]);
            reader.leave_out();
        }
    }
    reader.finish()
}

fn read_document(fields: &[(String, Value)], reader: &mut Reader) {
    let source = field(fields, "source");
    let parts: &[(String, Value)] = if let Some(Value::Map(parts)) = source { parts } else { &[] };
    for (index, path) in TEXTS.iter().enumerate() {
        let value = match path.strip_prefix("source.") {
            Some(name) => field(parts, name),
            None => field(fields, path),
        };
        let text = reader.text(&value.map_or(Said::Nothing, Said::of), path);
        let document = &mut reader.document;
        let slot = match index {
            0 => &mut document.title,
            1 => &mut document.subtitle,
            2 => &mut document.description,
            3 => &mut document.lang,
            4 => &mut document.source.name,
            5 => &mut document.source.date,
            _ if text.is_empty() || is_web_address(&text) => &mut document.source.url,
            _ => {
                let named = Said::Text(&text).named();
                reader.tell(path, &[&named, " is not an http or https address; it is ignored"]);
                continue;
            }
        };
        *slot = text;
    }
    if let Some(source) = source
        && !matches!(source, Value::Map(_))
    {
        reader.document.source.name = reader.text(&Said::of(source), "source");
    }
    let notes = match field(fields, "notes") {
        Some(Value::List(list)) => list.as_slice(),
        Some(note) => std::slice::from_ref(note),
        None => &[],
    };
    for (index, note) in notes.iter().enumerate() {
        let note = reader.text(&Said::of(note), &path("notes[", index, ""));
        if !note.is_empty() {
            reader.document.notes.push(note);
        }
    }
}
