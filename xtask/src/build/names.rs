//! Names that carry a content hash, and digests for `integrity="…"`.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256, Sha384};

/// Hexadecimal digits in a name: enough that two builds never share one.
const DIGITS: usize = 8;

/// `stem-<hash>.extension`, where the hash is the content's.
pub fn hashed(stem: &str, extension: &str, bytes: &[u8]) -> String {
    let hash = sha256(bytes);
    format!("{stem}-{}.{extension}", &hash[..DIGITS])
}

/// Whether `hashed` made that name.
pub fn is_hashed(name: &str, stem: &str, extension: &str) -> bool {
    let hash = name.strip_prefix(stem).and_then(|rest| rest.strip_prefix('-'));
    let hash = hash.and_then(|rest| rest.strip_suffix(extension)).and_then(|rest| rest.strip_suffix('.'));
    hash.is_some_and(|hash| hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The same by SHA-256, for the digests that the scripts themselves carry: a third shorter.
pub fn short_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The same in the letters that addresses may have, alone: the name of a file that is its own digest.
pub fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_carries_the_start_of_the_contents_hash() {
        assert_eq!(hashed("core", "js", b"abc"), "core-ba7816bf.js");
        assert_ne!(hashed("core", "js", b"abd"), "core-ba7816bf.js");
    }

    #[test]
    fn hashed_names_are_told_from_others() {
        assert!(is_hashed("core-ba7816bf.js", "core", "js"));
        assert!(is_hashed(&hashed("tujie", "wasm", b""), "tujie", "wasm"));
        for other in ["core.js", "core-.js", "core-ba7816bf8f.js", "core-ba7816bf.mjs", "core-elementary.js"]
        {
            assert!(!is_hashed(other, "core", "js"), "{other}");
        }
    }

    #[test]
    fn integrity_is_the_base64_of_sha384() {
        // The test vector of FIPS 180-2 for "abc".
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
        assert_eq!(short_integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(digest(b"abc"), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }
}
