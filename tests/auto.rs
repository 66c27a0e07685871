//! What `auto` draws for data of each shape, and that it says why.

use tujie::choose::{KINDS, Kind, choose};
use tujie::figures::Figures;
use tujie::input::from_csv;

/// A document of `label,value,year,group`; the last two may be left out.
fn document(rows: &str) -> Figures {
    let mut csv = String::from("label,value,year,group\n");
    for row in rows.split_whitespace() {
        csv.push_str(row);
        csv.push_str(&",".repeat(3 - row.matches(',').count()));
        csv.push('\n');
    }
    let figures = from_csv(&csv).unwrap();
    assert_eq!(figures.left_out, 0, "{rows}: {:?}", figures.notices);
    figures
}

/// Each label in each year, with values that go up and down.
fn series(labels: &str, unit: &str, years: std::ops::Range<i32>, group: &str) -> String {
    let mut rows = String::new();
    for (place, label) in labels.split(' ').enumerate() {
        for year in years.clone() {
            let value = 40 + (year * 7 + place as i32 * 11) % 23;
            rows.push_str(&format!("{label},{value}{unit},{year},{group} "));
        }
    }
    rows
}

/// So many names, some in each group.
fn towns(count: usize, unit: &str, groups: &[&str]) -> String {
    let mut rows = String::new();
    for town in 0..count {
        rows.push_str(&format!("town-{town},{}{unit},,{} ", 20 + town * 7 % 31, groups[town % groups.len()]));
    }
    rows
}

/// The shape, its figures, the kind that suits it, and a word of the reason that is given for it.
fn shapes() -> Vec<(&'static str, String, Kind, &'static str)> {
    let three = "甲 乙 丙";
    let eight = "a b c d e f g h";
    let years = |count: i32| 2012 - count..2012;
    let wholes = |years: std::ops::Range<i32>| -> String {
        years.map(|year| format!("农业,20%,{year} 工业,45%,{year} 服务业,35%,{year} ")).collect()
    };
    vec![
        // Numbers that nothing is compared with.
        ("one figure", "培训,2000余人,2011".into(), Kind::Cards, "single"),
        ("one rate", "满意率,95%以上".into(), Kind::Cards, "single"),
        ("one missing figure", "培训,-".into(), Kind::Cards, "single"),
        ("three figures in three units", "a,1人 b,2元 c,3户".into(), Kind::Cards, "unit of its own"),
        ("one label in three units", "a,1人 a,2元 a,3户".into(), Kind::Cards, "unit of its own"),
        (
            "two periods in each of three units",
            [series("a", "人", years(2), ""), series("b", "元", years(2), ""), "c,5户,2011".into()].concat(),
            Kind::Cards,
            "the period before",
        ),
        // Units apart.
        (
            "seven figures in seven units",
            "a,1人 b,1元 c,1户 d,1% e,1吨 f,1公里 g,1亩".into(),
            Kind::Multiples,
            "units",
        ),
        ("two units, one with two names", "a,1元 b,2元 c,3户".into(), Kind::Multiples, "units"),
        (
            "five years in each of two units",
            [series("a", "人", years(5), ""), series("b", "元", years(5), "")].concat(),
            Kind::Multiples,
            "units",
        ),
        ("a generic unit in two groups", "a,1份,,甲 b,2份,,乙 c,3份,,乙".into(), Kind::Multiples, "units"),
        (
            "totals and a rate of one unit",
            "总额,9元 人均,2元/人 户均,4元/人".into(),
            Kind::Multiples,
            "units",
        ),
        // Names in one unit.
        ("two names", "a,1元 b,2元".into(), Kind::Bar, "names"),
        ("two spellings of one unit", "a,100人 b,200名".into(), Kind::Bar, "names"),
        ("names without a unit", "a,10 b,20 c,30".into(), Kind::Bar, "names"),
        ("names of one year", "a,1元,2011 b,2元,2011".into(), Kind::Bar, "names"),
        ("names with one missing", "a,1元 b,- c,3元".into(), Kind::Bar, "names"),
        ("forty names", towns(40, "户", &[""]), Kind::Bar, "names"),
        ("forty names in two groups", towns(40, "户", &["甲", "乙"]), Kind::Multiples, "group by group"),
        ("losses", "a,-3元 b,2元 c,5元".into(), Kind::Bar, "names"),
        ("bounded sums", "a,40余万元 b,600余万元".into(), Kind::Bar, "names"),
        (
            "a year and its quarters",
            "a,40亿元,2011 a,9亿元,2011Q1 a,10亿元,2011Q2".into(),
            Kind::Bar,
            "parts of years",
        ),
        (
            "years and months of two series",
            "a,40元,2010 a,9元,2011-01 b,20元,2010 b,3元,2011-01".into(),
            Kind::Bar,
            "parts of years",
        ),
        ("names with and without a year", "a,1元,2010 a,2元,2011 b,3元".into(), Kind::Bar, "without"),
        ("names in four groups of their own", "a,1元,,甲 b,2元,,乙 c,3元,,丙".into(), Kind::Bar, "names"),
        // Names in groups.
        (
            "men and women of eighteen ages",
            (0..18).map(|age| format!("a{age},5人,,男 a{age},6人,,女")).collect::<Vec<_>>().join(" "),
            Kind::Grouped,
            "side by side",
        ),
        (
            "the same names in two groups",
            "a,1元,,甲 b,2元,,甲 c,3元,,甲 a,2元,,乙 b,1元,,乙 c,4元,,乙".into(),
            Kind::Grouped,
            "side by side",
        ),
        ("a group without one of the names", "a,1元,,甲 b,2元,,甲 a,2元,,乙".into(), Kind::Bar, "names"),
        (
            "parts of the whole of two groups",
            "是,60%,,甲 否,40%,,甲 是,30%,,乙 否,70%,,乙".into(),
            Kind::Stacked,
            "each row",
        ),
        (
            "five answers to two questions",
            "路,30%,,很好 路,20%,,好 路,20%,,一般 路,20%,,差 路,10%,,很差 \
             灯,10%,,很好 灯,20%,,好 灯,20%,,一般 灯,20%,,差 灯,30%,,很差"
                .into(),
            Kind::Stacked,
            "each row",
        ),
        (
            "rates of two groups",
            "a,60%,,甲 b,90%,,甲 a,30%,,乙 b,80%,,乙".into(),
            Kind::Grouped,
            "side by side",
        ),
        ("sixty parts in five groups", towns(60, "亩", &["a", "b", "c", "d", "e"]), Kind::Treemap, "boxes"),
        ("sixty rates in five groups", towns(60, "%", &["a", "b", "c", "d", "e"]), Kind::Bar, "many rates"),
        (
            "thirty parts in five groups",
            towns(30, "亩", &["a", "b", "c", "d", "e"]),
            Kind::Multiples,
            "group by group",
        ),
        // Rates and parts of one whole.
        ("two rates", "a,98% b,95%".into(), Kind::Progress, "hundred"),
        (
            "three bounded rates",
            "服务率,100% 核发率,98%以上 满意率,95%以上".into(),
            Kind::Progress,
            "hundred",
        ),
        ("seven rates", towns(7, "%", &[""]), Kind::Bar, "many rates"),
        ("a rate over 100", "a,98% b,120%".into(), Kind::Bar, "names"),
        ("a rate below 0", "a,-2% b,95%".into(), Kind::Bar, "names"),
        ("rates of growth", "产值增长,9.2% 价格涨幅,5.4%".into(), Kind::Bar, "names"),
        ("two whole parts of a hundred", "男,52% 女,48%".into(), Kind::Waffle, "cells"),
        ("three parts with fractions", "a,33.3% b,33.3% c,33.4%".into(), Kind::Donut, "add up to 100"),
        ("parts with a rate inside a word", "Incinerated,46% Moderate,54%".into(), Kind::Waffle, "cells"),
        ("taxes by their names", "增值税,38.3% 所得税,61.7%".into(), Kind::Donut, "add up to 100"),
        ("low rates", "a,4.8% b,5.2% c,1.9%".into(), Kind::Bar, "low ones"),
        ("five parts of a hundred", "a,40% b,25% c,15% d,12% e,8%".into(), Kind::Donut, "add up to 100"),
        ("parts that may be more", "a,60%以上 b,40%".into(), Kind::Progress, "hundred"),
        (
            "eight parts of a hundred",
            "a,20% b,20% c,15% d,15% e,10% f,10% g,5% h,5%".into(),
            Kind::Bar,
            "many rates",
        ),
        ("a part of nothing", "a,60% b,40% c,0%".into(), Kind::Progress, "hundred"),
        // People, and ranges.
        ("a few people", "教师,12人 医生,5人".into(), Kind::Pictogram, "one by one"),
        ("a few visits", "教师,12人次 医生,5人次".into(), Kind::Bar, "names"),
        ("many people", "教师,120人 医生,50人".into(), Kind::Bar, "names"),
        ("half a person", "a,2.5人 b,3人".into(), Kind::Bar, "names"),
        ("ranges", "a,3–5天 b,4–8天 c,10–12天".into(), Kind::Dot, "spans"),
        ("one range of three", "a,3–5天 b,4天 c,10天".into(), Kind::Bar, "names"),
        // One series over time.
        ("two years", series("a", "人", years(2), ""), Kind::Column, "a few periods"),
        ("five years", series("a", "人", years(5), ""), Kind::Column, "a few periods"),
        ("twelve years", series("a", "人", years(12), ""), Kind::Line, "many periods"),
        (
            "nine years that end in a lower bound",
            [series("a", "人", years(8), ""), "a,70余人,2012".into()].concat(),
            Kind::Column,
            "a few periods",
        ),
        ("rates over five years", series("a", "%", years(5), ""), Kind::Column, "a few periods"),
        (
            "five quarters",
            "a,1户,2010Q1 a,2户,2010Q2 a,3户,2010Q3 a,2户,2010Q4 a,4户,2011Q1".into(),
            Kind::Column,
            "a few periods",
        ),
        // Several series over time.
        ("two series in two years", series("a b", "人", years(2), ""), Kind::Grouped, "side by side"),
        ("three series in two years", series(three, "人", years(2), ""), Kind::Slope, "slopes"),
        ("eight series in two years", series(eight, "人", years(2), ""), Kind::Slope, "slopes"),
        (
            "three series of which one has one year",
            [series("a b", "人", years(2), ""), "c,5人,2011".into()].concat(),
            Kind::Grouped,
            "side by side",
        ),
        (
            "sixteen series in two years",
            [series(eight, "人", years(2), "甲"), series(eight, "人", years(2), "乙")].concat(),
            Kind::Dot,
            "two dots",
        ),
        ("three series in three years", series(three, "人", years(3), ""), Kind::Grouped, "side by side"),
        ("two series in five years", series("a b", "人", years(5), ""), Kind::Line, "lines"),
        ("eight series in five years", series(eight, "人", years(5), ""), Kind::Line, "lines"),
        (
            "sixteen series of two groups in five years",
            [series(eight, "人", years(5), "甲"), series(eight, "人", years(5), "乙")].concat(),
            Kind::Multiples,
            "group by group",
        ),
        ("the parts of three years", wholes(years(3)), Kind::Stacked, "each period"),
        ("the parts of ten years", wholes(years(10)), Kind::Area, "areas"),
        ("three rates over ten years", series(three, "%", years(10), ""), Kind::Line, "lines"),
    ]
}

#[test]
fn auto_chooses_by_the_shape_of_the_data_and_says_why() {
    let mut chosen = Vec::new();
    for (shape, rows, expected, reason) in shapes() {
        let (kind, notice) = choose("auto", &document(&rows));
        assert_eq!(kind, expected, "{shape}: {notice}");
        assert!(notice.message.starts_with(&format!("auto chose {}: ", kind.name())), "{shape}: {notice}");
        assert!(notice.message.contains(reason), "{shape}: {notice}");
        chosen.push(kind);
    }
    assert!(chosen.len() >= 40);
    for kind in KINDS {
        assert!(chosen.contains(&kind), "no data are drawn as {}", kind.name());
    }
}

#[test]
fn a_kind_that_is_asked_for_is_drawn() {
    let figures = document("a,1人");
    assert_eq!(choose("bar", &figures).0, Kind::Bar);
    assert_eq!(choose(" LINE ", &figures).0, Kind::Line);
}

#[test]
fn what_is_no_kind_is_drawn_as_auto_with_a_notice() {
    let figures = document("a,1人");
    let (kind, notice) = choose("pie", &figures);
    assert_eq!(kind, Kind::Cards);
    assert!(notice.to_string().starts_with("kind: pie is not a kind of chart; drawn as cards"), "{notice}");
}

#[test]
fn many_figures_are_chosen_for_by_those_that_can_be_drawn() {
    // Quadratic work would take minutes here, so the test would be noticed.
    let rows: String = (0..20_000).map(|index| format!("town-{index},1户,2011 ")).collect();
    assert_eq!(choose("auto", &document(&rows)).0, Kind::Bar);
}

#[test]
fn what_would_say_something_wrong_is_refused_with_a_reason() {
    let one = r#"{"label":"a","value":"20人"}"#;
    let two = r#"{"label":"b","value":"30人"}"#;
    let cases: &[(&str, &[&str], &str)] = &[
        ("donut", &[one], "donut needs two parts or more of one whole"),
        ("donut", &[one, r#"{"label":"b","value":"3户"}"#], "donut needs parts of one whole in one unit"),
        ("donut", &[one, r#"{"label":"b","value":null,"unit":"人"}"#], "donut needs a value for every part"),
        (
            "donut",
            &[one, r#"{"label":"b","value":-3,"unit":"人"}"#],
            "donut can't show parts of zero or below",
        ),
        (
            "donut",
            &[one, r#"{"label":"b","value":0,"unit":"人"}"#],
            "donut can't show parts of zero or below",
        ),
        ("donut", &[one, r#"{"label":"b","value":"3–5人"}"#], "donut needs one number for every part"),
        ("donut", &[one, r#"{"label":"b","value":0.01,"unit":"人"}"#], "donut can't show a part so small"),
        ("donut", &[one, r#"{"label":"a","value":"20人","id":"c"}"#], "donut needs one period"),
        ("donut", &[one, r#"{"label":"b","value":"20人","year":2011}"#], "donut needs one period"),
        (
            "donut",
            &[one, two, r#"{"label":"c","value":3,"unit":"人","per":"村"}"#],
            "donut needs parts of one",
        ),
        (
            "donut",
            &[r#"{"label":"a","value":"60%"}"#, r#"{"label":"b","value":"30%"}"#],
            "donut needs percentages",
        ),
        ("waffle", &[one], "waffle needs a percentage up to 100"),
        ("waffle", &[r#"{"label":"a","value":"130%"}"#], "waffle needs a percentage up to 100"),
        ("waffle", &[r#"{"label":"a","value":-3,"unit":"%"}"#], "waffle can't show parts of zero or below"),
        (
            "treemap",
            &[one, r#"{"label":"b","value":-3,"unit":"人"}"#],
            "treemap can't show parts of zero or below",
        ),
        ("pictogram", &[r#"{"label":"a","value":"60%"}"#], "pictogram counts things"),
        ("pictogram", &[r#"{"label":"a","value":-60,"unit":"人"}"#], "pictogram can't count below zero"),
        ("progress", &[one], "progress needs percentages from 0 to 200"),
        ("progress", &[r#"{"label":"a","value":"220%"}"#], "progress needs percentages from 0 to 200"),
        ("progress", &[r#"{"label":"a","value":-6,"unit":"%"}"#], "progress needs percentages from 0 to 200"),
    ];
    for (kind, figures, reason) in cases {
        let json = format!(r#"{{"figures":[{}]}}"#, figures.join(","));
        let document = tujie::native::json::from_json(&json).unwrap();
        let (chosen, notice) = choose(kind, &document);
        assert_eq!(chosen, Kind::Bar, "{notice}");
        assert!(notice.message.starts_with(reason), "{kind}: {notice}");
        assert!(notice.message.ends_with("; drawn as bar"), "{notice}");
    }
}

#[test]
fn parts_icons_and_rates_are_drawn_when_they_say_what_is_true() {
    let cases: &[(&str, &[&str])] = &[
        ("donut", &["20余人", "不超过30人", "约12人"]),
        ("donut", &["33.3%", "33.3%", "33.3%"]),
        ("donut", &["60%以上", "35%"]),
        ("waffle", &["0%"]),
        ("waffle", &["95%以上"]),
        ("treemap", &["1人", "1000人", "500人", "80人", "60人", "40人", "20人", "9人"]),
        ("pictogram", &["0人", "20余人", "20–30人"]),
        ("progress", &["0%", "100%", "40–55%", "98%以上"]),
        ("progress", &["112%", "86%"]),
    ];
    for (kind, values) in cases {
        let figures: Vec<String> = values
            .iter()
            .enumerate()
            .map(|(index, value)| format!(r#"{{"label":"part {index}","value":"{value}"}}"#))
            .collect();
        let json = format!(r#"{{"figures":[{}]}}"#, figures.join(","));
        let (chosen, notice) = choose(kind, &tujie::native::json::from_json(&json).unwrap());
        assert_eq!(chosen.name(), *kind, "{notice}");
    }
}

fn table(names: usize, groups: &[&str]) -> String {
    let mut rows = String::new();
    for name in 0..names {
        for group in groups {
            rows.push_str(&format!("a{name},{}元,,{group} ", 5 + name));
        }
    }
    rows
}

#[test]
fn auto_changes_its_mind_where_it_says() {
    let years = |count: i32| 2012 - count..2012;
    let wholes = |years: std::ops::Range<i32>| -> String {
        years.map(|year| format!("农业,20%,{year} 工业,45%,{year} 服务业,35%,{year} ")).collect()
    };
    let letters = |count: usize| "a b c d e f g h i j k l m"[..2 * count - 1].to_string();
    for (shape, rows, expected) in [
        ("rates that miss their hundred", "a,50% b,45%".to_string(), Kind::Progress),
        ("rates that miss it by more than rounding", "a,60% b,41.5%".into(), Kind::Progress),
        ("rates within rounding", "a,60% b,41%".into(), Kind::Waffle),
        ("rates that make a hundred by chance", "就业率,60% 失业率,40%".into(), Kind::Progress),
        ("parts of one name", "a,60% a,40%".into(), Kind::Progress),
        (
            "counts that make a hundred in each group",
            "是,60人,,甲 否,40人,,甲 是,30人,,乙 否,70人,,乙".into(),
            Kind::Grouped,
        ),
        ("growth by groups", "a,60%,,增长 b,40%,,增长".into(), Kind::Bar),
        ("three whole parts", "a,50% b,25% c,25%".into(), Kind::Waffle),
        ("four whole parts", "a,40% b,30% c,20% d,10%".into(), Kind::Donut),
        ("six parts", "a,40% b,20% c,10% d,10% e,10% f,10%".into(), Kind::Donut),
        ("seven parts", "a,30% b,20% c,10% d,10% e,10% f,10% g,10%".into(), Kind::Bar),
        ("six rates", towns(6, "%", &[""]), Kind::Progress),
        ("six years", series("a", "人", years(6), ""), Kind::Column),
        ("four years far from each other", "a,3人,1950 a,4人,1960 a,5人,1990 a,9人,2020".into(), Kind::Line),
        ("two years far from each other", "a,3人,1950 a,9人,2020".into(), Kind::Column),
        ("seven years", series("a", "人", years(7), ""), Kind::Line),
        (
            "seven years of which one is about",
            [series("a", "人", years(6), ""), "a,约70人,2012".into()].concat(),
            Kind::Line,
        ),
        (
            "twelve years that end in a lower bound",
            [series("a", "人", years(11), ""), "a,70余人,2012".into()].concat(),
            Kind::Column,
        ),
        (
            "thirteen years that end in a lower bound",
            [series("a", "人", years(12), ""), "a,70余人,2012".into()].concat(),
            Kind::Line,
        ),
        ("seven years with a gap", [series("a", "人", years(6), ""), "a,-,2012".into()].concat(), Kind::Line),
        ("two groups of twenty-four", table(24, &["男", "女"]), Kind::Grouped),
        ("two groups of twenty-five", table(25, &["男", "女"]), Kind::Multiples),
        ("four groups of eight", table(8, &["甲", "乙", "丙", "丁"]), Kind::Grouped),
        ("four groups of nine", table(9, &["甲", "乙", "丙", "丁"]), Kind::Multiples),
        ("five groups", table(3, &["甲", "乙", "丙", "丁", "戊"]), Kind::Multiples),
        ("each name twice in one group", "a,1元,,甲 a,2元,,甲 b,3元,,乙 b,4元,,乙".into(), Kind::Bar),
        ("forty parts in three groups", towns(40, "亩", &["a", "b", "c"]), Kind::Treemap),
        ("thirty-nine parts in three groups", towns(39, "亩", &["a", "b", "c"]), Kind::Multiples),
        (
            "parts of which one is a minimum",
            towns(60, "亩", &["a", "b", "c"]).replacen("亩", "余亩", 1),
            Kind::Multiples,
        ),
        ("rates of forty towns", towns(60, "元/人", &["a", "b", "c"]), Kind::Multiples),
        (
            "parts of one name in groups",
            towns(60, "亩", &["a", "b", "c"]).replace("town-9,", "town-8,"),
            Kind::Bar,
        ),
        ("a part too small for a box", towns(60, "亩", &["a", "b", "c"]) + "x,0.2亩,,a", Kind::Multiples),
        ("a loss among parts", towns(60, "亩", &["a", "b", "c"]) + "x,-1亩,,a", Kind::Multiples),
        ("four people", "a,12人 b,5人 c,20人 d,1人".into(), Kind::Pictogram),
        ("five people", "a,12人 b,5人 c,3人 d,1人 e,2人".into(), Kind::Bar),
        ("twenty-one people", "a,12人 b,21人".into(), Kind::Bar),
        ("nobody", "a,12人 b,0人".into(), Kind::Bar),
        ("people a village", "a,12人/村 b,5人/村".into(), Kind::Bar),
        ("ranges in half of four", "a,3–5天 b,4–8天 c,10天 d,9天".into(), Kind::Bar),
        ("the parts of six years", wholes(years(6)), Kind::Stacked),
        ("the parts of seven years", wholes(years(7)), Kind::Area),
        (
            "three series in two years with a gap",
            series("a b", "人", years(2), "") + "c,-,2010 c,5人,2011",
            Kind::Grouped,
        ),
        ("twelve series in two years", series(&letters(12), "人", years(2), ""), Kind::Slope),
        ("thirteen series in two years", series(&letters(13), "人", years(2), ""), Kind::Dot),
        ("four series in three years", series(&letters(4), "人", years(3), ""), Kind::Line),
        ("three series in four years", series(&letters(3), "人", years(4), ""), Kind::Line),
        (
            "six series of two groups",
            series("a b c", "人", years(5), "甲") + &series("d e f", "人", years(5), "乙"),
            Kind::Line,
        ),
        (
            "forty rates of growth in three groups",
            towns(60, "%", &["a", "b", "c"]).replace("town", "增长"),
            Kind::Multiples,
        ),
        ("a few people and a range", "a,3–5人 b,4人".into(), Kind::Bar),
        (
            "four series of which one has one year",
            series("a b c", "人", years(2), "") + "d,5人,2011",
            Kind::Line,
        ),
        (
            "twelve series of which one has one year",
            series(&letters(11), "人", years(2), "") + "z,5人,2011",
            Kind::Line,
        ),
        ("the parts of two years and the whole of one", wholes(years(2)) + "农业,100%,2009", Kind::Grouped),
        (
            "seven series of two groups",
            series("a b c", "人", years(5), "甲") + &series("d e f g", "人", years(5), "乙"),
            Kind::Multiples,
        ),
    ] {
        let (kind, notice) = choose("auto", &document(&rows));
        assert_eq!(kind, expected, "{shape}: {notice}");
    }
    assert!(choose("", &document("a,1元 b,2元")).1.message.starts_with("auto chose bar: names"));
}

#[test]
fn rates_with_targets_are_drawn_against_them_unless_few_have_one_or_all_are_slivers() {
    let chosen = |rates: [(f64, f64); 3]| {
        let target =
            |target: f64| if target > 0.0 { format!(",\"target\":\"{target}%\"") } else { String::new() };
        let figure = |(place, (rate, aim)): (usize, &(f64, f64))| {
            format!("{{\"label\":\"n{place}\",\"value\":\"{rate}%\"{}}}", target(*aim))
        };
        let figures: Vec<String> = rates.iter().enumerate().map(figure).collect();
        choose("", &tujie::native::json::from_json(&format!("[{}]", figures.join(","))).unwrap()).0
    };
    assert_eq!(chosen([(112.0, 100.0), (86.0, 100.0), (43.0, 80.0)]), Kind::Progress);
    assert_eq!(chosen([(112.0, 100.0), (86.0, 0.0), (43.0, 0.0)]), Kind::Bar);
    assert_eq!(chosen([(5.1, 5.0), (2.2, 3.0), (4.0, 4.0)]), Kind::Bar);
}
