//! What the heading of a column says: which field it holds, its unit, its period.

use super::period;

/// The headings that name a field, in English and in Chinese. English is compared without case.
const HEADINGS: [(&str, &[&str]); 14] = [
    ("label", &["label", "指标", "項目", "项目", "名称", "指標", "名稱", "name", "item", "indicator"]),
    ("value", &["value", "数值", "数量", "數值", "數量"]),
    ("unit", &["unit", "单位", "單位"]),
    ("year", &["year", "年份", "年度", "时间", "時間", "年", "period", "date", "日期"]),
    ("group", &["group", "分组", "类别", "分組", "類別", "category"]),
    ("bound", &["bound"]),
    ("high", &["high"]),
    ("per", &["per"]),
    ("note", &["note", "备注", "備註"]),
    ("id", &["id"]),
    ("icon", &["icon"]),
    ("quote", &["quote"]),
    ("emphasis", &["emphasis"]),
    // Numbers of rows are no values.
    ("number", &["no.", "no", "#", "序号", "序號", "编号", "編號"]),
];

/// A column by its heading.
pub(super) struct Column {
    /// The whole heading.
    pub heading: String,
    /// The heading without its unit.
    pub stem: String,
    /// The unit in brackets behind the heading: 万元 in 数值（万元）.
    pub unit: String,
    /// The field of a figure that its cells are, if the heading names one.
    pub field: Option<&'static str>,
    /// Whether the brackets say that they hold a unit: 指标（单位：万元）.
    pub has_unit_remark: bool,
    /// Whether the heading is a period, so that the column holds the values of that period.
    pub is_period: bool,
}

impl Column {
    pub fn of(heading: &str) -> Column {
        let heading = heading.trim();
        let (stem, brackets) = split_brackets(heading);
        let known =
            |heading| HEADINGS.iter().find(|(_, names)| is_one_of(heading, names)).map(|(field, _)| *field);
        let is_period = period::is_likely(stem);
        let remark = brackets.and_then(unit_remark);
        Column {
            heading: heading.to_string(),
            stem: stem.to_string(),
            unit: remark.or(brackets).unwrap_or_default().to_string(),
            has_unit_remark: remark.is_some(),
            field: known(heading).or_else(|| known(stem)),
            is_period,
        }
    }
}

/// The unit of a remark such as 单位：万元 or "Unit: yuan".
pub(super) fn unit_remark(text: &str) -> Option<&str> {
    let (word, unit) = text.split_once(['：', ':'])?;
    is_one_of(word.trim(), &["单位", "單位", "unit", "units"]).then(|| unit.trim())
}

fn is_one_of(text: &str, names: &[&str]) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(text))
}

/// A heading and what stands in brackets at its end.
fn split_brackets(heading: &str) -> (&str, Option<&str>) {
    for (open, close) in [('（', '）'), ('(', ')'), ('[', ']'), ('【', '】')] {
        if let Some((stem, inside)) = heading.strip_suffix(close).and_then(|start| start.rsplit_once(open))
            && !stem.trim().is_empty()
        {
            return (stem.trim(), Some(inside.trim()));
        }
    }
    (heading, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_fields_in_english_and_chinese() {
        for (heading, field) in
            [("label", "label"), (" Value ", "value"), ("UNIT", "unit"), ("项目", "label")]
        {
            assert_eq!(Column::of(heading).field, Some(field), "{heading}");
        }
        for (heading, field) in [("数量", "value"), ("单位", "unit"), ("年度", "year"), ("类别", "group")]
        {
            assert_eq!(Column::of(heading).field, Some(field), "{heading}");
        }
        assert_eq!(Column::of("label_en").field, None);
    }

    #[test]
    fn a_unit_stands_in_brackets_behind_the_heading() {
        for heading in ["数值（万元）", "数值(万元)", "数值 [万元]", "数值（单位：万元）"]
        {
            let column = Column::of(heading);
            assert_eq!((column.field, column.unit.as_str()), (Some("value"), "万元"), "{heading}");
        }
        let column = Column::of("2011年（%）");
        assert!(column.is_period);
        assert_eq!((column.stem.as_str(), column.unit.as_str()), ("2011年", "%"));
    }
}
