//! The model: what a document of figures says, after parsing and before any drawing.
//!
//! Everything here has been checked: numbers are finite, labels are not empty, ids are unique.

use crate::format;
use crate::input;
pub use crate::period::{Part, Period};
use crate::unit;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

/// How a stated number bounds the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// The number or more: 2000余, 以上, "more than".
    AtLeast,
    /// The number or less: 不足, 以内, "up to".
    AtMost,
    /// Near the number: 约, 近, "about".
    About,
    /// Between two numbers, both included.
    Range,
}

impl Bound {
    /// The word used in JSON and CSV.
    pub fn keyword(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::AtLeast => "at-least",
            Bound::AtMost => "at-most",
            Bound::About => "about",
            Bound::Range => "range",
        }
    }

    /// The bound of a keyword, if it is one.
    #[expect(clippy::manual_find, reason = "the loop is smaller in the wasm")]
    pub fn from_keyword(word: &str) -> Option<Bound> {
        for &bound in &[Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About, Bound::Range] {
            if bound.keyword() == word {
                return Some(bound);
            }
        }
        None
    }
}

/// A number with its bound, in the figure's unit. Finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The stated number; the low end of a range.
    pub value: f64,
    /// The high end of a range (never below `value`), otherwise equal to `value`.
    pub high: f64,
    /// What `value` says of the true number.
    pub bound: Bound,
    /// The true number lies below what is stated: for [`Bound::About`] the text says 近, 将近, "nearly" or "almost", for
    /// [`Bound::AtMost`] 不足, 不到, "fewer than" or "under".
    pub near: bool,
}

impl Amount {
    /// An exact number.
    pub fn exact(value: f64) -> Amount {
        Amount { value, high: value, bound: Bound::Exact, near: false }
    }

    /// A number with a bound other than a range.
    pub fn bounded(value: f64, bound: Bound) -> Amount {
        Amount { bound, ..Amount::exact(value) }
    }

    /// Everything from `low` to `high`; the ends may come in any order.
    pub fn range(low: f64, high: f64) -> Amount {
        let (value, high) = if low <= high { (low, high) } else { (high, low) };
        Amount { value, high, bound: Bound::Range, near: false }
    }
}

/// One stated figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Unique in its document; given, or `label@year`, then `#2`, `#3` ….
    pub id: String,
    /// What is counted. Never empty.
    pub label: String,
    /// How much; `None` is a stated gap, never zero.
    pub amount: Option<Amount>,
    /// The unit as written, without its scale (元 for 万元), or empty.
    pub unit: String,
    /// The period the figure is for.
    pub year: Option<Period>,
    /// The part of the story it belongs to, or empty.
    pub group: String,
    /// For a rate, what it is per (村 for 每村), otherwise empty.
    pub per: String,
    /// Marks the hero of the story.
    pub emphasis: bool,
    /// The value as the author wrote it, when it was text; empty otherwise.
    pub written: String,
    /// A remark shown with the figure, or empty.
    pub note: String,
    /// The author's sentence, or empty.
    pub quote: String,
    /// Every other text field by its name (`label_en`, `unit_en`, `icon` …): kept.
    pub extra: Vec<(String, String)>,
}

/// A value in the object that a page gets.
enum Field<'a> {
    Text(&'a str),
    Number(Option<f64>),
    Flag(bool),
    Texts(&'a [String]),
    Source(&'a Source),
    Figure(&'a Figure),
    Figures(&'a [Figure]),
}

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Field::Text(text) => serializer.serialize_str(text),
            Field::Number(number) => number.serialize(serializer),
            Field::Flag(flag) => serializer.serialize_bool(flag),
            Field::Texts(texts) => serializer.collect_seq(texts.iter().map(|text| Field::Text(text))),
            Field::Source(source) => serialize_fields(
                serializer,
                &[
                    ("name", Field::Text(&source.name)),
                    ("url", Field::Text(&source.url)),
                    ("date", Field::Text(&source.date)),
                ],
            ),
            Field::Figure(figure) => figure.serialize(serializer),
            Field::Figures(figures) => serializer.collect_seq(figures.iter().map(Field::Figure)),
        }
    }
}

/// Maps and not structs: for those, serde-wasm-bindgen keeps a hash table of names, which is larger than this code.
fn serialize_fields<S: Serializer>(serializer: S, fields: &[(&str, Field)]) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(fields.len()))?;
    for (name, field) in fields {
        map.serialize_entry(name, field)?;
    }
    map.end()
}

impl Serialize for Figure {
    /// With the names of the JSON document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.period();
        // A year is a number, every other period a text.
        let year = match self.year {
            Some(Period { year, part: Part::Year }) => Field::Number(Some(year.into())),
            _ => Field::Text(&text),
        };
        let mut fields = vec![
            ("value", Field::Number(self.amount.map(|amount| amount.value))),
            ("high", Field::Number(self.amount.map(|amount| amount.high))),
            ("id", Field::Text(&self.id)),
            ("label", Field::Text(&self.label)),
            ("bound", Field::Text(self.amount.map_or("", |amount| amount.bound.keyword()))),
            ("unit", Field::Text(&self.unit)),
            ("year", year),
            ("group", Field::Text(&self.group)),
            ("per", Field::Text(&self.per)),
            ("written", Field::Text(&self.written)),
            ("note", Field::Text(&self.note)),
            ("quote", Field::Text(&self.quote)),
            ("emphasis", Field::Flag(self.emphasis)),
        ];
        for (name, text) in &self.extra {
            fields.push((name, Field::Text(text)));
        }
        serialize_fields(serializer, &fields)
    }
}

impl Serialize for Figures {
    /// With the names of the JSON document.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = [
            ("title", Field::Text(&self.title)),
            ("subtitle", Field::Text(&self.subtitle)),
            ("description", Field::Text(&self.description)),
            ("lang", Field::Text(&self.lang)),
            ("source", Field::Source(&self.source)),
            ("notes", Field::Texts(&self.notes)),
            ("figures", Field::Figures(&self.figures)),
        ];
        serialize_fields(serializer, &fields)
    }
}

impl Figure {
    /// The period as [`Period`] writes it, or empty.
    pub fn period(&self) -> String {
        self.year.map_or(String::new(), |year| year.text())
    }

    /// A field that only some documents have, such as `label_en`.
    pub fn extra(&self, name: &str) -> Option<&str> {
        self.extra.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str())
    }
}

/// Where the figures come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// The publication.
    pub name: String,
    /// `http:` or `https:`, or empty.
    pub url: String,
    /// As given, usually `2012-01-13`, or empty.
    pub date: String,
}

/// A document of figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The headline, or empty.
    pub title: String,
    /// The line below it, or empty.
    pub subtitle: String,
    /// What the chart shows, for readers who don't see it, or empty.
    pub description: String,
    /// BCP 47 language of the texts, or empty.
    pub lang: String,
    /// Where the figures come from.
    pub source: Source,
    /// Remarks shown below the chart.
    pub notes: Vec<String>,
    /// The figures, in the author's order. Never empty after parsing.
    pub figures: Vec<Figure>,
    /// How many figures or rows were left out because they were wrong; each has a notice.
    pub left_out: usize,
    /// What was repaired or left out.
    pub notices: Vec<Notice>,
    /// The names of the series that the reader has put out of sight: they keep their places in legend, table and colours.
    pub hidden: Vec<String>,
}

impl Figures {
    /// Keeps only the figures of these groups, units and periods, each a comma-separated list; an empty
    /// list keeps all. Spellings of one unit are one: 万元 names what 元 does; and so are those of one period, 2011 and 2011年,
    /// between which 、 may stand too. It is an error when none remains.
    #[inline(never)]
    pub fn filter(&mut self, groups: &str, units: &str, years: &str) -> Result<(), Error> {
        let mut spelled = String::new();
        if !units.trim().is_empty() {
            for unit in items(units) {
                spelled.push_str(unit::canonical(&input::unscaled(unit)));
                spelled.push(',');
            }
            // Behind the last comma there would be one more, which names figures without a unit.
            spelled.pop();
        }
        let mut periods = Vec::new();
        for years in items(years) {
            // The type that `items` splits by needs no other code.
            for year in years.split(['、'; 2]) {
                let period = input::period::parse(year);
                // Nothing names figures without a period.
                if period.is_some() || year.is_empty() {
                    periods.push(period);
                }
            }
        }
        let any_period = years.trim().is_empty();
        // A bit for each of group, unit and period, set where a figure has it.
        let mut found = 0;
        // Neighbours mostly have one unit, and each is compared with a long list of spellings.
        let (mut unit, mut fits) = (String::new(), has(&spelled, ""));
        self.figures.retain(|figure| {
            if figure.unit != unit {
                unit = figure.unit.clone();
                fits = has(&spelled, unit::canonical(&unit));
            }
            let is_then = any_period || periods.contains(&figure.year);
            let each = u32::from(has(groups, &figure.group)) | u32::from(fits) << 1 | u32::from(is_then) << 2;
            found |= each;
            each == 7
        });
        if !self.figures.is_empty() {
            return Ok(());
        }
        let (option, text) = match found {
            _ if found & 1 == 0 => ("group", groups),
            _ if found & 2 == 0 => ("unit", units),
            _ if found & 4 == 0 => ("year", years),
            _ => {
                let mend = "no figure has them all; name groups, units and years that occur together";
                return Err(Error::new("group, unit, year", mend));
            }
        };
        let mend = "\" names no figure; write what occurs, with a comma between several";
        Err(Error::new(option, format::concat(&["\"", text, mend])))
    }
}

/// Whether a list is empty or has an item.
fn has(list: &str, text: &str) -> bool {
    list.trim().is_empty() || items(list).any(|item| item == text)
}

/// The items of a comma-separated list.
pub fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', '，']).map(str::trim)
}

/// One thing that was repaired, chosen or left out, with the path of the field it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// `figures[3].value`, `line 12`, `kind`, or empty for the whole document.
    pub path: String,
    /// One sentence in English.
    pub message: String,
}

impl Notice {
    /// The path, if there is one, and the sentence.
    pub fn text(&self) -> String {
        let mut text = self.path.clone();
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(&self.message);
        text
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// Why no chart can be drawn: the path of the field and one sentence that says the mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Notice);

impl Error {
    /// An error about the field at `path` (empty for the whole document).
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Error {
        Error(Notice { path: path.into(), message: message.into() })
    }

    /// The field that is wrong, or empty.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What is wrong with it and how to mend it, without the path.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}
