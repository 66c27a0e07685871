//! Units of values that are missing: a cell without a number says none, and still is a gap among those of its unit.

use crate::figures::Figure;

/// The unit to take over, where one figure stands for another.
fn take(figure: &mut Figure, from: &Figure) {
    figure.unit.clone_from(&from.unit);
    figure.per.clone_from(&from.per);
}

fn is_open(figure: &Figure) -> bool {
    figure.amount.is_none() && figure.unit.is_empty()
}

/// Gives each missing value without a unit that of its neighbour with the same label, or the one that all have.
pub(super) fn fill(figures: &mut [Figure]) {
    for place in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(place);
        if let (Some(from), Some(figure)) = (before.last(), rest.first_mut())
            && is_open(figure)
            && from.label == figure.label
        {
            take(figure, from);
        }
    }
    for place in (1..figures.len()).rev() {
        let (before, rest) = figures.split_at_mut(place);
        if let (Some(figure), Some(from)) = (before.last_mut(), rest.first())
            && is_open(figure)
            && from.label == figure.label
        {
            take(figure, from);
        }
    }
    let mut stated = figures.iter().filter(|figure| !is_open(figure));
    let Some(first) = stated.next().cloned() else { return };
    if stated.all(|figure| figure.unit == first.unit && figure.per == first.per) {
        for figure in figures {
            if is_open(figure) {
                take(figure, &first);
            }
        }
    }
}
