//! What the parts of a row come to together: an amount where that is known, and how it is told.

use super::draft::{Draft, Item};
use super::{label, line};
use crate::figures::{Amount, Bound};
use crate::format;
use crate::outline;
use crate::words;

/// What the parts are together, as far as it is known: nothing where a part is missing, or where some are lower and
/// others upper bounds.
pub(super) fn total(items: &[Item], count: usize) -> Option<Amount> {
    if items.len() < count {
        return None;
    }
    let mut sum = Amount::exact(0.0);
    let mut near = true;
    for item in items {
        let amount = item.figure.amount?;
        sum.value += amount.value;
        sum.high += amount.high;
        near &= amount.near || amount.bound != Bound::About;
        sum.bound = match (sum.bound, amount.bound) {
            (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast) => return None,
            (Bound::AtLeast | Bound::AtMost, _) => sum.bound,
            (_, Bound::AtLeast | Bound::AtMost) | (Bound::Exact, _) => amount.bound,
            (Bound::About, _) | (_, Bound::About) => Bound::About,
            _ => sum.bound,
        };
    }
    let stated = match sum.bound {
        Bound::AtMost => sum.high,
        Bound::About => line::middle(&sum),
        Bound::Range => return Some(sum),
        _ => sum.value,
    };
    Some(Amount { near: near && sum.bound == Bound::About, ..Amount::bounded(stated, sum.bound) })
}

/// The parts' names for which there is no value.
pub(super) fn missing(draft: &Draft, items: &[Item], names: &str) -> String {
    let mut text = String::new();
    for item in items {
        if item.figure.amount.is_none() {
            if !text.is_empty() {
                text.push_str(draft.reader.say(words::COMMA));
            }
            text.push_str(names.split('\n').nth(item.series).unwrap_or_default());
        }
    }
    if !text.is_empty() {
        text.push_str(draft.reader.say(words::COLON));
        text.push_str(draft.reader.say(words::MISSING));
    }
    text
}

/// Adds the total of a row to those told.
pub(super) fn tell(draft: &Draft, totals: &mut String, first: &Item, total: &Amount) {
    let reader = draft.reader;
    let full = format::full(total, &reader.unit(first.figure), &reader.locale);
    let name = label::joined(&first.label);
    let told = if reader.locale.lang.is_chinese() {
        // 城区至少412人, without 为.
        let is = if total.bound == Bound::Exact { reader.say(words::AT[0]) } else { "" };
        format::concat(&[&name, is, &full])
    } else {
        format::concat(&[&full, " (", &name, ")"])
    };
    outline::add(&reader, totals, words::ITEMS[0], &told);
}

/// Has the totals that were told stand where the picture is described.
pub(super) fn push(draft: &mut Draft, mut told: String) {
    if !told.is_empty() {
        told.insert_str(0, draft.reader.say(words::TOTALS));
        draft.scene.rules.push(told);
    }
}
