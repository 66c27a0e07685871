//! Figures of a document, one field at a time.

use crate::*;

#[test]
fn a_value_that_is_no_quantity_leaves_its_figure_out_with_its_path() {
    let read = read_json(json!({ "figures": [
        { "label": "a", "value": 1 },
        { "label": "b", "value": "大量" },
        { "label": "c", "value": [] },
        { "label": "d" },
    ]}));
    assert_eq!((read.figures.len(), read.left_out), (1, 3));
    let mend = "write a number, a text such as \"2000余人\", or null for a gap";
    assert_eq!(
        notices(&read),
        [
            format!("figures[1].value: \"大量\" is not a quantity; {mend}"),
            format!("figures[2].value: a list is not a quantity; {mend}"),
            format!("figures[3].value: nothing is not a quantity; {mend}"),
        ]
    );
}

#[test]
fn when_no_figure_remains_the_first_one_is_the_error() {
    let error = json_error(r#"{"figures": [{"label": "a", "value": "大量"}]}"#);
    assert!(error.starts_with("figures[0].value: \"大量\" is not a quantity; write"), "{error}");
    let error = json_error(r#"[{"label": [], "value": 1}, 7]"#);
    assert_eq!(error, "figures[0].label: is missing; write what the figure counts");
}

#[test]
fn nan_and_infinity_are_no_quantities() {
    let text = r#"{"figures": [
            {"label": "a", "value": NaN}, {"label": "b", "value": -Infinity}, {"label": "c", "value": 1e999},
            {"label": "d", "value": 1, "high": Infinity}, {"label": "NaN", "value": 1e308}
        ]}"#;
    let read = native::json::from_json(text).unwrap();
    assert_eq!((values(&read), read.left_out), (vec![Some(1e308)], 4));
    let paths: Vec<&str> = read.notices.iter().map(|notice| notice.path.as_str()).collect();
    assert_eq!(paths, ["figures[0].value", "figures[1].value", "figures[2].value", "figures[3].high"]);

    let number = |value| {
        input::Value::Map(vec![
            ("label".to_string(), input::Value::Text("a".to_string())),
            ("value".to_string(), input::Value::Number(value)),
        ])
    };
    let list = input::Value::List(vec![number(f64::NAN), number(f64::NEG_INFINITY), number(2.0)]);
    let read = input::from_value(&list).unwrap();
    assert!(notices(&read)[0].starts_with("figures[0].value: NaN is not a quantity"));
    assert!(notices(&read)[1].starts_with("figures[1].value: -inf is not a quantity"));
}

#[test]
fn huge_negative_and_zero_numbers_are_kept() {
    let read = read_json(json!([
        { "label": "a", "value": 1e308 }, { "label": "b", "value": 1 }, { "label": "c", "value": -3.5 },
        { "label": "d", "value": 0 }, { "label": "e", "value": -0.0 },
    ]));
    assert_eq!(values(&read), [Some(1e308), Some(1.0), Some(-3.5), Some(0.0), Some(0.0)]);
    assert!(read.figures[4].amount.unwrap().value.is_sign_positive());
}

#[test]
fn null_is_a_gap_and_never_zero() {
    let (figure, notices) = read_figure(json!({ "label": "a", "value": null, "unit": "人" }));
    assert_eq!((figure.amount, figure.unit.as_str(), notices.len()), (None, "人", 0));
}

#[test]
fn a_label_is_a_text_that_is_not_empty() {
    let read = read_json(json!([
        { "label": " 2011 ", "value": 1 }, { "label": 7, "value": 1 }, { "label": "", "value": 1 },
        { "value": 1 }, { "label": {}, "value": 1 }, "x",
    ]));
    assert_eq!(ids(&read), ["2011", "7"]);
    let missing = "is missing; write what the figure counts";
    assert_eq!(
        notices(&read),
        [
            format!("figures[2].label: {missing}"),
            format!("figures[3].label: {missing}"),
            "figures[4].label: an object is not a text; the field is ignored".to_string(),
            format!("figures[4].label: {missing}"),
            "figures[5]: \"x\" is not an object with label and value".to_string(),
        ]
    );
    assert_eq!(read.left_out, 4);
}

#[test]
fn a_period_that_is_none_leaves_its_figure_out() {
    let read = read_json(json!([
        { "label": "a", "value": 1, "year": "2011年3月" }, { "label": "a", "value": 1, "year": "2011-02-29" },
        { "label": "a", "value": 1, "year": 2011.5 }, { "label": "a", "value": 1, "year": "" },
    ]));
    assert_eq!(ids(&read), ["a@2011-03", "a"]);
    assert_eq!(
        notices(&read)[0],
        "figures[1].year: \"2011-02-29\" is not a period; write 2011, 2011Q1, 2011-03 or 2011-03-05"
    );
    assert!(notices(&read)[1].starts_with("figures[2].year: 2011.5 is not a period"));
}

#[test]
fn ids_are_made_unique_and_given_ones_stay() {
    let read = read_json(json!([
        { "label": "a", "value": 1, "year": 2011 }, { "label": "a", "value": 2, "year": 2011, "group": "g" },
        { "id": "a@2011#2", "label": "b", "value": 3 }, { "id": "x", "label": "c", "value": 4 },
        { "id": "x", "label": "d", "value": 5 }, { "label": "x", "value": 6 },
    ]));
    assert_eq!(ids(&read), ["a@2011", "a@2011#3", "a@2011#2", "x", "x#2", "x#3"]);
    assert_eq!(notices(&read), ["figures[4].id: \"x\" is the id of another figure; this one is x#2"]);
}

#[test]
fn a_label_twice_in_one_period_is_kept_with_a_notice() {
    let read = read_json(json!([
        { "label": "a", "value": 1, "year": 2011 }, { "label": "a", "value": 2, "year": 2012 },
        { "label": "a", "value": 3, "year": 2011 }, { "label": "a", "value": 3, "year": 2011, "unit": "人" },
    ]));
    assert_eq!((read.figures.len(), read.left_out), (4, 0));
    assert_eq!(
        notices(&read),
        ["figures[2]: states the same label, group, unit and period as figures[0]; both are kept"]
    );
}

#[test]
fn a_bound_of_its_own_counts() {
    let (figure, _) = read_figure(json!({ "label": "a", "value": 5, "bound": "at-most" }));
    assert_eq!(figure.amount, Some(Amount::bounded(5.0, Bound::AtMost)));
    let (figure, _) = read_figure(json!({ "label": "a", "value": 3, "high": 5 }));
    assert_eq!(figure.amount, Some(Amount::range(3.0, 5.0)));
    let (figure, _) = read_figure(json!({ "label": "a", "value": 5, "high": 3, "bound": "range" }));
    assert_eq!(figure.amount, Some(Amount::range(3.0, 5.0)));
    let (figure, notices) = read_figure(json!({ "label": "a", "value": 3, "high": 5, "bound": "about" }));
    assert_eq!(figure.amount, Some(Amount::bounded(3.0, Bound::About)));
    assert_eq!(notices, ["figures[0].high: is ignored, because the bound is about"]);
    let (figure, _) = read_figure(json!({ "label": "a", "value": "3–5", "bound": "at-most" }));
    assert_eq!(figure.amount, Some(Amount::bounded(5.0, Bound::AtMost)));
}

#[test]
fn a_bound_that_is_none_or_lacks_its_end_leaves_its_figure_out() {
    let read = read_json(json!([
        { "label": "a", "value": 5, "bound": "roughly" }, { "label": "b", "value": 5, "bound": "range" },
        { "label": "c", "value": 5, "bound": null },
    ]));
    assert_eq!(
        notices(&read),
        [
            "figures[0].bound: \"roughly\" is not a bound; write exact, at-least, at-most, about or range",
            "figures[1].high: is missing; a range needs its high end",
        ]
    );
}

#[test]
fn a_label_beyond_the_limit_leaves_its_figure_out() {
    let read = read_json(json!([
        { "label": "长".repeat(10_000), "value": 1 }, { "label": "长".repeat(10_001), "value": 1 },
    ]));
    assert_eq!((read.figures.len(), read.left_out), (1, 1));
    assert_eq!(
        notices(&read),
        ["figures[1].label: is longer than the limit of 10,000 characters; shorten it"]
    );
}

#[test]
fn more_figures_than_the_limit_are_an_error() {
    let list = input::Value::List(vec![input::Value::Null; 200_001]);
    let error = input::from_value(&list).unwrap_err().to_string();
    assert_eq!(error, "figures: more than 200,000 figures can't be read; sum them up or split them");
}

#[test]
fn the_last_of_two_fields_with_one_name_counts() {
    let read = native::json::from_json(r#"[{"label": "a", "value": 1, "value": 2}]"#).unwrap();
    assert_eq!(values(&read), [Some(2.0)]);
}

#[test]
fn what_is_shown_is_chosen_as_it_is_written() {
    let table = "指标,单位,2010年,2011年,2011年第一季度\n培训,人,1,2,3\n走访,户,4,5,6\n";
    let left = |groups: &str, units: &str, years: &str| {
        let mut read = csv(table);
        read.filter(groups, units, years).map(|()| values(&read).into_iter().flatten().collect::<Vec<_>>())
    };
    for years in ["2011", "2011年", " 2011年度 ", "二〇一一年", "2012年、2011"] {
        assert_eq!(left("", "", years).unwrap(), [2.0, 5.0], "{years}");
    }
    for years in ["2010、2011", "2010年，2011年", "2010年,2011", "soon,2010,2011"] {
        assert_eq!(left("", "", years).unwrap(), [1.0, 2.0, 4.0, 5.0], "{years}");
    }
    assert_eq!(left("", "", "2011Q1").unwrap(), [3.0, 6.0]);
    assert_eq!(left("", "", "Q1 2011").unwrap(), [3.0, 6.0]);
    assert_eq!(left("", "", " ").unwrap().len(), 6);
    assert_eq!(left("", "人", "2011年").unwrap(), [2.0]);
    // The option that names nothing is told.
    let told = |groups: &str, units: &str, years: &str| left(groups, units, years).unwrap_err().to_string();
    let mend = "names no figure; write what occurs, with a comma between several";
    assert_eq!(told("", "", "2013年"), format!("year: \"2013年\" {mend}"));
    assert_eq!(told("", "人", "soon"), format!("year: \"soon\" {mend}"));
    assert_eq!(told("", "吨", "2011年"), format!("unit: \"吨\" {mend}"));
    assert_eq!(told("宣传", "人", "2011年"), format!("group: \"宣传\" {mend}"));
    let mut read = csv("指标,数值,年份\n甲,1人,2010\n乙,2户,2011\n丙,3户,\n");
    assert_eq!(
        read.clone().filter("", "人", "2011").unwrap_err().to_string(),
        "group, unit, year: no figure has them all; name groups, units and years that occur together"
    );
    // Behind a comma, nothing names figures without a period.
    read.filter("", "", "2010,").unwrap();
    assert_eq!(ids(&read), ["甲@2010", "丙"]);
}
