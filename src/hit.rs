//! Which datum a point is on.

use crate::scene::{Point, Scene, Shape};

/// The topmost datum whose mark or text holds the point; failing that, the nearest of those
/// whose row, column or card does.
pub fn hit(scene: &Scene, point: Point) -> Option<usize> {
    let on_mark = scene.marks.iter().rev().find_map(|mark| mark.datum.filter(|_| holds(&mark.shape, point)));
    if on_mark.is_some() {
        return on_mark;
    }
    let mut nearest: Option<(f64, usize)> = None;
    for (index, datum) in scene.data.iter().enumerate() {
        if !datum.area.contains(point) {
            continue;
        }
        let distance = datum.mark.distance(point);
        if nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, index));
        }
    }
    nearest.map(|(_, index)| index)
}

fn holds(shape: &Shape, point: Point) -> bool {
    if !shape.bounds().contains(point) {
        return false;
    }
    match shape {
        Shape::Polygon(points) => inside(points, point),
        // A stroked path is thin; only its filled neighbours and its row answer for it.
        Shape::Line(..) => false,
        _ => true,
    }
}

/// Whether a ray from the point to the right crosses the outline an odd number of times.
fn inside(polygon: &[Point], point: Point) -> bool {
    let mut inside = false;
    for (a, b) in polygon.iter().zip(polygon.iter().cycle().skip(1)) {
        if (a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            inside = !inside;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notch_in_a_polygon_is_outside() {
        let arrow = [(0.0, 0.0), (10.0, 5.0), (0.0, 10.0), (5.0, 5.0)].map(|(x, y)| Point { x, y });
        assert!(inside(&arrow, Point { x: 7.0, y: 5.0 }));
        assert!(!inside(&arrow, Point { x: 2.0, y: 5.0 }));
    }
}
