//! Units in a text: currencies before the number, what stands behind it, and what a rate is per.

use super::cue::{self, Cue, Place};
use super::end::CHANGES;
use super::number;
use super::text::{Cursor, is_han, is_in};
use crate::unit::is_one_of;

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
const NEVER_FIRST: &str = "月日号號第时時季后後成强弱比来來规-²³";

/// No unit contains these.
const NEVER: &str = "〇零一二两兩三四五六七八九十百万亿几的是和与及或了之不余多半以";

/// Words that no English unit begins with.
const NEVER_WORDS: &str = "of|a|an|and|or|to|from|in|on|at|the|is|was|by|with|for|than|point|below|odd|less|fewer|more|under|over|am|pm|st|nd|rd|th|k |m |b |jan|feb|mar|\
                           apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|\
                           october|november|december";

/// Words with which no English unit ends.
const NEVER_LAST: &str = "lower|higher|down|up|fewer|less|more|decrease|increase|older|younger|longer|least|most|maximum|minimum|average";

/// Longest unit in bytes, and longest thing that a rate is per: 每 and more is a sentence.
const LONGEST: usize = 40;
const LONGEST_PER: usize = 12;

/// Takes the currency that stands here: its unit, or nothing.
pub(super) fn currency(text: &mut Cursor) -> &'static str {
    let index = text.take_one(CURRENCIES);
    index.and_then(|index| CURRENCY_UNITS.split('|').nth(index)).unwrap_or_default()
}

/// How many bytes of a text are a currency that it begins with, and the space behind it.
pub(crate) fn currency_length(text: &str) -> usize {
    let mut rest = Cursor { rest: text };
    let _ = currency(&mut rest);
    if rest.rest.len() < text.len() {
        rest.skip_spaces();
    }
    text.len() - rest.rest.len()
}

/// The unit of `value`, as written but with one name for a currency; `None` if the text can't be one.
///
/// `idiom` says that the number is a bare Chinese numeral, with which many words begin.
pub(super) fn unit(text: &str, value: f64, idiom: bool) -> Option<&str> {
    let start = Cursor { rest: text.trim() };
    let mut name = start;
    let unit = currency(&mut name);
    if name.rest.is_empty() {
        return Some(unit);
    }
    name = start;
    let _ = name.take("个|個");
    let points = name.rest;
    if name.take("百分点|百分點") && name.rest.is_empty() {
        return Some(points);
    }
    let (name, initial) = (start.rest, start.first());
    let is_other = match initial {
        '年' => name.len() > 3 || value >= 1000.0,
        '点' => value <= 24.0,
        // 5G and 18F are names, 1990s is a decade, and 5 K a scale.
        _ => {
            name.len() == 1
                && (is_in(initial, "KMBTkb")
                    || (text.len() == 1 && (initial.is_ascii_uppercase() || initial == 's')))
        }
    };
    let is_idiom = idiom && is_han(initial) && !is_in(initial, MEASURES) && !start.sees(LONG_MEASURES);
    (!is_other && !is_idiom && !number::is_multiplier(start) && fits(name, LONGEST)).then_some(name)
}

/// Whether a text may be a unit or what a rate is per.
#[expect(
    clippy::double_ended_iterator_last,
    reason = "to search backwards is half a kilobyte more of the wasm"
)]
fn fits(name: &str, longest: usize) -> bool {
    let start = Cursor { rest: name };
    let initial = start.first();
    let mut spaces = 0;
    let mut before = '\0';
    for char in name.chars() {
        spaces += u32::from(char == ' ');
        // km2 and CO2 end in a digit, 平方米² never does.
        let is_raised = matches!(char, '2' | '3' | '²' | '³')
            && (before.is_ascii_alphabetic() || is_in(before, "米里尺寸"));
        if !(is_letter(char) || is_raised) || is_in(char, NEVER) {
            return false;
        }
        before = char;
    }
    name.len() <= if is_han(initial) { longest } else { LONGEST }
        && spaces < 3
        && !is_in(initial, NEVER_FIRST)
        && !start.sees(NEVER_WORDS)
        && !is_in(before, "内外")
        && !is_one_of(name.split(' ').last().unwrap_or(name), NEVER_LAST)
}

/// Letters of any script and what joins them, without the standard library's tables.
fn is_letter(char: char) -> bool {
    matches!(char, 'a'..='z' | 'A'..='Z' | ' ' | '-' | '·' | '°' | 'µ' | '%' | '℃' | '℉')
        || matches!(char, '\u{d8}'..='\u{1fff}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Takes 每村, 人均 or 平均每户: what the rate is per, or nothing.
pub(super) fn every<'a>(text: &mut Cursor<'a>) -> &'a str {
    let start = *text;
    let _ = text.take("平均");
    let is_every = text.take("每一|每");
    let name = text.rest;
    // 每千人: a multiplier that opens the word belongs to it.
    text.skip();
    while is_every && !text.rest.is_empty() && !ends_name(*text) {
        text.skip();
    }
    let per = name.get(..name.len() - text.rest.len()).unwrap_or_default().trim();
    if text.take(if is_every { "平均" } else { "均" }) || is_every {
        return per;
    }
    *text = start;
    ""
}

/// Whether what 每 stands before is over here.
fn ends_name(mut text: Cursor) -> bool {
    number::begins(text)
        || text.sees("平均")
        || text.sees(CHANGES)
        || !currency(&mut text).is_empty()
        || cue::take(&mut text, Place::Before) != Cue::None
}

/// Takes the rate off the end of a text and gives what it is per: 元/人, 元每人, "yuan per person", "$5 a day".
pub(super) fn rate<'a>(text: &mut Cursor<'a>) -> Option<&'a str> {
    let mut ahead = *text;
    while !ahead.rest.is_empty() {
        let unit = text.rest.get(..text.rest.len() - ahead.rest.len())?;
        if ahead.take("/|每| per | a | an | each") {
            text.rest = unit;
            return Some(ahead.rest.trim()).filter(|per| !per.is_empty());
        }
        ahead.skip();
    }
    Some("")
}

/// Whether a text may be what a rate is per; it may be nothing.
pub(super) fn is_denominator(text: &str) -> bool {
    // Per 100,000 population, per 百户 or 10万人.
    let counted = text.trim_start_matches(|char| is_in(char, "0123456789,十百千万萬"));
    let is_counted = text.ends_with(",000") || counted.starts_with(|char| char == ' ' || is_han(char));
    // 每月 and 每日, with which no unit begins.
    matches!(text, "" | "月" | "日" | "季" | "时")
        || fits(if is_counted { counted.trim() } else { text }, LONGEST_PER)
}
