//! The glue, made smaller. What the wasm imports gets short names: those that wasm-bindgen gives carry a hash, which no
//! compression shrinks.

use std::convert::Infallible;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{Import, ImportSection, Imports, Module};
use wasmparser::{ImportSectionReader, Parser};

/// What the module that holds the imports is called in the wasm and in its glue.
const MODULE: &str = "./tujie_bg.js";

/// Renames the imports of `wasm` and, in the same way, their definitions in `glue`.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut shortener = Shortener::default();
    let mut module = Module::new();
    shortener
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the imports of the wasm can't be renamed")?;
    let mut glue = glue.replace(&format!("\"{MODULE}\""), "\"m\"");
    for (index, long) in shortener.names.iter().enumerate() {
        let defined = format!("{long}:");
        ensure!(glue.matches(&defined).count() == 1, "the glue does not define {long} once");
        glue = glue.replace(&defined, &format!("{}:", short(index)));
    }
    Ok((module.finish(), glue))
}

/// Has the glue export what an instance is made with, in place of functions that also fetch and compile, which the
/// loader has done.
pub fn open(glue: &str) -> Result<String> {
    const CLOSED: &str = "export { initSync, __wbg_init as default };";
    ensure!(
        glue.matches(CLOSED).count() == 1,
        "the glue does not end in {CLOSED:?}: bring imports.rs up to date"
    );
    Ok(glue.replace(CLOSED, "export { __wbg_get_imports as imports, __wbg_finalize_init as finish };"))
}

/// `a`, `b` … `z`, `a1`, `b1` …
fn short(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

#[derive(Default)]
struct Shortener {
    /// The long names, each at the index that its short name is made from.
    names: Vec<String>,
}

impl Reencode for Shortener {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let ty = self.entity_type(import.ty)?;
            let name = short(self.names.len());
            self.names.push(import.name.into());
            imports.imports(Imports::Single(Import { module: "m", name: &name, ty }));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_renamed_on_both_sides() {
        // (module (import "./tujie_bg.js" "__wbg_fill_0123" (func)))
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec();
        let (module, name) = (MODULE.as_bytes(), b"__wbg_fill_0123");
        wasm.extend([0x02, (5 + module.len() + name.len()) as u8, 1, module.len() as u8]);
        wasm.extend(module);
        wasm.push(name.len() as u8);
        wasm.extend(name);
        wasm.extend([0, 0]);
        let glue = "const i = { __wbg_fill_0123: function() {} }; return { \"./tujie_bg.js\": i };";
        let (renamed, glue) = shorten(&wasm, glue).unwrap();
        assert_eq!(glue, "const i = { a: function() {} }; return { \"m\": i };");
        assert!(renamed.windows(5).any(|bytes| bytes == b"\x01m\x01a\0"), "{renamed:?}");
        assert!(shorten(&wasm, "no definition").is_err());
    }

    #[test]
    fn the_glue_exports_what_an_instance_is_made_with() {
        let opened = open("function f() {}\nexport { initSync, __wbg_init as default };\n").unwrap();
        assert!(opened.contains("__wbg_get_imports as imports") && !opened.contains("initSync"));
        assert!(open("export { initSync };").is_err());
    }

    #[test]
    fn names_never_repeat() {
        let mut names: Vec<String> = (0..200).map(short).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 200);
    }
}
