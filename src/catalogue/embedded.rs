//! The catalogue of a site with few ladders: compiled into the program.
//!
//! In the page, index and ladders lie in the part of the program that shows ladders: without that part they are of no
//! use, and without them the first page is half as large.

use rungs_core::ladder::{Contents, Ladder};

use super::CatalogueError;

/// The index, with the places of the ladders.
pub async fn contents() -> Result<Contents, CatalogueError> {
    #[cfg(feature = "split")]
    return in_part::contents().await;
    #[cfg(not(feature = "split"))]
    read_contents()
}

/// The ladder at a position of the index.
pub async fn ladder(contents: &'static Contents, position: usize) -> Result<Ladder, CatalogueError> {
    #[cfg(feature = "split")]
    return in_part::ladder(contents, position).await;
    #[cfg(not(feature = "split"))]
    read_ladder(contents, position)
}

fn read_contents() -> Result<Contents, CatalogueError> {
    static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));
    Ok(Contents::decode(INDEX)?)
}

fn read_ladder(contents: &Contents, position: usize) -> Result<Ladder, CatalogueError> {
    static BODIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bodies.bin"));
    Ok(contents.ladder(position, BODIES)?)
}

#[cfg(feature = "split")]
mod in_part {
    use rungs_core::ladder::{Contents, Ladder};
    use wasm_split_helpers::wasm_split;

    use super::{CatalogueError, read_contents, read_ladder};

    #[wasm_split(reading, fallible)]
    pub fn contents() -> Result<Contents, CatalogueError> {
        read_contents()
    }

    #[wasm_split(reading, fallible)]
    pub fn ladder(contents: &'static Contents, position: usize) -> Result<Ladder, CatalogueError> {
        read_ladder(contents, position)
    }

    impl From<wasm_split_helpers::SplitLoaderError> for CatalogueError {
        fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
            Self::Missing
        }
    }
}
