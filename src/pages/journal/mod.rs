//! The journal: what happened, noted in a few seconds, attached to something later.

use rungs_view::prelude::*;

use crate::state::set_title;

/// The journal: what happened, noted in a few seconds, attached to something later.
#[component]
pub fn JournalPage() -> impl IntoNode {
    set_title("Journal");
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"What did I achieve?"</h1>
        </header>
    }
}
