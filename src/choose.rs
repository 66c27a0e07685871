//! Which kind of chart suits the figures.

use crate::figures::{Bound, Figure, Figures, Notice};
use crate::layout::MAX_DATA;
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
}

/// Every name the `kind` option takes: first those of [`KINDS`], then those that can't be drawn yet.
const NAMES: &str =
    "cards|bar|column|line|multiples|grouped|stacked|area|slope|dot|donut|waffle|pictogram|progress|treemap";

/// In the order of their declaration.
const KINDS: [Kind; 5] = [Kind::Cards, Kind::Bar, Kind::Column, Kind::Line, Kind::Multiples];

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
    let name = place.map_or(option, |place| words::nth(NAMES, place));
    let asked = place.and_then(|place| KINDS.get(place));
    let (kind, reason) = asked.map_or_else(|| auto(&figures.figures), |&kind| (kind, ""));
    let message = if asked.is_some() {
        [name, " was asked for"].concat()
    } else {
        let (quote, name, what) = if place.is_some() {
            ("", name, " can't be drawn yet; drawn as ")
        } else if option.is_empty() || option.eq_ignore_ascii_case("auto") {
            ("", "auto", " chose ")
        } else {
            ("\"", name, "\" is no kind of chart; drawn as ")
        };
        [quote, name, what, kind.name(), ": ", reason].concat()
    };
    (kind, Notice { path: "kind".into(), message })
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
