//! What only a browser can show: text measured, shapes painted, a chart put into a page.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, ShadowRoot};

wasm_bindgen_test_configure!(run_in_browser);

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.into()
}

/// A host of 600 px with an open shadow root.
fn host() -> (HtmlElement, ShadowRoot) {
    let document = web_sys::window().unwrap().document().unwrap();
    let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    host.style().set_property("width", "600px").unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    let attach: js_sys::Function = Reflect::get(&host, &"attachShadow".into()).unwrap().unchecked_into();
    let root = attach.call1(&host, &object(&[("mode", "open".into())])).unwrap();
    (host, root.unchecked_into())
}

fn rows(rows: &[[&str; 2]]) -> JsValue {
    let list: Array =
        rows.iter().map(|row| row.iter().map(|&cell| JsValue::from(cell)).collect::<Array>()).collect();
    object(&[("rows", list.into())])
}

fn geometry(height: f64) -> JsValue {
    object(&[("height", height.into()), ("grow", false.into())])
}

fn draw(handle: u32, kind: &str) {
    let options = object(&[("kind", kind.into()), ("lang", "zh-CN".into()), ("theme", "light".into())]);
    let table = rows(&[["指标", "数值"], ["投入资金", "40余万元"], ["扶助资金", "180余万元"]]);
    tujie::web::draw(handle, table, options, geometry(300.0)).unwrap();
}

fn find(root: &ShadowRoot, selector: &str) -> Element {
    root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
}

#[wasm_bindgen_test]
fn painted_bars_stand_where_the_scene_says() {
    let (host, root) = host();
    let handle = tujie::web::open(host.clone(), root.clone()).unwrap();
    draw(handle, "bar");
    let canvas: HtmlCanvasElement = find(&root, "canvas").unchecked_into();
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let ratio = f64::from(canvas.width()) / canvas.get_bounding_client_rect().width();
    let marks = tujie::web::marks(handle);
    assert_eq!(marks.length(), 2);
    for mark in marks.iter() {
        let mark: Array = mark.unchecked_into();
        let side = |index: u32| mark.get(index).as_f64().unwrap() * ratio;
        let (x, y, height) = (side(1), side(2), side(4));
        let at = |x: f64| {
            let pixel = context.get_image_data(x, y + height / 2.0, 1.0, 1.0).unwrap().data();
            pixel.to_vec()
        };
        assert_eq!(at(x + 2.0), [0x0b, 0x6a, 0x8e, 255], "the bar's colour");
        assert_eq!(at(x - 4.0)[3], 0, "nothing before the baseline");
    }
    tujie::web::close(handle);
    host.remove();
}

#[wasm_bindgen_test]
fn the_table_is_in_the_page_with_bounds_in_words() {
    let (host, root) = host();
    let handle = tujie::web::open(host.clone(), root).unwrap();
    draw(handle, "cards");
    let table = host.query_selector("table[slot=table]").unwrap().expect("a table");
    let text = table.text_content().unwrap();
    assert!(text.contains("至少400,000元") && text.contains("40余万元"), "{text}");
    tujie::web::close(handle);
    assert!(host.query_selector("table").unwrap().is_none(), "closing leaves nothing");
    host.remove();
}

#[wasm_bindgen_test]
fn data_that_can_not_be_drawn_throw_reason_path_and_message() {
    let (host, root) = host();
    let handle = tujie::web::open(host.clone(), root).unwrap();
    let bad = rows(&[["指标", "数值"], ["甲", "大量"]]);
    let error = tujie::web::draw(handle, bad, object(&[]), geometry(300.0)).unwrap_err();
    let text = |name: &str| Reflect::get(&error, &name.into()).unwrap().as_string().unwrap();
    assert_eq!(text("reason"), "data");
    assert!(text("message").contains("大量"), "{}", text("message"));
    tujie::web::close(handle);
    host.remove();
}

#[wasm_bindgen_test]
fn a_closed_handle_answers_nothing_and_reaches_no_other_chart() {
    let (host, root) = host();
    let first = tujie::web::open(host.clone(), root.clone()).unwrap();
    tujie::web::close(first);
    let second = tujie::web::open(host.clone(), root).unwrap();
    assert_ne!(first, second);
    draw(second, "bar");
    assert_eq!(tujie::web::marks(first).length(), 0);
    assert_eq!(tujie::web::marks(second).length(), 2);
    tujie::web::close(second);
    host.remove();
}
