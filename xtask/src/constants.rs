//! Layout constants that the loader needs before the wasm is there: it reserves a chart's height from them.

use tujie::layout::{PITCH, Pitch};

/// The layout's own heights, in CSS px, by the names that the loader's sources use.
pub fn pitch() -> [(&'static str, f64); 5] {
    // Taken apart by name, so that a new constant can't be forgotten here.
    let Pitch { row, narrow_row, narrow, plot, chrome } = PITCH;
    [
        ("__PITCH__.row", row),
        ("__PITCH__.narrow_row", narrow_row),
        ("__PITCH__.narrow", narrow),
        ("__PITCH__.plot", plot),
        ("__PITCH__.chrome", chrome),
    ]
}
