//! What the heading of a column says: which field it holds, its unit, its period.

use super::period;

/// The headings that name a field, separated by `|`, the name of the field first. English is compared without case.
const HEADINGS: [&str; 12] = [
    "label|指标|指標|项目|項目|名称|名稱|name|item|indicator",
    "value|数值|數值|数量|數量",
    "unit|单位|單位",
    "year|年份|年度|时间|時間|年|日期|date|period",
    "group|分组|分組|类别|類別|category",
    "note|备注|備註",
    // Numbers of rows are no values.
    "#|序号|序號|编号|編號|no.",
    "bound",
    "per",
    "id",
    "icon",
    "quote",
];

/// A column by its heading.
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
    /// Whether the heading is a period, so that the column holds the values of that period.
    pub(super) is_period: bool,
}

impl<'a> Column<'a> {
    pub(super) fn of(heading: &'a str) -> Column<'a> {
        let mut stem = heading.trim();
        let mut unit = "";
        if let Some(start) = stem.strip_suffix([')', '）', ']', '】'])
            && let Some(open) = start.rfind(['(', '（', '[', '【'])
            && open > 0
        {
            let (before, inside) = start.split_at(open);
            (stem, unit) = (before.trim(), inside.trim_start_matches(['(', '（', '[', '【']));
        }
        let in_brackets = unit.len();
        for word in ["单位", "單位", "unit", "Unit"] {
            unit = unit.strip_prefix(word).unwrap_or(unit);
        }
        let is_unit_named = unit.len() < in_brackets;
        let field = HEADINGS.iter().find_map(|names| {
            let mut names = names.split('|').peekable();
            let field = names.peek().copied();
            field.filter(|_| names.any(|known| known.eq_ignore_ascii_case(stem)))
        });
        Column {
            stem,
            name: field.unwrap_or(stem),
            is_field: field.is_some(),
            unit: unit.trim_matches([':', '：', ' ']),
            is_unit_named,
            is_period: period::is_likely(stem),
        }
    }
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
        for heading in ["数值（万元）", "数值(万元)", "数值 [万元]", "数值（单位：万元）"]
        {
            let column = Column::of(heading);
            assert_eq!((column.name, column.unit), ("value", "万元"), "{heading}");
        }
        let column = Column::of("2011年（%）");
        assert!(column.is_period);
        assert_eq!((column.name, column.unit), ("2011年", "%"));
    }
}
