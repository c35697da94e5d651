//! The assessment of one ladder, or a book, as a page holds it.

use rungs_core::assessment::{Assessment, Stamp};
use rungs_core::ladder::LadderId;
use rungs_core::record::Book;
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::Saved;
use crate::store;

/// The assessment of one ladder: read it as a signal, change it with [`SavedAssessment::update`].
#[derive(Clone, Copy)]
pub struct SavedAssessment {
    saved: Saved,
    ladder: StoredValue<LadderId>,
    value: RwSignal<Assessment>,
}

impl SavedAssessment {
    pub(super) fn new(saved: Saved, ladder: LadderId, value: RwSignal<Assessment>) -> Self {
        Self { saved, ladder: StoredValue::new(ladder), value }
    }

    /// The assessment; it changes with every update, here or in another tab.
    pub fn signal(self) -> ReadSignal<Assessment> {
        self.value.into()
    }

    /// The ladder.
    pub fn ladder(self) -> LadderId {
        self.ladder.get_value()
    }

    /// Changes the assessment, with the stamp of this moment, and has it saved shortly after.
    pub fn update(self, change: impl FnOnce(&mut Assessment, Stamp)) {
        let now = Stamp::from_millis(store::now());
        self.value.update(|assessment| change(assessment, now));
        self.saved.touch(What::Assessment(self.ladder()));
    }
}

/// A book: read it as a signal, change it with [`SavedBook::update`].
#[derive(Clone, Copy)]
pub struct SavedBook {
    saved: Saved,
    what: StoredValue<What>,
    value: RwSignal<Book>,
}

impl SavedBook {
    pub(super) fn new(saved: Saved, what: What, value: RwSignal<Book>) -> Self {
        Self { saved, what: StoredValue::new(what), value }
    }

    /// The book; it changes with every update, here or in another tab.
    pub fn signal(self) -> ReadSignal<Book> {
        self.value.into()
    }

    /// Changes the book, with the stamp of this moment, and has it saved shortly after.
    pub fn update(self, change: impl FnOnce(&mut Book, Stamp)) {
        let now = Stamp::from_millis(store::now());
        self.value.update(|book| change(book, now));
        self.saved.touch(self.what.get_value());
    }
}
