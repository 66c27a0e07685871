//! What stands above, between and below the rows of a table, and in more than one of its columns.

use crate::*;

/// Reads a table as the page hands it over, where a cell that spans stands once in each column; its `title` stands elsewhere.
fn page(table: &str, title: &str) -> Figures {
    let cells: Vec<Vec<String>> =
        table.lines().map(|line| line.split(',').map(String::from).collect()).collect();
    input::from_rows(&cells, "row", title).unwrap()
}

#[test]
fn what_stands_alone_above_or_below_is_title_unit_source_or_note() {
    let table = "2011年各区经费,,\n,,单位：万元\n地区,2010,2011\n甲,5,6\n注：2011年为初步数据。,,\n资料来源：统计局,,\n* 不含乡镇\n";
    let read = csv(table);
    assert_eq!((read.title.as_str(), read.source.name.as_str()), ("2011年各区经费", "统计局"));
    assert_eq!(read.notes, ["注：2011年为初步数据。", "* 不含乡镇"]);
    assert_eq!((read.left_out, rows(table)), (0, vec!["甲 2010 50000 元".into(), "甲 2011 60000 元".into()]));
    assert_eq!(csv("各区经费,\n地区,人数\n甲,5\n乙,6\n").title, "各区经费");
    // A row of units below the header; a gap alone in its row is still a gap.
    let table = "地区,人数,经费\n,人,（万元）\n甲,5,6\n乙,,\n";
    assert_eq!(
        rows(table),
        ["甲 人数 5 人", "甲 经费 60000 元", "乙 人数 –", "乙 经费 –"]
            .map(|row| row.replace("人数 –", "人数 – 人").replace("经费 –", "经费 – 元"))
    );
}

#[test]
fn a_cell_that_spans_its_row_stands_alone_in_it() {
    let spanned = |text: &str| [[text; 3].join(","), "\n".into()].concat();
    let table = [
        spanned("2011年各区经费"),
        spanned("单位：万元"),
        "地区,2010,2011\n甲,5,6\n".into(),
        spanned("资料来源：统计局"),
        spanned("注：2011年为初步数据。"),
        spanned("经区审计局核对。"),
    ]
    .concat();
    let read = page(&table, "");
    assert_eq!((read.title.as_str(), read.source.name.as_str()), ("2011年各区经费", "统计局"));
    assert_eq!(read.notes, ["注：2011年为初步数据。", "经区审计局核对。"]);
    assert_eq!(
        (read.left_out, points(&read)),
        (0, vec!["甲||2010|50000元".into(), "甲||2011|60000元".into()])
    );
    // Numbers that are the same stand for themselves.
    assert_eq!(points(&csv("1,1\n2,4\n")), ["1|||1", "2|||4"]);
}

#[test]
fn a_text_that_spans_the_table_heads_the_rows_below_it() {
    let read = page("项目,2010年,2011年\n收入,收入,收入\n工资,5,6\n奖金,1,2\n支出,支出,支出\n食品,3,4\n", "");
    assert_eq!(
        points(&read),
        [
            "工资|收入|2010|5",
            "工资|收入|2011|6",
            "奖金|收入|2010|1",
            "奖金|收入|2011|2",
            "食品|支出|2010|3",
            "食品|支出|2011|4",
        ]
    );
    assert_eq!(notices(&read), [""; 0]);
    // However many there are, the rows tell what the columns are; a text that heads none of them is a note.
    let read = page("项目,数量\n东,东\n南,南\n甲,5\n西,西\n乙,6\n", "");
    assert_eq!((points(&read), read.notes), (vec!["甲|南||5".into(), "乙|西||6".into()], vec!["东".into()]));
    // A column of groups says more than they do.
    assert_eq!(points(&page("项目,数量,类别\n东,东,东\n甲,5,城\n", "")), ["甲|城||5"]);
    // In a file nothing spans; there such a row is a bad one.
    assert_eq!(csv("项目,数量\n东,东\n甲,5\n").left_out, 1);
}

#[test]
fn a_title_may_name_the_unit_of_all_values() {
    for title in ["2011年支出（金额单位：万元）", "2011年支出(万元)", "2011年支出 [单位:万元]"]
    {
        let table = [title, "\n项目,金额\n教育,5\n"].concat();
        assert_eq!(
            (csv(&table).title.as_str(), rows(&table)),
            ("2011年支出", vec!["教育 50000 元".into()]),
            "{title}"
        );
    }
    assert_eq!(csv("2011年支出（初步）\n项目,金额\n教育,5\n").title, "2011年支出（初步）");
    assert_eq!(rows("金额单位：万元\n项目,金额\n教育,5\n"), ["教育 50000 元"]);
    // So may one that stands beside the table; a unit in the table goes before it.
    let table = "项目,金额\n教育,5\n";
    assert_eq!(points(&page(table, "支出（单位：万元）")), ["教育|||50000元"]);
    assert_eq!(points(&page("项目,金额（亿元）\n教育,5\n", "支出（万元）")), ["教育|||500000000元"]);
    assert_eq!(points(&page(table, "支出（2011年）")), ["教育|||5"]);
}

#[test]
fn a_title_may_end_with_its_unit_without_brackets() {
    for (title, stem, value) in [
        ("表2 涨跌幅度 单位：%", "表2 涨跌幅度", "5%"),
        ("表2 涨跌幅度单位:%", "表2 涨跌幅度", "5%"),
        ("表2 涨跌幅度，计量单位：万元", "表2 涨跌幅度", "50000元"),
        ("支出：2011年 金额单位：亿元", "支出：2011年", "500000000元"),
        ("Table 2: Spending. Unit: million dollars", "Table 2: Spending", "5000000dollars"),
        ("Spending (unit: £m)", "Spending", "5000000£"),
        ("Exports, Units: tonnes", "Exports", "5tonnes"),
        // These name no unit.
        ("2011年汇总 编制单位：统计局", "2011年汇总 编制单位：统计局", "5"),
        ("A community: %", "A community: %", "5"),
        ("Subunit: %", "Subunit: %", "5"),
        ("增长：%", "增长：%", "5"),
    ] {
        let table = format!("\"{title}\",\n项目,数值\n教育,5\n");
        let read = csv(&table);
        assert_eq!((read.title.as_str(), points(&read)), (stem, vec![format!("教育|||{value}")]), "{title}");
        let read = page("项目,数值\n教育,5\n", title);
        assert_eq!(points(&read), [format!("教育|||{value}")], "{title}");
    }
    // What a title says beside the unit stays in it.
    let read = csv("\"支出（万元，2011年）\",\n项目,数值\n教育,5\n");
    assert_eq!((read.title.as_str(), read.figures[0].unit.as_str()), ("支出（万元，2011年）", "元"));
}

#[test]
fn months_and_quarters_may_stand_apart_from_their_year() {
    assert_eq!(rows("年份,月份,产量\n2010,12,5\n2011,1,6\n"), ["产量 2010-12 5", "产量 2011-01 6"]);
    assert_eq!(
        rows("地区,年份,月份,产量\n甲,2010年,三月,5\n乙,2010年,三月,6\n"),
        ["甲 2010-03 5", "乙 2010-03 6"]
    );
    assert_eq!(
        rows("Month,Year,Visits\nJan,2011,5\nFebruary,2011,6\n"),
        ["Visits 2011-01 5", "Visits 2011-02 6"]
    );
    for quarters in [["1", "2"], ["Q1", "Q2"], ["第一季度", "二季度"]] {
        let table = format!("年份,季度,产量\n2011,{},5\n2011,{},6\n", quarters[0], quarters[1]);
        assert_eq!(rows(&table), ["产量 2011Q1 5", "产量 2011Q2 6"], "{quarters:?}");
    }
    // A month that no year has is none.
    assert_eq!(rows("年份,月份,产量\n2011,13,5\n")[0], "月份 2011 13");
}

#[test]
fn a_header_may_have_three_rows() {
    let table = "地区,产量（万吨）,,,\n,2010年,,2011年,\n,小麦,玉米,小麦,玉米\n甲,1,2,3,4\n";
    assert_eq!(
        points(&csv(table)),
        [
            "甲|产量 · 小麦|2010|10000吨",
            "甲|产量 · 玉米|2010|20000吨",
            "甲|产量 · 小麦|2011|30000吨",
            "甲|产量 · 玉米|2011|40000吨",
        ]
    );
    // As the page hands it over, what spans stands everywhere.
    let spanned = "地区,产量,产量,产量\n地区,2010年,2010年,合计\n地区,小麦,玉米,合计\n甲,1,2,3\n";
    assert_eq!(
        points(&page(spanned, "")),
        ["甲|产量 · 小麦|2010|1", "甲|产量 · 玉米|2010|2", "甲|产量 · 合计||3"]
    );
}

#[test]
fn a_table_that_stands_twice_side_by_side_is_one() {
    let table = "得票,,,,,\n序号,姓名,票数,序号,姓名,票数\n1,甲,5,3,丙,7\n2,乙,6,,,\n";
    assert_eq!(csv(table).title, "得票");
    assert_eq!(points(&csv(table)), ["甲|||5", "乙|||6", "丙|||7"]);
    // Columns of years that come again are none.
    assert_eq!(csv("2010,2011,2010,2011\n甲,1,2,3\n").figures.len(), 3);
}

#[test]
fn the_unit_of_a_label_is_that_of_the_values_without_one() {
    let table = "指标,2011年,比上年增长（%）\n生产总值（亿元）,5,6.5\n人口（万人）,7,0.1\n";
    assert_eq!(
        points(&csv(table)),
        [
            "生产总值||2011|500000000元",
            "生产总值|比上年增长||6.5%",
            "人口||2011|70000人",
            "人口|比上年增长||0.1%",
        ]
    );
}
