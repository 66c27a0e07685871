//! The tools that the commands need: found, installed where that can be done unasked, or named in one sentence.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::build::stamp;
use crate::process;
use crate::project::Project;

/// The target that browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for wasm is installed.
pub fn wasm_target() -> Result<()> {
    if has_wasm_target()? {
        return Ok(());
    }
    let added = process::run(Command::new("rustup").args(["target", "add", WASM_TARGET]));
    ensure!(
        added.is_ok() && has_wasm_target()?,
        "Rust's standard library for {WASM_TARGET} is missing: get it with `rustup target add {WASM_TARGET}`, \
         or from your distribution (Debian: `libstd-rust-dev-wasm32`) if Rust came without rustup"
    );
    Ok(())
}

fn has_wasm_target() -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    let folder = process::output(command.args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    Ok(Path::new(folder.trim()).is_dir())
}

/// Whether the sources of the standard library are there, after an attempt to get them.
pub fn std_sources() -> bool {
    has_std_sources()
        || (process::succeeds(Command::new("rustup").args(["component", "add", "rust-src"]))
            && has_std_sources())
}

fn has_std_sources() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = process::output(Command::new(rustc).args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir()
}

/// Makes sure that `cargo fmt` and `cargo clippy` exist.
pub fn rust_components() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if process::succeeds(process::cargo().args([subcommand, "--version"])) {
            continue;
        }
        let added = process::run(Command::new("rustup").args(["component", "add", component]));
        ensure!(
            added.is_ok(),
            "`cargo {subcommand}` is missing: get it with `rustup component add {component}`"
        );
    }
    Ok(())
}

/// Makes sure that Node.js is there in at least the given major version.
pub fn node(least: u32) -> Result<()> {
    if which("node").is_none() || which("npm").is_none() {
        apt_install(&["nodejs", "npm"])
            .with_context(|| format!("Node.js {least} or newer, with npm, is needed: https://nodejs.org"))?;
    }
    let version = process::output(Command::new("node").arg("--version"))?;
    let major = major_version(&version).with_context(|| format!("`{version}` is no version of Node.js"))?;
    ensure!(
        major >= least,
        "Node.js {least} or newer is needed and {} is installed: https://nodejs.org",
        version.trim()
    );
    Ok(())
}

fn major_version(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The JavaScript tools of `tests/browser`, in exactly the locked versions.
pub struct NodeTools {
    modules: PathBuf,
}

impl NodeTools {
    /// Installs the packages if the lock file changed since they were.
    pub fn ready(project: &Project) -> Result<NodeTools> {
        node(18)?;
        let folder = project.browser_tests();
        let modules = folder.join("node_modules");
        let lock = fs::read(folder.join("package-lock.json"))
            .context("tests/browser/package-lock.json can't be read: restore it from the repository")?;
        stamp::unless_fresh(&modules.join(".installed"), &lock, &[&modules.join("esbuild")], || {
            eprintln!("xtask: installing the JavaScript tools");
            let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
            // No package needs its install script: esbuild's only replaces a wrapper, Playwright's downloads browsers.
            npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").current_dir(&folder);
            process::run(&mut npm).context("the JavaScript tools need npm's registry, or a filled npm cache")
        })?;
        Ok(NodeTools { modules })
    }

    /// A call of `wasm-opt`.
    pub fn wasm_opt(&self) -> Command {
        self.script("binaryen/bin/wasm-opt")
    }

    /// A call of `esbuild`.
    pub fn esbuild(&self) -> Command {
        self.script("esbuild/bin/esbuild")
    }

    /// A call of `terser`.
    pub fn terser(&self) -> Command {
        self.script("terser/bin/terser")
    }

    fn script(&self, path: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.modules.join(path));
        command
    }
}

/// A browser, the driver that tests steer it with, and a Chinese font for it.
pub struct Browser {
    /// The executable of Chromium.
    pub chromium: PathBuf,
    /// The executable of its WebDriver server.
    pub driver: PathBuf,
}

const BROWSER_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

impl Browser {
    /// Finds the browser, or installs what is missing of it.
    pub fn ready() -> Result<Browser> {
        let found = || Some(Browser { chromium: chromium()?, driver: which("chromedriver")? });
        if let Some(browser) = found()
            && has_chinese_font()
        {
            return Ok(browser);
        }
        let needs = "the browser tests need Chromium, its driver and a Chinese font";
        apt_install(&BROWSER_PACKAGES).context(needs)?;
        found().with_context(|| format!("{needs}, and the packages brought no `chromium` or `chromedriver`"))
    }
}

/// Makes sure that Firefox, and WebKit with a display that nobody sees, can be steered by tests; gives the executable of
/// Firefox.
pub fn other_engines() -> Result<PathBuf> {
    let found = || {
        let firefox = ["firefox-esr", "firefox"].into_iter().find_map(which)?;
        which("WebKitWebDriver").and(which("Xvfb")).map(|_| firefox)
    };
    let needs = "the browser tests need Firefox, WebKit's driver and Xvfb";
    if found().is_none() {
        apt_install(&["firefox-esr", "webkit2gtk-driver", "xvfb"]).context(needs)?;
    }
    found().with_context(|| format!("{needs}, and the packages brought not all of them"))
}

fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(which)
}

/// Where fontconfig can't answer, the package manager does.
fn has_chinese_font() -> bool {
    match process::output(Command::new("fc-list").arg(":lang=zh")) {
        Ok(fonts) => !fonts.trim().is_empty(),
        Err(_) => process::succeeds(Command::new("dpkg").args(["--status", "fonts-noto-cjk"])),
    }
}

/// Installs Debian packages, as root or with a `sudo` that asks no password.
fn apt_install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = format!("install them with `apt-get install {names}` or your system's own packages");
    if which("apt-get").is_none() {
        bail!("{by_hand}");
    }
    let root = process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root && !process::succeeds(Command::new("sudo").args(["-n", "true"])) {
        bail!("{by_hand}");
    }
    eprintln!("xtask: installing {names}");
    // Stale indexes of one repository must not stop the install: its own error is the one that counts.
    let _ = process::run(apt_get(root).arg("update"));
    process::run(apt_get(root).args(["install", "--yes", "--no-install-recommends"]).args(packages))
        .context(by_hand)
}

fn apt_get(root: bool) -> Command {
    let mut command = if root { Command::new("env") } else { Command::new("sudo") };
    if !root {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    command
}

/// The first executable of that name on the `PATH`.
fn which(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("20.20.2"), None);
        assert_eq!(major_version("v"), None);
    }

    #[test]
    fn without_root_apt_runs_through_a_sudo_that_never_asks() {
        let line = process::called(apt_get(false).arg("update"));
        assert_eq!(line, "`sudo -n env DEBIAN_FRONTEND=noninteractive apt-get --quiet update`");
        let line = process::called(apt_get(true).arg("update"));
        assert_eq!(line, "`env DEBIAN_FRONTEND=noninteractive apt-get --quiet update`");
    }
}
