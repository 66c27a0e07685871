//! The earlier periods of a card as a small line that ends in a dot.

use super::draft::{Draft, Item};
use super::form::Track;
use super::line::middle;
use super::periods::moment;
use crate::figures::{Amount, Bound};
use crate::scene::{Ink, Point, Rect, Role, Shape, Sign};

/// How high the line with its points is, in px.
pub(super) const HEIGHT: f64 = 32.0;
/// Between the edge of the line's box and its points: room for the last dot and the forms of bounds.
const INSET: f64 = 8.0;
const DOT: f64 = 3.5;
const POINT: f64 = 2.0;

/// Times in years and values become places.
struct Plot {
    area: Rect,
    /// First and last time, lowest and highest value.
    times: (f64, f64),
    values: (f64, f64),
}

/// Where a number lies between two, in halves since the span itself may be too large for a number.
fn place(value: f64, (low, high): (f64, f64)) -> f64 {
    let span = high / 2.0 - low / 2.0;
    if span > 0.0 { (value / 2.0 - low / 2.0) / span } else { 0.5 }
}

impl Plot {
    /// The plot that the items fill, the values from the lowest to the highest: what the line shows is its course. Two
    /// values have none, and would all look alike: those stand above zero, so that the line is as steep as the change is large.
    fn new(items: &[Item], area: Rect) -> Plot {
        let none = (f64::INFINITY, f64::NEG_INFINITY);
        let mut plot = Plot { area, times: none, values: none };
        for item in items {
            if let Some(year) = &item.figure.year {
                plot.times = (plot.times.0.min(moment(year)), plot.times.1.max(moment(year)));
            }
            if let Some(amount) = &item.figure.amount {
                plot.values = (plot.values.0.min(amount.value), plot.values.1.max(amount.high));
            }
        }
        if items.len() < 3 {
            plot.values = (plot.values.0.min(0.0), plot.values.1.max(0.0));
        }
        plot
    }

    fn x(&self, item: &Item) -> f64 {
        let at = item.figure.year.map_or(0.0, |year| moment(&year));
        self.area.x + place(at, self.times) * self.area.width
    }

    fn y(&self, value: f64) -> f64 {
        self.area.bottom() - place(value, self.values) * self.area.height
    }

    /// The form of a bound at a point.
    fn bound(&self, draft: &mut Draft, center: Point, amount: &Amount, radius: f64) {
        let track = Track { origin: center, upward: true, thickness: 0.0 };
        match amount.bound {
            Bound::Exact => {}
            Bound::AtLeast => {
                draft.scene.shows(Sign::Chevrons);
                track.stroke(draft, 1.0, (radius + 1.5, 2.5), (radius + 4.0, 0.0));
            }
            Bound::AtMost => {
                draft.scene.shows(Sign::Bracket);
                track.stroke(draft, 1.0, (radius + 1.0, 2.5), (radius + 3.0, 2.5));
            }
            Bound::About => {
                draft.scene.shows(Sign::Hollow);
                draft.push(Shape::Dot(center, radius - 1.0), Ink::Card, Role::Bound);
            }
            Bound::Range => {
                draft.scene.shows(Sign::Whiskers);
                let span = [amount.value, amount.high].map(|value| Point { y: self.y(value), ..center });
                draft.push(Shape::Line(span.to_vec(), 1.0), draft.ink, Role::Bound);
            }
        }
    }
}

/// Draws the line of a card, the first of the items, through the periods before it, the others in order of time.
pub(super) fn draw(draft: &mut Draft, items: &[Item], area: Rect) {
    let [card, earlier @ ..] = items else { return };
    if earlier.is_empty() {
        return;
    }
    let (first, ink) = (draft.scene.data.len() - 1, draft.ink);
    let plot = Plot::new(items, area.grown(-INSET));
    // What answers for a point is the ground around it, halfway to the next ones.
    let mut left = area.x;
    for (index, item) in earlier.iter().enumerate() {
        let next = earlier.get(index + 1).unwrap_or(card);
        let right = plot.x(item) / 2.0 + plot.x(next) / 2.0;
        let strip = Rect { x: left, width: right - left, ..area };
        left = right;
        draft.begin(item, strip);
        draft.plain_ink(item.figure);
        draft.push(Shape::Rect(strip), Ink::Card, Role::Guide);
    }
    draft.datum = None;
    let mut points = Vec::new();
    for item in earlier.iter().chain([card]) {
        if let Some(amount) = &item.figure.amount {
            points.push(Point { x: plot.x(item), y: plot.y(middle(amount)) });
        }
        // A missing value breaks the line.
        let breaks = item.figure.amount.is_none() || item.index == card.index;
        if breaks && points.len() > 1 {
            draft.push(Shape::Line(std::mem::take(&mut points), 1.5), ink, Role::Guide);
        }
        if breaks {
            points.clear();
        }
    }
    draft.ink = ink;
    for (index, item) in items.iter().enumerate() {
        draft.datum = Some(first + index);
        let value = item.figure.amount.as_ref();
        let center = Point { x: plot.x(item), y: value.map_or(plot.area.bottom(), |a| plot.y(middle(a))) };
        let radius = if index == 0 { DOT } else { POINT };
        if let Some(amount) = value {
            draft.push(Shape::Dot(center, radius), ink, if index == 0 { Role::Guide } else { Role::Body });
            plot.bound(draft, center, amount, radius);
        }
        if index > 0
            && let Some(datum) = draft.scene.data.get_mut(first + index)
        {
            datum.mark = Rect { x: center.x, y: center.y, width: 0.0, height: 0.0 }.grown(POINT + 2.0);
        }
    }
}
