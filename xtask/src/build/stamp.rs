//! Skips work whose inputs are those of the last time.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::names::sha256;

/// A file that remembers the hash of the inputs of finished work.
pub struct Stamp<'a> {
    path: &'a Path,
    key: String,
}

impl<'a> Stamp<'a> {
    /// The stamp at `path` for these inputs.
    pub fn new(path: &'a Path, inputs: &[u8]) -> Stamp<'a> {
        Stamp { path, key: sha256(inputs) }
    }

    /// Whether the work was done with these inputs.
    pub fn is_set(&self) -> bool {
        fs::read_to_string(self.path).is_ok_and(|made_from| made_from == self.key)
    }

    /// Says that it is done.
    pub fn set(&self) -> Result<()> {
        fs::write(self.path, &self.key).with_context(|| format!("{} can't be written", self.path.display()))
    }
}

/// Calls `make` unless the stamp is set for these inputs and every output exists.
pub fn unless_fresh(
    stamp: &Path,
    inputs: &[u8],
    outputs: &[&Path],
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let fresh = Stamp::new(stamp, inputs);
    if fresh.is_set() && outputs.iter().all(|output| output.exists()) {
        return Ok(());
    }
    // A `make` that stops half-way must not look finished.
    let _ = fs::remove_file(stamp);
    make()?;
    fresh.set()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn work_is_done_once_for_the_same_inputs_and_again_for_others() {
        let folder = std::env::temp_dir().join(format!("tujie-stamp-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (stamp, output) = (folder.join("stamp"), folder.join("output"));
        let made = |inputs: &str| {
            let mut made = false;
            unless_fresh(&stamp, inputs.as_bytes(), &[&output], || {
                made = true;
                Ok(fs::write(&output, inputs)?)
            })
            .unwrap();
            made
        };
        assert!(made("one"));
        assert!(!made("one"));
        assert!(made("two"));
        fs::remove_file(&output).unwrap();
        assert!(made("two"));
        assert!(unless_fresh(&stamp, b"three", &[], || bail!("broken")).is_err());
        assert!(made("two"), "a failure clears the stamp");
        fs::remove_dir_all(&folder).unwrap();
    }
}
