//! What suits figures whose author asked for no kind.
//!
//! Judged by the shape of the data alone, and carefully: kinds that say more than bars do (that parts make a whole, that
//! every icon is a person) only where the figures leave no doubt of it.

use crate::choose::Kind;
use crate::figures::{Amount, Bound, Figure, Figures};
use crate::layout::{MAX_DATA, periods};
use crate::panel::{self, Times};
use crate::unit;
use crate::words::mentions;

/// More parts than this no eye tells apart in one whole.
const PARTS: usize = 6;
/// So many names at the ends of lines still stand apart.
const NAMES: usize = 12;
/// In labels of percentages that are no part of a hundred.
const CHANGE: &str = "增|涨|漲|降|跌|growth|increase|change|decline|inflation";
/// A tax that has one of these in its name.
const VALUE_ADDED: &str = "增值";
/// In titles of such percentages. What rose or fell may be told of shares, too.
const RATES: &str =
    "增速|增长率|增長率|增幅|涨幅|漲幅|降幅|同比|环比|環比|growth|inflation|year on year|year-on-year";
/// Where all of them are less, little more than the empty hundred would be seen.
const SLIVER: f64 = 20.0;

/// Whether a percentage of that label may be one of a whole, and not of a change.
pub(crate) fn is_share(label: &str) -> bool {
    !mentions(label, CHANGE) || mentions(label, VALUE_ADDED)
}

/// Whether percentages of which that is the highest are seen against their hundred, as far as the document's title says.
pub(crate) fn is_of_hundred(document: &Figures, high: f64) -> bool {
    high >= SLIVER && !mentions(&document.title, RATES) && !mentions(&document.subtitle, RATES)
}

/// What is known of the figures of one unit.
struct Facts {
    /// All are stated and exact.
    exact: bool,
    /// All are whole numbers and none a range.
    whole: bool,
    /// Percentages between 0 and 100, as far as the labels say of a hundred and not of change.
    rates: bool,
    ranges: usize,
    low: f64,
    high: f64,
}

impl Facts {
    fn of(figures: &[Figure]) -> Facts {
        let (low, high) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut facts = Facts { exact: true, whole: true, rates: true, ranges: 0, low, high };
        for figure in figures {
            facts.rates &= is_share(&figure.label) && is_share(&figure.group);
            let Some(Amount { value, high, bound, .. }) = figure.amount else {
                facts.exact = false;
                continue;
            };
            facts.exact &= bound == Bound::Exact;
            facts.whole &= bound != Bound::Range && value.fract() == 0.0;
            facts.ranges += usize::from(bound == Bound::Range);
            facts.low = facts.low.min(value);
            facts.high = facts.high.max(high);
        }
        let percent = figures.first().is_some_and(|figure| unit::canonical(&figure.unit) == "%");
        facts.rates &= percent && facts.low >= 0.0 && facts.high <= 100.0;
        facts
    }

    /// Whether some percentages make up all of one whole, but for what rounding takes.
    fn is_whole(&self, figures: &[Figure], parts: &[usize]) -> bool {
        let mut sum = 0.0;
        for &part in parts {
            // Rates of one thing and another may make a hundred by chance.
            if parts.len() > 1 && mentions(&figures[part].label, "率|rate") {
                return false;
            }
            sum += figures[part].amount.map_or(0.0, |amount| amount.value);
        }
        self.rates && self.exact && self.low > 0.0 && (sum - 100.0).abs() <= 1.0 && parts.len() <= PARTS
    }
}

/// Picks a kind, and says why.
#[inline(never)]
pub(crate) fn auto(document: &Figures) -> (Kind, &'static str) {
    // Only these are ever laid out, and looking at more would take the square of their number.
    let figures = document.figures.get(..MAX_DATA).unwrap_or(&document.figures);
    let panels = panel::by_unit(figures);
    let [first] = panels.as_slice() else {
        let (mut alone, mut pairs) = (true, true);
        for panel in &panels {
            let times = Times::of(figures, &panel.figures);
            let count = panel.figures.len();
            alone &= count == 1;
            pairs &= count == 1 || (count == 2 && times.series.len() == 1 && times.periods.len() == 2);
        }
        return if panels.len() > 6 || !pairs {
            (Kind::Multiples, "different units need scales of their own")
        } else if alone {
            (Kind::Cards, "few figures, each in a unit of its own, have nothing to be compared with")
        } else {
            (Kind::Cards, "few figures, each in a unit of its own, compare with the period before")
        };
    };
    if figures.len() == 1 {
        return (Kind::Cards, "a single figure is best read as a number");
    }
    let facts = Facts::of(figures);
    let times = Times::of(figures, &first.figures);
    let mut timed = 0;
    for series in &times.series {
        timed += series.len();
    }
    if times.periods.len() < 2 {
        names(figures, &facts, is_of_hundred(document, facts.high))
    } else if timed < figures.len() {
        (Kind::Bar, "figures with and without a period compare best on horizontal bars")
    } else if times.periods.iter().any(|period| !period.is_like(times.periods[0])) {
        (Kind::Bar, "years and parts of years compare best on horizontal bars")
    } else if times.series.len() == 1 {
        let certain = !figures.iter().any(|figure| {
            figure.amount.is_some_and(|amount| amount.bound != Bound::Exact && amount.bound != Bound::About)
        });
        // Columns stand side by side, however far apart in time they are.
        let few = periods::is_even(&times.periods) || !certain;
        if few && times.periods.len() <= if certain { 6 } else { 12 } {
            (Kind::Column, "a few periods of one series are best seen as columns")
        } else {
            (Kind::Line, "many periods of one series, or uneven ones, are best seen as a line")
        }
    } else {
        series(figures, &facts, &times)
    }
}

/// For figures of one period, or none.
fn names(figures: &[Figure], facts: &Facts, of_hundred: bool) -> (Kind, &'static str) {
    let mut all = panel::all(figures.len()).figures;
    let groups = panel::split(figures, &all, |a, b| a.group == b.group);
    let labels = panel::split(figures, &all, |a, b| a.label == b.label);
    let (across, down) = (groups.len(), labels.len());
    let mut table = across > 1 && down > 1 && across * down == figures.len();
    let mut wholes = [true; 2];
    for (wholes, rows) in wholes.iter_mut().zip([&groups, &labels]) {
        for row in rows {
            *wholes &= facts.is_whole(figures, &row.figures);
        }
    }
    for group in &groups {
        table &= panel::split(figures, &group.figures, |a, b| a.label == b.label).len() == down;
    }
    if table && wholes != [false; 2] && across.max(down) <= NAMES {
        return (Kind::Stacked, "parts that make up the whole of each row are best seen one after the other");
    }
    // Two groups stay clear over many names, such as men and women of every age.
    if table && across <= 4 && down <= if across == 2 { 24 } else { 8 } {
        return (Kind::Grouped, "the same names in a few groups compare best side by side");
    }
    let first = &figures[0];
    let percent = unit::canonical(&first.unit) == "%";
    let targets = figures.iter().filter(|figure| figure.extra("target").is_some()).count();
    if percent && targets * 2 > figures.len() && facts.low >= 0.0 && (SLIVER..=200.0).contains(&facts.high) {
        return (Kind::Progress, "rates with targets are best seen against both");
    }
    if facts.rates {
        all.truncate(PARTS + 1);
        return if facts.is_whole(figures, &all) && down == figures.len() {
            // Cells can be counted, but only whole ones, and of three parts at most is each still one block.
            if facts.whole && figures.len() <= 3 {
                (Kind::Waffle, "few whole percentages of one whole can be counted as cells")
            } else {
                (Kind::Donut, "percentages that add up to 100 are parts of one whole")
            }
        } else if figures.len() <= PARTS && of_hundred {
            (Kind::Progress, "a few rates are best seen against their hundred")
        } else {
            (Kind::Bar, "many rates, and low ones, compare best on horizontal bars")
        };
    }
    let adds_up = facts.exact && facts.low > 0.0 && first.per.is_empty() && !percent;
    // Boxes give up the common baseline, which only pays where bars would fill several screens; and one that is
    // too small can't be named.
    if adds_up
        && figures.len() >= 40
        && across >= 3
        && down == figures.len()
        && facts.low * 200.0 >= facts.high
    {
        return (Kind::Treemap, "very many parts in groups fit as boxes within boxes");
    }
    let people = unit::canonical(&first.unit) == "人" && first.per.is_empty();
    if people && figures.len() <= 4 && facts.whole && facts.low >= 1.0 && facts.high <= 20.0 {
        return (Kind::Pictogram, "a few people can be counted one by one");
    }
    if facts.ranges * 2 > figures.len() {
        return (Kind::Dot, "ranges are best seen as spans that need not begin at zero");
    }
    if (2..=8).contains(&across)
        && (table || down == figures.len())
        && groups.iter().all(|group| group.figures.len() > 1)
    {
        return (Kind::Multiples, "names in groups are best read group by group");
    }
    (Kind::Bar, "names compare best on horizontal bars")
}

/// For several series over periods.
fn series(figures: &[Figure], facts: &Facts, times: &Times) -> (Kind, &'static str) {
    let (count, periods) = (times.series.len(), times.periods.len());
    let mut wholes = true;
    for year in &times.periods {
        let mut parts = Vec::new();
        for (index, figure) in figures.iter().enumerate() {
            if figure.year == Some(*year) {
                parts.push(index);
            }
        }
        wholes &= parts.len() == count && facts.is_whole(figures, &parts);
    }
    if wholes {
        return if periods <= 6 {
            (Kind::Stacked, "parts that make up the whole of each period are best seen one after the other")
        } else {
            (Kind::Area, "parts that make up a whole over many periods are best seen as areas")
        };
    }
    let stated = figures.iter().all(|figure| figure.amount.is_some());
    let complete = stated && count * periods == figures.len();
    if periods == 2 && complete && (3..=NAMES).contains(&count) {
        return (Kind::Slope, "what rose and what fell between two periods is best seen as slopes");
    }
    if periods <= 3 && count <= 3 {
        return (Kind::Grouped, "a few series over a few periods compare best side by side");
    }
    if periods == 2 && count > NAMES {
        if complete {
            return (Kind::Dot, "very many names in two periods are best seen as two dots on a line each");
        }
        return (Kind::Bar, "very many names in two periods can be read only on bars of their own");
    }
    let by_index = panel::all(figures.len()).figures;
    if count > 6 && panel::split(figures, &by_index, |a, b| a.group == b.group).len() > 1 {
        return (Kind::Multiples, "many series in groups are best read group by group");
    }
    (Kind::Line, "several series over time compare best as lines")
}
