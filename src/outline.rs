//! What a chart says in words: its table, its key and the details of each figure.

use crate::change;
use crate::figures::Figure;
use crate::format;
use crate::input::period;
use crate::layout::notes;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::words;

/// How many rows of the table are in the page at once: a hundred or, where there are more, as many as make 400 nodes for
/// assistive technology, which counts each row, cell and text.
pub fn rows(figures: usize, columns: usize) -> usize {
    if figures > 100 { 400 / (1 + 2 * columns) } else { 100 }
}

/// The columns of the table; label and value are always there, the others where they hold something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What is counted.
    Label,
    /// How much, exactly, with its bound in words.
    Value,
    /// As the author wrote it.
    Written,
    /// The period.
    Period,
    /// The group.
    Group,
    /// The remark.
    Note,
    /// The sentence of the source.
    Quote,
}

/// The columns that the document needs.
pub fn columns(reader: &Reader) -> Vec<Column> {
    use Column::*;
    let mut columns = vec![Label, Value];
    for &column in &[Written, Period, Group, Note, Quote] {
        if reader.figures.figures.iter().any(|figure| !cell(reader, figure, column).is_empty()) {
            columns.push(column);
        }
    }
    columns
}

/// The heading of a column.
pub fn heading(reader: &Reader, column: Column) -> &'static str {
    reader.say(words::COLUMNS[column as usize])
}

/// The text of one cell.
pub fn cell(reader: &Reader, figure: &Figure, column: Column) -> String {
    match column {
        Column::Label => reader.label(figure).to_string(),
        Column::Value => reader.full(figure),
        Column::Written => figure.written.clone(),
        Column::Period => reader.period(figure),
        Column::Group => reader.group(figure).to_string(),
        Column::Note => {
            let mut text = target(reader, figure);
            add(reader, &mut text, words::SEMICOLON, &figure.note);
            text
        }
        Column::Quote => figure.quote.clone(),
    }
}

/// The title, or the word for a chart without one.
pub fn title<'a>(reader: &Reader<'a>) -> &'a str {
    let title = reader.figures.title.as_str();
    if title.is_empty() { reader.say(words::CHART) } else { title }
}

/// Adds a part, if there is one, with a mark between it and what stands before it, if anything does.
pub(crate) fn add(reader: &Reader, text: &mut String, between: &'static str, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push_str(reader.say(between));
    }
    text.push_str(part);
}

/// How to read the picture: the forms of the bounds in it, and that panels have scales of their own.
pub fn key(reader: &Reader, scene: &Scene) -> String {
    let mut text = String::new();
    for (place, &texts) in words::KEY.iter().enumerate() {
        // Behind the forms stands one sentence about scales.
        if scene.forms.get(place).copied().unwrap_or(scene.scales > 1) {
            add(reader, &mut text, words::SEMICOLON, reader.say(texts));
        }
    }
    if !text.is_empty() {
        text.push_str(reader.say(words::STOP));
    }
    text
}

/// The source with its date, or empty.
pub fn source(reader: &Reader) -> String {
    let source = &reader.figures.source;
    let mut text = String::new();
    if !source.name.is_empty() {
        text.push_str(reader.say(words::SOURCE));
        text.push_str(&source.name);
        if !source.date.is_empty() {
            // A date as the reader's language says it, and anything else as it stands.
            let mut date = source.date.clone();
            if let Some(period) = period::parse(&date) {
                date = words::period(&period, reader.locale.lang);
            }
            text.push_str(reader.say(words::COMMA));
            text.push_str(&date);
        }
    }
    text
}

/// What the picture does not show: remarks that it numbers, figures without room, and rows that could not be read.
/// Often empty.
pub fn remainder(reader: &Reader, scene: &Scene) -> String {
    let mut text = String::new();
    if !scene.notes.is_empty() {
        text = notes::told_below(reader, scene);
    }
    for &(count, texts) in &[(scene.omitted, words::OMITTED), (reader.figures.left_out, words::LEFT_OUT)] {
        if count > 0 {
            add(reader, &mut text, words::SPACE, &reader.fill(texts, &format::plain(count as f64)));
        }
    }
    text
}

/// What a figure aims at, where it says so.
fn target(reader: &Reader, figure: &Figure) -> String {
    figure.extra("target").map_or(String::new(), |target| reader.fill(words::TARGET, target))
}

/// The details of one figure: its sentence, then what else is known of it.
pub fn details(reader: &Reader, figure: &Figure) -> Vec<String> {
    let mut lines = vec![reader.sentence(figure)];
    let mut change = change::of(reader, figure);
    if !change.is_empty() {
        // In English it begins a sentence.
        if let Some(first) = change.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        change.push_str(reader.say(words::STOP));
        lines.push(change);
    }
    let mut target = target(reader, figure);
    if !target.is_empty() {
        target.push_str(reader.say(words::STOP));
        lines.push(target);
    }
    if !figure.note.is_empty() {
        lines.push(figure.note.clone());
    }
    if !figure.quote.is_empty() {
        lines.push(reader.fill(words::QUOTES, &figure.quote));
    }
    lines
}
