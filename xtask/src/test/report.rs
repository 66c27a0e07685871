//! Counting what passed and what failed.

use std::fmt;
use std::process::Command;

use anyhow::Result;

use crate::process;

/// How many tests passed and failed. A step that is no set of tests, such as a lint, counts as one.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    passed: usize,
    failed: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Tally {
    /// Counts what a line of a test runner's output sums up: libtest's and wasm-bindgen-test's
    /// `test result: ok. 3 passed; 0 failed; …`, Node's `ℹ pass 3`.
    fn count(&mut self, line: &str) {
        if let Some((_, counts)) = line.split_once("test result: ") {
            self.passed += number_before(counts, " passed");
            self.failed += number_before(counts, " failed");
        } else if let Some(count) = line.strip_prefix("ℹ ") {
            match count.split_once(' ') {
                Some(("pass", number)) => self.passed += number.parse().unwrap_or(0),
                Some(("fail" | "cancelled", number)) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

/// The number that stands before a word: 3 in `ok. 3 passed; …`.
fn number_before(text: &str, word: &str) -> usize {
    let before = text.split(word).next().unwrap_or("");
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// What the steps of a run came to.
#[derive(Default)]
pub struct Report {
    steps: Vec<(String, Tally)>,
}

impl Report {
    /// Runs a step that passes or fails as a whole, and says whether it passed.
    pub fn check<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Option<T> {
        eprintln!("\nxtask: {name}");
        let result = step();
        let passed = usize::from(result.is_ok());
        self.steps.push((name.into(), Tally { passed, failed: 1 - passed }));
        result.inspect_err(|error| eprintln!("xtask: {error:#}")).ok()
    }

    /// Prepares what later steps need: nothing to count unless it fails.
    pub fn need<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T>) -> Option<T> {
        let got = self.check(name, step);
        if got.is_some() {
            self.steps.pop();
        }
        got
    }

    /// Runs a test runner and counts its tests. One that fails without a failed test counts as one failure.
    pub fn tests(&mut self, name: &str, command: &mut Command) {
        eprintln!("\nxtask: {name}");
        let mut tally = Tally::default();
        let result = process::each_line(command, |line| {
            println!("{line}");
            tally.count(line);
        });
        let problem = match result {
            Ok(true) if tally.passed + tally.failed == 0 => Err("it ran no test".into()),
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("{} failed", process::called(command))),
            Err(error) => Err(format!("{error:#}")),
        };
        if let Err(problem) = problem {
            eprintln!("xtask: {name}: {problem}");
            tally.failed = tally.failed.max(1);
        }
        self.steps.push((name.into(), tally));
    }

    /// Prints each step and, on a line of its own, the sum; `false` if anything failed.
    pub fn print(&self) -> bool {
        let mut sum = Tally::default();
        println!();
        for (name, tally) in &self.steps {
            let verdict = if tally.failed == 0 { "ok" } else { "FAILED" };
            println!("{verdict:<8}{name:<28}{tally}");
            sum.passed += tally.passed;
            sum.failed += tally.failed;
        }
        println!("{sum}");
        sum.failed == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    fn tally(output: &str) -> Tally {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.count(line));
        tally
    }

    #[test]
    fn the_sums_of_several_rust_test_binaries_are_added() {
        let output = "test a ... ok\n\
                      test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                      test result: FAILED. 12 passed; 2 failed; 0 ignored";
        assert_eq!(tally(output), Tally { passed: 15, failed: 2 });
    }

    #[test]
    fn the_sums_of_nodes_test_runner_are_read() {
        let output = "✔ draws (12ms)\nℹ tests 6\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0";
        assert_eq!(tally(output), Tally { passed: 4, failed: 2 });
    }

    #[test]
    fn a_step_counts_as_one_and_a_fulfilled_need_as_none() {
        let mut report = Report::default();
        assert_eq!(report.check("formatted", || Ok(1)), Some(1));
        assert_eq!(report.need("browser", || Ok(2)), Some(2));
        assert!(report.check::<()>("linted", || bail!("no")).is_none());
        assert!(report.need::<()>("driver", || bail!("no")).is_none());
        let counts: Vec<_> = report.steps.iter().map(|(_, tally)| (tally.passed, tally.failed)).collect();
        assert_eq!(counts, [(1, 0), (0, 1), (0, 1)]);
        assert!(!report.print());
    }

    #[test]
    fn a_runner_that_runs_nothing_or_does_not_start_is_a_failure() {
        let mut report = Report::default();
        report.tests("silent", process::cargo().arg("--version"));
        report.tests("absent", &mut Command::new("no-such-program"));
        let counts: Vec<_> = report.steps.iter().map(|(_, tally)| tally.failed).collect();
        assert_eq!(counts, [1, 1]);
    }
}
