//! What a chart says to those who do not see it: whole texts, by kind of chart and language.

use std::fs;
use tujie::choose::choose;
use tujie::describe;
use tujie::figures::{Amount, Bound, Figure, Figures};
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::native::json::from_json;
use tujie::reader::Reader;

fn told(figures: &Figures, kind: &str, lang: &str) -> String {
    let (kind, _) = choose(kind, figures);
    let reader = Reader { figures, locale: Locale::from_tag(lang) };
    let request = Request { kind, width: 640.0, height: None, grow: false, large: false, touch: false };
    describe::description(&reader, &layout(reader, &request, &Tabular))
}

/// Kind, language, document and its description.
const TOLD: &[(&str, &str, &str, &str)] = &[
    (
        "bar",
        "zh-Hans",
        r#"{"title":"投入资金","source":{"name":"《东昌时讯》","date":"2012-01-13"},"figures":[{"label":"服务站建设","value":"600余万元","label_en":"Service stations","unit_en":"yuan"},{"label":"奖励扶助","value":"180余万元","label_en":"Assistance","unit_en":"yuan"},{"label":"宣传活动","value":"40余万元","label_en":"Publicity","unit_en":"yuan"},{"label":"信息平台","value":"30余万元","label_en":"Data platform","unit_en":"yuan"}]}"#,
        "条形图，共4项数据，单位为元。各项均只给出下限。所列数值最高的是服务站建设，至少6,000,000元；最低的是信息平台，至少300,000元。末端箭头表示“至少”。资料来源：《东昌时讯》，2012年1月13日。",
    ),
    (
        "bar",
        "en",
        r#"{"title":"Funds","source":{"name":"Dongchang News","date":"2012-01-13"},"figures":[{"label":"服务站建设","value":"600余万元","label_en":"Service stations","unit_en":"yuan"},{"label":"奖励扶助","value":"180余万元","label_en":"Assistance","unit_en":"yuan"},{"label":"宣传活动","value":"40余万元","label_en":"Publicity","unit_en":"yuan"},{"label":"信息平台","value":"30余万元","label_en":"Data platform","unit_en":"yuan"}]}"#,
        "Bar chart with 4 figures (unit: yuan). All give only a lower bound. The highest stated value is at least 6,000,000 yuan (Service stations), the lowest at least 300,000 yuan (Data platform). Arrows at the end mean “at least”. Source: Dongchang News, 13 January 2012.",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"培训人员","value":"2000余人"}]}"#,
        "条形图，共1项数据：培训人员，至少2,000人。末端箭头表示“至少”。",
    ),
    (
        "bar",
        "zh-Hant",
        r#"{"figures":[{"label":"培訓人員","value":"2000餘人"}]}"#,
        "橫條圖，共1項資料：培訓人員，至少2,000人。末端箭頭表示「至少」。",
    ),
    (
        "column",
        "en",
        r#"{"figures":[{"label":"Visitors","value":"more than 2000 people"}]}"#,
        "Column chart with one figure: at least 2,000 people (Visitors). Arrows at the end mean “at least”.",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"培训人员","value":null,"unit":"人"}]}"#,
        "条形图，共1项数据：培训人员，无数据。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"Visitors","value":null,"unit":"people"}]}"#,
        "Bar chart with one figure: no data (Visitors).",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"Town","value":30,"unit":"people"},{"label":"Villages","value":12,"unit":"people"}]}"#,
        "Bar chart with 2 figures: 30 people (Town) and 12 people (Villages).",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"城区","value":30,"unit":"户"},{"label":"近郊","value":"不足20户"},{"label":"山区","value":null,"unit":"户"}]}"#,
        "条形图，共3项数据：城区，30户；近郊，不足20户；山区，无数据。末端方括号表示“不超过”。",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":100,"unit":"人"},{"label":"乙","value":100,"unit":"人"},{"label":"丙","value":60,"unit":"人"},{"label":"丁","value":20,"unit":"人"},{"label":"戊","value":20,"unit":"人"}]}"#,
        "条形图，共5项数据，单位为人。数值最高的是甲和乙，均为100人；最低的是丁和戊，均为20人。",
    ),
    (
        "column",
        "en",
        r#"{"figures":[{"label":"A","value":9,"unit":"people"},{"label":"B","value":9,"unit":"people"},{"label":"C","value":9,"unit":"people"},{"label":"D","value":9,"unit":"people"},{"label":"E","value":4,"unit":"people"},{"label":"F","value":4,"unit":"people"},{"label":"G","value":2,"unit":"people"}]}"#,
        "Column chart with 7 figures (unit: people). The highest value is 9 people (4 figures), the lowest 2 people (G).",
    ),
    (
        "column",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":9,"unit":"人"},{"label":"乙","value":9,"unit":"人"},{"label":"丙","value":9,"unit":"人"},{"label":"丁","value":9,"unit":"人"},{"label":"戊","value":4,"unit":"人"},{"label":"己","value":1,"unit":"人"}]}"#,
        "柱形图，共6项数据，单位为人。数值最高的有4项，均为9人；最低的是己，1人。",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":100,"unit":"人"},{"label":"乙","value":100,"unit":"人"},{"label":"丙","value":100,"unit":"人"},{"label":"丁","value":100,"unit":"人"}]}"#,
        "条形图，共4项数据，单位为人。4项数值相同，均为100人。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"A","value":"at least 100 people"},{"label":"B","value":"at least 100 people"},{"label":"C","value":"at least 100 people"},{"label":"D","value":"at least 100 people"}]}"#,
        "Bar chart with 4 figures (unit: people). All give only a lower bound. All 4 stated values are the same: at least 100 people. Arrows at the end mean “at least”.",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"A","value":0,"unit":"items"},{"label":"B","value":0,"unit":"items"},{"label":"C","value":0,"unit":"items"},{"label":"D","value":0,"unit":"items"}]}"#,
        "Bar chart with 4 figures (unit: items). All 4 values are the same: 0 items.",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":null,"unit":"人"},{"label":"乙","value":null,"unit":"人"},{"label":"丙","value":null,"unit":"人"},{"label":"丁","value":null,"unit":"人"}]}"#,
        "条形图，共4项数据，单位为人。各项均无数据。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"A","value":null,"unit":"people"},{"label":"B","value":null,"unit":"people"},{"label":"C","value":null,"unit":"people"},{"label":"D","value":null,"unit":"people"}]}"#,
        "Bar chart with 4 figures (unit: people). All are missing.",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":30,"unit":"人"},{"label":"乙","value":null,"unit":"人"},{"label":"丙","value":null,"unit":"人"},{"label":"丁","value":null,"unit":"人"}]}"#,
        "条形图，共4项数据，单位为人。其中3项无数据。只有1项数值：甲，30人。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"A","value":30,"unit":"people"},{"label":"B","value":null,"unit":"people"},{"label":"C","value":null,"unit":"people"},{"label":"D","value":null,"unit":"people"}]}"#,
        "Bar chart with 4 figures (unit: people). Of these, 3 are missing. The only value is 30 people (A).",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"A","value":"about 100","unit":"people"},{"label":"B","value":"at least 95","unit":"people"},{"label":"C","value":20,"unit":"people"},{"label":"D","value":10,"unit":"people"}]}"#,
        "Bar chart with 4 figures (unit: people). Of these, 1 gives only a lower bound and 1 is approximate. The highest stated value is about 100 people (A), the lowest 10 people (D). Arrows at the end mean “at least”. A wavy end means “about”.",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":"约100","unit":"人"},{"label":"乙","value":95,"unit":"人"},{"label":"丙","value":20,"unit":"人"},{"label":"丁","value":10,"unit":"人"}]}"#,
        "条形图，共4项数据，单位为人。其中1项为约数。所列数值最高的是甲，约100人；最低的是丁，10人。波形末端表示约数。",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":"至少100","unit":"人"},{"label":"乙","value":95,"unit":"人"},{"label":"丙","value":20,"unit":"人"},{"label":"丁","value":"不足10","unit":"人"}]}"#,
        "条形图，共4项数据，单位为人。其中1项只给出下限，1项只给出上限。数值最高的是甲，至少100人；最低的是丁，不足10人。末端箭头表示“至少”；末端方括号表示“不超过”。",
    ),
    (
        "bar",
        "zh-Hant",
        r#"{"figures":[{"label":"甲","value":"近100","unit":"人"},{"label":"乙","value":"80–90","unit":"人"},{"label":"丙","value":"不足50","unit":"人"},{"label":"丁","value":"10餘","unit":"人"}]}"#,
        "橫條圖，共4項資料，單位為人。其中1項只給出下限，1項只給出上限，1項為概數，1項為區間。所列數值最高的是甲，近100人；最低的是丁，至少10人。末端箭頭表示「至少」；末端方括號表示「不超過」；波形末端表示概數；斜紋段表示數值所在的區間。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"Town","value":320,"unit":"people"},{"label":"Suburbs","value":-20,"unit":"people"},{"label":"Hills","value":"-410 or more","unit":"people"},{"label":"Lake","value":0,"unit":"people"}]}"#,
        "Bar chart with 4 figures (unit: people). Of these, 1 gives only a lower bound. The highest stated value is 320 people (Town), the lowest at least −410 people (Hills). Arrows at the end mean “at least”.",
    ),
    (
        "column",
        "en",
        r#"{"title":"Visitors","figures":[{"label":"Visitors","value":1200,"unit":"people","year":2006},{"label":"Visitors","value":1350,"unit":"people","year":2007},{"label":"Visitors","value":1310,"unit":"people","year":2008},{"label":"Visitors","value":1500,"unit":"people","year":2009}]}"#,
        "Column chart with 4 figures (unit: people). From 1,200 people in 2006 to 1,500 people in 2009 (+25%). The highest value is that of 2009, the lowest that of 2006.",
    ),
    (
        "line",
        "zh-Hans",
        r#"{"title":"培训人员","figures":[{"label":"培训人员","value":1200,"unit":"人","year":2006},{"label":"培训人员","value":2600,"unit":"人","year":2007},{"label":"培训人员","value":null,"unit":"人","year":2008},{"label":"培训人员","value":"1500余","unit":"人","year":2009}]}"#,
        "折线图，共4项数据，单位为人。其中1项只给出下限，1项无数据。2006年为1,200人，2009年至少1,500人，比2006年至少增长25%。所列数值最高的是2007年，2,600人；最低的是2006年。末端箭头表示“至少”。",
    ),
    (
        "column",
        "zh-Hans",
        r#"{"figures":[{"label":"培训人员","value":1800,"unit":"人","year":2010},{"label":"培训人员","value":"2000余","unit":"人","year":2011}]}"#,
        "柱形图，共2项数据，单位为人。其中1项只给出下限。培训人员：2010年为1,800人，2011年至少2,000人，比上年至少增长11.1%。末端箭头表示“至少”。",
    ),
    (
        "column",
        "en",
        r#"{"figures":[{"label":"Trained","value":"3000-5000","unit":"people","year":2009},{"label":"Trained","value":7000,"unit":"people","year":2010},{"label":"Trained","value":"8000-9000","unit":"people","year":2011}]}"#,
        "Column chart with 3 figures (unit: people). Of these, 2 are ranges. Trained: 3,000 to 5,000 people in 2009, then 8,000 to 9,000 people in 2011 (+60% to +200%). The highest value is that of 2011, the lowest that of 2009. Hatching spans the stated range.",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":9,"unit":"名"},{"label":"乙","value":100,"unit":"人"},{"label":"丙","value":50,"unit":"位"},{"label":"丁","value":20,"unit":"人"}]}"#,
        "条形图，共4项数据，单位为人。数值最高的是乙，100人；最低的是甲，9名。",
    ),
    (
        "multiples",
        "en",
        r#"{"figures":[{"label":"Births","value":956,"unit":"people","year":2022},{"label":"Births","value":902,"unit":"people","year":2023},{"label":"Births","value":954,"unit":"people","year":2024},{"label":"Urban","value":"65%","year":2022},{"label":"Urban","value":"66%","year":2023},{"label":"Urban","value":"67%","year":2024}]}"#,
        "2 column charts with 6 figures (units: people and %), in 2 series. Births: from 956 people in 2022 to 954 people in 2024 (−0.2%). Births: the highest value is that of 2022, the lowest 902 people (2023). Urban: from 65% in 2022 to 67% in 2024 (+2 percentage points). Urban: the highest value is that of 2024, the lowest that of 2022. Each panel has its own scale.",
    ),
    (
        "line",
        "zh-Hant",
        r#"{"figures":[{"label":"戶數","value":51,"unit":"戶","year":"2010Q1"},{"label":"戶數","value":40,"unit":"戶","year":"2010Q2"},{"label":"戶數","value":66,"unit":"戶","year":"2010Q3"},{"label":"戶數","value":58,"unit":"戶","year":"2010Q4"}]}"#,
        "折線圖，共4項資料，單位為戶。戶數：2010年第一季為51戶，2010年第四季為58戶，較2010年第一季增加13.7%。數值最高的是2010年第三季，66戶；最低的是2010年第二季，40戶。",
    ),
    (
        "line",
        "en",
        r#"{"figures":[{"label":"Rain","value":31,"unit":"mm","year":"2011-01"},{"label":"Rain","value":42.5,"unit":"mm","year":"2011-02"},{"label":"Rain","value":12,"unit":"mm","year":"2011-03"},{"label":"Rain","value":12,"unit":"mm","year":"2011-04"}]}"#,
        "Line chart with 4 figures (unit: mm). Rain: from 31 mm in January 2011 to 12 mm in April 2011 (−61.3%). The highest value is 42.5 mm (February 2011), the lowest 12 mm (March 2011 and April 2011).",
    ),
    (
        "line",
        "en",
        r#"{"figures":[{"label":"Visitors","value":310,"unit":"people","year":"2011-03-01"},{"label":"Visitors","value":280,"unit":"people","year":"2011-03-02"},{"label":"Visitors","value":295,"unit":"people","year":"2011-03-03"}]}"#,
        "Line chart with 3 figures (unit: people). Visitors: from 310 people on 1 March 2011 to 295 people on 3 March 2011 (−4.8%). The highest value is that of 1 March 2011, the lowest 280 people (2 March 2011).",
    ),
    (
        "line",
        "zh-Hans",
        r#"{"figures":[{"label":"气温","value":-4,"unit":"℃","year":"2011-01"},{"label":"气温","value":1.5,"unit":"℃","year":"2011-02"},{"label":"气温","value":9,"unit":"℃","year":"2011-03"}]}"#,
        "折线图，共3项数据，单位为℃。气温：2011年1月为−4℃，2011年3月为9℃。数值最高的是2011年3月，最低的是2011年1月。",
    ),
    (
        "column",
        "en",
        r#"{"figures":[{"label":"Share","value":"94%","unit":"%","year":2009},{"label":"Share","value":"about 95%","unit":"%","year":2010},{"label":"Share","value":"96%","unit":"%","year":2011}]}"#,
        "Column chart with 3 figures (unit: %). Of these, 1 is approximate. Share: from 94% in 2009 to 96% in 2011 (+2 percentage points). The highest stated value is that of 2011, the lowest that of 2009. A wavy end means “about”.",
    ),
    (
        "line",
        "zh-Hans",
        r#"{"figures":[{"label":"培训","value":300,"unit":"人","year":2009},{"label":"培训","value":320,"unit":"人","year":2010},{"label":"培训","value":380,"unit":"人","year":2011},{"label":"招录","value":30,"unit":"人","year":2009},{"label":"招录","value":28,"unit":"人","year":2010},{"label":"招录","value":26,"unit":"人","year":2011}]}"#,
        "折线图，共6项数据，单位为人，有2个系列。培训：2009年为300人，2011年为380人，比2009年增长26.7%。招录：2009年为30人，2011年为26人，比2009年下降13.3%。",
    ),
    (
        "area",
        "en",
        r#"{"figures":[{"label":"Buses","value":300,"unit":"people","year":2009},{"label":"Buses","value":320,"unit":"people","year":2010},{"label":"Trains","value":30,"unit":"people","year":2009},{"label":"Trains","value":28,"unit":"people","year":2010}]}"#,
        "Area chart with 4 figures (unit: people), in 2 series. Buses: from 300 people in 2009 to 320 people in 2010 (+6.7%). Trains: from 30 people in 2009 to 28 people in 2010 (−6.7%).",
    ),
    (
        "slope",
        "zh-Hans",
        r#"{"figures":[{"label":"城区","value":1200,"unit":"户","year":2006},{"label":"城区","value":1850,"unit":"户","year":2011},{"label":"近郊","value":980,"unit":"户","year":2006},{"label":"近郊","value":1400,"unit":"户","year":2011},{"label":"山区","value":760,"unit":"户","year":2006},{"label":"山区","value":420,"unit":"户","year":2011},{"label":"湖区","value":690,"unit":"户","year":2006},{"label":"湖区","value":690,"unit":"户","year":2011}]}"#,
        "斜线图，共8项数据，单位为户，2006年至2011年，有4个系列：城区、近郊、山区和湖区。数值最高的是城区（2011年），1,850户；最低的是山区（2011年），420户。",
    ),
    (
        "dot",
        "en",
        r#"{"figures":[{"label":"Town","value":1200,"unit":"households","year":2006},{"label":"Town","value":1850,"unit":"households","year":2011},{"label":"Suburbs","value":980,"unit":"households","year":2006},{"label":"Suburbs","value":1400,"unit":"households","year":2011},{"label":"Hills","value":760,"unit":"households","year":2006},{"label":"Hills","value":420,"unit":"households","year":2011},{"label":"Lake","value":690,"unit":"households","year":2006},{"label":"Lake","value":690,"unit":"households","year":2011},{"label":"Port","value":88,"unit":"households","year":2006},{"label":"Port","value":91,"unit":"households","year":2011}]}"#,
        "Dot plot with 10 figures (unit: households) from 2006 to 2011, in 5 series. The highest value is 1,850 households (Town, 2011), the lowest 88 households (Port, 2006).",
    ),
    (
        "grouped",
        "zh-Hans",
        r#"{"figures":[{"label":"城区","value":"120万","unit":"元","group":"教育"},{"label":"近郊","value":"96万","unit":"元","group":"教育"},{"label":"山区","value":"40万","unit":"元","group":"教育"},{"label":"城区","value":"86万","unit":"元","group":"医疗"},{"label":"近郊","value":"70万","unit":"元","group":"医疗"},{"label":"山区","value":"约88万","unit":"元","group":"医疗"}]}"#,
        "分组条形图，共6项数据，单位为元，分2组：教育和医疗。其中1项为约数。数值最高的是城区（教育），1,200,000元；最低的是山区（教育），400,000元。波形末端表示约数。",
    ),
    (
        "stacked",
        "zh-Hans",
        r#"{"figures":[{"label":"城区","value":"120万","unit":"元","group":"教育"},{"label":"近郊","value":"96万","unit":"元","group":"教育"},{"label":"山区","value":"40万","unit":"元","group":"教育"},{"label":"城区","value":"86万","unit":"元","group":"医疗"},{"label":"近郊","value":"70万","unit":"元","group":"医疗"},{"label":"山区","value":"约88万","unit":"元","group":"医疗"}]}"#,
        "堆叠条形图，共6项数据，单位为元，分2组：教育和医疗。其中1项为约数。数值最高的是城区（教育），1,200,000元；最低的是山区（教育），400,000元。波形末端表示约数。合计：城区为2,060,000元；近郊为1,660,000元；山区约1,280,000元。",
    ),
    (
        "stacked",
        "en",
        r#"{"figures":[{"label":"Town","value":40,"unit":"people","group":"Men"},{"label":"Suburbs","value":36,"unit":"people","group":"Men"},{"label":"Hills","value":20,"unit":"people","group":"Men"},{"label":"Town","value":44,"unit":"people","group":"Women"},{"label":"Suburbs","value":null,"unit":"people","group":"Women"},{"label":"Hills","value":31,"unit":"people","group":"Women"}]}"#,
        "Stacked bar chart with 6 figures (unit: people), in 2 groups: Men and Women. Of these, 1 is missing. The highest value is 44 people (Town, Women), the lowest 20 people (Hills, Men). Totals: 84 people (Town), 51 people (Hills).",
    ),
    (
        "donut",
        "zh-Hans",
        r#"{"figures":[{"label":"计生专干","value":"至少950","unit":"人"},{"label":"村级服务员","value":620,"unit":"人"},{"label":"技术人员","value":285,"unit":"人"},{"label":"志愿者","value":40,"unit":"人"}]}"#,
        "环形图，共4项数据，单位为人。其中1项只给出下限。数值最高的是计生专干，至少950人；最低的是志愿者，40人。合计至少1,895人。末端箭头表示“至少”。",
    ),
    (
        "donut",
        "en",
        r#"{"figures":[{"label":"State","value":42.5,"unit":"%"},{"label":"City","value":31,"unit":"%"},{"label":"Town","value":17,"unit":"%"},{"label":"Other","value":9.5,"unit":"%"}]}"#,
        "Donut chart with 4 figures (unit: %). The highest value is 42.5% (State), the lowest 9.5% (Other).",
    ),
    (
        "treemap",
        "en",
        r#"{"figures":[{"label":"Stations","value":6000000,"unit":"yuan"},{"label":"Grants","value":"about 1,800,000 yuan"},{"label":"Villages","value":500000,"unit":"yuan"},{"label":"Publicity","value":400000,"unit":"yuan"}]}"#,
        "Treemap with 4 figures (unit: yuan). Of these, 1 is approximate. The highest value is 6,000,000 yuan (Stations), the lowest 400,000 yuan (Publicity). The total is about 8,700,000 yuan. A hollow dot means “about”.",
    ),
    (
        "treemap",
        "en",
        r#"{"figures":[{"label":"A","value":0.1,"unit":"km"},{"label":"B","value":0.2,"unit":"km"},{"label":"C","value":0.3,"unit":"km"},{"label":"D","value":0.1,"unit":"km"}]}"#,
        "Treemap with 4 figures (unit: km). The highest value is 0.3 km (C), the lowest 0.1 km (A and D). The total is 0.7 km.",
    ),
    (
        "waffle",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":"不足60","unit":"人"},{"label":"乙","value":"至少20","unit":"人"},{"label":"丙","value":15,"unit":"人"},{"label":"丁","value":5,"unit":"人"}]}"#,
        "方格图，共4项数据，单位为人。其中1项只给出下限，1项只给出上限。所列数值最高的是甲，不足60人；最低的是丁，5人。末端方括号表示“不超过”；末端加号表示“至少”。每格代表1%。",
    ),
    (
        "waffle",
        "zh-Hant",
        r#"{"figures":[{"label":"滿意率","value":"95%以上"}]}"#,
        "方格圖，共1項資料：滿意率，至少95%。斜紋表示「至少」可能達到的範圍。每格代表1%。",
    ),
    (
        "pictogram",
        "en",
        r#"{"figures":[{"label":"Trained","value":950,"unit":"people"},{"label":"Recruited","value":"about 620","unit":"people"},{"label":"Guides","value":280,"unit":"people"},{"label":"Helpers","value":0,"unit":"people"}]}"#,
        "Pictogram with 4 figures (unit: people). Of these, 1 is approximate. The highest value is 950 people (Trained), the lowest 0 people (Helpers). A hollow end means “about”. Each icon stands for 50 people.",
    ),
    (
        "progress",
        "zh-Hans",
        r#"{"figures":[{"label":"核发率","value":"98%以上"},{"label":"满意率","value":"86%","emphasis":true},{"label":"投诉率","value":"0.4%"},{"label":"覆盖率","value":"近三成"}]}"#,
        "进度图，共4项数据，单位为%。其中1项只给出下限，1项为约数。数值最高的是核发率，至少98%；最低的是投诉率，0.4%。突出显示的是满意率。波形末端表示约数；斜纹表示“至少”可能达到的范围。",
    ),
    (
        "pictogram",
        "zh-Hant",
        r#"{"figures":[{"label":"受訓","value":950,"unit":"人"},{"label":"招錄","value":"約620","unit":"人"},{"label":"嚮導","value":280,"unit":"人"},{"label":"義工","value":0,"unit":"人"}]}"#,
        "象形圖，共4項資料，單位為人。其中1項為概數。數值最高的是受訓，950人；最低的是義工，0人。末端空心表示概數。每個圖示代表50人。",
    ),
    (
        "progress",
        "en",
        r#"{"figures":[{"label":"Issued","value":"at least 98%"},{"label":"Content","value":"86%","emphasis":true},{"label":"Complaints","value":"0.4%"},{"label":"Covered","value":"nearly 30%"}]}"#,
        "Progress chart with 4 figures (unit: %). Of these, 1 gives only a lower bound and 1 is approximate. The highest value is at least 98% (Issued), the lowest 0.4% (Complaints). Highlighted: Content. A wavy end means “about”. Hatching shows how far “at least” may reach.",
    ),
    (
        "cards",
        "zh-Hans",
        r#"{"figures":[{"label":"投入资金","value":"至少200万元"},{"label":"培训人员","value":"2000余人"},{"label":"满意率","value":"95%以上"},{"label":"培训班","value":"约10期"}]}"#,
        "数字卡片，共4项数据：投入资金，至少2,000,000元；培训人员，至少2,000人；满意率，至少95%；培训班，约10期。",
    ),
    (
        "multiples",
        "en",
        r#"{"figures":[{"label":"Trained","value":2000,"unit":"people"},{"label":"Recruited","value":279,"unit":"people"},{"label":"Helped","value":"over 3000","unit":"people"},{"label":"Funds","value":400000,"unit":"yuan"},{"label":"Grants","value":1800000,"unit":"yuan"},{"label":"Aid","value":90000,"unit":"yuan"}]}"#,
        "2 bar charts with 6 figures (units: people and yuan). Of these, 1 gives only a lower bound. Among the figures with the unit people, the highest value is at least 3,000 people (Helped), the lowest 279 people (Recruited). Among the figures with the unit yuan, the highest value is 1,800,000 yuan (Grants), the lowest 90,000 yuan (Aid). Arrows at the end mean “at least”. Each panel has its own scale.",
    ),
    (
        "multiples",
        "zh-Hans",
        r#"{"figures":[{"label":"培训人员","value":2000,"unit":"人"},{"label":"招录人员","value":279,"unit":"人"},{"label":"帮扶人员","value":"3000余人"},{"label":"资金","value":"40万元"},{"label":"满意率","value":"95%"},{"label":"奖金","value":null,"unit":"元"},{"label":"助学金","value":500,"unit":"元","per":"人"},{"label":"村组","value":85,"unit":"个"},{"label":"党员","value":8,"unit":"人","emphasis":true}]}"#,
        "2幅条形图，另有数字卡片，共9项数据，有5种单位。其中1项只给出下限，1项无数据。以人为单位的数据中，数值最高的是帮扶人员，至少3,000人；最低的是党员，8人。突出显示的是党员，8人。末端箭头表示“至少”；各图刻度不同。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"Trained","value":2000,"unit":"people"},{"label":"Recruited","value":279,"unit":"people"},{"label":"Helped","value":300,"unit":"people"},{"label":"Content","value":"95%"}]}"#,
        "2 bar charts with 4 figures (units: people and %). Among the figures with the unit people, the highest value is 2,000 people (Trained), the lowest 279 people (Recruited). Among the figures with the unit %, the only value is 95% (Content). Each panel has its own scale.",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"Grant","value":2000,"unit":"yuan","per":"person"},{"label":"Aid","value":1500,"unit":"yuan","per":"person"},{"label":"Loan","value":"up to 9000","unit":"yuan","per":"person"},{"label":"Fee","value":20,"unit":"yuan","per":"person"}]}"#,
        "Bar chart with 4 figures (unit: yuan per person). Of these, 1 gives only an upper bound. The highest stated value is at most 9,000 yuan per person (Loan), the lowest 20 yuan per person (Fee). A bracket at the end means “at most”.",
    ),
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"第0镇","value":100,"unit":"户"},{"label":"第1镇","value":107,"unit":"户"},{"label":"第2镇","value":114,"unit":"户"},{"label":"第3镇","value":121,"unit":"户"},{"label":"第4镇","value":128,"unit":"户"},{"label":"第5镇","value":135,"unit":"户"},{"label":"第6镇","value":101,"unit":"户"},{"label":"第7镇","value":108,"unit":"户"},{"label":"第8镇","value":115,"unit":"户"},{"label":"第9镇","value":122,"unit":"户"},{"label":"第10镇","value":129,"unit":"户"},{"label":"第11镇","value":136,"unit":"户"},{"label":"第12镇","value":102,"unit":"户"},{"label":"第13镇","value":109,"unit":"户"},{"label":"第14镇","value":116,"unit":"户"},{"label":"第15镇","value":123,"unit":"户"},{"label":"第16镇","value":130,"unit":"户"},{"label":"第17镇","value":137,"unit":"户"},{"label":"第18镇","value":103,"unit":"户"},{"label":"第19镇","value":110,"unit":"户"},{"label":"第20镇","value":117,"unit":"户"},{"label":"第21镇","value":124,"unit":"户"},{"label":"第22镇","value":131,"unit":"户"},{"label":"第23镇","value":138,"unit":"户"},{"label":"第24镇","value":104,"unit":"户"},{"label":"第25镇","value":111,"unit":"户"},{"label":"第26镇","value":118,"unit":"户"},{"label":"第27镇","value":125,"unit":"户"},{"label":"第28镇","value":132,"unit":"户"},{"label":"第29镇","value":139,"unit":"户"},{"label":"第30镇","value":105,"unit":"户"},{"label":"第31镇","value":112,"unit":"户"},{"label":"第32镇","value":119,"unit":"户"},{"label":"第33镇","value":126,"unit":"户"},{"label":"第34镇","value":133,"unit":"户"},{"label":"第35镇","value":140,"unit":"户"},{"label":"第36镇","value":106,"unit":"户"},{"label":"第37镇","value":113,"unit":"户"},{"label":"第38镇","value":120,"unit":"户"},{"label":"第39镇","value":127,"unit":"户"}]}"#,
        "条形图，共40项数据，单位为户。数值最高的是第35镇，140户；最低的是第0镇，100户。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"A very long label that goes on and on, far beyond what anyone would like to have read to them aloud","value":9,"unit":"people"},{"label":"B","value":3,"unit":"people"},{"label":"C","value":2.5,"unit":"people"},{"label":"D","value":2,"unit":"people"}]}"#,
        "Bar chart with 4 figures (unit: people). The highest value is 9 people (A very long label that goes on and on, far beyond what anyone would like to have read to t…), the lowest 2 people (D).",
    ),
    (
        "multiples",
        "zh-Hant",
        r#"{"figures":[{"label":"宣傳資料","value":"20萬餘份","group":"宣傳"},{"label":"賀年卡","value":1000,"unit":"份","group":"宣傳"},{"label":"掛曆","value":500,"unit":"份","group":"宣傳"},{"label":"手冊","value":800,"unit":"份","group":"服務"},{"label":"問卷","value":70,"unit":"份","group":"服務"},{"label":"表格","value":null,"unit":"份","group":"服務"}]}"#,
        "2幅橫條圖，共6項資料，單位為份，分2組：宣傳和服務。其中1項只給出下限，1項無資料。「宣傳」的資料中，數值最高的是宣傳資料，至少200,000份；最低的是掛曆，500份。「服務」的資料中，數值最高的是手冊，800份；最低的是問卷，70份。末端箭頭表示「至少」；各圖刻度不同。放大至200倍：較小的2項，另用刻度。",
    ),
    (
        "bar",
        "en",
        r#"{"description":"What the author says.","figures":[{"label":"甲","value":100,"unit":"人"},{"label":"乙","value":100,"unit":"人"},{"label":"丙","value":60,"unit":"人"},{"label":"丁","value":20,"unit":"人"},{"label":"戊","value":20,"unit":"人"}]}"#,
        "What the author says.",
    ),
    // Two values of one year, and years beside quarters, are no course.
    (
        "column",
        "zh-Hans",
        r#"{"figures":[{"label":"培训","value":5,"unit":"人","year":2009},{"label":"培训","value":9,"unit":"人","year":2010},{"label":"培训","value":6,"unit":"人","year":2010},{"label":"培训","value":7,"unit":"人","year":2011}]}"#,
        "柱形图，共4项数据，单位为人，2009年至2011年。数值最高的是培训（2010年），9人；最低的是培训（2009年），5人。",
    ),
    (
        "bar",
        "en",
        r#"{"figures":[{"label":"A","value":5,"unit":"people","year":2009},{"label":"A","value":9,"unit":"people","year":2010},{"label":"A","value":7,"unit":"people","year":"2011Q1"},{"label":"A","value":6,"unit":"people","year":"2011Q2"}]}"#,
        "Bar chart with 4 figures (unit: people) from 2009 to Q2 2011. The highest value is 9 people (A, 2010), the lowest 5 people (A, 2009).",
    ),
    // A unit that says what is counted names its class though it has a group; the first name of the unit in Chinese.
    (
        "multiples",
        "zh-Hans",
        r#"{"figures":[{"label":"a","value":5,"unit":"名","group":"甲"},{"label":"b","value":9,"unit":"名","group":"甲"},{"label":"c","value":7,"unit":"个","group":"乙"},{"label":"d","value":6,"unit":"个","group":"乙"},{"label":"e","value":6,"unit":"个","group":"乙"}]}"#,
        "2幅条形图，共5项数据，单位为名、个，分2组：甲和乙。以人为单位的数据中，数值最高的是b（甲），9名；最低的是a（甲），5名。“乙”的数据中，数值最高的是c，7个；最低的是d和e，均为6个。各图刻度不同。",
    ),
    (
        "multiples",
        "en",
        r#"{"figures":[{"label":"a","value":5,"unit":"persons","group":"A"},{"label":"b","value":9,"unit":"persons","group":"A"},{"label":"c","value":7,"unit":"items","group":"B"},{"label":"d","value":6,"unit":"items","group":"B"},{"label":"e","value":6,"unit":"items","group":"B"}]}"#,
        "2 bar charts with 5 figures (units: persons and items), in 2 groups: A and B. Among the figures with the unit persons, the highest value is 9 persons (b, A), the lowest 5 persons (a, A). Among the figures in “B”, the highest value is 7 items (c), the lowest 6 items (d and e). Each panel has its own scale.",
    ),
    // About −100 may be lower than −95.
    (
        "bar",
        "zh-Hans",
        r#"{"figures":[{"label":"甲","value":"约-100","unit":"人"},{"label":"乙","value":-105,"unit":"人"},{"label":"丙","value":20,"unit":"人"},{"label":"丁","value":10,"unit":"人"}]}"#,
        "条形图，共4项数据，单位为人。其中1项为约数。所列数值最高的是丙，20人；最低的是乙，−105人。波形末端表示约数。",
    ),
    // Four series of one unit are not told one by one, three are.
    (
        "line",
        "en",
        r#"{"figures":[{"label":"A","value":1,"year":2009},{"label":"A","value":2,"year":2010},{"label":"B","value":3,"year":2009},{"label":"B","value":4,"year":2010},{"label":"C","value":5,"year":2009},{"label":"C","value":6,"year":2010}]}"#,
        "Line chart with 6 figures, in 3 series. A: from 1 in 2009 to 2 in 2010 (+100%). B: from 3 in 2009 to 4 in 2010 (+33.3%). C: from 5 in 2009 to 6 in 2010 (+20%).",
    ),
];

#[test]
fn every_kind_is_told_in_every_language() {
    for &(kind, lang, json, text) in TOLD {
        let told = told(&from_json(json).unwrap(), kind, lang);
        assert_eq!(told, text, "{kind} {lang} {json}");
    }
}

/// Texts that a person would not have written.
fn check(told: &str, lang: &str, what: &str) {
    assert!(!told.is_empty(), "{what}");
    assert!(told.ends_with(if lang.starts_with("zh") { '。' } else { '.' }), "{what}: {told}");
    for wrong in ["  ", "||", "#", "。。", "..", "，。", ", .", "()", "（）", "：。", "NaN", "inf"] {
        assert!(!told.contains(wrong), "{what}: {wrong:?} in {told}");
    }
}

#[test]
fn every_golden_case_has_a_whole_description_in_every_language() {
    let mut count = 0;
    for entry in fs::read_dir("tests/cases").unwrap() {
        let folder = entry.unwrap().path();
        let options = fs::read_to_string(folder.join("options")).unwrap_or_default();
        let kind = options.split_whitespace().find_map(|option| option.strip_prefix("kind=")).unwrap_or("");
        let figures = match fs::read_to_string(folder.join("input.json")) {
            Ok(json) => from_json(&json),
            Err(_) => tujie::input::from_csv(&fs::read_to_string(folder.join("input.csv")).unwrap()),
        };
        let figures = figures.unwrap();
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            check(&told(&figures, kind, lang), lang, &folder.display().to_string());
        }
        count += 1;
    }
    assert!(count > 100, "only {count} cases");
}

fn figure(label: String, amount: Option<Amount>, unit: &str) -> Figure {
    let mut document = from_json(r#"{"figures":[{"label":"x","value":1}]}"#).unwrap();
    let figure = document.figures.remove(0);
    Figure { id: label.clone(), label, amount, unit: unit.into(), written: String::new(), ..figure }
}

#[test]
fn what_every_bound_says_is_said_of_every_kind() {
    let bounds = [Bound::Exact, Bound::AtLeast, Bound::AtMost, Bound::About];
    for kind in tujie::choose::KINDS {
        for count in 1..9 {
            for unit in ["人", "%", "", "件"] {
                let amount = |place: usize| match (place * 5 + count) % 6 {
                    4 => Amount::range(3.0, 7.5),
                    5 => Amount::bounded(-2.0, Bound::Exact),
                    other => Amount::bounded((place * 7 % 4) as f64, bounds[other]),
                };
                let figures = (0..count)
                    .map(|place| figure(format!("L{place}"), (place != 3).then(|| amount(place)), unit))
                    .collect();
                let figures = Figures { figures, ..Figures::default() };
                for lang in ["zh-Hans", "zh-Hant", "en"] {
                    check(
                        &told(&figures, kind.name(), lang),
                        lang,
                        &format!("{} {count} {unit}", kind.name()),
                    );
                }
            }
        }
    }
}

#[test]
fn a_highest_value_is_one_only_where_no_other_could_be_higher() {
    for (other, certain) in [
        ("exact 90", true),
        ("at least 90", false),
        ("at most 99", false), // The lowest may be lower than 8.
        ("at most 100", false),
        ("about 90", true),
        ("about 92", false),
        ("80–99", true),
        ("80–100", false),
    ] {
        let json = format!(
            r#"{{"figures":[{{"label":"A","value":100}},{{"label":"B","value":"{}"}},{{"label":"C","value":9}},{{"label":"D","value":8}}]}}"#,
            other.trim_start_matches("exact ")
        );
        let told = told(&from_json(&json).unwrap(), "bar", "en");
        assert_eq!(told.contains("The highest value is 100 (A)"), certain, "{other}: {told}");
        assert_eq!(told.contains("The highest stated value is 100 (A)"), !certain, "{other}: {told}");
    }
}

#[test]
fn very_long_lists_are_told_at_once() {
    let list = |unit: fn(usize) -> &'static str| {
        let one = |place: usize| figure(format!("L{place}"), Some(Amount::exact(place as f64)), unit(place));
        Figures { figures: (0..100_000).map(one).collect(), ..Figures::default() }
    };
    let same = told(&list(|_| "户"), "bar", "zh");
    assert_eq!(same, "条形图，共100000项数据，单位为户。数值最高的是L99999，99,999户；最低的是L0，0户。");
    let mixed = told(&list(|place| if place % 2 > 0 { "户" } else { "人" }), "bar", "zh");
    assert_eq!(mixed, "条形图，共100000项数据。");
}

#[test]
fn a_line_that_cannot_be_drawn_is_not_told_of() {
    // One period makes no line.
    let json = r#"{"figures":[{"label":"A","value":3,"year":2011},{"label":"B","value":2,"year":2011}]}"#;
    let told = told(&from_json(json).unwrap(), "line", "en");
    assert_eq!(told, "Column chart with 2 figures: 3 (A) and 2 (B).");
}

#[test]
fn nothing_of_a_few_figures_is_left_out() {
    let json = r#"{"figures":[{"label":"A","value":3,"unit":"people","year":2010},{"label":"A","value":4,"unit":"people","year":2011},{"label":"B","value":"95%","year":2011},{"label":"C","value":7,"unit":"yuan","year":2011}]}"#;
    let told = told(&from_json(json).unwrap(), "cards", "en");
    assert_eq!(
        told,
        "Number cards with 4 figures: 3 people (A, 2010), 4 people (A, 2011), 95% (B, 2011) and 7 yuan (C, 2011)."
    );
}

#[test]
fn values_of_several_columns_are_not_told_as_those_of_one() {
    let table = "Party,Votes,Change,Share (%)\nLab,9708,-20,60\nCon,6828,15,40\n";
    let told = told(&tujie::input::from_csv(table).unwrap(), "bar", "en");
    assert!(!told.contains("in “Votes”") && !told.contains("\"Votes\", the"), "{told}");
    assert!(told.contains("9,708") && told.contains("−20"), "{told}");
}

#[test]
fn what_a_legend_hides_is_not_told() {
    // Of two names in three years each year is a row of grouped bars, and the legend has the names.
    for (kind, labels, years) in [
        ("grouped", &["甲", "丙"][..], &["2009", "2010", "2011"][..]),
        ("stacked", &["甲", "乙", "丙"], &["2010", "2011"]),
    ] {
        let mut figures = Figures::default();
        for label in labels {
            for year in years {
                let value = Amount::exact(if *label == "丙" { 90.0 } else { 10.0 });
                let mut it = figure((*label).into(), Some(value), "户");
                it.id = format!("{label}{year}");
                it.year = tujie::input::period::parse(year);
                figures.figures.push(it);
            }
        }
        assert!(told(&figures, kind, "zh").contains("共6项数据"), "{kind}");
        figures.hidden.push("丙".into());
        let text = told(&figures, kind, "zh");
        let left = format!("共{}项数据", 6 - years.len());
        assert!(text.contains(&left) && !text.contains('丙') && !text.contains("90"), "{kind}: {text}");
        // Where no legend has such a name, and where it has no other, nothing is out of sight.
        figures.hidden[0] = "丁".into();
        assert!(told(&figures, kind, "zh").contains("共6项数据"), "{kind}");
    }
}

#[test]
fn of_equal_ends_the_one_that_may_reach_further_is_the_highest() {
    let others: Vec<String> = (1..12).map(|place| format!("村{place},{place}万元")).collect();
    for rows in ["甲,近2000万元\n乙,2000余万元", "乙,2000余万元\n甲,近2000万元"] {
        let table = format!("项目,金额\n{rows}\n{}\n", others.join("\n"));
        let told = told(&tujie::input::from_csv(&table).unwrap(), "bar", "zh-CN");
        assert!(told.contains("最高的是乙"), "{told}");
    }
}
