//! A field for a name or another text of one line.

use rungs_core::assessment::Stint;
use rungs_view::prelude::*;

use super::Enter;

/// A field for a name.
#[component]
pub fn NameField(id: String, label: &'static str, kept: Memo<String>, enter: Enter<String>) -> impl IntoNode {
    view! {
        <div class="field is-name">
            <label for=id.clone()>{label}</label>
            <NameInput id kept enter />
        </div>
    }
}

/// The field without its label.
#[component]
pub fn NameInput(id: String, kept: Memo<String>, enter: Enter<String>) -> impl IntoNode {
    view! {
        <input
            type="text"
            id=id
            autocomplete="off"
            dir="auto"
            maxlength=Stint::LONGEST_NAME.to_string()
            prop:value=kept
            on:input=move |event| enter(event_target_value(&event))
        />
    }
}
