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
        let mut path = Vec::new();
        for mark in &mut scene.marks {
            if !moves(mark) {
                continue;
            }
            path.clear();
            collect(&mark.shape, &mut path);
            for point in &mut path {
                let (Some(from), Some(to)) = (self.starts.get(at), self.ends.get(at)) else { return };
                point.x = to.x + (from.x - to.x) * left;
                point.y = to.y + (from.y - to.y) * left;
                at += 1;
            }
            put(&mut mark.shape, &path);
        }
    }
}

/// Gives a shape's points; lengths stand in points of their own.
fn collect(shape: &Shape, points: &mut Vec<Point>) {
    let pair;
    points.extend_from_slice(match shape {
        Shape::Rect(Rect { x, y, width, height }) => {
            pair = [Point { x: *x, y: *y }, Point { x: *width, y: *height }];
            &pair
        }
        Shape::Dot(center, radius) => {
            pair = [*center, Point { x: *radius, y: 0.0 }];
            &pair
        }
        Shape::Line(path, _) | Shape::Polygon(path) => path,
        Shape::Text { .. } => &[],
    });
}

/// Takes what [`collect`] gave.
fn put(shape: &mut Shape, points: &[Point]) {
    match (shape, points) {
        (Shape::Rect(rect), [place, size]) => {
            *rect = Rect { x: place.x, y: place.y, width: size.x, height: size.y };
        }
        (Shape::Dot(center, radius), [place, length]) => (*center, *radius) = (*place, length.x),
        (Shape::Line(path, _) | Shape::Polygon(path), _) => path.copy_from_slice(points),
        _ => {}
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

/// The datum with this id, or else that of the same label in another period: one year's bar becomes the next one's.
fn same(old: &Scene, id: &str) -> Option<usize> {
    let found = old.find(id);
    let label = id.split('@').next();
    if found.is_some() || label.is_none_or(|label| label.len() == id.len()) {
        return found;
    }
    old.data.iter().position(|datum| datum.id.split('@').next() == label)
}

/// The mark that says the same of the same figure; of marks without one, the next in the same colour.
fn find(old: &Scene, new: &Scene, mark: &Mark, taken: &[bool], next: usize) -> Option<usize> {
    let datum = match mark.datum {
        Some(datum) => Some(same(old, &new.data.get(datum)?.id)?),
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
    let Some(path) = starts.get_mut(first..) else { return };
    let Some(&begin) = path.first() else { return };
    for (index, datum) in scene.data.iter().enumerate() {
        if mark.datum == Some(index) || mark.datum.is_none() && datum.mark.contains(begin) {
            let end = path.last().copied().unwrap_or_default();
            for point in path.iter_mut() {
                *point = near(&datum.foot, *point);
            }
            if let (Shape::Rect(_), [from, size]) = (&mark.shape, &mut *path) {
                let to = near(&datum.foot, Point { x: begin.x + end.x, y: begin.y + end.y });
                *size = Point { x: to.x - from.x, y: to.y - from.y };
            }
            break;
        }
    }
    if let (Shape::Dot(..), [_, length]) = (&mark.shape, path) {
        length.x = 0.0;
        length.y = 0.0;
    }
}

/// The point of a box that is nearest to another.
fn near(area: &Rect, point: Point) -> Point {
    Point { x: point.x.max(area.x).min(area.right()), y: point.y.max(area.y).min(area.bottom()) }
}
