//! The choice of a ladder to assess oneself against.

use rungs_core::ladder::{Card, Index, LadderId};
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::continue_list::ContinueList;
use crate::components::ladder_choice::LadderChoice;
use crate::state::{set_title, use_index, use_navigator};

/// What is begun, then all ladders: a list of links, or of very many one to choose from.
#[component]
pub fn AssessChoicePage() -> impl IntoNode {
    set_title("Assess yourself");
    let check_ins = use_navigator().href(&Route::CheckIn.into());
    let is_long = use_index().ladders.len() > Index::SHELF;
    let choice = if is_long {
        view! { <OneOfMany /> }
    } else {
        view! { <Links /> }
    };
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"Which ladder do you stand on?"</h1>
            <p class="lead">
                "Rate yourself against a level, note the evidence, and see what is left. Your answers stay in this browser."
            </p>
        </header>
        <ContinueList />
        {choice}
        <p class="assess-empty">
            "Did a colleague give you a check-in file? " <a href=check_ins>"Open it under Check-ins"</a> "."
        </p>
    }
    .into_node()
}

#[component]
fn Links() -> impl IntoNode {
    let navigator = use_navigator();
    let item = |card: &Card| {
        let href = navigator.href(&Route::Assess(card.id.clone()).into());
        view! {
            <li>
                <a href=href>{card.name.clone()}</a>
                <p class="soft">{card.summary.clone()}</p>
            </li>
        }
    };
    view! { <ul class="assess-choice">{use_index().ladders.iter().map(item).collect_nodes()}</ul> }
}

#[component]
fn OneOfMany() -> impl IntoNode {
    let navigator = use_navigator();
    let chosen = RwSignal::new(String::new());
    let way = move || {
        let ladder = LadderId::parse(&chosen.get()).ok()?;
        let href = navigator.href(&Route::Assess(ladder).into());
        Some(view! { <a class="button is-primary" href=href>"Assess yourself"</a> })
    };
    view! {
        <div class="row">
            <LadderChoice id="assess-ladder" chosen />
            {way}
        </div>
    }
}
