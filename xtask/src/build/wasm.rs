//! From the compiled library to the wasm that is served, and its JavaScript glue.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::compile::compile;
use super::plan::Part;
use super::split::{self, Splitter};
use super::{baseline, data, glue, order, pack, snip, stamp};
use crate::process;
use crate::project::Project;
use crate::tools::NodeTools;

/// The optimised wasm, and where its glue lies.
pub struct Glued {
    /// The module that every chart needs, as it is served.
    pub wasm: Vec<u8>,
    /// What only some charts need, each under the name that the page knows it by.
    pub parts: Vec<(&'static str, Vec<u8>)>,
    /// The ES module that wasm-bindgen wrote.
    pub glue: PathBuf,
}

/// What only some charts need.
const PARTS: [Part; 24] = [
    Part { name: "table", entries: &["tujie::input::table::from_cells"] },
    Part { name: "sort", entries: &["<tujie::sort::Sort>::apply", "<tujie::figures::Figures>::filter"] },
    Part {
        name: "export",
        entries: &[
            "tujie::export::csv",
            "tujie::export::tsv",
            "tujie::export::framed",
            "tujie::paint::svg::svg",
        ],
    },
    Part { name: "describe", entries: &["tujie::describe::description"] },
    Part { name: "controls", entries: &["tujie::controls::controls"] },
    Part { name: "contrast", entries: &["<tujie::theme::Theme>::legible"] },
    Part { name: "auto", entries: &["tujie::auto::auto"] },
    Part { name: "cards", entries: &["tujie::layout::cards::cards", "tujie::layout::cards::draw"] },
    Part { name: "icon", entries: &["<tujie::icon::Icon>::of", "<tujie::icon::Icon>::shapes"] },
    Part { name: "change", entries: &["tujie::change::found", "tujie::change::words"] },
    Part { name: "notes", entries: &["tujie::layout::notes::place_all", "tujie::layout::notes::told_below"] },
    Part { name: "zoom", entries: &["tujie::layout::zoom::split", "tujie::layout::zoom::draw"] },
    Part { name: "column", entries: &["tujie::layout::column::enter"] },
    Part { name: "line", entries: &["tujie::layout::line::lines", "tujie::layout::line::draw"] },
    Part { name: "area", entries: &["tujie::layout::area::enter"] },
    Part { name: "slope", entries: &["tujie::layout::slope::enter"] },
    Part { name: "grouped", entries: &["tujie::layout::grouped::enter", "<tujie::theme::Theme>::tone"] },
    Part { name: "stacked", entries: &["tujie::layout::stacked::enter", "<tujie::theme::Theme>::inside"] },
    Part { name: "dot", entries: &["tujie::layout::dots::enter"] },
    Part { name: "donut", entries: &["tujie::layout::donut::enter"] },
    Part { name: "waffle", entries: &["tujie::layout::waffle::enter"] },
    Part { name: "pictogram", entries: &["tujie::layout::pictogram::enter"] },
    Part { name: "progress", entries: &["tujie::layout::progress::enter"] },
    Part { name: "treemap", entries: &["tujie::layout::treemap::enter", "<tujie::theme::Theme>::tile"] },
];

/// The custom sections away: `target_features` is last because the passes before read it.
const STRIP: [&str; 4] = ["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// Compiles, binds, optimises and splits the library.
pub fn build(project: &Project, tools: &NodeTools) -> Result<Glued> {
    let work = project.work();
    fs::create_dir_all(&work).with_context(|| format!("{} can't be made", work.display()))?;
    let compiled = compile(project)?;
    let glue = work.join("glue");
    let compiled = fs::read(&compiled)?;
    bind(&data::without_relocations(&compiled)?, &glue)?;
    let optimiser = Optimiser { tools, work: &work };

    let snipped = snip::snip(&fs::read(glue.join("tujie_bg.wasm"))?)?;
    // The names stay until the parts are told apart by them.
    let mut passes = vec!["-g".to_string(), "-Oz".into()];
    for entry in PARTS.iter().flat_map(|part| part.entries) {
        // rustc puts a hash behind the name of a crate.
        passes.insert(0, format!("--no-inline={}", entry.replacen("tujie::", "tujie*::", 1)));
    }
    let whole = optimiser.run("whole", &snipped, &passes)?;

    let strip = STRIP.map(String::from);
    let mut splitter =
        Splitter::new(&whole, &PARTS, data::pieces(&compiled, &PARTS, &snip::Cut::of(&compiled)?)?)?;
    let (mut parts, mut used) = (Vec::new(), BTreeSet::new());
    for (place, part) in PARTS.iter().enumerate() {
        let wasm = optimiser.run(part.name, &splitter.part(place)?, &strip)?;
        used.extend(split::imports(&wasm)?);
        parts.push((part.name, optimiser.packed(part.name, &wasm)?));
    }
    let bound = fs::read_to_string(glue.join("tujie.js"))?;
    let (wasm, bound) = glue::shorten(&splitter.main(&used)?, &bound)?;
    let wasm = order::ordered(&optimiser.run("main", &wasm, &strip)?)?;
    let wasm = optimiser.packed("main", &wasm)?;
    let glue = work.join("glue.js");
    fs::write(&glue, bound)?;
    Ok(Glued { wasm, parts, glue })
}

/// Has wasm-bindgen write `tujie.js` and `tujie_bg.wasm` into the folder.
fn bind(compiled: &[u8], folder: &Path) -> Result<()> {
    let outputs = [folder.join("tujie.js"), folder.join("tujie_bg.wasm")];
    stamp::unless_fresh(&folder.with_extension("stamp"), compiled, &[&outputs[0], &outputs[1]], || {
        eprintln!("xtask: binding it to JavaScript");
        let mut bindgen = Bindgen::new();
        bindgen.input_bytes("tujie", compiled.to_vec()).web(true)?.typescript(false);
        // The loader passes the URL that it worked out.
        bindgen.omit_default_module_path(true);
        bindgen.generate(folder).context("wasm-bindgen can't bind the wasm")
    })
}

/// wasm-opt, and where its files lie.
struct Optimiser<'a> {
    tools: &'a NodeTools,
    work: &'a Path,
}

impl Optimiser<'_> {
    /// Runs passes over a module, with no more features than every supported browser has.
    fn run(&self, name: &str, wasm: &[u8], passes: &[String]) -> Result<Vec<u8>> {
        let file = |what: &str| self.work.join(format!("{name}.{what}"));
        let (before, after) = (file("raw.wasm"), file("wasm"));
        fs::write(&before, wasm).with_context(|| format!("{} can't be written", before.display()))?;
        let mut command = self.tools.wasm_opt();
        command.arg(&before).arg("--output").arg(&after).arg("--mvp-features");
        command.args(baseline::WASM_OPT_FEATURES.map(|feature| format!("--enable-{feature}")));
        // Where the linker puts the stack first, nothing lies in the first kilobyte of the memory but its very end.
        command.arg("--low-memory-unused").args(passes);
        let inputs = [process::called(&command).as_bytes(), wasm].concat();
        stamp::unless_fresh(&file("stamp"), &inputs, &[&after], || {
            eprintln!("xtask: optimising {name}");
            process::run(&mut command)
                .context("wasm-opt refuses the wasm: it may use features outside of baseline.rs")
        })?;
        Ok(fs::read(&after)?)
    }

    /// What is served of a module that old browsers know too; the page gets back what is left in `NAME.plain.wasm`.
    fn packed(&self, name: &str, wasm: &[u8]) -> Result<Vec<u8>> {
        let plain = pack::aligned(wasm)?;
        baseline::check(&plain)?;
        fs::write(self.work.join(format!("{name}.plain.wasm")), &plain)?;
        pack::packed(&plain)
    }
}
