//! Which column of a table names the figures, which dates them, and which hold their values.

use super::amount::is_unit;
use super::cell::{Kind, Row, SAMPLE, cell};
use super::columns::Column;
use super::header::is_span;
use super::period;
use super::reader::Reader;
use crate::figures::Part;
use crate::format;

/// The columns by what they are for.
pub(super) struct Roles {
    /// Names the figures of a row; without it the headings are the labels.
    pub(super) label: Option<usize>,
    /// Names the group of a row, where no heading says so.
    pub(super) group: Option<usize>,
    /// Dates them.
    pub(super) year: Option<usize>,
    /// Names the month or the quarter of that year.
    pub(super) part: Option<usize>,
    /// Each holds a value of the row, in ascending order.
    pub(super) series: Vec<usize>,
}

/// What the columns whose headings name no field show by their cells.
#[derive(Default)]
struct Seen {
    /// Those that hold texts.
    texts: Vec<usize>,
    /// The first column of all, if it holds quantities: 一月, 0–4.
    first: Option<usize>,
    /// Those whose texts look like numbers, though they are none: ▲5.2%, which is a rise here and a loss there.
    puzzles: Vec<usize>,
    /// Those that hold numbers, which are not drawn beside a column headed value.
    unread: Vec<usize>,
}

/// Finds what each column is for; the error is a sentence about the header.
pub(super) fn roles(columns: &[Column], data: &[Row], reader: &mut Reader) -> Result<Roles, &'static str> {
    let find = |name: &str| columns.iter().position(|column| column.is_field && column.name == name);
    let is_text = |index: &usize| Kind::of_column(data, *index) == Kind::Text;
    let (label, year) = (find("label"), find("year"));
    let mut roles = Roles { label, group: None, year, part: None, series: Vec::new() };
    let is_long = is_long(columns);
    let mut seen = classify(columns, data, is_long, &mut roles);
    // Spans of time are no periods, but names.
    let is_filled = |index: &usize| data.iter().all(|row| !cell(row, *index).is_empty());
    let is_of_spans = |index: usize| {
        is_spans(data.iter().map(|row| cell(row, index))) || data.iter().all(|row| is_span(cell(row, index)))
    };
    if let Some(spans) = roles.year.take_if(|year| is_of_spans(*year)) {
        // What is measured in each of them has a name of its own.
        if let Some(named) = roles.label.replace(spans).filter(|_| find("group").is_none()) {
            roles.group = Some(named);
        }
    }
    roles.part = roles.year.and_then(|year| part_of(columns, data, year));
    if let Some(part) = roles.part {
        seen.first = seen.first.filter(|first| *first != part);
        for list in [&mut seen.texts, &mut seen.unread, &mut roles.series] {
            list.retain(|index| *index != part);
        }
    }
    // Where the names of the rows are not all different, a second column of texts tells them apart.
    let group = find("group");
    let (known, mut of_texts) = (roles.label, seen.texts.first().copied());
    let first = known.or(of_texts);
    seen.texts.retain(|index| Some(*index) != known && is_filled(index));
    // The first one is the group, unless the other is headed as their name.
    seen.texts.extend(known);
    if let [first_text, second, ..] = *seen.texts
        && first.is_some_and(|first| !is_unique(data, &[first], roles.year))
        && is_unique(data, &[first_text, second], roles.year)
    {
        let is_constant =
            data.windows(2).all(|rows| cell(&rows[0], first_text) == cell(&rows[1], first_text));
        roles.group = Some(first_text).filter(|_| group.is_none() && !is_constant);
        of_texts = Some(second);
        roles.label = of_texts;
    }
    roles.label = roles.label.or(of_texts);
    // Above the names of what has a column a year, the corner names the years; and Jan-23 is no period, but a name.
    if roles.label.is_none()
        && let Some(corner) = roles.year.take_if(|year| is_text(year) && !is_dated(data, *year))
    {
        roles.label = Some(corner);
    }
    if roles.label.is_none() && group.is_none() {
        // 单位 heads units or, where each row has another and none is known, organisations.
        let differs = |index| data.windows(2).all(|rows| cell(&rows[0], index) != cell(&rows[1], index));
        let is_measured = |row: &Row, index: usize| is_unit(cell(row, index));
        roles.label = find("unit").filter(|&index| {
            is_text(&index) && differs(index) && !data.iter().any(|row| is_measured(row, index))
        });
    }
    // Where nothing else names the rows, the groups do, or the sources, or quantities in the first column.
    if roles.label.is_none() && (is_long || roles.year.is_none()) {
        let several = is_long || roles.series.len() == 1 || data.len() > 1;
        let of_groups = group
            .or(find("source").filter(|_| roles.year.is_none()))
            .filter(|index| several && is_text(index));
        roles.label = of_groups.or(seen.first.filter(|_| roles.series.len() > usize::from(!is_long)));
    }
    let label = roles.label;
    roles.series.retain(|index| Some(*index) != label);
    // Rows are numbered in a first column without a heading.
    seen.unread.retain(|index| Some(*index) != label && !columns[*index].stem.is_empty());
    for index in seen.unread {
        let mend = " is kept, but not drawn beside the one headed value; put its unit in brackets after both headings";
        reader.tell("", &["column ", columns[index].stem, mend]);
    }
    for index in seen.puzzles {
        if Some(index) != label && Some(index) != roles.group && Some(index) != roles.part {
            let mend =
                " is kept, but not drawn, because most of its cells are no quantities; write +5.2% or -3.1%";
            reader.tell("", &["column ", columns[index].stem, mend]);
        }
    }
    if roles.series.is_empty() {
        Err("no column holds values; give one the heading value (or 数值), or the year of its values")
    } else if label.is_none() && roles.year.is_none() && (is_long || data.len() > 1) {
        Err("no column names the figures; give one the heading label (or 指标)")
    } else {
        Ok(roles)
    }
}

/// Whether most names are those of a year and a later one, so that 2009-10 is no month: each time it is the next one, as of
/// financial years, or one of them can't be a month: 2010-15.
pub(super) fn is_spans<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let (mut count, mut spans, mut next, mut is_no_month) = (0, 0, 0, false);
    for name in names {
        count += 1;
        let Some((from, to)) = name.split_once(['-', '–', '—']) else { continue };
        let number =
            |text: &str| text.chars().try_fold(0, |number, digit| Some(number * 10 + digit.to_digit(10)?));
        if from.len() == 4
            && to.len() == 2
            && let (Some(year), Some(end)) = (number(from), number(to))
        {
            let years = (end + 100 - year % 100) % 100;
            if !(1..50).contains(&years) {
                return false;
            }
            spans += 1;
            next += usize::from(years == 1);
            is_no_month |= !(1..=12).contains(&end);
        }
    }
    let several = if is_no_month { spans } else { next };
    several > 1 && several * 2 > count
}

/// Whether periods stand in a column, with or without remarks behind them: 2011*, 2011（预测）.
fn is_dated(data: &[Row], index: usize) -> bool {
    let cells = || data.iter().take(SAMPLE).map(|row| cell(row, index)).filter(|cell| !cell.is_empty());
    cells().filter(|cell| Column::of(cell).is_period).count() * 2 > cells().count()
}

/// Whether a column is headed as one of months or quarters.
fn is_of_parts(column: &Column) -> bool {
    const HEADINGS: &str = "月份|月|month|季度|季|quarter";
    HEADINGS.split('|').any(|name| name.eq_ignore_ascii_case(column.stem))
}

/// Whether a column holds the months or quarters of the years that head all others.
pub(super) fn is_crossed(columns: &[Column], data: &[Row], index: usize, series: &[usize]) -> bool {
    let heading = columns[index].stem;
    let is_year =
        |column: &Column| data.iter().all(|row| dated(column.stem, heading, cell(row, index)).is_some());
    let is_plain = |column: &Column| column.is_period && column.others == [""; 2];
    is_of_parts(&columns[index])
        && series.iter().all(|&index| is_plain(&columns[index]) && is_year(&columns[index]))
}

/// Whether columns hold the months or quarters of the year that stands in each row: 2011 beside 1月, 2月 and 3月.
pub(super) fn is_parted(columns: &[Column], data: &[Row], year: usize, series: &[usize]) -> bool {
    let is_part = |column: &Column| {
        column.others == [""; 2] && data.iter().all(|row| parted(cell(row, year), column.stem).is_some())
    };
    series.len() > 1 && series.iter().all(|&index| is_part(&columns[index]))
}

/// The column that holds the months or quarters of the years in another.
fn part_of(columns: &[Column], data: &[Row], year: usize) -> Option<usize> {
    let is_merged = is_merged(data, year);
    columns.iter().enumerate().position(|(index, column)| {
        let mut then = "";
        is_of_parts(column)
            && data.iter().all(|row| {
                let own = cell(row, year);
                then = if own.is_empty() && is_merged { then } else { own };
                dated(then, column.stem, cell(row, index)).is_some()
            })
    })
}

/// Whether the cells of a column are merged where they are the same: each period stands once, and several have empty cells below.
pub(super) fn is_merged(data: &[Row], index: usize) -> bool {
    let cells: Vec<&str> = data.iter().take(SAMPLE).map(|row| cell(row, index)).collect();
    let is_first =
        |place: usize| !cells[..place].contains(&cells[place]) && period::parse(cells[place]).is_some();
    (0..cells.len()).all(|place| cells[place].is_empty() || is_first(place))
        && cells.windows(2).filter(|two| !two[0].is_empty() && two[1].is_empty()).count() > 1
}

/// The period that a year and a month or quarter are: 2011年 and 3月, 2011 and Q1, 2011 and 1 under 季度.
pub(super) fn dated(year: &str, heading: &str, part: &str) -> Option<String> {
    let is_quarter = heading.starts_with(['季', 'q', 'Q']);
    let (year, part) = (year.trim_end_matches('年'), part.trim_end_matches('月'));
    let join = |sign: &&str| {
        let text = format::concat(&[year, sign, part]);
        let is_one = match period::parse(&text)?.part {
            Part::Month(_) => !is_quarter,
            Part::Quarter(_) => is_quarter,
            _ => false,
        };
        is_one.then_some(text)
    };
    ["-", "Q", "年"].iter().find_map(join)
}

/// The same for a month or a quarter that says which of them it is: 10月, Q1, 一季度.
pub(super) fn parted(year: &str, part: &str) -> Option<String> {
    let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
    dated(year, "", part).or_else(|| dated(year, "季", part)).filter(|_| !is_number)
}

/// Whether these columns, with the period, are not the same in two rows.
fn is_unique(data: &[Row], columns: &[usize], year: Option<usize>) -> bool {
    let data = &data[..data.len().min(SAMPLE)];
    let is_same = |row: &Row, other: &Row| {
        columns.iter().chain(&year).all(|&index| cell(row, index) == cell(other, index))
    };
    !data.iter().enumerate().any(|(place, row)| data[..place].iter().any(|other| is_same(row, other)))
}

/// Whether a column counts its rows, in equal steps, or by bands: 1, 2, 3 or 0-9, 10-19.
fn is_counted(data: &[Row], index: usize) -> bool {
    let is_band = |row: &Row| cell(row, index).rfind('-').is_some_and(|at| at > 0);
    if data.iter().all(is_band) {
        return true;
    }
    let mut numbers: Vec<i32> = Vec::new();
    for row in data {
        let Ok(number) = cell(row, index).parse::<u16>() else { return false };
        numbers.push(number.into());
    }
    let step = numbers.get(1).map_or(0, |second| second - numbers[0]);
    numbers.len() > 2 && step > 0 && numbers.windows(2).all(|pair| pair[1] - pair[0] == step)
}

/// How many cells of a column are texts and quantities.
fn count(data: &[Row], index: usize) -> [usize; 2] {
    let mut counts = [0; 2];
    for row in data {
        match Kind::of(cell(row, index)) {
            Kind::Gap => {}
            kind => counts[usize::from(kind != Kind::Text)] += 1,
        }
    }
    counts
}

/// How many texts of a column have digits and no letters, and how many have digits beside a triangle.
fn count_puzzles(data: &[Row], index: usize) -> [usize; 2] {
    let mut counts = [0; 2];
    for row in data {
        let (mut digits, mut letters, mut triangles) = (false, false, false);
        for char in cell(row, index).chars() {
            match char {
                '0'..='9' => digits = true,
                '▲' | '△' | '▼' | '▽' => triangles = true,
                'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{1fff}' | '\u{3040}'..='\u{d7ff}' => letters = true,
                _ => {}
            }
        }
        counts[0] += usize::from(digits && (triangles || !letters));
        counts[1] += usize::from(digits && triangles);
    }
    counts
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

/// Whether a heading is that of periods, though it doesn't name the field. Many others end in the same words: 成立年份, last year.
fn is_when(heading: &str) -> bool {
    const HEADINGS: &str = "报告期|報告期|截至|统计年份|统计年度|统计时间|统计日期|统计期|普查年份|调查年份|调查时间|报告年份|报告年度|数据年份|数据日期|\
                            survey year|census year|reference year|fiscal year|financial year|school year|academic year|calendar year|\
                            year ended|year ending|as of";
    HEADINGS.split('|').any(|name| name.eq_ignore_ascii_case(heading))
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
        // Behind the names, words may stand for as many values as numbers: 扭亏.
        if kind == Kind::Text && !is_first && count(data, index)[0] == count(data, index)[1] {
            kind = Kind::Plain;
        }
        // Where some of them are no periods, spans of years are names: 2009-10 beside 2011/12.
        if is_first && matches!(kind, Kind::Plain | Kind::Worded) && is_when(column.stem) {
            kind = Kind::Text;
        }
        // The heading says so, whatever footnotes the cells have.
        if column.is_period
            || (kind == Kind::Text
                && is_measure(column)
                && (index > 0 || column.unit != column.stem)
                && (!is_first || count(data, index)[1] > 0))
        {
            kind = Kind::Plain;
        }
        match kind {
            // Elsewhere than where the labels would stand, such numbers may be values, unless the heading says when.
            Kind::Year
                if roles.year.is_none() && ((is_first && roles.label.is_none()) || is_when(column.stem)) =>
            {
                roles.year = Some(index);
            }
            Kind::Gap => {}
            // What other languages call a figure tells it from no other.
            Kind::Text if ["label_", "unit_"].iter().any(|field| column.stem.starts_with(field)) => {}
            Kind::Text => {
                let [texts, quantities] = count(data, index);
                let [puzzles, triangles] =
                    count_puzzles(data, index).map(|count| count * 2 > texts + quantities);
                if puzzles {
                    seen.puzzles.push(index);
                }
                if !triangles {
                    seen.texts.push(index);
                }
            }
            _ => {
                let is_name = kind == Kind::Worded || is_counted(data, index);
                if is_first && roles.series.is_empty() && !column.is_period && is_name {
                    seen.first = Some(index);
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
