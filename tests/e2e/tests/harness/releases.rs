//! A site whose releases a test publishes one after another.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::{Outcome, Site};

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
        let paths = fs::read_dir(self.folder.path())?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        let fits = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning));
        paths.into_iter().find(fits).with_context(|| format!("the release has no file {beginning:?}"))
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
