//! Numbers as the reader's language writes them.

use crate::decimal::{Decimal, Rounding};
use crate::figures::{Amount, Bound};
use crate::lang::{Lang, Locale};

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
        [self.before.as_str(), &self.number, &self.after].concat()
    }
}

const MINUS: char = '\u{2212}';

/// Numbers from 10 to this power on are written with a power of ten.
const SCIENTIFIC: i32 = 15;

/// So are numbers below 10 to this power.
const TINY: i32 = -6;

/// Digits that a mark's number may have at most without being rounded, and those that it keeps if it has more.
const WHOLE_DIGITS: u32 = 5;
const ROUNDED_DIGITS: u32 = 4;

/// The short form that stands at a mark: 40余万元, 400,000+ yuan.
///
/// A number that needs more than five digits in its scale is rounded to four: 123,456 is 12.35万. Five are read at a
/// glance, and where there are more the mark gives an impression and [`full`] the number. A bound stays true: what 余
/// and "+" stand with is rounded down, what 不超过 and "up to" stand with up, a range outwards.
pub fn compact(amount: &Amount, unit: &str, locale: &Locale) -> Written {
    let unit = Unit::new(unit, locale.lang);
    if amount.bound == Bound::Range {
        return compact_range(amount, &unit, locale);
    }
    let negative = amount.value < 0.0;
    let rounding = match amount.bound {
        Bound::AtLeast if negative => Rounding::Up,
        Bound::AtMost if !negative => Rounding::Up,
        Bound::AtLeast | Bound::AtMost => Rounding::Down,
        _ => Rounding::Nearest,
    };
    let short = Short::new(amount.value, rounding, locale.lang);
    let mut written = Written { number: short.number(locale), ..Written::default() };
    if amount.bound == Bound::AtLeast && !negative {
        short.at_least(&unit, locale.lang, &mut written.after);
    } else {
        written.before.push_str(word(amount, locale.lang, true));
        written.after.push_str(short.scale);
        unit.push(&mut written.after);
    }
    if negative {
        written.before.push(MINUS);
    }
    written.before.push_str(unit.sign);
    written
}

/// The exact form for tooltip, table and speech, its bound in words: 至少400,000元, "at least 400,000 yuan".
pub fn full(amount: &Amount, unit: &str, locale: &Locale) -> String {
    let unit = Unit::new(unit, locale.lang);
    let mut text = String::new();
    if amount.bound == Bound::Range {
        push_full(amount.value, &unit, locale, &mut text);
        if unit.is_symbol {
            unit.push(&mut text);
        }
        text.push_str(if locale.lang.is_chinese() { "至" } else { " to " });
        push_full(amount.high, &unit, locale, &mut text);
    } else {
        text.push_str(word(amount, locale.lang, false));
        push_full(amount.value, &unit, locale, &mut text);
    }
    unit.push(&mut text);
    text
}

/// A number with all of its (at most 15) digits, as ticks and tables show it. Not finite: a dash.
pub fn number(value: f64, locale: &Locale, grouping: bool) -> String {
    if !value.is_finite() {
        return "—".to_string();
    }
    let mut text = String::new();
    if value < 0.0 {
        text.push(MINUS);
    }
    push_decimal(Decimal::of(value), locale, grouping, &mut text);
    text
}

fn push_full(value: f64, unit: &Unit, locale: &Locale, text: &mut String) {
    if value < 0.0 {
        text.push(MINUS);
    }
    text.push_str(unit.sign);
    text.push_str(&number(value.abs(), locale, true));
}

/// The word before a number that says its bound; `mark` for the short form.
fn word(amount: &Amount, lang: Lang, mark: bool) -> &'static str {
    let [chinese, traditional, english] = match amount.bound {
        Bound::AtLeast => ["至少", "至少", "at least "],
        Bound::AtMost if mark => ["不超过", "不超過", "up to "],
        Bound::AtMost => ["不超过", "不超過", "at most "],
        Bound::About if amount.near => ["近", "近", "nearly "],
        Bound::About => ["约", "約", "about "],
        Bound::Exact | Bound::Range => ["", "", ""],
    };
    match lang {
        Lang::ZhHans => chinese,
        Lang::ZhHant => traditional,
        Lang::En => english,
    }
}

fn compact_range(amount: &Amount, unit: &Unit, locale: &Locale) -> Written {
    let outwards = |negative: bool| if negative { Rounding::Up } else { Rounding::Down };
    let low = Short::new(amount.value, outwards(amount.value < 0.0), locale.lang);
    let mut high = Short::new(amount.high, outwards(amount.high >= 0.0), locale.lang);
    let mut written = Written { before: unit.sign.to_string(), ..Written::default() };
    if low.power == 0 && high.power > 0 && amount.value != 0.0 {
        // In 8–12万 the scale would be taken for both.
        (high.scale, high.power) = ("", 0);
    }
    let negative = amount.value < 0.0;
    if negative {
        written.number.push(MINUS);
    }
    written.number.push_str(&low.number(locale));
    if low.power != high.power && amount.value != 0.0 {
        written.number.push_str(low.scale);
    }
    written.number.push_str(match (negative, locale.lang) {
        (false, _) => "–",
        (true, Lang::En) => " to ",
        (true, _) => "至",
    });
    if amount.high < 0.0 {
        written.number.push(MINUS);
    }
    written.number.push_str(&high.number(locale));
    written.after.push_str(high.scale);
    unit.push(&mut written.after);
    written
}

/// A magnitude in few digits with a scale.
struct Short {
    decimal: Decimal,
    scale: &'static str,
    power: i32,
}

impl Short {
    fn new(value: f64, rounding: Rounding, lang: Lang) -> Short {
        let decimal = Decimal::of(value);
        let (_, power) = scale_of(decimal, lang);
        let kept = match decimal.digit_count() {
            count if count <= WHOLE_DIGITS => count,
            // Without a scale no digit before the point is lost.
            _ if power == 0 && decimal.magnitude() < SCIENTIFIC => {
                ROUNDED_DIGITS.max((decimal.magnitude() + 1).max(0) as u32)
            }
            _ => ROUNDED_DIGITS,
        };
        // Rounding may carry into the next scale.
        let decimal = decimal.rounded(kept, rounding);
        let (scale, power) = scale_of(decimal, lang);
        Short { decimal, scale, power }
    }

    fn scaled(&self) -> Decimal {
        Decimal { exponent: self.decimal.exponent - self.power, ..self.decimal }
    }

    fn number(&self, locale: &Locale) -> String {
        let mut text = String::new();
        // Chinese counts in 万, so that nothing is left to group.
        push_decimal(self.scaled(), locale, !locale.lang.is_chinese(), &mut text);
        text
    }

    /// Scale, unit and the mark of a lower bound in the order that the language wants.
    fn at_least(&self, unit: &Unit, lang: Lang, text: &mut String) {
        if lang == Lang::En {
            text.push_str(self.scale);
            if unit.is_symbol {
                unit.push(text);
                text.push('+');
            } else {
                text.push('+');
                unit.push(text);
            }
            return;
        }
        let odd = if lang == Lang::ZhHant { "餘" } else { "余" };
        let tens = self.scaled().exponent > 0;
        let scientific = self.power == 0 && self.decimal.magnitude() >= SCIENTIFIC;
        if unit.is_symbol || scientific || (self.power == 0 && !tens) {
            // 5余人 and 98余% are not said.
            text.push_str(self.scale);
            unit.push(text);
            text.push_str("以上");
            return;
        }
        // 40余万 lies below 50万, 45万余 below 46万.
        text.push_str(if tens { odd } else { self.scale });
        text.push_str(if tens { self.scale } else { odd });
        unit.push(text);
    }
}

/// The greatest scale that a number reaches.
fn scale_of(decimal: Decimal, lang: Lang) -> (&'static str, i32) {
    let scales = match lang {
        Lang::ZhHans => [("万亿", 12), ("亿", 8), ("万", 4)],
        Lang::ZhHant => [("萬億", 12), ("億", 8), ("萬", 4)],
        Lang::En => [("T", 12), ("B", 9), ("M", 6)],
    };
    let magnitude = decimal.magnitude();
    if magnitude >= SCIENTIFIC {
        return ("", 0);
    }
    scales.into_iter().find(|&(_, power)| magnitude >= power).unwrap_or(("", 0))
}

/// How a unit stands beside its number.
struct Unit<'a> {
    /// A currency sign, before the number.
    sign: &'a str,
    /// Everything else, after it, with the space or 个 that goes before it.
    space: &'static str,
    name: &'a str,
    /// %, ° and the like, which a lower bound follows and each end of a range has.
    is_symbol: bool,
}

impl<'a> Unit<'a> {
    fn new(unit: &'a str, lang: Lang) -> Unit<'a> {
        let mut written = Unit { sign: "", space: "", name: unit, is_symbol: false };
        let Some(first) = unit.chars().next() else { return written };
        if unit.ends_with(['$', '€', '£', '¥', '￥', '₹', '₩', '₽']) {
            (written.sign, written.name) = (unit, "");
        } else if unit == "Rs" {
            (written.sign, written.name) = ("Rs ", "");
        }
        written.is_symbol = matches!(first, '%' | '％' | '‰' | '°' | '℃' | '℉');
        written.space = match unit {
            "百分点" if lang == Lang::ZhHans => "个",
            "百分點" if lang == Lang::ZhHant => "個",
            _ if written.is_symbol || !written.sign.is_empty() || first >= '\u{2e80}' => "",
            _ => " ",
        };
        written
    }

    fn push(&self, text: &mut String) {
        text.push_str(self.space);
        text.push_str(self.name);
    }
}

fn push_decimal(decimal: Decimal, locale: &Locale, grouping: bool, text: &mut String) {
    let magnitude = decimal.magnitude();
    if !(TINY..SCIENTIFIC).contains(&magnitude) {
        let mantissa = Decimal { exponent: decimal.exponent - magnitude, ..decimal };
        push_plain(mantissa, locale, false, text);
        text.push_str("×10");
        if magnitude < 0 {
            text.push('⁻');
        }
        for digit in magnitude.unsigned_abs().to_string().bytes() {
            let raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
            text.extend(raised.get(usize::from(digit - b'0')));
        }
    } else {
        push_plain(decimal, locale, grouping, text);
    }
}

fn push_plain(decimal: Decimal, locale: &Locale, grouping: bool, text: &mut String) {
    let digits = decimal.digits.to_string();
    // How many digits stand before the point, which may lie before or behind all of them.
    let whole = digits.len() as i32 + decimal.exponent;
    let group = locale.group.filter(|_| grouping);
    if whole <= 0 {
        text.push('0');
    }
    for place in 0..whole.max(0) {
        if let Some(group) = group
            && place > 0
            && (whole - place) % 3 == 0
        {
            text.push(group);
        }
        text.push(digits.as_bytes().get(place as usize).map_or('0', |&digit| digit.into()));
    }
    if decimal.exponent < 0 {
        text.push(locale.decimal);
        for _ in whole..0 {
            text.push('0');
        }
        text.push_str(digits.get(whole.max(0) as usize..).unwrap_or_default());
    }
}
