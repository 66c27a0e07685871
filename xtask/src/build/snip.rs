//! Cuts out of the wasm what a dependency brings along and never calls.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Function, Module};
use wasmparser::{FunctionBody, Parser};

use super::functions;

/// Functions that nothing calls, by the start of their names; each becomes a trap.
///
/// plotters-canvas writes the opacity of a colour with `{}`. That is always 1 here, which the first algorithm that the
/// standard library tries can write; those for a fixed number of digits and for the rare numbers that the first one
/// gives up on stay in the module only because no linker can know.
const NEVER_CALLED: [&str; 2] =
    ["core::fmt::float::float_to_decimal_common_exact", "<core::num::bignum::Big32x40>"];

/// Puts a trap in the place of each function that is never called.
pub fn snip(wasm: &[u8]) -> Result<Vec<u8>> {
    let names = functions::names(wasm)?;
    for start in NEVER_CALLED {
        let found = names.values().any(|name| name.starts_with(start));
        ensure!(found, "no function of the wasm is called {start}: bring NEVER_CALLED in snip.rs up to date");
    }
    let imported = functions::imported(wasm)?;
    let mut snipper = Snipper { names: &names, next: imported };
    let mut module = Module::new();
    snipper.parse_core_module(&mut module, Parser::new(0), wasm).context("the wasm can't be cut")?;
    Ok(module.finish())
}

struct Snipper<'a> {
    names: &'a BTreeMap<u32, String>,
    next: u32,
}

impl Reencode for Snipper<'_> {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let name = self.names.get(&self.next);
        self.next += 1;
        if name.is_some_and(|name| NEVER_CALLED.iter().any(|start| name.starts_with(start))) {
            code.function(&trap());
            return Ok(());
        }
        wasm_encoder::reencode::utils::parse_function_body(self, code, body)
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

    #[test]
    fn only_what_is_never_called_becomes_a_trap() {
        let named = [
            ("core[0123456789abcdef]::fmt::float::float_to_decimal_common_exact::<f64>", &[2][..]),
            ("<core[0123456789abcdef]::num::bignum::Big32x40>::mul_small", &[2]),
            ("tujie::paint", &[0]),
        ];
        let calls = |wasm: &[u8]| functions::calls(wasm).unwrap();
        let wasm = module(&named).finish();
        assert_eq!(calls(&wasm), [vec![2], vec![2], vec![0]]);
        assert_eq!(calls(&snip(&wasm).unwrap()), [vec![], vec![], vec![0]]);
    }

    #[test]
    fn a_name_that_has_gone_is_told() {
        let error = snip(&module(&[("tujie::paint", &[])]).finish()).unwrap_err().to_string();
        assert!(error.contains("float_to_decimal_common_exact"), "{error}");
    }
}
