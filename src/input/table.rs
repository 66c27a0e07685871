//! Rows of cells: one figure a row, or one a cell where each period or series has a column of its own.

use super::check_count;
use super::collect::Collector;
use super::header::Header;
use super::place::Place;
use super::plan::Plan;
use crate::figures::{Error, Figures};

/// A row with at least one cell that is not empty, and where it stands.
pub(super) struct Row<'a> {
    pub place: Place,
    pub cells: &'a [String],
}

impl Row<'_> {
    /// A cell without the space around it; cells that the row lacks are empty.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| cell.trim())
    }

    /// How many cells there are up to the last one that is not empty.
    pub fn width(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
    }

    /// The only cell with text in it, if there is just one.
    pub fn only_cell(&self) -> Option<&str> {
        let mut filled = self.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        filled.next().filter(|_| filled.next().is_none())
    }
}

pub(super) fn read(rows: &[Row]) -> Result<Figures, Error> {
    let mut collector = Collector::new();
    let header = Header::find(rows, &mut collector)?;
    let (above, data) = rows.split_at(header.rows.min(rows.len()));
    if data.is_empty() {
        return Err(Error::new("", "the table has a header but no rows; add one such as 培训人员,2000余人"));
    }
    let place = above.last().map_or_else(String::new, |row| row.place.path(""));
    check_count(data.len(), "rows", "")?;
    let plan = Plan::of(&header.columns, data).map_err(|message| Error::new(place.as_str(), message))?;
    check_count(data.len() * plan.series.len(), "figures", "")?;
    if let Some(title) = plan.title(&header.columns)
        && collector.document.title.is_empty()
    {
        collector.document.title = title.to_string();
    }
    for (index, column) in header.columns.iter().enumerate() {
        if index > 0 && column.heading.is_empty() && data.iter().any(|row| !row.cell(index).is_empty()) {
            let message = ["column ", &(index + 1).to_string(), " has no heading; it is not read"];
            collector.notice(place.clone(), message.concat());
        }
    }
    for row in data {
        plan.read_row(row, &header.columns, &header.unit, &mut collector);
    }
    collector.finish()
}
