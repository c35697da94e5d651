//! A site whose releases a test publishes one after another.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::{Outcome, Setup, Site};

/// What the names of the files begin with that are fetched on demand.
const PARTS: [&str; 3] = ["split_", "chunk_", "update-"];

/// A served folder in which one release takes the place of another, whole, as on GitHub Pages.
pub struct Releases {
    folder: TempDir,
    /// Where it is served.
    pub site: Site,
}

impl Releases {
    /// Begins with a release.
    pub fn beginning_with(release: &Site) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let releases = Self { site: Site::of_folder(folder.path()), folder };
        releases.publish(release)?;
        Ok(releases)
    }

    /// The site of the test ladders, for tests that spoil it.
    pub fn of_fixtures() -> Result<Self> {
        Self::beginning_with(&Site::fixtures())
    }

    /// A browser on it.
    pub fn setup(&self) -> Setup {
        Setup::of(self.site.clone())
    }

    /// Publishes a release: nothing of the one before stays.
    pub fn publish(&self, release: &Site) -> Outcome {
        for entry in fs::read_dir(self.folder.path())? {
            let path = entry?.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
        copy_tree(release.folder(), self.folder.path())
    }

    /// A file of the release that is out, below the folder, whether it is there or not.
    pub fn path(&self, place: &str) -> PathBuf {
        self.folder.path().join(place)
    }

    /// The file of the release that is out whose name begins like this.
    pub fn named(&self, beginning: &str) -> Result<PathBuf> {
        self.file(|name| name.starts_with(beginning)).with_context(|| format!("the release has no file {beginning:?}"))
    }

    /// The one file of the program with that extension: the WASM that every page loads, the script that is not the worker's.
    pub fn main_file(&self, extension: &str) -> Result<PathBuf> {
        let is_other = |name: &str| name == "sw.js" || PARTS.iter().any(|part| name.starts_with(part));
        let is_it = |name: &str| !is_other(name) && name.rsplit_once('.').is_some_and(|(_, last)| last == extension);
        self.file(is_it).with_context(|| format!("the release has no .{extension}"))
    }

    fn file(&self, fits: impl Fn(&str) -> bool) -> Result<PathBuf> {
        let paths = fs::read_dir(self.folder.path())?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        let fits = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(&fits);
        paths.into_iter().find(fits).context("no such file")
    }
}

fn copy_tree(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
