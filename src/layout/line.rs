//! Lines over time, named and valued at their ends.

use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::form::{DOT, Track};
use super::names::{Name, spread};
use super::periods::moment;
use super::ticks::{Ticks, ticks};
use super::{PITCH, area, label};
use crate::figures::{Amount, Bound, Figure, Period};
use crate::format;
use crate::measure::Font;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};
use crate::words;

const STROKE: f64 = 2.5;
/// How long the dash before the name of a line is.
const DASH: f64 = 10.0;
/// How many series have a colour of their own.
const COLORS: usize = 6;

/// The value a line passes through: the middle of a range, otherwise the stated number.
pub(super) fn middle(amount: &Amount) -> f64 {
    amount.value / 2.0 + amount.high / 2.0
}

/// A value at the end of a line, with its unit or without; no percentage goes without its sign.
fn value(draft: &Draft, figure: &Figure, united: bool) -> String {
    match &figure.amount {
        Some(amount) if !united && figure.unit != "%" => {
            format::compact(amount, "", &draft.reader.locale).text()
        }
        _ => draft.reader.compact(figure).text(),
    }
}

/// A panel of lines.
#[inline(never)]
pub(super) fn lines<'a>(draft: &Draft<'a>, times: &Times) -> Block<'a> {
    let mut block = Block::new(Form::Lines);
    // Names stand at the ends of the lines; their width decides how far the lines may reach.
    let room = draft.width * if draft.narrow { 0.34 } else { 0.3 };
    let count = times.series.len() as f64;
    // The axis says the unit: where one of the names has no room for it, none has it.
    let (mut lines, mut united) = (0.0, true);
    loop {
        let mut whole = true;
        for (number, series) in times.series.iter().enumerate() {
            let first = block.items.len();
            let mut font = Font::regular(draft.size);
            for &index in series {
                let item = draft.item(index, number);
                font.bold |= item.figure.emphasis;
                block.items.push(item);
            }
            let named = block.items.iter_mut().skip(first).rev().find(|item| item.figure.amount.is_some());
            let Some(item) = named else { continue };
            let value = value(draft, item.figure, united);
            let mut name = String::new();
            if times.series.len() > 1 {
                name = draft.name_of(&times.series, item.figure);
                name.push(' ');
            }
            if draft.text_width(&format::concat(&[&name, &value]), font) <= room {
                name.push_str(&label::isolated(&value, &name));
            } else {
                // A number that is cut is another number: the name gives way, and the value goes below it.
                whole = false;
                let shown = std::mem::take(&mut name);
                label::wrap(&shown, font, room, if count > 4.0 { 1 } else { 2 }, draft.measure, &mut name);
                name.push_str(if shown.is_empty() { "" } else { "\n" });
                name.push_str(&draft.shorten(&value, font, draft.width * 0.5));
            }
            item.lines = name.split('\n').count() as f64;
            lines += item.lines;
            item.label = name;
        }
        if whole || !united {
            break;
        }
        united = false;
        lines = 0.0;
        block.items.clear();
    }
    let elastic = (PITCH.plot * draft.scale).max(lines.max(count) * draft.line * 1.4);
    block.ask(Need { fixed: draft.line + 22.0, elastic });
    block
}

/// The value axis: from zero, unless lines lie in the upper part of it.
fn axis(block: &Block, floors: &[f64], height: f64) -> Ticks {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut whole = true;
    for (item, &floor) in block.items.iter().zip(floors) {
        if let Some(amount) = &item.figure.amount {
            whole &= amount.value.fract() == 0.0;
            low = low.min(floor + amount.value);
            high = high.max(floor + amount.high);
        }
    }
    if low > high {
        (low, high) = (0.0, 1.0);
    }
    if block.form == Form::Area {
        (low, high) = (low.min(0.0), high.max(0.0));
    } else if low > 0.0 && low < high * 0.6 {
        low = 0.0;
    } else if high < 0.0 && high > low * 0.6 {
        high = 0.0;
    }
    // A handful says as much as a ladder; and between 0 and 2 people there is one.
    let most = if whole && high - low >= 2.0 { (high - low).min(4.0) as usize } else { 4 };
    ticks(low, high, ((height / 52.0) as usize).clamp(2, most))
}

/// Where periods and values lie.
pub(super) struct Plot {
    pub(super) area: Rect,
    pub(super) axis: Ticks,
    pub(super) periods: Vec<Period>,
}

impl Plot {
    pub(super) fn x(&self, period: &Period) -> f64 {
        let first = self.periods.first().map_or(0.0, moment);
        let span = self.periods.last().map_or(0.0, moment) - first;
        let place = if span > 0.0 { (moment(period) - first) / span } else { 0.5 };
        self.area.x + DOT + place * (self.area.width - 2.0 * DOT)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.area.bottom() - self.axis.place(value) * self.area.height
    }

    /// What is written at a tick: the last one has the unit.
    fn tick(&self, draft: &Draft, block: &Block, index: usize) -> String {
        let unit = block.items.first().map_or(String::new(), |item| draft.reader.unit(item.figure));
        let bare = index + 1 < self.axis.values.len() && unit != "%";
        let amount = Amount::exact(self.axis.values[index]);
        format::compact(&amount, if bare { "" } else { &unit }, &draft.reader.locale).text()
    }

    fn guides(&self, draft: &mut Draft, block: &Block) {
        for (index, &value) in self.axis.values.iter().enumerate() {
            let y = self.y(value);
            // On an axis that is cut no line is zero.
            let ink = if value == 0.0 { Ink::Axis } else { Ink::Rule };
            let line = Rect { y: y - 0.5, height: 1.0, ..self.area };
            draft.push(Shape::Rect(line), ink, Role::Guide);
            let mut text = self.tick(draft, block, index);
            let (at, anchor) = if index + 1 == self.axis.values.len() {
                text = draft.shorten(&text, draft.font, draft.width);
                // Far enough above its line not to look underlined.
                ((0.0, y - 5.0), Anchor::Start)
            } else {
                ((self.area.x - 8.0, y + draft.font.size * 0.35), Anchor::End)
            };
            draft.text(at, &text, anchor, Role::Guide, Ink::Muted);
        }
    }

    /// Says in the gap of a lone line that there are no data, where it is wide enough; once for neighbours without any.
    fn write_gap(&self, draft: &mut Draft, items: &[Item], index: usize) {
        let x = |item: &Item| item.figure.year.map(|period| self.x(&period));
        let (before, from) = items.split_at(index);
        let behind = from.iter().position(|item| item.figure.amount.is_some());
        if before.last().is_some_and(|item| item.figure.amount.is_none()) {
            return;
        }
        let left = before.last().and_then(x).map_or(self.area.x, |x| x + DOT);
        let right = behind.and_then(|behind| x(&from[behind])).map_or(self.area.right(), |x| x - DOT);
        let text = draft.reader.say(words::MISSING);
        if draft.text_width(text, draft.small) + 16.0 <= right - left {
            draft.font = draft.small;
            let at = ((left + right) / 2.0, self.area.bottom() - 8.0);
            draft.text(at, text, Anchor::Middle, Role::Value, Ink::Muted);
        }
    }

    /// The unbroken stretches of lines, or what lies under them: a missing value, or a period without one, breaks them.
    fn strokes(&self, draft: &mut Draft, block: &Block, floors: &[f64], filled: bool) {
        let mut points: Vec<Point> = Vec::new();
        let mut feet: Vec<Point> = Vec::new();
        let (mut series, mut before) = (0, 0);
        let colour_of = |series| stroke(block, series);
        for (item, &floor) in block.items.iter().zip(floors) {
            let Some(period) = &item.figure.year else { continue };
            let place = self.periods.binary_search(period).unwrap_or(0);
            if item.series != series || place > before + 1 || item.figure.amount.is_none() {
                push_line(draft, &mut points, &mut feet, series, &colour_of);
            }
            (series, before) = (item.series, place);
            if let Some(amount) = &item.figure.amount {
                let x = self.x(period);
                points.push(Point { x, y: self.y(floor + middle(amount)) });
                if filled {
                    feet.push(Point { x, y: self.y(floor) });
                }
            }
        }
        push_line(draft, &mut points, &mut feet, series, &colour_of);
    }

    /// The dot of a datum on a floor, with the form of its bound.
    pub(super) fn dot(&self, draft: &mut Draft, center: Point, amount: &Amount, floor: f64) {
        // Where many points stand side by side, the line shows them.
        let radius = (self.area.width / self.periods.len() as f64 / 2.0 - 1.0).max(1.0);
        if radius < DOT && amount.bound == Bound::Exact && draft.ink != Ink::Hero {
            return draft.push(Shape::Dot(center, radius), draft.ink, Role::Body);
        }
        let track = Track { origin: center, upward: true, thickness: 0.0 };
        let span = [amount.value, amount.high].map(|value| center.y - self.y(floor + value));
        track.dot(draft, amount.bound, span);
    }
}

/// The colour of a series.
pub(super) fn ink(series: usize) -> Ink {
    Ink::Series((series % COLORS) as u8)
}

/// The colour of a line: the heroes' against grey, or each its own; grey where these are used up.
fn stroke(block: &Block, series: usize) -> Ink {
    let last = block.items.last().map_or(0, |item| item.series);
    let is_heroic = |item: &Item| item.figure.emphasis;
    if block.form == Form::Area || last == 0 || !block.items.iter().any(is_heroic) {
        return if series < COLORS { ink(series) } else { Ink::Axis };
    }
    let is_hero = block.items.iter().any(|item| item.series == series && is_heroic(item));
    if is_hero { Ink::Hero } else { Ink::Axis }
}

/// Whether an item is the hero, or its line is because another one is.
fn is_hero(block: &Block, item: &Item) -> bool {
    let several = block.items.last().is_some_and(|last| last.series > 0);
    item.figure.emphasis
        || (several && block.items.iter().any(|other| other.series == item.series && other.figure.emphasis))
}

/// Draws what has gathered of a line in its colour, or of the area between it and its feet, unless it is a single point.
fn push_line(
    draft: &mut Draft,
    points: &mut Vec<Point>,
    feet: &mut Vec<Point>,
    series: usize,
    colour_of: &dyn Fn(usize) -> Ink,
) {
    let (mut points, feet) = (std::mem::take(points), std::mem::take(feet));
    if points.len() < 2 {
        return;
    }
    let Ink::Series(colour) = ink(series) else { return };
    if feet.is_empty() {
        draft.push(Shape::Line(points, STROKE), colour_of(series), Role::Guide);
    } else {
        for &foot in feet.iter().rev() {
            points.push(foot);
        }
        draft.push(Shape::Polygon(points), Ink::Tint(colour), Role::Guide);
    }
}

/// Draws lines.
#[inline(never)]
pub(super) fn draw(draft: &mut Draft, block: &Block, area: Rect) {
    let font = Font::regular(draft.size);
    let mut top = area.y + draft.small.size + 6.0;
    if block.items.iter().any(|item| !item.figure.note.is_empty()) {
        // The highest point may have a remark above it.
        top += draft.small.size + 4.0;
    }
    let bottom = area.bottom() - draft.line - 10.0;
    let floors = area::floors(block);
    let mut plot = Plot { area, axis: axis(block, &floors, bottom - top), periods: Vec::new() };
    let mut right: f64 = 0.0;
    for item in &block.items {
        let font = Font { bold: is_hero(block, item), ..font };
        for line in item.label.split('\n') {
            right = right.max(draft.text_width(line, font));
        }
        if let Some(period) = item.figure.year
            && let Err(place) = plot.periods.binary_search(&period)
        {
            plot.periods.insert(place, period);
        }
    }
    let several = block.items.last().is_some_and(|item| item.series > 0);
    if several {
        right += DASH;
    }
    // The top tick carries the unit and stands above its gridline, where it needs no room at the side.
    let mut left: f64 = 0.0;
    for index in 1..plot.axis.values.len() {
        left = left.max(draft.text_width(&plot.tick(draft, block, index - 1), draft.small));
    }
    left += 10.0;
    plot.area = Rect {
        x: left,
        y: top,
        width: (draft.width - left - right - 2.0 * DOT - 8.0).max(24.0),
        height: (bottom - top).max(24.0),
    };
    draft.font = draft.small;
    let filled = block.form == Form::Area;
    if filled {
        plot.strokes(draft, block, &floors, true);
    }
    plot.guides(draft, block);
    plot.write_periods(draft);
    plot.strokes(draft, block, &floors, false);

    let mut names: Vec<Name> = Vec::new();
    for (index, (item, &floor)) in block.items.iter().zip(&floors).enumerate() {
        let Some(period) = &item.figure.year else { continue };
        let x = plot.x(period);
        let half = plot.area.width / (2.0 * plot.periods.len() as f64);
        let left = (x - half).max(0.0);
        let column = Rect { x: left, width: (2.0 * half).min(draft.width - left), ..area };
        draft.begin(item, column);
        draft.grow_from(Rect { y: plot.area.bottom(), height: 0.0, ..plot.area });
        // Of a lone line, the hero is a point.
        draft.ink = if item.figure.emphasis && !several { Ink::Hero } else { stroke(block, item.series) };
        let first = draft.scene.marks.len();
        if let Some(amount) = &item.figure.amount {
            let center = Point { x, y: plot.y(floor + middle(amount)) };
            if draft.ink == Ink::Hero && !several {
                draft.push(Shape::Dot(center, DOT + 2.0), Ink::Ground, Role::Guide);
            }
            plot.dot(draft, center, amount, floor);
            if !item.label.is_empty() {
                let name = Name {
                    x: x + DOT + 8.0,
                    // The name of a band stands at its middle.
                    y: if filled && several { (center.y + plot.y(floor)) / 2.0 } else { center.y },
                    end: center.y,
                    datum: draft.datum,
                    ink: draft.ink,
                    bold: is_hero(block, item),
                    text: &item.label,
                };
                let place = names.iter().position(|other| other.y > name.y).unwrap_or(names.len());
                names.insert(place, name);
            }
        } else if !several {
            plot.write_gap(draft, &block.items, index);
        }
        draft.mark(first, Rect { x, y: plot.area.bottom(), width: 0.0, height: 0.0 }.grown(DOT));
    }
    draft.font = font;
    let pitch = spread(draft, &mut names, plot.area);
    // Coloured text would fall under the contrast asked of text, so the colour is a dash before it, which comes from the end of
    // the line; none is needed while all names stand there.
    let dashed = several && names.iter().any(|name| (name.y - name.end).abs() > 2.0);
    for name in names {
        draft.datum = name.datum;
        draft.font.bold = name.bold;
        let (mut x, mut y) = (name.x, name.top(pitch));
        if dashed {
            // A band is as high as it is: its name is led to from nowhere.
            let start = Point { x: x - 5.0, y: if filled { y } else { name.end } };
            let end = Point { x: x - 5.0 + DASH, y };
            draft.push(Shape::Line(vec![start, end], STROKE), name.ink, Role::Guide);
            x += DASH;
        }
        for line in name.text.split('\n') {
            draft.text((x, y + font.size * 0.35), line, Anchor::Start, Role::Value, Ink::Text);
            y += pitch;
        }
    }
}
