//! Filled lines over time; several series stand one on the other where their sum means something.

use super::block::{Block, Form};
use super::draft::Draft;
use super::series::{MOST, Table};
use super::{line, stacked};
use crate::figures::Figure;
use crate::panel::Times;

/// Why several series can't stand one on the other; empty where they can.
#[inline(never)]
pub(super) fn refusal(figures: &[Figure], table: Option<&Table>) -> &'static str {
    match table {
        Some(table) if table.is_full(figures) => stacked::refusal(figures, table),
        _ => "needs every series in every period to add them up, at most six",
    }
}

/// The block of a panel; `None` where bars show it better.
#[inline(never)]
pub(super) fn plan<'a>(draft: &Draft<'a>, figures: &[usize], times: &Times) -> Option<Block<'a>> {
    let mut count = 0;
    for series in &times.series {
        count += series.len();
    }
    if times.periods.len() < 2 || count < figures.len() {
        return None;
    }
    let mut block = line::lines(draft, times);
    let all = &draft.reader.figures.figures;
    let stacks = || {
        let table = Table::read(all, figures, times).and_then(|table| table.limited(MOST, false));
        refusal(all, table.as_ref()).is_empty()
    };
    if times.series.len() == 1 || stacks() {
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
