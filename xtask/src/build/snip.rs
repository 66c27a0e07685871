//! Cuts out of the wasm what a dependency brings along and never calls.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, CustomSection, Function, Module};
use wasmparser::{CustomSectionReader, FunctionBody, Parser};

use super::functions;

/// How plotters-canvas writes a colour: as `rgba(…)` with `{}`, for which the linker keeps the standard library's
/// formatting of texts and floats, with algorithms and tables of 10 KB.
const COLOR: &str = "plotters_canvas::canvas::make_canvas_color";
/// Functions and what is called in the place of each, of the same parameters and results.
const INSTEAD: [(&str, &str); 2] = [
    // Every colour here is opaque.
    (COLOR, "tujie::web::canvas::css"),
    // The texts that are searched are short.
    ("core::slice::memchr::memchr", "core::slice::memchr::memchr_naive"),
];

/// What the names of functions have in them that format, and of those that run closures and futures for JavaScript.
const UNUSED: [&str; 4] =
    ["core::fmt::", "alloc::fmt::", "wasm_bindgen::convert::closures", "js_sys::futures"];

/// What is cut out of a module.
pub struct Cut {
    /// What is called in the place of each function.
    pub instead: BTreeMap<u32, u32>,
    /// What becomes a trap.
    pub dead: BTreeSet<u32>,
}

impl Cut {
    /// Has plotters-canvas write colours with the function that this library has for it, and the like. Nothing else formats
    /// or waits, so the functions that do, which would stay because a table has their addresses, are dead.
    pub fn of(wasm: &[u8]) -> Result<Cut> {
        let names = functions::names(wasm)?;
        let find = |name: &str| {
            let found = names.iter().find(|(_, known)| *known == name).map(|(index, _)| *index);
            found.with_context(|| {
                format!("no function of the wasm is called {name}: bring snip.rs up to date")
            })
        };
        let mut instead = BTreeMap::new();
        for (theirs, ours) in INSTEAD {
            instead.insert(find(theirs)?, find(ours)?);
        }
        let mut dead: BTreeSet<u32> = instead.keys().copied().collect();
        for (index, name) in &names {
            if UNUSED.iter().any(|part| name.contains(part)) {
                dead.insert(*index);
            }
        }
        Ok(Cut { instead, dead })
    }
}

/// The module without what is cut out of it.
pub fn snip(wasm: &[u8]) -> Result<Vec<u8>> {
    let names = functions::names(wasm)?;
    let Cut { instead, dead } = Cut::of(wasm)?;
    let (imported, types) = (functions::imported(wasm)?, functions::types(wasm)?);
    let type_of = |function: u32| types.get(function.checked_sub(imported)? as usize);
    for (from, to) in &instead {
        let name = |function| names.get(function).map_or("a function", String::as_str);
        ensure!(
            type_of(*from) == type_of(*to),
            "{} and {} differ in type: bring snip.rs up to date",
            name(from),
            name(to)
        );
    }
    for (caller, called) in (imported..).zip(&functions::calls(wasm)?) {
        let uses = called.iter().any(|index| dead.contains(index) && !instead.contains_key(index));
        ensure!(
            dead.contains(&caller) || !uses,
            "{} uses what is cut out because it is large: for texts and numbers, use the functions of `format`",
            names.get(&caller).map_or("a function", String::as_str)
        );
    }
    let mut snipper = Snipper { instead, dead, next: imported };
    let mut module = Module::new();
    snipper.parse_core_module(&mut module, Parser::new(0), wasm).context("the wasm can't be cut")?;
    Ok(module.finish())
}

struct Snipper {
    /// What is called in the place of each function.
    instead: BTreeMap<u32, u32>,
    /// What becomes a trap.
    dead: BTreeSet<u32>,
    /// The function whose body comes next.
    next: u32,
}

impl Reencode for Snipper {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        self.next += 1;
        if self.dead.contains(&(self.next - 1)) {
            code.function(&trap());
            return Ok(());
        }
        utils::parse_function_body(self, code, body)
    }

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.instead.get(&function).copied().unwrap_or(function))
    }

    /// The function that nothing calls any more keeps its name.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        module.section(&CustomSection { name: section.name().into(), data: section.data().into() });
        Ok(())
    }
}

/// A body that does nothing but trap.
pub fn trap() -> Function {
    let mut body = Function::new([]);
    body.instructions().unreachable().end();
    body
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, FunctionSection, NameMap, NameSection, TypeSection};

    /// A module of functions without parameters and results, each with a name and the functions it calls.
    pub fn module(functions: &[(&str, &[u32])]) -> Module {
        let (mut types, mut declared, mut code) =
            (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        let mut names = NameMap::new();
        types.ty().function([], []);
        for (index, (name, calls)) in functions.iter().enumerate() {
            declared.function(0);
            let mut body = Function::new([]);
            for &call in *calls {
                body.instructions().call(call);
            }
            body.instructions().end();
            code.function(&body);
            names.append(index as u32, name);
        }
        let mut section = NameSection::new();
        section.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&declared).section(&code).section(&section);
        module
    }

    const COLORS: [(&str, &[u32]); 6] = [
        ("plotters_canvas[0123456789abcdef]::canvas::make_canvas_color", &[2]),
        ("tujie[0123456789abcdef]::web::canvas::css", &[3]),
        ("alloc[0123456789abcdef]::fmt::format::format_inner", &[3]),
        ("alloc::raw_vec::grow", &[]),
        ("core::slice::memchr::memchr", &[5, 5]),
        ("core::slice::memchr::memchr_naive", &[]),
    ];

    #[test]
    fn colours_are_written_by_our_own_function() {
        let named = [&COLORS[..], &[("tujie::paint", &[0, 4])]].concat();
        let wasm = module(&named).finish();
        let snipped = snip(&wasm).unwrap();
        assert_eq!(
            functions::calls(&snipped).unwrap(),
            [vec![], vec![3], vec![], vec![], vec![], vec![], vec![1, 5]]
        );
        assert_eq!(functions::names(&snipped).unwrap(), functions::names(&wasm).unwrap());
    }

    #[test]
    fn who_else_uses_what_is_cut_out_is_told() {
        let named = [&COLORS[..], &[("tujie::paint", &[2])]].concat();
        let error = snip(&module(&named).finish()).unwrap_err().to_string();
        assert!(error.starts_with("tujie::paint uses"), "{error}");
    }

    #[test]
    fn a_name_that_has_gone_is_told() {
        let error = snip(&module(&[("tujie::paint", &[])]).finish()).unwrap_err().to_string();
        assert!(error.contains("make_canvas_color"), "{error}");
    }
}
