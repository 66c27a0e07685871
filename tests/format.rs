//! Writing amounts: the short form at marks and the full one, in the languages that have words.

use proptest::prelude::*;
use tujie::figures::{Amount, Bound};
use tujie::format::{Written, compact, full, number};
use tujie::lang::Locale;
use tujie::quantity::parse;
use tujie::unit::canonical;

fn amount(value: f64, bound: Bound) -> Amount {
    Amount::bounded(value, bound)
}

fn near(value: f64) -> Amount {
    Amount { near: true, ..amount(value, Bound::About) }
}

fn zh() -> Locale {
    Locale::from_tag("zh-CN")
}

fn hant() -> Locale {
    Locale::from_tag("zh-Hant")
}

fn en() -> Locale {
    Locale::from_tag("en")
}

fn german() -> Locale {
    Locale { decimal: ',', group: Some('.'), ..Locale::from_tag("de") }
}

use Bound::{About, AtLeast, AtMost, Exact};

/// Amount, unit, compact and full form.
type Row = (Amount, &'static str, &'static str, &'static str);

fn check(locale: &Locale, rows: &[Row]) {
    for &(amount, unit, short, long) in rows {
        assert_eq!(compact(&amount, unit, locale).text(), short, "compact {amount:?} {unit}");
        assert_eq!(full(&amount, unit, locale), long, "full {amount:?} {unit}");
    }
}

#[test]
fn simplified_chinese_writes_amounts_as_newspapers_do() {
    check(
        &zh(),
        &[
            (amount(4e5, AtLeast), "元", "40余万元", "至少400,000元"),
            (amount(6e6, AtLeast), "元", "600余万元", "至少6,000,000元"),
            (amount(1.8e6, AtLeast), "元", "180余万元", "至少1,800,000元"),
            (amount(1e4, AtLeast), "张", "1万余张", "至少10,000张"),
            (amount(4.5e5, AtLeast), "人", "45万余人", "至少450,000人"),
            (amount(1.6e4, AtLeast), "人", "1.6万余人", "至少16,000人"),
            (amount(1e5, AtLeast), "", "10余万", "至少100,000"),
            (amount(3e8, AtLeast), "元", "3亿余元", "至少300,000,000元"),
            (amount(2e9, AtLeast), "元", "20余亿元", "至少2,000,000,000元"),
            (amount(2000.0, AtLeast), "人", "2000余人", "至少2,000人"),
            (amount(100.0, AtLeast), "辆次", "100余辆次", "至少100辆次"),
            (amount(10.0, AtLeast), "场次", "10余场次", "至少10场次"),
            (amount(853.0, AtLeast), "个", "853个以上", "至少853个"),
            (amount(3.5, AtLeast), "倍", "3.5倍以上", "至少3.5倍"),
            (amount(5e4, Exact), "份", "5万份", "50,000份"),
            (amount(93.0, Exact), "幅", "93幅", "93幅"),
            (amount(2356.0, Exact), "人", "2356人", "2,356人"),
            (amount(7e5, Exact), "只", "70万只", "700,000只"),
            (amount(853.0, Exact), "个", "853个", "853个"),
            (amount(12345.0, Exact), "元", "12345元", "12,345元"),
            (amount(12_300.0, Exact), "元", "1.23万元", "12,300元"),
            (amount(18_322.0, AtLeast), "例", "18322例以上", "至少18,322例"),
            (amount(4.2619e12, Exact), "千瓦时", "42619亿千瓦时", "4,261,900,000,000千瓦时"),
            (amount(1.32394e12, Exact), "斤", "13239亿斤", "1,323,940,000,000斤"),
            (amount(2.72e12, Exact), "元", "2.72万亿元", "2,720,000,000,000元"),
            (amount(123_456.0, Exact), "元", "12.35万元", "123,456元"),
            (amount(123_456.0, AtLeast), "元", "12.34万余元", "至少123,456元"),
            (amount(123_456.0, AtMost), "元", "不超过12.35万元", "不超过123,456元"),
            (amount(99_999_999.0, Exact), "", "1亿", "99,999,999"),
            (amount(1.2e12, Exact), "元", "1.2万亿元", "1,200,000,000,000元"),
            (amount(98.0, AtLeast), "%", "98%以上", "至少98%"),
            (amount(100.0, Exact), "%", "100%", "100%"),
            (near(30.0), "%", "近30%", "近30%"),
            (amount(30.0, About), "%", "约30%", "约30%"),
            (amount(40.0, AtMost), "人", "不超过40人", "不超过40人"),
            (amount(2.0, AtLeast), "百分点", "2个百分点以上", "至少2个百分点"),
            (amount(-5.0, AtLeast), "℃", "至少−5℃", "至少−5℃"),
            (amount(-12_000.0, Exact), "元", "−1.2万元", "−12,000元"),
            (amount(5e5, AtLeast), "$", "$50余万", "至少$500,000"),
            (amount(5e5, Exact), "km", "50万 km", "500,000 km"),
            (Amount::range(3e4, 5e4), "元", "3–5万元", "30,000至50,000元"),
            (Amount::range(8e3, 1.2e4), "元", "8000–12000元", "8,000至12,000元"),
            (Amount::range(5e7, 1.2e8), "元", "5000万–1.2亿元", "50,000,000至120,000,000元"),
            (Amount::range(0.0, 5e4), "元", "0–5万元", "0至50,000元"),
            (Amount::range(3.0, 5.0), "%", "3–5%", "3%至5%"),
            (Amount::range(-5.0, -3.0), "℃", "−5至−3℃", "−5℃至−3℃"),
            (amount(0.0, Exact), "人", "0人", "0人"),
            (amount(1e308, AtLeast), "元", "1×10³⁰⁸元以上", "至少1×10³⁰⁸元"),
            (amount(1.0 / 3.0, Exact), "", "0.3333", "0.3333"),
        ],
    );
}

#[test]
fn traditional_chinese_has_its_own_characters() {
    check(
        &hant(),
        &[
            (amount(4e5, AtLeast), "元", "40餘萬元", "至少400,000元"),
            (amount(1e4, AtLeast), "張", "1萬餘張", "至少10,000張"),
            (amount(3e8, Exact), "元", "3億元", "300,000,000元"),
            (amount(1.2e12, Exact), "元", "1.2萬億元", "1,200,000,000,000元"),
            (amount(500.0, About), "戶", "約500戶", "約500戶"),
            (amount(40.0, AtMost), "人", "不超過40人", "不超過40人"),
            (amount(2.0, Exact), "百分點", "2個百分點", "2個百分點"),
            (Amount::range(3e4, 5e4), "元", "3–5萬元", "30,000至50,000元"),
        ],
    );
}

#[test]
fn english_puts_a_plus_at_marks_and_words_in_full() {
    check(
        &en(),
        &[
            (amount(4e5, AtLeast), "yuan", "400,000+ yuan", "at least 400,000 yuan"),
            (amount(2000.0, AtLeast), "people", "2,000+ people", "at least 2,000 people"),
            (amount(6e6, AtLeast), "yuan", "6M+ yuan", "at least 6,000,000 yuan"),
            (amount(1.5e9, Exact), "yuan", "1.5B yuan", "1,500,000,000 yuan"),
            (amount(1_234_567.0, Exact), "", "1.235M", "1,234,567"),
            (amount(123_456.0, Exact), "people", "123,456 people", "123,456 people"),
            (amount(1_234_567.0, AtLeast), "", "1.234M+", "at least 1,234,567"),
            (amount(98.0, AtLeast), "%", "98%+", "at least 98%"),
            (amount(30.0, About), "%", "about 30%", "about 30%"),
            (near(30.0), "%", "nearly 30%", "nearly 30%"),
            (amount(40.0, AtMost), "households", "up to 40 households", "at most 40 households"),
            (amount(6e6, AtLeast), "$", "$6M+", "at least $6,000,000"),
            (amount(-5.0, Exact), "$", "−$5", "−$5"),
            (amount(12.5, Exact), "$", "$12.50", "$12.50"),
            (amount(0.5, About), "£", "about £0.50", "about £0.50"),
            (amount(3.529, Exact), "$", "$3.529", "$3.529"),
            (amount(1.5e6, Exact), "$", "$1.5M", "$1,500,000"),
            (Amount::range(2.5, 3.0), "$", "$2.50–3", "$2.50 to $3"),
            (amount(500.0, Exact), "Rs", "Rs 500", "Rs 500"),
            (amount(4e5, AtLeast), "元", "400,000+元", "at least 400,000元"),
            (Amount::range(3e6, 5e6), "yuan", "3–5M yuan", "3,000,000 to 5,000,000 yuan"),
            (Amount::range(8e5, 3e6), "yuan", "800,000–3,000,000 yuan", "800,000 to 3,000,000 yuan"),
            (Amount::range(3.0, 5.0), "$", "$3–5", "$3 to $5"),
            (Amount::range(-5.0, 3.0), "%", "−5 to 3%", "−5% to 3%"),
            (amount(-3.0, AtLeast), "", "at least −3", "at least −3"),
            (amount(1e308, Exact), "", "1×10³⁰⁸", "1×10³⁰⁸"),
            (amount(1.5e-9, Exact), "g", "1.5×10⁻⁹ g", "1.5×10⁻⁹ g"),
        ],
    );
}

#[test]
fn english_counts_one_in_the_singular() {
    let rows: &[Row] = &[
        (amount(1.0, Exact), "people", "1 person", "1 person"),
        (amount(1.0, About), "people", "about 1 person", "about 1 person"),
        (amount(1.0, AtMost), "copies", "up to 1 copy", "at most 1 copy"),
        (amount(1.0, AtLeast), "boxes", "1+ boxes", "at least 1 box"),
        (amount(-1.0, Exact), "percentage points", "−1 percentage point", "−1 percentage point"),
        (amount(1.0, Exact), "person-times", "1 person-time", "1 person-time"),
        (Amount::range(1.0, 2.0), "sheets", "1–2 sheets", "1 to 2 sheets"),
        (amount(2.0, Exact), "people", "2 people", "2 people"),
        (amount(0.0, Exact), "people", "0 people", "0 people"),
        (amount(1.0, Exact), "km", "1 km", "1 km"),
        (amount(1.0, Exact), "Mbps", "1 Mbps", "1 Mbps"),
        (amount(1.0, Exact), "wishes", "1 wish", "1 wish"),
        (amount(1.0, Exact), "classes", "1 class", "1 class"),
        (amount(1.0, Exact), "yuan", "1 yuan", "1 yuan"),
        (amount(1.0, Exact), "gas", "1 gas", "1 gas"),
        (amount(1.0, Exact), "series", "1 series", "1 series"),
        (amount(1.0, Exact), "mbps", "1 mbps", "1 mbps"),
        (amount(1.0, Exact), "days", "1 day", "1 day"),
    ];
    check(&en(), rows);
}

#[test]
fn other_locales_keep_their_marks_for_numbers() {
    check(
        &german(),
        &[
            (amount(400_000.5, AtLeast), "", "400.000+", "at least 400.000,5"),
            (amount(3.5, Exact), "%", "3,5%", "3,5%"),
            (amount(1.5e6, Exact), "€", "€1,5M", "€1.500.000"),
            (amount(1.5e20, Exact), "", "1,5×10²⁰", "1,5×10²⁰"),
        ],
    );
}

#[test]
fn plurals_of_other_languages_are_left_as_they_are() {
    let french = Locale::from_tag("fr");
    assert_eq!(compact(&amount(1.0, Exact), "mois", &french).text(), "1 mois");
}

#[test]
fn digits_are_grouped_as_the_locale_does() {
    let spanish = Locale { grouped_from: 5, ..german() };
    assert_eq!(number(1234.5, &spanish, true), "1234,5");
    assert_eq!(number(12_345.0, &spanish, true), "12.345");
    let indian = Locale { step: 2, ..en() };
    assert_eq!(number(1_234_567.8, &indian, true), "12,34,567.8");
    assert_eq!(number(123.0, &indian, true), "123");
}

#[test]
fn a_locale_without_groups_writes_none() {
    let plain = Locale { group: None, ..en() };
    assert_eq!(full(&amount(400_000.0, Exact), "", &plain), "400000");
}

#[test]
fn the_number_stands_apart_from_what_surrounds_it() {
    let parts = |amount: Amount, unit: &str, locale: Locale| {
        let Written { before, number, after } = compact(&amount, unit, &locale);
        (before, number, after)
    };
    let text = |(before, number, after): (&str, &str, &str)| {
        (before.to_string(), number.to_string(), after.to_string())
    };
    assert_eq!(parts(amount(4e5, AtLeast), "元", zh()), text(("", "40", "余万元")));
    assert_eq!(parts(amount(95.0, AtLeast), "%", zh()), text(("", "95", "%以上")));
    assert_eq!(parts(Amount::range(3e4, 5e4), "元", zh()), text(("", "3–5", "万元")));
    assert_eq!(parts(amount(4e5, AtLeast), "yuan", en()), text(("", "400,000", "+ yuan")));
    assert_eq!(parts(near(-3e6), "$", en()), text(("nearly −$", "3", "M")));
}

#[test]
fn numbers_carry_no_binary_noise() {
    assert_eq!(number(0.1 + 0.2, &en(), true), "0.3");
    assert_eq!(number(1.0 - 0.9, &en(), true), "0.1");
    assert_eq!(number(-1234.5, &en(), true), "−1,234.5");
    assert_eq!(number(1234.5, &en(), false), "1234.5");
    assert_eq!(number(999_999_999_999_999.0, &en(), false), "999999999999999");
    assert_eq!(number(1e15, &en(), true), "1×10¹⁵");
    assert_eq!(number(0.00001, &en(), true), "0.00001");
    assert_eq!(number(0.0, &en(), true), "0");
    assert_eq!(number(-0.0, &en(), true), "0");
    assert_eq!(number(f64::MIN_POSITIVE / 4.0, &en(), true).chars().last(), Some('⁹'));
    assert_eq!(number(f64::MAX, &en(), true), "1.79769313486232×10³⁰⁸");
    assert_eq!(number(f64::NAN, &en(), true), "—");
}

/// The units that the round trip is tried with; those of a language's own and some of no language.
const UNITS: &[&str] = &["", "%", "$", "€", "人", "元", "辆次", "km", "people"];

fn any_amount() -> impl Strategy<Value = Amount> {
    let digits = (1u32..=99_999, -3i32..=11).prop_map(|(digits, power)| {
        // Few digits, so that the short form rounds nothing.
        if power < 0 { f64::from(digits) / 10f64.powi(-power) } else { f64::from(digits) * 10f64.powi(power) }
    });
    (digits.clone(), digits, 0..7, any::<bool>()).prop_map(|(one, two, kind, negative)| {
        let one = if negative { -one } else { one };
        match kind {
            0 => Amount::exact(one),
            1 => amount(one, AtLeast),
            2 => amount(one, AtMost),
            3 => amount(one, About),
            4 => near(one),
            5 => Amount { near: true, ..amount(one, AtMost) },
            _ => Amount::range(one.abs().min(two), one.abs().max(two) * 2.0),
        }
    })
}

#[test]
fn a_percentage_stands_apart_from_its_sign_where_the_language_parts_them() {
    let german = Locale { decimal: ',', parts_percent: true, ..en() };
    assert_eq!(compact(&Amount::exact(12.5), "%", &german).text(), "12,5\u{a0}%");
    assert_eq!(full(&Amount::exact(12.5), "%", &german), "12,5\u{a0}%");
}

#[test]
fn below_is_not_at_most() {
    let below = |value: f64| Amount { near: true, ..amount(value, AtMost) };
    assert_eq!(compact(&below(5.0), "例", &zh()).text(), "不足5例");
    assert_eq!(full(&below(5.0), "例", &hant()), "不足5例");
    assert_eq!(compact(&below(40_000.0), "days", &en()).text(), "under 40,000 days");
}

#[test]
fn a_currency_stands_before_the_number_of_a_rate() {
    assert_eq!(compact(&Amount::exact(12.21), "£ per hour", &en()).text(), "£12.21 per hour");
    assert_eq!(full(&Amount::exact(-5.0), "$/人", &zh()), "\u{2212}$5/人");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_full_writes_is_read_back(amount in any_amount(), unit in 0..UNITS.len(), language in 0..3usize) {
        let locale = [zh(), hant(), en()][language];
        let text = full(&amount, UNITS[unit], &locale);
        let read = parse(&text);
        prop_assert_eq!(read.as_ref().map(|read| read.amount), Some(amount), "{}", text);
        prop_assert_eq!(read.map(|read| read.unit), Some(UNITS[unit].to_string()), "{}", text);
    }

    #[test]
    fn what_compact_writes_is_read_back(amount in any_amount(), unit in 0..UNITS.len(), language in 0..3usize) {
        let locale = [zh(), hant(), en()][language];
        let text = compact(&amount, UNITS[unit], &locale).text();
        let read = parse(&text).map(|read| (read.amount.value, read.amount.bound, read.amount.near));
        prop_assert!(read.is_some(), "{} of {:?}", text, amount);
        let (value, bound, is_near) = read.unwrap();
        prop_assert_eq!((bound, is_near), (amount.bound, amount.near), "{}", text);
        prop_assert!((value - amount.value).abs() <= amount.value.abs() * 1e-3, "{}", text);
    }

    #[test]
    fn a_rounded_bound_stays_true(value in 1.0f64..1e14) {
        for locale in [zh(), en()] {
            let low = parse(&compact(&amount(value, AtLeast), "", &locale).text()).unwrap().amount;
            prop_assert!(low.value <= value);
            let high = parse(&compact(&amount(value, AtMost), "", &locale).text()).unwrap().amount;
            prop_assert!(high.value >= value * (1.0 - 1e-15));
        }
    }

    #[test]
    fn numbers_are_read_back_to_fifteen_digits(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
        let text = number(value, &en(), true);
        let read = parse(&text).map(|read| read.amount.value);
        prop_assert!(read.is_some_and(|read| (read - value).abs() <= value.abs() * 1e-14 + 1e-320), "{} {:?}", text, read);
    }
}

#[test]
fn units_that_are_one_compare_equal_after_a_round_trip() {
    let read = parse(&full(&amount(5.0, Exact), "元", &zh())).map(|read| read.unit);
    assert_eq!(read.as_deref().map(canonical), Some(canonical("yuan")));
}

#[test]
fn a_rate_without_a_unit_stands_at_its_number() {
    let figures = tujie::input::from_csv("label,value,per\n甲,至少5,村\n").unwrap();
    let full = |locale| tujie::reader::Reader { figures: &figures, locale }.full(&figures.figures[0]);
    assert_eq!(full(zh()), "至少5/村");
    assert_eq!(full(en()), "at least 5 per 村");
}

#[test]
fn the_end_of_a_range_without_a_scale_has_all_its_digits() {
    let written = |low: f64, high: f64, tag: &str| {
        let amount = Amount { value: low, high, bound: Bound::Range, near: false };
        compact(&amount, "元", &Locale::from_tag(tag)).text()
    };
    assert_eq!(written(99_990.0, 100_010.0, "zh"), "99990–100010元");
    assert_eq!(written(5.0, 1_234_567.0, "zh"), "5–1234567元");
}
