//! Periods of figures, and headings that are periods.

use crate::*;
use tujie::input::period::parse;

#[test]
fn every_fourth_century_has_a_leap_day() {
    assert!(parse("2000-02-29").is_some() && parse("1900-02-29").is_none());
    assert_eq!(parse("\u{3000}2011\t"), parse("2011"));
}

#[test]
fn no_day_beyond_the_calendar() {
    for text in ["2011-03-32", "2012-02-30", "2011-13-05", "2011-00-05", "2100-02-29", "0999", "999年"] {
        assert_eq!(parse(text), None, "{text}");
    }
    for text in ["1000", "2011-03-31", "2400-02-29", "2012-02-29", "2011-01-31"] {
        assert!(parse(text).is_some(), "{text}");
    }
    for (year, left_out) in [("2011", 0), ("1000", 0), ("9999", 0), ("999", 1), ("10000", 1), ("2011.5", 1)] {
        let read = native::json::from_json(&format!(
            r#"{{"figures":[{{"label":"a","value":1}},{{"label":"b","value":1,"year":{year}}}]}}"#
        ))
        .unwrap();
        assert_eq!(read.left_out, left_out, "{year}");
    }
    // A number of four digits is a year only in our age, and is one with its sign at any time.
    let years = |heading: &str| {
        input::from_csv(&format!("地区,{heading}\n甲,5,6\n乙,7,8\n"))
            .map(|read| read.figures[0].year.is_some())
            .unwrap_or(false)
    };
    for (heading, is_year) in [
        ("1899,1898", false),
        ("1900,1901", true),
        ("2099,2098", true),
        ("2100,2101", false),
        ("1850年,1860年", true),
    ] {
        assert_eq!(years(heading), is_year, "{heading}");
    }
}
