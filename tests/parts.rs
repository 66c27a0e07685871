//! What holds for every chart of parts, icons and rates: areas, cells and icons say what the values say.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::f64::consts::TAU;
use tujie::choose::{Kind, choose};
use tujie::describe;
use tujie::figures::{Amount, Bound, Figure, Figures};
use tujie::hit::hit;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Ink, Mark, Point, Rect, Role, Scene, Shape, Sign};

const KINDS: [Kind; 5] = [Kind::Donut, Kind::Waffle, Kind::Pictogram, Kind::Progress, Kind::Treemap];

fn figure(index: usize, amount: Option<Amount>, unit: &str, group: &str) -> Figure {
    Figure {
        id: index.to_string(),
        label: format!(
            "{}{index}",
            ["资料", "Leaflets for every household", "宣传与免费技术服务站"][index % 3]
        ),
        amount,
        unit: unit.into(),
        year: None,
        group: group.into(),
        per: String::new(),
        emphasis: false,
        written: String::new(),
        note: String::new(),
        quote: String::new(),
        extra: vec![("target".into(), ["95%", "100", "x", "0"][index % 4].into())],
    }
}

fn bounds() -> impl Strategy<Value = Bound> {
    prop_oneof![
        4 => Just(Bound::Exact),
        1 => Just(Bound::AtLeast),
        1 => Just(Bound::AtMost),
        1 => Just(Bound::About)
    ]
}

/// Figures that the kind does not refuse.
fn drawable(kind: Kind) -> BoxedStrategy<Figures> {
    let document = |figures| Figures { figures, ..Figures::default() };
    match kind {
        Kind::Progress => {
            let row = prop_oneof![
                6 => (0.0..=100.0f64, bounds()).prop_map(|(value, bound)| Some(Amount::bounded(value, bound))),
                1 => prop_oneof![Just(0.0), Just(100.0), Just(1e-300)].prop_map(|value| Some(Amount::exact(value))),
                1 => (prop_oneof![Just(0.0), 0.0..=50.0f64], 0.0..=50.0f64)
                    .prop_map(|(low, more)| Some(Amount::range(low, low + more))),
                1 => Just(None),
            ];
            prop::collection::vec(row, 1..12)
                .prop_map(move |rows| {
                    document(rows.into_iter().enumerate().map(|(i, row)| figure(i, row, "%", "")).collect())
                })
                .boxed()
        }
        Kind::Pictogram => {
            let number = prop_oneof![
                6 => (0..1_000_000i64).prop_map(|n| n as f64),
                2 => 0.0..30.0f64,
                1 => prop_oneof![Just(0.0), Just(1e308), Just(f64::MAX), Just(1e-300)],
            ];
            let row = prop_oneof![
                6 => (number, bounds()).prop_map(|(value, bound)| Some(Amount::bounded(value, bound))),
                1 => (0..5000i64, 0..5000i64)
                    .prop_map(|(low, more)| Some(Amount::range(low as f64, (low + more) as f64))),
                1 => Just(None),
            ];
            let unit =
                prop_oneof![Just("人"), Just("份"), Just("元"), Just("条"), Just("辆"), Just("households")];
            (prop::collection::vec(row, 1..12), unit)
                .prop_map(move |(rows, unit)| {
                    document(rows.into_iter().enumerate().map(|(i, row)| figure(i, row, unit, "")).collect())
                })
                .boxed()
        }
        _ => {
            let most = if kind == Kind::Treemap { 40 } else { 6 };
            let group = prop_oneof![Just("宣传教育"), Just("服务"), Just("Training of village staff")];
            let row = (2.0..60.0f64, bounds(), group);
            let scale = prop_oneof![Just(1.0), Just(1e4), Just(1e300), Just(1e-300)];
            (prop::collection::vec(row, 2..=most), scale)
                .prop_map(move |(rows, scale)| {
                    let rows = rows.into_iter().enumerate();
                    document(
                        rows.map(|(i, (value, bound, group))| {
                            figure(i, Some(Amount::bounded(value * scale, bound)), "人", group)
                        })
                        .collect(),
                    )
                })
                .boxed()
        }
    }
}

fn draw(figures: &Figures, request: Request, tag: &str) -> Scene {
    layout(Reader { figures, locale: Locale::from_tag(tag) }, &request, &Tabular)
}

fn plain(kind: Kind, width: f64) -> Request {
    Request { kind, width, height: None, grow: false, large: false, touch: false }
}

fn scenes(kind: Kind) -> impl Strategy<Value = (Figures, Scene)> {
    let tag = prop_oneof![Just("zh-CN"), Just("en"), Just("zh-Hant")];
    let height = prop_oneof![2 => Just(None), 1 => (60.0..900.0f64).prop_map(Some)];
    (drawable(kind), 280.0..1600.0f64, height, tag, any::<bool>()).prop_map(
        move |(figures, width, height, tag, large)| {
            let scene =
                draw(&figures, Request { kind, width, height, grow: false, large, touch: false }, tag);
            (figures, scene)
        },
    )
}

fn any_scene() -> impl Strategy<Value = (Figures, Scene)> {
    prop_oneof![scenes(KINDS[0]), scenes(KINDS[1]), scenes(KINDS[2]), scenes(KINDS[3]), scenes(KINDS[4])]
}

fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Rect(rect) => rect.width * rect.height,
        Shape::Polygon(points) => {
            let mut sum = 0.0;
            for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
                sum += a.x * b.y - b.x * a.y;
            }
            sum.abs() / 2.0
        }
        _ => 0.0,
    }
}

fn bodies(scene: &Scene, datum: usize) -> Vec<&Mark> {
    scene.marks.iter().filter(|mark| mark.datum == Some(datum) && mark.role == Role::Body).collect()
}

/// What is drawn of each datum, by figure, as shares of all that is drawn; and the same of the values.
fn shares(figures: &Figures, scene: &Scene, drawn: impl Fn(usize) -> f64) -> Vec<(f64, f64)> {
    let value = |datum: usize| figures.figures[scene.data[datum].figure].amount.unwrap().value / 1e6;
    let all: f64 = (0..scene.data.len()).map(&drawn).sum();
    let sum: f64 = (0..scene.data.len()).map(value).sum();
    (0..scene.data.len()).map(|datum| (drawn(datum) / all, value(datum) / sum)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marks_stay_in_the_frame_and_texts_apart((_, scene) in any_scene()) {
        let frame = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height }.grown(0.6);
        let mut texts: Vec<(Rect, &str)> = Vec::new();
        for mark in &scene.marks {
            let bounds = mark.shape.bounds();
            for side in [bounds.x, bounds.y, bounds.right(), bounds.bottom()] {
                prop_assert!(side.is_finite(), "{mark:?}");
            }
            let corners = [Point { x: bounds.x, y: bounds.y }, Point { x: bounds.right(), y: bounds.bottom() }];
            let inside = corners.into_iter().all(|corner| frame.contains(corner));
            prop_assert!(inside, "{mark:?} leaves {} × {}", scene.width, scene.height);
            if let Shape::Text { text, font, .. } = &mark.shape {
                prop_assert!(font.size >= 12.0);
                for (other, words) in &texts {
                    let apart = !bounds.grown(-1.0).overlaps(&other.grown(-1.0));
                    prop_assert!(apart, "{text:?} {bounds:?} on {words:?} {other:?}");
                }
                texts.push((bounds, text));
            }
        }
    }

    #[test]
    fn every_part_answers_where_it_is_drawn((_, scene) in any_scene()) {
        for (place, mark) in scene.marks.iter().enumerate() {
            let (Role::Body, Some(datum)) = (mark.role, mark.datum) else { continue };
            let center = mark.shape.bounds().center();
            let covered = scene.marks[place + 1..]
                .iter()
                .any(|other| other.datum != Some(datum) && other.shape.bounds().contains(center));
            if !covered {
                prop_assert_eq!(hit(&scene, center), Some(datum));
            }
        }
    }

    #[test]
    fn rings_are_divided_as_the_values_are((figures, scene) in scenes(Kind::Donut)) {
        // Pieces of one part lie half a px on each other.
        for (drawn, value) in shares(&figures, &scene, |d| bodies(&scene, d).iter().map(|m| area(&m.shape)).sum()) {
            prop_assert!((drawn - value).abs() < 0.015, "{drawn} of the ring for {value}");
        }
    }

    #[test]
    fn a_waffle_has_a_hundred_cells((figures, scene) in scenes(Kind::Waffle)) {
        let cells: usize = (0..scene.data.len()).map(|datum| bodies(&scene, datum).len()).sum();
        prop_assert_eq!(cells, 100);
        for (drawn, value) in shares(&figures, &scene, |datum| bodies(&scene, datum).len() as f64) {
            prop_assert!((drawn - value).abs() < 0.01 + 1e-9, "{drawn} of the cells for {value}");
        }
    }

    #[test]
    fn tiles_are_as_large_as_their_values((figures, scene) in scenes(Kind::Treemap)) {
        // Each tile leaves 1 px to its neighbours on every side.
        let tile = |datum: usize| area(&Shape::Rect(bodies(&scene, datum)[0].shape.bounds().grown(1.0)));
        for (drawn, value) in shares(&figures, &scene, tile) {
            prop_assert!((drawn - value).abs() < 1e-3, "{drawn} of the map for {value}");
        }
        for datum in 0..scene.data.len() {
            let own = bodies(&scene, datum)[0].shape.bounds();
            prop_assert!(own.width >= 1.0 && own.height >= 1.0, "{own:?} can't be seen");
            prop_assert_eq!(hit(&scene, own.center()), Some(datum));
            for other in 0..datum {
                let other = bodies(&scene, other)[0].shape.bounds();
                prop_assert!(!own.grown(0.9).overlaps(&other), "{own:?} touches {other:?}");
            }
        }
    }
}

/// The first text that begins so.
fn text<'a>(scene: &'a Scene, start: &str) -> Option<&'a str> {
    scene.marks.iter().find_map(|mark| match &mark.shape {
        Shape::Text { text, .. } if text.starts_with(start) => Some(text.as_str()),
        _ => None,
    })
}

#[test]
fn icons_times_what_each_stands_for_is_the_value() {
    for (value, each) in [
        (950.0, 50.0),
        (2000.0, 100.0),
        (24.0, 1.0),
        (25.5, 2.0),
        (1234567.0, 50000.0),
        (0.5, 1.0),
        (0.0, 1.0),
    ] {
        let rows = vec![figure(0, Some(Amount::exact(value)), "条", "")];
        let mut figures = Figures { figures: rows, ..Figures::default() };
        figures.figures[0].extra.push(("icon".into(), "dot".into()));
        let scene = draw(&figures, plain(Kind::Pictogram, 640.0), "zh-CN");
        let icons = bodies(&scene, 0);
        let width = icons.first().map_or(0.0, |icon| icon.shape.bounds().width);
        let whole = if value / each >= 1.0 { width } else { 18.0 };
        let count: f64 = icons.iter().map(|icon| icon.shape.bounds().width / whole).sum();
        // A sliver is never under a px.
        assert!((count * each - value).abs() <= each / 15.0, "{count} icons of {each} for {value}");
        let rule = text(&scene, "每个图标代表");
        assert_eq!(rule.is_some(), each > 1.0, "{value}: {rule:?}");
        assert_eq!(scene.rules.len(), usize::from(each > 1.0));
    }
}

#[test]
fn icons_stand_for_the_same_in_every_row_of_a_unit() {
    let amounts = [950.0, 40.0, 0.0].map(Amount::exact);
    let rows = amounts.iter().enumerate().map(|(i, amount)| figure(i, Some(*amount), "people", "")).collect();
    let figures = Figures { figures: rows, ..Figures::default() };
    let scene = draw(&figures, plain(Kind::Pictogram, 640.0), "en");
    assert_eq!(text(&scene, "Each icon"), Some("Each icon stands for 50 people"));
    let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
    assert!(describe::description(&reader, &scene).contains("Each icon stands for 50 people."));
    // Each person has a head and shoulders.
    assert_eq!([0, 1, 2].map(|datum| bodies(&scene, datum).len()), [38, 2, 0]);
}

#[test]
fn a_lone_rate_fills_its_share_of_the_cells() {
    for (value, bound, cells) in [
        (95.0, Bound::AtLeast, 95),
        (95.6, Bound::AtLeast, 95),
        (95.6, Bound::Exact, 96),
        (0.0, Bound::Exact, 0),
        (100.0, Bound::AtMost, 100),
    ] {
        let rows = vec![figure(0, Some(Amount::bounded(value, bound)), "%", "")];
        let scene =
            draw(&Figures { figures: rows, ..Figures::default() }, plain(Kind::Waffle, 400.0), "zh-CN");
        assert_eq!(bodies(&scene, 0).len(), cells, "{value} {bound:?}");
    }
}

#[test]
fn rates_leave_open_what_at_least_leaves_open() {
    let rows = vec![
        figure(0, Some(Amount::bounded(60.0, Bound::AtLeast)), "%", ""),
        figure(1, Some(Amount::exact(35.0)), "%", ""),
    ];
    let figures = Figures { figures: rows, ..Figures::default() };
    let scene = draw(&figures, plain(Kind::Waffle, 640.0), "zh-CN");
    assert_eq!([0, 1].map(|datum| bodies(&scene, datum).len()), [60, 35]);
    let scene = draw(&figures, plain(Kind::Donut, 640.0), "zh-CN");
    let ring: Vec<f64> = [0, 1]
        .iter()
        .map(|&datum| bodies(&scene, datum).iter().map(|mark| area(&mark.shape)).sum())
        .collect();
    let frame = bodies(&scene, 0)
        .iter()
        .fold(bodies(&scene, 1)[0].shape.bounds(), |all, mark| all.union(&mark.shape.bounds()));
    let whole = TAU / 2.0 * (frame.width / 2.0).powi(2) * (1.0 - 0.62 * 0.62);
    assert!((ring[0] / whole - 0.60).abs() < 0.02, "{} of the ring", ring[0] / whole);
    assert!((ring[1] / whole - 0.35).abs() < 0.02, "{} of the ring", ring[1] / whole);
}

#[test]
fn what_can_be_drawn_is_not_refused() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for kind in KINDS {
        for _ in 0..200 {
            let figures = drawable(kind).new_tree(&mut runner).unwrap().current();
            let (chosen, notice) = choose(kind.name(), &figures);
            assert_eq!(chosen, kind, "{notice}");
        }
    }
}

#[test]
fn progress_ends_where_the_value_lies_and_ticks_at_its_target() {
    let mut figures = Figures::default();
    for (index, value) in [100.0, 62.5, 5.0].into_iter().enumerate() {
        figures.figures.push(figure(index, Some(Amount::exact(value)), "%", ""));
    }
    let scene = draw(&figures, plain(Kind::Progress, 640.0), "en");
    for (datum, value) in [100.0, 62.5, 5.0].into_iter().enumerate() {
        let bar = bodies(&scene, datum)[0].shape.bounds();
        assert!((bar.x, bar.width - 6.4 * value) == (0.0, 0.0), "{bar:?} for {value}");
    }
    // The first is to reach 95%, the second 100, and what the third names is no number.
    let ticks: Vec<f64> = (0..3)
        .filter_map(|datum| {
            let thin = |mark: &&Mark| mark.shape.bounds().width == 2.0 && mark.role == Role::Guide;
            let tick = scene.marks.iter().filter(|mark| mark.datum == Some(datum)).find(thin)?;
            Some(tick.shape.bounds().center().x)
        })
        .collect();
    assert_eq!(ticks, [608.0, 638.0]);
    assert_eq!(text(&scene, "Target"), Some("Target 95%"));
}

#[test]
fn progress_beyond_the_whole_goes_on_past_the_end_of_its_track() {
    let mut figures = Figures::default();
    for (index, value) in [160.0, 100.0, 40.0].into_iter().enumerate() {
        figures.figures.push(figure(index, Some(Amount::exact(value)), "%", ""));
    }
    let scene = draw(&figures, plain(Kind::Progress, 640.0), "en");
    for (datum, value) in [160.0, 100.0, 40.0].into_iter().enumerate() {
        let bar = bodies(&scene, datum)[0].shape.bounds();
        assert!((bar.x, bar.width) == (0.0, 4.0 * value), "{bar:?} for {value}");
    }
    let tracks = scene.marks.iter().filter(|mark| mark.ink == Ink::Track);
    assert!(tracks.map(|mark| mark.shape.bounds().right()).eq([400.0; 3]));
    // What is at least so much more has no end; what is within the whole may reach it.
    for (value, signs) in [(160.0, Sign::Chevrons), (40.0, Sign::Rest)] {
        figures.figures[0].amount = Some(Amount::bounded(value, Bound::AtLeast));
        assert!(draw(&figures, plain(Kind::Progress, 640.0), "en").forms[signs as usize], "{value}");
    }
}

#[test]
fn every_bound_has_a_form_and_a_sentence_of_its_own_in_every_kind() {
    for kind in KINDS {
        let unit = if kind == Kind::Progress { "%" } else { "人" };
        let mut seen: Vec<(Vec<String>, [bool; 11])> = Vec::new();
        for bound in [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Range] {
            let mut figures = Figures::default();
            let amount = match bound {
                Bound::Range => Amount::range(50.0, 60.0),
                _ => Amount::bounded(50.0, bound),
            };
            figures.figures.push(figure(0, Some(amount), unit, ""));
            figures.figures.push(figure(1, Some(Amount::exact(45.0)), unit, ""));
            if choose(kind.name(), &figures).0 != kind {
                assert_eq!(bound, Bound::Range, "{kind:?}");
                continue;
            }
            let scene = draw(&figures, plain(kind, 640.0), "zh-CN");
            let marks = scene.marks.iter().filter(|mark| mark.datum == Some(0));
            let drawn = marks.filter(|mark| !matches!(mark.shape, Shape::Text { .. }));
            let form: Vec<String> = drawn.map(|mark| format!("{mark:?}")).collect();
            assert_eq!(scene.forms.contains(&true), bound != Bound::Exact, "{kind:?} {bound:?}");
            for (other, signs) in &seen {
                assert!(*other != form && *signs != scene.forms, "{kind:?} {bound:?}");
            }
            seen.push((form, scene.forms));
        }
    }
}

#[test]
fn the_name_of_a_tile_stays_within_it() {
    let mut named = 0;
    for share in 1..60 {
        // The smaller group is a strip at the edge, narrower or wider than a character.
        let large = figure(0, Some(Amount::exact(1000.0)), "人", "甲");
        let small =
            Figure { label: "资".into(), ..figure(1, Some(Amount::exact(f64::from(share))), "人", "乙") };
        let figures = Figures { figures: vec![large, small], ..Figures::default() };
        let scene = draw(&figures, plain(Kind::Treemap, 900.0), "zh-CN");
        for mark in &scene.marks {
            if let (Shape::Text { text, .. }, Some(1)) = (&mark.shape, mark.datum) {
                let (tile, bounds) = (scene.data[1].mark, mark.shape.bounds());
                assert!(
                    tile.x <= bounds.x && bounds.right() <= tile.right(),
                    "{text} {bounds:?} leaves its tile {tile:?} at {share}"
                );
                named += 1;
            }
        }
    }
    assert!(named > 10);
}

/// Parts of a whole with these names, groups and values.
fn named(rows: &[(&str, &str, f64)]) -> Figures {
    let rows = rows.iter().enumerate().map(|(index, &(label, group, value))| Figure {
        label: label.into(),
        ..figure(index, Some(Amount::exact(value)), "亿元", group)
    });
    Figures { figures: rows.collect(), ..Figures::default() }
}

#[test]
fn a_tile_is_filled_with_a_wash_of_its_group_and_the_hero_is_solid() {
    let mut figures = named(&[
        ("煤炭", "采矿", 76.0),
        ("油气", "采矿", 30.0),
        ("汽车", "制造", 90.0),
        ("医药", "制造", 35.0),
    ]);
    figures.figures[3].emphasis = true;
    let scene = draw(&figures, plain(Kind::Treemap, 640.0), "zh-CN");
    let mut inks = Vec::new();
    for (index, datum) in scene.data.iter().enumerate() {
        let own: Vec<&Mark> = scene.marks.iter().filter(|mark| mark.datum == Some(index)).collect();
        // The edge first, then what fills nearly all of the tile, then the texts on that.
        let fill = own[1].shape.bounds();
        assert!(fill.width * fill.height > 0.9 * datum.mark.width * datum.mark.height);
        inks.push((datum.id.as_str(), own[0].ink, own[1].ink, own[2].ink));
        assert!(own.len() > 3 && own[2..].iter().all(|mark| mark.ink == own[2].ink));
    }
    inks.sort_unstable_by_key(|ink| ink.0);
    let (mining, making) = (Ink::Series(1), Ink::Series(0));
    assert_eq!(
        inks,
        [
            ("0", mining, Ink::Tile(1), Ink::Text),
            ("1", mining, Ink::Tile(1), Ink::Text),
            ("2", making, Ink::Tile(0), Ink::Text),
            ("3", Ink::Hero, Ink::Tile(6), Ink::Tile(7)),
        ]
    );
}

#[test]
fn names_without_room_on_their_tiles_stand_below_the_map() {
    let figures = named(&[
        ("卫生与公众服务部", "", 1710.0),
        ("社会保障局", "", 1420.0),
        ("人事管理局", "", 9.0),
        ("住房与城市发展部", "", 5.0),
        ("国家航空航天局", "", 2.0),
    ]);
    for width in [312.0, 672.0] {
        let scene = draw(&figures, plain(Kind::Treemap, width), "zh-CN");
        let map = scene.data.iter().map(|datum| datum.mark).reduce(|all, tile| all.union(&tile)).unwrap();
        for (index, datum) in scene.data.iter().enumerate() {
            let label = &figures.figures[datum.figure].label;
            let on_tile = scene
                .marks
                .iter()
                .any(|mark| mark.datum == Some(index) && matches!(mark.shape, Shape::Text { .. }));
            let below = scene.marks.iter().find(|mark| {
                mark.datum.is_none()
                    && matches!(&mark.shape, Shape::Text { text, .. } if text.starts_with(label))
            });
            assert_eq!(on_tile, below.is_none(), "{label} at {width}");
            if let Some(mark) = below {
                let value = text(&scene, label).unwrap();
                assert!(value.ends_with("亿元"), "{value}");
                assert!(mark.shape.bounds().y > map.bottom(), "{label} at {width}");
            }
        }
        assert!(text(&scene, "国家航空航天局").is_some());
    }
    // A name too long for its line gives way, and not its value.
    let long = "国家航空航天局".repeat(6);
    let scene = draw(&named(&[("甲", "", 900.0), (&long, "", 2.0)]), plain(Kind::Treemap, 312.0), "zh-CN");
    assert!(text(&scene, "国家航空航天局").is_some_and(|told| told.ends_with("… 2亿元")));
    // Where all have room, all of it is the map's.
    let figures = named(&[("甲", "", 3.0), ("乙", "", 2.0)]);
    let scene = draw(&figures, plain(Kind::Treemap, 640.0), "zh-CN");
    let bottom = scene.data.iter().map(|datum| datum.mark.bottom()).fold(0.0, f64::max);
    assert!(scene.height - bottom < 10.0, "{bottom} of {}", scene.height);
}
