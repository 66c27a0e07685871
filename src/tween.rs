//! The way from one picture to the next: where each mark starts, and where it is on its way.
//!
//! Marks of the same figure, role and order move from place to place; new ones grow from the foot of their
//! datum; what is gone is gone. Texts, cards and axes stand from the first frame, so that each can be read.

use crate::scene::{Ink, Mark, Point, Rect, Role, Scene, Shape};

/// Where each mark of `new` starts, when `old` is on the screen.
pub fn starts(old: &Scene, new: &Scene) -> Vec<Shape> {
    let frame = Rect { x: 0.0, y: 0.0, width: new.width, height: new.height };
    let mut taken = vec![false; old.marks.len()];
    // Marks mostly keep their order, so the search goes on where the last one ended.
    let mut next = 0;
    let mut starts = Vec::new();
    for mark in &new.marks {
        let mut start = mark.shape.clone();
        if moves(mark) {
            let found = find(old, new, mark, &taken, next);
            if let Some(place) = found {
                taken[place] = true;
                next = place + 1;
                let before = &old.marks[place].shape;
                if alike(before, &start) {
                    start = before.clone();
                    project(&mut start, &frame);
                }
            } else {
                if let Shape::Dot(_, radius) = &mut start {
                    *radius = 0.0;
                }
                if let Some(foot) = foot(new, mark) {
                    project(&mut start, foot);
                }
            }
        }
        starts.push(start);
    }
    starts
}

/// The marks of a scene when `left` of the time is left, from 1 to 0: fast first, and exactly in place at the end.
pub fn frame(starts: &[Shape], scene: &Scene, left: f64) -> Vec<Mark> {
    let left = left * left * left;
    let mut marks = scene.marks.clone();
    for (mark, start) in marks.iter_mut().zip(starts) {
        match (&mut mark.shape, start) {
            (Shape::Rect(to), Shape::Rect(from)) => {
                mix(&mut to.x, from.x, left);
                mix(&mut to.y, from.y, left);
                mix(&mut to.width, from.width, left);
                mix(&mut to.height, from.height, left);
            }
            (Shape::Line(to, _), Shape::Line(from, _)) | (Shape::Polygon(to), Shape::Polygon(from)) => {
                for (to, from) in to.iter_mut().zip(from) {
                    mix_point(to, from, left);
                }
            }
            (Shape::Dot(to, radius), Shape::Dot(from, other)) => {
                mix_point(to, from, left);
                mix(radius, *other, left);
            }
            _ => {}
        }
    }
    marks
}

fn mix(to: &mut f64, from: f64, left: f64) {
    *to += (from - *to) * left;
}

fn mix_point(to: &mut Point, from: &Point, left: f64) {
    mix(&mut to.x, from.x, left);
    mix(&mut to.y, from.y, left);
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

/// Whether each point of one shape has its like in the other.
fn alike(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Rect(_), Shape::Rect(_)) | (Shape::Dot(..), Shape::Dot(..)) => true,
        (Shape::Line(a, _), Shape::Line(b, _)) | (Shape::Polygon(a), Shape::Polygon(b)) => a.len() == b.len(),
        _ => false,
    }
}

/// What a mark grows from; a curve from the same as the datum in which it begins.
fn foot<'a>(scene: &'a Scene, mark: &Mark) -> Option<&'a Rect> {
    let datum = match (mark.datum, &mark.shape) {
        (Some(datum), _) => scene.data.get(datum),
        (None, Shape::Line(points, _) | Shape::Polygon(points)) => {
            let first = *points.first()?;
            scene.data.iter().find(|datum| datum.mark.contains(first))
        }
        _ => None,
    };
    datum.map(|datum| &datum.foot)
}

/// Moves each point to the nearest one in a box.
fn project(shape: &mut Shape, onto: &Rect) {
    let near = |point: &mut Point| {
        point.x = point.x.max(onto.x).min(onto.right());
        point.y = point.y.max(onto.y).min(onto.bottom());
    };
    match shape {
        Shape::Rect(rect) => {
            let mut corners = [Point { x: rect.x, y: rect.y }, Point { x: rect.right(), y: rect.bottom() }];
            corners.iter_mut().for_each(near);
            *rect = Rect::between(corners[0], corners[1]);
        }
        Shape::Line(points, _) | Shape::Polygon(points) => points.iter_mut().for_each(near),
        Shape::Dot(center, _) => near(center),
        Shape::Text { .. } => {}
    }
}
