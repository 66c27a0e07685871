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
        // Beside periods, they stay behind the name.
        (
            "时间,产量\n2023年1—2月,1\n2023年3月,2\n2023年4月,3\n",
            "产量 2023年1—2月 1|产量 2023-03 2|产量 2023-04 3",
        ),
        ("年份,产量\n2022,1\n2023,2\n2024年上半年,3\n", "产量 2022 1|产量 2023 2|产量 2024年上半年 3"),
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

#[test]
fn numbers_like_years_are_values_where_no_heading_dates_them() {
    for (table, expected) in [
        ("城市,日照时间（小时）\n北京,1998\n上海,1913\n", "北京 1998 小时|上海 1913 小时"),
        ("Country,Hours worked per year\nKorea,1901\nUSA,1911\n", "Korea 1901|USA 1911"),
        ("项目,上年度,本年度\n甲,1950,2011\n", "甲 上年度 1950|甲 本年度 2011"),
        (
            "公司,成立年份,员工\n甲,1999,5\n乙,2001,6\n",
            "甲 成立年份 1999|甲 员工 5|乙 成立年份 2001|乙 员工 6",
        ),
        ("Event,2000,3000,5000\nA,1,2,3\n", "A 2000 1|A 3000 2|A 5000 3"),
    ] {
        assert_eq!(rows(table).join("|"), expected, "{table}");
    }
}

#[test]
fn periods_stay_beside_headings_that_compare_or_sum_them() {
    for heading in
        ["2023年比2022年", "2023年比上年", "2023年增长幅度", "2023年PM10", "2021-2025年", "2023年1-9月"]
    {
        let read = rows(&format!("指标,2022年,2023年,{heading}\n甲,1,2,3\n"));
        assert_eq!(read[..2], ["甲 2022 1", "甲 2023 2"], "{heading}");
    }
    // Months, though each happens to be that of a next year, and a year beside a name.
    assert_eq!(rows("日期,产量\n2010-11,1\n2011-12,2\n2012-01,3\n")[0], "产量 2010-11 1");
    assert_eq!(rows("指标,2009-10,2010-10,2010-11\n甲,1,2,3\n")[0], "甲 2009-10 1");
    assert!(rows("Candidate,2016,2020,May,Johnson\nA,1,2,3,4\n")[2].contains("May"));
    for (heading, unit) in [("2023年装机（GWp）", "GWp"), ("2023年客运（辆次）", "辆次")] {
        assert_eq!(csv(&format!("国家,{heading}\n甲,600\n")).figures[0].unit, unit);
    }
}

#[test]
fn only_what_is_merged_goes_on_below() {
    for (table, last) in [
        ("Year,Host city,Athletes\n2008,Beijing,1\n2012,London,2\n,Total,3\n", "Total 3"),
        ("年份,指标,数值\n2022,甲,1\n,乙,2\n2023,甲,3\n,乙,4\n,合计,10\n", "合计 10"),
        ("年份,项目,数值\n2010,出口,1\n2011,进口,2\n,其他,3\n", "其他 3"),
        ("年份,月份,产量\n2011,1月,1\n,2月,2\n2011,3月,3\n,4月,4\n", "4月 4"),
    ] {
        assert_eq!(rows(table).last().map(String::as_str), Some(last), "{table}");
    }
}

#[test]
fn texts_in_a_column_of_dates_name_nothing_that_has_a_name() {
    // Hours name the rows, as no period has them.
    assert_eq!(rows("Time,Visitors\n2011-03-05 08:00,5\n2011-03-05 09:00,6\n")[0], "2011-03-05 08:00 5");
    // A day without its year is refused where something else is named.
    assert!(csv_error("赛事,日期,观众\n揭幕战,3月5日,5000\n决赛,4月8日,7000\n").contains("not a period"));
    assert_eq!(rows("公司,报告期,营收\n甲,三季报,100\n乙,三季报,90\n"), ["甲 100", "乙 90"]);
    // Two measures of each month stay two.
    let cells = [
        ["月份", "2010年", "2010年", "2011年", "2011年"],
        ["", "出口", "进口", "出口", "进口"],
        ["1月", "1", "2", "3", "4"],
        ["2月", "5", "6", "7", "8"],
    ];
    let read =
        tujie::input::from_rows(&cells.map(|row| row.map(String::from).to_vec()), "row", "进出口").unwrap();
    assert_eq!(points(&read)[..2], ["1月|出口|2010|1", "1月|进口|2010|2"]);
    // A remark behind the year gives way to one that is written down.
    assert_eq!(
        csv("备注,年份,指标,数值\n普查数,2011*,人口,6\n抽样,2012（预测）,人口,7\n").figures[1].note,
        "抽样"
    );
}

#[test]
fn months_and_quarters_of_years_are_one_series_whichever_stand_in_the_header() {
    let quarters = "数值 2022Q1 1|数值 2022Q2 2|数值 2023Q1 3|数值 2023Q2 4";
    for (table, expected) in [
        ("年份,一季度,二季度\n2022,1,2\n2023,3,4\n", quarters),
        ("年度,Q1,Q2\n2022年,1,2\n2023年,3,4\n", quarters),
        ("季度,2022年,2023年\n一季度,1,3\n二季度,2,4\n", quarters),
        ("月份,2010,2011\n1月,5,6\n", "数值 2010-01 5|数值 2011-01 6"),
        (
            "Year,Jan,Feb\n2022,1,2\n2023,3,4\n",
            "Value 2022-01 1|Value 2022-02 2|Value 2023-01 3|Value 2023-02 4",
        ),
        ("销量（台）\n年份,1月,2月\n2022,1,2\n", "销量 2022-01 1 台|销量 2022-02 2 台"),
        (
            "地区,年份,1月,2月\n东,2022,1,2\n西,2022,3,4\n",
            "东 2022-01 1|东 2022-02 2|西 2022-01 3|西 2022-02 4",
        ),
        // With the sum beside them, they are columns like others.
        ("年份,1月,2月,合计\n2022,1,2,3\n", "1月 2022 1|2月 2022 2|合计 2022 3"),
        // Numbers alone may count anything.
        ("年份,1,2\n2022,5,6\n", "1 2022 5|2 2022 6"),
    ] {
        let mut read = rows(table);
        read.sort();
        assert_eq!(read.join("|"), expected, "{table}");
    }
}
