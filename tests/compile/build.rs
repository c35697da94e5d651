//! The build script: a mistake in a ladder stops the build and is shown, all mistakes at once.

use std::path::PathBuf;
use std::{env, fs};

use rungs_core::ladder::Contents;

use crate::support::fixtures;

#[allow(dead_code, reason = "its `main` speaks to Cargo, the tests call what it calls")]
#[path = "../../build.rs"]
mod script;

#[test]
fn every_mistake_of_every_file_is_an_error_of_cargos_and_shown_with_its_line() {
    let said = script::build(&fixtures("invalid/all-at-once"), &env::temp_dir(), true).unwrap();
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
    let said = script::build(&fixtures("ladders"), &out, true).unwrap();
    assert!(!said.is_error && said.in_full.is_empty());
    assert_eq!(said.to_cargo[0], "cargo::warning=no level expects anything in this competency");
    let contents = Contents::decode(&fs::read(out.join("index.bin")).unwrap()).unwrap();
    assert!(contents.ladder(0, &fs::read(out.join("bodies.bin")).unwrap()).is_ok());
    fs::remove_dir_all(out).unwrap();
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let error = script::build(&fixtures("nowhere"), &env::temp_dir(), true).err().unwrap();
    assert!(error.to_string().contains("tests/fixtures/nowhere: "), "{error}");
}

#[test]
fn of_a_large_catalogue_nothing_reaches_the_page_however_many_ladders_there_are() {
    let built = |ladders: usize| {
        let (folder, out) = (scratch(&format!("ladders-{ladders}")), scratch(&format!("out-{ladders}")));
        for file in rungs_generator::catalogue(ladders, 1) {
            fs::write(folder.join(file.name), file.text).unwrap();
        }
        let said = script::build(&folder, &out, true).unwrap();
        let written: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let native = script::build(&folder, &out, false).unwrap();
        assert!(native.to_cargo.is_empty() && out.join("bodies.bin").exists(), "natively it is embedded");
        [&folder, &out].iter().for_each(|folder| fs::remove_dir_all(folder).unwrap());
        (said.to_cargo, written.into_iter().filter(|name| name != "compiled.bin").collect::<Vec<_>>())
    };
    assert_eq!(built(20), (vec!["cargo::rustc-cfg=catalogue_in_files".to_owned()], vec![]));
    assert_eq!(built(20), built(40));
    assert!(built(2).0.is_empty(), "a small catalogue is embedded");
}

/// An empty folder of this test's own.
fn scratch(name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("rungs-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}
