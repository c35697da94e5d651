//! The page of a link that leads nowhere.

use leptos::prelude::*;
use rungs_core::route::{LinkProblem, Suggestion};

use crate::components::link_problems::LinkProblems;
use crate::state::{set_title, use_navigator};

/// What was not understood, and where to go from here.
#[component]
pub fn NotFoundPage(problems: Vec<LinkProblem>, ways_on: Vec<Suggestion>) -> impl IntoView {
    set_title("Not found");
    let navigator = use_navigator();
    let ways: Vec<_> =
        ways_on.into_iter().map(|way| view! { <li><a href=navigator.href(&way.place)>{way.text}</a></li> }).collect();
    view! {
        <h1 tabindex="-1">"There is no page here"</h1>
        <LinkProblems problems />
        <ul>{ways}</ul>
    }
}
