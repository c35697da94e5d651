//! The evidence for one thing: listed, added, edited in place, deleted and brought back.

mod editor;
mod piece;
mod shelf;

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::{Evidence, EvidenceId};
use rungs_view::prelude::*;

use super::bin::{Bin, Undo};
use super::fields::Days;
use super::focus::focus_when_drawn;
use crate::store::{random_id, today};
pub use editor::{PieceEditor, text_field};
pub use piece::{LongText, PieceHead, evidence_link};
pub use shelf::{Drawer, Shelf};

/// The evidence on one shelf. Copy it wherever it is needed.
#[derive(Clone, Copy)]
struct Folder {
    shelf: StoredValue<Arc<dyn Shelf>>,
    /// The piece that is open for editing. It may not be saved yet.
    open: RwSignal<Option<EvidenceId>>,
    /// The pieces that were deleted since one was opened, to be brought back.
    bin: Bin,
}

impl Folder {
    /// The piece as it is saved, and its changes.
    fn piece(self, id: &EvidenceId) -> Option<Evidence> {
        self.shelf.with_value(|shelf| shelf.piece(id))
    }

    /// Closes the editor; what was typed is saved already.
    fn close(self) {
        let Some(id) = self.open.get_untracked() else { return };
        self.open.set(None);
        let is_kept = untrack(|| self.piece(&id)).is_some();
        focus_when_drawn(if is_kept { edit_button(&id) } else { self.add_button() });
    }

    fn add_button(self) -> String {
        self.shelf.with_value(|shelf| shelf.add_button())
    }

    fn open(self, id: EvidenceId) {
        self.bin.empty();
        focus_when_drawn(text_field(&id));
        self.open.set(Some(id));
    }

    fn remove(self, id: &EvidenceId) {
        let Some(piece) = untrack(|| self.piece(id)) else { return };
        self.shelf.with_value(|shelf| shelf.set(id, None));
        let (id, said) = (id.clone(), format!("Evidence of {} is deleted.", piece.date.long()));
        self.bin.put(said, move || {
            focus_when_drawn(edit_button(&id));
            self.shelf.with_value(|shelf| shelf.set(&id, Some(piece.clone())));
        });
    }

    /// The pieces on the screen. While one is open their order stays, so that nothing moves under the cursor.
    fn listed(self, before: &[EvidenceId]) -> Vec<EvidenceId> {
        let saved = self.shelf.with_value(|shelf| shelf.pieces());
        let Some(open) = self.open.get() else { return saved };
        let stays = |id: &&EvidenceId| saved.contains(id) || **id == open;
        let mut listed: Vec<EvidenceId> = before.iter().filter(stays).cloned().collect();
        if !listed.contains(&open) {
            listed.insert(0, open);
        }
        let new: Vec<EvidenceId> = saved.into_iter().filter(|id| !listed.contains(id)).collect();
        listed.extend(new);
        listed
    }
}

fn says_nothing(piece: &Evidence) -> bool {
    piece.text.trim().is_empty() && piece.link.is_none()
}

fn edit_button(id: &EvidenceId) -> String {
    format!("edit-{}", id.as_str())
}

/// The evidence on a shelf, and beside the button that adds to it what else can be done.
#[component]
pub fn EvidenceList(shelf: Arc<dyn Shelf>, children: Children) -> impl IntoNode {
    let bin = Bin::new(&shelf.add_button(), "pieces of evidence");
    let folder = Folder { shelf: StoredValue::new(shelf), open: RwSignal::new(None), bin };
    let listed =
        Memo::new(move |before: Option<&Vec<EvidenceId>>| folder.listed(before.map(Vec::as_slice).unwrap_or_default()));
    let add = move |_| {
        // A UUID is an id; there is nothing to add where chance gives none.
        if let Ok(id) = EvidenceId::parse(&random_id()) {
            folder.open(id);
        }
    };
    view! {
        <div class="evidence-list">
            <Show when=move || !listed.with(Vec::is_empty)>
                <ul aria-label="Evidence">
                    <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                        <EvidenceItem folder id />
                    </For>
                </ul>
            </Show>
            <Undo bin />
            <div class="row">
                <button
                    type="button"
                    class="is-quiet small"
                    id=folder.add_button()
                    hidden=move || folder.open.with(Option::is_some)
                    on:click=add
                >
                    "Add evidence"
                </button>
                {children()}
            </div>
        </div>
    }
}

#[component]
fn EvidenceItem(folder: Folder, id: EvidenceId) -> impl IntoNode {
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| folder.open.with(|open| open.as_ref() == Some(&id)))
    };
    view! {
        <li>
            {move || {
                let id = id.clone();
                if is_open.get() {
                    editor(folder, id)
                } else {
                    view! { <EvidencePiece folder id /> }.into_node()
                }
            }}
        </li>
    }
}

fn editor(folder: Folder, id: EvidenceId) -> Node {
    let drawer = folder.shelf.get_value();
    view! { <PieceEditor drawer id name="Evidence" done="Done" days=Days::Past close=Rc::new(move || folder.close()) /> }
}

/// A day to come is not taken here, but may have been by another clock.
fn of_future(folder: Folder) -> impl IntoNode {
    let said = folder.shelf.with_value(|shelf| shelf.of_future());
    view! { <p class="field-error small">{said}</p> }
}

#[component]
fn EvidencePiece(folder: Folder, id: EvidenceId) -> impl IntoNode {
    let saved = {
        let id = id.clone();
        Memo::new(move |_| folder.piece(&id))
    };
    move || {
        let (edited, removed) = (id.clone(), id.clone());
        saved.get().map(|piece| {
            let name = piece.name();
            view! {
                <PieceHead date=piece.date link=piece.link />
                {(piece.date > today()).then(|| of_future(folder))}
                <LongText text=piece.text />
                <div class="row">
                    <button
                        type="button"
                        class="is-quiet small"
                        id=edit_button(&id)
                        aria-label=format!("Edit the evidence of {name}")
                        on:click=move |_| folder.open(edited.clone())
                    >
                        "Edit"
                    </button>
                    <button
                        type="button"
                        class="is-quiet small"
                        aria-label=format!("Delete the evidence of {name}")
                        on:click=move |_| folder.remove(&removed)
                    >
                        "Delete"
                    </button>
                </div>
            }
        })
    }
}
