//! A ladder: what is there, and how does one get from here to there?

use std::sync::Arc;

use leptos::prelude::*;
use rungs_core::ladder::{Card, Ladder};

use crate::components::map::{LadderMap, MapTwin};
use crate::state::set_title;

/// The map and the matrix of a ladder, its rules and its source.
#[component]
pub fn LadderPage(ladder: Arc<Ladder>) -> impl IntoView {
    set_title(&ladder.name);
    let card = Card::of(&ladder);
    let chosen = RwSignal::new(Vec::new());
    view! {
        <h1 tabindex="-1">{ladder.name.clone()}</h1>
        <LadderMap card=card.clone() chosen />
        <MapTwin card />
    }
}
