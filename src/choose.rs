//! Which kind of chart suits the figures.

use crate::figures::{Bound, Figure, Figures, Notice};
use crate::layout::{MAX_DATA, refusal as series_refusal};
use crate::{panel, words};

/// A kind of chart that can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Big numbers.
    Cards,
    /// Horizontal bars.
    Bar,
    /// Vertical bars.
    Column,
    /// Lines over time.
    Line,
    /// One panel a unit, grouped where the figures have groups.
    Multiples,
    /// Bars of several series side by side.
    Grouped,
    /// Bars of several series one after the other.
    Stacked,
    /// Filled lines over time.
    Area,
    /// Two periods, joined by slanted lines.
    Slope,
    /// Dots on a common scale.
    Dot,
    /// Parts of one whole as a ring.
    Donut,
    /// Parts of one whole as a hundred cells.
    Waffle,
    /// Rows of icons that each stand for the same number.
    Pictogram,
    /// Percentages on tracks from 0 to 100.
    Progress,
    /// Nested boxes whose areas are the values.
    Treemap,
}

/// Every name the `kind` option takes, in the order of [`KINDS`].
const NAMES: &str =
    "cards|bar|column|line|multiples|grouped|stacked|area|slope|dot|donut|waffle|pictogram|progress|treemap";

/// In the order of their declaration.
pub const KINDS: [Kind; 15] = [
    Kind::Cards,
    Kind::Bar,
    Kind::Column,
    Kind::Line,
    Kind::Multiples,
    Kind::Grouped,
    Kind::Stacked,
    Kind::Area,
    Kind::Slope,
    Kind::Dot,
    Kind::Donut,
    Kind::Waffle,
    Kind::Pictogram,
    Kind::Progress,
    Kind::Treemap,
];

impl Kind {
    /// The name of the option's value.
    pub fn name(self) -> &'static str {
        words::nth(NAMES, self as usize)
    }
}

/// The kind that the option asks for, or the one that suits; with a notice that says why.
pub fn choose(option: &str, figures: &Figures) -> (Kind, Notice) {
    let option = option.trim();
    let place = NAMES.split('|').position(|name| name.eq_ignore_ascii_case(option));
    let asked = place.and_then(|place| KINDS.get(place)).copied();
    let (kind, parts) = match asked {
        Some(kind) => match refusal(kind, &figures.figures) {
            "" => (kind, [kind.name(), " was asked for", "", "", ""]),
            why => {
                let drawn = instead(kind, &figures.figures);
                (drawn, [kind.name(), " ", why, "; drawn as ", drawn.name()])
            }
        },
        None => {
            let (kind, reason) = auto(&figures.figures);
            if option.is_empty() || option.eq_ignore_ascii_case("auto") {
                (kind, ["auto chose ", kind.name(), ": ", reason, ""])
            } else {
                (kind, [option, " is no kind of chart; drawn as ", kind.name(), ": ", reason])
            }
        }
    };
    (kind, Notice { path: "kind".into(), message: parts.concat() })
}

/// Why the figures can't be drawn as a kind without saying something wrong; empty where they can.
fn refusal(kind: Kind, figures: &[Figure]) -> &'static str {
    match kind {
        Kind::Grouped | Kind::Stacked | Kind::Area | Kind::Slope => series_refusal(kind, figures),
        _ => "",
    }
}

/// The next best kind for figures that a kind can't show.
fn instead(kind: Kind, figures: &[Figure]) -> Kind {
    match kind {
        Kind::Stacked if series_refusal(Kind::Grouped, figures).is_empty() => Kind::Grouped,
        Kind::Area if series_refusal(Kind::Slope, figures).is_empty() => Kind::Line,
        _ => Kind::Bar,
    }
}

/// Picks a kind from the shape of the data alone.
fn auto(figures: &[Figure]) -> (Kind, &'static str) {
    // Only these are ever laid out, and looking at more would take the square of their number.
    let figures = figures.get(..MAX_DATA).unwrap_or(figures);
    let panels = panel::by_unit(figures);
    let [first] = panels.as_slice() else {
        let alone = panels.iter().all(|panel| panel.figures.len() == 1);
        return if alone && panels.len() <= 6 {
            (Kind::Cards, "few figures, each in a unit of its own, have nothing to be compared with")
        } else {
            (Kind::Multiples, "different units need scales of their own")
        };
    };
    if figures.len() == 1 {
        return (Kind::Cards, "a single figure is best read as a number");
    }
    let times = panel::Times::of(figures, &first.figures);
    if times.periods.len() < 2 {
        return (Kind::Bar, "names compare best on horizontal bars");
    }
    let uncertain = figures.iter().any(|figure| {
        figure.amount.is_some_and(|amount| amount.bound != Bound::Exact && amount.bound != Bound::About)
    });
    if times.series.len() > 1 {
        (Kind::Line, "several series over time compare best as lines")
    } else if times.periods.len() <= 6 || (uncertain && times.periods.len() <= 12) {
        (Kind::Column, "a few periods of one series are best seen as columns")
    } else {
        (Kind::Line, "many periods of one series are best seen as a line")
    }
}
