//! A link lasts: compares the ids of the ladders, present and former, with those of another revision in git.
//!
//! Links and stored answers name ladders, levels, competencies, expectations, requirements, rules and themes;
//! steps are named by nothing outside the files, and a track only by the option of a link that is told where it is gone, with
//! the nearest. An id that was known then must be known now: in use,
//! or among the `former_ids` of what took its place. What was taken away for good stands in `gone.txt` beside the
//! ladders, so that it is never taken away unsaid.

mod gone;
mod ids;
mod kind;
mod lost;
mod revision;

use std::fmt;
use std::path::Path;

use rungs_core::ladder::Catalogue;
use rungs_core::ladder::compile::Folder;
use rungs_core::ladder::diagnostic::Severity;

use gone::Gone;
pub use kind::Kind;
pub use lost::Lost;
use revision::{Revision, Then};

/// What there is to compare.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The folder of the repository, or one in it, that holds the folder of ladders.
    pub root: &'a Path,
    /// The folder of ladders, below the root.
    pub ladders: &'a str,
    /// The revision to compare with, in the words of git.
    pub against: &'a str,
    /// Whether it is all right if there is no such revision.
    pub may_be_missing: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Every id is still known.
    Kept {
        /// How many there are.
        ids: usize,
        /// The revision's short name.
        revision: String,
    },
    /// These are not.
    Lost(Vec<Lost>),
    /// There was nothing to compare with, for the reason given.
    Nothing(String),
}

/// Why nothing could be compared; the text names place and cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossible(String);

impl fmt::Display for Impossible {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Impossible {}

/// Compares the ladders as they lie in the folder with those of the revision.
///
/// # Errors
/// [`Impossible`] where either cannot be read or compiled, or where there is no such revision and there should be.
pub fn check(question: &Question) -> Result<Answer, Impossible> {
    let Question { root, ladders, against, may_be_missing } = *question;
    let revision = match Revision::find(root, against)? {
        Some(revision) => revision,
        None if may_be_missing => return Ok(Answer::Nothing(format!("there is no revision `{against}`"))),
        None => return Err(no_revision(against)),
    };
    let folder = match revision.folder(ladders)? {
        Then::Folder(folder) => folder,
        Then::Nothing => {
            return Ok(Answer::Nothing(format!("{against} ({}) has no ladders in {ladders}/", revision.short())));
        }
    };
    let before = compiled(&folder).map_err(|why| not_compiled_then(against, revision.short(), &why))?;
    let now = Folder::read(&root.join(ladders)).map_err(|error| Impossible(error.to_string()))?;
    let now =
        compiled(&now).map_err(|why| Impossible(format!("the ladders as they are now have mistakes:\n\n{why}")))?;
    let gone = Gone::read(root, ladders)?;
    let lost = lost::between(&before, &now, &gone, ladders);
    Ok(match lost.is_empty() {
        true => Answer::Kept { ids: ids::count(&before), revision: revision.short().to_owned() },
        false => Answer::Lost(lost),
    })
}

/// The catalogue, or its mistakes in full.
fn compiled(folder: &Folder) -> Result<Catalogue, String> {
    let compiled = folder.compile();
    let errors = compiled.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let errors: Vec<String> = errors.map(|diagnostic| diagnostic.render(&folder.files())).collect();
    compiled.catalogue.ok_or_else(|| errors.join("\n\n"))
}

fn no_revision(against: &str) -> Impossible {
    Impossible(format!(
        "there is no revision `{against}` to compare with\n  \
         cure: fetch it, name another (`make check-links AGAINST=main`), or, where nothing is published yet, say so \
         (`make check-links MISSING=pass`)"
    ))
}

fn not_compiled_then(against: &str, short: &str, why: &str) -> Impossible {
    Impossible(format!(
        "the ladders of {against} ({short}) cannot be read by the compiler of this revision, so their ids are not \
         known\n  cure: let the change of the format and the change of the ladders be two, and compare the second with \
         the first (`make check-links AGAINST=…`)\n\n{why}"
    ))
}
