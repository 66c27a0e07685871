//! Which parts of the wasm a page is told to load.

use tujie::choose::Kind;
use tujie::layout;
use tujie::native::json::from_json;

fn laid_out(kind: Kind, figures: &str) -> String {
    layout::parts(kind, &from_json(figures).unwrap())
}

#[test]
fn a_layout_needs_only_what_its_panels_are_drawn_with() {
    let figure = |label: &str, year: i32, unit: &str| {
        format!(r#"{{"label": "{label}", "year": {year}, "value": 3, "unit": "{unit}"}}"#)
    };
    let series = |labels: &str, unit: &str| {
        let all =
            labels.chars().flat_map(|label| [2010, 2011].map(|year| figure(&label.to_string(), year, unit)));
        all.collect::<Vec<_>>().join(",")
    };
    let list = |parts: &[&str]| format!("[{}]", parts.join(","));
    let (two, one, lone) = (series("甲乙", "人"), series("丙", "户"), figure("丁", 2011, "元"));
    let many = series("一二三四五六七", "户");
    assert_eq!(laid_out(Kind::Multiples, &list(&[&one])), " column change");
    assert_eq!(laid_out(Kind::Multiples, &list(&[&two, &one])), " line column change");
    assert_eq!(laid_out(Kind::Multiples, &list(&[&two, &lone])), " cards line change");
    assert_eq!(laid_out(Kind::Stacked, &list(&[&two])), "stacked change");
    assert_eq!(laid_out(Kind::Stacked, &list(&[&two, &many])), "stacked grouped change");
    assert_eq!(laid_out(Kind::Column, &list(&[&one])), "column change");
    assert_eq!(laid_out(Kind::Line, &list(&[&one])), "line change");
    // Without periods there are no lines, and columns stand for them.
    assert_eq!(laid_out(Kind::Line, &list(&[&lone])), "line column");
    // Of one period nothing has changed.
    assert_eq!(laid_out(Kind::Cards, &list(&[&lone])), "cards icon");
}
