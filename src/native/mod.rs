//! Input and output where there is an operating system.

pub mod json;
pub mod text;

use crate::figures::{Error, Figures};
use crate::input::{self, Format};

/// Reads the bytes of a file. Without a format its content tells.
///
/// # Errors
/// If no figure in it can be read.
pub fn read(bytes: &[u8], format: Option<Format>) -> Result<Figures, Error> {
    let text = text::decode(bytes);
    match format.unwrap_or_else(|| Format::of(&text)) {
        Format::Json => json::from_json(&text),
        Format::Csv => input::from_csv(&text),
    }
}
