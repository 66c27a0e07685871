//! Figures back into the form they are read from.

use super::value::Value;
use crate::figures::{Amount, Bound, Figure, Figures, Notice, Part};

/// The document as a value of the JSON form, with its notices; empty fields are left away.
pub fn to_value(figures: &Figures) -> Value {
    let mut fields = Vec::new();
    push(&mut fields, "title", &figures.title);
    push(&mut fields, "subtitle", &figures.subtitle);
    push(&mut fields, "description", &figures.description);
    push(&mut fields, "lang", &figures.lang);
    let mut source = Vec::new();
    push(&mut source, "name", &figures.source.name);
    push(&mut source, "url", &figures.source.url);
    push(&mut source, "date", &figures.source.date);
    if !source.is_empty() {
        fields.push(("source".to_string(), Value::Map(source)));
    }
    if !figures.notes.is_empty() {
        let notes = figures.notes.iter().map(|note| Value::Text(note.clone())).collect();
        fields.push(("notes".to_string(), Value::List(notes)));
    }
    fields.push(("figures".to_string(), Value::List(figures.figures.iter().map(figure).collect())));
    fields.push(("left_out".to_string(), Value::Number(figures.left_out as f64)));
    fields.push(("notices".to_string(), Value::List(figures.notices.iter().map(notice).collect())));
    Value::Map(fields)
}

fn push(fields: &mut Vec<(String, Value)>, name: &str, text: &str) {
    if !text.is_empty() {
        fields.push((name.to_string(), Value::Text(text.to_string())));
    }
}

fn figure(figure: &Figure) -> Value {
    let mut fields = Vec::new();
    push(&mut fields, "id", &figure.id);
    push(&mut fields, "label", &figure.label);
    let value = figure.amount.map_or(Value::Null, |amount| Value::Number(amount.value));
    fields.push(("value".to_string(), value));
    if let Some(amount) = figure.amount {
        bound(&mut fields, &amount);
    }
    push(&mut fields, "unit", &figure.unit);
    if let Some(period) = figure.year {
        let year = match period.part {
            Part::Year => Value::Number(f64::from(period.year)),
            _ => Value::Text(period.to_string()),
        };
        fields.push(("year".to_string(), year));
    }
    push(&mut fields, "group", &figure.group);
    push(&mut fields, "per", &figure.per);
    if figure.emphasis {
        fields.push(("emphasis".to_string(), Value::Bool(true)));
    }
    push(&mut fields, "written", &figure.written);
    push(&mut fields, "note", &figure.note);
    push(&mut fields, "quote", &figure.quote);
    for (name, text) in &figure.extra {
        push(&mut fields, name, text);
    }
    Value::Map(fields)
}

fn bound(fields: &mut Vec<(String, Value)>, amount: &Amount) {
    if amount.bound != Bound::Exact {
        push(fields, "bound", amount.bound.keyword());
    }
    if amount.bound == Bound::Range {
        fields.push(("high".to_string(), Value::Number(amount.high)));
    }
    if amount.near {
        fields.push(("near".to_string(), Value::Bool(true)));
    }
}

fn notice(notice: &Notice) -> Value {
    let mut fields = Vec::new();
    push(&mut fields, "path", &notice.path);
    push(&mut fields, "message", &notice.message);
    Value::Map(fields)
}
