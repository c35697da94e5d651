//! Opening a file that a colleague gave: a check-in to rate, or agreed actions.

use std::sync::Arc;

use leptos::html;
use rungs_core::check_in::{CheckIn, Remark};
use rungs_core::date::Date;
use rungs_view::prelude::*;

use super::room::{Outcome, use_room};

/// The id of the file field.
pub const FIELD: &str = "check-in-file";

/// The file field, onto which a file can be dropped too, and what became of the file.
#[component]
pub fn OpenFile() -> impl IntoNode {
    let room = use_room();
    let field = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(input) = field.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn(async move { room.open(&file).await });
        }
        // So that the same file can be chosen once more.
        input.set_value("");
    };
    view! {
        <section class="stack" aria-labelledby="check-in-open">
            <h2 id="check-in-open">"Open a file"</h2>
            <p id="check-in-open-note">
                "A check-in file that a colleague gave you, or the agreed actions that came back. Choose it or drop it here."
            </p>
            <p class="data-file">
                <label for=FIELD>"Check-in file"</label>
                <input
                    type="file"
                    id=FIELD
                    class="check-in-drop"
                    accept=".json,application/json"
                    aria-describedby="check-in-open-note"
                    node_ref=field
                    on:change=choose
                />
            </p>
            <div role="status">
                {move || match room.outcome() {
                    Outcome::None => Node::Empty,
                    Outcome::Refused(why) => view! { <p class="notice is-error">{why}</p> },
                    Outcome::Own(day, file) => view! { <OwnFile day file /> },
                }}
            </div>
        </section>
    }
}

/// The note that a file was saved in this very browser.
#[component]
fn OwnFile(day: Date, file: Arc<(CheckIn, Vec<Remark>)>) -> impl IntoNode {
    let room = use_room();
    let open = move |_| {
        let file = Arc::clone(&file);
        spawn(async move {
            let (check_in, remarks) = &*file;
            if let Err(why) = room.take(check_in.clone(), remarks).await {
                room.refuse(why);
            }
        });
    };
    view! {
        <div class="notice is-warning stack">
            <p>
                {format!(
                    "You saved this file yourself, in this browser, on {}. It is for a colleague, who opens it in theirs.",
                    day.long(),
                )}
            </p>
            <button type="button" on:click=open>"Open it all the same"</button>
        </div>
    }
}
