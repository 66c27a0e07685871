//! The order that a reader asked for: by value or by label, within what shares an axis.

use crate::figures::{Figure, Figures};
use crate::lang::Locale;
use crate::layout::MAX_DATA;
use crate::reader::Reader;
use crate::{panel, unit};
use std::cmp::Ordering;

/// More kinds of figures than this are not kept apart.
const CLASSES: usize = 64;

/// An order of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The author's.
    None,
    /// The smallest value first.
    Ascending,
    /// The largest value first.
    Descending,
    /// By label.
    Label,
}

impl Sort {
    /// The order that the option names; the author's for any other word.
    pub fn named(option: &str) -> Sort {
        match option {
            "asc" => Sort::Ascending,
            "desc" => Sort::Descending,
            "label" => Sort::Label,
            _ => Sort::None,
        }
    }

    /// Puts figures in this order, as a reader sees them. Units stay where they began, and so do groups that are series, have
    /// an axis of their own or, as `sections` says, are drawn apart; a series goes by its last value and keeps its periods in
    /// order, equal figures keep theirs, and missing values come last. `letters` are those of the labels in the order of
    /// their language, which for Chinese takes more than their code points; others follow.
    #[inline(never)]
    pub fn apply(self, figures: &mut Figures, locale: Locale, sections: bool, letters: &str) {
        let mut order: Vec<(char, u32)> = letters.chars().zip(0..).collect();
        order.sort_unstable();
        let reader = Reader { figures, locale };
        let list = &reader.figures.figures;
        let series = sections
            || list.iter().take(MAX_DATA).any(|figure| {
                list.iter()
                    .take(MAX_DATA)
                    .any(|other| other.label == figure.label && other.group != figure.group)
            });
        let mut keys: Vec<Key> = Vec::new();
        // What the figures of each class share: one axis, and one group.
        let mut classes: Vec<[&str; 3]> = Vec::new();
        for (index, figure) in list.iter().enumerate() {
            // A group apart where it has an axis of its own, or is a series.
            let apart = series || unit::is_generic(&figure.unit);
            let class = [unit::canonical(&figure.unit), &figure.per, if apart { &figure.group } else { "" }];
            // Every figure is compared with every class, so there is an end to them.
            let class = classes.iter().position(|other| *other == class).unwrap_or_else(|| {
                if classes.len() < CLASSES {
                    classes.push(class);
                }
                classes.len() - 1
            });
            let last = self.last(list, figure);
            let label = if self == Sort::Label { reader.label(figure).to_string() } else { String::new() };
            keys.push(Key { class, value: last.amount.map(|amount| amount.value), label, index });
        }
        keys.sort_by(|a, b| {
            let by_value = match (a.value, b.value) {
                (Some(a), Some(b)) if self == Sort::Descending => b.total_cmp(&a),
                (Some(a), Some(b)) => a.total_cmp(&b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            };
            let by_label = natural(&a.label, &b.label, &order);
            a.class.cmp(&b.class).then(if self == Sort::Label { by_label } else { by_value })
        });
        let mut places: Vec<Option<Figure>> =
            std::mem::take(&mut figures.figures).into_iter().map(Some).collect();
        for key in keys {
            figures.figures.extend(places[key.index].take());
        }
    }

    /// The figure of the last period of a figure's series; more than can be drawn stand for themselves.
    fn last<'a>(self, list: &'a [Figure], figure: &'a Figure) -> &'a Figure {
        let mut last = figure;
        if self != Sort::Label && figure.year.is_some() && list.len() <= MAX_DATA {
            for other in list {
                if other.year > last.year
                    && other.label == figure.label
                    && other.group == figure.group
                    && panel::comparable(other, figure)
                {
                    last = other;
                }
            }
        }
        last
    }
}

/// What a figure is sorted by.
struct Key {
    class: usize,
    value: Option<f64>,
    /// Empty unless it counts.
    label: String,
    index: usize,
}

/// By characters, in their order where it is given, but numbers by what they count: 第2次 before 第10次. Numbers come before
/// all else, or the order of the letters could go round in a circle: 2, 10, ①.
fn natural(a: &str, b: &str, order: &[(char, u32)]) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (digits, others) = (number(a), number(b));
        if digits > 0 && others > 0 {
            let trimmed = |text: &str, end: usize| text[..end].trim_start_matches('0').to_string();
            let (one, other) = (trimmed(a, digits), trimmed(b, others));
            let order = one.len().cmp(&other.len()).then(one.cmp(&other));
            if order != Ordering::Equal {
                return order;
            }
            (a, b) = (&a[digits..], &b[others..]);
            continue;
        }
        let (mut left, mut right) = (a.chars(), b.chars());
        let (one, other) = (left.next(), right.next());
        // Capitals stand among small letters.
        let place = |letter: char| {
            if letter.is_ascii_digit() {
                return 0;
            }
            let letter = letter.to_ascii_lowercase();
            let known = order.binary_search_by_key(&letter, |(known, _)| *known);
            known.map_or(u32::MAX - u32::from(char::MAX) + u32::from(letter), |at| order[at].1 + 1)
        };
        let found = one.map(place).cmp(&other.map(place));
        if found != Ordering::Equal || one.is_none() {
            return found;
        }
        (a, b) = (left.as_str(), right.as_str());
    }
}

/// How many digits a text begins with.
fn number(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_labels_count_as_numbers() {
        for (before, after) in [("第2次", "第10次"), ("a", "b"), ("a", "a1"), ("x007y", "x8"), ("2", "10")]
        {
            assert_eq!(natural(before, after, &[]), Ordering::Less, "{before} {after}");
            assert_eq!(natural(after, before, &[]), Ordering::Greater, "{after} {before}");
        }
        assert_eq!(natural("a01", "a1", &[]), Ordering::Equal);
    }

    #[test]
    fn the_order_goes_round_in_no_circle() {
        // As a language has them: 1, １, ①, 2.
        let mut order: Vec<(char, u32)> = "0０1１①2２甲".chars().zip(0..).collect();
        order.sort_unstable();
        let labels = ["2", "10", "①", "１", "甲", "1", "10①", "①2"];
        for a in labels {
            for b in labels {
                for c in labels {
                    let (ab, bc) = (natural(a, b, &order), natural(b, c, &order));
                    assert!(ab.is_gt() || bc.is_gt() || natural(a, c, &order).is_le(), "{a} {b} {c}");
                }
            }
        }
    }
}
