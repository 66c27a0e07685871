//! Periods as people write them: 2011, 2011年第一季度, 2011Q1, 2011-03, 2011年3月5日.

use crate::figures::{Part, Period};

/// The forms of a period: `y` is a year of four digits, `q` a quarter, `m` a month, `d` a day. The last one that a
/// form has is the part of the year that it names.
const FORMS: [&str; 14] = [
    "y",
    "y年",
    "y年度",
    "yQq",
    "y-Qq",
    "y年第q季度",
    "y年q季度",
    "y-m",
    "y年m月",
    "y-m-d",
    "y/m/d",
    "y.m.d",
    "y年m月d日",
    "y年m月d号",
];

/// Reads a whole text as one period; `None` if it is not one, or a day that no calendar has.
pub fn parse(text: &str) -> Option<Period> {
    FORMS.iter().find_map(|form| read(text.trim(), form))
}

/// Reads a text that has this form.
fn read(text: &str, form: &str) -> Option<Period> {
    let mut rest = text.chars().peekable();
    let [mut year, mut month, mut last] = [0; 3];
    let mut kind = 'y';
    for mark in form.chars() {
        if !mark.is_ascii_lowercase() {
            rest.next_if(|c| c.eq_ignore_ascii_case(&mark))?;
            continue;
        }
        let (mut number, mut width) = (0, 0);
        while let Some(digit) = rest.peek().and_then(|c| digit(*c, mark)) {
            number = number * 10 + digit;
            width += 1;
            rest.next();
            if width > 4 {
                return None;
            }
        }
        if width == 0 || (mark == 'y') != (width == 4) || (mark != 'y' && width > 2) {
            return None;
        }
        kind = mark;
        match mark {
            'y' => year = number,
            'm' => (month, last) = (number, number),
            _ => last = number,
        }
    }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let (part, most) = match kind {
        'y' => (Part::Year, u32::MAX),
        'q' => (Part::Quarter(last as u8), 4),
        'm' => (Part::Month(last as u8), 12),
        _ => {
            let days = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                1..=12 => 31,
                _ => 0,
            };
            (Part::Day(month as u8, last as u8), days)
        }
    };
    let known = rest.next().is_none() && year >= 1000 && (kind == 'y' || (1..=most).contains(&last));
    known.then_some(Period { year: year as i32, part })
}

/// A digit; that of a quarter may be written in Chinese.
fn digit(c: char, mark: char) -> Option<u32> {
    let chinese = || "零一二三四".chars().zip(0..).find(|(digit, _)| *digit == c).map(|(_, number)| number);
    c.to_digit(10).or_else(|| if mark == 'q' { chinese() } else { None })
}

/// The year that a plain number names.
pub(super) fn from_number(number: f64) -> Option<Period> {
    let whole = number.trunc() == number && (1000.0..10_000.0).contains(&number);
    whole.then_some(Period { year: number as i32, part: Part::Year })
}

/// Whether a heading or a cell is a period and hardly a quantity: 2011年, 2011Q1, or four digits of our age.
pub(super) fn is_likely(text: &str) -> bool {
    parse(text).is_some_and(|period| (1900..2100).contains(&period.year) || text.trim().len() > 4)
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
    fn a_period_is_read_as_people_write_it() {
        reads(&["2011", " 2011 ", "2011年", "2011年度"], "2011");
        reads(&["2011Q1", "2011q1", "2011-Q1", "2011年第一季度", "2011年1季度", "2011年一季度"], "2011Q1");
        reads(&["2011-03", "2011-3", "2011年3月", "2011年03月"], "2011-03");
        reads(&["2011-12", "2011年12月"], "2011-12");
        reads(
            &["2011-03-05", "2011-3-5", "2011/3/5", "2011.3.5", "2011年3月5日", "2011年3月5号"],
            "2011-03-05",
        );
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
        for text in ["2011/12", "2008/09", "1999/00", "11", "11年", "3/5/2011", "2011.1"] {
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
            "2011Q",
            "2011年十月",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_period() {
        for text in ["2011", "2011Q4", "2011-12", "2011-03-05"] {
            reads(&[text], text);
        }
    }
}
