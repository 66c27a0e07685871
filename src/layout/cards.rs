//! Figures as numbers: large headline cards, or small tiles for figures that share no scale.
//!
//! A series is one card of its last period, with the change against the period before and the earlier periods as
//! points of a small line. Two points are no course: a single earlier period is told by the words of the change.

use super::block::{Block, Form};
use super::draft::{Draft, Item};
use super::form::Track;
use super::{label, spark};
use crate::format::Written;
use crate::icon::Icon;
use crate::measure::Font;
use crate::parts;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};
use crate::{auto, change, words};

/// The measures of cards that no figure changes.
struct Grid {
    headline: bool,
    /// Between two cards.
    gap: f64,
    /// Between the edge of a card and what stands in it.
    pad: f64,
    /// What stands before and after a number.
    beside: Font,
    /// How high that is what stands above the numbers.
    head: f64,
}

impl Grid {
    fn new(draft: &Draft, headline: bool, items: &[Item]) -> Grid {
        let lined = items.windows(2).any(|pair| pair[0].lines + pair[1].lines == 0.0);
        let (gap, pad, size) = if headline { (16.0, 16.0, 16.0) } else { (12.0, 10.0, 14.0) };
        Grid {
            headline,
            gap: if draft.narrow { gap * 0.625 } else { gap },
            pad,
            beside: Font::bold((size * draft.scale).max(if draft.large { 18.0 } else { 0.0 })),
            head: if lined {
                spark::HEIGHT + 6.0
            } else if headline && items.iter().any(|item| !Icon::of(item.figure).is_dot()) {
                ICON + 8.0
            } else if headline {
                14.0
            } else {
                0.0
            },
        }
    }

    /// A word in the place of the number is set as what stands beside one.
    fn font(&self, value: &Written, number: f64) -> Font {
        if has_digits(value) { Font::bold(number) } else { self.beside }
    }
}

fn has_digits(value: &Written) -> bool {
    value.number.bytes().any(|byte| byte.is_ascii_digit())
}

/// How many lines a text has that is broken by line feeds.
fn lines(text: &str) -> f64 {
    if text.is_empty() { 0.0 } else { text.split('\n').count() as f64 }
}

/// The most lines that any change against the period before takes.
fn change_lines(block: &Block) -> f64 {
    let mut most: f64 = 0.0;
    for item in &block.items {
        most = most.max(lines(&item.change));
    }
    most
}

/// The figures card by card: those of one series together, in order of time.
fn series(draft: &Draft, figures: &[usize]) -> Vec<Vec<usize>> {
    let all = &draft.reader.figures.figures;
    let mut cards: Vec<Vec<usize>> = Vec::new();
    for &index in figures {
        let figure = &all[index];
        // Two figures for one period are not one series.
        let place = cards.iter().position(|card| {
            card.iter().all(|&other| all[other].year != figure.year)
                && change::is_one_series(&all[card[0]], figure)
        });
        if let Some(card) = place.and_then(|place| cards.get_mut(place)) {
            let at = card.partition_point(|&other| all[other].year < figure.year);
            card.insert(at, index);
        } else {
            cards.push(vec![index]);
        }
    }
    cards
}

/// How many cards stand side by side, of those that fit.
fn columns(count: usize, fitting: usize, headline: bool) -> usize {
    let full = if headline { count.div_ceil(count.div_ceil(fitting)) } else { fitting.min(4) };
    let mut columns = full;
    while columns > 2 && count > columns && count % columns == 1 {
        columns -= 1;
    }
    // For one more row at most.
    let is_longer = count.div_ceil(columns) > count.div_ceil(full) + 1;
    if is_longer || count % columns == 1 { full } else { columns }
}

/// A grid of cards.
#[inline(never)]
pub(super) fn cards<'a>(draft: &Draft<'a>, figures: &[usize], headline: bool) -> Block<'a> {
    let mut block = Block::new(if headline { Form::Cards } else { Form::Tiles });
    let series = series(draft, figures);
    for (number, series) in series.iter().enumerate() {
        let Some((&last, earlier)) = series.split_last() else { continue };
        let mut item = draft.item(last, number);
        item.value = draft.reader.compact(item.figure);
        // Until it is wrapped below: what tells a card from the points that follow it.
        item.lines = 1.0;
        if let Some(&before) = earlier.last() {
            let before = &draft.reader.figures.figures[before];
            item.change = change::words(&draft.reader, before, item.figure);
            if item.change.is_empty() && earlier.len() == 1 {
                // What it was, where no change can be told.
                item.change.push_str(&draft.reader.period(before));
                item.change.push_str(draft.reader.say(words::COLON));
                item.change.push_str(&draft.reader.compact(before).text());
            }
        }
        block.items.push(item);
        for &index in earlier {
            block.items.push(draft.item(index, number));
        }
    }
    let grid = Grid::new(draft, headline, &block.items);
    let (least, mut size) = if headline { (168.0, 34.0) } else { (150.0, 22.0) };
    let least = least * draft.scale + grid.gap;
    let fitting = ((draft.width + grid.gap) / least) as usize;
    let fitting = fitting.clamp(if draft.large { 1 } else { 2 }, 6);
    // Rows of equal length look meant; a lone last card looks lost. Tiles keep a common grid instead, as far as none is lost.
    let columns = columns(series.len(), fitting, headline);
    let room = (draft.width + grid.gap) / columns as f64 - grid.gap - 2.0 * grid.pad;
    // One size for all, small enough for the widest number alone, or for all units to stand beside their numbers where that
    // leaves the numbers large.
    size *= draft.scale;
    let (mut alone, mut beside) = (size, size);
    for item in block.items.iter().filter(|item| has_digits(&item.value)) {
        // What stands before and after the number keeps its size.
        let room = room - draft.text_width(&item.value.before, grid.beside);
        let after = draft.text_width(&item.value.after, grid.beside) + 4.0;
        let width = draft.text_width(&item.value.number, Font::bold(size));
        alone = alone.min(size * room / width);
        beside = beside.min(size * (room - after) / width);
    }
    let large = beside >= size * LEAST;
    size = if large { beside } else { alone }.max(grid.beside.size);
    let mut broken = 0.0;
    for item in &mut block.items {
        if item.lines == 0.0 {
            continue;
        }
        let font = grid.font(&item.value, size);
        let before = draft.text_width(&item.value.before, grid.beside);
        item.value.number = draft.shorten(&item.value.number, font, room - before);
        item.value.after = draft.shorten(&item.value.after, grid.beside, room);
        item.beyond = before
            + draft.text_width(&item.value.number, font)
            + draft.text_width(&item.value.after, grid.beside)
            + 3.0
            - room;
        if item.beyond > 0.0 {
            broken = grid.beside.size * 1.35;
        }
        let label = draft.label_among(item.figure, false, |_, _| true);
        draft.wrap(item, &label, Font::regular(draft.size), room, 3);
        let change = std::mem::take(&mut item.change);
        if !change.is_empty() {
            label::wrap(&change, draft.small, room, 2, draft.measure, &mut item.change);
        }
        block.lines = block.lines.max(item.lines);
    }
    block.columns = columns;
    block.number = size;
    block.height = 2.0 * grid.pad + grid.head + size * 1.15 + broken - 2.0
        + (block.lines + change_lines(&block)) * draft.line;
    block.fixed = 8.0 - grid.gap;
    let mut number = 0;
    for item in &mut block.items {
        if item.lines > 0.0 {
            if number % columns == 0 {
                item.need.fixed = block.height + grid.gap;
            }
            number += 1;
        }
    }
    block
}

/// Draws the cards row by row.
#[inline(never)]
pub(super) fn draw(draft: &mut Draft, block: &Block, area: Rect) {
    let grid = Grid::new(draft, block.form == Form::Cards, &block.items);
    let width = (draft.width + grid.gap) / block.columns as f64;
    let mut frame = Rect { x: 0.0, y: area.y + 4.0, width: width - grid.gap, height: block.height };
    // A card and the points of its line.
    for (index, part) in block.items.chunk_by(|_, next| next.lines == 0.0).enumerate() {
        let Some(item) = part.first() else { continue };
        if index > 0 {
            frame.x += width;
            if item.need.fixed > 0.0 {
                frame.x = 0.0;
                frame.y += item.need.fixed;
            }
        }
        let before = if let [_, before] = part { Some(before) } else { None };
        draw_card(draft, block, &grid, (item, before), frame);
        if before.is_some() {
            continue;
        }
        // The line takes what the head leaves of its row, but no more than the eye takes in beside a number.
        let width = (frame.width - 2.0 * grid.pad - HEAD - 12.0).clamp(40.0, 160.0);
        let right = frame.right() - grid.pad;
        let line = Rect { x: right - width, y: frame.y + grid.pad - 4.0, width, height: spark::HEIGHT };
        spark::draw(draft, part, line);
    }
}

/// To how much of its size a number shrinks before its unit goes below it.
const LEAST: f64 = 0.7;

/// How wide that is what stands at the head of a card.
const HEAD: f64 = 28.0;

/// How large an icon is, in px.
const ICON: f64 = 24.0;

/// What stands at the head of a card, from this place down and to the right: what is counted, or a mark in the colour
/// of the card where there is no icon of it.
fn head(draft: &mut Draft, item: &Item, x: f64, y: f64) {
    let icon = Icon::of(item.figure);
    if icon.is_dot() {
        let bar = Rect { x, y, width: HEAD, height: 6.0 };
        let share = item.figure.amount.map_or(0.0, |amount| amount.value / 100.0);
        let of_whole = auto::is_share(&item.figure.label) && (0.0..=1.0).contains(&share);
        if parts::is_percentage(item.figure) && of_whole {
            // Of a percentage, that much of the mark is in colour.
            draft.push(Shape::Rect(bar), Ink::Rule, Role::Guide);
            draft.push(Shape::Rect(Rect { width: HEAD * share, ..bar }), draft.ink, Role::Guide);
        } else {
            draft.push(Shape::Dot(Point { x: x + 4.0, y: y + 3.0 }, 4.0), draft.ink, Role::Guide);
        }
        return;
    }
    for shape in icon.shapes(Rect { x, y, width: ICON, height: ICON }, false) {
        draft.push(Shape::Polygon(shape), draft.ink, Role::Guide);
    }
}

/// Draws a card, whose change tells the figure before where there is no other.
fn draw_card(
    draft: &mut Draft,
    block: &Block,
    grid: &Grid,
    (item, before): (&Item, Option<&Item>),
    frame: Rect,
) {
    draft.begin(item, frame);
    draft.plain_ink(item.figure);
    let origin = Point { x: frame.x, y: frame.center().y };
    let track = Track { origin, upward: false, thickness: frame.height };
    draft.push(Shape::Polygon(track.rounded(frame.width, 4.0, true)), Ink::Card, Role::Body);
    let left = frame.x + grid.pad;
    if grid.headline {
        // Low in its row, where icons stand on their feet.
        let drop = if grid.head > ICON && Icon::of(item.figure).is_dot() { ICON - 10.0 } else { 0.0 };
        head(draft, item, left, frame.y + grid.pad + drop);
    }
    let mut baseline = frame.y + grid.pad + grid.head + block.number * 0.92;
    let font = grid.font(&item.value, block.number);
    let ink = if has_digits(&item.value) { Ink::Text } else { Ink::Muted };
    let text = |draft: &mut Draft, x: f64, y: f64, font: Font, text: &str| {
        draft.font = font;
        if text.is_empty() { 0.0 } else { draft.text((x, y), text, Anchor::Start, Role::Value, ink) }
    };
    let mut x = left;
    x += text(draft, x, baseline, grid.beside, &item.value.before);
    x += text(draft, x, baseline, font, &item.value.number);
    let mut after = item.value.after.as_str();
    if item.beyond > 0.0 {
        // What belongs to the number (the plus of "2,000+ people") stays on its line.
        if let Some((head, rest)) = after.split_once(' ')
            && draft.text_width(head, grid.beside) <= frame.right() - grid.pad - x - 1.0
        {
            text(draft, x + 1.0, baseline, grid.beside, head);
            after = rest;
        }
        x = left;
        baseline += grid.beside.size * 1.35;
    } else {
        x += if after.starts_with(" ") { 6.0 } else { 2.0 };
    }
    text(draft, x, baseline, grid.beside, after.trim_start());
    draft.font = Font::regular(draft.size);
    // Labels of one row begin on one line.
    let below = block.lines + change_lines(block) - 1.0;
    let mut y = frame.bottom() - grid.pad - draft.line * 0.28 - below * draft.line;
    draft.label(item, left, y, Anchor::Start, Ink::Muted);
    draft.font = draft.small;
    y += item.lines * draft.line;
    let told = Rect {
        x: left,
        y: y - draft.small.size,
        width: frame.width - 2.0 * grid.pad,
        height: lines(&item.change) * draft.line,
    };
    if let Some(before) = before {
        draft.begin(before, told);
        draft.push(Shape::Rect(told), Ink::Card, Role::Guide);
    }
    let first = draft.scene.marks.len();
    for line in item.change.split('\n') {
        text(draft, left, y, draft.small, line);
        y += draft.line;
    }
    if before.is_some() {
        draft.mark(first, told);
    }
}
