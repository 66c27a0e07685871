//! Which figures may share an axis, and how they fall into series and periods.

use crate::figures::{Figure, Period};
use crate::unit;
use crate::words::mentions;

/// Figures that share one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The figures, as indices into the document, in the author's order.
    pub figures: Vec<usize>,
}

/// What two figures have in common that may share an axis: the unit, whether and of what it is a rate, and for units that do
/// not say what they count (个, 件 …) the group.
type Axis<'a> = (&'a str, &'a str, bool, &'a str);

/// The axis of a figure.
fn axis(figure: &Figure) -> Axis<'_> {
    // A label or heading may speak of a rate though the unit doesn't: 人均可支配收入. That of all which the others are
    // compared with is of their kind: 全国平均.
    let words = "人均|户均|平均|每人|每户|每村|per capita|per head|per person|average|per 1";
    let is_average = |text: &str| {
        let mut bare = text.len();
        for word in "平均|平均值|平均水平|average".split('|') {
            let start = text.len().saturating_sub(word.len());
            if text.as_bytes()[start..].eq_ignore_ascii_case(word.as_bytes()) {
                bare = start;
            }
        }
        mentions(&text[..bare], words)
    };
    let of_average = figure.unit != "%" && (is_average(&figure.label) || is_average(&figure.group));
    let unit = unit::canonical(&figure.unit);
    (unit, &figure.per, of_average, if unit::is_generic(unit) { &figure.group } else { "" })
}

/// Whether two figures may share an axis.
pub fn comparable(a: &Figure, b: &Figure) -> bool {
    axis(a) == axis(b)
}

/// One panel an axis, in order of first appearance.
pub fn by_axis(figures: &[Figure], indices: &[usize]) -> Vec<Panel> {
    let mut panels: Vec<Panel> = Vec::new();
    // There may be as many as figures, and a unit is looked up in a long list.
    let mut axes: Vec<Axis> = Vec::new();
    for &index in indices {
        let axis = axis(&figures[index]);
        match axes.iter().position(|other| *other == axis) {
            Some(place) => panels[place].figures.push(index),
            None => {
                axes.push(axis);
                panels.push(Panel { figures: vec![index] });
            }
        }
    }
    panels
}

/// The same for all figures.
pub fn by_unit(figures: &[Figure]) -> Vec<Panel> {
    by_axis(figures, &all(figures.len()).figures)
}

/// One panel for the first `count` figures.
pub fn all(count: usize) -> Panel {
    Panel { figures: (0..count).collect() }
}

/// Splits in order of first appearance. The relation is an equivalence, so the first of a panel speaks for all.
pub fn split(figures: &[Figure], indices: &[usize], same: fn(&Figure, &Figure) -> bool) -> Vec<Panel> {
    let mut panels: Vec<Panel> = Vec::new();
    for &index in indices {
        let place = panels.iter_mut().find(|panel| same(&figures[panel.figures[0]], &figures[index]));
        match place {
            Some(panel) => panel.figures.push(index),
            None => panels.push(Panel { figures: vec![index] }),
        }
    }
    panels
}

/// The figures of a panel as series over periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// Every period that occurs, in order.
    pub periods: Vec<Period>,
    /// For each label its figures, in order of time.
    pub series: Vec<Vec<usize>>,
}

impl Times {
    /// Figures with the same label are one series; those without a period are left out.
    pub fn of(figures: &[Figure], indices: &[usize]) -> Times {
        let mut times = Times { periods: Vec::new(), series: Vec::new() };
        for &index in indices {
            let figure = &figures[index];
            let Some(year) = figure.year else { continue };
            if let Err(place) = times.periods.binary_search(&year) {
                times.periods.insert(place, year);
            }
            let series = times.series.iter_mut().find(|series| {
                series.first().is_some_and(|&first| {
                    figures[first].label == figure.label && figures[first].group == figure.group
                })
            });
            match series {
                Some(series) => {
                    let place = series.partition_point(|&other| figures[other].year <= figure.year);
                    series.insert(place, index);
                }
                None => times.series.push(vec![index]),
            }
        }
        times
    }
}
