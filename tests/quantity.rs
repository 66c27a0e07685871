//! Reading quantities, against the tables in `tests/data`.

use proptest::prelude::*;
use tujie::figures::{Amount, Bound};
use tujie::format::compact;
use tujie::lang::Locale;
use tujie::quantity::{Quantity, parse};

/// The lines of a table without its header, in cells.
fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect()
}

/// Texts with what they mean, or a dash for what is no quantity, and three columns that name the forms in them.
fn quantities() -> Vec<Vec<&'static str>> {
    rows(include_str!("data/quantities.tsv"))
}

fn bound(keyword: &str) -> Bound {
    Bound::from_keyword(keyword).expect("a bound in the table")
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number in the table")
}

fn expected(row: &[&str]) -> Option<Quantity> {
    (row[1] != "-").then(|| Quantity {
        amount: Amount {
            value: number(row[1]),
            high: number(row[2]),
            bound: bound(row[3]),
            near: row[4] == "near",
        },
        unit: row[5].to_string(),
        // Told apart by a test of its own.
        scaled: parse(row[0]).is_some_and(|read| read.scaled),
        per: row[6].to_string(),
    })
}

#[test]
fn a_text_names_a_scale_of_its_own_or_leaves_it_to_its_unit() {
    for text in ["40余万", "3.5m", "2 bn", "2bn", "two million", "5 thousand", "3–5万", "1.2亿元", "2 crore"]
    {
        assert!(parse(text).unwrap().scaled, "{text}");
    }
    for text in ["2356", "1.2E+05", "三百", "3千", "5 m", "half a dozen", "98%", "3–5"] {
        assert!(!parse(text).unwrap().scaled, "{text}");
    }
}

#[test]
fn every_row_of_the_table_is_read_as_it_says() {
    let wrong: Vec<String> = quantities()
        .iter()
        .filter(|row| parse(row[0]) != expected(row))
        .map(|row| format!("{}\n   read {:?}\n wanted {:?}", row[0], parse(row[0]), expected(row)))
        .collect();
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn arrows_before_a_number_say_rise_and_fall() {
    for (text, value, unit) in
        [("↑5.2%", 5.2, "%"), ("↓3.1%", -3.1, "%"), ("↓ 40人", -40.0, "人"), ("↑1.5万元", 15_000.0, "元")]
    {
        let read = parse(text).unwrap();
        assert_eq!((read.amount, read.unit.as_str()), (Amount::exact(value), unit), "{text}");
    }
    assert_eq!(parse("↓约5%").unwrap().amount.bound, Bound::About);
    for text in ["↑", "↓%", "▲5%", "△5%"] {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn no_two_rows_of_the_table_test_the_same_forms() {
    let rows = quantities();
    let mut forms: Vec<_> = rows.iter().map(|row| (row[7], row[8], row[9])).collect();
    forms.sort_unstable();
    for pair in forms.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
    assert!(rows.len() >= 160);
    assert!(rows.iter().filter(|row| row[1] == "-").count() >= 35);
}

#[test]
fn the_figures_of_a_year_end_article_are_read_and_stand_at_their_marks_as_written() {
    let rows = rows(include_str!("data/annual-figures.tsv"));
    assert_eq!(rows.len(), 43);
    for row in rows {
        let (text, per) = (row[0], row[4]);
        let read = parse(text).expect(text);
        assert_eq!(read.amount, Amount::bounded(number(row[1]), bound(row[2])), "{text}");
        assert_eq!((read.unit.as_str(), read.per.as_str()), (row[3], per), "{text}");
        let mark = compact(&read.amount, &read.unit, &Locale::from_tag("zh-CN")).text();
        assert_eq!(mark, text.trim_start_matches('每').trim_start_matches(per));
    }
}

#[test]
fn texts_too_long_to_be_a_quantity_are_refused_at_once() {
    for part in
        ["1", "约", "十", "十万", "1,000,", " ", "5 ", "每", "/人", "more than ", "½", "以上", "5-", "一二"]
    {
        let text = part.repeat(10_000 / part.chars().count());
        assert_eq!(parse(&text), None, "{part}");
        let text = part.repeat(900 / part.chars().count());
        let _ = parse(&text);
    }
}

/// Pieces of which quantities are made, in any order.
const PIECES: &[&str] = &[
    "0",
    "5",
    "10",
    "2,000",
    "3.5",
    "1e6",
    "一",
    "两",
    "三五",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "几",
    "数",
    "半",
    "零",
    "点",
    "余",
    "多",
    "来",
    "%",
    "‰",
    "成",
    "百分之",
    "分之",
    "个百分点",
    "倍",
    "约",
    "近",
    "不超过",
    "至少",
    "以上",
    "左右",
    "之间",
    "-",
    "–",
    "至",
    "到",
    "~",
    "/",
    "每",
    "均",
    "人",
    "元",
    "村",
    "个",
    "年",
    " ",
    "\u{a0}",
    ".",
    ",",
    "+",
    "−",
    "$",
    "¥",
    "half",
    "a ",
    "million",
    "hundred",
    "and ",
    "twenty",
    "-five",
    "dozen",
    "k",
    "m",
    "per ",
    "between ",
    "to ",
    "or more",
    "third",
    " in ",
    "people",
    "½",
    "×10",
    "⁶",
    "\u{200b}",
    "🙂",
];

#[test]
fn what_a_rate_is_per_has_no_space_around_it() {
    assert_eq!(parse("每镇 10条").map(|read| read.per).as_deref(), Some("镇"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn pieces_in_any_order_give_a_sound_quantity_or_none(
        pieces in proptest::collection::vec(0..PIECES.len(), 0..9)
    ) {
        let text: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        if let Some(Quantity { amount, unit, per, .. }) = parse(&text) {
            prop_assert!(amount.value.is_finite() && amount.high.is_finite(), "{}", text);
            prop_assert!(amount.high >= amount.value, "{}", text);
            prop_assert!(amount.bound == Bound::Range || amount.high == amount.value, "{}", text);
            prop_assert!(!amount.near || matches!(amount.bound, Bound::About | Bound::AtMost), "{}", text);
            prop_assert!(unit == unit.trim() && per == per.trim(), "{}", text);
            // But for km2 and CO2.
            let digit = |char: char| char.is_ascii_digit() && !matches!(char, '2' | '3');
            prop_assert!(!unit.contains(digit), "{}", text);
        }
    }

    #[test]
    fn whole_numbers_read_as_the_standard_library_reads_them(value in any::<i32>()) {
        prop_assert_eq!(parse(&value.to_string()).map(|read| read.amount), Some(Amount::exact(f64::from(value))));
    }

    #[test]
    fn decimals_with_scales_are_exact(digits in 1u64..10_000_000, places in 0usize..5) {
        let text = format!("{digits:0>6}");
        let (whole, fraction) = text.split_at(text.len() - places);
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        let text = if places > 0 { format!("{whole}.{fraction}万") } else { format!("{whole}万") };
        let expected = digits * 10u64.pow(4 - places as u32);
        prop_assert_eq!(parse(&text).map(|read| read.amount.value), Some(expected as f64), "{}", text);
    }
}

#[test]
fn the_scale_of_a_range_is_lent_to_tens_and_marks_too() {
    for (text, low, high) in [
        ("二十至三十万元", 200_000.0, 300_000.0),
        ("三百至五百万元", 3e6, 5e6),
        ("五百至八百亿元", 5e10, 8e10),
        ("30余至50余万元", 300_000.0, 500_000.0),
        ("五千至一万元", 5_000.0, 10_000.0),
        ("五百至一千元", 500.0, 1_000.0),
        ("8000-1.2万元", 8_000.0, 12_000.0),
        // The place of neighbours is the one below, as in 一万五.
        ("一百二三", 120.0, 130.0),
        ("一万五六", 15_000.0, 16_000.0),
        ("一亿二三千", 120_000_000.0, 130_000_000.0),
        ("三百二三十", 320.0, 330.0),
    ] {
        let amount = parse(text).unwrap_or_else(|| panic!("{text} is refused")).amount;
        assert_eq!((amount.value, amount.high), (low, high), "{text}");
    }
}

#[test]
fn words_of_a_change_a_share_or_a_bound_are_no_units() {
    for text in [
        "down from 10% to 5%",
        "up from 3m to 5m",
        "3 out of 4 people",
        "1 in 4 adults",
        "under-5",
        "over-65",
        "5来斤",
        "300 odd",
        "5 fewer people",
        "5 more people",
    ] {
        assert!(parse(text).is_none(), "{text}: {:?}", parse(text));
    }
    assert_eq!(parse("up between 3% and 5%").map(|read| read.amount.high), Some(5.0));
    assert_eq!(parse("one in five").map(|read| read.amount.value), Some(0.2));
    assert_eq!(parse("5 lakhs").map(|read| read.amount.value), Some(500_000.0));
    assert_eq!(parse("2 trillions").map(|read| read.amount.value), Some(2e12));
    assert_eq!(parse("3 lessons").map(|read| read.unit).as_deref(), Some("lessons"));
}

/// A text in short: its value or range, its bound, unit and rate.
fn short(text: &str) -> String {
    parse(text).map_or("refused".into(), |read| {
        let Amount { value, high, bound, .. } = read.amount;
        let number = if high == value { value.to_string() } else { format!("{value}…{high}") };
        let per = if read.per.is_empty() { String::new() } else { format!("/{}", read.per) };
        format!("{number} {} {}{per}", bound.keyword(), read.unit)
    })
}

#[test]
fn what_only_looks_like_a_quantity_is_refused() {
    for text in [
        // Footnotes are no digits, and a factor is no power of ten.
        "5万²",
        "3.5万¹",
        "2000人²",
        "$5bn²",
        "⁵",
        "2×100万千瓦",
        "2×1050MW",
        "3×104",
        // What has fallen to a value has not fallen by it, and a fall behind its unit is no rise.
        "减少为500人",
        "下降为3%",
        "0.5 percentage points lower",
        "500 people fewer",
        "5 percent below average",
        // Scales twice over, letters that stand alone, and metres.
        "1.5万万元",
        "5 M",
        "5 K",
        "2m tall",
        "1.8m deep",
        "100m race",
        // Times, plans and names.
        "八点三十分",
        "上半年",
        "十三五规划",
        "– 25人",
        // Scales of which only a part goes for the first number, and ranges without an end.
        "8000-1.2万亿元",
        "零下3至5℃",
        "10---20",
        "10B/s",
        "between 5",
        "from £10",
        // Bounds in the middle of a unit.
        "24小时内",
        "60岁以上老人",
        "5级以上地震",
        "300万元盈余",
        "UNDER-18",
    ] {
        assert_eq!(short(text), "refused", "{text}");
    }
}

#[test]
fn falls_rates_and_doubled_dashes_are_read_as_they_are_meant() {
    for (text, meant) in [
        ("10--15%", "10…15 range %"),
        ("-10--5", "-10…-5 range "),
        ("3 – 5万元", "30000…50000 range 元"),
        ("10--5℃", "-5…10 range ℃"),
        ("0--5℃", "-5…0 range ℃"),
        ("零下5至5℃", "-5…5 range ℃"),
        ("零下8℃至2℃", "-8…2 range ℃"),
        ("每年减少500人", "-500 exact 人/年"),
        ("每吨下调300元", "-300 exact 元/吨"),
        ("同比增长12.5%", "12.5 exact %"),
        ("比上年下降9.2%", "-9.2 exact %"),
        ("降5.2%", "-5.2 exact %"),
        ("fell 5%", "-5 exact %"),
        ("up by 5%", "5 exact %"),
        ("2k/day", "2000 exact /day"),
        ("$3m a year", "3000000 exact $/year"),
        ("5 bln", "5000000000 exact "),
        ("过半数", "50 at-least %"),
        ("三五家", "3…5 range 家"),
        ("8000-1.2万元", "8000…12000 range 元"),
        ("65 years and older", "65 at-least years"),
        ("10 days at most", "10 at-most days"),
        ("12 deaths per 100,000", "12 exact deaths/100,000"),
        ("3次调整", "3 exact 次调整"),
        ("1.5×10⁶", "1500000 exact "),
        ("50m²", "50 exact m²"),
        ("60 W", "60 exact W"),
        ("10 s", "10 exact s"),
        ("10 lower-tier cities", "10 exact lower-tier cities"),
        ("1.2 million older people", "1200000 exact older people"),
        ("3 minimum wages", "3 exact minimum wages"),
        ("2m high school students", "2000000 exact high school students"),
        ("500家企业左右", "500 about 家企业"),
        ("200家企业以上", "200 at-least 家企业"),
        ("3000余顶", "3000 at-least 顶"),
        ("五六级", "5…6 range 级"),
        ("10公里²", "10 exact 公里²"),
    ] {
        assert_eq!(short(text), meant, "{text}");
    }
}
