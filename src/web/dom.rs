//! The few things the widget does to the page's tree.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Document, Element, HtmlElement, Window};

/// The page's window; throws where there is none.
pub(super) fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or_else(|| "no window".into())
}

/// The page's document; throws where there is none.
pub(super) fn document() -> Result<Document, JsValue> {
    window()?.document().ok_or_else(|| "no document".into())
}

/// A new element with attributes.
pub(super) fn element(name: &str, attributes: &[(&str, &str)]) -> Result<HtmlElement, JsValue> {
    let element = document()?.create_element(name)?;
    for (name, value) in attributes {
        element.set_attribute(name, value)?;
    }
    Ok(element.unchecked_into())
}

/// A new last child with attributes.
pub(super) fn child(
    parent: &Element,
    name: &str,
    attributes: &[(&str, &str)],
) -> Result<HtmlElement, JsValue> {
    let element = element(name, attributes)?;
    parent.append_child(&element)?;
    Ok(element)
}

/// Sets the text of an element, which is hidden while it has none.
pub(super) fn fill(element: &HtmlElement, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
    element.set_hidden(text.is_empty());
}

/// Sets one property of an element's style; a property the browser does not know is left out by it.
pub(super) fn style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// Places an absolutely positioned element, in CSS px.
pub(super) fn place(element: &HtmlElement, sides: &[(&str, f64)]) {
    for (property, length) in sides {
        style(element, property, &[&length.to_string(), "px"].concat());
    }
}

/// The computed style of an element; throws where it has none.
pub(super) fn computed(element: &Element) -> Result<CssStyleDeclaration, JsValue> {
    window()?.get_computed_style(element)?.ok_or_else(|| "no style".into())
}

/// Whether a media query holds.
pub(super) fn media(query: &str) -> bool {
    window().and_then(|window| window.match_media(query)).ok().flatten().is_some_and(|list| list.matches())
}

/// A JavaScript object.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh plain object takes every property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Adds a constructed style sheet to a document or shadow root: the one way that a strict policy allows.
pub(super) fn adopt(target: &JsValue, css: &str) -> Result<(), JsValue> {
    let sheet = web_sys::CssStyleSheet::new()?;
    sheet.replace_sync(css)?;
    let key = "adoptedStyleSheets".into();
    let sheets = Array::from(&Reflect::get(target, &key)?);
    sheets.push(&sheet);
    Reflect::set(target, &key, &sheets)?;
    Ok(())
}
