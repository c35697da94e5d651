//! The answers to one ladder and their history, for the pages that show or extend it.

use std::sync::Arc;

use rungs_core::assessment::{Assessment, Stamp};
use rungs_core::history::{self, History, Migration, Reason, Snapshot, VersionState};
use rungs_core::ladder::{Ladder, Version};
use rungs_core::record::{Book, EntryId};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use crate::state::{Announcer, SavedAssessment, SavedBook, use_assessment, use_book};
use crate::store;

/// The answers to one ladder and their history. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Archive {
    ladder: StoredValue<Arc<Ladder>>,
    answers: SavedAssessment,
    book: SavedBook,
    history: Memo<Arc<History>>,
}

impl Archive {
    /// Those of a ladder.
    pub fn new(ladder: Arc<Ladder>) -> Self {
        let (answers, book) = (use_assessment(&ladder.id), use_book(&What::History(ladder.id.clone())));
        let history = Memo::new(move |_| Arc::new(book.signal().with(History::of)));
        Self { ladder: StoredValue::new(ladder), answers, book, history }
    }

    /// Reads the ladder.
    pub fn with_ladder<T>(self, read: impl FnOnce(&Ladder) -> T) -> T {
        self.ladder.with_value(|ladder| read(ladder))
    }

    /// Reads the answers, and follows their changes.
    pub fn with_answers<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.answers.signal().with(read)
    }

    /// Reads the history, and follows its changes.
    pub fn with_history<T>(self, read: impl FnOnce(&History) -> T) -> T {
        self.history.with(|history| read(history))
    }

    /// Changes the answers.
    pub fn change_answers(self, change: impl FnOnce(&mut Assessment, Stamp)) {
        self.answers.update(change);
    }

    /// Changes the history.
    pub fn change(self, change: impl FnOnce(&mut Book, Stamp)) {
        self.book.update(change);
    }

    /// Changes the history by what takes a snapshot, and hands on which snapshots made room for it.
    pub fn take(
        self,
        take: impl FnOnce(&mut Book, &Ladder, &Assessment, &EntryId, Stamp) -> Option<Vec<Snapshot>>,
    ) -> Option<Vec<Snapshot>> {
        let id = EntryId::parse(&store::random_id()).ok()?;
        let mut gone = None;
        self.book.update(|book, now| {
            let take = |answers: &Assessment| self.with_ladder(|ladder| take(book, ladder, answers, &id, now));
            gone = self.answers.signal().with_untracked(take);
        });
        gone
    }

    /// Keeps a snapshot before the first of the answers is brought to the ladder as it is, and says what made room for it.
    pub fn secure(self, announcer: Announcer) {
        let gone = self.take(history::secure);
        if let Some(said) = gone.as_deref().and_then(made_room) {
            announcer.say(&said);
        }
    }

    /// Whether the answer to an expectation was given for another version, worded otherwise, and nothing was said to
    /// the new wording yet.
    pub fn is_pending(self, expectation: usize) -> bool {
        let is_behind = matches!(self.version_state(), VersionState::Behind { .. });
        is_behind && self.migration().reworded.iter().any(|one| one.expectation == expectation)
    }

    /// How the answers stand to the ladder as it is.
    pub fn version_state(self) -> VersionState {
        let stand = |history: &History| {
            self.with_ladder(|ladder| self.with_answers(|answers| history::version_state(ladder, answers, history)))
        };
        self.with_history(stand)
    }

    /// What the ladder as it is makes of the answers.
    pub fn migration(self) -> Migration {
        let migrate = |history: &History| {
            self.with_ladder(|ladder| {
                self.with_answers(|answers| Migration::of(ladder, answers, history.answered.as_ref()))
            })
        };
        self.with_history(migrate)
    }

    /// The book of the history.
    pub fn book(self) -> SavedBook {
        self.book
    }

    /// Writes down that the answers hold for the ladder as it is.
    pub fn note(self) {
        self.change(|book, now| self.with_ladder(|ladder| history::note(book, ladder, now)));
    }

    /// Puts bringing the answers to the ladder as it is off.
    pub fn put_off(self) {
        self.change(|book, now| self.with_ladder(|ladder| history::put_off(book, ladder, now)));
    }

    /// The version that was answered.
    fn version(self) -> Option<Version> {
        match self.version_state() {
            VersionState::Current | VersionState::Unnoted => Some(self.with_ladder(|ladder| ladder.version)),
            VersionState::Behind { from, .. } => from,
            VersionState::Unread => None,
            VersionState::Ahead(version) => Some(version),
        }
    }

    /// What is answered now, as a snapshot taken by hand.
    pub fn now(self) -> Snapshot {
        let (taken, version) = (Stamp::from_millis(store::now()), self.version());
        self.with_answers(|answers| Snapshot::of(answers, taken, Reason::Hand, version))
    }
}

/// Says which snapshots made room for a new one; nothing where none did.
pub fn made_room(gone: &[Snapshot]) -> Option<String> {
    let latest = store::moment_in_words(gone.last()?.taken.millis());
    Some(match gone.len() {
        1 => format!("The oldest snapshot, of {latest}, made room for it."),
        many => format!("The {many} oldest snapshots, the latest of {latest}, made room for it."),
    })
}
