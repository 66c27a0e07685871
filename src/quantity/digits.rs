//! A run of digits, Arabic or Chinese: 2,356, 3.5, 1.5e6, 三, 二〇一一, 三点五, and two neighbours as in 两三百.

use super::text::{any, first, is_in};
use crate::decimal::shifted;

/// Digits beyond this say nothing more to an `f64`.
const ENOUGH: f64 = 1e16;

/// What a run of digits says, and what follows it.
pub(super) struct Digits<'a> {
    /// Not a number where they make none: 007.
    pub(super) value: f64,
    /// One digit alone, which may stand for more: 一万五.
    pub(super) single: bool,
    pub(super) rest: &'a str,
}

/// The value of an Arabic, raised or Chinese digit.
pub(super) fn digit(char: char) -> Option<u32> {
    if char.is_ascii_digit() {
        return Some(char as u32 - '0' as u32);
    }
    let place = "零一二三四五六七八九⁰¹²³⁴⁵⁶⁷⁸⁹〇两兩".chars().position(|other| other == char)? as u32;
    Some(if place > 20 { 2 } else { place % 10 })
}

/// The digits that a text begins with, if any; of two neighbours the second if `high`.
pub(super) fn read(text: &str, high: bool) -> Option<Digits<'_>> {
    let is_arabic = first(text).is_ascii();
    let (mut value, mut places, mut count) = (0.0, 0, 0);
    let (mut has_zero, mut has_point, mut is_grouped) = (false, false, false);
    let mut pair = (0, 0);
    let mut rest = text;
    loop {
        let char = first(rest);
        let tail = rest.get(char.len_utf8()..).unwrap_or_default();
        let starts_fraction = || !has_point && digit(first(tail)).is_some();
        if let Some(digit) = digit(char).filter(|_| char.is_ascii() == is_arabic) {
            if value < ENOUGH {
                value = value * 10.0 + f64::from(digit);
                places -= i32::from(has_point);
            } else {
                places += i32::from(!has_point);
            }
            has_zero |= digit == 0;
            pair = (pair.1, digit);
            count += 1;
        } else if is_in(char, if is_arabic { ".·" } else { "点點" }) && starts_fraction() {
            has_point = true;
        } else if char == ',' && (is_grouped || count <= 3) && !has_point && is_group(tail) {
            is_grouped = true;
        } else {
            break;
        }
        rest = tail;
    }
    if count == 0 {
        return None;
    }
    let single = count == 1 && !has_zero && !has_point;
    if is_arabic {
        // A padded number is a code, a date or a telephone number.
        if value > 0.0 && matches!(text.as_bytes(), [b'0', b'0'..=b'9' | b',', ..]) {
            value = f64::NAN;
        }
        if let Some((power, end)) = read_power(rest) {
            places += power;
            rest = end;
        }
    } else if count == 2 && !has_zero && !has_point {
        let (low, other) = pair;
        value = match pair {
            _ if low + 1 != other && pair != (3, 5) => f64::NAN,
            _ => f64::from(if high { other } else { low }),
        };
    }
    Some(Digits { value: shifted(value, places), single, rest })
}

/// Whether three digits follow a comma, and no more.
fn is_group(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// The power of ten in 1.5e6 and 1.5×10⁶.
fn read_power(text: &str) -> Option<(i32, &str)> {
    let (sign, start) = any(text, "e-|×10⁻|e+|e|×10", false)?;
    let (mut power, mut rest) = (0, start);
    while let Some(digit) = digit(first(rest)) {
        power = (power * 10 + digit as i32).min(9999);
        rest = rest.get(first(rest).len_utf8()..)?;
    }
    (rest.len() < start.len()).then_some((if sign < 2 { -power } else { power }, rest))
}
