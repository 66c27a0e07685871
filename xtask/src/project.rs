//! Where things lie, as cargo says.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;

/// The workspace: its folders and its version.
pub struct Project {
    /// The folder that holds the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// cargo's target folder, wherever the configuration puts it.
    pub target: PathBuf,
    /// The version of the library.
    pub version: String,
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

impl Project {
    /// Asks cargo about the workspace that the current folder belongs to.
    pub fn find() -> Result<Project> {
        let mut command = process::cargo();
        let json = process::output(command.args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: Metadata = serde_json::from_str(&json).context("cargo metadata is not readable")?;
        let library = metadata.packages.into_iter().find(|package| package.name == "tujie");
        let version = library.context("the workspace has no package `tujie`: run this inside it")?.version;
        Ok(Project { root: metadata.workspace_root, target: metadata.target_directory, version })
    }

    /// What an editor's page includes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The sources of the page's scripts and of the demo.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The manifest, the installed tools and the tests of the JavaScript side.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// Intermediate files of the build.
    pub fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }
}
