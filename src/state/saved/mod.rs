//! What is saved, as signals of plain values: one assessment for each ladder, the books beside them, and the settings.
//!
//! A change is in memory at once and in storage shortly after; what another tab stored is merged in as it
//! comes. Memory goes on where storage refuses, and [`SaveStatus`] says so.

mod handle;
mod snapshots;
mod status;
mod sync;
mod transfer;
mod wins;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::leptos_dom::helpers::TimeoutHandle;
use rungs_core::assessment::{Assessment, Stamp};
use rungs_core::ladder::{Index, LadderId};
use rungs_core::record::{Book, EntryId};
use rungs_core::saved::{Settings, What};
use rungs_view::prelude::*;

use crate::store::{self, Store};

pub use handle::{SavedAssessment, SavedBook};
pub use snapshots::Snapshots;
pub use status::{Overview, SaveStatus};
pub use transfer::{Before, preview, preview_book};

/// The saved values of this app. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Saved {
    /// Of the app, not of a page.
    owner: StoredValue<Owner>,
    index: StoredValue<Arc<Index>>,
    store: StoredValue<Store>,
    assessments: StoredValue<BTreeMap<LadderId, RwSignal<Assessment>>>,
    books: StoredValue<BTreeMap<What, RwSignal<Book>>>,
    settings: RwSignal<Settings>,
    status: RwSignal<SaveStatus>,
    /// What was changed in memory and is not stored yet.
    unsaved: StoredValue<BTreeSet<What>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Counts the times at which what is stored may have changed.
    revision: RwSignal<u32>,
}

/// Provides what is saved for this site; once, with the app as its owner.
pub fn provide(index: Arc<Index>) {
    let saved = Saved {
        owner: StoredValue::new(Owner::current().unwrap_or_default()),
        index: StoredValue::new(index),
        store: StoredValue::new(Store::new(super::use_navigator().base())),
        assessments: StoredValue::new(Default::default()),
        books: StoredValue::new(Default::default()),
        settings: RwSignal::new(Settings::default()),
        status: RwSignal::new(SaveStatus::Idle),
        unsaved: StoredValue::new(Default::default()),
        timer: StoredValue::new(None),
        revision: RwSignal::new(0),
    };
    saved.begin();
    provide_context(saved);
}

/// What is saved.
pub fn use_saved() -> Saved {
    expect_context()
}

/// The assessment of a ladder, under its present id: what was saved under a former one comes along.
pub fn use_assessment(ladder: &LadderId) -> SavedAssessment {
    use_saved().assessment(ladder)
}

/// A book, under the present id of its ladder: what was saved under a former one comes along.
pub fn use_book(what: &What) -> SavedBook {
    use_saved().book(what)
}

impl Saved {
    /// The assessment of a ladder: read from storage the first time, then kept for the app's life.
    pub fn assessment(self, ladder: &LadderId) -> SavedAssessment {
        SavedAssessment::new(self, self.present_id(ladder), self.signal(ladder))
    }

    /// Reads the assessment of a ladder, and follows its changes.
    pub fn with_assessment<T>(self, ladder: &LadderId, read: impl FnOnce(&Assessment) -> T) -> T {
        self.signal(ladder).with(read)
    }

    /// Changes the assessment of a ladder, with the stamp of this moment, and has it saved shortly after.
    pub fn change_assessment(self, ladder: &LadderId, change: impl FnOnce(&mut Assessment, Stamp)) {
        let now = Stamp::from_millis(store::now());
        self.signal(ladder).update(|assessment| change(assessment, now));
        self.touch(What::Assessment(self.present_id(ladder)));
    }

    /// Reads a book, and follows its changes.
    pub fn with_book<T>(self, what: &What, read: impl FnOnce(&Book) -> T) -> T {
        self.book_signal(what).with(read)
    }

    /// A book: read from storage the first time, then kept for the app's life.
    pub fn book(self, what: &What) -> SavedBook {
        SavedBook::new(self, self.present(what), self.book_signal(what))
    }

    /// The colleagues about whom something is saved or was entered, in the order of their ids. Runs again whenever what
    /// is stored may have changed.
    pub fn colleagues(self) -> Vec<EntryId> {
        self.revision.track();
        let colleague = |what| match what {
            What::Colleague(id) => Some(id),
            _ => None,
        };
        let mut ids: Vec<EntryId> = self.known_books().into_iter().filter_map(colleague).collect();
        ids.retain(|id| self.book_signal(&What::Colleague(id.clone())).with_untracked(|book| !book.is_blank()));
        ids
    }

    /// The settings of this browser.
    pub fn settings(self) -> ReadSignal<Settings> {
        self.settings.into()
    }

    /// Changes the settings.
    pub fn update_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.touch(What::Settings);
    }

    /// Whether what was changed is stored.
    pub fn status(self) -> ReadSignal<SaveStatus> {
        self.status.into()
    }

    /// The ladders about which something is saved or was entered, in the order of their ids. Runs again
    /// whenever what is stored may have changed.
    pub fn begun(self) -> Vec<LadderId> {
        self.revision.track();
        let mut ladders = self.ladders();
        ladders.retain(|ladder| self.signal(ladder).with_untracked(|assessment| !assessment.is_blank()));
        ladders
    }

    /// The ladders of which there is a value, in storage or in memory.
    fn ladders(self) -> Vec<LadderId> {
        let mut ladders: BTreeSet<LadderId> = BTreeSet::new();
        self.assessments.with_value(|known| ladders.extend(known.keys().cloned()));
        ladders.extend(self.store.with_value(Store::whats).into_iter().filter_map(|what| match what {
            What::Assessment(ladder) => Some(self.present_id(&ladder)),
            _ => None,
        }));
        ladders.into_iter().collect()
    }

    /// The books of which there is a value, in storage or in memory.
    fn known_books(self) -> BTreeSet<What> {
        let mut books: BTreeSet<What> = BTreeSet::new();
        self.books.with_value(|known| books.extend(known.keys().cloned()));
        let stored = self.store.with_value(Store::whats).into_iter().filter(What::is_book);
        books.extend(stored.map(|what| self.present(&what)));
        books
    }

    /// The name under which a value is kept, whatever its ladder was called.
    fn present(self, what: &What) -> What {
        what.ladder().map_or_else(|| what.clone(), |ladder| what.of_ladder(self.present_id(ladder)))
    }

    /// The id under which the answers to a ladder are kept, whatever it was called.
    fn present_id(self, ladder: &LadderId) -> LadderId {
        let card = |index: &Arc<Index>| index.card_ever(ladder).map(|card| card.id.clone());
        self.index.with_value(card).unwrap_or_else(|| ladder.clone())
    }

    fn signal(self, ladder: &LadderId) -> RwSignal<Assessment> {
        let ladder = &self.present_id(ladder);
        if let Some(known) = self.assessments.with_value(|known| known.get(ladder).copied()) {
            return known;
        }
        let what = What::Assessment(ladder.clone());
        let signal = self.owner.with_value(|owner| RwSignal::owned_by(owner, self.read(&what)));
        self.assessments.update_value(|known| _ = known.insert(ladder.clone(), signal));
        self.stored_anew_soon();
        signal
    }

    fn book_signal(self, what: &What) -> RwSignal<Book> {
        let what = self.present(what);
        if let Some(known) = self.books.with_value(|known| known.get(&what).copied()) {
            return known;
        }
        let signal = self.owner.with_value(|owner| RwSignal::owned_by(owner, self.read(&what)));
        self.books.update_value(|known| _ = known.insert(what, signal));
        self.stored_anew_soon();
        signal
    }

    /// Reading may have moved something aside, and more is in memory now. Not said at once: values are read while views
    /// are built, and those views depend on it.
    fn stored_anew_soon(self) {
        spawn(async move { self.stored_anew() });
    }
}
