//! The page of a link that leads nowhere: what was not understood, and where to go from here.

use rungs_core::route::{LinkProblem, Suggestion};
use rungs_view::prelude::*;

use crate::components::link_problems::LinkProblems;
use crate::state::{set_title, use_navigator};

/// What was not understood, the nearest matches, and two likely ways on.
#[component]
pub fn NotFoundPage(problems: Vec<LinkProblem>, ways_on: Vec<Suggestion>) -> impl IntoNode {
    set_title("Not found");
    let navigator = use_navigator();
    let ways: Vec<_> = ways_on
        .into_iter()
        .map(|way| view! { <a class="button" href=navigator.href(&way.place)>{way.text}</a> })
        .collect();
    view! {
        <div class="stack not-found">
            <h1 tabindex="-1">"This link leads nowhere"</h1>
            <LinkProblems problems />
            <p>"It may be mistyped, or what it named is no longer published here."</p>
            <nav class="row" aria-label="Ways on">{ways}</nav>
        </div>
    }
    .into_node()
}
