//! Sorts the functions of the wasm so that those which look alike stand together: it compresses by a hundredth more then.

use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload};

use super::functions;

/// As many functions have an index of one byte. wasm-opt has put those there that are called most.
const SHORT: u32 = 128;

/// The module with its functions sorted by their types, their locals and their operators; none gets a longer index.
pub fn ordered(wasm: &[u8]) -> Result<Vec<u8>> {
    let imported = functions::imported(wasm)?;
    let types = functions::types(wasm)?;
    let mut keys = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload? else { continue };
        let (locals, operators) = looks(&body)?;
        let place = keys.len();
        keys.push((imported + place as u32 >= SHORT, types[place], locals, operators, place));
    }
    keys.sort();
    let order: Vec<usize> = keys.into_iter().map(|key| key.4).collect();
    let mut indices: Vec<u32> = (0..imported + order.len() as u32).collect();
    for (index, place) in (imported..).zip(&order) {
        indices[imported as usize + place] = index;
    }
    let mut module = Module::new();
    let mut orderer = Orderer { types, order, indices };
    orderer.parse_core_module(&mut module, Parser::new(0), wasm).context("the wasm can't be sorted")?;
    Ok(module.finish())
}

/// The bytes that declare the locals of a function, and the first byte of each of its operators.
fn looks(body: &FunctionBody<'_>) -> Result<(Vec<u8>, Vec<u8>)> {
    let (bytes, start) = (body.as_bytes(), body.range().start);
    let mut places = Vec::new();
    for operator in body.get_operators_reader()?.into_iter_with_offsets() {
        places.push(operator?.1 - start);
    }
    let locals = &bytes[..places.first().copied().unwrap_or(bytes.len())];
    Ok((locals.to_vec(), places.iter().map(|&place| bytes[place]).collect()))
}

struct Orderer {
    /// The type of each function as it was.
    types: Vec<u32>,
    /// Where each function of the new module was.
    order: Vec<usize>,
    /// The new index of each function, imported ones first.
    indices: Vec<u32>,
}

impl Reencode for Orderer {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.indices[function as usize])
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for &place in &self.order {
            functions.function(self.types[place]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for place in self.order.clone() {
            self.parse_function_body(code, bodies[place].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{baseline, snip::tests::module};
    use super::*;

    #[test]
    fn what_looks_alike_stands_together_and_calls_what_it_called() {
        let wasm = module(&[("two", &[1, 2]), ("none", &[]), ("one", &[0]), ("other", &[1])]).finish();
        let sorted = ordered(&wasm).unwrap();
        baseline::check(&sorted).unwrap();
        // `none`, `one`, `other` and `two`, by their operators.
        assert_eq!(functions::calls(&sorted).unwrap(), [vec![], vec![3], vec![0], vec![0, 1]]);
    }
}
