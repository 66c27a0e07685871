//! Units of values that are missing: a cell without a number says none, and still is a gap among those of its unit.

use crate::figures::Figure;

fn is_open(figure: &Figure) -> bool {
    figure.amount.is_none() && figure.unit.is_empty()
}

/// Gives a figure the unit of another one.
fn take(figures: &mut [Figure], place: usize, from: usize) {
    let (unit, per) = (figures[from].unit.clone(), figures[from].per.clone());
    (figures[place].unit, figures[place].per) = (unit, per);
}

/// Gives each missing value without a unit that of its neighbour with the same label, or the one that all have.
pub(super) fn fill(figures: &mut [Figure]) {
    let count = figures.len();
    // Forth, each from the one before it, and back, each from the one behind it.
    for step in 2..count * 2 {
        let (place, from) =
            if step <= count { (step - 1, step - 2) } else { (count * 2 - 1 - step, count * 2 - step) };
        if is_open(&figures[place]) && figures[place].label == figures[from].label {
            take(figures, place, from);
        }
    }
    let Some(first) = figures.iter().position(|figure| !is_open(figure)) else { return };
    for figure in &*figures {
        if !is_open(figure) && (figure.unit != figures[first].unit || figure.per != figures[first].per) {
            return;
        }
    }
    for place in 0..count {
        if is_open(&figures[place]) {
            take(figures, place, first);
        }
    }
}
