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
fn a_unit_of_its_own_is_written_behind_the_text() {
    let (figure, _) = read_figure(json!({ "label": "a", "value": "40余", "unit": "万元" }));
    assert_eq!(figure.amount, Some(Amount::bounded(400_000.0, Bound::AtLeast)));
    assert_eq!(figure.written, "40余万元");
    let (figure, _) = read_figure(json!({ "label": "a", "value": "2,356", "unit": "people" }));
    assert_eq!((figure.written.as_str(), figure.unit.as_str()), ("2,356 people", "people"));
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
