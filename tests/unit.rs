//! Units: scales, spellings and generic classifiers.

use tujie::unit::{canonical, is_generic, split_scale};

#[test]
fn a_scale_comes_off_its_unit() {
    for (unit, scale, rest) in [
        ("万元", 1e4, "元"),
        ("亿元", 1e8, "元"),
        ("千元", 1e3, "元"),
        ("百万元", 1e6, "元"),
        ("千万元", 1e7, "元"),
        ("万亿元", 1e12, "元"),
        ("十亿美元", 1e9, "美元"),
        ("萬人", 1e4, "人"),
        ("万 人次", 1e4, "人次"),
        ("万千瓦", 1e4, "千瓦"),
        ("万", 1e4, ""),
        ("million yuan", 1e6, "yuan"),
        ("Thousand people", 1e3, "people"),
        ("bn", 1e9, ""),
        ("100 million yuan", 1e8, "yuan"),
        ("10,000 persons", 1e4, "persons"),
        ("10k", 1e4, ""),
        ("$bn", 1e9, "$"),
        ("€m", 1e6, "€"),
        ("US$ million", 1e6, "US$"),
        ("RMB billion", 1e9, "RMB"),
    ] {
        assert_eq!(split_scale(unit), (scale, rest), "{unit}");
    }
}

#[test]
fn a_unit_that_only_begins_like_a_scale_keeps_it() {
    for unit in [
        "",
        "元",
        "千瓦",
        "千克",
        "千米",
        "百分点",
        "人",
        "kg",
        "m",
        "millionaires",
        "%",
        "100%",
        "十",
        "5人",
        "辆次",
    ] {
        assert_eq!(split_scale(unit), (1.0, unit), "{unit}");
    }
}

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
