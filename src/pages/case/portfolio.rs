//! The portfolio: work that the user is proud of, listed, added, edited in place, moved, deleted and brought back.

use std::rc::Rc;

use rungs_core::case::folder::{move_piece, put_piece};
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::choices::{Place, Steps};
use super::desk::{CaseDesk, use_case};
use super::editor::{PieceEditor, title_field};
use crate::components::bin::{Bin, Undo};
use crate::components::focus::focus_when_drawn;
use crate::store::random_id;

/// The id of the button that adds a piece.
const ADD_BUTTON: &str = "case-add-piece";

/// The portfolio on the screen. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Shelf {
    desk: CaseDesk,
    /// The piece that is open for editing. It may not be saved yet.
    open: RwSignal<Option<EntryId>>,
    /// The pieces that were deleted since one was opened.
    bin: Bin,
}

impl Shelf {
    fn open(self, id: EntryId) {
        self.bin.empty();
        focus_when_drawn(title_field(&id));
        self.open.set(Some(id));
    }

    /// Closes the editor; what was typed is saved already.
    pub fn close(self) {
        let Some(id) = self.open.get_untracked() else { return };
        self.open.set(None);
        let is_kept = untrack(|| self.desk.piece(&id)).is_some();
        focus_when_drawn(if is_kept { edit_button(&id) } else { ADD_BUTTON.to_owned() });
    }

    fn remove(self, id: &EntryId) {
        let Some(piece) = untrack(|| self.desk.piece(id)) else { return };
        self.desk.change(|book, now| put_piece(book, id, None, now));
        let (id, said) = (id.clone(), format!("Deleted: {}.", piece.name()));
        self.bin.put(said, move || {
            focus_when_drawn(edit_button(&id));
            self.desk.change(|book, now| put_piece(book, &id, Some(&piece), now));
        });
    }

    /// The pieces in their order; one that is open and says nothing yet comes last.
    fn listed(self) -> Vec<EntryId> {
        let mut ids: Vec<EntryId> = Vec::new();
        self.desk.folder().with(|folder| ids.extend(folder.pieces.iter().map(|(id, _)| id.clone())));
        ids.extend(self.open.get().filter(|open| !ids.contains(open)));
        ids
    }
}

fn edit_button(id: &EntryId) -> String {
    format!("case-edit-{}", id.as_str())
}

/// The portfolio.
#[component]
pub fn Portfolio() -> impl IntoNode {
    let bin = Bin::new("case-piece", "pieces");
    let shelf = Shelf { desk: use_case(), open: RwSignal::new(None), bin };
    let listed = Memo::new(move |_| shelf.listed());
    let add = move |_| {
        // A UUID is an id; there is nothing to add where chance gives none.
        if let Ok(id) = EntryId::parse(&random_id()) {
            shelf.open(id);
        }
    };
    view! {
        <section class="stack" aria-labelledby="case-portfolio-name">
            <h2 id="case-portfolio-name">"Portfolio"</h2>
            <p class="small soft">
                "Work you are proud of. One piece may show several things. Leave out customers’ names and data: others will \
                 read this."
            </p>
            <ul class="case-list" aria-label="Portfolio" hidden=move || listed.with(Vec::is_empty)>
                <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                    <Item shelf id />
                </For>
            </ul>
            <Undo bin />
            <button type="button" id=ADD_BUTTON hidden=move || shelf.open.with(Option::is_some) on:click=add>
                "Add a piece of work"
            </button>
        </section>
    }
}

#[component]
fn Item(shelf: Shelf, id: EntryId) -> impl IntoNode {
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| shelf.open.with(|open| open.as_ref() == Some(&id)))
    };
    view! {
        <li>
            {move || {
                let id = id.clone();
                if is_open.get() {
                    view! { <PieceEditor shelf id /> }.into_node()
                } else {
                    view! { <PieceRow shelf id /> }.into_node()
                }
            }}
        </li>
    }
}

/// A piece by its title, and what can be done with it.
#[component]
fn PieceRow(shelf: Shelf, id: EntryId) -> impl IntoNode {
    let id = StoredValue::new(id);
    let desk = shelf.desk;
    let name = Memo::new(move |_| {
        let piece = id.with_value(|id| desk.piece(id));
        piece.map(|piece| piece.name().to_owned()).unwrap_or_default()
    });
    let place = Memo::new(move |_| {
        desk.folder().with(|folder| {
            let at = id.with_value(|id| folder.pieces.iter().position(|(other, _)| other == id));
            Place { at: at.unwrap_or_default(), of: folder.pieces.len() }
        })
    });
    let step = Rc::new(move |step| id.with_value(|id| desk.change(|book, now| move_piece(book, id, step, now))));
    let wins = move || match id.with_value(|id| desk.wins_of(id)) {
        0 => None,
        1 => Some("1 win of your journal stands with it.".to_owned()),
        several => Some(format!("{several} wins of your journal stand with it.")),
    };
    view! {
        <span dir="auto">{name}</span>
        <Steps id=id.with_value(|id| format!("case-piece-{}", id.as_str())) name place step />
        {move || wins().map(|said| view! { <p class="small soft">{said}</p> })}
        <div class="row">
            <button
                type="button"
                class="is-quiet small"
                id=id.with_value(edit_button)
                aria-label=move || format!("Edit: {}", name.get())
                on:click=move |_| shelf.open(id.get_value())
            >
                "Edit"
            </button>
            <button
                type="button"
                class="is-quiet small"
                aria-label=move || format!("Delete: {}", name.get())
                on:click=move |_| id.with_value(|id| shelf.remove(id))
            >
                "Delete"
            </button>
        </div>
    }
}
