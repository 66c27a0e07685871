//! `cargo xtask test`: everything that has to hold, in three suites.

mod browser;
mod native;
mod report;
mod wasm;

use anyhow::Result;

use crate::project::Project;
use report::Report;

/// A group of tests that is chosen by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Suite {
    /// Format, lints, tests and docs on the machine itself: the loop while editing.
    Native,
    /// Lints and tests of the library compiled to wasm, in a headless browser.
    Wasm,
    /// What is shipped: its size, and pages that use it.
    Browser,
}

impl Suite {
    /// The suite of that name.
    pub fn named(name: &str) -> Option<Suite> {
        match name {
            "native" => Some(Suite::Native),
            "wasm" => Some(Suite::Wasm),
            "browser" => Some(Suite::Browser),
            _ => None,
        }
    }
}

/// Runs these suites, or all if none is named; `false` if anything failed.
pub fn test(project: &Project, suites: &[Suite]) -> Result<bool> {
    let mut report = Report::default();
    for suite in [Suite::Native, Suite::Wasm, Suite::Browser] {
        if !suites.is_empty() && !suites.contains(&suite) {
            continue;
        }
        match suite {
            Suite::Native => native::test(project, &mut report),
            Suite::Wasm => wasm::test(project, &mut report),
            Suite::Browser => browser::test(project, &mut report),
        }
    }
    Ok(report.print())
}
