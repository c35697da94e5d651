//! What this site keeps, and how to keep it or be rid of it.

use leptos::prelude::*;

use crate::state::set_title;

/// What this site keeps, and how to keep it or be rid of it.
#[component]
pub fn DataPage() -> impl IntoView {
    set_title("My data");
    view! { <h1 tabindex="-1">"My data"</h1> }
}
