//! What a reader can choose: which units, groups and periods to see, and the words of the tools around the chart.

use crate::figures::{Figure, items};
use crate::input::unscaled;
use crate::json::Json;
use crate::reader::Reader;
use crate::unit;
use crate::words;

/// A facet with so many values is not offered, and only so many times as many combinations are told: nobody would press
/// as many buttons, and each figure is compared with every value.
const MOST: usize = 60;

/// What the figures can be told apart by, in the order of the options `unit`, `group` and `year`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Unit,
    Group,
    Year,
}

const FACETS: [Facet; 3] = [Facet::Unit, Facet::Group, Facet::Year];

impl Facet {
    /// What the option of that name takes.
    fn key(self, figure: &Figure) -> String {
        match self {
            Facet::Unit => figure.unit.clone(),
            Facet::Group => figure.group.clone(),
            Facet::Year => figure.period(),
        }
    }

    /// The same in words; of a rate just the unit, because its figures may be per one thing or another.
    fn name(self, reader: &Reader, figure: &Figure) -> String {
        match self {
            Facet::Unit => reader.unit(&Figure { per: String::new(), ..figure.clone() }),
            Facet::Group => reader.group(figure).to_string(),
            Facet::Year => reader.period(figure),
        }
    }
}

/// `[[word …], [[key, meaning] …], legend, [[[value, name] …] for units, groups and periods], [[unit, group, period] …],
/// count]`: the words of [`words::CONTROLS`], [`words::KEYS`] and [`words::LEGEND`], the values of each facet, periods in order of time, and which of them occur together, each by its
/// place among the values, -1 for none.
///
/// Spellings of one unit are one value: the one that the page asks for among its `units`, or else the first figure's.
/// A facet with very many values is empty, and values that hold a comma are left out: the options could not say them.
#[inline(never)]
pub fn controls(reader: &Reader, units: &str) -> String {
    let mut json = Json::default();
    json.open();
    json.open();
    for texts in words::CONTROLS {
        json.string(reader.say(texts));
    }
    json.close();
    json.open();
    for &(keys, texts) in &words::KEYS {
        json.open();
        json.string(keys);
        json.string(reader.say(texts));
        json.close();
    }
    json.close();
    json.string(reader.say(words::LEGEND));
    let asked: Vec<(String, &str)> =
        items(units).map(|unit| (unit::canonical(&unscaled(unit)).to_string(), unit)).collect();
    // Spellings that have been looked up: each is compared with very many.
    let mut spellings: Vec<(String, String)> = Vec::new();
    let mut identity = |facet: Facet, figure: &Figure| {
        let key = facet.key(figure);
        if facet != Facet::Unit {
            return key;
        }
        if let Some((_, canonical)) = spellings.iter().find(|(unit, _)| *unit == key) {
            return canonical.clone();
        }
        let canonical = unit::canonical(&key).to_string();
        if spellings.len() < MOST {
            spellings.push((key, canonical.clone()));
        }
        canonical
    };
    // Each value is known by the first figure that has it, and by what is one for all that have it.
    let mut values: [Vec<(&Figure, String)>; 3] = Default::default();
    for figure in &reader.figures.figures {
        for (values, &facet) in values.iter_mut().zip(&FACETS) {
            let key = identity(facet, figure);
            if key.is_empty() || key.contains([',', '，']) || values.len() == MOST {
                continue;
            }
            if values.iter().all(|(_, known)| *known != key) {
                let before = |other: &(&Figure, String)| facet != Facet::Year || other.0.year <= figure.year;
                let at = values.iter().rposition(before).map_or(0, |at| at + 1);
                values.insert(at, (figure, key));
            }
        }
    }
    let mut combinations: Vec<[f64; 3]> = Vec::new();
    for figure in &reader.figures.figures {
        let mut combination = [-1.0; 3];
        for (at, &facet) in FACETS.iter().enumerate() {
            let key = identity(facet, figure);
            let place = values[at].iter().position(|(_, known)| *known == key);
            combination[at] = place.map_or(-1.0, |place| place as f64);
        }
        if combinations.len() < 20 * MOST && !combinations.contains(&combination) {
            combinations.push(combination);
        }
    }
    json.open();
    for (at, &facet) in FACETS.iter().enumerate() {
        json.open();
        if values[at].len() < MOST {
            for (figure, known) in &values[at] {
                json.open();
                match asked.iter().find(|(canonical, _)| canonical == known) {
                    Some((_, said)) if facet == Facet::Unit => json.string(said),
                    _ => json.string(&facet.key(figure)),
                }
                json.string(&facet.name(reader, figure));
                json.close();
            }
        }
        json.close();
    }
    json.close();
    json.open();
    for combination in &combinations {
        json.open();
        for &place in combination {
            json.number(place);
        }
        json.close();
    }
    json.close();
    json.number(reader.figures.figures.len() as f64);
    json.close();
    json.into_text()
}
