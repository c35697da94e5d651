//! provisional
use rungs_core::ladder::{Index, Ladder, LadderId};
use std::sync::Arc;
pub fn index() -> Result<Arc<Index>, String> {
    Err("provisional".into())
}
pub async fn ladder(_: &LadderId) -> Result<Arc<Ladder>, String> {
    Err("provisional".into())
}
