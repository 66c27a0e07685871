//! Words and signs that say how a number bounds the true one.

use super::text::Text;
use crate::figures::Bound;

/// What a cue says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) bound: Bound,
    /// The true number lies a little below.
    pub(super) near: bool,
}

/// 上百 and 过万 are at least that many.
pub(super) const AT_LEAST: Cue = Cue { bound: Bound::AtLeast, near: false };

/// Words of one meaning, separated by `|`.
type Group = (Bound, bool, &'static str);

const BEFORE: &[Group] = &[
    (
        Bound::AtLeast,
        false,
        "逾|超|超过|超过了|超出|突破|突破了|至少|最少|最低|起码|不少于|不低于|不小于|不下于|不下|不止|多于|高于|大于|大于等于|大于或等于|\
         >|≥|≧|>=|more than|over|well over|at least|above|exceeding|in excess of|upwards of|upward of|greater than|\
         no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of",
    ),
    (
        Bound::AtMost,
        false,
        "不足|不到|不满|不及|不超过|未超过|不多于|不高于|不大于|至多|最多|最高|少于|低于|小于|小于等于|小于或等于|\
         <|≤|≦|<=|up to|under|below|less than|fewer than|at most|no more than|not more than|not exceeding|\
         a maximum of|maximum of|as many as|as much as",
    ),
    (
        Bound::About,
        false,
        "约|大约|大概|大致|约莫|差不多|~|≈|about|around|some|roughly|approximately|approx.|approx|circa|c.|ca.|\
         an estimated|estimated",
    ),
    (Bound::About, true, "近|将近|接近|逼近|几近|几乎|nearly|almost|close to|approaching"),
    (
        Bound::Exact,
        false,
        "达|达到|达到了|高达|多达|共|共计|共有|总计|总共|一共|合计|累计|计|仅|只|为|有|正好|恰好|整整|足足|\
         =|exactly|precisely|a total of|total of|just|only",
    ),
];

const AFTER: &[Group] = &[
    (
        Bound::AtLeast,
        false,
        "余|多|以上|之上|及以上|或以上|+|or more|and more|or above|and above|or over|and over|or higher|and up|or greater|plus|-plus|\
         at least",
    ),
    (
        Bound::AtMost,
        false,
        "以下|以内|之内|及以下|或以下|or less|or fewer|or below|or under|or lower|and below|and under|at most",
    ),
    (Bound::Exact, false, "之多|in total|in all|altogether"),
    (Bound::About, false, "左右|上下|or so|or thereabouts|approx.|approx|approximately|roughly"),
];

/// The longest cue before a number that stands at `pos`, and where it ends.
pub(super) fn before(text: &Text, pos: usize) -> Option<(Cue, usize)> {
    longest(BEFORE, text, pos)
}

/// The longest cue after a number that stands at `pos`, and where it ends.
pub(super) fn after(text: &Text, pos: usize) -> Option<(Cue, usize)> {
    longest(AFTER, text, pos)
}

/// The longest cue after a number that ends at `end`, and where it begins.
pub(super) fn ending(text: &Text, start: usize, end: usize) -> Option<(Cue, usize)> {
    (start..end).find_map(|begin| {
        let (cue, found) = longest(AFTER, text, begin)?;
        let joined =
            text.at(begin).is_ascii_alphabetic() && begin > start && text.at(begin - 1).is_ascii_alphabetic();
        (found == end && !joined).then_some((cue, begin))
    })
}

fn longest(groups: &[Group], text: &Text, pos: usize) -> Option<(Cue, usize)> {
    let mut best: Option<(Cue, usize)> = None;
    for &(bound, near, words) in groups {
        if let Some(end) = text.match_any(words, pos)
            && best.is_none_or(|(_, longest)| end > longest)
        {
            best = Some((Cue { bound, near }, end));
        }
    }
    best
}

/// The bound that stacked cues make: a one-sided word outweighs "about", which outweighs "exactly";
/// of two as strong the one nearer to the number counts.
pub(super) fn stronger(outer: Option<Cue>, inner: Cue) -> Option<Cue> {
    let weight = |cue: Cue| match cue.bound {
        Bound::AtLeast | Bound::AtMost | Bound::Range => 2,
        Bound::About => 1,
        Bound::Exact => 0,
    };
    Some(outer.filter(|&outer| weight(outer) > weight(inner)).unwrap_or(inner))
}
