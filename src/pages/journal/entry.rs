//! One win: what happened, what it shows, and what can be done with it.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::EvidenceId;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::attach::Attach;
use super::notebook::{Notebook, Open, attach_button, edit_button};
use crate::components::evidence::{LongText, PieceEditor, PieceHead, text_field};
use crate::components::fields::Days;
use crate::components::focus::focus_when_drawn;
use crate::components::stored_name::ladder_name;
use crate::state::use_index;

/// A win, or its fields while they are open.
#[component]
pub fn Entry(notebook: Notebook, id: EntryId) -> impl IntoNode {
    let edited = notebook.is_open(Open::Fields(id.clone()));
    let attached = notebook.is_open(Open::Choice(id.clone()));
    let id = StoredValue::new(id);
    view! {
        {move || {
            let id = id.get_value();
            if edited.get() { fields(notebook, id) } else { view! { <Told notebook id /> } }
        }}
        <Show when=move || attached.get()>
            <Attach notebook id=id.get_value() />
        </Show>
    }
}

fn fields(notebook: Notebook, id: EntryId) -> Node {
    let button = edit_button(&id);
    let close = Rc::new(move || {
        notebook.open(None);
        focus_when_drawn(button.clone());
    });
    let drawer = Arc::new(notebook);
    view! { <PieceEditor drawer id=EvidenceId::from(&id) name="A win" done="Done" days=Days::Past close /> }
}

/// What happened.
#[component]
fn Told(notebook: Notebook, id: EntryId) -> impl IntoNode {
    let win = {
        let id = id.clone();
        Memo::new(move |_| notebook.win(&id))
    };
    let of = StoredValue::new(id.clone());
    move || {
        let id = id.clone();
        win.get().map(|win| {
            let name = win.name();
            view! {
                <PieceHead date=win.date link=win.link />
                <LongText text=win.text />
                <Shows notebook id=of />
                <Buttons notebook id name />
            }
        })
    }
}

#[component]
fn Buttons(notebook: Notebook, id: EntryId, name: String) -> impl IntoNode {
    let (edited, attached, removed) = (id.clone(), id.clone(), id.clone());
    let is_attached = notebook.is_open(Open::Choice(id.clone()));
    let edit = move |_| {
        // What was open before may go, and leave a button that takes the focus: the field takes it after that.
        notebook.open(Some(Open::Fields(edited.clone())));
        focus_when_drawn(text_field(&EvidenceId::from(&edited)));
    };
    let attach = move |_| {
        let open = (!is_attached.get_untracked()).then(|| Open::Choice(attached.clone()));
        notebook.open(open);
    };
    view! {
        <div class="row no-print">
            <button
                type="button"
                class="small"
                id=attach_button(&id)
                aria-label=format!("Attach the win of {name}")
                aria-expanded=move || is_attached.get().to_string()
                on:click=attach
            >
                "Attach"
            </button>
            <button
                type="button"
                class="is-quiet small"
                id=edit_button(&id)
                aria-label=format!("Edit the win of {name}")
                on:click=edit
            >
                "Edit"
            </button>
            <button
                type="button"
                class="is-quiet small"
                aria-label=format!("Delete the win of {name}")
                on:click=move |_| notebook.remove(&removed)
            >
                "Delete"
            </button>
        </div>
    }
}

/// What it shows, or that it is not attached yet.
#[component]
fn Shows(notebook: Notebook, id: StoredValue<EntryId>) -> impl IntoNode {
    let shows = Memo::new(move |_| {
        id.with_value(|id| {
            let shows = notebook.shows(id).into_iter().map(|(ladder, shown)| (ladder, shown.what));
            let pieces = notebook.win(id).map(|win| notebook.pieces(&win)).unwrap_or_default();
            let pieces = pieces.into_iter().map(|(ladder, title)| (ladder, format!("Portfolio: {title}")));
            shows.chain(pieces).collect::<Vec<_>>()
        })
    });
    move || {
        let mut lines = Vec::new();
        for (ladder, what) in shows.get() {
            let ladder = ladder_name(&ladder, &use_index());
            lines.push(view! { <li><span dir="auto">{what}</span> " " <span class="soft">{ladder}</span></li> });
        }
        if lines.is_empty() {
            return view! { <p><span class="tag">"Not attached yet"</span></p> };
        }
        view! {
            <div class="small">
                <p class="soft">"Shows"</p>
                <ul>{lines}</ul>
            </div>
        }
    }
}
