//! The map in words: every track with its levels, and from where people usually come.

use rungs_core::ladder::{Card, LevelOutline, TrackOutline};
use rungs_core::route::{LevelRef, Route};
use rungs_view::prelude::*;

use crate::state::use_navigator;

/// The list that says what the map shows.
#[component]
pub fn MapTwin(card: Card) -> impl IntoNode {
    let tracks: Vec<_> = card.tracks.iter().map(|track| track_item(track, &card)).collect();
    view! {
        <details class="map-twin">
            <summary>"The map in words"</summary>
            <ul>{tracks}</ul>
        </details>
    }
}

fn track_item(track: &TrackOutline, card: &Card) -> impl IntoNode + use<> {
    let levels: Vec<_> =
        card.levels.iter().filter(|level| level.track == track.id).map(|level| level_item(level, card)).collect();
    let open = track.open_from.map(|rank| format!(" Further roles may stand here from level {rank} up."));
    view! {
        <li>
            <strong>{track.name.clone()}</strong>
            {open}
            <ul>{levels}</ul>
        </li>
    }
}

fn level_item(level: &LevelOutline, card: &Card) -> impl IntoNode + use<> {
    let href = use_navigator().href(&Route::Level(LevelRef::new(card.id.clone(), level.id.clone())).into());
    let from: Vec<&str> = level.from.iter().filter_map(|id| Some(card.level(id)?.name.as_str())).collect();
    let from = (!from.is_empty()).then(|| format!(", usually from {}", from.join(" or ")));
    let example = level.example.then_some(", an example");
    view! {
        <li>
            <a href=href>{level.name.clone()}</a>
            {format!(", level {}", level.rank)}
            {example}
            {from}
        </li>
    }
}
