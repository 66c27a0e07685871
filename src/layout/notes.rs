//! Remarks on figures: beside the mark where there is room, otherwise a number there and the remark below the picture.

use super::block::Form;
use super::draft::Draft;
use crate::figures::{Figure, Figures};
use crate::reader::Reader;
use crate::scene::{ASCENT, Anchor, DESCENT, Ink, Point, Rect, Role, Scene, Shape};
use crate::{outline, words};

/// Between a remark and what it stands beside.
const GAP: f64 = 10.0;
/// Between a value and its number.
const NEAR: f64 = 3.0;
const PIECE: f64 = 3.0;
/// How much further from a point a remark may stand where a line or a rule is in its way, in steps.
const STEP: f64 = 6.0;
const STEPS: i32 = 4;
/// So many numbers in circles there are; more remarks than that are left to table and details.
pub(crate) const MOST: usize = 20;

/// The number of a remark: ① for 0.
pub(crate) fn number(place: usize) -> String {
    char::from_u32(0x2460 + place as u32).map_or(String::new(), String::from)
}

/// What remarks must not cover.
fn obstacles(draft: &Draft, from: usize) -> Vec<Rect> {
    let mut boxes = Vec::new();
    for mark in draft.scene.marks.iter().skip(from) {
        match (&mark.shape, mark.ink) {
            // The ground of cards and tracks.
            (_, Ink::Card) => {}
            (Shape::Line(points, width), _) => {
                for pair in points.windows(2) {
                    if let [a, b] = *pair {
                        push_pieces(&mut boxes, a, b, *width);
                    }
                }
            }
            (shape, _) => boxes.push(shape.bounds()),
        }
    }
    boxes
}

/// A slanted stroke as short boxes, since the one around all of it is mostly empty.
fn push_pieces(boxes: &mut Vec<Rect>, from: Point, to: Point, width: f64) {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    // One piece for what runs along an axis.
    let count = (dx.abs().min(dy.abs()) / PIECE).ceil().max(1.0);
    let mut start = from;
    for piece in 1..=count as usize {
        let share = piece as f64 / count;
        let end = Point { x: from.x + dx * share, y: from.y + dy * share };
        boxes.push(Rect::between(start, end).grown(width / 2.0));
        start = end;
    }
}

/// The room to keep free beside a value for the remark of a figure, or for its number where the remark is long.
pub(super) fn room(draft: &Draft, figure: &Figure) -> f64 {
    if figure.note.is_empty() {
        return 0.0;
    }
    let width = GAP + draft.text_width(&figure.note, draft.small);
    if draft.narrow || width > draft.width * 0.2 { NEAR + draft.small.size } else { width + 1.0 }
}

/// Adds the remarks of the data from `data` on, whose block has drawn the marks from `marks` on in its room.
pub(super) fn place(draft: &mut Draft, form: Form, marks: usize, data: usize, room: Rect) {
    // What follows is loaded with such figures.
    if any(draft.reader.figures) {
        place_all(draft, form, marks, data, room);
    }
}

/// Whether a figure has a remark.
pub(super) fn any(figures: &Figures) -> bool {
    figures.figures.iter().any(|figure| !figure.note.is_empty())
}

#[inline(never)]
fn place_all(draft: &mut Draft, form: Form, marks: usize, data: usize, room: Rect) {
    let mut boxes: Option<Vec<Rect>> = None;
    for index in data..draft.scene.data.len() {
        let Some(datum) = draft.scene.data.get(index) else { return };
        let figure = &draft.reader.figures.figures[datum.figure];
        if figure.note.is_empty() {
            continue;
        }
        let (mark, area, number_of) = (datum.mark, datum.area, datum.figure);
        let boxes = boxes.get_or_insert_with(|| obstacles(draft, marks));
        let mut values = Vec::new();
        for mark in draft.scene.marks.iter().skip(marks) {
            if mark.datum == Some(index) && mark.role == Role::Value {
                values.push(mark.shape.bounds());
            }
        }
        let points = matches!(form, Form::Columns | Form::Lines | Form::Area | Form::Slope);
        // Beside a card or a column there is already another one.
        let own = form <= Form::Tiles || form == Form::Columns;
        let (text, within) = (figure.note.clone(), if own { area } else { room });
        let whole = !draft.narrow && form > Form::Tiles;
        if whole && write(draft, boxes, index, &text, (mark, &values, points), GAP, within) {
            continue;
        }
        let place = draft.scene.notes.len();
        if place >= MOST {
            continue;
        }
        // Where not even a number fits, the remark says whose it is.
        let numbered = write(draft, boxes, index, &number(place), (mark, &values, true), NEAR, within);
        draft.scene.notes.push((number_of, numbered));
    }
}

/// Writes a text at the first of the places beside a datum that is free; false if none is.
fn write(
    draft: &mut Draft,
    boxes: &mut Vec<Rect>,
    datum: usize,
    text: &str,
    (mark, values, points): (Rect, &[Rect], bool),
    gap: f64,
    within: Rect,
) -> bool {
    let font = draft.small;
    // Numbers in circles may come from a font that is wider than the one that is measured.
    let width = draft.text_width(text, font).max(font.size);
    let height = (ASCENT + DESCENT) * font.size;
    let mut places = Vec::new();
    for (side, value) in values.iter().chain(values).enumerate() {
        // On the baseline of the value; after it rather than before.
        let y = value.y + (value.height - height) * ASCENT / (ASCENT + DESCENT);
        let x = if side < values.len() { value.right() + gap } else { value.x - gap - width };
        places.push((x, y));
    }
    if points {
        for mark in values.iter().chain([&mark]) {
            let x = mark.center().x - width / 2.0;
            for step in 0..STEPS {
                let away = NEAR + f64::from(step) * STEP;
                places.push((x, mark.y - away - height));
                // Below a value there is its mark.
                if values.is_empty() {
                    places.push((x, mark.bottom() + away));
                }
            }
        }
        let y = mark.center().y - height / 2.0;
        places.push((mark.right() + gap, y));
        places.push((mark.x - gap - width, y));
    }
    for (x, y) in places {
        let place = Rect { x, y, width, height };
        let inside = x >= within.x
            && y >= within.y
            && place.right() <= within.right()
            && place.bottom() <= within.bottom();
        if inside && !boxes.iter().any(|other| other.overlaps(&place.grown(1.0))) {
            boxes.push(place);
            draft.datum = Some(datum);
            draft.font = font;
            draft.text((x, y + ASCENT * font.size), text, Anchor::Start, Role::Label, Ink::Muted);
            return true;
        }
    }
    false
}

/// The remarks that stand below the picture: under their number, or under what they are about.
#[inline(never)]
pub(crate) fn told_below(reader: &Reader, scene: &Scene) -> String {
    let mut text = String::new();
    let figures = &reader.figures.figures;
    for (place, &(figure, numbered)) in scene.notes.iter().enumerate() {
        let Some(figure) = figures.get(figure) else { continue };
        let mut note = if numbered { number(place) } else { reader.label(figure).to_string() };
        let is_other = |other: &Figure| other.label == figure.label && other.year != figure.year;
        if !numbered && figures.iter().any(is_other) {
            note.push_str(&reader.fill(words::BRACKETS, &reader.period(figure)));
        }
        note.push_str(reader.say(if numbered { words::SPACE } else { words::COLON }));
        // The remark of a careful author ends in a stop of its own.
        note.push_str(figure.note.trim_end_matches(['。', '.']));
        outline::add(reader, &mut text, words::SEMICOLON, &note);
    }
    if !text.is_empty() {
        text.push_str(reader.say(words::STOP));
    }
    text
}
