//! The folder of a catalogue: `site.toml`, `themes.toml`, and every other `.toml` file a ladder.

use std::fs;
use std::io;
use std::path::Path;

use super::{Compiled, catalogue};
use crate::ladder::diagnostic::Input;

/// The files of a folder, read.
#[derive(Clone, Debug)]
pub struct Folder {
    /// `site.toml`, if there is one.
    pub site: Option<Input>,
    /// `themes.toml`; empty where there is none.
    pub themes: Input,
    /// The ladders, in the order of their names.
    pub ladders: Vec<Input>,
}

impl Folder {
    /// Reads a folder. Messages will name its files below the path given here. Files that do not end in
    /// `.toml`, hidden files and folders in it are left alone.
    ///
    /// # Errors
    /// Where the folder or a file cannot be read, or is not UTF-8; the error names which.
    pub fn read(path: &Path) -> io::Result<Self> {
        let mut names = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| named(error, &path.to_string_lossy()))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Self::holds(&name) && path.join(&name).is_file() {
                names.push(name);
            }
        }
        names.sort();
        let mut files = Vec::new();
        for name in names {
            let text = fs::read_to_string(path.join(&name));
            let text = text.map_err(|error| named(error, &format!("{}/{name}", path.to_string_lossy())))?;
            files.push((name, text));
        }
        Ok(Self::of(&path.to_string_lossy(), files))
    }

    /// The folder of these files, by their names in it and their texts, wherever they come from. Messages will
    /// name them below the path given here.
    pub fn of(path: &str, files: impl IntoIterator<Item = (String, String)>) -> Self {
        let shown = path.replace('\\', "/");
        let shown = shown.trim_end_matches('/');
        let mut folder = Self {
            site: None,
            themes: Input { path: format!("{shown}/themes.toml"), text: String::new() },
            ladders: Vec::new(),
        };
        for (name, text) in files {
            folder.add(&name, Input { path: format!("{shown}/{name}"), text });
        }
        folder
    }

    /// Whether a file of that name belongs to such a folder.
    pub fn holds(name: &str) -> bool {
        name.ends_with(".toml") && !name.starts_with('.')
    }

    fn add(&mut self, name: &str, file: Input) {
        match name {
            "site.toml" => self.site = Some(file),
            "themes.toml" => self.themes = file,
            _ => self.ladders.push(file),
        }
    }

    /// Compiles the folder.
    pub fn compile(&self) -> Compiled {
        catalogue(self.site.as_ref(), &self.themes, &self.ladders)
    }

    /// All its files, for rendering diagnostics.
    pub fn files(&self) -> Vec<Input> {
        self.site.iter().chain([&self.themes]).chain(&self.ladders).cloned().collect()
    }
}

fn named(error: io::Error, path: &str) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}
