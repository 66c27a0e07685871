//! Numbers as the reader's language writes them.

use crate::figures::Amount;
use crate::lang::Locale;

/// A written amount in three parts, so that a card can set the number larger than what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// 约, 近, "about ", or a minus or currency sign; often empty.
    pub before: String,
    /// The digits: `40`, `2000`, `1.2`, `3–5`.
    pub number: String,
    /// Scale, bound and unit: 余万元, `,000+ yuan` never: the number is whole; `+ yuan`, `%以上`.
    pub after: String,
}

impl Written {
    /// The parts in one text.
    pub fn text(&self) -> String {
        [self.before.as_str(), &self.number, &self.after].concat()
    }
}

/// The short form that stands at a mark: 40余万元, 400,000+ yuan.
pub fn compact(amount: &Amount, unit: &str, locale: &Locale) -> Written {
    let _ = locale;
    Written { number: amount.value.to_string(), after: unit.to_string(), ..Written::default() }
}

/// The exact form for tooltip, table and speech, its bound in words: 至少400,000元, "at least 400,000 yuan".
pub fn full(amount: &Amount, unit: &str, locale: &Locale) -> String {
    compact(amount, unit, locale).text()
}
