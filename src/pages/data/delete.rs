//! Deleting everything, asked once more.

use leptos::html;
use rungs_view::prelude::*;

use crate::components::banner::BackUpButton;
use crate::state::{use_announcer, use_saved};

/// The button that asks whether to delete everything, and the dialog that it opens.
#[component]
pub fn Delete() -> impl IntoNode {
    let saved = use_saved();
    let announcer = use_announcer();
    let dialog = NodeRef::<html::Dialog>::new();
    let deleted = RwSignal::new(false);
    let ask = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            // Fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let delete = move |_| {
        saved.delete_everything();
        close();
        deleted.set(true);
        announcer.say("Everything is deleted");
    };
    view! {
        <section class="stack" aria-labelledby="data-delete">
            <h2 id="data-delete">"Delete everything stored here"</h2>
            <p>"This deletes all answers and settings of this site in this browser, in every tab that shows it."</p>
            <div class="row">
                <button type="button" class="is-danger" on:click=ask>"Delete everything…"</button>
            </div>
            <Show when=move || deleted.get() && saved.begun().is_empty()>
                <p class="notice">
                    "Everything is deleted. Only a note of when stays, so that no other tab brings anything back."
                </p>
            </Show>
            <dialog class="stack" node_ref=dialog aria-labelledby="data-delete-ask">
                <h2 id="data-delete-ask">"Delete everything?"</h2>
                <p>"All answers, evidence and settings go, here and in every other tab. Only a backup file brings them back."</p>
                <div class="row">
                    <BackUpButton name="Save a backup file first" />
                    <button type="button" class="is-danger" on:click=delete>"Delete everything"</button>
                    <button type="button" on:click=move |_| close()>"Keep everything"</button>
                </div>
            </dialog>
        </section>
    }
}
