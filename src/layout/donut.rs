//! Parts of one whole as a ring, from 12 o'clock in the author's order.
//!
//! Bounds show at the outer edge: chevrons and brackets stand beyond it, and a wave swings around it, so that every
//! part's area is its value's.

use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::kinds::{Task, Verdict};
use super::{first, list};
use crate::choose::Kind;
use crate::figures::{Bound, Figure};
use crate::format;
use crate::geometry::around;
use crate::measure::Font;
use crate::panel::Times;
use crate::parts;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape, Sign};
use crate::words;

/// How high the ring is, in px, and how much of its radius the hole is.
const SIDE: f64 = 250.0;
const HOLE: f64 = 0.62;
/// How far the forms of bounds may reach beyond the ring.
const BEYOND: f64 = 20.0;
/// Between the ring with its forms and the names beside it.
const BESIDE: f64 = 18.0;
/// Between two names.
const LEADING: f64 = 8.0;
/// No part is drawn in pieces larger than this share of a turn: the middle of the box around a piece lies on it.
const PIECE: f64 = 0.125;
/// How many waves there would be around the whole ring.
const WAVES: f64 = 22.0;
/// The arc of one straight stretch, in px.
const STRETCH: f64 = 3.0;

/// Whether there is room for names beside the ring; otherwise, and where one of them has to be cut, they are in a list below.
fn beside(draft: &Draft) -> bool {
    !draft.narrow && draft.width >= 2.0 * SIDE * draft.scale
}

/// The room for names on either side of the ring.
fn side(draft: &Draft) -> f64 {
    (draft.width - SIDE * draft.scale) / 2.0 - BEYOND - BESIDE
}

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, |draft, block, room, _| draw(draft, block, room));
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    (parts::refusal(Kind::Donut, figures, &first(figures)), Kind::Bar)
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], _times: &Times) -> Option<Block<'a>> {
    if !parts::refusal(Kind::Donut, &draft.reader.figures.figures, figures).is_empty() {
        return None;
    }
    let mut block = Block::new(Form::Donut);
    list::items(draft, &mut block, figures);
    let ring = SIDE * draft.scale;
    let mut whole = beside(draft);
    if whole {
        let room = side(draft);
        for item in &mut block.items {
            let font = draft.font_of(item.figure);
            let value = draft.reader.compact(item.figure).text();
            item.value.number = draft.shorten(&value, Font::bold(font.size), room);
            whole &= draft.wrap(item, &draft.label_of(item.figure, false), font, room, 2);
            block.height += name_height(draft, item);
        }
        block.columns = usize::from(whole);
    }
    let need = if whole {
        // Names on one side never need more than all names do.
        let least = block.height.max(ring * 0.8);
        Need { fixed: least + 16.0, elastic: (ring + 2.0 * BEYOND - least).max(0.0) }
    } else {
        for item in &mut block.items {
            item.label.clear();
        }
        block.height = list::rows(draft, &mut block, draft.width);
        Need { fixed: block.height + 12.0, elastic: (ring + 2.0 * BEYOND).min(draft.width) }
    };
    block.ask(need);
    Some(block)
}

fn name_height(draft: &Draft, item: &Item) -> f64 {
    (item.lines + 1.0) * draft.line + LEADING
}

/// A ring and where it lies.
struct Ring {
    center: Point,
    radius: f64,
}

impl Ring {
    /// A piece of a part that goes from one turn to another; its outer edge swings if the part is approximate.
    fn piece(&self, (from, to): (f64, f64), part: Option<(f64, f64)>) -> Vec<Point> {
        let mut points = Vec::new();
        let steps = (((to - from) * 6.3 * self.radius / STRETCH).ceil() as i32).clamp(2, 400);
        for step in 0..steps + 1 {
            let turn = from + (to - from) * f64::from(step) / f64::from(steps);
            points.push(around(self.center, self.radius + part.map_or(0.0, |part| swing(part, turn)), turn));
        }
        for step in 0..steps + 1 {
            let turn = to + (from - to) * f64::from(step) / f64::from(steps);
            points.push(around(self.center, self.radius * HOLE, turn));
        }
        points
    }

    /// A point of the axis through the middle of a part: `out` from the outer edge, `across` it.
    fn outside(&self, turn: f64, out: f64, across: f64) -> Point {
        let base = around(self.center, self.radius + out, turn);
        around(base, across, turn + 0.25)
    }

    /// The form of a bound that stands beyond the edge; gives back how far it reaches.
    fn bound(&self, draft: &mut Draft, bound: Bound, turn: f64, share: f64) -> f64 {
        let wing = (share * 3.1 * self.radius - 2.0).clamp(2.0, 9.0);
        let mut stroke = |foot: f64, tip: f64, inner: f64| {
            let mut points = vec![self.outside(turn, foot, -wing), self.outside(turn, tip, -inner)];
            if inner > 0.0 {
                points.push(self.outside(turn, tip, inner));
            }
            points.push(self.outside(turn, foot, wing));
            draft.push(Shape::Line(points, 2.0), draft.ink, Role::Bound);
        };
        match bound {
            Bound::AtLeast => {
                for &foot in &[4.0, 10.0] {
                    stroke(foot, foot + 5.0, 0.0);
                }
                draft.scene.shows(Sign::Chevrons);
                16.0
            }
            Bound::AtMost => {
                stroke(2.0, 6.0, wing);
                draft.scene.shows(Sign::Bracket);
                8.0
            }
            Bound::About => {
                draft.scene.shows(Sign::Wave);
                3.0
            }
            _ => 0.0,
        }
    }
}

/// How far the edge of an approximate part swings out or in at a turn: half waves, each a parabola. As many go out as
/// in, which leaves the area unchanged.
fn swing((from, to): (f64, f64), turn: f64) -> f64 {
    let waves = ((to - from) * WAVES).ceil() * 2.0;
    let place = ((turn - from) / (to - from) * waves).clamp(0.0, waves);
    let half = place.floor();
    let part = place - half;
    let sign = if half as i32 & 1 == 0 { 7.0 } else { -7.0 };
    sign * part * (1.0 - part)
}

/// Where the names on one side stand, and what they belong to.
struct Name {
    place: usize,
    top: f64,
    height: f64,
    turn: f64,
    reach: f64,
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect) {
    let beside = block.columns > 0;
    let height = area.height - if beside { 16.0 } else { block.height + 12.0 };
    let radius =
        (height / 2.0 - BEYOND).min(SIDE * draft.scale / 2.0).min(draft.width / 2.0 - BEYOND).max(8.0);
    let center = Point { x: draft.width / 2.0, y: area.y + 4.0 + height / 2.0 };
    let ring = Ring { center, radius };
    let mut figures = Vec::new();
    for item in &block.items {
        figures.push(item.figure);
    }
    let shares = parts::shares(&figures);
    let mut names = Vec::new();
    let mut row = Rect { y: area.y + height + 12.0, height: 0.0, ..area };
    let mut colours = 0;
    let mut from = 0.0;
    for (place, item) in block.items.iter().enumerate() {
        let to = from + shares[place];
        let turn = (from + to) / 2.0;
        row.y = row.bottom();
        row.height = list::row_height(draft, item);
        draft.begin(item, row);
        list::colour(draft, item, &mut colours);
        let first = draft.scene.marks.len();
        let bound = item.figure.amount.map_or(Bound::Exact, |amount| amount.bound);
        let wave = (bound == Bound::About).then_some((from, to));
        let mut start = from;
        while start < to {
            let end = if to - start > PIECE * 1.01 { start + PIECE } else { to };
            // Pieces lie on each other by a px and a half, or a seam would show.
            let start_at = if start > from { start - 1.5 / (6.3 * radius) } else { start };
            draft.push(Shape::Polygon(ring.piece((start_at, end), wave)), draft.ink, Role::Body);
            start = end;
        }
        draft.mark(first, row);
        let reach = ring.bound(draft, bound, turn, shares[place]);
        if beside {
            names.push(Name { place, top: 0.0, height: name_height(draft, item), turn, reach });
        } else {
            list::draw_row(draft, item, row);
        }
        from = to;
    }
    draft.datum = None;
    rest(draft, &ring, from);
    if beside {
        write(draft, block, &ring, names, Rect { y: center.y - height / 2.0, height, ..area });
    }
    draft.datum = None;
    gaps(draft, &ring, &shares);
    middle(draft, &ring, &figures);
}

/// What parts of "at least" leave of a hundred percent.
fn rest(draft: &mut Draft, ring: &Ring, from: f64) {
    if from > 0.999 {
        return;
    }
    draft.scene.shows(Sign::Rest);
    draft.push(Shape::Polygon(ring.piece((from, 1.0), None)), Ink::Track, Role::Guide);
    let pitch = 6.0 / (6.3 * ring.radius);
    let mut turn = from + pitch;
    while turn < 1.0 {
        let ends =
            [around(ring.center, ring.radius * HOLE, turn - pitch), around(ring.center, ring.radius, turn)];
        draft.push(Shape::Line(ends.to_vec(), 1.5), Ink::Axis, Role::Guide);
        turn += pitch;
    }
}

/// Ground between the parts. Drawn over them, so that each keeps its share of the ring.
fn gaps(draft: &mut Draft, ring: &Ring, shares: &[f64]) {
    let mut turn = 0.0;
    for share in shares {
        let ends = [ring.radius * HOLE - 1.0, ring.radius + 3.0].map(|far| around(ring.center, far, turn));
        draft.push(Shape::Line(ends.to_vec(), 2.0), Ink::Ground, Role::Guide);
        turn += share;
    }
}

/// Writes the names beside the ring, each as near to its part as the others leave room.
fn write(draft: &mut Draft, block: &Block, ring: &Ring, mut names: Vec<Name>, area: Rect) {
    for right in [true, false] {
        let mut least = area.y;
        // From top to bottom: on the left side that is against the clock.
        for step in 0..names.len() {
            let index = if right { step } else { names.len() - 1 - step };
            let name = &mut names[index];
            if (name.turn < 0.5) == right {
                let middle = around(ring.center, ring.radius + BEYOND, name.turn).y;
                name.top = (middle - name.height / 2.0).max(least);
                least = name.top + name.height;
            }
        }
        let mut most = area.bottom();
        for step in 0..names.len() {
            let index = if right { names.len() - 1 - step } else { step };
            let name = &mut names[index];
            if (name.turn < 0.5) == right {
                name.top = name.top.min(most - name.height);
                most = name.top;
            }
        }
    }
    let far = ring.radius + BEYOND + BESIDE;
    for name in names {
        let item = &block.items[name.place];
        let (sign, anchor) = if name.turn < 0.5 { (1.0, Anchor::Start) } else { (-1.0, Anchor::End) };
        let x = ring.center.x + sign * far;
        let first = name.top + LEADING / 2.0 + draft.line / 2.0;
        let start = around(ring.center, ring.radius + name.reach + 2.0, name.turn);
        let elbow = Point { x: x - sign * 14.0, y: first };
        let end = Point { x: x - sign * 4.0, y: first };
        draft.datum = None;
        draft.push(Shape::Line(vec![start, elbow, end], 1.0), Ink::Axis, Role::Guide);
        let datum = draft.scene.data.len() - block.items.len() + name.place;
        draft.datum = Some(datum);
        draft.font = draft.font_of(item.figure);
        let baseline = first + draft.size * 0.35;
        draft.label(item, x, baseline, anchor, Ink::Text);
        draft.font.bold = true;
        let last = baseline + item.lines * draft.line;
        draft.text((x, last), &item.value.number, anchor, Role::Value, Ink::Text);
        let room = (draft.width - 2.0 * far) / 2.0;
        if let Some(datum) = draft.scene.data.get_mut(datum) {
            let edge = if sign > 0.0 { x } else { 0.0 };
            datum.area = Rect { x: edge, y: name.top, width: room.max(1.0), height: name.height };
        }
    }
}

/// The whole in the middle, unless everyone knows that it is 100%.
fn middle(draft: &mut Draft, ring: &Ring, figures: &[&Figure]) {
    let room = 2.0 * ring.radius * HOLE - 16.0;
    let Some(total) = parts::total(figures) else { return };
    let unit = draft.reader.unit(figures[0]);
    let text = format::compact(&total, &unit, &draft.reader.locale).text();
    let font = Font::bold(draft.size + 3.0);
    if unit == "%" || draft.text_width(&text, font) > room || ring.radius * HOLE < draft.line * 1.5 {
        return;
    }
    draft.font = draft.small;
    let word = draft.reader.say(words::TOTAL);
    let y = ring.center.y;
    draft.text((ring.center.x, y - 6.0), word, Anchor::Middle, Role::Guide, Ink::Muted);
    draft.font = font;
    draft.text((ring.center.x, y + font.size), &text, Anchor::Middle, Role::Guide, Ink::Text);
}
