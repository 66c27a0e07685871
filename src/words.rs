//! What the widget itself says, in each language it speaks.

use crate::figures::{Part, Period};
use crate::format;
use crate::lang::Lang;

/// One of three texts separated by `|`: in simplified and traditional Chinese and in English.
pub fn pick(texts: &'static str, lang: Lang) -> &'static str {
    nth(texts, lang as usize)
}

/// One of the texts separated by `|`, or empty.
pub(crate) fn nth(texts: &'static str, place: usize) -> &'static str {
    texts.split('|').nth(place).unwrap_or_default()
}

/// The columns of the table, in the order of [`crate::outline::Column`].
pub const COLUMNS: [&str; 7] = [
    "指标|指標|Figure",
    "数值|數值|Value",
    "原文写法|原文寫法|As written",
    "时间|時間|Period",
    "分组|分組|Group",
    "备注|備註|Note",
    "原文|原文|Quotation",
];
/// Stands for a value that is missing.
pub const MISSING: &str = "无数据|無資料|no data";
/// Before a unit at the head of its panel.
pub const UNIT: &str = "单位：|單位：|";
/// Before the name of the source.
pub const SOURCE: &str = "资料来源：|資料來源：|Source: ";
/// The button that opens the table.
pub const TABLE: &str = "数据表|資料表|Data table";
/// The button that offers the chart as files.
pub const SAVE: &str = "下载|下載|Download";
/// The buttons that turn the pages of the table.
pub const BACK: &str = "上一页|上一頁|Previous page";
/// See [`BACK`].
pub const ON: &str = "下一页|下一頁|Next page";
/// The name of a chart that has no title.
pub const CHART: &str = "图表|圖表|Chart";
/// At an axis on which equal distances are equal ratios.
pub const LOG: &str = "对数刻度|對數刻度|Logarithmic scale";
/// Between a label and what is said of it.
pub const COLON: &str = "：|：|: ";
/// Between two clauses.
pub const COMMA: &str = "，|，|, ";
/// Between two sentences of the key.
pub const SEMICOLON: &str = "；|；|. ";
/// Ends a sentence.
pub const STOP: &str = "。|。|.";
/// Between two sentences.
pub const SPACE: &str = "|| ";
/// Between a unit and what it is per.
pub const PER: &str = "/|/| per ";
/// Around an aside.
pub const BRACKETS: &str = "（#）|（#）| (#)";
/// Around a quotation.
pub const QUOTES: &str = "“#”|「#」|“#”";
/// What is drawn, in the order of [`crate::scene::Scene::drawn`]; an "s" makes several of the English ones.
pub const FORMS: [&str; 14] = [
    "数字卡片|數字卡片|number cards",
    "条形图|橫條圖|bar chart",
    "柱形图|直條圖|column chart",
    "折线图|折線圖|line chart",
    "分组条形图|分組橫條圖|grouped bar chart",
    "堆叠条形图|堆疊橫條圖|stacked bar chart",
    "面积图|面積圖|area chart",
    "斜线图|斜線圖|slope chart",
    "点图|點圖|dot plot",
    "环形图|環圈圖|donut chart",
    "方格图|方格圖|waffle chart",
    "象形图|象形圖|pictogram",
    "进度图|進度圖|progress chart",
    "矩形树图|矩形樹圖|treemap",
];
/// How many charts of one form there are.
pub const SEVERAL: &str = "#幅|#幅|# ";
/// How many figures there are, if there are several.
pub const COUNT: &str = "，共#项数据|，共#項資料| with # figures";
/// That there is one figure.
pub const ONE: &str = "，共1项数据|，共1項資料| with one figure";
/// In which unit, in which two and in how many.
pub const UNITS: [&str; 3] = [
    "，单位为#|，單位為#| (unit: #)",
    "，单位为#|，單位為#| (units: #)",
    "，有#种单位|，有#種單位| in # units",
];
/// Before the first and the last period.
pub const FROM: &str = "，|，| from ";
/// Between the two.
pub const UNTIL: &str = "至|至| to ";
/// Of how many groups.
pub const GROUPS: &str = "，分#组|，分#組|, in # groups";
/// Of how many series.
pub const SERIES: &str = "，有#个系列|，有#個系列|, in # series";
/// Between the parts of an enumeration, and before its last.
pub const LISTED: [&str; 2] = ["、|、|, ", "和|和| and "];
/// Between figures of an enumeration, and before its last.
pub const ITEMS: [&str; 2] = ["；|；|, ", "；|；| and "];
/// Between clauses, and before the last.
pub const CLAUSES: [&str; 2] = [COMMA, "，|，| and "];
/// Period and group behind the label of one figure among others.
pub const ASIDE: &str = "（#）|（#）|, #";
/// Before how many of the figures are bounded or missing.
pub const OF_THESE: &str = "其中|其中|Of these, ";
/// Where all are.
pub const ALL: &str = "各项均|各項均|All";
/// What they are, in the order of [`crate::figures::Bound`], then that they are missing.
pub const COUNTED: [&str; 5] = [
    "为“不少于”|為「不少於」| are minimums| is a minimum",
    "为“不超过”|為「不超過」| are maximums| is a maximum",
    "为约数|為約數| are approximate| is approximate",
    "为区间|為區間| are ranges| is a range",
    "无数据|無資料| are missing| is missing",
];
/// Behind their number.
pub const ITEM: &str = "项|項|";
/// Of which figures something is said.
pub const OF_UNIT: &str = "以#为单位的数据中，|以#為單位的資料中，|of the figures in #, ";
/// See [`OF_UNIT`].
pub const OF_GROUP: &str = "“#”的数据中，|「#」的資料中，|of the figures in “#”, ";
/// Where no other value could be higher or lower.
pub const HIGHEST: &str = "数值最高的|數值最高的|the highest value is ";
/// Where another could be, of which only a bound is stated.
pub const STATED: &str = "所列数值最高的|所列數值最高的|the highest stated value is ";
/// See [`HIGHEST`].
pub const LOWEST: &str = "最低的|最低的|the lowest ";
/// Before one that is the highest or lowest.
pub const IS: &str = "是|是|";
/// That so many are.
pub const ARE: &str = "有#项|有#項|# figures";
/// Between several labels and the value of each.
pub const EACH: &str = "，均为|，均為|";
/// A value that has been said already, by its period.
pub const THAT_OF: &str = "#|#|that of #";
/// That there is one value.
pub const ONLY: &str = "只有1项数值：|只有1項數值：|the only value is ";
/// That all values are the same.
pub const EQUAL: &str = "#项数值相同，均为|#項數值相同，均為|all # values are the same: ";
/// Between a period and its value, in English the other way round; days have their own preposition.
pub const AT: [&str; 2] = ["为|為| in ", "为|為| on "];
/// Before the first of two values and between them.
pub const TREND: [&str; 2] = ["||from ", "，|，| to "];
/// Around how the last stands to the first.
pub const CHANGED: &str = "，#|，#| (#)";
/// What all parts make.
pub const SUM: &str = "合计#|合計#|The total is #";
/// The hero of the story.
pub const HERO: &str = "突出显示的是|突出顯示的是|Highlighted: ";
/// How many figures stand only in the table.
pub const OMITTED: &str = "另有#项见数据表。|另有#項見資料表。|# more in the data table.";
/// How many rows could not be read.
pub const LEFT_OUT: &str =
    "有#项无法读取，未列入。|有#項無法讀取，未列入。|# could not be read and were left out.";
/// Which page of the table it is.
pub const PAGE: &str = "第#页|第#頁|Page #";
/// What is in the middle of a ring.
pub const TOTAL: &str = "合计|合計|Total";
/// What is aimed at.
pub const TARGET: &str = "目标#|目標#|Target #";
/// What each icon stands for.
pub const ICON: &str = "每个图标代表#|每個圖標代表#|Each icon stands for #";
/// What each of a hundred cells stands for.
pub const CELL: &str = "每格代表1%|每格代表1%|Each cell stands for 1%";
/// How the picture is read: each sign of a bound in the order of `Sign`, then several scales.
pub const KEY: [&str; 12] = [
    "末端箭头表示“不少于”|末端箭頭表示「不少於」|Arrows at the end mean “at least”",
    "末端方括号表示“不超过”|末端方括號表示「不超過」|A bracket at the end means “at most”",
    "波形末端表示约数|波形末端表示約數|A wavy end means “about”",
    "斜纹段表示数值所在的区间|斜紋段表示數值所在的區間|Hatching spans the stated range",
    "斜纹表示“以上”可能达到的范围|斜紋表示「以上」可能達到的範圍|Hatching shows how far “or more” may reach",
    "空心点表示约数|空心點表示約數|A hollow dot means “about”",
    "点上的线段表示数值所在的区间|點上的線段表示數值所在的區間|A bar through a dot spans the stated range",
    "末端加号表示“不少于”|末端加號表示「不少於」|A plus at the end means “at least”",
    "末端空心表示约数|末端空心表示約數|A hollow end means “about”",
    "灰色部分表示数值所在的区间|灰色部分表示數值所在的區間|Grey spans the stated range",
    "对数刻度上，距离相等表示倍数相等|對數刻度上，距離相等表示倍數相等|On a logarithmic scale, equal distances are equal ratios",
    "不同单位分开比较，各用各的比例尺|不同單位分開比較，各用各的比例尺|Each unit has a scale of its own",
];

/// A period as the language says it: 2011年3月, "March 2011".
pub fn period(period: &Period, lang: Lang) -> String {
    const MONTHS: &str =
        "January|February|March|April|May|June|July|August|September|October|November|December";
    let (mut text, year) = (String::new(), format::plain(period.year.into()));
    let chinese = lang.is_chinese();
    // Chinese goes from the year down to the day, English the other way round.
    let mut add = |number: u8, before: &str, after: &str| {
        text.push_str(before);
        text.push_str(&format::plain(number.into()));
        text.push_str(after);
    };
    let mut named = 0;
    match period.part {
        Part::Year => {}
        Part::Quarter(quarter) if chinese => add(quarter, "第", "季度"),
        Part::Quarter(quarter) => add(quarter, "Q", " "),
        Part::Month(month) if chinese => add(month, "", "月"),
        Part::Month(month) => named = month,
        Part::Day(month, day) if chinese => {
            add(month, "", "月");
            add(day, "", "日");
        }
        Part::Day(month, day) => {
            add(day, "", " ");
            named = month;
        }
    }
    if chinese {
        return [&year, "年", &text].concat();
    }
    if named > 0 {
        text.push_str(nth(MONTHS, usize::from(named) - 1));
        text.push(' ');
    }
    text.push_str(&year);
    text
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
