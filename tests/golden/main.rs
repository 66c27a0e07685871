//! Golden cases: each folder of `tests/cases` holds an input with its options, and what came of it as
//! scene, outline and SVG. `TUJIE_BLESS=1 cargo test --test golden` rewrites what came of it.

mod dump;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tujie::choose::choose;
use tujie::describe;
use tujie::figures::{Bound, Figures};
use tujie::lang::Locale;
use tujie::layout::{Request, layout};
use tujie::measure::Tabular;
use tujie::outline;
use tujie::paint::svg::svg;
use tujie::reader::Reader;
use tujie::scene::Scene;
use tujie::theme::Theme;

struct Case {
    name: String,
    folder: PathBuf,
    options: BTreeMap<String, String>,
    figures: Figures,
}

impl Case {
    fn read(folder: &Path) -> Case {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(folder.join("options")).unwrap_or_default();
        let options = text
            .split_whitespace()
            .map(|pair| pair.split_once('=').expect("options are name=value"))
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect();
        let figures = match fs::read_to_string(folder.join("input.json")) {
            Ok(json) => tujie::native::json::from_json(&json),
            Err(_) => tujie::input::from_csv(&fs::read_to_string(folder.join("input.csv")).unwrap()),
        };
        let figures = figures.unwrap_or_else(|error| panic!("{name}: {error}"));
        Case { name, folder: folder.into(), options, figures }
    }

    fn option(&self, name: &str) -> &str {
        self.options.get(name).map_or("", String::as_str)
    }

    fn reader(&self) -> Reader<'_> {
        let lang = if self.option("lang").is_empty() { "zh-CN" } else { self.option("lang") };
        Reader { figures: &self.figures, locale: Locale::from_tag(lang) }
    }

    fn scene(&self) -> (Scene, String) {
        let (kind, notice) = choose(self.option("kind"), &self.figures);
        let request = Request {
            kind,
            width: self.option("width").parse().unwrap_or(640.0),
            height: self.option("height").parse().ok(),
            grow: false,
            large: self.option("size") == "large",
            touch: false,
        };
        (layout(self.reader(), &request, &Tabular), notice.to_string())
    }

    fn svg(&self) -> String {
        let reader = self.reader();
        let (scene, _) = self.scene();
        let theme = if self.option("theme") == "dark" { Theme::dark() } else { Theme::light() };
        svg(&scene, &theme, outline::title(&reader), &describe::description(&reader, &scene)).unwrap()
    }
}

fn cases() -> Vec<Case> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir("tests/cases").unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders.iter().map(|folder| Case::read(folder)).collect()
}

#[test]
fn every_case_gives_the_scene_outline_and_svg_that_were_accepted() {
    let bless = std::env::var_os("TUJIE_BLESS").is_some();
    let cases = cases();
    assert!(cases.len() >= 20, "only {} cases", cases.len());
    let mut changed = Vec::new();
    for case in &cases {
        let (scene, notice) = case.scene();
        let results = [
            ("scene", dump::scene(&scene, &case.figures)),
            ("outline", dump::outline(&case.reader(), &scene, &notice)),
            ("svg", case.svg()),
        ];
        for (kind, text) in results {
            let path = case.folder.join(kind);
            if bless {
                fs::write(&path, &text).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default() != text {
                changed.push(format!("{}/{kind}", case.name));
            }
        }
    }
    assert!(changed.is_empty(), "changed: {changed:?}; look at the diff after TUJIE_BLESS=1");
}

/// The value of an attribute in one line of SVG.
fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let start = line.find(&format!(" {name}=\""))? + name.len() + 3;
    line[start..].split('"').next()
}

/// Left and right end of the first shape of a line, if it is one that fills.
fn extent(line: &str) -> Option<(f64, f64)> {
    if line.starts_with("<rect") {
        let x: f64 = attribute(line, "x")?.parse().ok()?;
        let width: f64 = attribute(line, "width")?.parse().ok()?;
        return Some((x, x + width));
    }
    if line.starts_with("<polygon") {
        let xs: Vec<f64> = attribute(line, "points")?
            .split(' ')
            .map(|pair| pair.split(',').next().unwrap().parse().unwrap())
            .collect();
        return Some((
            xs.iter().copied().fold(f64::INFINITY, f64::min),
            xs.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        ));
    }
    None
}

#[test]
fn bars_in_the_svg_are_as_long_as_their_values_say() {
    let mut compared = 0;
    for case in cases().iter().filter(|case| case.option("kind") == "bar") {
        let drawn = case.svg();
        let (scene, _) = case.scene();
        // The first filled shape in a datum's group is its solid part.
        let mut lengths: BTreeMap<&str, f64> = BTreeMap::new();
        let mut lines = drawn.lines();
        while let Some(line) = lines.next() {
            if line.starts_with("<g data-id=") {
                let id = attribute(line, "data-id").unwrap();
                if let Some((left, right)) = lines.next().and_then(extent) {
                    lengths.insert(id, right - left);
                }
            }
        }
        for panel in 0..=scene.data.iter().map(|datum| datum.panel).max().unwrap_or(0) {
            let bars: Vec<(f64, f64)> = scene
                .data
                .iter()
                .filter(|datum| datum.panel == panel)
                .filter_map(|datum| {
                    let amount = case.figures.figures[datum.figure].amount?;
                    // A range has its solid part up to its low end; a wavy end swings around the value.
                    let plain = amount.bound != Bound::About && amount.value != 0.0;
                    let escaped = datum.id.replace('&', "&amp;").replace('<', "&lt;");
                    let length = *lengths.get(escaped.as_str())?;
                    plain.then_some((amount.value.abs(), length))
                })
                .collect();
            let Some(&(most, longest)) = bars.iter().max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
            for (value, length) in bars {
                let expected = (value / most * longest).max(1.0);
                assert!(
                    (length - expected).abs() <= 1.0,
                    "{}: {value} is {length} px long, not {expected}",
                    case.name
                );
                compared += 1;
            }
        }
    }
    assert!(compared >= 30, "only {compared} bars compared");
}
