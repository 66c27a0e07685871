//! The real table, a child of the element in the page's own tree.

use super::dom;
use crate::outline::{self, Column};
use crate::reader::Reader;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// Fills `table` with one page of rows.
pub(super) fn fill(table: &HtmlElement, reader: &Reader, page: usize) -> Result<(), JsValue> {
    table.set_text_content(None);
    let caption = dom::child(table, "caption", &[])?;
    caption.set_text_content(Some(outline::title(reader)));
    let columns = outline::columns(reader);
    let head = dom::child(&dom::child(table, "thead", &[])?.into(), "tr", &[])?;
    for &column in &columns {
        let cell = dom::child(&head, "th", &[("scope", "col")])?;
        cell.set_text_content(Some(outline::heading(reader, column)));
    }
    let body = dom::child(table, "tbody", &[])?;
    let rows = reader.figures.figures.iter().skip(page * outline::PAGE).take(outline::PAGE);
    for figure in rows {
        let row = dom::child(&body, "tr", &[("data-id", &figure.id)])?;
        for &column in &columns {
            let cell = if column == Column::Label {
                dom::child(&row, "th", &[("scope", "row")])?
            } else {
                dom::child(&row, "td", &[])?
            };
            cell.set_text_content(Some(&outline::cell(reader, figure, column)));
        }
    }
    Ok(())
}
