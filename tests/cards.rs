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
