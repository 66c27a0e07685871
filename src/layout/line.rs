//! Lines over time, named and valued at their ends.

use super::ticks::{Ticks, ticks};
use super::{Context, Need, PITCH, Style, datum, label};
use crate::figures::{Amount, Bound, Part, Period};
use crate::format;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Scene, Shape};

/// One panel of lines.
pub(super) struct Lines {
    times: Times,
}

const DOT: f64 = 4.0;
const STROKE: f64 = 2.5;

/// Where a period lies in time, in years; only differences count.
fn moment(period: &Period) -> f64 {
    let part = match period.part {
        Part::Year => 0.0,
        Part::Quarter(quarter) => (f64::from(quarter) - 1.0) / 4.0,
        Part::Month(month) => (f64::from(month) - 1.0) / 12.0,
        Part::Day(month, day) => (f64::from(month) - 1.0 + (f64::from(day) - 1.0) / 31.0) / 12.0,
    };
    f64::from(period.year) + part
}

/// The value a line passes through: the middle of a range, otherwise the stated number.
fn middle(amount: &Amount) -> f64 {
    amount.value / 2.0 + amount.high / 2.0
}

impl Lines {
    pub(super) fn new(_: &Context, times: Times) -> Lines {
        Lines { times }
    }

    pub(super) fn len(&self) -> usize {
        self.times.series.iter().map(Vec::len).sum()
    }

    pub(super) fn need(&self, context: &Context) -> Need {
        let least = self.times.series.len() as f64 * context.fonts.line;
        Need { fixed: context.fonts.line + 22.0, elastic: (PITCH.plot * context.scale).max(least * 1.4) }
    }

    /// The value axis: from zero, unless all values lie in the upper part of it.
    fn axis(&self, context: &Context, height: f64) -> Ticks {
        let all = &context.reader.figures.figures;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for &figure in self.times.series.iter().flatten() {
            if let Some(amount) = all[figure].amount {
                low = low.min(amount.value);
                high = high.max(amount.high);
            }
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if low > 0.0 && low < high * 0.6 {
            low = 0.0;
        } else if high < 0.0 && high > low * 0.6 {
            high = 0.0;
        }
        ticks(low, high, ((height / 52.0) as usize).max(2))
    }

    pub(super) fn draw(&self, context: &Context, scene: &mut Scene, area: Rect, panel: usize) {
        let all = &context.reader.figures.figures;
        let fonts = context.fonts;
        let several = self.times.series.len() > 1;
        let plot_top = area.y + fonts.small.size + 6.0;
        let bottom = area.bottom() - fonts.line - 10.0;
        let axis = self.axis(context, bottom - plot_top);
        let first = self.times.series.iter().flatten().next();
        let unit = first.map_or(String::new(), |&first| context.reader.unit(&all[first]));
        let last_tick = axis.values.len() - 1;
        let tick_texts: Vec<String> = axis
            .values
            .iter()
            .enumerate()
            .map(|(index, &value)| {
                let unit = if index == last_tick || unit == "%" { unit.as_str() } else { "" };
                format::compact(&Amount::exact(value), unit, &context.reader.locale).text()
            })
            .collect();

        // Names stand at the ends of the lines; their width decides how far the lines may reach.
        let room = context.width * if context.narrow { 0.34 } else { 0.3 };
        let ends: Vec<(usize, usize, String)> = self
            .times
            .series
            .iter()
            .enumerate()
            .filter_map(|(number, series)| {
                let &last = series.iter().rev().find(|&&figure| all[figure].amount.is_some())?;
                let value = context.reader.compact(&all[last]).text();
                let text =
                    if several { [context.reader.label(&all[last]), " ", &value].concat() } else { value };
                Some((number, last, label::shorten(&text, fonts.label, room, context.measure)))
            })
            .collect();
        let right = ends.iter().map(|(_, _, text)| context.text_width(text, fonts.label)).fold(0.0, f64::max);
        // The top tick carries the unit and stands above its gridline, where it needs no room at the side.
        let left = tick_texts
            .iter()
            .take(last_tick)
            .map(|text| context.text_width(text, fonts.small))
            .fold(0.0, f64::max)
            .min(context.width * 0.3)
            + 10.0;
        let plot = Rect {
            x: left,
            y: plot_top,
            width: (context.width - left - right - 2.0 * DOT - 8.0).max(24.0),
            height: (bottom - plot_top).max(24.0),
        };
        self.guides(context, scene, plot, &axis, &tick_texts);

        let first = self.times.periods.first().map_or(0.0, moment);
        let span = self.times.periods.last().map_or(0.0, moment) - first;
        let x = |period: &Period| {
            let place = if span > 0.0 { (moment(period) - first) / span } else { 0.5 };
            plot.x + DOT + place * (plot.width - 2.0 * DOT)
        };
        let y = |value: f64| plot.bottom() - axis.place(value) * plot.height;
        self.periods(context, scene, plot, &x);

        for (number, series) in self.times.series.iter().enumerate() {
            let ink = Ink::Series((number % 6) as u8);
            for points in self.runs(context, series, &x, &y) {
                if points.len() > 1 {
                    scene.push(Shape::Line(points, STROKE), ink, Role::Guide, None);
                }
            }
        }
        let mut names: Vec<(f64, f64, usize, usize)> = Vec::new();
        for (number, series) in self.times.series.iter().enumerate() {
            let ink = Ink::Series((number % 6) as u8);
            for &figure in series {
                let Some(period) = all[figure].year else { continue };
                let at = x(&period);
                let half = plot.width / (2.0 * self.times.periods.len().max(1) as f64);
                let column =
                    Rect { x: (at - half).max(0.0), y: area.y, width: 2.0 * half, height: area.height };
                let column = Rect { width: column.width.min(context.width - column.x), ..column };
                let index = datum(context, scene, figure, panel, number, column);
                let Some(amount) = all[figure].amount else {
                    if let Some(datum) = scene.data.get_mut(index) {
                        datum.mark = Rect { x: at, y: plot.bottom(), width: 0.0, height: 0.0 }.grown(DOT);
                    }
                    continue;
                };
                let center = Point { x: at, y: y(middle(&amount)) };
                let mark = point(scene, center, &amount, ink, index, &y);
                if let Some(datum) = scene.data.get_mut(index) {
                    datum.mark = mark;
                }
                if let Some((end, ..)) = ends.iter().enumerate().find(|(_, (_, last, _))| *last == figure) {
                    names.push((center.y, at + DOT + 8.0, index, end));
                }
            }
        }
        names.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        // As many names as stand one above the other; the others are still in tooltip and table.
        let least = fonts.label.size * 1.15;
        names.truncate(((plot.height - fonts.label.size * 0.6) / least) as usize + 1);
        let gap =
            (fonts.line * 0.95).min((plot.height - fonts.label.size * 0.6) / (names.len().max(2) - 1) as f64);
        let heights: Vec<f64> = names.iter().map(|name| name.0).collect();
        let places = spread(&heights, gap, plot_top + fonts.label.size * 0.6, plot.bottom());
        for (&(_, at, index, end), place) in names.iter().zip(places) {
            let Some((number, _, text)) = ends.get(end) else { continue };
            let ink = if several { Ink::Series((number % 6) as u8) } else { Ink::Text };
            // Coloured text would fall under the contrast asked of text, so the colour is a dash before it.
            if several {
                let dash = Rect { x: at - 5.0, y: place - 1.5, width: 3.0, height: 3.0 };
                scene.push(Shape::Rect(dash), ink, Role::Guide, Some(index));
            }
            let style = Style {
                font: fonts.label,
                ink: Ink::Text,
                anchor: Anchor::Start,
                role: Role::Value,
                datum: Some(index),
            };
            let spot = Point { x: at, y: place + fonts.label.size * 0.35 };
            context.text(scene, spot, text.clone(), style);
        }
    }

    fn guides(&self, context: &Context, scene: &mut Scene, plot: Rect, axis: &Ticks, texts: &[String]) {
        let font = context.fonts.small;
        let last = axis.values.len() - 1;
        for (index, (&value, text)) in axis.values.iter().zip(texts).enumerate() {
            let y = plot.bottom() - axis.place(value) * plot.height;
            let ink = if value == 0.0 || index == 0 { Ink::Axis } else { Ink::Rule };
            let line = Rect { x: plot.x, y: y - 0.5, width: plot.width, height: 1.0 };
            scene.push(Shape::Rect(line), ink, Role::Guide, None);
            let (at, anchor) = if index == last {
                (Point { x: 0.0, y: y - 2.0 }, Anchor::Start)
            } else {
                (Point { x: plot.x - 8.0, y: y + font.size * 0.35 }, Anchor::End)
            };
            let style = Style { font, ink: Ink::Muted, anchor, role: Role::Guide, datum: None };
            let text = label::shorten(text, font, context.width * 0.3, context.measure);
            context.text(scene, at, text, style);
        }
    }

    /// As many periods as stand side by side, the last one always.
    fn periods(&self, context: &Context, scene: &mut Scene, plot: Rect, x: &dyn Fn(&Period) -> f64) {
        let font = context.fonts.small;
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let count = self.times.periods.len();
        for index in std::iter::once(count - 1).chain(0..count - 1) {
            let Some(period) = self.times.periods.get(index) else { continue };
            let text = period.to_string();
            let half = context.text_width(&text, font) / 2.0;
            let at = x(period).clamp(half, (context.width - half).max(half));
            if taken.iter().any(|&(from, to)| at + half + 8.0 > from && at - half - 8.0 < to) {
                continue;
            }
            taken.push((at - half, at + half));
            let style =
                Style { font, ink: Ink::Muted, anchor: Anchor::Middle, role: Role::Guide, datum: None };
            context.text(scene, Point { x: at, y: plot.bottom() + 8.0 + font.size }, text, style);
        }
    }

    /// The unbroken stretches of a line: a missing value, or a period without one, breaks it.
    fn runs(
        &self,
        context: &Context,
        series: &[usize],
        x: &dyn Fn(&Period) -> f64,
        y: &dyn Fn(f64) -> f64,
    ) -> Vec<Vec<Point>> {
        let all = &context.reader.figures.figures;
        let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
        let mut before: Option<usize> = None;
        for &figure in series {
            let Some(period) = all[figure].year else { continue };
            let place = self.times.periods.binary_search(&period).unwrap_or(0);
            if before.is_some_and(|before| place > before + 1) {
                runs.push(Vec::new());
            }
            before = Some(place);
            match (all[figure].amount, runs.last_mut()) {
                (Some(amount), Some(run)) => run.push(Point { x: x(&period), y: y(middle(&amount)) }),
                _ => runs.push(Vec::new()),
            }
        }
        runs
    }
}

/// The dot of a datum, with the form of its bound; gives back the box of both.
fn point(
    scene: &mut Scene,
    center: Point,
    amount: &Amount,
    ink: Ink,
    index: usize,
    y: &dyn Fn(f64) -> f64,
) -> Rect {
    let mut shapes = vec![(Shape::Dot(center, DOT), ink, Role::Body)];
    let at = |dx: f64, dy: f64| Point { x: center.x + dx, y: center.y + dy };
    match amount.bound {
        Bound::Exact => {}
        Bound::AtLeast => {
            for lift in [0.0, 4.0] {
                let foot = -DOT - 3.0 - lift;
                let chevron = vec![at(-4.0, foot), at(0.0, foot - 4.0), at(4.0, foot)];
                shapes.push((Shape::Line(chevron, 1.5), ink, Role::Bound));
            }
        }
        Bound::AtMost => {
            let bracket =
                vec![at(-5.0, -DOT - 1.0), at(-5.0, -DOT - 4.0), at(5.0, -DOT - 4.0), at(5.0, -DOT - 1.0)];
            shapes.push((Shape::Line(bracket, 1.5), ink, Role::Bound));
        }
        Bound::About => shapes.push((Shape::Dot(center, DOT - 2.0), Ink::Ground, Role::Bound)),
        Bound::Range => {
            let (low, high) = (y(amount.value), y(amount.high));
            let bar = |from: Point, to: Point| (Shape::Line(vec![from, to], 1.5), ink, Role::Bound);
            let end = |dx: f64, y: f64| Point { x: center.x + dx, y };
            shapes.push(bar(end(0.0, low), end(0.0, high)));
            shapes.push(bar(end(-4.0, low), end(4.0, low)));
            shapes.push(bar(end(-4.0, high), end(4.0, high)));
        }
    }
    let mut bounds = Rect { x: center.x, y: center.y, width: 0.0, height: 0.0 };
    for (shape, ink, role) in shapes {
        bounds = bounds.union(&shape.bounds());
        scene.push(shape, ink, role, Some(index));
    }
    bounds
}

/// Moves places (in order) apart to at least `gap`, within the limits, as little as a push down and one back up can.
fn spread(places: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut places = places.to_vec();
    let mut least = top;
    for place in &mut places {
        *place = place.max(least);
        least = *place + gap;
    }
    let mut most = bottom;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - gap;
    }
    places
}
