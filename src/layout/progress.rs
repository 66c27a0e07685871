//! Percentages on tracks from 0 to 100, beyond which a bar may reach, with the target that a figure may name.

use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::form::{self, Track};
use super::kinds::{Task, Verdict};
use super::{first, list};
use crate::choose::Kind;
use crate::figures::{Amount, Bound, Figure};
use crate::geometry::left_of;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};
use crate::{parts, quantity, words};

/// Beyond this, in percent, hardly anything would be left of the tracks.
const MOST: f64 = 200.0;
/// Below this share of the longest bar or track, no form reaches beyond it.
const NEAR: f64 = 0.97;
const PITCH: f64 = 25.0;
const THICKEST: f64 = 11.0;
/// How far the tick of a target stands out below its track; above, where the value is near, half as far.
const TICK: f64 = 4.0;

/// The target that a figure names, if it is on the scale.
fn target(item: &Item) -> Option<f64> {
    let value = quantity::parse(item.figure.extra("target")?)?.amount.value;
    (0.0..=MOST).contains(&value).then_some(value)
}

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, draw);
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    (refusal(figures, &first(figures)), Kind::Bar)
}

/// Why some of them can't; empty where they can.
fn refusal(figures: &[Figure], shown: &[usize]) -> &'static str {
    for &index in shown {
        let figure = &figures[index];
        let within = |amount: Amount| amount.value >= 0.0 && amount.high <= MOST;
        if !parts::is_percentage(figure) || !figure.amount.is_none_or(within) {
            return "needs percentages from 0 to 200";
        }
    }
    ""
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    if !refusal(&draft.reader.figures.figures, figures).is_empty() {
        return None;
    }
    let mut block = Block::new(Form::Progress);
    block.fixed = 6.0;
    for &index in figures {
        let mut item = draft.item(index, 0);
        list::caption(draft, &mut item, times);
        item.need = Need { fixed: item.lines * draft.line, elastic: PITCH * draft.scale };
        if target(&item).is_some() {
            item.beyond = draft.small.size * 1.5;
            item.need.fixed += item.beyond;
        }
        block.items.push(item);
    }
    Some(block)
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect, stretch: f64) {
    let mut most: f64 = 100.0;
    for item in &block.items {
        let high = item.figure.amount.map_or(0.0, |amount| amount.high);
        most = most.max(high).max(target(item).unwrap_or(0.0));
    }
    // Forms that stand beyond a value must find room beyond the whole, too; a rest fills it.
    let mut reach: f64 = 0.0;
    for item in &block.items {
        if let Some(amount) = &item.figure.amount
            && (amount.bound != Bound::AtLeast || amount.value > 100.0)
            && amount.high > NEAR * most
        {
            reach = reach.max(form::reach(amount.bound));
        }
    }
    let whole = (draft.width - reach) * 100.0 / most;
    let mut row = Rect { height: 0.0, ..area };
    for item in &block.items {
        row.y = row.bottom();
        let elastic = item.need.elastic * stretch;
        row.height = item.need.fixed + elastic;
        let thickness = (elastic * 0.44).min(THICKEST * draft.scale);
        let top = row.y + item.lines * draft.line + 2.0;
        let origin = Point { x: 0.0, y: top + thickness / 2.0 };
        let track = Track { origin, upward: false, thickness };
        let radius = thickness / 2.0;
        let pill = track.rounded(whole, radius, true);
        draft.datum = None;
        draft.push(Shape::Polygon(pill.clone()), Ink::Track, Role::Guide);
        draft.begin(item, row);
        let first = draft.scene.marks.len();
        if let Some(amount) = &item.figure.amount {
            bar(draft, amount, &track, whole, &pill);
            if amount.high > 100.0 {
                // Ground where the track ends.
                let end = Rect { x: whole - 1.0, width: 2.0, ..track.rect(0.0, 1.0) };
                draft.push(Shape::Rect(end), Ink::Ground, Role::Guide);
            }
            draft.grow_from(track.rect(0.0, 0.0));
        }
        draft.mark(first, track.rect(0.0, 1.0));
        if let Some(target) = target(item) {
            mark_target(draft, item, target / 100.0 * whole, &track);
        }
        draft.font = draft.font_of(item.figure);
        list::draw_caption(draft, item, row.y, true);
    }
}

/// A bar that is rounded where its track is.
fn bar(draft: &mut Draft, amount: &Amount, track: &Track, whole: f64, pill: &[Point]) {
    let (scale, radius) = (whole / 100.0, track.thickness / 2.0);
    let end = amount.value * scale;
    if amount.bound == Bound::Exact && end >= 1.0 {
        let points = track.rounded(end, radius.min(end / 2.0), true);
        draft.push(Shape::Polygon(points), draft.ink, Role::Body);
    } else if end > radius + 1.0 {
        // The round foot, and from there on a bar like any other.
        draft.push(Shape::Polygon(left_of(pill, track.origin.x + radius + 0.5)), draft.ink, Role::Body);
        let origin = Point { x: track.origin.x + radius, ..track.origin };
        let less = radius / scale;
        let amount = Amount { value: amount.value - less, high: amount.high - less, ..*amount };
        // Hatching ends where the track begins to round; what is beyond has no end.
        let rest = whole - radius * 1.4;
        let rest = (end <= whole).then_some(rest.max(amount.value * scale));
        Track { origin, ..*track }.bar(draft, &amount, scale, rest);
    } else {
        // The stroke at the low end of a range stands on both sides of its place.
        let inset = if amount.bound == Bound::Range { 1.0 } else { 0.0 };
        let origin = Point { x: track.origin.x + inset, ..track.origin };
        Track { origin, ..*track }.bar(draft, amount, scale, Some(whole - radius * 0.4));
    }
}

/// A tick through the track and its name below.
fn mark_target(draft: &mut Draft, item: &Item, x: f64, track: &Track) {
    let bar = track.rect(0.0, 1.0);
    let x = x.clamp(2.0, draft.width - 2.0);
    let tick = Rect { x: x - 1.0, y: bar.y - TICK / 2.0, width: 2.0, height: bar.height + 1.5 * TICK };
    // Ground on both sides, or the tick would sink into a solid bar.
    draft.push(Shape::Rect(Rect { x: x - 2.0, width: 4.0, ..bar }), Ink::Ground, Role::Guide);
    draft.push(Shape::Rect(tick), Ink::Text, Role::Guide);
    draft.font = draft.small;
    let text = draft.reader.fill(words::TARGET, item.figure.extra("target").unwrap_or_default());
    let text = draft.shorten(&text, draft.font, draft.width);
    let half = draft.text_width(&text, draft.font) / 2.0;
    let x = x.clamp(half, (draft.width - half).max(half));
    let baseline = tick.bottom() + draft.font.size;
    draft.text((x, baseline), &text, Anchor::Middle, Role::Guide, Ink::Muted);
}
