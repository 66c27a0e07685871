//! Units: scales, spellings and generic classifiers.

use tujie::unit::{canonical, is_generic};

#[test]
fn spellings_of_one_unit_have_one_name() {
    for same in [
        &["元", "人民币", "元整", "RMB", "CNY", "yuan", "Yuan", "¥", "￥", " 元 "][..],
        &["美元", "$", "US$", "USD", "dollars"],
        &["人", "名", "位", "people", "person", "persons", "People"],
        &["%", "％", "percent", "per cent"],
        &["百分点", "个百分点", "百分點", "percentage points"],
        &["户", "戶", "households"],
        &["km²", "平方公里", "sq km"],
        &["个", "個"],
    ] {
        for unit in same {
            assert_eq!(canonical(unit), canonical(same[0]), "{unit}");
        }
    }
}

#[test]
fn different_units_keep_different_names() {
    let units =
        ["元", "美元", "欧元", "人", "人次", "户", "%", "百分点", "个", "张", "辆", "辆次", "台", "吨", ""];
    for (index, one) in units.iter().enumerate() {
        for other in &units[index + 1..] {
            assert_ne!(canonical(one), canonical(other));
        }
    }
    assert_eq!(canonical("服务站"), "服务站");
}

#[test]
fn generic_classifiers_say_nothing_of_what_is_counted() {
    for unit in [
        "个", "個", "件", "项", "張", "份", "条", "次", "种", "套", "批", "处", "只", "items", "Pieces",
        "copies",
    ] {
        assert!(is_generic(unit), "{unit}");
    }
    for unit in ["元", "人", "名", "户", "%", "人次", "辆次", "公里", "people", "yuan", "villages", "村", ""]
    {
        assert!(!is_generic(unit), "{unit}");
    }
}

#[test]
fn only_longer_units_have_a_plural() {
    assert_ne!(canonical("ms"), canonical("m"));
    assert_eq!(canonical("kgs"), canonical("kg"));
}
