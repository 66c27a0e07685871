//! The page's scripts, bundled by esbuild; terser takes a little more off.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use crate::constants::pitch;
use crate::process;
use crate::project::Project;
use crate::tools::NodeTools;

/// The oldest browsers that the scripts run in.
const BROWSERS: &str = "chrome96,safari16.4,firefox115";

/// How the loader is included.
#[derive(Clone, Copy)]
pub enum Format {
    /// By a plain `<script>`.
    Classic,
    /// By `import`.
    Module,
}

/// The files that the loader loads.
pub struct Parts<'a> {
    /// Name of the script that drives the wasm.
    pub core: &'a str,
    /// Digest of that script.
    pub core_integrity: &'a str,
    /// Name of the wasm.
    pub wasm: &'a str,
    /// Digest of the wasm.
    pub wasm_integrity: &'a str,
}

/// The scripts of one build.
pub struct Scripts<'a> {
    /// Where their sources lie.
    pub project: &'a Project,
    /// What bundles them.
    pub tools: &'a NodeTools,
    /// The module that `tujie-glue` stands for.
    pub glue: &'a Path,
}

impl Scripts<'_> {
    /// The script that drives the wasm, with its glue.
    pub fn core(&self) -> Result<Vec<u8>> {
        let alias = format!("--alias:tujie-glue={}", self.glue.display());
        let bundled =
            self.bundle("core.mjs", "esm", &[alias, define("__VERSION__", &json!(self.project.version))])?;
        self.shrink(&bundled)
    }

    /// The script that finds charts and loads the rest.
    pub fn loader(&self, parts: &Parts, format: Format) -> Result<Vec<u8>> {
        let (source, name, module) = match format {
            Format::Classic => ("loader.mjs", "iife", false),
            Format::Module => ("module.mjs", "esm", true),
        };
        let mut options = vec![
            define("__VERSION__", &json!(self.project.version)),
            define("__CORE__", &json!(parts.core)),
            define("__CORE_INTEGRITY__", &json!(parts.core_integrity)),
            define("__WASM__", &json!(parts.wasm)),
            define("__WASM_INTEGRITY__", &json!(parts.wasm_integrity)),
            define("__MODULE__", &json!(module)),
            // Only the module's branches say `import.meta`, and the classic script has lost them.
            "--log-override:empty-import-meta=silent".into(),
        ];
        options.extend(pitch().map(|(name, pixels)| define(name, &json!(pixels))));
        let bundled = self.bundle(source, name, &options)?;
        self.shrink(&bundled)
    }

    fn shrink(&self, script: &Path) -> Result<Vec<u8>> {
        let small = script.with_extension("min.js");
        let mut command = self.tools.terser();
        // Functions called once go where they are called; what more inlining saves, brotli saves anyway.
        command.arg(script).args(["--compress", "passes=3,toplevel,inline=1", "--mangle", "toplevel"]);
        command.args(["--ecma", "2021", "--output"]).arg(&small);
        process::run(&mut command).with_context(|| format!("terser can't read {}", script.display()))?;
        Ok(fs::read(small)?)
    }

    fn bundle(&self, source: &str, format: &str, more: &[String]) -> Result<PathBuf> {
        let bundled = self.project.work().join(source).with_extension(format!("{format}.js"));
        let mut command = self.tools.esbuild();
        command.arg(self.project.www().join(source)).arg(format!("--outfile={}", bundled.display()));
        command.arg(format!("--format={format}")).arg(format!("--target={BROWSERS}"));
        command.args([
            "--bundle",
            "--minify",
            "--charset=utf8",
            "--legal-comments=none",
            "--loader:.css=text",
            "--log-level=warning",
            // Only the module build reaches it.
            "--log-override:empty-import-meta=silent",
        ]);
        process::run(command.args(more)).with_context(|| format!("esbuild can't bundle www/{source}"))?;
        Ok(bundled)
    }
}

/// The option that replaces a name in the source with a constant.
fn define(name: &str, value: &serde_json::Value) -> String {
    format!("--define:{name}={value}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_reach_the_scripts_as_json() {
        assert_eq!(define("__VERSION__", &json!("1.0.0")), r#"--define:__VERSION__="1.0.0""#);
        assert_eq!(define("__MODULE__", &json!(true)), "--define:__MODULE__=true");
    }
}
