//! The ladders of this site: an index of all, and each ladder on demand, from wherever the build put them.
//!
//! Both are asked for and come later, since neither is in the file that every page loads. What has come is kept; what
//! did not come is asked for again by the next one who needs it.

#[cfg(not(all(catalogue_in_files, feature = "web")))]
mod embedded;
#[cfg(feature = "web")]
pub mod files;
#[cfg(all(catalogue_in_files, feature = "split"))]
mod in_part;

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rungs_core::ladder::{Damaged, Index, Ladder, LadderId};
use rungs_core::route::{Base, Pages, Place, Route};
use rungs_core::search::SearchIndex;

#[cfg(not(all(catalogue_in_files, feature = "web")))]
use embedded as source;
#[cfg(all(catalogue_in_files, feature = "web", not(feature = "split")))]
use files as source;
#[cfg(all(catalogue_in_files, feature = "split"))]
use in_part as source;

pub use source::Material;

/// What is said where a file of the site does not arrive.
pub const MISSING: &str = "a file of this site did not arrive; the network may be down, or a newer release out";

/// Why there is no index, or not this ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// The bytes are not a catalogue.
    Damaged(Damaged),
    /// The index lists no ladder of that id.
    Unknown(LadderId),
    /// The file that holds it did not arrive.
    Missing,
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Damaged(damaged) => damaged.fmt(f),
            Self::Missing => f.write_str(MISSING),
            Self::Unknown(id) => write!(f, "there is no ladder called {id}"),
        }
    }
}

impl std::error::Error for CatalogueError {}

impl From<Damaged> for CatalogueError {
    fn from(damaged: Damaged) -> Self {
        Self::Damaged(damaged)
    }
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for CatalogueError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self::Missing
    }
}

static INDEX: OnceLock<Arc<Index>> = OnceLock::new();

/// The index of all ladders.
///
/// # Errors
/// [`CatalogueError::Damaged`] where the bytes are not a catalogue, [`CatalogueError::Missing`] where they did not
/// arrive.
pub async fn index() -> Result<Arc<Index>, CatalogueError> {
    if let Some(index) = held() {
        return Ok(index);
    }
    let index = source::index().await?;
    Ok(Arc::clone(INDEX.get_or_init(|| index)))
}

/// The index of all ladders, if it has come.
pub fn held() -> Option<Arc<Index>> {
    INDEX.get().cloned()
}

/// Which places have a page of their own; once the index has come.
fn pages() -> Option<(&'static Index, Pages)> {
    static PAGES: OnceLock<Pages> = OnceLock::new();
    let index = INDEX.get()?;
    Some((index, *PAGES.get_or_init(|| Pages::of(index))))
}

/// The one address of a place, by what the index says.
pub fn address(place: &Place, base: &Base) -> String {
    pages().map_or_else(|| place.print(base), |(index, pages)| pages.address(index, place, base))
}

/// Whether the page of a route is a file of the site.
pub fn has_file(route: &Route) -> bool {
    pages().is_some_and(|(index, pages)| pages.has(index, route))
}

/// Makes a catalogue that was compiled just now the one that is handed out; once, before anything is asked for.
#[cfg(not(target_arch = "wasm32"))]
pub fn hold(catalogue: rungs_core::ladder::Catalogue) {
    INDEX.get_or_init(|| Arc::new(catalogue.index));
    for ladder in catalogue.ladders.into_iter().map(Arc::new) {
        kept(&ladder.id, Some(ladder.clone()));
    }
}

/// A ladder, by its present id. Decoded once, and kept.
///
/// # Errors
/// [`CatalogueError::Unknown`] for an id that is not in the index, else as [`index`] for the ladder's own bytes.
pub async fn ladder(id: &LadderId) -> Result<Arc<Ladder>, CatalogueError> {
    if let Some(ladder) = kept(id, None) {
        return Ok(ladder);
    }
    let ladder = Arc::new(source::ladder(id).await?);
    Ok(kept(id, Some(ladder.clone())).unwrap_or(ladder))
}

/// A ladder that is here already.
pub fn at_hand(id: &LadderId) -> Option<Arc<Ladder>> {
    kept(id, None)
}

/// How many ladders are kept: a visit of very many must not hold them all.
const MOST_KEPT: usize = 24;

/// The ladder of that id that came first, this one included.
fn kept(id: &LadderId, new: Option<Arc<Ladder>>) -> Option<Arc<Ladder>> {
    static KEPT: Mutex<Vec<Arc<Ladder>>> = Mutex::new(Vec::new());
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let found = all.iter().find(|ladder| ladder.id == *id).cloned();
    if found.is_none() {
        all.extend(new);
        // Whoever shows one holds it. All are printed.
        if all.len() > MOST_KEPT && !crate::IS_PRINTING {
            all.remove(0);
        }
    }
    found
}

/// What search is made of, to be made an index by [`search_index`] when the part of the program that searches is here.
///
/// # Errors
/// As [`index`].
pub async fn search_material() -> Result<Material, CatalogueError> {
    source::material().await
}

/// The index of everything that can be found.
///
/// # Errors
/// [`Damaged`] where what it is made of is not whole.
pub fn search_index(material: &Material) -> Result<SearchIndex, Damaged> {
    source::search_index(material)
}
