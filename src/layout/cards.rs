//! Figures as numbers: large headline cards, or small tiles for figures that share no scale.

use super::block::{Block, Form};
use super::draft::{Draft, Item};
use super::form::Track;
use crate::format::Written;
use crate::measure::Font;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Shape};

/// The measures of cards that no figure changes.
struct Grid {
    headline: bool,
    /// Between two cards.
    gap: f64,
    /// Between the edge of a card and what stands in it.
    pad: f64,
    /// What stands before and after a number.
    beside: Font,
}

impl Grid {
    fn new(draft: &Draft, headline: bool) -> Grid {
        let (gap, pad, size) = if headline { (16.0, 16.0, 16.0) } else { (12.0, 10.0, 14.0) };
        Grid {
            headline,
            gap: if draft.narrow { gap * 0.625 } else { gap },
            pad,
            beside: Font::bold((size * draft.scale).max(if draft.large { 18.0 } else { 0.0 })),
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

/// A grid of cards.
pub(super) fn cards<'a>(draft: &Draft<'a>, figures: &[usize], headline: bool) -> Block<'a> {
    let grid = Grid::new(draft, headline);
    let (least, mut size) = if headline { (168.0, 34.0) } else { (150.0, 22.0) };
    let least = least * draft.scale + grid.gap;
    let fitting = ((draft.width + grid.gap) / least) as usize;
    let fitting = fitting.clamp(if draft.large { 1 } else { 2 }, 6);
    // Rows of equal length look meant; a lone last card looks lost. Tiles keep a common grid instead.
    let columns =
        if headline { figures.len().div_ceil(figures.len().div_ceil(fitting)) } else { fitting.min(4) };
    let room = (draft.width + grid.gap) / columns as f64 - grid.gap - 2.0 * grid.pad;
    let mut block = Block::new(if headline { Form::Cards } else { Form::Tiles });
    // One size for all, small enough for the widest number alone.
    size *= draft.scale;
    for &index in figures {
        let mut item = draft.item(index, 0);
        item.value = draft.reader.compact(item.figure);
        let head = draft.text_width(&item.value.number, Font::bold(size))
            + draft.text_width(&item.value.before, grid.beside);
        if head > room {
            size = (size * room / head).max(grid.beside.size);
        }
        block.items.push(item);
    }
    let mut broken = 0.0;
    for item in &mut block.items {
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
        let label = draft.label_of(item.figure, false);
        draft.wrap(item, &label, Font::regular(draft.size), room, 3);
        block.lines = block.lines.max(item.lines);
    }
    block.columns = columns;
    block.number = size;
    block.height = 2.0 * grid.pad + size * 1.15 + broken + block.lines * draft.line - 2.0;
    if headline {
        block.height += 14.0;
    }
    block.fixed = 8.0 - grid.gap;
    for item in block.items.iter_mut().step_by(columns) {
        item.need.fixed = block.height + grid.gap;
    }
    block
}

/// Draws the cards row by row.
pub(super) fn draw(draft: &mut Draft, block: &Block, area: Rect) {
    let grid = Grid::new(draft, block.form == Form::Cards);
    let width = (draft.width + grid.gap) / block.columns as f64;
    let mut frame = Rect { x: 0.0, y: area.y + 4.0, width: width - grid.gap, height: block.height };
    for (index, item) in block.items.iter().enumerate() {
        if index > 0 {
            frame.x += width;
            if item.need.fixed > 0.0 {
                frame.x = 0.0;
                frame.y += item.need.fixed;
            }
        }
        draw_card(draft, block, &grid, item, frame);
    }
}

fn draw_card(draft: &mut Draft, block: &Block, grid: &Grid, item: &Item, frame: Rect) {
    draft.begin(item, frame);
    let origin = Point { x: frame.x, y: frame.center().y };
    let track = Track { origin, upward: false, thickness: frame.height };
    draft.push(Shape::Polygon(track.rounded(frame.width, 4.0, true)), Ink::Card, Role::Body);
    let left = frame.x + grid.pad;
    let mut baseline = frame.y + grid.pad;
    if grid.headline {
        let bar = Rect { x: left, y: baseline, width: 28.0, height: 4.0 };
        draft.push(Shape::Rect(bar), draft.ink, Role::Guide);
        baseline += 14.0;
    }
    baseline += block.number * 0.92;
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
        x += if after.starts_with(' ') { 6.0 } else { 2.0 };
    }
    text(draft, x, baseline, grid.beside, after.trim_start());
    draft.font = Font::regular(draft.size);
    let last = frame.bottom() - grid.pad - draft.line * 0.28;
    draft.label(item, left, last - (item.lines - 1.0) * draft.line, Anchor::Start, Ink::Muted);
}
