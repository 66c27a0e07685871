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

/// Whether a text has one of the words, which are separated by `|`, whatever their letter case. One of Latin letters begins
/// where a word does: "moderate" has no rate, and "rates" has.
#[inline(never)]
pub(crate) fn mentions(text: &str, words: &str) -> bool {
    // The search of the standard library is fast on long texts, at half a kilobyte of the download.
    words.split('|').filter(|word| !word.is_empty()).any(|word| {
        let mut before = 0;
        text.as_bytes().windows(word.len()).any(|part| {
            let within = part[0].is_ascii_alphabetic() && u8::is_ascii_alphabetic(&before);
            before = part[0];
            !within && part.eq_ignore_ascii_case(word.as_bytes())
        })
    })
}

/// The columns of the table, in the order of [`crate::outline::Column`].
pub const COLUMNS: [&str; 7] = [
    "指标|指標|Item",
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
pub const SAVE: &str = "下载与分享|下載與分享|Save or share";
/// The button that shows what can be chosen.
pub const OPTIONS: &str = "选项|選項|Options";
/// Where something could not be fetched.
pub const LATER: &str =
    "未能加载，请稍后再试。|未能載入，請稍後再試。|Could not be loaded. Please try again.";
/// What the tools say, in the order in which `www/tools.mjs` takes it.
pub const CONTROLS: [&str; 27] = [
    "单位|單位|Unit",
    "分组|分組|Group",
    "时间|時間|Period",
    "全部|全部|All",
    "排序|排序|Order",
    "原顺序|原順序|As given",
    "从大到小|由大到小|Largest first",
    "从小到大|由小到大|Smallest first",
    "按名称|依名稱|By name",
    "播放|播放|Play",
    "暂停|暫停|Pause",
    "听图表|聽圖表|Listen",
    "停止|停止|Stop",
    "键盘操作|鍵盤操作|Keyboard",
    "复制数据|複製資料|Copy data",
    "复制链接|複製連結|Copy link",
    "复制嵌入代码|複製嵌入程式碼|Copy embed code",
    "已复制。|已複製。|Copied.",
    "无法自动复制，请手动复制。|無法自動複製，請手動複製。|Could not be copied. Please copy it by hand.",
    "显示全部#项。|顯示全部#項。|All figures are shown (#).",
    "显示#项，共#项。|顯示#項，共#項。|Figures shown: # of #.",
    "共#个音，依次对应各项数据，音越高数值越大。|共#個音，依序對應各項資料，音越高數值越大。|Number of tones: #, one for each figure in order. The higher the tone, the larger the value.",
    "末尾上滑表示“至少”，下滑表示“不超过”，颤音表示约数或区间。|末尾上滑表示「至少」，下滑表示「不超過」，顫音表示概數或區間。|A tone that rises at its end means “at least”, one that falls “at most”, one that wavers “about” or a range.",
    "最低：|最低：|Lowest: ",
    "最高：|最高：|Highest: ",
    "这里没有可以播放的数值。|這裡沒有可以播放的數值。|There are no values to listen to.",
    "此浏览器不能播放声音。|此瀏覽器不能播放聲音。|This browser cannot play sounds.",
];
/// What each key does in the plot: the keys, and what they do.
pub const KEYS: [(&str, &str); 10] = [
    ("← →", "上一项、下一项|上一項、下一項|previous and next figure"),
    ("↑ ↓", "上一个、下一个系列或分图|上一個、下一個系列或分圖|previous and next series or panel"),
    ("Home End", "第一项、最后一项|第一項、最後一項|first and last figure"),
    ("PgUp PgDn", "后退、前进十分之一|後退、前進十分之一|back or forward by a tenth"),
    (
        "0–9",
        "跳到相应位置：5到中间，25到四分之一处|跳到相應位置：5到中間，25到四分之一處|go to that part of the chart: 5 for the middle, 25 for a quarter of the way",
    ),
    ("Enter", "选中当前项|選取目前項|select the figure"),
    ("T", "打开或关闭数据表|開啟或關閉資料表|open or close the data table"),
    ("S", "听图表，再按停止|聽圖表，再按停止|listen to the chart, or stop"),
    ("?", "显示本说明|顯示本說明|show these keys"),
    (
        "Esc",
        "收起提示；再按一次离开图表|收起提示；再按一次離開圖表|close the details; once more to leave the chart",
    ),
];
/// What can be done with the buttons of a legend.
pub const LEGEND: &str = "图例：点按隐藏或显示，双击或Shift+Enter只看这一项。|圖例：點按隱藏或顯示，連按兩下或Shift+Enter只看這一項。|Legend: press a name to hide or show it; double-click or Shift+Enter to see it alone.";
/// How the picture is gone through by keyboard, for those who do not see it.
pub const ARROWS: &str = "方向键逐项查看，问号键列出全部按键；数据表列出全部数字。|方向鍵逐項檢視，問號鍵列出全部按鍵；資料表列出全部數字。| Arrow keys go from figure to figure, the question mark lists all keys; the data table lists every number.";
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
/// Before the last of several forms, where that is no number card and where it is one.
pub const BESIDES: [&str; 2] = [LISTED[1], "，另有|，另有|, plus "];
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
    "只给出下限|只給出下限| give only a lower bound| gives only a lower bound",
    "只给出上限|只給出上限| give only an upper bound| gives only an upper bound",
    "为约数|為概數| are approximate| is approximate",
    "为区间|為區間| are ranges| is a range",
    "无数据|無資料| are missing| is missing",
];
/// Behind their number.
pub const ITEM: &str = "项|項|";
/// Of which figures something is said.
pub const OF_UNIT: &str = "以#为单位的数据中，|以#為單位的資料中，|among the figures with the unit #, ";
/// See [`OF_UNIT`].
pub const OF_GROUP: &str = "“#”的数据中，|「#」的資料中，|among the figures in “#”, ";
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
/// That all values are the same; that all are stated the same, whatever they may be.
pub const EQUAL: [&str; 2] = [
    "#项数值相同，均为|#項數值相同，均為|all # values are the same: ",
    "所列#项数值相同，均为|所列#項數值相同，均為|all # stated values are the same: ",
];
/// Between a period and its value, in English the other way round; days have their own preposition.
pub const AT: [&str; 2] = ["为|為| in ", "为|為| on "];
/// Before the first of two values and between them; ranges have a "to" of their own.
pub const TREND: [[&str; 2]; 2] = [["||from ", "，|，| to "], ["||", "，|，|, then "]];
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
    "有#项无法读取，未列入。|有#項無法讀取，未列入。|Left out because they could not be read: #.";
/// Which page of the table it is.
pub const PAGE: &str = "第#页|第#頁|Page #";
/// What is in the middle of a ring.
pub const TOTAL: &str = "合计|合計|Total";
/// Before what each row of parts comes to.
pub const TOTALS: &str = "合计：|合計：|Totals: ";
/// What is aimed at.
pub const TARGET: &str = "目标#|目標#|Target #";
/// What each icon stands for.
pub const ICON: &str = "每个图标代表#|每個圖示代表#|Each icon stands for #";
/// What each of a hundred cells stands for.
pub const CELL: &str = "每格代表1%|每格代表1%|Each cell stands for 1%";
/// How the picture is read: each sign of a bound in the order of `Sign`, then several scales.
pub const KEY: [&str; 12] = [
    "末端箭头表示“至少”|末端箭頭表示「至少」|Arrows at the end mean “at least”",
    "末端方括号表示“不超过”|末端方括號表示「不超過」|A bracket at the end means “at most”",
    "波形末端表示约数|波形末端表示概數|A wavy end means “about”",
    "斜纹段表示数值所在的区间|斜紋段表示數值所在的區間|Hatching spans the stated range",
    "斜纹表示“至少”可能达到的范围|斜紋表示「至少」可能達到的範圍|Hatching shows how far “at least” may reach",
    "空心点表示约数|空心點表示概數|A hollow dot means “about”",
    "带端线的线段表示数值所在的区间|帶端線的線段表示數值所在的區間|A bar with a stroke at each end spans the stated range",
    "末端加号表示“至少”|末端加號表示「至少」|A plus at the end means “at least”",
    "末端空心表示约数|末端空心表示概數|A hollow end means “about”",
    "灰色部分表示数值所在的区间|灰色部分表示數值所在的區間|Grey spans the stated range",
    "对数刻度上，距离相等表示倍数相等|對數刻度上，距離相等表示倍數相等|On a logarithmic scale, equal distances are equal ratios",
    "各图刻度不同|各圖刻度不同|Each panel has its own scale",
];

/// The months in English.
pub const MONTHS: &str =
    "January|February|March|April|May|June|July|August|September|October|November|December";

/// A period as the language says it: 2011年3月, "March 2011".
pub fn period(period: &Period, lang: Lang) -> String {
    spelled(period, lang, false, true)
}

/// The same where there is little room, as at an axis: 2011Q1 and "Q1 2011", 2011年3月 and "Mar 2011". Without the year
/// where it is known, because the period `before` is an earlier one of the same year: 3月 and "Mar".
pub fn short_period(of: &Period, before: Option<&Period>, lang: Lang) -> String {
    let is_known = before.is_some_and(|before| before.year == of.year && before < of);
    spelled(of, lang, true, !is_known)
}

fn spelled(period: &Period, lang: Lang, short: bool, with_year: bool) -> String {
    let (mut text, year) = (String::new(), format::plain(period.year.into()));
    let chinese = lang.is_chinese();
    // Chinese goes from the year down to the day, English the other way round.
    let mut add = |number: u8, before: &str, after: &str| {
        text.push_str(before);
        text.push_str(&format::plain(number.into()));
        text.push_str(after);
    };
    let (mut named, mut mark) = (0, "年");
    match period.part {
        Part::Year if short => mark = "",
        Part::Year => {}
        Part::Quarter(quarter) if chinese && !short => {
            let traditional = lang == Lang::ZhHant;
            text.push_str(if traditional { "第" } else { "" });
            text.push_str(nth("|一|二|三|四", quarter.into()));
            text.push_str(if traditional { "季" } else { "季度" });
        }
        Part::Quarter(quarter) => {
            mark = "";
            add(quarter, "Q", if chinese { "" } else { " " });
        }
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
    if named > 0 {
        let month = nth(MONTHS, usize::from(named) - 1);
        text.push_str(month.get(..3).filter(|_| short).unwrap_or(month));
        text.push(' ');
    }
    if chinese && with_year {
        text.insert_str(0, mark);
        text.insert_str(0, &year);
    } else if with_year {
        text.push_str(&year);
    } else if !chinese {
        // The space before the year.
        text.pop();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_said_in_both_languages() {
        let month = Period { year: 2011, part: Part::Month(3) };
        assert_eq!(short_period(&month, None, Lang::ZhHans), "2011年3月");
        assert_eq!(short_period(&month, None, Lang::En), "Mar 2011");
        let before = Period { year: 2011, part: Part::Month(2) };
        assert_eq!(short_period(&month, Some(&before), Lang::ZhHans), "3月");
        assert_eq!(short_period(&month, Some(&before), Lang::En), "Mar");
        assert_eq!(short_period(&before, Some(&month), Lang::En), "Feb 2011", "not behind its year");
        let quarter = Period { year: 2011, part: Part::Quarter(2) };
        assert_eq!(short_period(&quarter, None, Lang::ZhHant), "2011Q2");
        assert_eq!(short_period(&quarter, None, Lang::En), "Q2 2011");
        let first = Period { year: 2011, part: Part::Quarter(1) };
        assert_eq!(short_period(&quarter, Some(&first), Lang::ZhHant), "Q2");
        assert_eq!(short_period(&quarter, Some(&first), Lang::En), "Q2");
        assert_eq!(short_period(&Period { year: 2011, part: Part::Year }, None, Lang::En), "2011");
        let day = Period { year: 2011, part: Part::Day(3, 5) };
        assert_eq!(short_period(&day, Some(&month), Lang::ZhHans), "3月5日");
        assert_eq!(short_period(&day, None, Lang::En), "5 Mar 2011");
        assert_eq!(period(&day, Lang::ZhHans), "2011年3月5日");
        assert_eq!(period(&day, Lang::En), "5 March 2011");
        let quarter = Period { year: 2011, part: Part::Quarter(2) };
        assert_eq!(period(&quarter, Lang::ZhHant), "2011年第二季");
        assert_eq!(period(&quarter, Lang::ZhHans), "2011年二季度");
        assert_eq!(period(&quarter, Lang::En), "Q2 2011");
    }
}
