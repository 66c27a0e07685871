//! Figures as numbers: large headline cards, or small tiles for figures that share no scale.

use super::form;
use super::{Context, Need, Style, datum, label};
use crate::format::Written;
use crate::measure::Font;
use crate::scene::{Anchor, Ink, Point, Rect, Role, Scene, Shape};

/// A grid of cards.
pub(super) struct Cards {
    pub(super) cards: Vec<Card>,
    columns: usize,
    headline: bool,
    height: f64,
    gap: f64,
    pad: f64,
    number: Font,
    beside: Font,
}

pub(super) struct Card {
    figure: usize,
    written: Written,
    label: Vec<String>,
    /// The value takes a line of its own for what stands after the number.
    broken: bool,
}

impl Cards {
    pub(super) fn new(context: &Context, figures: Vec<usize>, headline: bool) -> Cards {
        let gap = if headline { 16.0 } else { 12.0 };
        let gap = if context.narrow { gap * 0.625 } else { gap };
        let least = if headline { 168.0 } else { 150.0 } * context.scale;
        let fitting =
            (((context.width + gap) / (least + gap)) as usize).clamp(if context.large { 1 } else { 2 }, 6);
        let count = figures.len().max(1);
        let rows = count.div_ceil(fitting);
        // Rows of equal length look meant; a lone last card looks lost. Tiles keep a common grid instead.
        let columns = if headline { count.div_ceil(rows) } else { fitting.min(4) };
        let pad = if headline { 16.0 } else { 10.0 };
        let width = (context.width + gap) / columns as f64 - gap;
        let room = width - 2.0 * pad;
        let all = &context.reader.figures.figures;
        let written: Vec<Written> =
            figures.iter().map(|&figure| context.reader.compact(&all[figure])).collect();
        let largest: f64 = if headline { 34.0 } else { 22.0 } * context.scale;
        let beside = Font::bold((if headline { 16.0 } else { 14.0 } * context.scale).max(if context.large {
            18.0
        } else {
            0.0
        }));
        // One size for all, small enough for the widest number alone.
        let mut size = largest;
        let small = beside.size;
        for written in &written {
            let head = context.text_width(&written.number, Font::bold(size))
                + context.text_width(&written.before, beside);
            if head > room {
                size = (size * room / head).max(small);
            }
        }
        let number = Font::bold(size);
        let texts = context.fonts.label;
        let cards: Vec<Card> = figures
            .iter()
            .zip(written)
            .map(|(&figure, mut written)| {
                let font = if written.number.chars().any(|c| c.is_ascii_digit()) { number } else { beside };
                let head = room - context.text_width(&written.before, beside);
                written.number = label::shorten(&written.number, font, head, context.measure);
                written.after = label::shorten(&written.after, beside, room, context.measure);
                let line = context.text_width(&written.before, beside)
                    + context.text_width(&written.number, font)
                    + context.text_width(&written.after, beside);
                let (label, _) = label::wrap(&context.label(figure, false), texts, room, 3, context.measure);
                Card { figure, written, label, broken: line + 3.0 > room }
            })
            .collect();
        let lines = cards.iter().map(|card| card.label.len()).max().unwrap_or(1) as f64;
        let broken = if cards.iter().any(|card| card.broken) { beside.size * 1.35 } else { 0.0 };
        let height = 2.0 * pad + number.size * 1.15 + broken + lines * context.fonts.line - 2.0;
        let height = if headline { height + 14.0 } else { height };
        Cards { cards, columns, headline, height, gap, pad, number, beside }
    }

    fn rows(&self) -> usize {
        self.cards.len().div_ceil(self.columns)
    }

    pub(super) fn need(&self) -> Need {
        let rows = self.rows() as f64;
        Need { fixed: rows * self.height + (rows - 1.0).max(0.0) * self.gap + 8.0, elastic: 0.0 }
    }

    /// How many cards the last row holds.
    pub(super) fn last_row(&self) -> usize {
        self.cards.len() - self.rows().saturating_sub(1) * self.columns
    }

    pub(super) fn draw(&self, context: &Context, scene: &mut Scene, area: Rect, panel: usize) {
        let columns = self.columns as f64;
        let width = (context.width + self.gap) / columns - self.gap;
        for (index, card) in self.cards.iter().enumerate() {
            let (row, column) = ((index / self.columns) as f64, (index % self.columns) as f64);
            let frame = Rect {
                x: column * (width + self.gap),
                y: area.y + 4.0 + row * (self.height + self.gap),
                width,
                height: self.height,
            };
            let index = datum(context, scene, card.figure, panel, 0, frame);
            self.draw_card(context, scene, card, frame, index);
        }
    }

    fn draw_card(&self, context: &Context, scene: &mut Scene, card: &Card, frame: Rect, index: usize) {
        let hero = context.reader.figures.figures[card.figure].emphasis;
        scene.push(Shape::Polygon(form::rounded_rect(frame, 4.0)), Ink::Card, Role::Body, Some(index));
        let left = frame.x + self.pad;
        let mut top = frame.y + self.pad;
        if self.headline {
            let ink = if hero { Ink::Hero } else { Ink::Series(0) };
            let bar = Rect { x: left, y: top, width: 28.0, height: 4.0 };
            scene.push(Shape::Rect(bar), ink, Role::Guide, Some(index));
            top += 14.0;
        }
        let digits = card.written.number.chars().any(|c| c.is_ascii_digit());
        let font = if digits { self.number } else { self.beside };
        let mut baseline = top + self.number.size * 0.92;
        let style =
            |font, ink| Style { font, ink, anchor: Anchor::Start, role: Role::Value, datum: Some(index) };
        let ink = if digits { Ink::Text } else { Ink::Muted };
        let mut x = left;
        if !card.written.before.is_empty() {
            x += context.text(
                scene,
                Point { x, y: baseline },
                card.written.before.clone(),
                style(self.beside, ink),
            );
        }
        x += context.text(scene, Point { x, y: baseline }, card.written.number.clone(), style(font, ink));
        let mut after = card.written.after.as_str();
        if card.broken {
            // What belongs to the number (the plus of "2,000+ people") stays on its line.
            let room = frame.right() - self.pad - x - 1.0;
            if let Some((head, rest)) = after.split_once(' ')
                && context.text_width(head, self.beside) <= room
            {
                context.text(
                    scene,
                    Point { x: x + 1.0, y: baseline },
                    head.to_string(),
                    style(self.beside, ink),
                );
                after = rest;
            }
            x = left;
            baseline += self.beside.size * 1.35;
        } else {
            x += if after.starts_with(' ') { 6.0 } else { 2.0 };
        }
        let after = after.trim_start().to_string();
        if !after.is_empty() {
            context.text(scene, Point { x, y: baseline }, after, style(self.beside, ink));
        }
        let mut baseline = frame.bottom() - self.pad - context.fonts.line * 0.28;
        for text in card.label.iter().rev() {
            let style = Style {
                font: context.fonts.label,
                ink: Ink::Muted,
                anchor: Anchor::Start,
                role: Role::Label,
                datum: Some(index),
            };
            context.text(scene, Point { x: left, y: baseline }, text.clone(), style);
            baseline -= context.fonts.line;
        }
    }
}
