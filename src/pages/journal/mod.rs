//! The journal: what happened, noted in a few seconds, attached to something later.

mod attach;
mod entry;
mod jot;
mod note;
mod notebook;

use std::rc::Rc;

use rungs_core::date::Month;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use crate::components::bin::Undo;
use crate::components::fields::ChoiceField;
use crate::components::unread::UnreadNote;
use crate::state::set_title;
use entry::Entry;
use jot::Jot;
pub use note::note;
use notebook::{Listed, Notebook};

/// The journal: what happened, noted in a few seconds, attached to something later.
#[component]
pub fn JournalPage() -> impl IntoNode {
    set_title("Journal");
    let notebook = Notebook::new();
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"What did I achieve?"</h1>
            <p class="lead">
                "Note what went well when it happens. Later, attach it to the expectations that it shows: it is then evidence."
            </p>
        </header>
        <section class="no-print" aria-label="Note a win">
            <Jot notebook noted=Rc::new(move || notebook.focus_jot()) />
        </section>
        <Wins notebook />
    }
}

/// All wins, or those that are not attached yet.
#[component]
fn Wins(notebook: Notebook) -> impl IntoNode {
    let only_loose = RwSignal::new(false);
    let listed = notebook.listed(only_loose.into());
    let counts = notebook.counts();
    let unread = Memo::new(move |_| notebook.with_journal(|journal| journal.unread));
    let is_empty = Memo::new(move |_| listed.with(Vec::is_empty));
    view! {
        <section class="page-part" aria-label="Wins">
        <Show when=move || counts.with(|(all, _)| *all > 0)>
            <div class="no-print">
                <Filter counts only_loose />
            </div>
        </Show>
        <Undo bin=notebook.bin() />
        <ul class="journal requirement-list">
            <For each=move || listed.get() key=|row| row.id.as_str().to_owned() let:row>
                <Row notebook listed id=row.id />
            </For>
        </ul>
        <Show when=move || is_empty.get() && !crate::IS_PRINTING>
            <p class="soft">{move || nothing(counts.get(), only_loose.get())}</p>
        </Show>
        <UnreadNote unread />
        </section>
    }
}

fn nothing((all, _): (usize, usize), only_loose: bool) -> &'static str {
    if all > 0 && only_loose { "Everything is attached." } else { "Nothing is noted yet." }
}

#[component]
fn Filter(counts: Memo<(usize, usize)>, only_loose: RwSignal<bool>) -> impl IntoNode {
    let chosen = Memo::new(move |_| Some(usize::from(only_loose.get())));
    move || {
        let (all, loose) = counts.get();
        let options = vec![format!("All ({all})"), format!("Not attached yet ({loose})")];
        let enter = Rc::new(move |place| only_loose.set(place == 1));
        let legend = "Which wins are shown".to_owned();
        view! { <ChoiceField name="journal-filter".to_owned() legend options chosen enter /> }
    }
}

/// A win, below the name of its month where it is the first of it.
#[component]
fn Row(notebook: Notebook, listed: Memo<Vec<Listed>>, id: EntryId) -> impl IntoNode {
    let month = {
        let id = id.clone();
        Memo::new(move |_| listed.with(|rows| rows.iter().find(|row| row.id == id).and_then(|row| row.begins)))
    };
    view! {
        <li>
            {move || month.get().map(|month: Month| view! { <h2>{month.long()}</h2> })}
            <Entry notebook id />
        </li>
    }
}
