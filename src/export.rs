//! What a reader takes along: the figures as CSV, and the picture with the texts that stand around it in the page.

use crate::figures::{Bound, Figures};
use crate::format;
use crate::layout::label;
use crate::measure::{Font, Measure};
use crate::outline;
use crate::reader::Reader;
use crate::scene::{Anchor, Ink, Mark, Point, Rect, Role, Scene, Shape};

/// The columns, by the names under which they are read.
const COLUMNS: [&str; 8] = ["label", "value", "unit", "year", "group", "bound", "per", "note"];
/// What makes a spreadsheet calculate, in its narrow and its wide form.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The figures as CSV in UTF-8 with its mark, by RFC 4180: read again, it gives the same values with their bounds, units,
/// periods and groups.
///
/// A text with which a spreadsheet would begin to calculate gets an apostrophe in front; numbers stay numbers. A file that
/// goes its own way is `signed`: two more columns hold title and source.
#[inline(never)]
pub fn csv(figures: &Figures, signed: bool) -> String {
    let mut text = String::from("\u{feff}");
    delimit(&mut text, figures, ',', signed);
    text
}

/// The same with tabs, as spreadsheets take it from the clipboard.
#[inline(never)]
pub fn tsv(figures: &Figures) -> String {
    let mut text = String::new();
    delimit(&mut text, figures, '\t', false);
    text
}

fn delimit(text: &mut String, figures: &Figures, delimiter: char, signed: bool) {
    let source = format::concat(&[&figures.source.name, " ", &figures.source.url]);
    let signature = [("title", figures.title.as_str()), ("source", source.trim())];
    let signature = || signature.iter().filter(|(_, cell)| signed && !cell.is_empty());
    for (place, column) in COLUMNS.into_iter().chain(signature().map(|(name, _)| *name)).enumerate() {
        push_cell(text, column, place, delimiter);
    }
    for figure in &figures.figures {
        text.push_str("\r\n");
        let (mut value, mut bound) = (String::new(), "");
        if let Some(amount) = figure.amount {
            value = format::plain(amount.value);
            bound = amount.bound.keyword();
            if amount.bound == Bound::Range {
                value.push('–');
                value.push_str(&format::plain(amount.high));
            }
        }
        let cells = [
            figure.label.as_str(),
            &value,
            &figure.unit,
            &figure.period(),
            &figure.group,
            bound,
            &figure.per,
            &figure.note,
        ];
        for (place, cell) in cells.into_iter().chain(signature().map(|(_, cell)| *cell)).enumerate() {
            push_cell(text, cell, place, delimiter);
        }
    }
    text.push_str("\r\n");
}

/// Whether a spreadsheet reads the cell as a number and not as something to work out.
fn is_number(cell: &str) -> bool {
    let (mut digits, mut points) = (0, 0);
    for (place, char) in cell.chars().enumerate() {
        match char {
            '0'..='9' => digits += 1,
            '.' => points += 1,
            '+' | '-' if place == 0 => {}
            _ => return false,
        }
    }
    digits > 0 && points < 2
}

fn push_cell(text: &mut String, cell: &str, place: usize, delimiter: char) {
    if place > 0 {
        text.push(delimiter);
    }
    // What stands in the column of values is a number or a range, and nothing else.
    let starts = place != 1 && cell.starts_with(FORMULA) && !is_number(cell);
    // Some programs take a semicolon or a tab for the end of a cell, whatever the delimiter is.
    let quoted = starts || cell.contains([delimiter, '"', '\n', '\r', ';', '\t']);
    if quoted {
        text.push('"');
    }
    if starts {
        text.push('\'');
    }
    for char in cell.chars() {
        if char == '"' {
            text.push('"');
        }
        text.push(char);
    }
    if quoted {
        text.push('"');
    }
}

/// Around the picture.
const MARGIN: f64 = 16.0;
/// No text around a picture has more lines: nobody reads on where it is cut.
const LINES: usize = 200;

/// The picture with title, subtitle and key above it, and with what it leaves out, notes and source below.
#[inline(never)]
pub fn framed(reader: &Reader, scene: &Scene, large: bool, measure: &dyn Measure) -> Scene {
    let figures = reader.figures;
    let least = if large { 18.0 } else { 13.0 };
    let mut page = Scene { width: scene.width + 2.0 * MARGIN, ..Scene::default() };
    // Set first, so that it lies below everything; its height follows.
    page.push(Shape::Rect(Rect::default()), Ink::Ground, Role::Guide, None);
    let mut frame = Frame { page, y: MARGIN, width: scene.width, measure };
    frame.write(&figures.title, Font::bold(least + 7.0), Ink::Text);
    frame.write(&figures.subtitle, Font::regular(least + 1.0), Ink::Muted);
    frame.write(&outline::key(reader, scene), Font::regular(least + 1.0), Ink::Muted);
    let top = frame.y + 10.0;
    for mark in &scene.marks {
        frame.page.marks.push(Mark { shape: moved(&mark.shape, top), ..mark.clone() });
    }
    for datum in &scene.data {
        let mut datum = datum.clone();
        for place in [&mut datum.area, &mut datum.mark, &mut datum.foot] {
            place.x += MARGIN;
            place.y += top;
        }
        frame.page.data.push(datum);
    }
    frame.y = top + scene.height + 8.0;
    let small = Font::regular(least);
    frame.write(&outline::remainder(reader, scene), small, Ink::Muted);
    for note in &figures.notes {
        frame.write(note, small, Ink::Muted);
    }
    let source = outline::source(reader);
    frame.write(if source.is_empty() { &figures.source.url } else { &source }, small, Ink::Muted);
    let Frame { mut page, y, .. } = frame;
    page.height = y + MARGIN;
    if let Some(ground) = page.marks.first_mut() {
        ground.shape = Shape::Rect(Rect { x: 0.0, y: 0.0, width: page.width, height: page.height });
    }
    Scene {
        omitted: scene.omitted,
        scales: scene.scales,
        drawn: scene.drawn,
        forms: scene.forms,
        rules: scene.rules.clone(),
        ..page
    }
}

/// A picture on its way into its frame.
struct Frame<'a> {
    page: Scene,
    /// Where the next text begins.
    y: f64,
    width: f64,
    measure: &'a dyn Measure,
}

impl Frame<'_> {
    fn write(&mut self, text: &str, font: Font, ink: Ink) {
        let mut lines = String::new();
        label::wrap(text, font, self.width, LINES, self.measure, &mut lines);
        for line in lines.split('\n') {
            if line.is_empty() {
                continue;
            }
            self.y += font.size * 1.4;
            let at = Point { x: MARGIN, y: self.y - font.size * 0.35 };
            let width = self.measure.width(line, font);
            let text = Shape::Text { at, text: line.to_string(), font, anchor: Anchor::Start, width };
            self.page.push(text, ink, Role::Heading, None);
        }
    }
}

/// A shape moved into the frame.
fn moved(shape: &Shape, top: f64) -> Shape {
    let mut shape = shape.clone();
    let shift = |point: &mut Point| {
        point.x += MARGIN;
        point.y += top;
    };
    match &mut shape {
        Shape::Rect(rect) => {
            rect.x += MARGIN;
            rect.y += top;
        }
        Shape::Line(points, _) | Shape::Polygon(points) => points.iter_mut().for_each(shift),
        Shape::Dot(center, _) => shift(center),
        Shape::Text { at, .. } => shift(at),
    }
    shape
}
