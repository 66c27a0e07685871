//! What is shipped: its size, and pages that use it.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::report::Report;
use crate::project::Project;
use crate::tools::{self, Browser};
use crate::{build, size};

pub fn test(project: &Project, report: &mut Report) {
    let Some(dist) = report.check("build", || build::build(project)) else { return };
    report.check("size", || {
        ensure!(size::keeps(&dist)?, "dist/ has become larger than it was");
        Ok(())
    });
    // Playwright asks for more than the build does.
    if report.need("Node.js", || tools::node(20)).is_none() {
        return;
    }
    let Some(browser) = report.need("browser", Browser::ready) else { return };
    let Some(firefox) = report.need("other engines", tools::other_engines) else { return };
    let Some(files) = report.need("browser test files", || test_files(project)) else { return };
    let mut tests = Command::new("node");
    tests.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]).args(files);
    tests.env("CHROMIUM", browser.chromium).env("FIREFOX", firefox).current_dir(project.browser_tests());
    report.tests("browser tests", &mut tests);
}

/// The files `tests/browser/*.test.mjs`, in order.
fn test_files(project: &Project) -> Result<Vec<PathBuf>> {
    let folder = project.browser_tests();
    let entries = fs::read_dir(&folder).with_context(|| format!("{} can't be read", folder.display()))?;
    let is_test = |name: &OsStr| name.to_string_lossy().ends_with(".test.mjs");
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(is_test))
        .collect();
    files.sort_unstable();
    ensure!(!files.is_empty(), "tests/browser holds no *.test.mjs");
    Ok(files)
}
