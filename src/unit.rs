//! Units: their scale, their canonical name, and which of them may share an axis.

use crate::quantity;

/// Spellings of one unit, separated by `|`, the canonical one first. Different units never share a line: 人次 counts
/// visits, not people.
const SPELLINGS: &[&str] = &[
    "元|人民币|元人民币|人民币元|rmb|cny|renminbi|yuan|¥|￥|圆|圓|块|块钱",
    "美元|美金|$|us$|usd|dollar|dollars|us dollar|us dollars",
    "欧元|歐元|€|eur|euro|euros",
    "英镑|英鎊|£|gbp|pound sterling|pounds sterling",
    "日元|日圓|日圆|jpy|yen",
    "港元|港币|港幣|hk$|hkd|hong kong dollar|hong kong dollars",
    "人|名|位|people|person|persons",
    "人次|person-time|person-times",
    "%|％|﹪|percent|per cent|pct",
    "百分点|百分點|个百分点|個百分點|percentage point|percentage points|pp",
    "户|戶|household|households",
    "倍|times",
    "年|year|years",
    "月|个月|個月|month|months",
    "天|日|day|days",
    "小时|小時|hour|hours|h",
    "吨|噸|公吨|公噸|t|ton|tons|tonne|tonnes",
    "公斤|千克|kg|kilogram|kilograms",
    "公里|千米|km|kilometre|kilometres|kilometer|kilometers",
    "米|m|metre|metres|meter|meters",
    "平方公里|平方千米|km²|km2|sq km|square kilometre|square kilometres|square kilometer|square kilometers",
    "平方米|平米|m²|m2|sq m|square metre|square metres|square meter|square meters",
    "立方米|m³|m3|cubic metre|cubic metres|cubic meter|cubic meters",
    "公顷|公頃|ha|hectare|hectares",
    "亩|畝|mu",
    "千瓦时|千瓦時|度|kwh",
    "个|個",
    "件|item|items",
    "项|項",
    "张|張",
    "条|條",
    "种|種",
    "处|處",
    "只|隻",
    "村|个村|個村|village|villages",
    "台|臺",
    "辆|輛",
    "场|場",
    "册|冊",
];

/// Classifiers that stand before many different things, in canonical spelling.
const GENERIC: &str = "个|件|项|张|份|条|次|种|套|批|处|只|支|枚|块|片|组|类|款|本|部|台|家|所|座|起|宗|例|场|场次|期|幅|\
                       根|粒|盒|箱|包|袋|对|双|副|piece|pieces|pc|pcs|copy|copies|unit|units|set|sets|thing|things|case|cases|\
                       kind|kinds|type|types|sheet|sheets|batch|batches|box|boxes|pack|packs|pair|pairs|time";

/// Takes a scale off a unit: 万元 is (10,000, 元), 亿元 (10⁸, 元), "million yuan" (10⁶, yuan), "$bn" (10⁹, $).
///
/// A unit that only begins like one keeps it: 千瓦, 百分点. A scale alone leaves an empty unit.
pub fn split_scale(unit: &str) -> (f64, &str) {
    let unit = unit.trim();
    quantity::split_scale(unit).unwrap_or((1.0, unit))
}

/// One name for the spellings of one unit: 元 for 人民币, RMB, CNY, yuan; 人 for 名, 位, people, persons.
/// Used to compare, never to show.
pub fn canonical(unit: &str) -> &str {
    let unit = unit.trim();
    for spellings in SPELLINGS {
        let mut words = spellings.split('|');
        if words.any(|word| word.eq_ignore_ascii_case(unit)) {
            return spellings.split('|').next().unwrap_or(unit);
        }
    }
    unit
}

/// Whether the unit is a generic classifier (个 件 项 张 份 条 …), which says nothing of what is counted.
///
/// An empty unit is none: a chart without units is not split by group.
pub fn is_generic(unit: &str) -> bool {
    let unit = canonical(unit);
    GENERIC.split('|').any(|word| word.eq_ignore_ascii_case(unit))
}
