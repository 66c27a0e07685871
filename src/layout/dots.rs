//! Dots on a common scale: one a row on a stem, or two of two series joined by a line.
//!
//! Lengths start at zero. Where positive values differ more than a hundredfold the scale is logarithmic: it has no
//! zero, so there are no stems, and axis and key say so in words.

use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::form::{DOT, Track, dot_reach};
use super::kinds::Task;
use super::series::{self, LABEL_GAP, Table};
use super::ticks::Ticks;
use super::{PITCH, legend, line};
use crate::choose::Kind;
use crate::decimal::shifted;
use crate::figures::{Amount, Bound, Figure};
use crate::format;
use crate::panel::Times;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape, Sign};
use crate::words;

/// Between a dot and its value.
const GAP: f64 = 7.0;
/// How far dots of equal values stand above and below their row.
const ASIDE: f64 = DOT + 0.5;
/// Half the thickness of a range.
const SPAN: f64 = 2.0;
/// How many times as large the greatest value is as the least on a logarithmic scale.
const FAR: f64 = 100.0;

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(|_| ("", Kind::Dot), plan, draw);
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    let table = Table::read(&draft.reader.figures.figures, figures, times);
    let pairs = table.and_then(|table| table.limited(2, true));
    let mut block = pairs.unwrap_or(Table::alone(figures)).block(draft, Form::Dots);
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for item in &block.items {
        if let Some(amount) = &item.figure.amount {
            (low, high) = (low.min(amount.value), high.max(amount.high));
        }
    }
    // Where values stand on both sides, neither may take all of the room.
    let single = block.title.is_empty() && low >= 0.0;
    let share = if !single {
        0.26
    } else if draft.narrow {
        0.5
    } else {
        0.36
    };
    for item in &mut block.items {
        let font = draft.font_of(item.figure);
        let (amount, unit) = (item.figure.amount.as_ref(), draft.reader.unit(item.figure));
        item.value.number = series::value(draft, amount, &unit, font, draft.width * share);
        item.beyond = draft.text_width(&item.value.number, font) + GAP;
        if item.lines > 0.0 {
            let lines = item.lines * draft.line;
            item.need = if draft.narrow {
                Need { fixed: lines, elastic: (PITCH.narrow_row - 19.0) * draft.scale }
            } else {
                Need { fixed: lines - draft.line, elastic: PITCH.row * draft.scale }
            };
        }
    }
    if low > 0.0 && high / FAR > low {
        // Room for an axis with its words.
        block.height = 2.0 * draft.small.size * 1.4 + 8.0;
        block.fixed += block.height;
    }
    Some(block)
}

/// The common logarithm of a positive number, to some twelve digits; the standard library's is larger.
fn log10(value: f64) -> f64 {
    const LOG10_OF_2: f64 = std::f64::consts::LOG10_2;
    // Numbers too small to be normal are first made larger.
    let (mut rest, mut log) = (value, 0.0);
    if rest < f64::MIN_POSITIVE {
        (rest, log) = (rest * (1u64 << 60) as f64, -60.0);
    }
    log += (rest.to_bits() >> 52) as f64 - 1023.0;
    rest = f64::from_bits(rest.to_bits() & ((1 << 52) - 1) | 1023 << 52);
    let mut bit = 0.5;
    for _ in 0..40 {
        // Each squaring gives the next binary digit of the logarithm.
        rest *= rest;
        if rest >= 2.0 {
            rest /= 2.0;
            log += bit;
        }
        bit /= 2.0;
    }
    log * LOG10_OF_2
}

/// Where values lie.
struct Scale {
    left: f64,
    width: f64,
    /// The ends of the scale; on a logarithmic one, powers of ten.
    ends: Ticks,
    log: bool,
}

impl Scale {
    fn new(draft: &Draft, block: &Block, left: f64) -> Scale {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for item in &block.items {
            if let Some(amount) = &item.figure.amount {
                (low, high) = (low.min(amount.value), high.max(amount.high));
            }
        }
        let log = block.height > 0.0;
        if log {
            (low, high) = (log10(low).floor(), log10(high).ceil());
        } else {
            (low, high) = (low.min(0.0), high.max(0.0));
            if low == high {
                high = 1.0;
            }
        }
        let mut scale = Scale { left, width: 0.0, ends: Ticks { values: vec![low, high] }, log };
        // A longer scale needs less room beyond its ends, as values stand further in.
        for _ in 0..12 {
            let rooms = scale.rooms(block);
            scale.left = left + rooms[0];
            scale.width = (draft.width - left - rooms[0] - rooms[1]).max(8.0);
        }
        scale
    }

    /// How far the dots, their forms and values reach beyond the two ends.
    fn rooms(&self, block: &Block) -> [f64; 2] {
        let mut rooms = [DOT; 2];
        let mut at = 0;
        while at < block.items.len() {
            let pair = &block.items[at..at + series::category(&block.items[at..])];
            at += pair.len();
            for (index, item) in pair.iter().enumerate() {
                let zero = if self.log { 0.0 } else { self.ends.place(0.0) };
                let (mut from, mut to) = (zero * self.width, zero * self.width);
                if let Some(amount) = &item.figure.amount {
                    let ends = [amount.value, line::middle(amount), amount.high]
                        .map(|value| self.place(value) * self.width);
                    from = ends[0].min(ends[1] - DOT);
                    to = ends[2].max(ends[1] + dot_reach(amount.bound));
                }
                if is_left(pair, index) {
                    from -= item.beyond;
                } else {
                    to += item.beyond;
                }
                rooms = [rooms[0].max(-from), rooms[1].max(to - self.width)];
            }
        }
        rooms
    }

    /// Whether the value left of a dot lies on the baseline.
    fn covers_zero(&self, pair: &[Item]) -> bool {
        let zero = self.x(0.0);
        for (index, item) in pair.iter().enumerate() {
            let mut from = zero;
            if let Some(amount) = &item.figure.amount {
                from = self.x(amount.value).min(self.x(line::middle(amount)) - DOT);
            }
            if pair.len() > 1 && is_left(pair, index) && from > zero && from - item.beyond < zero + 2.0 {
                return true;
            }
        }
        false
    }

    fn place(&self, value: f64) -> f64 {
        self.ends.place(if self.log { log10(value) } else { value })
    }

    fn x(&self, value: f64) -> f64 {
        self.left + self.width * self.place(value)
    }
}

/// Whether a value stands left of its dot: the lower one of a pair, one that is missing, a negative one alone.
fn is_left(pair: &[Item], place: usize) -> bool {
    let amount = |place: usize| pair.get(place).and_then(|item| item.figure.amount.as_ref());
    if pair.len() < 2 {
        return amount(0).is_some_and(|amount| amount.value < 0.0);
    }
    match (amount(place), amount(1 - place)) {
        (Some(own), Some(other)) => {
            let (own, other) = (line::middle(own), line::middle(other));
            own < other || (own == other && place == 0)
        }
        (None, None) => place == 0,
        (own, _) => own.is_none(),
    }
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect, stretch: f64) {
    let left = if draft.narrow { 0.0 } else { block.label_width + LABEL_GAP };
    let top = area.y + legend::draw(draft, block, area.y);
    let scale = Scale::new(draft, block, left);
    let bottom = area.bottom() - 6.0 - block.height;
    let zero = if scale.log { scale.left } else { scale.x(0.0) };
    if scale.log {
        draw_axis(draft, block, &scale, bottom);
    }
    let mut row = Rect { y: top, height: 0.0, ..area };
    let mut at = 0;
    while at < block.items.len() {
        let pair = &block.items[at..at + series::category(&block.items[at..])];
        at += pair.len();
        let first = &pair[0];
        row.y = row.bottom();
        let elastic = first.need.elastic * stretch;
        row.height = first.need.fixed + elastic;
        let y = if draft.narrow { row.y + first.need.fixed + elastic * 0.4 } else { row.center().y };
        draft.datum = None;
        if pair.len() == 2 {
            series::label(draft, block, first, row, y, false);
            join(draft, &scale, pair, y);
        }
        if !scale.log && !scale.covers_zero(pair) {
            // The baseline, but not through the value of a row.
            let mut line = Rect { x: zero - 0.5, width: 1.0, ..row };
            if draft.narrow {
                (line.y, line.height) = (y - 8.0, 16.0);
            }
            draft.push(Shape::Rect(line), Ink::Axis, Role::Guide);
        }
        let overlap = covers(&scale, pair);
        for (place, item) in pair.iter().enumerate() {
            let aside = match (overlap, place) {
                (false, _) => 0.0,
                (true, 0) => -ASIDE,
                _ => ASIDE,
            };
            // What tells the two of a pair apart is their colour, of a hero too.
            let ink = (pair.len() == 2).then(|| legend::ink(block, item.series));
            draw_dot(draft, &scale, item, Rect { y, ..row }, (zero, is_left(pair, place), aside), ink);
            series::strand(draft, at);
            if let Some(datum) = draft.scene.data.last_mut() {
                datum.area = row;
            }
        }
        if pair.len() == 1 {
            series::label(draft, block, first, row, y, first.figure.emphasis);
        }
    }
}

/// The line between the two dots of a row.
fn join(draft: &mut Draft, scale: &Scale, pair: &[Item], y: f64) {
    if let [Some(a), Some(b)] = [&pair[0].figure.amount, &pair[1].figure.amount] {
        let ends = [a, b].map(|amount| Point { x: scale.x(line::middle(amount)), y });
        draft.push(Shape::Line(ends.to_vec(), 1.5), Ink::Axis, Role::Guide);
    }
}

/// Whether one dot of a pair would hide the other.
fn covers(scale: &Scale, pair: &[Item]) -> bool {
    match pair {
        [
            Item { figure: Figure { amount: Some(a), .. }, .. },
            Item { figure: Figure { amount: Some(b), .. }, .. },
        ] => (scale.x(line::middle(a)) - scale.x(line::middle(b))).abs() < DOT * 1.5,
        _ => false,
    }
}

/// Draws one dot, its middle at the top of `row` or `aside` of it, with its value; in a colour of a pair, or on a stem. Of a
/// range nobody has said where in it the value is: it has no dot, and its stem goes as far as all of it does.
fn draw_dot(
    draft: &mut Draft,
    scale: &Scale,
    item: &Item,
    row: Rect,
    (zero, on_left, aside): (f64, bool, f64),
    of_pair: Option<Ink>,
) {
    draft.begin(item, row);
    draft.ink = of_pair.unwrap_or(draft.ink);
    let first = draft.scene.marks.len();
    let (mut x, mut edge) = (zero, zero);
    let mut ink = Ink::Muted;
    if let Some(amount) = &item.figure.amount {
        x = scale.x(line::middle(amount));
        let span = [scale.x(amount.value), scale.x(amount.high)];
        if of_pair.is_none() {
            let from = if scale.log { scale.left } else { zero };
            let x = if amount.bound == Bound::Range { from.max(span[0]).min(span[1]) } else { x };
            let stem = Rect::between(Point { x: from, y: row.y - 1.0 }, Point { x, y: row.y + 1.0 });
            if scale.log {
                // Only leads the eye: its length says nothing.
                let lead = Rect { y: row.y - 0.5, height: 1.0, ..stem };
                draft.push(Shape::Rect(lead), Ink::Rule, Role::Guide);
            } else {
                draft.push(Shape::Rect(stem), draft.ink, Role::Body);
            }
        }
        let track = Track { origin: Point { x, y: row.y + aside }, upward: false, thickness: 2.0 * SPAN };
        let span_from = [span[0] - x, span[1] - x];
        if amount.bound == Bound::Range {
            draft.scene.shows(Sign::Whiskers);
            draft.push(Shape::Rect(track.rect(span_from[0], span_from[1])), draft.ink, Role::Body);
            for &end in &span_from {
                track.stroke(draft, 2.0, (end, 6.0), (end, 6.0));
            }
        } else {
            track.dot(draft, amount.bound, span_from);
        }
        edge = if on_left { (x - DOT).min(span[0]) } else { (x + dot_reach(amount.bound)).max(span[1]) };
        ink = Ink::Text;
    }
    draft.mark(first, Rect { x, width: 0.0, height: 0.0, ..row }.grown(DOT));
    let (at, anchor) = if on_left { (edge - GAP, Anchor::End) } else { (edge + GAP, Anchor::Start) };
    draft.text((at, row.y + draft.size * 0.35), &item.value.number, anchor, Role::Value, ink);
}

/// The powers of ten under the dots, as many as stand side by side, and in words what they mean.
fn draw_axis(draft: &mut Draft, block: &Block, scale: &Scale, y: f64) {
    draft.scene.shows(Sign::Log);
    draft.font = draft.small;
    let line = Rect { x: scale.left, y, width: scale.width, height: 1.0 };
    draft.push(Shape::Rect(line), Ink::Axis, Role::Guide);
    let unit = block.items.first().map_or(String::new(), |item| draft.reader.unit(item.figure));
    let baseline = y + 6.0 + draft.small.size;
    let (low, high) = (scale.ends.low() as i32, scale.ends.high() as i32);
    let mut ticks = Vec::new();
    let mut taken = 0.0;
    // The unit stands below, or the ticks would be few.
    let write =
        |power: i32| format::compact(&Amount::exact(shifted(1.0, power)), "", &draft.reader.locale).text();
    let mut widest: f64 = 0.0;
    for power in low..=high {
        widest = widest.max(draft.text_width(&write(power), draft.small));
    }
    let pitch = scale.width / f64::from(high - low);
    let step = ((widest + 10.0) / pitch).ceil() as i32;
    let mut power = low;
    while power <= high {
        let value = shifted(1.0, power);
        let text = write(power);
        let x = scale.left + f64::from(power - low) * pitch;
        power += step;
        // The ends of the number range are no powers of ten.
        if value > 0.0 && value.is_finite() {
            let half = draft.text_width(&text, draft.small) / 2.0;
            let at = x.clamp(half, (draft.width - half).max(half));
            // Those at the ends are moved into the frame, where they may meet the next.
            if at - half >= taken {
                taken = at + half + 8.0;
                ticks.push((x, at, text));
            }
        }
    }
    for (x, at, text) in ticks {
        draft.push(Shape::Rect(Rect { x: x - 0.5, y, width: 1.0, height: 4.0 }), Ink::Axis, Role::Guide);
        draft.text((at, baseline), &text, Anchor::Middle, Role::Guide, Ink::Muted);
    }
    let mut words = draft.reader.say(words::LOG).to_string();
    if !unit.is_empty() {
        words.push_str(draft.reader.say(words::COMMA));
        words.push_str(&unit);
    }
    let words = draft.shorten(&words, draft.small, draft.width);
    let half = draft.text_width(&words, draft.small) / 2.0;
    let at = (scale.left + half).min(draft.width - half);
    draft.text((at, baseline + draft.small.size * 1.4), &words, Anchor::Middle, Role::Guide, Ink::Muted);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_agree_with_the_standard_library() {
        for value in [5e-324, 1e-300, 0.001, 0.5, 1.0, 2.0, 9.99, 10.0, 12345.0, 1e308, f64::MAX] {
            assert!((log10(value) - value.log10()).abs() < 1e-9, "{value}");
        }
    }
}
