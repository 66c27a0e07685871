//! A run of digits, Arabic or Chinese: 2,356, 3.5, 1.5e6, 三, 二〇一一, 三点五, and two neighbours as in 两三百.

use super::text::{Cursor, is_in};
use crate::decimal::shifted;

/// Digits beyond this say nothing more to an `f64`.
const ENOUGH: f64 = 1e16;

/// The value of an Arabic or Chinese digit.
pub(super) fn digit(char: char) -> Option<u32> {
    let place = "0123456789零一二三四五六七八九〇两兩".chars().position(|other| other == char)? as u32;
    Some(if place > 20 { 2 } else { place % 10 })
}

/// Takes the digits that stand here, if any: their value, not a number where they make none as in 007, and whether they
/// are one digit alone, or two neighbours. Of these the second one counts if `high`.
pub(super) fn read(text: &mut Cursor, high: bool) -> Option<(f64, bool)> {
    let start = *text;
    let is_arabic = text.first().is_ascii();
    let is_padded = matches!(text.rest.as_bytes(), [b'0', b'0'..=b'9' | b',', ..]);
    let (mut value, mut places, mut count) = (0.0, 0, 0);
    let (mut has_zero, mut has_point, mut is_grouped) = (false, false, false);
    let mut pair = (0, 0);
    loop {
        let char = text.first();
        let mut next = *text;
        next.skip();
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
        } else if has_point {
            break;
        } else if is_in(char, if is_arabic { ".·" } else { "点點" }) && digit(next.first()).is_some() {
            has_point = true;
        } else if is_in(char, ", '’") && (is_grouped || count <= 3) && is_group(next.rest) {
            is_grouped = true;
        } else {
            break;
        }
        *text = next;
    }
    if count == 0 {
        *text = start;
        return None;
    }
    let is_plain = !has_zero && !has_point;
    let mut is_single = count == 1 && is_plain;
    if is_arabic {
        places += read_power(text);
    } else if has_point && text.first() == '十' {
        // 八点三十分 is a time of day.
        value = f64::NAN;
    } else if count == 2 && is_plain {
        let (low, other) = pair;
        let is_pair = low + 1 == other || pair == (3, 5);
        value = if is_pair { f64::from(if high { other } else { low }) } else { f64::NAN };
        is_single = true;
    }
    // A padded number is a code, a date or a telephone number.
    Some((if is_padded { f64::NAN } else { shifted(value, places) }, is_single))
}

/// Whether three digits follow a comma or what else groups them, and no more.
fn is_group(text: &str) -> bool {
    let digits =
        |count| text.as_bytes().get(..count).is_some_and(|start| start.iter().all(u8::is_ascii_digit));
    digits(3) && !digits(4)
}

/// Takes the power of ten of 1.5e6 and 1.5×10⁶.
fn read_power(text: &mut Cursor) -> i32 {
    let mut ahead = *text;
    let Some(sign) = ahead.take_one("e-|×10⁻|e+|×10|e") else { return 0 };
    // 2×100 is a product.
    let digits = if sign % 2 == 1 { "⁰¹²³⁴⁵⁶⁷⁸⁹" } else { "0123456789" };
    let mut power = None;
    while let Some(digit) = digits.chars().position(|other| other == ahead.first()) {
        power = Some((power.unwrap_or(0) * 10 + digit as i32).min(9999));
        ahead.skip();
    }
    let Some(power) = power else { return 0 };
    *text = ahead;
    if sign < 2 { -power } else { power }
}
