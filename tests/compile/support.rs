//! What the tests of the compiler share: the fixtures, and ladders made of a few lines.

use std::path::PathBuf;

use rungs_core::ladder::compile::{Compiled, Folder, catalogue};
use rungs_core::ladder::diagnostic::Input;
use rungs_core::ladder::{Catalogue, Ladder, Level, LevelId};

/// A folder of `tests/fixtures/`.
pub fn fixtures(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The catalogue of the valid fixtures.
pub fn valid() -> Catalogue {
    let folder = Folder::read(&fixtures("ladders")).unwrap();
    let compiled = folder.compile();
    assert!(!compiled.has_errors(), "{}", rendered(&compiled, &folder.files()));
    compiled.catalogue.unwrap()
}

/// A valid fixture.
pub fn ladder(id: &str) -> Ladder {
    valid().ladders.into_iter().find(|ladder| ladder.id.as_str() == id).unwrap()
}

/// A level of it.
pub fn level<'a>(ladder: &'a Ladder, id: &str) -> &'a Level {
    ladder.level(&LevelId::parse(id).unwrap()).unwrap()
}

/// What a level expects, as `expectation < origin`, in order.
pub fn holdings(ladder: &Ladder, id: &str) -> Vec<String> {
    let level = level(ladder, id);
    ladder.holdings(level).map(|holding| format!("{} < {}", holding.expectation.id, holding.origin)).collect()
}

/// Compiles one ladder file, `test.toml`, beside the themes of the fixtures.
pub fn compile(text: &str) -> Compiled {
    let themes = Folder::read(&fixtures("ladders")).unwrap().themes;
    catalogue(None, &themes, &[file(text)])
}

/// Compiles one ladder file without a mistake.
pub fn compile_valid(text: &str) -> Ladder {
    let compiled = compile(text);
    assert!(!compiled.has_errors(), "{}", rendered(&compiled, &[file(text)]));
    compiled.catalogue.unwrap().ladders.remove(0)
}

fn file(text: &str) -> Input {
    Input { path: "test.toml".into(), text: text.into() }
}

/// All messages, with an empty line between two.
pub fn rendered(compiled: &Compiled, files: &[Input]) -> String {
    let messages: Vec<String> = compiled.diagnostics.iter().map(|diagnostic| diagnostic.render(files)).collect();
    messages.join("\n\n") + "\n"
}
