//! The library compiled to wasm, and proof that link-time optimisation happened.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use super::stamp::Stamp;
use crate::process;
use crate::project::Project;
use crate::tools::{WASM_TARGET, std_sources, wasm_target};

/// What one call of cargo made.
struct Compiled {
    wasm: PathBuf,
    /// Whether rustc was told to optimise at link time; `None` if cargo had nothing to do.
    lto: Option<bool>,
}

/// Compiles the library as a `cdylib` alone: cargo silently leaves link-time optimisation out for a library
/// that is an `rlib` as well, and the wasm is a quarter larger then.
pub fn compile(project: &Project) -> Result<PathBuf> {
    wasm_target()?;
    eprintln!("xtask: compiling the library for {WASM_TARGET}");
    let seen = project.work().join("lto-seen");
    let mut compiled = cargo_rustc(project)?;
    if compiled.lto.is_none() && !Stamp::new(&seen, &read(&compiled.wasm)?).is_set() {
        // Nobody watched when cargo linked this: see it done once.
        let mut clean = process::cargo();
        clean.args(["clean", "--quiet", "--package", "tujie", "--profile", "wasm", "--target", WASM_TARGET]);
        process::run(clean.current_dir(&project.root))?;
        compiled = cargo_rustc(project)?;
    }
    match compiled.lto {
        Some(true) => Stamp::new(&seen, &read(&compiled.wasm)?).set()?,
        Some(false) => bail!(
            "rustc was not told to optimise at link time (`-C lto`): set `lto = \"fat\"` in the profile `wasm` of \
             Cargo.toml"
        ),
        None => {}
    }
    Ok(compiled.wasm)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} can't be read", path.display()))
}

fn cargo_rustc(project: &Project) -> Result<Compiled> {
    let mut command = process::cargo();
    command.args(["rustc", "--package", "tujie", "--lib", "--crate-type", "cdylib"]);
    command.args(["--profile", "wasm", "--target", WASM_TARGET]);
    command.args(["--verbose", "--message-format=json-render-diagnostics"]);
    let mut flags = remapped_paths()?;
    // Tells which function reads which data: see `data.rs`.
    flags.push("-Clink-arg=--emit-relocs".into());
    flags.push("-Clink-arg=-zstack-size=524288".into());
    if std_sources() {
        // The standard library built for size, its panics without messages: a fifth of the bytes. These
        // options wait for their names to be settled, so the stable compiler has to be told to take them.
        command.env("RUSTC_BOOTSTRAP", "1");
        command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"].map(String::from));
    } else {
        eprintln!(
            "xtask: the sources of the standard library are missing, so the wasm is larger than it has to be: \
             get them with `rustup component add rust-src`"
        );
    }
    // A JSON array of strings is a TOML array as well.
    let flags = serde_json::to_string(&flags)?;
    command.arg("--config").arg(format!("target.{WASM_TARGET}.rustflags={flags}"));
    command.current_dir(&project.root).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = process::spawn(&mut command)?;

    let stderr = child.stderr.take().context("cargo has no standard error")?;
    let watcher = thread::spawn(move || {
        let mut lto = None;
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            lto = lto.or(asks_for_lto(&line));
            if !is_verbose(&line) {
                eprintln!("{line}");
            }
        }
        lto
    });
    let stdout = child.stdout.take().context("cargo has no standard output")?;
    let artifacts = BufReader::new(stdout).lines().map_while(Result::ok);
    let wasm = artifacts.filter_map(|line| wasm_artifact(&line)).last();
    // The thread only reads and prints: it has nothing to panic about.
    let lto = watcher.join().unwrap_or(None);
    ensure!(child.wait()?.success(), "the library doesn't compile for {WASM_TARGET}: see above");
    Ok(Compiled { wasm: wasm.context("cargo named no wasm file")?, lto })
}

/// Flags that cut the path of cargo's registry out of panic messages: it costs the reader bytes, and would make
/// the same source hash differently on each machine.
fn remapped_paths() -> Result<Vec<String>> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.context("there is no home folder: set CARGO_HOME")?.join("registry").join("src");
    let Ok(registries) = fs::read_dir(&sources) else { return Ok(Vec::new()) };
    let flags = registries.filter_map(Result::ok);
    Ok(flags.map(|registry| format!("--remap-path-prefix={}/=", registry.path().display())).collect())
}

#[derive(Deserialize)]
struct Message {
    reason: String,
    target: Option<Target>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// The wasm file that a line of cargo's JSON tells of.
fn wasm_artifact(line: &str) -> Option<PathBuf> {
    let message: Message = serde_json::from_str(line).ok()?;
    let ours = message.reason == "compiler-artifact" && message.target?.name == "tujie";
    if !ours {
        return None;
    }
    message.filenames.into_iter().find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
}

/// Whether a line of cargo's verbose output calls rustc for the library with link-time optimisation; `None` for
/// any other line.
fn asks_for_lto(line: &str) -> Option<bool> {
    let call = line.trim_start().strip_prefix("Running `")?;
    let words: Vec<&str> = call.trim_end_matches('`').split(' ').collect();
    let has = |flag: &str, value: &str| words.windows(2).any(|pair| pair[0] == flag && pair[1] == value);
    if !has("--crate-name", "tujie") {
        return None;
    }
    Some(["lto", "lto=fat", "lto=thin"].iter().any(|value| has("-C", value)))
}

/// Lines that `--verbose` adds, among them the whole call of a rustc that failed and said why above.
fn is_verbose(line: &str) -> bool {
    ["Running `", "Fresh ", "Dirty ", "Caused by:", "process didn't exit successfully: `"]
        .iter()
        .any(|start| line.trim_start().starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALL: &str = "     Running `CARGO=/usr/bin/cargo /usr/bin/rustc --crate-name tujie --edition=2024 src/lib.rs \
                        --crate-type cdylib --emit=dep-info,link -C opt-level=z -C panic=abort";

    #[test]
    fn fat_and_thin_link_time_optimisation_are_seen() {
        assert_eq!(asks_for_lto(&format!("{CALL} -C lto -C codegen-units=1`")), Some(true));
        assert_eq!(asks_for_lto(&format!("{CALL} -C lto`")), Some(true));
        assert_eq!(asks_for_lto(&format!("{CALL} -C lto=thin`")), Some(true));
    }

    #[test]
    fn its_absence_is_seen() {
        assert_eq!(asks_for_lto(&format!("{CALL} -C codegen-units=1`")), Some(false));
        assert_eq!(asks_for_lto(&format!("{CALL} -C lto=off`")), Some(false));
        let dependency = "-C linker-plugin-lto -C embed-bitcode=no";
        assert_eq!(asks_for_lto(&format!("{CALL} {dependency}`")), Some(false));
    }

    #[test]
    fn calls_for_other_crates_say_nothing() {
        assert_eq!(asks_for_lto("     Running `rustc --crate-name plotters -C lto`"), None);
        assert_eq!(asks_for_lto("       Fresh tujie v0.1.0"), None);
        assert_eq!(asks_for_lto("   Compiling tujie v0.1.0 -C lto"), None);
    }

    #[test]
    fn the_wasm_is_found_in_cargos_messages() {
        let line =
            r#"{"reason":"compiler-artifact","target":{"name":"tujie"},"filenames":["/t/tujie.wasm"]}"#;
        assert_eq!(wasm_artifact(line), Some("/t/tujie.wasm".into()));
        assert_eq!(wasm_artifact(&line.replace("\"tujie\"", "\"plotters\"")), None);
        assert_eq!(wasm_artifact(r#"{"reason":"build-finished","success":true}"#), None);
    }
}
