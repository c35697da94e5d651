//! A field for a link.

use leptos::ev::Event;
use rungs_core::link::{SafeUrl, UrlError};
use rungs_view::prelude::*;

use super::{Enter, FieldError, input_of, optional};

/// A field for a link. It is handed on while it is valid; the error appears when the field is left, and whoever is given
/// the signal knows of it.
#[component]
pub fn LinkField(
    id: String,
    kept: Memo<Option<SafeUrl>>,
    error: RwSignal<Option<String>>,
    enter: Enter<Option<SafeUrl>>,
) -> impl IntoNode {
    let typed = move |event| {
        if let Ok(link) = read(&event_target_value(&event)) {
            error.set(None);
            enter(link);
        }
    };
    let left = move |event: Event| {
        let problem = input_of(&event).and_then(|field| read(&field.value()).err());
        error.set(problem.map(|problem| format!("Not saved: {problem}.")));
    };
    let error_id = format!("{id}-error");
    view! {
        <div class="field is-wide">
            <label for=id.clone()>"Link" {optional()}</label>
            <input
                type="url"
                id=id
                autocomplete="off"
                spellcheck="false"
                prop:value=move || kept.get().map(|link| link.to_string()).unwrap_or_default()
                aria-invalid=move || error.with(|error| error.is_some().then_some("true"))
                aria-describedby=error_id.clone()
                on:input=typed
                on:change=left
            />
            <FieldError id=error_id error />
        </div>
    }
}

fn read(text: &str) -> Result<Option<SafeUrl>, UrlError> {
    match text.trim() {
        "" => Ok(None),
        text => SafeUrl::parse(text).map(Some),
    }
}
