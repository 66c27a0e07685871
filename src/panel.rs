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

/// Whether a label speaks of a rate, though its unit may not: 人均可支配收入.
fn is_average(figure: &Figure) -> bool {
    figure.unit != "%" && mentions(&figure.label, "人均|户均|平均每|每人|每户|per capita|per head|per person")
}

/// Whether two figures may share an axis: one unit, one rate, and for units that do not say
/// what they count (个, 件 …) one group.
pub fn comparable(a: &Figure, b: &Figure) -> bool {
    // Most have one unit, and the list of spellings is long.
    (a.unit == b.unit || unit::canonical(&a.unit) == unit::canonical(&b.unit))
        && a.per == b.per
        && is_average(a) == is_average(b)
        && (a.group == b.group || !unit::is_generic(&a.unit))
}

/// One panel a unit.
pub fn by_unit(figures: &[Figure]) -> Vec<Panel> {
    split(figures, &all(figures.len()).figures, comparable)
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
