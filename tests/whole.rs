//! What is a whole of parts, what its parts are of it, and what they make together.

use tujie::choose::{Kind, choose};
use tujie::figures::{Amount, Bound, Figure, Figures};
use tujie::native::json::from_json;
use tujie::parts;

fn rates(values: &[(f64, Bound)]) -> Figures {
    let figures = values.iter().enumerate().map(|(index, &(value, bound))| Figure {
        id: index.to_string(),
        label: format!("第{index}项"),
        amount: Some(Amount::bounded(value, bound)),
        unit: "%".into(),
        year: None,
        group: String::new(),
        per: String::new(),
        emphasis: false,
        written: String::new(),
        note: String::new(),
        quote: String::new(),
        extra: Vec::new(),
    });
    Figures { figures: figures.collect(), ..Figures::default() }
}

fn shares(figures: &Figures) -> Vec<f64> {
    parts::shares(&figures.figures.iter().collect::<Vec<_>>())
}

#[test]
fn only_at_least_leaves_a_rest_open() {
    use Bound::*;
    let open = shares(&rates(&[(60.0, AtLeast), (35.0, Exact)]));
    assert!((open[0] - 0.6).abs() < 1e-9 && (open[1] - 0.35).abs() < 1e-9, "{open:?}");
    for bound in [About, AtMost, Exact] {
        let sum: f64 = shares(&rates(&[(60.0, bound), (35.0, Exact)])).iter().sum();
        assert!((sum - 1.0).abs() < 1e-9, "{bound:?}");
    }
    // What rounding takes is no rest; and counts leave none.
    let sum: f64 = shares(&rates(&[(60.0, AtLeast), (39.5, Exact)])).iter().sum();
    assert!((sum - 1.0).abs() < 1e-9);
    let mut counts = rates(&[(6.0, AtLeast), (3.0, Exact)]);
    counts.figures.iter_mut().for_each(|figure| figure.unit = "人".into());
    let sum: f64 = shares(&counts).iter().sum();
    assert!((sum - 1.0).abs() < 1e-9);
}

#[test]
fn a_total_says_what_its_parts_say() {
    use Bound::*;
    let of = |bounds: [Bound; 2]| {
        let figures = rates(&bounds.map(|bound| (2.0, bound)));
        parts::total(&figures.figures.iter().collect::<Vec<_>>())
    };
    for (bounds, sum) in [
        ([Exact, Exact], Some(Exact)),
        ([AtMost, AtMost], Some(AtMost)),
        ([About, About], Some(About)),
        ([AtLeast, AtLeast], Some(AtLeast)),
        ([AtLeast, About], Some(AtLeast)),
        ([AtMost, About], None),
        ([AtLeast, AtMost], None),
        ([Exact, AtMost], Some(AtMost)),
    ] {
        assert_eq!(of(bounds), sum.map(|bound| Amount::bounded(4.0, bound)), "{bounds:?}");
    }
}

#[test]
fn a_whole_may_miss_its_hundred_by_so_much_and_no_more() {
    for (values, drawn) in [
        (["60%", "39.1%"], true),
        (["60%", "41%"], true),
        (["60%", "38.8%"], false),
        (["60%", "41.2%"], false),
        (["60%以上", "30%"], true),
        (["60%以上", "29%"], false),
        (["99.4%", "0.6%"], true),
        (["99.6%", "0.4%"], false),
    ] {
        let json = format!(
            r#"{{"figures":[{{"label":"a","value":"{}"}},{{"label":"b","value":"{}"}}]}}"#,
            values[0], values[1]
        );
        let (kind, notice) = choose("donut", &from_json(&json).unwrap());
        assert_eq!(kind == Kind::Donut, drawn, "{values:?}: {notice}");
    }
    let six: Vec<String> = ["20", "20", "20", "20", "19.6", "0.4"]
        .iter()
        .enumerate()
        .map(|(i, v)| format!(r#"{{"label":"p{i}","value":"{v}%"}}"#))
        .collect();
    assert!(
        choose("donut", &from_json(&format!(r#"{{"figures":[{}]}}"#, six.join(","))).unwrap())
            .1
            .message
            .contains("so small")
    );
    let count = |count: usize| {
        let rows: Vec<String> =
            (0..count).map(|index| format!(r#"{{"label":"p{index}","value":"{}人"}}"#, 5 + index)).collect();
        choose("donut", &from_json(&format!(r#"{{"figures":[{}]}}"#, rows.join(","))).unwrap())
    };
    assert_eq!(count(6).0, Kind::Donut);
    assert_ne!(count(7).0, Kind::Donut);
    let why = |figures: &str, kind: &str| {
        choose(kind, &from_json(&format!(r#"{{"figures":[{figures}]}}"#)).unwrap())
    };
    let (kind, notice) = why(
        r#"{"label":"a","value":3,"unit":"元","per":"村"},{"label":"b","value":4,"unit":"元","per":"村"}"#,
        "donut",
    );
    assert!(kind != Kind::Donut && notice.message.contains("can't add rates up"), "{notice}");
    // One name in two groups is two parts.
    assert_eq!(
        why(r#"{"label":"a","value":"3人","group":"甲"},{"label":"a","value":"4人","group":"乙"}"#, "donut")
            .0,
        Kind::Donut
    );
    assert_eq!(why(r#"{"label":"总计","value":"95%"}"#, "waffle").0, Kind::Waffle);
    assert!(
        why(r#"{"label":"a","value":"3人"},{"label":"合计 ","value":"3人"}"#, "donut")
            .1
            .message
            .contains("total")
    );
}
