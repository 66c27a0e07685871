//! What the text of a value and the fields beside it say together.

use crate::*;

#[test]
fn a_unit_brings_its_scale() {
    let (figure, _) = read_figure(json!({ "label": "a", "value": 40, "unit": "万元" }));
    assert_eq!((figure.amount, figure.unit.as_str()), (Some(Amount::exact(400_000.0)), "元"));
    let (figure, _) = read_figure(json!({ "label": "a", "value": 0.57, "high": 1.1, "unit": "万元" }));
    assert_eq!(figure.amount, Some(Amount::range(5700.0, 11_000.0)));
}

#[test]
fn units_are_split_as_in_a_quantity() {
    for (unit, scale, name, per) in [
        ("亿元", 1e8, "元", ""),
        ("万 人次", 1e4, "人次", ""),
        ("万千瓦", 1e4, "千瓦", ""),
        ("million yuan", 1e6, "yuan", ""),
        ("100 million yuan", 1e8, "yuan", ""),
        ("$bn", 1e9, "$", ""),
        ("US$ billion", 1e9, "$", ""),
        ("RMB million", 1e6, "元", ""),
        ("£m", 1e6, "£", ""),
        ("lakh", 1e5, "", ""),
        ("thousands", 1e3, "", ""),
        ("km2", 1.0, "km2", ""),
        ("成", 10.0, "%", ""),
        ("万元/人", 1e4, "元", "人"),
        ("千瓦", 1.0, "千瓦", ""),
        ("百分点", 1.0, "百分点", ""),
        ("m", 1.0, "m", ""),
        ("头(只)", 1.0, "头(只)", ""),
        ("5人", 1.0, "5人", ""),
        ("份以上", 1.0, "份以上", ""),
    ] {
        let (figure, notices) = read_figure(json!({ "label": "a", "value": 3, "unit": unit }));
        assert_eq!(figure.amount, Some(Amount::exact(3.0 * scale)), "{unit}");
        assert_eq!((figure.unit.as_str(), figure.per.as_str(), notices.len()), (name, per, 0));
    }
}

#[test]
fn a_text_says_number_bound_and_unit() {
    let (figure, notices) = read_figure(json!({ "label": "a", "value": "40余万元" }));
    assert_eq!(figure.amount, Some(Amount::bounded(400_000.0, Bound::AtLeast)));
    assert_eq!((figure.unit.as_str(), figure.written.as_str(), notices.len()), ("元", "40余万元", 0));
}

#[test]
fn a_text_that_names_its_scale_is_not_scaled_again() {
    for value in ["40余万", "40余万元"] {
        let (figure, notices) = read_figure(json!({ "label": "a", "value": value, "unit": "万元" }));
        assert_eq!(figure.amount, Some(Amount::bounded(400_000.0, Bound::AtLeast)), "{value}");
        let written = if value.ends_with('元') { value } else { "" };
        assert_eq!((figure.written.as_str(), notices.len()), (written, 0));
    }
}

#[test]
fn digits_and_words_tell_whether_a_text_names_its_scale() {
    for (value, unit, expected) in [
        ("1.2E+05", "万元", 1.2e9),
        ("2 bn", "$m", 2e9),
        ("2bn", "$m", 2e9),
        ("2 crore", "$m", 2e7),
        ("5 m", "km", 5.0),
    ] {
        let (figure, _) = read_figure(json!({ "label": "a", "value": value, "unit": unit }));
        assert_eq!(figure.amount.unwrap().value, expected, "{value} {unit}");
    }
}

#[test]
fn a_high_end_with_another_unit_is_told() {
    let (figure, notices) = read_figure(json!({ "label": "a", "value": "3万元", "high": "5万人" }));
    assert_eq!((figure.amount, figure.unit.as_str()), (Some(Amount::range(30_000.0, 50_000.0)), "元"));
    assert!(notices[0].contains("differs from the value \"5万人\""), "{notices:?}");
    let (figure, notices) = read_figure(json!({ "label": "a", "value": "3万", "high": "5万元" }));
    assert_eq!((figure.unit.as_str(), notices.len()), ("元", 0));
}

#[test]
fn a_text_that_lacks_the_unit_is_not_what_was_written() {
    for (value, unit) in [("40余", "万元"), ("40余万", "元")] {
        let (figure, notices) = read_figure(json!({ "label": "a", "value": value, "unit": unit }));
        assert_eq!(figure.amount, Some(Amount::bounded(400_000.0, Bound::AtLeast)));
        assert_eq!((figure.unit.as_str(), figure.written.as_str(), notices.len()), ("元", "", 0));
    }
    let (figure, _) = read_figure(json!({ "label": "a", "value": "上百" }));
    assert_eq!((figure.unit.as_str(), figure.written.as_str()), ("", "上百"));
}

#[test]
fn a_rate_of_its_own_leaves_what_was_written() {
    let (figure, _) = read_figure(json!({ "label": "a", "value": "2000元", "per": "人" }));
    assert_eq!((figure.per.as_str(), figure.written.as_str()), ("人", "2000元"));
}

#[test]
fn a_scale_in_english_is_not_scaled_again() {
    for value in ["about 3.5 million", "about 3.5m", "about 3.5"] {
        let (figure, _) = read_figure(json!({ "label": "a", "value": value, "unit": "million yuan" }));
        assert_eq!(figure.amount, Some(Amount::bounded(3_500_000.0, Bound::About)), "{value}");
        assert_eq!(figure.unit, "yuan");
    }
}

#[test]
fn fields_win_over_the_text_with_a_notice() {
    let (figure, notices) =
        read_figure(json!({ "label": "a", "value": "2000余人", "bound": "exact", "unit": "户" }));
    assert_eq!((figure.amount, figure.unit.as_str()), (Some(Amount::exact(2000.0)), "户"));
    assert_eq!(figure.written, "", "the text says something else than the figure");
    assert_eq!(
        notices,
        [
            "figures[0].unit: 户 differs from the value \"2000余人\"; the field counts",
            "figures[0].bound: exact differs from the value \"2000余人\"; the field counts",
        ]
    );
    let (_, notices) =
        read_figure(json!({ "label": "a", "value": "2000余人", "bound": "at-least", "unit": "名" }));
    assert!(notices.is_empty(), "{notices:?}");
}

#[test]
fn a_rate_is_read_from_text_unit_or_field() {
    for figure in [
        json!({ "label": "a", "value": "每人2000元" }),
        json!({ "label": "a", "value": 2000, "unit": "元/人" }),
        json!({ "label": "a", "value": 2000, "unit": "元", "per": "人" }),
    ] {
        let (figure, notices) = read_figure(figure);
        assert_eq!((figure.unit.as_str(), figure.per.as_str(), notices.len()), ("元", "人", 0));
    }
}

#[test]
fn a_unit_in_another_language_loses_the_scale_that_the_value_has_taken_on() {
    let read = read_json(json!({ "figures": [
        { "label": "a", "value": 1.45, "unit": "‰", "unit_en": "‰" },
        { "label": "b", "value": 40, "unit": "万元", "unit_en": "10,000 yuan" },
        { "label": "c", "value": 3, "unit": "户", "unit_en": "households" },
    ]}));
    let seen = |index: usize| {
        let figure = &read.figures[index];
        (figure.amount.unwrap().value, figure.unit.clone(), figure.extra("unit_en").unwrap().to_string())
    };
    assert_eq!(seen(0), (1.45, "‰".into(), "‰".into()));
    assert_eq!(seen(1), (400_000.0, "元".into(), "yuan".into()));
    assert_eq!(seen(2), (3.0, "户".into(), "households".into()));
}

#[test]
fn a_part_of_a_whole_is_a_percentage_under_one() {
    for (value, unit, percent) in [
        ("1/3", "%", 100.0 / 3.0),
        ("三分之一", "%", 100.0 / 3.0),
        ("0.33", "%", 0.33),
        ("3‰", "‰", 3.0),
        ("3", "‰", 3.0),
        ("3‰", "%", 0.3),
        ("0.5%", "‰", 5.0),
    ] {
        let (figure, notices) = read_figure(json!({ "label": "a", "value": value, "unit": unit }));
        let read = figure.amount.unwrap().value;
        assert!((read - percent).abs() < 1e-9 && figure.unit == unit, "{value} {unit}: {read}");
        assert!(notices.is_empty(), "{notices:?}");
    }
}
