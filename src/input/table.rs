//! Rows of cells: one figure a row, or one a cell where each period or series has a column of its own.

use super::amount::is_plain;
use super::columns::Column;
use super::fields::{Fields, Said};
use super::period;
use super::reader::Reader;
use crate::figures::{Error, Figures};
use crate::quantity;

/// How many rows are looked at to tell what a column holds.
const SAMPLE: usize = 200;

/// How many columns without a meaning of their own are kept with each figure.
const MAX_KEPT: usize = 32;

/// What a cell, or most cells of a column, hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing, or a sign for it.
    Gap,
    Text,
    /// A quantity with words: 40余万元, and months such as 3月.
    Worded,
    /// A number as programs write it.
    Plain,
    /// A period, or four digits that may be a year.
    Year,
}

impl Kind {
    fn of(cell: &str) -> Kind {
        let cell = cell.trim();
        if is_gap(cell) {
            Kind::Gap
        } else if period::is_likely(cell) {
            Kind::Year
        } else if cell.bytes().all(is_plain) {
            Kind::Plain
        } else if quantity::parse(cell).is_some() {
            Kind::Worded
        } else {
            Kind::Text
        }
    }

    /// What the cells of a column hold: quantities if more than half of them are.
    fn of_column(rows: &[Row], index: usize) -> Kind {
        let mut counts = [0; 5];
        for row in rows.iter().take(SAMPLE) {
            counts[Kind::of(cell(row, index)) as usize] += 1;
        }
        let [_, texts, worded, plain, years] = counts;
        match worded + plain + years {
            0 if texts == 0 => Kind::Gap,
            quantities if texts >= quantities => Kind::Text,
            quantities if years == quantities + texts => Kind::Year,
            quantities if worded * 2 < quantities => Kind::Plain,
            _ => Kind::Worded,
        }
    }
}

/// A row with its number.
type Row<'a> = (usize, &'a [String]);

/// A cell without the space around it; cells that the row lacks are empty.
fn cell<'a>(row: &Row<'a>, index: usize) -> &'a str {
    row.1.get(index).map_or("", |cell| cell.trim())
}

/// Whether a cell says that there is no value.
fn is_gap(cell: &str) -> bool {
    is_dash(cell) || ["n/a", "na", "null"].iter().any(|word| word.eq_ignore_ascii_case(cell))
}

/// Whether a cell is empty or holds what stands for nothing in every column; NA may be a name.
fn is_dash(cell: &str) -> bool {
    matches!(cell, "" | "-" | "--" | "–" | "—" | "——" | "…" | "……" | "...")
}

/// Reads rows of cells, such as those of a table or of CSV, the first one being the header.
///
/// Notices call a row by `place`, such as `row`, and its number from 1; empty rows count.
///
/// # Errors
/// If the columns can't be told apart, or no row can be read.
pub fn from_rows(rows: &[Vec<String>], place: &'static str) -> Result<Figures, Error> {
    let mut filled: Vec<Row> = Vec::new();
    for (index, cells) in rows.iter().enumerate() {
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            filled.push((index + 1, cells));
        }
    }
    let mut reader = Reader::new();
    let Some((header, mut data)) = filled.split_first() else {
        return Err(reader.error("the table is empty; write label,value and below it 培训人员,2000余人"));
    };
    (reader.place, reader.at) = (place, header.0);
    let width = header.1.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    let mut columns: Vec<Column> = Vec::new();
    for index in 0..width {
        columns.push(Column::of(cell(header, index)));
    }
    if is_data(header, &columns) {
        if width != 2 {
            return Err(
                reader.error("the first row names no column; put a header such as label,value above it")
            );
        }
        columns.clear();
        columns.extend([Column::of("label"), Column::of("value")]);
        data = &filled;
    } else if width == 2
        && !columns.iter().any(|column| column.is_field)
        && cell(header, 1).bytes().all(is_plain)
    {
        reader
            .tell("", &["is read as the header, with a year in it; put label,value above it if it is data"]);
    }
    if data.is_empty() {
        return Err(reader.error("the table has a header but no rows; add one such as 培训人员,2000余人"));
    }
    for count in [columns.len(), data.len()] {
        reader.check_count(count)?;
    }
    let plan = Plan::of(&columns, data).map_err(|message| reader.error(message))?;
    reader.check_count(data.len() * plan.series.len())?;
    plan.read(data, &mut reader);
    reader.finish()
}

/// Whether the first row is no header: it holds a label and a quantity, or plain numbers, under no known heading.
fn is_data(row: &Row, columns: &[Column]) -> bool {
    let is_heading = |(index, column): (usize, &Column)| {
        column.is_field || (index > 0 && column.is_period && !column.stem.bytes().all(is_plain))
    };
    let is_number = |index| {
        let kind = Kind::of(cell(row, index));
        kind == Kind::Plain || (kind == Kind::Worded && columns.len() == 2)
    };
    columns.len() > 1 && !columns.iter().enumerate().any(is_heading) && (1..columns.len()).all(is_number)
}

/// The part that each column plays.
struct Plan<'a> {
    columns: &'a [Column<'a>],
    /// The column of labels; without one the headings are the labels.
    label: Option<usize>,
    /// The column of periods, if there is one.
    year: Option<usize>,
    /// The columns of values, in order. One figure a row if it is one, otherwise one a cell.
    series: Vec<usize>,
}

impl<'a> Plan<'a> {
    /// Finds the part of each column; the error is a sentence about the header.
    fn of(columns: &'a [Column<'a>], data: &[Row]) -> Result<Plan<'a>, &'static str> {
        let find = |name: &str| columns.iter().position(|column| column.is_field && column.name == name);
        let (mut label, mut year) = (find("label"), find("year"));
        let is_long = find("value").is_some();
        let mut series = Vec::new();
        // Columns whose headings name no field show by their cells what they are.
        let (mut text, mut worded) = (None, None);
        let mut is_first = true;
        for (index, column) in columns.iter().enumerate() {
            if column.name == "value" {
                series.push(index);
            }
            if column.is_field || (index > 0 && column.stem.is_empty()) {
                continue;
            }
            let kind = if column.is_period { Kind::Plain } else { Kind::of_column(data, index) };
            match kind {
                // Elsewhere than where the labels would stand, such numbers may be values.
                Kind::Year if is_first && label.is_none() && year.is_none() => {
                    year = Some(index);
                    is_first = false;
                    continue;
                }
                Kind::Text => text = text.or(Some(index)),
                Kind::Worded => worded = worded.or(Some(index)),
                _ => {}
            }
            is_first = false;
            if !is_long && kind as usize > Kind::Text as usize {
                series.push(index);
            }
        }
        // Quantities are labels where nothing else names the rows, such as the months 一月 and 二月.
        label = label.or(text);
        if label.is_none() && (is_long || year.is_none()) {
            label = worded;
        }
        if label.is_none() && is_long {
            label = find("group");
        }
        series.retain(|index| Some(*index) != label);
        if label.is_none() && year.is_none() && (is_long || data.len() > 1) {
            return Err("no column names the figures; head one label (or 指标)");
        }
        if series.is_empty() {
            return Err("no column holds values; head one value (or 数值), or with the year of its values");
        }
        Ok(Plan { columns, label, year, series })
    }

    fn read(&self, data: &[Row], reader: &mut Reader<'a>) {
        let columns = self.columns;
        let several = self.series.len() > 1;
        let mut table_unit = "";
        // The columns that belong to every figure of a row.
        let mut shared: Vec<(usize, &str)> = Vec::new();
        let mut kept = 0;
        let mut has_group = false;
        for (index, column) in columns.iter().enumerate() {
            if self.series.contains(&index) {
                if !several && self.label.is_some() && !column.is_field && !column.is_period {
                    reader.document.title = column.stem.to_string();
                }
            } else if self.label == Some(index) {
                if column.is_unit_named {
                    table_unit = column.unit;
                }
            } else if column.stem.is_empty() {
                if index > 0 {
                    reader
                        .tell("", &["column ", &(index + 1).to_string(), " has no heading; it is not read"]);
                }
            } else if kept < MAX_KEPT {
                kept += usize::from(!column.is_field);
                has_group |= column.name == "group";
                shared.push((index, if self.year == Some(index) { "year" } else { column.name }));
            }
        }
        for row in data {
            reader.at = row.0;
            reader.column = "";
            let count = row.1.len();
            let has_value = self.series.first().is_some_and(|first| *first < count);
            if !has_value || (columns.len()..count).any(|index| !cell(row, index).is_empty()) {
                let (cells, headings) = (count.to_string(), columns.len().to_string());
                let mend = " headings; put a text that has a comma in quotes";
                reader.tell("", &["has ", &cells, " cells under ", &headings, mend]);
                reader.leave_out();
                continue;
            }
            for &index in &self.series {
                let Some(column) = columns.get(index) else { continue };
                let mut joined = String::new();
                let mut fields = Fields::new();
                for &(index, name) in &shared {
                    let cell = cell(row, index);
                    if !is_dash(cell) {
                        fields.set(name, Said::Text(cell));
                    }
                }
                let mut label = self.label.map_or(column.stem, |label| cell(row, label));
                if several && self.label.is_some() && !column.is_period {
                    if has_group {
                        for part in [label, " · ", column.stem] {
                            joined.push_str(part);
                        }
                        label = &joined;
                    } else {
                        fields.set("group", Said::Text(column.stem));
                    }
                }
                fields.set("label", Said::Text(label));
                if column.is_period {
                    fields.set("year", Said::Text(column.stem));
                }
                fields.column_unit = if column.unit.is_empty() { table_unit } else { column.unit };
                let cell = cell(row, index);
                fields.set("value", if is_gap(cell) { Said::Null } else { Said::Text(cell) });
                if several {
                    reader.column = column.stem;
                }
                reader.read(&fields);
            }
        }
    }
}
