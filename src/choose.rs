//! Which kind of chart suits the figures.

use crate::figures::{Bound, Figure, Figures, Notice};
use crate::panel;

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

/// Every name the `kind` option takes.
const NAMES: [(&str, Option<Kind>); 15] = [
    ("cards", Some(Kind::Cards)),
    ("bar", Some(Kind::Bar)),
    ("column", Some(Kind::Column)),
    ("line", Some(Kind::Line)),
    ("multiples", Some(Kind::Multiples)),
    ("grouped", None),
    ("stacked", None),
    ("area", None),
    ("slope", None),
    ("dot", None),
    ("donut", None),
    ("waffle", None),
    ("pictogram", None),
    ("progress", None),
    ("treemap", None),
];

impl Kind {
    /// The name of the option's value.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, kind)| *kind == Some(self)).map_or("", |(name, _)| name)
    }
}

/// The kind that the option asks for, or the one that suits; with a notice that says why.
pub fn choose(option: &str, figures: &Figures) -> (Kind, Notice) {
    let option = option.trim();
    let asked = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(option));
    if let Some((name, Some(kind))) = asked {
        return (*kind, notice(&[name, " was asked for"]));
    }
    let (kind, reason) = auto(&figures.figures);
    let name = kind.name();
    let notice = match asked {
        Some((other, _)) => notice(&[other, " can't be drawn yet; drawn as ", name, ": ", reason]),
        None if option.is_empty() || option.eq_ignore_ascii_case("auto") => {
            notice(&["auto chose ", name, ": ", reason])
        }
        None => notice(&["\"", option, "\" is no kind of chart; drawn as ", name, ": ", reason]),
    };
    (kind, notice)
}

fn notice(parts: &[&str]) -> Notice {
    Notice { path: "kind".into(), message: parts.concat() }
}

/// Picks a kind from the shape of the data alone.
fn auto(figures: &[Figure]) -> (Kind, &'static str) {
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
