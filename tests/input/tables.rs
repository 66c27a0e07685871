//! CSV and tables.

use crate::*;

#[test]
fn the_figures_of_the_year_are_read_whole() {
    let read = csv(include_str!("../data/annual-figures-2011.csv"));
    assert_eq!((read.figures.len(), read.left_out), (43, 0));
    assert_eq!(notices(&read), [""; 0]);
    let certificates = read.figures.iter().find(|figure| figure.label == "证明核发率").unwrap();
    assert_eq!(certificates.amount, Some(Amount::bounded(98.0, Bound::AtLeast)));
    assert_eq!((certificates.unit.as_str(), certificates.id.as_str()), ("%", "证明核发率@2011"));
    assert_eq!(certificates.extra("label_en"), Some("Certificates checked and issued"));
    let slogans = read.figures.iter().find(|figure| figure.label == "每村喷绘标语").unwrap();
    assert_eq!((slogans.per.as_str(), slogans.group.as_str()), ("村", "宣传"));
}

#[test]
fn columns_are_named_in_chinese_and_in_any_order() {
    let read = csv("单位,数值,年份,指标,类别,备注,地区\n人,2000,2011,培训人员,基层,注,北\n");
    assert_eq!(points(&read), ["培训人员|基层|2011|2000人"]);
    assert_eq!((read.figures[0].note.as_str(), read.figures[0].extra("地区")), ("注", Some("北")));
    assert_eq!(read.figures[0].written, "");
}

#[test]
fn a_heading_may_hold_the_unit() {
    assert_eq!(points(&csv("指标,数值（人）\n培训人员,2000\n")), ["培训人员|||2000人"]);
    assert_eq!(points(&csv("item,Value (yuan)\nfunds,40\n")), ["funds|||40yuan"]);
    assert_eq!(points(&csv("指标（单位：人）,2010年,2011年\n甲,1,2")), ["甲||2010|1人", "甲||2011|2人"]);
}

#[test]
fn a_unit_in_a_cell_goes_before_the_one_in_the_heading() {
    let read = csv("指标,2010年（万元）,增长（%）\n甲,40余,12.5\n乙,5元,3\n丙,60万,98人\n");
    assert_eq!(
        points(&read),
        [
            "甲||2010|400000元",
            "甲|增长||12.5%",
            "乙||2010|5元",
            "乙|增长||3%",
            "丙||2010|600000元",
            "丙|增长||98人",
        ]
    );
    assert_eq!(read.figures[2].written, "5元");
    assert_eq!(notices(&read), [""; 0]);
}

#[test]
fn quantities_in_the_first_column_are_labels_unless_they_are_plain() {
    assert_eq!(points(&csv("月份,甲,乙\n1月,5,6\n2月,7,8\n"))[2..], ["2月|甲||7", "2月|乙||8"]);
    assert_eq!(points(&csv("年份,月份,数量\n2011,一月,5\n2011,二月,6\n")), ["一月||2011|5", "二月||2011|6"]);
    assert_eq!(points(&csv("年份,数量\n2010,5\n2011,6\n")), ["数量||2010|5", "数量||2011|6"]);
    assert!(csv_error("甲,乙,丙\n1,2,3\n4,5,6").starts_with("line 1: no column names the figures"));
}

#[test]
fn a_column_a_year_is_a_series() {
    let read = csv("指标,单位,2010年,2011年\n培训人员,人,1800,2000\n印制挂历,本,—,10000\n");
    assert_eq!(
        points(&read),
        ["培训人员||2010|1800人", "培训人员||2011|2000人", "印制挂历||2010|gap本", "印制挂历||2011|10000本",]
    );
    let read = csv("地区,2010,2011,2012\n东,5,6,7\n西,8,,9");
    assert_eq!((read.figures.len(), read.notices.len()), (6, 0));
    assert_eq!(points(&read)[4], "西||2011|gap");
}

#[test]
fn a_column_a_series_is_a_group() {
    let read = csv("年级,男,女\n一年级,12,15\n二年级,14,13");
    assert_eq!(points(&read), ["一年级|男||12", "一年级|女||15", "二年级|男||14", "二年级|女||13"]);
    let read = csv("年份,男,女\n2010,12,15\n2011,14,13");
    assert_eq!(points(&read), ["男||2010|12", "女||2010|15", "男||2011|14", "女||2011|13"]);
    let read = csv("类别,指标,男,女\n甲,学生,12,15");
    assert_eq!(points(&read), ["学生|甲 · 男||12", "学生|甲 · 女||15"]);
}

#[test]
fn one_column_of_values_under_an_unknown_heading_is_titled_by_it() {
    let read = csv("城市,人口\n甲,100\n乙,200\n");
    assert_eq!((read.title.as_str(), points(&read)), ("人口", vec!["甲|||100".into(), "乙|||200".into()]));
}

#[test]
fn years_in_the_first_column_are_years_under_any_heading() {
    let read = csv("财年,甲,乙\n2010,5,6\n2011,7,8\n");
    assert_eq!(points(&read), ["甲||2010|5", "乙||2010|6", "甲||2011|7", "乙||2011|8"]);
}

#[test]
fn texts_that_look_like_numbers_can_be_labels() {
    let read = csv("label,value\n2010,5\n15,6\n");
    assert_eq!(ids(&read), ["2010", "15"]);
}

#[test]
fn a_table_without_header_is_label_and_value() {
    let read = csv("培训人员,12000\n印制挂历,10000\n");
    assert_eq!(points(&read), ["培训人员|||12000", "印制挂历|||10000"]);
    assert!(read.notices.is_empty());
    let read = csv("地区,2011\n东,5\n");
    assert_eq!(points(&read), ["东||2011|5"]);
    assert_eq!(
        notices(&read),
        ["line 1: is read as the header, with a year in it; put label,value above it if it is data"]
    );
    assert!(csv_error("东,5,6\n西,7,8\n").starts_with("line 1: the first row names no column"));
}

#[test]
fn a_bad_row_is_left_out_with_its_line() {
    let read = csv(
        "label,value,year\r\na,1,2011\r\n\r\nb,大量,2011\r\n\"c\r\nc\",3,soon\r\n,4,2011\r\nd,5,2011\r\n",
    );
    assert_eq!((ids(&read), read.left_out), (vec!["a@2011", "d@2011"], 3));
    assert_eq!(
        notices(&read),
        [
            "line 4: value \"大量\" is not a quantity; write a number, a text such as \"2000余人\", or nothing for a \
             gap",
            "line 5: year \"soon\" is not a period; write 2011, 2011Q1, 2011-03 or 2011-03-05",
            "line 7: label is missing; write what the figure counts",
        ]
    );
}

#[test]
fn a_ragged_row_is_left_out_unless_only_optional_cells_are_missing() {
    let read = csv("label,value,unit\na,1\nb\nc,3,人,5\nd,2,356,人\ne,5,人,,\nf,,人\n");
    assert_eq!(points(&read), ["a|||1", "e|||5人", "f|||gap人"]);
    assert_eq!(
        notices(&read),
        [
            "line 3: has 1 cells under 3 headings; put a text that has a comma in quotes",
            "line 4: has 4 cells under 3 headings; put a text that has a comma in quotes",
            "line 5: has 4 cells under 3 headings; put a text that has a comma in quotes",
        ]
    );
}

#[test]
fn a_bad_cell_of_a_wide_table_is_told_with_its_heading() {
    let read = csv("指标,2010年,2011年\n甲,5,大量\n乙,6,7\n");
    assert_eq!((read.figures.len(), read.left_out), (3, 1));
    assert!(
        notices(&read)[0].starts_with("line 2: 2011年: value \"大量\" is not a quantity"),
        "{:?}",
        read.notices
    );
}

#[test]
fn rows_of_an_html_table_are_counted_from_one() {
    let rows: Vec<Vec<String>> = [vec!["指标", "数值"], vec![], vec!["甲", "5"], vec!["乙", "大量"]]
        .iter()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let read = input::from_rows(&rows, "row").unwrap();
    assert_eq!(points(&read), ["甲|||5"]);
    assert!(notices(&read)[0].starts_with("row 4: value \"大量\""));
}

#[test]
fn a_column_without_heading_is_told() {
    let read = csv("指标,,数值\n甲,x,5\n乙,,6\n");
    assert_eq!((points(&read), read.left_out), (vec!["甲|||5".into(), "乙|||6".into()], 0));
    assert_eq!(notices(&read), ["line 1: column 2 has no heading; it is not read"]);
    // Spreadsheets and data frames number their rows in a first column without heading.
    let read = csv(",指标,数值\n0,甲,5\n1,乙,6\n");
    assert_eq!((points(&read), read.notices.len()), (vec!["甲|||5".into(), "乙|||6".into()], 0));
}

#[test]
fn a_label_twice_in_one_period_is_told_with_its_line() {
    let read = csv("label,value\na,1\na,2\n");
    assert_eq!(ids(&read), ["a", "a#2"]);
    assert_eq!(
        notices(&read),
        ["line 3: states the same label, group, unit and period as line 2; both are kept"]
    );
}

#[test]
fn what_is_no_table_is_told_with_the_mend() {
    assert!(csv_error("").starts_with("is empty; write a table such as"));
    assert!(csv_error(" \n\n").starts_with("is empty; write a table such as"));
    assert!(
        csv_error("label,value\n").starts_with("line 1: the table has a header but no rows; add one such as")
    );
    assert!(csv_error("<html>").contains("HTML page"));
    assert!(csv_error("label,name\na,b\n").starts_with("line 1: no column holds values"));
    assert!(csv_error("value\n5\n").starts_with("line 1: no column names the figures"));
    assert!(csv_error("just some prose\nand more\n").starts_with("line 1: no column holds values"));
    assert!(input::from_rows(&[], "row").unwrap_err().message().starts_with("the table is empty"));
}

#[test]
fn the_limits_are_stated() {
    let long = format!("label,value\n{}", "a,1\n".repeat(200_001));
    assert!(csv_error(&long).contains("more than 200,000 figures"));
    let wide = format!("label{}\n{}", ",2011年".repeat(1000), "a,1\n".repeat(201));
    assert!(csv_error(&wide).contains("more than 200,000 figures"));
    let huge = format!("label,value\n{}", "a,1 \n".repeat(1_100_000));
    assert!(csv_error(&huge).contains("longer than the 5 MiB"));
}

#[test]
fn a_missing_value_takes_the_unit_of_its_neighbours() {
    let units = |csv: &str| -> Vec<String> {
        let figures = tujie::input::from_csv(csv).unwrap().figures;
        figures.iter().map(|figure| figure.unit.clone()).collect()
    };
    assert_eq!(
        units("label,2009,2010,2011\n培训,1人,,2人\n投入,,,5元\n走访,,,\n"),
        ["人", "人", "人", "元", "元", "元", "", "", ""]
    );
    assert_eq!(units("label,value\n甲,1户\n乙,\n丙,3户\n"), ["户", "户", "户"]);
    assert_eq!(units("label,value\n甲,1户\n乙,\n丙,3元\n"), ["户", "", "元"]);
}
