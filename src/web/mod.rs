//! The page: what the element class calls, and the charts that are alive.
//!
//! Only free functions with handles cross the border. A chart is taken out of its place while it works,
//! so a call that comes back in from the page finds nothing rather than a chart half changed; events for the
//! page are given back as values, to be dispatched when the work is done.

mod canvas;
mod chart;
mod colors;
mod dom;
mod table;

use crate::figures::Error;
use crate::input::Value;
use chart::{Chart, Geometry};
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, ShadowRoot};

/// Smaller than the default one, and enough for one thread.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static CHARTS: RefCell<Vec<Option<Box<Chart>>>> = const { RefCell::new(Vec::new()) };
}

/// Runs `work` on a chart; nothing happens when the handle is closed or its chart is at work already.
fn with<T>(handle: u32, work: impl FnOnce(&mut Chart) -> T) -> Option<T> {
    let index = handle as usize;
    let mut chart = CHARTS.with_borrow_mut(|charts| charts.get_mut(index)?.take())?;
    let result = work(&mut chart);
    CHARTS.with_borrow_mut(|charts| {
        if let Some(place) = charts.get_mut(index) {
            *place = Some(chart);
        }
    });
    Some(result)
}

/// An error as the element class expects it: `{reason: "data", path, message}`.
fn thrown(error: &Error) -> JsValue {
    dom::object(&[
        ("reason", "data".into()),
        ("path", error.path().into()),
        ("message", error.message().into()),
    ])
}

/// Makes a chart inside the shadow root of `host` and gives back its handle. Nothing shows before [`draw`].
#[wasm_bindgen]
pub fn open(host: HtmlElement, root: ShadowRoot) -> Result<u32, JsValue> {
    let chart = Box::new(Chart::new(host, root)?);
    Ok(CHARTS.with_borrow_mut(|charts| {
        charts.push(Some(chart));
        (charts.len() - 1) as u32
    }))
}

/// Reads a document (`{json}`, `{csv}` or `{rows}`) and draws it. Gives back events `[name, detail]`.
///
/// # Errors
/// Throws `{reason, path, message}` when the document holds nothing that can be drawn.
#[wasm_bindgen]
pub fn draw(handle: u32, document: JsValue, options: JsValue, geometry: JsValue) -> Result<Array, JsValue> {
    let read = |value: JsValue| -> Value { serde_wasm_bindgen::from_value(value).unwrap_or(Value::Null) };
    let (document, options, geometry) = (read(document), read(options), Geometry::new(&read(geometry)));
    with(handle, |chart| {
        chart.read(&document, &options).map_err(|error| thrown(&error))?;
        chart.refresh(geometry, true)
    })
    .unwrap_or_else(|| Ok(Array::new()))
}

/// Lays out and paints again if width, device pixel ratio, colours or fonts have changed.
///
/// # Errors
/// Throws what the page threw.
#[wasm_bindgen]
pub fn refresh(handle: u32, geometry: JsValue) -> Result<Array, JsValue> {
    let geometry = serde_wasm_bindgen::from_value(geometry).unwrap_or(Value::Null);
    with(handle, |chart| chart.refresh(Geometry::new(&geometry), false)).unwrap_or_else(|| Ok(Array::new()))
}

/// Answers an event of the pointer, the keyboard, focus or the browser's search.
///
/// # Errors
/// Throws what the page threw.
#[wasm_bindgen]
pub fn event(handle: u32, event: Event) -> Result<Array, JsValue> {
    with(handle, |chart| chart.event(&event)).unwrap_or_else(|| Ok(Array::new()))
}

/// The figures as they were read.
///
/// # Errors
/// Throws if they can't be made a JavaScript object.
#[wasm_bindgen]
pub fn figures(handle: u32) -> Result<JsValue, JsValue> {
    with(handle, |chart| {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        serde::Serialize::serialize(&crate::input::to_value(&chart.figures), &serializer)
            .map_err(JsValue::from)
    })
    .unwrap_or(Ok(JsValue::UNDEFINED))
}

/// The painted box of each datum: `[id, x, y, width, height]` in CSS px from the canvas's top left.
#[wasm_bindgen]
pub fn marks(handle: u32) -> Array {
    with(handle, |chart| {
        let list = Array::new();
        for datum in &chart.scene.data {
            let mark = datum.mark;
            let row = Array::of1(&datum.id.as_str().into());
            for length in [mark.x, mark.y, mark.width, mark.height] {
                row.push(&length.into());
            }
            list.push(&row);
        }
        list
    })
    .unwrap_or_default()
}

/// Moves the keyboard's focus to the mark of a datum.
///
/// # Errors
/// Throws what the page threw.
#[wasm_bindgen]
pub fn focus_mark(handle: u32, id: &str) -> Result<(), JsValue> {
    with(handle, |chart| match chart.scene.find(id) {
        Some(index) => chart.focus(index),
        None => Ok(()),
    })
    .unwrap_or(Ok(()))
}

/// Lights up the mark of a datum, or none.
///
/// # Errors
/// Throws what the page threw.
#[wasm_bindgen]
pub fn highlight(handle: u32, id: Option<String>) -> Result<(), JsValue> {
    with(handle, |chart| {
        let index = id.and_then(|id| chart.scene.find(&id));
        chart.light(index)
    })
    .unwrap_or(Ok(()))
}

/// Takes the chart out of the page and frees it.
#[wasm_bindgen]
pub fn close(handle: u32) {
    // The place stays empty for good: a handle that a page still holds must not reach another chart.
    let chart = CHARTS.with_borrow_mut(|charts| charts.get_mut(handle as usize)?.take());
    if let Some(chart) = chart {
        chart.remove();
    }
}
