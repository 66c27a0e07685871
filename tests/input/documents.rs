//! Whole documents in JSON.

use crate::*;

#[test]
fn every_field_is_read() {
    let read = native::json::from_json(include_str!("../data/every-field.json")).unwrap();
    assert_eq!(read.title, "2011年工作数据");
    assert_eq!(read.subtitle, "宣传与基层建设");
    assert_eq!(read.description, "A card for each figure of the year's work.");
    assert_eq!(read.lang, "zh-CN");
    assert_eq!(read.source.name, "年度工作总结");
    assert_eq!(read.source.url, "https://example.org/2011");
    assert_eq!(read.source.date, "2012-01-13");
    assert_eq!(read.notes, ["“余”表示至少。"]);
    assert_eq!((read.left_out, read.notices.len()), (0, 0));

    let trained = &read.figures[0];
    assert_eq!((trained.id.as_str(), trained.label.as_str()), ("trained", "培训人员"));
    assert_eq!(trained.amount, Some(Amount::bounded(2000.0, Bound::AtLeast)));
    assert_eq!((trained.unit.as_str(), trained.group.as_str()), ("人", "基层建设"));
    assert_eq!(trained.year.unwrap().to_string(), "2011");
    assert!(trained.emphasis);
    assert_eq!((trained.note.as_str(), trained.quote.as_str()), ("含志愿者", "培训人员2000余人"));
    assert_eq!(trained.extra("label_en"), Some("Persons trained"));
    assert_eq!(trained.extra("icon"), Some("person"));
    assert_eq!((trained.per.as_str(), trained.written.as_str()), ("", ""));

    assert_eq!(read.figures[1].amount, Some(Amount::range(3.0, 5.0)));
    assert_eq!(read.figures[2].amount, Some(Amount::bounded(1_800_000.0, Bound::About)));
    assert_eq!(read.figures[3].amount, None);
    assert_eq!(read.figures[3].per, "人");
}

#[test]
fn a_list_of_figures_is_a_document() {
    let read = read_json(json!([{ "label": "a", "value": 1 }]));
    assert_eq!(ids(&read), ["a"]);
}

#[test]
fn what_is_no_document_is_told_with_the_mend() {
    assert!(json_error("").starts_with("is empty; write a table"));
    for text in ["5", "{}", r#"{"figures": 5}"#] {
        assert!(
            json_error(text).starts_with("figures: is not a list; write {\"figures\": [{\"label\""),
            "{text}"
        );
    }
    assert_eq!(json_error(r#"{"figures": []}"#), "figures: has no figure");
    assert!(json_error("<!DOCTYPE html><p>404").contains("HTML page"));
}

#[test]
fn what_is_not_json_is_told_with_its_line() {
    let error = json_error("{\n  \"figures\": [,]\n}");
    assert_eq!(error, "line 2: not JSON at column 15; check the quotes, commas and brackets there");
    assert!(json_error("label,value\na,1").starts_with("line 1: not JSON at column 1"));
    assert!(json_error(&"[".repeat(100_000)).starts_with("line 1: not JSON"));
}

#[test]
fn a_wrong_field_of_the_document_is_ignored_with_a_notice() {
    let read = read_json(json!({
        "title": 2011, "subtitle": ["a"], "source": { "name": "n", "url": "javascript:alert(1)" },
        "notes": ["a", {}], "figures": [{ "label": "a", "value": 1 }],
    }));
    assert_eq!((read.title.as_str(), read.subtitle.as_str(), read.source.url.as_str()), ("2011", "", ""));
    assert_eq!(
        notices(&read),
        [
            "subtitle: a list is not a text; the field is ignored",
            "source.url: \"javascript:alert(1)\" is not an http or https address; it is ignored",
            "notes[1]: an object is not a text; the field is ignored",
        ]
    );
}
