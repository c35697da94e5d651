//! A level.
use std::sync::Arc;

use leptos::prelude::*;
use rungs_core::ladder::{Ladder, LevelId};

use crate::state::set_title;

/// A level.
#[component]
pub fn LevelPage(ladder: Arc<Ladder>, level: LevelId) -> impl IntoView {
    let Some(level) = ladder.level(&level).cloned() else { return ().into_any() };
    set_title(&level.name);
    view! { <h1 tabindex="-1">{level.name}</h1> }.into_any()
}
