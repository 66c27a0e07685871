//! Plane geometry that several drawings share, without a C library's trigonometry: that would weigh more than they do.

use crate::scene::{Point, Rect};
use std::f64::consts::FRAC_PI_2;

/// The sine of an angle up to a right one, in radians: the series as far as no pixel tells the rest.
fn sine(angle: f64) -> f64 {
    let square = angle * angle;
    let mut sum = 1.0;
    for &pair in &[110.0, 72.0, 42.0, 20.0, 6.0] {
        sum = 1.0 - square / pair * sum;
    }
    angle * sum
}

/// The point at a distance from a centre, as far round from 12 o'clock as `turn` says: 0.25 is 3 o'clock.
pub(crate) fn around(center: Point, distance: f64, turn: f64) -> Point {
    let quarters = turn * 4.0;
    let quarter = quarters.floor();
    let angle = (quarters - quarter) * FRAC_PI_2;
    let (mut x, mut y) = (sine(angle), -sine(FRAC_PI_2 - angle));
    for _ in 0..quarter as i32 & 3 {
        (x, y) = (-y, x);
    }
    Point { x: center.x + distance * x, y: center.y + distance * y }
}

/// A box whose upper and lower corners are rounded, clockwise from its upper left.
pub(crate) fn rounded(area: Rect, upper: f64, lower: f64) -> Vec<Point> {
    const STEPS: i32 = 5;
    let mut points = Vec::new();
    for (corner, &turn) in [0.75, 0.0, 0.25, 0.5].iter().enumerate() {
        let radius = if corner < 2 { upper } else { lower };
        let x = if turn < 0.5 { area.right() - radius } else { area.x + radius };
        let y = if corner < 2 { area.y + radius } else { area.bottom() - radius };
        let steps = if radius > 0.0 { STEPS } else { 0 };
        for step in 0..steps + 1 {
            let part = f64::from(step) / f64::from(4 * STEPS);
            points.push(around(Point { x, y }, radius, turn + part));
        }
    }
    points
}

/// What of a polygon lies left of a vertical line.
pub(crate) fn left_of(points: &[Point], line: f64) -> Vec<Point> {
    let mut kept = Vec::new();
    let Some(mut before) = points.last() else { return kept };
    for here in points {
        if (before.x > line) != (here.x > line) {
            let part = (line - before.x) / (here.x - before.x);
            kept.push(Point { x: line, y: before.y + part * (here.y - before.y) });
        }
        if here.x <= line {
            kept.push(*here);
        }
        before = here;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_go_clockwise_from_twelve() {
        for step in -30..70 {
            let turn = f64::from(step) / 40.0;
            let point = around(Point { x: 5.0, y: 7.0 }, 100.0, turn);
            let angle = turn * std::f64::consts::TAU;
            assert!((point.x - 5.0 - 100.0 * angle.sin()).abs() < 1e-4, "{turn}: {point:?}");
            assert!((point.y - 7.0 + 100.0 * angle.cos()).abs() < 1e-4, "{turn}: {point:?}");
        }
    }

    #[test]
    fn rounded_corners_touch_every_side_of_their_box() {
        let area = Rect { x: 3.0, y: 4.0, width: 20.0, height: 10.0 };
        for (upper, lower) in [(5.0, 5.0), (3.0, 0.0), (0.0, 2.0)] {
            let points = rounded(area, upper, lower);
            let from = points.iter().fold((f64::MAX, f64::MAX), |m, p| (m.0.min(p.x), m.1.min(p.y)));
            let to = points.iter().fold((0.0_f64, 0.0_f64), |m, p| (m.0.max(p.x), m.1.max(p.y)));
            for (side, place) in [(from.0, 3.0), (from.1, 4.0), (to.0, 23.0), (to.1, 14.0)] {
                assert!((side - place).abs() < 1e-6, "{upper} {lower}: {side} is not {place}");
            }
        }
    }

    #[test]
    fn a_polygon_is_cut_at_a_line() {
        let square = rounded(Rect { x: 0.0, y: 0.0, width: 10.0, height: 10.0 }, 0.0, 0.0);
        let half = left_of(&square, 4.0);
        assert_eq!(half.len(), 4);
        assert!(half.iter().all(|point| point.x == 0.0 || point.x == 4.0));
        assert!(left_of(&square, -1.0).is_empty());
        assert_eq!(left_of(&square, 10.0).len(), 4);
    }
}
