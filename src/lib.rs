//! Tujie (图解) turns the annual figures of a news article into an interactive infographic.
//!
//! ```text
//! input (JSON · CSV · table) → Figures → chart choice → layout → Scene
//!                                                                  │
//!         ┌──────────────┬──────────────┬──────────────┬───────────┤
//!       tween          paint           hit           focus      outline
//!   (old to new) (plotters elements) (pointer)     (keyboard)  (table, sentences)
//!               ┌──────┴──────┐
//!         canvas (web)   SVG (anywhere)
//! ```
//!
//! | module | what it does |
//! | --- | --- |
//! | [`input`] | reads JSON, CSV and tables, each once, into [`figures`] with notices |
//! | [`quantity`], [`mod@unit`] | read "40余万元" as an amount and a unit, and say which units may share an axis |
//! | [`figures`] | the model: figures, amounts and their bounds, periods, notices, errors |
//! | [`change`] | says how a figure stands to that of the period before |
//! | [`choose`], [`panel`] | pick the kind of chart; split figures into panels, series and periods |
//! | [`parts`] | whether figures are parts of one whole, and their shares |
//! | [`sort`], [`controls`] | put figures in the order that a reader asked for; say what can be chosen |
//! | [`layout`] | places every mark and label in a [`scene`], with text measured by [`measure`] |
//! | [`mod@icon`], `geometry` | icons of what is counted, and the curves and cuts that drawings share |
//! | [`paint`] | draws a scene with plotters, in the colours of [`theme`], on any backend |
//! | [`tween`] | the pictures on the way from one scene to the next |
//! | [`hit`], [`focus`] | find the datum under a pointer, and the next one for the keyboard |
//! | [`outline`], [`describe`], [`reader`] | say the same in words: table, key and details; the whole in a few sentences |
//! | [`export`] | the figures as CSV, and the picture with the texts around it |
//! | [`mod@format`], [`words`], [`lang`] | numbers and texts as the reader's language writes them |
//! | [`view`], [`json`] | one chart as the page shows it, handed to the element class as JSON |
//! | `web` | the page: charts by handle, and the canvas (wasm only) |
//! | [`native`] | files: JSON text and encodings (not in wasm) |
//!
//! A picture without a browser:
//!
//! ```
//! use tujie::layout::{Request, layout};
//! use tujie::measure::Tabular;
//! use tujie::{choose, describe, lang::Locale, native, outline, paint, reader::Reader, theme::Theme};
//!
//! let csv = "label,value\n投入资金,40余万元\n印发宣传彩页,1万余张\n培训人员,2000余人\n";
//! let figures = native::read(csv.as_bytes(), None)?;
//! assert_eq!(figures.figures[2].amount.map(|amount| amount.value), Some(2000.0));
//!
//! let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
//! let (kind, notice) = choose::choose("auto", &figures);
//! let request = Request { kind, width: 640.0, height: None, grow: true, large: false, touch: false };
//! let scene = layout(reader, &request, &Tabular);
//! let description = describe::description(&reader, &scene);
//! let svg = paint::svg::svg(&scene, &Theme::light(), outline::title(&reader), &description)?;
//! assert!(svg.starts_with("<svg"), "{notice}");
//! # Ok::<(), tujie::figures::Error>(())
//! ```
//!
//! Rules that hold everywhere; `tests/tidy.rs` and `tests/scene.rs` check them:
//!
//! - Scenes are in CSS px, y down; only painting knows device pixels.
//! - Every coordinate is finite and inside the frame; numbers are checked before plotters sees them.
//! - Every figure that is drawn has one id, one row in the table and one stop for the keyboard.
//! - The centre of a mark that nothing covers hits that mark. Labels never overlap.
//! - Only [`paint`] names plotters; only `web` names plotters-canvas and web-sys. There is no other
//!   code for one platform alone.
//! - Only `web` and [`native`] do input and output; everything between is pure.
//! - One unit to an axis; bars start at zero; a missing value is a gap.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod auto;
pub mod change;
pub mod choose;
pub mod controls;
mod decimal;
pub mod describe;
pub mod export;
pub mod figures;
pub mod focus;
pub mod format;
mod geometry;
pub mod hit;
pub mod icon;
pub mod input;
pub mod json;
pub mod lang;
pub mod layout;
pub mod measure;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
pub mod outline;
pub mod paint;
pub mod panel;
pub mod parts;
pub mod period;
pub mod quantity;
pub mod reader;
pub mod scene;
pub mod sort;
pub mod theme;
pub mod tween;
pub mod unit;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod words;
