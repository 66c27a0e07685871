//! Where values, times and their names stand along an axis.

use tujie::choose::{Kind, choose};
use tujie::figures::Figures;
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::layout::ticks::ticks;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Rect, Role, Scene, Shape};

fn draw(figures: &Figures, kind: &str, width: f64, lang: &str) -> Scene {
    let reader = Reader { figures, locale: Locale::from_tag(lang) };
    let kind = choose(kind, figures).0;
    layout(reader, &Request { kind, width, height: None, grow: false, large: false, touch: false }, &Tabular)
}

fn apart(scene: &Scene, what: &str) {
    let texts: Vec<(Rect, &str)> = scene
        .marks
        .iter()
        .filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } => Some((mark.shape.bounds(), text.as_str())),
            _ => None,
        })
        .collect();
    for (index, (one, text)) in texts.iter().enumerate() {
        assert!(
            one.x >= -0.6
                && one.right() <= scene.width + 0.6
                && one.y >= -0.6
                && one.bottom() <= scene.height + 0.6,
            "{what}: {text} {one:?} leaves the frame"
        );
        for (other, words) in &texts[..index] {
            assert!(!one.grown(-1.0).overlaps(&other.grown(-1.0)), "{what}: {text} on {words}");
        }
    }
}

#[test]
fn equal_values_have_an_axis_from_zero() {
    for (value, low, high) in [(95.0, 0.0, 100.0), (-95.0, -100.0, 0.0), (0.0, 0.0, 1.0)] {
        let axis = ticks(value, value, 4);
        assert_eq!((axis.low(), axis.high()), (low, high));
    }
    assert_eq!(ticks(0.0, f64::MAX, 4).high(), f64::MAX);
}

#[test]
fn a_line_that_does_not_move_has_an_axis_from_zero() {
    let scene =
        draw(&from_csv("label,value,year\na,95,2009\na,95,2010\na,95,2011\n").unwrap(), "line", 640.0, "en");
    let guides: Vec<String> = scene
        .marks
        .iter()
        .filter_map(|mark| match (&mark.shape, mark.role) {
            (Shape::Text { text, .. }, Role::Guide) => Some(text.clone()),
            _ => None,
        })
        .collect();
    assert!(guides.contains(&"0".to_string()) && guides.contains(&"100".to_string()), "{guides:?}");
}

#[test]
fn losses_alone_are_as_long_as_they_are_large() {
    for kind in ["bar", "column", "grouped"] {
        let figures = if kind == "grouped" {
            from_csv("label,value,group\na,-3,甲\nb,-2,甲\na,-6,乙\nb,-4,乙\n")
        } else {
            from_csv("label,value\na,-3\nb,-2\nc,-6\n")
        }
        .unwrap();
        let scene = draw(&figures, kind, 640.0, "en");
        let length = |index: usize| {
            let bounds = scene
                .marks
                .iter()
                .find(|mark| mark.datum == Some(index) && mark.role == Role::Body)
                .unwrap()
                .shape
                .bounds();
            if kind == "column" { bounds.height } else { bounds.width }
        };
        let value = |index: usize| figures.figures[scene.data[index].figure].amount.unwrap().value;
        assert!(length(0) > 20.0, "{kind}");
        for index in 1..scene.data.len() {
            assert!((length(index) / length(0) - value(index) / value(0)).abs() < 0.01, "{kind}");
        }
    }
}

#[test]
fn points_lie_where_their_time_lies() {
    let xs = |periods: &[&str]| -> Vec<f64> {
        let rows: String =
            periods.iter().enumerate().map(|(i, p)| format!("a,{},{p}\n", 5 + i % 3)).collect();
        let scene = draw(&from_csv(&format!("label,value,year\n{rows}")).unwrap(), "line", 640.0, "en");
        let all: Vec<f64> = scene.data.iter().map(|datum| datum.mark.center().x).collect();
        let (first, last) = (all[0], all[all.len() - 1]);
        all.iter().map(|x| (x - first) / (last - first)).collect()
    };
    for (periods, expected) in [
        (&["2010-11", "2010-12", "2011-01", "2011-02", "2011-03"][..], &[0.0, 0.25, 0.5, 0.75, 1.0][..]),
        (&["2010Q3", "2010Q4", "2011Q1", "2011Q3"], &[0.0, 0.25, 0.5, 1.0]),
        (&["2008", "2009", "2012"], &[0.0, 0.25, 1.0]),
        (&["2011-03-01", "2011-03-11", "2011-03-21", "2011-04-01"], &[0.0, 10.0 / 31.0, 20.0 / 31.0, 1.0]),
        (&["2010-12-01", "2010-12-16", "2011-01-01"], &[0.0, 15.0 / 31.0, 1.0]),
        (&["2010", "2010Q3", "2011-04", "2012"], &[0.0, 0.25, 0.625, 1.0]),
    ] {
        let found = xs(periods);
        for (x, expected) in found.iter().zip(expected) {
            assert!((x - expected).abs() < 1e-6, "{periods:?}: {found:?}");
        }
    }
}

#[test]
fn months_are_named_in_parts_of_a_year_from_january_on() {
    let mut rows = String::from("label,value,year\n");
    for month in 0..31 {
        rows += &format!("a,{},{}-{:02}\n", 5 + month % 4, 2009 + (month + 7) / 12, (month + 7) % 12 + 1);
    }
    let mut quarters = String::from("label,value,year\n");
    for quarter in 0..15 {
        quarters +=
            &format!("a,{},{}Q{}\n", 5 + quarter % 4, 2008 + (quarter + 2) / 4, (quarter + 2) % 4 + 1);
    }
    let mut steps_seen = Vec::new();
    for (csv, cycle, first) in [(&rows, 12, 5), (&quarters, 4, 2)] {
        let figures = from_csv(csv).unwrap();
        for width in (280..1400).step_by(20) {
            let scene = draw(&figures, "line", f64::from(width), "zh-CN");
            let texts: Vec<Rect> = scene
                .marks
                .iter()
                .filter(|mark| mark.role == Role::Guide && matches!(mark.shape, Shape::Text { .. }))
                .map(|mark| mark.shape.bounds())
                .collect();
            let lowest = texts.iter().map(|text| text.y).fold(0.0, f64::max);
            let named: Vec<usize> = texts
                .iter()
                .filter(|text| text.y > lowest - 1.0)
                .map(|text| {
                    let away = |index: &usize| {
                        ((scene.data[*index].mark.center().x - text.center().x).abs() * 1e3) as i64
                    };
                    (0..scene.data.len()).min_by_key(away).unwrap()
                })
                .collect();
            // The first and the last one may stand beside those in steps.
            let far = 2..scene.data.len() - 2;
            let inner: Vec<usize> = named.iter().copied().filter(|index| far.contains(index)).collect();
            assert!(named.len() > 2 || (named[0] < 2 && named[1] >= far.end), "{width}: {named:?}");
            let named = if inner.len() > 1 { inner } else { continue };
            let step = named[1] - named[0];
            assert!(named.windows(2).all(|pair| pair[1] - pair[0] == step), "{width}: {named:?}");
            assert!(cycle % step == 0 || step.is_multiple_of(cycle), "{width}: {named:?}");
            assert_eq!(named[0] % step, first % step, "{width}: {named:?}");
            steps_seen.push(step);
        }
    }
    steps_seen.sort();
    steps_seen.dedup();
    assert!(steps_seen.len() > 3, "{steps_seen:?}");
}

#[test]
fn periods_in_unequal_steps_are_named_apart_and_the_last_one_is() {
    for (csv, last) in [
        ("1990,2000,2008,2009,2010,2011", "2011"),
        ("1990,1991,1992,1993,1994,1995,1996,1997,2011", "2011"),
        ("2001,2011", "2011"),
        ("1990,1991,2011", "2011"),
        ("2011-03-01,2011-03-02,2011-03-03,2011-03-30", ""),
    ] {
        let figures =
            from_csv(&format!("label,{csv}\na{}\n", ",5".repeat(csv.matches(',').count() + 1))).unwrap();
        for width in (280..900).step_by(20) {
            let scene = draw(&figures, "line", f64::from(width), "en");
            apart(&scene, &format!("{csv} {width}"));
            let named = scene.marks.iter().any(|mark| {
                mark.role == Role::Guide
                    && matches!(&mark.shape, Shape::Text { text, .. } if text.as_str() == last)
            });
            assert!(named || last.is_empty(), "{csv} {width}");
        }
    }
}

#[test]
fn many_names_at_the_ends_of_lines_stay_apart_and_in_the_frame() {
    for kind in [Kind::Line, Kind::Slope] {
        for (count, spread) in [(3, 0), (7, 0), (12, 0), (12, 1), (12, 30), (12, -30)] {
            let mut csv = String::from("label,2009,2011\n");
            for index in 0..count {
                csv +=
                    &format!("Training of village staff {index},{},{}\n", 500 + index, 500 + index * spread);
            }
            let figures = from_csv(&csv).unwrap();
            for (width, height) in [
                (300.0, 100.0),
                (300.0, 220.0),
                (640.0, 120.0),
                (640.0, 300.0),
                (640.0, 900.0),
                (1000.0, 200.0),
            ] {
                let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
                let scene = layout(
                    reader,
                    &Request { kind, width, height: Some(height), grow: false, large: false, touch: false },
                    &Tabular,
                );
                apart(&scene, &format!("{kind:?} {count} {spread} {width} {height}"));
            }
        }
    }
}
