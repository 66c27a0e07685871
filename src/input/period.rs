//! Periods as people write them: 2011, 2011年第一季度, Q1 2011, 2011-03, March 5, 2011.

use crate::figures::{Part, Period};

/// A run of digits: its number, and how many of them were written.
#[derive(Clone, Copy, Default)]
struct Digits {
    number: u16,
    width: u8,
}

/// A text in which every run of digits is a `#` and every English month an `M`: `2011年3月` is `#年#月`.
#[derive(Default)]
struct Shape {
    text: String,
    digits: [Digits; 3],
    found: usize,
}

/// Reads a whole text as one period; `None` if it is not one, or a day that no calendar has.
pub fn parse(text: &str) -> Option<Period> {
    let shape = Shape::of(without_midnight(text.trim()))?;
    let [first, second, third] = shape.digits;
    match shape.text.as_str() {
        "#" | "#年" | "#年度" => year(first),
        "#Q#" | "#-Q#" | "#年Q#" | "#年第#季度" | "#年#季度" | "#第#季度" | "#年第#季" | "#年#季" => {
            quarter(first, second)
        }
        "Q# #" | "Q#-#" | "Q#/#" | "Q#,#" => quarter(second, first),
        "#-#" | "#年#月" | "#年#月份" | "#M" | "#-M" => month(first, second),
        "M#" | "M-#" | "M.#" | "M,#" => month(second, first),
        // 2011/12 is December to some and the financial year from 2011 to 2012 to others; 2011/11 is a month.
        "#/#" if second.width == 2 && second.number == (first.number + 1) % 100 => None,
        "#/#" => month(first, second),
        // Spreadsheets write 2011.0 for a year, and drop the last digit of 2011.10.
        "#.#" if second.number == 0 => year(first),
        "#.#" if second.width == 2 => month(first, second),
        "#-#-#" | "#/#/#" | "#.#.#" | "#年#月#日" | "#年#月#号" | "#年#月#號" => {
            day(first, second, third)
        }
        "#M#" => day(third, second, first),
        "M#,#" | "M# #" => day(third, first, second),
        _ => None,
    }
}

/// The year that a plain number names.
pub(super) fn from_number(number: f64) -> Option<Period> {
    let whole = number.trunc() == number && (100.0..10_000.0).contains(&number);
    whole.then_some(Period { year: number as i32, part: Part::Year })
}

/// Whether a heading or a cell is a period and hardly a quantity: 2011年, 2011Q1, or four digits of our age.
pub(super) fn is_likely(text: &str) -> bool {
    let has_words = || text.chars().any(|c| !c.is_ascii_digit() && c != '.' && !c.is_whitespace());
    parse(text).is_some_and(|period| (1900..2100).contains(&period.year) || has_words())
}

/// Spreadsheets and databases add a time of zero to a date.
fn without_midnight(text: &str) -> &str {
    match text.split_at_checked(10) {
        Some((date, time))
            if time.starts_with(['T', ' ']) && time.bytes().all(|b| b"T 0:.Z".contains(&b)) =>
        {
            date
        }
        _ => text,
    }
}

impl Shape {
    fn of(text: &str) -> Option<Shape> {
        let mut shape = Shape::default();
        let mut rest = text;
        let mut spaced = false;
        while let Some(next) = rest.chars().next() {
            let digits = leading(rest, |c| digit(c).is_some() || c == '十');
            let word = leading(rest, |c| c.is_ascii_alphabetic());
            if let Some(digits) = digits {
                // Space matters only where it keeps two numbers apart.
                if spaced && shape.text.ends_with('#') {
                    shape.text.push(' ');
                }
                shape.push('#', read_digits(digits)?)?;
            } else if let Some(month) = word.and_then(english_month) {
                shape.push('M', Digits { number: month, width: 2 })?;
            } else if !next.is_whitespace() {
                shape.text.push(next.to_ascii_uppercase());
            }
            spaced = next.is_whitespace();
            let known = digits.or(word.filter(|word| english_month(word).is_some()));
            rest = rest.get(known.map_or(next.len_utf8(), str::len)..)?;
        }
        Some(shape)
    }

    fn push(&mut self, mark: char, digits: Digits) -> Option<()> {
        *self.digits.get_mut(self.found)? = digits;
        self.found += 1;
        self.text.push(mark);
        Some(())
    }
}

/// The longest start of `text` in which every character belongs, unless it is empty.
fn leading(text: &str, belongs: fn(char) -> bool) -> Option<&str> {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    text.get(..end).filter(|start| !start.is_empty())
}

fn digit(c: char) -> Option<u16> {
    let position = match c {
        '0'..='9' => c as u32 - '0' as u32,
        '０'..='９' => c as u32 - '０' as u32,
        '〇' => 0,
        _ => "零一二三四五六七八九".chars().position(|digit| digit == c)? as u32,
    };
    Some(position as u16)
}

/// The number of a run such as `2011`, `二〇一一` or `十二`.
fn read_digits(run: &str) -> Option<Digits> {
    let mut digits = Digits::default();
    let mut after_ten = false;
    for c in run.chars() {
        digits.number = match digit(c) {
            Some(digit) if after_ten => digits.number + digit,
            Some(digit) => digits.number * 10 + digit,
            None => digits.number.max(1) * 10,
        };
        digits.width += 1;
        if digits.width > 4 || (after_ten && digit(c).is_none()) {
            return None;
        }
        after_ten |= c == '十';
    }
    Some(digits)
}

/// The number of a month by its English name or a shortening of it, such as Mar or Sept.
fn english_month(word: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let shortens = |month: &&str| {
        word.len() >= 3 && month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    MONTHS.iter().position(shortens).map(|index| index as u16 + 1)
}

fn year_number(digits: Digits) -> Option<i32> {
    (digits.width == 4 || digits.width == 3).then_some(i32::from(digits.number)).filter(|year| *year >= 100)
}

fn year(year: Digits) -> Option<Period> {
    Some(Period { year: year_number(year)?, part: Part::Year })
}

fn quarter(year: Digits, quarter: Digits) -> Option<Period> {
    let known = quarter.width == 1 && (1..=4).contains(&quarter.number);
    known.then_some(Period { year: year_number(year)?, part: Part::Quarter(quarter.number as u8) })
}

fn month(year: Digits, month: Digits) -> Option<Period> {
    let known = month.width <= 2 && (1..=12).contains(&month.number);
    known.then_some(Period { year: year_number(year)?, part: Part::Month(month.number as u8) })
}

fn day(year: Digits, of_month: Digits, day: Digits) -> Option<Period> {
    let Period { year, part: Part::Month(month) } = month(year, of_month)? else { return None };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let known = (1..=days).contains(&day.number);
    known.then_some(Period { year, part: Part::Day(month, day.number as u8) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(texts: &[&str], expected: &str) {
        for text in texts {
            let read = parse(text).map(|period| period.to_string());
            assert_eq!(read.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_year_is_read_as_people_write_it() {
        reads(
            &["2011", " 2011 ", "2011年", "2011 年", "２０１１年", "二〇一一年", "2011年度", "2011.0"],
            "2011",
        );
        reads(&["618", "618年"], "618");
    }

    #[test]
    fn a_quarter_is_read_as_people_write_it() {
        let texts = [
            "2011Q1",
            "2011q1",
            "2011 Q1",
            "2011-Q1",
            "Q1 2011",
            "2011年第一季度",
            "2011年1季度",
            "2011年一季度",
        ];
        reads(&texts, "2011Q1");
    }

    #[test]
    fn a_month_is_read_as_people_write_it() {
        reads(
            &["2011-03", "2011-3", "2011年3月", "2011年03月", "二〇一一年三月", "2011/3", "2011.03"],
            "2011-03",
        );
        reads(&["March 2011", "Mar 2011", "mar. 2011", "Mar-2011", "2011 March"], "2011-03");
        reads(&["2011年十二月", "2011-12", "Dec 2011"], "2011-12");
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        reads(
            &["2011-03-05", "2011-3-5", "2011/3/5", "2011.3.5", "2011年3月5日", "2011年三月五号"],
            "2011-03-05",
        );
        reads(&["5 March 2011", "March 5, 2011", "Mar 5 2011"], "2011-03-05");
        reads(&["2011-03-05T00:00:00.000Z", "2011-03-05 00:00:00"], "2011-03-05");
        reads(&["2011年十月二十一日"], "2011-10-21");
        reads(&["2012-02-29"], "2012-02-29");
    }

    #[test]
    fn a_day_that_no_calendar_has_is_refused() {
        for text in
            ["2011-02-29", "1900-02-29", "2011-04-31", "2011-13", "2011-00", "2011-03-00", "2011Q5", "2011Q0"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_could_be_two_periods_is_refused() {
        // A financial year or December; a two-digit year; the American or the European order of a date.
        for text in
            ["2011/12", "2008/09", "1999/00", "11", "11年", "3/5/2011", "2011-03-04T16:00:00Z", "2011.1"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_period() {
        for text in [
            "",
            "年",
            "Q1",
            "大量",
            "20111",
            "2011年上半年",
            "民国100年",
            "2011-03-05-06",
            "十十十",
            "Ma 2011",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_period() {
        for text in ["618", "2011", "2011Q4", "2011-12", "2011-03-05"] {
            reads(&[text], text);
        }
    }
}
