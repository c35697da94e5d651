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
    // The splitter goes by the relocations; see scripts/split.sh.
    if env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bin=rungs=--emit-relocs");
    }
    println!("cargo::rerun-if-env-changed=RUNGS_LADDERS");
    let folder = env::var_os("RUNGS_LADDERS").map_or_else(|| PathBuf::from("ladders"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let said = build(&folder, &out).unwrap_or_else(|error| Said::error(&error.to_string()));
    println!("{}", said.to_cargo.join("\n"));
    eprintln!("{}", said.in_full);
    if said.is_error { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// What the build says of the ladders.
#[derive(Default)]
pub(crate) struct Said {
    /// Whether the build fails.
    pub is_error: bool,
    /// Lines in Cargo's own form, for standard output.
    pub to_cargo: Vec<String>,
    /// All errors with the offending lines, for standard error.
    pub in_full: String,
}

impl Said {
    fn error(message: &str) -> Self {
        let to_cargo = vec![format!("cargo::error=the ladders cannot be compiled: {message}")];
        Self { is_error: true, to_cargo, in_full: String::new() }
    }

    /// Cargo's messages hold one line each: errors are named in one and shown in full where the build
    /// fails, warnings are shown line by line, since a build that succeeds shows nothing else.
    fn add(&mut self, diagnostic: &Diagnostic, files: &[Input]) {
        let full = diagnostic.render(files);
        match diagnostic.severity {
            Severity::Error => {
                self.is_error = true;
                self.to_cargo.push(format!("cargo::error={}", diagnostic.summary(files)));
                self.in_full += &format!("{full}\n\n");
            }
            Severity::Warning => {
                let lines = full.strip_prefix("warning: ").unwrap_or(&full).lines();
                self.to_cargo.extend(lines.map(|line| format!("cargo::warning={line}")));
            }
        }
    }
}

/// Compiles the folder and, if it has no error, writes the catalogue into `out`.
pub(crate) fn build(folder: &Path, out: &Path) -> Result<Said, Box<dyn Error>> {
    let folder = Folder::read(folder)?;
    let files = folder.files();
    let compiled = folder.compile();
    let mut said = Said::default();
    compiled.diagnostics.iter().for_each(|diagnostic| said.add(diagnostic, &files));
    if let Some(catalogue) = compiled.catalogue {
        let blobs = catalogue.encode()?;
        fs::write(out.join("index.bin"), blobs.index)?;
        fs::write(out.join("bodies.bin"), blobs.bodies)?;
    }
    Ok(said)
}
