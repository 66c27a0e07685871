//! Horizontal bars of one unit on a common scale.

use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::form::{self, Track, visible};
use super::{PITCH, notes, scale, zoom};
use crate::auto::{is_of_hundred, is_share};
use crate::figures::{Bound, Figure};
use crate::panel;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};
use crate::words;

/// Between a bar and its value.
pub(super) const GAP: f64 = 8.0;
const LABEL_GAP: f64 = 12.0;

/// A panel of horizontal bars, each with its label and value.
///
/// Labels name the period where `with_period`, and nothing else where `in_time`: the figures are one series then.
pub(super) fn bars<'a>(draft: &Draft<'a>, figures: &[usize], in_time: bool, with_period: bool) -> Block<'a> {
    let label_of = |figure: &Figure, before: Option<&Figure>| {
        if in_time { period_of(draft, figure, before) } else { draft.label_of(figure, with_period) }
    };
    let mut block = Block::new(Form::ClosedBars);
    let (mut negative, mut highest, mut widest) = (false, 0.0_f64, 0.0_f64);
    for &index in figures {
        let item = draft.item(index, 0);
        let figure = item.figure;
        if let Some(amount) = &figure.amount {
            negative |= amount.value < 0.0;
            highest = highest.max(amount.high);
            if amount.value < 0.0 || amount.high > 100.0 {
                block.form = Form::Bars;
            }
        }
        // What grew by 40 % has no other 60 %, and a share in time is compared with itself.
        if figure.unit != "%" || in_time || !is_share(&figure.label) || !is_share(&figure.group) {
            block.form = Form::Bars;
        }
        let label = label_of(figure, block.items.last().map(|item| item.figure));
        widest = widest.max(draft.text_width(&label, draft.font_of(figure)));
        block.items.push(item);
    }
    if !is_of_hundred(draft.reader.figures, highest) {
        block.form = Form::Bars;
    }
    block.fixed = 6.0;
    let above = block.above(draft);
    let label_width = widest.min(draft.width * 0.36);
    if !above {
        block.label_width = label_width;
    }
    // Values may stand on both sides of the baseline, and still leave room for the bars.
    let share = if negative && !above { 0.26 } else { 0.5 };
    let mut before = None;
    for item in &mut block.items {
        let figure = item.figure;
        let font = draft.font_of(figure);
        item.value.number = draft.shorten(&draft.reader.compact(figure).text(), font, draft.width * share);
        let mut beside = draft.text_width(&item.value.number, font) + GAP;
        let note = notes::room(draft, figure);
        if beside + note <= draft.width * share {
            beside += note;
        }
        let room = if above { draft.width - beside - GAP } else { label_width };
        draft.wrap(item, &label_of(figure, before), font, room.max(40.0), 3);
        before = Some(figure);
        let lines = item.lines * draft.line;
        item.need = if above {
            Need { fixed: lines, elastic: (PITCH.narrow_row - 21.0) * draft.scale }
        } else {
            item.beyond = beside;
            Need { fixed: lines - draft.line, elastic: PITCH.row * draft.scale }
        };
    }
    block
}

/// The period of a figure, as short as at an axis, behind that of another one.
pub(super) fn period_of(draft: &Draft, figure: &Figure, before: Option<&Figure>) -> String {
    let before = before.and_then(|before| before.year.as_ref());
    figure.year.map_or(String::new(), |year| words::short_period(&year, before, draft.reader.locale.lang))
}

/// Where the bars stand.
pub(super) struct Axis {
    /// The baseline.
    pub(super) zero: f64,
    /// Px a unit.
    pub(super) factor: f64,
    /// How long a closed scale is.
    pub(super) whole: Option<f64>,
}

/// The scale, in px a unit, that all panels can have which are bars of one unit; infinite where they are not.
pub(super) fn common(draft: &Draft, blocks: &[Block]) -> f64 {
    let mut most = f64::INFINITY;
    let mut first: Option<&Figure> = None;
    for block in blocks {
        for item in &block.items {
            let is_bar = matches!(block.form, Form::Bars | Form::ClosedBars);
            if !is_bar || !panel::comparable(first.get_or_insert(item.figure), item.figure) {
                return f64::INFINITY;
            }
        }
        if block.form == Form::Bars && !block.zoomed {
            most = most.min(scale::shared(&block.items, room(draft, block), most).factor);
        }
    }
    most
}

/// How wide bars may be with what stands at their ends: one px is left at each for strokes that stand on the baseline or at
/// the very end.
fn room(draft: &Draft, block: &Block) -> f64 {
    draft.width - left(draft, block) - 2.0
}

/// Where the bars begin.
fn left(draft: &Draft, block: &Block) -> f64 {
    if block.above(draft) { 0.0 } else { block.label_width + LABEL_GAP }
}

impl Axis {
    /// The common scale of horizontal bars: as large as the room for every bar with its form and value allows.
    fn across(draft: &mut Draft, block: &Block, left: f64, area: Rect) -> Axis {
        if block.form == Form::Bars {
            let room = room(draft, block);
            let scale = if block.zoomed {
                zoom::draw(draft, block, room, area)
            } else {
                scale::shared(&block.items, room, draft.most)
            };
            if !block.zoomed {
                draft.factor = scale.factor;
            }
            let sizes = block.items.iter().map(|item| zoom::size(item.figure)).filter(|&size| size > 0.0);
            draft.shortest = sizes.fold(f64::INFINITY, f64::min) * scale.factor;
            if block.zoomed {
                // What follows on a third scale would not be seen beside the shortest.
                draft.shortest = draft.shortest.max(room / 3.0);
            }
            return Axis { zero: left + 1.0 + scale.below, factor: scale.factor, whole: None };
        }
        // Full width, but for the forms that reach beyond a value at the very end.
        let mut reach: f64 = 0.0;
        for item in &block.items {
            if let Some(amount) = &item.figure.amount
                && amount.bound != Bound::AtLeast
            {
                reach = reach.max(form::reach(amount.bound));
            }
        }
        let zero = if reach > 0.0 { 1.0 } else { 0.0 };
        let whole = draft.width - zero - reach;
        Axis { zero, factor: whole / 100.0, whole: Some(whole) }
    }
}

/// Draws one bar and gives back how far along its track its value stands.
pub(super) fn bar(draft: &mut Draft, item: &Item, track: &Track, axis: &Axis, area: Rect) -> f64 {
    if let Some(whole) = axis.whole {
        draft.datum = None;
        draft.push(Shape::Rect(track.rect(0.0, whole)), Ink::Track, Role::Guide);
    }
    draft.begin(item, area);
    let first = draft.scene.marks.len();
    let mut end = 0.0;
    if let Some(amount) = &item.figure.amount {
        track.bar(draft, amount, axis.factor, axis.whole);
        let below = amount.value < 0.0 && (amount.high <= 0.0 || !track.upward);
        let length = visible(if below { amount.value } else { amount.high } * axis.factor);
        end = length + length.signum() * form::reach(amount.bound);
    }
    draft.mark(first, track.rect(0.0, 1.0));
    end
}

/// Sets the value of an item.
pub(super) fn value(draft: &mut Draft, item: &Item, at: (f64, f64), anchor: Anchor) {
    let ink = if item.figure.amount.is_some() { Ink::Text } else { Ink::Muted };
    draft.text(at, &item.value.number, anchor, Role::Value, ink);
}

/// Draws horizontal bars.
pub(super) fn draw_bars(draft: &mut Draft, block: &Block, mut area: Rect, stretch: f64) {
    let above = block.above(draft);
    let left = left(draft, block);
    let axis = Axis::across(draft, block, left, area);
    if block.zoomed {
        area.y += zoom::head(draft);
        area.height -= zoom::head(draft);
    }
    if !above {
        // One baseline for all rows, under the bars so that it never cuts them.
        let line = Rect { x: axis.zero - 1.0, y: area.y, width: 1.0, height: area.height - 6.0 };
        draft.push(Shape::Rect(line), Ink::Axis, Role::Guide);
    }
    let drop = draft.size * 0.35;
    let mut row = Rect { height: 0.0, ..area };
    for item in &block.items {
        row.y = row.bottom();
        let elastic = item.need.elastic * stretch;
        row.height = item.need.fixed + elastic;
        let thickness = elastic * if above { 0.48 } else { 0.56 };
        let middle =
            if above { row.y + item.need.fixed + 2.0 + thickness / 2.0 } else { row.y + row.height / 2.0 };
        let track = Track { origin: Point { x: axis.zero, y: middle }, upward: false, thickness };
        if above && axis.zero > 1.0 && axis.whole.is_none() {
            // With bars on both sides, each row says where zero is.
            draft.datum = None;
            let line = Rect { x: axis.zero - 1.0, width: 1.0, ..track.rect(0.0, 0.0).grown(1.0) };
            draft.push(Shape::Rect(line), Ink::Axis, Role::Guide);
        }
        let end = bar(draft, item, &track, &axis, row);
        if above {
            let baseline = row.y + draft.line / 2.0 + drop;
            draft.label(item, 0.0, baseline, Anchor::Start, Ink::Text);
            let last = baseline + item.need.fixed - draft.line;
            value(draft, item, (draft.width, last), Anchor::End);
        } else {
            let baseline = middle + drop;
            let first = baseline - item.need.fixed / 2.0;
            draft.label(item, left - LABEL_GAP, first, Anchor::End, Ink::Text);
            let (gap, anchor) = if end < 0.0 { (-GAP, Anchor::End) } else { (GAP, Anchor::Start) };
            value(draft, item, (axis.zero + end + gap, baseline), anchor);
        }
    }
}
