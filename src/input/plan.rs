//! How the cells of a row become figures: which column holds labels, and which hold values.

use super::collect::Collector;
use super::columns::Column;
use super::table::Row;
use super::value::Value;
use super::{figure, period};
use crate::decimal::Decimal;
use crate::quantity;

/// How many rows are looked at to tell what a column holds.
const SAMPLE: usize = 200;

/// How many columns without a meaning of their own are kept with each figure of a row that holds several.
const MAX_KEPT: usize = 16;

/// The part that each column of a table plays.
pub(super) struct Plan {
    /// The column of labels; without one the headings are the labels.
    label: Option<usize>,
    /// The columns of values, in order. One figure a row if it is one, otherwise one a cell.
    pub series: Vec<usize>,
    /// The columns whose cells belong to every figure of the row, with the names of their fields.
    shared: Vec<(usize, String)>,
    /// Whether one of those is the group.
    has_group: bool,
}

impl Plan {
    /// Finds the part of each column; the error is a sentence about the header.
    pub fn of(columns: &[Column], data: &[Row]) -> Result<Plan, &'static str> {
        let of_field = |field| columns.iter().position(|column| column.field == Some(field));
        let is_long = columns.iter().filter(|column| column.field == Some("value")).count() == 1;
        let mut label = of_field("label");
        let mut group = of_field("group");
        let mut year = of_field("year");

        // The columns whose headings name no field show by their cells what they are.
        let mut first = None;
        let mut first_text = None;
        let mut values = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            if column.field.is_some() || (index > 0 && column.stem.is_empty()) {
                continue;
            }
            // Plain numbers are years rather than values only where the labels would stand.
            let plain = label.is_none() && first.is_none();
            if year.is_none()
                && !column.is_period
                && holds(data, index, &|cell| is_period(cell, plain)) == Share::All
            {
                year = Some(index);
                continue;
            }
            first = first.or(Some(index));
            match holds(data, index, &is_quantity) {
                _ if column.is_period => values.push(index),
                Share::All | Share::Most => values.push(index),
                Share::Few => first_text = first_text.or(Some(index)),
                _ => {}
            }
        }

        // Quantities may be labels where they are not plain, such as the months 一月 and 二月 or the ages 0–14.
        let worded = || first.filter(|&index| holds(data, index, &is_plain_number) == Share::Few);
        label = label.or(first_text);
        if label.is_none() && is_long {
            label = worded().or_else(|| group.take());
        }
        if label.is_none() && year.is_none() && (is_long || data.len() > 1) {
            label = worded();
            if label.is_none() && columns.len() > 1 {
                return Err("no column names the figures; head one label (or 指标)");
            }
        }
        let mut plan = Plan { label, series: Vec::new(), shared: Vec::new(), has_group: group.is_some() };
        for (index, column) in columns.iter().enumerate() {
            let is_series = !is_long && !column.stem.is_empty() && values.binary_search(&index).is_ok();
            if column.field == Some("value") || (is_series && Some(index) != label) {
                plan.series.push(index);
            }
        }
        if columns.len() == 1 {
            return Err("there is only one column; put a comma between label and value");
        }
        if plan.series.is_empty() {
            let mend =
                "no column holds values; head one value (or 数值), or with the year that its values are for";
            return Err(mend);
        }
        plan.share(columns, year);
        Ok(plan)
    }

    /// Collects the columns that are neither labels nor values.
    fn share(&mut self, columns: &[Column], year: Option<usize>) {
        let is_long = self.series.len() == 1;
        let mut kept = 0;
        for (index, column) in columns.iter().enumerate() {
            let field = if Some(index) == year { Some("year") } else { column.field };
            // A second column of the same field is kept under its heading.
            let is_first =
                || columns.iter().position(|other| other.field == field).is_none_or(|at| at == index);
            let name = match field {
                _ if Some(index) == self.label || self.series.binary_search(&index).is_ok() => continue,
                Some("high") if !is_long => continue,
                Some(field) if is_first() => field,
                _ => {
                    kept += 1;
                    column.heading.as_str()
                }
            };
            if !name.is_empty() && (is_long || kept <= MAX_KEPT) {
                self.shared.push((index, name.to_string()));
            }
        }
    }

    /// The heading that says what all the values are, where no other column does.
    pub fn title<'a>(&self, columns: &'a [Column]) -> Option<&'a str> {
        let [only] = *self.series else { return None };
        let column = columns.get(only)?;
        (self.label.is_some() && column.field.is_none() && !column.is_period).then_some(column.stem.as_str())
    }

    /// Reads the figures of a row.
    pub fn read_row(&self, row: &Row, columns: &[Column], unit: &str, collector: &mut Collector) {
        if let Err(message) = self.check_row(row, columns) {
            collector.leave_out(figure::wrong(row.place, "", &[&message]));
            return;
        }
        let mut shared = Vec::new();
        for (index, name) in &self.shared {
            let cell = row.cell(*index);
            if !is_dash(cell) {
                shared.push((name.clone(), Value::Text(cell.to_string())));
            }
        }
        for &index in &self.series {
            let Some(column) = columns.get(index) else { continue };
            let cell = row.cell(index);
            let mut fields = shared.clone();
            let mut set =
                |name: &str, text: &str| fields.push((name.to_string(), Value::Text(text.to_string())));
            let label = self.label.map(|label| row.cell(label));
            let is_one_of_several = self.series.len() > 1 && label.is_some() && !column.is_period;
            match label {
                Some(label) if is_one_of_several && self.has_group => {
                    set("label", &[label, " · ", &column.stem].concat());
                }
                Some(label) => set("label", label),
                None => set("label", &column.stem),
            }
            if is_one_of_several && !self.has_group {
                set("group", &column.stem);
            }
            if column.is_period {
                set("year", &column.stem);
            }
            if let Some((_, Value::Text(id))) = shared.iter().find(|(name, _)| name == "id")
                && self.series.len() > 1
            {
                set("id", &[id, "@", &column.stem].concat());
            }
            let unit = if column.unit.is_empty() { unit } else { &column.unit };
            let has_unit = shared.iter().any(|(name, _)| name == "unit");
            if !unit.is_empty() && !has_unit && !states_unit(cell) {
                set("unit", unit);
            }
            fields.push(("value".to_string(), cell_value(cell)));
            collector.read(&fields, row.place, if self.series.len() > 1 { &column.stem } else { "" });
        }
    }

    /// Whether the cells of a row fit the header.
    fn check_row(&self, row: &Row, columns: &[Column]) -> Result<(), String> {
        let (cells, headings) = (row.cells.len(), columns.len());
        let has_value = self.series.first().is_some_and(|&index| index < cells);
        let has_more = row.cells.iter().skip(headings).any(|cell| !cell.trim().is_empty());
        if has_value && !has_more {
            if self.label.is_some_and(|label| row.cell(label).is_empty()) {
                return Err("label is missing; write what the row counts".to_string());
            }
            return Ok(());
        }
        let mend =
            if has_more { "; put a text that has a comma in quotes" } else { "; its value is missing" };
        let count = |count: usize, what: &str| {
            let plural = if count == 1 { "" } else { "s" };
            [count.to_string().as_str(), " ", what, plural].concat()
        };
        Err(["has ", &count(cells, "cell"), " under ", &count(headings, "heading"), mend].concat())
    }
}

/// How many of the filled cells of a column are of a kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    /// No cell is filled.
    Empty,
    /// At most half of them.
    Few,
    /// More than half of them.
    Most,
    /// Every one.
    All,
}

fn holds(data: &[Row], index: usize, is_of_kind: &dyn Fn(&str) -> bool) -> Share {
    let (mut filled, mut of_kind) = (0, 0);
    for row in data.iter().take(SAMPLE) {
        let cell = row.cell(index);
        if !is_gap(cell) {
            filled += 1;
            of_kind += usize::from(is_of_kind(cell));
        }
    }
    match of_kind {
        _ if filled == 0 => Share::Empty,
        _ if of_kind == filled => Share::All,
        _ if of_kind * 2 > filled => Share::Most,
        _ => Share::Few,
    }
}

fn is_period(cell: &str, plain: bool) -> bool {
    period::is_likely(cell) && (plain || !is_plain_number(cell))
}

/// The number of a cell without any words, as programs write it; up to 15 digits, which an `f64` holds exactly.
fn plain_number(cell: &str) -> Option<f64> {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || whole.len() + fraction.len() > 15 {
        return None;
    }
    let mut number = Decimal { digits: 0, exponent: -(fraction.len() as i32) };
    for byte in whole.bytes().chain(fraction.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
        number.digits = number.digits * 10 + u64::from(byte - b'0');
    }
    Some(if cell.starts_with('-') { 0.0 - number.to_f64() } else { number.to_f64() })
}

/// Whether a cell is a number without any words.
pub(super) fn is_plain_number(cell: &str) -> bool {
    plain_number(cell).is_some()
}

fn is_quantity(cell: &str) -> bool {
    is_plain_number(cell) || quantity::parse(cell).is_some()
}

/// Whether a cell says that there is no value.
fn is_gap(cell: &str) -> bool {
    is_dash(cell) || ["n/a", "na", "null"].iter().any(|word| word.eq_ignore_ascii_case(cell))
}

/// Whether a cell is empty or holds what stands for nothing in every column; NA may be a name.
fn is_dash(cell: &str) -> bool {
    matches!(cell, "" | "-" | "--" | "–" | "—" | "——" | "…" | "……" | "...")
}

/// The value of a cell. A plain number is nobody's wording, so it is shown as the reader's language writes it.
fn cell_value(cell: &str) -> Value {
    if is_gap(cell) {
        return Value::Null;
    }
    match plain_number(cell) {
        Some(number) => Value::Number(number),
        None => Value::Text(cell.to_string()),
    }
}

/// Whether a cell names a unit of its own, which goes before the one in the heading.
fn states_unit(cell: &str) -> bool {
    !is_plain_number(cell) && quantity::parse(cell).is_some_and(|said| !said.unit.is_empty())
}
