//! What this is, and what is private.

use leptos::prelude::*;

use crate::state::set_title;

/// What this is, and what is private.
#[component]
pub fn AboutPage() -> impl IntoView {
    set_title("About and privacy");
    view! { <h1 tabindex="-1">"About and privacy"</h1> }
}
