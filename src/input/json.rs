//! A figures document: an object with `figures`, or the list alone.

use super::fields::{Fields, Said};
use super::reader::{Reader, TOO_MANY, path};
use super::value::{Value, field};
use super::{MAX_ROWS, is_web_address};
use crate::figures::{Error, Figures, Source};

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
    let document = Figures {
        title: text(fields, "title", "title", reader),
        subtitle: text(fields, "subtitle", "subtitle", reader),
        description: text(fields, "description", "description", reader),
        lang: text(fields, "lang", "lang", reader),
        ..Figures::default()
    };
    reader.document = document;
    if let Some(Value::Map(parts)) = source {
        let mut source = Source {
            name: text(parts, "name", "source.name", reader),
            url: text(parts, "url", "source.url", reader),
            date: text(parts, "date", "source.date", reader),
        };
        if !source.url.is_empty() && !is_web_address(&source.url) {
            let named = Said::Text(&source.url).named();
            reader.tell("source.url", &[&named, " is no http or https address; it is ignored"]);
            source.url.clear();
        }
        reader.document.source = source;
    } else {
        reader.document.source.name = text(fields, "source", "source", reader);
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

fn text(fields: &[(String, Value)], name: &str, path: &str, reader: &mut Reader) -> String {
    let said = field(fields, name).map_or(Said::Nothing, Said::of);
    reader.text(said, path)
}
