//! JSON text to figures.

use crate::figures::{Error, Figures};
use crate::input::{self, Value};
use crate::json;

/// Reads the JSON text of a figures document.
///
/// # Errors
/// If it is not JSON, with its line, or no figure in it can be read.
pub fn from_json(text: &str) -> Result<Figures, Error> {
    input::from_value(&parse(text)?)
}

/// Parses JSON text.
///
/// # Errors
/// If it is not JSON, with its line.
pub fn parse(text: &str) -> Result<Value, Error> {
    let text = input::check_text(text)?;
    json::parse(text).map_err(|at| {
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let message = format!("not JSON at column {column}; check the quotes, commas and brackets there");
        Error::new(format!("line {line}"), message)
    })
}
