//! What only a browser can show: text measured, shapes painted, a chart put into a page.
#![cfg(target_arch = "wasm32")]

use tujie::web::{self, question};
use wasm_bindgen::{Clamped, JsCast};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().unchecked_into()
}

/// Asks with a text and one number.
fn ask(question: u32, handle: u32, text: &str, a: f64) -> String {
    web::ask(question, handle, text, a, 0.0, 0.0).unwrap()
}

fn json(text: &str) -> tujie::input::Value {
    tujie::json::parse(text).unwrap()
}

const REQUEST: &str = r#"{"kind": "bar", "lang": "zh-CN",
    "rows": [["指标", "数值"], ["投入资金", "40余万元"], ["扶助资金", "180余万元"], ["示范村", "50余万元"]]}"#;

/// A chart of three bars, laid out in 600 × 120 px.
fn chart(canvas: &HtmlCanvasElement) -> u32 {
    let handle = web::open(canvas.clone()).unwrap();
    ask(question::READ, handle, REQUEST, 0.0);
    let laid_out = web::ask(question::LAY_OUT, handle, "sans-serif", 600.0, 120.0, 0.0).unwrap();
    let tujie::input::Value::List(answer) = json(&laid_out) else { panic!("no list") };
    assert_eq!(answer[0], tujie::input::Value::Number(120.0));
    handle
}

/// Left, top, width and height of a datum's mark.
fn mark(handle: u32, at: u32) -> [f64; 4] {
    let tujie::input::Value::List(datum) = json(&ask(question::DATUM, handle, "", f64::from(at))) else {
        panic!("no datum {at}")
    };
    [0, 1, 2, 3].map(|index| match datum[index] {
        tujie::input::Value::Number(length) => length,
        _ => panic!("no number"),
    })
}

#[wasm_bindgen_test]
fn painted_bars_stand_where_the_scene_says() {
    for ratio in [1.0, 1.25, 2.0, 3.0] {
        let canvas = canvas();
        let handle = chart(&canvas);
        let colors = ask(question::COLORS, handle, "", 0.0);
        ask(question::PAINT, handle, &colors, ratio);
        assert_eq!(canvas.width(), (600.0 * ratio) as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
        for at in 0..3 {
            let [x, y, _, height] = mark(handle, at);
            let row = ((y + height / 2.0) * ratio).floor();
            let Clamped(pixels) =
                context.get_image_data(0.0, row, f64::from(canvas.width()), 1.0).unwrap().data();
            let is_bar = |column: usize| pixels[4 * column..4 * column + 4] == [0x0b, 0x6a, 0x8e, 255];
            let left = (0..canvas.width() as usize).find(|&column| is_bar(column)).expect("a painted bar");
            assert!(
                (left as f64 - x * ratio).abs() <= ratio.max(1.0),
                "{left} at {ratio}, not {}",
                x * ratio
            );
            let length = (left..).take_while(|&column| is_bar(column)).count() as f64;
            // The mark's box ends with the chevrons, 18 px after the bar.
            let [_, _, width, _] = mark(handle, at);
            assert!((length / ratio - (width - 16.0)).abs() <= 2.0, "{length} at {ratio}, not {width}");
        }
        ask(question::CLOSE, handle, "", 0.0);
    }
}

#[wasm_bindgen_test]
fn text_is_measured_with_the_fonts_of_the_page() {
    let (narrow, wide) = (canvas(), canvas());
    let (a, b) = (web::open(narrow).unwrap(), web::open(wide).unwrap());
    for (handle, family) in [(a, "serif"), (b, "monospace")] {
        let rows = REQUEST.replace("投入资金", "Illimitability").replace("扶助资金", "ill");
        ask(question::READ, handle, &rows, 0.0);
        web::ask(question::LAY_OUT, handle, family, 600.0, 120.0, 0.0).unwrap();
    }
    assert!(mark(b, 0)[0] > mark(a, 0)[0] + 5.0, "wider letters leave less room for bars");
    ask(question::CLOSE, a, "", 0.0);
    ask(question::CLOSE, b, "", 0.0);
}

#[wasm_bindgen_test]
fn data_that_can_not_be_drawn_throw_path_and_message() {
    let handle = web::open(canvas()).unwrap();
    let request = r#"{"json": {"figures": [{"label": "甲", "value": "大量"}]}}"#;
    let error = web::ask(question::READ, handle, request, 0.0, 0.0, 0.0).unwrap_err();
    let text = error.as_string().unwrap();
    assert!(text.starts_with(r#"["figures[0].value","\"大量\" is not a quantity"#), "{text}");
    ask(question::CLOSE, handle, "", 0.0);
}

#[wasm_bindgen_test]
fn a_closed_handle_answers_nothing_and_reaches_no_other_chart() {
    let first = web::open(canvas()).unwrap();
    ask(question::CLOSE, first, "", 0.0);
    let other = canvas();
    let second = chart(&other);
    assert_ne!(first, second);
    assert_eq!(ask(question::DATUM, first, "", 0.0), "");
    assert_ne!(ask(question::DATUM, second, "", 0.0), "");
    ask(question::CLOSE, second, "", 0.0);
    assert_eq!((other.width(), other.height()), (0, 0), "the canvas's memory is given back");
}
