//! The shape of one bar, whose end shows what is known of the true value.
//!
//! Exact ends are rounded; at-least ends are flat and open chevrons follow; at-most ends in a bracket;
//! about ends in a wave around the value; a range is a hatched span between its ends. Whatever the form,
//! the solid part's area is proportional to the value.

use super::draft::Draft;
use crate::figures::{Amount, Bound};
use crate::scene::{Ink, Point, Rect, Role, Shape, Sign};

/// Where a bar stands: lengths run `along` the axis from the baseline, and `across` the bar from its middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Track {
    /// The middle of the bar's foot, on the baseline.
    pub(super) origin: Point,
    /// Whether the axis runs upwards; otherwise to the right.
    pub(super) upward: bool,
    /// How thick the bar is, in px.
    pub(super) thickness: f64,
}

/// The radius of a point.
pub(super) const DOT: f64 = 4.0;
const STROKE: f64 = 2.0;
const CHEVRON: f64 = 6.0;
const GAP: f64 = 4.0;
/// Chevrons keep their angle on broad columns.
const WING: f64 = 11.0;

/// How far a dot and the form of its bound reach up the axis; a range has its own end.
pub(super) fn dot_reach(bound: Bound) -> f64 {
    match bound {
        Bound::AtLeast => DOT + 12.0,
        Bound::AtMost => DOT + 5.0,
        _ => DOT,
    }
}

/// How far, in px, the form of a bound reaches beyond the value.
pub(super) fn reach(bound: Bound) -> f64 {
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
    fn point(&self, along: f64, across: f64) -> Point {
        if self.upward {
            Point { x: self.origin.x + across, y: self.origin.y - along }
        } else {
            Point { x: self.origin.x + along, y: self.origin.y + across }
        }
    }

    /// All of the thickness between two lengths.
    pub(super) fn rect(&self, from: f64, to: f64) -> Rect {
        let half = self.thickness / 2.0;
        Rect::between(self.point(from, -half), self.point(to, half))
    }

    fn body(&self, draft: &mut Draft, end: f64) {
        draft.push(Shape::Rect(self.rect(0.0, visible(end))), draft.ink, Role::Body);
    }

    /// A stroke that is the same on both sides: from `foot`, as far out as `wing`, to `tip`, as far out as `inner`.
    pub(super) fn stroke(&self, draft: &mut Draft, width: f64, foot: (f64, f64), tip: (f64, f64)) {
        let mut points = vec![self.point(foot.0, -foot.1)];
        if foot != tip {
            points.push(self.point(tip.0, -tip.1));
        }
        if tip.1 > 0.0 {
            points.push(self.point(tip.0, tip.1));
        }
        if foot != tip {
            points.push(self.point(foot.0, foot.1));
        }
        draft.push(Shape::Line(points, width), draft.ink, Role::Bound);
    }

    /// What follows a lower or an upper end.
    pub(super) fn sign(&self, draft: &mut Draft, bound: Bound, end: f64) {
        let half = self.thickness / 2.0;
        let sign = if end < 0.0 { -1.0 } else { 1.0 };
        if bound == Bound::AtLeast {
            draft.scene.shows(Sign::Chevrons);
            // Chevrons point to where the true value may lie: up the axis, on either side of zero.
            let mut foot = end + sign * GAP + if sign < 0.0 { -2.0 * CHEVRON } else { 0.0 };
            for _ in 0..2 {
                let wing = (half - 1.0).min(WING);
                self.stroke(draft, STROKE, (foot, wing), (foot + CHEVRON - 1.0, 0.0));
                foot += CHEVRON;
            }
        } else if bound == Bound::AtMost {
            draft.scene.shows(Sign::Bracket);
            let wing = half + 2.0;
            self.stroke(draft, STROKE, (end, wing), (end + sign * GAP, wing));
        }
    }

    /// The dot of a point at the foot of the track with the form of its bound; `span` is where a range lies.
    pub(super) fn dot(&self, draft: &mut Draft, bound: Bound, span: [f64; 2]) {
        draft.push(Shape::Dot(self.origin, DOT), draft.ink, Role::Body);
        match bound {
            Bound::Exact => {}
            Bound::AtLeast => {
                draft.scene.shows(Sign::Chevrons);
                for &foot in &[DOT + 3.0, DOT + 7.0] {
                    self.stroke(draft, 1.5, (foot, 4.0), (foot + 4.0, 0.0));
                }
            }
            Bound::AtMost => {
                draft.scene.shows(Sign::Bracket);
                self.stroke(draft, 1.5, (DOT + 1.0, 5.0), (DOT + 4.0, 5.0));
            }
            Bound::About => {
                draft.scene.shows(Sign::Hollow);
                draft.push(Shape::Dot(self.origin, DOT - 2.0), Ink::Ground, Role::Bound);
            }
            Bound::Range => {
                draft.scene.shows(Sign::Whiskers);
                let ends = span.map(|along| self.point(along, 0.0));
                draft.push(Shape::Line(ends.to_vec(), 1.5), draft.ink, Role::Bound);
                for &along in &span {
                    self.stroke(draft, 1.5, (along, 4.0), (along, 4.0));
                }
            }
        }
    }

    /// Draws an amount at `scale` px a unit; `whole` is how long a closed scale is, if it is one.
    pub(super) fn bar(&self, draft: &mut Draft, amount: &Amount, scale: f64, whole: Option<f64>) {
        draft.grow_from(self.rect(0.0, 0.0));
        let end = amount.value * scale;
        let seen = visible(end);
        let half = self.thickness / 2.0;
        match amount.bound {
            Bound::Exact if end.abs() >= 2.0 => {
                let radius = 3f64.min(half).min(end.abs());
                draft.push(Shape::Polygon(self.rounded(end, radius, false)), draft.ink, Role::Body);
            }
            // Nothing lies on neither side of the baseline; a closed scale has no other side.
            Bound::Exact if end == 0.0 && whole.is_none() => {
                draft.push(Shape::Rect(self.rect(-1.0, 0.0)), draft.ink, Role::Body);
            }
            Bound::Exact => self.body(draft, end),
            Bound::AtLeast => {
                self.body(draft, end);
                if let Some(whole) = whole {
                    draft.scene.shows(Sign::Rest);
                    hatch(draft, self.rect(end, whole));
                    return;
                }
                self.sign(draft, Bound::AtLeast, seen);
            }
            Bound::AtMost => {
                self.body(draft, end);
                self.sign(draft, Bound::AtMost, seen);
            }
            Bound::About => {
                draft.scene.shows(Sign::Wave);
                draft.push(Shape::Polygon(self.waved(seen)), draft.ink, Role::Body);
            }
            Bound::Range => {
                draft.scene.shows(Sign::Span);
                let (low, high) = (end, amount.high * scale);
                // The part that every value in the range covers is solid.
                let sure = low.max(0.0) + high.min(0.0);
                if sure != 0.0 {
                    self.body(draft, sure);
                }
                for &(from, to) in &[(low.min(0.0), high.min(0.0)), (low.max(0.0), high.max(0.0))] {
                    if to > from {
                        hatch(draft, self.rect(from, to));
                    }
                }
                for &edge in &[low, high] {
                    self.stroke(draft, STROKE, (edge, half), (edge, half));
                }
            }
        }
    }

    /// A bar with its far corners rounded, or all of them.
    pub(super) fn rounded(&self, end: f64, radius: f64, all: bool) -> Vec<Point> {
        let half = self.thickness / 2.0;
        let (sign, middle) = (end.signum() * radius, end / 2.0);
        let mut points = Vec::new();
        if !all {
            points.push(self.point(0.0, -half));
        }
        // The arc of the corner at the far end and the near side; each further one is turned by a right angle.
        let (mut along, mut across) = (1.0, -1.0);
        for _ in 0..if all { 4 } else { 2 } {
            for &(sine, cosine) in &QUARTER {
                let (rise, run) = if along == across { (cosine, sine) } else { (sine, cosine) };
                points.push(self.point(
                    middle + along * (middle - sign * (1.0 - rise)),
                    across * (half - radius * (1.0 - run)),
                ));
            }
            (along, across) = (-across, along);
        }
        if !all {
            points.push(self.point(0.0, half));
        }
        points
    }

    /// A bar whose end is a wave of two full turns around the value, which leaves its area unchanged.
    fn waved(&self, end: f64) -> Vec<Point> {
        let half = self.thickness / 2.0;
        let mut points = vec![self.point(0.0, -half)];
        points.append(&mut self.wave(end));
        points.push(self.point(0.0, half));
        points
    }

    /// The wave alone.
    pub(super) fn wave(&self, end: f64) -> Vec<Point> {
        const HALF_TURNS: i32 = 4;
        const STEPS: i32 = 6;
        let half = self.thickness / 2.0;
        let mut swing = 2.5f64.min(end.abs()) * 4.0;
        let mut points = Vec::new();
        for step in 0..HALF_TURNS * STEPS + 1 {
            // Each half turn is a parabola, which no eye tells from a sine.
            let place = f64::from(step % STEPS) / f64::from(STEPS);
            if place == 0.0 && step > 0 {
                swing = -swing;
            }
            let across = self.thickness * f64::from(step) / f64::from(HALF_TURNS * STEPS) - half;
            points.push(self.point(end + swing * place * (1.0 - place), across));
        }
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

/// A length that can be seen: never under one pixel.
pub(super) fn visible(length: f64) -> f64 {
    if length.abs() >= 1.0 {
        length
    } else if length < 0.0 {
        -1.0
    } else {
        1.0
    }
}

/// Slanted lines that fill a box.
pub(super) fn hatch(draft: &mut Draft, area: Rect) {
    const PITCH: f64 = 5.0;
    const STROKE: f64 = 1.5;
    // The ends of a slanted stroke reach half its width beyond its points.
    let inset = (STROKE / 2.0).min(area.width / 2.0);
    let (left, width) = (area.x + inset, area.width - 2.0 * inset);
    let height = (area.height - STROKE).max(0.0);
    let bottom = area.y + STROKE / 2.0 + height;
    // How far right of the box's left a line meets its bottom.
    let mut foot = PITCH / 2.0 - height;
    for _ in 0..1000 {
        if foot >= width {
            return;
        }
        // The line from (foot, bottom) to (foot + height, top), cut at both sides of the box.
        let (from, to) = ((-foot).max(0.0), (width - foot).min(height));
        if to > from {
            let points = [from, to].map(|rise| Point { x: left + foot + rise, y: bottom - rise });
            draft.push(Shape::Line(points.to_vec(), STROKE), draft.ink, Role::Bound);
        }
        foot += PITCH;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choose::Kind;
    use crate::figures::Figures;
    use crate::lang::Locale;
    use crate::layout::Request;
    use crate::measure::Tabular;
    use crate::reader::Reader;
    use crate::scene::Mark;

    const TRACK: Track = Track { origin: Point { x: 10.0, y: 20.0 }, upward: false, thickness: 16.0 };

    fn drawn(draw: impl Fn(&mut Draft)) -> Vec<Mark> {
        let figures = Figures::default();
        let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
        let request =
            Request { kind: Kind::Bar, width: 640.0, height: None, grow: false, large: false, touch: false };
        let mut draft = Draft::new(reader, &request, &Tabular);
        draw(&mut draft);
        draft.scene.marks
    }

    fn bar(amount: Amount) -> Vec<Mark> {
        drawn(|draft| TRACK.bar(draft, &amount, 2.0, None))
    }

    fn area(points: &[Point]) -> f64 {
        let mut sum = 0.0;
        for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
            sum += a.x * b.y - b.x * a.y;
        }
        sum.abs() / 2.0
    }

    #[test]
    fn a_wavy_end_keeps_the_area_of_the_value() {
        let marks = bar(Amount::bounded(50.0, Bound::About));
        let Shape::Polygon(points) = &marks[0].shape else { panic!("no polygon") };
        assert!(marks[0].role == Role::Body && (area(points) - 100.0 * 16.0).abs() < 1.0);
    }

    #[test]
    fn every_bound_has_a_form_of_its_own() {
        let mut forms: Vec<_> = [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About]
            .map(|bound| bar(Amount::bounded(50.0, bound)))
            .to_vec();
        forms.push(bar(Amount::range(50.0, 60.0)));
        for (index, form) in forms.iter().enumerate() {
            assert!(forms[..index].iter().all(|other| other != form));
        }
    }

    #[test]
    fn forms_stay_within_their_reach() {
        for bound in [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Range] {
            for value in [0.0, 0.1, 50.0, -50.0] {
                for mark in bar(Amount { value, high: value, bound, near: false }) {
                    let bounds = mark.shape.bounds();
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
        let lines = drawn(|draft| hatch(draft, area));
        assert!(lines.len() > 3);
        for line in lines {
            let Shape::Line(points, _) = line.shape else { panic!("not a line") };
            assert!(points.iter().all(|&point| area.grown(1e-9).contains(point)));
        }
    }
}
