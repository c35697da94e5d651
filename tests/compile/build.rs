//! The build script: a mistake in a ladder stops the build and is shown, all mistakes at once.

use std::{env, fs};

use rungs_core::ladder::Contents;

use crate::support::fixtures;

#[allow(dead_code, reason = "its `main` speaks to Cargo, the tests call what it calls")]
#[path = "../../build.rs"]
mod script;

#[test]
fn every_mistake_of_every_file_is_an_error_of_cargos_and_shown_with_its_line() {
    let said = script::build(&fixtures("invalid/all-at-once"), &env::temp_dir()).unwrap();
    assert!(said.is_error);
    let places: Vec<&str> = said.to_cargo.iter().map(|line| line.rsplit('/').next().unwrap()).collect();
    let starts = ["site.toml:2:1: ", "themes.toml:2:6: ", "garden.toml:6:1: ", "garden.toml:23:8: "];
    for start in starts.into_iter().chain(["garden.toml:24:12: ", "meadow.toml:20:8: ", "park.toml:27:8: "]) {
        assert!(places.iter().any(|place| place.starts_with(start)), "{start} not in {places:#?}");
    }
    assert!(said.to_cargo.iter().all(|line| line.starts_with("cargo::error=")), "{:#?}", said.to_cargo);
    assert!(said.in_full.contains("23 | rank = \"1\"\n   |        ^^^ this is a text"), "{}", said.in_full);
    assert!(said.in_full.contains("help: did you mean `gardener`?"), "{}", said.in_full);
}

#[test]
fn doubtful_writing_is_a_warning_of_cargos_and_the_catalogue_is_written() {
    let out = env::temp_dir().join(format!("rungs-build-{}", std::process::id()));
    fs::create_dir_all(&out).unwrap();
    let said = script::build(&fixtures("ladders"), &out).unwrap();
    assert!(!said.is_error && said.in_full.is_empty());
    assert_eq!(said.to_cargo[0], "cargo::warning=no level expects anything in this competency");
    let contents = Contents::decode(&fs::read(out.join("index.bin")).unwrap()).unwrap();
    assert!(contents.ladder(0, &fs::read(out.join("bodies.bin")).unwrap()).is_ok());
    fs::remove_dir_all(out).unwrap();
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = script::build(&fixtures("nowhere"), &env::temp_dir()).err().unwrap();
    assert!(error.to_string().contains("tests/fixtures/nowhere: "), "{error}");
}
