//! The scene: a finished layout as a value, in CSS pixels with y down.
//!
//! Painting, hit testing, focus order, the outline and the golden tests all read this one list.

use crate::measure::Font;

/// A place, in CSS px from the top left of the plot.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A box with sides along the axes, in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Never negative.
    pub width: f64,
    /// Never negative.
    pub height: f64,
}

impl Rect {
    /// The box between two corners, given in any order.
    pub fn between(a: Point, b: Point) -> Rect {
        Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        point.x >= self.x && point.x <= self.right() && point.y >= self.y && point.y <= self.bottom()
    }

    /// The smallest box that holds both.
    pub fn union(&self, other: &Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect {
            x,
            y,
            width: self.right().max(other.right()) - x,
            height: self.bottom().max(other.bottom()) - y,
        }
    }

    /// The box made larger by `by` on each side.
    pub fn grown(&self, by: f64) -> Rect {
        Rect { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// How far the point is from the box; zero inside.
    pub fn distance(&self, point: Point) -> f64 {
        let dx = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let dy = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        (dx * dx + dy * dy).sqrt()
    }
}

/// What a colour is for; the theme says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text of labels and values.
    Text,
    /// Text that steps back.
    Muted,
    /// Baselines, axes and ticks, at least 3:1 on the ground.
    Axis,
    /// Gridlines and rules.
    Rule,
    /// The ground of a card.
    Card,
    /// The ground of a bar on a closed scale.
    Track,
    /// The page behind the chart.
    Ground,
    /// The hero of the story.
    Hero,
    /// A series, counted from zero; they repeat after six.
    Series(u8),
    /// A pale wash of a series' colour.
    Tint(u8),
    /// Text and signs on a series' colour; from six on, on the hero's.
    Inside(u8),
    /// The tone nearest to that colour on which such text can be read.
    Plate(u8),
    /// A tone of the first series' colour, from the one that stands out most (0) to the palest (4); from eight on, of the
    /// hero's.
    Tone(u8),
    /// The ground of a tile: a wash of a series' colour; at six the hero's colour, in a tone on which text can be read, and
    /// at seven that text.
    Tile(u8),
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Begins there.
    Start,
    /// Is centred there.
    Middle,
    /// Ends there.
    End,
}

/// The geometry of a mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled box.
    Rect(Rect),
    /// A stroked path with a width in CSS px.
    Line(Vec<Point>, f64),
    /// A filled polygon; curves are flattened.
    Polygon(Vec<Point>),
    /// A filled circle with a radius in CSS px.
    Dot(Point, f64),
    /// One line of text on an alphabetic baseline; `width` is as measured.
    Text {
        /// Where the baseline meets the anchor.
        at: Point,
        /// One line.
        text: String,
        /// Size and weight.
        font: Font,
        /// How it stands at `at`.
        anchor: Anchor,
        /// Advance width in CSS px.
        width: f64,
    },
}

/// How far a text reaches above and below its baseline, in em: Chinese glyphs set the measure.
pub const ASCENT: f64 = 0.88;
/// See [`ASCENT`].
pub const DESCENT: f64 = 0.22;

impl Shape {
    /// The box that holds the shape.
    pub fn bounds(&self) -> Rect {
        match self {
            Shape::Rect(rect) => *rect,
            Shape::Line(points, width) => around(points).grown(width / 2.0),
            Shape::Polygon(points) => around(points),
            Shape::Dot(center, radius) => {
                Rect { x: center.x, y: center.y, width: 0.0, height: 0.0 }.grown(*radius)
            }
            Shape::Text { at, font, anchor, width, .. } => {
                let x = match anchor {
                    Anchor::Start => at.x,
                    Anchor::Middle => at.x - width / 2.0,
                    Anchor::End => at.x - width,
                };
                let y = at.y - ASCENT * font.size;
                Rect { x, y, width: *width, height: (ASCENT + DESCENT) * font.size }
            }
        }
    }
}

fn around(points: &[Point]) -> Rect {
    let mut points = points.iter();
    let Some(first) = points.next() else { return Rect::default() };
    points.fold(Rect { x: first.x, y: first.y, width: 0.0, height: 0.0 }, |bounds, point| {
        bounds.union(&Rect { x: point.x, y: point.y, width: 0.0, height: 0.0 })
    })
}

/// What a mark does in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The area or length that stands for the value.
    Body,
    /// The form that shows the bound.
    Bound,
    /// The written value.
    Value,
    /// The name of a datum or series.
    Label,
    /// The heading of a group or panel.
    Heading,
    /// Axes, ticks, gridlines, tracks and cards.
    Guide,
}

/// One thing to paint.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where and what.
    pub shape: Shape,
    /// In which colour.
    pub ink: Ink,
    /// What for.
    pub role: Role,
    /// The datum it belongs to, as an index into [`Scene::data`].
    pub datum: Option<usize>,
}

/// One figure that is in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The figure's id.
    pub id: String,
    /// The figure, as an index into the document.
    pub figure: usize,
    /// Which panel it is in, counted from the top.
    pub panel: usize,
    /// Which series of the panel it is in, or which row of several bars: up and down lead from one to the next.
    pub series: usize,
    /// What answers to the pointer: the whole row, column or card.
    pub area: Rect,
    /// What the focus ring stands around: the painted mark.
    pub mark: Rect,
    /// From where its marks grow, each point from the nearest in this box: the part of the baseline under a bar.
    /// What lies in it already does not move.
    pub foot: Rect,
}

/// A finished picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// In CSS px.
    pub width: f64,
    /// In CSS px.
    pub height: f64,
    /// In painting order.
    pub marks: Vec<Mark>,
    /// In reading order.
    pub data: Vec<Datum>,
    /// How many figures had no room and are only in the table.
    pub omitted: usize,
    /// How many panels there are that have a scale of their own.
    pub scales: usize,
    /// How many plots of each form are drawn, in the order of [`crate::words::FORMS`].
    pub drawn: [usize; 14],
    /// Which forms of bounds are drawn, in the order of [`Sign`].
    pub forms: [bool; 11],
    /// What one icon or cell stands for, a sentence each without its stop, in the reader's language.
    pub rules: Vec<String>,
    /// The figures whose remarks are told below, as indices into the document in the order of their numbers, and
    /// whether the number stands at the mark.
    pub notes: Vec<(usize, bool)>,
    /// The names of the series where a legend tells them.
    pub legend: Vec<Entry>,
}

/// One name in a legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Swatch and name.
    pub area: Rect,
    /// The whole name, however short it had to be drawn.
    pub name: String,
    /// Whether its series is drawn.
    pub shown: bool,
    /// Which panel's legend it is in.
    pub panel: usize,
}

/// A form that shows a bound, and that the key explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Chevrons that follow an at-least end.
    Chevrons,
    /// A bracket around an at-most end.
    Bracket,
    /// The wavy end of an approximate bar.
    Wave,
    /// The hatched part of a range.
    Span,
    /// The hatched rest of a closed scale.
    Rest,
    /// The hollow dot of an approximate point.
    Hollow,
    /// The whiskers of a point's range.
    Whiskers,
    /// A plus after the last of an at-least row of icons or cells.
    Plus,
    /// The hollow last icon or cell of an approximate row.
    HollowEnd,
    /// The grey icons of a range.
    Grey,
    /// A logarithmic scale.
    Log,
}

impl Scene {
    /// Remembers that a form is drawn.
    pub fn shows(&mut self, form: Sign) {
        if let Some(shown) = self.forms.get_mut(form as usize) {
            *shown = true;
        }
    }

    /// Adds a mark.
    pub fn push(&mut self, shape: Shape, ink: Ink, role: Role, datum: Option<usize>) {
        self.marks.push(Mark { shape, ink, role, datum });
    }

    /// The datum with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.data.iter().position(|datum| datum.id == id)
    }
}
