//! Periods as people write them: 2011, 2011年第一季度, 2011Q1, 2011-03, March 2011, 2011年3月5日.

use crate::figures::{Part, Period};
use crate::words::MONTHS;

/// The forms of a year, a quarter, a month and a day, in which every number is a `#` and every English month a `@`; then
/// those of a quarter and a month before their year, and of a day and a month before theirs.
const FORMS: [&str; 8] = [
    "#|#年|#年度",
    "#Q#|#-Q#|#年Q#|#年第#季度|#年#季度|#年第#季|#年#季",
    "#-#|#年#月|#@|#-@|#M#",
    "#-#-#|#/#/#|#.#.#|#年#月#日|#年#月#号",
    "Q##|Q#-#|Q#,#",
    "@#|@-#|@,#|@.#",
    "#@#|#-@-#",
    "@#,#|@.#,#",
];

/// The value of an Arabic or Chinese digit.
fn digit(char: char) -> Option<u32> {
    let place =
        "〇一二三四五六七八九０１２３４５６７８９0123456789零".chars().position(|other| other == char)?;
    Some(place as u32 % 10)
}

/// Reads a whole text as one period; `None` if it is not one, or a day that no calendar has.
pub fn parse(text: &str) -> Option<Period> {
    let mut form = String::new();
    let mut numbers = [0; 3];
    let (mut count, mut width) = (0, 0);
    let mut rest = text.trim();
    // Programs write midnight behind a date: 2011-03-05T00:00.
    if rest.get(11..16) == Some("00:00") {
        rest = &rest[..10];
    }
    while let Some(char) = rest.chars().next() {
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let mut taken = char.len_utf8();
        let is_ten = char == '十' && width < 2;
        let digit = digit(char).or(is_ten.then_some(1));
        if let Some(digit) = digit {
            if width == 0 {
                form.push('#');
                count += 1;
            }
            let number = numbers.get_mut(count - 1)?;
            // Behind a digit 十 has only its place, which the next digit takes: 二十一 is 21, and 二十 is 20.
            if !is_ten || width == 0 {
                *number = *number * 10 + digit;
            }
            if is_ten && !rest[taken..].starts_with(|next| self::digit(next).is_some()) {
                *number *= 10;
            }
            width += 1;
            if width > 4 {
                return None;
            }
        } else if letters > 2 {
            let name = |month: &&str| {
                month.get(..letters).is_some_and(|month| month.eq_ignore_ascii_case(&rest[..letters]))
            };
            let month = MONTHS.split('|').position(|month| name(&month))?;
            form.push('@');
            count += 1;
            *numbers.get_mut(count - 1)? = month as u32 + 1;
            (taken, width) = (letters, 0);
        } else {
            // Most texts are names.
            if count == 0 && !char.is_ascii() {
                return None;
            }
            if char != ' ' {
                form.push(char.to_ascii_uppercase());
            }
            width = 0;
        }
        rest = &rest[taken..];
    }
    let kind = FORMS.iter().position(|forms| forms.split('|').any(|known| known == form))?;
    match kind {
        4 | 5 => numbers.swap(0, 1),
        6 => numbers.swap(0, 2),
        7 => numbers.rotate_right(1),
        _ => {}
    }
    let [year, second, third] = numbers;
    let within = |number: u32, most: u32| number >= 1 && number <= most;
    let (part, exists) = match kind {
        0 => (Part::Year, true),
        1 | 4 => (Part::Quarter(second as u8), within(second, 4)),
        2 | 5 => (Part::Month(second as u8), within(second, 12)),
        _ => (Part::Day(second as u8, third as u8), within(second, 12) && within(third, days(year, second))),
    };
    (exists && year >= 1000).then_some(Period { year: year as i32, part })
}

/// How many days a month has.
pub(crate) fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
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
        reads(
            &["2011Q1", "2011q1", "2011-Q1", "2011年第一季度", "2011年1季度", "2011年一季度", "2011年第一季"],
            "2011Q1",
        );
        reads(&["2011-03", "2011-3", "2011年3月", "2011年03月"], "2011-03");
        reads(&["2011-12", "2011年12月"], "2011-12");
        reads(
            &[
                "2011-03-05",
                "2011-3-5",
                "2011/3/5",
                "2011.3.5",
                "2011年3月5日",
                "2011年3月5号",
                "2011-03-05T00:00:00Z",
                "2011-03-05 00:00",
            ],
            "2011-03-05",
        );
        reads(&["2012-02-29"], "2012-02-29");
        reads(&["２０１１年", "二〇一一年", "二零一一年", "2011 年"], "2011");
        reads(&["2011年十月", "二〇一一年十月"], "2011-10");
        reads(&["2011年十二月", "二〇一一年一十二月"], "2011-12");
        reads(&["二〇一一年十一月二十日"], "2011-11-20");
        reads(&["2011年十二月三十一日"], "2011-12-31");
        reads(&["2011 Q1", "Q1 2011", "q1 2011"], "2011Q1");
        reads(&["Mar 2011", "March 2011", "mar-2011", "Mar. 2011", "2011 Mar", "2011 年 3 月"], "2011-03");
        reads(&["2011M03"], "2011-03");
        reads(&["Sept 2011", "September, 2011"], "2011-09");
        reads(&["5 March 2011", "5 Mar 2011", "5-Mar-2011", "March 5, 2011", "Mar. 5, 2011"], "2011-03-05");
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
        for text in [
            "Ma 2011",
            "Marble 2011",
            "31 April 2011",
            "2011 3",
            "Q5 2011",
            "2011/12",
            "2008/09",
            "1999/00",
            "11",
            "11年",
            "3/5/2011",
            "2011.1",
        ] {
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
            "2011年十三月",
            "2011年十十月",
            "二〇一十年",
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
