//! What a chart says in words: its table, its key, its description and the details of each figure.

use crate::figures::{Bound, Figure};
use crate::reader::Reader;
use crate::scene::Scene;

/// How many rows of the table are in the page at once.
pub const PAGE: usize = 100;

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
    let figures = &reader.figures.figures;
    let any = |text: fn(&Figure) -> bool| figures.iter().any(text);
    let mut columns = vec![Column::Label, Column::Value];
    let optional = [
        (Column::Written, any(|figure| !figure.written.is_empty())),
        (Column::Period, any(|figure| figure.year.is_some())),
        (Column::Group, any(|figure| !figure.group.is_empty())),
        (Column::Note, any(|figure| !figure.note.is_empty())),
        (Column::Quote, any(|figure| !figure.quote.is_empty())),
    ];
    columns.extend(optional.into_iter().filter(|(_, needed)| *needed).map(|(column, _)| column));
    columns
}

/// The heading of a column.
pub fn heading(reader: &Reader, column: Column) -> &'static str {
    let words = reader.words();
    match column {
        Column::Label => words.label,
        Column::Value => words.value,
        Column::Written => words.written,
        Column::Period => words.period,
        Column::Group => words.group,
        Column::Note => words.note,
        Column::Quote => words.quote,
    }
}

/// The text of one cell.
pub fn cell(reader: &Reader, figure: &Figure, column: Column) -> String {
    match column {
        Column::Label => reader.label(figure).to_string(),
        Column::Value => reader.full(figure),
        Column::Written => figure.written.clone(),
        Column::Period => reader.period(figure),
        Column::Group => reader.group(figure).to_string(),
        Column::Note => figure.note.clone(),
        Column::Quote => figure.quote.clone(),
    }
}

/// The title, or the word for a chart without one.
pub fn title<'a>(reader: &Reader<'a>) -> &'a str {
    let title = reader.figures.title.as_str();
    if title.is_empty() { reader.words().chart } else { title }
}

/// What is drawn, in one or two sentences, for readers who do not see it.
pub fn description(reader: &Reader, scene: &Scene) -> String {
    let own = &reader.figures.description;
    if !own.is_empty() {
        return own.clone();
    }
    let count = reader.figures.figures.len().to_string();
    let panels = scene.scales.to_string();
    let mut text = if reader.locale.lang.is_chinese() {
        let counter = if reader.words().chart == "图表" { "项数据" } else { "項資料" };
        ["共", &count, counter, "。"].concat()
    } else if count == "1" {
        "1 figure.".to_string()
    } else {
        [&count, " figures."].concat()
    };
    if scene.scales > 1 && !reader.locale.lang.is_chinese() {
        text.push_str(&[" ", &panels, " scales, one a unit."].concat());
    }
    let key = key(reader, scene);
    if !key.is_empty() {
        if !reader.locale.lang.is_chinese() {
            text.push(' ');
        }
        text.push_str(&key);
    }
    text
}

/// How to read the picture: the forms of the bounds in it, and that units stand apart.
pub fn key(reader: &Reader, scene: &Scene) -> String {
    let words = reader.words();
    let mut parts: Vec<&str> = Vec::new();
    let shown = |datum: &crate::scene::Datum| reader.figures.figures.get(datum.figure);
    for bound in [Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Range] {
        // Cards say their bound in writing, so only forms that are drawn need a key.
        let drawn = scene.marks.iter().any(|mark| {
            let figure = mark.datum.and_then(|index| scene.data.get(index)).and_then(shown);
            let has_form = mark.role == crate::scene::Role::Bound || bound == Bound::About;
            has_form
                && mark.role != crate::scene::Role::Label
                && figure.is_some_and(|figure| {
                    figure.amount.is_some_and(|amount| amount.bound == bound)
                        && !(bound == Bound::AtLeast && hatched(figure))
                })
        });
        if drawn && scene.scales > 0 {
            parts.push(words.form(bound));
        }
    }
    if scene.data.iter().filter_map(shown).any(hatched) && scene.scales > 0 {
        parts.push(words.hatched);
    }
    if scene.scales > 1 {
        parts.push(words.scales);
    }
    if parts.is_empty() {
        return String::new();
    }
    [&parts.join(words.semicolon), words.stop].concat()
}

/// A rate that may reach further is hatched instead of followed by chevrons.
fn hatched(figure: &Figure) -> bool {
    figure.unit == "%"
        && figure.amount.is_some_and(|amount| amount.bound == Bound::AtLeast && amount.value <= 100.0)
}

/// The source with its date, or empty.
pub fn source(reader: &Reader) -> String {
    let source = &reader.figures.source;
    if source.name.is_empty() {
        return String::new();
    }
    let mut text = [reader.words().source, &source.name].concat();
    if !source.date.is_empty() {
        let brackets = reader.words().brackets;
        text.push_str(&[brackets[0], &source.date, brackets[1]].concat());
    }
    text
}

/// What the picture does not show: figures without room, and rows that could not be read. Often empty.
pub fn remainder(reader: &Reader, scene: &Scene) -> String {
    let words = reader.words();
    let mut text = String::new();
    for (count, sentence) in [(scene.omitted, words.omitted), (reader.figures.left_out, words.left_out)] {
        if count > 0 {
            if !text.is_empty() && !reader.locale.lang.is_chinese() {
                text.push(' ');
            }
            text.push_str(&sentence.replace('#', &count.to_string()));
        }
    }
    text
}

/// The details of one figure: its sentence, then what else is known of it.
pub fn details(reader: &Reader, figure: &Figure) -> Vec<String> {
    let words = reader.words();
    let mut lines = vec![reader.sentence(figure)];
    if !figure.note.is_empty() {
        lines.push(figure.note.clone());
    }
    if !figure.quote.is_empty() {
        lines.push([words.quotes[0], &figure.quote, words.quotes[1]].concat());
    }
    lines
}
