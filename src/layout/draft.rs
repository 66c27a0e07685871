//! The scene under construction, and what every block needs to know of its reader and its room.

use super::MAX_DATA;
use super::{PITCH, Request, label, line};
use crate::figures::Figure;
use crate::format::Written;
use crate::measure::{Font, Measure};
use crate::panel;
use crate::reader::Reader;
use crate::scene::{Anchor, Datum, Ink, Mark, Point, Rect, Role, Scene, Shape};

/// A scene to which blocks add what they show.
pub(super) struct Draft<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) measure: &'a dyn Measure,
    pub(super) width: f64,
    pub(super) narrow: bool,
    pub(super) large: bool,
    /// How high what can be pressed has to be at least, in px.
    pub(super) target: f64,
    /// How much larger than usual type is set.
    pub(super) scale: f64,
    /// The size of labels, in CSS px.
    pub(super) size: f64,
    /// Ticks and periods.
    pub(super) small: Font,
    /// Line height of labels.
    pub(super) line: f64,
    pub(super) scene: Scene,
    /// Counted from the top.
    pub(super) panel: usize,
    /// What the marks that follow belong to.
    pub(super) datum: Option<usize>,
    /// The colour of the datum.
    pub(super) ink: Ink,
    /// In which the texts that follow are set.
    pub(super) font: Font,
    /// Whether the figures have groups that differ.
    pub(super) grouped: bool,
    /// Px a unit of the last panel of bars that is not enlarged.
    pub(super) factor: f64,
    /// The greatest scale that a panel of bars may have, in px a unit.
    pub(super) most: f64,
    /// The length of the shortest of the last panel of bars, those of nothing left out, in px.
    pub(super) shortest: f64,
}

/// The height something asks for: `fixed` and a part that is multiplied by the common stretch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Need {
    pub(super) fixed: f64,
    pub(super) elastic: f64,
}

/// One figure before it has a place.
pub(super) struct Item<'a> {
    /// Its place in the document.
    pub(super) index: usize,
    pub(super) figure: &'a Figure,
    pub(super) series: usize,
    /// Its lines, each but the last ended by a line feed.
    pub(super) label: String,
    pub(super) lines: f64,
    pub(super) value: Written,
    /// The room that the value takes beyond the end of a bar.
    pub(super) beyond: f64,
    /// Of a card: the change against the period before, in lines like those of the label.
    pub(super) change: String,
    /// None where it stands beside the item before, with which it would go.
    pub(super) need: Need,
}

impl<'a> Draft<'a> {
    pub(super) fn new(reader: Reader<'a>, request: &Request, measure: &'a dyn Measure) -> Draft<'a> {
        let width = if request.width.is_finite() { request.width.clamp(160.0, 4096.0) } else { 640.0 };
        let (scale, small) = if request.large { (18.0 / 15.0, 18.0) } else { (1.0, 13.0) };
        let size = 15.0 * scale;
        Draft {
            reader,
            measure,
            width,
            narrow: width < PITCH.narrow * scale,
            large: request.large,
            target: if request.large || request.touch { 44.0 } else { 24.0 },
            scale,
            size,
            small: Font::regular(small),
            line: 21.0 * scale,
            scene: Scene::default(),
            panel: 0,
            datum: None,
            ink: Ink::Text,
            font: Font::regular(size),
            grouped: reader.figures.figures.windows(2).any(|pair| pair[0].group != pair[1].group),
            factor: 1.0,
            most: f64::INFINITY,
            shortest: 0.0,
        }
    }

    pub(super) fn item(&self, index: usize, series: usize) -> Item<'a> {
        let figure = &self.reader.figures.figures[index];
        Item {
            index,
            figure,
            series,
            label: String::new(),
            lines: 0.0,
            value: Written::default(),
            beyond: 0.0,
            change: String::new(),
            need: Need::default(),
        }
    }

    pub(super) fn text_width(&self, text: &str, font: Font) -> f64 {
        self.measure.width(text, font)
    }

    pub(super) fn font_of(&self, figure: &Figure) -> Font {
        Font { size: self.size, bold: figure.emphasis }
    }

    /// The label of a figure; with its group and its period where the label alone could mean another one on its axis.
    pub(super) fn label_of(&self, figure: &Figure, with_period: bool) -> String {
        self.label_among(figure, with_period, panel::comparable)
    }

    /// The label of a figure, and its group behind it if that has to tell it from others.
    pub(super) fn labelled(&self, figure: &Figure, by_group: bool) -> String {
        let mut text = self.reader.label(figure).to_string();
        if by_group && !figure.group.is_empty() {
            text.push_str(" · ");
            text.push_str(self.reader.group(figure));
        }
        text
    }

    /// The name of a series among others: with its group where another one has the same label.
    pub(super) fn name_of(&self, series: &[Vec<usize>], figure: &Figure) -> String {
        let figures = &self.reader.figures.figures;
        let is_twin = |other: &Figure| other.label == figure.label && other.group != figure.group;
        self.labelled(figure, series.iter().any(|other| is_twin(&figures[other[0]])))
    }

    /// A figure's label, told apart from those that stand beside it.
    pub(super) fn label_among(
        &self,
        figure: &Figure,
        with_period: bool,
        beside: fn(&Figure, &Figure) -> bool,
    ) -> String {
        let (mut by_group, mut by_period) = (false, with_period);
        for other in self.reader.figures.figures.iter().take(MAX_DATA) {
            if by_period && (by_group || !self.grouped) {
                break;
            }
            let period = !by_period && other.year != figure.year;
            let group = self.grouped && !by_group && other.group != figure.group;
            if (period || group) && other.label == figure.label && beside(other, figure) {
                (by_group, by_period) = (by_group || group, by_period || period);
            }
        }
        let mut text = self.labelled(figure, by_group);
        if by_period && figure.year.is_some() {
            text.push(' ');
            text.push_str(&self.reader.period(figure));
        }
        text
    }

    /// Breaks the label of an item; false if not all of it fits.
    pub(super) fn wrap(&self, item: &mut Item, text: &str, font: Font, width: f64, lines: usize) -> bool {
        let whole = label::wrap(text, font, width, lines, self.measure, &mut item.label);
        item.lines = item.label.split('\n').count() as f64;
        whole
    }

    pub(super) fn shorten(&self, text: &str, font: Font, width: f64) -> String {
        label::shorten(text, font, width, self.measure)
    }

    /// Registers a datum, to which all that follows belongs.
    pub(super) fn begin(&mut self, item: &Item, area: Rect) {
        let figure = item.figure;
        self.datum = Some(self.scene.data.len());
        self.font = self.font_of(figure);
        self.ink = if figure.emphasis { Ink::Hero } else { line::ink(item.series) };
        self.scene.data.push(Datum {
            id: figure.id.clone(),
            figure: item.index,
            panel: self.panel,
            series: item.series,
            area,
            mark: area,
            foot: area,
        });
    }

    /// The first colour, where series are not told apart by colours.
    pub(super) fn plain_ink(&mut self, figure: &Figure) {
        self.ink = if figure.emphasis { Ink::Hero } else { Ink::Series(0) };
    }

    /// Lets the marks of the datum grow from there.
    pub(super) fn grow_from(&mut self, foot: Rect) {
        if let Some(datum) = self.scene.data.last_mut() {
            datum.foot = foot;
        }
    }

    /// Makes all marks from this one on the mark of the datum; `empty` where there are none.
    pub(super) fn mark(&mut self, from: usize, empty: Rect) {
        let mut mark = None;
        for added in &self.scene.marks[from..] {
            let bounds = added.shape.bounds();
            mark = Some(mark.map_or(bounds, |mark: Rect| mark.union(&bounds)));
        }
        if let Some(datum) = self.scene.data.last_mut() {
            datum.mark = mark.unwrap_or(empty);
        }
    }

    pub(super) fn push(&mut self, shape: Shape, ink: Ink, role: Role) {
        self.scene.marks.push(Mark { shape, ink, role, datum: self.datum });
    }

    /// Sets one line and gives back its width.
    pub(super) fn text(
        &mut self,
        (x, y): (f64, f64),
        text: &str,
        anchor: Anchor,
        role: Role,
        ink: Ink,
    ) -> f64 {
        let font = self.font;
        let width = self.text_width(text, font);
        let at = Point { x, y };
        self.push(Shape::Text { at, text: text.to_string(), font, anchor, width }, ink, role);
        width
    }

    /// Sets the label of an item, its first line at a place.
    pub(super) fn label(&mut self, item: &Item, x: f64, mut y: f64, anchor: Anchor, ink: Ink) {
        for line in item.label.split('\n') {
            self.text((x, y), line, anchor, Role::Label, ink);
            y += self.line;
        }
    }
}
