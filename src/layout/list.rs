//! Names and values in rows beside, below or above what is drawn, what one icon or cell stands for, and the form of a
//! bound after the last of them.

use super::block::Block;
use super::draft::{Draft, Item};
use super::form::Track;
use crate::figures::{Amount, Bound};
use crate::measure::Font;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape, Sign};
use crate::{format, words};

const SWATCH: f64 = 12.0;
const GAP: f64 = 10.0;
/// Between two rows.
const LEADING: f64 = 6.0;

/// The items of a block of parts.
pub(super) fn items<'a>(draft: &Draft<'a>, block: &mut Block<'a>, figures: &[usize]) {
    for &index in figures {
        block.items.push(draft.item(index, 0));
    }
}

/// Gives a part the next colour, unless it is the hero; `place` counts those that have one.
pub(super) fn colour(draft: &mut Draft, item: &Item, place: &mut usize) {
    if !item.figure.emphasis {
        draft.ink = Ink::Series((*place % 6) as u8);
        *place += 1;
    }
}

/// Breaks the labels of all parts for rows of a width, and gives back how high the rows are together.
pub(super) fn rows(draft: &Draft, block: &mut Block, width: f64) -> f64 {
    let mut height = 0.0;
    for item in &mut block.items {
        let font = draft.font_of(item.figure);
        let value = draft.reader.compact(item.figure).text();
        item.value.number = draft.shorten(&value, Font::bold(font.size), width * 0.5);
        let value = draft.text_width(&item.value.number, Font::bold(font.size));
        let room = width - SWATCH - 2.0 * GAP - value;
        draft.wrap(item, &draft.label_of(item.figure, false), font, room, 2);
        height += row_height(draft, item);
    }
    height
}

pub(super) fn row_height(draft: &Draft, item: &Item) -> f64 {
    item.lines * draft.line + LEADING
}

/// Draws the row of a part that has begun.
pub(super) fn draw_row(draft: &mut Draft, item: &Item, row: Rect) {
    let first = row.y + LEADING / 2.0 + draft.line / 2.0 + draft.size * 0.35;
    let middle = first - draft.size * 0.35;
    let swatch = Rect { y: middle - SWATCH / 2.0, width: SWATCH, height: SWATCH, ..row };
    draft.push(Shape::Rect(swatch), draft.ink, Role::Guide);
    draft.label(item, row.x + SWATCH + GAP, first, Anchor::Start, Ink::Text);
    draft.font.bold = true;
    draft.text((row.right(), first), &item.value.number, Anchor::End, Role::Value, Ink::Text);
}

/// Breaks the label of an item that stands above its mark, and leaves room for the value at its end.
pub(super) fn caption(draft: &Draft, item: &mut Item, times: &Times) {
    let mut font = draft.font_of(item.figure);
    let label = draft.label_of(item.figure, times.periods.len() > 1);
    font.bold = true;
    item.value.number = draft.shorten(&draft.reader.compact(item.figure).text(), font, draft.width * 0.5);
    let room = draft.width - draft.text_width(&item.value.number, font) - 12.0;
    font = draft.font_of(item.figure);
    draft.wrap(item, &label, font, room, 2);
}

/// Sets the label of an item that has begun, and its value: at the far end, or after the last line of the label.
pub(super) fn draw_caption(draft: &mut Draft, item: &Item, top: f64, at_end: bool) {
    let mut baseline = top + draft.line / 2.0 + draft.size * 0.35;
    draft.label(item, 0.0, baseline, Anchor::Start, Ink::Text);
    baseline += (item.lines - 1.0) * draft.line;
    let start = item.label.bytes().rposition(|byte| byte == b'\n').map_or(0, |end| end + 1);
    let last = item.label.get(start..).unwrap_or_default();
    let beside = draft.text_width(last, draft.font) + 10.0;
    let ink = if item.figure.amount.is_some() { Ink::Text } else { Ink::Muted };
    draft.font.bold = item.figure.amount.is_some();
    let (x, anchor) = if at_end { (draft.width, Anchor::End) } else { (beside, Anchor::Start) };
    draft.text((x, baseline), &item.value.number, anchor, Role::Value, ink);
}

/// Says, in one line at the foot and in the key, what an icon or a cell stands for.
pub(super) fn rule(draft: &mut Draft, text: String, at: (f64, f64)) {
    draft.datum = None;
    draft.font = draft.small;
    let short = draft.shorten(&text, draft.font, draft.width - at.0);
    draft.text(at, &short, Anchor::Start, Role::Guide, Ink::Muted);
    if !draft.scene.rules.contains(&text) {
        draft.scene.rules.push(text);
    }
}

/// What each icon stands for.
pub(super) fn icon_rule(draft: &Draft, item: &Item, each: f64) -> String {
    let unit = draft.reader.unit(item.figure);
    let each = format::compact(&Amount::exact(each), &unit, &draft.reader.locale).text();
    draft.reader.fill(words::ICON, &each)
}

/// A plus or a bracket for what may be more or is at most so much; `at` is the box of the sign.
pub(super) fn end(draft: &mut Draft, bound: Bound, at: Rect) {
    const STROKE: f64 = 2.0;
    let origin = at.center();
    let half = at.height / 2.0;
    let track = Track { origin, upward: false, thickness: 0.0 };
    match bound {
        Bound::AtLeast => {
            draft.scene.shows(Sign::Plus);
            let reach = half.min(at.width / 2.0);
            let level = [-reach, reach].map(|along| Point { x: origin.x + along, ..origin });
            draft.push(Shape::Line(level.to_vec(), STROKE), draft.ink, Role::Bound);
            track.stroke(draft, STROKE, (0.0, reach), (0.0, reach));
        }
        Bound::AtMost => {
            draft.scene.shows(Sign::Bracket);
            track.stroke(draft, STROKE, (-2.0, half), (2.0, half));
        }
        _ => {}
    }
}
