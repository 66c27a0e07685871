//! Bars of several series side by side, category by category.

use super::bars::{self, Axis, GAP};
use super::block::{Block, Form};
use super::draft::{Draft, Need};
use super::form::Track;
use super::kinds::{Task, Verdict};
use super::series::{self, LABEL_GAP, MOST, Table};
use super::{legend, scale};
use crate::choose::Kind;
use crate::figures::Figure;
use crate::measure::Font;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};

/// The part of a bar's height that stretches, and that between two categories.
const SLACK: f64 = 5.0;
const BETWEEN: f64 = 16.0;

/// The least height of a bar: that of its value.
fn least(draft: &Draft) -> f64 {
    draft.small.size * 1.15
}

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, draw);
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    (refusal(figures), Kind::Bar)
}

/// Why they can't; empty where they can.
pub(super) fn refusal(figures: &[Figure]) -> &'static str {
    series::refusal(figures, series::REPEATED, |figures, indices, times| {
        Table::read(figures, indices, times)?.limited(MOST, true)?;
        Some("")
    })
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    let table = Table::read(&draft.reader.figures.figures, figures, times)?.limited(MOST, true)?;
    let mut block = table.block(draft, Form::Grouped);
    let mut negative = false;
    for item in &block.items {
        negative |= item.figure.amount.is_some_and(|amount| amount.value < 0.0);
    }
    // Values may stand on both sides of the baseline, and still leave room for the bars.
    let share = if negative || !draft.narrow { 0.26 } else { 0.5 };
    let mut at = 0;
    while at < block.items.len() {
        let count = series::category(&block.items[at..]);
        for item in &mut block.items[at..at + count] {
            let font = Font { bold: item.figure.emphasis, ..draft.small };
            let (amount, unit) = (item.figure.amount.as_ref(), draft.reader.unit(item.figure));
            item.value.number = series::value(draft, amount, &unit, font, draft.width * share);
            item.beyond = draft.text_width(&item.value.number, font) + GAP;
        }
        let first = &mut block.items[at];
        let (bars, label) = (count as f64 * least(draft), first.lines * draft.line);
        first.need = Need {
            fixed: if draft.narrow { bars + label } else { bars.max(label) },
            elastic: (count as f64 * SLACK + BETWEEN) * draft.scale,
        };
        at += count;
    }
    Some(block)
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect, stretch: f64) {
    let left = if draft.narrow { 0.0 } else { block.label_width + LABEL_GAP };
    let top = area.y + legend::draw(draft, block, area.y);
    // One px at each end for strokes that stand on the baseline or at the very end.
    let scale = scale::shared(&block.items, draft.width - left - 2.0, f64::INFINITY);
    let axis = Axis { zero: left + 1.0 + scale.below, factor: scale.factor, whole: None };
    let pitch = least(draft) + SLACK * draft.scale * stretch;
    let mut row = Rect { y: top, height: 0.0, ..area };
    let mut at = 0;
    while at < block.items.len() {
        let first = &block.items[at];
        let count = series::category(&block.items[at..]);
        row.y = row.bottom();
        row.height = first.need.fixed + first.need.elastic * stretch;
        let bars = count as f64 * pitch;
        let head = if draft.narrow { first.lines * draft.line + 2.0 } else { (row.height - bars) / 2.0 };
        draft.datum = None;
        // The baseline stands under the bars, so that it never cuts them.
        let (y, height) = if draft.narrow { (row.y + head, bars) } else { (row.y, row.height) };
        draft.push(Shape::Rect(Rect { x: axis.zero - 1.0, y, width: 1.0, height }), Ink::Axis, Role::Guide);
        let bars = &block.items[at..at + count];
        // A label is the hero if one of its periods is; a period is none.
        let hero = block.columns > 0 && bars.iter().any(|item| item.figure.emphasis);
        series::label(draft, block, first, row, row.y + row.height / 2.0, hero);
        let mut slot = Rect { y: row.y + head, height: pitch, ..row };
        for item in bars {
            let origin = Point { x: axis.zero, y: slot.center().y };
            let track = Track { origin, upward: false, thickness: pitch * 0.76 };
            let marks = draft.scene.marks.len();
            let end = bars::bar(draft, item, &track, &axis, slot);
            for mark in draft.scene.marks.iter_mut().skip(marks) {
                mark.ink = legend::shade(block, item.series, item.figure.emphasis);
            }
            series::strand(draft, at);
            draft.font = Font { bold: item.figure.emphasis, ..draft.small };
            let (gap, anchor) = if end < 0.0 { (-GAP, Anchor::End) } else { (GAP, Anchor::Start) };
            let baseline = origin.y + draft.small.size * 0.35;
            bars::value(draft, item, (axis.zero + end + gap, baseline), anchor);
            slot.y += pitch;
        }
        at += count;
    }
}
