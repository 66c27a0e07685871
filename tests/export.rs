//! What a reader takes along holds all that the chart says.

use tujie::choose::choose;
use tujie::export;
use tujie::figures::{Amount, Figures};
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::native::json::from_json;
use tujie::outline;
use tujie::paint::svg::svg;
use tujie::reader::Reader;
use tujie::scene::{Ink, Rect, Role, Scene, Shape};
use tujie::theme::Theme;

fn scene(figures: &Figures, kind: &str, width: f64, lang: &str) -> Scene {
    let reader = Reader { figures, locale: Locale::from_tag(lang) };
    let (kind, _) = choose(kind, figures);
    layout(reader, &Request { kind, width, height: None, grow: true, large: false, touch: false }, &Tabular)
}

#[test]
fn csv_reads_back_as_the_same_figures() {
    let text = "label,value,unit,year,group,bound,per,note\n\
                投入资金,40余万元,,2011,宣传,,,含人员经费\n\
                \"a, \"\"b\"\"\",3–5万,元,2011Q1,,,,\n每村图书,至少200,册,2011-03,,,村,\n缺,,人,2011-03-05,,,,\n\
                降,-5,%,,,,,\n约,约1.5万,人,,,,,\"两行\n备注\"\n";
    let figures = from_csv(text).unwrap();
    let back = from_csv(&export::csv(&figures, false)).unwrap();
    assert_eq!(figures.figures.len(), 6);
    for (one, other) in figures.figures.iter().zip(&back.figures) {
        assert_eq!(one.amount, other.amount, "{}", one.label);
        assert_eq!(
            (&one.label, &one.unit, one.year, &one.group, &one.per, &one.note),
            (&other.label, &other.unit, other.year, &other.group, &other.per, &other.note)
        );
    }
}

#[test]
fn a_file_that_goes_its_own_way_still_says_what_it_is() {
    let json = r#"{"title":"一年的工作","source":{"name":"东昌时讯"},"figures":[{"label":"甲","value":1},{"label":"乙","value":2}]}"#;
    let back = from_csv(&export::csv(&from_json(json).unwrap(), true)).unwrap();
    assert_eq!((back.title.as_str(), back.source.name.as_str()), ("一年的工作", "东昌时讯"));
    let labels: Vec<&str> = back.figures.iter().map(|figure| figure.label.as_str()).collect();
    assert_eq!(labels, ["甲", "乙"]);
}

#[test]
fn no_spreadsheet_calculates_with_a_text_and_numbers_stay_numbers() {
    let figures = from_csv("label,value,note\n=1+1,-5,@x\n＋甲,2,-\n乙,3,-a\n").unwrap();
    let csv = export::csv(&figures, false);
    assert!(csv.starts_with('\u{feff}'));
    assert!(csv.contains("\r\n\"'=1+1\",-5,,,,exact,,\"'@x\"\r\n"), "{csv}");
    assert!(csv.contains("\"'＋甲\",2,") && csv.contains("\"'-a\""), "{csv}");
    let numbers = export::csv(&from_csv("label,value\n-5,1\n+0.5,2\n-1-1,3\n").unwrap(), false);
    assert!(numbers.contains("\r\n-5,1,") && numbers.contains("\r\n+0.5,2,"), "{numbers}");
    assert!(numbers.contains("\"'-1-1\",3,"), "{numbers}");
    // A program that takes the semicolon for a delimiter finds none, and no formula behind it.
    let semicolon = export::csv(&from_csv("label,value\nx;=1+1,3\ny,4\n").unwrap(), false);
    assert!(semicolon.contains("\r\n\"x;=1+1\",3,"), "{semicolon}");
}

#[test]
fn what_xml_has_no_place_for_is_replaced() {
    let figures = from_csv("label,value\na\u{fffe}\u{ffff}\u{1}b<,3\nc,4\n").unwrap();
    let document = svg(&scene(&figures, "bar", 600.0, "en"), &Theme::light(), "\u{fffe}", "").unwrap();
    assert!(
        document.contains("a\u{fffd}\u{fffd}\u{fffd}b&lt;") && document.contains("<title>\u{fffd}</title>")
    );
    assert!(!document.contains(['\u{fffe}', '\u{ffff}', '\u{1}']));
}

#[test]
fn the_clipboard_gets_tabs() {
    let text = export::tsv(&from_csv("label,value\n\"a,b\",3\n\"c\td\",4\n").unwrap());
    assert!(text.starts_with("label\tvalue\tunit\t"), "{text}");
    assert!(text.contains("\r\na,b\t3\t") && text.contains("\r\n\"c\td\"\t4\t"), "{text}");
}

#[test]
fn a_framed_picture_holds_title_source_notes_and_every_figure() {
    let json = r#"{"title": "一年的工作，写成一个长得要分成两行的标题，好看看它怎样断开", "subtitle": "各项投入", "notes": ["注一"],
        "source": {"name": "东昌时讯", "date": "2012-01-13"}, "figures": [
        {"label": "投入资金", "value": "40余万元"}, {"label": "扶助资金", "value": "180余万元"}, {"label": "平台", "value": "3–5万元"}]}"#;
    let figures = from_json(json).unwrap();
    for (kind, width) in [("bar", 320.0), ("cards", 700.0), ("donut", 500.0)] {
        let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
        let plain = scene(&figures, kind, width, "zh-CN");
        let framed = export::framed(&reader, &plain, false, &Tabular);
        let frame = Rect { x: 0.0, y: 0.0, width: framed.width, height: framed.height };
        let mut texts: Vec<(Rect, String)> = Vec::new();
        for mark in &framed.marks {
            let bounds = mark.shape.bounds();
            assert!(
                frame.grown(0.6).contains(bounds.center()) && bounds.bottom() <= frame.height,
                "{mark:?}"
            );
            if let Shape::Text { text, .. } = &mark.shape {
                assert!(
                    texts.iter().all(|(other, _)| !other.grown(-1.0).overlaps(&bounds.grown(-1.0))),
                    "{text}"
                );
                texts.push((bounds, text.clone()));
            }
        }
        let all: String = texts.iter().map(|(_, text)| text.as_str()).collect();
        for part in [
            "一年的工作，写成一个长得要分成两行的标题",
            "各项投入",
            "注一",
            "资料来源：东昌时讯，2012年1月13日",
            "余万元",
        ] {
            assert!(all.contains(part), "{kind}: {part} is not in {all}");
        }
        assert!(all.contains(&outline::key(&reader, &plain)), "{kind}");
        assert_eq!(framed.data.len(), 3);
        let document = svg(&framed, &Theme::light(), outline::title(&reader), "d").unwrap();
        assert!(document.contains("<title>一年的工作") && document.matches("<g data-id=").count() >= 3);
    }
}

#[test]
fn nothing_that_is_said_around_a_picture_is_cut() {
    let note = "不含港澳台地区，农民工按常住地统计；".repeat(30);
    let json = format!(
        r#"{{"notes":["{note}"],"source":{{"url":"https://e.example/a"}},"figures":[{{"label":"a","value":40}}]}}"#
    );
    let figures = from_json(&json).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
    let framed = export::framed(&reader, &scene(&figures, "bar", 400.0, "zh-CN"), false, &Tabular);
    let text = |mark: &tujie::scene::Mark| match &mark.shape {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    let all: String = framed.marks.iter().filter_map(text).collect();
    assert!(all.contains(&note), "{all}");
    // A source without a name has its address.
    assert!(all.ends_with("https://e.example/a"), "{all}");
}

#[test]
fn the_frame_moves_everything_by_the_same() {
    let json = r#"{"title":"标题","source":{"name":"东昌时讯","url":"https://e.example/a"},"figures":[{"label":"a","value":"40万元"},{"label":"b","value":"180余万元"},{"label":"c","value":"x?"}]}"#;
    let figures = from_json(json).unwrap();
    for (kind, large) in [("bar", false), ("cards", true), ("dot", false), ("donut", false)] {
        let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
        let plain = scene(&figures, kind, 500.0, "zh-CN");
        let framed = export::framed(&reader, &plain, large, &Tabular);
        let Shape::Rect(ground) = framed.marks[0].shape else { panic!() };
        assert_eq!(
            (ground, framed.marks[0].ink),
            (Rect { x: 0.0, y: 0.0, width: framed.width, height: framed.height }, Ink::Ground)
        );
        assert_eq!(framed.width, plain.width + 32.0);
        let first = framed
            .marks
            .iter()
            .position(|mark| {
                (mark.role, mark.ink) == (plain.marks[0].role, plain.marks[0].ink)
                    && std::mem::discriminant(&mark.shape) == std::mem::discriminant(&plain.marks[0].shape)
            })
            .unwrap();
        let top = framed.marks[first].shape.bounds().y - plain.marks[0].shape.bounds().y;
        let mut last: f64 = 0.0;
        for mark in &framed.marks[1..first] {
            last = last.max(mark.shape.bounds().bottom());
        }
        assert!(top >= last, "the picture stands under its title");
        let near = |a: Rect, b: Rect| {
            (a.x - b.x - 16.0).abs() < 1e-6
                && (a.y - b.y - top).abs() < 1e-6
                && (a.width - b.width).abs() < 1e-6
                && (a.height - b.height).abs() < 1e-6
        };
        for (moved, mark) in framed.marks[first..].iter().zip(&plain.marks) {
            assert!(near(moved.shape.bounds(), mark.shape.bounds()), "{kind}: {moved:?} {mark:?}");
        }
        for (moved, datum) in framed.data.iter().zip(&plain.data) {
            assert!(
                near(moved.mark, datum.mark) && near(moved.area, datum.area) && near(moved.foot, datum.foot),
                "{kind}"
            );
        }
        let mut texts = String::new();
        for mark in framed.marks.iter().filter(|mark| mark.role == Role::Heading) {
            if let Shape::Text { text, at, .. } = &mark.shape {
                texts += text;
                assert!(at.x >= 16.0);
            }
        }
        assert!(texts.contains(&outline::remainder(&reader, &plain)), "{texts}");
        for mark in &framed.marks[first + plain.marks.len()..] {
            assert!(mark.shape.bounds().y >= top + plain.height);
        }
    }
    let signed = export::csv(&figures, true);
    assert!(
        signed.starts_with("\u{feff}label,value,unit,year,group,bound,per,note,title,source\r\na,400000,"),
        "{signed}"
    );
    assert!(
        signed.contains(",标题,东昌时讯 https://e.example/a\r\n") && signed.ends_with("\r\n"),
        "{signed}"
    );
    assert!(!export::csv(&figures, false).contains("标题"));
    let untitled = from_json(r#"{"figures":[{"label":"a","value":1}]}"#).unwrap();
    assert!(!export::csv(&untitled, true).contains("title"));
    // A range below zero is no formula.
    let range = from_json(r#"{"figures":[{"label":"a","value":-5,"high":3,"bound":"range"}]}"#).unwrap();
    assert_eq!(
        from_csv(&export::csv(&range, false)).unwrap().figures[0].amount,
        Some(Amount::range(-5.0, 3.0))
    );
}
