//! The demo's closing chart shows every figure of the newspaper's report, as it was reported.

use tujie::choose::choose;
use tujie::figures::{Bound, Figures};
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::outline;
use tujie::reader::Reader;
use tujie::scene::Role;

/// The demo's own copy and the report's figures as they were first written down.
fn documents() -> (Figures, Vec<Vec<String>>) {
    let demo = std::fs::read_to_string("www/demo/figures-2011.csv").unwrap();
    let facts = std::fs::read_to_string("tests/data/annual-figures-2011.csv").unwrap();
    let rows = facts.lines().skip(1).map(|line| line.split(',').map(String::from).collect()).collect();
    (tujie::input::from_csv(&demo).unwrap(), rows)
}

#[test]
fn every_reported_figure_is_read_with_its_value_bound_and_unit() {
    let (figures, rows) = documents();
    assert_eq!(rows.len(), 43);
    assert_eq!((figures.figures.len(), figures.left_out), (43, 0));
    for (figure, row) in figures.figures.iter().zip(&rows) {
        let [group, label, _, value, bound, unit, _, per, year] = row.as_slice() else { panic!("{row:?}") };
        let amount = figure.amount.unwrap();
        assert_eq!(&figure.label, label);
        assert_eq!((&figure.group, &figure.unit, &figure.per), (group, unit, per), "{label}");
        assert_eq!(amount.value, value.parse().unwrap(), "{label}");
        assert_eq!(Some(amount.bound), Bound::from_keyword(bound), "{label}");
        assert_eq!(&figure.period(), year, "{label}");
    }
}

#[test]
fn every_reported_figure_is_a_mark_at_every_width_in_both_languages() {
    let (figures, _) = documents();
    for (tag, width) in [("zh-CN", 700.0), ("zh-CN", 328.0), ("en", 700.0), ("en", 328.0)] {
        let reader = Reader { figures: &figures, locale: Locale::from_tag(tag) };
        let (kind, _) = choose("multiples", &figures);
        let request = Request { kind, width, height: None, grow: true, large: false, touch: false };
        let scene = layout(reader, &request, &Tabular);
        assert_eq!((scene.data.len(), scene.omitted), (43, 0), "{tag} {width}");
        for figure in &figures.figures {
            let index = scene.find(&figure.id).unwrap_or_else(|| panic!("{} has no mark", figure.id));
            let has =
                |role: Role| scene.marks.iter().any(|mark| mark.datum == Some(index) && mark.role == role);
            assert!(has(Role::Body) && has(Role::Value) && has(Role::Label), "{tag} {width} {}", figure.id);
        }
    }
}

#[test]
fn more_than_2000_people_are_at_least_2000_wherever_they_are_told() {
    let (figures, _) = documents();
    let trained = figures.figures.iter().find(|figure| figure.label == "培训人员").unwrap();
    for (tag, at_mark, in_words) in
        [("zh-CN", "2000余人", "至少2,000人"), ("en", "2,000+ people", "at least 2,000 people")]
    {
        let reader = Reader { figures: &figures, locale: Locale::from_tag(tag) };
        assert_eq!(reader.compact(trained).text(), at_mark);
        assert_eq!(outline::cell(&reader, trained, outline::Column::Value), in_words);
        assert!(outline::details(&reader, trained)[0].contains(in_words));
    }
}
