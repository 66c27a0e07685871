//! What a chart shows in a few sentences, for readers who do not see it: its form, how many figures of what, how they
//! run or which are highest and lowest, then how it is read and where it comes from.
//!
//! Few figures are all told. Of more, what can be compared is: each series from its first to its last value, otherwise
//! the ends of each unit. Figures of many units have little in common, so only the largest sets of them are told.

use crate::change;
use crate::figures::{Amount, Bound, Figure, Part};
use crate::format;
use crate::lang::Lang;
use crate::layout::MAX_DATA;
use crate::outline::{self, add};
use crate::panel::{self, Panel, Times};
use crate::parts;
use crate::reader::Reader;
use crate::scene::Scene;
use crate::unit;
use crate::words;

/// So many figures are told one by one, and so many of several units.
const FEW: usize = 3;
const FEW_MIXED: usize = 6;
/// So many groups and series are named; of more there is only their number.
const NAMED: usize = 4;
/// So many figures of one value are named.
const TIES: usize = 2;
/// So many units are named, and so many are told by their highest and lowest values.
const UNITS: usize = 2;
/// So many series are told from first to last.
const SERIES: usize = 3;
/// Labels longer than this in UTF-8, 30 Chinese characters, are cut.
const LONG: usize = 90;

/// What is drawn, for readers who do not see it: the author's words, if there are any.
#[inline(never)]
pub fn description(reader: &Reader, scene: &Scene) -> String {
    let own = &reader.figures.description;
    if own.is_empty() { Told::new(reader).all(scene) } else { own.clone() }
}

/// A text that ends nowhere but between characters and is not long.
fn short(text: &str) -> String {
    let mut end = LONG.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    [&text[..end], if end < text.len() { "…" } else { "" }].concat()
}

/// Adds a text unless it is there.
fn note(texts: &mut Vec<String>, text: &str) {
    if !text.is_empty() && !texts.iter().any(|other| other == text) {
        texts.push(text.to_string());
    }
}

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

/// A text that grows, and what it is about.
struct Told<'a> {
    reader: &'a Reader<'a>,
    figures: &'a [Figure],
    /// Whether periods and groups tell figures apart.
    periods: bool,
    groups: bool,
    text: String,
}

impl<'a> Told<'a> {
    fn new(reader: &'a Reader) -> Told<'a> {
        let figures = &reader.figures.figures;
        let first = figures.first();
        let differs = |other: fn(&Figure, &Figure) -> bool| {
            figures.iter().any(|figure| first.is_some_and(|first| other(first, figure)))
        };
        let periods = differs(|a, b| a.year != b.year);
        let groups = differs(|a, b| a.group != b.group);
        Told { reader, figures, periods, groups, text: String::new() }
    }

    fn say(&mut self, texts: &'static str) {
        self.text.push_str(self.reader.say(texts));
    }

    fn fill(&mut self, texts: &'static str, with: &str) {
        self.text.push_str(&self.reader.fill(texts, with));
    }

    fn count(&mut self, texts: &'static str, count: usize) {
        self.fill(texts, &format::plain(count as f64));
    }

    /// Ends a sentence that began at a place, with a capital if it begins with words of the widget's own.
    fn end(&mut self, start: usize) {
        if let Some(first) = self.text.get_mut(start..start + 1) {
            first.make_ascii_uppercase();
        }
        self.say(words::STOP);
    }

    /// Begins a sentence and gives back where.
    fn begin(&mut self) -> usize {
        self.say(words::SPACE);
        self.text.len()
    }

    fn join(&mut self, parts: &[String], between: &'static str, last: &'static str) {
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                self.say(if place + 1 == parts.len() { last } else { between });
            }
            self.text.push_str(part);
        }
    }

    fn list(&mut self, parts: &[String]) {
        self.join(parts, words::LISTED, words::AND);
    }

    /// The label of a figure with what tells it from those of the same label.
    fn name(&self, figure: &Figure, period: bool) -> String {
        let mut aside = if period && self.periods { self.reader.period(figure) } else { String::new() };
        let group = self.reader.group(figure);
        if self.groups && group != self.reader.label(figure) {
            add(self.reader, &mut aside, words::COMMA, &short(group));
        }
        let mut name = short(self.reader.label(figure));
        if !aside.is_empty() {
            name.push_str(&self.reader.fill(words::ASIDE, &aside));
        }
        name
    }

    /// Names with the value that all of them have.
    fn value(&mut self, names: &[String], full: &str) {
        let english = self.reader.locale.lang == Lang::En;
        if english {
            self.text.push_str(full);
            self.text.push_str(" (");
        }
        if names.len() > TIES {
            self.count(words::ARE, names.len());
        } else {
            self.list(names);
        }
        if english {
            self.text.push(')');
        } else {
            self.say(if names.len() > 1 { words::EACH } else { words::COMMA });
            self.text.push_str(full);
        }
    }

    fn all(mut self, scene: &Scene) -> String {
        let count = self.figures.len();
        let alike = |a: &Figure, b: &Figure| a.unit == b.unit && a.per == b.per && a.group == b.group;
        let mut classes = Vec::new();
        if count <= MAX_DATA {
            classes = panel::by_unit(self.figures);
        } else if self.figures.iter().all(|figure| alike(figure, &self.figures[0])) {
            classes.push(panel::all(count));
        }
        self.opening(scene);
        let trends =
            classes.len() <= SERIES && classes.iter().any(|class| self.trends(class, &classes).is_some());
        if !trends && count <= if classes.len() > UNITS { FEW_MIXED } else { FEW } {
            self.say(words::COLON);
            for (place, figure) in self.figures.iter().enumerate() {
                if place > 0 {
                    self.say(words::ITEMS[usize::from(place + 1 == count)]);
                }
                self.value(&[self.name(figure, true)], &self.reader.full(figure));
            }
            self.say(words::STOP);
        } else {
            self.about(&classes, trends);
            self.say(words::STOP);
            self.bounds();
            self.classes(&classes);
        }
        self.sum(scene, &classes);
        self.close(scene);
        self.text
    }

    /// What is drawn, and of how many figures.
    fn opening(&mut self, scene: &Scene) {
        let mut names = Vec::new();
        // Cards last, as they are drawn; they are not counted.
        for place in (1..scene.drawn.len()).chain([0]) {
            let times = scene.drawn[place];
            let mut name = String::new();
            if place > 0 && times > 1 {
                name = self.reader.fill(words::SEVERAL, &format::plain(times as f64));
            }
            name.push_str(self.reader.say(words::FORMS[place]));
            if place > 0 && times > 1 && self.reader.locale.lang == Lang::En {
                name.push('s');
            }
            if times > 0 {
                names.push(name);
            }
        }
        if names.is_empty() {
            self.say(words::CHART);
        }
        self.list(&names);
        if let Some(first) = self.text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        match self.figures.len() {
            1 => self.say(words::ONE),
            count => self.count(words::COUNT, count),
        }
    }

    /// The units, the first and the last period, the groups or series.
    fn about(&mut self, classes: &[Panel], trends: bool) {
        if classes.is_empty() {
            return;
        }
        let all = panel::all(self.figures.len().min(MAX_DATA));
        let units = self.units(&all);
        match units.len() {
            0 => {}
            count @ 1..=UNITS => {
                let [before, after] = self.around(words::UNITS[count - 1]);
                self.text.push_str(before);
                self.list(&units);
                self.text.push_str(after);
            }
            count => self.count(words::UNITS[2], count),
        }
        if self.periods && !trends {
            let by_year = |figure: &&Figure| figure.year;
            let timed = || self.figures.iter().filter(|figure| figure.year.is_some());
            if let (Some(first), Some(last)) = (timed().min_by_key(by_year), timed().max_by_key(by_year))
                && first.year != last.year
            {
                let span = [self.reader.period(first), self.reader.period(last)];
                self.say(words::FROM);
                self.join(&span, words::UNTIL, words::UNTIL);
            }
        }
        let (mut names, mut texts) = (Vec::new(), words::GROUPS);
        if self.groups {
            for figure in self.figures {
                note(&mut names, self.reader.group(figure));
            }
        } else if self.periods && classes.len() <= UNITS {
            texts = words::SERIES;
            for class in classes.iter().filter(|class| class.figures.len() <= MAX_DATA) {
                let times = Times::of(self.figures, &class.figures);
                // Where each label has one period, there are no series.
                if times.series.len() < class.figures.len() {
                    for series in times.series {
                        note(&mut names, self.reader.label(&self.figures[series[0]]));
                    }
                }
            }
        }
        if names.len() > 1 {
            self.count(texts, names.len());
            if names.len() <= NAMED && !(trends && texts == words::SERIES) {
                self.say(words::COLON);
                let names: Vec<String> = names.iter().map(|name| short(name)).collect();
                self.list(&names);
            }
        }
    }

    /// What stands before and behind the place that a text leaves open.
    fn around(&self, texts: &'static str) -> [&'static str; 2] {
        let text = self.reader.say(texts);
        text.split_once('#').map_or([text, ""], |(before, after)| [before, after])
    }

    /// The units of some figures, as the reader's language tells them apart.
    fn units(&self, class: &Panel) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        for &index in &class.figures {
            let unit = self.reader.unit(&self.figures[index]);
            let known = |other: &String| unit::canonical(other) == unit::canonical(&unit);
            if !units.contains(&unit) && !units.iter().any(known) {
                note(&mut units, &unit);
            }
        }
        units
    }

    /// How many figures have each bound, and how many have no value.
    fn bounds(&mut self) {
        let mut counts = [0; 5];
        for figure in self.figures {
            let kind = figure.amount.map_or(5, |amount| amount.bound as usize);
            if let Some(count) = counts.get_mut(kind.wrapping_sub(1)) {
                *count += 1;
            }
        }
        let mut parts = Vec::new();
        let all = counts.contains(&self.figures.len());
        for (texts, count) in words::COUNTED.into_iter().zip(counts) {
            if count > 0 {
                let mut part = String::new();
                if !all {
                    part = format::plain(count as f64);
                    part.push_str(self.reader.say(words::ITEM));
                }
                let english = self.reader.locale.lang == Lang::En;
                part.push_str(if count == 1 && english {
                    words::nth(texts, 3)
                } else {
                    self.reader.say(texts)
                });
                parts.push(part);
            }
        }
        if !parts.is_empty() {
            self.begin();
            self.say(if all { words::ALL } else { words::OF_THESE });
            self.join(&parts, words::COMMA, words::LAST);
            self.say(words::STOP);
        }
    }

    /// The series of a class from their first value to the last, if there are few and each has one value a period.
    fn trends(&self, class: &Panel, classes: &[Panel]) -> Option<Vec<Vec<usize>>> {
        if !self.periods || class.figures.len() > MAX_DATA {
            return None;
        }
        let mut series = Times::of(self.figures, &class.figures).series;
        let mut count = 0;
        for series in &mut series {
            count += series.len();
            for pair in series.windows(2) {
                let [a, b] = [&self.figures[pair[0]], &self.figures[pair[1]]];
                if a.year == b.year || !change::is_one_series(a, b) {
                    return None;
                }
            }
            series.retain(|&index| self.figures[index].amount.is_some());
            if series.len() < 2 {
                return None;
            }
        }
        // Of many units, as many as there are series to be told.
        let most = (SERIES + 1).saturating_sub(classes.len()).max(1);
        (count == class.figures.len() && series.len() <= most).then_some(series)
    }

    /// What is comparable, told in turn; of many units those with the most figures.
    fn classes(&mut self, classes: &[Panel]) {
        let several = classes.len() > UNITS;
        let mut told: Vec<&Panel> = Vec::new();
        for class in classes {
            let larger = |other: &&Panel| several && other.figures.len() < class.figures.len();
            let place = told.iter().position(larger).unwrap_or(told.len());
            told.insert(place, class);
        }
        let trends = told.first().is_some_and(|class| self.trends(class, classes).is_some());
        told.truncate(if trends { SERIES } else { UNITS });
        for class in told {
            match self.trends(class, classes) {
                Some(series) => {
                    for one in &series {
                        self.trend(one);
                    }
                    if let ([one], false) = (series.as_slice(), several) {
                        if one.len() > 2 {
                            self.extremes(one, one, None);
                        }
                    }
                }
                None if !several || class.figures.len() >= FEW => self.compared(class, classes.len() > 1),
                None => {}
            }
        }
        // One that stands out does so in the picture alone.
        let mut heroes = self.figures.iter().filter(|figure| figure.emphasis);
        if let (Some(hero), None) = (heroes.next(), heroes.next()) {
            self.begin();
            let name = self.name(hero, true);
            self.say(words::HERO);
            if several {
                self.value(&[name], &self.reader.full(hero));
            } else {
                self.text.push_str(&name);
            }
            self.say(words::STOP);
        }
    }

    /// A series from its first value to its last.
    fn trend(&mut self, series: &[usize]) {
        let [first, last] = [&self.figures[series[0]], &self.figures[series[series.len() - 1]]];
        let start = self.begin();
        let label = self.name(first, false);
        let named = label != self.reader.figures.title;
        if named {
            self.text.push_str(&label);
            self.say(words::COLON);
        }
        for (place, figure) in [first, last].into_iter().enumerate() {
            self.say(words::TREND[place]);
            let days = figure.year.is_some_and(|year| matches!(year.part, Part::Day(..)));
            let (mut a, mut b) = (self.reader.full(figure), self.reader.period(figure));
            if self.reader.locale.lang.is_chinese() {
                (a, b) = (b, a);
            }
            self.text.push_str(&a);
            self.say(words::AT[usize::from(days)]);
            self.text.push_str(&b);
        }
        let change = change::words(self.reader, first, last);
        if !change.is_empty() {
            self.fill(words::CHANGED, &change);
        }
        if named {
            self.say(words::STOP);
        } else {
            self.end(start);
        }
    }

    /// The highest and the lowest of figures that have one unit; `scoped` where there are others.
    fn compared(&mut self, class: &Panel, scoped: bool) {
        let mut valued = class.figures.clone();
        valued.retain(|&index| self.figures[index].amount.is_some());
        if valued.is_empty() {
            return;
        }
        let (mut scope, groups) = (None, self.groups);
        if scoped {
            let first = &self.figures[class.figures[0]];
            // The unit of the highest first: 人 and 名 are one.
            let mut figures = self.find(&valued, true).figures;
            figures.extend_from_slice(&class.figures);
            let mut units = self.units(&Panel { figures });
            let mut texts = words::OF_UNIT;
            // These units are shared with figures of other groups.
            if self.groups && !first.group.is_empty() && (units.is_empty() || unit::is_generic(&first.unit)) {
                units = vec![short(self.reader.group(first))];
                texts = words::OF_GROUP;
                self.groups = false;
            }
            if units.is_empty() || units.len() > UNITS {
                return;
            }
            scope = Some((texts, units));
        }
        self.extremes(&valued, &[], scope);
        self.groups = groups;
    }

    /// The figures with the highest, or lowest, value.
    fn find(&self, indices: &[usize], highest: bool) -> Ends {
        let sign = if highest { 1.0 } else { -1.0 };
        let key = |amount: &Amount| {
            let rank = match amount.bound {
                Bound::AtLeast => sign,
                Bound::AtMost => -sign,
                _ => 0.0,
            };
            (sign * if highest { amount.high } else { amount.value }, rank)
        };
        let mut found: Vec<usize> = Vec::new();
        let mut best = None;
        for &index in indices {
            let Some(amount) = self.figures[index].amount else { continue };
            if best.is_none_or(|best| key(&amount) > key(&best)) {
                best = Some(amount);
                found.clear();
            }
            if best == Some(amount) {
                found.push(index);
            }
        }
        let best = best.unwrap_or(Amount::exact(0.0));
        let mut certain = found.len() == 1 || best.bound == Bound::Exact;
        for &index in indices {
            let Some(amount) = self.figures[index].amount.filter(|amount| *amount != best) else { continue };
            certain &=
                if highest { ends(&best).0 > ends(&amount).1 } else { ends(&best).1 < ends(&amount).0 };
        }
        Ends { figures: found, certain }
    }

    /// Highest and lowest; of a series, told from first to last, by their periods.
    fn extremes(&mut self, indices: &[usize], series: &[usize], scope: Option<(&'static str, Vec<String>)>) {
        let (highest, lowest) = (self.find(indices, true), self.find(indices, false));
        let start = self.begin();
        if let Some((texts, units)) = scope {
            let [before, after] = self.around(texts);
            self.text.push_str(before);
            self.list(&units);
            self.text.push_str(after);
        }
        let full = |told: &Self, index: usize| told.reader.full(&told.figures[index]);
        if let [only] = *indices {
            let [before, after] = self.around(words::ONLY);
            self.text.push_str(before);
            let name = self.name(&self.figures[only], true);
            self.value(&[name], &full(self, only));
            self.text.push_str(after);
        } else if highest.figures.len() == indices.len() {
            self.count(words::EQUAL, indices.len());
            self.text.push_str(&full(self, indices[0]));
        } else {
            let texts = if highest.certain && lowest.certain { words::HIGHEST } else { words::STATED };
            // What has been told as first or last needs no value.
            let is_told = |ends: &Ends| {
                ends.figures.len() == 1 && [series.first(), series.last()].contains(&ends.figures.first())
            };
            let between = if is_told(&highest) && is_told(&lowest) { words::COMMA } else { words::ITEMS[0] };
            for (before, texts, ends) in [("||", texts, highest), (between, words::LOWEST, lowest)] {
                self.say(before);
                self.say(texts);
                let mut names = Vec::new();
                for &index in &ends.figures {
                    let figure = &self.figures[index];
                    names.push(if series.is_empty() {
                        self.name(figure, true)
                    } else {
                        self.reader.period(figure)
                    });
                }
                if names.len() <= TIES {
                    self.say(words::IS);
                }
                if is_told(&ends) {
                    self.fill(words::THAT_OF, &names[0]);
                } else {
                    self.value(&names, &full(self, ends.figures[0]));
                }
            }
        }
        self.end(start);
    }

    /// What the parts of one whole make together; percentages of it make a hundred.
    fn sum(&mut self, scene: &Scene, classes: &[Panel]) {
        // Rings, cells and boxes are drawn of nothing else.
        let [.., ring, cells, _, _, boxes] = scene.drawn;
        let Some(first) = self.figures.first() else { return };
        if ring + cells + boxes > 0
            && classes.len() == 1
            && self.figures.len() > 1
            && unit::canonical(&first.unit) != "%"
        {
            let all: Vec<&Figure> = self.figures.iter().collect();
            if let Some(sum) = parts::total(&all) {
                self.begin();
                let full = format::full(&sum, &self.reader.unit(first), &self.reader.locale);
                self.fill(words::SUM, &full);
                self.say(words::STOP);
            }
        }
    }

    /// How the picture is read, and where the figures come from.
    fn close(&mut self, scene: &Scene) {
        add(self.reader, &mut self.text, words::SPACE, &outline::key(self.reader, scene));
        // In the picture these stand where they count.
        for rule in &scene.rules {
            add(self.reader, &mut self.text, words::SPACE, rule);
            self.say(words::STOP);
        }
        let source = outline::source(self.reader);
        if !source.is_empty() {
            self.begin();
            self.text.push_str(source.trim_end_matches(['。', '.']));
            self.say(words::STOP);
        }
    }
}
