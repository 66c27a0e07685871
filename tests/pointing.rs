//! Which datum is under a pointer, and which one a key leads to.

use tujie::focus::step;
use tujie::hit::hit;
use tujie::scene::{Datum, Ink, Point, Rect, Role, Scene, Shape};

fn datum(panel: usize, series: usize, mark: Rect) -> Datum {
    Datum { id: String::new(), figure: 0, panel, series, area: mark, mark, foot: Rect::default() }
}

fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { x, y, width, height }
}

#[test]
fn the_corner_beside_a_polygon_belongs_to_what_lies_under_it() {
    let mut scene = Scene {
        data: vec![datum(0, 0, rect(0.0, 0.0, 10.0, 10.0)), datum(0, 1, rect(0.0, 0.0, 10.0, 10.0))],
        ..Scene::default()
    };
    scene.push(Shape::Rect(rect(0.0, 0.0, 10.0, 10.0)), Ink::Series(0), Role::Body, Some(0));
    let wedge = [(10.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(|(x, y)| Point { x, y }).to_vec();
    scene.push(Shape::Polygon(wedge), Ink::Series(1), Role::Body, Some(1));
    assert_eq!(hit(&scene, Point { x: 8.0, y: 8.0 }), Some(1));
    assert_eq!(hit(&scene, Point { x: 2.0, y: 2.0 }), Some(0));
}

#[test]
fn neither_guides_nor_the_box_of_a_stroke_hide_a_mark() {
    let mut scene = Scene {
        data: vec![datum(0, 0, rect(0.0, 0.0, 10.0, 10.0)), datum(0, 1, rect(20.0, 0.0, 10.0, 10.0))],
        ..Scene::default()
    };
    scene.push(Shape::Rect(rect(0.0, 0.0, 10.0, 10.0)), Ink::Series(0), Role::Body, Some(0));
    scene.push(Shape::Rect(rect(0.0, 0.0, 30.0, 10.0)), Ink::Rule, Role::Guide, None);
    scene.push(
        Shape::Line(vec![Point { x: 0.0, y: 0.0 }, Point { x: 30.0, y: 10.0 }], 2.0),
        Ink::Series(1),
        Role::Body,
        Some(1),
    );
    assert_eq!(hit(&scene, Point { x: 2.0, y: 8.0 }), Some(0));
}

#[test]
fn arrows_find_the_next_series_and_in_it_the_nearest() {
    let at = |panel, series, x| datum(panel, series, rect(x, 0.0, 0.0, 0.0));
    let scene = Scene {
        data: vec![at(0, 0, 0.0), at(0, 0, 9.0), at(0, 1, 0.0), at(0, 1, 8.0), at(1, 0, 9.0)],
        ..Scene::default()
    };
    assert_eq!(step(&scene, &[], 3, "ArrowLeft"), Some(2));
    assert_eq!(step(&scene, &[], 0, "ArrowDown"), Some(2));
    assert_eq!(step(&scene, &[], 1, "ArrowDown"), Some(3));
    assert_eq!(step(&scene, &[], 4, "ArrowUp"), Some(3));
    assert_eq!((step(&scene, &[], 3, "Home"), step(&scene, &[], 1, "End")), (Some(0), Some(4)));
    assert_eq!(step(&scene, &[], 9, "ArrowLeft"), Some(3));
    assert_eq!(step(&scene, &[], 0, "a"), None);
    // One series: up and down are back and forth.
    let one = Scene { data: (0..12).map(|x| at(0, 0, f64::from(x))).collect(), ..Scene::default() };
    assert_eq!((step(&one, &[], 3, "ArrowDown"), step(&one, &[], 3, "ArrowUp")), (Some(4), Some(2)));
    assert_eq!((step(&one, &[], 1, "PageDown"), step(&one, &[], 11, "PageUp")), (Some(6), Some(6)));
}
