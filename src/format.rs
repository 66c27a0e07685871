//! Numbers as the reader's language writes them.

use crate::decimal::{Decimal, Rounding, power_of_ten};
use crate::figures::{Amount, Bound};
use crate::lang::{Lang, Locale};
use crate::words::pick;

/// A written amount in three parts, so that a card can set the number larger than what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// 约, 近, "about ", or a minus or currency sign; often empty.
    pub before: String,
    /// The digits: `40`, `2000`, `1.2`, `3–5`.
    pub number: String,
    /// Scale, bound and unit: `余万元`, `+ yuan`, `%以上`.
    pub after: String,
}

impl Written {
    /// The parts in one text.
    pub fn text(&self) -> String {
        concat(&[&self.before, &self.number, &self.after])
    }
}

/// Texts one after the other. What the standard library has for it reckons with every overflow.
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

const MINUS: char = '\u{2212}';

/// Numbers from 10 to this power on are written with a power of ten.
const SCIENTIFIC: i32 = 15;

/// So are numbers below 10 to this power.
const TINY: i32 = -6;

/// Digits that a mark's number may have at most without being rounded where it needs no scale, and those that it keeps
/// if it has more, or a scale.
const WHOLE_DIGITS: i32 = 5;
const ROUNDED_DIGITS: i32 = 4;

/// The short form that stands at a mark: 40余万元, 400,000+ yuan.
///
/// A number with a scale is rounded to four digits: 123,456 is 12.35万. It gives an impression, and [`full`] the number. In
/// Chinese five digits stay as they are unless the last two are zeros: 38652元, but 1.5万元. A bound stays true: what 余
/// and "+" stand with is rounded down, what 不超过 and "up to" stand with up, a range outwards.
pub fn compact(amount: &Amount, unit: &str, locale: &Locale) -> Written {
    let lang = locale.lang;
    let unit = Unit::new(unit, locale).counting(amount, locale, amount.bound != Bound::AtLeast);
    let is_range = amount.bound == Bound::Range;
    let is_negative = amount.value < 0.0;
    let rounding = match amount.bound {
        Bound::AtLeast | Bound::Range => Rounding::Down,
        Bound::AtMost => Rounding::Up,
        _ => Rounding::Nearest,
    };
    let mut written = Written::default();
    let cap = if amount.bound == Bound::AtLeast { i32::MAX } else { locale.cap };
    let mut last = Short::new(amount.value, rounding, lang, cap);
    let (mut mark, mut place) = ("", 0);
    if is_range {
        let low = last;
        // In 8–12万 the scale would be taken for both.
        let cap = if low.scale == 0 && amount.value != 0.0 { 0 } else { cap };
        last = Short::new(amount.high, Rounding::Up, lang, cap);
        push_minus(amount.value, &mut written.number);
        low.push(locale, &mut written.number);
        if low.scale == 0 {
            unit.push_cents(low.decimal, &mut written.number);
        }
        if low.scale != last.scale && amount.value != 0.0 {
            written.number.push_str(low.scale_name(lang));
        }
        written.number.push_str(if is_negative { pick("至|至| to ", lang) } else { "–" });
        push_minus(amount.high, &mut written.number);
    } else {
        if amount.bound == Bound::AtLeast && !is_negative {
            (mark, place) = last.at_least(&unit, lang);
        } else {
            written.before.push_str(word(amount, lang, "不超过|不超過|up to "));
        }
        push_minus(amount.value, &mut written.before);
    }
    written.before.push_str(unit.sign);
    last.push(locale, &mut written.number);
    if last.scale == 0 {
        unit.push_cents(last.decimal, &mut written.number);
    }
    let mut push = |index, part: &str| {
        written.after.push_str(if index == place { mark } else { "" });
        written.after.push_str(part);
    };
    push(0, last.scale_name(lang));
    push(1, unit.space);
    push(2, unit.name);
    push(2, unit.ending);
    push(3, "");
    written
}

/// The exact form for tooltip, table and speech, its bound in words: 至少400,000元, "at least 400,000 yuan".
pub fn full(amount: &Amount, unit: &str, locale: &Locale) -> String {
    let unit = Unit::new(unit, locale).counting(amount, locale, true);
    let mut text = word(amount, locale.lang, "不超过|不超過|at most ").to_string();
    unit.push_number(amount.value, locale, &mut text);
    if amount.bound == Bound::Range {
        if unit.is_symbol {
            text.push_str(unit.name);
        }
        text.push_str(pick("至|至| to ", locale.lang));
        unit.push_number(amount.high, locale, &mut text);
    }
    text.push_str(unit.space);
    text.push_str(unit.name);
    text.push_str(unit.ending);
    text
}

/// A number with all of its (at most 15) digits, as ticks and tables show it. Not finite: a dash.
pub fn number(value: f64, locale: &Locale, grouping: bool) -> String {
    let mut text = String::new();
    if value.is_finite() {
        push_minus(value, &mut text);
        push_decimal(Decimal::of(value), locale, grouping, &mut text);
    } else {
        text.push('—');
    }
    text
}

/// A number with its 15 significant digits as computers write it: `-0.5`, `2000`.
///
/// Formatting by the standard library keeps every digit, at 8 KB of a download.
pub(crate) fn plain(value: f64) -> String {
    let mut text = String::new();
    if value.is_nan() {
        text.push_str("NaN");
        return text;
    }
    if value < 0.0 {
        text.push('-');
    }
    if value.is_infinite() {
        text.push_str("inf");
        return text;
    }
    let locale = Locale { group: None, ..Locale::from_tag("en") };
    push_plain(Decimal::of(value), &locale, false, &mut text);
    text
}

/// The word before a number that says its bound.
fn word(amount: &Amount, lang: Lang, at_most: &'static str) -> &'static str {
    let words = match amount.bound {
        Bound::AtLeast => "至少|至少|at least ",
        Bound::AtMost if amount.near => "不足|不足|under ",
        Bound::AtMost => at_most,
        Bound::About if amount.near => "近|近|nearly ",
        Bound::About => "约|約|about ",
        Bound::Exact | Bound::Range => "",
    };
    pick(words, lang)
}

/// A magnitude in few digits with a scale.
#[derive(Clone, Copy)]
struct Short {
    decimal: Decimal,
    /// How many steps of 万 or of a thousand the scale is.
    scale: i32,
}

impl Short {
    /// `rounding` is that of the number with its sign, `cap` the greatest scale.
    fn new(value: f64, rounding: Rounding, lang: Lang, cap: i32) -> Short {
        let decimal = Decimal::of(value);
        let count = decimal.digit_count();
        let scale = scale_of(decimal, lang).min(cap);
        let is_plain = scale == 0 && decimal.magnitude() < SCIENTIFIC;
        let kept = if count <= ROUNDED_DIGITS || (is_plain && count <= WHOLE_DIGITS) {
            count
        } else if is_plain || scale > 0 {
            // No digit before the point is lost.
            ROUNDED_DIGITS.max(decimal.magnitude() + 1 - scale * step(lang))
        } else {
            ROUNDED_DIGITS
        };
        let rounding = match rounding {
            Rounding::Down if value < 0.0 => Rounding::Up,
            Rounding::Up if value < 0.0 => Rounding::Down,
            _ => rounding,
        };
        // Rounding may carry into the next scale.
        let decimal = decimal.rounded(kept, rounding);
        Short { decimal, scale: scale_of(decimal, lang).min(cap) }
    }

    fn scaled(&self, lang: Lang) -> Decimal {
        Decimal { exponent: self.decimal.exponent - self.scale * step(lang), ..self.decimal }
    }

    fn scale_name(&self, lang: Lang) -> &'static str {
        let names = pick("/万/亿/万亿|/萬/億/萬億|//M/B/T", lang);
        names.split('/').nth(self.scale as usize).unwrap_or_default()
    }

    fn push(&self, locale: &Locale, text: &mut String) {
        // Chinese counts in 万, so that nothing is left to group.
        push_decimal(self.scaled(locale.lang), locale, !locale.lang.is_chinese(), text);
    }

    /// The mark of a lower bound and before which of scale, space, unit and end it stands.
    fn at_least(&self, unit: &Unit, lang: Lang) -> (&'static str, usize) {
        if lang == Lang::En {
            return ("+", if unit.is_symbol { 3 } else { 1 });
        }
        let is_tens = self.scaled(lang).exponent > 0;
        if unit.is_symbol || self.decimal.magnitude() >= SCIENTIFIC || (self.scale == 0 && !is_tens) {
            // 5余人 and 98余% are not said.
            return ("以上", 3);
        }
        // 40余万 lies below 50万, 45万余 below 46万.
        (pick("余|餘", lang), usize::from(!is_tens))
    }
}

/// The greatest scale for amounts that share an axis, so that 10120亿 stands beside 9133亿 and 20100 beside 18742: the least
/// one that any of them reaches, unless the largest would have too many digits then. A lower bound has its own, and 1.2万 may
/// stand beside 9000: a larger scale has to come with three digits to be given up.
pub(crate) fn common_scale<'a>(amounts: impl Iterator<Item = &'a Amount>, lang: Lang) -> i32 {
    let (mut least, mut largest, mut long) = (i32::MAX, 0.0_f64, 0);
    let mut fine = false;
    for amount in amounts {
        if amount.bound != Bound::AtLeast && amount.value != 0.0 {
            let short = Short::new(amount.value, Rounding::Nearest, lang, i32::MAX);
            least = least.min(short.scale);
            if short.decimal.digits > 99 {
                long = long.max(short.scale);
            }
            fine |= short.scale > 0 && Decimal::of(amount.value).digit_count() > ROUNDED_DIGITS;
            largest = largest.max(-amount.value).max(amount.high);
        }
    }
    let digits = match (lang.is_chinese(), least) {
        // 291965 is a number of its own, 125000 is 12.5万.
        (true, 0) if fine => 6,
        // 135673亿 and 92069亿 are easier to compare than 13.57万亿 and 92069亿.
        (true, 2) => 6,
        (true, _) => 5,
        (false, 0) => 7,
        (false, _) => 4,
    };
    let left = Decimal::of(largest).magnitude() - least.min(SCIENTIFIC) * step(lang);
    if long > least && left < digits { least } else { i32::MAX }
}

/// The power of ten from one scale to the next.
fn step(lang: Lang) -> i32 {
    if lang.is_chinese() { 4 } else { 3 }
}

/// The greatest scale that a number reaches; English has none below a million.
fn scale_of(decimal: Decimal, lang: Lang) -> i32 {
    let magnitude = decimal.magnitude();
    let scale = magnitude / step(lang);
    let first = match lang.is_chinese() {
        false => 6,
        // 1.2345万 is harder to read than 12345.
        true if decimal.exponent < 2 => 5,
        true => 4,
    };
    // And 1.3239万亿 than 13239亿.
    let less = i32::from(lang.is_chinese() && magnitude == 12 && decimal.exponent < 10);
    if (first..SCIENTIFIC).contains(&magnitude) { scale - less } else { 0 }
}

/// How a unit stands beside its number.
struct Unit<'a> {
    /// A currency sign, before the number.
    sign: &'a str,
    /// The space or 个 between the number and everything else.
    space: &'static str,
    name: &'a str,
    /// What makes the singular complete: the y of "copy".
    ending: &'static str,
    /// %, ° and the like, which a lower bound follows and each end of a range has.
    is_symbol: bool,
}

impl<'a> Unit<'a> {
    fn new(unit: &'a str, locale: &Locale) -> Unit<'a> {
        let first = unit.chars().next().unwrap_or_default();
        let last = unit.chars().next_back().unwrap_or_default();
        let sign = if unit == "Rs" { "Rs " } else { unit };
        if unit == "Rs" || matches!(last, '$' | '€' | '£' | '¥' | '￥' | '₹') {
            return Unit { sign, space: "", name: "", ending: "", is_symbol: false };
        }
        // £ per hour stands around its number: £12.21 per hour.
        let (currency, per) = unit.split_at(first.len_utf8().min(unit.len()));
        if matches!(first, '$' | '€' | '£' | '¥' | '￥' | '₹')
            && matches!(per.as_bytes().first(), Some(b' ' | b'/'))
        {
            return Unit { sign: currency, space: "", name: per, ending: "", is_symbol: false };
        }
        let is_symbol = matches!(first, '%' | '％' | '‰' | '°' | '℃' | '℉');
        let space = match unit {
            "百分点" | "百分點" => pick("个|個", locale.lang),
            "%" if locale.parts_percent => "\u{a0}",
            _ if unit.is_empty() || is_symbol || first == '/' || first >= '\u{2e80}' => "",
            _ => " ",
        };
        Unit { sign: "", space, name: unit, ending: "", is_symbol }
    }

    /// The same in the singular where English counts one: 1 person, 1 copy, −1 percentage point.
    fn counting(mut self, amount: &Amount, locale: &Locale, may_be_one: bool) -> Unit<'a> {
        let is_one = may_be_one && amount.value.abs() == 1.0 && amount.bound != Bound::Range;
        let is_word =
            self.name.len() > 3 && self.name.bytes().all(|byte| matches!(byte, b' ' | b'-' | b'a'..=b'z'));
        if &locale.suffix != b"en" || !is_one || !is_word {
            return self;
        }
        for endings in "people=person|series=series|species=species|movies=movie|ies=y|xes=x|ches=ch|shes=sh|sses=ss|ss=ss|us=us|is=is|bps=bps|s=".split('|') {
            let mut endings = endings.split('=');
            if let Some(stem) = self.name.strip_suffix(endings.next().unwrap_or_default()) {
                (self.name, self.ending) = (stem, endings.next().unwrap_or_default());
                break;
            }
        }
        self
    }

    /// The number with all the digits that may have been stated, and the currency sign before it.
    fn push_number(&self, value: f64, locale: &Locale, text: &mut String) {
        push_minus(value, text);
        text.push_str(self.sign);
        let mut decimal = Decimal::of(value);
        if decimal.digit_count() > 14 {
            // Nobody states so many: it has been divided, such as a third.
            decimal = decimal.rounded(ROUNDED_DIGITS.max(decimal.magnitude() + 3), Rounding::Nearest);
        }
        push_decimal(decimal, locale, true, text);
        self.push_cents(decimal, text);
    }

    /// Money has two digits after the point, or none: $12.50.
    fn push_cents(&self, decimal: Decimal, text: &mut String) {
        if !self.sign.is_empty() && decimal.exponent == -1 {
            text.push('0');
        }
    }
}

fn push_minus(value: f64, text: &mut String) {
    if value < 0.0 {
        text.push(MINUS);
    }
}

fn push_decimal(decimal: Decimal, locale: &Locale, grouping: bool, text: &mut String) {
    let magnitude = decimal.magnitude();
    if (TINY..SCIENTIFIC).contains(&magnitude) {
        push_plain(decimal, locale, grouping, text);
        return;
    }
    push_plain(Decimal { exponent: decimal.exponent - magnitude, ..decimal }, locale, false, text);
    text.push_str(if magnitude < 0 { "×10⁻" } else { "×10" });
    for digit in plain(magnitude.abs().into()).bytes() {
        text.extend("⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(usize::from(digit - b'0')));
    }
}

fn push_plain(decimal: Decimal, locale: &Locale, grouping: bool, text: &mut String) {
    let count = decimal.digit_count();
    // How many digits stand before the point, which may lie before or behind all of them.
    let whole = count + decimal.exponent;
    let mut power = power_of_ten(count - 1);
    for place in whole.min(1) - 1..whole.max(count) {
        if place == whole {
            text.push(locale.decimal);
        } else if place > 0 && place < whole && grouping && locale.is_group(whole, whole - place) {
            text.extend(locale.group);
        }
        let mut digit = 0;
        if place >= 0 && power > 0 {
            digit = decimal.digits / power % 10;
            power /= 10;
        }
        text.push(char::from(b'0' + digit as u8));
    }
}
