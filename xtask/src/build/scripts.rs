//! The page's scripts, bundled by esbuild; terser takes a little more off.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use tujie::choose::{KINDS, Kind};

use super::LOADER;
use crate::constants::pitch;
use crate::process;
use crate::project::Project;
use crate::tools::NodeTools;

/// The oldest browsers that the scripts run in.
const BROWSERS: &str = "chrome96,safari16.4,firefox115";

/// The parts of the wasm that only the tools ask for: their script has the digests of these.
const TOOL_PARTS: [&str; 2] = ["controls", "export"];

/// How the loader is included.
#[derive(Clone, Copy)]
pub enum Format {
    /// By a plain `<script>`.
    Classic,
    /// By `import`.
    Module,
}

/// The files that the loader loads.
pub struct Files<'a> {
    /// Name of the script that drives the wasm.
    pub core: &'a str,
    /// Digest of that script.
    pub core_integrity: &'a str,
    /// Name of the script with the tools.
    pub tools: &'a str,
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
    /// Each part of the wasm: what the page calls it, its file and its digest.
    pub parts: &'a [(&'static str, String, String)],
}

impl Scripts<'_> {
    /// The script with the tools around a chart.
    pub fn tools(&self) -> Result<Vec<u8>> {
        let mut options = vec![format!("--alias:tujie-styles={}", self.styles()?.display())];
        for (name, _, digest) in self.parts {
            if TOOL_PARTS.contains(name) {
                options.push(define(&format!("__{}__", name.to_uppercase()), &json!(digest)));
            }
        }
        let bundled = self.bundle("tools.mjs", "esm", &options)?;
        self.shrink(&bundled, "")
    }

    /// The script that drives the wasm, with its glue; `tools` are the name and the digest of the one that it fetches.
    pub fn core(&self, tools: [&str; 2]) -> Result<Vec<u8>> {
        let glue = format!("--alias:tujie-glue={}", self.glue.display());
        let styles = format!("--alias:tujie-styles={}", self.styles()?.display());
        let mut parts = serde_json::Map::new();
        for (name, _, digest) in self.parts {
            if !TOOL_PARTS.contains(name) {
                parts.insert(name.to_string(), json!(digest));
            }
        }
        let constants = [
            define("__VERSION__", &json!(self.project.version)),
            define("__PARTS__", &parts.into()),
            define("__TOOLS__", &json!(tools)),
            define("__KINDS__", &json!(KINDS.map(Kind::name))),
        ];
        let bundled = self.bundle("core.mjs", "esm", &[&[glue, styles][..], &constants].concat())?;
        self.shrink(&bundled, "")
    }

    /// The script that finds charts and loads the rest.
    pub fn loader(&self, files: &Files, format: Format) -> Result<Vec<u8>> {
        let (source, name, module) = match format {
            Format::Classic => ("loader.mjs", "iife", false),
            Format::Module => ("module.mjs", "esm", true),
        };
        let mut options = vec![
            define("__VERSION__", &json!(self.project.version)),
            define("__CORE__", &json!(files.core)),
            define("__CORE_INTEGRITY__", &json!(files.core_integrity)),
            define("__WASM__", &json!(files.wasm)),
            define("__WASM_INTEGRITY__", &json!(files.wasm_integrity)),
            define("__MODULE__", &json!(module)),
            // Only the module's branches say `import.meta`, and the classic script has lost them.
            "--log-override:empty-import-meta=silent".into(),
        ];
        options.push(format!("--alias:tujie-parts={}", self.addresses(files.tools, module)?.display()));
        options.extend(pitch().map(|(name, pixels)| define(name, &json!(pixels))));
        let bundled = self.bundle(source, name, &options)?;
        // Nothing in it writes out whether something is so, as attributes for assistive technology do.
        let script = self.shrink(&bundled, ",booleans_as_integers")?;
        // A classic script is read in the page's encoding, unless it begins with this mark.
        Ok(if module { script } else { ["\u{feff}".as_bytes(), &script].concat() })
    }

    /// The folder that `tujie-styles` stands for: the style sheets without what is there for people.
    fn styles(&self) -> Result<PathBuf> {
        let folder = self.project.work().join("styles");
        for source in ["core/chart.css", "core/table.css", "tools/tools.css"] {
            let name = source.split('/').next_back().unwrap_or(source);
            let mut command = self.tools.esbuild();
            command.arg(self.project.www().join(source)).args(["--minify", "--log-level=warning"]);
            command.arg(format!("--target={BROWSERS}"));
            command.arg(format!("--outfile={}", folder.join(name).display()));
            process::run(&mut command).with_context(|| format!("esbuild can't read www/{source}"))?;
        }
        Ok(folder)
    }

    /// The module that `tujie-parts` stands for. In the module build the files are named by literals, so that bundlers
    /// see them and copy them; otherwise they lie beside the script that drives the wasm.
    fn addresses(&self, tools: &str, module: bool) -> Result<PathBuf> {
        let mut text = String::from("export default ");
        if module {
            text.push_str("{\n");
            let parts = self.parts.iter().map(|(name, file, _)| (*name, file.as_str()));
            for (name, file) in parts.chain([("tools", tools), ("loader", LOADER)]) {
                text.push_str(&format!("  {name}: new URL(\"./{file}\", import.meta.url).href,\n"));
            }
            text.push_str("};\n");
        } else {
            text.push_str("undefined;\n");
        }
        let path = self.project.work().join(if module { "parts.module.mjs" } else { "parts.classic.mjs" });
        fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
        Ok(path)
    }

    fn shrink(&self, script: &Path, more: &str) -> Result<Vec<u8>> {
        let small = script.with_extension("min.js");
        let mut command = self.tools.terser();
        // Functions called once go where they are called; what more inlining saves, brotli saves anyway.
        let compress = &["passes=3,toplevel,inline=1", more].concat();
        command.arg(script).args(["--compress", compress, "--mangle", "toplevel"]);
        // What the element calls on its own chart, see `www/loader/chart.mjs`; no name of the page or the contract.
        command.args(["--mangle-props", "regex=/^(redo|give|enter|leave|picture)$/"]);
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
