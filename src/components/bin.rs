//! What was deleted here, until it is brought back or the page is left.

use std::rc::Rc;

use rungs_core::assessment::{Assessment, Entered, Place, Stamp};
use rungs_view::prelude::*;

use super::focus::focus_when_drawn;
use super::undo::UndoLine;
use crate::state::SavedAssessment;

/// What was deleted, each with all that went with it.
type Deleted = Vec<Vec<(Place, Entered)>>;

/// The deleted entries of one list. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Bin {
    saved: SavedAssessment,
    /// The id of the button that brings them back.
    button: StoredValue<String>,
    deleted: RwSignal<Deleted>,
}

impl Bin {
    /// An empty one, for a list with a name that no other list of the page has.
    pub fn new(saved: SavedAssessment, list: &str) -> Self {
        let button = StoredValue::new(format!("undo-{list}"));
        Self { saved, button, deleted: RwSignal::new(Vec::new()) }
    }

    /// Whether something is in it.
    pub fn holds_any(self) -> bool {
        !self.deleted.with(Vec::is_empty)
    }

    /// Deletes something, and remembers all that went.
    pub fn delete(self, delete: impl FnOnce(&mut Assessment, Stamp)) {
        let mut gone = Vec::new();
        self.saved.update(|saved, now| {
            let before: Vec<(Place, Entered)> = saved.entered().map(|(at, said)| (at.clone(), said.clone())).collect();
            delete(saved, now);
            let is_gone = |(at, _): &(Place, Entered)| !saved.entered().any(|(other, _)| other == at);
            gone = before.into_iter().filter(is_gone).collect();
        });
        if !gone.is_empty() {
            self.deleted.update(|deleted| deleted.push(gone));
            focus_when_drawn(self.button.get_value());
        }
    }

    fn bring_back(self, focus: &str) {
        let deleted = self.deleted.get_untracked();
        self.deleted.set(Vec::new());
        self.saved.update(|saved, now| {
            for (place, entered) in deleted.into_iter().flatten() {
                saved.bring_entry_back(&place, entered, now);
            }
        });
        focus_when_drawn(focus.to_owned());
    }
}

/// Says what was deleted, and offers to bring it back. `focus` is the id of what then takes the focus.
#[component]
pub fn Undo(bin: Bin, focus: String) -> impl IntoNode {
    let said = Memo::new(move |_| match bin.deleted.with(Vec::len) {
        0 => None,
        1 => Some("The entry is deleted.".to_owned()),
        several => Some(format!("{several} entries are deleted.")),
    });
    view! { <UndoLine said button=bin.button.get_value() bring_back=Rc::new(move || bin.bring_back(&focus)) /> }
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
