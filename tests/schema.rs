//! The JSON Schema that editors validate with says what the parser reads.

use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(include_str!("../www/schema/figures.schema.json")).unwrap()
}

/// Whether a value is valid. Knows the keywords that the schema uses and panics on any other.
fn is_valid(value: &Value, rule: &Value, root: &Value) -> bool {
    rule.as_object().unwrap().iter().all(|(keyword, rule_value)| match keyword.as_str() {
        "$schema" | "$defs" | "title" | "description" | "examples" => true,
        "$ref" => {
            let pointer = rule_value.as_str().unwrap().strip_prefix('#').unwrap();
            is_valid(value, root.pointer(pointer).unwrap(), root)
        }
        "anyOf" => rule_value.as_array().unwrap().iter().any(|rule| is_valid(value, rule, root)),
        "enum" => rule_value.as_array().unwrap().contains(value),
        "type" => match rule_value {
            Value::Array(types) => types.iter().any(|name| has_type(value, name)),
            name => has_type(value, name),
        },
        "required" => value.as_object().is_none_or(|fields| {
            rule_value.as_array().unwrap().iter().all(|name| fields.contains_key(name.as_str().unwrap()))
        }),
        "properties" => value.as_object().is_none_or(|fields| {
            fields
                .iter()
                .all(|(name, field)| rule_value.get(name).is_none_or(|rule| is_valid(field, rule, root)))
        }),
        "items" => {
            value.as_array().is_none_or(|items| items.iter().all(|item| is_valid(item, rule_value, root)))
        }
        "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule_value.as_u64().unwrap()),
        "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule_value.as_u64().unwrap()),
        "minLength" => {
            value.as_str().is_none_or(|text| text.chars().count() as u64 >= rule_value.as_u64().unwrap())
        }
        "maxLength" => {
            value.as_str().is_none_or(|text| text.chars().count() as u64 <= rule_value.as_u64().unwrap())
        }
        "pattern" => {
            assert_eq!(rule_value, "^[Hh][Tt][Tt][Pp][Ss]?://.");
            value.as_str().is_none_or(tujie::input::is_web_address)
        }
        other => panic!("the test doesn't know the keyword {other}"),
    })
}

fn has_type(value: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.trunc() == number),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the test doesn't know the type {other}"),
    }
}

fn property_names(definition: &str) -> Vec<String> {
    let schema = schema();
    let mut names: Vec<String> =
        schema["$defs"][definition]["properties"].as_object().unwrap().keys().cloned().collect();
    names.sort();
    names
}

#[test]
fn every_field_that_is_read_is_in_the_schema_and_no_other() {
    let mut document = tujie::input::DOCUMENT_FIELDS.to_vec();
    document.sort_unstable();
    assert_eq!(property_names("document"), document);
    // Icon and target are kept by their names like any other text.
    let mut figure = [&tujie::input::FIGURE_FIELDS[..], &["icon", "target"]].concat();
    figure.sort_unstable();
    assert_eq!(property_names("figure"), figure);
}

#[test]
fn every_property_has_a_description() {
    let schema = schema();
    for definition in ["document", "source", "figure"] {
        for (name, property) in schema["$defs"][definition]["properties"].as_object().unwrap() {
            assert!(property.get("description").is_some() || property.get("$ref").is_some(), "{name}");
        }
    }
}

#[test]
fn what_the_parser_takes_without_notice_is_valid() {
    let documents = [
        include_str!("data/every-field.json").to_string(),
        json!([{ "label": 2011, "value": 5 }, { "label": "b", "value": null, "year": "2011Q1" }]).to_string(),
        json!({ "source": "年报", "notes": "一", "figures": [{ "label": "a", "value": "12" }] }).to_string(),
    ];
    for document in documents {
        let figures = tujie::native::json::from_json(&document).unwrap();
        assert!(figures.notices.is_empty(), "{:?}", figures.notices);
        let value = serde_json::from_str(&document).unwrap();
        assert!(is_valid(&value, &schema(), &schema()), "{document}");
    }
}

#[test]
fn what_the_parser_complains_of_is_not_valid() {
    let figures = [
        json!({ "label": "", "value": 1 }),
        json!({ "label": "a" }),
        json!({ "label": "a", "value": true }),
        json!({ "label": "a", "value": 1, "bound": "at least so" }),
        json!({ "label": "a", "value": 1, "unit": [] }),
        json!({ "label": ["a"], "value": 1 }),
        json!({ "label": "a", "value": 1, "year": 2011.5 }),
        json!("a"),
    ];
    for figure in figures {
        let document = json!({ "figures": [figure, { "label": "good", "value": 1 }] });
        let read = tujie::native::json::from_json(&document.to_string()).unwrap();
        assert!(!read.notices.is_empty(), "{figure}");
        assert!(!is_valid(&document, &schema(), &schema()), "{figure}");
    }
    for document in [json!({}), json!({ "figures": [] }), json!({ "figures": "x" }), json!(5)] {
        assert!(tujie::native::json::from_json(&document.to_string()).is_err());
        assert!(!is_valid(&document, &schema(), &schema()), "{document}");
    }
}
