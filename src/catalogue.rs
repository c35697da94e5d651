//! The ladders of this site: an index of all, and each ladder on demand, from wherever the build put them.
//!
//! Both are asked for and come later, since neither is in the file that every page loads. What has come is kept; what
//! did not come is asked for again by the next one who needs it.

mod embedded;

use std::fmt;
use std::sync::{Arc, OnceLock};

use rungs_core::ladder::{Contents, Damaged, Index, Ladder, LadderId};

use embedded as source;

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

/// The decoded index, and each ladder that was asked for.
struct Shelf {
    contents: Contents,
    ladders: Vec<OnceLock<Arc<Ladder>>>,
}

/// The shelf, filled at the first call.
async fn shelf() -> Result<&'static Shelf, CatalogueError> {
    static SHELF: OnceLock<Shelf> = OnceLock::new();
    if let Some(shelf) = SHELF.get() {
        return Ok(shelf);
    }
    let contents = source::contents().await?;
    Ok(SHELF.get_or_init(|| {
        let ladders = contents.index.ladders.iter().map(|_| OnceLock::new()).collect();
        Shelf { contents, ladders }
    }))
}

/// The index of all ladders.
///
/// # Errors
/// [`CatalogueError::Damaged`] where the bytes are not a catalogue, [`CatalogueError::Missing`] where they did not
/// arrive.
pub async fn index() -> Result<Arc<Index>, CatalogueError> {
    Ok(Arc::clone(&shelf().await?.contents.index))
}

/// A ladder, by its present id.
///
/// # Errors
/// [`CatalogueError::Unknown`] for an id that is not in the index, else as [`index`] for the ladder's own bytes.
pub async fn ladder(id: &LadderId) -> Result<Arc<Ladder>, CatalogueError> {
    let shelf = shelf().await?;
    let position = shelf.contents.position(id).ok_or_else(|| CatalogueError::Unknown(id.clone()))?;
    if let Some(ladder) = shelf.ladders[position].get() {
        return Ok(Arc::clone(ladder));
    }
    let ladder = source::ladder(&shelf.contents, position).await?;
    Ok(Arc::clone(shelf.ladders[position].get_or_init(|| Arc::new(ladder))))
}
