//! Tujie (图解) turns the annual figures of a news article into an interactive infographic.
//!
//! ```text
//! input (JSON · CSV · table) → Figures → chart choice → Layout → Scene → paint · hit · focus · outline
//! ```
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod choose;
pub mod figures;
pub mod focus;
pub mod format;
pub mod hit;
pub mod input;
pub mod lang;
pub mod layout;
pub mod measure;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
pub mod outline;
pub mod paint;
pub mod panel;
pub mod quantity;
pub mod reader;
pub mod scene;
pub mod theme;
pub mod unit;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod words;
