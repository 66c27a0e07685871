//! Words and signs that say how a number bounds the true one.

use super::text::Cursor;
use crate::figures::Bound;

/// What a cue says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) bound: Bound,
    /// The true number lies a little below.
    pub(super) near: bool,
}

/// 余, 上百 and 过万 are at least that many.
pub(super) const AT_LEAST: Cue = Cue { bound: Bound::AtLeast, near: false };

/// 十来个 are about ten.
pub(super) const ABOUT: Cue = Cue { bound: Bound::About, near: false };

/// Where a cue stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the number.
    Before,
    /// Right behind the number.
    Behind,
    /// At the end of the text.
    End,
}

/// Words of one meaning, separated by `|`, that stand before a number and after it. Where one word begins another, the
/// longer is first.
const CUES: &[(Bound, bool, &str, &str)] = &[
    (
        Bound::AtLeast,
        false,
        "超过|超過|超出|超|逾|突破|至少|最少|最低|不少于|不少於|不低于|不低於|不下|不止|多于|多於|高于|高於|大于|大於|≥|>=|>|\
         more than|well over|over|at least|above|exceeding|no fewer than|no less than|not less than",
        "余|餘|多|及以上|以上|+| or more| and above| or above| and over| or over|-plus| plus",
    ),
    (
        Bound::AtMost,
        false,
        "不足|不到|不满|不滿|不超过|不超過|不多于|不多於|不高于|不高於|至多|最多|最高|少于|少於|低于|低於|小于|小於|≤|<=|<|\
         up to|under|below|less than|fewer than|at most|no more than|not more than|as many as|as much as",
        "及以下|以下|以内|以內| or less| or fewer| or below| or under| and under",
    ),
    (
        Bound::About,
        false,
        "约|約|大约|大約|大概|~|≈|about|around|some|roughly|approximately|approx.|an estimated|c.",
        "左右|上下| or so",
    ),
    (Bound::About, true, "近|将近|將近|接近|nearly|almost|close to", "弱"),
    (
        Bound::Exact,
        false,
        "达到|達到|达|達|高达|高達|多达|共计|共有|共|总计|總計|合计|仅|僅|只|为|有|=|exactly|a total of|just|only",
        " in total| in all",
    ),
];

/// Takes the cue that stands before the number, behind it or at the end.
pub(super) fn take(text: &mut Cursor, place: Place) -> Option<Cue> {
    for &(bound, near, before, after) in CUES {
        let taken = match place {
            Place::Before => text.take(before),
            Place::Behind => text.take(after),
            Place::End => text.take_end(after),
        };
        if taken {
            return Some(Cue { bound, near });
        }
    }
    None
}

/// Takes all cues at the end; the innermost is left in `found`.
pub(super) fn take_last(text: &mut Cursor, found: &mut Option<Cue>) {
    while let Some(cue) = take(text, Place::End) {
        *found = Some(cue);
    }
}

/// What stacked cues say: a one-sided word outweighs "about", which outweighs "exactly".
pub(super) fn stronger(outer: Option<Cue>, inner: Cue) -> Option<Cue> {
    match outer.map(|cue| cue.bound) {
        Some(Bound::AtLeast | Bound::AtMost) => outer,
        Some(_) if inner.bound == Bound::Exact => outer,
        _ => Some(inner),
    }
}
