//! A document as the text or the page gave it, before anything in it is understood.

/// A value of a JSON-like document, whatever brought it (JSON text, a JavaScript object).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null` or `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number; may be NaN or infinite when it comes from JavaScript.
    Number(f64),
    /// Text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in its own order.
    Map(Vec<(String, Value)>),
}

/// A field of an object; the last one where a name is repeated, as in `JSON.parse`.
pub(super) fn field<'a>(fields: &'a [(String, Value)], name: &str) -> Option<&'a Value> {
    fields.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
}
