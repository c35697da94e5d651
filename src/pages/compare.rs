//! Two to four levels side by side.

use leptos::prelude::*;

use crate::state::{Column, set_title};

/// A comparison.
#[component]
pub fn ComparePage(columns: Vec<Column>) -> impl IntoView {
    set_title("Compare");
    view! { <h1 tabindex="-1">"Compare"</h1> <p>{columns.len()} " levels"</p> }
}
