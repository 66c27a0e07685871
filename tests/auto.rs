//! What `auto` draws for data of each shape, and that it says why.

use tujie::choose::{Kind, choose};
use tujie::input::{Value, from_value};

/// Label, value, unit and year.
type Row<'a> = (&'a str, f64, &'a str, i32);

fn document(rows: &[Row]) -> tujie::figures::Figures {
    let figures = rows
        .iter()
        .map(|&(label, value, unit, year)| {
            let mut fields = vec![
                ("label".to_string(), Value::Text(label.into())),
                ("value".to_string(), Value::Number(value)),
                ("unit".to_string(), Value::Text(unit.into())),
            ];
            if year != 0 {
                fields.push(("year".to_string(), Value::Number(f64::from(year))));
            }
            Value::Map(fields)
        })
        .collect();
    from_value(&Value::Map(vec![("figures".into(), Value::List(figures))])).unwrap()
}

fn series<'a>(label: &'a str, unit: &'a str, years: std::ops::Range<i32>) -> Vec<Row<'a>> {
    years.map(|year| (label, f64::from(year % 7 + 1), unit, year)).collect()
}

#[test]
fn auto_chooses_by_the_shape_of_the_data() {
    let towns: Vec<String> = (0..40).map(|index| format!("town {index}")).collect();
    let many: Vec<_> = towns.iter().map(|town| (town.as_str(), 5.0, "户", 0)).collect();
    let shapes: Vec<(&str, Vec<Row>, Kind)> = vec![
        ("one figure", vec![("培训", 2000.0, "人", 2011)], Kind::Cards),
        (
            "three figures in three units",
            vec![("a", 1.0, "人", 0), ("b", 2.0, "元", 0), ("c", 3.0, "户", 0)],
            Kind::Cards,
        ),
        (
            "seven figures in seven units",
            ["人", "元", "户", "%", "辆次", "场次", "板"].map(|unit| ("a", 1.0, unit, 0)).to_vec(),
            Kind::Multiples,
        ),
        ("two names in one unit", vec![("a", 1.0, "元", 0), ("b", 2.0, "元", 0)], Kind::Bar),
        ("two spellings of one unit", vec![("a", 1.0, "人", 0), ("b", 2.0, "名", 0)], Kind::Bar),
        ("forty names in one unit", many, Kind::Bar),
        ("names of one year", vec![("a", 1.0, "元", 2011), ("b", 2.0, "元", 2011)], Kind::Bar),
        (
            "two units, one of them with several figures",
            vec![("a", 1.0, "元", 0), ("b", 2.0, "元", 0), ("c", 3.0, "户", 0)],
            Kind::Multiples,
        ),
        ("rates", vec![("a", 98.0, "%", 0), ("b", 95.0, "%", 0)], Kind::Bar),
        ("one series over two years", series("a", "人", 2010..2012), Kind::Column),
        ("one series over five years", series("a", "人", 2007..2012), Kind::Column),
        ("one series over twelve years", series("a", "人", 2000..2012), Kind::Line),
        (
            "two series over years",
            [series("a", "人", 2007..2012), series("b", "人", 2007..2012)].concat(),
            Kind::Line,
        ),
        (
            "series in two units over years",
            [series("a", "人", 2007..2012), series("b", "元", 2007..2012)].concat(),
            Kind::Multiples,
        ),
    ];
    for (shape, rows, expected) in shapes {
        let (kind, notice) = choose("auto", &document(&rows));
        assert_eq!(kind, expected, "{shape}: {notice}");
        assert!(notice.message.contains(kind.name()) && notice.message.contains(": "), "{shape}: {notice}");
    }
}

#[test]
fn a_kind_that_is_asked_for_is_drawn() {
    let figures = document(&[("a", 1.0, "人", 0)]);
    assert_eq!(choose("bar", &figures).0, Kind::Bar);
    assert_eq!(choose(" LINE ", &figures).0, Kind::Line);
}

#[test]
fn what_is_no_kind_is_drawn_as_auto_with_a_notice() {
    let figures = document(&[("a", 1.0, "人", 0)]);
    let (kind, notice) = choose("pie", &figures);
    assert_eq!(kind, Kind::Cards);
    assert!(notice.to_string().starts_with("kind: pie is no kind of chart; drawn as cards"), "{notice}");
}

#[test]
fn many_figures_are_chosen_for_by_those_that_can_be_drawn() {
    // Quadratic work would take minutes here, so the test would be noticed.
    let labels: Vec<String> = (0..20_000).map(|index| format!("town {index}")).collect();
    let rows: Vec<_> = labels.iter().map(|label| (label.as_str(), 1.0, "户", 2011)).collect();
    assert_eq!(choose("auto", &document(&rows)).0, Kind::Bar);
}

#[test]
fn what_would_say_something_wrong_is_refused_with_a_reason() {
    let one = r#"{"label":"a","value":"20人"}"#;
    let two = r#"{"label":"b","value":"30人"}"#;
    let cases: &[(&str, &[&str], &str)] = &[
        ("donut", &[one], "donut needs two parts or more of one whole"),
        ("donut", &[one, r#"{"label":"b","value":"3户"}"#], "donut needs parts of one whole in one unit"),
        ("donut", &[one, r#"{"label":"b","value":null,"unit":"人"}"#], "donut needs a value for every part"),
        (
            "donut",
            &[one, r#"{"label":"b","value":-3,"unit":"人"}"#],
            "donut can't show parts of zero or below",
        ),
        (
            "donut",
            &[one, r#"{"label":"b","value":0,"unit":"人"}"#],
            "donut can't show parts of zero or below",
        ),
        ("donut", &[one, r#"{"label":"b","value":"3–5人"}"#], "donut needs one number for every part"),
        ("donut", &[one, r#"{"label":"b","value":0.01,"unit":"人"}"#], "donut can't show a part so small"),
        ("donut", &[one, r#"{"label":"a","value":"20人","id":"c"}"#], "donut needs one period"),
        ("donut", &[one, r#"{"label":"b","value":"20人","year":2011}"#], "donut needs one period"),
        (
            "donut",
            &[one, two, r#"{"label":"c","value":3,"unit":"人","per":"村"}"#],
            "donut needs parts of one",
        ),
        (
            "donut",
            &[r#"{"label":"a","value":"60%"}"#, r#"{"label":"b","value":"30%"}"#],
            "donut needs percentages",
        ),
        ("waffle", &[one], "waffle needs a percentage up to 100"),
        ("waffle", &[r#"{"label":"a","value":"130%"}"#], "waffle needs a percentage up to 100"),
        ("waffle", &[r#"{"label":"a","value":-3,"unit":"%"}"#], "waffle can't show parts of zero or below"),
        (
            "treemap",
            &[one, r#"{"label":"b","value":-3,"unit":"人"}"#],
            "treemap can't show parts of zero or below",
        ),
        ("pictogram", &[r#"{"label":"a","value":"60%"}"#], "pictogram counts things"),
        ("pictogram", &[r#"{"label":"a","value":-60,"unit":"人"}"#], "pictogram can't count below zero"),
        ("progress", &[one], "progress needs percentages from 0 to 100"),
        ("progress", &[r#"{"label":"a","value":"120%"}"#], "progress needs percentages from 0 to 100"),
        ("progress", &[r#"{"label":"a","value":-6,"unit":"%"}"#], "progress needs percentages from 0 to 100"),
    ];
    for (kind, figures, reason) in cases {
        let json = format!(r#"{{"figures":[{}]}}"#, figures.join(","));
        let document = tujie::native::json::from_json(&json).unwrap();
        let (chosen, notice) = choose(kind, &document);
        assert_eq!(chosen, Kind::Bar, "{notice}");
        assert!(notice.message.starts_with(reason), "{kind}: {notice}");
        assert!(notice.message.ends_with("; drawn as bar"), "{notice}");
    }
}

#[test]
fn parts_icons_and_rates_are_drawn_when_they_say_what_is_true() {
    let cases: &[(&str, &[&str])] = &[
        ("donut", &["20余人", "不超过30人", "约12人"]),
        ("donut", &["33.3%", "33.3%", "33.3%"]),
        ("donut", &["60%以上", "35%"]),
        ("waffle", &["0%"]),
        ("waffle", &["95%以上"]),
        ("treemap", &["1人", "1000人", "500人", "80人", "60人", "40人", "20人", "9人"]),
        ("pictogram", &["0人", "20余人", "20–30人"]),
        ("progress", &["0%", "100%", "40–55%", "98%以上"]),
    ];
    for (kind, values) in cases {
        let figures: Vec<String> = values
            .iter()
            .enumerate()
            .map(|(index, value)| format!(r#"{{"label":"part {index}","value":"{value}"}}"#))
            .collect();
        let json = format!(r#"{{"figures":[{}]}}"#, figures.join(","));
        let (chosen, notice) = choose(kind, &tujie::native::json::from_json(&json).unwrap());
        assert_eq!(chosen.name(), *kind, "{notice}");
    }
}
