//! The head of the pages of the user's own work on one ladder: which ladder, the page's question, and the ways between
//! these pages.

use std::sync::Arc;

use rungs_core::ladder::Ladder;
use rungs_core::route::{Own, Route};
use rungs_view::prelude::*;

use crate::state::use_navigator;

/// The ladder's name, the question, and the ways to the assessment, the plan, the case, the history and check-ins.
#[component]
pub fn LadderHead(ladder: Arc<Ladder>, question: &'static str) -> impl IntoNode {
    let navigator = use_navigator();
    let about = navigator.href(&Route::Ladder(ladder.id.clone()).into());
    let place = navigator.place();
    let way = |name: &'static str, route: Route| {
        let href = navigator.href(&route.clone().into());
        let is_here = move || place.with(|place| place.as_ref().is_some_and(|place| place.route == route));
        view! {
            <li>
                <a href=href aria-current=move || is_here().then_some("page")>{name}</a>
            </li>
        }
    };
    let own = Own::ALL.into_iter().map(|own| way(own.name(), Route::Own(own, ladder.id.clone()))).collect_nodes();
    view! {
        <header class="page-head">
            <p class="eyebrow">
                <a href=about>{ladder.name.clone()}</a>
            </p>
            <h1 tabindex="-1">{question}</h1>
            <nav class="own-nav" aria-label="Your work on this ladder">
                <ul>{way("Assessment", Route::Assess(ladder.id.clone()))} {own} {way("Check-ins", Route::CheckIn)}</ul>
            </nav>
        </header>
    }
}
