//! The first page: which ladder is mine?

use std::num::NonZeroU16;

use rungs_core::ladder::{Card, Index, Status};
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::map::SmallMap;
use crate::state::{of_answers, set_title, use_index, use_navigator};

/// A shelf of the ladders, each with the picture of its tracks, and the ways to the shelves beside it.
#[component]
pub fn LaddersPage(shelf: u16) -> impl IntoNode {
    let index = use_index();
    let rows: Vec<_> = index.shelf(shelf).iter().cloned().map(|card| view! { <LadderRow card /> }).collect();
    let empty = index.ladders.is_empty().then(|| {
        view! { <p class="notice">"No ladder is published here yet. A ladder is a file in the folder “ladders”."</p> }
    });
    let head = if shelf == 0 {
        view! { <FirstHead /> }
    } else {
        view! { <MoreHead shelf /> }
    };
    view! {
        {head}
        {empty}
        <ul class="ladder-list">{rows}</ul>
        <Shelves shelf />
    }
}

#[component]
fn FirstHead() -> impl IntoNode {
    set_title("");
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"What does the next level ask?"</h1>
            <p class="lead">
                "Career ladders to read, to compare level by level, and to measure yourself against. What you answer stays in this browser."
            </p>
        </header>
        {of_answers(|views| (views.continue_list)())}
    }
}

#[component]
fn MoreHead(shelf: u16) -> impl IntoNode {
    let title = range(&use_index(), shelf);
    set_title(&title);
    view! {
        <header class="page-head">
            <h1 tabindex="-1">{title}</h1>
        </header>
    }
}

/// "Ladders 61 to 120"
fn range(index: &Index, shelf: u16) -> String {
    let before = index.before_shelf(shelf);
    format!("Ladders {} to {}", before + 1, before + index.shelf(shelf).len())
}

/// How many ladders there are, and the ways to the others; nothing where all are on this page.
///
/// Links to pages rather than a button that makes this one longer: the way back leads to where one was, the page stays
/// light, and it works without scripts.
#[component]
fn Shelves(shelf: u16) -> impl IntoNode {
    let (index, navigator) = (use_index(), use_navigator());
    let way = |to: Option<u16>, arrow: [&'static str; 2]| {
        let to = to.filter(|to| !index.shelf(*to).is_empty())?;
        let route = NonZeroU16::new(to).map_or(Route::Ladders, Route::MoreLadders);
        let [before, after] = arrow;
        Some(view! { <a class="button" href=navigator.href(&route.into())>{before} {range(&index, to)} {after}</a> })
    };
    let ways = (way(shelf.checked_sub(1), ["← ", ""]), way(shelf.checked_add(1), ["", " →"]));
    let all = index.ladders.len();
    (all > Index::SHELF).then(|| {
        view! {
            <nav class="shelves row" aria-label="More ladders">
                <p class="soft">
                    {format!("{} of {all}. ", range(&index, shelf))}
                    <span class="needs-script">"The search above finds all of them."</span>
                </p>
                {ways}
            </nav>
        }
    })
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
