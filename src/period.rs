//! The time that a figure is for.

use crate::format;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::mem::discriminant;

/// The part of a year that a [`Period`] covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The whole year.
    Year,
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A month and a day of it, checked against the calendar.
    Day(u8, u8),
}

/// The time that a figure is for: `2011`, `2011Q1`, `2011-03` or `2011-03-05`.
#[derive(Clone, Copy, Debug, Eq)]
pub struct Period {
    /// The calendar year.
    pub year: i32,
    /// Which part of that year.
    pub part: Part,
}

impl PartialEq for Period {
    fn eq(&self, other: &Period) -> bool {
        self.place() == other.place()
    }
}

impl Hash for Period {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.place().hash(state);
    }
}

impl Ord for Period {
    /// By year, then the whole year before its quarters, months and days.
    fn cmp(&self, other: &Period) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Period {
    /// Where it stands in the order of all: one number, because derived comparisons are larger.
    fn place(&self) -> i64 {
        let part = match self.part {
            Part::Year => 0,
            Part::Quarter(quarter) => 0x1_0000 + i64::from(quarter),
            Part::Month(month) => 0x2_0000 + i64::from(month),
            Part::Day(month, day) => 0x3_0000 + i64::from(month) * 256 + i64::from(day),
        };
        i64::from(self.year) * 0x4_0000 + part
    }

    /// Whether both are years, or quarters, or months, or days.
    pub fn is_like(&self, other: Period) -> bool {
        discriminant(&self.part) == discriminant(&other.part)
    }

    /// The period as documents write it.
    pub fn text(&self) -> String {
        let mut text = format::plain(self.year.into());
        let (month, day) = match self.part {
            Part::Year => (0, 0),
            Part::Quarter(quarter) => {
                text.push('Q');
                (0, quarter)
            }
            Part::Month(month) => (month, 0),
            Part::Day(month, day) => (month, day),
        };
        for &number in &[month, day] {
            if number == 0 {
                continue;
            }
            if month > 0 {
                text.push_str(if number < 10 { "-0" } else { "-" });
            }
            text.push_str(&format::plain(number.into()));
        }
        text
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}
