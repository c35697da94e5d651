//! Compiling a folder again without reading what has not changed.
//!
//! What came of each ladder is kept in one file, by path, length and times of the last change, for the very compiler
//! that made it and the very themes. Whatever does not fit to the last bit is compiled anew, so a file that is kept can
//! make a build quicker, never wrong. A ladder of which there is something to say is not kept: its lines are to be shown.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::folder::{FolderListing, Listed};
use super::{Claims, Compiled, Outcome, Shared};
use crate::ladder::Ladder;
use crate::ladder::diagnostic::Input;

/// What a file system may take for one and the same time: a change sooner after the last one could go unseen.
const TOO_RECENT: Duration = Duration::from_secs(2);

type Hash = [u8; 32];

/// Reads a file.
pub type Reading<'a> = &'a mut dyn FnMut(&Path) -> io::Result<String>;

/// Keeps what came of ladders.
pub struct Keeper<'a> {
    /// Where; there need not be such a file yet.
    pub file: &'a Path,
    /// The compiler, told from any other: see [`this_program`].
    pub compiler: Hash,
}

/// The program that runs, as a hash of where it lies, its length, and when it was made.
///
/// # Errors
/// Where the system does not tell.
pub fn this_program() -> io::Result<Hash> {
    let program = std::env::current_exe()?;
    let stamp = postcard::to_allocvec(&Stamp::of(&fs::metadata(&program)?)).map_err(io::Error::other)?;
    Ok(Sha256::new().chain_update(program.as_os_str().as_encoded_bytes()).chain_update(stamp).finalize().into())
}

/// How a file was when it was compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    length: u64,
    /// Since 1970.
    modified: Duration,
    /// The same for whatever is known of it, its times included, in seconds and nanoseconds; where the system tells.
    changed: (i64, i64),
}

impl Stamp {
    pub(super) fn of(metadata: &fs::Metadata) -> Self {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self { length: metadata.len(), modified: modified.unwrap_or_default(), changed: changed(metadata) }
    }

    /// Whether it is long enough ago that a later change will be seen.
    fn is_settled(&self, now: Duration) -> bool {
        let changed = Duration::from_secs(u64::try_from(self.changed.0).unwrap_or(0));
        now.checked_sub(self.modified.max(changed)).is_some_and(|ago| ago > TOO_RECENT)
    }
}

#[cfg(unix)]
fn changed(metadata: &fs::Metadata) -> (i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_: &fs::Metadata) -> (i64, i64) {
    (0, 0)
}

/// What came of a ladder.
#[derive(Serialize, Deserialize)]
struct Kept {
    path: String,
    stamp: Stamp,
    ladder: Ladder,
    claims: Claims,
}

/// What [`Kept`] holds, borrowed.
#[derive(Serialize)]
struct Keeping<'a> {
    path: &'a str,
    stamp: Stamp,
    ladder: &'a Ladder,
    claims: &'a Claims,
}

impl Keeper<'_> {
    /// Compiles a folder, of which `read` reads what is not kept. With it come the files that its messages name.
    ///
    /// # Errors
    /// Where the folder or a file cannot be read, or is not UTF-8; the error names which. That nothing could be kept
    /// is none: then the next time takes as long.
    pub fn compile(&self, folder: &Path, read: Reading) -> io::Result<(Compiled, Vec<Input>)> {
        let listing = FolderListing::of(folder)?;
        let (site, themes) = listing.shared(read)?;
        let shared = Shared::parse(site.as_ref(), &themes);
        let key = self.key(&themes);
        let mut files: Vec<Input> = site.into_iter().chain([themes]).collect();
        let mut kept = self.load(&key).unwrap_or_default().into_iter().peekable();
        let names = shared.theme_names();
        let mut outcomes = Vec::with_capacity(listing.ladders.len());
        let mut changed = Vec::new();
        let mut is_same = true;
        for file in &listing.ladders {
            while kept.next_if(|kept| kept.path < file.shown).is_some() {
                is_same = false;
            }
            let same = kept.next_if(|kept| kept.path == file.shown).filter(|kept| kept.stamp == file.stamp);
            if same.is_none() {
                changed.push(file.read(read)?);
            }
            outcomes.push(same.map(Outcome::from));
        }
        is_same &= changed.is_empty();
        let mut compiled = Outcome::of_all(&changed, names.as_ref()).into_iter();
        let outcomes: Vec<Outcome> = outcomes.into_iter().filter_map(|kept| kept.or_else(|| compiled.next())).collect();
        files.extend(changed);
        drop(names);
        if !is_same || kept.next().is_some() {
            // Without it the next time takes as long, and is as right.
            let _ = self.store(&key, &listing.ladders, &outcomes);
        }
        let compiled = shared.joined(outcomes);
        for file in listing.ladders.iter().filter(|file| is_named(&file.shown, &compiled)) {
            if !files.iter().any(|known| known.path == file.shown) {
                files.push(file.read(read)?);
            }
        }
        Ok((compiled, files))
    }

    /// What has to be the same for anything that is kept to be of use.
    fn key(&self, themes: &Input) -> Hash {
        Sha256::new().chain_update(self.compiler).chain_update(&themes.text).finalize().into()
    }

    /// What is kept; `None` where the file is not whole, or of another compiler or other themes.
    fn load(&self, key: &Hash) -> Option<Vec<Kept>> {
        let bytes = fs::read(self.file).ok()?;
        let (hash, rest) = bytes.split_first_chunk::<32>()?;
        let kept = rest.strip_prefix(key)?;
        (Hash::from(Sha256::digest(rest)) == *hash).then(|| postcard::from_bytes(kept).ok())?
    }

    /// Keeps the ladders of which there is nothing to say.
    fn store<'a>(&self, key: &Hash, listed: &[Listed], outcomes: &'a [Outcome]) -> io::Result<()> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let keeping = |(file, outcome): (&Listed, &'a Outcome)| {
            let Outcome { path, ladder, claims, diagnostics } = outcome;
            let is_fit = diagnostics.is_empty() && file.stamp.is_settled(now);
            Some(Keeping { path, stamp: file.stamp, ladder: ladder.as_ref().filter(|_| is_fit)?, claims })
        };
        let kept: Vec<Keeping> = listed.iter().zip(outcomes).filter_map(keeping).collect();
        let kept = postcard::to_allocvec(&kept).map_err(io::Error::other)?;
        let hash = Sha256::new().chain_update(key).chain_update(&kept).finalize();
        let whole = [hash.as_slice(), key, &kept].concat();
        // Nobody ever sees half a file under this name.
        let draft = self.file.with_extension("draft");
        fs::write(&draft, whole)?;
        fs::rename(draft, self.file)
    }
}

impl From<Kept> for Outcome {
    fn from(Kept { path, ladder, claims, .. }: Kept) -> Self {
        Self { path, ladder: Some(ladder), claims, diagnostics: Vec::new() }
    }
}

/// Whether a message shows lines of a file.
fn is_named(path: &str, compiled: &Compiled) -> bool {
    let mut named = compiled.diagnostics.iter().flat_map(|diagnostic| {
        diagnostic.others.iter().map(|mark| mark.path.as_str()).chain([diagnostic.path.as_str()])
    });
    named.any(|named| named == path)
}
