//! The shape of one bar, whose end shows what is known of the true value.
//!
//! Exact ends are rounded; at-least ends are flat and open chevrons follow; at-most ends in a bracket;
//! about ends in a wave around the value; a range is a hatched span between its ends. Whatever the form,
//! the solid part's area is proportional to the value.

use crate::figures::{Amount, Bound};
use crate::scene::{Point, Rect, Role, Shape};

/// Where a bar stands: lengths run `along` the axis from the baseline, and `across` the bar from its middle.
#[derive(Clone, Copy, Debug)]
pub struct Track {
    /// The middle of the bar's foot, on the baseline.
    pub origin: Point,
    /// Whether the axis runs upwards; otherwise to the right.
    pub upward: bool,
    /// How thick the bar is, in px.
    pub thickness: f64,
}

const STROKE: f64 = 2.0;
const CHEVRON: f64 = 6.0;
const GAP: f64 = 4.0;
/// Chevrons keep their angle on broad columns.
const WING: f64 = 11.0;

/// How far, in px, the form of a bound reaches beyond the value.
pub fn reach(bound: Bound) -> f64 {
    match bound {
        Bound::Exact => 0.0,
        Bound::AtLeast => GAP + 2.0 * CHEVRON + STROKE,
        Bound::AtMost => GAP + STROKE,
        Bound::About => 3.0,
        Bound::Range => STROKE,
    }
}

impl Track {
    /// The point `along` the axis and `across` the bar.
    pub fn point(&self, along: f64, across: f64) -> Point {
        if self.upward {
            Point { x: self.origin.x + across, y: self.origin.y - along }
        } else {
            Point { x: self.origin.x + along, y: self.origin.y + across }
        }
    }

    fn rect(&self, from: f64, to: f64) -> Rect {
        let half = self.thickness / 2.0;
        Rect::between(self.point(from, -half), self.point(to, half))
    }

    fn line(&self, points: &[(f64, f64)]) -> Shape {
        Shape::Line(points.iter().map(|&(along, across)| self.point(along, across)).collect(), STROKE)
    }

    /// The marks of an amount at `scale` px a unit.
    pub fn bar(&self, amount: &Amount, scale: f64) -> Vec<(Shape, Role)> {
        let end = amount.value * scale;
        let sign = if end < 0.0 { -1.0 } else { 1.0 };
        let half = self.thickness / 2.0;
        let mut shapes = Vec::new();
        let body = |to: f64| Shape::Rect(self.rect(0.0, visible(to)));
        match amount.bound {
            Bound::Exact if end.abs() >= 2.0 => {
                shapes.push((Shape::Polygon(self.rounded(end)), Role::Body));
            }
            Bound::Exact => shapes.push((body(end), Role::Body)),
            Bound::AtLeast => {
                shapes.push((body(end), Role::Body));
                // Chevrons point to where the true value may lie: up the axis, on either side of zero.
                let start = visible(end) + sign * GAP + if sign < 0.0 { -2.0 * CHEVRON } else { 0.0 };
                for index in 0..2 {
                    let foot = start + f64::from(index) * CHEVRON;
                    let tip = foot + CHEVRON - 1.0;
                    let wing = (half - 1.0).min(WING);
                    shapes.push((self.line(&[(foot, -wing), (tip, 0.0), (foot, wing)]), Role::Bound));
                }
            }
            Bound::AtMost => {
                shapes.push((body(end), Role::Body));
                let outer = visible(end) + sign * GAP;
                let inner = outer - sign * GAP;
                let wing = half + 2.0;
                shapes.push((
                    self.line(&[(inner, -wing), (outer, -wing), (outer, wing), (inner, wing)]),
                    Role::Bound,
                ));
            }
            Bound::About => shapes.push((Shape::Polygon(self.waved(visible(end))), Role::Body)),
            Bound::Range => {
                let (low, high) = (amount.value * scale, amount.high * scale);
                // The part that every value in the range covers is solid.
                let sure = if low > 0.0 {
                    low
                } else if high < 0.0 {
                    high
                } else {
                    0.0
                };
                if sure != 0.0 {
                    shapes.push((body(sure), Role::Body));
                }
                for (from, to) in [(low.min(0.0), high.min(0.0)), (low.max(0.0), high.max(0.0))] {
                    if to > from {
                        shapes.extend(hatch(self.rect(from, to)).into_iter().map(|line| (line, Role::Bound)));
                    }
                }
                for edge in [low, high] {
                    shapes.push((self.line(&[(edge, -half), (edge, half)]), Role::Bound));
                }
            }
        }
        shapes
    }

    /// A bar with its far corners rounded.
    fn rounded(&self, end: f64) -> Vec<Point> {
        let half = self.thickness / 2.0;
        let sign = end.signum();
        let radius = 3f64.min(half).min(end.abs());
        let mut points = vec![self.point(0.0, -half)];
        for (sine, cosine) in QUARTER {
            points.push(self.point(end - sign * radius * (1.0 - sine), -half + radius * (1.0 - cosine)));
        }
        for (sine, cosine) in QUARTER.into_iter().rev() {
            points.push(self.point(end - sign * radius * (1.0 - sine), half - radius * (1.0 - cosine)));
        }
        points.push(self.point(0.0, half));
        points
    }

    /// A bar whose end is a wave of two full turns around the value, which leaves its area unchanged.
    fn waved(&self, end: f64) -> Vec<Point> {
        const HALF_TURNS: i32 = 4;
        const STEPS: i32 = 6;
        let half = self.thickness / 2.0;
        let swing = 2.5f64.min(end.abs());
        let mut points = vec![self.point(0.0, -half)];
        for step in 0..=HALF_TURNS * STEPS {
            // Each half turn is a parabola, which no eye tells from a sine.
            let place = f64::from(step % STEPS) / f64::from(STEPS);
            let side = if (step / STEPS) % 2 == 0 { 1.0 } else { -1.0 };
            let along = end + side * swing * 4.0 * place * (1.0 - place);
            points.push(
                self.point(along, -half + self.thickness * f64::from(step) / f64::from(HALF_TURNS * STEPS)),
            );
        }
        points.push(self.point(0.0, half));
        points
    }
}

/// Sines and cosines of a quarter turn in five steps: tables cost fewer bytes than the functions.
const QUARTER: [(f64, f64); 5] = [
    (0.0, 1.0),
    (0.382_683_432_365_089_8, 0.923_879_532_511_286_7),
    (std::f64::consts::FRAC_1_SQRT_2, std::f64::consts::FRAC_1_SQRT_2),
    (0.923_879_532_511_286_7, 0.382_683_432_365_089_8),
    (1.0, 0.0),
];

/// A box with round corners, flattened.
pub fn rounded_rect(frame: Rect, radius: f64) -> Vec<Point> {
    let radius = radius.min(frame.width / 2.0).min(frame.height / 2.0);
    // Each corner: its centre, and which way its arc opens.
    let (left, right) = (frame.x + radius, frame.right() - radius);
    let (top, bottom) = (frame.y + radius, frame.bottom() - radius);
    let mut points = Vec::with_capacity(20);
    for (sine, cosine) in QUARTER {
        points.push(Point { x: right + radius * sine, y: top - radius * cosine });
    }
    for (sine, cosine) in QUARTER {
        points.push(Point { x: right + radius * cosine, y: bottom + radius * sine });
    }
    for (sine, cosine) in QUARTER {
        points.push(Point { x: left - radius * sine, y: bottom + radius * cosine });
    }
    for (sine, cosine) in QUARTER {
        points.push(Point { x: left - radius * cosine, y: top - radius * sine });
    }
    points
}

/// A length that can be seen: never under one pixel.
pub fn visible(length: f64) -> f64 {
    if length.abs() >= 1.0 {
        length
    } else if length < 0.0 {
        -1.0
    } else {
        1.0
    }
}

/// Slanted lines that fill a box.
pub fn hatch(area: Rect) -> Vec<Shape> {
    const PITCH: f64 = 5.0;
    const STROKE: f64 = 1.5;
    // The ends of a slanted stroke reach half its width beyond its points.
    let inset = (STROKE / 2.0).min(area.width / 2.0);
    let area = Rect {
        x: area.x + inset,
        y: area.y + STROKE / 2.0,
        width: area.width - 2.0 * inset,
        height: (area.height - STROKE).max(0.0),
    };
    let mut lines = Vec::new();
    let mut foot = area.x - area.height + PITCH / 2.0;
    while foot < area.right() && lines.len() < 1000 {
        // The line from (foot, bottom) to (foot + height, top), cut at both sides of the box.
        let from = (area.x - foot).max(0.0);
        let to = (area.right() - foot).min(area.height);
        if to > from {
            lines.push(Shape::Line(
                vec![
                    Point { x: foot + from, y: area.bottom() - from },
                    Point { x: foot + to, y: area.bottom() - to },
                ],
                STROKE,
            ));
        }
        foot += PITCH;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRACK: Track = Track { origin: Point { x: 10.0, y: 20.0 }, upward: false, thickness: 16.0 };

    fn area(points: &[Point]) -> f64 {
        let mut sum = 0.0;
        for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
            sum += a.x * b.y - b.x * a.y;
        }
        sum.abs() / 2.0
    }

    #[test]
    fn a_wavy_end_keeps_the_area_of_the_value() {
        let shapes = TRACK.bar(&Amount::bounded(50.0, Bound::About), 2.0);
        let Some((Shape::Polygon(points), Role::Body)) = shapes.first() else { panic!("no polygon") };
        assert!((area(points) - 100.0 * 16.0).abs() < 1.0);
    }

    #[test]
    fn every_bound_has_a_form_of_its_own() {
        let forms: Vec<_> = [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About]
            .map(|bound| TRACK.bar(&Amount::bounded(50.0, bound), 2.0))
            .into_iter()
            .chain([TRACK.bar(&Amount::range(50.0, 60.0), 2.0)])
            .collect();
        for (index, form) in forms.iter().enumerate() {
            assert!(forms[..index].iter().all(|other| other != form));
        }
    }

    #[test]
    fn forms_stay_within_their_reach() {
        for bound in [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Range] {
            for value in [0.0, 0.1, 50.0, -50.0] {
                let amount = Amount { value, high: value, bound, near: false };
                for (shape, _) in TRACK.bar(&amount, 2.0) {
                    let bounds = shape.bounds();
                    let far = 10.0 + visible(value * 2.0).abs() + reach(bound);
                    assert!(bounds.right() <= far + 1e-9, "{bound:?} {value}: {bounds:?}");
                    assert!(bounds.x >= 10.0 - (far - 10.0) - 1e-9, "{bound:?} {value}: {bounds:?}");
                }
            }
        }
    }

    #[test]
    fn hatching_stays_in_its_box() {
        let area = Rect { x: 3.0, y: 4.0, width: 21.0, height: 9.0 };
        let lines = hatch(area);
        assert!(lines.len() > 3);
        for line in lines {
            let Shape::Line(points, _) = line else { panic!("not a line") };
            assert!(points.iter().all(|&point| area.grown(1e-9).contains(point)));
        }
    }
}
