//! Which datum a point is on.

use crate::scene::{Point, Scene, Shape};

/// The topmost datum whose mark or text holds the point; failing that, the nearest of those whose row, column or card
/// does; failing that, the nearest of all.
pub fn hit(scene: &Scene, point: Point) -> Option<usize> {
    for mark in scene.marks.iter().rev() {
        if mark.datum.is_some() && holds(&mark.shape, point) {
            return mark.datum;
        }
    }
    let (mut nearest, mut least) = (None, (true, f64::INFINITY));
    for (index, datum) in scene.data.iter().enumerate() {
        let distance = (!datum.area.contains(point), datum.mark.distance(point));
        if distance < least {
            (nearest, least) = (Some(index), distance);
        }
    }
    nearest
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
    let Some(mut a) = polygon.last() else { return false };
    for b in polygon {
        if (a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            inside = !inside;
        }
        a = b;
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Datum, Rect};

    #[test]
    fn beside_all_rows_the_nearest_mark_is_meant() {
        let datum = |y, width| Datum {
            id: String::new(),
            figure: 0,
            panel: 0,
            series: 0,
            area: Rect { x: 0.0, y, width: 100.0, height: 20.0 },
            mark: Rect { x: 0.0, y, width, height: 20.0 },
            foot: Rect::default(),
        };
        let scene = Scene { data: vec![datum(0.0, 5.0), datum(60.0, 90.0)], ..Scene::default() };
        // In the first row, though the other mark is nearer.
        assert_eq!(hit(&scene, Point { x: 90.0, y: 15.0 }), Some(0));
        assert_eq!(hit(&scene, Point { x: 5.0, y: 30.0 }), Some(0));
        assert_eq!(hit(&scene, Point { x: 5.0, y: 50.0 }), Some(1));
        assert_eq!(hit(&Scene::default(), Point { x: 5.0, y: 50.0 }), None);
    }

    #[test]
    fn a_notch_in_a_polygon_is_outside() {
        let arrow = [(0.0, 0.0), (10.0, 5.0), (0.0, 10.0), (5.0, 5.0)].map(|(x, y)| Point { x, y });
        assert!(inside(&arrow, Point { x: 7.0, y: 5.0 }));
        assert!(!inside(&arrow, Point { x: 2.0, y: 5.0 }));
    }
}
