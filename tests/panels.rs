//! What panels share and what they say: one scale of numbers, names without what a heading says, series side by side.

use tujie::choose::choose;
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::reader::Reader;
use tujie::scene::{Role, Scene, Shape};

fn scene(csv: &str, kind: &str, lang: &str, width: f64) -> Scene {
    let figures = from_csv(csv).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag(lang) };
    let kind = choose(kind, &figures).0;
    let request = Request { kind, width, height: None, grow: false, large: false, touch: false };
    layout(reader, &request, &Tabular)
}

/// The texts of a role, in painting order.
fn texts(scene: &Scene, role: Role) -> Vec<&str> {
    let marks = scene.marks.iter().filter(|mark| mark.role == role);
    let text = |mark: &'_ tujie::scene::Mark| match &mark.shape {
        Shape::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    marks.filter_map(text).map(|text| &*text.leak()).collect()
}

#[test]
fn numbers_of_one_axis_have_one_scale() {
    for (csv, kind, expected) in [
        ("县,收入（元）\n甲,12890\n乙,20100\n丙,18742\n", "column", "12890元 20100元 18742元"),
        ("县,收入（万元）\n甲,91330000\n乙,101200000\n", "bar", "9133亿元 10120亿元"),
        ("县,数\n甲,291965\n乙,42154\n丙,5691\n", "bar", "291965 42154 5691"),
        // Few digits, or too many, keep their own.
        ("县,数\n甲,12000\n乙,300\n", "bar", "1.2万 300"),
        ("县,数\n甲,12345678\n乙,300000\n", "bar", "1235万 30万"),
    ] {
        let scene = scene(csv, kind, "zh-CN", 1000.0);
        assert_eq!(texts(&scene, Role::Value).join(" "), expected, "{csv}");
    }
    let english = scene("City,Jobs\nA,1306000\nB,569000\n", "bar", "en", 1000.0);
    assert_eq!(texts(&english, Role::Value), ["1,306,000", "569,000"]);
}

#[test]
fn budget_and_outturn_stand_side_by_side_though_a_rate_is_beside_them() {
    let csv =
        "项目,预算数（万元）,决算数（万元）,完成预算（%）\n教育,96311,98840,102.6\n科技,4021,3998,99.4\n";
    let scene = scene(csv, "auto", "zh-CN", 680.0);
    let bar = |id: &str| scene.data[scene.find(id).unwrap()].mark;
    let ratio = bar("教育").width / bar("教育#2").width;
    assert!((ratio - 96_311.0 / 98_840.0).abs() < 0.01, "{ratio}");
    assert_eq!(texts(&scene, Role::Heading), ["单位：元", "完成预算，单位：%"]);
}

#[test]
fn a_name_does_not_repeat_what_its_heading_says() {
    let scene = scene("Region,Price,Annual change\nNorth,£5,1%\nSouth,£6,2%\n", "auto", "en", 680.0);
    assert_eq!(texts(&scene, Role::Label), ["North", "South", "North", "South"]);
    assert_eq!(texts(&scene, Role::Heading), ["Price", "Annual change"]);
}

#[test]
fn only_shares_stand_against_a_hundred() {
    let tracks = |csv: &str| {
        let scene = scene(csv, "bar", "zh-CN", 360.0);
        scene.marks.iter().filter(|mark| mark.ink == tujie::scene::Ink::Track).count()
    };
    assert_eq!(tracks("指标,数值\n证明核发率,98%\n合格率,60%\n"), 2);
    assert_eq!(tracks("label,value,group\n税收,26.6%,增长\n非税,40.1%,增长\n"), 0);
}

#[test]
fn the_years_of_columns_are_never_broken_for_a_hero() {
    let mut json = String::from(r#"{"figures":["#);
    for year in 2017..=2024 {
        let hero = if year == 2024 { r#","emphasis":true"# } else { "" };
        json.push_str(&format!(
            r#"{{"label":"July","value":2{},"unit":"°C","year":{year}{hero}}},"#,
            year % 10
        ));
    }
    json.pop();
    let figures = tujie::native::json::from_json(&(json + "]}")).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
    for width in 240..420 {
        let kind = choose("column", &figures).0;
        let request =
            Request { kind, width: f64::from(width), height: None, grow: false, large: false, touch: false };
        let scene = layout(reader, &request, &Tabular);
        assert_eq!(texts(&scene, Role::Label).len(), 8, "{width}");
    }
}

#[test]
fn rates_are_not_stacked() {
    let figures =
        from_csv("年份,彩电（台/百户）,冰箱（台/百户）\n2014,119.2,85.5\n2022,118.7,104.2\n").unwrap();
    assert_eq!((figures.figures[0].unit.as_str(), figures.figures[0].per.as_str()), ("台", "百户"));
    let (kind, why) = choose("area", &figures);
    assert_eq!(kind.name(), "line", "{}", why.text());
}

#[test]
fn multiples_that_were_asked_for_stay_apart() {
    let csv = "label,value,group\n城镇,5万人,北京\n农村,3万人,北京\n城镇,6万人,上海\n农村,2万人,上海\n";
    assert_eq!(texts(&scene(csv, "multiples", "zh-CN", 680.0), Role::Heading), ["北京", "上海"]);
}

#[test]
fn the_group_of_a_lone_bar_is_told() {
    let scene = scene("label,value,group\n图书,3件,甲校\n图书,5件,乙校\n", "bar", "zh-CN", 680.0);
    assert_eq!(texts(&scene, Role::Heading), ["甲校，单位：件", "乙校，单位：件"]);
}

#[test]
fn an_average_stands_beside_what_it_is_compared_with() {
    let figures = from_csv("地区,参保率（%）\n北京,95\n上海,93\n全国平均,90\n").unwrap();
    assert_eq!(tujie::panel::by_unit(&figures.figures).len(), 1);
    let figures = from_csv("指标,数值\n生产总值,5321.6亿元\n人均生产总值,68214元\n").unwrap();
    assert_eq!(tujie::panel::by_unit(&figures.figures).len(), 2);
}
