//! The folder of a catalogue: `site.toml`, `themes.toml`, and every other `.toml` file a ladder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::kept::{Reading, Stamp};
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
        let listing = FolderListing::of(path)?;
        let read: Reading = &mut |path| fs::read_to_string(path);
        let (site, themes) = listing.shared(read)?;
        let ladders = listing.ladders.iter().map(|file| file.read(read)).collect::<io::Result<_>>()?;
        Ok(Self { site, themes, ladders })
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

/// The files of a folder, not read yet.
pub(super) struct FolderListing {
    site: Option<Listed>,
    themes: Option<Listed>,
    /// The path of the themes as messages name it, whether they are there or not.
    themes_shown: String,
    /// The ladders, in the order of their names.
    pub(super) ladders: Vec<Listed>,
}

/// A file that is there.
pub(super) struct Listed {
    place: PathBuf,
    /// The path as messages name it.
    pub(super) shown: String,
    pub(super) stamp: Stamp,
}

impl FolderListing {
    pub(super) fn of(folder: &Path) -> io::Result<Self> {
        let shown = folder.to_string_lossy().replace('\\', "/");
        let shown = shown.trim_end_matches('/');
        let mut listing =
            Self { site: None, themes: None, themes_shown: format!("{shown}/themes.toml"), ladders: vec![] };
        for entry in fs::read_dir(folder).map_err(|error| named(error, &folder.to_string_lossy()))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Folder::holds(&name) {
                let place = folder.join(&name);
                let metadata = fs::metadata(&place).map_err(|error| named(error, &format!("{shown}/{name}")))?;
                if metadata.is_file() {
                    let file = Listed { place, shown: format!("{shown}/{name}"), stamp: Stamp::of(&metadata) };
                    listing.add(&name, file);
                }
            }
        }
        listing.ladders.sort_by(|a, b| a.shown.cmp(&b.shown));
        Ok(listing)
    }

    fn add(&mut self, name: &str, file: Listed) {
        match name {
            "site.toml" => self.site = Some(file),
            "themes.toml" => self.themes = Some(file),
            _ => self.ladders.push(file),
        }
    }

    /// Reads what all ladders share: the site's settings and the themes.
    pub(super) fn shared(&self, read: Reading) -> io::Result<(Option<Input>, Input)> {
        let site = self.site.as_ref().map(|file| file.read(read)).transpose()?;
        let none = || Input { path: self.themes_shown.clone(), text: String::new() };
        let themes = self.themes.as_ref().map(|file| file.read(read)).transpose()?.unwrap_or_else(none);
        Ok((site, themes))
    }
}

impl Listed {
    pub(super) fn read(&self, read: Reading) -> io::Result<Input> {
        let text = read(&self.place).map_err(|error| named(error, &self.shown))?;
        Ok(Input { path: self.shown.clone(), text })
    }
}

fn named(error: io::Error, path: &str) -> io::Error {
    io::Error::new(error.kind(), format!("{path}: {error}"))
}
