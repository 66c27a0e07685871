//! A figures document: an object with `figures`, or the list alone.

use super::collect::Collector;
use super::is_web_address;
use super::place::Place;
use super::value::{Fields, Value, field};
use crate::figures::{Error, Figures, Notice, Source};

/// The fields of a document that are read.
pub const DOCUMENT_FIELDS: [&str; 7] =
    ["title", "subtitle", "description", "lang", "source", "notes", "figures"];

const EXAMPLE: &str = "{\"figures\": [{\"label\": \"培训人员\", \"value\": \"2000余人\"}]}";

pub(super) fn read(value: &Value) -> Result<Figures, Error> {
    let mut collector = Collector::new();
    let figures = match value {
        Value::List(_) => Some(value),
        Value::Map(fields) => {
            read_document(fields, &mut collector);
            field(fields, "figures")
        }
        _ => {
            let message = [&value.named(), " is not a figures document; write an object such as ", EXAMPLE];
            return Err(Error::new("", message.concat()));
        }
    };
    let list = match figures {
        Some(Value::List(list)) => list,
        None => {
            return Err(Error::new("figures", ["is missing; write an object such as ", EXAMPLE].concat()));
        }
        Some(other) => {
            let message = ["must be a list of figures, not ", &other.named(), "; write ", EXAMPLE];
            return Err(Error::new("figures", message.concat()));
        }
    };
    super::check_count(list.len(), "figures", "figures")?;
    for (index, figure) in list.iter().enumerate() {
        let place = Place::Figure(index);
        if let Value::Map(fields) = figure {
            collector.read(fields, place, "");
        } else {
            let message =
                [&figure.named(), " is not a figure; write an object with label and value"].concat();
            collector.leave_out(Notice { path: place.path(""), message });
        }
    }
    collector.finish()
}

fn read_document(fields: &Fields, collector: &mut Collector) {
    collector.document.title = text(fields, "title", "title", collector);
    collector.document.subtitle = text(fields, "subtitle", "subtitle", collector);
    collector.document.description = text(fields, "description", "description", collector);
    collector.document.lang = text(fields, "lang", "lang", collector);
    collector.document.source = source(fields, collector);
    collector.document.notes = notes(fields, collector);
}

/// An optional text; anything but a text or a number is ignored with a notice.
fn text(fields: &Fields, name: &str, path: &str, collector: &mut Collector) -> String {
    match field(fields, name) {
        None | Some(Value::Null) => String::new(),
        Some(value) => value.as_text().unwrap_or_else(|| {
            not_a_text(value, path.to_string(), collector);
            String::new()
        }),
    }
}

fn not_a_text(value: &Value, path: String, collector: &mut Collector) {
    collector.notice(path, [&value.named(), " is not a text; the field is ignored"].concat());
}

fn source(fields: &Fields, collector: &mut Collector) -> Source {
    let Some(Value::Map(parts)) = field(fields, "source") else {
        return Source { name: text(fields, "source", "source", collector), ..Source::default() };
    };
    let mut source = Source {
        name: text(parts, "name", "source.name", collector),
        url: text(parts, "url", "source.url", collector),
        date: text(parts, "date", "source.date", collector),
    };
    if !source.url.is_empty() && !is_web_address(&source.url) {
        let message =
            [&super::value::quoted(&source.url), " is no http or https address; it is ignored"].concat();
        collector.notice("source.url".to_string(), message);
        source.url = String::new();
    }
    source
}

fn notes(fields: &Fields, collector: &mut Collector) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(Value::List(list)) = field(fields, "notes") {
        for (index, note) in list.iter().enumerate() {
            match note.as_text() {
                Some(note) => notes.push(note),
                None => not_a_text(note, ["notes[", &index.to_string(), "]"].concat(), collector),
            }
        }
    } else {
        notes.push(text(fields, "notes", "notes", collector));
    }
    notes.retain(|note| !note.is_empty());
    notes
}
