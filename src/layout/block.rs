//! The parts of a layout, one under the other.

use super::draft::{Draft, Item, Need};
use super::kinds::{self, Task};
use super::series::MOST;
use super::{MAX_DATA, bars, cards, line, zoom};
use crate::choose::Kind;
use crate::figures::Figure;
use crate::measure::Font;
use crate::panel::{self, Panel, Times};
use crate::scene::{Anchor, Ink, Rect, Role, Shape};
use crate::{format, unit, words};

/// How a block shows its figures; those after `Tiles` have a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// Names the unit of what follows.
    Heading,
    /// Names the group of what follows.
    Section,
    Cards,
    Tiles,
    Bars,
    /// Percentages between 0 and 100, drawn on the whole of that scale.
    ClosedBars,
    Columns,
    Lines,
    Grouped,
    Stacked,
    Area,
    Slope,
    Dots,
    Donut,
    Waffle,
    Pictogram,
    Progress,
    Treemap,
}

impl Form {
    /// The place of its name in [`words::FORMS`]: cards have one name, and so have bars.
    pub(super) fn kind(self) -> usize {
        match self {
            Form::Heading | Form::Section | Form::Cards | Form::Tiles => 0,
            Form::Bars | Form::ClosedBars => 1,
            other => other as usize - 4,
        }
    }

    /// The kind that draws it, of those that are loaded one by one.
    pub(super) fn of_kind(self) -> Kind {
        match self {
            Form::Grouped => Kind::Grouped,
            Form::Stacked => Kind::Stacked,
            Form::Area => Kind::Area,
            Form::Slope => Kind::Slope,
            Form::Dots => Kind::Dot,
            Form::Donut => Kind::Donut,
            Form::Waffle => Kind::Waffle,
            Form::Pictogram => Kind::Pictogram,
            Form::Progress => Kind::Progress,
            Form::Treemap => Kind::Treemap,
            _ => Kind::Bar,
        }
    }
}

/// One part of the column.
pub(super) struct Block<'a> {
    pub(super) form: Form,
    pub(super) title: String,
    pub(super) items: Vec<Item<'a>>,
    /// How many more figures it has, which the reader has put out of sight.
    pub(super) hidden: usize,
    /// The height that it takes whatever its items ask for.
    pub(super) fixed: f64,
    /// How wide the labels beside bars are; zero where they stand above.
    pub(super) label_width: f64,
    /// How many lines the longest label has.
    pub(super) lines: f64,
    /// How many cards stand side by side, how many groups a treemap has, how many periods grouped bars have tones for, or whether
    /// the names of a donut stand beside it.
    pub(super) columns: usize,
    /// How high each card is; of dots, more than zero where their scale is logarithmic.
    pub(super) height: f64,
    /// The size of the numbers on cards, what an icon stands for, or how wide a row of icons is.
    pub(super) number: f64,
    /// Of bars: whether they are the small ones of the block before, on a larger scale.
    pub(super) zoomed: bool,
    /// The greatest scale of its numbers.
    pub(super) cap: i32,
}

impl<'a> Block<'a> {
    pub(super) fn new(form: Form) -> Block<'a> {
        Block {
            form,
            title: String::new(),
            items: Vec::new(),
            hidden: 0,
            fixed: 0.0,
            label_width: 0.0,
            lines: 0.0,
            columns: 0,
            height: 0.0,
            number: 0.0,
            zoomed: false,
            cap: i32::MAX,
        }
    }

    /// Whether the labels of bars stand above them.
    pub(super) fn above(&self, draft: &Draft) -> bool {
        draft.narrow || self.form == Form::ClosedBars
    }

    /// Asks for a height that all items share.
    pub(super) fn ask(&mut self, need: Need) {
        if let Some(first) = self.items.first_mut() {
            first.need = need;
        }
    }

    pub(super) fn need(&self) -> Need {
        let mut need = Need { fixed: self.fixed, elastic: 0.0 };
        for item in &self.items {
            need.fixed += item.need.fixed;
            need.elastic += item.need.elastic;
        }
        need
    }

    /// Where the items begin that would go first and together: a bar, a row of cards, or a whole plot.
    pub(super) fn last_part(&self) -> usize {
        let asks = |item: &Item| item.need.fixed + item.need.elastic > 0.0;
        self.items.iter().rposition(asks).unwrap_or(0)
    }
}

/// Draws a heading.
pub(super) fn heading(draft: &mut Draft, block: &Block, area: Rect) {
    let font = Font::bold(if draft.large { 18.0 } else { 14.0 });
    let text = draft.shorten(&block.title, font, draft.width);
    draft.font = font;
    let mut bottom = area.bottom();
    let mut ink = Ink::Muted;
    if block.form == Form::Section {
        bottom -= 8.0;
        ink = Ink::Text;
    }
    draft.text((0.0, bottom - font.size * 0.45), &text, Anchor::Start, Role::Heading, ink);
    if block.form == Form::Section {
        draft.push(Shape::Rect(Rect { y: bottom, height: 1.0, ..area }), Ink::Axis, Role::Guide);
    }
}

/// A heading, unless it says nothing.
fn titled<'a>(draft: &Draft, form: Form, title: String, blocks: &mut Vec<Block<'a>>) {
    if !title.is_empty() {
        let fixed = draft.line + if form == Form::Section { 30.0 } else { 10.0 };
        blocks.push(Block { title, fixed, ..Block::new(form) });
    }
}

/// The figures that stand under one heading: a group of small multiples, or all.
pub(super) fn sections(figures: &[Figure], shown: &[usize], kind: Kind) -> Vec<Panel> {
    let units = panel::by_axis(figures, shown);
    let crossed = units.len() > 1 && units.iter().any(|panel| is_crossed(figures, panel));
    let apart = kind == Kind::Multiples && !crossed;
    panel::split(figures, shown, if apart { |a, b| a.group == b.group } else { |_, _| true })
}

/// Whether the same names stand in each of a few groups, such as budget and outturn, and compare side by side.
pub(super) fn is_crossed(figures: &[Figure], panel: &Panel) -> bool {
    let names = panel::split(figures, &panel.figures, |a, b| a.label == b.label);
    let groups = panel::split(figures, &panel.figures, |a, b| a.group == b.group).len();
    names.len() > 1 && (2..=MOST).contains(&groups) && names.iter().all(|name| name.figures.len() == groups)
}

/// The column of blocks for a kind, with headings where more than one panel needs telling apart.
pub(super) fn blocks<'a>(draft: &mut Draft<'a>, kind: Kind) -> Vec<Block<'a>> {
    let reader = draft.reader;
    let figures = &reader.figures.figures;
    let all = panel::all(figures.len().min(MAX_DATA));
    if kind == Kind::Cards {
        return vec![cards::cards(draft, &all.figures, true)];
    }
    let multiples = kind == Kind::Multiples;
    let sections = sections(figures, &all.figures, kind);
    let mut blocks = Vec::new();
    // Under its heading no name needs its group.
    draft.grouped &= sections.len() < 2;
    for section in &sections {
        if sections.len() > 1 {
            let group = draft.reader.group(&figures[section.figures[0]]);
            titled(draft, Form::Section, group.to_string(), &mut blocks);
        }
        let panels = panel::by_axis(figures, &section.figures);
        // A figure alone in its unit has nothing to be compared with: it is set as a number.
        let mut alone = Vec::new();
        for panel in &panels {
            if multiples && panel.figures.len() == 1 {
                alone.extend_from_slice(&panel.figures);
                continue;
            }
            if panels.len() > 1 {
                titled(draft, Form::Heading, heading_of(draft, panel, sections.len() < 2), &mut blocks);
            }
            let amounts = panel.figures.iter().filter_map(|&index| figures[index].amount.as_ref());
            let cap = format::common_scale(amounts, reader.locale.lang);
            draft.reader.locale.cap = cap;
            blocks.push(Block { cap, ..plot(draft, kind, panel, panels.len() > 1) });
            // What splits them is loaded with such figures.
            if zoom::is_possible(draft.reader.figures) {
                zoom::split(draft, &mut blocks);
            }
        }
        draft.reader = reader;
        if !alone.is_empty() {
            blocks.push(cards::cards(draft, &alone, false));
        }
    }
    blocks
}

/// Names the units of a panel, each once, or the only thing it shows: a panel has one, but the reader's language may tell more apart.
/// Before them stands the group of all its figures if it is `grouped`: where no section names it.
fn heading_of(draft: &Draft, panel: &Panel, grouped: bool) -> String {
    let mut units: Vec<String> = Vec::new();
    let mut text = String::new();
    for &figure in &panel.figures {
        let unit = draft.reader.unit(&draft.reader.figures.figures[figure]);
        let known = units.iter().any(|other| unit::canonical(other) == unit::canonical(&unit));
        if !unit.is_empty() && !known {
            text.push_str(draft.reader.say(if units.is_empty() { words::UNIT } else { words::COMMA }));
            text.push_str(&unit);
            units.push(unit);
        }
    }
    // Where a panel shows one thing in time, that is its name: the unit stands at the values.
    let figures = &draft.reader.figures.figures;
    if let [first, others @ ..] = panel.figures.as_slice() {
        let first = &figures[*first];
        if !others.is_empty() && others.iter().all(|&other| figures[other].label == first.label) {
            text = draft.reader.label(first).to_string();
        }
        let is_one = |index: &usize| figures[*index].group == first.group;
        let group = draft.reader.group(first);
        if grouped
            && !group.is_empty()
            && others.iter().all(is_one)
            && figures.iter().any(|it| it.group != first.group)
        {
            if !text.is_empty() {
                text.insert_str(0, draft.reader.say(words::COMMA));
            }
            text.insert_str(0, group);
        }
    }
    // A heading begins with a capital, but kWh and km are no words.
    if text.bytes().take_while(u8::is_ascii_lowercase).count() > 3
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    text
}

/// The plot of one panel, which has a heading or not.
fn plot<'a>(draft: &Draft<'a>, kind: Kind, panel: &Panel, headed: bool) -> Block<'a> {
    let times = Times::of(&draft.reader.figures.figures, &panel.figures);
    let timed = is_timed(panel, &times);
    let multiples = kind == Kind::Multiples;
    let mut planned = None;
    let crossed = multiples && is_crossed(&draft.reader.figures.figures, panel);
    let first = if crossed { Kind::Grouped } else { kind };
    kinds::enter(first, Task::Plan(draft, &panel.figures, &times, &mut planned));
    if let Some(block) = planned {
        return block;
    }
    if timed && (kind == Kind::Line || (multiples && times.series.len() > 1)) {
        return line::lines(draft, &times);
    }
    if kind == Kind::Line || (multiples && timed) {
        kinds::enter(Kind::Column, Task::Plan(draft, &panel.figures, &times, &mut planned));
        if let Some(block) = planned {
            return block;
        }
    }
    // Title or heading name the only series there is; of several, each bar says whose it is.
    let named = headed || panel.figures.len() == draft.reader.figures.figures.len();
    let in_time = timed && times.series.len() == 1 && (kind == Kind::Column || multiples);
    bars::bars(draft, &panel.figures, in_time && named, timed)
}

/// Whether the figures of a panel are series of several periods.
pub(super) fn is_timed(panel: &Panel, times: &Times) -> bool {
    let count: usize = times.series.iter().map(Vec::len).sum();
    times.periods.len() > 1 && count == panel.figures.len()
}
