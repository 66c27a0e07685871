//! What stands below a picture and beside a mark, and how long a table is.

use tujie::lang::Locale;
use tujie::native::json::from_json;
use tujie::outline;
use tujie::reader::Reader;
use tujie::scene::Scene;

#[test]
fn one_row_that_could_not_be_read_is_told_and_so_is_the_quotation() {
    let figures =
        from_json(r#"{"figures":[{"label":"a","value":1,"quote":"原话"},{"label":"b","value":"x?"}]}"#)
            .unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
    assert_eq!(figures.left_out, 1);
    assert!(outline::remainder(&reader, &Scene::default()).contains('1'));
    assert!(outline::remainder(&reader, &Scene { omitted: 1, ..Scene::default() }).matches('1').count() == 2);
    assert!(outline::details(&reader, &figures.figures[0]).iter().any(|line| line.contains("原话")));
}

#[test]
fn what_a_figure_aims_at_is_told() {
    let json = r#"{"figures":[{"label":"核发率","value":98,"unit":"%","target":"95%","note":"抽样"},{"label":"b","value":1,"unit":"%"}]}"#;
    let figures = from_json(json).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
    assert_eq!(outline::details(&reader, &figures.figures[0]), ["核发率：98%。", "目标95%。", "抽样"]);
    assert!(outline::columns(&reader).contains(&outline::Column::Note));
    assert_eq!(outline::cell(&reader, &figures.figures[0], outline::Column::Note), "目标95%；抽样");
    assert_eq!(outline::cell(&reader, &figures.figures[1], outline::Column::Note), "");
}

#[test]
fn a_long_table_stands_in_four_hundred_nodes() {
    assert_eq!((outline::rows(100, 5), outline::rows(101, 5), outline::rows(101, 2)), (100, 36, 80));
}
