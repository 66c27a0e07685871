//! Figures by category and series, for the kinds that draw several series without a time axis.

use super::block::{Block, Form};
use super::draft::{Draft, Item};
use super::{MAX_DATA, legend};
use crate::figures::{Amount, Figure};
use crate::format;
use crate::measure::Font;
use crate::panel::{self, Times};
use crate::scene::{Anchor, Ink, Rect};
use crate::words;

/// Between labels and bars.
pub(super) const LABEL_GAP: f64 = 12.0;
/// There are as many colours.
pub(super) const MOST: usize = 6;
/// As many tones of one colour are told apart.
const TONES: usize = 4;

/// What tells categories or series apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Label,
    Group,
    Period,
    /// Each figure is a category of its own.
    Figure,
}

impl Field {
    fn same(self, a: &Figure, b: &Figure, other: Field) -> bool {
        match self {
            // A label in two groups is two things, unless the groups are the other field.
            Field::Label => a.label == b.label && (other == Field::Group || a.group == b.group),
            Field::Group => a.group == b.group,
            Field::Period => a.year == b.year,
            Field::Figure => false,
        }
    }
}

/// One figure in its place.
pub(super) struct Cell {
    pub(super) category: usize,
    pub(super) series: usize,
    pub(super) figure: usize,
}

/// Figures by category and series; each category and series is known by its first figure.
pub(super) struct Table {
    categories: Vec<usize>,
    pub(super) series: Vec<usize>,
    /// In the order of categories, then of series.
    pub(super) cells: Vec<Cell>,
    fields: (Field, Field),
}

/// The place of a figure among those that differ in the field; a new one if it is the first.
fn place(firsts: &mut Vec<usize>, figures: &[Figure], figure: usize, fields: (Field, Field)) -> usize {
    for (place, &first) in firsts.iter().enumerate() {
        if fields.0.same(&figures[first], &figures[figure], fields.1) {
            return place;
        }
    }
    firsts.push(figure);
    firsts.len() - 1
}

impl Table {
    /// `None` where two figures have one place, or no category has several series.
    fn of(figures: &[Figure], indices: &[usize], fields: (Field, Field)) -> Option<Table> {
        let mut table = Table { categories: Vec::new(), series: Vec::new(), cells: Vec::new(), fields };
        let (by, of) = fields;
        for &index in indices {
            place(&mut table.series, figures, index, (of, by));
            let category = place(&mut table.categories, figures, index, fields);
            // Periods stand in order of time, whatever the order of the figures.
            let mut at = category;
            while by == Field::Period
                && at > 0
                && figures[table.categories[at]].year < figures[table.categories[at - 1]].year
            {
                table.categories.swap(at, at - 1);
                at -= 1;
            }
        }
        for &index in indices {
            let category = place(&mut table.categories, figures, index, fields);
            let series = place(&mut table.series, figures, index, (of, by));
            if !table.put(Cell { category, series, figure: index }) {
                return None;
            }
        }
        (table.series.len() > 1 && table.cells.len() > table.categories.len()).then_some(table)
    }

    /// Each figure as a category of its own.
    pub(super) fn alone(indices: &[usize]) -> Table {
        let mut table = Table {
            categories: indices.to_vec(),
            series: Vec::new(),
            cells: Vec::new(),
            fields: (Field::Figure, Field::Label),
        };
        for (category, &figure) in indices.iter().enumerate() {
            table.cells.push(Cell { category, series: 0, figure });
        }
        table
    }

    /// Adds a figure where no other is.
    fn put(&mut self, cell: Cell) -> bool {
        let mut at = self.cells.len();
        while at > 0 {
            let other = &self.cells[at - 1];
            if (other.category, other.series) < (cell.category, cell.series) {
                break;
            }
            if (other.category, other.series) == (cell.category, cell.series) {
                return false;
            }
            at -= 1;
        }
        self.cells.insert(at, cell);
        true
    }

    /// Categories and series of a panel: labels and the groups in which they repeat, or else periods and labels.
    /// `None` where the figures are neither.
    pub(super) fn read(figures: &[Figure], indices: &[usize], times: &Times) -> Option<Table> {
        let first = &figures[*indices.first()?];
        let (mut grouped, mut timed) = (true, times.periods.len() > 1);
        for &index in indices {
            grouped &= !figures[index].group.is_empty() && figures[index].year == first.year;
            timed &= figures[index].year.is_some();
        }
        let table = if grouped { Table::of(figures, indices, (Field::Label, Field::Group)) } else { None };
        match table {
            Some(table) => Some(table),
            None if timed => Table::of(figures, indices, (Field::Period, Field::Label)),
            None => None,
        }
    }

    /// With the groups as categories and the labels as series, where it is the other way round.
    pub(super) fn turned(&self, figures: &[Figure], indices: &[usize]) -> Option<Table> {
        if self.fields == (Field::Label, Field::Group) {
            return Table::of(figures, indices, (Field::Group, Field::Label));
        }
        None
    }

    /// With at most so many series. Periods may become the series of the labels: those of too many labels, and where there
    /// may be more than have tones, a few of them, so that what was before stands beside what is after.
    pub(super) fn limited(self, most: usize, may_turn: bool) -> Option<Table> {
        let (periods, labels) = (self.categories.len(), self.series.len());
        let can_turn = may_turn && self.fields.0 == Field::Period && periods <= most;
        let few = most > TONES && periods <= TONES && (labels > 2 || periods == 2);
        // Some label has to have several periods, or there is nothing to compare.
        if labels <= most && !(can_turn && few && self.cells.len() > labels) {
            return Some(self);
        }
        if !can_turn {
            return None;
        }
        let mut table = Table {
            categories: self.series,
            series: self.categories,
            cells: Vec::new(),
            fields: (Field::Label, Field::Period),
        };
        for cell in self.cells {
            table.put(Cell { category: cell.series, series: cell.category, figure: cell.figure });
        }
        Some(table)
    }

    fn name(&self, draft: &Draft, field: Field, firsts: &[usize], first: usize) -> String {
        let figures = &draft.reader.figures.figures;
        let figure = &figures[first];
        match field {
            Field::Group => draft.reader.group(figure).to_string(),
            Field::Period => draft.reader.period(figure),
            Field::Figure => draft.label_of(figure, false),
            Field::Label => {
                let is_twin = |&other: &usize| other != first && figures[other].label == figure.label;
                draft.labelled(figure, firsts.iter().any(is_twin))
            }
        }
    }

    /// A block with an item for each figure, the first of a category with its label, and the names of the series as
    /// the title, one a line. Where bars have tones for a few periods, its columns are how many.
    pub(super) fn block<'a>(&self, draft: &Draft<'a>, form: Form) -> Block<'a> {
        let mut block = Block::new(form);
        if form == Form::Grouped && self.fields.1 == Field::Period && self.series.len() <= TONES {
            block.columns = self.series.len();
        }
        for &series in &self.series {
            if !block.title.is_empty() {
                block.title.push('\n');
            }
            block.title.push_str(&self.name(draft, self.fields.1, &self.series, series));
        }
        block.fixed = legend::height(draft, &block.title) + 6.0;
        let mut names = Vec::new();
        let mut widest: f64 = 0.0;
        for &category in &self.categories {
            let name = self.name(draft, self.fields.0, &self.categories, category);
            widest = widest.max(draft.text_width(&name, Font::bold(draft.size)));
            names.push(name);
        }
        let mut room = draft.width;
        if !draft.narrow {
            room = widest.min(draft.width * 0.36);
            block.label_width = room;
        }
        let mut before = usize::MAX;
        for cell in &self.cells {
            let series = block.title.split('\n').nth(cell.series).unwrap_or_default();
            if legend::is_hidden(draft, &block.title, series) {
                block.hidden += 1;
                continue;
            }
            let mut item = draft.item(cell.figure, cell.series);
            if cell.category != before {
                before = cell.category;
                let font = Font::bold(draft.size);
                draft.wrap(&mut item, &names[before], font, room.max(40.0), 2);
            }
            block.items.push(item);
        }
        block
    }
}

/// An amount (or the word for a gap) in its short form, without its unit where that leaves no room.
pub(super) fn value(draft: &Draft, amount: Option<&Amount>, unit: &str, font: Font, room: f64) -> String {
    let Some(amount) = amount else { return draft.shorten(draft.reader.say(words::MISSING), font, room) };
    let whole = format::compact(amount, unit, &draft.reader.locale).text();
    if draft.text_width(&whole, font) <= room {
        return whole;
    }
    draft.shorten(&format::compact(amount, "", &draft.reader.locale).text(), font, room)
}

/// How many items the category has with which these begin.
pub(super) fn category(items: &[Item]) -> usize {
    let mut count = 1;
    while items.get(count).is_some_and(|item| item.lines == 0.0) {
        count += 1;
    }
    count
}

/// Lets up and down lead from the last datum to the categories before and after it.
pub(super) fn strand(draft: &mut Draft, category: usize) {
    if let Some(datum) = draft.scene.data.last_mut() {
        datum.series = category;
    }
}

/// Sets the label of a category: above its row, or beside it with its middle at `middle`; bold if it is the hero's.
pub(super) fn label(draft: &mut Draft, block: &Block, item: &Item, row: Rect, middle: f64, hero: bool) {
    draft.font = Font { size: draft.size, bold: hero };
    let drop = draft.size * 0.35;
    if draft.narrow {
        draft.label(item, 0.0, row.y + draft.line / 2.0 + drop, Anchor::Start, Ink::Text);
    } else {
        let first = middle + drop - (item.lines - 1.0) * draft.line / 2.0;
        draft.label(item, block.label_width, first, Anchor::End, Ink::Text);
    }
}

/// What is wrong with figures that are judged panel by panel; empty where nothing is. `judge` says nothing of a panel
/// that can't be drawn as the kind, and where all are like that, `reason` says why.
pub(super) fn refusal(
    figures: &[Figure],
    mut reason: &'static str,
    judge: impl Fn(&[Figure], &[usize], &Times) -> Option<&'static str>,
) -> &'static str {
    let figures = figures.get(..MAX_DATA).unwrap_or(figures);
    for panel in panel::by_unit(figures) {
        let times = Times::of(figures, &panel.figures);
        match judge(figures, &panel.figures, &times) {
            Some("") => reason = "",
            Some(why) => return why,
            None => {}
        }
    }
    reason
}

/// What is wrong where no panel has several series.
pub(super) const REPEATED: &str = "needs the same labels in several groups or years, at most six series";

/// What is wrong where no panel goes through several periods.
pub(super) const PERIODS: &str = "needs figures of at least two years or other periods";
