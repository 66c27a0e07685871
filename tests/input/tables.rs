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
    assert_eq!(points(&csv("年份,批次,数量\n2011,一批,5\n2011,二批,6\n")), ["一批||2011|5", "二批||2011|6"]);
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
            "line 3: has 1 cells under 3 headings; put quotes around a text that has a comma",
            "line 4: has 4 cells under 3 headings; put quotes around a text that has a comma",
            "line 5: has 4 cells under 3 headings; put quotes around a text that has a comma",
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
    let read = input::from_rows(&rows, "row", "").unwrap();
    assert_eq!(points(&read), ["甲|||5"]);
    assert!(notices(&read)[0].starts_with("row 4: value \"大量\""));
}

#[test]
fn a_column_without_heading_is_told() {
    let read = csv("指标,,数值\n甲,x,5\n乙,,6\n");
    assert_eq!((points(&read), read.left_out), (vec!["甲|||5".into(), "乙|||6".into()], 0));
    assert_eq!(notices(&read), ["line 1: column 2 is not read; give it a heading"]);
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
    assert!(input::from_rows(&[], "row", "").unwrap_err().message().starts_with("the table is empty"));
}

#[test]
fn the_limits_are_stated() {
    let long = format!("label,value\n{}", "a,1\n".repeat(200_001));
    assert!(csv_error(&long).contains("more than 200,000 figures"));
    let wide = format!("label{}\n{}", ",2011年".repeat(1000), "a,1\n".repeat(201));
    assert!(csv_error(&wide).contains("more than 200,000 figures"));
    let heads = |count| format!("label{}\na,1\n", ",甲".repeat(count));
    assert!(csv_error(&heads(50_000)).contains("more than 50,000 columns"));
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

#[test]
fn a_column_with_a_unit_of_its_own_keeps_it_beside_a_column_of_units() {
    let table = "产品名称,单位,产量,比上年增长（%）\n纱,万吨,2900.0,6.7\n布,亿米,814,1.2\n";
    assert_eq!(
        rows(table),
        ["纱 产量 29000000 吨", "纱 比上年增长 6.7 %", "布 产量 81400000000 米", "布 比上年增长 1.2 %"]
    );
    let table = "产品,单位,产量,增长\n纱,万吨,2900,4.5%\n";
    assert_eq!(rows(table), ["纱 产量 29000000 吨", "纱 增长 4.5 %"]);
    let table = "Item,unit,2010,2011,Change (%)\nSteel,million tonnes,20,25,25\n";
    assert_eq!(rows(table)[2], "Steel Change 25 %");
}

#[test]
fn a_second_measure_of_years_is_not_their_label() {
    for growth in ["5%", ""] {
        let read = csv(&format!("年份,数值,同比增长\n2009,10,{growth}\n2010,12,5%\n2011,15,25%\n"));
        assert_eq!(read.left_out, 0);
        assert_eq!(ids(&read), ["数值@2009", "数值@2010", "数值@2011"]);
        let told = "column 同比增长 is kept, but not drawn";
        assert!(notices(&read).iter().any(|notice| notice.contains(told)), "{:?}", notices(&read));
    }
    assert_eq!(rows("Year,Value,Source\n2010,5,ONS\n2011,6,ONS\n"), ["Value 2010 5", "Value 2011 6"]);
}

#[test]
fn no_measure_goes_without_a_word() {
    // Units in brackets behind both: two measures. Otherwise the one headed value counts, and the other is told.
    assert_eq!(rows("产品,数量（台）,金额（万元）\n甲,12,5\n"), ["甲 数量 12 台", "甲 金额 50000 元"]);
    assert_eq!(rows("指标,数值（亿元）,增速（%）\n甲,12,5\n"), ["甲 数值 1200000000 元", "甲 增速 5 %"]);
    for (table, column) in
        [("Item,Amount,Value ($)\nA,3,5\n", "Amount"), ("label,value,2010,2011\na,1,2,3\n", "2011")]
    {
        let read = csv(table);
        assert_eq!(read.figures.len(), 1);
        assert!(notices(&read).iter().any(|notice| notice.contains(&format!("column {column} is kept"))));
    }
    // Columns with a unit hold quantities, whatever else stands in some of their cells.
    let read = csv("地区,收入（万元）,支出（万元）\n甲,很多,5\n乙,不少,5\n丙,18,7\n");
    assert_eq!((read.figures.len(), read.left_out), (4, 2));
    // Numbers that name something are no measure.
    assert_eq!(rows("排名,地区,人数\n1,甲,5\n2,乙,3\n"), ["甲 5", "乙 3"]);
    assert_eq!(
        csv("Code,Region,Staff\nA1,North,5\n").figures[0].extra,
        [("Code".to_string(), "A1".to_string())]
    );
}

#[test]
fn units_stand_in_columns_headings_and_labels() {
    assert_eq!(rows("指标,数值,计量单位\n经费,12,万元\n"), ["经费 120000 元"]);
    assert_eq!(
        rows("年份,入学人数/万人,经费，亿元\n2011,12,3.5\n"),
        ["入学人数 2011 120000 人", "经费 2011 350000000 元"]
    );
    assert_eq!(
        rows("指标,2011\n投入资金（万元）,300\n培训人员（人）,2000余\n其他（含税）,5\n"),
        ["投入资金 2011 3000000 元", "培训人员 2011 2000 人", "其他（含税） 2011 5"]
    );
    assert_eq!(rows("指标,数值\n投入资金（万元）,300余万元\n"), ["投入资金 3000000 元"]);
}

#[test]
fn a_remark_behind_a_year_is_a_note() {
    let read = csv("指标,2010年,2011年（预计）\n产量（吨）,5,6\n");
    assert_eq!((read.figures[1].period(), read.figures[1].note.as_str()), ("2011".into(), "预计"));
    assert_eq!(read.figures[1].unit, "吨");
    assert_eq!(rows("地区,2010*,2011e\n甲,5,6\n"), ["甲 2010 5", "甲 2011 6"]);
}

#[test]
fn signs_and_words_for_a_missing_value_are_gaps() {
    for gap in ["－", "..", "---", "/", "无", "缺", "暂无", "不详", "未公布", "NaN", "#N/A", "n.a.", "none"]
    {
        let read = csv(&format!("地区,人数\n甲,{gap}\n乙,5\n"));
        assert_eq!((read.left_out, values(&read)), (0, vec![None, Some(5.0)]), "{gap}");
    }
}

#[test]
fn cells_have_marks_of_footnotes_and_the_brackets_of_bookkeepers() {
    for (cell, value, bound) in [
        ("1234*", 1234.0, Bound::Exact),
        ("2000余人①", 2000.0, Bound::AtLeast),
        ("98.5%²", 98.5, Bound::Exact),
        ("3.5万元[1]", 35_000.0, Bound::Exact),
        ("40余万元。", 400_000.0, Bound::AtLeast),
        ("(1 234)", -1234.0, Bound::Exact),
        ("（3.2%）", -3.2, Bound::Exact),
        ("($5m)", -5e6, Bound::Exact),
        ("5m²", 5.0, Bound::Exact),
        ("Nil", 0.0, Bound::Exact),
        ("98.5²", 98.5, Bound::Exact),
        ("1234¹²", 1234.0, Bound::Exact),
        ("40余万²", 400_000.0, Bound::AtLeast),
        ("1.2×10⁴", 12_000.0, Bound::Exact),
        ("1.2×10⁻⁴", 0.00012, Bound::Exact),
        ("1234[b]", 1234.0, Bound::Exact),
        ("1234 [z]", 1234.0, Bound::Exact),
        ("160[注]", 160.0, Bound::Exact),
        ("160[註1]", 160.0, Bound::Exact),
        ("160[注 12]", 160.0, Bound::Exact),
        ("2000余人[nb 1]", 2000.0, Bound::AtLeast),
        ("98.5%[2][a]", 98.5, Bound::Exact),
        ("100 [note 2]", 100.0, Bound::Exact),
    ] {
        let read = csv(&format!("指标,数值\n甲,{cell}\n"));
        let amount = read.figures[0].amount.unwrap();
        assert_eq!((amount.value, amount.bound), (value, bound), "{cell}");
    }
    assert_eq!(rows("Region,Population ('000)\nNorth,12*\nSouth,(3)\n"), ["North 12000", "South -3000"]);
    for cell in ["150(2)", "150[]", "150[ab]", "150[万元]", "[5", "150[note]x"] {
        assert!(csv_error(&format!("指标,数值\n甲,{cell}\n")).contains("is not a quantity"), "{cell}");
    }
    assert_eq!(csv("指标,数值\n甲,8\n乙,[a]\n丙,[2]\n").left_out, 0);
    assert!(csv_error("指标,数值\n甲,(约5)\n").contains("is not a quantity"));
}

#[test]
fn the_corner_of_a_wide_table_may_name_its_years() {
    let table = "年份,2009,2010\n培训人员,1200人,1800人\n投入资金,10万元,\n";
    assert_eq!(
        rows(table)[..3],
        ["培训人员 2009 1200 人", "培训人员 2010 1800 人", "投入资金 2009 100000 元"]
    );
    assert_eq!(rows("Year,Mar 2011,Q2 2011\nStaff,5,6\n"), ["Staff 2011-03 5", "Staff 2011Q2 6"]);
}

#[test]
fn what_names_the_rows_may_be_headed_as_something_else() {
    assert_eq!(rows("类别,机构数（个）\n医院,38355\n卫生院,33917\n"), ["医院 38355 个", "卫生院 33917 个"]);
    assert_eq!(rows("单位,事故起数\n甲矿,2起\n乙矿,3起\n"), ["甲矿 2 起", "乙矿 3 起"]);
    assert_eq!(rows("Year,Pupils\n2016/17,120\n2017/18,130\n"), ["2016/17 120", "2017/18 130"]);
    assert_eq!(rows("类别,数量,单位\n生猪,300,头\n奶牛,20,头\n"), ["生猪 300 头", "奶牛 20 头"]);
    assert_eq!(rows("年份,数值,单位\n2010,300,头\n2011,320,头\n"), ["数值 2010 300 头", "数值 2011 320 头"]);
    // Units and groups that are such stay so.
    assert_eq!(rows("指标,单位,数值\n培训,人,20\n"), ["培训 20 人"]);
    assert_eq!(rows("类别,培训（人）,走访（户）\n基层,20,30\n"), ["培训 基层 20 人", "走访 基层 30 户"]);
}

#[test]
fn shares_beside_the_values_are_not_what_names_them() {
    assert_eq!(
        rows("来源,金额（万元）,占比\n财政,120,60%\n自筹,80,40%\n"),
        ["财政 金额 1200000 元", "财政 占比 60 %", "自筹 金额 800000 元", "自筹 占比 40 %"]
    );
    assert_eq!(rows("Category,Count,Share\nA,12,60%\nB,8,40%\n")[..2], ["A Count 12", "A Share 60 %"]);
    assert_eq!(rows("类别,2022年,2023年\n甲,1200,1300\n乙,80,90\n")[1], "甲 2023 1300");
    assert_eq!(rows("支出项目（万元）,金额\n甲,1200\n乙,80\n"), ["甲 12000000 元", "乙 800000 元"]);
}

#[test]
fn bands_and_counted_rows_name_what_stands_beside_them() {
    assert_eq!(
        rows("Age,Male,Female\n0-4,\"1,700\",\"1,620\"\n5-9,\"1,900\",\"1,810\"\n")[..2],
        ["0-4 Male 1700", "0-4 Female 1620"]
    );
    assert_eq!(rows("分数段,人数\n90-100,12\n80-89,20\n"), ["90-100 12", "80-89 20"]);
    assert_eq!(rows("Week,Cases\n1,20\n2,25\n3,22\n"), ["1 20", "2 25", "3 22"]);
}

#[test]
fn the_years_of_budgets_are_no_months() {
    let table = "Year,Spending (£bn)\n2009-10,670\n2010-11,690\n2011-12,694\n";
    assert_eq!(rows(table)[..2], ["2009-10 670000000000 £", "2010-11 690000000000 £"]);
    assert_eq!(rows("Region,2009-10,2010-11\nNorth,5,6\n"), ["North 2009-10 5", "North 2010-11 6"]);
    assert_eq!(rows("Month,Staff\n2009-10,5\n2009-11,6\n")[0], "Staff 2009-10 5");
}

#[test]
fn of_several_columns_of_names_the_last_one_tells_apart() {
    let table = "省份,城市,人口\n江苏,南京,950\n江苏,苏州,1290\n浙江,杭州,1237\n";
    assert_eq!(rows(table), ["南京 江苏 950", "苏州 江苏 1290", "杭州 浙江 1237"]);
    assert_eq!(
        rows("country,indicator,year,value\nFR,births,2020,7\nFR,deaths,2020,6\nDE,births,2020,8\n")[1],
        "deaths FR 2020 6"
    );
    // What is the same in all rows tells nothing, and a remark is no name.
    assert_eq!(rows("freq,geo,2021,2022\nA,FR,7,8\nA,DE,3,4\n")[0], "FR 2021 7");
    assert_eq!(rows("geo,TIME_PERIOD,OBS_VALUE\nFR,2021,7.9\nDE,2021,3.6\n"), ["FR 2021 7.9", "DE 2021 3.6"]);
    assert_eq!(rows("城市,人口,说明\n甲,100,估计\n乙,200,普查\n"), ["甲 100", "乙 200"]);
}

#[test]
fn words_among_the_numbers_of_a_column_leave_it_one_of_values() {
    let read = csv("公司,营收,同比\n甲,120,5.2%\n乙,80,扭亏\n");
    assert_eq!((read.figures.len(), read.left_out), (3, 1));
}

#[test]
fn flags_are_no_part_of_a_value() {
    let read = csv("geo,2020,2021\nFR,5.2(p),100 [note 2]\nDE,[x],:\nIT,6,7\n");
    assert_eq!(points(&read)[..2], ["FR||2020|5.2", "FR||2021|100"]);
    assert_eq!(points(&read)[2..4], ["DE||2020|gap", "DE||2021|gap"]);
}

#[test]
fn a_header_may_come_again() {
    let table = "Region,2022,2023\nNorth,10,12\n\nRegion,2022,2023\nSouth,9,8\n";
    assert_eq!(rows(table)[2], "South 2022 9");
}

#[test]
fn what_spans_both_rows_of_a_header_stands_in_both() {
    let table = "指标,单位,2023年,2023年\n指标,单位,绝对量,增长（%）\nGDP,亿元,100,5.2\n";
    assert_eq!(rows(table), ["GDP 绝对量 2023 10000000000 元", "GDP 增长 2023 5.2 %"]);
}

#[test]
fn values_may_be_spread_over_columns_under_one_heading() {
    for years in ["2010,2011", "2010年,2011年"] {
        let csv = format!("指标,数值,数值\n,{years}\na,1,2\n");
        assert_eq!(rows(&csv), ["a 2010 1", "a 2011 2"]);
    }
    assert_eq!(rows("指标,数值（人）,\n,2010,2011\na,1,2\n"), ["a 2010 1 人", "a 2011 2 人"]);
}

#[test]
fn a_heading_may_be_nothing_but_the_unit() {
    assert_eq!(rows("Service,£m\nLibraries,28.4\n"), ["Libraries 28400000 £"]);
    assert_eq!(rows("Plant,\"Capacity, MW\"\nA,120\n"), ["A 120 MW"]);
    assert_eq!(rows("项目,万元,%\n税收,78.5,26.6\n"), ["税收 万元 785000 元", "税收 % 26.6 %"]);
    assert_eq!(rows("Cause,Deaths,%\nA,120,40\n"), ["A Deaths 120", "A % 40 %"]);
    assert_eq!(rows("£m,2019,2020\nRevenue,10,12\n"), ["Revenue 2019 10000000 £", "Revenue 2020 12000000 £"]);
    // Numbers, names and currencies that are compared are none.
    assert_eq!(rows("甲,100\n乙,250\n"), ["甲 100", "乙 250"]);
    assert_eq!(rows("投入,10万元\n支出,5万元\n"), ["投入 100000 元", "支出 50000 元"]);
    assert_eq!(rows("年份,百度,腾讯\n2020,5,7\n"), ["百度 2020 5", "腾讯 2020 7"]);
    assert_eq!(rows("年份,万科,万达\n2020,5,7\n"), ["万科 2020 5", "万达 2020 7"]);
    assert_eq!(rows("Year,USD,EUR\n2020,6.9,7.87\n"), ["USD 2020 6.9", "EUR 2020 7.87"]);
    assert_eq!(rows("Age,M,F\n0–4,20,30\n"), ["0–4 M 20", "0–4 F 30"]);
}

#[test]
fn a_table_of_very_many_columns_is_read() {
    let wide = format!("label{}\na{}\n", ",2011年".repeat(49_999), ",1".repeat(49_999));
    assert_eq!(csv(&wide).figures.len(), 49_999);
}

#[test]
fn a_header_may_have_two_rows() {
    let expected = ["甲 男 2010 1 人", "甲 女 2010 2 人", "甲 男 2011 3 人", "甲 女 2011 4 人"];
    for table in [
        "地区,2010年,2010年,2011年,2011年\n地区,男（人）,女（人）,男（人）,女（人）\n甲,1,2,3,4\n",
        "地区,2010年,,2011年,\n,男（人）,女（人）,男（人）,女（人）\n甲,1,2,3,4\n",
    ] {
        assert_eq!(rows(table), expected);
    }
    assert_eq!(
        rows("地区,男（人）,,女（人）,\n,2010,2011,2010,2011\n甲,1,3,2,4\n"),
        ["甲 男 2010 1 人", "甲 男 2011 3 人", "甲 女 2010 2 人", "甲 女 2011 4 人"]
    );
    assert_eq!(
        rows("地区,城镇,城镇,人口（人）\n地区,小学（所）,中学（所）,人口（人）\n甲,1,2,3\n"),
        ["甲 城镇 · 小学 1 所", "甲 城镇 · 中学 2 所", "甲 人口 3 人"]
    );
    // A second row of texts is no header where every heading stands once.
    assert_eq!(csv("a,b,c\n甲,乙,5\n丙,丁,6\n").figures.len(), 2);
}

#[test]
fn periods_and_kinds_may_be_spread_over_columns_under_one_heading() {
    for above in ["年份", "年度", "时间", "类别", "Year", "数值", "金额"] {
        for table in [
            format!("指标,{above},{above}\n指标,2010,2011\na,1,2\n"),
            format!("指标,{above},\n,2010,2011\na,1,2\n"),
        ] {
            let read = rows(&table).join("|").replace("金额 ", "");
            assert_eq!(read, "a 2010 1|a 2011 2", "{table}");
        }
        for table in [
            format!("项目,单位,{above},{above}\n项目,单位,2010,2011\na,人,1,2\n"),
            format!("项目,单位,{above},\n,,2010,2011\na,人,1,2\n"),
        ] {
            let read = rows(&table).join("|").replace("金额 ", "");
            assert_eq!(read, "a 2010 1 人|a 2011 2 人", "{table}");
        }
    }
    for table in [
        "年份,类别,类别\n年份,城镇,农村\n2010,1,2\n2011,3,4\n",
        "年份,类别,\n,城镇,农村\n2010,1,2\n2011,3,4\n",
    ] {
        assert_eq!(rows(table).join("|"), "城镇 2010 1|农村 2010 2|城镇 2011 3|农村 2011 4", "{table}");
    }
    assert_eq!(
        rows("地区,年份,年份\n地区,2010年（万元）,2011年（万元）\n甲,1,2\n"),
        ["甲 2010 10000 元", "甲 2011 20000 元"]
    );
    assert_eq!(
        rows("地区,年份,年份,年份,年份\n地区,2010,2010,2011,2011\n地区,男,女,男,女\n甲,1,2,3,4\n"),
        ["甲 男 2010 1", "甲 女 2010 2", "甲 男 2011 3", "甲 女 2011 4"]
    );
    // Rows of data stay such.
    assert_eq!(csv("label,value,year\n,,大量,1900\n甲,\n").left_out, 1);
    assert_eq!(rows("指标,年份,数值\n,2010,5\na,2011,6\n"), ["a 2011 6"]);
    assert_eq!(rows("指标,类别,类别,数值\n甲,城,东,5\n乙,乡,西,6\n").len(), 2);
}

#[test]
fn arrows_are_rises_and_falls() {
    for (up, down) in [("↑5.2%", "↓3.1%"), ("5.2%↑", "3.1%↓"), ("↑ 5.2%", "3.1% ↓"), ("↑5.2%[1]", "↓3.1%*")]
    {
        assert_eq!(
            rows(&format!("指标,2023年,同比\n甲,5,{up}\n乙,6,{down}\n")),
            ["甲 2023 5", "甲 同比 5.2 %", "乙 2023 6", "乙 同比 -3.1 %"],
            "{up}"
        );
    }
    // Whether there is a value is not said by the arrow.
    assert_eq!(csv("指标,2023年,同比\n甲,5,↑5%\n乙,6,↓\n丙,6,↓3%\n").left_out, 1);
}

#[test]
fn a_column_of_digits_that_are_no_quantities_is_told() {
    let told = |table: &str| notices(&csv(table)).join("|");
    for table in [
        "指标,2023年,同比\n甲,5,▲5.2%\n乙,6,△3.1%\n",
        "指标,数值,同比\n甲,5,▲5.2%\n乙,6,△3.1%\n丙,7,—\n",
        "月份,销量,同比\n1月,5,▲5.2%\n2月,6,△3.1%\n",
        "城市,人口,同比\n甲,5,▲5.2%\n甲,6,△3.1%\n",
    ] {
        let notice = "line 1: column 同比 is kept, but not drawn, because most of its cells are no quantities; write +5.2% or -3.1%";
        let read = told(table);
        assert!(read.split('|').any(|said| said == notice), "{table}{read}");
    }
    assert_eq!(rows("月份,销量,同比\n1月,5,▲5.2%\n2月,6,△3.1%\n"), ["1月 5", "2月 6"]);
    // Names and remarks with digits in them are not.
    for table in [
        "规格,数量\nA1,5\nB2,6\n",
        "班级,数量\n1班,5\n2班,6\n",
        "省份,城市,人口\n江苏,区1,950\n江苏,区2,1290\n浙江,区1,1237\n",
        "城市,人口,备注\n甲,5,2010年数\n乙,6,2011年数\n",
        "城市,人口,说明\n甲,5,估计\n乙,6,普查\n",
    ] {
        assert_eq!(told(table), "", "{table}");
    }
}

#[test]
fn the_line_that_names_the_delimiter_for_a_spreadsheet_is_no_title() {
    let read = csv("sep=;\r\n指标;数值\r\n甲;1.5\r\n乙;大量\r\n");
    assert_eq!((read.title.as_str(), read.figures.len()), ("", 1));
    assert!(notices(&read)[0].starts_with("line 4: "), "{:?}", notices(&read));
}

#[test]
fn an_arrow_behind_a_level_says_where_it_came_from_and_behind_a_change_which_way_it_went() {
    for (cell, value) in
        [("35↓", 35.0), ("12345↑", 12_345.0), ("3.1↓", -3.1), ("2.5%↑", 2.5), ("2.5pp↓", -2.5)]
    {
        let figures = csv(&format!("指标,数值\n甲,{cell}\n乙,6\n")).figures;
        assert_eq!(figures[0].amount.unwrap().value, value, "{cell}");
    }
}
