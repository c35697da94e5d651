//! Check-ins: two people rate the same expectations apart and talk about where they differ.

use rungs_view::prelude::*;

use crate::state::set_title;

/// Check-ins: two people rate the same expectations apart and talk about where they differ.
#[component]
pub fn CheckInPage() -> impl IntoNode {
    set_title("Check-ins");
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"Where do we see it differently?"</h1>
        </header>
    }
}
