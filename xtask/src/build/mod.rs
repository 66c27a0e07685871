//! `cargo xtask build`: from the sources to `dist/`.

mod baseline;
mod compile;
mod data;
mod functions;
mod glue;
mod names;
mod order;
mod pack;
mod plan;
mod scripts;
mod snip;
mod split;
pub mod stamp;
mod wasm;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::tools::NodeTools;

/// What a build made.
pub struct Dist {
    /// The folder.
    pub folder: PathBuf,
    /// Names of the files in it, `integrity.json` left out.
    pub files: Vec<String>,
    /// Name of the script that drives the wasm.
    pub core: String,
    /// Name of the wasm that every chart needs.
    pub wasm: String,
    /// The parts of the wasm that only some charts need: what the page calls each, and its name.
    pub parts: Vec<(&'static str, String)>,
}

/// The classic script: the one file that an editor includes.
pub const LOADER: &str = "tujie.js";

/// Makes `dist/`.
pub fn build(project: &Project) -> Result<Dist> {
    let tools = NodeTools::ready(project)?;
    let glued = wasm::build(project, &tools)?;

    eprintln!("xtask: bundling the scripts");
    let folder = project.dist();
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let mut writer = Writer { folder, integrity: BTreeMap::new() };

    let wasm = names::hashed("tujie", "wasm", &glued.wasm);
    writer.write(&wasm, &glued.wasm)?;
    let mut parts = Vec::new();
    for (name, bytes) in &glued.parts {
        let digest = names::digest(bytes);
        let file = format!("part-{name}-{digest}.wasm");
        writer.write(&file, bytes)?;
        parts.push((*name, file, digest));
    }
    let scripts = scripts::Scripts { project, tools: &tools, glue: &glued.glue, parts: &parts };
    let code = scripts.tools()?;
    let tool = names::hashed("tools", "js", &code);
    writer.write(&tool, &code)?;
    let code = scripts.core([&tool, &names::short_integrity(&code)])?;
    let core = names::hashed("core", "js", &code);
    writer.write(&core, &code)?;

    let loaded = scripts::Files {
        core: &core,
        tools: &tool,
        core_integrity: &names::short_integrity(&code),
        wasm: &wasm,
        wasm_integrity: &names::short_integrity(&glued.wasm),
    };
    writer.write(LOADER, &scripts.loader(&loaded, scripts::Format::Classic)?)?;
    writer.write("tujie.mjs", &scripts.loader(&loaded, scripts::Format::Module)?)?;
    for name in ["tujie.d.ts", "embed.html", "embed.js"] {
        let source = project.www().join(name);
        let bytes = fs::read(&source).with_context(|| format!("{} can't be read", source.display()))?;
        writer.write(name, &bytes)?;
        if name == "tujie.d.ts" {
            // What TypeScript looks for beside a .mjs.
            writer.write("tujie.d.mts", &bytes)?;
        }
    }

    let dist = writer.finish(core, wasm, parts.into_iter().map(|(name, file, _)| (name, file)).collect())?;
    eprintln!("xtask: {} is ready", dist.folder.display());
    Ok(dist)
}

/// Writes files and remembers their digests.
struct Writer {
    folder: PathBuf,
    integrity: BTreeMap<String, String>,
}

impl Writer {
    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        write(&self.folder.join(name), bytes)?;
        self.integrity.insert(name.into(), names::integrity(bytes));
        Ok(())
    }

    /// Writes `integrity.json`, and clears hashed files of earlier builds away.
    fn finish(self, core: String, wasm: String, parts: Vec<(&'static str, String)>) -> Result<Dist> {
        let mut json = serde_json::to_string_pretty(&self.integrity)?;
        json.push('\n');
        write(&self.folder.join("integrity.json"), json.as_bytes())?;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let hashed = names::is_hashed(&name, "core", "js")
                || names::is_hashed(&name, "tools", "js")
                || names::is_hashed(&name, "tujie", "wasm")
                || (name.starts_with("part-") && name.ends_with(".wasm"));
            if hashed && !self.integrity.contains_key(&*name) {
                fs::remove_file(entry.path())?;
            }
        }
        let files = self.integrity.into_keys().collect();
        Ok(Dist { folder: self.folder, files, core, wasm, parts })
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} can't be written", path.display()))
}
