//! The files of a large catalogue, fetched by the part of the program that shows ladders: without that part they are of
//! no use, and without what fetches them the first page weighs what it does with few ladders.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use rungs_core::ladder::{Index, Ladder, LadderId};
use wasm_split_helpers::wasm_split;

use super::{CatalogueError, files};
pub use files::{Material, search_index};

/// Something under way.
type Fetching<T> = Pin<Box<dyn Future<Output = Result<T, CatalogueError>>>>;

/// The index of all ladders.
pub async fn index() -> Result<Arc<Index>, CatalogueError> {
    fetch_index().await?.await
}

/// A ladder.
pub async fn ladder(id: &LadderId) -> Result<Ladder, CatalogueError> {
    fetch_ladder(id.clone()).await?.await
}

/// What search is made of.
pub async fn material() -> Result<Material, CatalogueError> {
    fetch_material().await?.await
}

#[wasm_split(reading, fallible)]
fn fetch_index() -> Result<Fetching<Arc<Index>>, CatalogueError> {
    Ok(Box::pin(files::index()))
}

#[wasm_split(reading, fallible)]
fn fetch_ladder(id: LadderId) -> Result<Fetching<Ladder>, CatalogueError> {
    Ok(Box::pin(async move { files::ladder(&id).await }))
}

#[wasm_split(reading, fallible)]
fn fetch_material() -> Result<Fetching<Material>, CatalogueError> {
    Ok(Box::pin(files::material()))
}
