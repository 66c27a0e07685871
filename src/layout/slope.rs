//! Two periods, each series a straight line between its ends.

use super::block::{Block, Form};
use super::draft::{Draft, Need};
use super::form::DOT;
use super::kinds::{Task, Verdict};
use super::line::{self, Plot};
use super::names::{self, Name};
use super::series;
use super::ticks::Ticks;
use super::{PITCH, label};
use crate::choose::Kind;
use crate::figures::Figure;
use crate::format;
use crate::measure::Font;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};
use crate::words;

/// Between a dot and its text.
const GAP: f64 = 8.0;
/// The same where more ends than these leave no name beside its own, so that it can be led to.
const FAR: f64 = 18.0;
const CROWD: usize = 8;
/// Between the periods at the head and the highest point.
const HEAD: f64 = 14.0;

/// Names and values, smaller where there is little room for the lines between them.
fn size(draft: &Draft) -> f64 {
    if draft.narrow { draft.small.size } else { draft.size }
}

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, |draft, block, room, _| draw(draft, block, room));
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    (refusal(figures), Kind::Bar)
}

/// Why they can't; empty where they can.
pub(super) fn refusal(figures: &[Figure]) -> &'static str {
    series::refusal(figures, series::PERIODS, |_, _, times| (times.periods.len() > 1).then_some(""))
}

/// The block of a panel, of which only the first and the last period are drawn; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, _: &[usize], times: &Times) -> Option<Block<'a>> {
    let (first, last) = (times.periods.first()?, times.periods.last()?);
    if first == last {
        return None;
    }
    let mut block = Block::new(Form::Slope);
    let mut rows = 0;
    let mut lines = [0, 0];
    let font = Font::bold(size(draft));
    for series in &times.series {
        let mut ends: [Option<usize>; 2] = [None, None];
        for &index in series {
            let year = &draft.reader.figures.figures[index].year;
            for (end, period) in ends.iter_mut().zip([first, last]) {
                if end.is_none() && year.as_ref() == Some(period) {
                    *end = Some(index);
                }
            }
        }
        rows += usize::from(ends[0].is_some() || ends[1].is_some());
        for (side, end) in ends.iter().enumerate() {
            let Some(index) = *end else { continue };
            let mut item = draft.item(index, rows - 1);
            // Names stand on the left, and on a narrow screen where the line ends.
            let named =
                if draft.narrow { side == 1 || ends[1].is_none() } else { side == 0 || ends[0].is_none() };
            // On a narrow screen the other end has the unit.
            let bare = draft.narrow && side == 0 && ends[1].is_some();
            let unit = if bare { String::new() } else { draft.reader.unit(item.figure) };
            let share = draft.width * if named { 0.4 } else { 0.24 };
            let mut label = series::value(draft, item.figure.amount.as_ref(), &unit, font, share);
            if named && times.series.len() > 1 {
                let name = &*draft.name_of(&times.series, item.figure);
                let both = draft.text_width(name, font) + draft.text_width(&label, font);
                if both + 8.0 <= share {
                    label = label::isolated(&label, name);
                    label = if side == 0 {
                        format::concat(&[name, "  ", &label])
                    } else {
                        format::concat(&[&label, "  ", name])
                    };
                } else {
                    // The name below the value, in as many lines as leave room for the others.
                    label.push('\n');
                    let lines = match times.series.len() {
                        0..=4 => 3,
                        5..=8 => 2,
                        _ => 1,
                    };
                    label::wrap(name, font, draft.width * 0.36, lines, draft.measure, &mut label);
                }
            }
            lines[side] += label.split('\n').count();
            item.label = label;
            // The place of the item at the left or at the right.
            item.lines = side as f64;
            block.items.push(item);
        }
    }
    if rows < 1 {
        return None;
    }
    let least = lines[0].max(lines[1]) as f64 * draft.line;
    let fixed = draft.line + HEAD + 12.0 + least;
    block.ask(Need { fixed, elastic: (PITCH.plot * draft.scale - least).max(0.0) });
    Some(block)
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect) {
    let font = Font::bold(size(draft));
    let (mut left, mut right): (f64, f64) = (0.0, 0.0);
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut first, mut last) = (None, None);
    let mut hero = false;
    for item in &block.items {
        let width = item.label.split('\n').map(|line| draft.text_width(line, font)).fold(0.0, f64::max);
        if item.lines == 0.0 {
            (left, first) = (left.max(width), item.figure.year);
        } else {
            (right, last) = (right.max(width), item.figure.year);
        }
        if let Some(amount) = &item.figure.amount {
            (low, high) = (low.min(amount.value), high.max(amount.high));
        }
        hero |= item.figure.emphasis;
    }
    let top = area.y + draft.line + HEAD;
    let gap = if block.items.len() > CROWD { FAR } else { GAP };
    let plot = Plot {
        area: Rect {
            x: left + gap + DOT,
            y: top,
            width: (draft.width - left - right - 2.0 * (gap + DOT)).max(24.0),
            height: (area.bottom() - 12.0 - top).max(24.0),
        },
        axis: Ticks { values: if low <= high { vec![low, high] } else { Vec::new() } },
        periods: Vec::new(),
    };
    draft.font = draft.small;
    let mut taken = f64::NEG_INFINITY;
    let middle = plot.area.center().x;
    for (side, period) in [first, last].into_iter().enumerate() {
        let x = place(&plot, side as f64, 0.0).x;
        let line = Rect { x: x - 0.5, width: 1.0, ..plot.area };
        draft.push(Shape::Rect(line), Ink::Rule, Role::Guide);
        let Some(period) = period else { continue };
        let text = words::short_period(&period, None, draft.reader.locale.lang);
        // Over its end of the lines, but never into the frame's edge or the other period.
        let width = draft.text_width(&text, draft.small);
        let mut from = x - width / 2.0;
        if side == 0 {
            from = from.min(middle - 4.0 - width);
        }
        let from = from.max(taken).min(draft.width - width).max(0.0);
        taken = from + width + 8.0;
        draft.text((from, area.y + draft.small.size), &text, Anchor::Start, Role::Guide, Ink::Muted);
    }
    // The hero's line lies over all others.
    for heroic in [false, true] {
        let mut from: Option<(usize, Point)> = None;
        for item in &block.items {
            let Some(amount) = &item.figure.amount else { continue };
            let to = place(&plot, item.lines, line::middle(amount));
            let ink = ink(block, item.series, hero);
            if let Some((series, from)) = from
                && series == item.series
                && (ink == Ink::Hero) == heroic
            {
                draft.push(Shape::Line(vec![from, to], 2.0), ink, Role::Guide);
            }
            from = Some((item.series, to));
        }
    }
    let mut names: [Vec<Name>; 2] = [Vec::new(), Vec::new()];
    for (index, item) in block.items.iter().enumerate() {
        let x = if item.lines == 0.0 { 0.0 } else { draft.width / 2.0 };
        draft.begin(item, Rect { x, width: draft.width / 2.0, ..area });
        draft.ink = ink(block, item.series, hero);
        let first = draft.scene.marks.len();
        let mut y = plot.area.bottom();
        let mut near = gap + DOT;
        if let Some(amount) = &item.figure.amount {
            let center = place(&plot, item.lines, line::middle(amount));
            plot.dot(draft, center, amount, 0.0);
            y = center.y;
        } else {
            // What is said of a missing end stands across from the other one.
            for other in block.items[index.saturating_sub(1)..].iter().take(3) {
                if other.series == item.series
                    && let Some(amount) = &other.figure.amount
                {
                    y = plot.y(line::middle(amount));
                }
            }
            near = gap;
        }
        let side = place(&plot, item.lines, 0.0).x;
        draft.mark(first, Rect { x: side, y, width: 0.0, height: 0.0 }.grown(DOT));
        let names = &mut names[usize::from(item.lines > 0.0)];
        let name = Name {
            x: if item.lines == 0.0 { side - near } else { side + near },
            y,
            end: y,
            datum: draft.datum,
            bold: draft.ink == Ink::Hero && item.figure.amount.is_some(),
            ink: if item.figure.amount.is_some() { draft.ink } else { Ink::Muted },
            text: &item.label,
        };
        let place = names.iter().position(|other| other.y > y).unwrap_or(names.len());
        names.insert(place, name);
    }
    // Names may stand as high as the highest dot.
    let half = draft.size * 0.6;
    let room = Rect { y: top - half, height: plot.area.height + half, ..plot.area };
    for (mut names, anchor) in names.into_iter().zip([Anchor::End, Anchor::Start]) {
        let pitch = names::spread(draft, &mut names, room);
        for name in names {
            draft.datum = name.datum;
            draft.font = Font { size: size(draft), bold: name.bold };
            let ink = if name.ink == Ink::Muted { Ink::Muted } else { Ink::Text };
            let mut y = name.top(pitch) + draft.font.size * 0.35;
            if (name.y - name.end).abs() > 2.0 {
                // A name that was moved away is led to from where it belongs.
                let out = if anchor == Anchor::End { -1.0 } else { 1.0 };
                let side = if out < 0.0 { plot.area.x } else { plot.area.right() };
                let bend = |x: f64, y: f64| Point { x: side + out * x, y };
                let points = vec![bend(DOT + 1.0, name.end), bend(gap + DOT - 2.0, name.top(pitch))];
                draft.push(Shape::Line(points, 1.0), Ink::Axis, Role::Guide);
            }
            for line in name.text.split('\n') {
                draft.text((name.x, y), line, anchor, Role::Value, ink);
                y += pitch;
            }
        }
    }
}

/// The point of a value on one of the two sides.
fn place(plot: &Plot, side: f64, value: f64) -> Point {
    Point { x: plot.area.x + side * plot.area.width, y: plot.y(value) }
}

/// One hero against grey, or else all alike.
fn ink(block: &Block, series: usize, hero: bool) -> Ink {
    let mut ink = if hero { Ink::Axis } else { Ink::Series(0) };
    for item in &block.items {
        if item.series == series && item.figure.emphasis {
            ink = Ink::Hero;
        }
    }
    ink
}
