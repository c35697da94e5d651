//! Whether what was entered is saved: a quiet word in the header.

use rungs_view::prelude::*;

use crate::state::{SaveStatus, use_saved};

/// "Saving…", "Saved" or "Not saved"; nothing before the first change. The banner says why not.
#[component]
pub fn SaveState() -> impl IntoNode {
    let status = use_saved().status();
    let word = move || match status.get() {
        SaveStatus::Idle => "",
        SaveStatus::Saving => "Saving…",
        SaveStatus::Saved => "Saved",
        SaveStatus::NotSaved(_) => "Not saved",
    };
    view! { <p class="save-state">{word}</p> }
}
