//! Deletion with a way back: what was deleted from a list can be brought back until something else is begun there or the
//! page is left.

use std::sync::Arc;

use rungs_core::assessment::{Assessment, Entered, Place, Stamp};
use rungs_view::prelude::*;

use super::focus::focus_when_drawn;
use crate::state::{SavedAssessment, use_announcer};

/// Something that was deleted.
#[derive(Clone)]
struct Deleted {
    /// What is said of it while it is alone.
    said: String,
    bring_back: Arc<dyn Fn() + Send + Sync>,
}

/// What was deleted from one list. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Bin {
    /// The id of the button that brings it back.
    button: StoredValue<String>,
    /// What several of its things are called.
    several: &'static str,
    deleted: RwSignal<Vec<Deleted>>,
}

impl Bin {
    /// An empty one, for a list with a name that no other list of the page has, of things that are called so: "wins".
    pub fn new(list: &str, several: &'static str) -> Self {
        let button = StoredValue::new(format!("undo-{list}"));
        Self { button, several, deleted: RwSignal::new(Vec::new()) }
    }

    /// Whether something is in it.
    pub fn holds_any(self) -> bool {
        !self.deleted.with(Vec::is_empty)
    }

    /// Takes what was just deleted, and the focus to the way back. `said` is the sentence that tells of it; `bring_back`
    /// brings it back, and takes the focus to it.
    pub fn put(self, said: impl Into<String>, bring_back: impl Fn() + Send + Sync + 'static) {
        self.put_one(Deleted { said: said.into(), bring_back: Arc::new(bring_back) });
    }

    /// The same for whatever it is, so that it is compiled once.
    fn put_one(self, deleted: Deleted) {
        self.put_beside(deleted);
        focus_when_drawn(self.button.get_value());
    }

    /// The same, by a control that stays and keeps the focus.
    fn put_beside(self, deleted: Deleted) {
        self.deleted.update(|all| all.push(deleted));
    }

    /// Forgets what is in it.
    pub fn empty(self) {
        self.deleted.set(Vec::new());
    }

    fn bring_back(self) {
        let deleted = self.deleted.get_untracked();
        self.empty();
        deleted.iter().for_each(|one| (one.bring_back)());
    }

    fn said(self) -> Option<String> {
        self.deleted.with(|deleted| match deleted.as_slice() {
            [] => None,
            [one] => Some(one.said.clone()),
            several => Some(format!("{} {} are deleted.", several.len(), self.several)),
        })
    }
}

/// Says what was deleted, and offers to bring it back.
#[component]
pub fn Undo(bin: Bin) -> impl IntoNode {
    let announcer = use_announcer();
    let said = Memo::new(move |_| bin.said());
    move || {
        let said = said.get()?;
        announcer.say(&said);
        Some(view! {
            <p class="row small">
                {said} <button type="button" id=bin.button.get_value() on:click=move |_| bin.bring_back()>"Undo"</button>
            </p>
        })
    }
}

/// The deleted entries of a list of an assessment. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct EntryBin {
    bin: Bin,
    saved: SavedAssessment,
    /// The id of what takes the focus when they are brought back.
    focus: StoredValue<String>,
}

impl EntryBin {
    /// An empty one; `focus` is the id of what takes the focus when something is brought back.
    pub fn new(saved: SavedAssessment, list: &str, focus: &str) -> Self {
        Self { bin: Bin::new(list, "entries"), saved, focus: StoredValue::new(focus.to_owned()) }
    }

    /// Where they are.
    pub fn bin(self) -> Bin {
        self.bin
    }

    /// Deletes something, and remembers all that went with it.
    pub fn delete(self, delete: impl FnOnce(&mut Assessment, Stamp)) {
        if let Some(gone) = self.take_out(delete) {
            self.bin.put_one(gone);
        }
    }

    /// Deletes an answer with its note, by a control that stays and keeps the focus: who chooses by the arrow keys is not
    /// to be taken away. One without a note is given again as fast as it was taken back.
    pub fn delete_with_note(self, note: &str, delete: impl FnOnce(&mut Assessment, Stamp)) {
        if note.trim().is_empty() {
            self.saved.update(delete);
        } else if let Some(gone) = self.take_out(delete) {
            self.bin.put_beside(gone);
        }
    }

    /// Deletes something: all that went with it, if anything did.
    fn take_out(self, delete: impl FnOnce(&mut Assessment, Stamp)) -> Option<Deleted> {
        let mut gone = Vec::new();
        self.saved.update(|saved, now| {
            let before: Vec<(Place, Entered)> = saved.entered().map(|(at, said)| (at.clone(), said.clone())).collect();
            delete(saved, now);
            let is_gone = |(at, _): &(Place, Entered)| !saved.entered().any(|(other, _)| other == at);
            gone = before.into_iter().filter(is_gone).collect();
        });
        let is_any = !gone.is_empty();
        let bring_back = Arc::new(move || self.bring_back(&gone));
        is_any.then(|| Deleted { said: "The entry is deleted.".to_owned(), bring_back })
    }

    fn bring_back(self, gone: &[(Place, Entered)]) {
        self.saved.update(|saved, now| {
            for (place, entered) in gone {
                saved.bring_entry_back(place, entered.clone(), now);
            }
        });
        focus_when_drawn(self.focus.get_value());
    }
}

/// The entries of a list in the order in which it has shown them, new ones last: what is typed must not move the row
/// in which it is typed.
pub fn in_place<T: Clone + PartialEq>(before: Option<&Vec<T>>, entries: Vec<T>) -> Vec<T> {
    let stays = |id: &&T| entries.contains(id);
    let mut listed: Vec<T> = before.into_iter().flatten().filter(stays).cloned().collect();
    let new: Vec<T> = entries.into_iter().filter(|id| !listed.contains(id)).collect();
    listed.extend(new);
    listed
}
