//! The first page: which ladder is mine?

use rungs_core::ladder::{Card, Status};
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::map::SmallMap;
use crate::state::{of_answers, set_title, use_index, use_navigator};

/// All ladders, each with the picture of its tracks.
#[component]
pub fn LaddersPage() -> impl IntoNode {
    set_title("");
    let index = use_index();
    let rows: Vec<_> = index.ladders.iter().cloned().map(|card| view! { <LadderRow card /> }).collect();
    let empty = rows.is_empty().then(|| {
        view! { <p class="notice">"No ladder is published here yet. A ladder is a file in the folder “ladders”."</p> }
    });
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"What does the next level ask?"</h1>
            <p class="lead">
                "Career ladders to read, to compare level by level, and to measure yourself against. What you answer stays in this browser."
            </p>
        </header>
        {of_answers(|views| (views.continue_list)())}
        {empty}
        <ul class="ladder-list">{rows}</ul>
    }
}

/// A ladder: its name, a sentence, its size, its picture.
#[component]
fn LadderRow(card: Card) -> impl IntoNode {
    let href = use_navigator().href(&Route::Ladder(card.id.clone()).into());
    let status = status_word(card.status).map(|word| view! { <span class="tag">{word}</span> });
    let size = card.size();
    let lang = card.lang.clone();
    let (name, summary) = (card.name.clone(), card.summary.clone());
    view! {
        <li class="ladder-row" lang=lang>
            <div class="ladder-row-words">
                <h2>
                    <a href=href>{name}</a>
                    " "
                    {status}
                </h2>
                <p>{summary}</p>
                <p class="soft small" lang="en">{size}</p>
            </div>
            <SmallMap card />
        </li>
    }
}

/// What is said of a ladder that is not simply in force.
pub fn status_word(status: Status) -> Option<&'static str> {
    match status {
        Status::Current => None,
        Status::Draft => Some("draft"),
        Status::Retired => Some("retired"),
        Status::Sample => Some("sample"),
    }
}
