//! Tujie (图解) turns the annual figures of a news article into an interactive infographic.
//!
//! ```text
//! input (JSON · CSV · table) → Figures → chart choice → Layout → Scene → paint · hit · focus · outline
//! ```
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod decimal;
pub mod figures;
pub mod format;
pub mod input;
pub mod lang;
pub mod quantity;
pub mod unit;
