//! What each column of a table is for.

use crate::*;

#[test]
fn a_column_is_what_its_cells_and_its_heading_make_of_it() {
    for (table, expected) in [
        ("地区,人数\n甲,1980\n乙,2010\n", "甲 1980|乙 2010"),
        ("年份,户数\n2009,2001\n2010,1998\n", "户数 2009 2001|户数 2010 1998"),
        ("A,B\n3,20\n9,25\n10,22\n", "no column names"),
        ("A,B\n3,20\n2,25\n1,22\n", "no column names"),
        ("A,B\n1,20\n2,25\n", "no column names"),
        ("A,B\n5,20\n5,25\n5,22\n", "no column names"),
        ("A,B\n0-4,20\nx,25\n-5,22\n", "no column names"),
        (
            "类别,省份,城市,人口\nx,江苏,南京,950\ny,江苏,苏州,1290\nx,浙江,杭州,1237\n",
            "南京 x 950|苏州 y 1290|杭州 x 1237",
        ),
        ("单位,2010,2011\n万元,3,4\n人,5,6\n", "no column names"),
        ("单位,事故起数\n甲矿,2起\n甲矿,3起\n乙矿,3起\n", "no column names"),
        ("单位,事故起数\n人,2\n乙矿,3\n", "no column names"),
        ("Year,Staff\n2009-10,5\n", "Staff 2009-10 5"),
        ("Year,Staff\n2009-10,5\n2010-12,6\n", "Staff 2009-10 5|Staff 2010-12 6"),
        ("省份,城市,人口\n江苏,新区,950\n江苏,新区,1290\n浙江,新区,1237\n", "江苏 950|江苏 1290|浙江 1237"),
        ("城市,备用名,人口\n甲,a,950\n甲,,1290\n乙,c,1237\n", "甲 950|甲 1290|乙 1237"),
        (
            "年份,类别,男,女\n2010,基层,5,6\n2010,机关,7,8\n",
            "男 基层 2010 5|女 基层 2010 6|男 机关 2010 7|女 机关 2010 8",
        ),
        ("类别,数量\n3,300\n4,20\n", "no column names"),
        (",人数,户数\n1,5,6\n2,7,8\n", "no column names"),
        ("公司,营收,同比\n甲,120,扭亏\n乙,80,5%\n丙,90,停产\n", "甲 120|乙 80|丙 90"),
        ("指标,数量（台）,金额\n甲,12,5\n", "甲 12 台"),
        ("指标,收入（万元）\n甲,暂缓\n乙,18\n", "乙 180000 元"),
        ("产品（吨）,产量\n甲,12\n乙,18\n", "甲 12 吨|乙 18 吨"),
    ] {
        let found = input::from_csv(table).map_or_else(|error| error.to_string(), |_| rows(table).join("|"));
        if expected.starts_with("no ") {
            assert!(found.contains(expected), "{table}: {found}");
        } else {
            assert_eq!(found, expected, "{table}");
        }
    }
}

#[test]
fn words_behind_a_heading_are_units_only_where_they_are_known() {
    for (table, expected) in [
        ("地区,城镇 居民,农村 居民\n甲,5,6\n", "甲 城镇 居民 5|甲 农村 居民 6"),
        ("Plant,Turnover $m,Staff\nA,5,6\n", "A Turnover 5000000 $|A Staff 6"),
        ("地区,走访 户,人数\n甲,5,6\n", "甲 走访 5 户|甲 人数 6"),
        ("地区,Vitamin m,Vitamin t\n甲,5,6\n", "甲 Vitamin m 5|甲 Vitamin t 6"),
        ("地区,收入（万元）合计,支出)\n甲,5,6\n", "甲 收入（万元）合计 5|甲 支出) 6"),
    ] {
        assert_eq!(rows(table).join("|"), expected, "{table}");
    }
    let read = csv("地区,2011 Mar,2011 Sep\n甲,5,6\n");
    assert_eq!((read.figures[0].period().as_str(), read.figures[0].note.as_str()), ("2011-03", ""));
    let read = csv("地区,收入（含税）,支出（元）\n甲,5,6\n");
    assert_eq!(read.figures[0].note, "");
}
