//! From the compiled library to the wasm that is served, and its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::compile::compile;
use super::{baseline, imports, snip, stamp};
use crate::process;
use crate::project::Project;
use crate::tools::NodeTools;

/// The optimised wasm, and where its glue lies.
pub struct Glued {
    /// The module, as it is served.
    pub wasm: Vec<u8>,
    /// The ES module that wasm-bindgen wrote.
    pub glue: PathBuf,
}

/// Size first, then the custom sections away: `target_features` is last because the passes before read it.
const PASSES: [&str; 4] = ["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// Compiles, binds and optimises the library.
pub fn build(project: &Project, tools: &NodeTools) -> Result<Glued> {
    let work = project.work();
    fs::create_dir_all(&work).with_context(|| format!("{} can't be made", work.display()))?;
    let compiled = compile(project)?;
    let glue = work.join("glue");
    bind(&compiled, &glue)?;
    let snipped = work.join("snipped.wasm");
    fs::write(&snipped, snip::snip(&fs::read(glue.join("tujie_bg.wasm"))?)?)?;
    let wasm = optimise(tools, &snipped, &work)?;
    let (wasm, bound) = imports::shorten(&wasm, &fs::read_to_string(glue.join("tujie.js"))?)?;
    baseline::check(&wasm)?;
    let glue = work.join("glue.js");
    fs::write(&glue, bound)?;
    Ok(Glued { wasm, glue })
}

/// Has wasm-bindgen write `tujie.js` and `tujie_bg.wasm` into the folder.
fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    let inputs = fs::read(compiled)?;
    let outputs = [folder.join("tujie.js"), folder.join("tujie_bg.wasm")];
    stamp::unless_fresh(&folder.with_extension("stamp"), &inputs, &[&outputs[0], &outputs[1]], || {
        eprintln!("xtask: binding it to JavaScript");
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).web(true)?.typescript(false);
        // The loader passes the URL that it worked out.
        bindgen.omit_default_module_path(true);
        bindgen.generate(folder).context("wasm-bindgen can't bind the wasm")
    })
}

/// Has wasm-opt shrink the module, with no more features than every supported browser has.
fn optimise(tools: &NodeTools, bound: &Path, work: &Path) -> Result<Vec<u8>> {
    let optimised = work.join("optimised.wasm");
    let mut command = tools.wasm_opt();
    command.arg(bound).arg("--output").arg(&optimised).arg("--mvp-features");
    command.args(baseline::WASM_OPT_FEATURES.map(|feature| format!("--enable-{feature}")));
    command.args(PASSES);
    let inputs = [process::called(&command).as_bytes(), &fs::read(bound)?].concat();
    stamp::unless_fresh(&work.join("optimised.stamp"), &inputs, &[&optimised], || {
        eprintln!("xtask: optimising it");
        process::run(&mut command)
            .context("wasm-opt refuses the wasm: it may use features outside of baseline.rs")
    })?;
    Ok(fs::read(&optimised)?)
}
