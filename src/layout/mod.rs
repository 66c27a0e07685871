//! Layout: a document and a kind become a [`Scene`].
//!
//! A layout is a column of blocks. Each block says how much height it needs at least and how much of
//! that may stretch; the height that the page reserved is shared out; what has no room is left to the table.

mod area;
mod bars;
mod block;
mod cards;
mod column;
mod donut;
mod dots;
mod draft;
mod form;
mod grouped;
mod kinds;
pub mod label;
mod legend;
mod line;
mod list;
mod names;
pub(crate) mod notes;
pub(crate) mod periods;
mod pictogram;
mod progress;
mod scale;
mod series;
mod slope;
mod spark;
mod stacked;
pub mod ticks;
mod totals;
mod treemap;
mod waffle;
mod zoom;

use crate::change;
use crate::choose::Kind;
use crate::figures::{Figure, Figures};
use crate::measure::Measure;
use crate::panel::{self, Times};
use crate::reader::Reader;
use crate::scene::{Rect, Scene};
use block::{Block, Form};
use draft::{Draft, Item, Need};
use kinds::Task;
pub(crate) use kinds::refused;

/// What a layout is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The kind of chart.
    pub kind: Kind,
    /// In CSS px; at least 160 is laid out.
    pub width: f64,
    /// The height that is reserved, in CSS px; `None` takes what the figures need.
    pub height: Option<f64>,
    /// Whether the picture may become higher than what is reserved.
    pub grow: bool,
    /// Whether type is set large (18 px and more).
    pub large: bool,
    /// Whether what can be pressed has to be as large as fingers need it.
    pub touch: bool,
}

/// Heights in CSS px that a page can reserve before any figure has been read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pitch {
    /// One bar with its label beside it.
    pub row: f64,
    /// One bar with its label above it, on narrow screens.
    pub narrow_row: f64,
    /// The width in px below which labels stand above their bars.
    pub narrow: f64,
    /// A chart of columns or lines.
    pub plot: f64,
    /// Title, subtitle, source and tools around the plot.
    pub chrome: f64,
}

/// The constants of the layout below.
pub const PITCH: Pitch = Pitch { row: 34.0, narrow_row: 46.0, narrow: 480.0, plot: 260.0, chrome: 148.0 };

/// No canvas is higher than this in CSS px; what lies beyond is left to the table.
pub const MAX_HEIGHT: f64 = 16_000.0;
/// More figures than this are never laid out: neither rows in [`MAX_HEIGHT`] nor points beside each other could show them.
pub(crate) const MAX_DATA: usize = 2_000;
/// How far blocks may be squeezed or stretched.
const SQUEEZE: f64 = 0.62;
const STRETCH: f64 = 1.3;
/// Plots that have an area and no rows look well in more room than that.
const STRETCH_PLOT: f64 = 2.5;

/// The figures that are ever laid out.
fn first(figures: &[Figure]) -> Vec<usize> {
    panel::all(figures.len().min(MAX_DATA)).figures
}

/// The parts of the wasm without which these figures can't be laid out as this kind, with spaces between: see `PARTS`
/// where they are built. What enters a part asks the same before it does.
pub fn parts(kind: Kind, figures: &Figures) -> String {
    let shown = first(&figures.figures);
    let mut names = String::from(match kind {
        Kind::Bar | Kind::Multiples => "",
        Kind::Cards => "cards icon",
        Kind::Area => "area line",
        Kind::Pictogram => "pictogram icon",
        _ => kind.name(),
    });
    let (mut alone, mut lines, mut grouped, mut columns) = (false, false, false, false);
    if matches!(kind, Kind::Multiples | Kind::Stacked | Kind::Line) {
        for section in block::sections(&figures.figures, &shown, kind) {
            for panel in panel::by_axis(&figures.figures, &section.figures) {
                let times = Times::of(&figures.figures, &panel.figures);
                let timed = block::is_timed(&panel, &times);
                match kind {
                    Kind::Stacked => grouped |= stacked::is_side_by_side(&times),
                    Kind::Line => columns |= !timed,
                    _ => {
                        grouped |= block::is_crossed(&figures.figures, &panel);
                        alone |= panel.figures.len() == 1;
                        lines |= times.series.len() > 1;
                        columns |= timed && times.series.len() == 1;
                    }
                }
            }
        }
    }
    for &(needed, name) in &[
        (alone, " cards"),
        (lines, " line"),
        (grouped, " grouped"),
        (columns, " column"),
        (change::is_possible(figures), " change"),
        (notes::any(figures), " notes"),
        (zoom::is_possible(figures), " zoom"),
    ] {
        if needed {
            names.push_str(name);
        }
    }
    names
}

/// What all blocks ask for together.
fn total(blocks: &[Block]) -> Need {
    let mut sum = Need::default();
    for block in blocks {
        let need = block.need();
        sum.fixed += need.fixed;
        sum.elastic += need.elastic;
    }
    sum
}

/// Lays a document out.
pub fn layout(reader: Reader, request: &Request, measure: &dyn Measure) -> Scene {
    let mut draft = Draft::new(reader, request, measure);
    let width = draft.width;
    let limit = |need: Need| {
        let natural = need.fixed + need.elastic;
        let asked = request.height.filter(|height| height.is_finite() && *height > 0.0).unwrap_or(natural);
        (if request.grow { asked.max(natural) } else { asked }).min(MAX_HEIGHT)
    };
    let fits = |need: Need| need.fixed + need.elastic * SQUEEZE <= limit(need);
    // Rows are lower where labels stand beside them: better than what the reader has to scroll to, where they leave bars
    // enough to be compared by and cut no text.
    let has_room = |block: &Block| {
        let room = width * 0.6 - block.label_width;
        let is_whole = |item: &Item| !item.label.ends_with("…") && !item.value.number.ends_with("…");
        let is_roomy = |item: &Item| item.lines <= 1.0 && item.beyond <= room && is_whole(item);
        block.form != Form::Bars || block.items.iter().all(is_roomy)
    };
    let may_change = draft.narrow && matches!(request.kind, Kind::Bar | Kind::Multiples);
    let mut tries = 0;
    let (mut blocks, mut need) = loop {
        let blocks = block::blocks(&mut draft, request.kind);
        let need = total(&blocks);
        let suits = fits(need) && (draft.narrow || blocks.iter().all(has_room));
        if suits || !may_change || tries > 1 {
            break (blocks, need);
        }
        draft.narrow = tries > 0;
        tries += 1;
    };
    let limit = limit(need);
    let (mut shown, mut hidden, mut label_width) = (0, 0, 0.0_f64);
    for block in &blocks {
        shown += block.items.len();
        hidden += block.hidden;
        label_width = label_width.max(block.label_width);
    }
    while need.fixed + need.elastic * SQUEEZE > limit {
        let Some(last) = blocks.last_mut() else { break };
        let keep = last.last_part();
        let part = last.items.len() - keep;
        if part >= shown {
            break;
        }
        shown -= part;
        last.items.truncate(keep);
        if keep == 0 {
            blocks.pop();
        }
        need = total(&blocks);
    }
    // A heading of what has gone says nothing.
    while blocks.last().is_some_and(|block| block.items.is_empty()) {
        blocks.pop();
    }
    let mut stretch = if need.elastic > 0.0 { (limit - need.fixed) / need.elastic } else { 1.0 };
    let is_plot = |block: &Block| {
        use Form::{Area, Columns, Heading, Lines, Slope, Treemap};
        matches!(block.form, Heading | Columns | Lines | Area | Slope | Treemap)
    };
    let most = if blocks.iter().all(is_plot) { STRETCH_PLOT } else { STRETCH };
    stretch = stretch.clamp(SQUEEZE, most);

    // The baselines of all panels of bars stand in one line.
    for block in &mut blocks {
        block.label_width = label_width;
    }
    if request.kind == Kind::Multiples {
        draft.most = bars::common(&draft, &blocks);
    }
    let is_common = draft.most.is_finite();
    let mut room = Rect { width, ..Rect::default() };
    for (panel, block) in blocks.iter_mut().enumerate() {
        let need = block.need();
        room.y += room.height;
        room.height = need.fixed + need.elastic * stretch;
        draft.panel = panel;
        draft.reader.locale.cap = block.cap;
        draft.datum = None;
        let (marks, data) = (draft.scene.marks.len(), draft.scene.data.len());
        match block.form {
            Form::Heading | Form::Section => block::heading(&mut draft, block, room),
            Form::Cards | Form::Tiles => cards::draw(&mut draft, block, room),
            Form::Bars | Form::ClosedBars => bars::draw_bars(&mut draft, block, room, stretch),
            Form::Columns => kinds::enter(Kind::Column, Task::Draw(&mut draft, block, room, stretch)),
            Form::Lines => line::draw(&mut draft, block, room),
            form => kinds::enter(form.of_kind(), Task::Draw(&mut draft, block, room, stretch)),
        }
        notes::place(&mut draft, block.form, marks, data, room);
        if block.form > Form::Tiles && !block.zoomed && !(is_common && draft.scene.scales > 0) {
            draft.scene.scales += 1;
        }
        if block.form >= Form::Cards
            && !block.zoomed
            && let Some(drawn) = draft.scene.drawn.get_mut(block.form.kind())
        {
            *drawn += 1;
        }
    }
    Scene {
        width,
        height: need.fixed + need.elastic * stretch,
        omitted: reader.figures.figures.len() - shown - hidden,
        ..draft.scene
    }
}
