//! The glue, made smaller. What it is written for, every browser and any kind of page, is more than a chart needs: it
//! gets helpers of ours. And what passes the border gets short names: those that wasm-bindgen gives carry a hash, which
//! no compression shrinks.

use std::convert::Infallible;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, Import, ImportSection, Imports, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

/// What the module that holds the imports is called in the wasm and in its glue.
const MODULE: &str = "./tujie_bg.js";

/// What stands in the place of everything behind the imports.
const HELPERS: &str = include_str!("helpers.js");

/// The first of the helpers that wasm-bindgen writes.
const FIRST: &str = "function addToExternrefTable0(";

/// Those that have one of ours in their place, or serve one that has.
const REPLACED: [&str; 15] = [
    "addToExternrefTable0",
    "getDataViewMemory0",
    "getStringFromWasm0",
    "getUint8ArrayMemory0",
    "handleError",
    "isLikeNone",
    "passStringToWasm0",
    "takeFromExternrefTable0",
    "decodeText",
    "__wbg_finalize_init",
    "__wbg_load",
    "expectedResponseType",
    "initSync",
    "__wbg_init",
    "__wbg_init_once",
];

/// Replaces the helpers of the glue, and renames in it and in `wasm` what passes between them; exports that nobody
/// calls are dropped.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut glue = helped(glue)?;
    let mut shortener = Shortener { glue: &glue, imports: Vec::new(), exports: Vec::new() };
    let mut module = Module::new();
    shortener
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the imports and exports of the wasm can't be renamed")?;
    let Shortener { imports, exports, .. } = shortener;
    glue = glue.replace(&format!("\"{MODULE}\""), "\"m\"");
    for (index, long) in imports.iter().enumerate() {
        let defined = format!("{long}:");
        ensure!(glue.matches(&defined).count() == 1, "the glue does not define {long} once");
        glue = glue.replace(&defined, &format!("{}:", short(index)));
    }
    for (index, long) in exports.iter().enumerate() {
        glue = glue.replace(&format!("wasm.{long}"), &format!("wasm.{}", short(index)));
    }
    Ok((module.finish(), glue))
}

/// The glue with our helpers.
fn helped(glue: &str) -> Result<String> {
    let (kept, helpers) =
        glue.split_once(FIRST).context("the glue has no helpers: bring glue.rs up to date")?;
    for function in helpers.split("function ").skip(1) {
        let name = function.split('(').next().unwrap_or_default().trim();
        ensure!(
            name.is_empty() || REPLACED.contains(&name),
            "the glue has the helper {name}, which helpers.js lacks"
        );
    }
    Ok([&kept.replace(", wasm.__wbindgen_realloc)", ")"), HELPERS].concat())
}

/// `a`, `b` … `z`, `a1`, `b1` …
fn short(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

struct Shortener<'a> {
    glue: &'a str,
    /// The long names, each at the index that its short name is made from.
    imports: Vec<String>,
    exports: Vec<String>,
}

impl Reencode for Shortener<'_> {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let ty = self.entity_type(import.ty)?;
            let name = short(self.imports.len());
            self.imports.push(import.name.into());
            imports.imports(Imports::Single(Import { module: "m", name: &name, ty }));
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        // The others are what the page and the parts call by name.
        if !export.name.starts_with("__") {
            return utils::parse_export(self, exports, export);
        }
        if self.glue.contains(&format!("wasm.{}", export.name)) {
            let name = short(self.exports.len());
            self.exports.push(export.name.into());
            return utils::parse_export(self, exports, Export { name: &name, ..export });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What wasm-bindgen writes, in short.
    const GLUE: &str = "const i = { __wbg_fill_0123: function() {} }; return { \"./tujie_bg.js\": i };\
        f(passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc));\
        function addToExternrefTable0(obj) {} function isLikeNone(x) {}";

    #[test]
    fn what_passes_between_wasm_and_glue_is_renamed_on_both_sides() {
        // (module (import "./tujie_bg.js" "__wbg_fill_0123" (func $f)) (export "__wbindgen_malloc" (func $f))
        //   (export "__wbindgen_realloc" (func $f)) (export "ask" (func $f)))
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        let (module, name) = (MODULE.as_bytes(), b"__wbg_fill_0123");
        wasm.extend([0x02, (5 + module.len() + name.len()) as u8, 1, module.len() as u8]);
        wasm.extend(module);
        wasm.push(name.len() as u8);
        wasm.extend(name);
        wasm.extend([0, 0, 7, 48, 3, 17]);
        wasm.extend(b"__wbindgen_malloc\0\0\x12__wbindgen_realloc\0\0\x03ask\0\0");
        let (renamed, glue) = shorten(&wasm, GLUE).unwrap();
        assert!(glue.starts_with("const i = { a: function() {} }; return { \"m\": i };"), "{glue}");
        assert!(glue.contains("f(passStringToWasm0(text, wasm.a));"), "{glue}");
        assert!(glue.ends_with(&HELPERS[HELPERS.len() - 60..]), "{glue}");
        assert!(renamed.ends_with(b"\x01m\x01a\0\0\x07\x0b\x02\x01a\0\0\x03ask\0\0"), "{renamed:?}");
        assert!(shorten(&wasm, &GLUE.replace("__wbg_fill_0123", "__wbg_fill_4567")).is_err());
    }

    #[test]
    fn a_helper_that_we_lack_is_told() {
        let error = shorten(b"\0asm\x01\0\0\0", &GLUE.replace("isLikeNone", "debugString")).unwrap_err();
        assert!(error.to_string().contains("debugString"), "{error}");
    }

    #[test]
    fn names_never_repeat() {
        let mut names: Vec<String> = (0..200).map(short).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 200);
    }
}
