//! What stands in brackets behind a heading: a unit, a period, a name or the mark of a footnote.

use crate::*;

#[test]
fn a_period_in_brackets_dates_its_column() {
    for (table, title, expected) in [
        (
            "City,Population (2020),Population (2010)\nA,5,4\nB,3,2\n",
            "Population",
            "A 2020 5|A 2010 4|B 2020 3|B 2010 2",
        ),
        ("城市,人口（万人，2023年）\n甲,5\n乙,6\n", "人口", "甲 2023 50000 人|乙 2023 60000 人"),
        ("城市,人口（2023年，单位：万人）\n甲,5\n乙,6\n", "人口", "甲 2023 50000 人|乙 2023 60000 人"),
        ("城市,人口（万人）（2023年）\n甲,5\n乙,6\n", "人口", "甲 2023 50000 人|乙 2023 60000 人"),
        ("城市,人口（2023年）（万人）\n甲,5\n乙,6\n", "人口", "甲 2023 50000 人|乙 2023 60000 人"),
        ("城市,人口/万人（2023年）\n甲,5\n乙,6\n", "人口", "甲 2023 50000 人|乙 2023 60000 人"),
        ("Town,\"Output (Mar 5, 2020)\"\nA,5\nB,6\n", "Output", "A 2020-03-05 5|B 2020-03-05 6"),
        (
            "Town,\"Output (10,000 tons, Q1 2020)\"\nA,5\nB,6\n",
            "Output",
            "A 2020Q1 50000 tons|B 2020Q1 60000 tons",
        ),
        ("Town,People (1850),People (1860)\nA,5,6\nB,7,8\n", "People", "A 1850 5|A 1860 6|B 1850 7|B 1860 8"),
        ("地区,数值（2010年）,数值（2011年）\n甲,5,6\n", "", "甲 2010 5|甲 2011 6"),
        (
            "月份,销量（2022年）,销量（2023年）\n1月,5,6\n2月,7,8\n",
            "销量",
            "1月 2022 5|1月 2023 6|2月 2022 7|2月 2023 8",
        ),
        // The group says what is dated where not all columns are.
        (
            "城市,人口（2010年）,人口（2020年）,增长（%）\n甲,5,6,20\n",
            "",
            "甲 人口 2010 5|甲 人口 2020 6|甲 增长 20 %",
        ),
        ("城市,收入（2020年）,支出（2020年）\n甲,5,6\n", "", "甲 收入 2020 5|甲 支出 2020 6"),
        ("地区,人口（2020年）,\n,男,女\n甲,5,6\n", "", "甲 人口 · 男 2020 5|甲 人口 · 女 2020 6"),
        // Above names it dates nothing.
        ("项目（2023年）,金额（元）\n甲,5\n乙,6\n", "金额", "甲 5 元|乙 6 元"),
    ] {
        let read = csv(table);
        assert_eq!((read.title.as_str(), rows(table).join("|").as_str()), (title, expected), "{table}");
        assert_eq!(read.left_out, 0, "{table}");
    }
}

#[test]
fn years_that_span_two_are_names_in_brackets_too() {
    let table = "Region,Spending (2009-10),Spending (2010-11)\nA,5,6\n";
    assert_eq!(rows(table), ["A Spending (2009-10) 5", "A Spending (2010-11) 6"]);
    let table = "Region,Spending (2016/17),Spending (2017/18)\nA,5,6\n";
    assert_eq!(rows(table), ["A Spending (2016/17) 5", "A Spending (2017/18) 6"]);
    for heading in ["Spending (2016/17)", "人口（2023年末）", "人口（2020–2023年）"] {
        let read = csv(&format!("Region,{heading}\nA,5\nB,6\n"));
        assert_eq!((read.title.as_str(), read.figures[0].unit.as_str()), (heading, ""));
    }
    assert_eq!(csv("地区,指数（2015=100）\n甲,105\n乙,104\n").figures[0].unit, "2015=100");
}

#[test]
fn brackets_that_tell_columns_of_one_name_apart_are_part_of_it() {
    for (table, expected) in [
        ("地区,人口（常住）,人口（户籍）\n甲,5,6\n", "甲 人口（常住） 5|甲 人口（户籍） 6"),
        ("年份,产值（预计）,产值（实际）\n2010,5,6\n", "产值（预计） 2010 5|产值（实际） 2010 6"),
        (
            "City,Population (male),Population (female)\nA,5,6\n",
            "A Population (male) 5|A Population (female) 6",
        ),
        ("School,Pupils (M),Pupils (F)\nA,5,6\n", "A Pupils (M) 5|A Pupils (F) 6"),
        ("地区,人口,人口（户籍）\n甲,5,6\n", "甲 人口 5|甲 人口（户籍） 6"),
        ("地区,产值（万元）,产值（预计）\n甲,5,6\n", "甲 产值 50000 元|甲 产值（预计） 6"),
        ("地区,数值（常住）,数值（户籍）\n甲,5,6\n", "甲 数值（常住） 5|甲 数值（户籍） 6"),
        (
            "地区,人口（万人，常住）,人口（万人，户籍）\n甲,5,6\n",
            "甲 人口（万人，常住） 50000 人|甲 人口（万人，户籍） 60000 人",
        ),
        (
            "地区,人口（万人）（常住）,人口（万人）（户籍）\n甲,5,6\n",
            "甲 人口（万人）（常住） 50000 人|甲 人口（万人）（户籍） 60000 人",
        ),
        (
            "地区,人口（常住）（万人）,人口（户籍）（万人）\n甲,5,6\n",
            "甲 人口（常住） 50000 人|甲 人口（户籍） 60000 人",
        ),
        (
            "地区,人口（常住）（2020年）,人口（户籍）（2020年）\n甲,5,6\n",
            "甲 人口 · 常住 2020 5|甲 人口 · 户籍 2020 6",
        ),
        (
            "地区,人口（2020年，常住）,人口（2020年，户籍）\n甲,5,6\n",
            "甲 人口 · 常住 2020 5|甲 人口 · 户籍 2020 6",
        ),
        (
            "地区,人口（常住）,,人口（户籍）,\n,男,女,男,女\n甲,1,2,3,4\n",
            "甲 人口 · 男 · 常住 1|甲 人口 · 女 · 常住 2|甲 人口 · 男 · 户籍 3|甲 人口 · 女 · 户籍 4",
        ),
        ("指标,数值,\n,数量（台）,金额（万元）\n甲,5,6\n", "甲 数量 5 台|甲 金额 60000 元"),
        ("地区,2011年（预计）,2011年（实际）\n甲,5,6\n", "甲 预计 2011 5|甲 实际 2011 6"),
        // The first column of a field stays it.
        ("名称（中文）,名称（英文）,数量\n甲,A,5\n乙,B,6\n", "甲 5|乙 6"),
        // Units go on being units, known or not.
        ("地区,产量（吨）,产量（%）\n甲,5,6\n", "甲 产量 5 吨|甲 产量 6 %"),
        ("地区,拥有量（台/百户）,单价（元/吨）\n甲,5,6\n", "甲 拥有量 5 台|甲 单价 6 元"),
        ("地区,存栏（头）,出栏（羽）\n甲,5,6\n", "甲 存栏 5 头|甲 出栏 6 羽"),
        ("地区,存栏（头）,存栏（%）\n甲,5,6\n", "甲 存栏 5 头|甲 存栏 6 %"),
        ("地区,温度（℃）,温度（℉）\n甲,5,6\n", "甲 温度 5 ℃|甲 温度 6 ℉"),
        ("Site,Dose (mg),Dose (mg/L)\nA,5,6\n", "A Dose 5 mg|A Dose 6 mg"),
        ("Site,Rate (per cow),Rate (per farm)\nA,5,6\n", "A Rate 5|A Rate 6"),
        (
            "年份,产值（现价，亿元）,产值（不变价，亿元）\n2010,5,6\n",
            "产值（现价，亿元） 2010 500000000 元|产值（不变价，亿元） 2010 600000000 元",
        ),
        ("地区,收入（含税）,支出（元）\n甲,5,6\n", "甲 收入 5 含税|甲 支出 6 元"),
        ("地区,存栏（头、只）\n甲,5\n乙,6\n", "甲 5 头、只|乙 6 头、只"),
    ] {
        assert_eq!(rows(table).join("|"), expected, "{table}");
    }
    // What is said beside a unit and tells nothing apart is a remark.
    let read = csv("地区,产值（亿元，当年价）\n甲,5\n乙,6\n");
    assert_eq!((read.figures[0].unit.as_str(), read.figures[0].note.as_str()), ("元", "当年价"));
}

#[test]
fn marks_of_footnotes_behind_a_heading_are_passed_over() {
    for mark in ["[2]", "[a]", " [b]", "[note 3]", "[注]", "[注 1]", "[1][2]", "*", "①", "†"] {
        let read = csv(&format!("City,Population{mark}\nA,5\nB,6\n"));
        assert_eq!((read.title.as_str(), read.figures[0].unit.as_str()), ("Population", ""), "{mark}");
        assert_eq!(rows(&format!("指标{mark},数值（人）{mark}\nA,5\n")), ["A 5 人"], "{mark}");
        assert_eq!(
            rows(&format!("指标,单位,2010年{mark},2011年{mark}\nA,人,5,6\n"))[1],
            "A 2011 6 人",
            "{mark}"
        );
    }
    assert_eq!(rows("City,Population[a],Density[b]\nA,5,6\n"), ["A Population 5", "A Density 6"]);
    assert_eq!(rows("地区,人口¹\n甲,5\n乙,6\n").len(), 2);
    assert_eq!(csv("地区,人口¹\n甲,5\n乙,6\n").title, "人口");
    // In such brackets a unit may stand, as before.
    for (heading, unit) in [
        ("Length[m]", "m"),
        ("Mass [g]", "g"),
        ("Temperature [K]", "K"),
        ("经费[万元]", "元"),
        ("面积/km²", "km²"),
    ] {
        assert_eq!(csv(&format!("City,{heading}\nA,5\nB,6\n")).figures[0].unit, unit, "{heading}");
    }
    assert_eq!(rows("School,Pupils (f)\nA,5\nB,6\n")[0], "A 5 f");
}
