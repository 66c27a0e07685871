//! The page: what the element class calls, by handle, and the charts that are alive.
//!
//! Only free functions with handles cross the border; what they give back is JSON. The element class
//! owns the page's tree, Rust decides what stands in it and paints the canvas.

mod canvas;

use crate::figures::Error;
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
    static CHARTS: RefCell<Vec<Option<Chart>>> = const { RefCell::new(Vec::new()) };
}

/// Asks the view of a chart; `or` if there is none.
fn ask<T>(handle: u32, or: T, question: impl FnOnce(&mut View, &mut Canvas) -> T) -> T {
    CHARTS.with_borrow_mut(|charts| match charts.get_mut(handle as usize) {
        Some(Some(Chart { view: Some(view), canvas })) => question(view, canvas),
        _ => or,
    })
}

/// `[path, message]`, as the element class expects what is wrong in the data.
fn thrown(error: &Error) -> JsValue {
    let mut json = Json::default();
    json.open();
    json.string(error.path());
    json.string(error.message());
    json.close();
    json.into_text().into()
}

/// Makes a chart on a canvas and gives back its handle.
///
/// # Errors
/// Throws if the browser gives no 2d context.
#[wasm_bindgen]
pub fn open(canvas: HtmlCanvasElement) -> Result<u32, JsValue> {
    let chart = Chart { view: None, canvas: Canvas::new(canvas)? };
    Ok(CHARTS.with_borrow_mut(|charts| {
        charts.push(Some(chart));
        charts.len() as u32 - 1
    }))
}

/// Reads the JSON text of a request: `{json}` or `{rows}` with the options beside it, and gives back
/// [`View::texts`]. What was shown before stays when it can't be read.
///
/// # Errors
/// Throws `[path, message]` when the document holds nothing that can be drawn.
#[wasm_bindgen]
pub fn read(handle: u32, request: &str) -> Result<String, JsValue> {
    let request = json::parse(request).unwrap_or(Value::Null);
    let view = View::read(&request).map_err(|error| thrown(&error))?;
    let texts = view.texts();
    CHARTS.with_borrow_mut(|charts| {
        if let Some(Some(chart)) = charts.get_mut(handle as usize) {
            chart.view = Some(view);
        }
    });
    Ok(texts)
}

/// Lays out with the page's font families: [`View::lay_out`].
#[wasm_bindgen]
pub fn lay_out(handle: u32, width: f64, height: f64, grow: bool, family: String) -> String {
    ask(handle, String::new(), |view, canvas| {
        canvas.set_family(family);
        view.lay_out(width, height, grow, canvas)
    })
}

/// The colours of a theme, in the order of [`Theme::list`].
#[wasm_bindgen]
pub fn colors(dark: bool) -> String {
    Theme::list(dark).into()
}

/// Paints what was laid out, in colours as [`colors`] gives them, at `ratio` device pixels a CSS px.
///
/// # Errors
/// Throws `[path, message]` if the browser refuses.
#[wasm_bindgen]
pub fn paint(handle: u32, colors: &str, ratio: f64) -> Result<(), JsValue> {
    let theme = Theme::from_list(colors);
    ask(handle, Ok(()), |view, canvas| canvas.paint(view.scene(), &theme, ratio))
        .map_err(|error| thrown(&error))
}

/// See [`View::hit`].
#[wasm_bindgen]
pub fn hit(handle: u32, x: f64, y: f64) -> i32 {
    ask(handle, -1, |view, _| view.hit(x, y))
}

/// See [`View::step`].
#[wasm_bindgen]
pub fn step(handle: u32, at: u32, key: &str) -> i32 {
    ask(handle, -1, |view, _| view.step(at, key))
}

/// See [`View::find`].
#[wasm_bindgen]
pub fn find(handle: u32, id: &str) -> i32 {
    ask(handle, -1, |view, _| view.find(id))
}

/// See [`View::datum`].
#[wasm_bindgen]
pub fn datum(handle: u32, at: u32) -> String {
    ask(handle, "null".into(), |view, _| view.datum(at))
}

/// See [`View::table`].
#[wasm_bindgen]
pub fn table(handle: u32, page: u32) -> String {
    ask(handle, "null".into(), |view, _| view.table(page))
}

/// The figures as they were read: `{title, subtitle, figures: [{id, label, value …}]}`.
///
/// # Errors
/// Throws what the conversion did.
#[wasm_bindgen]
pub fn figures(handle: u32) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    ask(handle, Ok(JsValue::NULL), |view, _| Ok(view.figures().serialize(&serializer)?))
}

/// Frees a chart.
#[wasm_bindgen]
pub fn close(handle: u32) {
    let chart = CHARTS.with_borrow_mut(|charts| charts.get_mut(handle as usize)?.take());
    if let Some(chart) = chart {
        chart.canvas.release();
    }
}
