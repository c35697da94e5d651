//! What is kept of a compiled folder: unchanged ladders are not read again, and nothing that is kept is ever wrong.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{env, fs};

use rungs_core::ladder::Catalogue;
use rungs_core::ladder::compile::{Folder, Keeper};

/// A folder of three ladders of its own, changed long enough ago for what came of them to be kept.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("rungs-kept-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("ladders")).unwrap();
        let scratch = Self(folder);
        for file in rungs_generator::catalogue(3, 1) {
            scratch.write(&file.name, &file.text);
        }
        scratch
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join("ladders").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// The catalogue, with the names of the files that were read for it.
    fn compile_as(&self, compiler: [u8; 32]) -> (Catalogue, Vec<String>) {
        let read = RefCell::new(Vec::new());
        let keeper = Keeper { file: &self.0.join("kept.bin"), compiler };
        let outcome = keeper.compile(&self.0.join("ladders"), &mut |path: &Path| {
            read.borrow_mut().push(path.file_name().unwrap().to_string_lossy().into_owned());
            fs::read_to_string(path)
        });
        let (compiled, _) = outcome.unwrap();
        let fresh = Folder::read(&self.0.join("ladders")).unwrap().compile().catalogue.unwrap();
        assert_eq!(compiled.catalogue.as_ref(), Some(&fresh), "what is kept makes no difference");
        (fresh, read.into_inner())
    }

    fn read(&self) -> Vec<String> {
        self.compile_as([1; 32]).1
    }

    /// Waits until the files of the folder have not changed for a while.
    fn settle(&self) {
        std::thread::sleep(Duration::from_millis(3100));
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind is in the folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

const SHARED: [&str; 2] = ["site.toml", "themes.toml"];
const ALL: [&str; 5] = ["site.toml", "themes.toml", "ladder-0000.toml", "ladder-0001.toml", "ladder-0002.toml"];

#[test]
fn what_has_not_changed_is_not_read_again() {
    let scratch = Scratch::new("unchanged");
    scratch.settle();
    assert_eq!(scratch.read(), ALL);
    assert_eq!(scratch.read(), SHARED);

    let text = fs::read_to_string(scratch.path("ladder-0001.toml")).unwrap();
    scratch.write("ladder-0001.toml", &text.replacen("summary = \"", "summary = \"Now ", 1));
    assert_eq!(scratch.read(), ["site.toml", "themes.toml", "ladder-0001.toml"]);

    fs::remove_file(scratch.path("ladder-0000.toml")).unwrap();
    let (catalogue, _) = scratch.compile_as([1; 32]);
    assert_eq!(catalogue.ladders.len(), 2);

    assert_eq!(scratch.compile_as([2; 32]).1, ["site.toml", "themes.toml", "ladder-0001.toml", "ladder-0002.toml"]);
}

#[test]
fn a_change_that_keeps_length_and_date_is_seen() {
    let scratch = Scratch::new("sly");
    scratch.settle();
    scratch.read();
    let path = scratch.path("ladder-0002.toml");
    let date = fs::metadata(&path).unwrap().modified().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    scratch.write("ladder-0002.toml", &text.replacen("1.0.0", "1.0.1", 1));
    fs::File::options().write(true).open(&path).unwrap().set_modified(date).unwrap();
    if cfg!(unix) {
        assert_eq!(scratch.read(), ["site.toml", "themes.toml", "ladder-0002.toml"]);
    }
}

#[test]
fn what_was_changed_a_moment_ago_is_read_again() {
    let scratch = Scratch::new("recent");
    fs::File::options()
        .write(true)
        .open(scratch.path("ladder-0000.toml"))
        .unwrap()
        .set_modified(SystemTime::now())
        .unwrap();
    scratch.read();
    assert_eq!(scratch.read(), ALL);
}

#[test]
fn new_themes_and_damage_have_everything_compiled_anew() {
    let scratch = Scratch::new("damage");
    scratch.settle();
    scratch.read();
    let kept = scratch.0.join("kept.bin");
    let whole = fs::read(&kept).unwrap();
    for (at, cut) in [(3, 0), (40, 0), (70, 0), (whole.len() / 2, 0), (0, 20), (0, whole.len() - 40), (0, whole.len())]
    {
        let mut bytes = whole[..whole.len() - cut].to_vec();
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 0x20;
        }
        fs::write(&kept, bytes).unwrap();
        assert_eq!(scratch.read(), ALL, "byte {at} changed, {cut} cut off");
    }
    assert_eq!(scratch.read(), SHARED);
    let themes = fs::read_to_string(scratch.path("themes.toml")).unwrap();
    scratch.write("themes.toml", &themes.replacen("has to do", "has much to do", 1));
    assert_eq!(scratch.read(), ALL);
}

#[test]
fn a_ladder_of_which_there_is_something_to_say_is_read_each_time() {
    let scratch = Scratch::new("doubtful");
    let text = fs::read_to_string(scratch.path("ladder-0001.toml")).unwrap();
    let unused = "\n[[competency]]\nid = \"unused\"\nname = \"Unused\"\n\n[[level]]";
    scratch.write("ladder-0001.toml", &text.replacen("\n[[level]]", unused, 1));
    scratch.settle();
    scratch.read();
    assert_eq!(scratch.read(), ["site.toml", "themes.toml", "ladder-0001.toml"]);
}

/// What a ladder claims for itself alone is kept with it.
#[test]
fn two_ladders_of_one_name_are_refused_though_both_are_kept() {
    let scratch = Scratch::new("namesakes");
    let text = fs::read_to_string(scratch.path("ladder-0001.toml")).unwrap();
    let errors = || {
        let keeper = Keeper { file: &scratch.0.join("kept.bin"), compiler: [1; 32] };
        let (compiled, _) =
            keeper.compile(&scratch.0.join("ladders"), &mut |path: &Path| fs::read_to_string(path)).unwrap();
        compiled.diagnostics.iter().filter(|each| each.message.starts_with("two ladders are called")).count()
    };
    scratch.write("ladder-0002.toml", &text);
    scratch.settle();
    assert_eq!([errors(), errors()], [1, 1]);
}
