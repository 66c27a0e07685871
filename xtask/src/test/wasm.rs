//! The library as the browser runs it.

use std::path::PathBuf;

use anyhow::Result;

use super::report::Report;
use crate::process;
use crate::project::Project;
use crate::tools::{self, Browser, WASM_TARGET};

/// The integration tests that are for the browser: `tests/wasm.rs` and `tests/wasm_*.rs`.
const TESTS: &str = "wasm*";

pub fn test(project: &Project, report: &mut Report) {
    let cargo = |subcommand: &str| {
        let mut command = process::cargo();
        command.args([subcommand, "--package", "tujie", "--target", WASM_TARGET, "--test", TESTS]);
        command.current_dir(&project.root);
        command
    };
    if report.need("wasm target", tools::wasm_target).is_none() {
        return;
    }
    if report.need("clippy", tools::rust_components).is_some() {
        let mut clippy = cargo("clippy");
        clippy.args(["--lib", "--", "-D", "warnings"]);
        report.check("wasm lints", || process::run(&mut clippy));
    }
    let Some(browser) = report.need("browser for the wasm tests", Browser::ready) else { return };
    let Some(runner) = report.need("wasm test runner", || runner(project)) else { return };
    let mut tests = cargo("test");
    tests.arg("--no-fail-fast");
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    tests.env("CHROMEDRIVER", browser.driver);
    tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project.browser_tests().join("webdriver.json"));
    // A failed test says enough; the runner's own stack says nothing.
    tests.env("RUST_BACKTRACE", "0");
    tests.env("WASM_BINDGEN_TEST_TIMEOUT", "120").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    report.tests("wasm tests", &mut tests);
}

/// Compiles the program that cargo runs wasm tests with: minutes the first time, nothing after.
fn runner(project: &Project) -> Result<PathBuf> {
    const NAME: &str = "wasm-test-runner";
    let mut command = process::cargo();
    command.args(["build", "--package", "xtask", "--bin", NAME, "--features", NAME]);
    command.args(["--config", "future-incompat-report.frequency='never'"]);
    process::run(command.current_dir(&project.root))?;
    Ok(project.target.join("debug").join(format!("{NAME}{}", std::env::consts::EXE_SUFFIX)))
}
