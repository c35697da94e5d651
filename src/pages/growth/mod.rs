//! The growth worksheet.

use rungs_view::prelude::*;

use crate::state::set_title;

/// The growth worksheet.
#[component]
pub fn GrowthPage() -> impl IntoNode {
    set_title("Growth");
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"How do I grow?"</h1>
        </header>
    }
}
