//! What of a link was not understood, above the page that shows the rest.

use leptos::prelude::*;
use rungs_core::route::LinkProblem;

/// The account of a link's problems, with what was probably meant.
#[component]
pub fn LinkProblems(problems: Vec<LinkProblem>) -> impl IntoView {
    let sentences: Vec<_> = problems.iter().map(|problem| view! { <li>{problem.to_string()}</li> }).collect();
    view! {
        <div class="notice is-warning" role="note">
            <ul>{sentences}</ul>
        </div>
    }
}
