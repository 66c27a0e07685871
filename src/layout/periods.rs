//! Periods along an axis: where they lie in time, and which of them are written.

use super::draft::Draft;
use super::line::Plot;
use crate::figures::{Part, Period};
use crate::scene::{Anchor, Ink, Role};
use crate::words;

/// Where a period lies in time, in years; only differences count.
pub(super) fn moment(period: &Period) -> f64 {
    let (part, of) = match period.part {
        Part::Year => (1.0, 1.0),
        Part::Quarter(quarter) => (f64::from(quarter), 4.0),
        Part::Month(month) => (f64::from(month), 12.0),
        Part::Day(month, day) => {
            let (month, leap) = (i32::from(month), i32::from(period.year % 4 == 0));
            // Meeus, Astronomical Algorithms, chapter 7: the number of a day in its year.
            let number = 275 * month / 9 - (2 - leap) * ((month + 9) / 12) + i32::from(day) - 30;
            (f64::from(number), f64::from(365 + leap))
        }
    };
    f64::from(period.year) + (part - 1.0) / of
}

/// Whether periods are equally far from each other.
pub(crate) fn is_even(periods: &[Period]) -> bool {
    let far = |three: &[Period]| moment(&three[0]) - 2.0 * moment(&three[1]) + moment(&three[2]);
    periods.windows(3).all(|three| far(three).abs() < 0.01)
}

/// How many periods of this kind a year has where they are as far apart as the last two, but one for days.
fn cycle(periods: &[Period]) -> usize {
    match periods {
        [.., before, last] if matches!(last.part, Part::Quarter(_) | Part::Month(_)) => {
            ((1.0 / (moment(last) - moment(before))).round() as usize).max(1)
        }
        _ => 1,
    }
}

/// Whether steps of so many periods are parts of a year, or years.
pub(super) fn in_year(step: usize, periods: &[Period]) -> bool {
    let cycle = cycle(periods);
    step.is_multiple_of(cycle) || cycle.is_multiple_of(step)
}

/// Where steps of so many periods begin: with quarters and months where a year does, else so that they come to the last one.
pub(super) fn start<'a>(step: usize, mut periods: impl ExactSizeIterator<Item = &'a Period>) -> usize {
    let last = periods.len() - 1;
    let begins = |period: &Period| matches!(period.part, Part::Quarter(1) | Part::Month(1));
    periods.position(begins).unwrap_or(last) % step
}

impl Plot {
    /// As many periods as stand side by side, in equal steps where the periods have them.
    pub(super) fn write_periods(&self, draft: &mut Draft) {
        let mut labels = Vec::new();
        for period in &self.periods {
            let text = words::short_period(period, None, draft.reader.locale.lang);
            let half = draft.text_width(&text, draft.font) / 2.0;
            let at = self.x(period).clamp(half, (draft.width - half).max(half));
            labels.push((at, half + 4.0));
        }
        let last = labels.len() - 1;
        let apart = |before: usize, after: usize| {
            labels[before].0 + labels[before].1 <= labels[after].0 - labels[after].1
        };
        let fits = |step: usize| {
            let mut at = last;
            while at >= step {
                if !apart(at - step, at) {
                    return false;
                }
                at -= step;
            }
            true
        };
        let mut step = 1;
        while !fits(step) {
            step += 1;
        }
        // A somewhat larger step is better where it reaches the first period; quarters and months go by parts of the year.
        let in_year = |step: usize| in_year(step, &self.periods);
        for larger in step..step * 2 {
            if last.is_multiple_of(larger) && in_year(larger) && fits(larger) {
                step = larger;
                break;
            }
        }
        while !in_year(step) {
            step += 1;
        }
        let mut shown = Vec::new();
        let mut place = start(step, self.periods.iter());
        while place <= last {
            shown.push(place);
            place += step;
        }
        // Where the time begins and ends is told if there is room.
        let far = step.div_ceil(2);
        match shown.as_mut_slice() {
            // Quarters and months go on from a year's beginning, years from anywhere.
            [first, second, ..]
                if (*first < far || !apart(0, *first)) && cycle(&self.periods) == 1 && apart(0, *second) =>
            {
                *first = 0
            }
            [first, ..] if *first >= far && apart(0, *first) => shown.push(0),
            _ => {}
        }
        if shown.iter().max().is_some_and(|&end| last - end >= far && apart(end, last)) {
            shown.push(last);
        }
        if shown.len() < 3 && apart(0, last) {
            shown = vec![0, last];
        }
        if !is_even(&self.periods) {
            // One crowded pair would cost all others their labels: each that has room, from the first on.
            shown = vec![last];
            for place in 0..last {
                if apart(place, last) && shown.iter().all(|&other| other == last || apart(other, place)) {
                    shown.push(place);
                }
            }
        }
        // Days are found by the months that begin.
        let mut months = Vec::new();
        for (place, period) in self.periods.iter().enumerate() {
            if matches!(period.part, Part::Day(_, 1)) {
                months.push(place);
            }
        }
        if months.len() > 2 {
            let mut step = 1;
            loop {
                shown.clear();
                let (mut at, mut is_clear) = (0, true);
                while at < months.len() {
                    is_clear &= shown.last().is_none_or(|&before| apart(before, months[at]));
                    shown.push(months[at]);
                    at += step;
                }
                if is_clear {
                    break;
                }
                step += 1;
            }
            if apart(shown[shown.len() - 1], last) {
                shown.push(last);
            }
            if apart(0, shown[0]) {
                shown.push(0);
            }
        }
        shown.sort_unstable();
        let mut before = None;
        for place in shown {
            let text = words::short_period(&self.periods[place], before, draft.reader.locale.lang);
            before = Some(&self.periods[place]);
            let baseline = self.area.bottom() + 8.0 + draft.font.size;
            draft.text((labels[place].0, baseline), &text, Anchor::Middle, Role::Guide, Ink::Muted);
        }
    }
}
