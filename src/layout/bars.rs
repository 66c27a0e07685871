//! Horizontal bars of one unit, each with its label and value.

use super::form::{self, Track, hatch, visible};
use super::scale::{self, Extent};
use super::{Context, Need, PITCH, Style, datum, label};
use crate::figures::Bound;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Scene, Shape};

/// One panel of bars.
pub(super) struct Bars {
    pub(super) rows: Vec<Row>,
    /// Labels stand above the bars rather than beside them.
    above: bool,
    /// Percentages between 0 and 100 are drawn on the whole of that scale.
    closed: bool,
    label_width: f64,
}

/// One bar before it has a place.
pub(super) struct Row {
    figure: usize,
    label: Vec<String>,
    value: String,
    value_width: f64,
}

const GAP: f64 = 8.0;
const LABEL_GAP: f64 = 12.0;

impl Bars {
    pub(super) fn new(context: &Context, figures: &[usize], with_period: bool) -> Bars {
        let all = &context.reader.figures.figures;
        let closed = figures.iter().all(|&index| {
            let figure = &all[index];
            figure.unit == "%"
                && figure.amount.is_none_or(|amount| amount.value >= 0.0 && amount.high <= 100.0)
        });
        let above = closed || context.narrow;
        let widest = figures
            .iter()
            .map(|&index| context.text_width(&context.label(index, with_period), context.font(index)))
            .fold(0.0, f64::max);
        let label_width = widest.min(context.width * 0.36);
        // Values may stand on both sides of the baseline, and still leave room for the bars.
        let negative =
            figures.iter().any(|&index| all[index].amount.is_some_and(|amount| amount.value < 0.0));
        let share = if negative && !above { 0.26 } else { 0.5 };
        let rows = figures
            .iter()
            .map(|&figure| {
                let font = context.font(figure);
                let value = context.value(figure, context.width * share, font);
                let value_width = context.text_width(&value, font);
                let room = if above { context.width - value_width - 2.0 * GAP } else { label_width };
                let text = context.label(figure, with_period);
                let (label, _) = label::wrap(&text, font, room.max(40.0), 2, context.measure);
                Row { figure, label, value, value_width }
            })
            .collect();
        Bars { rows, above, closed, label_width }
    }

    /// How wide the labels beside the bars are; zero where they stand above.
    pub(super) fn label_width(&self) -> f64 {
        if self.above { 0.0 } else { self.label_width }
    }

    /// Makes room for wider labels, so that the baselines of several panels stand in one line.
    pub(super) fn align(&mut self, label_width: f64) {
        self.label_width = self.label_width.max(label_width);
    }

    fn row_need(&self, context: &Context, row: &Row) -> Need {
        let lines = row.label.len().max(1) as f64;
        if self.above {
            let elastic = (PITCH.narrow_row - 21.0) * context.scale;
            return Need { fixed: lines * context.fonts.line, elastic };
        }
        let extra = (lines - 1.0) * context.fonts.line;
        Need { fixed: extra, elastic: PITCH.row * context.scale }
    }

    pub(super) fn need(&self, context: &Context) -> Need {
        let mut need = Need { fixed: 6.0, elastic: 0.0 };
        for row in &self.rows {
            let row = self.row_need(context, row);
            need.fixed += row.fixed;
            need.elastic += row.elastic;
        }
        need
    }

    pub(super) fn draw(&self, context: &Context, scene: &mut Scene, area: Rect, panel: usize, stretch: f64) {
        let all = &context.reader.figures.figures;
        let left = if self.above { 0.0 } else { self.label_width + LABEL_GAP };
        let axis = self.axis(context, left);
        let first = scene.marks.len();
        let mut top = area.y;
        for row in &self.rows {
            let need = self.row_need(context, row);
            let height = need.fixed + need.elastic * stretch;
            let box_ = Rect { x: 0.0, y: top, width: context.width, height };
            let index = datum(context, scene, row.figure, panel, 0, box_);
            let thickness =
                if self.above { (height - need.fixed) * 0.48 } else { (need.elastic * stretch) * 0.56 };
            let middle =
                if self.above { top + need.fixed + 2.0 + thickness / 2.0 } else { top + height / 2.0 };
            let track = Track { origin: Point { x: axis.zero, y: middle }, upward: false, thickness };
            if self.closed {
                let whole = Rect {
                    x: axis.zero,
                    y: middle - thickness / 2.0,
                    width: 100.0 * axis.scale,
                    height: thickness,
                };
                scene.push(Shape::Rect(whole), Ink::Track, Role::Guide, None);
            }
            let amount = all[row.figure].amount;
            let ink = context.ink(row.figure);
            let mut mark = Rect { x: axis.zero, y: middle - thickness / 2.0, width: 1.0, height: thickness };
            let mut end = axis.zero;
            if let Some(amount) = amount {
                let shapes = if self.closed && amount.bound == Bound::AtLeast {
                    self.open_rate(&track, amount.value, axis.scale)
                } else {
                    track.bar(&amount, axis.scale)
                };
                mark = shapes.first().map_or(mark, |(shape, _)| shape.bounds());
                for (shape, role) in shapes {
                    mark = mark.union(&shape.bounds());
                    scene.push(shape, ink, role, Some(index));
                }
                let far = if amount.value < 0.0 { amount.value } else { amount.high };
                let length = visible(far * axis.scale);
                end += length + length.signum() * form::reach(amount.bound);
            }
            if let Some(datum) = scene.data.get_mut(index) {
                datum.mark = mark;
            }
            self.write(context, scene, row, index, Place { top, middle, end, left, zero: axis.zero });
            top += height;
        }
        if !self.closed {
            // One baseline for all rows, under the bars so that it never cuts them.
            let line = Rect { x: axis.zero - 1.0, y: area.y, width: 1.0, height: top - area.y };
            if !self.above {
                let mark = crate::scene::Mark {
                    shape: Shape::Rect(line),
                    ink: Ink::Axis,
                    role: Role::Guide,
                    datum: None,
                };
                scene.marks.insert(first, mark);
            }
        }
    }

    /// A rate of "95 % or more": solid to 95, hatched to 100.
    fn open_rate(&self, track: &Track, value: f64, scale: f64) -> Vec<(Shape, Role)> {
        let half = track.thickness / 2.0;
        let part = |from: f64, to: f64| Rect::between(track.point(from, -half), track.point(to, half));
        let mut shapes = vec![(Shape::Rect(part(0.0, visible(value * scale))), Role::Body)];
        let open = part(value * scale, 100.0 * scale);
        shapes.extend(hatch(open).into_iter().map(|line| (line, Role::Bound)));
        shapes
    }

    fn write(&self, context: &Context, scene: &mut Scene, row: &Row, index: usize, place: Place) {
        let font = context.font(row.figure);
        let style = |anchor, role, ink| Style { font, ink, anchor, role, datum: Some(index) };
        let ink =
            if context.reader.figures.figures[row.figure].amount.is_some() { Ink::Text } else { Ink::Muted };
        let line = context.fonts.line;
        let drop = font.size * 0.35;
        let lines = row.label.len() as f64;
        for (number, text) in row.label.iter().enumerate() {
            let number = number as f64;
            let (x, y, anchor) = if self.above {
                (0.0, place.top + line * (number + 0.5) + drop, Anchor::Start)
            } else {
                let y = place.middle + (number - (lines - 1.0) / 2.0) * line + drop;
                (place.left - LABEL_GAP, y, Anchor::End)
            };
            context.text(scene, Point { x, y }, text.clone(), style(anchor, Role::Label, Ink::Text));
        }
        let (at, anchor) = if self.above {
            (Point { x: context.width, y: place.top + line * (lines - 0.5) + drop }, Anchor::End)
        } else if place.end < place.zero {
            (Point { x: place.end - GAP, y: place.middle + drop }, Anchor::End)
        } else {
            (Point { x: place.end + GAP, y: place.middle + drop }, Anchor::Start)
        };
        context.text(scene, at, row.value.clone(), style(anchor, Role::Value, ink));
    }

    /// The common scale: as large as the room for every bar with its form and value allows.
    fn axis(&self, context: &Context, left: f64) -> Axis {
        let all = &context.reader.figures.figures;
        // One px at each end for strokes that stand on the baseline or at the very end.
        let (left, room) = (left + 1.0, context.width - left - 2.0);
        if self.closed {
            // Full width, but for the forms that reach beyond a value at the very end.
            let reach = |row: &Row| match all[row.figure].amount {
                Some(amount) if amount.bound != Bound::AtLeast => form::reach(amount.bound),
                _ => 0.0,
            };
            let reach = self.rows.iter().map(reach).fold(0.0, f64::max);
            let foot = if reach > 0.0 { 1.0 } else { 0.0 };
            return Axis { zero: left - 1.0 + foot, scale: (room + 2.0 - foot - reach) / 100.0 };
        }
        let mut extents = Vec::new();
        for row in &self.rows {
            let text = if self.above { 0.0 } else { row.value_width + GAP };
            let Some(amount) = all[row.figure].amount else {
                extents.push(Extent { value: 0.0, beyond: text, negative: false });
                continue;
            };
            let beyond = form::reach(amount.bound) + text;
            if amount.value < 0.0 {
                extents.push(Extent { value: -amount.value, beyond, negative: true });
            }
            if amount.high > 0.0 || amount.value >= 0.0 {
                extents.push(Extent { value: amount.high.max(0.0), beyond, negative: false });
            }
        }
        let scale = scale::shared(&extents, room);
        Axis { zero: left + scale.below, scale: scale.factor }
    }
}

#[derive(Clone, Copy)]
struct Axis {
    zero: f64,
    scale: f64,
}

/// Where the texts of a row go.
#[derive(Clone, Copy)]
struct Place {
    top: f64,
    middle: f64,
    end: f64,
    left: f64,
    zero: f64,
}
