//! The page: what the element class calls, by handle, and the charts that are alive.
//!
//! Only free functions with handles cross the border; what they give back is JSON. The element class
//! owns the page's tree, Rust decides what stands in it and paints the canvas.

mod canvas;

use crate::figures::Error;
use crate::format;
use crate::input::Value;
use crate::json::{self, Json};
use crate::theme::Theme;
use crate::view::View;
use canvas::Canvas;
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// Smaller than the default one, and enough for one thread.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

struct Chart {
    view: Option<View>,
    canvas: Canvas,
}

thread_local! {
    /// A place stays empty for good: a handle that a page still holds must not reach another chart.
    static CHARTS: RefCell<Vec<Option<Box<Chart>>>> = const { RefCell::new(Vec::new()) };
}

/// What was refused, thrown as `[path, message]`.
fn thrown(error: &Error) -> JsValue {
    let mut json = Json::default();
    json.open();
    json.string(error.path());
    json.string(error.message());
    json.close();
    json.into_text().into()
}

/// Makes a chart that paints on a canvas, and gives its handle.
///
/// # Errors
/// Throws when the canvas gives no drawing context.
#[wasm_bindgen]
pub fn open(canvas: HtmlCanvasElement) -> Result<u32, JsValue> {
    let chart = Chart { view: None, canvas: Canvas::new(canvas)? };
    Ok(CHARTS.with_borrow_mut(|charts| {
        charts.push(Some(Box::new(chart)));
        charts.len() as u32 - 1
    }))
}

/// The number of each question that [`ask`] answers, see `www/core/questions.mjs`.
#[allow(missing_docs)]
pub mod question {
    pub const READ: u32 = 0;
    pub const LAY_OUT: u32 = 1;
    pub const COLORS: u32 = 2;
    pub const PAINT: u32 = 3;
    pub const HIT: u32 = 4;
    pub const STEP: u32 = 5;
    pub const FIND: u32 = 6;
    pub const DATUM: u32 = 7;
    pub const TABLE: u32 = 8;
    pub const CLOSE: u32 = 9;
    pub const CSV: u32 = 10;
    pub const FRAME: u32 = 11;
    pub const SVG: u32 = 12;
    pub const TSV: u32 = 13;
    pub const CONTROLS: u32 = 14;
    pub const ABOUT: u32 = 15;
}

/// Answers the page, in JSON; nothing if there is no such chart or it has not been read.
///
/// One function for all, because each one that crosses the border costs glue on both of its sides:
///
/// | question | `text` | `a`, `b`, `c` | answer |
/// | --- | --- | --- | --- |
/// | `READ` | the request, see [`View::read`] | | [`View::texts`] |
/// | `LAY_OUT` | the font family | width, height, how: see there | [`View::lay_out`] |
/// | `COLORS` | colours of the page, if any | 1 for the dark theme | [`Theme::legible`], or [`Theme::list`] |
/// | `PAINT` | colours as `COLORS` gives them | device pixels a CSS px, how much of the way from the picture before is left | |
/// | `HIT` | | a point of the plot | [`View::hit`] |
/// | `STEP` | a key | from which datum | [`View::step`] |
/// | `FIND` | an id | | [`View::find`] |
/// | `DATUM` | | which | [`View::datum`] |
/// | `TABLE` | | which page | [`View::table`] |
/// | `CLOSE` | | | |
/// | `CSV` | | 1 with title and source | [`View::csv`] |
/// | `FRAME` | | | [`View::frame`], whose height and width are those of the canvas once it is painted |
/// | `SVG` | colours as `COLORS` gives them | | [`View::svg`] |
/// | `TSV` | | | [`View::tsv`] |
/// | `CONTROLS` | the request, as for `READ` | | [`View::controls`] |
/// | `ABOUT` | | | [`View::about`] |
///
/// `CSV` to `TSV` need the part `export`, `CONTROLS` the part `controls`, `ABOUT` and `SVG` the part `describe`.
///
/// # Errors
/// Throws `[path, message]` when no figure can be read, or the browser refuses to paint.
#[wasm_bindgen]
pub fn ask(question: u32, handle: u32, text: &str, a: f64, b: f64, c: f64) -> Result<String, JsValue> {
    let read = if question == question::READ {
        let request = json::parse(text).unwrap_or(Value::Null);
        Some(View::read(&request).map_err(|error| thrown(&error))?)
    } else {
        None
    };
    CHARTS.with_borrow_mut(|charts| {
        let Some(place) = charts.get_mut(handle as usize) else { return Ok(String::new()) };
        if question == question::CLOSE {
            if let Some(chart) = place.take() {
                chart.canvas.release();
            }
            return Ok(String::new());
        }
        let Some(chart) = place else { return Ok(String::new()) };
        let Chart { view, canvas } = &mut **chart;
        if read.is_some() {
            if let Some(view) = view {
                canvas.leave(view.scene());
            }
            *view = read;
        }
        let Some(view) = view else { return Ok(String::new()) };
        let number = match question {
            question::READ => return Ok(view.texts()),
            question::LAY_OUT => {
                if c as u32 & 4 == 0 {
                    canvas.set_family(text);
                }
                return Ok(view.lay_out(a, b, c as u32, canvas));
            }
            question::COLORS if text.is_empty() => return Ok(Theme::list(a > 0.0).into()),
            question::COLORS => return Ok(Theme::legible(text)),
            question::PAINT => {
                let theme = Theme::from_list(text);
                canvas.show(view.scene(), &theme, a, b).map_err(|error| thrown(&error))?;
                return Ok(String::new());
            }
            question::CSV => return Ok(view.csv(a > 0.0)),
            question::TSV => return Ok(view.tsv()),
            question::ABOUT => return Ok(view.about()),
            question::CONTROLS => return Ok(View::controls(&json::parse(text).unwrap_or(Value::Null))),
            question::FRAME => {
                view.frame(canvas);
                return Ok(String::new());
            }
            question::SVG => return view.svg(&Theme::from_list(text)).map_err(|error| thrown(&error)),
            question::HIT => view.hit(a, b),
            question::STEP => view.step(a as u32, text),
            question::FIND => view.find(text),
            question::TABLE => return Ok(view.table(a as u32)),
            _ => return Ok(view.datum(a as u32)),
        };
        Ok(format::plain(number.into()))
    })
}

/// The figures as they were read: `{title, subtitle, figures: [{id, label, value …}]}`, or `null`.
///
/// # Errors
/// Throws what the conversion did.
#[wasm_bindgen]
pub fn figures(handle: u32) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    CHARTS.with_borrow(|charts| match charts.get(handle as usize) {
        Some(Some(chart)) => match &chart.view {
            Some(view) => Ok(view.figures().serialize(&serializer)?),
            None => Ok(JsValue::NULL),
        },
        _ => Ok(JsValue::NULL),
    })
}
