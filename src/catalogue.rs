//! The bundled ladders: a small index, and each ladder on demand.
//!
//! Both are compiled into the program today. A ladder is handed out asynchronously all the same, since
//! a larger catalogue will have to fetch it; once decoded it is kept.

use std::fmt;
use std::sync::{Arc, OnceLock};

use rungs_core::ladder::{Contents, Damaged, Index, Ladder, LadderId};

/// Why there is no index, or not this ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// The bytes are not a catalogue.
    Damaged(Damaged),
    /// The index lists no ladder of that id.
    Unknown(LadderId),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Damaged(damaged) => damaged.fmt(f),
            Self::Unknown(id) => write!(f, "there is no ladder called {id}"),
        }
    }
}

impl std::error::Error for CatalogueError {}

static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));
static BODIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bodies.bin"));

/// The decoded index, and each ladder that was asked for.
struct Shelf {
    contents: Contents,
    ladders: Vec<OnceLock<Arc<Ladder>>>,
}

/// The shelf, filled at the first call.
fn shelf() -> Result<&'static Shelf, CatalogueError> {
    static SHELF: OnceLock<Result<Shelf, Damaged>> = OnceLock::new();
    let shelf = SHELF.get_or_init(|| {
        let contents = Contents::decode(INDEX)?;
        let ladders = contents.index.ladders.iter().map(|_| OnceLock::new()).collect();
        Ok(Shelf { contents, ladders })
    });
    shelf.as_ref().map_err(|damaged| CatalogueError::Damaged(*damaged))
}

/// The index of all ladders.
///
/// # Errors
/// [`CatalogueError::Damaged`] where the bytes are not a catalogue.
pub fn index() -> Result<Arc<Index>, CatalogueError> {
    shelf().map(|shelf| Arc::clone(&shelf.contents.index))
}

/// A ladder, by its present id.
///
/// # Errors
/// [`CatalogueError::Unknown`] for an id that is not in the index, [`CatalogueError::Damaged`] where its
/// bytes cannot be read.
pub async fn ladder(id: &LadderId) -> Result<Arc<Ladder>, CatalogueError> {
    let shelf = shelf()?;
    let position = shelf.contents.position(id).ok_or_else(|| CatalogueError::Unknown(id.clone()))?;
    if let Some(ladder) = shelf.ladders[position].get() {
        return Ok(Arc::clone(ladder));
    }
    let ladder = shelf.contents.ladder(position, BODIES).map_err(CatalogueError::Damaged)?;
    Ok(Arc::clone(shelf.ladders[position].get_or_init(|| Arc::new(ladder))))
}
