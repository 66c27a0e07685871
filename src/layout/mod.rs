//! Layout: a document and a kind become a [`Scene`].
//!
//! A layout is a column of blocks. Each block says how much height it needs at least and how much of
//! that may stretch; the height that the page reserved is shared out; what has no room is left to the table.

mod bars;
mod cards;
mod columns;
pub mod form;
pub mod label;
mod line;
mod scale;
pub mod ticks;

use crate::choose::Kind;
use crate::measure::{Font, Measure};
use crate::panel::{self, Panel, Times};
use crate::reader::Reader;
use crate::scene::{Anchor, Datum, Ink, Point, Rect, Role, Scene, Shape};
use crate::unit;

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
/// More figures than this are never laid out: they could not fit [`MAX_HEIGHT`].
const MAX_DATA: usize = 600;
/// How far blocks may be squeezed or stretched.
const SQUEEZE: f64 = 0.62;
const STRETCH: f64 = 1.3;

/// Sizes of type, in CSS px.
#[derive(Clone, Copy, Debug)]
struct Type {
    label: Font,
    strong: Font,
    small: Font,
    heading: Font,
    /// Line height of labels.
    line: f64,
}

/// What every block needs to know.
struct Context<'a> {
    reader: Reader<'a>,
    measure: &'a dyn Measure,
    width: f64,
    narrow: bool,
    large: bool,
    fonts: Type,
    scale: f64,
}

impl Context<'_> {
    fn text_width(&self, text: &str, font: Font) -> f64 {
        self.measure.width(text, font)
    }

    fn ink(&self, figure: usize) -> Ink {
        if self.reader.figures.figures[figure].emphasis { Ink::Hero } else { Ink::Series(0) }
    }

    fn font(&self, figure: usize) -> Font {
        if self.reader.figures.figures[figure].emphasis { self.fonts.strong } else { self.fonts.label }
    }

    /// The label of a figure; with its period where the label alone says too little.
    fn label(&self, figure: usize, with_period: bool) -> String {
        let figure = &self.reader.figures.figures[figure];
        let mut text = self.reader.label(figure).to_string();
        if with_period && figure.year.is_some() {
            text = [&text, " ", &self.reader.period(figure)].concat();
        }
        text
    }

    /// The written value, never wider than `width`.
    fn value(&self, figure: usize, width: f64, font: Font) -> String {
        let text = self.reader.compact(&self.reader.figures.figures[figure]).text();
        label::shorten(&text, font, width, self.measure)
    }

    fn text(&self, scene: &mut Scene, at: Point, text: String, style: Style) -> f64 {
        let width = self.measure.width(&text, style.font);
        let shape = Shape::Text { at, text, font: style.font, anchor: style.anchor, width };
        scene.push(shape, style.ink, style.role, style.datum);
        width
    }
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Style {
    font: Font,
    ink: Ink,
    anchor: Anchor,
    role: Role,
    datum: Option<usize>,
}

/// One part of the column.
enum Block {
    Heading { text: String, section: bool },
    Bars(bars::Bars),
    Cards(cards::Cards),
    Columns(columns::Columns),
    Line(line::Lines),
}

/// The height a block asks for: `fixed` and a part that is multiplied by the common stretch.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    fixed: f64,
    elastic: f64,
}

impl Block {
    fn need(&self, context: &Context) -> Need {
        match self {
            Block::Heading { section, .. } => {
                let above = if *section { 20.0 } else { 8.0 };
                Need { fixed: above + context.fonts.line + if *section { 10.0 } else { 2.0 }, elastic: 0.0 }
            }
            Block::Bars(bars) => bars.need(context),
            Block::Cards(cards) => cards.need(),
            Block::Columns(columns) => columns.need(context),
            Block::Line(lines) => lines.need(context),
        }
    }

    /// How many data it shows.
    fn len(&self) -> usize {
        match self {
            Block::Heading { .. } => 0,
            Block::Bars(bars) => bars.rows.len(),
            Block::Cards(cards) => cards.cards.len(),
            Block::Columns(columns) => columns.figures.len(),
            Block::Line(lines) => lines.len(),
        }
    }

    /// How many data would go at once: a bar, a row of cards, or a whole plot.
    fn last_part(&self) -> usize {
        match self {
            Block::Heading { .. } => 0,
            Block::Bars(bars) => bars.rows.len().min(1),
            Block::Cards(cards) => cards.last_row(),
            Block::Columns(_) | Block::Line(_) => self.len(),
        }
    }

    /// Takes the last data away; false when nothing is left of the block.
    fn shed(&mut self) -> bool {
        let keep = self.len() - self.last_part();
        match self {
            Block::Bars(bars) => bars.rows.truncate(keep),
            Block::Cards(cards) => cards.cards.truncate(keep),
            _ => {}
        }
        keep > 0
    }
}

/// Lays a document out.
pub fn layout(reader: Reader, request: &Request, measure: &dyn Measure) -> Scene {
    let width = if request.width.is_finite() { request.width.clamp(160.0, 4096.0) } else { 640.0 };
    let scale = if request.large { 18.0 / 15.0 } else { 1.0 };
    let fonts = Type {
        label: Font::regular(15.0 * scale),
        strong: Font::bold(15.0 * scale),
        small: Font::regular((13.0 * scale).max(if request.large { 18.0 } else { 12.0 })),
        heading: Font::bold(14.0 * scale.max(if request.large { 18.0 / 14.0 } else { 1.0 })),
        line: 21.0 * scale,
    };
    let narrow = width < PITCH.narrow * scale;
    let context = Context { reader, measure, width, narrow, large: request.large, fonts, scale };
    let mut blocks = blocks(&context, request.kind);
    align(&mut blocks);
    let mut shown: usize = blocks.iter().map(Block::len).sum();

    let total = |blocks: &[Block]| {
        blocks.iter().map(|block| block.need(&context)).fold(Need::default(), |sum, need| Need {
            fixed: sum.fixed + need.fixed,
            elastic: sum.elastic + need.elastic,
        })
    };
    let mut need = total(&blocks);
    let natural = need.fixed + need.elastic;
    let reserved = request.height.filter(|height| height.is_finite() && *height > 0.0);
    let limit = match reserved {
        Some(height) if !request.grow => height.min(MAX_HEIGHT),
        Some(height) => height.max(natural).min(MAX_HEIGHT),
        None => natural.min(MAX_HEIGHT),
    };
    while need.fixed + need.elastic * SQUEEZE > limit && shown > 1 {
        let Some(last) = blocks.last_mut() else { break };
        let part = last.last_part();
        if part >= shown {
            break;
        }
        shown -= part;
        if !last.shed() {
            blocks.pop();
        }
        need = total(&blocks);
    }
    // A heading of what has gone says nothing.
    while matches!(blocks.last(), Some(Block::Heading { .. })) {
        blocks.pop();
    }
    let mut stretch = if need.elastic > 0.0 { (limit - need.fixed) / need.elastic } else { 1.0 };
    stretch = stretch.clamp(SQUEEZE, STRETCH);

    let mut scene = Scene {
        width,
        height: limit.max(need.fixed + need.elastic * stretch),
        omitted: reader.figures.figures.len() - shown,
        ..Scene::default()
    };
    let mut top = 0.0;
    for (index, block) in blocks.iter().enumerate() {
        let need = block.need(&context);
        let height = need.fixed + need.elastic * stretch;
        let area = Rect { x: 0.0, y: top, width, height };
        let panel = index;
        match block {
            Block::Heading { text, section } => heading(&context, &mut scene, area, text, *section),
            Block::Bars(bars) => bars.draw(&context, &mut scene, area, panel, stretch),
            Block::Cards(cards) => cards.draw(&context, &mut scene, area, panel),
            Block::Columns(columns) => columns.draw(&context, &mut scene, area, panel),
            Block::Line(lines) => lines.draw(&context, &mut scene, area, panel),
        }
        if matches!(block, Block::Bars(_) | Block::Columns(_) | Block::Line(_)) {
            scene.scales += 1;
        }
        top += height;
    }
    scene
}

fn heading(context: &Context, scene: &mut Scene, area: Rect, text: &str, section: bool) {
    let font = context.fonts.heading;
    let baseline = area.bottom() - font.size * 0.45 - if section { 8.0 } else { 0.0 };
    let text = label::shorten(text, font, context.width, context.measure);
    let ink = if section { Ink::Text } else { Ink::Muted };
    let style = Style { font, ink, anchor: Anchor::Start, role: Role::Heading, datum: None };
    context.text(scene, Point { x: 0.0, y: baseline }, text, style);
    if section {
        let rule = Rect { x: 0.0, y: area.bottom() - 8.0, width: context.width, height: 1.0 };
        scene.push(Shape::Rect(rule), Ink::Axis, Role::Guide, None);
    }
}

/// The column of blocks for a kind, with headings where more than one panel needs telling apart.
fn blocks(context: &Context, kind: Kind) -> Vec<Block> {
    let figures = &context.reader.figures.figures;
    let figures = figures.get(..figures.len().min(MAX_DATA)).unwrap_or(figures);
    if kind == Kind::Cards {
        return vec![Block::Cards(cards::Cards::new(context, (0..figures.len()).collect(), true))];
    }
    let sections = match kind {
        Kind::Multiples => panel::by_group(figures),
        _ => vec![panel::by_unit(figures)],
    };
    let mut blocks = Vec::new();
    let titled = sections.len() > 1;
    for panels in &sections {
        if titled && let Some(&first) = panels.first().and_then(|panel| panel.figures.first()) {
            let text = context.reader.group(&figures[first]).to_string();
            if !text.is_empty() {
                blocks.push(Block::Heading { text, section: true });
            }
        }
        // A figure alone in its unit has nothing to be compared with: it is set as a number.
        let (alone, shared): (Vec<&Panel>, Vec<&Panel>) =
            panels.iter().partition(|panel| kind == Kind::Multiples && panel.figures.len() == 1);
        let many = panels.len() > 1;
        for panel in shared {
            if many {
                blocks.extend(unit_heading(context, panel));
            }
            blocks.push(plot(context, kind, panel));
        }
        if !alone.is_empty() {
            let figures = alone.iter().flat_map(|panel| panel.figures.iter().copied()).collect();
            blocks.push(Block::Cards(cards::Cards::new(context, figures, false)));
        }
    }
    blocks
}

/// Puts the baselines of all panels of bars in one line.
fn align(blocks: &mut [Block]) {
    let mut widest: f64 = 0.0;
    for block in blocks.iter() {
        if let Block::Bars(bars) = block {
            widest = widest.max(bars.label_width());
        }
    }
    for block in blocks {
        if let Block::Bars(bars) = block {
            bars.align(widest);
        }
    }
}

/// Names the units of a panel, each once: a panel has one, but the reader's language may tell more apart.
fn unit_heading(context: &Context, panel: &Panel) -> Option<Block> {
    let words = context.reader.words();
    let mut units: Vec<String> = Vec::new();
    for &figure in &panel.figures {
        let unit = context.reader.unit(&context.reader.figures.figures[figure]);
        let known = units.iter().any(|other| unit::canonical(other) == unit::canonical(&unit));
        if !unit.is_empty() && !known {
            units.push(unit);
        }
    }
    if units.is_empty() {
        return None;
    }
    let mut text = [words.unit, &units.join(words.comma)].concat();
    if !context.reader.locale.lang.is_chinese() {
        // A heading begins with a capital.
        let first = text.chars().next().map_or(0, char::len_utf8);
        let (head, _) = text.split_at_mut(first);
        head.make_ascii_uppercase();
    }
    Some(Block::Heading { text, section: false })
}

/// The plot of one panel.
fn plot(context: &Context, kind: Kind, panel: &Panel) -> Block {
    let figures = &context.reader.figures.figures;
    let times = Times::of(figures, &panel.figures);
    let complete = times.series.iter().map(Vec::len).sum::<usize>() == panel.figures.len();
    let timed = complete && times.periods.len() > 1;
    let wants_line = kind == Kind::Line || (kind == Kind::Multiples && times.series.len() > 1);
    if wants_line && timed {
        return Block::Line(line::Lines::new(context, times));
    }
    if kind == Kind::Column || (kind == Kind::Multiples && timed) || kind == Kind::Line {
        let columns = columns::Columns::new(context, &panel.figures, &times);
        if let Some(columns) = columns {
            return Block::Columns(columns);
        }
    }
    Block::Bars(bars::Bars::new(context, &panel.figures, timed))
}

/// Registers a datum, to be completed when its marks are drawn.
fn datum(
    context: &Context,
    scene: &mut Scene,
    figure: usize,
    panel: usize,
    series: usize,
    area: Rect,
) -> usize {
    scene.data.push(Datum {
        id: context.reader.figures.figures[figure].id.clone(),
        figure,
        panel,
        series,
        area,
        mark: area,
    });
    scene.data.len() - 1
}
