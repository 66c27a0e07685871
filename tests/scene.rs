//! What holds for every scene, whatever the figures, the language and the width.

use proptest::prelude::*;
use tujie::choose::{KINDS, Kind};
use tujie::figures::{Amount, Bound, Figure, Figures, Part, Period};
use tujie::hit::hit;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Rect, Role, Scene, Shape, Sign};

fn amounts() -> impl Strategy<Value = Option<Amount>> {
    let number = prop_oneof![
        4 => (0..100_000_000i64).prop_map(|n| n as f64),
        2 => (0..1000i64).prop_map(|n| n as f64 / 10.0),
        1 => (-100_000..0i64).prop_map(|n| n as f64),
        1 => Just(0.0),
        1 => prop_oneof![Just(1e308), Just(-1e308), Just(1e-300), Just(f64::MAX)],
    ];
    let bound = prop_oneof![
        Just(Bound::Exact),
        Just(Bound::AtLeast),
        Just(Bound::AtMost),
        Just(Bound::About),
        Just(Bound::Range)
    ];
    let amount = (number, bound, 0.0..1000.0f64).prop_map(|(value, bound, more)| match bound {
        Bound::Range => Amount::range(value, value + more),
        _ => Amount::bounded(value, bound),
    });
    prop_oneof![9 => amount.prop_map(Some), 1 => Just(None)]
}

fn labels() -> impl Strategy<Value = String> {
    prop_oneof![
        "[培训人员宣传资料服务站建设投入]{1,6}",
        "[A-Z][a-z]{2,9}( [a-z]{2,9}){0,4}",
        "[宣传与免费技术服务率（，）]{8,40}",
        Just("x".repeat(300)),
        // Several figures of one name are a series.
        prop::sample::select(&["培训人员", "Persons trained"][..]).prop_map(String::from),
    ]
}

/// Figures as they come, which seldom have anything in common.
fn mixtures() -> impl Strategy<Value = Figures> {
    let unit = prop_oneof![Just("元"), Just("人"), Just("%"), Just("份"), Just(""), Just("people")];
    let group = prop_oneof![Just(""), Just("宣传"), Just("服务")];
    let year = prop_oneof![
        2 => Just(None),
        2 => (2005..2013i32).prop_map(|year| Some(Period { year, part: Part::Year })),
        1 => (2010..2012i32, 1..5u8)
            .prop_map(|(year, quarter)| Some(Period { year, part: Part::Quarter(quarter) })),
    ];
    let note = prop_oneof![4 => Just(""), 1 => Just("含人员经费"), 1 => Just("Paid in two parts, the second in 2012.")];
    let row = (labels(), amounts(), unit, group, year, any::<bool>(), note);
    prop::collection::vec(row, 1..24).prop_map(|rows| {
        let rows = rows.into_iter().map(|(label, amount, unit, group, year, hero, note)| Figure {
            note: note.into(),
            ..figure(label, amount, unit, group.to_string(), year, hero)
        });
        document(rows.collect())
    })
}

/// Figures of one unit by two of label, group and year, some of which are left out.
fn grids() -> impl Strategy<Value = Figures> {
    let cells = prop::collection::vec((amounts(), prop::bool::weighted(0.9), any::<bool>()), 1..40);
    // Most tables have one order of magnitude and one sign; that is where lengths can be compared.
    let tame = prop_oneof![Just(0), Just(1), Just(2)];
    let names = prop::collection::vec(labels(), 8);
    (cells, 1..9usize, any::<bool>(), tame, prop_oneof![Just("元"), Just("%"), Just("人")], names).prop_map(
        |(cells, columns, in_time, tame, unit, names)| {
            let mut figures = Vec::new();
            for (index, (amount, kept, hero)) in cells.into_iter().enumerate() {
                let (row, column) = (index / columns, index % columns);
                let amount = amount.map(|amount| match tame {
                    0 => amount,
                    _ if unit == "%" => {
                        Amount::bounded((index * 7 % 13) as f64, amount.bound.min(Bound::About))
                    }
                    1 => Amount::bounded((amount.value.abs() % 5e4).trunc(), amount.bound.min(Bound::About)),
                    _ => Amount::range(-(amount.value.abs() % 5e4).trunc(), 0.0 - (index % 3) as f64),
                });
                let year = Period { year: 2000 + row as i32, part: Part::Year };
                let (label, group, year) = if in_time {
                    (names[column % 8].clone(), String::new(), Some(year))
                } else {
                    (format!("{}{row}", names[row % 8]), format!("{column}{}", names[column % 8]), None)
                };
                if kept {
                    figures.push(figure(label, amount, unit, group, year, hero && index == 0));
                }
            }
            if figures.is_empty() {
                figures.push(figure("x".into(), None, unit, String::new(), None, false));
            }
            document(figures)
        },
    )
}

fn figure(
    label: String,
    amount: Option<Amount>,
    unit: &str,
    group: String,
    year: Option<Period>,
    emphasis: bool,
) -> Figure {
    Figure {
        id: String::new(),
        label,
        amount,
        unit: unit.into(),
        year,
        group,
        per: String::new(),
        emphasis,
        written: String::new(),
        note: String::new(),
        quote: String::new(),
        extra: Vec::new(),
    }
}

fn document(mut figures: Vec<Figure>) -> Figures {
    for (index, figure) in figures.iter_mut().enumerate() {
        figure.id = index.to_string();
        figure.emphasis &= index == 0;
    }
    Figures { figures, ..Figures::default() }
}

fn figures() -> impl Strategy<Value = Figures> {
    prop_oneof![mixtures(), grids()]
}

fn scenes() -> impl Strategy<Value = (Figures, Request, Scene)> {
    let height = prop_oneof![Just(None), (60.0..2000.0f64).prop_map(Some)];
    let tag = prop_oneof![Just("zh-CN"), Just("en"), Just("zh-Hant")];
    (figures(), prop::sample::select(&KINDS[..]), 280.0..1600.0f64, height, tag, any::<bool>()).prop_map(
        |(figures, kind, width, height, tag, large)| {
            let reader = Reader { figures: &figures, locale: Locale::from_tag(tag) };
            let request = Request { kind, width, height, grow: false, large, touch: false };
            let scene = layout(reader, &request, &Tabular);
            (figures, request, scene)
        },
    )
}

fn texts(scene: &Scene) -> Vec<(Rect, &str, f64)> {
    scene
        .marks
        .iter()
        .filter_map(|mark| match &mark.shape {
            Shape::Text { text, font, .. } => Some((mark.shape.bounds(), text.as_str(), font.size)),
            _ => None,
        })
        .collect()
}

/// The first box or polygon that stands for the value of a datum.
fn body(scene: &Scene, index: usize) -> Option<Rect> {
    let mut marks = scene.marks.iter().filter(|mark| mark.datum == Some(index) && mark.role == Role::Body);
    marks.find(|mark| !matches!(mark.shape, Shape::Dot(..))).map(|mark| mark.shape.bounds())
}

/// The values at the two ends of an amount, from zero outwards.
fn ends(amount: &Amount) -> (f64, f64) {
    if amount.value < 0.0 { (amount.high, amount.value) } else { (amount.value, amount.high) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_coordinate_is_finite_and_in_the_frame((_, _, scene) in scenes()) {
        let frame = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height }.grown(0.6);
        for mark in &scene.marks {
            let bounds = mark.shape.bounds();
            for side in [bounds.x, bounds.y, bounds.right(), bounds.bottom()] {
                prop_assert!(side.is_finite(), "{mark:?}");
            }
            let inside = bounds.x >= frame.x && bounds.y >= frame.y
                && bounds.right() <= frame.right() && bounds.bottom() <= frame.bottom();
            prop_assert!(inside, "{mark:?} leaves {} × {}", scene.width, scene.height);
        }
    }

    #[test]
    fn labels_never_overlap_and_are_never_small((_, _, scene) in scenes()) {
        let texts = texts(&scene);
        for (index, (a, text, size)) in texts.iter().enumerate() {
            prop_assert!(*size >= 12.0, "{text} is set in {size} px");
            for (b, other, _) in &texts[..index] {
                // Line boxes may touch: glyphs do not fill them.
                prop_assert!(!a.grown(-1.0).overlaps(&b.grown(-1.0)), "{text:?} {a:?} on {other:?} {b:?}");
            }
        }
    }

    #[test]
    fn every_figure_is_drawn_once_or_counted((figures, _, scene) in scenes()) {
        prop_assert_eq!(scene.data.len() + scene.omitted, figures.figures.len());
        for (index, datum) in scene.data.iter().enumerate() {
            prop_assert!(scene.data[..index].iter().all(|other| other.id != datum.id));
            let marked = scene.marks.iter().any(|mark| mark.datum == Some(index));
            prop_assert!(marked || figures.figures[datum.figure].amount.is_none(), "{} has no mark", datum.id);
        }
    }

    #[test]
    fn the_centre_of_an_uncovered_mark_hits_its_datum((_, _, scene) in scenes()) {
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
    fn a_reserved_height_is_kept_while_more_than_one_datum_shows((_, request, scene) in scenes()) {
        let parts: usize = {
            let mut panels: Vec<usize> = scene.data.iter().map(|datum| datum.panel).collect();
            panels.dedup();
            panels.len()
        };
        if let Some(height) = request.height
            && scene.data.len() > 1
            && (parts > 1 || request.kind == Kind::Bar)
        {
            prop_assert!(scene.height <= height + 0.5, "{} in {height}", scene.height);
        }
    }

    #[test]
    fn units_never_share_an_axis((figures, request, scene) in scenes()) {
        if !matches!(request.kind, Kind::Cards | Kind::Multiples) {
            for a in &scene.data {
                for b in scene.data.iter().filter(|b| b.panel == a.panel) {
                    let (a, b) = (&figures.figures[a.figure], &figures.figures[b.figure]);
                    prop_assert!(tujie::panel::comparable(a, b), "{} with {}", a.unit, b.unit);
                }
            }
        }
    }

    #[test]
    fn every_remark_is_beside_its_mark_or_told_below((figures, request, scene) in scenes()) {
        let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
        let below = tujie::outline::remainder(&reader, &scene);
        prop_assert!(scene.notes.len() <= 20);
        for (index, datum) in scene.data.iter().enumerate() {
            let figure = &figures.figures[datum.figure];
            if figure.note.is_empty() {
                continue;
            }
            let written = |wanted: &str| scene.marks.iter().filter(|mark| mark.datum == Some(index)).any(
                |mark| matches!(&mark.shape, Shape::Text { text, .. } if text == wanted)
            );
            let told = scene.notes.iter().position(|(figure, _)| *figure == datum.figure);
            let full = scene.notes.len() == 20;
            prop_assert!(written(&figure.note) != told.is_some() || full, "{} is told twice or never", datum.id);
            if let Some(place) = told {
                let number = char::from_u32(0x2460 + place as u32).unwrap().to_string();
                prop_assert_eq!(written(&number), scene.notes[place].1, "{:?} at {}", request.kind, request.width);
                prop_assert!(below.contains(figure.note.trim_end_matches('.')));
            }
        }
    }

    #[test]
    fn lengths_are_proportional_to_values((figures, request, scene) in scenes()) {
        // Columns of a closed scale and parts are lengths too, whatever kind they replace.
        if !matches!(request.kind, Kind::Bar | Kind::Grouped | Kind::Stacked | Kind::Dot) || scene.forms[Sign::Log as usize] {
            return Ok(());
        }
        for panel in 0..=scene.data.last().map_or(0, |datum| datum.panel) {
            let mut lengths: Vec<(f64, f64)> = Vec::new();
            for (index, datum) in scene.data.iter().enumerate().filter(|(_, datum)| datum.panel == panel) {
                let Some(amount) = figures.figures[datum.figure].amount else { continue };
                // A wave swings around its value; what crosses zero has two lengths.
                // Of a pair, a range has its span alone.
                let plain = amount.bound != Bound::About
                    && (request.kind != Kind::Dot || amount.bound != Bound::Range);
                if plain && (amount.value >= 0.0 || amount.high <= 0.0)
                    && let Some(body) = body(&scene, index)
                {
                    lengths.push((ends(&amount).0.abs(), body.width));
                }
            }
            let Some(&(most, longest)) = lengths.iter().max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
            for &(value, length) in lengths.iter().filter(|_| longest > 2.0) {
                let expected = value / most * longest;
                prop_assert!(
                    (length - expected).abs() <= 0.5 || (expected < 1.0 && length <= 1.0 + 1e-9),
                    "{value} is {length} px long, not {expected}"
                );
            }
        }
    }

    #[test]
    fn stacked_parts_add_up((figures, request, scene) in scenes()) {
        if request.kind != Kind::Stacked {
            return Ok(());
        }
        for row in scene.data.chunk_by(|a, b| a.area == b.area && a.panel == b.panel) {
            let from = scene.data.iter().position(|datum| datum.id == row[0].id).unwrap();
            let parts: Vec<(Rect, Amount)> = (from..from + row.len())
                .filter_map(|index| body(&scene, index).zip(figures.figures[scene.data[index].figure].amount))
                .collect();
            let longest = parts.iter().max_by(|a, b| ends(&a.1).0.abs().total_cmp(&ends(&b.1).0.abs()));
            let Some((longest, amount)) = longest.filter(|part| ends(&part.1).0 != 0.0) else { continue };
            let factor = longest.width / ends(amount).0;
            let mut end = 0.0;
            let leftward = factor < 0.0;
            let first = if leftward { parts[0].0.right() } else { parts[0].0.x };
            for (body, amount) in parts.iter().filter(|_| longest.width > 2.0) {
                let start = if leftward { first - body.right() } else { body.x - first };
                prop_assert!((start - end).abs() <= 0.5, "a part begins at {start} px, not {end}");
                end += (ends(amount).1 * factor).abs();
            }
            // All lie in the frame and the total follows the last one.
            prop_assert!(end <= scene.width + 0.5, "the parts are {end} px long");
        }
    }

    #[test]
    fn slopes_and_single_areas_are_linear((figures, request, scene) in scenes()) {
        if !matches!(request.kind, Kind::Slope | Kind::Area | Kind::Line) {
            return Ok(());
        }
        for panel in 0..=scene.data.last().map_or(0, |datum| datum.panel) {
            let points: Vec<(f64, f64)> = scene
                .marks
                .iter()
                .filter_map(|mark| match (&mark.shape, mark.role, mark.datum) {
                    (Shape::Dot(center, _), Role::Body, Some(datum)) if scene.data[datum].panel == panel => {
                        let amount = figures.figures[scene.data[datum].figure].amount?;
                        Some((amount.value / 2.0 + amount.high / 2.0, center.y))
                    }
                    _ => None,
                })
                .collect();
            let stacked = request.kind == Kind::Area && scene.data.iter().any(|datum| datum.series > 0);
            let (Some(low), Some(high)) = (
                points.iter().min_by(|a, b| a.0.total_cmp(&b.0)),
                points.iter().max_by(|a, b| a.0.total_cmp(&b.0)),
            ) else { continue };
            if stacked || low.0 == high.0 {
                continue;
            }
            for (value, y) in &points {
                let share = (value / 2.0 - low.0 / 2.0) / (high.0 / 2.0 - low.0 / 2.0);
                let expected = low.1 + share * (high.1 - low.1);
                prop_assert!((y - expected).abs() <= 0.5, "{value} lies at {y} px, not {expected}");
            }
        }
    }
}
