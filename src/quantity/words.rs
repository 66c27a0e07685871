//! English number words and the scales that follow digits: "two hundred and fifty", 3.5m, 400k.

use super::numeral::Numeral;
use super::text::{Text, is_space};

const ONES: &str = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\
                    sixteen|seventeen|eighteen|nineteen";
const TENS: &str = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

/// Multipliers that follow words or digits after a space.
const SCALES: &[(i32, &str)] =
    &[(2, "hundred"), (3, "thousand"), (6, "million|mn|mln"), (9, "billion|bn|bln"), (12, "trillion|tn|trn")];

/// Letters that multiply only where they touch the digits: 5 m is five metres. A small t is a tonne.
const ATTACHED: &[(i32, &str)] = &[(3, "k"), (6, "m"), (9, "b"), (12, "t")];

/// A number that begins with a word, and where it ends.
pub(super) fn read(text: &Text, start: usize, numeral: &mut Numeral) -> Option<usize> {
    let mut pos = start;
    if let Some(end) = text.match_at("half a ", pos).or_else(|| text.match_at("half an ", pos)) {
        numeral.push(5, -1, false);
        pos = end;
    } else if let Some(end) = text.match_at("a ", pos).or_else(|| text.match_at("an ", pos)) {
        numeral.push(1, 0, false);
        pos = end;
    }
    if !numeral.is_empty() {
        // "a" alone is no number.
        let end = read_multiplier(text, pos, numeral)?;
        return Some(read_rest(text, end, numeral));
    }
    let end = read_rest(text, pos, numeral);
    (end > start).then_some(end)
}

/// The scale after a number in digits, if any, and what may follow it.
pub(super) fn read_scale(text: &Text, start: usize, numeral: &mut Numeral) -> usize {
    if numeral.mark.is_some() || !numeral.is_open() {
        return start;
    }
    for &(power, letter) in ATTACHED {
        if let Some(end) = text.match_at(letter, start)
            && (power < 12 || text.is_capital(start))
            && !matches!(text.at(end), '²' | '³' | '/' | '0'..='9' | '.' | '°')
        {
            numeral.multiply_section(power);
            return end;
        }
    }
    // Per second it is metres, per anything else millions.
    if text.match_at("m/", start).is_some() && text.match_at("m/s", start).is_none() {
        numeral.multiply_section(6);
        return start + 1;
    }
    let pos = read_half(text, start, numeral).unwrap_or(start);
    read_multiplier(text, pos, numeral).map_or(pos, |end| read_rest(text, end, numeral))
}

/// Whether a number word stands at `pos`.
pub(super) fn is_number(text: &Text, pos: usize) -> bool {
    text.match_word(ONES, pos).or_else(|| text.match_word(TENS, pos)).is_some() || scale(text, pos).is_some()
}

/// The scale word at `pos`, "million" or "bn": its power and end.
pub(super) fn scale(text: &Text, pos: usize) -> Option<(i32, usize)> {
    SCALES.iter().find_map(|&(power, words)| Some((power, text.match_any(words, pos)?)))
}

/// The scale at `pos` behind a unit: a word after a space, or a letter after a sign: "RMB million", "$bn", "€m".
pub(super) fn scale_after_unit(text: &Text, pos: usize) -> Option<(i32, usize)> {
    let before = text.at(pos - 1);
    if is_space(before) {
        return scale(text, pos);
    }
    if !matches!(before, '$' | '€' | '£' | '¥') {
        return None;
    }
    let letter = |&(power, letter): &(i32, &str)| Some((power, text.match_at(letter, pos)?));
    scale(text, pos).or_else(|| ATTACHED.iter().find_map(letter))
}

/// Words as long as they continue the number.
fn read_rest(text: &Text, mut pos: usize, numeral: &mut Numeral) -> usize {
    loop {
        let Some(next) = read_half(text, pos, numeral)
            .or_else(|| read_multiplier(text, pos, numeral))
            .or_else(|| read_ones(text, pos, numeral))
        else {
            return pos;
        };
        pos = next;
    }
}

/// "and a half".
fn read_half(text: &Text, pos: usize, numeral: &mut Numeral) -> Option<usize> {
    let end = text.match_at(" and a half", pos)?;
    numeral.open_digits()?;
    numeral.change(-1, |digits| digits.checked_mul(10)?.checked_add(5))?;
    Some(end)
}

fn read_multiplier(text: &Text, pos: usize, numeral: &mut Numeral) -> Option<usize> {
    let place = text.skip_spaces(if text.at(pos) == '-' { pos + 1 } else { pos });
    if numeral.is_open()
        && let Some(end) = text.match_at("dozen", place)
    {
        numeral.change(0, |digits| digits.checked_mul(12))?;
        numeral.close();
        return Some(end);
    }
    let (power, end) = scale(text, place)?;
    let taken = if power == 2 { numeral.multiply_term(2) } else { numeral.multiply_section(power) };
    taken.then_some(end)
}

/// A word below one hundred: "five", "twenty", the "five" of "twenty-five", the "fifty" of "hundred and fifty".
fn read_ones(text: &Text, pos: usize, numeral: &mut Numeral) -> Option<usize> {
    let mut place = text.skip_spaces(pos);
    if numeral.is_open() {
        let tens = numeral.open_digits().filter(|tens| (20..100).contains(tens) && tens % 10 == 0)?;
        if text.at(place) == '-' {
            place += 1;
        } else if !is_space(text.at(pos)) {
            return None;
        }
        let (one, end) = text.match_word(ONES, place).filter(|(one, _)| (1..10).contains(one))?;
        numeral.change(0, |_| Some(tens + u64::from(one)))?;
        return Some(end);
    }
    if !numeral.is_empty()
        && let Some(end) = text.match_at("and ", place)
    {
        place = end;
    }
    let (value, end) = text
        .match_word(ONES, place)
        .or_else(|| text.match_word(TENS, place).map(|(index, end)| (index * 10 + 20, end)))?;
    numeral.push(value.into(), 0, false);
    Some(end)
}
