//! What holds for every input.

use crate::*;
use proptest::prelude::*;

/// Cells that are likely to meet in a table.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c甲乙]{0,2}",
        (-1000i32..3000).prop_map(|number| number.to_string()),
        Just("大量".to_string()),
        Just("2011年".to_string()),
        Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics(text in "\\PC*|[\\s,;\"0-9a-c年月率%Q/.甲()（）\\[\\]，：:-]{0,80}") {
        let _ = input::from_csv(&text);
        let _ = native::json::from_json(&text);
        let _ = native::read(text.as_bytes(), None);
        let _ = input::period::parse(&text);
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = native::read(&bytes, None);
    }

    #[test]
    fn no_row_of_a_long_table_is_lost(
        rows in proptest::collection::vec(proptest::collection::vec(cell(), 0..5), 1..20),
    ) {
        let mut text = "label,value,year\n".to_string();
        for row in &rows {
            text += &row.join(",");
            text.push('\n');
        }
        let filled = rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).count();
        if let Ok(read) = input::from_csv(&text) {
            prop_assert_eq!(read.figures.len() + read.left_out, filled);
            prop_assert!(read.notices.len() >= read.left_out);
        }
    }

    #[test]
    fn no_figure_of_a_document_is_lost_and_every_id_is_unique(
        figures in proptest::collection::vec((cell(), cell(), cell(), cell()), 1..20),
    ) {
        let list: Vec<_> = figures
            .iter()
            .map(|(id, label, value, year)| json!({ "id": id, "label": label, "value": value, "year": year }))
            .collect();
        if let Ok(read) = native::json::from_json(&json!({ "figures": list }).to_string()) {
            prop_assert_eq!(read.figures.len() + read.left_out, figures.len());
            let mut unique = ids(&read);
            unique.sort_unstable();
            unique.dedup();
            prop_assert_eq!(unique.len(), read.figures.len());
        }
    }
}
