//! Layout constants that the loader needs before the wasm is there: it reserves a chart's height from them.

use serde_json::{Value, json};
use tujie::layout::{PITCH, Pitch};

/// The layout's own heights, in CSS px.
pub fn pitch() -> Value {
    // Taken apart by name, so that a new constant can't be forgotten here.
    let Pitch { row, narrow_row, narrow, plot, chrome } = PITCH;
    json!({ "row": row, "narrow_row": narrow_row, "narrow": narrow, "plot": plot, "chrome": chrome })
}
