//! Filled lines over time; several series stand one on the other where their sum means something.

use super::block::{Block, Form};
use super::draft::Draft;
use super::kinds::{Task, Verdict};
use super::series::{self, Cell, MOST};
use super::{line, slope, stacked};
use crate::choose::Kind;
use crate::figures::Figure;
use crate::panel::Times;

/// Has figures judged, planned or drawn as this kind.
#[inline(never)]
pub(super) fn enter(task: Task) {
    task.run(judge, plan, |draft, block, room, _| line::draw(draft, block, room));
}

/// What is wrong with figures, and as what they are drawn instead.
fn judge(figures: &[Figure]) -> Verdict {
    let why = series::refusal(figures, series::PERIODS, |figures, indices, times| match times.series.len() {
        _ if times.periods.len() < 2 => None,
        1 => Some(""),
        _ => Some(refusal(figures, indices, times)),
    });
    (why, if !why.is_empty() && slope::refusal(figures).is_empty() { Kind::Line } else { Kind::Bar })
}

/// Why several series can't stand one on the other; empty where they can.
fn refusal(figures: &[Figure], indices: &[usize], times: &Times) -> &'static str {
    let mut cells = Vec::new();
    for (place, period) in times.periods.iter().enumerate() {
        for series in &times.series {
            let index = series.get(place).filter(|&&index| figures[index].year.as_ref() == Some(period));
            if let Some(&figure) = index
                && figures[figure].amount.is_some()
            {
                cells.push(Cell { category: place, series: 0, figure });
            }
        }
    }
    let full = times.periods.len() * times.series.len();
    if times.series.len() > MOST || cells.len() < full || indices.len() > full {
        return "needs every series in every period to add them up, at most six";
    }
    stacked::refusal(figures, &cells)
}

/// The block of a panel; `None` where bars show it better.
fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    let mut count = 0;
    for series in &times.series {
        count += series.len();
    }
    if times.periods.len() < 2 || count < figures.len() {
        return None;
    }
    let mut block = line::lines(draft, times);
    let all = &draft.reader.figures.figures;
    if times.series.len() == 1 || refusal(all, figures, times).is_empty() {
        block.form = Form::Area;
    }
    Some(block)
}

/// What each item stands on: zero, or the sum of the series before it in its period.
pub(super) fn floors(block: &Block) -> Vec<f64> {
    let mut floors: Vec<f64> = Vec::new();
    for item in &block.items {
        let mut floor = 0.0;
        if block.form == Form::Area {
            for below in &block.items {
                if let Some(amount) = &below.figure.amount
                    && below.series < item.series
                    && below.figure.year == item.figure.year
                {
                    floor += line::middle(amount);
                }
            }
        }
        floors.push(floor);
    }
    floors
}
