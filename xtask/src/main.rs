//! The project's commands, run as `cargo xtask COMMAND`.

mod bench;
mod build;
mod constants;
mod demo;
mod kinds;
mod process;
mod project;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

use project::Project;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  build                           make dist/, optimised
  demo [--port N]                 build, then serve the demo article at http://127.0.0.1:8000/
  size                            build, then hold the bytes of each file in dist/ against the budget
  test [native] [wasm] [browser]  install what the tests need and run them; without a name, all of them
  bench [hover] [load]            build, then measure beside Chart.js; without a name, everything that is measured
";

enum Command {
    Build,
    Demo { port: u16 },
    Size,
    Test(Vec<test::Suite>),
    Bench(Vec<bench::Bench>),
    Help,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = match parse(&arguments) {
        Ok(command) => command,
        Err(problem) => {
            eprint!("xtask: {problem}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command; `false` means that it did its work and the verdict is bad.
fn run(command: Command) -> anyhow::Result<bool> {
    if let Command::Help = command {
        print!("{USAGE}");
        return Ok(true);
    }
    let project = Project::find()?;
    match command {
        Command::Help => Ok(true),
        Command::Build => build::build(&project).map(|_| true),
        Command::Demo { port } => demo::demo(&project, port).map(|()| true),
        Command::Size => size::size(&project),
        Command::Test(suites) => test::test(&project, &suites),
        Command::Bench(benches) => bench::bench(&project, &benches).map(|()| true),
    }
}

fn parse(arguments: &[String]) -> Result<Command, String> {
    let Some((name, rest)) = arguments.split_first() else {
        return Err("a command is missing".into());
    };
    match name.as_str() {
        "build" => nothing_more(name, rest).map(|()| Command::Build),
        "size" => nothing_more(name, rest).map(|()| Command::Size),
        "demo" => demo_port(rest).map(|port| Command::Demo { port }),
        "test" => rest
            .iter()
            .map(|suite| test::Suite::named(suite).ok_or_else(|| format!("`{suite}` is not a test suite")))
            .collect::<Result<_, _>>()
            .map(Command::Test),
        "bench" => rest
            .iter()
            .map(|name| bench::Bench::named(name).ok_or_else(|| format!("`{name}` is not a benchmark")))
            .collect::<Result<_, _>>()
            .map(Command::Bench),
        "help" | "--help" | "-h" => Ok(Command::Help),
        _ => Err(format!("`{name}` is not a command")),
    }
}

fn nothing_more(name: &str, rest: &[String]) -> Result<(), String> {
    match rest.first() {
        None => Ok(()),
        Some(extra) => Err(format!("`{name}` takes no argument `{extra}`")),
    }
}

fn demo_port(rest: &[String]) -> Result<u16, String> {
    let value = match rest {
        [] => return Ok(8000),
        [flag, value] if flag == "--port" => value.as_str(),
        [one] if one.starts_with("--port=") => &one["--port=".len()..],
        _ => return Err("`demo` takes `--port N` only".into()),
    };
    value.parse().map_err(|_| format!("`{value}` is not a port: give a number from 0 to 65535"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        parse(&words)
    }

    #[test]
    fn the_demo_listens_on_port_8000_unless_told_otherwise() {
        assert!(matches!(parsed("demo"), Ok(Command::Demo { port: 8000 })));
        assert!(matches!(parsed("demo --port 8123"), Ok(Command::Demo { port: 8123 })));
        assert!(matches!(parsed("demo --port=8123"), Ok(Command::Demo { port: 8123 })));
    }

    #[test]
    fn test_suites_are_chosen_by_name() {
        use test::Suite::{Browser, Native};
        assert!(matches!(parsed("test"), Ok(Command::Test(suites)) if suites.is_empty()));
        assert!(
            matches!(parsed("test native browser"), Ok(Command::Test(suites)) if suites == [Native, Browser])
        );
    }

    #[test]
    fn benchmarks_are_chosen_by_name() {
        assert!(matches!(parsed("bench"), Ok(Command::Bench(benches)) if benches.is_empty()));
        assert!(
            matches!(parsed("bench hover"), Ok(Command::Bench(benches)) if benches == [bench::Bench::Hover])
        );
    }

    #[test]
    fn a_wrong_call_is_named() {
        let problem = |line| parsed(line).err().unwrap_or_default();
        assert_eq!(problem(""), "a command is missing");
        assert_eq!(problem("biuld"), "`biuld` is not a command");
        assert_eq!(problem("build fast"), "`build` takes no argument `fast`");
        assert_eq!(problem("test unit"), "`unit` is not a test suite");
        assert_eq!(problem("bench click"), "`click` is not a benchmark");
        assert_eq!(problem("demo --port x"), "`x` is not a port: give a number from 0 to 65535");
        assert_eq!(problem("demo 80"), "`demo` takes `--port N` only");
    }
}
