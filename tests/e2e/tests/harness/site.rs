//! The sites under test, each served once for all tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Context, Result};

use super::leashed::Leashed;

/// A built site and the path below which it is served.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site {
    folder: PathBuf,
    base: &'static str,
}

static SERVERS: Mutex<BTreeMap<Site, (Leashed, String)>> = Mutex::new(BTreeMap::new());

impl Site {
    /// The site of the test ladders, below `/rungs/`.
    pub fn fixtures() -> Self {
        Self { folder: built("fixtures"), base: "/rungs/" }
    }

    /// The next release of the site of the test ladders: one sentence differs.
    pub fn fixtures_next() -> Self {
        Self { folder: built("fixtures-next"), base: "/rungs/" }
    }

    /// The same WASM at the root of a host.
    pub fn fixtures_at_root() -> Self {
        Self { folder: built("fixtures-root"), base: "/" }
    }

    /// Three generated ladders, which are part of the program, below `/rungs/`.
    pub fn three() -> Self {
        Self { folder: built("catalogue-3"), base: "/rungs/" }
    }

    /// A hundred generated ladders, each in a file of its own, below `/rungs/`; the first three are those of
    /// [`three`](Self::three), and the first of a thousand are these.
    pub fn hundred() -> Self {
        Self { folder: built("catalogue-100"), base: "/rungs/" }
    }

    /// The site of `ladders/`, below `/rungs/`.
    pub fn published() -> Self {
        Self { folder: built("published"), base: "/rungs/" }
    }

    /// The site of one framework of 52 tracks, 205 levels and 188 competencies, below `/rungs/`.
    pub fn large_framework() -> Self {
        Self { folder: built("framework"), base: "/rungs/" }
    }

    /// The site of a thousand ladders, below `/rungs/`.
    pub fn thousand() -> Self {
        Self { folder: built("catalogue-1000"), base: "/rungs/" }
    }

    /// Any folder, below `/rungs/`.
    pub fn of_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), base: "/rungs/" }
    }

    /// The folder that holds the site.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Ends the server of this site, as when the network is gone.
    pub fn stop(&self) {
        drop(SERVERS.lock().expect("no test panics while it starts a server").remove(self));
    }

    /// Where the site is served, with the base path and a slash at the end.
    pub fn address(&self) -> Result<String> {
        let mut servers = SERVERS.lock().expect("no test panics while it starts a server");
        if let Some((_, address)) = servers.get(self) {
            return Ok(address.clone());
        }
        let folder = self.folder.to_str().context("the folder's name is not UTF-8")?;
        let arguments = ["--leash", "--dir", folder, "--base", self.base];
        let (server, address) =
            Leashed::run("serve.mjs", &arguments, |line| line.starts_with("http").then(|| line.to_owned()))?;
        servers.insert(self.clone(), (server, address.clone()));
        Ok(address)
    }
}

fn built(name: &str) -> PathBuf {
    let sites = std::env::var("RUNGS_SITES").expect("RUNGS_SITES names the built sites: run `make e2e`");
    let folder = Path::new(&sites).join(name);
    assert!(folder.join("index.html").is_file(), "{} is not built: run `make e2e`", folder.display());
    folder
}
