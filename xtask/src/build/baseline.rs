//! The WebAssembly that the oldest supported browsers run: Chrome 96, Safari 16.4, Firefox 115.

use anyhow::{Result, anyhow};
use wasmparser::{Validator, WasmFeatures};

/// The proposals all three have, as wasm-opt names them.
pub const WASM_OPT_FEATURES: [&str; 8] = [
    "mutable-globals",
    "sign-ext",
    "nontrapping-float-to-int",
    "bulk-memory",
    "bulk-memory-opt",
    "reference-types",
    "call-indirect-overlong",
    "multivalue",
];

/// The same as the validator names them; it counts the two parts `bulk-memory-opt` and
/// `call-indirect-overlong` to their proposals.
const FEATURES: WasmFeatures = WasmFeatures::MVP
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::MULTI_VALUE);

/// Whether those browsers can compile the module; the error says what they don't know.
pub fn check(module: &[u8]) -> Result<()> {
    Validator::new_with_features(FEATURES).validate_all(module).map(|_| ()).map_err(|error| {
        anyhow!("the wasm needs more than Chrome 96, Safari 16.4 and Firefox 115 have: {error}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function without parameters: its result type and its body.
    fn module(result: u8, body: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([0x01, 5, 1, 0x60, 0, 1, result]);
        bytes.extend([0x03, 2, 1, 0]);
        let size = body.len() as u8 + 2;
        bytes.extend([0x0a, size + 2, 1, size, 0]);
        bytes.extend(body);
        bytes.push(0x0b);
        bytes
    }

    const I32: u8 = 0x7f;
    const V128: u8 = 0x7b;

    #[test]
    fn what_rust_compiles_to_by_default_is_accepted() {
        let sign_extension = [0x41, 0, 0xc0];
        check(&module(I32, &sign_extension)).unwrap();
        let saturating = [0x44, 0, 0, 0, 0, 0, 0, 0, 0, 0xfc, 2];
        check(&module(I32, &saturating)).unwrap();
    }

    #[test]
    fn newer_proposals_are_refused() {
        let tail_call = [0x12, 0];
        let error = check(&module(I32, &tail_call)).unwrap_err().to_string();
        assert!(error.contains("Chrome 96") && error.contains("tail calls"), "{error}");
        let simd: Vec<u8> = [0xfd, 12].into_iter().chain([0; 16]).collect();
        assert!(check(&module(V128, &simd)).unwrap_err().to_string().contains("SIMD"));
    }
}
