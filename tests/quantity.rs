//! Reading quantities, against a table of texts in `tests/data/quantities.tsv`.

use tujie::figures::{Amount, Bound};
use tujie::quantity::{Quantity, parse};

const TABLE: &str = include_str!("data/quantities.tsv");

/// The rows of the table: its ten columns.
fn rows() -> Vec<Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect()
}

fn expected(row: &[&str]) -> Option<Quantity> {
    if row[1] == "-" {
        return None;
    }
    let number = |text: &str| text.parse::<f64>().expect("a number in the table");
    let bound = Bound::from_keyword(row[3]).expect("a bound in the table");
    let amount = Amount { value: number(row[1]), high: number(row[2]), bound, near: row[4] == "near" };
    Some(Quantity { amount, unit: row[5].to_string(), per: row[6].to_string() })
}

#[test]
fn every_row_of_the_table_is_read_as_it_says() {
    let wrong: Vec<String> = rows()
        .iter()
        .filter(|row| parse(row[0]) != expected(row))
        .map(|row| format!("{}\n   read {:?}\n wanted {:?}", row[0], parse(row[0]), expected(row)))
        .collect();
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_two_rows_of_the_table_test_the_same_forms() {
    let mut forms: Vec<_> = rows().iter().map(|row| (row[7], row[8], row[9])).collect();
    let count = forms.len();
    forms.sort_unstable();
    for pair in forms.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
    assert!(count >= 160);
    assert!(rows().iter().filter(|row| row[1] == "-").count() >= 35);
}
