//! Words and signs that say how a number bounds the true one.

use super::text::{Cursor, is_in};

/// What a cue says, the weaker before the stronger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Default)]
pub(super) enum Cue {
    #[default]
    None,
    Exact,
    About,
    /// A little below.
    Near,
    /// Somewhere below.
    Below,
    AtMost,
    AtLeast,
}

impl Cue {
    /// This cue or, if it is none, the other one.
    pub(super) fn or(self, other: Cue) -> Cue {
        if self == Cue::None { other } else { self }
    }

    /// What this cue says with another one further inside: a one-sided word outweighs "about", which outweighs
    /// "exactly".
    pub(super) fn with(self, inner: Cue) -> Cue {
        if self >= Cue::Below || (inner == Cue::Exact && self != Cue::None) { self } else { inner }
    }
}

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
const CUES: &[(Cue, &str, &str)] = &[
    (
        Cue::AtLeast,
        "超过|超過|超出|超|逾|突破|破|至少|最少|最低|不少于|不少於|不低于|不低於|不下|不止|多于|多於|高于|高於|大于等于|大于|大於|≥|>=|>|\
         more than|well over|over|at least|above|exceeding|upwards of|in excess of|greater than|no fewer than|no less than|not less than",
        "余|餘|多|出头|出頭|及以上|以上|+| or more| and above| or above| and over| or over| or older| and older| or longer|\
         or higher| at least|-plus| plus",
    ),
    (
        Cue::AtMost,
        "不超过|不超過|不多于|不多於|不高于|不高於|至多|最多|最高|小于等于|≤|<=|\
         up to|at most|no more than|not more than|as many as|as much as",
        "及以下|以下|以内|以內| or less| or fewer| or below| or under| and under| or younger| at most",
    ),
    (
        Cue::Below,
        "不足|不到|不满|不滿|少于|少於|低于|低於|小于|小於|<|under|below|less than|fewer than",
        "不到",
    ),
    (
        Cue::About,
        "约|約|大约|大約|大概|~|≈|about|around|some|roughly|approximately|approx.|an estimated|circa|ca.|c.|差不多",
        "左右|上下|前后|前後| or so",
    ),
    (Cue::Near, "近|将近|將近|接近|nearly|almost|close to", "弱"),
    (
        Cue::Exact,
        "达到|達到|达|達|高达|高達|多达|共计|共有|共|总计|總計|合计|仅|僅|只|为|有|=|exactly|a total of|just|only",
        "整| in total| in all",
    ),
];

/// Takes the cue that stands before the number, behind it or at the end.
pub(super) fn take(text: &mut Cursor, place: Place) -> Cue {
    for &(cue, before, after) in CUES {
        let words = if place == Place::Before { before } else { after };
        let mut ahead = *text;
        let taken =
            !words.is_empty() && if place == Place::End { ahead.take_end(words) } else { ahead.take(words) };
        // 盈余 and 调整 are words of their own.
        let is_half = place == Place::End
            && (text.rest.ends_with("余") || text.rest.ends_with("整"))
            && is_in(ahead.rest.chars().next_back().unwrap_or('\0'), "盈结剩业调");
        if taken && !is_half {
            *text = ahead;
            return cue;
        }
    }
    Cue::None
}

/// Takes all cues at the end and gives the innermost, or else the one given.
pub(super) fn take_last(text: &mut Cursor, mut found: Cue) -> Cue {
    loop {
        let cue = take(text, Place::End);
        if cue == Cue::None {
            return found;
        }
        found = cue;
    }
}
