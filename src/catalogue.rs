//! The bundled ladders: a small index, and each ladder on demand.
//!
//! Both are compiled into the program. The index lies in the file that every page loads, the ladders in the part that
//! shows them, so a ladder is handed out asynchronously; once decoded it is kept.

use std::fmt;
use std::sync::{Arc, OnceLock};

use rungs_core::ladder::{Contents, Damaged, Index, Ladder, LadderId};

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

static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

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
/// bytes cannot be read, [`CatalogueError::Missing`] where they did not arrive.
pub async fn ladder(id: &LadderId) -> Result<Arc<Ladder>, CatalogueError> {
    let shelf = shelf()?;
    let position = shelf.contents.position(id).ok_or_else(|| CatalogueError::Unknown(id.clone()))?;
    if let Some(ladder) = shelf.ladders[position].get() {
        return Ok(Arc::clone(ladder));
    }
    let ladder = body(position).await?;
    Ok(Arc::clone(shelf.ladders[position].get_or_init(|| Arc::new(ladder))))
}

/// The body of a ladder. In the page, bodies lie in the part of the program that shows ladders: without that part they
/// are of no use, and without them the first page is half as large.
async fn body(position: usize) -> Result<Ladder, CatalogueError> {
    #[cfg(feature = "split")]
    return in_part::body(position).await;
    #[cfg(not(feature = "split"))]
    read_body(position)
}

fn read_body(position: usize) -> Result<Ladder, CatalogueError> {
    static BODIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bodies.bin"));
    shelf()?.contents.ladder(position, BODIES).map_err(CatalogueError::Damaged)
}

#[cfg(feature = "split")]
mod in_part {
    use rungs_core::ladder::Ladder;
    use wasm_split_helpers::wasm_split;

    use super::{CatalogueError, read_body};

    #[wasm_split(reading, fallible)]
    pub fn body(position: usize) -> Result<Ladder, CatalogueError> {
        read_body(position)
    }

    impl From<wasm_split_helpers::SplitLoaderError> for CatalogueError {
        fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
            Self::Missing
        }
    }
}
