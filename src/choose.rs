//! Which kind of chart suits the figures.

use crate::auto::auto;
use crate::figures::{Figures, Notice};
use crate::format;
use crate::layout::refused;
use crate::words;

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

/// The kind that the option asks for, if it does.
pub fn asked(option: &str) -> Option<Kind> {
    // The page asks for what judges this kind by the same letters: see `chooser` in www/core/wanted.mjs.
    let place = NAMES.split('|').position(|name| name.eq_ignore_ascii_case(option.trim_ascii()));
    place.and_then(|place| KINDS.get(place)).copied()
}

/// The kind that the option asks for, or the one that suits; with a notice that says why.
pub fn choose(option: &str, figures: &Figures) -> (Kind, Notice) {
    let option = option.trim_ascii();
    let (kind, parts) = match asked(option) {
        Some(kind) => match refused(kind, &figures.figures) {
            ("", _) => (kind, [kind.name(), " was asked for", "", "", ""]),
            (why, drawn) => (drawn, [kind.name(), " ", why, "; drawn as ", drawn.name()]),
        },
        None => {
            let (kind, reason) = auto(figures);
            if option.is_empty() || option.eq_ignore_ascii_case("auto") {
                (kind, ["auto chose ", kind.name(), ": ", reason, ""])
            } else {
                (kind, [option, " is not a kind of chart; drawn as ", kind.name(), ": ", reason])
            }
        }
    };
    (kind, Notice { path: "kind".into(), message: format::concat(&parts) })
}
