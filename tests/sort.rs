//! In which order figures stand when a reader asks for one.

use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::sort::Sort;

fn sorted(csv: &str, option: &str) -> Vec<String> {
    sorted_for("zh", csv, option)
}

fn sorted_for(lang: &str, csv: &str, option: &str) -> Vec<String> {
    let mut figures = from_csv(csv).unwrap();
    Sort::named(option).apply(&mut figures, Locale::from_tag(lang), false, "");
    figures.figures.iter().map(|figure| figure.label.clone() + &figure.period()).collect()
}

const FUNDS: &str = "label,value\n平台,30余万元\n站点,600余万元\n空,\n活动,40余万元\n";

#[test]
fn values_go_up_or_down_and_missing_ones_come_last() {
    assert_eq!(sorted(FUNDS, "asc"), ["平台", "活动", "站点", "空"]);
    assert_eq!(sorted(FUNDS, "desc"), ["站点", "活动", "平台", "空"]);
}

#[test]
fn equal_values_keep_their_order() {
    let csv = "label,value,unit\nb,1,人\na,1,人\nc,0,人\n";
    assert_eq!(sorted(csv, "asc"), ["c", "b", "a"]);
    assert_eq!(sorted(csv, "desc"), ["b", "a", "c"]);
}

#[test]
fn units_are_not_mixed_nor_groups_that_have_an_axis_of_their_own() {
    let csv = |unit: &str| {
        format!(
            "label,value,unit,group\na,1,{unit},甲\nb,900,元,甲\nc,5,{unit},甲\nd,3,元,甲\ne,7,{unit},乙\n"
        )
    };
    assert_eq!(sorted(&csv("人"), "desc"), ["e", "c", "a", "b", "d"]);
    assert_eq!(sorted(&csv("件"), "desc"), ["c", "a", "b", "d", "e"]);
}

#[test]
fn groups_that_are_series_keep_their_places() {
    let csv = "label,value,unit,group\na,1,人,甲\nb,5,人,甲\na,7,人,乙\nb,3,人,乙\n";
    assert_eq!(sorted(csv, "desc"), ["b", "a", "a", "b"]);
}

#[test]
fn capitals_stand_among_small_letters() {
    let csv = "label,value\nCherry,1\napple,2\nbanana,3\nApple,4\n";
    assert_eq!(sorted(csv, "label"), ["apple", "Apple", "banana", "Cherry"]);
}

#[test]
fn letters_go_by_the_order_that_is_given_and_others_follow() {
    let mut figures = from_csv("label,value\n上海,1\n北京,2\n安徽第10次,3\n安徽第9次,4\nB,5\n").unwrap();
    Sort::Label.apply(&mut figures, Locale::from_tag("zh"), false, "安北徽京上次第海");
    let labels: Vec<&str> = figures.figures.iter().map(|figure| figure.label.as_str()).collect();
    assert_eq!(labels, ["安徽第9次", "安徽第10次", "北京", "上海", "B"]);
}

#[test]
fn a_series_goes_by_its_last_value_and_keeps_its_periods() {
    let csv = "label,2010,2011\na,9,1\nb,2,5\n";
    assert_eq!(sorted(csv, "desc"), ["b2010", "b2011", "a2010", "a2011"]);
    assert_eq!(sorted(csv, "asc"), ["a2010", "a2011", "b2010", "b2011"]);
}

#[test]
fn labels_go_by_their_characters_and_numbers() {
    let csv = "label,value\n第10次,1\n第2次,2\n第1次,3\n";
    assert_eq!(sorted(csv, "label"), ["第1次", "第2次", "第10次"]);
}

#[test]
fn labels_go_by_what_the_reader_sees() {
    let csv = "label,value,label_en\n甲,1,Air\n乙,2,Water\n";
    assert_eq!(sorted(csv, "label"), ["乙", "甲"]);
    assert_eq!(sorted_for("en", csv, "label"), ["甲", "乙"]);
    let csv = "label,value,label_en,label_fr\n甲,1,Air,Zéro\n乙,2,Water,Air\n";
    assert_eq!(sorted_for("fr", csv, "label"), ["乙", "甲"]);
}

#[test]
fn many_rows_take_no_square_of_their_number() {
    let mut csv = String::from("label,value,unit\n");
    for row in 0..20_000 {
        csv.push_str(&format!("r{row},{},u{row}\n", row * 7919 % 100_003));
    }
    let rows = sorted(&csv, "asc");
    assert_eq!((rows.len(), rows[0].as_str()), (20_000, "r0"));
}

#[test]
fn groups_that_are_drawn_apart_stay_where_they_began() {
    let mut figures = from_csv("label,value,unit,group\na,1,人,甲\nb,5,人,甲\nc,9,人,乙\n").unwrap();
    Sort::Descending.apply(&mut figures, Locale::from_tag("zh"), true, "");
    assert_eq!(figures.figures.iter().map(|figure| &*figure.label).collect::<Vec<_>>(), ["b", "a", "c"]);
}

#[test]
fn series_go_by_time_not_by_place() {
    assert_eq!([Sort::named("asc"), Sort::named("x")], [Sort::Ascending, Sort::None]);
    // The latest period first, as many tables have it.
    assert_eq!(sorted("label,2011,2010\na,1,9\nb,5,2\n", "desc"), ["b2011", "b2010", "a2011", "a2010"]);
    // Groups are series where one label is in two of them.
    assert_eq!(
        sorted("label,value,unit,group\na,1,人,甲\nb,5,人,甲\na,7,人,乙\nc,3,人,乙\n", "desc"),
        ["b", "a", "a", "c"]
    );
    // One label in two groups, or units, is two series.
    let csv = "label,value,unit,group,year\na,1,人,甲,2010\na,2,人,甲,2011\nb,3,人,甲,2010\nb,4,人,甲,2011\na,9,人,乙,2012\n";
    assert_eq!(sorted(csv, "desc"), ["b2010", "b2011", "a2010", "a2011", "a2012"]);
    let csv = "label,value,unit,year\na,1,人,2010\nb,4,人,2010\na,9,元,2011\n";
    assert_eq!(sorted(csv, "desc"), ["b2010", "a2010", "a2011"]);
    assert_eq!(sorted("label,value\nA,1\n1,2\n", "label"), ["1", "A"]);
}
