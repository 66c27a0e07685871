//! How a figure stands to the one of the period before: worked out with its bounds, and worded.

use tujie::change;
use tujie::figures::{Amount, Figures};
use tujie::input::from_csv;
use tujie::lang::Locale;
use tujie::outline;
use tujie::reader::Reader;

/// The value and period before, those after, and what is said in Chinese and in English.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const ROWS: [Row; 58] = [
    // Exact to exact.
    ("2000人", "2010", "2240人", "2011", "比上年增长12%", "+12% from 2010"),
    ("2000人", "2010", "1930人", "2011", "比上年下降3.5%", "−3.5% from 2010"),
    ("2000人", "2010", "2000人", "2011", "与上年持平", "unchanged from 2010"),
    ("3人", "2010", "4人", "2011", "比上年增长33.3%", "+33.3% from 2010"),
    ("3000人", "2010", "3001人", "2011", "比上年增长0.03%", "+0.03% from 2010"),
    ("0.1吨", "2010", "0.3吨", "2011", "比上年增长200%", "+200% from 2010"),
    ("30元", "2010", "3000元", "2011", "比上年增长9,900%", "+9,900% from 2010"),
    ("40万元", "2010", "0.005亿元", "2011", "比上年增长25%", "+25% from 2010"),
    ("2000人", "2010", "0人", "2011", "比上年下降100%", "−100% from 2010"),
    // Other periods, and those that are not next to each other.
    ("200人", "2011Q1", "210人", "2011Q2", "比上季度增长5%", "+5% from Q1 2011"),
    ("200人", "2010Q4", "210人", "2011Q1", "比上季度增长5%", "+5% from Q4 2010"),
    ("200人", "2011-03", "150人", "2011-04", "比上月下降25%", "−25% from March 2011"),
    ("200人", "2010-12", "200人", "2011-01", "与上月持平", "unchanged from December 2010"),
    ("200人", "2011-03-05", "300人", "2011-03-06", "比前一日增长50%", "+50% from 5 March 2011"),
    ("200人", "2009", "300人", "2011", "比2009年增长50%", "+50% from 2009"),
    ("200人", "2010Q1", "300人", "2011Q1", "比上年同期增长50%", "+50% from Q1 2010"),
    ("200人", "2010-03", "300人", "2011-03", "比上年同期增长50%", "+50% from March 2010"),
    ("200人", "2011-01-31", "300人", "2011-02-01", "比前一日增长50%", "+50% from 31 January 2011"),
    ("200人", "2011-02-28", "300人", "2011-03-01", "比前一日增长50%", "+50% from 28 February 2011"),
    ("200人", "2012-02-28", "300人", "2012-03-01", "比2012年2月28日增长50%", "+50% from 28 February 2012"),
    ("200人", "2010-12-31", "300人", "2011-01-01", "比前一日增长50%", "+50% from 31 December 2010"),
    ("200人", "2009", "200人", "2011", "与2009年持平", "unchanged from 2009"),
    ("200人", "2010", "300人", "2011Q1", "", ""),
    // Percentages change in points.
    ("95%", "2010", "97%", "2011", "比上年上升2个百分点", "+2 percentage points from 2010"),
    ("95%", "2010", "94%", "2011", "比上年下降1个百分点", "−1 percentage point from 2010"),
    ("94.9%", "2010", "95.1%", "2011", "比上年上升0.2个百分点", "+0.2 percentage points from 2010"),
    ("95%", "2010", "98%以上", "2011", "比上年至少上升3个百分点", "at least +3 percentage points from 2010"),
    (
        "94.9%",
        "2010",
        "95.1%以上",
        "2011",
        "比上年至少上升0.2个百分点",
        "at least +0.2 percentage points from 2010",
    ),
    ("0.34‰", "2010", "-0.6‰", "2011", "比上年下降0.94个千分点", "−0.94 per mille points from 2010"),
    ("10个基点", "2010", "25个基点", "2011", "比上年上升15个基点", "+15 basis points from 2010"),
    ("10个基点", "2010", "11个基点", "2011", "比上年上升1个基点", "+1 basis point from 2010"),
    ("3‰", "2010", "4‰", "2011", "比上年上升1个千分点", "+1 per mille point from 2010"),
    ("100人", "2010-12-31", "150人", "2011-12-31", "比2010年12月31日增长50%", "+50% from 31 December 2010"),
    ("0%", "2010", "3%", "2011", "比上年上升3个百分点", "+3 percentage points from 2010"),
    ("-2%", "2010", "3%", "2011", "比上年上升5个百分点", "+5 percentage points from 2010"),
    (
        "98%以上",
        "2010",
        "95%",
        "2011",
        "比上年至少下降3个百分点",
        "down at least 3 percentage points from 2010",
    ),
    // Bounds.
    ("1000人", "2010", "1120余人", "2011", "比上年至少增长12%", "at least +12% from 2010"),
    ("1001人", "2010", "2000余人", "2011", "比上年至少增长99.8%", "at least +99.8% from 2010"),
    ("2000余人", "2010", "1500人", "2011", "比上年至少下降25%", "down at least 25% from 2010"),
    ("2000余人", "2010", "2000人", "2011", "", ""),
    ("2000人", "2010", "2000余人", "2011", "", ""),
    ("2000余人", "2010", "2500人", "2011", "", ""),
    ("1800余人", "2010", "2000余人", "2011", "", ""),
    ("2000人", "2010", "不超过1500人", "2011", "比上年至少下降25%", "down at least 25% from 2010"),
    ("不超过1000人", "2010", "1500人", "2011", "比上年至少增长50%", "at least +50% from 2010"),
    ("不超过1000人", "2010", "1500余人", "2011", "比上年至少增长50%", "at least +50% from 2010"),
    ("不超过1000人", "2010", "900人", "2011", "", ""),
    ("约2000人", "2010", "2300人", "2011", "比上年增长约15%", "about +15% from 2010"),
    ("约2000人", "2010", "约2000人", "2011", "与上年大致持平", "about unchanged from 2010"),
    ("约2000人", "2010", "3000余人", "2011", "", ""),
    ("100人", "2010", "110–120人", "2011", "比上年增长10%至20%", "+10% to +20% from 2010"),
    ("100人", "2010", "100–120人", "2011", "比上年至多增长20%", "at most +20% from 2010"),
    ("100人", "2010", "90–120人", "2011", "", ""),
    // Of no base, of a sign that changes, and of what is not a length there are no percentages.
    ("0人", "2010", "300人", "2011", "", ""),
    ("0人", "2010", "0人", "2011", "与上年持平", "unchanged from 2010"),
    ("-5万元", "2010", "8万元", "2011", "", ""),
    ("10℃", "2010", "20℃", "2011", "", ""),
    ("50 degrees F", "2010", "60 degrees F", "2011", "", ""),
];

fn figures(rows: &[(&str, &str)]) -> Figures {
    let mut csv = String::from("label,value,year\n");
    for (value, year) in rows {
        csv.push_str(&format!("培训,{value},{year}\n"));
    }
    from_csv(&csv).unwrap()
}

fn said(figures: &Figures, index: usize, tag: &str) -> String {
    change::of(&Reader { figures, locale: Locale::from_tag(tag) }, &figures.figures[index])
}

#[test]
fn a_change_is_said_as_far_as_it_is_certain() {
    for (before, then, now, at, chinese, english) in ROWS {
        let figures = figures(&[(before, then), (now, at)]);
        let case = format!("{before} in {then}, {now} in {at}");
        assert_eq!(figures.figures.len(), 2, "{case}: {:?}", figures.notices);
        assert_eq!(said(&figures, 1, "zh-CN"), chinese, "{case}");
        assert_eq!(said(&figures, 1, "en"), english, "{case}");
        assert_eq!(said(&figures, 0, "zh-CN"), "", "{case}: the first has none before it");
    }
}

#[test]
fn traditional_chinese_has_words_of_its_own() {
    let rates = figures(&[("95%", "2010"), ("97%", "2011")]);
    assert_eq!(said(&rates, 1, "zh-Hant"), "較上年上升2個百分點");
    let counts = figures(&[("1000人", "2010"), ("1120余人", "2011")]);
    assert_eq!(said(&counts, 1, "zh-TW"), "較上年至少增加12%");
}

#[test]
fn a_figure_is_compared_with_the_last_one_before_it_whatever_their_order() {
    let years = figures(&[("300人", "2011"), ("100人", "2008"), ("200人", "2010")]);
    assert_eq!(said(&years, 0, "zh-CN"), "比上年增长50%");
    assert_eq!(said(&years, 2, "zh-CN"), "比2008年增长100%");
    assert_eq!(said(&years, 1, "zh-CN"), "");
}

#[test]
fn a_gap_and_two_figures_for_one_period_leave_nothing_to_compare_with() {
    let doubled = figures(&[("100人", "2010"), ("120人", "2010"), ("300人", "2011")]);
    assert_eq!(said(&doubled, 2, "en"), "");
    let gap = from_csv("label,2009,2010,2011\n培训,100,,300\n").unwrap();
    for index in 0..gap.figures.len() {
        assert_eq!(said(&gap, index, "en"), "", "{:?}", gap.figures[index]);
    }
}

#[test]
fn other_labels_groups_and_units_are_other_series() {
    let csv = "label,value,year,group\n\
               培训,100人,2010,甲\n培训,200人次,2010,乙\n培训,200人,2011,乙\n招录,300人,2011,甲\n";
    let figures = from_csv(csv).unwrap();
    for index in 0..4 {
        assert_eq!(said(&figures, index, "en"), "", "{:?}", figures.figures[index]);
    }
}

#[test]
fn the_details_of_a_figure_tell_its_change_as_a_sentence() {
    let figures = figures(&[("1000人", "2010"), ("1120余人", "2011")]);
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
    let lines = outline::details(&reader, &figures.figures[1]);
    assert_eq!(lines, ["培训：至少1,120人（2011年）。", "比上年至少增长12%。"]);
}

fn said_from(before: &str, then: &str, now: &str, at: &str) -> String {
    let figures = from_csv(&format!("label,value,year\n培训,{before},{then}\n培训,{now},{at}\n")).unwrap();
    assert_eq!(figures.figures.len(), 2);
    let reader = Reader { figures: &figures, locale: Locale::from_tag("zh-CN") };
    change::of(&reader, &figures.figures[1])
}

#[test]
fn days_ranges_and_temperatures_are_compared_as_far_as_they_can_be() {
    for (before, then, now, at, expected) in [
        ("200人", "2011-03-05", "300人", "2011-04-06", "比2011年3月5日增长50%"),
        ("200人", "2010-03-05", "300人", "2011-03-06", "比2010年3月5日增长50%"),
        ("100–120人", "2010", "100人", "2011", "比上年至多下降16.7%"),
        ("100–120人", "2010", "90人", "2011", "比上年下降10%至25%"),
        ("约2000人", "2010", "100–120人", "2011", ""),
        ("10°C", "2010", "20°C", "2011", ""),
        ("30元", "2010", "4000元", "2011", ""),
        ("100人", "2010", "110–12000人", "2011", "比上年至少增长10%"),
        ("3.14%", "2010", "15.39%", "2011", "比上年上升12.25个百分点"),
    ] {
        assert_eq!(said_from(before, then, now, at), expected, "{before} {then} {now} {at}");
    }
    let figures = from_csv("label,value,year\n培训,100–120人,2010\n培训,100人,2011\n").unwrap();
    let reader = Reader { figures: &figures, locale: Locale::from_tag("en") };
    assert_eq!(change::of(&reader, &figures.figures[1]), "down at most 16.7% from 2010");
    assert_eq!(change::between(&Amount::range(-5.0, 8.0), &Amount::exact(100.0), false), None);
}
