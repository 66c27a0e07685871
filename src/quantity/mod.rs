//! Quantities as people write them: "40余万元", "98%以上", "more than 400,000 yuan".

use crate::figures::Amount;

/// What a text says: how much, of what, per what.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, with scales (万, 亿, k, million) multiplied in.
    pub amount: Amount,
    /// The unit as written, without its scale; `%` for percentages; may be empty.
    pub unit: String,
    /// For a rate (每人2000元, 2000元/人, per person), what it is per; otherwise empty.
    pub per: String,
}

/// Reads a whole text as one quantity; `None` if it is not one.
pub fn parse(text: &str) -> Option<Quantity> {
    let value: f64 = text.trim().parse().ok()?;
    value.is_finite().then(|| Quantity {
        amount: Amount::exact(value),
        unit: String::new(),
        per: String::new(),
    })
}
