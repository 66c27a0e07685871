//! What the widget itself says, in each language it speaks.

use crate::figures::{Bound, Part, Period};
use crate::lang::Lang;

/// The fixed texts of one language.
#[derive(Debug)]
pub struct Words {
    /// Column of the table: what is counted.
    pub label: &'static str,
    /// Column of the table: how much.
    pub value: &'static str,
    /// Column of the table: the value as the author wrote it.
    pub written: &'static str,
    /// Column of the table: the period.
    pub period: &'static str,
    /// Column of the table: the group.
    pub group: &'static str,
    /// Column of the table: the remark.
    pub note: &'static str,
    /// Column of the table: the sentence of the source.
    pub quote: &'static str,
    /// Stands for a value that is missing.
    pub missing: &'static str,
    /// Before a unit at the head of its panel.
    pub unit: &'static str,
    /// Said once when there are several scales.
    pub scales: &'static str,
    /// Before the name of the source.
    pub source: &'static str,
    /// The button that opens the table.
    pub table: &'static str,
    /// The name of a chart that has no title.
    pub chart: &'static str,
    /// Between a label and what is said of it.
    pub colon: &'static str,
    /// Between two clauses.
    pub comma: &'static str,
    /// Between two sentences of the key.
    pub semicolon: &'static str,
    /// Ends a sentence.
    pub stop: &'static str,
    /// Around an aside.
    pub brackets: [&'static str; 2],
    /// Around a quotation.
    pub quotes: [&'static str; 2],
    /// How many figures stand only in the table, `#` being the number.
    pub omitted: &'static str,
    /// How many rows could not be read, `#` being the number.
    pub left_out: &'static str,
    /// Pages of the table, `#` being the number of one.
    pub page: &'static str,
    /// What the form of each bound means, in the order of [`Bound`].
    pub forms: [&'static str; 5],
    /// What hatching on a closed scale means.
    pub hatched: &'static str,
}

static ZH_HANS: Words = Words {
    label: "指标",
    value: "数值",
    written: "原文写法",
    period: "时间",
    group: "分组",
    note: "备注",
    quote: "原文",
    missing: "无数据",
    unit: "单位：",
    scales: "不同单位分开比较，各用各的比例尺",
    source: "资料来源：",
    table: "数据表",
    chart: "图表",
    colon: "：",
    comma: "，",
    semicolon: "；",
    stop: "。",
    brackets: ["（", "）"],
    quotes: ["“", "”"],
    omitted: "另有#项见数据表。",
    left_out: "有#项无法读取，未列入。",
    page: "第#页",
    forms: [
        "",
        "末端箭头表示“不少于”",
        "末端方括号表示“不超过”",
        "波形末端表示约数",
        "斜纹段表示数值所在的区间",
    ],
    hatched: "斜纹表示“以上”可能达到的范围",
};

static ZH_HANT: Words = Words {
    label: "指標",
    value: "數值",
    written: "原文寫法",
    period: "時間",
    group: "分組",
    note: "備註",
    quote: "原文",
    missing: "無資料",
    unit: "單位：",
    scales: "不同單位分開比較，各用各的比例尺",
    source: "資料來源：",
    table: "資料表",
    chart: "圖表",
    colon: "：",
    comma: "，",
    semicolon: "；",
    stop: "。",
    brackets: ["（", "）"],
    quotes: ["「", "」"],
    omitted: "另有#項見資料表。",
    left_out: "有#項無法讀取，未列入。",
    page: "第#頁",
    forms: [
        "",
        "末端箭頭表示「不少於」",
        "末端方括號表示「不超過」",
        "波形末端表示約數",
        "斜紋段表示數值所在的區間",
    ],
    hatched: "斜紋表示「以上」可能達到的範圍",
};

static EN: Words = Words {
    label: "Figure",
    value: "Value",
    written: "As written",
    period: "Period",
    group: "Group",
    note: "Note",
    quote: "Quotation",
    missing: "no data",
    unit: "",
    scales: "Each unit has a scale of its own",
    source: "Source: ",
    table: "Data table",
    chart: "Chart",
    colon: ": ",
    comma: ", ",
    semicolon: ". ",
    stop: ".",
    brackets: [" (", ")"],
    quotes: ["“", "”"],
    omitted: "# more in the data table.",
    left_out: "# could not be read and were left out.",
    page: "Page #",
    forms: [
        "",
        "Arrows at the end mean “at least”",
        "A bracket at the end means “at most”",
        "A wavy end means “about”",
        "Hatching spans the stated range",
    ],
    hatched: "Hatching shows how far “or more” may reach",
};

impl Words {
    /// The texts of a language.
    pub fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::ZhHans => &ZH_HANS,
            Lang::ZhHant => &ZH_HANT,
            Lang::En => &EN,
        }
    }

    /// What the form of a bound means; empty for an exact number, whose form needs no word.
    pub fn form(&self, bound: Bound) -> &'static str {
        match bound {
            Bound::Exact => self.forms[0],
            Bound::AtLeast => self.forms[1],
            Bound::AtMost => self.forms[2],
            Bound::About => self.forms[3],
            Bound::Range => self.forms[4],
        }
    }
}

/// A period as the language says it: 2011年3月, "March 2011".
pub fn period(period: &Period, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = |number: u8| MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or("");
    let year = period.year.to_string();
    if lang.is_chinese() {
        let season = match period.part {
            Part::Year => String::new(),
            Part::Quarter(quarter) => ["第", &quarter.to_string(), "季度"].concat(),
            Part::Month(month) => [&month.to_string(), "月"].concat(),
            Part::Day(month, day) => [&month.to_string(), "月", &day.to_string(), "日"].concat(),
        };
        return [&year, "年", &season].concat();
    }
    match period.part {
        Part::Year => year,
        Part::Quarter(quarter) => ["Q", &quarter.to_string(), " ", &year].concat(),
        Part::Month(number) => [month(number), " ", &year].concat(),
        Part::Day(number, day) => [&day.to_string(), " ", month(number), " ", &year].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_said_in_both_languages() {
        let day = Period { year: 2011, part: Part::Day(3, 5) };
        assert_eq!(period(&day, Lang::ZhHans), "2011年3月5日");
        assert_eq!(period(&day, Lang::En), "5 March 2011");
        let quarter = Period { year: 2011, part: Part::Quarter(2) };
        assert_eq!(period(&quarter, Lang::ZhHant), "2011年第2季度");
        assert_eq!(period(&quarter, Lang::En), "Q2 2011");
    }
}
