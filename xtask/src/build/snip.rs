//! Cuts out of the wasm what a dependency brings along and never calls.

use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{BlockType, CodeSection, DataSection, Function, MemArg, Module, ValType};
use wasmparser::{Data, FunctionBody, Parser};

use super::functions;

/// How the standard library writes a number with a fraction: algorithms and tables of 7 KB.
const FLOAT: &str = "<f64 as core::fmt::Display>::fmt";
/// How it writes a small whole number.
const BYTE: &str = "<u8 as core::fmt::Display>::fmt";

/// The table that only those algorithms read: 81 powers of ten, each of 16 bytes, that no compression shrinks.
const POWERS: Range<usize> = 0..81 * 16;
/// Its first and its last power, as core's `flt2dec/strategy/grisu.rs` has them.
const FIRST_POWER: u64 = 0xe61a_cf03_3d1a_45df;
const LAST_POWER: u64 = 0xeb96_bf6e_badf_77d9;

/// Has plotters-canvas write the opacity of a colour without the standard library's formatting of floats.
///
/// It writes `rgba(…)` with `{}`, so the linker keeps all of that, although every colour here is opaque: the only number
/// ever written is 1. In its place comes a function that writes whole numbers up to 255 and traps on any other.
pub fn snip(wasm: &[u8]) -> Result<Vec<u8>> {
    let names = functions::names(wasm)?;
    let find = |name: &str| {
        let found = names.iter().find(|(_, known)| *known == name).map(|(index, _)| *index);
        found.with_context(|| format!("no function of the wasm is called {name}: bring snip.rs up to date"))
    };
    let mut snipper = Snipper { float: find(FLOAT)?, byte: find(BYTE)?, next: functions::imported(wasm)? };
    let mut module = Module::new();
    snipper.parse_core_module(&mut module, Parser::new(0), wasm).context("the wasm can't be cut")?;
    Ok(module.finish())
}

struct Snipper {
    float: u32,
    byte: u32,
    next: u32,
}

impl Reencode for Snipper {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let function = self.next;
        self.next += 1;
        if function == self.float {
            code.function(&whole_number(self.byte));
            return Ok(());
        }
        utils::parse_function_body(self, code, body)
    }

    fn parse_data(&mut self, data: &mut DataSection, datum: Data<'_>) -> Result<(), Error<Infallible>> {
        let mut bytes = datum.data.to_vec();
        clear_powers(&mut bytes);
        utils::parse_data(self, data, Data { data: &bytes, ..datum })
    }
}

/// Clears the table of powers of ten, if it is in these bytes.
fn clear_powers(bytes: &mut [u8]) {
    let first = bytes.windows(8).position(|window| window == FIRST_POWER.to_le_bytes());
    let table = first.and_then(|first| bytes.get_mut(first..)?.get_mut(POWERS));
    if let Some(table) = table
        && table[POWERS.end - 16..][..8] == LAST_POWER.to_le_bytes()
    {
        table.fill(0);
    }
}

/// The body of `fn(&f64, &mut Formatter) -> bool` that writes through the function for a byte.
fn whole_number(byte: u32) -> Function {
    /// LLVM's stack pointer is the first global.
    const STACK: u32 = 0;
    let at = |align: u32| MemArg { offset: 0, align, memory_index: 0 };
    let (number, formatter, stack) = (0, 1, 2);
    let mut body = Function::new([(1, ValType::I32)]);
    body.instructions()
        .global_get(STACK)
        .i32_const(16)
        .i32_sub()
        .local_tee(stack)
        .global_set(STACK)
        .local_get(stack)
        .local_get(number)
        .f64_load(at(3))
        .i32_trunc_sat_f64_u()
        .i32_store8(at(0))
        // What a byte can't hold is not written wrongly.
        .local_get(stack)
        .i32_load8_u(at(0))
        .f64_convert_i32_u()
        .local_get(number)
        .f64_load(at(3))
        .f64_ne()
        .if_(BlockType::Empty)
        .unreachable()
        .end()
        .local_get(stack)
        .local_get(formatter)
        .call(byte)
        .local_get(stack)
        .i32_const(16)
        .i32_add()
        .global_set(STACK)
        .end();
    body
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
    fn numbers_with_fractions_are_written_as_whole_ones() {
        let named = [
            ("<f64 as core[0123456789abcdef]::fmt::Display>::fmt", &[2][..]),
            ("<u8 as core[0123456789abcdef]::fmt::Display>::fmt", &[]),
            ("core::fmt::float::float_to_decimal_common_shortest::<f64>", &[]),
            ("tujie::paint", &[0]),
        ];
        let calls = |wasm: &[u8]| functions::calls(wasm).unwrap();
        let wasm = module(&named).finish();
        assert_eq!(calls(&wasm), [vec![2], vec![], vec![], vec![0]]);
        assert_eq!(calls(&snip(&wasm).unwrap()), [vec![1], vec![], vec![], vec![0]]);
    }

    #[test]
    fn only_the_whole_table_of_powers_is_cleared() {
        let mut table = vec![7; POWERS.end];
        table[..8].copy_from_slice(&FIRST_POWER.to_le_bytes());
        let mut other = table.clone();
        clear_powers(&mut other);
        assert_eq!(other, table);
        table[POWERS.end - 16..][..8].copy_from_slice(&LAST_POWER.to_le_bytes());
        let mut bytes = [vec![1, 2], table, vec![3]].concat();
        clear_powers(&mut bytes);
        assert_eq!(bytes, [vec![1, 2], vec![0; POWERS.end], vec![3]].concat());
    }

    #[test]
    fn a_name_that_has_gone_is_told() {
        let error = snip(&module(&[("tujie::paint", &[])]).finish()).unwrap_err().to_string();
        assert!(error.contains("f64 as core::fmt::Display"), "{error}");
    }
}
