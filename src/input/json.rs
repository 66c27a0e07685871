//! A figures document: an object with `figures`, or the list alone.

use super::fields::{Fields, Said};
use super::reader::{Reader, TOO_MANY, path};
use super::value::{Value, field};
use super::{MAX_ROWS, is_web_address};
use crate::figures::{Error, Figures};

/// The fields of a document that are read, those that are texts before the others.
pub const DOCUMENT_FIELDS: [&str; 7] =
    ["title", "subtitle", "description", "lang", "source", "notes", "figures"];

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
        let message = "is no list; write {\"figures\": [{\"label\": \"培训人员\", \"value\": \"2000余人\"}]}";
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
    let mut document = Figures::default();
    let to = &mut document.source;
    let texts = [
        ("title", &mut document.title),
        ("subtitle", &mut document.subtitle),
        ("description", &mut document.description),
        ("lang", &mut document.lang),
        ("source.name", &mut to.name),
        ("source.url", &mut to.url),
        ("source.date", &mut to.date),
    ];
    for (path, text) in texts {
        let value = match path.strip_prefix("source.") {
            Some(name) => field(parts, name),
            None => field(fields, path),
        };
        *text = reader.text(value.map_or(Said::Nothing, Said::of), path);
    }
    if let (Some(source), true) = (source, parts.is_empty()) {
        to.name = reader.text(Said::of(source), "source");
    }
    if !to.url.is_empty() && !is_web_address(&to.url) {
        let named = Said::Text(&to.url).named();
        reader.tell("source.url", &[&named, " is no http or https address; it is ignored"]);
        to.url.clear();
    }
    let notes = match field(fields, "notes") {
        Some(Value::List(list)) => list.as_slice(),
        Some(note) => std::slice::from_ref(note),
        None => &[],
    };
    for (index, note) in notes.iter().enumerate() {
        let note = reader.text(Said::of(note), &path("notes[", index, ""));
        if !note.is_empty() {
            document.notes.push(note);
        }
    }
    reader.document = document;
}
