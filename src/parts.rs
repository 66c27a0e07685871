//! Which figures are parts of one whole, and what share of it each is.

use crate::choose::Kind;
use crate::figures::{Amount, Bound, Figure};
use crate::{panel, unit};

/// More parts than this no eye tells apart on a ring, and the series have no more colours.
const MOST: usize = 6;
/// Percentages of one whole may miss 100 by this much where they are rounded, or by more where they are bounded.
const ROUNDED: f64 = 1.0;
const BOUNDED: f64 = 10.0;

/// Whether a figure is a percentage.
pub(crate) fn is_percentage(figure: &Figure) -> bool {
    unit::canonical(&figure.unit) == "%"
}

/// What a row or column is called that is the sum of the others.
const TOTALS: &str = "合计|合計|总计|總計|总数|總數|小计|小計|总额|總額|总和|總和|总人口|總人口|全部|全体|全體|\
     total|subtotal|grand total|sum|all|all persons|all person|both sexes|both sexe";

/// Whether a label or a group is named as the sum of others.
pub(crate) fn is_total(name: &str) -> bool {
    unit::is_one_of(name.trim(), TOTALS)
}

/// Why figures of which some are the sum of others can't be added up.
pub(crate) const TOTAL: &str = "needs parts without their total; leave the total out";

/// Why some figures are not parts of one whole, to be read after the name of a kind that draws them as such; empty where
/// they are.
pub fn refusal(kind: Kind, figures: &[Figure], shown: &[usize]) -> &'static str {
    let [first, rest @ ..] = shown else { return "needs figures" };
    let first = &figures[*first];
    let lone = kind == Kind::Waffle && rest.is_empty();
    if kind != Kind::Treemap && shown.len() > MOST {
        return "shows six parts at most; put the smallest together or use treemap";
    }
    if rest.is_empty() && !lone {
        return "needs two parts or more of one whole";
    }
    let (mut largest, mut least) = (0.0_f64, f64::INFINITY);
    let (mut percent, mut bounded) = (0.0, false);
    for (place, &index) in shown.iter().enumerate() {
        let figure = &figures[index];
        if is_total(&figure.label) && !lone {
            return TOTAL;
        }
        if !panel::comparable(figure, first) {
            return "needs parts of one whole in one unit";
        }
        if !figure.per.is_empty() {
            return "can't add rates up";
        }
        let twin =
            |&other: &usize| figures[other].label == figure.label && figures[other].group == figure.group;
        if figure.year != first.year || shown.iter().take(place).any(twin) {
            return "needs one period, and labels that differ";
        }
        let Some(amount) = figure.amount else { return "needs a value for every part" };
        if amount.bound == Bound::Range {
            return "needs one number for every part, not a range";
        }
        if amount.value <= 0.0 && !(lone && amount.value == 0.0) {
            return "can't show parts of zero or below";
        }
        largest = largest.max(amount.value);
        least = least.min(amount.value);
        percent += amount.value;
        bounded |= amount.bound != Bound::Exact;
    }
    if lone {
        return if is_percentage(first) && percent <= 100.0 {
            ""
        } else {
            "needs a percentage up to 100, or two parts or more of one whole"
        };
    }
    let slack = if bounded { BOUNDED } else { ROUNDED } + 1e-9;
    if is_percentage(first) && (percent - 100.0).abs() > slack {
        return "needs percentages that add up to 100";
    }
    // Sums of absurd numbers overflow, so each is measured by the largest.
    let mut sum = 0.0;
    for &index in shown {
        sum += figures[index].amount.map_or(0.0, |amount| amount.value / largest);
    }
    if least / largest / sum < if kind == Kind::Treemap { 0.0005 } else { 0.005 } {
        return "can't show a part so small; put the smallest together or use bar";
    }
    ""
}

/// The share of the whole that each part is. They add up to 1, but for percentages of which some may be more: then the
/// rest is what they leave open.
pub fn shares(parts: &[&Figure]) -> Vec<f64> {
    let mut largest: f64 = 0.0;
    for figure in parts {
        largest = largest.max(figure.amount.map_or(0.0, |amount| amount.value));
    }
    let mut shares = Vec::new();
    let (mut sum, mut open) = (0.0, false);
    for figure in parts {
        let amount = figure.amount.unwrap_or(Amount::exact(0.0));
        let share = if largest > 0.0 { amount.value / largest } else { 0.0 };
        open |= amount.bound == Bound::AtLeast;
        sum += share;
        shares.push(share);
    }
    let rates = parts.first().is_some_and(|figure| is_percentage(figure));
    if rates && (parts.len() == 1 || (open && sum * largest < 100.0 - ROUNDED)) {
        sum = if largest > 0.0 { 100.0 / largest } else { 1.0 };
    }
    for share in &mut shares {
        *share /= sum;
    }
    shares
}

/// All parts in one amount, at least as much where one of them is; `None` where their bounds say nothing in common.
pub fn total(parts: &[&Figure]) -> Option<Amount> {
    let mut sum = Amount::exact(0.0);
    for figure in parts {
        let amount = figure.amount?;
        sum.value += amount.value;
        if amount.bound != Bound::Exact {
            let opposed = sum.bound != Bound::Exact && sum.bound != amount.bound;
            if opposed && (amount.bound == Bound::AtMost || sum.bound == Bound::AtMost) {
                return None;
            }
            sum.bound = if opposed { Bound::AtLeast } else { amount.bound };
        }
    }
    sum.high = sum.value;
    sum.value.is_finite().then_some(sum)
}

/// How many of `cells` each share takes: whole ones first, then the largest remainders, until the sum is right.
/// Shares below 1 together leave cells over; `down` gives no cell that is not wholly taken.
pub fn cells(shares: &[f64], cells: usize, down: bool) -> Vec<usize> {
    let mut counts = Vec::new();
    let mut remainders = Vec::new();
    let (mut all, mut given) = (0.0, 0);
    for &share in shares {
        let exact = share * cells as f64;
        // 28.999… cells are 29: shares come from divisions.
        let count = (exact + 1e-9).floor();
        counts.push(count as usize);
        remainders.push(exact - count);
        all += exact;
        given += count as usize;
    }
    let all = (all + if down { 1e-9 } else { 0.5 }).floor() as usize;
    while given < all {
        let mut most = 0;
        for (place, remainder) in remainders.iter().enumerate() {
            if *remainder > remainders[most] {
                most = place;
            }
        }
        counts[most] += 1;
        remainders[most] = -1.0;
        given += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_go_to_the_largest_remainders() {
        for (shares, counts) in [
            (&[0.339, 0.339, 0.314, 0.008][..], &[34, 34, 31, 1][..]),
            (&[1.0 / 3.0; 3], &[34, 33, 33]),
            (&[0.29, 0.71], &[29, 71]),
            (&[0.955], &[96]),
            (&[0.0], &[0]),
        ] {
            assert_eq!(cells(shares, 100, false), counts);
        }
        assert_eq!(cells(&[0.955], 100, true), [95]);
        assert_eq!(cells(&[0.58, 0.29], 100, true), [58, 29]);
    }
}
