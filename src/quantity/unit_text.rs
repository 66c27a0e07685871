//! Units in a text: currencies before the number, what stands behind it, and what a rate is per.

use super::cue::{self, Place};
use super::number;
use super::text::{after, any, first, is_han, is_in};

/// Currencies as written, separated by `|`, and the unit that each stands for.
const CURRENCIES: &str = "人民币|人民幣|rmb|cny|¥|us$|hk$|usd|$|€|eur|£|gbp|rs.|rs|₹";
const CURRENCY_UNITS: &str = "元|元|元|元|元|$|HK$|$|$|€|€|£|£|Rs|Rs|₹";

/// Measure words that a small number in Chinese numerals can stand before. Other words that begin so are names and
/// idioms: 一卡通, 三级, 两委, 二十大.
const MEASURES: &str = "个個元名张張家吨分亩畝户戶项項次位人件倍台秒条條所只辆輛支枚岁套座场場处處架口篇头块间桶份幅册股层\
                        栋部期批箱宗票袋组天盏页粒本队棵瓶盒板眼种種类届代年";
const LONG_MEASURES: &str =
    "公里|公斤|公顷|平方|平米|米|立方|英里|海里|毫米|厘米|千米|千克|美元|欧元|日元|港元|小时|周年|周";

/// No unit begins with these: dates, ordinals, particles.
const NEVER_FIRST: &str = "月日号號第时時季后後成半强弱比";

/// No unit contains these.
const NEVER: &str = "〇零一二两兩三四五六七八九十百万亿几的是和与及或了之不余多";

/// Words that no English unit begins with.
const NEVER_WORDS: &str = "of|a|an|and|or|to|from|in|on|at|the|is|was|by|with|for|than|am|pm|st|nd|rd|th|k |m |b |jan|feb|mar|\
                           apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|\
                           october|november|december";

/// Longest unit in bytes, and longest thing that a rate is per: 每 and more is a sentence.
const LONGEST: usize = 40;
const LONGEST_PER: usize = 12;

/// The currency that a text begins with: its unit and what follows it.
pub(crate) fn currency(text: &str) -> Option<(&'static str, &str)> {
    let (index, rest) = any(text, CURRENCIES, false)?;
    Some((CURRENCY_UNITS.split('|').nth(index)?, rest))
}

/// The unit of `value`, as written but with one name for a currency; `None` if the text can't be one.
///
/// `idiom` says that the number is a bare Chinese numeral, with which many words begin.
pub(super) fn unit(text: &str, value: f64, idiom: bool) -> Option<&str> {
    let name = text.trim();
    if let Some((unit, _)) = currency(name).filter(|(_, rest)| rest.is_empty()) {
        return Some(unit);
    }
    match name {
        "" => return Some(""),
        "元人民币" | "元整" => return Some("元"),
        "百分点" | "百分點" => return Some(name),
        "个百分点" | "個百分點" => return name.get(3..),
        _ => {}
    }
    let initial = first(name);
    let is_date = match initial {
        '年' => name.len() > 3 || value >= 1000.0,
        '点' => value <= 24.0,
        // 5G and 18F are names, 1990s is a decade.
        _ => name.len() == 1 && name.len() == text.len() && (initial.is_ascii_uppercase() || initial == 's'),
    };
    let is_idiom =
        idiom && is_han(initial) && !is_in(initial, MEASURES) && after(name, LONG_MEASURES).is_none();
    (!is_date && !is_idiom && fits(name, LONGEST)).then_some(name)
}

/// Whether a text may be a unit or what a rate is per.
fn fits(name: &str, longest: usize) -> bool {
    let initial = first(name);
    let longest = if is_han(initial) { longest } else { LONGEST };
    name.len() <= longest
        && initial != '-'
        && !is_in(initial, NEVER_FIRST)
        && after(name, NEVER_WORDS).is_none()
        && name.split(' ').count() <= 3
        && name.chars().all(|char| is_letter(char) && !is_in(char, NEVER))
}

/// Letters of any script and what joins them, without the standard library's tables.
fn is_letter(char: char) -> bool {
    matches!(char, 'a'..='z' | 'A'..='Z' | ' ' | '-' | '·' | '²' | '³' | '°' | 'µ' | '%' | '℃' | '℉')
        || matches!(char, '\u{d8}'..='\u{1fff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// 每村, 人均 or 平均每户: what the rate is per, and what follows it.
pub(super) fn every(text: &str) -> Option<(String, &str)> {
    let text = after(text, "平均").unwrap_or(text);
    let Some(name) = after(text, "每一|每") else {
        let rest = text.get(first(text).len_utf8()..)?;
        return Some((denominator(text.get(..3)?)?, after(rest, "均")?));
    };
    // 每千人: a multiplier that opens the word belongs to it.
    for (place, _) in name.char_indices().skip(1) {
        let (per, rest) = name.split_at(place);
        if number::begins(rest) || currency(rest).is_some() || cue::take(rest, Place::Before).is_some() {
            return Some((denominator(per)?, after(rest, "平均").unwrap_or(rest)));
        }
    }
    None
}

/// A text without the rate at its end, and what that is per: 元/人, 元每人, "yuan per person", "$5 a day".
pub(super) fn rate(text: &str) -> Option<(&str, String)> {
    for (place, _) in text.char_indices() {
        let (unit, rest) = text.split_at(place);
        if let Some(per) = after(rest, "/|每| per | a | an | each") {
            return Some((unit, denominator(per)?));
        }
    }
    Some((text, String::new()))
}

/// What a rate is per, its parts joined by a middle dot: 人·年 for "/人/年" and 每人每年.
fn denominator(text: &str) -> Option<String> {
    let mut name = String::new();
    for char in text.trim().chars() {
        name.push(if matches!(char, '/' | '每') { '·' } else { char });
    }
    (!name.is_empty() && fits(&name, LONGEST_PER)).then_some(name)
}

/// Takes 半 out of 年半 and 个半月, and 多 out of 个多月.
pub(super) fn take_part(unit: &mut String) -> Option<char> {
    let is_part = match after(unit, "个半|個半|个多|個多") {
        Some(rest) => matches!(rest, "月" | "小时" | "小時"),
        None => unit.len() == 6 && unit.ends_with('半'),
    };
    is_part.then(|| unit.remove(3))
}
