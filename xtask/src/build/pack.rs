//! Sorts the bytes of the wasm, which then compress by a tenth more: operators stand together, and so do indices,
//! offsets and constants, each kind by itself. `www/core/unpack.mjs` puts them back before the browser compiles them.
//!
//! The file begins like any wasm, and its sections stay as they are but for the code. Of that there is, in this order:
//! the number of its operators; their first bytes; the locals that the functions declare; the operands, one stream
//! after the other. What stands in which stream follows from the operators, so no lengths are kept. The sizes of the
//! bodies and of the section are worked out again. The alignment of an access to memory, a hint that engines do
//! without, is taken to be the natural one.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{Encode, MemArg, Module};
use wasmparser::{FunctionBody, Parser, Payload};

/// The module with each access to memory aligned as its width has it: the one that the page gets back.
pub fn aligned(wasm: &[u8]) -> Result<Vec<u8>> {
    struct Aligner;
    impl Reencode for Aligner {
        type Error = Infallible;

        fn mem_arg(&mut self, access: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
            let align = access.max_align;
            utils::mem_arg(self, wasmparser::MemArg { align, ..access })
        }
    }
    let mut module = Module::new();
    Aligner.parse_core_module(&mut module, Parser::new(0), wasm).context("the wasm can't be aligned")?;
    Ok(module.finish())
}

/// What is served of an [`aligned`] module.
pub fn packed(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut packed = wasm[..8].to_vec();
    let mut code = Code::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionEntry(body) => {
                code.add(wasm, &body)?;
                code.left -= 1;
                if code.left == 0 {
                    packed.push(10);
                    code.write(&mut packed);
                }
            }
            Payload::CodeSectionStart { count, .. } => code.left = count,
            other => {
                if let Some((id, range)) = other.as_section() {
                    packed.push(id);
                    wasm[range].encode(&mut packed);
                }
            }
        }
    }
    Ok(packed)
}

/// The code, sorted.
#[derive(Default)]
struct Code {
    /// How many functions are still to come.
    left: u32,
    operators: Vec<u8>,
    locals: Vec<u8>,
    /// The operands, in the order in which the streams follow each other.
    operands: BTreeMap<u16, Vec<u8>>,
}

impl Code {
    fn add(&mut self, wasm: &[u8], body: &FunctionBody<'_>) -> Result<()> {
        let mut operators = body.get_operators_reader()?.into_iter_with_offsets();
        let places =
            operators.by_ref().map(|found| found.map(|(_, at)| at)).collect::<Result<Vec<_>, _>>()?;
        let end = body.range().end;
        self.locals.extend(&wasm[body.range().start..places.first().copied().unwrap_or(end)]);
        for (index, &at) in places.iter().enumerate() {
            let next = places.get(index + 1).copied().unwrap_or(end);
            let operator = wasm[at];
            self.operators.push(operator);
            // The alignment is one byte.
            let operand = &wasm[at + 1 + usize::from(accesses(operator))..next];
            if !has_operand(operator) {
                if !operand.is_empty() {
                    bail!("the operator {operator:#x} has an operand that pack.rs and unpack.mjs don't know");
                }
                continue;
            }
            let follower = wasm.get(next).copied().filter(|_| next < end).unwrap_or(0);
            self.operands.entry(stream(operator, follower)).or_default().extend(operand);
        }
        Ok(())
    }

    fn write(&self, packed: &mut Vec<u8>) {
        self.operators.encode(packed);
        packed.extend(&self.locals);
        packed.extend(self.operands.values().flatten());
    }
}

/// Whether the operator reads or writes memory.
fn accesses(operator: u8) -> bool {
    (0x28..0x3f).contains(&operator)
}

fn has_operand(operator: u8) -> bool {
    matches!(operator, 0x02..=0x04 | 0x0c..=0x0e | 0x10 | 0x11 | 0x20..=0x44 | 0xd0..)
}

/// In which stream the operand of an operator stands: what a local or a constant is read for tells much of it.
fn stream(operator: u8, next: u8) -> u16 {
    match operator {
        0x20 => 256 + u16::from(next >> 3),
        0x41 => 288 + u16::from(next >> 2),
        _ if accesses(operator) => 0x28,
        _ => operator.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (module (memory 1) (func (local i32) i32.const 7 local.get 0 i64.load align=1 offset=5 drop drop))
    const MODULE: [u8; 40] = *b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x05\x03\x01\0\x01\
        \x0a\x0f\x01\x0d\x01\x01\x7f\x41\x07\x20\0\x29\0\x05\x1a\x1a\x0b";

    #[test]
    fn accesses_are_aligned_by_their_width() {
        let mut expected = MODULE.to_vec();
        expected[35] = 3;
        assert_eq!(aligned(&MODULE).unwrap(), expected);
    }

    #[test]
    fn the_code_is_sorted_and_the_rest_stays() {
        let packed = packed(&aligned(&MODULE).unwrap()).unwrap();
        assert_eq!(packed[..23], MODULE[..23]);
        // Operators, locals, and the operands of the access, of the local, and of the constant.
        assert_eq!(packed[23..], *b"\x0a\x06\x41\x20\x29\x1a\x1a\x0b\x01\x01\x7f\x05\0\x07");
    }
}
