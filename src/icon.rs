//! Icons of what is counted: polygons of our own on a grid of 24 units, each counted in halves.

use crate::figures::Figure;
use crate::geometry::rounded;
use crate::scene::{Point, Rect};
use crate::unit;
use crate::words::mentions;

/// Half units of the grid.
const GRID: f64 = 48.0;
/// Before the sides of a box and the radii of its upper and lower corners.
const BOX: u8 = 0;
/// Before the sides of a hole in the shape before it, which runs clockwise.
const HOLE: u8 = 1;

/// What an icon can be asked for by, in the order of [`SHAPES`].
const NAMES: &str = "dot|person|family|leaflet|book|coin|building|vehicle|megaphone|cross|card|tree";

const LEAFLET: usize = 3;
const BOOK: usize = 4;
const CARD: usize = 10;

/// The units that mean each icon, as [`unit::canonical`] spells them, and in singular.
const UNITS: [&str; 12] = [
    "",
    "人|人次|participant",
    "户|家庭|family|families",
    "张|份|页|頁|leaflet|copy|copies|sheet",
    "册|本|部|书|書|book|volume",
    "元|美元|欧元|英镑|港元",
    "站|个站|個站|所|座|栋|棟|幢|building|station|site|school",
    "辆|辆次|輛次|vehicle|car|buse",
    "条标语|條標語|slogan|banner",
    "例|例次|诊|診|medical|case",
    "证|證|卡|card|certificate",
    "树|樹|株|棵|tree",
];

/// What in a label means each icon, where the unit does not.
const WORDS: [&str; 12] = [
    "",
    "人员|人員|学员|people",
    "户|戶|家庭|household|famil",
    "彩页|彩頁|传单|傳單|leaflet",
    "书|書|册|冊|book",
    "资金|資金|fund",
    "站|building|station",
    "车|車|vehicle",
    "标语|標語|slogan",
    "诊|診|病例|medical",
    "证|證|卡|card|certificate",
    "树|樹|tree",
];

/// A number of points and their places, or [`BOX`] or [`HOLE`] and what it takes; one after the other.
const SHAPES: [&[u8]; 12] = [
    &[BOX, 6, 6, 42, 42, 18, 18],
    &[BOX, 16, 2, 32, 18, 8, 8, BOX, 9, 21, 39, 46, 13, 2],
    &[
        BOX, 3, 2, 15, 14, 6, 6, BOX, 1, 17, 16, 46, 6, 1, BOX, 33, 2, 45, 14, 6, 6, BOX, 32, 17, 47, 46, 6,
        1, BOX, 19, 19, 29, 29, 5, 5, BOX, 18, 32, 30, 46, 5, 1,
    ],
    &[
        5, 7, 2, 28, 2, 41, 15, 41, 46, 7, 46, HOLE, 14, 20, 34, 23, HOLE, 14, 28, 34, 31, HOLE, 14, 36, 26,
        39,
    ],
    &[
        7, 2, 8, 10, 6, 17, 8, 23, 12, 23, 44, 14, 40, 2, 41, 7, 25, 12, 31, 8, 38, 6, 46, 8, 46, 41, 34, 40,
        25, 44,
    ],
    &[BOX, 3, 3, 45, 45, 21, 21, HOLE, 17, 17, 31, 31],
    &[3, 24, 2, 46, 19, 2, 19, 8, 6, 22, 42, 22, 42, 46, 30, 46, 30, 32, 18, 32, 18, 46, 6, 46],
    &[
        BOX, 1, 10, 28, 35, 2, 1, 6, 30, 16, 39, 16, 47, 26, 47, 35, 30, 35, 30, 34, HOLE, 34, 20, 40, 26,
        BOX, 7, 32, 18, 43, 5, 5, BOX, 32, 32, 43, 43, 5, 5,
    ],
    &[
        4, 16, 16, 38, 5, 38, 41, 16, 30, BOX, 2, 16, 14, 30, 4, 4, 4, 8, 32, 16, 32, 20, 45, 12, 45, BOX,
        41, 18, 46, 28, 2, 2,
    ],
    &[12, 17, 4, 31, 4, 31, 17, 44, 17, 44, 31, 31, 31, 31, 44, 17, 44, 17, 31, 4, 31, 4, 17, 17, 17],
    &[BOX, 2, 8, 46, 15, 4, 0, BOX, 2, 20, 46, 41, 0, 4, HOLE, 8, 31, 22, 35],
    &[7, 24, 1, 37, 18, 31, 18, 43, 37, 5, 37, 17, 18, 11, 18, BOX, 21, 38, 27, 47, 0, 1],
];

/// One icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(usize);

impl Icon {
    /// The one that says nothing of what is counted.
    pub const DOT: Icon = Icon(0);

    /// The icon of a name.
    pub fn named(name: &str) -> Option<Icon> {
        NAMES.split('|').position(|other| other.eq_ignore_ascii_case(name.trim())).map(Icon)
    }

    /// The icon that a figure asks for, or that its unit or label means; a dot where none does.
    #[inline(never)]
    pub fn of(figure: &Figure) -> Icon {
        if let Some(icon) = figure.extra("icon").and_then(Icon::named) {
            return icon;
        }
        let meant = |test: fn(&str, &str) -> bool, text: &str, words: &[&str]| {
            let mut icon = 1;
            while icon < words.len() && !test(text, words[icon]) {
                icon += 1;
            }
            icon % words.len()
        };
        let by_unit = meant(is_one, &figure.unit, &UNITS);
        if by_unit > 0 && by_unit != LEAFLET {
            return Icon(by_unit);
        }
        let by_label = meant(mentions, &figure.label, &WORDS);
        // 张 and 份 stand before cards and books, too, but before nothing else that has an icon.
        let sheet = by_unit == LEAFLET && !matches!(by_label, BOOK | CARD);
        Icon(if sheet { by_unit } else { by_label })
    }

    /// Whether it says nothing of what is counted.
    pub(crate) fn is_dot(self) -> bool {
        self == Icon::DOT
    }

    /// Its polygons in a box of any proportions, scaled alike both ways. Holes are cut in, or with `outlines` kept apart.
    pub(crate) fn shapes(self, area: Rect, outlines: bool) -> Vec<Vec<Point>> {
        let scale = area.width.min(area.height) / GRID;
        let x = |byte: u8| area.x + f64::from(byte) * scale;
        let y = |byte: u8| area.y + f64::from(byte) * scale;
        let mut shapes: Vec<Vec<Point>> = Vec::new();
        let mut rest = SHAPES[self.0];
        while let [code, after @ ..] = rest {
            rest = after;
            let mut shape = Vec::new();
            if *code > HOLE {
                for _ in 0..*code {
                    let [left, top, after @ ..] = rest else { break };
                    shape.push(Point { x: x(*left), y: y(*top) });
                    rest = after;
                }
                shapes.push(shape);
                continue;
            }
            let [left, top, right, bottom, after @ ..] = rest else { break };
            rest = after;
            let corners =
                [(*left, *top), (*right, *bottom)].map(|(left, top)| Point { x: x(left), y: y(top) });
            let frame = Rect::between(corners[0], corners[1]);
            if *code == BOX {
                let [upper, lower, after @ ..] = rest else { break };
                rest = after;
                shapes.push(rounded(frame, f64::from(*upper) * scale, f64::from(*lower) * scale));
                continue;
            }
            shape = rounded(frame, 0.0, 0.0);
            match shapes.last_mut() {
                Some(around) if !outlines => {
                    // Out along a cut, round the hole the other way, and back along the cut.
                    around.push(around[0]);
                    for &corner in &[0, 3, 2, 1, 0] {
                        around.push(shape[corner]);
                    }
                }
                _ => shapes.push(shape),
            }
        }
        shapes
    }
}

/// Whether a unit, or what it is the plural of, is one of the words.
fn is_one(unit: &str, words: &str) -> bool {
    let unit = unit::canonical(unit);
    !unit.is_empty() && unit::is_one_of(unit, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Shape;

    fn figure(label: &str, unit: &str, icon: &str) -> Figure {
        Figure {
            id: label.into(),
            label: label.into(),
            amount: None,
            unit: unit.into(),
            year: None,
            group: String::new(),
            per: String::new(),
            emphasis: false,
            written: String::new(),
            note: String::new(),
            quote: String::new(),
            extra: vec![("icon".into(), icon.into())],
        }
    }

    #[test]
    fn every_icon_has_a_name_and_lies_in_its_box() {
        let area = Rect { x: 10.0, y: 20.0, width: 24.0, height: 30.0 };
        for (index, name) in NAMES.split('|').enumerate() {
            assert_eq!(Icon::named(name), Some(Icon(index)));
            assert!(SHAPES[index].len() <= 100, "{name} takes {} bytes", SHAPES[index].len());
            for outlines in [false, true] {
                let shapes = Icon(index).shapes(area, outlines);
                assert!(!shapes.is_empty(), "{name} is empty");
                let within = Rect { height: 24.0, ..area }.grown(1e-9);
                for shape in shapes {
                    assert!(shape.len() >= 3 && shape.iter().all(|&point| within.contains(point)), "{name}");
                    let bounds = Shape::Polygon(shape).bounds();
                    assert!(bounds.width >= 1.0 && bounds.height >= 1.0, "{name}: {bounds:?}");
                }
            }
        }
        assert_eq!(Icon::named("sun"), None);
        assert_eq!(NAMES.split('|').count(), SHAPES.len());
    }

    #[test]
    fn a_hole_is_no_part_of_its_icon() {
        let area = |points: &[Point]| {
            let mut sum = 0.0;
            for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
                sum += a.x * b.y - b.x * a.y;
            }
            sum / 2.0
        };
        let frame = Rect { x: 0.0, y: 0.0, width: 48.0, height: 48.0 };
        let [coin] = &Icon::named("coin").unwrap().shapes(frame, false)[..] else {
            panic!("not one polygon")
        };
        let [disc, hole] = &Icon::named("coin").unwrap().shapes(frame, true)[..] else {
            panic!("not two loops")
        };
        assert!((area(coin) - (area(disc) - area(hole))).abs() < 1e-6);
        assert!(area(hole) > 100.0);
    }

    #[test]
    fn the_icon_is_asked_for_or_meant_by_unit_and_label() {
        for (label, unit, icon, expected) in [
            ("培训", "人", "tree", "tree"),
            ("培训", "名", "", "person"),
            ("培训", "名", "unknown", "person"),
            ("Staff trained", "people", "", "person"),
            ("服务站投入资金", "元", "", "coin"),
            ("新建服务站", "个", "", "building"),
            ("印发彩页", "张", "", "leaflet"),
            ("贺年卡", "张", "", "card"),
            ("Letters to households", "copies", "", "leaflet"),
            ("粉刷标语", "条", "", "megaphone"),
            ("Slogans painted", "", "", "megaphone"),
            ("资助困难户", "户", "", "family"),
            ("Home visits", "households", "", "family"),
            ("义诊", "例", "", "cross"),
            ("流动服务车", "辆", "", "vehicle"),
            ("赠书", "册", "", "book"),
            ("植树", "株", "", "tree"),
            ("活动", "场次", "", "dot"),
            ("活动", "", "", "dot"),
        ] {
            assert_eq!(
                Icon::of(&figure(label, unit, icon)),
                Icon::named(expected).unwrap(),
                "{label} {unit}"
            );
        }
    }
}
