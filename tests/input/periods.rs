//! Periods of figures, and headings that are periods.

use crate::*;
use tujie::input::period::parse;

#[test]
fn every_fourth_century_has_a_leap_day() {
    assert!(parse("2000-02-29").is_some() && parse("1900-02-29").is_none());
    assert_eq!(parse("\u{3000}2011\t"), parse("2011"));
}

#[test]
fn no_day_beyond_the_calendar() {
    for text in ["2011-03-32", "2012-02-30", "2011-13-05", "2011-00-05", "2100-02-29", "0999", "999年"] {
        assert_eq!(parse(text), None, "{text}");
    }
    for text in ["1000", "2011-03-31", "2400-02-29", "2012-02-29", "2011-01-31"] {
        assert!(parse(text).is_some(), "{text}");
    }
    for (year, left_out) in [("2011", 0), ("1000", 0), ("9999", 0), ("999", 1), ("10000", 1), ("2011.5", 1)] {
        let read = native::json::from_json(&format!(
            r#"{{"figures":[{{"label":"a","value":1}},{{"label":"b","value":1,"year":{year}}}]}}"#
        ))
        .unwrap();
        assert_eq!(read.left_out, left_out, "{year}");
    }
    // A number of four digits is a year only in our age, and is one with its sign at any time.
    let years = |heading: &str| {
        input::from_csv(&format!("地区,{heading}\n甲,5,6\n乙,7,8\n"))
            .map(|read| read.figures[0].year.is_some())
            .unwrap_or(false)
    };
    for (heading, is_year) in [
        ("1899,1898", false),
        ("1900,1901", true),
        ("2099,2098", true),
        ("2100,2101", false),
        ("1850年,1860年", true),
    ] {
        assert_eq!(years(heading), is_year, "{heading}");
    }
}

#[test]
fn spans_of_time_are_names_and_no_months() {
    // All next to each other, or one that no year has: 2013-14, 2010-15.
    for (table, expected) in [
        (
            "Year,Pupils\n2009-10,1\n2010-11,2\n2012-13,3\n2013-14p,4\n",
            "2009-10 1|2010-11 2|2012-13 3|2013-14p 4",
        ),
        ("Period,Growth\n2000-05,1\n2005-10,2\n2010-15,3\n", "2000-05 1|2005-10 2|2010-15 3"),
        ("School year,Pupils\n2009-10,1\n2010-11,2\n2011/12,3\n", "2009-10 1|2010-11 2|2011/12 3"),
        ("时间,数值\n2022年上半年,1\n2023年上半年,2\n", "2022年上半年 1|2023年上半年 2"),
        (
            "项目,时间,数值\n出口,2022年上半年,1\n出口,2023年上半年,2\n",
            "2022年上半年 出口 1|2023年上半年 出口 2",
        ),
        ("Item,Year,Value\nBoys,2020/21,1\nGirls,2020/21,2\n", "2020/21 Boys 1|2020/21 Girls 2"),
        ("Region,2011-12,2012-13\nNorth,1,2\n", "North 2011-12 1|North 2012-13 2"),
        ("指标,2021年,2023年上半年\n营收,1,2\n", "营收 2021年 1|营收 2023年上半年 2"),
        (
            "指标,2023年,2024年1-6月\n营收（亿元）,1,2\n",
            "营收 2023年 100000000 元|营收 2024年1-6月 200000000 元",
        ),
    ] {
        assert_eq!(rows(table).join("|"), expected, "{table}");
    }
    // Months stay months, whatever one of them ends with, and so does what is compared with another year.
    assert_eq!(
        rows("月份,数值\n2009-09,1\n2009-10,2\n2009-11,3\n").join("|"),
        "数值 2009-09 1|数值 2009-10 2|数值 2009-11 3"
    );
    assert_eq!(
        rows("指标,2010年,2011年,2011年比2010年增长（%）\n甲,1,2,100\n")[..2],
        ["甲 2010 1", "甲 2011 2"]
    );
}

#[test]
fn a_remark_behind_a_span_of_time_is_no_unit() {
    for heading in
        ["2023年1-11月（快报）", "2022/23 (provisional)", "FY2023 (est.)", "2023年上半年（初步核算）"]
    {
        let read = csv(&format!("指标,{heading},其他\n营收（亿元）,114.6,1\n"));
        let figure = &read.figures[0];
        assert_eq!(
            (figure.unit.as_str(), figure.amount.map(|amount| amount.value)),
            ("元", Some(1.146e10)),
            "{heading}"
        );
        assert!(heading.contains(&figure.note) && !figure.note.is_empty(), "{heading}: {}", figure.note);
    }
}

#[test]
fn a_year_may_have_marks_and_remarks_behind_it() {
    for (cell, note) in [
        ("2021*", ""),
        ("2021①", ""),
        ("2021[1]", ""),
        ("2021r", "2021r"),
        ("2024E", "2024E"),
        ("2025年（预测）", "预测"),
        ("2025年预测", "2025年预测"),
    ] {
        let read = csv(&format!("年份,数值\n2019,1\n{cell},2\n2020{},3\n", &cell[4..]));
        assert_eq!(values(&read), [Some(1.0), Some(2.0), Some(3.0)], "{cell}");
        let figure = &read.figures[1];
        assert_eq!(figure.year.map(|year| year.to_string()).as_deref(), Some(&cell[..4]), "{cell}");
        assert_eq!(figure.note, note, "{cell}");
    }
}

#[test]
fn a_column_of_periods_dates_the_figures_wherever_it_stands() {
    for heading in ["报告期", "统计年份", "Year ended", "Census year"] {
        let table = format!("公司,{heading},营收\n甲,2021,1\n甲,2022,2\n乙,2021,3\n乙,2022,4\n");
        assert_eq!(rows(&table).join("|"), "甲 2021 1|甲 2022 2|乙 2021 3|乙 2022 4", "{heading}");
    }
    assert_eq!(rows("公司,截至,营收\n甲,2021Q1,1\n甲,2021Q2,2\n").join("|"), "甲 2021Q1 1|甲 2021Q2 2");
    // When a bridge was opened is one of its measures.
    assert_eq!(rows("桥,通车,长度（米）\n甲,1981,2220\n乙,1964,2512\n")[0], "甲 通车 1981");
}

#[test]
fn merged_years_stand_once() {
    let read = rows("年份,季度,数值\n2022,一季度,1\n,二季度,2\n2023,一季度,3\n,二季度,4\n");
    assert_eq!(read.join("|"), "数值 2022Q1 1|数值 2022Q2 2|数值 2023Q1 3|数值 2023Q2 4");
    assert_eq!(
        rows("年份,指标,数值\n2022,甲,1\n,乙,2\n2023,甲,3\n,乙,4\n").join("|"),
        "甲 2022 1|乙 2022 2|甲 2023 3|乙 2023 4"
    );
    // Where each row has its own, an empty cell is no period.
    assert_eq!(rows("年份,指标,数值\n2022,甲,1\n2022,乙,2\n,甲,3\n").join("|"), "甲 2022 1|乙 2022 2|甲 3");
}

#[test]
fn months_and_quarters_may_stand_below_their_years_or_behind_the_first() {
    for table in [
        "地区,2023年,2023年,2024年\n地区,11月,12月,1月\n甲,1,2,3\n",
        "地区,2023年,,2024年\n,11月,12月,1月\n甲,1,2,3\n",
        "Area,2023,,2024\n,Nov,Dec,Jan\n甲,1,2,3\n",
    ] {
        assert_eq!(rows(table).join("|"), "甲 2023-11 1|甲 2023-12 2|甲 2024-01 3", "{table}");
    }
    assert_eq!(rows("Area,2023,,\n,Q1,Q2,Q3\n甲,1,2,3\n").join("|"), "甲 2023Q1 1|甲 2023Q2 2|甲 2023Q3 3");
    assert_eq!(
        rows("指标,2023年10月,11月,12月\n甲,1,2,3\n").join("|"),
        "甲 2023-10 1|甲 2023-11 2|甲 2023-12 3"
    );
    // January would be that of another year.
    assert_eq!(rows("指标,2023年12月,1月\n甲,1,2\n")[0], "甲 2023-12 1");
    // Months under a title, years beside them.
    let table = [["月份", "2022年", "2023年"], ["1月", "1", "2"], ["2月", "3", "4"]]
        .map(|row| row.map(String::from).to_vec());
    let read = tujie::input::from_rows(&table, "row", "居民消费价格涨幅（%）").unwrap();
    assert_eq!(
        points(&read),
        [
            "居民消费价格涨幅||2022-01|1%",
            "居民消费价格涨幅||2023-01|2%",
            "居民消费价格涨幅||2022-02|3%",
            "居民消费价格涨幅||2023-02|4%"
        ]
    );
}

#[test]
fn beside_years_of_our_age_four_digits_are_one_of_another() {
    assert_eq!(rows("Country,1820,1913,2100\nUK,1,2,3\n").join("|"), "UK 1820 1|UK 1913 2|UK 2100 3");
    assert_eq!(rows("指标,2022 年,2023 年\n甲,1,2\n").join("|"), "甲 2022 1|甲 2023 2");
}

#[test]
fn the_first_days_of_months_stand_for_them() {
    assert_eq!(
        rows("DATE,CPI\n2023-01-01,1\n2023-02-01,2\n2023-03-01,3\n").join("|"),
        "CPI 2023-01 1|CPI 2023-02 2|CPI 2023-03 3"
    );
    // Two may be any days, and one that is another day shows that all are.
    assert_eq!(rows("DATE,CPI\n2023-01-01,1\n2023-02-01,2\n")[0], "CPI 2023-01-01 1");
    assert_eq!(
        rows("DATE,CPI\n2023-01-01,1\n2023-02-01,2\n2023-03-01,3\n2023-03-02,3\n")[0],
        "CPI 2023-01-01 1"
    );
}
