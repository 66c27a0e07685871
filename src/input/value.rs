//! A document as the text or the page gave it, before anything in it is understood.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::fmt;

/// How deep lists and objects may lie in each other. A figures document needs four levels; the limit
/// keeps a JavaScript object that contains itself from exhausting the stack.
const MAX_DEPTH: u8 = 64;

/// The largest whole number up to which an `f64` tells every whole number from its neighbours.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

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

/// The fields of an object, in its own order.
pub(super) type Fields = [(String, Value)];

/// A field of an object; the last one where a name is repeated, as in `JSON.parse`.
pub(super) fn field<'a>(fields: &'a Fields, name: &str) -> Option<&'a Value> {
    fields.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
}

impl Value {
    /// The text of a text or a finite number, without the space around it.
    pub(super) fn as_text(&self) -> Option<String> {
        match self {
            Value::Text(text) => Some(text.trim().to_string()),
            Value::Number(number) if number.is_finite() => Some(number.to_string()),
            _ => None,
        }
    }

    /// How a message names the value.
    pub(super) fn named(&self) -> String {
        match self {
            Value::Null => "null".to_string(),
            Value::Bool(true) => "true".to_string(),
            Value::Bool(false) => "false".to_string(),
            Value::Number(number) if number.is_nan() => "NaN".to_string(),
            Value::Number(number) if number.is_infinite() && *number > 0.0 => "Infinity".to_string(),
            Value::Number(number) if number.is_infinite() => "-Infinity".to_string(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => quoted(text),
            Value::List(_) => "a list".to_string(),
            Value::Map(_) => "an object".to_string(),
        }
    }
}

/// A text between quotation marks, cut where it is too long for a sentence.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(40) {
        Some((end, _)) => ["\"", text.get(..end).unwrap_or(text), "…\""].concat(),
        None => ["\"", text, "\""].concat(),
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            // Whole numbers are written without a fraction: 2011, not 2011.0.
            Value::Number(value) if value.trunc() == *value && value.abs() <= MAX_SAFE_INTEGER => {
                serializer.serialize_i64(*value as i64)
            }
            Value::Number(value) if value.is_finite() => serializer.serialize_f64(*value),
            Value::Number(_) => serializer.serialize_unit(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Value::Map(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> serde::Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        Nested(MAX_DEPTH).deserialize(deserializer)
    }
}

/// Reads a value in which this many levels may still follow.
#[derive(Clone, Copy)]
struct Nested(u8);

impl Nested {
    fn deeper<E: Error>(self) -> Result<Nested, E> {
        self.0
            .checked_sub(1)
            .map(Nested)
            .ok_or_else(|| E::custom("lists and objects lie too deep in each other"))
    }
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("null, true, false, a number, a text, a list or an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(deeper)? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            fields.push((name, map.next_value_seed(deeper)?));
        }
        Ok(Value::Map(fields))
    }
}
