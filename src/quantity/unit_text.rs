//! What stands after the number: the unit, and what a rate is per.

use super::text::{GROUP_SPACE, Text, is_space};
use super::{digits, words};

/// Longest unit in Chinese characters.
const LONGEST_CHINESE: usize = 8;

/// Longest unit in letters, of at most three words.
const LONGEST_LATIN: usize = 40;

/// Currencies before the number, with the unit they stand for. Longer ones first where one begins another.
const CURRENCIES: &[(&str, &str)] = &[
    ("人民币", "元"),
    ("rmb", "元"),
    ("cny", "元"),
    ("¥", "元"),
    ("us$", "$"),
    ("hk$", "HK$"),
    ("nt$", "NT$"),
    ("a$", "A$"),
    ("c$", "C$"),
    ("s$", "S$"),
    ("$", "$"),
    ("usd", "$"),
    ("€", "€"),
    ("eur", "€"),
    ("£", "£"),
    ("gbp", "£"),
    ("rs.", "Rs"),
    ("rs", "Rs"),
    ("₹", "₹"),
    ("inr", "₹"),
    ("jpy", "JPY"),
    ("hkd", "HK$"),
    ("₩", "₩"),
    ("₽", "₽"),
];

/// Measure words that a number of one Chinese digit can stand before. Other words that begin so are names and
/// idioms: 一卡通, 四位一体's kin, 三级, 两委.
const MEASURES: &str = "个元名张家吨米公分亩户项次周平位人件倍台秒条所起只辆支枚岁套座立厘场处架口篇头块间桶对份幅册股趟\
                        层轮毫栋部封根艘英期批箱宗章票袋组天盏页粒集磅卷首本队千克幢尾款棵双床杯瓶包盒板眼列株\
                        笔盘桌遍小美欧日港摄版種種種张张種場張項條輛處間個戶隻噸畝類类种辈倍届代年";

/// No unit begins with these: dates, ordinals, particles.
const NEVER_FIRST: &str = "月日号號第时時后後的是和与與及或不之比成万亿萬億十百余多";

/// No unit contains these.
const NEVER_INSIDE: &str = "〇零一二两三四五六七八九十几兩幾的是和了之";

/// Words of English that no unit contains, except "of" between two others.
const NEVER_WORDS: &str = "of|and|or|to|from|in|on|at|the|is|was|are|were|by|with|for|than|but|not|am|pm|st|nd|rd|th|\
                           each|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|\
                           july|august|september|october|november|december|ad|bc";

/// The currency that stands at `pos` before a number: its unit and where it ends.
pub(super) fn currency(text: &Text, pos: usize) -> Option<(&'static str, usize)> {
    CURRENCIES.iter().find_map(|&(sign, unit)| Some((unit, text.match_at(sign, pos)?)))
}

/// A unit as written, with one name for a currency; `None` if the stretch can't be one.
///
/// `idiom` says that the number is a bare Chinese digit, with which many words begin.
pub(super) fn unit(text: &Text, start: usize, end: usize, value: f64, idiom: bool) -> Option<String> {
    let begin = text.skip_spaces(start).min(end);
    let end = text.trim_end(begin, end);
    if begin == end {
        return Some(String::new());
    }
    for &(sign, unit) in CURRENCIES {
        if text.is(sign, begin, end) {
            return Some(unit.to_string());
        }
    }
    if text.is("元人民币", begin, end) {
        return Some("元".to_string());
    }
    for (word, counter) in [("百分点", 0), ("个百分点", 1)] {
        if text.is(word, begin, end) {
            return Some(text.written(begin + counter, end));
        }
    }
    let first = text.at(begin);
    let chinese = (begin..end).any(|pos| is_han(text.at(pos)));
    let fits =
        if chinese { fits_chinese(text, begin, end) } else { fits_latin(text, begin, end, begin == start) };
    let year = first == '年' && (end > begin + 1 || value >= 1000.0);
    let clock = first == '点' && value <= 24.0;
    if !fits || year || clock || (idiom && chinese && !MEASURES.contains(first)) {
        return None;
    }
    Some(text.written(begin, end))
}

fn fits_chinese(text: &Text, start: usize, end: usize) -> bool {
    end - start <= LONGEST_CHINESE
        && !NEVER_FIRST.contains(text.at(start))
        && !matches!(digits::multiplier(text, start, false), Some((_, 2 | 3)))
        && (start..end).all(|pos| is_letter(text.at(pos)) && !NEVER_INSIDE.contains(text.at(pos)))
}

fn fits_latin(text: &Text, start: usize, end: usize, attached: bool) -> bool {
    if end - start > LONGEST_LATIN || !is_letter(text.at(start)) {
        return false;
    }
    // 5G, 18F and 3D are names; 5V and 5W are quantities.
    if attached && end == start + 1 && text.is_capital(start) && !"vwajnlck".contains(text.at(start)) {
        return false;
    }
    let (mut count, mut pos) = (0, start);
    while pos < end {
        let mut stop = pos;
        while stop < end && !is_space(text.at(stop)) {
            let char = text.at(stop);
            let inner = stop > pos && stop + 1 < end;
            let power = matches!(char, '2' | '3') && stop + 1 == end && text.at(stop - 1) == 'm';
            if !(is_letter(char) || power || (inner && matches!(char, '-' | '.' | '\'' | '·'))) {
                return false;
            }
            stop += 1;
        }
        count += 1;
        let linked = count == 2 && stop < end && text.is("of", pos, stop);
        let never = NEVER_WORDS.split('|').any(|word| text.is(word, pos, stop));
        if count > 3 || (never && !linked) || words::is_number(text, pos) {
            return false;
        }
        pos = text.skip_spaces(stop);
    }
    true
}

/// Where the unit ends and what the rate is per: 元/人, 元每人, "yuan per person", "$5 a day", "10 each".
pub(super) fn rate(text: &Text, start: usize, end: usize) -> Option<(usize, String)> {
    for pos in start..end {
        let (from, spaced) = if matches!(text.at(pos), '/' | '每') {
            (pos + 1, false)
        } else if is_space(text.at(pos)) || pos == start {
            let word = text.skip_spaces(pos);
            let after = ["per ", "a ", "an "].iter().find_map(|per| text.match_at(per, word));
            match after.or_else(|| text.match_at("each", word).map(|_| word)) {
                Some(after) if after < end => (after, true),
                _ => continue,
            }
        } else {
            continue;
        };
        if spaced && text.is("each", from, end) {
            return Some((pos, text.written(from, end)));
        }
        return Some((pos, denominator(text, from, end)?));
    }
    Some((end, String::new()))
}

/// What a rate is per, its parts joined by a middle dot: 人·年 for "/人/年" and 每人每年.
pub(super) fn denominator(text: &Text, start: usize, end: usize) -> Option<String> {
    let mut joined = String::new();
    let mut begin = start;
    for pos in start..=end {
        if pos < end && !matches!(text.at(pos), '/' | '每') {
            continue;
        }
        let mut from = text.skip_spaces(begin);
        if text.at(from) == '个' && pos > from + 1 && text.at(from + 1) != '月' {
            from += 1;
        }
        let last = text.trim_end(from.min(pos), pos);
        let fits = if (from..last).any(|pos| is_han(text.at(pos))) {
            last - from <= LONGEST_CHINESE
                && (from..last).all(|pos| {
                    is_letter(text.at(pos)) && !NEVER_INSIDE.replace('十', "").contains(text.at(pos))
                })
        } else {
            fits_latin(text, from, last, false)
        };
        if from >= last || !fits {
            return None;
        }
        if !joined.is_empty() {
            joined.push('·');
        }
        joined.push_str(&text.written(from, last));
        begin = pos + 1;
    }
    Some(joined)
}

pub(super) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9fff}')
}

/// Letters of any script, without the standard library's tables: what is no mark, symbol or digit.
fn is_letter(char: char) -> bool {
    char.is_ascii_alphabetic()
        || matches!(char, '²' | '³' | '°' | 'µ' | '℃' | '℉' | '·')
        || matches!(char, '\u{c0}'..='\u{1fff}' if char != '×' && char != '÷')
        || matches!(char, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
            && char != GROUP_SPACE
}
