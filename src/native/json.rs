//! JSON text to figures.

use crate::figures::{Error, Figures};
use crate::input::{self, Value};
use std::borrow::Cow;

/// Reads the JSON text of a figures document.
///
/// # Errors
/// If it is not JSON, with its line, or no figure in it can be read.
pub fn from_json(text: &str) -> Result<Figures, Error> {
    input::from_value(&parse(text)?)
}

/// Parses JSON text. The NaN and Infinity that Python writes become texts, to be reported with their paths.
///
/// # Errors
/// If it is not JSON, with its line.
pub fn parse(text: &str) -> Result<Value, Error> {
    let text = input::check_text(text)?;
    let error = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    if let Cow::Owned(quoted) = input::quote_bare_numbers(text)
        && let Ok(value) = serde_json::from_str(&quoted)
    {
        return Ok(value);
    }
    let told = error.to_string();
    let what = told.split(" at line ").next().unwrap_or_default();
    let message =
        format!("not JSON at column {}: {what}; check the quotes, commas and brackets", error.column());
    Err(Error::new(format!("line {}", error.line()), message))
}
