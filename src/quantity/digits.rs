//! Numbers in Arabic digits and Chinese numerals: 2,356, 3.5万, 三千二百万, 十几, 1.5e6.

use super::numeral::Numeral;
use super::text::{GROUP_SPACE, Text, is_in};
use super::words;
use crate::figures::Bound;

/// More digits than this say nothing more to an `f64`.
const KEPT: u32 = 18;

/// The number at `pos` and where it ends.
pub(super) fn read(text: &Text, pos: usize) -> Option<(Numeral, usize)> {
    let mut numeral = Numeral::default();
    let end = if text.at(pos).is_ascii_alphabetic() {
        words::read(text, pos, &mut numeral)?
    } else {
        let end = read_terms(text, pos, &mut numeral)?;
        if numeral.chinese { end } else { words::read_scale(text, end, &mut numeral) }
    };
    numeral.finish().then_some((numeral, end))
}

/// Whether a number in digits or Chinese numerals may begin at `pos`.
pub(super) fn starts(text: &Text, pos: usize) -> bool {
    let char = text.at(pos);
    char.is_ascii_digit() || is_numeral(char) || is_vague(text, pos)
}

/// Whether the character is a Chinese digit or multiplier in its everyday form.
pub(super) fn is_numeral(char: char) -> bool {
    is_in(char, "〇零一二两三四五六七八九十百千万亿廿卅")
}

fn read_terms(text: &Text, start: usize, numeral: &mut Numeral) -> Option<usize> {
    numeral.chinese = true;
    let mut pos = start;
    loop {
        let before = pos;
        if numeral.takes_term() {
            pos = read_term(text, pos, numeral)?;
        }
        pos = read_mark(text, pos, numeral);
        while let Some((next, power)) = multiplier(text, text.skip_spaces(pos), numeral.chinese) {
            let taken =
                if power < 4 { numeral.multiply_term(power) } else { numeral.multiply_section(power) };
            if !taken {
                break;
            }
            pos = next;
        }
        if pos == before {
            return (pos > start).then_some(pos);
        }
    }
}

/// One term's digits; `pos` itself where none begins.
fn read_term(text: &Text, mut pos: usize, numeral: &mut Numeral) -> Option<usize> {
    let char = text.at(pos);
    let first = numeral.is_empty();
    if char.is_ascii_digit() || (first && matches!(char, '.' | '½' | '¼' | '¾')) {
        numeral.chinese = false;
        if char == '0' && first && text.at(pos + 1).is_ascii_digit() {
            // A padded number is a code, a date or a telephone number.
            return None;
        }
        let (digits, exponent, end) = read_digits(text, pos)?;
        numeral.push(digits, exponent, end == pos + 1 && char != '0');
        return Some(end);
    }
    let mut zero = false;
    while !first && digit(text.at(pos)) == Some(0) {
        zero = true;
        pos += 1;
    }
    if digit(text.at(pos)).is_some() {
        pos = read_run(text, pos, numeral, zero)?;
        return if text.at(pos) == '点' { read_fraction(text, pos, numeral) } else { Some(pos) };
    }
    if is_vague(text, pos) && numeral.last_power() != 1 {
        // 几十 and 数百 are two or more of what follows.
        numeral.push(2, 0, false);
        numeral.mark = Some(Bound::AtLeast);
        return Some(pos + 1);
    }
    match text.at(pos) {
        '廿' | '卅' => {
            numeral.push(if text.at(pos) == '廿' { 2 } else { 3 }, 0, false);
            numeral.multiply_term(1);
            Some(pos + 1)
        }
        '半' if first => {
            numeral.push(5, -1, false);
            numeral.close();
            Some(pos + 1)
        }
        // The one before a multiplier may be silent.
        '十' | '拾' => {
            numeral.push(1, 0, false);
            Some(pos)
        }
        _ if first && multiplier(text, pos, true).is_some() => {
            numeral.push(1, 0, false);
            numeral.bare = true;
            Some(pos)
        }
        '点' if !first && numeral.chinese && numeral.last_power() == 1 => {
            numeral.push(0, 0, false);
            read_fraction(text, pos, numeral)
        }
        _ => (!zero).then_some(pos),
    }
}

/// Adjoining Chinese digits: one, two neighbours (两三百), or a place-value number (二〇一一).
fn read_run(text: &Text, start: usize, numeral: &mut Numeral, zero: bool) -> Option<usize> {
    let mut pos = start;
    let (mut value, mut zeros) = (0u64, false);
    while let Some(digit) = digit(text.at(pos)) {
        value = value.checked_mul(10)?.checked_add(digit)?;
        zeros |= digit == 0;
        pos += 1;
    }
    let count = pos - start;
    if count == 1 {
        numeral.push(value, 0, !zero && !zeros);
    } else if count == 2 && !zeros && (value % 10 == value / 10 + 1 || value == 35) {
        numeral.push_pair(value / 10, value % 10, 0, !zero);
    } else if numeral.is_empty() && (count > 2 || zeros) {
        numeral.push(value, 0, false);
        if matches!(multiplier(text, pos, true), Some((_, 1..4))) {
            return None;
        }
    } else {
        return None;
    }
    Some(pos)
}

/// 点 and the Chinese digits after it.
fn read_fraction(text: &Text, pos: usize, numeral: &mut Numeral) -> Option<usize> {
    let mut end = pos + 1;
    while let Some(digit) = digit(text.at(end)) {
        numeral.change(-1, |digits| digits.checked_mul(10)?.checked_add(digit))?;
        end += 1;
    }
    // Without digits after it 点 is a unit.
    Some(if end == pos + 1 { pos } else { end })
}

/// Arabic digits with grouping, fraction and power: digits, exponent, end.
fn read_digits(text: &Text, start: usize) -> Option<(u64, i32, usize)> {
    let (mut digits, mut exponent, mut pos) = (0u64, 0i32, start);
    let mut take = |pos: usize, place: i32| {
        let Some(digit) = text.at(pos).to_digit(10) else { return false };
        if digits.checked_ilog10().unwrap_or(0) + 1 < KEPT {
            digits = digits * 10 + u64::from(digit);
            exponent += place;
        } else {
            exponent += place + 1;
        }
        true
    };
    while take(pos, 0) {
        pos += 1;
    }
    let mut grouped = false;
    let separator = text.at(pos);
    if matches!(separator, ',' | GROUP_SPACE | '\'' | '’') && text.at(pos + 1).is_ascii_digit() {
        if !(1..=3).contains(&(pos - start)) || text.at(start) == '0' {
            return None;
        }
        while text.at(pos) == separator && text.at(pos + 1).is_ascii_digit() {
            if !(1..=3).all(|place| take(pos + place, 0)) || text.at(pos + 4).is_ascii_digit() {
                return None;
            }
            pos += 4;
        }
        grouped = true;
    }
    if matches!(text.at(pos), '.' | '·') && text.at(pos + 1).is_ascii_digit() {
        pos += 1;
        while take(pos, -1) {
            pos += 1;
        }
    } else if pos == start && text.at(pos) == '.' {
        return None;
    }
    let vulgar = match text.at(pos) {
        '½' => 50,
        '¼' => 25,
        '¾' => 75,
        _ => 0,
    };
    if vulgar > 0 {
        return (exponent == 0).then_some((digits.checked_mul(100)? + vulgar, -2, pos + 1));
    }
    if !grouped && let Some((power, end)) = read_power(text, pos) {
        return Some((digits, exponent.saturating_add(power), end));
    }
    Some((digits, exponent, pos))
}

/// `e6`, `e-6`, `×10^6` or `×10⁶`: the power and its end.
fn read_power(text: &Text, start: usize) -> Option<(i32, usize)> {
    let mut pos = if text.at(start) == 'e' {
        start + 1
    } else {
        let tens = text.match_at("×10", start).or_else(|| text.match_at(" × 10", start))?;
        if text.at(tens) == '^' { tens + 1 } else { tens }
    };
    let negative = matches!(text.at(pos), '-' | '⁻');
    if negative || text.at(pos) == '+' {
        pos += 1;
    }
    let first = pos;
    let mut power = 0i32;
    while let Some(digit) = power_digit(text.at(pos)) {
        power = (power * 10 + digit).min(9999);
        pos += 1;
    }
    (pos > first).then_some((if negative { -power } else { power }, pos))
}

fn power_digit(char: char) -> Option<i32> {
    let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == char);
    raised.map(|place| place as i32).or(char.to_digit(10).map(|digit| digit as i32))
}

/// 余, 多, 来 or 几 after digits or a multiplier.
fn read_mark(text: &Text, pos: usize, numeral: &mut Numeral) -> usize {
    if numeral.is_empty() || numeral.mark.is_some() {
        return pos;
    }
    let place = text.skip_spaces(pos);
    let tens = numeral.last_power() > 0 || numeral.open_digits().is_some_and(|digits| digits % 10 == 0);
    numeral.mark = match text.at(place) {
        '余' | '多' => Some(Bound::AtLeast),
        '几' if numeral.last_power() == 1 || (tens && numeral.last_power() == 0) => Some(Bound::AtLeast),
        '来' if tens => Some(Bound::About),
        _ => return pos,
    };
    place + 1
}

/// Whether 几 or 数 at `pos` stands for a digit: a multiplier must follow.
fn is_vague(text: &Text, pos: usize) -> bool {
    matches!(text.at(pos), '几' | '数') && multiplier(text, pos + 1, true).is_some()
}

/// The multiplier at `pos`: its end and power, below 4 for 十, 百 and 千.
pub(super) fn multiplier(text: &Text, pos: usize, chinese: bool) -> Option<(usize, i32)> {
    let next = text.at(pos + 1);
    let power = match text.at(pos) {
        '十' | '拾' => 1,
        '百' | '佰' if next != '分' => 2,
        // Prefix of a unit; 三千米 alone is read as 3000 of them.
        '千' if is_in(next, "瓦克伏卡帕赫") || (next == '米' && !chinese) => return None,
        '千' | '仟' => 3,
        '万' => 4,
        '亿' => 8,
        '兆' if is_in(next, "元圓圆日美韓韩") => 12,
        _ => return None,
    };
    Some((pos + 1, power))
}

pub(super) fn digit(char: char) -> Option<u64> {
    Some(match char {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}
