//! Units: their canonical name, and which of them say what is counted.

/// Spellings of one unit, separated by `|`, the canonical one first, and units by `;`; English ones without their
/// plural s. Different units never share a line: 人次 counts visits, not people.
const SPELLINGS: &str = "\
    元|元整|元人民币|人民币|rmb|cny|yuan|¥|￥|圆|圓|块钱;\
    美元|美金|$|us$|usd|dollar|us dollar;\
    欧元|歐元|€|eur|euro;\
    英镑|英鎊|£|gbp|pound;\
    人|名|位|people|person;\
    人次|person-time;\
    %|％|percent|per cent;\
    百分点|百分點|个百分点|個百分點|percentage point|pp|ppt;\
    户|戶|household;\
    倍|times;\
    年|year;\
    个月|個月|月|month;\
    天|日|day;\
    小时|小時|hour|h;\
    吨|噸|t|ton|tonne;\
    公斤|千克|kg;\
    公里|千米|km|kilometre|kilometer;\
    米|m|metre|meter;\
    平方公里|平方千米|km²|km2|sq km;\
    平方米|平米|m²|m2|sq m|square metre|square meter;\
    立方米|m³|m3;\
    公顷|公頃|ha|hectare;\
    亩|畝|mu;\
    千瓦时|千瓦時|kwh;千瓦|kw;mw;gw;mwh;gwh;twh;\
    村|个村|個村|village;\
    个|個;\
    件|item;\
    项|項;\
    张|張;\
    条|條;\
    种|種;\
    处|處;\
    只|隻;\
    台|臺;\
    辆|輛;\
    场|場;\
    册|冊";

/// Classifiers that stand before many different things, in canonical spelling and in the singular.
const GENERIC: &str = "个|件|项|张|份|条|次|种|套|批|处|只|支|枚|块|片|组|类|款|本|部|台|家|所|座|起|宗|例|场|场次|期|幅|\
                       根|粒|盒|箱|包|袋|对|双|副|piece|copy|copies|unit|set|thing|case|kind|type|sheet|batch|box|boxe|pack|pair|time";

/// One name for the spellings of one unit: 元 for 人民币, RMB, CNY, yuan; 人 for 名, 位, people, persons.
/// Used to compare, never to show.
pub fn canonical(unit: &str) -> &str {
    let unit = unit.trim();
    for spellings in SPELLINGS.split(';') {
        if is_one_of(unit, spellings) {
            return spellings.split('|').next().unwrap_or(unit);
        }
    }
    unit
}

/// Whether the unit is a generic classifier (个 件 项 张 份 条 …), which says nothing of what is counted.
///
/// An empty unit is none: a chart without units is not split by group.
pub fn is_generic(unit: &str) -> bool {
    is_one_of(canonical(unit), GENERIC)
}

/// Whether the unit is one of those that have a name here.
pub(crate) fn is_known(unit: &str) -> bool {
    SPELLINGS.split(';').any(|spellings| is_one_of(unit.trim(), spellings)) || is_generic(unit)
}

/// Whether a unit, or what it is the plural of, is one of the words, whatever its letter case.
pub(crate) fn is_one_of(unit: &str, words: &str) -> bool {
    // Of two letters, the s belongs to a symbol: ms.
    let singular = if unit.len() > 2 { unit.strip_suffix('s').unwrap_or(unit) } else { unit };
    words.split('|').any(|word| word.eq_ignore_ascii_case(unit) || word.eq_ignore_ascii_case(singular))
}
