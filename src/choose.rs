//! Which kind of chart suits the figures.

use crate::auto::auto;
use crate::figures::{Figure, Figures, Notice};
use crate::layout::{MAX_DATA, refusal as series_refusal};
use crate::{panel, parts, words};

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
    // The page asks for what judges this kind by the same letters: see `chooser` in www/core/view.mjs.
    let option = option.trim_ascii();
    let place = NAMES.split('|').position(|name| name.eq_ignore_ascii_case(option));
    let asked = place.and_then(|place| KINDS.get(place)).copied();
    let (kind, parts) = match asked {
        // The first five can show any figures; what asks about the others is loaded with them.
        Some(kind) => {
            match if kind as u8 > Kind::Multiples as u8 { refused(kind, &figures.figures) } else { None } {
                None => (kind, [kind.name(), " was asked for", "", "", ""]),
                Some((why, drawn)) => (drawn, [kind.name(), " ", why, "; drawn as ", drawn.name()]),
            }
        }
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

/// Why the figures can't be drawn as a kind, and as what they are drawn instead.
#[inline(never)]
fn refused(kind: Kind, figures: &[Figure]) -> Option<(&'static str, Kind)> {
    match refusal(kind, figures) {
        "" => None,
        why => Some((why, instead(kind, figures))),
    }
}

/// Why the figures can't be drawn as a kind without saying something wrong; empty where they can.
fn refusal(kind: Kind, figures: &[Figure]) -> &'static str {
    match kind {
        Kind::Grouped | Kind::Stacked | Kind::Area | Kind::Slope => series_refusal(kind, figures),
        _ => parts::refusal(kind, figures, &panel::all(figures.len().min(MAX_DATA)).figures),
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
