//! Which column of a table names the figures, which dates them, and which hold their values.

use super::amount::is_unit;
use super::cell::{Kind, Row, cell};
use super::columns::Column;
use super::reader::Reader;

/// The columns by what they are for.
pub(super) struct Roles {
    /// Names the figures of a row; without it the headings are the labels.
    pub(super) label: Option<usize>,
    /// Dates them.
    pub(super) year: Option<usize>,
    /// Each holds a value of the row, in ascending order.
    pub(super) series: Vec<usize>,
}

/// What the columns whose headings name no field show by their cells.
#[derive(Default)]
struct Seen {
    /// The first that holds texts.
    text: Option<usize>,
    /// The first that holds quantities with words.
    worded: Option<usize>,
    /// Those that hold numbers, which are not drawn beside a column headed value.
    unread: Vec<usize>,
}

/// Finds what each column is for; the error is a sentence about the header.
pub(super) fn roles(columns: &[Column], data: &[Row], reader: &mut Reader) -> Result<Roles, &'static str> {
    let find = |name: &str| columns.iter().position(|column| column.is_field && column.name == name);
    let is_text = |index: &usize| Kind::of_column(data, *index) == Kind::Text;
    let mut roles = Roles { label: find("label"), year: find("year"), series: Vec::new() };
    let is_long = is_long(columns);
    let mut seen = classify(columns, data, is_long, &mut roles);
    roles.label = roles.label.or(seen.text);
    // Above the names of what has a column a year, the corner names the years; and 2016/17 is no period, but a name.
    if roles.label.is_none()
        && let Some(corner) = roles.year.take_if(|year| is_text(year))
    {
        roles.label = Some(corner);
    }
    let group = find("group");
    if roles.label.is_none() && group.is_none() {
        // 单位 heads units or, where each row has another and none is known, organisations.
        let differs = |index| data.windows(2).all(|rows| cell(&rows[0], index) != cell(&rows[1], index));
        let is_measured = |row: &Row, index: usize| is_unit(cell(row, index));
        roles.label = find("unit").filter(|&index| {
            is_text(&index) && differs(index) && !data.iter().any(|row| is_measured(row, index))
        });
    }
    // Quantities are labels where nothing else names the rows, such as the months 一月 and 二月; and so are the groups.
    if roles.label.is_none() && (is_long || roles.year.is_none()) {
        roles.label = seen.worded.or(group.filter(|_| is_long || roles.series.len() == 1));
    }
    let label = roles.label;
    roles.series.retain(|index| Some(*index) != label);
    // Rows are numbered in a first column without a heading.
    seen.unread.retain(|index| Some(*index) != label && !columns[*index].stem.is_empty());
    for index in seen.unread {
        let mend = " is kept, but not drawn beside the one headed value; put its unit in brackets behind both headings";
        reader.tell("", &["column ", columns[index].stem, mend]);
    }
    if roles.series.is_empty() {
        Err("no column holds values; head one value (or 数值), or with the year of its values")
    } else if label.is_none() && roles.year.is_none() && (is_long || data.len() > 1) {
        Err("no column names the figures; head one label (or 指标)")
    } else {
        Ok(roles)
    }
}

/// Whether a column holds a measure with a unit of its own.
fn is_measure(column: &Column) -> bool {
    is_unit(column.unit) && (!column.is_field || column.name == "value")
}

/// Whether all values stand in one column: 数量（台） beside 金额（万元） is one of two measures.
fn is_long(columns: &[Column]) -> bool {
    let value = columns.iter().find(|column| column.is_field && column.name == "value");
    value.is_some_and(|value| {
        !(is_measure(value) && columns.iter().any(|column| column.name != "value" && is_measure(column)))
    })
}

/// Sorts the columns whose headings name no field by what their cells hold.
fn classify(columns: &[Column], data: &[Row], is_long: bool, roles: &mut Roles) -> Seen {
    let mut seen = Seen::default();
    let mut is_first = true;
    for (index, column) in columns.iter().enumerate() {
        if column.name == "value" {
            roles.series.push(index);
        }
        if column.is_field || (index > 0 && column.stem.is_empty()) {
            continue;
        }
        let mut kind = Kind::of_column(data, index);
        // The heading says so, whatever footnotes the cells have.
        if column.is_period
            || (kind == Kind::Text && is_measure(column) && (index > 0 || column.unit != column.stem))
        {
            kind = Kind::Plain;
        }
        match kind {
            // Elsewhere than where the labels would stand, such numbers may be values.
            Kind::Year if is_first && roles.label.is_none() && roles.year.is_none() => {
                roles.year = Some(index);
            }
            Kind::Gap => {}
            Kind::Text => seen.text = seen.text.or(Some(index)),
            _ => {
                // Behind the values of years it is another measure, not what those are of.
                if kind == Kind::Worded && !(is_long && roles.year.is_some() && !roles.series.is_empty()) {
                    seen.worded = seen.worded.or(Some(index));
                }
                if is_long {
                    seen.unread.push(index);
                } else {
                    roles.series.push(index);
                }
            }
        }
        is_first = false;
    }
    seen
}
