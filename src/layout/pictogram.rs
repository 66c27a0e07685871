//! Rows of icons that each stand for the same number.
//!
//! After Otto Neurath's Isotype (1936): a greater number is shown by more icons, never by larger ones, and what is
//! left over is shown by a part of an icon.

use super::block::{Block, Form};
use super::draft::{Draft, Need};
use super::kinds::{Task, Verdict};
use super::{first, list};
use crate::choose::Kind;
use crate::figures::{Amount, Bound, Figure};
use crate::geometry::left_of;
use crate::icon::Icon;
use crate::panel::Times;
use crate::parts;
use crate::scene::{Ink, Point, Rect, Role, Shape, Sign};

/// How large icons are, in px, and how much room the sign of a bound takes after them.
const SIZE: f64 = 28.0;
const SMALLEST: f64 = 20.0;
const END: f64 = 20.0;
/// More icons in a row are no longer seen as a number.
const MOST: f64 = 25.0;
/// Between two icons.
const GAP: f64 = 4.0;
/// What a row is higher than its icons.
const LEADING: f64 = 14.0;
/// Above the first row.
const TOP: f64 = 4.0;

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
        if parts::is_percentage(figure) {
            return "counts things, and a percentage is none; progress and waffle show rates";
        }
        if figure.amount.is_some_and(|amount| amount.value < 0.0) {
            return "can't count below zero";
        }
    }
    ""
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    if !refusal(&draft.reader.figures.figures, figures).is_empty() {
        return None;
    }
    let mut block = Block::new(Form::Pictogram);
    let mut largest: f64 = 0.0;
    for &index in figures {
        let mut item = draft.item(index, 0);
        if let Some(amount) = &item.figure.amount {
            largest = largest.max(amount.high);
        }
        list::caption(draft, &mut item, times);
        item.need = Need { fixed: item.lines * draft.line, elastic: (SIZE + LEADING) * draft.scale };
        block.items.push(item);
    }
    let room = draft.width - END;
    block.number = each(largest, MOST.min((room / (SMALLEST * draft.scale)).floor()));
    block.height = (room / (largest / block.number).ceil().max(1.0)).min(SIZE * draft.scale);
    block.fixed = TOP + 6.0 + if block.number > 1.0 { draft.line } else { 0.0 };
    Some(block)
}

/// The least of 1, 2, 5, 10, 20, 50 … that `most` icons reach the largest number with.
fn each(largest: f64, most: f64) -> f64 {
    let mut power = 1.0;
    loop {
        for &step in &[1.0, 2.0, 5.0] {
            if largest / (step * power) <= most {
                return step * power;
            }
        }
        power *= 10.0;
    }
}

/// The icons of one row.
struct Row {
    shapes: Vec<Vec<Point>>,
    outlines: Vec<Vec<Point>>,
    /// Where the painted part of the first icon begins, and how wide it is.
    left: f64,
    width: f64,
    pitch: f64,
}

impl Row {
    fn new(icon: Icon, pitch: f64, top: f64) -> Row {
        let size = pitch - GAP;
        let mut frame = Rect { x: 0.0, y: top, width: size, height: size };
        let mut bounds: Option<Rect> = None;
        for shape in icon.shapes(frame, false) {
            let own = Shape::Polygon(shape).bounds();
            bounds = Some(bounds.map_or(own, |all| all.union(&own)));
        }
        let bounds = bounds.unwrap_or(frame);
        // The first icon stands under its label, one px in for the stroke of its outline.
        let left = 1.0;
        frame.x = left - bounds.x;
        let (shapes, outlines) = (icon.shapes(frame, false), icon.shapes(frame, true));
        Row { shapes, outlines, left, width: bounds.width, pitch }
    }

    /// How far `count` icons reach, the last of them cut.
    fn end(&self, count: f64) -> f64 {
        let whole = count.floor();
        let part = if count > whole { (count - whole) * self.width } else { self.width - self.pitch };
        self.left + whole * self.pitch + part
    }

    /// Fills the icons before `count`, the last of them cut upright, from the one that holds `from`.
    fn fill(&self, draft: &mut Draft, from: f64, count: f64, ink: Ink, role: Role) {
        let mut place = from.floor();
        while place < count {
            let line = self.left + self.width * (count - place).min(1.0);
            // The least part that can be seen.
            let line = line.max(self.left + 1.0);
            for shape in &self.shapes {
                let cut = moved(&left_of(shape, line), place * self.pitch);
                if cut.len() > 2 {
                    draft.push(Shape::Polygon(cut), ink, role);
                }
            }
            place += 1.0;
        }
    }

    /// The last of `count` icons as an outline.
    fn hollow(&self, draft: &mut Draft, count: f64) {
        let place = count.ceil() - 1.0;
        let line = self.left + (self.width * (count - place)).max(1.0);
        for shape in &self.outlines {
            let mut path = moved(&left_of(shape, line), place * self.pitch);
            if let Some(&first) = path.first() {
                path.push(first);
                draft.push(Shape::Line(path, 1.5), draft.ink, Role::Bound);
            }
        }
    }
}

fn moved(points: &[Point], by: f64) -> Vec<Point> {
    let mut moved = Vec::new();
    for point in points {
        moved.push(Point { x: point.x + by, ..*point });
    }
    moved
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect, stretch: f64) {
    let least = (SIZE + LEADING) * draft.scale * stretch - LEADING * draft.scale * stretch.min(1.0);
    let size = block.height.min(least);
    let mut row = Rect { y: area.y + TOP, height: 0.0, ..area };
    // One icon for all that is counted, unless the author has a hand in it.
    let common = block.items.first().map_or(Icon::DOT, |item| Icon::of(item.figure));
    let alike = block.items.iter().all(|item| Icon::of(item.figure) == common)
        || block.items.iter().any(|item| item.figure.extra("icon").is_some());
    for item in &block.items {
        row.y = row.bottom();
        row.height = item.need.fixed + item.need.elastic * stretch;
        draft.begin(item, row);
        draft.grow_from(Rect { width: 0.0, ..row });
        let first = draft.scene.marks.len();
        let top = row.y + item.need.fixed + 3.0;
        if let Some(amount) = &item.figure.amount {
            let icons = Row::new(if alike { Icon::of(item.figure) } else { Icon::DOT }, size, top);
            draw_row(draft, &icons, amount, block.number, Rect { y: top, height: size, ..row });
        }
        draft.mark(first, Rect { y: top, width: 1.0, height: size, ..row });
        list::draw_caption(draft, item, row.y, false);
    }
    if let Some(item) = block.items.first()
        && block.number > 1.0
    {
        let text = list::icon_rule(draft, item, block.number);
        list::rule(draft, text, (0.0, row.bottom() + draft.small.size));
    }
}

fn draw_row(draft: &mut Draft, icons: &Row, amount: &Amount, each: f64, row: Rect) {
    let (low, high) = (amount.value / each, amount.high / each);
    let solid = match amount.bound {
        Bound::Range => {
            draft.scene.shows(Sign::Grey);
            icons.fill(draft, low, high, Ink::Axis, Role::Bound);
            low
        }
        Bound::About if low > 0.0 => {
            draft.scene.shows(Sign::HollowEnd);
            icons.hollow(draft, low);
            low.ceil() - 1.0
        }
        Bound::Exact if low > low.floor() => {
            // What the last icon is a part of.
            icons.fill(draft, low.floor(), low.ceil(), Ink::Track, Role::Guide);
            low
        }
        _ => low,
    };
    icons.fill(draft, 0.0, solid, draft.ink, Role::Body);
    let from = if high > 0.0 { icons.end(high) } else { 0.0 };
    let side = (row.height * 0.42).min(END - 8.0);
    let sign = Rect { x: from + 7.0, y: row.y + (row.height - side) / 2.0, width: side, height: side };
    if amount.bound == Bound::AtMost {
        let sign = Rect { x: from + 4.0, y: row.y, width: 4.0, height: row.height };
        return list::end(draft, Bound::AtMost, sign);
    }
    list::end(draft, amount.bound, sign);
}
