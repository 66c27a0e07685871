//! What needs nothing but the Rust toolchain.

use std::process::Command;

use super::report::Report;
use crate::process;
use crate::project::Project;
use crate::tools;

pub fn test(project: &Project, report: &mut Report) {
    let cargo = |arguments: &[&str]| {
        let mut command = process::cargo();
        command.args(arguments).current_dir(&project.root);
        command
    };
    let run = |mut command: Command| move || process::run(&mut command);

    if report.need("rustfmt and clippy", tools::rust_components).is_some() {
        report.check("format", run(cargo(&["fmt", "--all", "--check"])));
        let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
        report.check("lints", run(cargo(&clippy)));
    }
    report.tests("native tests", &mut cargo(&["test", "--workspace", "--no-fail-fast"]));
    let mut docs = cargo(&["doc", "--workspace", "--no-deps"]);
    docs.env("RUSTDOCFLAGS", "-D warnings");
    report.check("docs", run(docs));
}
