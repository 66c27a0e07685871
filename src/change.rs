//! How a figure stands to the one of the period before, as far as what is stated lets it be said.
//!
//! Of a bounded figure only an interval is known, so the change is worked out from the ends of both intervals and is
//! bounded as they are. Where its direction is open (2000余 after 1800余) there is nothing to say.

use crate::decimal::{Decimal, Rounding};
use crate::figures::{Amount, Bound, Figure, Figures, Part, Period};
use crate::format;
use crate::input::period::days;
use crate::panel;
use crate::reader::Reader;
use crate::unit;
use crate::words;

/// Of which way, and how far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// How far, never negative; zero is no change.
    pub amount: Amount,
    /// Whether the figure became less.
    pub falls: bool,
}

/// Beyond a hundredfold a percentage says only that the base was small.
const MOST: f64 = 10_000.0;

/// The lowest and the highest value that an amount may have; `least` where it is open below.
pub(crate) fn ends(amount: &Amount, least: f64) -> (f64, f64) {
    match amount.bound {
        Bound::AtLeast => (amount.value, f64::INFINITY),
        Bound::AtMost => (least.min(amount.value), amount.value),
        _ => (amount.value, amount.high),
    }
}

/// A length of change in the digits that are read: one after the point below a hundred, two of points, none of
/// what is about, and always one that is not zero.
fn rounded(value: f64, after_point: i32, rounding: Rounding) -> f64 {
    // Ten digits first: a difference of binary numbers is 0.19999… where that of the decimal ones is 0.2.
    let decimal = Decimal::of(value).rounded(10, Rounding::Nearest);
    let magnitude = decimal.magnitude();
    let after_point = if magnitude < 2 { after_point } else { 0 };
    decimal.rounded((magnitude + 1 + after_point).max(1), rounding).to_f64()
}

/// The change from one amount to another, in percent of the first or, of percentages, in points.
pub fn between(before: &Amount, now: &Amount, points: bool) -> Option<Change> {
    let either = |bound: Bound| before.bound == bound || now.bound == bound;
    let open = either(Bound::AtLeast) || either(Bound::AtMost);
    let about = either(Bound::About);
    if about && (open || either(Bound::Range)) {
        return None;
    }
    // What people, things or money are counted in is not less than none.
    let least = if points { f64::NEG_INFINITY } else { 0.0 };
    if before == now && now.bound == Bound::Exact {
        return Some(Change { amount: Amount::exact(0.0), falls: false });
    }
    let (before_low, before_high) = ends(before, least);
    let (now_low, now_high) = ends(now, least);
    let (mut low, mut high) = (now_low - before_high, now_high - before_low);
    if !points {
        // Of a base that is zero or negative there are no percentages.
        if before_low < 0.0 || before_high <= 0.0 || now_low < 0.0 {
            return None;
        }
        low = if before_high.is_finite() { low / before_high * 100.0 } else { -100.0 };
        high = if before_low > 0.0 { high / before_low * 100.0 } else { f64::INFINITY };
    }
    let falls = high <= 0.0 && low < 0.0;
    let (near, far) = if falls { (-high, -low) } else { (low, high) };
    if !(0.0..MOST).contains(&near) {
        return None;
    }
    let after_point = if points { 2 } else { 1 };
    let amount = if about {
        Amount::bounded(rounded(near, 0, Rounding::Nearest), Bound::About)
    } else if near == far {
        Amount::exact(rounded(near, after_point, Rounding::Nearest))
    } else if open || far >= MOST {
        if near == 0.0 {
            return None;
        }
        Amount::bounded(rounded(near, after_point, Rounding::Down), Bound::AtLeast)
    } else {
        let far = rounded(far, after_point, Rounding::Up);
        if near == 0.0 {
            Amount::bounded(far, Bound::AtMost)
        } else {
            Amount::range(rounded(near, after_point, Rounding::Down), far)
        }
    };
    Some(Change { amount, falls })
}

/// Whether two figures are one series: the same thing in the same unit, each at a time of the same kind.
pub fn is_one_series(a: &Figure, b: &Figure) -> bool {
    let (Some(one), Some(other)) = (a.year, b.year) else { return false };
    one.is_like(other) && a.label == b.label && a.group == b.group && panel::comparable(a, b)
}

/// The figure of the last period before that of this one; `None` where there is none, or more than one.
pub fn before<'a>(figures: &'a [Figure], now: &Figure) -> Option<&'a Figure> {
    let mut found: Option<&Figure> = None;
    let mut several = false;
    for figure in figures {
        if figure.year < now.year && is_one_series(figure, now) {
            let than = found.and_then(|other| other.year);
            if figure.year >= than {
                several = figure.year == than;
                found = Some(figure);
            }
        }
    }
    found.filter(|_| !several)
}

/// The kinds of periods that have a name for the one before, and for the same one a year before.
const PAST: [&str; 5] = ["上年|上年|", "上季度|上季|", "上月|上月|", "前一日|前一日|", "上年同期|上年同期|"];
const SAME: &str = "与#持平|與#持平|unchanged from #";
const ABOUT_SAME: &str = "与#大致持平|與#大致持平|about unchanged from #";
/// Before what is compared with.
const THAN: &str = "比|較| from ";
const RISES: &str = "增长|增加|+";
const FALLS: &str = "下降|下降|\u{2212}";
const CLIMBS: &str = "上升|上升|+";
const POINTS: &str = "个百分点|個百分點| percentage points";
/// Of ‰.
const MILLE: &str = "个千分点|個千分點| per mille points";
/// Of hundredths of a percent.
const BASIS: &str = "个基点|個基點| basis points";

/// How a bound is said: before the direction, and between it and the number.
fn bound_words(bound: Bound, falls: bool) -> (&'static str, &'static str) {
    match bound {
        // "At least −3%" could be read as no less than that.
        Bound::AtLeast if falls => ("至少|至少|down at least ", "||"),
        Bound::AtLeast => ("至少|至少|at least ", "||"),
        Bound::AtMost if falls => ("至多|至多|down at most ", "||"),
        Bound::AtMost => ("至多|至多|at most ", "||"),
        Bound::About => ("||about ", "约|約|"),
        Bound::Exact | Bound::Range => ("||", "||"),
    }
}

/// Where the two are next to each other, which one the first is as seen from the second.
fn past(before: &Period, now: &Period) -> Option<&'static str> {
    let years = i64::from(now.year) - i64::from(before.year);
    let (index, apart) = match (before.part, now.part) {
        (Part::Year, Part::Year) => (0, years),
        (Part::Quarter(a), Part::Quarter(b)) | (Part::Month(a), Part::Month(b)) if a == b => (4, years),
        (Part::Quarter(a), Part::Quarter(b)) => (1, years * 4 + i64::from(b) - i64::from(a)),
        (Part::Month(a), Part::Month(b)) => (2, years * 12 + i64::from(b) - i64::from(a)),
        (Part::Day(a, from), Part::Day(b, to)) if years == 0 && a == b => {
            (3, i64::from(to) - i64::from(from))
        }
        // From the last day of a month to the first one of the next.
        (Part::Day(a, from), Part::Day(b, 1))
            if from == days(before.year as u32, a.into()) as u8
                && years * 12 + i64::from(b) - i64::from(a) == 1 =>
        {
            (3, 1)
        }
        _ => return None,
    };
    PAST.get(index).copied().filter(|_| apart == 1)
}

/// The change from one figure to the next in the reader's words, without a stop: 比上年增长12%, "+12% from 2010".
/// Empty where nothing is certain.
#[inline(never)]
pub fn words(reader: &Reader, before: &Figure, now: &Figure) -> String {
    let unit = unit::canonical(&now.unit);
    // A temperature of 20° is not twice one of 10°.
    if unit.starts_with(['°', '℃', '℉']) || unit.starts_with("degrees F") || unit.starts_with("degrees C")
    {
        return String::new();
    }
    let is_basis =
        unit.ends_with("基点") || unit.ends_with("基點") || matches!(unit, "bp" | "bps" | "basis points");
    let points = is_basis || matches!(unit, "%" | "‰" | "百分点");
    let (Some(from), Some(to), Some(then), Some(at)) = (&before.amount, &now.amount, before.year, now.year)
    else {
        return String::new();
    };
    let Some(change) = between(from, to, points) else { return String::new() };
    let lang = reader.locale.lang;
    let named = past(&then, &at).map_or("", |texts| reader.say(texts));
    let when = if named.is_empty() { words::period(&then, lang) } else { named.to_string() };
    let Change { amount, falls } = change;
    if amount.value == 0.0 {
        return reader.fill(if amount.bound == Bound::About { ABOUT_SAME } else { SAME }, &when);
    }
    let (first, second) = bound_words(amount.bound, falls);
    let direction = if falls {
        // "Down at least" says it.
        if lang.is_chinese() || !matches!(amount.bound, Bound::AtLeast | Bound::AtMost) { FALLS } else { "" }
    } else if points {
        CLIMBS
    } else {
        RISES
    };
    let unit = if !points {
        "%|%|%"
    } else if is_basis {
        BASIS
    } else if unit == "‰" {
        MILLE
    } else {
        POINTS
    };
    let (mut unit, direction) = (reader.say(unit), reader.say(direction));
    if points && amount.high == 1.0 && !lang.is_chinese() {
        // One is a point.
        unit = unit.get(..unit.len() - 1).unwrap_or(unit);
    }
    let number = |value: f64| format::number(value, &reader.locale, true);
    let mut text = String::new();
    if lang.is_chinese() {
        text.push_str(reader.say(THAN));
        text.push_str(&when);
    }
    for &part in &[reader.say(first), direction, reader.say(second), &number(amount.value)] {
        text.push_str(part);
    }
    if amount.bound == Bound::Range {
        if !points {
            text.push_str(unit);
        }
        text.push_str(reader.say("至|至| to "));
        text.push_str(if lang.is_chinese() { "" } else { direction });
        text.push_str(&number(amount.high));
    }
    text.push_str(unit);
    if !lang.is_chinese() {
        text.push_str(reader.say(THAN));
        text.push_str(&when);
    }
    text
}

/// Whether there can be changes at all.
pub(crate) fn is_possible(figures: &Figures) -> bool {
    let dated = figures.figures.iter().find(|figure| figure.year.is_some());
    dated.is_some_and(|dated| differ(figures, dated))
}

/// Whether some figure is of another period than this one.
fn differ(figures: &Figures, now: &Figure) -> bool {
    let is_other = |other: &Figure| other.year.is_some() && other.year != now.year;
    now.year.is_some() && figures.figures.iter().any(is_other)
}

/// The change of a figure against the one of the period before, where there is one.
pub fn of(reader: &Reader, now: &Figure) -> String {
    // What follows is loaded with figures of several periods.
    if differ(reader.figures, now) { found(reader, now) } else { String::new() }
}

#[inline(never)]
fn found(reader: &Reader, now: &Figure) -> String {
    match before(&reader.figures.figures, now) {
        Some(before) => words(reader, before, now),
        None => String::new(),
    }
}
