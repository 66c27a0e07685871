//! A figures document: an object with `figures`, or the list alone.

use super::fields::{Fields, Said};
use super::is_web_address;
use super::reader::{Reader, path};
use super::value::{Value, field};
use crate::figures::{Error, Figures};

/// The fields of a document that are read, those that are texts before the others.
pub const DOCUMENT_FIELDS: [&str; 7] =
    ["title", "subtitle", "description", "lang", "source", "notes", "figures"];

/// Reads a figures document: an object with `figures`, or the list of figures alone.
///
/// # Errors
/// If it is neither, or no figure in it can be read.
pub fn from_value(value: &Value) -> Result<Figures, Error> {
    let mut reader = Reader::new();
    let figures = match value {
        Value::Map(fields) => {
            read_document(fields, &mut reader);
            field(fields, "figures")
        }
        _ => Some(value),
    };
    let Some(Value::List(list)) = figures else {
        let message = "is no list; write {\"figures\": [{\"label\": \"培训人员\", \"value\": \"2000余人\"}]}";
        return Err(Error::new("figures".to_string(), message.to_string()));
    };
    reader.check_count(list.len())?;
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
    let mut texts: [String; 7] = Default::default();
    let paths = ["title", "subtitle", "description", "lang", "source.name", "source.url", "source.date"];
    for (slot, path) in texts.iter_mut().zip(paths) {
        let value = match path.strip_prefix("source.") {
            Some(name) => field(parts, name),
            None => field(fields, path),
        };
        *slot = reader.text(value.map_or(Said::Nothing, Said::of), path);
    }
    let document = &mut reader.document;
    let to = &mut document.source;
    [document.title, document.subtitle, document.description, document.lang, to.name, to.url, to.date] =
        texts;
    if let (Some(source), true) = (source, parts.is_empty()) {
        reader.document.source.name = reader.text(Said::of(source), "source");
    }
    let url = std::mem::take(&mut reader.document.source.url);
    if is_web_address(&url) {
        reader.document.source.url = url;
    } else if !url.is_empty() {
        reader
            .tell("source.url", &[&Said::Text(&url).named(), " is no http or https address; it is ignored"]);
    }
    let notes = match field(fields, "notes") {
        Some(Value::List(list)) => list.as_slice(),
        Some(note) => std::slice::from_ref(note),
        None => &[],
    };
    for (index, note) in notes.iter().enumerate() {
        let note = reader.text(Said::of(note), &path("notes[", index, ""));
        if !note.is_empty() {
            reader.document.notes.push(note);
        }
    }
}
