//! `cargo xtask size`: what a reader downloads, held against the budget.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::build::{self, Dist, LOADER};
use crate::kinds;
use crate::project::Project;

/// Brotli bytes of the loader, which every page with the script tag downloads: 4 kB.
const LOADER_BUDGET: usize = 4_000;
/// Brotli bytes of all that a page downloads to show a chart: 45 kB.
const CHART_BUDGET: usize = 45_000;

/// Where the download stands until it meets that budget. Tests see to it that it does not grow unnoticed: who adds to it
/// says here by how much, and who takes away brings this down.
const CHART_REACHED: usize = 57_800;

/// The same of all that a page downloads to show one chart of the named kind that needs the most.
const KIND_REACHED: usize = 75_500;

/// A file's bytes as written, and as a server sends them.
#[derive(Clone, Copy, Default)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> Result<Sizes> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut &*bytes, &mut brotli, &options)?;
        Ok(Sizes { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    fn and(self, other: Sizes) -> Sizes {
        Sizes { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn row(self, name: &str) -> String {
        format!("{name:<28}{:>10}{:>10}{:>12}", self.raw, self.gzip, self.brotli)
    }
}

/// Builds, prints the table, and says whether everything is within the budget.
pub fn size(project: &Project) -> Result<bool> {
    measure(&build::build(project)?, CHART_BUDGET)
}

/// The same for what is built already, so that it does not grow unnoticed.
pub fn keeps(dist: &Dist) -> Result<bool> {
    measure(dist, CHART_REACHED.max(CHART_BUDGET))
}

fn measure(dist: &Dist, chart_budget: usize) -> Result<bool> {
    println!("{:<28}{:>10}{:>10}{:>12}", "bytes", "raw", "gzip -9", "brotli -11");
    let mut loader = Sizes::default();
    let mut chart = Sizes::default();
    let mut parts: Vec<(&str, usize)> = Vec::new();
    for name in &dist.files {
        let path = dist.folder.join(name);
        let bytes = fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?;
        let sizes = Sizes::of(&bytes)?;
        println!("{}", sizes.row(name));
        if name == LOADER {
            loader = sizes;
        }
        if [LOADER, &dist.core, &dist.wasm].contains(&name.as_str()) {
            chart = chart.and(sizes);
        }
        if let Some((part, _)) = dist.parts.iter().find(|(_, file)| file == name) {
            parts.push((part, sizes.brotli));
        }
    }
    println!("{}", chart.row("script, core and wasm"));
    let words: Vec<String> = parts.iter().map(|(part, brotli)| format!("{part} {brotli}")).collect();
    println!("brotli bytes of the parts that only some charts load: {}", words.join(", "));
    let kinds = kinds::dearest(&parts)?;
    println!(
        "brotli bytes of a page with one chart of a kind, and what is in them besides script, core and wasm:"
    );
    for found in &kinds {
        println!("{:<12}{:>8}  {}", found.kind, chart.brotli + found.bytes, found.parts.join(", "));
    }
    // What none is named for loads what picks one besides.
    let named = kinds.iter().filter(|found| found.kind != "auto");
    let most = named.map(|found| found.bytes).max().unwrap_or_default();
    let verdicts = [
        verdict(LOADER, loader.brotli, LOADER_BUDGET),
        verdict("script, core and wasm", chart.brotli, chart_budget),
        verdict("one chart of the dearest kind", chart.brotli + most, KIND_REACHED),
    ];
    for (_, sentence) in &verdicts {
        println!("{sentence}");
    }
    Ok(verdicts.iter().all(|(within, _)| *within))
}

/// Whether the bytes are within the budget, and that in words.
fn verdict(what: &str, brotli: usize, budget: usize) -> (bool, String) {
    let within = brotli <= budget;
    let words = if within { "within" } else { "OVER" };
    let left = brotli.abs_diff(budget);
    let side = if within { "left" } else { "too many" };
    (within, format!("{what}: {brotli} of {budget} brotli bytes, {words} the budget, {left} {side}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_itself_is_within_the_budget() {
        assert_eq!(
            verdict("tujie.js", 4000, 4000),
            (true, "tujie.js: 4000 of 4000 brotli bytes, within the budget, 0 left".into())
        );
    }

    #[test]
    fn one_byte_more_is_over() {
        assert_eq!(
            verdict("tujie.js", 4001, 4000),
            (false, "tujie.js: 4001 of 4000 brotli bytes, OVER the budget, 1 too many".into())
        );
    }

    #[test]
    fn sizes_are_measured_and_added() {
        let zeros = Sizes::of(&[0; 10_000]).unwrap();
        assert_eq!(zeros.raw, 10_000);
        assert!(zeros.gzip < 100 && zeros.brotli < zeros.gzip);
        let both = zeros.and(zeros);
        assert_eq!((both.raw, both.brotli), (20_000, 2 * zeros.brotli));
    }
}
