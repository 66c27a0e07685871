//! Values that lie far apart stay readable: the small ones stand on a scale that is a told number of times larger.

use tujie::choose::Kind;
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Role, Scene, Shape};

fn bars(values: &[&str], width: f64) -> Scene {
    let mut csv = String::from("label,value\n");
    for (index, value) in values.iter().enumerate() {
        csv.push_str(&format!("n{index},{value}\n"));
    }
    let figures = from_csv(&csv).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
    let request = Request { kind: Kind::Bar, width, height: None, grow: false, large: false, touch: false };
    layout(reader, &request, &Tabular)
}

/// How many times each line above bars says they are enlarged.
fn enlarged(scene: &Scene) -> Vec<f64> {
    let mut times = Vec::new();
    for mark in scene.marks.iter().filter(|mark| mark.role == Role::Heading) {
        if let Shape::Text { text, .. } = &mark.shape {
            let number = text.split("Enlarged ").nth(1).and_then(|rest| rest.split('×').next()).unwrap();
            times.push(number.replace(',', "").parse().unwrap());
        }
    }
    times
}

fn length(scene: &Scene, label: &str) -> f64 {
    scene.data[scene.find(label).unwrap()].mark.width
}

#[test]
fn small_bars_are_as_much_longer_as_is_told() {
    for width in [328.0, 640.0, 1200.0] {
        let scene = bars(&["400000", "250", "100000", "180", "0", "90"], width);
        let [times] = enlarged(&scene)[..] else { panic!("{:?}", enlarged(&scene)) };
        assert_eq!(times, 200.0);
        assert!(length(&scene, "n1") <= length(&scene, "n2"), "less does not seem to be more");
        let per_unit = length(&scene, "n0") / 400_000.0;
        for (label, value) in [("n1", 250.0), ("n3", 180.0), ("n5", 90.0)] {
            let expected = value * per_unit * times;
            assert!((length(&scene, label) - expected).abs() < 0.01, "{label} at {width}");
        }
        // In author's order on each scale, zero among the small ones, and nothing twice.
        let ids: Vec<&str> = scene.data.iter().map(|datum| datum.id.as_str()).collect();
        assert_eq!(ids, ["n0", "n2", "n1", "n3", "n4", "n5"]);
        assert_eq!(scene.scales, 1, "one unit is one scale to tell of");
        assert_eq!(scene.rules, ["Enlarged 200×: the 4 smaller values, on a separate scale"]);
    }
}

#[test]
fn a_scale_of_its_own_needs_two_that_could_not_be_compared() {
    for (values, expected) in [
        (&["1000", "9", "8"][..], 1),
        (&["1000", "9", "800"], 0),
        (&["1000", "11", "12"], 0),
        (&["-1000", "9", "-8"], 1),
        (&["1000", "0", "0"], 0),
        (&["1000000", "9000", "8000", "8", "7"], 2),
        (&["1000000", "0.001", "0.002"], 0),
        (&["100%", "0.2%", "0.3%"], 0),
    ] {
        assert_eq!(enlarged(&bars(values, 640.0)).len(), expected, "{values:?}");
    }
}

#[test]
fn the_smallest_bar_is_seen_and_hit() {
    let scene = bars(&["1000000", "0.001", "0"], 640.0);
    for label in ["n1", "n2"] {
        let index = scene.find(label).unwrap();
        assert!(scene.data[index].mark.width >= 1.0);
        assert_eq!(tujie::hit::hit(&scene, scene.data[index].mark.center()), Some(index));
    }
}

fn order(scene: &Scene) -> Vec<&str> {
    scene.data.iter().map(|datum| datum.id.as_str()).collect()
}

#[test]
fn what_is_small_and_what_is_not() {
    // Under a twentieth of the largest; a range by its high end; zero stays.
    assert_eq!(order(&bars(&["1000", "9", "48", "8", "52"], 640.0)), ["n0", "n4", "n1", "n2", "n3"]);
    assert_eq!(order(&bars(&["1000", "9", "5–900", "8"], 640.0)), ["n0", "n2", "n1", "n3"]);
    for last in ["1", "2", "3", "5", "7", "8", "9"] {
        let scene = bars(&["1000", last, "0.5"], 640.0);
        let heading = scene
            .marks
            .iter()
            .find_map(|mark| match &mark.shape {
                Shape::Text { text, .. } if text.starts_with("Enlarged") => Some(text.clone()),
                _ => None,
            })
            .unwrap();
        let digits: String =
            heading.split('×').next().unwrap().chars().filter(|char| char.is_ascii_digit()).collect();
        assert!(["1", "2", "5"].contains(&digits.trim_end_matches('0')), "{heading}");
    }
}
