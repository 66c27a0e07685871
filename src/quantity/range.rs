//! The number of a quantity, or both ends of a range: 3–5万, 10人至20人, "between 3 and 5 million".

use super::cue::{self, Cue};
use super::lead::{self, Lead};
use super::numeral::Numeral;
use super::text::{Text, is_in};
use super::{digits, fraction, unit_text};

/// How far after the first number of 10人至20人 its unit may reach.
const LONGEST_UNIT: usize = 12;

/// From here on the first number of 8000-1.2万 does without the scale of the second; 5-3万 is a mistake.
const UNSCALED: f64 = 100.0;

/// What the number says, without its unit.
pub(super) struct Span {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) is_range: bool,
    /// What 余, 多 or 几 inside the number says.
    pub(super) mark: Option<Cue>,
    pub(super) percent: bool,
    /// A small number in Chinese numerals, with which many words begin that are no quantities.
    pub(super) idiom: bool,
}

/// One end of a range, or the only number.
struct End {
    number: Number,
    negative: bool,
    /// The power of ten that makes it a percentage: 1 for 成, −1 for ‰.
    percent: Option<i32>,
}

enum Number {
    Numeral(Numeral),
    Fraction(f64),
}

impl Span {
    /// The number after `lead` and where it ends.
    pub(super) fn read(text: &Text, lead: &Lead) -> Option<(Span, usize)> {
        if let Some(end) = fraction::half(text, lead.end) {
            let span =
                Span { low: 50.0, high: 50.0, is_range: false, mark: None, percent: true, idiom: false };
            return Some((span, end));
        }
        let (first, pos) = End::read(text, lead.end, lead.percent, lead.negative)?;
        if first.is_bare() && lead.cue.is_none() {
            return None;
        }
        if let Some((second, end, unit)) = read_second(text, pos, lead, &first) {
            return Some((join(&first, &second, unit)?, end));
        }
        let (low, high) = first.values(0);
        let numeral = match &first.number {
            Number::Numeral(numeral) => Some(numeral),
            Number::Fraction(_) => None,
        };
        let mark = numeral.and_then(|numeral| numeral.mark);
        let span = Span {
            low,
            high,
            is_range: low != high,
            mark: mark.map(|bound| Cue { bound, near: false }),
            percent: first.percent.is_some(),
            idiom: mark.is_none() && low.abs() < 100.0 && numeral.is_some_and(|numeral| numeral.chinese),
        };
        Some((span, pos))
    }
}

/// The second end, where it ends, and whether a unit stands between the two numbers.
fn read_second(text: &Text, pos: usize, lead: &Lead, first: &End) -> Option<(End, usize, bool)> {
    if let Some((second, end)) = read_after_separator(text, pos, lead) {
        return Some((second, end, false));
    }
    if first.percent.is_some() {
        return None;
    }
    for stop in pos + 1..(pos + LONGEST_UNIT).min(text.len()) {
        if digits::starts(text, stop) {
            return None;
        }
        let Some((second, end)) = read_after_separator(text, stop, lead) else { continue };
        let unit_end = text.trim_end(pos, stop);
        let start = text.skip_spaces(pos);
        let again = text.skip_spaces(end);
        let same =
            start < unit_end && (start..unit_end).zip(again..).all(|(one, two)| text.at(one) == text.at(two));
        return same.then_some((second, end, true));
    }
    None
}

fn read_after_separator(text: &Text, pos: usize, lead: &Lead) -> Option<(End, usize)> {
    let pos = text.skip_spaces(pos);
    let joined = text.match_any("和|与|and ", pos).filter(|_| lead.between);
    let after = joined.or_else(|| text.match_any("——|-|–|—|~|至|到|to ", pos))?;
    let mut pos = text.skip_spaces(after);
    let percent = lead::percent(text, pos);
    if let Some((_, end)) = percent {
        pos = end;
    }
    let sign = text.match_any("-|负|零下", pos);
    pos = sign.unwrap_or(pos);
    if let Some((unit, end)) = unit_text::currency(text, pos) {
        if lead.currency != Some(unit) {
            return None;
        }
        pos = text.skip_spaces(end);
    }
    End::read(text, pos, percent.map(|(power, _)| power).or(lead.percent), sign.is_some())
}

/// Both ends as one span; `None` if they are no range.
fn join(first: &End, second: &End, unit_between: bool) -> Option<Span> {
    if second.is_bare() {
        return None;
    }
    let high = second.values(0).1;
    let mut low = first.values(0).0;
    // The scale and the sign for percent of the second number go to the first.
    let percent = second.percent.is_some();
    if percent && first.percent.is_none() {
        low = first.values(second.percent.unwrap_or(0)).0;
    } else if !percent && first.percent.is_some() {
        return None;
    }
    if let (Number::Numeral(one), Number::Numeral(two)) = (&first.number, &second.number)
        && !unit_between
        && one.is_plain()
        && two.lent_power() > 0
    {
        let scaled = first.values(two.lent_power()).0;
        if scaled.abs() < high.abs() {
            low = scaled;
        } else if low.abs() < UNSCALED {
            return None;
        }
    }
    if low > high && !(first.negative && second.negative) {
        return None;
    }
    Some(Span { low, high, is_range: true, mark: None, percent, idiom: false })
}

impl End {
    fn read(text: &Text, pos: usize, percent: Option<i32>, negative: bool) -> Option<(End, usize)> {
        if let Some((value, end)) = fraction::article(text, pos) {
            return Some((End { number: Number::Fraction(value), negative, percent: None }, end));
        }
        let (mut numeral, end) = digits::read(text, pos)?;
        if percent.is_some() {
            // 百分之百 is a number.
            numeral.bare = false;
            return Some((End { number: Number::Numeral(numeral), negative, percent }, end));
        }
        if let Some((value, end)) = fraction::after(text, end, &numeral) {
            return Some((End { number: Number::Fraction(value), negative, percent: None }, end));
        }
        let sign = read_percent(text, end, &mut numeral);
        let (percent, end) = sign.map_or((None, end), |(power, end)| (Some(power), end));
        Some((End { number: Number::Numeral(numeral), negative, percent }, end))
    }

    fn values(&self, power: i32) -> (f64, f64) {
        let (low, high) = match &self.number {
            Number::Numeral(numeral) => numeral.values(power + self.percent.unwrap_or(0)),
            Number::Fraction(value) => (*value, *value),
        };
        if self.negative { (-high, -low) } else { (low, high) }
    }

    fn is_bare(&self) -> bool {
        matches!(&self.number, Number::Numeral(numeral) if numeral.bare && numeral.mark.is_none())
    }
}

/// %, ‰, 成 or "percent" after a number: the power of ten that makes it a percentage, and the end.
fn read_percent(text: &Text, pos: usize, numeral: &mut Numeral) -> Option<(i32, usize)> {
    let place = text.skip_spaces(pos);
    if text.at(place) == '‰' {
        return Some((-1, place + 1));
    }
    if text.at(place) == '成' {
        let mut end = place + 1;
        if let Some(tenth) = digits::digit(text.at(end)).or(text.at(end).to_digit(10).map(u64::from)) {
            // 三成五 is 35 %.
            numeral.change(-1, |tenths| tenths.checked_mul(10)?.checked_add(tenth))?;
            end += 1;
        }
        let next = text.at(end);
        let closed = !unit_text::is_han(next) || is_in(next, "至到左上") || cue::after(text, end).is_some();
        return closed.then_some((1, end));
    }
    Some((0, text.match_any("%|percent|per cent|pct", place)?))
}
