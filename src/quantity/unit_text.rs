//! What stands after the number: the unit, and what a rate is per.

use super::text::{Text, is_in, is_space};
use super::{digits, words};

/// Longest unit in Chinese characters.
const LONGEST_CHINESE: usize = 8;

/// Longest thing in Chinese characters that a rate is per; 每 and more of them is a sentence.
const LONGEST_PER: usize = 4;

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

/// Measure words that a small number in Chinese numerals can stand before. Other words that begin so are names and
/// idioms: 一卡通, 三级, 两委, 二十大.
const MEASURES: &str = "个元名张家吨米分亩户项次位人件倍台秒条所起只辆支枚岁套座场处架口篇头块间桶对份幅册股趟层轮栋部封根艘期批箱\
                        宗票袋组天盏页粒集磅卷首本队幢尾款棵双床杯瓶包盒板眼列株笔盘桌遍种类辈届代年種張場項條輛處戶\
                        噸畝類";

/// The same for measure words whose first character alone is none.
const LONG_MEASURES: &str = "公里|公斤|公顷|公頃|平方|平米|立方|英里|英镑|英尺|英寸|英亩|海里|毫米|毫升|厘米|千米|千克|美元|美分|\
                             欧元|日元|港元|港币|小时|小時|周年|周";

/// No unit begins with these: dates, ordinals, particles.
const NEVER_FIRST: &str = "月日号號第时時季后後的是和与及或不之比成半强弱万亿十百余多";

/// No unit contains these.
const NEVER_INSIDE: &str = "〇零一二两三四五六七八九十几的是和了之";

/// Words of English that no unit contains, except "of" between two others.
const NEVER_WORDS: &str = "of|a|an|and|or|to|from|in|on|at|the|is|was|are|were|by|with|for|than|but|not|am|pm|st|nd|rd|th|\
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
    if text.match_any("元人民币|元整", begin) == Some(end) {
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
    let date = year || text.match_at("世纪", begin).is_some() || (first == '点' && value <= 24.0);
    if !fits || date || (idiom && chinese && !is_measure(text, begin)) {
        return None;
    }
    Some(text.written(begin, end))
}

fn is_measure(text: &Text, pos: usize) -> bool {
    is_in(text.at(pos), MEASURES) || text.match_any(LONG_MEASURES, pos).is_some()
}

fn fits_chinese(text: &Text, start: usize, end: usize) -> bool {
    end - start <= LONGEST_CHINESE
        && !is_in(text.at(start), NEVER_FIRST)
        && !matches!(digits::multiplier(text, start, false), Some((_, 2 | 3)))
        && (start..end).all(|pos| is_letter(text.at(pos)) && !is_in(text.at(pos), NEVER_INSIDE))
}

fn fits_latin(text: &Text, start: usize, end: usize, attached: bool) -> bool {
    if end - start > LONGEST_LATIN || !is_letter(text.at(start)) {
        return false;
    }
    if attached && end == start + 1 {
        // 5G, 18F and 3D are names, 1990s a decade; 5V and 5W are quantities.
        let letter = text.at(start);
        if letter == 's' || (text.is_capital(start) && !is_in(letter, "vwajnlck")) {
            return false;
        }
    }
    let (mut count, mut pos) = (0, start);
    while pos < end {
        let mut stop = pos;
        while stop < end && !is_space(text.at(stop)) {
            let char = text.at(stop);
            let inner = stop > pos && stop + 1 < end;
            let power = matches!(char, '2' | '3') && stop + 1 == end && text.at(stop - 1) == 'm';
            if !(is_letter(char) || power || (inner && matches!(char, '-' | '.' | '·'))) {
                return false;
            }
            stop += 1;
        }
        count += 1;
        let linked = count == 2 && stop < end && text.is("of", pos, stop);
        let never = text.match_any(NEVER_WORDS, pos) == Some(stop);
        // "3.5 m people" may mean millions or metres.
        let scale = stop == pos + 1 && stop < end && matches!(text.at(pos), 'k' | 'm' | 'b');
        if count > 3 || (never && !linked) || scale || words::is_number(text, pos) {
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
            let after = text.match_any("per |a |an ", word);
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
        let from = text.skip_spaces(begin);
        let last = text.trim_end(from.min(pos), pos);
        // Per 100,000 people, per 10万人.
        let number = digits::read(text, from).filter(|_| digits::starts(text, from)).map(|(_, end)| end);
        let mut name = text.skip_spaces(number.unwrap_or(from)).min(last);
        if number.is_none() && text.at(name) == '个' && last > name + 1 && text.at(name + 1) != '月' {
            name += 1;
        }
        let fits = if (name..last).any(|pos| is_han(text.at(pos))) {
            last - name <= LONGEST_PER
                && (name..last).all(|pos| is_letter(text.at(pos)) && !is_in(text.at(pos), NEVER_INSIDE))
        } else {
            fits_latin(text, name, last, false)
        };
        if name >= last || !fits {
            return None;
        }
        if !joined.is_empty() {
            joined.push('·');
        }
        joined.push_str(&text.written(if number.is_some() { from } else { name }, last));
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
}
