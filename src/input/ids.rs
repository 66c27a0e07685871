//! Ids that are unique in their document, and figures that state the same thing twice.

use super::place::Place;
use super::value::quoted;
use crate::figures::{Figure, Notice};
use crate::unit;
use std::cmp::Ordering;

/// Gives every figure without an id `label@year`, and every repeated id `#2`, `#3` …. A given id goes before
/// a made one. `places` are those of the figures.
pub(super) fn assign(figures: &mut [Figure], places: &[Place], notices: &mut Vec<Notice>) {
    let given: Vec<bool> = figures.iter().map(|figure| !figure.id.is_empty()).collect();
    for figure in figures.iter_mut().filter(|figure| figure.id.is_empty()) {
        figure.id = match figure.year {
            Some(year) => [&figure.label, "@", &year.to_string()].concat(),
            None => figure.label.clone(),
        };
    }
    let order =
        sorted(figures.len(), |a, b| figures[a].id.cmp(&figures[b].id).then_with(|| given[b].cmp(&given[a])));
    let taken = |id: &str| order.binary_search_by(|&index| figures[index].id.as_str().cmp(id)).is_ok();

    // The ids change only after the last look-up, because the order is that of the ids as they are now.
    let mut renamed: Vec<(usize, String)> = Vec::new();
    let mut number = 1;
    for pair in order.windows(2) {
        let [before, index] = *pair else { continue };
        let id = &figures[index].id;
        if figures[before].id != *id {
            number = 1;
            continue;
        }
        let free = loop {
            number += 1;
            let candidate = [id, "#", &number.to_string()].concat();
            if !taken(&candidate) {
                break candidate;
            }
        };
        renamed.push((index, free));
    }
    renamed.sort_unstable_by_key(|(index, _)| *index);
    for (index, id) in renamed {
        if given[index] {
            let message =
                [&quoted(&figures[index].id), " is the id of another figure; this one is ", &quoted(&id)];
            notices.push(Notice { path: places[index].path("id"), message: message.concat() });
        }
        figures[index].id = id;
    }
}

/// Says which figures have the label, group, unit and period of an earlier one.
pub(super) fn note_repeated(figures: &[Figure], places: &[Place], notices: &mut Vec<Notice>) {
    let by_meaning = |a: usize, b: usize| {
        let (a, b) = (&figures[a], &figures[b]);
        (a.label.cmp(&b.label))
            .then_with(|| a.year.cmp(&b.year))
            .then_with(|| a.group.cmp(&b.group))
            .then_with(|| a.per.cmp(&b.per))
            .then_with(|| unit::canonical(&a.unit).cmp(unit::canonical(&b.unit)))
    };
    let order = sorted(figures.len(), by_meaning);
    let mut repeated: Vec<(usize, usize)> = Vec::new();
    let mut first = 0;
    for &index in &order {
        if by_meaning(first, index) != Ordering::Equal {
            first = index;
        } else if first != index {
            repeated.push((index, first));
        }
    }
    repeated.sort_unstable();
    for (index, first) in repeated {
        let first = places[first].path("");
        let message = ["states the same label, group, unit and period as ", &first, "; both are kept"];
        notices.push(Notice { path: places[index].path(""), message: message.concat() });
    }
}

/// The numbers below `len` in the given order, equal ones as they stand.
fn sorted(len: usize, compare: impl Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}
