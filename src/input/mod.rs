//! Reading documents: JSON, CSV and tables, each parsed once into [`Figures`] with notices.

use crate::figures::{Error, Figures};

/// A value of a JSON-like document, whatever brought it (JSON text, a JavaScript object).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null` or `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number; may be NaN or infinite when it comes from JavaScript.
    Number(f64),
    /// Text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in its own order.
    Map(Vec<(String, Value)>),
}

/// Reads a figures document (object with `figures`).
pub fn from_value(value: &Value) -> Result<Figures, Error> {
    let _ = value;
    Err(Error::new("", "not built yet"))
}

/// Reads rows of cells (from an HTML table or CSV), the first row being the header.
pub fn from_rows(rows: &[Vec<String>]) -> Result<Figures, Error> {
    let _ = rows;
    Err(Error::new("", "not built yet"))
}

/// Reads CSV text.
pub fn from_csv(text: &str) -> Result<Figures, Error> {
    let _ = text;
    Err(Error::new("", "not built yet"))
}
