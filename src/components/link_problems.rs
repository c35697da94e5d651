//! What of a link was not understood, with what was probably meant.

use rungs_core::route::{LinkProblem, Suggestion};
use rungs_view::prelude::*;

use crate::state::use_navigator;

/// The notice above a page that shows the rest of what its link says.
#[component]
pub fn LinkNotice(problems: Vec<LinkProblem>) -> impl IntoNode {
    view! {
        <section class="notice is-warning link-notice" aria-label="About this link">
            <p>
                <strong>"Part of the link was not understood. The rest of it is shown below."</strong>
            </p>
            <LinkProblems problems />
        </section>
    }
}

/// A sentence for each problem, and the nearest matches as links.
#[component]
pub fn LinkProblems(problems: Vec<LinkProblem>) -> impl IntoNode {
    let problems: Vec<_> = problems
        .into_iter()
        .map(|LinkProblem { problem, suggestions }| {
            view! {
                <li>
                    <bdi>{problem.to_string()}</bdi>
                    {meant(suggestions)}
                </li>
            }
        })
        .collect();
    view! { <ul class="link-problems">{problems}</ul> }
}

/// "Did you mean Senior Engineer or Staff Engineer?"
fn meant(suggestions: Vec<Suggestion>) -> Option<impl IntoNode> {
    let navigator = use_navigator();
    let last = suggestions.len().checked_sub(1)?;
    let links: Vec<_> = suggestions
        .into_iter()
        .enumerate()
        .map(|(position, Suggestion { text, place })| {
            let before = match position {
                0 => "",
                _ if position == last => " or ",
                _ => ", ",
            };
            view! {
                {before}
                <a href=navigator.href(&place)>{text}</a>
            }
        })
        .collect();
    Some(view! { <span>" Did you mean " {links} "?"</span> })
}
