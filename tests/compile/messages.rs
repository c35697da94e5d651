//! Every rule has a broken fixture, and the message for it is known to the letter.

use std::fs;
use std::path::Path;

use rungs_core::ladder::compile::{Compiled, Folder, catalogue};
use rungs_core::ladder::diagnostic::{Input, Severity};

use crate::support::{fixtures, rendered};

/// The fixtures by name: single files, and folders of several.
fn broken() -> Vec<String> {
    let entries = fs::read_dir(fixtures("invalid")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.ends_with(".expected")).collect();
    names.sort();
    names
}

fn input(path: &Path, name: &str) -> Input {
    Input { path: name.into(), text: fs::read_to_string(path).unwrap() }
}

/// Compiles a fixture as what its name says: a folder, `site-*`, `themes-*`, or else a ladder.
fn compile(name: &str) -> (Compiled, Vec<Input>) {
    let path = fixtures("invalid").join(name);
    let themes = input(&fixtures("ladders/themes.toml"), "themes.toml");
    let (site, themes, ladders) = if path.is_dir() {
        let folder = Folder::read(&path).unwrap();
        let local = |file: Input| Input { path: file.path.rsplit('/').next().unwrap().to_owned(), ..file };
        (folder.site.map(local), local(folder.themes), folder.ladders.into_iter().map(local).collect())
    } else {
        let file = input(&path, name);
        match name.split('-').next() {
            Some("site") => (Some(file), themes, Vec::new()),
            Some("themes") => (None, file, Vec::new()),
            _ => (None, themes, vec![file]),
        }
    };
    let compiled = catalogue(site.as_ref(), &themes, &ladders);
    let files = site.into_iter().chain([themes]).chain(ladders).collect();
    (compiled, files)
}

#[test]
fn each_broken_fixture_gives_its_exact_messages() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut different = Vec::new();
    for name in broken() {
        let (compiled, files) = compile(&name);
        let messages = rendered(&compiled, &files);
        let expected = fixtures("invalid").join(format!("{}.expected", name.trim_end_matches(".toml")));
        if update {
            fs::write(&expected, &messages).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&messages) {
            different.push(format!("── {name}\n{messages}"));
        }
    }
    assert!(different.is_empty(), "other messages than expected (UPDATE=1 keeps them):\n{}", different.join("\n"));
}

#[test]
fn an_error_keeps_the_catalogue_back_and_a_warning_does_not() {
    for name in broken() {
        let (compiled, _) = compile(&name);
        let worst = compiled.diagnostics.iter().map(|diagnostic| diagnostic.severity).min();
        let wanted = if name.starts_with("warning-") { Severity::Warning } else { Severity::Error };
        assert_eq!(worst, Some(wanted), "{name}");
        assert_eq!(compiled.catalogue.is_none(), wanted == Severity::Error, "{name}");
    }
}

#[test]
fn every_error_names_a_place_and_almost_every_one_a_cure() {
    for name in broken() {
        let (compiled, files) = compile(&name);
        for diagnostic in &compiled.diagnostics {
            let summary = diagnostic.summary(&files);
            assert!(summary.starts_with(&format!("{}:", diagnostic.path)), "{summary}");
            let says_all = ["expected ", "this is not TOML", "this is listed twice"];
            let needs_no_cure = says_all.iter().any(|start| diagnostic.message.starts_with(start))
                || diagnostic.label.ends_with("is missing here");
            assert!(diagnostic.help.is_some() || needs_no_cure, "no cure: {summary}");
        }
    }
}

#[test]
fn the_valid_fixtures_give_the_two_warnings_that_they_are_written_for() {
    let folder = Folder::read(&fixtures("ladders")).unwrap();
    let found: Vec<String> = folder.compile().diagnostics.iter().map(|d| d.message.clone()).collect();
    assert_eq!(
        found,
        ["no level expects anything in this competency", "this level expects nothing"],
        "both of lighthouse.toml"
    );
}
