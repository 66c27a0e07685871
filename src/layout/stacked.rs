//! Bars of parts one after the other, category by category, with their total.
//!
//! Lengths are always the values themselves: nothing is turned into shares of a hundred, which would hide how large
//! the wholes are and would make bounds and missing parts say what nobody said. Percentages that do not pass
//! 100 together stand on the whole of that scale, whose rest stays empty.

use super::bars::GAP;
use super::block::{Block, Form};
use super::draft::{Draft, Item, Need};
use super::form::{self, Track};
use super::kinds::{self, Task, Verdict};
use super::series::{self, Cell, LABEL_GAP, MOST, Table};
use super::totals::{self, missing, total};
use super::{PITCH, grouped, label, legend};
use crate::choose::Kind;
use crate::figures::{Amount, Bound, Figure};
use crate::format;
use crate::measure::Font;
use crate::panel::Times;
use crate::parts;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape, Sign};

/// How much a value's plate is wider than it, on either side, in px.
const PLATE: f64 = 4.0;
/// What a part is longer than its value at least.
const BESIDE: f64 = 10.0;
/// Of so many rows the totals are told; of more they are only drawn.
const MOST_TOLD: usize = 8;
/// What rounded shares of one whole may be together.
const WHOLE: f64 = 101.0;

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, draw);
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    let why = series::refusal(figures, series::REPEATED, |figures, indices, times| {
        Some(refusal(figures, &read(figures, indices, times)?.cells))
    });
    (why, if !why.is_empty() && grouped::refusal(figures).is_empty() { Kind::Grouped } else { Kind::Bar })
}

/// Rows and their parts: of percentages that are all of each group, the groups are the rows.
fn read(figures: &[Figure], indices: &[usize], times: &Times) -> Option<Table> {
    let table = Table::read(figures, indices, times)?;
    let turned = table
        .turned(figures, indices)
        .filter(|turned| are_whole(figures, &turned.cells) && !are_whole(figures, &table.cells));
    turned.unwrap_or(table).limited(MOST, false)
}

/// Whether the percentages of each category are all of its hundred, but for what rounding takes.
fn are_whole(figures: &[Figure], cells: &[Cell]) -> bool {
    cells.chunk_by(|a, b| a.category == b.category).all(|cells| {
        let mut rest = 100.0;
        for cell in cells {
            let figure = &figures[cell.figure];
            rest -= figure.amount.map_or(f64::NAN, |amount| amount.value);
            if figure.unit != "%" {
                rest = f64::NAN;
            }
        }
        rest.abs() <= WHOLE - 100.0
    })
}

/// Why the parts can't be added up; empty where they can.
pub(super) fn refusal(figures: &[Figure], cells: &[Cell]) -> &'static str {
    let (mut positive, mut negative) = (false, false);
    let (mut sum, mut category, mut first) = (0.0, usize::MAX, 0);
    for cell in cells {
        let figure = &figures[cell.figure];
        if cell.category != category {
            (sum, category, first) = (0.0, cell.category, cell.figure);
        }
        // What tells the parts of one stack apart, label or group, may not name their sum.
        let other = &figures[first];
        let one_is = |a: &str, b: &str| a != b && (parts::is_total(a) || parts::is_total(b));
        if one_is(&figure.label, &other.label) || one_is(&figure.group, &other.group) {
            return parts::TOTAL;
        }
        if !figure.per.is_empty() || figure.unit == "‰" {
            return "can't add up rates";
        }
        let Some(amount) = &figure.amount else { continue };
        positive |= amount.high > 0.0;
        negative |= amount.value < 0.0;
        sum += if negative { amount.value } else { amount.high };
        // Halved, so that a scale and the room around it stay finite too.
        if !(sum / 2.0).is_finite() || sum.abs() > f64::MAX / 4.0 {
            return "can't add up numbers as large as these";
        }
        if figure.unit == "%" && (negative || sum > WHOLE) {
            return "needs percentages of one whole, which are at most 100 together";
        }
    }
    if positive && negative { "needs parts of one sign" } else { "" }
}

/// Whether a panel, of several, may be one whose parts only stand side by side: what draws it is loaded with such figures.
pub(super) fn is_side_by_side(times: &Times) -> bool {
    times.series.len() > MOST
}

fn is_closed(block: &Block) -> bool {
    block.items.first().is_some_and(|item| item.figure.unit == "%")
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    let all = &draft.reader.figures.figures;
    let table = read(all, figures, times).filter(|table| refusal(all, &table.cells).is_empty());
    let Some(table) = table else {
        let mut block = None;
        if is_side_by_side(times) {
            kinds::enter(Kind::Grouped, Task::Plan(draft, figures, times, &mut block));
        }
        return block;
    };
    let mut block = table.block(draft, Form::Stacked);
    let font = Font::regular(draft.size);
    let closed = is_closed(&block);
    let mut at = 0;
    while at < block.items.len() {
        let count = series::category(&block.items[at..]);
        let parts = &block.items[at..at + count];
        let share = draft.width * if draft.narrow { 0.6 } else { 0.34 };
        let mut text = draft.shorten(&missing(draft, parts, &block.title), font, share);
        let total = total(parts, table.series.len());
        if total.is_some() && !closed {
            text = series::value(draft, total.as_ref(), &draft.reader.unit(parts[0].figure), font, share);
        }
        let first = &mut block.items[at];
        first.value.number = text;
        let room = draft.width - draft.text_width(&first.value.number, font) - GAP;
        if draft.narrow && first.lines > 0.0 {
            // The label shares its line with the total.
            let label = label::joined(&first.label);
            first.label.clear();
            draft.wrap(first, &label, Font::bold(draft.size), room, 2);
        }
        let lines = first.lines * draft.line;
        first.need = if draft.narrow {
            Need { fixed: lines, elastic: (PITCH.narrow_row - 18.0) * draft.scale }
        } else {
            first.beyond = draft.width - room;
            Need { fixed: lines - draft.line, elastic: (PITCH.row + 4.0) * draft.scale }
        };
        at += count;
    }
    Some(block)
}

/// The end of a part, seen from the baseline: its solid length, and with the hatching of a range.
fn ends(amount: &Amount) -> (f64, f64) {
    if amount.value < 0.0 { (amount.high, amount.value) } else { (amount.value, amount.high) }
}

/// The longest row that a block has, and px a unit, so that every row has room for what stands at its end.
fn factor(block: &Block, room: f64) -> f64 {
    let mut factor = f64::INFINITY;
    let mut at = 0;
    while at < block.items.len() {
        let count = series::category(&block.items[at..]);
        let parts = &block.items[at..at + count];
        let mut length: f64 = 0.0;
        for part in parts {
            if let Some(amount) = &part.figure.amount {
                length += ends(amount).1.abs();
            }
        }
        if is_closed(block) {
            length = length.max(100.0);
        }
        let mut reach = parts[0].beyond;
        if !is_closed(block) {
            reach += form::reach(Bound::AtLeast);
        }
        if length > 0.0 {
            factor = factor.min((room - reach).max(1.0) / length);
        }
        at += count;
    }
    if factor.is_finite() { factor } else { 0.0 }
}

/// Draws it.
fn draw(draft: &mut Draft, block: &Block, area: Rect, stretch: f64) {
    let left = if draft.narrow { 0.0 } else { block.label_width + LABEL_GAP };
    let top = area.y + legend::draw(draft, block, area.y);
    let count = block.title.split('\n').count();
    let factor = factor(block, draft.width - left - 2.0);
    let mut negative = false;
    for item in &block.items {
        negative |= item.figure.amount.is_some_and(|amount| amount.value < 0.0);
    }
    // Where totals have the unit no part has it; where there is no room for it in all parts that have room for their
    // value, the first one has it alone.
    let (mut united, mut once) = (true, false);
    let mut at = 0;
    while at < block.items.len() {
        let parts = &block.items[at..at + series::category(&block.items[at..])];
        united &= is_closed(block) || total(parts, count).is_none();
        for part in parts {
            let Some(amount) = &part.figure.amount else { continue };
            let (room, _) = room(amount, ends(amount).0 * factor);
            let fits = |unit: &str| draft.text_width(&number(draft, amount, unit), value_font(draft)) <= room;
            once |= fits("") && !fits(&draft.reader.unit(part.figure));
        }
        at += parts.len();
    }
    let zero = if negative { draft.width - 1.0 } else { left + 1.0 };
    let mut told = String::new();
    let mut row = Rect { y: top, height: 0.0, ..area };
    let mut at = 0;
    while at < block.items.len() {
        let parts = &block.items[at..at + series::category(&block.items[at..])];
        let first = &parts[0];
        at += parts.len();
        row.y = row.bottom();
        let elastic = first.need.elastic * stretch;
        row.height = first.need.fixed + elastic;
        let thickness = elastic * if draft.narrow { 0.7 } else { 0.66 };
        let middle = if draft.narrow {
            row.y + first.need.fixed + 2.0 + thickness / 2.0
        } else {
            row.y + row.height / 2.0
        };
        let track = Track { origin: Point { x: zero, y: middle }, upward: false, thickness };
        draft.datum = None;
        let mut line = Rect { x: if negative { zero } else { zero - 1.0 }, width: 1.0, ..row };
        if draft.narrow {
            (line.y, line.height) = (middle - thickness / 2.0 - 1.0, thickness + 2.0);
        }
        draft.push(Shape::Rect(line), Ink::Axis, Role::Guide);
        if is_closed(block) {
            draft.push(Shape::Rect(track.rect(0.0, 100.0 * factor)), Ink::Track, Role::Guide);
        }
        series::label(draft, block, first, row, middle, false);
        let total = total(parts, count);
        let exact = total.is_some_and(|total| total.bound == Bound::Exact);
        let place = Place { row, category: at, factor, is_exact: exact, once };
        let end = draw_parts(draft, parts, &track, &place, &mut united);
        // The total belongs to no part, a missing part's note to its own.
        let mut ink = Ink::Text;
        draft.datum = None;
        let sign = if negative { -1.0 } else { 1.0 };
        let mut far = zero + end + sign * GAP;
        if let Some(total) = total
            && !is_closed(block)
        {
            totals::tell(draft, &mut told, first, &total);
            draft.ink = Ink::Axis;
            track.sign(draft, total.bound, end);
            if matches!(total.bound, Bound::AtLeast | Bound::AtMost) {
                far += sign * form::reach(total.bound);
            }
        } else {
            ink = Ink::Muted;
        }
        draft.font = Font::regular(draft.size);
        if first.value.number.is_empty() {
            continue;
        }
        let drop = draft.size * 0.35;
        let (at, anchor) = if draft.narrow {
            let last = row.y + draft.line / 2.0 + drop + first.need.fixed - draft.line;
            ((draft.width, last), Anchor::End)
        } else {
            let far = if is_closed(block) { zero + 100.0 * factor + GAP } else { far };
            ((far, middle + drop), if negative { Anchor::End } else { Anchor::Start })
        };
        draft.text(at, &first.value.number, anchor, Role::Value, ink);
    }
    if block.items.len() <= MOST_TOLD * count {
        totals::push(draft, told);
    }
}

/// Where the parts of one category stand.
struct Place {
    row: Rect,
    category: usize,
    /// Px a unit.
    factor: f64,
    /// Whether all parts are, so that the last one ends as a bar does.
    is_exact: bool,
    /// Whether only one value has its unit.
    once: bool,
}

/// How values within parts are set.
fn value_font(draft: &Draft) -> Font {
    Font::bold(draft.small.size)
}

/// What they say.
fn number(draft: &Draft, amount: &Amount, unit: &str) -> String {
    format::compact(amount, unit, &draft.reader.locale).text()
}

/// Draws the parts of one category and gives back where the last one ends; values have their unit while they are `united`.
fn draw_parts(draft: &mut Draft, parts: &[Item], track: &Track, place: &Place, united: &mut bool) -> f64 {
    let mut end = 0.0;
    let mut joints: Vec<(f64, f64)> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        draft.begin(part, place.row);
        series::strand(draft, place.category);
        let first = draft.scene.marks.len();
        let track = Track { origin: Point { x: track.origin.x + end, ..track.origin }, ..*track };
        // From where it begins, and not over the values of the parts before it.
        draft.grow_from(track.rect(0.0, 0.0));
        if let Some(amount) = &part.figure.amount {
            let (solid, whole) = ends(amount);
            let (solid, whole) = (solid * place.factor, whole * place.factor);
            // As on a bar, the end of what is exact is rounded.
            let shape = if place.is_exact && index + 1 == parts.len() && solid.abs() >= 6.0 {
                Shape::Polygon(track.rounded(solid, 3.0, false))
            } else {
                Shape::Rect(track.rect(0.0, solid))
            };
            draft.push(shape, draft.ink, Role::Body);
            if whole != solid {
                draft.scene.shows(Sign::Span);
                form::hatch(draft, track.rect(solid, whole));
            }
            let unit = if *united { draft.reader.unit(part.figure) } else { String::new() };
            let written = inside(draft, part, amount, &track, (solid, &unit));
            *united &= !(written && place.once);
            joints.push((end, whole.abs()));
            end += whole;
        }
        draft.mark(first, track.rect(0.0, 1.0));
    }
    draft.datum = None;
    for pair in joints.windows(2) {
        // Where a part is hardly seen, the gap would take all of it.
        if let [(_, before), (at, after)] = *pair
            && before.min(after) >= 3.0
        {
            let gap = Track { origin: Point { x: track.origin.x + at, ..track.origin }, ..*track };
            draft.push(Shape::Rect(gap.rect(-0.5, 0.5)), Ink::Ground, Role::Guide);
        }
    }
    end
}

/// The room for a value in a part, and what the form of its bound takes of it; nothing where there is none.
fn room(amount: &Amount, end: f64) -> (f64, f64) {
    let (room, reach) = (end.abs() - BESIDE, form::reach(amount.bound) + 2.0);
    let formed = amount.bound != Bound::Exact && amount.bound != Bound::Range && room > reach;
    if formed { (room - reach, reach) } else { (room, 0.0) }
}

/// Sets the bound of a part at its end and its value before it, as far as there is room within the part. Whether there is for
/// the value with this unit.
fn inside(draft: &mut Draft, part: &Item, amount: &Amount, track: &Track, (end, unit): (f64, &str)) -> bool {
    let own = draft.ink;
    let colour = if own == Ink::Hero { 6 } else { (part.series % 6) as u8 };
    let ink = Ink::Inside(colour);
    let (room, reach) = room(amount, end);
    draft.ink = ink;
    let sign = if end < 0.0 { -1.0 } else { 1.0 };
    if reach > 0.0 {
        let inner = Track { thickness: track.thickness - 8.0, ..*track };
        // The same forms as after a bar, ending where the part does.
        if amount.bound == Bound::About {
            draft.scene.shows(Sign::Wave);
            let wave = track.wave(end - sign * 5.0);
            draft.push(Shape::Line(wave, 1.5), ink, Role::Bound);
        } else {
            inner.sign(draft, amount.bound, end - sign * (reach + 1.0));
        }
    }
    draft.ink = own;
    draft.font = value_font(draft);
    if track.thickness < draft.small.size * 1.2 {
        return false;
    }
    let mut text = number(draft, amount, unit);
    let whole = draft.text_width(&text, draft.font) <= room;
    if !whole {
        text = number(draft, amount, "");
        if draft.text_width(&text, draft.font) > room {
            return false;
        }
    }
    // A plate in almost the same colour, on which the value can be read in any, and before the part has grown there.
    let length = sign * (draft.text_width(&text, draft.font) + 2.0 * PLATE);
    let foot = Point { x: track.origin.x + sign * (6.0 - PLATE), ..track.origin };
    let plate = Track { origin: foot, thickness: (draft.small.size * 1.4).min(track.thickness), ..*track };
    draft.push(Shape::Polygon(plate.rounded(length, 4.0, true)), Ink::Plate(colour), Role::Guide);
    let at = (track.origin.x + sign * 6.0, track.origin.y + draft.small.size * 0.35);
    let anchor = if sign < 0.0 { Anchor::End } else { Anchor::Start };
    draft.text(at, &text, anchor, Role::Value, ink);
    whole
}
