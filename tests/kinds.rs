//! What the kinds with several series write, and when they are refused.

use tujie::choose::{Kind, choose};
use tujie::figures::Figures;
use tujie::focus;
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Entry, Ink, Mark, Rect, Role, Scene, Shape};

fn read(rows: &[&str]) -> Figures {
    from_csv(&["label,value,unit,year,group,per", &rows.join("\n")].join("\n")).unwrap()
}

fn scene(figures: &Figures, kind: Kind) -> Scene {
    let reader = Reader { figures, locale: Locale::from_tag("en") };
    let request = Request { kind, width: 640.0, height: None, grow: false, large: false, touch: false };
    layout(reader, &request, &Tabular)
}

/// The texts of a stack of these parts that belong to no part.
fn totals(parts: &[&str]) -> Vec<String> {
    let rows: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(place, value)| format!("part {place},{value},people,2010,,"))
        // Another stack, so that there is one to compare with.
        .chain((0..parts.len()).map(|place| format!("part {place},1,people,2011,,")))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let scene = scene(&read(&rows), Kind::Stacked);
    let texts = scene.marks.iter().filter(|mark| mark.datum.is_none()).filter_map(|mark| match &mark.shape {
        Shape::Text { text, .. } if text.contains("people") || text.contains("no data") => Some(text.clone()),
        _ => None,
    });
    texts.take(1).collect()
}

#[test]
fn a_total_is_as_certain_as_its_parts() {
    assert_eq!(totals(&["400", "310"]), ["710 people"]);
    assert_eq!(totals(&["more than 400", "310"]), ["710+ people"]);
    assert_eq!(totals(&["more than 400", "about 310"]), ["710+ people"]);
    assert_eq!(totals(&["about 400", "310"]), ["about 710 people"]);
    assert_eq!(totals(&["nearly 400", "310"]), ["nearly 710 people"]);
    assert_eq!(totals(&["up to 400", "310"]), ["up to 710 people"]);
    assert_eq!(totals(&["300–400", "310"]), ["610–710 people"]);
    assert_eq!(totals(&["300–400", "up to 310"]), ["up to 710 people"]);
    assert_eq!(totals(&["300–400", "more than 310"]), ["610+ people"]);
}

#[test]
fn what_cannot_be_summed_has_no_total() {
    // Neither bound holds for the sum; what follows is the total of the other stack.
    assert_eq!(totals(&["more than 400", "up to 310"]), ["2 people"]);
    assert_eq!(totals(&["400", ""]), ["part 1: no data"]);
}

#[test]
fn labels_in_groups_and_labels_in_years_make_the_same_table() {
    let by_group = read(&["a,1,people,,x,", "a,2,people,,y,", "b,3,people,,x,", "b,4,people,,y,"]);
    let by_year = read(&["y,4,people,2011,,", "x,1,people,2010,,", "y,2,people,2010,,", "x,3,people,2011,,"]);
    for (figures, order) in [(by_group, [0, 1, 2, 3]), (by_year, [2, 0, 1, 3])] {
        let scene = scene(&figures, Kind::Grouped);
        let drawn: Vec<usize> = scene.data.iter().map(|datum| datum.figure).collect();
        assert_eq!(drawn, order);
        // Left and right stay in a category until its end; up and down lead to the next.
        assert_eq!(focus::step(&scene, &figures.figures, 0, "ArrowRight"), Some(1));
        assert_eq!(focus::step(&scene, &figures.figures, 3, "ArrowUp").map(|at| at < 2), Some(true));
    }
}

#[test]
fn percentages_that_are_all_of_each_group_stand_in_rows_of_groups() {
    // By label, yes is 62 and no 138; of two labels in three groups, none would be over a hundred.
    let groups = read(&["yes,40%,,,x,", "no,60%,,,x,", "yes,22%,,,y,", "no,78%,,,y,"]);
    let labels = read(&["x,40%,,,yes,", "x,60%,,,no,", "y,22%,,,yes,", "y,78%,,,no,"]);
    let low = read(&["a,20%,,,x,", "b,20%,,,x,", "c,60%,,,x,", "a,20%,,,y,", "b,60%,,,y,", "c,20%,,,y,"]);
    for (figures, [first, second], rows) in [
        (groups, ["yes", "no"], ["x", "y"]),
        (labels, ["yes", "no"], ["x", "y"]),
        (low, ["a", "b"], ["x", "y"]),
    ] {
        assert_eq!(choose("stacked", &figures).0, Kind::Stacked);
        let scene = scene(&figures, Kind::Stacked);
        let names: Vec<&str> = scene.legend.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names[..2], [first, second]);
        let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } if mark.role == Role::Label => Some(text.as_str()),
            _ => None,
        });
        assert!(rows.into_iter().all(|row| texts.clone().any(|text| text == row)), "{:?}", scene.marks);
    }
}

/// Where the legend's swatches are, in which colours, by entry.
fn swatches(scene: &Scene) -> Vec<Vec<Ink>> {
    let inks = |entry: &Entry| {
        let swatch = |mark: &&Mark| {
            matches!(mark.shape, Shape::Rect(_)) && entry.area.contains(mark.shape.bounds().center())
        };
        scene.marks.iter().filter(swatch).map(|mark| mark.ink).collect()
    };
    scene.legend.iter().map(inks).collect()
}

/// The colours of the bars of one label, in order.
fn bars(figures: &Figures, scene: &Scene, label: &str) -> Vec<Ink> {
    let own = |mark: &&Mark| {
        let datum = mark.datum.map(|datum| &figures.figures[scene.data[datum].figure]);
        mark.role == Role::Body && datum.is_some_and(|figure| figure.label == label)
    };
    scene.marks.iter().filter(own).map(|mark| mark.ink).collect()
}

/// So many labels in so many years.
fn in_years(labels: usize, years: usize) -> Figures {
    let mut rows = Vec::new();
    for label in 0..labels {
        for year in 0..years {
            rows.push(format!("label {label},{},people,{},,", 10 + label + year, 2019 + year));
        }
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    read(&rows)
}

#[test]
fn a_few_periods_stand_together_in_tones_the_last_one_the_strongest() {
    let tones: [&[u8]; 3] = [&[4, 1], &[4, 1, 0], &[4, 3, 1, 0]];
    for (years, tones) in (2..).zip(tones) {
        let figures = in_years(5, years);
        let scene = scene(&figures, Kind::Grouped);
        let names: Vec<&str> = scene.legend.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["2019", "2020", "2021", "2022"][..years]);
        let inks: Vec<Ink> = tones.iter().map(|&tone| Ink::Tone(tone)).collect();
        for label in ["label 0", "label 4"] {
            assert_eq!(bars(&figures, &scene, label), inks);
        }
        assert_eq!(swatches(&scene), inks.iter().map(|&ink| vec![ink]).collect::<Vec<_>>());
        // The bars of one label stand together.
        let rows: Vec<usize> = scene.data.iter().map(|datum| datum.figure).collect();
        assert!(rows.is_sorted(), "{rows:?}");
    }
}

#[test]
fn many_periods_or_two_labels_in_three_years_stay_rows_of_years() {
    for (labels, years) in [(5, 5), (2, 3), (2, 4)] {
        let scene = scene(&in_years(labels, years), Kind::Grouped);
        assert_eq!(scene.legend[0].name, "label 0", "{labels} in {years}");
        assert_eq!(swatches(&scene)[..2], [vec![Ink::Series(0)], vec![Ink::Series(1)]]);
    }
    // Of labels that have one period each, none has a before and an after.
    let scene = scene(&read(&["a,1,people,2019,,", "b,2,people,2019,,", "c,3,people,2020,,"]), Kind::Grouped);
    assert_eq!(scene.legend.len(), 3);
}

#[test]
fn every_colour_of_bars_is_in_the_legend_of_its_series() {
    for (years, heroes) in
        [(2, &[1][..]), (2, &[0]), (2, &[0, 1]), (3, &[3, 4, 5]), (4, &[4, 5, 6, 7]), (5, &[2])]
    {
        let mut figures = in_years(3, years);
        for &hero in heroes {
            figures.figures[hero].emphasis = true;
        }
        let scene = scene(&figures, Kind::Grouped);
        let swatches = swatches(&scene);
        for (index, mark) in scene.marks.iter().enumerate().filter(|(_, mark)| mark.role == Role::Body) {
            let datum = &scene.data[mark.datum.unwrap()];
            let figure = &figures.figures[datum.figure];
            let name = if years > 4 { figure.label.clone() } else { figure.year.unwrap().year.to_string() };
            let series = scene.legend.iter().position(|entry| entry.name == name).unwrap();
            assert!(swatches[series].contains(&mark.ink), "{years}, {heroes:?}: {index}");
            // No other series has that colour, unless it is the hero's own.
            let others = swatches.iter().filter(|inks| inks.contains(&mark.ink)).count();
            assert!(others == 1 || mark.ink == Ink::Hero, "{years}, {heroes:?}: {:?}", mark.ink);
        }
        // The hero of the last period has the hero's colour.
        let last = heroes.iter().any(|hero| hero % years == years - 1);
        assert!(!last || swatches.last().unwrap().contains(&Ink::Hero), "{swatches:?}");
    }
}

#[test]
fn kinds_that_would_say_something_wrong_are_refused_with_the_reason() {
    let cases = [
        (
            "stacked",
            vec!["a,1,people,2010,,", "b,-2,people,2010,,", "a,1,people,2011,,", "b,2,people,2011,,"],
            Kind::Grouped,
            "one sign",
        ),
        (
            "stacked",
            vec![
                "a,1,yuan,2010,,person",
                "b,2,yuan,2010,,person",
                "a,1,yuan,2011,,person",
                "b,2,yuan,2011,,person",
            ],
            Kind::Grouped,
            "rates",
        ),
        (
            "stacked",
            vec!["a,70,%,2010,,", "b,60,%,2010,,", "a,50,%,2011,,", "b,50,%,2011,,"],
            Kind::Grouped,
            "at most 100 together",
        ),
        ("grouped", vec!["a,1,people,,,", "b,2,people,,,"], Kind::Bar, "several groups or years"),
        ("stacked", vec!["a,1,people,2010,,", "a,2,people,2011,,"], Kind::Bar, "several groups or years"),
        (
            "area",
            vec!["a,1,people,2010,,", "a,2,people,2011,,", "b,2,people,2011,,"],
            Kind::Line,
            "every period",
        ),
        ("area", vec!["a,1,people,2010,,", "b,2,people,2010,,"], Kind::Bar, "two years"),
        ("slope", vec!["a,1,people,2010,,", "b,2,people,2010,,"], Kind::Bar, "two years"),
    ];
    for (asked, rows, drawn, reason) in cases {
        let (kind, notice) = choose(asked, &read(&rows));
        assert_eq!(kind, drawn, "{notice}");
        assert!(notice.message.contains(reason), "{notice}");
        assert!(notice.message.ends_with(&["drawn as ", drawn.name()].concat()), "{notice}");
    }
}

#[test]
fn kinds_that_suit_are_drawn_as_asked() {
    let rows = ["a,1,people,2010,,", "b,2,people,2010,,", "a,1,people,2011,,", "b,2,people,2011,,"];
    for kind in [Kind::Grouped, Kind::Stacked, Kind::Area, Kind::Slope, Kind::Dot] {
        let (chosen, notice) = choose(kind.name(), &read(&rows));
        assert_eq!((chosen, notice.message), (kind, [kind.name(), " was asked for"].concat()));
    }
}

#[test]
fn a_slope_leaves_the_periods_between_to_the_table() {
    let rows = ["a,1,people,2009,,", "a,5,people,2010,,", "a,2,people,2011,,"];
    let scene = scene(&read(&rows), Kind::Slope);
    assert_eq!((scene.data.len(), scene.omitted), (2, 1));
}

#[test]
fn a_list_of_units_leaves_figures_without_one_out() {
    let mut figures = read(&["a,5,people,,,", "b,3,,,,"]);
    figures.filter("", "people", "").unwrap();
    assert_eq!(figures.figures.len(), 1);
}

#[test]
fn lines_beyond_the_colours_are_grey_instead_of_taking_one_again() {
    let rows: Vec<String> = ["a", "b", "c", "d", "e", "f", "g", "h"]
        .iter()
        .flat_map(|label| [2010, 2011, 2012].map(|year| format!("{label},{},people,{year},,", year - 2000)))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let scene = scene(&read(&rows), Kind::Line);
    // Those that belong to a datum lead to its name.
    let strokes =
        scene.marks.iter().filter(|mark| mark.datum.is_none() && matches!(mark.shape, Shape::Line(..)));
    let inks: Vec<Ink> = strokes.map(|mark| mark.ink).collect();
    assert_eq!(inks[..6], [0, 1, 2, 3, 4, 5].map(Ink::Series));
    assert_eq!(inks[6..], [Ink::Axis; 2]);
}

#[test]
fn dots_are_logarithmic_only_where_all_are_positive_and_far_apart() {
    let is_log = |rows: &[&str]| {
        let scene = scene(&read(rows), Kind::Dot);
        let words = |text: &str| text == "Logarithmic scale, people";
        scene.marks.iter().any(|mark| matches!(&mark.shape, Shape::Text { text, .. } if words(text)))
    };
    assert!(is_log(&["a,1,people,,,", "b,101,people,,,"]));
    assert!(!is_log(&["a,1,people,,,", "b,100,people,,,"]));
    assert!(!is_log(&["a,0,people,,,", "b,500,people,,,"]));
    assert!(!is_log(&["a,-1,people,,,", "b,500,people,,,"]));
}

#[test]
fn columns_without_units_are_series_on_one_axis() {
    let figures = from_csv("指标,男,女\n学生,100,120\n教师,10,20\n").unwrap();
    assert_eq!(tujie::panel::by_unit(&figures.figures).len(), 1);
    for kind in [Kind::Grouped, Kind::Stacked] {
        assert_eq!(choose(kind.name(), &figures).0, kind);
        assert_eq!(scene(&figures, kind).scales, 1, "{kind:?}");
    }
}

#[test]
fn a_total_is_no_part_of_what_it_sums_up() {
    for (kind, drawn) in [(Kind::Donut, Kind::Bar), (Kind::Waffle, Kind::Bar), (Kind::Treemap, Kind::Bar)] {
        for total in ["合计", "總計", "Total"] {
            let rows = ["男,400,人,,,", "女,300,人,,,", &format!("{total},700,人,,,")];
            let (chosen, notice) = choose(kind.name(), &read(&rows));
            assert_eq!(chosen, drawn);
            assert!(notice.message.contains("leave the total out"), "{}", notice.message);
        }
        assert_eq!(choose(kind.name(), &read(&["男,400,人,,,", "女,300,人,,,"])).0, kind);
    }
    let table = |one: &str, other: &str, third: &str| {
        let rows = [(one, [4, 1]), (other, [5, 2]), (third, [9, 3])];
        let cell = |(name, values): (&str, [i32; 2])| {
            format!("小学,{},人,,{name},\n中学,{},人,,{name},\n", values[0], values[1])
        };
        read(&[&rows.map(cell).concat()])
    };
    assert_ne!(choose("stacked", &table("男", "女", "合计")).0, Kind::Stacked);
    assert_ne!(choose("stacked", &table("合计", "男", "女")).0, Kind::Stacked);
    assert_eq!(choose("stacked", &table("男", "女", "不详")).0, Kind::Stacked);
    // Stacks that are totals themselves are stacks like others.
    let rows = ["小学,4,人,,男,", "合计,6,人,,男,", "小学,5,人,,女,", "合计,9,人,,女,"];
    assert_eq!(choose("stacked", &read(&rows)).0, Kind::Stacked);
    let rows = [
        "男,4,人,2010,,",
        "女,5,人,2010,,",
        "合计,9,人,2010,,",
        "男,4,人,2011,,",
        "女,5,人,2011,,",
        "合计,9,人,2011,,",
    ];
    assert_ne!(choose("stacked", &read(&rows)).0, Kind::Stacked);
}

#[test]
fn texts_in_the_readers_own_language_come_first() {
    let figures = from_csv("label,value,label_fr,label_en\n甲,1,Chevaux,Horses\n乙,2,,Cows\n").unwrap();
    let label = |tag: &str, at: usize| {
        let reader = Reader { figures: &figures, locale: Locale::from_tag(tag) };
        reader.label(&figures.figures[at]).to_string()
    };
    assert_eq!([label("fr-CA", 0), label("FR", 1), label("de", 0)], ["Chevaux", "Cows", "Horses"]);
    assert_eq!(label("zh-Hant", 0), "甲");
}

#[test]
fn spellings_of_one_unit_are_chosen_together() {
    let rows = ["a,3,人,,,", "b,4,名,,,", "c,5,位,,,", "d,6,元,,,"];
    for (unit, left) in [("人", 3), ("名", 3), ("万人", 3), ("万元", 1), ("人,元", 4), ("people", 3)]
    {
        let mut figures = read(&rows);
        figures.filter("", unit, "").unwrap();
        assert_eq!(figures.figures.len(), left, "{unit}");
    }
    assert!(read(&rows).filter("", "户", "").is_err());
}

/// The texts that are written at data, with the fonts they are set in.
fn written(scene: &Scene) -> Vec<(&str, bool)> {
    let text = |mark| match mark {
        &Mark { shape: Shape::Text { ref text, font, .. }, datum: Some(_), .. } => {
            Some((text.as_str(), font.bold))
        }
        _ => None,
    };
    scene.marks.iter().filter_map(text).collect()
}

fn narrow(figures: &Figures, kind: Kind, width: f64) -> Scene {
    let reader = Reader { figures, locale: Locale::from_tag("en") };
    layout(reader, &Request { kind, width, height: None, grow: false, large: false, touch: false }, &Tabular)
}

#[test]
fn the_names_of_lines_all_have_the_unit_or_none_has() {
    let mut rows = Vec::new();
    for (label, value) in [("Gas", 102), ("Nuclear", 41), ("Bioenergy", 34), ("Coal", 4)] {
        rows.extend([2010, 2023].map(|year| format!("{label},{value},TWh,{year},,")));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let figures = read(&rows);
    let mut seen = [false, false];
    for width in [240.0, 280.0, 312.0, 340.0, 400.0, 672.0] {
        let scene = narrow(&figures, Kind::Line, width);
        let names: Vec<&str> = written(&scene).into_iter().map(|text| text.0).collect();
        let united = names.iter().filter(|text| text.contains("TWh")).count();
        let values = names.iter().filter(|text| text.bytes().any(|byte| byte.is_ascii_digit())).count();
        assert!(values == 4 && (united == 0 || united == 4), "{names:?} at {width}");
        seen[usize::from(united > 0)] = true;
    }
    assert_eq!(seen, [true, true]);
    // A percentage keeps its sign.
    let percent =
        narrow(&read(&["a,1,%,2010,,", "a,2,%,2011,,", "bb,1,%,2010,,", "bb,4,%,2011,,"]), Kind::Line, 160.0);
    assert!(written(&percent).iter().all(|text| text.0.ends_with('%')), "{:?}", written(&percent));
}

#[test]
fn the_name_of_the_hero_s_line_is_bold_wherever_its_hero_stands() {
    let mut figures =
        read(&["a,1,people,2010,,", "a,5,people,2011,,", "b,2,people,2010,,", "b,3,people,2011,,"]);
    figures.figures[0].emphasis = true;
    let scene = scene(&figures, Kind::Line);
    assert_eq!(written(&scene), [("a 5 people", true), ("b 3 people", false)]);
}

#[test]
fn a_name_that_is_moved_from_the_end_of_its_line_is_led_to_from_there_and_no_other() {
    let dashes = |second: &str| {
        let rows = ["a,1,people,2010,,", "a,410,people,2011,,", "b,2,people,2010,,", second];
        let scene = scene(&read(&rows), Kind::Line);
        let is_name = |mark: &&Mark| mark.datum.is_some() && matches!(mark.shape, Shape::Text { .. });
        let dash = |mark: &&Mark| mark.datum.is_some() && matches!(mark.shape, Shape::Line(..));
        let names: Vec<f64> = scene.marks.iter().filter(is_name).map(|mark| mark.shape.bounds().x).collect();
        let dashes: Vec<_> = scene.marks.iter().filter(dash).collect();
        for (dash, name) in dashes.iter().zip(&names) {
            let Shape::Line(points, _) = &dash.shape else { unreachable!() };
            assert_eq!(points[1].x - points[0].x, 10.0);
            assert!(name - points[1].x >= 3.0, "{dash:?} before {name}");
            let ends = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Dot(..)));
            assert!(ends.map(|mark| mark.shape.bounds().right()).all(|end| points[0].x - end >= 2.0));
            // It begins as high as its own end.
            assert_eq!(scene.data[dash.datum.unwrap()].mark.center().y, points[0].y);
        }
        dashes.len()
    };
    assert_eq!((dashes("b,100,people,2011,,"), dashes("b,405,people,2011,,")), (0, 2));
}

#[test]
fn values_in_a_stack_have_their_unit_once_for_all() {
    let inside = |figures: &Figures, width: f64| -> Vec<String> {
        let scene = narrow(figures, Kind::Stacked, width);
        written(&scene).into_iter().map(|text| text.0.to_string()).collect()
    };
    // The totals have it.
    let rows = ["a,108,TWh,2010,,", "b,62,TWh,2010,,", "a,90,TWh,2011,,", "b,9,TWh,2011,,"];
    assert_eq!(inside(&read(&rows), 672.0)[..3], ["108", "62", "90"]);
    // Nothing else says it of shares: all have it where it fits, and otherwise the first one.
    let rows = ["a,24,%,2010,,", "b,76,%,2010,,", "a,90,%,2011,,", "b,10,%,2011,,"];
    assert_eq!(inside(&read(&rows), 672.0), ["24%", "76%", "90%", "10%"]);
    assert_eq!(inside(&read(&rows), 280.0), ["24%", "76", "90", "10"]);
    // The first one that has room.
    let rows = ["a,10,%,2010,,", "b,90,%,2010,,", "a,90,%,2011,,", "b,10,%,2011,,"];
    assert_eq!(inside(&read(&rows), 280.0), ["10", "90%", "90", "10"]);
}

#[test]
fn names_beside_a_slope_break_before_they_are_cut() {
    let labels = ["Bosnia and Herzegovina", "United Kingdom", "Germany", "Japan", "France", "South Korea"];
    for count in [5, 6] {
        let mut rows = Vec::new();
        for (place, label) in labels.iter().enumerate().take(count) {
            for year in [2019, 2021] {
                rows.push(format!("{label},{}.{},years,{year},,", 76 + place, year % 10));
            }
        }
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let scene = narrow(&read(&rows), Kind::Slope, 312.0);
        let texts: Vec<&str> = written(&scene).into_iter().map(|text| text.0).collect();
        let all = texts.join(" ");
        assert!(!all.contains('…') && labels[..count].iter().all(|label| all.contains(label)), "{texts:?}");
    }
}

/// What stands for the value of a datum: its dots and its boxes.
fn bodies(scene: &Scene, datum: usize) -> (Vec<Rect>, Vec<Rect>) {
    let own = scene.marks.iter().filter(|mark| mark.datum == Some(datum) && mark.role == Role::Body);
    let (dots, boxes): (Vec<&Mark>, Vec<&Mark>) = own.partition(|mark| matches!(mark.shape, Shape::Dot(..)));
    let bounds = |marks: Vec<&Mark>| marks.into_iter().map(|mark| mark.shape.bounds()).collect();
    (bounds(dots), bounds(boxes))
}

#[test]
fn a_range_is_a_span_between_its_ends_and_has_no_dot_that_nobody_stated() {
    let figures = read(&["a,1000,people,,,", "b,600–800,people,,,", "c,about 500,people,,,"]);
    let drawn = scene(&figures, Kind::Dot);
    assert_eq!([0, 1, 2].map(|datum| bodies(&drawn, datum).0.len()), [1, 0, 1]);
    let (_, exact) = bodies(&drawn, 0);
    let (_, range) = bodies(&drawn, 1);
    let unit = exact[0].width / 1000.0;
    // The stem to the low end, and the span from there to the high one.
    assert_eq!(range.len(), 2);
    assert!((range[0].width - 600.0 * unit).abs() < 0.01 && (range[1].width - 200.0 * unit).abs() < 0.01);
    assert!((range[0].right() - range[1].x).abs() < 0.01 && range[1].height > range[0].height);
    // Below zero too, the stem ends where the range begins.
    let figures = read(&["a,-800 – -600,people,,,", "b,1000,people,,,"]);
    let drawn = scene(&figures, Kind::Dot);
    let (_, range) = bodies(&drawn, 0);
    assert!((range[0].x - range[1].right()).abs() < 0.01, "{range:?}");
}

#[test]
fn equal_values_of_a_pair_do_not_hide_each_other() {
    for (other, apart) in [(47.0, true), (47.2, true), (60.0, false)] {
        let rows =
            ["a,47,%,,x,".to_string(), format!("a,{other},%,,y,"), "b,40,%,,x,".into(), "b,50,%,,y,".into()];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let scene = scene(&read(&rows), Kind::Dot);
        let [one, two] = [0, 1].map(|datum| bodies(&scene, datum).0[0]);
        assert!(!one.overlaps(&two), "{one:?} and {two:?}");
        assert_eq!(one.y != two.y, apart, "{other}");
        // Their values stay on one line.
        let lines: Vec<f64> = [0, 1]
            .into_iter()
            .filter_map(|datum| {
                scene.marks.iter().find_map(|mark| match &mark.shape {
                    Shape::Text { at, .. } if mark.datum == Some(datum) => Some(at.y),
                    _ => None,
                })
            })
            .collect();
        assert_eq!(lines[0], lines[1]);
    }
}

#[test]
fn a_label_that_was_broken_has_its_spaces_again() {
    let name = "Residents of towns and of the suburbs around them in the north";
    let rows = ["men", "women"].map(|group| format!("{name},300,people,,{group},"));
    let figures = read(&[&rows[0], &rows[1], "Farmers,2,people,,men,", "Farmers,3,people,,women,"]);
    let scene = narrow(&figures, Kind::Stacked, 328.0);
    let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { text, .. } if mark.role == Role::Label => Some(text.as_str()),
        _ => None,
    });
    let drawn = texts.collect::<Vec<_>>().join(" ");
    assert!(drawn.contains("of the suburbs around"), "{drawn}");
    assert!(scene.rules.iter().any(|rule| rule.contains("of the suburbs around")), "{:?}", scene.rules);
}

#[test]
fn series_of_one_label_in_two_groups_are_told_apart_where_they_end() {
    let rows: Vec<String> = [("city", 4000), ("country", 260)]
        .iter()
        .flat_map(|(group, value)| {
            [2020, 2021, 2022].map(|year| format!("trained,{},people,{year},{group},", value + year))
        })
        .collect();
    let figures = read(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    for kind in [Kind::Line, Kind::Slope] {
        let scene = scene(&figures, kind);
        let drawn = written(&scene);
        for name in ["trained · city", "trained · country"] {
            assert!(drawn.iter().any(|(text, _)| text.contains(name)), "{kind:?} {drawn:?}");
        }
    }
}

#[test]
fn a_name_that_stands_away_from_its_end_of_a_slope_is_led_to() {
    let leads = |values: [u32; 2]| {
        let rows = [2010, 2020].map(|year| {
            [("a", values[0]), ("b", values[1]), ("c", 900)]
                .map(|(label, value)| format!("{label},{value},people,{year},,"))
        });
        let rows: Vec<&str> = rows.iter().flatten().map(String::as_str).collect();
        let scene = scene(&read(&rows), Kind::Slope);
        // Lines between the two sides are those of the data.
        let short = |mark: &&Mark| matches!(mark.shape, Shape::Line(..)) && mark.shape.bounds().width < 40.0;
        scene.marks.iter().filter(short).map(|mark| mark.datum).collect::<Vec<_>>()
    };
    assert_eq!(leads([100, 500]), []);
    // The lower one stays at the foot of either side, the other one gives way.
    assert_eq!(leads([500, 502]).len(), 2);
    assert!(leads([500, 502]).iter().all(Option::is_some));
}

#[test]
fn names_that_have_no_room_beside_a_donut_stand_whole_in_a_list() {
    let name = "公共交通线路少、班次间隔时间过长而且末班车太早";
    let figures = read(&[&format!("{name},60,%,,,"), "其他,40,%,,,"]);
    let scene = scene(&figures, Kind::Donut);
    let labels = scene.marks.iter().filter(|mark| mark.role == Role::Label);
    let text = |mark: &Mark| match &mark.shape {
        Shape::Text { text, .. } => text.clone(),
        _ => String::new(),
    };
    assert_eq!(labels.map(text).collect::<String>(), [name, "其他"].concat());
}

#[test]
fn a_value_beside_a_name_that_runs_leftwards_keeps_its_own_direction() {
    for (name, leftwards) in [("مصر", true), ("Egypt", false)] {
        let rows = [("2010", "-2"), ("2011", "-3")].map(|(year, value)| format!("{name},{value},%,{year},,"));
        let figures = read(&[&rows[0], &rows[1], "b,2,%,2010,,", "b,5,%,2011,,"]);
        for kind in [Kind::Line, Kind::Slope] {
            let is_named =
                |mark: &&Mark| matches!(&mark.shape, Shape::Text { text, .. } if text.contains(name));
            let scene = scene(&figures, kind);
            let named = scene.marks.iter().find(is_named).unwrap();
            let Shape::Text { text, .. } = &named.shape else { unreachable!() };
            assert!(text.contains('%'), "{text}");
            assert_eq!(text.contains('\u{2066}') && text.contains('\u{2069}'), leftwards, "{text}");
        }
    }
}
