//! The folder of ladders as it was at a revision, read through git.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rungs_core::ladder::compile::Folder;

use crate::Impossible;

/// A revision of the repository.
pub struct Revision {
    root: PathBuf,
    short: String,
}

/// What a revision has of ladders.
pub enum Then {
    /// Its folder.
    Folder(Folder),
    /// No ladder.
    Nothing,
}

impl Revision {
    /// Looks a revision up; `None` where the repository has none of that name.
    pub fn find(root: &Path, name: &str) -> Result<Option<Self>, Impossible> {
        run(root, &["rev-parse", "--git-dir"])?;
        let commit = format!("{name}^{{commit}}");
        let found = git(root, &["rev-parse", "--verify", "--quiet", "--short", "--end-of-options", &commit])?;
        let short = String::from_utf8_lossy(&found.stdout).trim().to_owned();
        Ok(found.status.success().then(|| Self { root: root.to_owned(), short }))
    }

    /// Its short name.
    pub fn short(&self) -> &str {
        &self.short
    }

    /// Its folder of ladders.
    pub fn folder(&self, ladders: &str) -> Result<Then, Impossible> {
        let listed = run(&self.root, &["ls-tree", "-z", "--name-only", &self.short, &format!("{ladders}/")])?;
        let mut files = Vec::new();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            let name = path.rsplit('/').next().unwrap_or(path);
            if Folder::holds(name) {
                files.push((name.to_owned(), run(&self.root, &["show", &format!("{}:./{path}", self.short)])?));
            }
        }
        let folder = Folder::of(&format!("{}:{ladders}", self.short), files);
        Ok(if folder.ladders.is_empty() { Then::Nothing } else { Then::Folder(folder) })
    }
}

/// What git answers.
fn run(root: &Path, arguments: &[&str]) -> Result<String, Impossible> {
    let output = git(root, arguments)?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(Impossible(format!("git {} says: {}", arguments.join(" "), why.trim())));
    }
    String::from_utf8(output.stdout).map_err(|_| Impossible(format!("git {}: not UTF-8", arguments.join(" "))))
}

fn git(root: &Path, arguments: &[&str]) -> Result<Output, Impossible> {
    let mut command = Command::new("git");
    // The repository is that of the folder, also where a hook of another one has started this.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    let output = command.current_dir(root).args(arguments).output();
    output.map_err(|error| Impossible(format!("git cannot be started: {error}\n  cure: install git")))
}
