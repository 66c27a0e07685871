//! What a chart shows in a few sentences, for readers who do not see it: its form, how many figures of what, how they
//! run or which are highest and lowest, then how it is read and where it comes from.
//!
//! Few figures are all told. Of more, what can be compared is: each series from its first to its last value, otherwise
//! the ends of each unit. Figures of many units have little in common, so only the first sets of several are told.

mod values;

use crate::figures::Figure;
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
/// Labels longer than this in UTF-8, 30 Chinese characters, are cut.
const LONG: usize = 90;

/// What is drawn, for readers who do not see it: the author's words, if there are any.
#[inline(never)]
pub fn description(reader: &Reader, scene: &Scene) -> String {
    let own = &reader.figures.description;
    if !own.is_empty() {
        return own.clone();
    }
    let figures = &reader.figures.figures;
    let mut shown = panel::all(figures.len()).figures;
    // What a legend hides is in the table, but not in the picture.
    if !reader.figures.hidden.is_empty() && scene.data.len() + scene.omitted < figures.len() {
        shown.truncate(MAX_DATA);
        shown.retain(|&at| scene.data.iter().any(|datum| datum.figure == at));
    }
    let (mut periods, mut groups) = (false, false);
    for pair in shown.windows(2) {
        let [a, b] = [&figures[pair[0]], &figures[pair[1]]];
        periods |= a.year != b.year;
        groups |= a.group != b.group;
    }
    Told { reader, figures, shown, periods, groups, text: String::new() }.all(scene)
}

/// A text that ends nowhere but between characters and is not long.
fn short(text: &str) -> String {
    let mut end = LONG.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format::concat(&[&text[..end], if end < text.len() { "…" } else { "" }])
}

/// Texts in one, each but the last followed by a mark that no text has.
#[derive(Default)]
struct List {
    texts: String,
    count: usize,
}

const MARK: char = '\u{1f}';

impl List {
    #[inline(never)]
    fn push(&mut self, text: &str) {
        if self.count > 0 {
            self.texts.push(MARK);
        }
        self.texts.push_str(text);
        self.count += 1;
    }

    /// Adds a text unless it is empty or there already.
    #[inline(never)]
    fn note(&mut self, text: &str) {
        if !text.is_empty() && !self.texts.split(MARK).any(|other| other == text) {
            self.push(text);
        }
    }
}

/// A text that grows, and what it is about.
struct Told<'a> {
    reader: &'a Reader<'a>,
    figures: &'a [Figure],
    /// Those of the figures that are told.
    shown: Vec<usize>,
    /// Whether periods and groups tell figures apart.
    periods: bool,
    groups: bool,
    text: String,
}

impl<'a> Told<'a> {
    #[inline(never)]
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    #[inline(never)]
    fn own(&mut self, text: String) {
        self.push(&text);
    }

    #[inline(never)]
    fn say(&mut self, texts: &'static str) {
        self.push(self.reader.say(texts));
    }

    #[inline(never)]
    fn fill(&mut self, texts: &'static str, with: &str) {
        self.own(self.reader.fill(texts, with));
    }

    #[inline(never)]
    fn count(&mut self, texts: &'static str, count: usize) {
        self.fill(texts, &format::plain(count as f64));
    }

    fn is_english(&self) -> bool {
        self.reader.locale.lang == Lang::En
    }

    /// Makes what the widget itself says from a place on begin with a capital.
    fn capital(&mut self, start: usize) {
        if let Some(first) = self.text.get_mut(start..start + 1) {
            first.make_ascii_uppercase();
        }
    }

    /// Begins a sentence and gives back where.
    #[inline(never)]
    fn begin(&mut self) -> usize {
        self.say(words::SPACE);
        self.text.len()
    }

    #[inline(never)]
    fn stop(&mut self) {
        self.say(words::STOP);
    }

    /// The texts of a list with marks between them and before the last.
    #[inline(never)]
    fn list(&self, list: &List, marks: &[&'static str; 2]) -> String {
        let mut text = String::new();
        for (place, part) in list.texts.split(MARK).enumerate() {
            if place > 0 {
                text.push_str(self.reader.say(marks[usize::from(place + 1 == list.count)]));
            }
            text.push_str(part);
        }
        text
    }

    /// The label of a figure with what tells it from those of the same label.
    fn name(&self, figure: &Figure, period: bool) -> String {
        let mut aside = if period && self.periods { self.reader.period(figure) } else { String::new() };
        let (label, group) = (self.reader.label(figure), self.reader.group(figure));
        if self.groups && group != label {
            add(self.reader, &mut aside, words::COMMA, &short(group));
        }
        let mut name = short(label);
        if !aside.is_empty() {
            name.push_str(&self.reader.fill(words::ASIDE, &aside));
        }
        name
    }

    /// Names with the value that all of them have.
    fn value(&mut self, names: &List, figure: &Figure) {
        let full = self.reader.full(figure);
        if self.is_english() {
            self.push(&full);
            self.push(" (");
        }
        if names.count > TIES {
            self.count(words::ARE, names.count);
        } else {
            self.own(self.list(names, &words::LISTED));
        }
        if self.is_english() {
            self.text.push(')');
        } else {
            self.say(if names.count > 1 { words::EACH } else { words::COMMA });
            self.push(&full);
        }
    }

    /// One figure by its name.
    #[inline(never)]
    fn one(&mut self, figure: &Figure) {
        let mut names = List::default();
        names.push(&self.name(figure, true));
        self.value(&names, figure);
    }

    fn all(mut self, scene: &Scene) -> String {
        let count = self.shown.len();
        let mut classes = Vec::new();
        if count <= MAX_DATA {
            classes = panel::by_axis(self.figures, &self.shown);
        } else if self.figures.iter().all(|figure| {
            let first = &self.figures[0];
            figure.unit == first.unit && figure.per == first.per && figure.group == first.group
        }) {
            classes.push(panel::all(count));
        }
        let trends = self.classes(&classes);
        let values = std::mem::take(&mut self.text);
        self.opening(scene);
        if !trends && count <= if classes.len() > UNITS { FEW_MIXED } else { FEW } {
            self.say(words::COLON);
            for place in 0..count {
                if place > 0 {
                    self.say(words::ITEMS[usize::from(place + 1 == count)]);
                }
                self.one(&self.figures[self.shown[place]]);
            }
            self.stop();
        } else {
            if !classes.is_empty() {
                self.about(trends);
            }
            self.stop();
            self.bounds();
            self.push(&values);
        }
        self.sum(scene, &classes);
        self.close(scene);
        self.text
    }

    /// What is drawn, and of how many figures.
    fn opening(&mut self, scene: &Scene) {
        let mut names = List::default();
        // Cards last, as they are drawn; they are not counted.
        for place in (1..scene.drawn.len()).chain([0]) {
            let times = scene.drawn[place];
            let several = place > 0 && times > 1;
            if several {
                self.count(words::SEVERAL, times);
            }
            self.say(words::FORMS[place]);
            if several && self.is_english() {
                self.text.push('s');
            }
            let name = std::mem::take(&mut self.text);
            if times > 0 {
                names.push(&name);
            }
        }
        if names.count == 0 {
            names.push(self.reader.say(words::CHART));
        }
        self.own(self.list(&names, &[words::LISTED[0], words::BESIDES[usize::from(scene.drawn[0] > 0)]]));
        self.capital(0);
        match self.shown.len() {
            1 => self.say(words::ONE),
            count => self.count(words::COUNT, count),
        }
    }

    /// The units, the first and the last period, the groups or series.
    fn about(&mut self, trends: bool) {
        let mut all = self.shown.clone();
        all.truncate(MAX_DATA);
        let units = self.units(&all);
        if units.count > UNITS {
            self.count(words::UNITS[2], units.count);
        } else if units.count > 0 {
            // 人和 is a word, too.
            let marks = if self.is_english() { words::LISTED } else { [words::LISTED[0]; 2] };
            self.fill(words::UNITS[units.count - 1], &self.list(&units, &marks));
        }
        let times = Times::of(self.figures, &all);
        if let (Some(first), Some(last), false) = (times.periods.first(), times.periods.last(), trends)
            && first != last
        {
            self.say(words::FROM);
            self.own(words::period(first, self.reader.locale.lang));
            self.say(words::UNTIL);
            self.own(words::period(last, self.reader.locale.lang));
        }
        let (mut names, mut texts) = (List::default(), words::GROUPS);
        if self.groups {
            for &index in &all {
                names.note(&short(self.reader.group(&self.figures[index])));
            }
        } else if self.periods && units.count <= UNITS && times.series.len() < all.len() {
            // Where each label has one period, there are no series.
            texts = words::SERIES;
            for series in &times.series {
                names.push(&short(self.reader.label(&self.figures[series[0]])));
            }
        }
        if names.count > 1 {
            self.count(texts, names.count);
            // Series that have been told are known by name.
            if names.count <= NAMED && (self.groups || !trends) {
                self.say(words::COLON);
                self.own(self.list(&names, &words::LISTED));
            }
        }
    }

    /// The units of some figures, as the reader's language tells them apart.
    #[inline(never)]
    fn units(&self, indices: &[usize]) -> List {
        let (mut units, mut canonical) = (List::default(), List::default());
        for &index in indices {
            let unit = self.reader.unit(&self.figures[index]);
            let count = canonical.count;
            canonical.note(unit::canonical(&unit));
            if canonical.count == count {
                continue;
            }
            // Chinese has a first name for those that are one, where they differ: 人 for 人 and 名.
            let differs = |&other: &usize| {
                let other = self.reader.unit(&self.figures[other]);
                other != unit && unit::canonical(&other) == unit::canonical(&unit)
            };
            let several = units.count < UNITS && !self.is_english() && indices.iter().any(differs);
            units.push(if several { unit::canonical(&unit) } else { &unit });
        }
        units
    }

    /// How many figures have each bound, and how many have no value.
    fn bounds(&mut self) {
        let mut counts = [0; 6];
        for &index in &self.shown {
            counts[self.figures[index].amount.map_or(5, |amount| amount.bound as usize)] += 1;
        }
        let mut parts = List::default();
        let mut all = false;
        for (texts, &count) in words::COUNTED.iter().zip(&counts[1..]) {
            if count == 0 {
                continue;
            }
            all = count == self.shown.len();
            let mut part = String::new();
            if !all {
                part = format::plain(count as f64);
                part.push_str(self.reader.say(words::ITEM));
            }
            // The singular stands behind the languages.
            let singular = count == 1 && self.is_english();
            part.push_str(words::nth(texts, self.reader.locale.lang as usize + usize::from(singular)));
            parts.push(&part);
        }
        if parts.count > 0 {
            self.begin();
            self.say(if all { words::ALL } else { words::OF_THESE });
            self.own(self.list(&parts, &words::CLAUSES));
            self.stop();
        }
    }

    /// What the parts of one whole make together; percentages of it make a hundred.
    fn sum(&mut self, scene: &Scene, classes: &[Panel]) {
        // Rings, cells and boxes are drawn of nothing else.
        let [.., ring, cells, _, _, boxes] = scene.drawn;
        let Some(&first) = self.shown.first() else { return };
        let first = &self.figures[first];
        if ring + cells + boxes > 0
            && classes.len() == 1
            && self.shown.len() > 1
            && unit::canonical(&first.unit) != "%"
        {
            let all: Vec<&Figure> = self.shown.iter().map(|&index| &self.figures[index]).collect();
            if let Some(sum) = parts::total(&all) {
                self.begin();
                let full = format::full(&sum, &self.reader.unit(first), &self.reader.locale);
                self.fill(words::SUM, &full);
                self.stop();
            }
        }
    }

    /// How the picture is read, and where the figures come from.
    fn close(&mut self, scene: &Scene) {
        add(self.reader, &mut self.text, words::SPACE, &outline::key(self.reader, scene));
        // In the picture these stand where they count.
        for rule in &scene.rules {
            add(self.reader, &mut self.text, words::SPACE, rule);
            self.stop();
        }
        let source = outline::source(self.reader);
        if !source.is_empty() {
            self.begin();
            self.push(source.trim_end_matches(['。', '.']));
            self.stop();
        }
    }
}
