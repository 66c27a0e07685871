//! Reading documents: JSON, CSV and tables, each parsed once into [`Figures`] with notices.
//!
//! Whatever brings the figures, each becomes the same `fields` and goes through the one `reader`; only the path
//! in a notice tells whether it stood in a list (`figures[3].value`), a file (`line 12`) or a table (`row 12`).

mod amount;
mod cell;
mod columns;
mod csv;
mod encoding;
mod fields;
mod gaps;
mod header;
mod ids;
mod json;
pub mod period;
mod reader;
mod roles;
mod table;
mod value;

use crate::figures::{Error, Figures};

pub(crate) use amount::unscaled;
pub use encoding::{Encoding, sniff};
pub use fields::FIGURE_FIELDS;
pub use json::{DOCUMENT_FIELDS, from_value};
pub use table::{from_cells, from_rows};
pub use value::Value;

/// The longest text that is read, in bytes of UTF-8: 5 MiB.
pub const MAX_TEXT: usize = 5 << 20;

/// The most rows, and the most figures, that are read.
pub const MAX_ROWS: usize = 200_000;

/// The most columns of a table that are read.
pub const MAX_COLUMNS: usize = 50_000;

/// The most characters that a label may have.
pub const MAX_LABEL: usize = 10_000;

/// The form of a text with figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A figures document.
    Json,
    /// A table in text.
    Csv,
}

impl Format {
    /// The form that a text has: JSON starts with a brace or a bracket.
    pub fn of(text: &str) -> Format {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if start.starts_with(['{', '[']) { Format::Json } else { Format::Csv }
    }
}

/// Reads CSV text, with commas, tabs or semicolons.
///
/// # Errors
/// If the text is too long, the columns can't be told apart, or no row can be read.
pub fn from_csv(text: &str) -> Result<Figures, Error> {
    from_rows(&csv::lines(check_text(text)?), "line", "")
}

/// The text without its byte order mark, if it can hold figures at all.
///
/// # Errors
/// If it is empty, longer than [`MAX_TEXT`], or an HTML page, which servers send for what they don't find.
pub fn check_text(text: &str) -> Result<&str, Error> {
    let text = text.trim_start_matches('\u{feff}');
    let start = text.trim_start();
    let is_html = ["<!doctype", "<html"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|found| found.eq_ignore_ascii_case(tag)));
    let message = if start.is_empty() {
        "is empty; write a table such as label,value and below it 培训人员,2000余人"
    } else if text.len() > MAX_TEXT {
        "is longer than the 5 MiB that can be read; split it or leave out what is not charted"
    } else if is_html {
        "is an HTML page, neither JSON nor CSV; check the address of the data"
    } else {
        return Ok(text);
    };
    Err(Error::new("", message))
}

/// Whether an address may be linked to: `http:` or `https:` and nothing else.
pub fn is_web_address(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    })
}
