//! Columns of one unit on a common scale: bars that stand, for a few periods or short names.

use super::bars::{self, Axis};
use super::block::{Block, Form};
use super::draft::{Draft, Need};
use super::form::Track;
use super::kinds::Task;
use super::{PITCH, scale};
use crate::choose::Kind;
use crate::format;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};
use crate::words;

/// Between the texts of two columns.
const GAP: f64 = 6.0;
const WIDEST: f64 = 72.0;

/// Has a panel planned or drawn as columns, which suit all figures.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(|_| ("", Kind::Column), plan, draw);
}

/// A panel of columns; `None` where labels or values would not fit side by side; bars can show those. The unit stands
/// above all of them where it has no room at each.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    let several = times.periods.len() > 1;
    // Title or heading name the only series there is; of several, each column says whose it is.
    let (figures, in_time) = match times.series.as_slice() {
        [series] if several && series.len() == figures.len() => (series.as_slice(), true),
        _ => (figures, false),
    };
    let unit = draft.reader.unit(&draft.reader.figures.figures[*figures.first()?]);
    set(draft, figures, in_time, several, "").or_else(|| {
        let is_short = unit.is_empty() || unit.starts_with('%');
        if is_short { None } else { set(draft, figures, in_time, several, &unit) }
    })
}

/// The same with a unit above, or with that of each value beside it where this is empty.
fn set<'a>(
    draft: &Draft<'a>,
    figures: &[usize],
    in_time: bool,
    with_period: bool,
    unit: &str,
) -> Option<Block<'a>> {
    let mut block = Block::new(Form::Columns);
    let room = draft.width / figures.len() as f64 - GAP;
    for &index in figures {
        let mut item = draft.item(index, 0);
        let figure = item.figure;
        let font = draft.font_of(figure);
        let label = if in_time {
            bars::period_of(draft, figure, block.items.last().map(|item| item.figure))
        } else {
            draft.label_of(figure, with_period)
        };
        item.value.number = match &figure.amount {
            Some(amount) if !unit.is_empty() => format::compact(amount, "", &draft.reader.locale).text(),
            _ => draft.reader.compact(figure).text(),
        };
        // The hero's is bold, and may reach into the gaps beside it.
        let wide = if figure.emphasis { room + 4.0 } else { room };
        let whole = draft.wrap(&mut item, &label, font, wide, 2) && !is_number_broken(&item.label);
        if !whole || draft.text_width(&item.value.number, font) > room {
            return None;
        }
        item.beyond = draft.line;
        block.lines = block.lines.max(item.lines);
        block.items.push(item);
    }
    let mut fixed = block.lines * draft.line + 16.0;
    if !unit.is_empty() {
        block.title = [draft.reader.say(words::UNIT), unit].concat();
        fixed += draft.line;
    }
    block.ask(Need { fixed, elastic: PITCH.plot * draft.scale - draft.line });
    Some(block)
}

/// Whether a line ends within a number.
fn is_number_broken(label: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    label.as_bytes().windows(3).any(|at| is_digit(at[0]) && at[1] == b'\n' && is_digit(at[2]))
}

/// Draws them.
fn draw(draft: &mut Draft, block: &Block, mut area: Rect, _: f64) {
    if !block.title.is_empty() {
        draft.datum = None;
        draft.font = draft.small;
        let text = draft.shorten(&block.title, draft.small, draft.width);
        draft.text((0.0, area.y + draft.small.size), &text, Anchor::Start, Role::Guide, Ink::Muted);
        (area.y, area.height) = (area.y + draft.line, area.height - draft.line);
    }
    let height = block.lines * draft.line;
    let room = area.height - height - 14.0;
    let scale = scale::shared(&block.items, room);
    let axis = Axis { zero: area.y + 4.0 + room - scale.below, factor: scale.factor, whole: None };
    draft.push(Shape::Rect(Rect { y: axis.zero, height: 1.0, ..area }), Ink::Axis, Role::Guide);
    let mut column = Rect { width: draft.width / block.items.len() as f64, ..area };
    for item in &block.items {
        let x = column.x + column.width / 2.0;
        let thickness = (column.width * 0.62).min(WIDEST);
        let track = Track { origin: Point { x, y: axis.zero }, upward: true, thickness };
        let end = bars::bar(draft, item, &track, &axis, column);
        let drop = draft.size * if end < 0.0 { 1.05 } else { -0.35 };
        bars::value(draft, item, (x, axis.zero - end + drop), Anchor::Middle);
        let first = area.bottom() - 6.0 - height + draft.size;
        draft.label(item, x, first, Anchor::Middle, Ink::Text);
        column.x += column.width;
    }
}
