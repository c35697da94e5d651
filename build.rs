//! Compiles the folder of ladders, and into the catalogue that the page embeds if it is small.
//!
//! Of a larger one nothing goes into the page, which is told to fetch it (`catalogue_in_files`): then the program is
//! the same whatever the ladders are, and whoever makes the site writes their files. What is compiled natively always
//! embeds.
//!
//! The folder is `ladders/`, or the one that the environment variable `RUNGS_LADDERS` names (relative to
//! this file). A mistake in a ladder stops the build: one line for each mistake as an error of Cargo's,
//! then all of them in full, with the offending lines and the cure, on standard error, which Cargo shows
//! when a build script fails.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use rungs_core::ladder::compile::{Keeper, this_program};
use rungs_core::ladder::diagnostic::{Diagnostic, Input, Severity};

fn main() -> ExitCode {
    // The splitter goes by the relocations; see scripts/split.sh.
    let is_page = env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32");
    if is_page {
        println!("cargo::rustc-link-arg-bin=rungs=--emit-relocs");
    }
    println!("cargo::rerun-if-env-changed=RUNGS_LADDERS");
    println!("cargo::rustc-check-cfg=cfg(catalogue_in_files)");
    let folder = env::var_os("RUNGS_LADDERS").map_or_else(|| PathBuf::from("ladders"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let said = build(&folder, &out, is_page).unwrap_or_else(|error| Said::error(&error.to_string()));
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

/// Compiles the folder and, if it has no error, writes the catalogue into `out`, or says that the page has to fetch it.
pub(crate) fn build(folder: &Path, out: &Path, is_page: bool) -> Result<Said, Box<dyn Error>> {
    let keeper = Keeper { file: &out.join("compiled.bin"), compiler: this_program()? };
    let (compiled, files) = keeper.compile(folder, &mut |path| fs::read_to_string(path))?;
    let mut said = Said::default();
    compiled.diagnostics.iter().for_each(|diagnostic| said.add(diagnostic, &files));
    if let Some(catalogue) = compiled.catalogue {
        let blobs = catalogue.encode()?;
        if is_page && !blobs.are_embedded() {
            said.to_cargo.push("cargo::rustc-cfg=catalogue_in_files".into());
        } else {
            fs::write(out.join("index.bin"), blobs.index)?;
            fs::write(out.join("bodies.bin"), blobs.bodies)?;
        }
    }
    Ok(said)
}
