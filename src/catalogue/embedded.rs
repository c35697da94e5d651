//! The catalogue of a site with few ladders: compiled into the program.
//!
//! In the page, index and ladders lie in the part of the program that shows ladders: without that part they are of no
//! use, and without them the first page is half as large.

use std::sync::{Arc, OnceLock};

use rungs_core::ladder::{Contents, Damaged, Index, Ladder, LadderId};
use rungs_core::search::SearchIndex;

use super::CatalogueError;

/// What search is made of.
pub type Material = Vec<Arc<Ladder>>;

/// The decoded index, with the places of the ladders.
async fn contents() -> Result<&'static Contents, CatalogueError> {
    static CONTENTS: OnceLock<Contents> = OnceLock::new();
    if let Some(contents) = CONTENTS.get() {
        return Ok(contents);
    }
    #[cfg(feature = "split")]
    let contents = in_part::contents().await?;
    #[cfg(not(feature = "split"))]
    let contents = read_contents()?;
    Ok(CONTENTS.get_or_init(|| contents))
}

/// The index of all ladders.
pub async fn index() -> Result<Arc<Index>, CatalogueError> {
    Ok(Arc::clone(&contents().await?.index))
}

/// A ladder.
pub async fn ladder(id: &LadderId) -> Result<Ladder, CatalogueError> {
    let contents = contents().await?;
    let position = contents.position(id).ok_or_else(|| CatalogueError::Unknown(id.clone()))?;
    #[cfg(feature = "split")]
    return in_part::ladder(contents, position).await;
    #[cfg(not(feature = "split"))]
    read_ladder(contents, position)
}

/// What search is made of: all ladders that can be read.
pub async fn material() -> Result<Material, CatalogueError> {
    let index = index().await?;
    let mut ladders = Vec::with_capacity(index.ladders.len());
    for card in &index.ladders {
        match super::ladder(&card.id).await {
            Ok(ladder) => ladders.push(ladder),
            Err(CatalogueError::Missing) => return Err(CatalogueError::Missing),
            Err(_) => {}
        }
    }
    let is_of_any = index.ladders.is_empty() || !ladders.is_empty();
    is_of_any.then_some(ladders).ok_or(CatalogueError::Damaged(Damaged))
}

/// The search index.
pub fn search_index(material: &Material) -> Result<SearchIndex, Damaged> {
    Ok(SearchIndex::build(material.iter().map(AsRef::as_ref)))
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
}
