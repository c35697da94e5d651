//! The project's own scripts, run as its tools run them.

use std::process::Command;

use anyhow::{Result, ensure};

/// What a module prints that imports scripts by their place in the repository (`./scripts/…`).
///
/// # Errors
/// What it says if it fails.
pub fn node(module: &str) -> Result<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let ran = Command::new("node").args(["--input-type=module", "-e", module]).current_dir(root).output()?;
    ensure!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Ok(String::from_utf8(ran.stdout)?)
}
