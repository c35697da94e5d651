//! The choice of a ladder to assess oneself against.

use rungs_core::ladder::Card;
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::continue_list::ContinueList;
use crate::state::{set_title, use_index, use_navigator};

/// What is begun, then all ladders.
#[component]
pub fn AssessChoicePage() -> impl IntoNode {
    set_title("Assess yourself");
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
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"Which ladder do you stand on?"</h1>
            <p class="lead">
                "Rate yourself against a level, note the evidence, and see what is left. Your answers stay in this browser."
            </p>
        </header>
        <ContinueList />
        <ul class="assess-choice">{use_index().ladders.iter().map(item).collect_nodes()}</ul>
    }
    .into_node()
}
