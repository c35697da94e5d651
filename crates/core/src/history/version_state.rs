//! Which version of the ladder the answers were given for, and bringing them to another.

use std::collections::BTreeSet;

use super::keep::{History, take_unless_same};
use super::migration::Migration;
use super::snapshot::{Reason, Said, Snapshot};
use crate::assessment::{Assessment, answer_to};
use crate::ladder::{ExpectationId, Ladder, Version};
use crate::record::{Book, EntryId, Extra, OnlyEntry, Stamp};

/// What the answers were given for, for a page to ask whether it can be read.
pub const ANSWERED: OnlyEntry = OnlyEntry::of::<Answered>();

/// What the answers were given for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// The version of the ladder; `None` where it was not written down.
    pub version: Option<Version>,
    /// The expectations that the ladder had.
    pub known: BTreeSet<ExpectationId>,
    /// The later version to which the user will bring the answers another time.
    pub put_off: Option<Version>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// How the answers stand to the ladder as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// They were given for it, or there are none.
    Current,
    /// That they hold for it is to be written down: nothing speaks against it.
    Unnoted,
    /// They were given for another version, and the user has not said yet that they hold for this one.
    Behind {
        /// The version; `None` where it was not written down.
        from: Option<Version>,
        /// Whether the user put it off.
        is_put_off: bool,
    },
    /// They were brought to a later version than the one that is here.
    Ahead(Version),
    /// A newer version of this site wrote for which version they were given, and this one cannot read it.
    Unread,
}

/// How the answers stand to the ladder as it is.
pub fn version_state(ladder: &Ladder, assessment: &Assessment, history: &History) -> VersionState {
    let answered = history.answered.as_ref();
    let version = answered.and_then(|answered| answered.version);
    let is_blank = assessment.is_blank();
    match version {
        Some(same) if same == ladder.version => VersionState::Current,
        Some(earlier) if is_blank && earlier < ladder.version => VersionState::Unnoted,
        _ if is_blank => VersionState::Current,
        None if history.is_answered_unread => VersionState::Unread,
        Some(later) if later > ladder.version => VersionState::Ahead(later),
        None if Migration::of(ladder, assessment, answered).touches_nothing() => VersionState::Unnoted,
        from => {
            let is_put_off = answered.is_some_and(|answered| answered.put_off == Some(ladder.version));
            VersionState::Behind { from, is_put_off }
        }
    }
}

/// Writes down that the answers hold for the ladder as it is.
pub fn note(book: &mut Book, ladder: &Ladder, now: Stamp) {
    let before = book.only::<Answered>().unwrap_or_default();
    let mut known = BTreeSet::new();
    known.extend(ladder.expectations.iter().map(|expectation| expectation.id.clone()));
    let answered = Answered { version: Some(ladder.version), known, put_off: None, extra: before.extra };
    book.put_only(Some(&answered), now);
}

/// Writes down that the user will bring the answers to the ladder as it is another time.
pub fn put_off(book: &mut Book, ladder: &Ladder, now: Stamp) {
    let before = book.only::<Answered>().unwrap_or_default();
    book.put_only(Some(&Answered { put_off: Some(ladder.version), ..before }), now);
}

/// Keeps a snapshot of the answers before the first of them is brought to the ladder as it is. `None` where one holds
/// already all that may change; else those that made room for it.
pub fn secure(
    book: &mut Book,
    ladder: &Ladder,
    assessment: &Assessment,
    id: &EntryId,
    now: Stamp,
) -> Option<Vec<Snapshot>> {
    let history = History::of(book);
    let from = history.answered.as_ref().and_then(|answered| answered.version);
    let pending = Migration::of(ladder, assessment, history.answered.as_ref()).reworded;
    let is_held = |snapshot: &Snapshot| {
        let holds = |index: usize| {
            let expectation = &ladder.expectations[index];
            snapshot.said(expectation).cloned() == Said::of(&answer_to(assessment, expectation))
        };
        pending.iter().all(|reworded| holds(reworded.expectation))
    };
    let mut before = history.snapshots.iter().map(|(_, snapshot)| snapshot);
    if before.any(|snapshot| snapshot.reason == Reason::Version && snapshot.version == from && is_held(snapshot)) {
        return None;
    }
    take_unless_same(book, id, &Snapshot::of(assessment, now, Reason::Version, from), now)
}

/// Says that the answers hold for the ladder as it is, after a snapshot of what they were.
pub fn accept(
    book: &mut Book,
    ladder: &Ladder,
    assessment: &Assessment,
    id: &EntryId,
    now: Stamp,
) -> Option<Vec<Snapshot>> {
    let gone = secure(book, ladder, assessment, id, now);
    note(book, ladder, now);
    gone
}
