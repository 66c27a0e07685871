//! What the heading of a column says: which field it holds, its unit, its period.

use super::amount::{is_of_values, is_unit};
use super::cell::without_mark;
use super::header::{Brackets, begins_with_year, bracketed, is_span};
use super::period;
use super::roles::parted;

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

/// What may stand behind a period, without brackets.
const REMARKS: &str = "e|p|f|r|a|预测|預測|预计|預計|估计|快报|快報|初步核算";

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
    /// The period in them: 2020 in Population (2020).
    pub(super) period: &'a str,
    /// What stands in them that is no period and no unit that is known: 常住 in 人口（万人，常住）.
    aside: &'a str,
    /// The heading with its brackets, unless they hold a period beside something else.
    whole: &'a str,
    /// What stands there behind a period instead: 预计 in 2011年（预计）.
    pub(super) remark: &'a str,
    /// Of a heading in several lines, those that are neither its stem nor its unit, from above.
    pub(super) others: [&'a str; 2],
    /// Whether the heading is a period, so that the column holds the values of that period.
    pub(super) is_period: bool,
    /// The month or the quarter of that year that stands below it, or empty.
    pub(super) part: &'a str,
}

impl<'a> Column<'a> {
    pub(super) fn of(heading: &'a str) -> Column<'a> {
        let mut column = Column {
            stem: bare(heading),
            name: "",
            is_field: false,
            unit: "",
            is_unit_named: false,
            period: "",
            aside: "",
            whole: "",
            remark: "",
            others: [""; 2],
            is_period: false,
            part: "",
        };
        column.take_brackets();
        if column.unit.is_empty() {
            (column.stem, column.unit) = split(column.stem);
        }
        // 2011e is an estimate.
        for remark in REMARKS.split('|') {
            let at = column.stem.len().wrapping_sub(remark.len());
            if let Some((bare, end)) = column.stem.split_at_checked(at)
                && end.eq_ignore_ascii_case(remark)
                && period::is_likely(bare)
            {
                column.remark = column.stem;
                column.stem = bare;
                break;
            }
        }
        column.name = column.stem;
        for names in &HEADINGS {
            for name in names.split('|') {
                if name.eq_ignore_ascii_case(column.stem) {
                    column.is_field = true;
                    // What counts or names rows is kept under its own name.
                    if !names.starts_with("#") {
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
        } else if !column.aside.is_empty() && column.aside != column.unit {
            column.remark = column.aside;
        }
        column
    }

    /// Takes the brackets at the end: a unit, a period, and what is neither, each once.
    fn take_brackets(&mut self) {
        let heading = self.stem;
        while let Some((stem, inside)) = bracketed(self.stem) {
            let found = Brackets::of(inside);
            let is_twice = |own: &str, other: &str| !own.is_empty() && !other.is_empty();
            if is_twice(self.period, found.period)
                || is_twice(self.unit, found.unit)
                || is_twice(self.unit, found.aside)
                || is_twice(self.aside, found.aside)
            {
                break;
            }
            for (own, other) in [
                (&mut self.period, found.period),
                (&mut self.unit, found.unit),
                (&mut self.aside, found.aside),
            ] {
                if own.is_empty() {
                    *own = other;
                }
            }
            self.is_unit_named |= found.is_named;
            self.stem = bare(stem);
        }
        if self.period.is_empty() || (self.unit.is_empty() && self.aside.is_empty()) {
            self.whole = heading;
        }
        if !self.unit.is_empty() {
            return;
        }
        // 人口（2023年末） and Spending (2016/17) say when, though not as periods do.
        if begins_with_year(self.aside) && !self.whole.is_empty() && !period::is_likely(self.stem) {
            (self.stem, self.aside) = (self.whole, "");
        }
        // What stands behind a span of time is a remark: 2011年1-11月（快报）.
        if !is_span(self.stem) {
            self.unit = self.aside;
        }
    }

    /// The period that the column holds the values of, or empty.
    pub(super) fn dated(&self) -> &'a str {
        if self.is_period { self.stem } else { self.period }
    }

    /// Makes what stands in the brackets part of what the column is called.
    pub(super) fn name_by(&mut self, aside: &'a str) {
        if self.is_period {
            self.others = [self.others[1], aside];
        } else if self.whole.is_empty() {
            self.others = [self.others[1], self.stem];
            self.stem = aside;
        } else {
            self.stem = self.whole;
        }
        if self.name != "value" && !self.is_period {
            (self.name, self.is_field) = (self.stem, false);
        }
    }

    /// The column with what the brackets of a heading that spans it hold, where it has nothing of the kind.
    pub(super) fn under(mut self, above: &Column<'a>) -> Column<'a> {
        if self.aside.is_empty() && !above.aside.is_empty() {
            (self.aside, self.whole) = (above.aside, "");
        }
        for (own, other) in
            [(&mut self.unit, above.unit), (&mut self.period, above.period), (&mut self.remark, above.remark)]
        {
            if own.is_empty() {
                *own = other;
            }
        }
        self
    }

    /// The column with another line of its heading below: its period, if one is, and what is told apart within it.
    pub(super) fn above(&self, heading: &'a str) -> Column<'a> {
        let (mut column, mut other) = (Column::of(heading), self.clone());
        if other.is_period && parted(other.stem, column.stem).is_some() {
            return Column { part: column.stem, ..other.under(&column) };
        }
        if other.is_period && !column.is_period {
            std::mem::swap(&mut column, &mut other);
        }
        let others = [self.others[1], other.stem];
        Column { others, is_field: false, name: column.stem, ..column.under(&other) }
    }
}

/// A heading without the marks of footnotes, though what is bracketed may be a unit: Length[m].
fn bare(heading: &str) -> &str {
    let mut bare = heading.trim();
    while let Some(rest) = without_mark(bare)
        && !rest.is_empty()
        && !matches!(
            bare.as_bytes(),
            [.., b')'] | [.., b'[', b'A'..=b'Z' | b'g' | b'h' | b'l' | b'm' | b's' | b't', b']']
        )
    {
        bare = rest;
    }
    bare
}

/// What is told apart only by brackets is called by them too, unless they hold units that are known: 人口（常住） beside
/// 人口（户籍）.
pub(super) fn tell_apart(columns: &mut [Column]) {
    // Each is compared with all others.
    if columns.len() > 1000 {
        return;
    }
    let before = columns.to_vec();
    for (index, column) in columns.iter_mut().enumerate() {
        let own = &before[index];
        let siblings = || before.iter().filter(|other| other.stem == own.stem && other.others == own.others);
        let is_letter = |text: &str| text.len() == 1 && text.as_bytes()[0].is_ascii_alphabetic();
        let mut aside = own.aside;
        // Beside F, M is no metre.
        if is_letter(own.unit) && siblings().any(|other| is_letter(other.aside)) {
            aside = own.unit;
        }
        // Of a field, the first column stays it.
        let is_first = || before[..index].iter().all(|other| other.name != own.name);
        if aside.is_empty()
            || !siblings().any(|other| other.aside != aside)
            || (own.is_field && own.name != "value" && is_first())
        {
            continue;
        }
        for text in [&mut column.unit, &mut column.remark] {
            if *text == aside {
                *text = "";
            }
        }
        column.name_by(aside);
    }
}

/// Whether a heading is that of units.
pub(super) fn is_unit_heading(text: &str) -> bool {
    HEADINGS[2].split('|').any(|name| name.eq_ignore_ascii_case(text))
}

/// What stands before the heading of a unit with which a text ends: 涨跌幅度 in 涨跌幅度 单位.
pub(super) fn before_unit_heading(text: &str) -> Option<&str> {
    let mut found: Option<&str> = None;
    for name in HEADINGS[2].split('|') {
        if let Some((stem, end)) = text.split_at_checked(text.len().wrapping_sub(name.len()))
            && end.eq_ignore_ascii_case(name)
            && !(name.is_ascii() && stem.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric))
            && found.is_none_or(|found| stem.len() < found.len())
        {
            found = Some(stem);
        }
    }
    let stem = found?.trim_end_matches(&[' ', ',', '，', ';', '；', '.', '。', '\u{3000}'][..]);
    (!stem.is_empty()).then_some(stem)
}

/// A text and the unit behind it without brackets: 经费/万元, 经费：万元, 增长率%.
fn split(text: &str) -> (&str, &str) {
    // 2011 年 has no unit.
    if period::parse(text).is_some() {
        return (text, "");
    }
    // Where the last sign stands that a unit may follow, and what follows it.
    let (mut sign, mut behind) = ('\0', (0, 0));
    for (index, char) in text.char_indices() {
        if matches!(char, ':' | '：' | '/' | '，' | ',') {
            (sign, behind) = (char, (index, index + char.len_utf8()));
        }
    }
    let Some(last) = text.chars().next_back() else { return (text, "") };
    let before_last = text.len() - last.len_utf8();
    if matches!(last, '%' | '％' | '‰') && before_last > 0 {
        behind = (before_last, before_last);
    } else if sign == '/' && text[behind.1..].is_ascii() {
        // km/h is one unit, 人数/人 is not.
        return (text, "");
    }
    // Turnover £m, 金额 亿元.
    if let Some((stem, unit)) = text.rsplit_once(' ')
        && (is_of_values(unit) || (!unit.is_ascii() && is_unit(unit)))
    {
        return (stem.trim_end_matches(&[' ', ',', '，', ':', '：'][..]), unit);
    }
    let (stem, unit) = (&text[..behind.0], text[behind.1..].trim());
    if stem.is_empty() || !is_unit(unit) { (text, "") } else { (stem.trim(), unit) }
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
            ("2011R", "2011", "2011R"),
            ("2011年预测", "2011年", "2011年预测"),
            ("2011 年", "2011 年", ""),
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
