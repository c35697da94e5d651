//! Where one stands on a ladder.

use std::sync::Arc;

use leptos::prelude::*;
use rungs_core::ladder::Ladder;

use crate::state::set_title;

/// The choice of a ladder to assess oneself against.
#[component]
pub fn AssessChoicePage() -> impl IntoView {
    set_title("Assess");
    view! { <h1 tabindex="-1">"Assess"</h1> }
}

/// The self-assessment against a ladder.
#[component]
pub fn AssessPage(ladder: Arc<Ladder>) -> impl IntoView {
    set_title("Assess");
    view! { <h1 tabindex="-1">{ladder.name.clone()}</h1> }
}
