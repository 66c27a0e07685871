//! Rows of cells: one figure a row, or one a cell where each period or series has a column of its own.

use super::amount::{is_plain, is_unit};
use super::columns::{self, Column};
use super::fields::{Fields, GROUP, LABEL, NOTE, Said, UNIT};
use super::reader::{Reader, TOO_MANY};
use super::{MAX_ROWS, Value, period};
use crate::figures::{Bound, Error, Figures};
use crate::format;
use crate::quantity;
use std::borrow::Cow;

/// How many rows are looked at to tell what a column holds.
const SAMPLE: usize = 200;

/// How many columns beside that of the value are kept with each figure.
const MAX_SHARED: usize = 32;

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
        let cell = &*clean(cell.trim());
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
    const WORDS: &str =
        "n/a|na|n.a.|#n/a|nan|null|none|/|无|無|缺|暂无|暫無|暂缺|暂无数据|不详|不詳|未公布|未统计";
    is_dash(cell) || WORDS.split('|').any(|word| word.eq_ignore_ascii_case(cell))
}

/// Whether a cell is empty or holds what stands for nothing in every column; NA may be a name.
fn is_dash(cell: &str) -> bool {
    matches!(cell, "" | "-" | "－" | "--" | "---" | "–" | "—" | "——" | "…" | "……" | ".." | "...")
}

/// A quantity as it would be written elsewhere: footnotes stand apart, and bookkeepers put what is negative in brackets.
fn clean(cell: &str) -> Cow<'_, str> {
    let bare = without_marks(cell);
    let mut inner = bare.chars();
    if let (Some('(' | '（'), Some(')' | '）')) = (inner.next(), inner.next_back())
        && quantity::parse(inner.as_str())
            .is_some_and(|read| read.amount.bound == Bound::Exact && read.amount.value > 0.0)
    {
        let mut negative = String::from("-");
        negative.push_str(inner.as_str());
        return Cow::Owned(negative);
    }
    Cow::Borrowed(bare)
}

/// A text without the marks of footnotes, and the full stop, at its end: 1,234*, 98.5%², 2000余人[1].
fn without_marks(text: &str) -> &str {
    let mut bare = text;
    while let Some(last) = bare.chars().next_back() {
        let rest = &bare[..bare.len() - last.len_utf8()];
        let is_percent = rest.ends_with('%') || rest.ends_with('％');
        let digits = rest.bytes().rev().take_while(u8::is_ascii_digit).count();
        let opening = &rest[..rest.len() - digits];
        bare = match last {
            '*' | '†' | '‡' | '。' | ' ' | '①'..='⑳' => rest,
            // m² and 10² have no footnote.
            '¹' | '²' | '³' if is_percent => rest,
            ']' if digits > 0 && opening.ends_with('[') => &opening[..opening.len() - 1],
            _ => break,
        };
    }
    bare
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
        if width(cells) > 0 {
            filled.push((index + 1, cells));
        }
    }
    let mut reader = Reader::new(place);
    let mut columns = Vec::new();
    match read(&filled, &mut columns, &mut reader) {
        Ok(()) => reader.finish(),
        Err(message) => Err(reader.error(message)),
    }
}

/// The same for rows as the page hands them over: lists of texts, where anything else is empty.
///
/// # Errors
/// See [`from_rows`].
#[inline(never)]
pub fn from_cells(rows: &[Value], place: &'static str) -> Result<Figures, Error> {
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
    from_rows(&texts, place)
}

/// How many cells there are up to the last one that is not empty.
fn width(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
}

/// Reads the rows that are not empty; the error is a sentence about the header.
fn read<'a>(
    rows: &'a [Row<'a>],
    columns: &mut Vec<Column<'a>>,
    reader: &mut Reader,
) -> Result<(), &'static str> {
    let (rows, unit) = above_header(rows, reader);
    let Some((header, _)) = rows.split_first() else {
        return Err("the table is empty; write label,value and below it 培训人员,2000余人");
    };
    reader.at = header.0;
    let data = read_header(rows, columns, reader)?;
    if data.is_empty() {
        return Err("the table has a header but no rows; add one such as 培训人员,2000余人");
    }
    let data = read_more_header(header, data, columns);
    let mut series = Vec::new();
    let (label, year) = parts(columns, data, &mut series, reader)?;
    if (data.len() * series.len()).max(columns.len()) > MAX_ROWS {
        return Err(TOO_MANY);
    }
    let mut table = Table { columns, unit, label, series, shared: Vec::new() };
    table.share(year, reader);
    for row in data {
        table.read_row(row, reader);
    }
    Ok(())
}

/// Takes what stands alone above the header: a title, or the unit of all values, which is given back with the rows left.
fn above_header<'a>(mut rows: &'a [Row<'a>], reader: &mut Reader) -> (&'a [Row<'a>], &'a str) {
    let mut table_unit = "";
    while let [first, _, ..] = rows
        && let Some(text) = alone(first)
        && rows.iter().take(5).any(|row| alone(row).is_none())
    {
        let unit = stated(text, "unit");
        let column = Column::of(text);
        let title = &mut reader.document.title;
        if let Some(unit) = unit.filter(|unit| is_unit(unit)) {
            table_unit = unit;
        } else if unit.is_none() && (cell(first, 0).is_empty() || column.is_field || column.is_period) {
            break;
        } else if unit.is_none() && title.is_empty() {
            title.push_str(text);
        } else {
            reader.document.notes.push(text.to_string());
        }
        rows = &rows[1..];
    }
    (rows, table_unit)
}

/// Reads the first row as the columns' headings, unless it is data already, and gives the rows of data.
fn read_header<'a>(
    rows: &'a [Row<'a>],
    columns: &mut Vec<Column<'a>>,
    reader: &mut Reader,
) -> Result<&'a [Row<'a>], &'static str> {
    let header = &rows[0];
    // Whether the first row names columns, and whether the others in it are numbers.
    let (mut is_header, mut is_data) = (false, true);
    for index in 0..width(header.1) {
        let cell = cell(header, index);
        let column = Column::of(cell);
        let kind = Kind::of(cell);
        let is_plain = cell.bytes().all(is_plain);
        is_header |= column.is_field || (index > 0 && column.is_period && !is_plain);
        is_data &= index == 0 || kind == Kind::Plain || (kind == Kind::Worded && width(header.1) == 2);
        columns.push(column);
    }
    if !is_header && columns.len() == 2 {
        if is_data {
            columns.clear();
            columns.push(Column::of("label"));
            columns.push(Column::of("value"));
            return Ok(rows);
        } else if columns.iter().any(|column| column.is_period) {
            let message = "is read as the header, with a year in it; put label,value above it if it is data";
            reader.tell("", &[message]);
        }
    } else if !is_header && is_data && columns.len() > 2 {
        return Err("the first row names no column; put a header such as label,value above it");
    }
    Ok(&rows[1..])
}

/// Reads the rows below the first that still belong to the header: a second line of headings, and a row of units.
fn read_more_header<'a>(
    header: &Row<'a>,
    mut data: &'a [Row<'a>],
    columns: &mut Vec<Column<'a>>,
) -> &'a [Row<'a>] {
    if let [first, _, ..] = data
        && is_header_too(header, first)
    {
        // Headings that span several columns leave the others empty in a spreadsheet's text.
        let mut above = "";
        for index in 0..width(first.1).max(columns.len()) {
            let (heading, below) = (cell(header, index), cell(first, index));
            above = if heading.is_empty() && index > 0 { above } else { heading };
            let is_one = below.is_empty() || below == above;
            let column = if is_one { Column::of(heading) } else { Column::under(above, below) };
            if index < columns.len() {
                columns[index] = column;
            } else {
                columns.push(column);
            }
        }
        data = &data[1..];
    }
    if let [first, _, ..] = data
        && let units = (1..columns.len()).map(|index| unbracketed(cell(first, index))).enumerate()
        && units.clone().all(|(_, unit)| unit.is_empty() || is_unit(unit))
        && units.clone().any(|(_, unit)| !unit.is_empty())
        && (cell(first, 0).is_empty() || Column::of(cell(first, 0)).name == "unit")
    {
        for (index, unit) in units {
            columns[index + 1].unit = unit;
        }
        data = &data[1..];
    }
    data
}

/// What is known of a table once its header has been read.
struct Table<'t, 'a> {
    columns: &'t [Column<'a>],
    /// The unit of values that have no other.
    unit: &'a str,
    /// The column of labels.
    label: Option<usize>,
    /// The columns of values.
    series: Vec<usize>,
    /// The columns that belong to every figure of a row, with the fields that they hold.
    shared: Vec<(usize, &'a str)>,
}

impl<'a> Table<'_, 'a> {
    /// Finds out what the columns without values hold.
    fn share(&mut self, year: Option<usize>, reader: &mut Reader) {
        for (index, column) in self.columns.iter().enumerate() {
            let mut name = column.name;
            if self.series.contains(&index) {
                // The heading of the only values says what they are, unless a title does.
                let names = !column.is_field && !column.is_period && self.label.is_some();
                if self.series.len() == 1 && names && reader.document.title.is_empty() {
                    reader.document.title.push_str(column.stem);
                }
                continue;
            } else if self.label == Some(index) {
                name = "label";
                if column.is_unit_named || (self.unit.is_empty() && column.is_field && is_unit(column.unit)) {
                    self.unit = column.unit;
                }
            } else if year == Some(index) {
                name = "year";
            } else if name.is_empty() && index > 0 {
                let number = format::plain((index + 1) as f64);
                reader.tell("", &["column ", &number, " has no heading; it is not read"]);
            }
            if !name.is_empty() && self.shared.len() < MAX_SHARED {
                self.shared.push((index, name));
            }
        }
    }

    /// Reads a row: a figure from each column of values, or what it says of the others.
    fn read_row(&self, row: &Row, reader: &mut Reader) {
        reader.at = row.0;
        reader.column.clear();
        if alone(row).is_some_and(|text| take_remark(text, reader)) {
            return;
        }
        let count = row.1.len();
        if width(row.1) > self.columns.len() || self.series.first().is_some_and(|first| *first >= count) {
            let (cells, headings) = (format::plain(count as f64), format::plain(self.columns.len() as f64));
            let mend = " headings; put a text that has a comma in quotes";
            reader.tell("", &["has ", &cells, " cells under ", &headings, mend]);
            reader.leave_out();
            return;
        }
        for &index in &self.series {
            let Some(column) = self.columns.get(index) else { continue };
            self.read_value(row, column, &clean(cell(row, index)), reader);
        }
    }

    /// Reads one figure of a row.
    fn read_value(&self, row: &Row, column: &Column, cell: &str, reader: &mut Reader) {
        let mut group = String::new();
        let mut fields = Fields::new();
        for &(index, name) in &self.shared {
            let cell = self::cell(row, index);
            if !is_dash(cell) {
                fields.set(name, Said::Text(cell));
            }
        }
        if column.is_period {
            fields.set("year", Said::Text(column.stem));
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
        if fields.column_unit.is_empty()
            && fields.said[UNIT].is_empty()
            && let Said::Text(text) = fields.said[LABEL]
            && let (stem, unit, _) = columns::split(text)
            && text.chars().next_back().is_some_and(is_bracket)
            && is_unit(unit)
        {
            fields.column_unit = unit;
            fields.set("label", Said::Text(stem));
        }
        let several = self.series.len() > 1;
        let names = [column.other, if column.is_period { "" } else { column.stem }];
        if self.label.is_none() {
            fields.set("label", Said::Text(column.stem));
        } else if several && names != [""; 2] {
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

/// Whether a unit may be put in such.
fn is_bracket(char: char) -> bool {
    matches!(char, '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】')
}

/// A text without the brackets around it.
fn unbracketed(text: &str) -> &str {
    let mut inner = text.chars();
    let ends = (inner.next(), inner.next_back());
    if ends.0.is_some_and(is_bracket) && ends.1.is_some_and(is_bracket) { inner.as_str() } else { text }
}

/// Whether a row goes on with the header: under headings that are empty or stand twice it has others, and no values.
fn is_header_too(header: &Row, row: &Row) -> bool {
    let (mut names, mut spanned) = (0, false);
    for index in 1..width(row.1) {
        let (heading, name) = (cell(header, index), cell(row, index));
        if name.is_empty() {
            continue;
        }
        if !matches!(Kind::of(name), Kind::Text | Kind::Year) {
            return false;
        }
        if Column::of(heading).is_field {
            return false;
        }
        names += usize::from(name != heading);
        spanned |= heading.is_empty() || (index > 1 && heading == cell(header, index - 1));
    }
    let corner = cell(row, 0);
    (corner.is_empty() || corner == cell(header, 0)) && names > 1 && spanned
}

/// What stands before the first colon of a text, and behind it.
fn split_at_colon(text: &str) -> Option<(&str, &str)> {
    let (at, colon) = text.char_indices().find(|(_, char)| matches!(char, ':' | '：'))?;
    Some((text[..at].trim(), text[at + colon.len_utf8()..].trim()))
}

/// The only text of a row, if it has no other.
fn alone<'a>(row: &Row<'a>) -> Option<&'a str> {
    let mut cells = row.1.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    cells.next().filter(|_| cells.next().is_none())
}

/// What a text says of what it names: 万元 in 单位：万元.
fn stated<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (found, said) = split_at_colon(unbracketed(text))?;
    (Column::of(found).name == name).then_some(said)
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

/// Finds the column of labels, without which the headings are the labels, that of periods, and those of values;
/// the error is a sentence about the header.
fn parts(
    columns: &[Column],
    data: &[Row],
    series: &mut Vec<usize>,
    reader: &mut Reader,
) -> Result<(Option<usize>, Option<usize>), &'static str> {
    let find = |name: &str| columns.iter().position(|column| column.is_field && column.name == name);
    let (mut label, mut year, group) = (find("label"), find("year"), find("group"));
    // Above the names of what has a column a year, the corner names the years.
    if label.is_none()
        && let Some(corner) = year
        && columns.iter().any(|column| column.is_period)
        && Kind::of_column(data, corner) == Kind::Text
    {
        (label, year) = (year, None);
    }
    let is_measure = |column: &Column| is_unit(column.unit) && (!column.is_field || column.name == "value");
    // 数量（台） beside 金额（万元） is one of two measures, not the column of all values.
    let is_long = find("value").is_some()
        && !(find("value").is_some_and(|value| is_measure(&columns[value]))
            && columns.iter().any(|column| column.name != "value" && is_measure(column)));
    let mut unread = Vec::new();
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
        let mut kind = Kind::of_column(data, index);
        // The heading says so, whatever footnotes the cells have.
        if column.is_period || (kind == Kind::Text && is_measure(column)) {
            kind = Kind::Plain;
        }
        match kind {
            // Elsewhere than where the labels would stand, such numbers may be values.
            Kind::Year if is_first && label.is_none() && year.is_none() => year = Some(index),
            Kind::Gap => {}
            Kind::Text => text = text.or(Some(index)),
            _ => {
                // Behind the values of years it is another measure, not what those are of.
                if kind == Kind::Worded && !(is_long && year.is_some() && !series.is_empty()) {
                    worded = worded.or(Some(index));
                }
                if is_long {
                    unread.push(index);
                } else {
                    series.push(index);
                }
            }
        }
        is_first = false;
    }
    label = label.or(text);
    // Quantities are labels where nothing else names the rows, such as the months 一月 and 二月.
    if label.is_none() && (is_long || year.is_none()) {
        label = worded.or(group.filter(|_| is_long));
    }
    series.retain(|index| Some(*index) != label);
    // Rows are numbered in a first column without a heading.
    unread.retain(|index| Some(*index) != label && !columns[*index].stem.is_empty());
    for index in unread {
        let mend = " is kept, but not drawn beside the one headed value; put its unit in brackets behind both headings";
        reader.tell("", &["column ", columns[index].stem, mend]);
    }
    if series.is_empty() {
        Err("no column holds values; head one value (or 数值), or with the year of its values")
    } else if label.is_none() && year.is_none() && (is_long || data.len() > 1) {
        Err("no column names the figures; head one label (or 指标)")
    } else {
        Ok((label, year))
    }
}
