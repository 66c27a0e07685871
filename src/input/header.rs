//! The header of a table: which row it is, and what stands above it.

use super::check_count;
use super::collect::Collector;
use super::columns::{Column, unit_remark};
use super::period;
use super::plan::is_plain_number;
use super::table::Row;
use crate::figures::Error;
use crate::quantity;

/// How many rows above the header may hold a title, a unit or a remark.
const MAX_ABOVE: usize = 4;

/// What is known of a table before its rows are read.
pub(super) struct Header {
    /// The columns by their headings.
    pub columns: Vec<Column>,
    /// The unit of every value that has no other, or empty.
    pub unit: String,
    /// How many rows come before the data.
    pub rows: usize,
}

impl Header {
    /// Finds the header. What stands above it becomes the title and the notes of the document.
    pub fn find(rows: &[Row], collector: &mut Collector) -> Result<Header, Error> {
        let above = rows.iter().take(MAX_ABOVE).take_while(|row| row.only_cell().is_some()).count();
        let (above, row) = match rows.get(above) {
            Some(row) if above > 0 && names_columns(row) => (above, row),
            _ => (0, rows.first().ok_or_else(empty)?),
        };
        let mut unit = String::new();
        for text in rows.iter().take(above).filter_map(Row::only_cell) {
            if let Some(remark) = unit_remark(text) {
                unit = remark.to_string();
            } else if collector.document.title.is_empty() {
                collector.document.title = text.to_string();
            } else {
                collector.document.notes.push(text.to_string());
            }
        }
        if above == 0 && !names_columns(row) && is_data(row) {
            if row.width() != 2 {
                let message = "the first row names no column; put a header such as label,value,unit above it";
                return Err(Error::new(row.place.path(""), message));
            }
            let columns = vec![Column::of("label"), Column::of("value")];
            return Ok(Header { columns, unit, rows: 0 });
        }
        if row.width() == 2 && is_plain_number(row.cell(1)) && Column::of(row.cell(0)).field.is_none() {
            let message = "is read as the header, with a year in it; put label,value above it if it is data";
            collector.notice(row.place.path(""), message.to_string());
        }
        check_count(row.width(), "columns", &row.place.path(""))?;
        let mut columns = Vec::new();
        for cell in row.cells.iter().take(row.width()) {
            columns.push(Column::of(cell));
        }
        let label_unit = columns
            .iter()
            .find(|column| column.field == Some("label") && column.has_unit_remark)
            .map(|column| column.unit.clone());
        Ok(Header { columns, unit: label_unit.unwrap_or(unit), rows: above + 1 })
    }
}

fn empty() -> Error {
    Error::new("", "the table is empty; write a header such as label,value and below it 培训人员,2000余人")
}

/// Whether a cell of the row is a heading that is known, or one that can only be a period.
fn names_columns(row: &Row) -> bool {
    row.cells.iter().enumerate().any(|(index, cell)| {
        let column = Column::of(cell);
        column.field.is_some() || (index > 0 && column.is_period && !is_plain_number(cell.trim()))
    })
}

/// Whether a row without any known heading is data: a label and a quantity, or a row of plain numbers.
fn is_data(row: &Row) -> bool {
    let is_number = |cell: &String| is_plain_number(cell.trim()) && !period::is_likely(cell);
    match row.cells.get(..row.width()) {
        Some([label, value]) => {
            let is_year = is_plain_number(value.trim()) && period::is_likely(value);
            !label.trim().is_empty() && quantity::parse(value).is_some() && !is_year
        }
        Some([_, values @ ..]) if !values.is_empty() => values.iter().all(is_number),
        _ => false,
    }
}
