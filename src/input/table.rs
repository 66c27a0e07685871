//! Rows of cells: one figure a row, or one a cell where each period or series has a column of its own.

use super::amount::is_unit;
use super::cell::{self, Row, SAMPLE, cell, clean, is_dash, is_gap};
use super::columns::{Column, tell_apart};
use super::fields::{Fields, GROUP, LABEL, NOTE, Said, UNIT};
use super::header::{
    above_header, alone, is_span, read_header, read_more_header, split_at_colon, stated, titled,
};
use super::reader::{Reader, TOO_MANY};
use super::roles::{Roles, dated, is_crossed, is_merged, is_parted, is_spans, parted, roles};
use super::{MAX_COLUMNS, MAX_ROWS, Value, period};
use crate::figures::{Error, Figures, Part, Period};
use crate::format;

/// What sums up all rows above, whatever stands beside it in them.
const TOTALS: [&str; 5] = ["合计", "合計", "总计", "總計", "Total"];

/// How many columns beside that of the value are kept with each figure.
const MAX_SHARED: usize = 32;

/// Reads rows of cells, such as those of a table or of CSV, the first one being the header.
///
/// Notices call a row by `place`, such as `row`, and its number from 1; empty rows count. The `title` that stands elsewhere
/// may name the unit of all values.
///
/// # Errors
/// If the columns can't be told apart, or no row can be read.
pub fn from_rows(rows: &[Vec<String>], place: &'static str, title: &str) -> Result<Figures, Error> {
    let mut filled: Vec<Row> = Vec::new();
    for (index, cells) in rows.iter().enumerate() {
        if width(cells) > 0 {
            filled.push((index + 1, cells));
        }
    }
    one_below_another(&mut filled);
    let mut reader = Reader::new(place);
    let mut columns = Vec::new();
    match read(&filled, title, &mut columns, &mut reader) {
        Ok(()) => reader.finish(),
        Err(message) => Err(reader.error(message)),
    }
}

/// The same for rows as the page hands them over: lists of texts, where anything else is empty.
///
/// # Errors
/// See [`from_rows`].
#[inline(never)]
pub fn from_cells(rows: &[Value], place: &'static str, title: &str) -> Result<Figures, Error> {
    let mut texts = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        if let Value::List(row) = row {
            for cell in row {
                cells.push(if let Value::Text(text) = cell { text.clone() } else { String::new() });
            }
        }
        texts.push(cells);
    }
    from_rows(&texts, place, title)
}

/// How many cells there are up to the last one that is not empty.
pub(super) fn width(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
}

/// Reads the rows that are not empty; the error is a sentence about the header.
fn read<'a>(
    rows: &'a [Row<'a>],
    title: &'a str,
    columns: &mut Vec<Column<'a>>,
    reader: &mut Reader,
) -> Result<(), &'static str> {
    let (rows, mut unit) = above_header(rows, reader);
    if unit.is_empty() {
        unit = titled(title).1;
    }
    let Some((header, _)) = rows.split_first() else {
        return Err("the table is empty; write label,value and below it 培训人员,2000余人");
    };
    reader.at = header.0;
    // Seen before any heading is read: so many would freeze the page.
    if width(header.1) > MAX_COLUMNS {
        return Err("more than 50,000 columns can't be read; put what they are of into rows");
    }
    let data = read_header(rows, columns, reader)?;
    if data.is_empty() {
        return Err("the table has a header but no rows; add one such as 培训人员,2000余人");
    }
    let data = read_more_header(header, data, columns);
    // Beside years of our age, four digits are one of another.
    let is_year =
        |text: &str| text.len() == 4 && period::parse(text).is_some_and(|it| (1500..2200).contains(&it.year));
    if columns.iter().any(|column| column.is_period && is_year(column.stem)) {
        for column in columns.iter_mut() {
            column.is_period |= is_year(column.stem);
        }
    }
    carry_years(columns);
    let dated = columns.iter().filter(|column| column.is_period).count();
    let spans = || columns.iter().map(|column| column.stem).filter(|stem| is_span(stem));
    let headings = columns.iter().map(Column::dated).filter(|period| !period.is_empty());
    if is_spans(headings.chain(spans())) || (dated == 1 && spans().next().is_some()) {
        for column in columns.iter_mut() {
            column.is_period = false;
            let period = std::mem::take(&mut column.period);
            if !period.is_empty() {
                column.name_by(period);
            }
        }
    }
    tell_apart(columns);
    // What stands alone in its row says nothing of the columns.
    let mut several: Vec<Row> = data.iter().filter(|row| alone(row).is_none()).copied().collect();
    if several.is_empty() {
        several.extend(data);
    }
    let Roles { label, group, year, part, series } = roles(columns, &several, reader)?;
    if data.len().saturating_mul(series.len()) > MAX_ROWS {
        return Err(TOO_MANY);
    }
    let date = year.zip(part);
    // What is merged in a spreadsheet stands in the first row only.
    let merged =
        year.filter(|&year| (part.is_some() || (year == 0 && label.is_some())) && is_merged(&several, year));
    let mut then = "";
    // One after the other, the periods of one thing are one series.
    let is_one = match *series {
        [first, _, ..] => {
            let first = &columns[first];
            let is_like = |column: &Column| {
                !column.period.is_empty() && (column.stem, column.others) == (first.stem, first.others)
            };
            series.iter().all(|&index| is_like(&columns[index]))
        }
        _ => true,
    };
    let of_parts = year.filter(|&year| is_parted(columns, &several, year, &series));
    let is_crossed = label.is_some_and(|label| is_crossed(columns, &several, label, &series));
    let crossed = match [title, &reader.document.title] {
        _ if !is_crossed && (of_parts.is_none() || label.is_some()) => "",
        ["", ""] if columns[0].stem.is_ascii() => "Value",
        ["", ""] => "数值",
        ["", title] | [title, _] => title,
    };
    let crossed = crossed.to_string();
    let is_one = is_one || is_crossed || of_parts.is_some();
    let monthly = year.filter(|&year| is_monthly(&several, year));
    let mut table =
        Table { columns, unit, label, date, series, is_one, monthly, of_parts, crossed, shared: Vec::new() };
    table.share(group, year, reader);
    // A file that goes its own way says in each row what it is and where it is from: see `export::csv`.
    for (index, column) in table.columns.iter().enumerate().filter(|(index, _)| Some(*index) != label) {
        let own = cell(&several[0], index);
        let into = match column.name {
            "title" => &mut reader.document.title,
            "source" => &mut reader.document.source.name,
            _ => continue,
        };
        if into.is_empty() && several.iter().all(|row| cell(row, index) == own) {
            into.push_str(own);
        }
    }
    // The last heading of a section, and whether no row has followed it yet.
    let (mut section, mut is_new) = ("", false);
    for row in data {
        let text = alone(row);
        // On its next page a table begins with its header again.
        let is_repeated = row.1 == header.1 && row.0 != header.0;
        if is_repeated || text.is_some_and(|text| take_remark(text, reader)) {
            continue;
        }
        let is_spanned = reader.place == "row" && width(row.1) > 1 && width(row.1) == table.columns.len();
        let heading = text.filter(|_| is_spanned);
        if heading.is_none() {
            let own = merged.map_or("", |year| cell(row, year));
            then = if own.is_empty() { then } else { own };
            let is_total = label.is_some_and(|label| TOTALS.contains(&cell(row, label)));
            table.read_row(row, section, if is_total { own } else { then }, reader);
        } else if is_new {
            reader.document.notes.push(section.to_string());
        }
        is_new = heading.is_some();
        section = heading.unwrap_or(section);
    }
    if is_new {
        reader.document.notes.push(section.to_string());
    }
    Ok(())
}

/// A table that stands twice or more side by side, under the same headings each time, as one.
fn one_below_another(rows: &mut Vec<Row>) {
    // Above the headings there may be a title.
    let Some(top) = rows.iter().position(|row| alone(row).is_none()) else { return };
    let header = &rows[top].1[..width(rows[top].1)];
    let is_repeated = |width: &usize| {
        let (first, others) = header.split_at(*width);
        let is_name = !first[0].is_empty() && first[0] != first[1] && !Column::of(&first[0]).is_period;
        is_name && others.chunks(*width).all(|other| other == first)
    };
    let Some(width) = (2..=header.len() / 2).find(is_repeated) else { return };
    let whole = rows.split_off(top);
    rows.push((whole[0].0, &header[..width]));
    for at in (0..header.len()).step_by(width) {
        for (number, cells) in &whole[1..] {
            let part = cells.get(at..cells.len().min(at + width)).unwrap_or_default();
            if self::width(part) > 0 {
                rows.push((*number, part));
            }
        }
    }
}

/// What is known of a table once its header has been read.
struct Table<'t, 'a> {
    columns: &'t [Column<'a>],
    /// The unit of values that have no other.
    unit: &'a str,
    /// The column of labels.
    label: Option<usize>,
    /// The columns of years and of their months or quarters, where those stand apart.
    date: Option<(usize, usize)>,
    /// The columns of values.
    series: Vec<usize>,
    /// Whether these are one series.
    is_one: bool,
    /// The column of dates, if each is the first day of a month and stands for all of it.
    monthly: Option<usize>,
    /// The column of years, if the columns of values are their months or quarters.
    of_parts: Option<usize>,
    /// What is counted where columns are years and rows their months or quarters, or the other way round; or empty.
    crossed: String,
    /// The columns that belong to every figure of a row, with the fields that they hold.
    shared: Vec<(usize, &'a str)>,
}

impl<'a> Table<'_, 'a> {
    /// Finds out what the columns without values hold.
    fn share(&mut self, group: Option<usize>, year: Option<usize>, reader: &mut Reader) {
        let mut of_values = self.series.iter().peekable();
        for (index, column) in self.columns.iter().enumerate() {
            let mut name = column.name;
            if of_values.next_if_eq(&&index).is_some() {
                // The heading of the only values says what they are, unless a title does.
                let is_unit = column.unit == column.stem;
                let names = !column.is_field && !column.is_period && !is_unit && self.label.is_some();
                if self.is_one && names && reader.document.title.is_empty() {
                    reader.document.title.push_str(column.stem);
                }
                continue;
            } else if self.label == Some(index) {
                name = "label";
                if column.is_unit_named || (self.unit.is_empty() && is_unit(column.unit)) {
                    self.unit = column.unit;
                }
            } else if group == Some(index) {
                name = "group";
            } else if year == Some(index) {
                name = "year";
            } else if name.is_empty() && index > 0 {
                let number = format::plain((index + 1) as f64);
                reader.tell("", &["column ", &number, " is not read; give it a heading"]);
            }
            if !name.is_empty() && self.shared.len() < MAX_SHARED {
                self.shared.push((index, name));
            }
        }
    }

    /// Reads a row of a section, or of none: a figure from each column of values.
    fn read_row(&self, row: &Row, section: &str, then: &str, reader: &mut Reader) {
        reader.at = row.0;
        reader.column.clear();
        let count = row.1.len();
        if width(row.1) > self.columns.len() || self.series.first().is_some_and(|first| *first >= count) {
            let (cells, headings) = (format::plain(count as f64), format::plain(self.columns.len() as f64));
            let mend = " headings; put quotes around a text that has a comma";
            reader.tell("", &["has ", &cells, " cells under ", &headings, mend]);
            reader.leave_out();
            return;
        }
        for &index in &self.series {
            let Some(column) = self.columns.get(index) else { continue };
            self.read_value(row, section, then, column, &clean(cell(row, index)), reader);
        }
    }

    /// Reads one figure of a row; `then` is the period that stands in a row above for this one too.
    fn read_value(
        &self,
        row: &Row,
        section: &str,
        then: &str,
        column: &Column,
        cell: &str,
        reader: &mut Reader,
    ) {
        let mut group = String::new();
        let date = if let Some((year, part)) = self.date {
            let year = if then.is_empty() { cell::cell(row, year) } else { then };
            dated(year, self.columns[part].stem, cell::cell(row, part))
        } else if let Some(year) = self.of_parts {
            parted(cell::cell(row, year), column.stem)
        } else if let Some(label) = self.label.filter(|_| !self.crossed.is_empty()) {
            dated(column.stem, self.columns[label].stem, cell::cell(row, label))
        } else if let Some(day) = self.monthly.and_then(|year| period::parse(cell::cell(row, year)))
            && let Part::Day(month, 1) = day.part
        {
            Some(Period { part: Part::Month(month), ..day }.text())
        } else {
            parted(column.stem, column.part)
        };
        let mut fields = Fields::new();
        if !section.is_empty() {
            fields.set("group", Said::Text(section));
        }
        let is_grouped = !section.is_empty() || self.shared.iter().any(|(_, name)| *name == "group");
        for &(index, mut name) in &self.shared {
            let mut cell = cell::cell(row, index);
            if name == "year" && is_span(cell) && !is_grouped {
                // The half-year below whole years is none of their periods: it stands with the name, as a heading's does.
                name = "group";
            } else if name == "year" {
                cell = if cell.is_empty() { then } else { cell };
                // 2011（预测） is the year, and a remark.
                if period::parse(cell).is_none()
                    && let dated = Column::of(cell)
                    && dated.is_period
                {
                    cell = dated.stem;
                    if fields.said[NOTE].is_empty() {
                        fields.set("note", Said::Text(dated.remark));
                    }
                }
            }
            if !is_dash(cell) {
                fields.set(name, Said::Text(cell));
            }
        }
        let period = column.dated();
        if let Some(date) = &date {
            fields.set("year", Said::Text(date));
        } else if !period.is_empty() {
            fields.set("year", Said::Text(period));
        }
        if !self.crossed.is_empty() {
            fields.set("label", Said::Text(&self.crossed));
        }
        if !column.remark.is_empty() && fields.said[NOTE].is_empty() {
            fields.set("note", Said::Text(column.remark));
        }
        // What a column measures is not what its row counts: the growth of an output in tonnes is no tonnes.
        let has_unit = !column.unit.is_empty() || cell.ends_with('%') || cell.ends_with('％');
        if column.name != "value" && has_unit {
            fields.set("unit", Said::Nothing);
        }
        fields.column_unit = if column.unit.is_empty() { self.unit } else { column.unit };
        // Where nothing else does, the label says what is counted: 投入资金（万元）.
        if let Said::Text(text) = fields.said[LABEL]
            && let (stem, unit) = titled(text)
            && !unit.is_empty()
        {
            if fields.column_unit.is_empty() && fields.said[UNIT].is_empty() {
                fields.column_unit = unit;
            }
            fields.set("label", Said::Text(stem));
        }
        let several = self.series.len() > 1;
        let [top, other] = column.others;
        let names = [top, other, if column.is_period { "" } else { column.stem }];
        if self.label.is_none() && self.of_parts.is_none() {
            fields.set("label", Said::Text(column.stem));
        } else if !self.is_one && names != [""; 3] {
            if let Said::Text(of_row) = fields.said[GROUP] {
                group.push_str(of_row);
            }
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                group.push_str(if group.is_empty() { "" } else { " · " });
                group.push_str(name);
            }
            fields.set("group", Said::Text(&group));
        }
        fields.set("value", if is_gap(cell) { Said::Null } else { Said::Text(cell) });
        if several {
            reader.column.clear();
            reader.column.push_str(column.stem);
        }
        reader.read(&fields);
    }
}

/// Whether a column dates months by their first days, as programs do: 2011-01-01, 2011-02-01, 2011-03-01.
fn is_monthly(data: &[Row], year: usize) -> bool {
    let mut months = 0;
    data.iter().take(SAMPLE).all(|row| {
        let day = period::parse(cell(row, year));
        months |= day.map_or(0, |day| if let Part::Day(month, 1) = day.part { 1 << month } else { 0 });
        day.is_some_and(|day| matches!(day.part, Part::Day(_, 1)))
    }) && u32::count_ones(months) > 2
}

/// Months and quarters go on in the year that stands before the first of them: 2011年1月, 2月, 3月.
fn carry_years(columns: &mut [Column]) {
    let (mut year, mut before) = ("", None);
    for column in columns {
        let date = if column.is_period { None } else { parted(year, column.stem) };
        let now = date.as_deref().or(Some(column.stem)).and_then(period::parse);
        // Behind December it would be another year, and behind a year a month is none of it.
        let is_like = |before| now.is_some_and(|now| now.is_like(before));
        let follows = now > before && before.is_none_or(is_like);
        year = if follows { column.stem.get(..4).filter(|_| column.is_period).unwrap_or(year) } else { "" };
        if date.is_some() && follows {
            (column.part, column.stem, column.is_period) = (column.stem, year, true);
        }
        before = now;
    }
}

/// Takes the only text of a row if it speaks of the others, as their source or as a note: 资料来源：…, 注：…, * ….
fn take_remark(text: &str, reader: &mut Reader) -> bool {
    let source = &mut reader.document.source.name;
    if let Some(name) = stated(text, "source")
        && source.is_empty()
    {
        source.push_str(name);
        return true;
    }
    let name = split_at_colon(text).map_or("", |(name, _)| name);
    let is_note = matches!(text.chars().next(), Some('*' | '＊' | '※' | '†'))
        || stated(text, "note").is_some()
        || ["注", "註", "说明", "說明", "notes"].iter().any(|word| word.eq_ignore_ascii_case(name));
    if is_note {
        reader.document.notes.push(text.to_string());
    }
    is_note
}
