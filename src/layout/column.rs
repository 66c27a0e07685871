//! Columns of one unit on a common scale: bars that stand, for periods or short names. Where not every one of many periods has
//! room for its texts, some have them: the hero, the last one, the highest and the lowest first.

use super::bars::{self, Axis};
use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::form::Track;
use super::kinds::Task;
use super::periods::{in_year, start};
use super::{PITCH, scale};
use crate::choose::Kind;
use crate::figures::Amount;
use crate::format;
use crate::measure::Font;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};
use crate::words;
use std::cmp::Ordering;

/// Between the texts of two columns.
const GAP: f64 = 6.0;
const WIDEST: f64 = 72.0;
/// Columns stand no closer than this, in px.
const CLOSEST: f64 = 5.0;
/// So many bars still look well below each other on a narrow screen, and on a broad one; more periods run from left to right.
const FEW: [usize; 2] = [12, 6];

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
        let is_short = unit.is_empty() || unit.starts_with("%");
        let block = if is_short { None } else { set(draft, figures, in_time, several, &unit) };
        block.or_else(|| if in_time { sparse(draft, figures) } else { None })
    })
}

/// Periods of one series of which only some have a text.
fn sparse<'a>(draft: &Draft<'a>, figures: &[usize]) -> Option<Block<'a>> {
    let pitch = draft.width / figures.len() as f64;
    if pitch < CLOSEST || figures.len() <= FEW[usize::from(!draft.narrow)] {
        return None;
    }
    let mut block = Block::new(Form::Columns);
    let font = Font::regular(draft.size);
    let mut widest: f64 = 0.0;
    for &index in figures {
        let item = draft.item(index, 0);
        widest = widest.max(draft.text_width(&bars::period_of(draft, item.figure, None), font));
        block.items.push(item);
    }
    // Every so many are named; at the edges they stand somewhat closer.
    let room = widest + GAP + (widest - pitch).max(0.0) / 2.0;
    let mut periods = Vec::new();
    for item in &block.items {
        periods.push(item.figure.year?);
    }
    let last = periods.len() - 1;
    let mut step: usize = 1;
    while (step as f64) * pitch < room || !in_year(step, &periods) {
        step += 1;
    }
    let mut place = start(step, periods.iter());
    let mut before = None;
    while place <= last {
        let figure = block.items[place].figure;
        block.items[place].label = bars::period_of(draft, figure, before);
        before = Some(figure);
        place += step;
    }
    for place in by_weight(&block.items) {
        if let Some(number) = fitting(draft, &block.items, place, pitch) {
            block.items[place].value.number = number;
            block.items[place].beyond = draft.line;
        }
    }
    block.lines = 1.0;
    block.ask(Need { fixed: draft.line + 16.0, elastic: PITCH.plot * draft.scale - draft.line });
    Some(block)
}

/// The columns by how much their values matter: heroes, the last, the highest, the lowest, and the others.
fn by_weight(items: &[Item]) -> Vec<usize> {
    let value = |place: &usize| items[*place].figure.amount.map(|amount| amount.value);
    let stated = || (0..items.len()).filter(|place| value(place).is_some());
    let beats = |a: &usize, b: &usize| value(a).partial_cmp(&value(b)).unwrap_or(Ordering::Equal);
    let mut places: Vec<usize> = (0..items.len()).filter(|place| items[*place].figure.emphasis).collect();
    places.extend(stated().next_back());
    places.extend(stated().max_by(beats));
    places.extend(stated().min_by(beats));
    places.extend(stated());
    places
}

/// The text of a value, if no other text and no longer column is in its way; over that of a hero's neighbour there is room.
fn fitting(draft: &Draft, items: &[Item], place: usize, pitch: f64) -> Option<String> {
    let item = &items[place];
    let amount = item.figure.amount?;
    if !item.value.number.is_empty() {
        return None;
    }
    let text = draft.reader.compact(item.figure).text();
    let middle = |place: usize| (place as f64 + 0.5) * pitch;
    // Where a text stands that may not leave the frame.
    let span = |place: usize, text: &str| {
        let half = draft.text_width(text, draft.font_of(items[place].figure)) / 2.0;
        let at = middle(place).clamp(half, (draft.width - half).max(half));
        (at - half, at + half)
    };
    let (left, right) = span(place, &text);
    for (other, beside) in items.iter().enumerate() {
        let is_longer = |beside: Amount| {
            if amount.value < 0.0 { beside.value < amount.value } else { beside.high > amount.high }
        };
        let is_near = (left - pitch / 2.0..right + pitch / 2.0).contains(&middle(other));
        let is_over = item.figure.emphasis && amount.value >= 0.0;
        if other != place && is_near && !is_over && beside.figure.amount.is_some_and(is_longer) {
            return None;
        }
        let (from, to) = span(other, &beside.value.number);
        if !beside.value.number.is_empty() && left < to + GAP && from < right + GAP {
            return None;
        }
    }
    Some(text)
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
        block.title = format::concat(&[draft.reader.say(words::UNIT), unit]);
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
    let scale = scale::shared(&block.items, room, f64::INFINITY);
    let axis = Axis { zero: area.y + 4.0 + room - scale.below, factor: scale.factor, whole: None };
    draft.push(Shape::Rect(Rect { y: axis.zero, height: 1.0, ..area }), Ink::Axis, Role::Guide);
    let mut column = Rect { width: draft.width / block.items.len() as f64, ..area };
    for item in &block.items {
        let x = column.x + column.width / 2.0;
        let thickness = (column.width * 0.62).min(WIDEST);
        let track = Track { origin: Point { x, y: axis.zero }, upward: true, thickness };
        let mut end = bars::bar(draft, item, &track, &axis, column);
        let drop = draft.size * if end < 0.0 { 1.05 } else { -0.35 };
        // Of many columns, few have a text, which may be wider than they are.
        let within = |draft: &Draft, text: &str| {
            let half = draft.text_width(text, draft.font) / 2.0;
            x.clamp(half, (draft.width - half).max(half))
        };
        if !item.value.number.is_empty() {
            if item.figure.emphasis && end >= 0.0 {
                let near = (draft.text_width(&item.value.number, draft.font) + thickness) / 2.0;
                for (place, beside) in block.items.iter().enumerate() {
                    let middle = area.x + (place as f64 + 0.5) * column.width;
                    if let Some(amount) = beside.figure.amount
                        && (middle - x).abs() < near
                    {
                        end = end.max(amount.high * axis.factor);
                    }
                }
            }
            let x = within(draft, &item.value.number);
            bars::value(draft, item, (x, axis.zero - end + drop), Anchor::Middle);
        }
        if !item.label.is_empty() {
            let first = area.bottom() - 6.0 - height + draft.size;
            let x = if item.label.contains('\n') { x } else { within(draft, &item.label) };
            draft.label(item, x, first, Anchor::Middle, Ink::Text);
        }
        column.x += column.width;
    }
}
