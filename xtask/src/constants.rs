//! Layout constants that the loader needs before the wasm is there: it reserves a chart's height from them.

use serde::Serialize;

/// Heights in CSS px, from which the loader works out the room that a chart will take.
#[derive(Serialize)]
pub struct Pitch {
    /// One row of a chart with a row for each figure.
    pub row: u32,
    /// Everything above and below the rows: title, controls, notes, margins.
    pub frame: u32,
    /// The least height of a chart.
    pub least: u32,
}

/// What the layout uses.
pub const PITCH: Pitch = Pitch { row: 40, frame: 120, least: 200 };
