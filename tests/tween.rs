//! What holds on the way from one picture to the next.

use tujie::choose::Kind;
use tujie::figures::{Amount, Bound, Figure, Figures, Part, Period};
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Datum, Ink, Mark, Point, Rect, Role, Scene, Shape};
use tujie::tween::Tween;

const VALUES: [f64; 4] = [600.0, 180.0, 50.0, -40.0];

fn figures(values: &[f64], years: bool) -> Figures {
    let bounds = [Bound::Exact, Bound::AtLeast, Bound::About, Bound::AtMost];
    let figures = values.iter().enumerate().map(|(index, &value)| Figure {
        id: index.to_string(),
        label: if years { "人数".into() } else { format!("第{index}项") },
        amount: Some(Amount::bounded(value, bounds[index % bounds.len()])),
        unit: "人".into(),
        year: years.then_some(Period { year: 2008 + index as i32, part: Part::Year }),
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

fn picture(figures: &Figures, kind: Kind, width: f64) -> Scene {
    let reader = Reader { figures, locale: Locale::from_tag("zh-CN") };
    let request = Request { kind, width, height: None, grow: false, large: false, touch: false };
    layout(reader, &request, &Tabular)
}

/// The frames from the first to the last, in tenths.
fn frames(old: &Scene, new: &Scene) -> Vec<Vec<Mark>> {
    let tween = Tween::new(old, new);
    (0..=10).map(|tenth| frame(&tween, new, 1.0 - f64::from(tenth) / 10.0)).collect()
}

fn frame(tween: &Tween, new: &Scene, left: f64) -> Vec<Mark> {
    let mut scene = new.clone();
    tween.place(&mut scene, left);
    let marks = scene.marks.clone();
    tween.place(&mut scene, 0.0);
    assert_eq!(&scene, new, "the scene is as it was");
    marks
}

fn points(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rect(rect) => {
            vec![Point { x: rect.x, y: rect.y }, Point { x: rect.right(), y: rect.bottom() }]
        }
        Shape::Line(points, _) | Shape::Polygon(points) => points.clone(),
        Shape::Dot(center, _) => vec![*center],
        Shape::Text { at, .. } => vec![*at],
    }
}

/// Whether two shapes are the same but for rounding.
fn close(a: &Shape, b: &Shape) -> bool {
    let (a, b) = (points(a), points(b));
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| (a.x - b.x).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6)
}

fn texts(marks: &[Mark]) -> Vec<&Mark> {
    marks.iter().filter(|mark| matches!(mark.shape, Shape::Text { .. })).collect()
}

/// Pictures that follow each other: first sight, new figures, another kind, fewer figures, another order.
fn moves() -> Vec<(&'static str, Scene, Scene)> {
    let bars = |values: &[f64]| picture(&figures(values, false), Kind::Bar, 640.0);
    let narrow = |values: &[f64]| picture(&figures(values, false), Kind::Bar, 320.0);
    let columns = picture(&figures(&VALUES, false), Kind::Column, 640.0);
    let line = |values: &[f64]| picture(&figures(values, true), Kind::Line, 640.0);
    let mut turned = figures(&VALUES, false);
    turned.figures.reverse();
    let turned = picture(&turned, Kind::Bar, 640.0);
    vec![
        ("bars grow", Scene::default(), bars(&VALUES)),
        ("narrow bars grow", Scene::default(), narrow(&VALUES)),
        ("columns grow", Scene::default(), columns.clone()),
        ("a line rises", Scene::default(), line(&VALUES)),
        ("bars follow new values", bars(&VALUES), bars(&[100.0, 500.0, 60.0, 10.0])),
        ("a line follows new values", line(&VALUES), line(&[5.0, 500.0, 60.0, 10.0])),
        ("a line gets longer", line(&VALUES[..3]), line(&VALUES)),
        ("bars become columns", bars(&VALUES), columns),
        ("bars go", bars(&VALUES), bars(&VALUES[..2])),
        ("bars come", bars(&VALUES[..2]), bars(&VALUES)),
        ("bars change places", bars(&VALUES), turned),
        ("the picture gets lower", picture(&figures(&[9.0; 30], false), Kind::Bar, 640.0), bars(&VALUES)),
    ]
}

#[test]
fn the_last_frame_is_the_scene_and_those_between_are_neither_end() {
    for (what, old, new) in moves() {
        let frames = frames(&old, &new);
        assert_eq!(frames[10], new.marks, "{what}");
        for tenth in 1..9 {
            assert_ne!(frames[tenth], frames[0], "{what}, {tenth}");
            assert_ne!(frames[tenth], new.marks, "{what}, {tenth}");
        }
    }
}

#[test]
fn every_frame_is_finite_and_in_the_frame() {
    for (what, old, new) in moves() {
        for marks in frames(&old, &new) {
            for mark in marks {
                for Point { x, y } in points(&mark.shape) {
                    let inside = x >= -0.6 && x <= new.width + 0.6 && y >= -0.6 && y <= new.height + 0.6;
                    assert!(inside, "{what}: {mark:?} leaves {} × {}", new.width, new.height);
                }
            }
        }
    }
}

#[test]
fn texts_stand_from_the_first_frame() {
    for (what, old, new) in moves() {
        for marks in frames(&old, &new) {
            assert_eq!(texts(&marks), texts(&new.marks), "{what}");
        }
    }
}

#[test]
fn values_inside_a_stack_are_never_covered_by_what_grows() {
    let figures = tujie::input::from_csv(include_str!("cases/stacked-exact/input.csv")).unwrap();
    let new = picture(&figures, Kind::Stacked, 640.0);
    let mut values = 0;
    for marks in frames(&Scene::default(), &new) {
        for (at, mark) in marks.iter().enumerate().filter(|(_, mark)| matches!(mark.ink, Ink::Inside(_))) {
            let Shape::Text { .. } = &mark.shape else { continue };
            let text = mark.shape.bounds();
            let (Shape::Polygon(_), Ink::Plate(_)) = (&marks[at - 1].shape, marks[at - 1].ink) else {
                panic!("no plate under {:?}", mark.shape)
            };
            let plate = marks[at - 1].shape.bounds();
            assert!(plate.x < text.x && plate.right() > text.right() && plate.overlaps(&text));
            let over = marks[at + 1..].iter().find(|mark| mark.shape.bounds().overlaps(&text));
            assert!(over.is_none(), "{over:?} over {:?}", mark.shape);
            values += 1;
        }
    }
    assert_eq!(values, 8 * 11);
}

#[test]
fn bars_and_columns_grow_from_nothing_and_never_shrink_on_the_way() {
    for (what, old, new) in moves().into_iter().take(3) {
        let upward = what.starts_with("columns");
        let length = |mark: &Mark| {
            let bounds = mark.shape.bounds();
            if upward { bounds.height } else { bounds.width }
        };
        let frames = frames(&old, &new);
        let mut bodies = 0;
        for (place, mark) in new.marks.iter().enumerate() {
            if mark.role != Role::Body {
                continue;
            }
            bodies += 1;
            assert!(length(&frames[0][place]) < 1e-9, "{what}");
            for tenth in 1..=10 {
                assert!(length(&frames[tenth][place]) > length(&frames[tenth - 1][place]), "{what}");
            }
            // One end stays on the baseline, also left of it or below it.
            let (first, last) = (frames[0][place].shape.bounds(), mark.shape.bounds());
            let (at, from, to) =
                if upward { (first.y, last.y, last.bottom()) } else { (first.x, last.x, last.right()) };
            assert!((at - from).abs() < 1e-9 || (at - to).abs() < 1e-9, "{what}: {at} in {from}–{to}");
        }
        assert_eq!(bodies, 4, "{what}");
    }
}

#[test]
fn a_line_rises_with_its_dots() {
    let (_, old, new) = moves().swap_remove(3);
    let frames = frames(&old, &new);
    let is_line = |mark: &Mark| matches!(mark.shape, Shape::Line(..)) && mark.datum.is_none();
    let place = new.marks.iter().position(is_line).unwrap();
    assert!(frames[0][place].shape.bounds().height < 3.0, "flat at first");
    for marks in &frames {
        let line = points(&marks[place].shape);
        let dots = marks.iter().filter(|mark| mark.role == Role::Body);
        let dots: Vec<Point> = dots.flat_map(|mark| points(&mark.shape)).collect();
        assert_eq!(line, dots);
    }
}

#[test]
fn a_figure_that_stays_moves_from_its_old_place() {
    let (_, old, new) = moves().swap_remove(10);
    let starts = frame(&Tween::new(&old, &new), &new, 1.0);
    let mut moved = 0;
    for (mark, start) in new.marks.iter().zip(&starts) {
        let (Role::Body, Some(datum)) = (mark.role, mark.datum) else { continue };
        let before = old.find(&new.data[datum].id);
        let before =
            old.marks.iter().find(|other| other.role == Role::Body && other.datum == before).unwrap();
        assert!(close(&start.shape, &before.shape), "{start:?} {before:?}");
        moved += usize::from(start != mark);
    }
    assert_eq!(moved, 4);
}

#[test]
fn a_change_on_the_way_goes_on_from_what_is_shown() {
    let (_, old, new) = moves().swap_remove(4);
    let half = frame(&Tween::new(&old, &new), &new, 0.5);
    let shown = Scene { marks: half.clone(), ..new.clone() };
    let onward = frame(&Tween::new(&shown, &old), &old, 1.0);
    for (mark, before) in onward.iter().zip(&half) {
        if mark.role == Role::Body
            && std::mem::discriminant(&mark.shape) == std::mem::discriminant(&before.shape)
        {
            let (a, b) = (mark.shape.bounds(), before.shape.bounds());
            assert!((a.x - b.x).abs() < 1e-6 && (a.width - b.width).abs() < 1e-6, "{a:?} {b:?}");
        }
    }
}

#[test]
fn the_bar_of_one_year_becomes_that_of_the_next() {
    let year = |year: i32, value: f64| {
        let mut figures = figures(&[value, 2.0 * value], false);
        for (index, figure) in figures.figures.iter_mut().enumerate() {
            figure.id = format!("第{index}项@{year}");
        }
        figures
    };
    let old = picture(&year(2010, 30.0), Kind::Bar, 640.0);
    let new = picture(&year(2011, 40.0), Kind::Bar, 640.0);
    let first = &frames(&old, &new)[0];
    let bodies = |marks: &[Mark]| -> Vec<Shape> {
        marks.iter().filter(|mark| mark.role == Role::Body).map(|mark| mark.shape.clone()).collect()
    };
    assert_eq!(bodies(first), bodies(&old.marks));
    // An author's own ids without a year are their own affair.
    let other = picture(&figures(&[40.0, 80.0], false), Kind::Bar, 640.0);
    assert_ne!(bodies(&frames(&old, &other)[0]), bodies(&old.marks));
}

fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { x, y, width, height }
}

fn bars(ids: &[&str], x: f64) -> Scene {
    let mut scene = Scene { width: 100.0, height: 100.0, ..Scene::default() };
    for (index, id) in ids.iter().enumerate() {
        let mark = rect(0.0, 20.0 * index as f64, x, 10.0);
        let foot = rect(0.0, mark.y, 0.0, 10.0);
        scene.data.push(Datum { id: (*id).into(), figure: 0, panel: 0, series: 0, area: mark, mark, foot });
        scene.push(Shape::Rect(mark), Ink::Series(0), Role::Body, Some(index));
    }
    scene
}

#[test]
fn what_cannot_be_followed_is_in_place_and_the_others_still_move() {
    let mut old = bars(&["a", "b"], 40.0);
    let new = bars(&["a", "b"], 80.0);
    // The first was a line of three points.
    old.marks[0].shape = Shape::Line([0.0, 1.0, 2.0].map(|x| Point { x, y: x }).to_vec(), 1.0);
    let mut shown = new.clone();
    Tween::new(&old, &new).place(&mut shown, 1.0);
    assert_eq!(shown.marks[0].shape, new.marks[0].shape);
    assert_eq!(shown.marks[1].shape, old.marks[1].shape);
    // Beyond the frame, to the right or below.
    for (x, y) in [(150.0, 0.0), (0.0, 150.0)] {
        let mut old = bars(&["a", "b"], 40.0);
        let Shape::Rect(place) = &mut old.marks[0].shape else { panic!() };
        (place.x, place.y) = (x, y);
        let mut shown = new.clone();
        Tween::new(&old, &new).place(&mut shown, 1.0);
        assert_eq!(shown.marks[0].shape, new.marks[0].shape);
        assert_eq!(shown.marks[1].shape, old.marks[1].shape);
    }
    // b@2010 becomes b@2011, and no other.
    let (old, new) = (bars(&["a@2010", "b@2010"], 40.0), bars(&["b@2011", "a@2011"], 80.0));
    let mut shown = new.clone();
    Tween::new(&old, &new).place(&mut shown, 1.0);
    assert_eq!(shown.marks[0].shape, old.marks[1].shape);
    assert_eq!(shown.marks[1].shape, old.marks[0].shape);
}

#[test]
fn a_dot_grows_from_nothing() {
    let mut new = bars(&["a"], 80.0);
    new.marks[0].shape = Shape::Dot(Point { x: 80.0, y: 5.0 }, 4.0);
    let mut shown = new.clone();
    Tween::new(&Scene::default(), &new).place(&mut shown, 1.0);
    assert_eq!(shown.marks[0].shape, Shape::Dot(Point { x: 0.0, y: 5.0 }, 0.0));
}
