//! What a page with one chart of a kind downloads.

use std::collections::BTreeSet;

use anyhow::{Context, Result, anyhow, ensure};
use tujie::choose::{self, KINDS};
use tujie::{input, layout, native::json};

/// Figures as most charts have them: names, shares of a whole, names in groups, series over time, and some that share no
/// unit.
const DOCUMENTS: [&str; 5] = [
    r#"[{"label": "甲", "value": 30, "unit": "人"}, {"label": "乙", "value": 20, "unit": "人"}]"#,
    r#"[{"label": "甲", "value": 62, "unit": "%"}, {"label": "乙", "value": 38, "unit": "%"}]"#,
    r#"[{"label": "甲", "group": "东", "value": 3, "unit": "户"}, {"label": "乙", "group": "东", "value": 4, "unit": "户"},
        {"label": "甲", "group": "西", "value": 5, "unit": "户"}, {"label": "乙", "group": "西", "value": 6, "unit": "户"}]"#,
    r#"[{"label": "甲", "year": 2010, "value": 3, "unit": "人"}, {"label": "甲", "year": 2011, "value": 4, "unit": "人"},
        {"label": "乙", "year": 2010, "value": 5, "unit": "人"}, {"label": "乙", "year": 2011, "value": 6, "unit": "人"}]"#,
    r#"[{"label": "甲", "year": 2010, "value": 3, "unit": "人"}, {"label": "甲", "year": 2011, "value": 4, "unit": "人"},
        {"label": "乙", "year": 2010, "value": 5, "unit": "人"}, {"label": "乙", "year": 2011, "value": 6, "unit": "人"},
        {"label": "丙", "year": 2011, "value": 7, "unit": "元"}]"#,
];

/// Every name that the option takes.
fn names() -> impl Iterator<Item = &'static str> {
    ["auto"].into_iter().chain(KINDS.map(choose::Kind::name))
}

/// The parts that the page loads for a document drawn as a kind; `None` where that kind doesn't suit it.
fn parts(name: &str, document: &str) -> Result<Option<BTreeSet<String>>> {
    let figures = json::parse(document).map_err(|error| anyhow!("{error}"))?;
    let figures = input::from_value(&figures).map_err(|error| anyhow!("{error}"))?;
    let (kind, _) = choose::choose(name, &figures);
    if name != "auto" && name != kind.name() {
        return Ok(None);
    }
    // The page loads what has the name that was asked for to judge the figures, and what describes each picture.
    let words = [name, &layout::parts(kind, &figures), "describe"].join(" ");
    Ok(Some(words.split_whitespace().map(String::from).collect()))
}

/// One chart of a kind with the dearest of the documents that suit it.
pub struct Dearest {
    /// The name of the kind.
    pub kind: &'static str,
    /// What is loaded for it besides script, core and main wasm.
    pub parts: Vec<String>,
    /// How much all of those parts are.
    pub bytes: usize,
}

/// What each kind loads of parts that are so large.
pub fn dearest(sizes: &[(&str, usize)]) -> Result<Vec<Dearest>> {
    let mut found = Vec::new();
    for kind in names() {
        let mut dearest: Option<Dearest> = None;
        for document in DOCUMENTS {
            let Some(names) = parts(kind, document)? else { continue };
            let mut known = Dearest { kind, parts: Vec::new(), bytes: 0 };
            for name in names {
                if let Some((_, bytes)) = sizes.iter().find(|(part, _)| *part == name) {
                    known.parts.push(name);
                    known.bytes += bytes;
                } else {
                    ensure!(WHOLE.contains(&name.as_str()), "no part of the wasm is called {name}");
                }
            }
            if dearest.as_ref().is_none_or(|other| known.bytes > other.bytes) {
                dearest = Some(known);
            }
        }
        found.push(dearest.with_context(|| format!("no document of kinds.rs suits {kind}"))?);
    }
    Ok(found)
}

/// Kinds that are drawn by the main wasm, or by the parts of others.
const WHOLE: [&str; 2] = ["bar", "multiples"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_measured_with_the_parts_that_it_loads() {
        let sizes = "describe auto cards icon change column line area slope grouped stacked dot donut waffle pictogram progress treemap";
        let sizes: Vec<(&str, usize)> = sizes.split(' ').map(|name| (name, 10)).collect();
        let dearest = dearest(&sizes).unwrap();
        assert_eq!(dearest.len(), 1 + KINDS.len());
        let of = |kind| dearest.iter().find(|found| found.kind == kind).unwrap().parts.join(" ");
        assert_eq!(of("bar"), "change describe");
        assert_eq!(of("column"), "change column describe");
        assert_eq!(of("area"), "area change describe line");
        assert_eq!(of("donut"), "describe donut");
        assert_eq!(of("multiples"), "cards change describe line");
        assert!(dearest.iter().all(|found| found.bytes == 10 * found.parts.len()));
    }

    #[test]
    fn a_part_that_is_missing_is_told() {
        let error = dearest(&[("auto", 1)]).err().unwrap().to_string();
        assert!(error.contains("no part of the wasm is called"), "{error}");
    }
}
