//! What the heading of a column says: which field it holds, its unit, its period.

use super::amount::{is_of_values, is_unit};
use super::cell::is_raised;
use super::period;

/// The headings that name a field, separated by `|`, the name of the field first. English is compared without case.
const HEADINGS: [&str; 13] = [
    "label|指标|指標|项目|項目|名称|名稱|name|item|indicator",
    "value|数值|數值|数量|數量|obs_value",
    "unit|units|unit of measure|单位|單位|计量单位|計量單位|计算单位|金额单位",
    "year|年份|年度|时间|時間|年|日期|date|period|time_period",
    "group|分组|分組|类别|類別|category",
    "note|备注|備註",
    // Numbers that count or name rows are no values.
    "#|序号|序號|编号|編號|no.|排名|名次|位次|rank|代码|代碼|code|邮编|郵編|zip",
    "source|sources|来源|來源|资料来源|資料來源|数据来源|出处",
    "bound",
    "per",
    "id",
    "icon",
    "quote",
];

/// A column by its heading.
#[derive(Clone)]
pub(super) struct Column<'a> {
    /// The heading without its unit.
    pub(super) stem: &'a str,
    /// The field that its cells are, or the stem.
    pub(super) name: &'a str,
    /// Whether that is the name of a field.
    pub(super) is_field: bool,
    /// The unit in brackets behind the heading: 万元 in 数值（万元） and 数值（单位：万元）.
    pub(super) unit: &'a str,
    /// Whether the brackets say that they hold a unit.
    pub(super) is_unit_named: bool,
    /// What stands there behind a period instead: 预计 in 2011年（预计）.
    pub(super) remark: &'a str,
    /// Of a heading in several lines, those that are neither its stem nor its unit, from above.
    pub(super) others: [&'a str; 2],
    /// Whether the heading is a period, so that the column holds the values of that period.
    pub(super) is_period: bool,
}

impl<'a> Column<'a> {
    pub(super) fn of(heading: &'a str) -> Column<'a> {
        let mut column = Column {
            stem: heading.trim(),
            name: "",
            is_field: false,
            unit: "",
            is_unit_named: false,
            remark: "",
            others: [""; 2],
            is_period: false,
        };
        (column.stem, column.unit, column.is_unit_named) = split(column.stem);
        // 2011* and 2011年¹ have their remark elsewhere, 2011e is an estimate.
        let is_mark =
            |char| matches!(char, '*' | '＊' | '†' | 'e' | 'E' | 'p' | 'P' | 'f' | 'F') || is_raised(char);
        let bare = column.stem.trim_end_matches(is_mark);
        if bare.len() < column.stem.len() && period::is_likely(bare) {
            if column.stem.ends_with(|char: char| char.is_ascii_alphabetic()) {
                column.remark = column.stem;
            }
            column.stem = bare;
        }
        column.name = column.stem;
        for names in &HEADINGS {
            for name in names.split('|') {
                if name.eq_ignore_ascii_case(column.stem) {
                    column.is_field = true;
                    // What counts or names rows is kept under its own name.
                    if !names.starts_with('#') {
                        column.name = names.split('|').next().unwrap_or(name);
                    }
                }
            }
        }
        if !column.is_field && column.unit.is_empty() && is_of_values(column.stem) {
            column.unit = column.stem;
        }
        column.is_period = period::is_likely(column.stem);
        if column.is_period && !column.unit.is_empty() && !is_unit(column.unit) {
            column.remark = std::mem::take(&mut column.unit);
        }
        column
    }

    /// The column with another line of its heading below: its period, if one is, and what is told apart within it.
    pub(super) fn above(&self, heading: &'a str) -> Column<'a> {
        let (mut column, mut other) = (Column::of(heading), self.clone());
        if other.is_period && !column.is_period {
            std::mem::swap(&mut column, &mut other);
        }
        if column.unit.is_empty() {
            column.unit = other.unit;
        }
        Column { others: [self.others[1], other.stem], is_field: false, name: column.stem, ..column }
    }
}

/// A text, the unit behind it and whether it is called one: 经费（单位：万元）, 经费[万元], 经费/万元, 增长率%.
pub(super) fn split(text: &str) -> (&str, &str, bool) {
    let (mut open, mut inside, mut is_named) = (0, 0, false);
    // Where the last sign stands that a unit may follow, and what follows it.
    let (mut sign, mut behind) = ('\0', (0, 0));
    for (index, char) in text.char_indices() {
        let end = index + char.len_utf8();
        match char {
            '(' | '（' | '[' | '【' => (open, inside, is_named) = (index, end, false),
            ':' | '：' => (inside, is_named, sign, behind) = (end, true, char, (index, end)),
            '/' | '，' | ',' => (sign, behind) = (char, (index, end)),
            _ => {}
        }
    }
    let Some(last) = text.chars().next_back() else { return (text, "", false) };
    let before_last = text.len() - last.len_utf8();
    if matches!(last, ')' | '）' | ']' | '】') && open > 0 {
        let unit = text[inside..before_last].trim();
        let unit = if matches!(unit, "'000" | "’000" | "000s") { "thousand" } else { unit };
        return (text[..open].trim(), unit, is_named);
    }
    if matches!(last, '%' | '％' | '‰') && before_last > 0 {
        behind = (before_last, before_last);
    } else if sign == '/' && text[behind.1..].is_ascii() {
        // km/h is one unit, 人数/人 is not.
        return (text, "", false);
    }
    // Turnover £m, 金额 亿元.
    if let Some((stem, unit)) = text.rsplit_once(' ')
        && (is_of_values(unit) || (!unit.is_ascii() && is_unit(unit)))
    {
        return (stem.trim_end_matches([' ', ',', '，', ':', '：']), unit, false);
    }
    let (stem, unit) = (&text[..behind.0], text[behind.1..].trim());
    if stem.is_empty() || !is_unit(unit) { (text, "", false) } else { (stem.trim(), unit, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_fields_in_english_and_chinese() {
        for (heading, field) in [
            ("label", "label"),
            (" Value ", "value"),
            ("UNIT", "unit"),
            ("项目", "label"),
            ("数量", "value"),
            ("单位", "unit"),
            ("年度", "year"),
            ("类别", "group"),
        ] {
            let column = Column::of(heading);
            assert_eq!((column.name, column.is_field), (field, true), "{heading}");
        }
        assert!(!Column::of("label_en").is_field);
    }

    #[test]
    fn a_unit_stands_in_brackets_behind_the_heading() {
        for heading in ["数值（万元）", "数值(万元)", "数值 (万元)", "数值（单位：万元）"]
        {
            let column = Column::of(heading);
            assert_eq!((column.name, column.unit), ("value", "万元"), "{heading}");
        }
        for (heading, stem, unit) in [
            ("入学人数/万人", "入学人数", "万人"),
            ("经费[万元]", "经费", "万元"),
            ("经费【亿元】", "经费", "亿元"),
            ("经费，万元", "经费", "万元"),
            ("经费：万元", "经费", "万元"),
            ("增长率%", "增长率", "%"),
            ("Exports, $bn", "Exports", "$bn"),
            ("速度 km/h", "速度 km/h", ""),
            ("Turnover £m", "Turnover", "£m"),
            ("金额 亿元", "金额", "亿元"),
            ("Long jump", "Long jump", ""),
            ("Share of GDP", "Share of GDP", ""),
            ("城镇/乡村", "城镇/乡村", ""),
            ("其中：女", "其中：女", ""),
        ] {
            let column = Column::of(heading);
            assert_eq!((column.stem, column.unit), (stem, unit), "{heading}");
        }
        for (heading, stem, remark) in [
            ("2011年（预计）", "2011年", "预计"),
            ("2011(p)", "2011", "p"),
            ("2011*", "2011", ""),
            ("2011e", "2011", "2011e"),
            ("2011年¹", "2011年", ""),
        ] {
            let column = Column::of(heading);
            assert_eq!((column.stem, column.unit, column.remark), (stem, "", remark), "{heading}");
            assert!(column.is_period);
        }
        let column = Column::of("2011年（%）");
        assert!(column.is_period);
        assert_eq!((column.name, column.unit), ("2011年", "%"));
    }
}
