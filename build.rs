//! Compiles the folder of ladders into the catalogue that the page embeds.
//!
//! The folder is `ladders/`, or the one that the environment variable `RUNGS_LADDERS` names (relative to
//! this file). A mistake in a ladder stops the build: one line for each mistake as an error of Cargo's,
//! then all of them in full, with the offending lines and the cure, on standard error, which Cargo shows
//! when a build script fails.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use rungs_core::ladder::compile::Folder;
use rungs_core::ladder::diagnostic::{Diagnostic, Input, Severity};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=RUNGS_LADDERS");
    let folder = env::var_os("RUNGS_LADDERS").map_or_else(|| PathBuf::from("ladders"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    match build(&folder) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("cargo::error=the ladders cannot be compiled: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Compiles the folder and writes the catalogue; `false` where the ladders have errors (all shown).
fn build(path: &Path) -> Result<bool, Box<dyn Error>> {
    let folder = Folder::read(path)?;
    let files = folder.files();
    let compiled = folder.compile();
    for diagnostic in &compiled.diagnostics {
        show(diagnostic, &files);
    }
    let Some(catalogue) = compiled.catalogue else { return Ok(false) };
    let blobs = catalogue.encode()?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("index.bin"), blobs.index)?;
    fs::write(out.join("bodies.bin"), blobs.bodies)?;
    Ok(true)
}

/// Cargo's messages hold one line each: errors are named in one and shown in full where the build
/// fails, warnings are shown line by line, since a build that succeeds shows nothing else.
fn show(diagnostic: &Diagnostic, files: &[Input]) {
    let full = diagnostic.render(files);
    match diagnostic.severity {
        Severity::Error => {
            println!("cargo::error={}", diagnostic.summary(files));
            eprintln!("{full}\n");
        }
        Severity::Warning => {
            let lines = full.strip_prefix("warning: ").unwrap_or(&full).lines();
            lines.for_each(|line| println!("cargo::warning={line}"));
        }
    }
}
