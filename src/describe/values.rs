//! How the values of what can be compared run, and which of them are highest and lowest.

use super::{FEW, List, MARK, TIES, Told, UNITS, short};
use crate::change;
use crate::figures::{Amount, Bound, Figure, Part};
use crate::layout::MAX_DATA;
use crate::panel::{Panel, Times};
use crate::unit;
use crate::words;

/// So many series are told from first to last.
const SERIES: usize = 3;

/// The lowest and the highest value that an amount may have as far as a comparison goes: what is about a number lies
/// within a tenth of it.
fn ends(amount: &Amount) -> (f64, f64) {
    let (low, high) = change::ends(amount, f64::NEG_INFINITY);
    let slack = if amount.bound == Bound::About { low.abs() / 10.0 } else { 0.0 };
    (low - slack, if amount.near { high } else { high + slack })
}

/// The figures that are highest, or lowest, and whether no other could be.
struct Ends {
    figures: Vec<usize>,
    certain: bool,
}

impl Told<'_> {
    /// The series of a class from their first value to the last, if there are few and each has one value a period;
    /// otherwise nothing.
    fn trends(&self, class: &Panel, classes: usize) -> Vec<Vec<usize>> {
        let mut series = Times::of(self.figures, &class.figures).series;
        // Of many units, as many as there are series to be told.
        let most = (SERIES + 1).saturating_sub(classes).max(1);
        let mut count = 0;
        let mut fit = series.len() <= most;
        for series in &mut series {
            count += series.len();
            for pair in series.windows(2) {
                let [a, b] = [&self.figures[pair[0]], &self.figures[pair[1]]];
                fit = fit && a.year != b.year && change::is_one_series(a, b);
            }
            series.retain(|&index| self.figures[index].amount.is_some());
            fit &= series.len() > 1;
        }
        if !fit || count < class.figures.len() {
            series.clear();
        }
        series
    }

    /// What is comparable, told in turn; of many units the first that have several figures. Gives back whether
    /// there are series and nothing is left out.
    pub(super) fn classes(&mut self, classes: &[Panel]) -> bool {
        let several = classes.len() > UNITS;
        let (mut told, mut all, mut trends) = (0, classes.len() <= SERIES, false);
        for class in classes {
            let series = if self.periods && class.figures.len() <= MAX_DATA {
                self.trends(class, classes.len())
            } else {
                Vec::new()
            };
            let few = series.is_empty() && several && class.figures.len() < FEW;
            if few || told >= if series.is_empty() { UNITS } else { SERIES } {
                all = false;
                continue;
            }
            for one in &series {
                self.trend(one);
                trends = true;
            }
            if let [one] = series.as_slice()
                && one.len() > 2
                && !several
            {
                let start = self.begin();
                if classes.len() > 1 {
                    self.own(self.name(&self.figures[one[0]], false));
                    self.say(words::COLON);
                }
                self.extremes(one, true);
                self.capital(start);
            }
            if series.is_empty() {
                self.compared(class, classes.len() > 1);
            }
            told += 1;
        }
        // One that stands out does so in the picture alone.
        let (mut hero, mut heroes) = (None, 0);
        for &index in &self.shown {
            let figure = &self.figures[index];
            if figure.emphasis {
                hero = Some(figure);
                heroes += 1;
            }
        }
        if let (Some(hero), 1) = (hero, heroes) {
            self.begin();
            self.say(words::HERO);
            if several {
                self.one(hero);
            } else {
                self.own(self.name(hero, true));
            }
            self.stop();
        }
        trends && all
    }

    /// A series from its first value to its last.
    fn trend(&mut self, series: &[usize]) {
        let [first, last] = [&self.figures[series[0]], &self.figures[series[series.len() - 1]]];
        let mut start = self.begin();
        let label = self.name(first, false);
        if label != self.reader.figures.title {
            self.push(&label);
            self.say(words::COLON);
            start = usize::MAX - 1;
        }
        let has_bound = |figure: &Figure, bound| figure.amount.is_some_and(|amount| amount.bound == bound);
        let is_range = [first, last].iter().any(|figure| has_bound(figure, Bound::Range));
        for (place, figure) in [first, last].into_iter().enumerate() {
            self.say(words::TREND[usize::from(is_range)][place]);
            let days = figure.year.is_some_and(|year| matches!(year.part, Part::Day(..)));
            let (mut a, mut b) = (self.reader.full(figure), self.reader.period(figure));
            if !self.is_english() {
                std::mem::swap(&mut a, &mut b);
            }
            self.push(&a);
            // 2011年至少2,000人, without 为.
            if self.is_english() || has_bound(figure, Bound::Exact) {
                self.say(words::AT[usize::from(days)]);
            }
            self.push(&b);
        }
        let mut change = change::words(self.reader, first, last);
        // It has just been said from when.
        if self.is_english() && change.ends_with(&self.reader.period(first)) {
            change.truncate(change.len() - self.reader.period(first).len() - " from ".len());
        }
        if !change.is_empty() {
            self.fill(words::CHANGED, &change);
        }
        self.capital(start);
        self.stop();
    }

    /// The highest and the lowest of figures that have one unit; `scoped` where there are others.
    fn compared(&mut self, class: &Panel, scoped: bool) {
        let mut valued = class.figures.clone();
        valued.retain(|&index| self.figures[index].amount.is_some());
        if valued.is_empty() {
            return;
        }
        let start = self.begin();
        let groups = self.groups;
        if scoped {
            // The unit of the highest first: 人 and 名 are one.
            let mut units = self.units(&self.find(&valued, true).figures);
            let first = &self.figures[class.figures[0]];
            let mut texts = words::OF_UNIT;
            // These units are shared with figures of other groups.
            let of_group = class.figures.iter().all(|&index| self.figures[index].group == first.group);
            let says_nothing = first.unit.is_empty() || unit::is_generic(&first.unit);
            if groups && of_group && !first.group.is_empty() && says_nothing {
                units = List::default();
                units.push(&short(self.reader.group(first)));
                texts = words::OF_GROUP;
                self.groups = false;
            }
            if let Some(unit) = units.texts.split(MARK).next().filter(|unit| !unit.is_empty()) {
                // Chinese has a first name for all of them.
                let is_first = texts == words::OF_UNIT && self.reader.locale.lang.is_chinese();
                self.fill(texts, if is_first { unit::canonical(unit) } else { unit });
            }
        }
        if let [only] = *valued {
            let figure = &self.figures[only];
            self.say(words::ONLY);
            self.one(figure);
            self.stop();
        } else {
            self.extremes(&valued, false);
        }
        self.capital(start);
        self.groups = groups;
    }

    /// The figures with the highest, or lowest, value.
    #[inline(never)]
    fn find(&self, indices: &[usize], highest: bool) -> Ends {
        let mut found = Ends { figures: Vec::new(), certain: true };
        let mut best = Amount::exact(0.0);
        for &index in indices {
            let Some(amount) = self.figures[index].amount else { continue };
            // Of two thousand, nearly and more than that, the one is the highest that may reach further.
            let beyond = if highest {
                (amount.high, ends(&amount).1) > (best.high, ends(&best).1)
            } else {
                (amount.value, ends(&amount).0) < (best.value, ends(&best).0)
            };
            if found.figures.is_empty() || beyond {
                best = amount;
                found.figures.clear();
            }
            if amount == best {
                found.figures.push(index);
            }
        }
        for &index in indices {
            let Some(amount) = self.figures[index].amount else { continue };
            found.certain &= if amount == best {
                found.figures.len() == 1 || best.bound == Bound::Exact
            } else if highest {
                ends(&best).0 > ends(&amount).1
            } else {
                ends(&best).1 < ends(&amount).0
            };
        }
        found
    }

    /// Highest and lowest; of a series that is told from first to last, by their periods.
    #[inline(never)]
    fn extremes(&mut self, indices: &[usize], series: bool) {
        let (highest, lowest) = (self.find(indices, true), self.find(indices, false));
        if highest.figures.len() == indices.len() {
            let first = &self.figures[indices[0]];
            let is_exact = first.amount.is_none_or(|amount| amount.bound == Bound::Exact);
            self.count(words::EQUAL[usize::from(!is_exact)], indices.len());
            self.own(self.reader.full(first));
        } else {
            // What has been told as first or last needs no value.
            let is_told = |ends: &Ends| {
                series
                    && ends.figures.len() == 1
                    && [indices.first(), indices.last()].contains(&ends.figures.first())
            };
            let between = if is_told(&highest) && is_told(&lowest) { words::COMMA } else { words::ITEMS[0] };
            let texts = if highest.certain && lowest.certain { words::HIGHEST } else { words::STATED };
            for (before, texts, ends) in [("||", texts, highest), (between, words::LOWEST, lowest)] {
                self.say(before);
                self.say(texts);
                let mut names = List::default();
                for &index in &ends.figures {
                    let figure = &self.figures[index];
                    names.push(&if series { self.reader.period(figure) } else { self.name(figure, true) });
                }
                if names.count <= TIES {
                    self.say(words::IS);
                }
                if is_told(&ends) {
                    self.fill(words::THAT_OF, &names.texts);
                } else {
                    self.value(&names, &self.figures[ends.figures[0]]);
                }
            }
        }
        self.stop();
    }
}
