//! The functions of a wasm module by their Rust names.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// The name of each function that has one, without the hashes of crates that rustc puts into them.
pub fn names(wasm: &[u8]) -> Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(sections) = section.as_known() else { continue };
        for section in sections {
            let Name::Function(functions) = section? else { continue };
            for naming in functions {
                let naming = naming?;
                names
                    .insert(naming.index, without_hashes(&rustc_demangle::demangle(naming.name).to_string()));
            }
        }
    }
    Ok(names)
}

/// How many functions the module imports: their indices come first.
pub fn imported(wasm: &[u8]) -> Result<u32> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
        }
    }
    Ok(count)
}

/// The index of the type of each function defined in the module.
pub fn types(wasm: &[u8]) -> Result<Vec<u32>> {
    let mut types = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::FunctionSection(section) = payload? else { continue };
        for index in section {
            types.push(index?);
        }
    }
    Ok(types)
}

/// The functions that each function defined in the module calls or takes the address of, once each.
pub fn calls(wasm: &[u8]) -> Result<Vec<Vec<u32>>> {
    let mut calls = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload? else { continue };
        let mut called = BTreeSet::new();
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index } | Operator::RefFunc { function_index } => {
                    called.insert(function_index);
                }
                _ => {}
            }
        }
        calls.push(called.into_iter().collect());
    }
    Ok(calls)
}

/// `tujie[71bb8b1a03e3155f]::layout` becomes `tujie::layout`; slices such as `[u8]` stay.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        rest = match after.split_once(']') {
            // A hash of 64 bits has no leading zeros; `f64` is none.
            Some((hash, after)) if hash.len() > 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                after
            }
            _ => {
                plain.push('[');
                after
            }
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_crates_are_left_out() {
        assert_eq!(
            without_hashes("<alloc[deedb320d2573c2a]::vec::Vec<u8>>::push"),
            "<alloc::vec::Vec<u8>>::push"
        );
        assert_eq!(without_hashes("alloc[eedb320d2573c2d]::fmt"), "alloc::fmt", "without its leading zero");
        assert_eq!(without_hashes("<[f64]>::to_vec"), "<[f64]>::to_vec");
    }
}
