//! `cargo xtask bench`: what things cost, measured beside what others offer. Prints figures; there is no limit to keep.

use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::tools::{self, Browser};
use crate::{build, process};

/// Something that is measured, chosen by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bench {
    /// From a move of the pointer to the painted frame, beside Chart.js: see `tests/browser/bench/hover.mjs`.
    Hover,
    /// From the start of the navigation to the first chart, beside Chart.js: see `tests/browser/bench/load.mjs`.
    Load,
}

impl Bench {
    const ALL: [Bench; 2] = [Bench::Hover, Bench::Load];

    /// The benchmark of that name.
    pub fn named(name: &str) -> Option<Bench> {
        Bench::ALL.into_iter().find(|bench| bench.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Bench::Hover => "hover",
            Bench::Load => "load",
        }
    }
}

/// Builds and runs these benchmarks, or all if none is named; an error where one can't be run.
pub fn bench(project: &Project, benches: &[Bench]) -> Result<()> {
    build::build(project)?;
    // Playwright asks for more than the build does.
    tools::node(20)?;
    let browser = Browser::ready()?;
    for bench in Bench::ALL {
        if !benches.is_empty() && !benches.contains(&bench) {
            continue;
        }
        eprintln!("xtask: measuring {}, which takes minutes", bench.name());
        let mut node = Command::new("node");
        node.arg(project.browser_tests().join("bench").join(format!("{}.mjs", bench.name())));
        process::run(node.env("CHROMIUM", &browser.chromium).current_dir(project.browser_tests()))?;
    }
    Ok(())
}
