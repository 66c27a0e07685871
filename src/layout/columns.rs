//! Vertical bars of one unit: a few periods, or a few short names.

use super::form::{self, Track, visible};
use super::scale::{self, Extent};
use super::{Context, Need, PITCH, Style, datum, label};
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Scene, Shape};

/// One panel of columns.
pub(super) struct Columns {
    pub(super) figures: Vec<usize>,
    labels: Vec<Vec<String>>,
    values: Vec<String>,
}

const GAP: f64 = 6.0;
const WIDEST: f64 = 72.0;

impl Columns {
    /// `None` where labels or values would not fit side by side; bars can show those.
    pub(super) fn new(context: &Context, figures: &[usize], times: &Times) -> Option<Columns> {
        let all = &context.reader.figures.figures;
        let single =
            times.series.len() == 1 && times.series.iter().map(Vec::len).sum::<usize>() == figures.len();
        let in_time = times.series.first().filter(|_| single && times.periods.len() > 1);
        let figures = in_time.cloned().unwrap_or_else(|| figures.to_vec());
        let slot = context.width / figures.len().max(1) as f64;
        let mut columns = Columns { figures: Vec::new(), labels: Vec::new(), values: Vec::new() };
        for &figure in &figures {
            let font = context.font(figure);
            let text = match all.get(figure)?.year {
                Some(year) if in_time.is_some() => year.to_string(),
                _ => context.label(figure, times.periods.len() > 1),
            };
            let (lines, whole) = label::wrap(&text, font, slot - GAP, 2, context.measure);
            let value = context.reader.compact(&all[figure]).text();
            if !whole || context.text_width(&value, font) > slot - GAP {
                return None;
            }
            columns.labels.push(lines);
            columns.values.push(value);
        }
        columns.figures = figures;
        Some(columns)
    }

    fn lines(&self) -> f64 {
        self.labels.iter().map(Vec::len).max().unwrap_or(1) as f64
    }

    pub(super) fn need(&self, context: &Context) -> Need {
        let fixed = self.lines() * context.fonts.line + 16.0;
        Need { fixed, elastic: PITCH.plot * context.scale - context.fonts.line }
    }

    pub(super) fn draw(&self, context: &Context, scene: &mut Scene, area: Rect, panel: usize) {
        let all = &context.reader.figures.figures;
        let line = context.fonts.line;
        let room = area.height - self.lines() * line - 14.0;
        let extents: Vec<Extent> = self
            .figures
            .iter()
            .flat_map(|&figure| {
                let Some(amount) = all[figure].amount else {
                    return vec![Extent { value: 0.0, beyond: line, negative: false }];
                };
                let beyond = form::reach(amount.bound) + line;
                let up = Extent { value: amount.high.max(0.0), beyond, negative: false };
                let down = Extent { value: -amount.value, beyond, negative: true };
                match (amount.value < 0.0, amount.high > 0.0) {
                    (true, true) => vec![up, down],
                    (true, false) => vec![down],
                    _ => vec![up],
                }
            })
            .collect();
        let scale = scale::shared(&extents, room);
        let zero = area.y + 4.0 + room - scale.below;
        let slot = context.width / self.figures.len().max(1) as f64;
        let axis = Rect { x: 0.0, y: zero, width: context.width, height: 1.0 };
        scene.push(Shape::Rect(axis), Ink::Axis, Role::Guide, None);
        for (number, &figure) in self.figures.iter().enumerate() {
            let left = slot * number as f64;
            let center = left + slot / 2.0;
            let column = Rect { x: left, y: area.y, width: slot, height: area.height };
            let index = datum(context, scene, figure, panel, 0, column);
            let thickness = (slot * 0.62).min(WIDEST);
            let track = Track { origin: Point { x: center, y: zero }, upward: true, thickness };
            let mut mark = Rect { x: center - thickness / 2.0, y: zero - 1.0, width: thickness, height: 1.0 };
            let mut end = 0.0;
            if let Some(amount) = all[figure].amount {
                let shapes = track.bar(&amount, scale.factor);
                mark = shapes.first().map_or(mark, |(shape, _)| shape.bounds());
                for (shape, role) in shapes {
                    mark = mark.union(&shape.bounds());
                    scene.push(shape, context.ink(figure), role, Some(index));
                }
                let far = if amount.value < 0.0 && amount.high <= 0.0 { amount.value } else { amount.high };
                let length = visible(far * scale.factor);
                end = length + length.signum() * form::reach(amount.bound);
            }
            if let Some(datum) = scene.data.get_mut(index) {
                datum.mark = mark;
            }
            let font = context.font(figure);
            let ink = if all[figure].amount.is_some() { Ink::Text } else { Ink::Muted };
            let style = |role, ink| Style { font, ink, anchor: Anchor::Middle, role, datum: Some(index) };
            let baseline =
                if end < 0.0 { zero - end + font.size * 1.05 } else { zero - end - font.size * 0.35 };
            let value = self.values.get(number).cloned().unwrap_or_default();
            context.text(scene, Point { x: center, y: baseline }, value, style(Role::Value, ink));
            for (row, text) in self.labels.get(number).into_iter().flatten().enumerate() {
                let y = area.bottom() - 6.0 - (self.lines() - row as f64) * line + font.size;
                context.text(scene, Point { x: center, y }, text.clone(), style(Role::Label, Ink::Text));
            }
        }
    }
}
