//! The evidence for one expectation, requirement or skillset: listed, added, edited in place, deleted and brought back.

use rungs_core::assessment::{Evidence, EvidenceId};
use rungs_core::link::SafeUrl;
use rungs_view::prelude::*;

use super::editor::{EvidenceEditor, text_field};
use super::focus::focus_when_drawn;
use super::shelf::Shelf;
use crate::state::use_announcer;
use crate::store::{random_id, today};

/// The evidence on one shelf.
#[derive(Clone, Copy)]
pub struct Folder {
    shelf: Shelf,
    /// The piece that is open for editing. It may not be saved yet.
    open: RwSignal<Option<EvidenceId>>,
    /// The pieces that were deleted since one was opened, to be brought back.
    removed: RwSignal<Vec<(EvidenceId, Evidence)>>,
}

impl Folder {
    /// The piece as it is saved, and its changes.
    pub fn piece(self, id: &EvidenceId) -> Option<Evidence> {
        self.shelf.piece(id)
    }

    /// A piece that says nothing yet, of today.
    pub fn blank(self) -> Evidence {
        let wording = self.shelf.wording();
        Evidence { date: today(), text: String::new(), link: None, wording, extra: Default::default() }
    }

    /// Saves a piece. One that says nothing is not kept.
    pub fn save(self, id: &EvidenceId, piece: Evidence) {
        let says_nothing = piece.text.trim().is_empty() && piece.link.is_none();
        self.shelf.set(id, (!says_nothing).then_some(piece));
    }

    /// Closes the editor; what was typed is saved already.
    pub fn close(self) {
        let Some(id) = self.open.get_untracked() else { return };
        self.open.set(None);
        let is_kept = untrack(|| self.piece(&id)).is_some();
        focus_when_drawn(if is_kept { edit_button(&id) } else { self.shelf.add_button() });
    }

    fn open(self, id: EvidenceId) {
        self.removed.set(Vec::new());
        focus_when_drawn(text_field(&id));
        self.open.set(Some(id));
    }

    fn remove(self, id: &EvidenceId) {
        let Some(piece) = untrack(|| self.piece(id)) else { return };
        self.shelf.set(id, None);
        self.removed.update(|removed| removed.push((id.clone(), piece)));
        focus_when_drawn(undo_button(id));
    }

    fn bring_back(self) {
        let removed = self.removed.get_untracked();
        self.removed.set(Vec::new());
        for (id, piece) in removed {
            focus_when_drawn(edit_button(&id));
            self.save(&id, piece);
        }
    }

    /// The pieces on the screen. While one is open their order stays, so that nothing moves under the cursor.
    fn listed(self, before: &[EvidenceId]) -> Vec<EvidenceId> {
        let saved = self.shelf.pieces();
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

fn edit_button(id: &EvidenceId) -> String {
    format!("edit-{}", id.as_str())
}

fn undo_button(id: &EvidenceId) -> String {
    format!("undo-{}", id.as_str())
}

/// The evidence on a shelf, and beside the button that adds to it what else can be done.
#[component]
pub fn EvidenceList(shelf: Shelf, children: Children) -> impl IntoNode {
    let folder = Folder { shelf, open: RwSignal::new(None), removed: RwSignal::new(Vec::new()) };
    let listed =
        Memo::new(move |before: Option<&Vec<EvidenceId>>| folder.listed(before.map(Vec::as_slice).unwrap_or_default()));
    let add = move |_| {
        // A UUID is an id; there is nothing to add where chance gives none.
        if let Ok(id) = EvidenceId::parse(&random_id()) {
            folder.open(id);
        }
    };
    view! {
        <div class="assess-evidence">
            <Show when=move || !listed.with(Vec::is_empty)>
                <ul aria-label="Evidence">
                    <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                        <EvidenceItem folder id />
                    </For>
                </ul>
            </Show>
            <Undo folder />
            <div class="row">
                <button
                    type="button"
                    class="is-quiet small"
                    id=shelf.add_button()
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
fn Undo(folder: Folder) -> impl IntoNode {
    let announcer = use_announcer();
    move || {
        let removed = folder.removed.get();
        let (id, piece) = removed.last()?;
        let said = match removed.len() {
            1 => format!("Evidence of {} deleted.", piece.date.long()),
            several => format!("{several} pieces of evidence deleted."),
        };
        announcer.say(&said);
        Some(view! {
            <p class="row small">
                {said}
                <button type="button" id=undo_button(id) on:click=move |_| folder.bring_back()>"Undo"</button>
            </p>
        })
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
                    view! { <EvidenceEditor folder id /> }.into_node()
                } else {
                    view! { <EvidencePiece folder id /> }.into_node()
                }
            }}
        </li>
    }
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
            let day = piece.date.long();
            view! {
                <p class="assess-evidence-head">
                    <time datetime=piece.date.to_string()>{day.clone()}</time>
                    {piece.link.map(evidence_link)}
                </p>
                <Note text=piece.text />
                <div class="row">
                    <button
                        type="button"
                        class="is-quiet small"
                        id=edit_button(&id)
                        aria-label=format!("Edit the evidence of {day}")
                        on:click=move |_| folder.open(edited.clone())
                    >
                        "Edit"
                    </button>
                    <button
                        type="button"
                        class="is-quiet small"
                        aria-label=format!("Delete the evidence of {day}")
                        on:click=move |_| folder.remove(&removed)
                    >
                        "Delete"
                    </button>
                </div>
            }
        })
    }
}

/// A link of the user's, opened by the user's click only, and without telling where it was found.
pub fn evidence_link(link: SafeUrl) -> impl IntoNode {
    let (href, text) = (link.to_string(), link.to_string());
    view! {
        <a class="assess-link" href=href target="_blank" rel="noopener noreferrer">
            {text}
        </a>
    }
}

/// A text as it was written; of a very long one the beginning, until all of it is asked for.
#[component]
pub fn Note(text: String) -> impl IntoNode {
    /// How many characters are shown at first.
    const SHOWN: usize = 1_000;
    let cut = text.char_indices().nth(SHOWN).map(|(at, _)| at);
    let all = RwSignal::new(cut.is_none());
    let length = text.chars().count();
    let text = StoredValue::new(text);
    let shown = move || text.with_value(|text| if all.get() { text.clone() } else { text[..cut.unwrap_or(0)].into() });
    view! {
        <div class="assess-note" dir="auto">{shown}</div>
        <Show when=move || !all.get()>
            <button type="button" class="is-quiet small" on:click=move |_| all.set(true)>
                {format!("Show all {length} characters")}
            </button>
        </Show>
    }
}
