//! What only a browser can show: text measured, shapes painted, a chart put into a page.
#![cfg(target_arch = "wasm32")]

use tujie::web;
use wasm_bindgen::{Clamped, JsCast};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().unchecked_into()
}

fn json(text: &str) -> tujie::input::Value {
    tujie::json::parse(text).unwrap()
}

const REQUEST: &str = r#"{"kind": "bar", "lang": "zh-CN",
    "rows": [["指标", "数值"], ["投入资金", "40余万元"], ["扶助资金", "180余万元"], ["示范村", "50余万元"]]}"#;

/// A chart of three bars, laid out in 600 × 120 px.
fn chart(canvas: &HtmlCanvasElement) -> u32 {
    let handle = web::open(canvas.clone()).unwrap();
    web::read(handle, REQUEST).unwrap();
    let tujie::input::Value::List(answer) =
        json(&web::lay_out(handle, 600.0, 120.0, false, "sans-serif".into()))
    else {
        panic!("no list");
    };
    assert_eq!(answer[0], tujie::input::Value::Number(120.0));
    handle
}

/// Left, top, width and height of a datum's mark.
fn mark(handle: u32, at: u32) -> [f64; 4] {
    let tujie::input::Value::List(datum) = json(&web::datum(handle, at)) else { panic!("no datum {at}") };
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
        web::paint(handle, &web::colors(false), ratio).unwrap();
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
        web::close(handle);
    }
}

#[wasm_bindgen_test]
fn text_is_measured_with_the_fonts_of_the_page() {
    let (narrow, wide) = (canvas(), canvas());
    let (a, b) = (web::open(narrow).unwrap(), web::open(wide).unwrap());
    for (handle, family) in [(a, "serif"), (b, "monospace")] {
        let rows = REQUEST.replace("投入资金", "Illimitability").replace("扶助资金", "ill");
        web::read(handle, &rows).unwrap();
        web::lay_out(handle, 600.0, 120.0, false, family.into());
    }
    assert!(mark(b, 0)[0] > mark(a, 0)[0] + 5.0, "wider letters leave less room for bars");
    web::close(a);
    web::close(b);
}

#[wasm_bindgen_test]
fn data_that_can_not_be_drawn_throw_path_and_message() {
    let handle = web::open(canvas()).unwrap();
    let error =
        web::read(handle, r#"{"json": {"figures": [{"label": "甲", "value": "大量"}]}}"#).unwrap_err();
    let text = error.as_string().unwrap();
    assert!(text.starts_with(r#"["figures[0].value","\"大量\" is not a quantity"#), "{text}");
    web::close(handle);
}

#[wasm_bindgen_test]
fn a_closed_handle_answers_nothing_and_reaches_no_other_chart() {
    let first = web::open(canvas()).unwrap();
    web::close(first);
    let other = canvas();
    let second = chart(&other);
    assert_ne!(first, second);
    assert_eq!(web::datum(first, 0), "null");
    assert_ne!(web::datum(second, 0), "null");
    web::close(second);
    assert_eq!((other.width(), other.height()), (0, 0), "the canvas's memory is given back");
}
