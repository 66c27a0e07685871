//! What panels share and what they say: one scale of numbers, names without what a heading says, series side by side.

use tujie::choose::{Kind, choose};
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
        ("省,产值（亿元）\n甲,135673\n乙,92069\n", "bar", "135673亿元 92069亿元"),
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
fn headings_are_capitalised_where_they_are_words() {
    let csv = "label,value,unit\na,1,km\nb,2,km\nc,1,kWh\nd,2,kWh\ne,1,m\nf,2,m\ng,1,tonnes\nh,2,tonnes\n";
    let scene = scene(csv, "multiples", "en", 600.0);
    assert_eq!(texts(&scene, Role::Heading), ["km", "kWh", "m", "Tonnes"]);
}

#[test]
fn whole_numbers_have_whole_ticks() {
    let ticks = |csv: &str| {
        let scene = scene(csv, "line", "zh-CN", 600.0);
        let is_number = |text: &&str| text.chars().all(|char| char.is_ascii_digit() || char == '.');
        let mut found: Vec<String> =
            texts(&scene, Role::Guide).into_iter().map(|text| text.replace('人', "")).collect();
        found.retain(|text| is_number(&text.as_str()) && text.len() < 4);
        found
    };
    let csv = |values: [&str; 3]| {
        format!("label,value,year\na,{}人,2009\na,{}人,2010\na,{}人,2011\n", values[0], values[1], values[2])
    };
    assert!(
        ticks(&csv(["0", "2", "1"])).iter().all(|tick| !tick.contains('.')),
        "{:?}",
        ticks(&csv(["0", "2", "1"]))
    );
    assert!(
        ticks(&csv(["0", "1.5", "1"])).contains(&"0.5".to_string()),
        "{:?}",
        ticks(&csv(["0", "1.5", "1"]))
    );
}

#[test]
fn days_lie_in_time_as_far_apart_as_they_are() {
    let mut csv = String::from("日期,数值\n");
    for (value, day) in
        ["02-26", "02-27", "02-28", "03-01", "03-02", "03-03", "03-04", "03-05"].iter().enumerate()
    {
        csv.push_str(&format!("2023-{day},{}\n", value * 7 % 5 + 3));
    }
    let scene = scene(&csv, "line", "zh-CN", 600.0);
    let places: Vec<f64> = scene.data.iter().map(|datum| datum.mark.center().x).collect();
    let apart: Vec<f64> = places.windows(2).map(|two| two[1] - two[0]).collect();
    assert!(apart.iter().all(|width| (width - apart[0]).abs() < 0.1), "{apart:?}");
}

#[test]
fn the_axis_of_many_days_says_where_months_begin_and_where_it_ends() {
    let mut csv = String::from("日期,数值\n");
    for (month, days) in [(1, 31), (2, 28), (3, 31), (4, 30), (5, 20)] {
        for day in 1..=days {
            csv.push_str(&format!("2023-{month:02}-{day:02},{}\n", 40 + day * month % 7));
        }
    }
    let told = |width| {
        let scene = scene(&csv, "line", "zh-CN", width);
        let mut told = texts(&scene, Role::Guide);
        told.retain(|text| text.ends_with('日'));
        told.join(" ")
    };
    assert_eq!(told(900.0), "2023年1月1日 2月1日 3月1日 4月1日 5月1日 5月20日");
    assert_eq!(told(360.0), "2023年1月1日 3月1日 5月1日");
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
    // Where all are low, or the title says that they are changes, the empty hundred says nothing.
    assert_eq!(tracks("指标,数值\n青年失业率,14.9%\n全国失业率,5.2%\n"), 0);
    let figures = r#"{"title":"各地GDP增速","figures":[{"label":"甲","value":25.2,"unit":"%"},{"label":"乙","value":7,"unit":"%"}]}"#;
    for (title, expected) in [("各地GDP增速", Kind::Bar), ("各地参保率", Kind::Progress)] {
        let figures = tujie::native::json::from_json(&figures.replace("各地GDP增速", title)).unwrap();
        assert_eq!(choose("auto", &figures).0, expected, "{title}");
    }
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
fn groups_of_one_unit_have_one_scale() {
    let csv =
        "label,value,group\n煤,7629亿元,采矿\n油,3013亿元,采矿\n汽车,5086亿元,制造\n医药,3473亿元,制造\n";
    for width in [340.0, 680.0] {
        let scene = scene(csv, "auto", "zh-CN", width);
        assert_eq!(texts(&scene, Role::Heading), ["采矿", "制造"]);
        let length = |id: &str| scene.data[scene.find(id).unwrap()].mark.width;
        for (id, value) in [("油", 3013.0), ("汽车", 5086.0), ("医药", 3473.0)] {
            assert!((length(id) / length("煤") - value / 7629.0).abs() < 0.005, "{id} at {width}");
        }
        assert_eq!(scene.scales, 1);
    }
    // Other units do have scales of their own.
    let mixed = csv.replace("5086亿元", "5086户").replace("3473亿元", "3473户");
    assert_eq!(scene(&mixed, "multiples", "zh-CN", 680.0).scales, 2);
}

#[test]
fn a_hero_among_many_columns_has_its_value() {
    let mut rows = String::new();
    for year in 2010..=2022 {
        rows.push_str(&format!(
            r#"{{"label":"出生人口","value":{},"unit":"人","year":{year}}},"#,
            (2030 - year) * 1_000_000
        ));
    }
    let json = format!(
        r#"{{"figures":[{rows}{{"label":"出生人口","value":7900000,"unit":"人","year":2023,"emphasis":true}}]}}"#
    );
    let figures = tujie::native::json::from_json(&json).unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
    let kind = choose("column", &figures).0;
    let request = Request { kind, width: 680.0, height: None, grow: false, large: false, touch: false };
    let scene = layout(reader, &request, &Tabular);
    let value = scene.marks.iter().find(|mark| mark.role == Role::Value && mark.datum == Some(13));
    let bounds = value.expect("the hero has its value").shape.bounds();
    // It stands over its neighbour, which is higher.
    assert!(!bounds.overlaps(&scene.data[12].mark), "{bounds:?} {:?}", scene.data[12].mark);
}

#[test]
fn an_axis_has_a_handful_of_ticks() {
    let mut csv = String::from("label,value,year\n");
    for year in 2000..2024 {
        csv.push_str(&format!(
            "a,{}元,{year}\nb,{}元,{year}\n",
            480 + (year * 37) % 80,
            490 + (year * 53) % 70
        ));
    }
    for height in [200.0, 400.0, 900.0] {
        let figures = from_csv(&csv).unwrap();
        let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
        let request = Request {
            kind: choose("line", &figures).0,
            width: 680.0,
            height: Some(height),
            grow: false,
            large: false,
            touch: false,
        };
        let scene = layout(reader, &request, &Tabular);
        let wide = |mark: &&tujie::scene::Mark| mark.role == Role::Guide && mark.shape.bounds().width > 300.0;
        let lines = scene.marks.iter().filter(wide).count();
        assert!((3..=7).contains(&lines), "{lines} at {height}");
    }
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
    for csv in ["地区,分\n北京,575\nOECD平均,472\n", "Country,Points\nJapan,536\nOECD Average,472\n"] {
        let figures = from_csv(csv).unwrap();
        assert_eq!(tujie::panel::by_unit(&figures.figures).len(), 1, "{csv}");
    }
    let figures = from_csv("指标,数值\n生产总值,5321.6亿元\n人均生产总值,68214元\n").unwrap();
    assert_eq!(tujie::panel::by_unit(&figures.figures).len(), 2);
}

#[test]
fn many_periods_and_many_units_take_no_square_of_their_number() {
    // Each of these was compared with all others, at a long list of spellings each time.
    let mut days = String::from("label,value,unit,year\n");
    let mut units = String::from("label,value,unit\n");
    for index in 0..2000 {
        let (year, month, day) = (2000 + index / 336, index / 28 % 12 + 1, index % 28 + 1);
        days.push_str(&format!("甲,{},人,{year}-{month:02}-{day:02}\n", index + 5));
        units.push_str(&format!("甲{index},{},位{index}名\n", index + 5));
    }
    // As cards, figures of one name and period are not one series.
    let same = ["label,value,unit,year\n", &"甲,5,人,2011\n".repeat(1500)].concat();
    assert!(scene(&same, "cards", "zh-CN", 600.0).data.len() > 100);
    for kind in ["bar", "dot", "column"] {
        assert!(scene(&days, kind, "zh-CN", 600.0).data.len() > 100, "{kind}");
        assert!(scene(&units, kind, "zh-CN", 600.0).data.len() > 50, "{kind}");
    }
}

#[test]
fn rates_in_labels_and_headings_are_no_totals() {
    for (table, panels) in [
        ("地区,人均GDP（元）,GDP（元）\n甲,5,100\n乙,6,200\n", 2),
        ("Item,Value\nPer capita income ($),5\nIncome ($),100\n", 2),
        ("Country,Cases per 100k,Cases\nA,5,100\nB,6,200\n", 2),
        ("地区,收入（元）,支出（元）\n甲,5,100\n乙,6,200\n", 1),
    ] {
        assert_eq!(tujie::panel::by_unit(&from_csv(table).unwrap().figures).len(), panels, "{table}");
    }
}

#[test]
fn names_that_would_stand_on_each_other_move_to_both_sides() {
    let mut table = String::from("label,value,unit,year\n");
    for (index, end) in [298.0, 296.0, 294.0, 292.0, 100.0, 600.0].into_iter().enumerate() {
        table.push_str(&format!("线{index},300,人,2010\n线{index},{end},人,2011\n线{index},{end},人,2012\n"));
    }
    let scene = scene(&table, "line", "zh-CN", 600.0);
    let at = |label: &str, role: Role| {
        let found = scene.marks.iter().filter(|mark| mark.role == role).find_map(|mark| match &mark.shape {
            Shape::Text { text, at, .. } if text.starts_with(label) => Some(at.y),
            _ => None,
        });
        found.unwrap()
    };
    let ends: Vec<f64> = (0..4).map(|index| at(&format!("线{index}"), Role::Value)).collect();
    let dots: Vec<f64> = (0..4).map(|index| scene.data[index * 3 + 2].mark.center().y).collect();
    let shift: f64 = ends.iter().zip(&dots).map(|(end, dot)| end - dot).sum::<f64>() / 4.0;
    // As far up as down, but for the drop of letters from their middle.
    assert!((0.0..8.0).contains(&shift), "{shift} {ends:?} {dots:?}");
    assert!(ends[0] < dots[0] && ends[3] > dots[3], "{ends:?} {dots:?}");
}

#[test]
fn rows_in_little_height_stand_beside_their_labels_where_bars_keep_room() {
    let laid_out = |names: [&str; 6], height: f64| {
        let rows: Vec<String> =
            names.iter().zip(1..).map(|(name, value)| format!("{name},{value}万人")).collect();
        let figures = from_csv(&format!("省,人口\n{}\n", rows.join("\n"))).unwrap();
        let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
        let request = Request {
            kind: Kind::Bar,
            width: 328.0,
            height: Some(height),
            grow: false,
            large: false,
            touch: false,
        };
        let scene = layout(reader, &request, &Tabular);
        (scene.omitted, scene.data[0].mark.x > 20.0)
    };
    let short = ["广东", "山东", "河南", "江苏", "四川", "河北"];
    let long = ["广东省常住人口总数", "山东", "河南", "江苏", "四川", "河北"];
    assert_eq!(laid_out(short, 280.0), (0, false), "labels above where they have room");
    assert_eq!(laid_out(short, 160.0), (0, true));
    assert_eq!(laid_out(long, 160.0), (2, false), "bars too short beside a long label");
}
