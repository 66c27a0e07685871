//! Running other programs, with errors that name the call.

use std::io::{BufRead, BufReader, ErrorKind};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// `cargo` as it called us, so that nested calls use the same toolchain.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program with its output on ours; an error unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
    let status = spawn(command)?.wait().with_context(|| called(command))?;
    if status.success() { Ok(()) } else { bail!("{} failed ({status})", called(command)) }
}

/// Runs a program and returns its standard output; an error unless it succeeds.
pub fn output(command: &mut Command) -> Result<String> {
    let child = spawn(command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let output = child.wait_with_output().with_context(|| called(command))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} failed ({}): {}", called(command), output.status, said.trim())
    }
}

/// Whether a program runs and succeeds; its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    output(command).is_ok()
}

/// Runs a program, hands each line of its standard output to `line` as it comes, and says whether the
/// program succeeded.
pub fn each_line(command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool> {
    let mut child = spawn(command.stdout(Stdio::piped()))?;
    if let Some(stdout) = child.stdout.take() {
        let mut stdout = BufReader::new(stdout);
        let mut bytes = Vec::new();
        while stdout.read_until(b'\n', &mut bytes)? > 0 {
            line(String::from_utf8_lossy(&bytes).trim_end());
            bytes.clear();
        }
    }
    Ok(child.wait().with_context(|| called(command))?.success())
}

/// Starts a program without standard input, so that nothing can wait for an answer.
pub fn spawn(command: &mut Command) -> Result<Child> {
    command.stdin(Stdio::null()).spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            anyhow!("`{}` is needed and not installed", command.get_program().to_string_lossy())
        }
        _ => anyhow!("{} can't be started: {error}", called(command)),
    })
}

/// The call as a person would type it.
pub fn called(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", line.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "`no-such-program` is needed and not installed");
    }

    #[test]
    fn a_failing_call_is_quoted() {
        let error = run(cargo().args(["--list", "--no-such-flag", "-q"]).stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().contains("--list --no-such-flag -q` failed"), "{error}");
    }
}
