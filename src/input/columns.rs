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
        let mut column = Column {
            stem: heading.trim(),
            name: "",
            is_field: false,
            unit: "",
            is_unit_named: false,
            is_period: false,
        };
        if let Some(start) = column.stem.strip_suffix([')', '）']) {
            let (mut open, mut inside) = (0, 0);
            for (index, char) in start.char_indices() {
                let end = index + char.len_utf8();
                match char {
                    '(' | '（' => (open, inside, column.is_unit_named) = (index, end, false),
                    ':' | '：' => (inside, column.is_unit_named) = (end, true),
                    _ => {}
                }
            }
            if open > 0 {
                column.unit = start.get(inside..).unwrap_or_default().trim();
                column.stem = start.get(..open).unwrap_or_default().trim();
            }
        }
        column.name = column.stem;
        for names in &HEADINGS {
            for name in names.split('|') {
                if name.eq_ignore_ascii_case(column.stem) {
                    column.name = names.split('|').next().unwrap_or(name);
                    column.is_field = true;
                }
            }
        }
        column.is_period = period::is_likely(column.stem);
        column
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
        for heading in ["数值（万元）", "数值(万元)", "数值 (万元)", "数值（单位：万元）"]
        {
            let column = Column::of(heading);
            assert_eq!((column.name, column.unit), ("value", "万元"), "{heading}");
        }
        let column = Column::of("2011年（%）");
        assert!(column.is_period);
        assert_eq!((column.name, column.unit), ("2011年", "%"));
    }
}
