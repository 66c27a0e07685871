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
    let by_id = |a: usize, b: usize| figures[a].id.cmp(&figures[b].id).then_with(|| given[b].cmp(&given[a]));
    let order = sorted(figures.len(), &by_id);
    let taken = |id: &str| order.binary_search_by(|&index| figures[index].id.as_str().cmp(id)).is_ok();

    // The ids change only after the last look-up, because the order is that of the ids as they are now.
    let mut renamed = vec![None; figures.len()];
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
        renamed[index] = Some(free);
    }
    for (index, id) in renamed.into_iter().enumerate() {
        let Some(id) = id else { continue };
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
    // The look-up takes microseconds, and most figures have the unit of the one before.
    let mut units: Vec<&str> = Vec::with_capacity(figures.len());
    let mut before = "";
    for figure in figures {
        match units.last() {
            Some(unit) if figure.unit == before => units.push(unit),
            _ => units.push(unit::canonical(&figure.unit)),
        }
        before = &figure.unit;
    }
    let by_meaning = |first: usize, second: usize| {
        let (a, b) = (&figures[first], &figures[second]);
        (a.label.cmp(&b.label))
            .then_with(|| a.year.cmp(&b.year))
            .then_with(|| a.group.cmp(&b.group))
            .then_with(|| a.per.cmp(&b.per))
            .then_with(|| units[first].cmp(units[second]))
    };
    let order = sorted(figures.len(), &by_meaning);
    let mut repeats = vec![None; figures.len()];
    let mut first = 0;
    for &index in &order {
        if by_meaning(first, index) != Ordering::Equal {
            first = index;
        } else if first != index {
            repeats[index] = Some(first);
        }
    }
    for (index, first) in repeats.into_iter().enumerate() {
        let Some(first) = first else { continue };
        let first = places[first].path("");
        let message = ["states the same label, group, unit and period as ", &first, "; both are kept"];
        notices.push(Notice { path: places[index].path(""), message: message.concat() });
    }
}

/// The numbers below `len` in the given order, equal ones as they stand. A merge sort of its own, because the
/// standard library's sorts add 6 KB to the download.
fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut run = 1;
    while run < len {
        for start in (0..len).step_by(2 * run) {
            let middle = (start + run).min(len);
            let end = (middle + run).min(len);
            let (mut left, mut right) = (start, middle);
            while left < middle || right < end {
                let next = if right == end
                    || (left < middle && compare(order[left], order[right]) != Ordering::Greater)
                {
                    &mut left
                } else {
                    &mut right
                };
                merged.push(order[*next]);
                *next += 1;
            }
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_keeps_equal_ones_as_they_stand() {
        for len in 0..40 {
            let key = |index: usize| (index * 7) % 5;
            let order = sorted(len, &|a, b| key(a).cmp(&key(b)));
            let mut expected: Vec<usize> = (0..len).collect();
            expected.sort_by_key(|&index| key(index));
            assert_eq!(order, expected);
        }
    }
}
