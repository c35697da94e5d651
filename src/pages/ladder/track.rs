//! Which track the matrix of a large ladder shows.

use std::sync::Arc;

use rungs_core::ladder::{Ladder, Track, TrackId};
use rungs_view::prelude::*;

use crate::state::{use_navigator, use_view};

/// The track that the link names, else the first; `None` where the matrix is shown whole.
pub fn use_track(ladder: Arc<Ladder>) -> Memo<Option<TrackId>> {
    let view = use_view();
    Memo::new(move |_| view.with(|view| ladder.matrix_track(view.track.as_ref()).cloned()))
}

/// The choice of a track. It goes into the page's address in place, but the one that is shown anyway.
#[component]
pub fn TrackChoice(ladder: Arc<Ladder>, shown: Memo<Option<TrackId>>) -> impl IntoNode {
    let navigator = use_navigator();
    let usual = ladder.matrix_track(None).cloned();
    let choose = move |event| {
        let track = TrackId::parse(&event_target_value(&event)).ok().filter(|track| Some(track) != usual.as_ref());
        navigator.choose(move |view| view.track = track);
    };
    let option = |track: &Track| view! { <option value=track.id.to_string()>{track.name.clone()}</option> };
    let options: Vec<_> = ladder.used_tracks().map(option).collect();
    let value = move || shown.get().map(|track| track.to_string()).unwrap_or_default();
    view! {
        <div class="track-choice needs-script row no-print">
            <label for="matrix-track">"Track"</label>
            <select id="matrix-track" lang=ladder.lang.clone() prop:value=value on:change=choose>{options}</select>
        </div>
    }
}

/// Says which track it is where nothing can be chosen: on paper, and without scripts.
#[component]
pub fn TrackNote(ladder: Arc<Ladder>, shown: Memo<Option<TrackId>>) -> impl IntoNode {
    let lang = ladder.lang.clone();
    let name = move || shown.with(|track| ladder.track(track.as_ref()?).map(|track| track.name.clone()));
    view! {
        <p class="track-note">
            "The track " <strong lang=lang>{name}</strong>
            ". What the levels of other tracks expect stands on their own pages: “The map in words” leads to all of them."
        </p>
    }
}
