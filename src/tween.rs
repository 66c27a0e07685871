//! The way from one picture to the next: where each mark starts, and where it is on its way.
//!
//! Marks of the same figure, role and order move from place to place; new ones grow from the foot of their
//! datum; what is gone is gone. Texts, cards and axes stand from the first frame, so that each can be read.

use crate::scene::{Ink, Mark, Point, Rect, Role, Scene, Shape};

/// The points of all marks of a scene that move, at both ends of their way.
#[derive(Clone, Debug, Default)]
pub struct Tween {
    starts: Vec<Point>,
    ends: Vec<Point>,
}

impl Tween {
    /// The way to `new`, when `old` is on the screen.
    pub fn new(old: &Scene, new: &Scene) -> Tween {
        let mut tween = Tween::default();
        let mut taken = vec![false; old.marks.len()];
        // Marks mostly keep their order, so the search goes on where the last one ended.
        let mut next = 0;
        for mark in &new.marks {
            if !moves(mark) {
                continue;
            }
            let first = tween.ends.len();
            collect(&mark.shape, &mut tween.ends);
            let Some(place) = find(old, new, mark, &taken, next) else {
                grow(new, mark, &mut tween.starts);
                continue;
            };
            taken[place] = true;
            next = place + 1;
            let before = &old.marks[place].shape;
            let bounds = before.bounds();
            // What was beyond the frame, or had more or fewer points, is in its new place at once.
            if bounds.right() <= new.width && bounds.bottom() <= new.height {
                collect(before, &mut tween.starts);
            }
            if tween.starts.len() != tween.ends.len() {
                tween.starts.truncate(first);
                tween.starts.extend_from_slice(&tween.ends[first..]);
            }
        }
        tween
    }

    /// Puts the marks of the scene to where they are when `left` of the time is left, from 1 to 0: fast first, and
    /// exactly in place at the end.
    pub fn place(&self, scene: &mut Scene, left: f64) {
        let left = left * left * left;
        let mut at = 0;
        for mark in &mut scene.marks {
            if !moves(mark) {
                continue;
            }
            let mut next = || {
                let (Some(from), Some(to)) = (self.starts.get(at), self.ends.get(at)) else { return None };
                at += 1;
                Some(Point { x: to.x + (from.x - to.x) * left, y: to.y + (from.y - to.y) * left })
            };
            put(&mut mark.shape, &mut next);
        }
    }
}

/// Gives a shape's points; lengths stand in points of their own.
fn collect(shape: &Shape, points: &mut Vec<Point>) {
    match shape {
        Shape::Rect(Rect { x, y, width, height }) => {
            points.extend_from_slice(&[Point { x: *x, y: *y }, Point { x: *width, y: *height }]);
        }
        Shape::Line(path, _) | Shape::Polygon(path) => points.extend_from_slice(path),
        Shape::Dot(center, radius) => points.extend_from_slice(&[*center, Point { x: *radius, y: 0.0 }]),
        Shape::Text { .. } => {}
    }
}

/// Takes what [`collect`] gave.
fn put(shape: &mut Shape, next: &mut dyn FnMut() -> Option<Point>) {
    match shape {
        Shape::Rect(rect) => {
            if let (Some(Point { x, y }), Some(size)) = (next(), next()) {
                *rect = Rect { x, y, width: size.x, height: size.y };
            }
        }
        Shape::Line(path, _) | Shape::Polygon(path) => {
            for point in path {
                if let Some(next) = next() {
                    *point = next;
                }
            }
        }
        Shape::Dot(center, radius) => {
            if let (Some(place), Some(length)) = (next(), next()) {
                (*center, *radius) = (place, length.x);
            }
        }
        Shape::Text { .. } => {}
    }
}

/// Whether a mark stands for a value, or is a curve through several.
fn moves(mark: &Mark) -> bool {
    match (&mark.shape, mark.role) {
        (Shape::Text { .. }, _) => false,
        (_, Role::Body | Role::Bound) => mark.ink != Ink::Card,
        (Shape::Line(..) | Shape::Polygon(_), _) => mark.datum.is_none(),
        _ => false,
    }
}

/// The mark that says the same of the same figure; of marks without one, the next in the same colour.
fn find(old: &Scene, new: &Scene, mark: &Mark, taken: &[bool], next: usize) -> Option<usize> {
    let datum = match mark.datum {
        Some(datum) => Some(old.find(&new.data.get(datum)?.id)?),
        None => None,
    };
    for step in 0..taken.len() {
        let place = (next + step) % taken.len();
        let other = old.marks.get(place)?;
        if !taken[place]
            && other.datum == datum
            && other.role == mark.role
            && (datum.is_some() || other.ink == mark.ink)
            && moves(other)
        {
            return Some(place);
        }
    }
    None
}

/// Where a mark starts that was not there: each point at the nearest of the datum's foot. A curve has the foot of
/// the datum in which it begins.
fn grow(scene: &Scene, mark: &Mark, starts: &mut Vec<Point>) {
    let first = starts.len();
    collect(&mark.shape, starts);
    let path = &mut starts[first..];
    let mut foot = None;
    for (index, datum) in scene.data.iter().enumerate() {
        if mark.datum.map_or_else(|| datum.mark.contains(path[0]), |own| own == index) {
            foot = Some(datum.foot);
            break;
        }
    }
    let Some(foot) = foot else { return };
    let near = |Point { x, y }: Point| Point {
        x: x.max(foot.x).min(foot.right()),
        y: y.max(foot.y).min(foot.bottom()),
    };
    match &mark.shape {
        Shape::Rect(rect) => {
            let (from, to) = (near(path[0]), near(Point { x: rect.right(), y: rect.bottom() }));
            path[0] = from;
            path[1] = Point { x: to.x - from.x, y: to.y - from.y };
        }
        Shape::Dot(..) => {
            path[0] = near(path[0]);
            path[1] = Point::default();
        }
        _ => {
            for point in path {
                *point = near(*point);
            }
        }
    }
}
