//! What a reader can choose, and what stays out of sight.

use tujie::choose::Kind;
use tujie::controls::controls;
use tujie::figures::Figures;
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Ink, Rect, Role, Scene};

fn told(csv: &str, lang: &str) -> serde_json::Value {
    let figures = from_csv(csv).unwrap();
    serde_json::from_str(&controls(&Reader { figures: &figures, locale: Locale::from_tag(lang) }, ""))
        .unwrap()
}

const CSV: &str = "label,value,unit,year,group\n甲,3,万元,2011,东\n甲,4,万元,2009,东\n乙,5,人,2011,西\n丙,6,人,,\"一,二\"\n";

#[test]
fn values_stand_in_their_order_and_periods_in_that_of_time() {
    let told = told(CSV, "zh");
    assert_eq!(told[3][0], serde_json::json!([["元", "元"], ["人", "人"]]));
    // The option could not say a name with a comma.
    assert_eq!(told[3][1], serde_json::json!([["东", "东"], ["西", "西"]]));
    assert_eq!(told[3][2], serde_json::json!([["2009", "2009年"], ["2011", "2011年"]]));
    assert_eq!(told[4], serde_json::json!([[0, 0, 1], [0, 0, 0], [1, 1, 1], [1, -1, -1]]));
    assert_eq!(told[5], 4);
}

#[test]
fn every_text_is_there_in_every_language() {
    for lang in ["zh-CN", "zh-Hant", "en"] {
        let told = told(CSV, lang);
        for text in
            told[0].as_array().unwrap().iter().chain(told[1].as_array().unwrap().iter().map(|pair| &pair[1]))
        {
            assert!(text.as_str().is_some_and(|text| !text.is_empty()), "{lang}: {text}");
        }
        assert!(told[2].as_str().is_some_and(|text| !text.is_empty()));
    }
}

#[test]
fn a_facet_of_very_many_values_is_not_offered() {
    let mut csv = String::from("label,value,unit,group\n");
    for index in 0..5_000 {
        csv.push_str(&format!("甲{index},3,{},组{index}\n", if index % 2 > 0 { "人" } else { "户" }));
    }
    let told = told(&csv, "zh");
    assert_eq!((told[3][0].as_array().unwrap().len(), told[3][1].as_array().unwrap().len()), (2, 0));
}

fn drawn(hidden: &[&str]) -> (Figures, Scene) {
    let mut figures = from_csv("指标,甲,乙,丙\n预算,3,5,7\n决算,4,6,8\n").unwrap();
    figures.hidden = hidden.iter().map(|name| name.to_string()).collect();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh") };
    let request =
        Request { kind: Kind::Grouped, width: 640.0, height: None, grow: true, large: false, touch: false };
    let scene = layout(reader, &request, &Tabular);
    (figures, scene)
}

#[test]
fn a_hidden_series_leaves_the_picture_and_nothing_else() {
    let (figures, all) = drawn(&[]);
    let (_, some) = drawn(&["乙", "丁"]);
    assert_eq!((all.data.len(), some.data.len(), some.omitted), (6, 4, 0));
    assert!(some.data.iter().all(|datum| figures.figures[datum.figure].group != "乙"));
    let shown: Vec<(&str, bool)> =
        some.legend.iter().map(|entry| (entry.name.as_str(), entry.shown)).collect();
    assert_eq!(shown, [("甲", true), ("乙", false), ("丙", true)]);
    // The others keep their colours.
    let inks = |scene: &Scene, group: &str| -> Vec<Ink> {
        let is = |mark: &&tujie::scene::Mark| {
            mark.role == Role::Body
                && mark.datum.is_some_and(|datum| figures.figures[scene.data[datum].figure].group == group)
        };
        scene.marks.iter().filter(is).map(|mark| mark.ink).collect()
    };
    for group in ["甲", "丙"] {
        assert_eq!(inks(&all, group), inks(&some, group));
    }
    // Of all together none is hidden: nothing would be left.
    let (_, none) = drawn(&["甲", "乙", "丙"]);
    assert_eq!(none, all);
}

#[test]
fn the_names_of_a_legend_are_targets_that_do_not_overlap() {
    let csv = "指标,一个相当长的名称,另一个相当长的名称,第三个相当长的名称\n预算,3,5,7\n决算,4,6,8\n";
    let figures = from_csv(csv).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh") };
    for (large, touch, width) in [
        (false, false, 320.0),
        (false, true, 320.0),
        (false, true, 640.0),
        (true, false, 320.0),
        (true, false, 900.0),
    ] {
        let request = Request { kind: Kind::Grouped, width, height: None, grow: true, large, touch };
        let scene = layout(reader, &request, &Tabular);
        let least = if large || touch { 44.0 } else { 24.0 };
        assert_eq!(scene.legend.len(), 3);
        for (index, entry) in scene.legend.iter().enumerate() {
            let area = entry.area;
            assert!(area.height >= least && area.width >= least, "{large}, {touch}, {width}: {area:?}");
            assert!(scene.legend[..index].iter().all(|other| !other.area.overlaps(&area)));
            assert!(scene.data.iter().all(|datum| !datum.area.overlaps(&area)), "{large}, {touch}, {width}");
        }
    }
}

#[test]
fn targets_of_a_legend_keep_off_the_panel_above() {
    let csv = "指标,单位,2009,2010\n甲,户,3,4\n乙,户,5,6\n丙,人,7,8\n丁,人,9,7\n";
    let figures = from_csv(csv).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh") };
    for kind in [Kind::Grouped, Kind::Stacked, Kind::Line] {
        let request = Request { kind, width: 640.0, height: None, grow: true, large: false, touch: true };
        let scene = layout(reader, &request, &Tabular);
        if kind != Kind::Line {
            assert!(
                scene.legend.len() == 4 && scene.legend[3].panel != scene.legend[0].panel,
                "{kind:?}: {:?}",
                scene.legend
            );
        }
        for (index, entry) in scene.legend.iter().enumerate() {
            // The page makes it 4 px wider on each side.
            let area = Rect { x: entry.area.x - 4.0, width: entry.area.width + 8.0, ..entry.area };
            assert!(area.width >= 44.0 && area.height >= 44.0, "{kind:?}: {area:?}");
            assert!(
                scene.legend[..index].iter().all(|other| !other.area.overlaps(&area)),
                "{kind:?}: {area:?}"
            );
            assert!(scene.data.iter().all(|datum| !datum.area.overlaps(&area)), "{kind:?}: {area:?}");
        }
    }
}

#[test]
fn spellings_of_one_unit_are_one_choice_in_the_words_of_the_page_or_the_figures() {
    let csv = "label,value,unit\na,3,people\nb,4,人\nc,5,名\nd,60000,元\n";
    let figures = tujie::input::from_csv(csv).unwrap();
    let units = |asked: &str| {
        let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
        let value: serde_json::Value = serde_json::from_str(&controls(&reader, asked)).unwrap();
        value[3][0]
            .as_array()
            .unwrap()
            .iter()
            .map(|unit| unit[0].as_str().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(units(""), ["people", "元"]);
    assert_eq!(units("位, 万元"), ["位", "万元"]);
    assert_eq!(units("户"), ["people", "元"]);
}
