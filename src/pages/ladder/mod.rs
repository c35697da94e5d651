//! A ladder: what is there, and how does one get from here to there?

mod chosen;
mod matrix;
mod source;
mod track;

use std::sync::Arc;

use rungs_core::ladder::{Card, Ladder};
use rungs_core::route::{Place, Route, Show};
use rungs_view::prelude::*;

use crate::components::map::{LadderMap, MapTwin};
use crate::components::requirements::RuleList;
use crate::components::switch::ShowSwitch;
use crate::state::{set_title, use_navigator, use_view};
use chosen::ChosenBar;
use matrix::Matrix;
use source::SourceNote;
use track::{TrackChoice, TrackNote, use_track};

/// The map and the matrix of a ladder, its rules and its source.
#[component]
pub fn LadderPage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&ladder.name);
    let card = Card::of(&ladder);
    let chosen = RwSignal::new(Vec::new());
    let lang = ladder.lang.clone();
    view! {
        <LadderHead ladder=ladder.clone() />
        <section aria-label="Map">
            <LadderMap card=card.clone() chosen />
            <MapTwin card=card.clone() />
            <ChosenBar card chosen />
        </section>
        <MatrixPart ladder=ladder.clone() />
        <div lang=lang>
            <RulesPart ladder=ladder.clone() />
        </div>
        <SourceNote ladder />
    }
}

#[component]
fn LadderHead(ladder: Arc<Ladder>) -> impl IntoNode {
    let navigator = use_navigator();
    let status = super::ladders::status_word(ladder.status).map(|word| view! { <span class="tag">{word}</span> });
    let effective = ladder.effective.map(|date| format!(" · in force from {}", date.long()));
    let tracks: Vec<_> = ladder
        .tracks
        .iter()
        .filter(|track| !track.summary.is_empty())
        .map(|track| view! { <div><dt>{track.name.clone()}</dt><dd>{track.summary.clone()}</dd></div> })
        .collect();
    let lang = ladder.lang.clone();
    let tracks = (!tracks.is_empty()).then(|| {
        view! {
            <details>
                <summary>"The tracks"</summary>
                <dl class="track-list" lang=lang>{tracks}</dl>
            </details>
        }
    });
    view! {
        <header class="page-head" lang=ladder.lang.clone()>
            <p class="eyebrow" lang="en">
                <a href=navigator.href(&Route::Ladders.into())>"Ladders"</a>
                {format!(" · version {}", ladder.version)}
                {effective}
            </p>
            <h1 tabindex="-1">{ladder.name.clone()} " " {status}</h1>
            <p class="lead">{ladder.summary.clone()}</p>
            {tracks}
        </header>
    }
}

/// The matrix under its heading, with the switch between the whole text and what changes; of a large ladder, a track of
/// it.
#[component]
fn MatrixPart(ladder: Arc<Ladder>) -> impl IntoNode {
    let view = use_view();
    let usual = Show::usual(&ladder);
    let shown = Memo::new(move |_| view.with(|view| view.show).unwrap_or(usual));
    let track = use_track(ladder.clone());
    let is_by_track = ladder.has_matrix_by_track();
    let choice = is_by_track.then(|| view! { <TrackChoice ladder=ladder.clone() shown=track /> });
    let note = is_by_track.then(|| view! { <TrackNote ladder=ladder.clone() shown=track /> });
    view! {
        <section class="page-part">
            <div class="row part-head">
                <h2 id="matrix">"What each level expects"</h2>
                {choice}
                <ShowSwitch
                    legend="How much of the text"
                    options=[(Show::Changes, "What changes"), (Show::Whole, "Whole text")]
                    shown
                    usual
                />
            </div>
            {note}
            {move || {
                let (show, track) = (shown.get(), track.get());
                view! { <Matrix ladder=ladder.clone() show track /> }
            }}
        </section>
    }
}

/// The rules of the ladder; nothing where it has none.
#[component]
fn RulesPart(ladder: Arc<Ladder>) -> impl IntoNode {
    (!ladder.rules.is_empty()).then(|| {
        let place = Place::from(Route::Ladder(ladder.id.clone()));
        view! {
            <section class="page-part">
                <h2 lang="en">"Rules"</h2>
                <RuleList rules=ladder.rules.clone() place />
            </section>
        }
    })
}
