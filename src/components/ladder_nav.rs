//! The head of the pages of the user's own work on one ladder: which ladder, the page's question, and the ways between
//! these pages.

use std::cell::RefCell;
use std::sync::Arc;

use rungs_core::ladder::{Ladder, LadderId};
use rungs_core::route::{Own, Route};
use rungs_view::prelude::*;

use crate::state::use_navigator;

thread_local! {
    /// The ladder of the page of one's own work that was shown last in this visit.
    static LAST: RefCell<Option<LadderId>> = const { RefCell::new(None) };
}

/// The ladder on which the user worked last in this visit: a page of no ladder leads back to it.
pub fn last_ladder() -> Option<LadderId> {
    LAST.with_borrow(Clone::clone)
}

/// The ladder's name, the question, and the ways to the assessment, the plan, the case, the history and check-ins.
#[component]
pub fn LadderHead(ladder: Arc<Ladder>, question: &'static str) -> impl IntoNode {
    // Where pages are printed one after another, nobody comes from one to the next.
    if !crate::IS_PRINTING {
        LAST.set(Some(ladder.id.clone()));
    }
    view! { <OwnHead ladder=ladder.id.clone() name=ladder.name.clone() question /> }
}

/// The same for a page that has not the ladder itself, but its name.
#[component]
pub fn OwnHead(ladder: LadderId, name: String, question: &'static str) -> impl IntoNode {
    let navigator = use_navigator();
    let about = navigator.href(&Route::Ladder(ladder.clone()).into());
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
    let own = Own::ALL.into_iter().map(|own| way(own.name(), Route::Own(own, ladder.clone()))).collect_nodes();
    view! {
        <header class="page-head">
            <p class="eyebrow">
                <a href=about>{name}</a>
            </p>
            <h1 tabindex="-1">{question}</h1>
            <nav class="own-nav" aria-label="Your work on this ladder">
                <ul>{way("Assessment", Route::Assess(ladder.clone()))} {own} {way("Check-ins", Route::CheckIn)}</ul>
            </nav>
        </header>
    }
}
