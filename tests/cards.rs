//! A card stands for a whole series and leaves none of its periods out.

use tujie::choose::Kind;
use tujie::figures::Figures;
use tujie::hit::hit;
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Ink, Role, Scene, Shape};

fn cards(figures: &Figures, width: f64) -> Scene {
    let reader = Reader { figures, locale: Locale::from_tag("zh-CN") };
    let request = Request { kind: Kind::Cards, width, height: None, grow: false, large: false, touch: false };
    layout(reader, &request, &Tabular)
}

fn texts(scene: &Scene) -> Vec<&str> {
    let marks = scene.marks.iter();
    marks
        .filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn card_count(scene: &Scene) -> usize {
    scene.marks.iter().filter(|mark| mark.ink == Ink::Card && mark.role == Role::Body).count()
}

#[test]
fn every_period_of_a_series_answers_on_the_line_of_its_card() {
    let figures =
        from_csv("label,2008,2009,2010,2011\n培训,1200人,1500余人,,2000余人\n投入,5万元,6万元,7万元,8万元\n")
            .unwrap();
    for width in [320.0, 640.0] {
        let scene = cards(&figures, width);
        assert_eq!((scene.data.len(), scene.omitted, card_count(&scene)), (8, 0, 2));
        for (index, datum) in scene.data.iter().enumerate() {
            assert_eq!(hit(&scene, datum.mark.center()), Some(index), "{} at {width}", datum.id);
        }
        // The last period comes first and the earlier ones follow in order of time.
        let ids: Vec<&str> = scene.data.iter().map(|datum| datum.id.as_str()).collect();
        assert_eq!(ids[..4], ["培训@2011", "培训@2008", "培训@2009", "培训@2010"]);
    }
}

#[test]
fn a_card_tells_the_change_only_against_the_period_before_it() {
    let figures = from_csv("label,value,year\n培训,2000人,2010\n培训,2240人,2011\n招录,30人,2011\n").unwrap();
    let scene = cards(&figures, 640.0);
    let texts = texts(&scene);
    assert_eq!(texts.iter().filter(|text| text.contains('比')).count(), 1);
    assert!(texts.contains(&"比上年增长12%"), "{texts:?}");
}

#[test]
fn two_figures_for_one_period_are_two_cards() {
    let figures = from_csv("label,value,year\n培训,2000人,2011\n培训,2240人,2011\n").unwrap();
    let scene = cards(&figures, 640.0);
    assert_eq!((scene.data.len(), card_count(&scene)), (2, 2));
}

#[test]
fn two_periods_are_told_in_words_and_three_by_a_line() {
    for (csv, lines) in [
        ("label,2010,2011\n培训,2000人,2240人\n招录,30人,40余人\n", 0),
        ("label,2009,2010,2011\n培训,1900人,2000人,2240人\n招录,25人,30人,40余人\n", 2),
    ] {
        let figures = from_csv(csv).unwrap();
        for width in [320.0, 640.0] {
            let scene = cards(&figures, width);
            let drawn = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Line(_, 1.5))).count();
            assert_eq!((drawn, scene.omitted, scene.data.len()), (lines, 0, figures.figures.len()));
            for (index, datum) in scene.data.iter().enumerate() {
                assert!(scene.marks.iter().any(|mark| mark.datum == Some(index)), "{}", datum.id);
                if datum.id.ends_with("@2010") {
                    assert_eq!(hit(&scene, datum.mark.center()), Some(index), "{} at {width}", datum.id);
                }
            }
        }
    }
    // Where no change can be told, the card says what the value was.
    let figures = from_csv("label,2010,2011\n培训,2000余人,1800余人\n").unwrap();
    let scene = cards(&figures, 640.0);
    assert!(texts(&scene).contains(&"2010年：2000余人"), "{:?}", texts(&scene));
}

#[test]
fn a_number_shrinks_before_its_unit_goes_below_it() {
    let figures = from_csv("label,value\n调解纠纷,3200余件\n投入经费,近500万元\n成功率,98%以上\n").unwrap();
    let scene = cards(&figures, 272.0);
    let baseline = |wanted: &str| {
        let found = scene.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Text { text, at, font, .. } if text == wanted => Some((at.y, font.size)),
            _ => None,
        });
        found.unwrap()
    };
    for (number, unit) in [("3200", "余件"), ("500", "万元")] {
        assert_eq!(baseline(number).0, baseline(unit).0, "{number}");
        let size = baseline(number).1;
        assert!((20.0..34.0).contains(&size), "{number} is set in {size} px");
    }
    // Where that would make numbers small, the unit still goes below.
    let figures = from_csv("label,value\n走访,3200户次以上人家\n培训,20人\n").unwrap();
    let scene = cards(&figures, 272.0);
    let size = scene.marks.iter().find_map(|mark| match &mark.shape {
        Shape::Text { text, font, .. } if text == "20" => Some(font.size),
        _ => None,
    });
    assert!(size.is_some_and(|size| size > 28.0), "{size:?}");
}

#[test]
fn no_last_card_stands_alone_where_the_number_of_columns_is_free() {
    let rows = |count: usize, width: f64, kind: Kind| -> Vec<usize> {
        let units = [
            "个", "条", "人", "份", "户", "元", "公里", "亩", "吨", "次", "台", "家", "起", "项", "所", "册",
        ];
        let mut csv = String::from("label,value\n");
        for (place, unit) in units.iter().enumerate().take(count) {
            csv += &format!("项目{place},{}{unit}\n", place + 3);
        }
        let figures = from_csv(&csv).unwrap();
        let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
        let request = Request { kind, width, height: None, grow: false, large: false, touch: false };
        let scene = layout(reader, &request, &Tabular);
        scene.data.chunk_by(|a, b| a.area.y == b.area.y).map(<[_]>::len).collect()
    };
    assert_eq!(rows(5, 720.0, Kind::Multiples), [3, 2]);
    assert_eq!(rows(5, 720.0, Kind::Cards), [3, 2]);
    assert_eq!(rows(4, 560.0, Kind::Cards), [2, 2]);
    assert_eq!(rows(7, 560.0, Kind::Cards), [3, 3, 1]);
    assert_eq!(rows(10, 560.0, Kind::Cards), [2; 5]);
    // Not at the price of two more rows.
    assert_eq!(rows(16, 560.0, Kind::Cards), [3, 3, 3, 3, 3, 1]);
    assert_eq!(rows(8, 720.0, Kind::Multiples), [4, 4]);
}
