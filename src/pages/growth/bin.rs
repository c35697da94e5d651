//! What was deleted from a list of the worksheet, until it is brought back or the page is left.

use std::rc::Rc;

use rungs_core::growth::{self, Priority, Work};
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::desk::Desk;
use crate::components::focus::focus_when_drawn;
use crate::components::undo::UndoLine;

/// An entry as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// A priority.
    Priority(Priority),
    /// A piece of work.
    Work(Work),
}

impl Deleted {
    /// What it was called.
    fn name(&self) -> &str {
        match self {
            Self::Priority(priority) if priority.text.trim().is_empty() => "The priority",
            Self::Priority(priority) => &priority.text,
            Self::Work(work) => work.name(),
        }
    }
}

/// The deleted entries of one list. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Bin {
    desk: Desk,
    /// The id of the button that brings them back.
    button: &'static str,
    deleted: RwSignal<Vec<(EntryId, Deleted)>>,
}

impl Bin {
    /// An empty one.
    pub fn new(desk: Desk, button: &'static str) -> Self {
        Self { desk, button, deleted: RwSignal::new(Vec::new()) }
    }

    /// Deletes an entry, and remembers it.
    pub fn delete(self, id: &EntryId, entry: Deleted) {
        self.put(id, &entry, false);
        self.deleted.update(|deleted| deleted.push((id.clone(), entry)));
        focus_when_drawn(self.button.to_owned());
    }

    fn put(self, id: &EntryId, entry: &Deleted, is_there: bool) {
        self.desk.change(|book, now| match entry {
            Deleted::Priority(priority) => growth::put_priority(book, id, is_there.then_some(priority), now),
            Deleted::Work(work) => growth::put_work(book, id, is_there.then_some(work), now),
        });
    }

    fn bring_back(self, focus: &str) {
        let deleted = self.deleted.get_untracked();
        self.deleted.set(Vec::new());
        deleted.iter().for_each(|(id, entry)| self.put(id, entry, true));
        focus_when_drawn(focus.to_owned());
    }
}

/// Says what was deleted, and offers to bring it back. `focus` is the id of what then takes the focus.
#[component]
pub fn Undo(bin: Bin, focus: &'static str) -> impl IntoNode {
    let said = Memo::new(move |_| {
        bin.deleted.with(|deleted| match deleted.as_slice() {
            [] => None,
            [(_, entry)] => Some(format!("{} is deleted.", entry.name())),
            several => Some(format!("{} entries are deleted.", several.len())),
        })
    });
    view! { <UndoLine said button=bin.button.to_owned() bring_back=Rc::new(move || bin.bring_back(focus)) /> }
}
