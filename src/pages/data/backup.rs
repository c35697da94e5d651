//! Keeping what is stored: a backup file, and the browser's promise.

use rungs_view::prelude::*;

use crate::components::banner::BackUpButton;
use crate::state::use_saved;
use crate::store::{self, Persistence};

/// The backup file and the browser's promise.
#[component]
pub fn Backup() -> impl IntoNode {
    let saved = use_saved();
    let last = Memo::new(move |_| saved.settings().with(|settings| settings.last_backup));
    let since = Memo::new(move |_| saved.changes_since_backup());
    let account = move || match (last.get(), since.get()) {
        (0, 0) => "No backup was saved from this browser yet.".to_owned(),
        (0, changes) => format!("No backup was saved from this browser yet: {} in no file.", are(changes)),
        (at, 0) => format!("The last backup was saved on {}. Nothing changed since.", store::moment_in_words(at)),
        (at, changes) => {
            let day = store::moment_in_words(at);
            format!("The last backup was saved on {day}. Since then, {} in no file.", are(changes))
        }
    };
    view! {
        <section class="stack" aria-labelledby="data-backup">
            <h2 id="data-backup">"Keep it"</h2>
            <p>
                "A backup file holds everything listed above. Keep it where you keep other private files: with it you can \
                 go on in another browser, or after this one lost its data."
            </p>
            <p>{account}</p>
            <div class="row">
                <BackUpButton name="Save a backup file" />
            </div>
            <Promise />
        </section>
    }
}

/// "1 change is", "32 changes are".
fn are(changes: usize) -> String {
    if changes == 1 { "1 change is".to_owned() } else { format!("{changes} changes are") }
}

/// Whether the browser promises to keep the data, and the button that asks it to.
#[component]
fn Promise() -> impl IntoNode {
    // What browsers do unless they said otherwise, so that nothing moves when this one has answered.
    let known = RwSignal::new(Persistence::MayGo);
    let asked = RwSignal::new(false);
    spawn(async move {
        let now = store::persistence().await;
        // The page may be gone by now: then nobody needs the answer.
        known.set(now);
    });
    let ask = move |_| {
        spawn(async move {
            let answer = store::ask_to_persist().await;
            known.set(answer);
            asked.set(true);
        });
    };
    let sentence = move || match (known.get(), asked.get()) {
        (Persistence::Kept, _) => "This browser keeps the data of this site until you delete it.",
        (Persistence::MayGo, false) => {
            "This browser may delete the data of this site when room is short, or when the site was not visited for long."
        }
        (Persistence::MayGo, true) => {
            "The browser did not promise to keep the data. Some ask for a bookmark or frequent visits first; a backup \
             file is the safe way."
        }
        (Persistence::Unknown, _) => "This browser does not say whether it keeps the data of this site.",
    };
    view! {
        <p role="status">{sentence}</p>
        <Show when=move || known.get() == Persistence::MayGo>
            <div class="row">
                <button type="button" on:click=ask>"Ask the browser to keep the data"</button>
            </div>
        </Show>
    }
}
