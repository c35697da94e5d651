//! Keeping snapshots: so many and no more, the oldest going first.

use serde_json::Value;

use super::snapshot::Snapshot;
use super::version_state::{ANSWERED, Answered};
use crate::record::{Book, EntryId, Extra, Record, Stamp};

/// What is kept of a ladder's history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The snapshots, the earliest first.
    pub snapshots: Vec<(EntryId, Snapshot)>,
    /// Those that made room for later ones.
    pub thinned: Option<Thinned>,
    /// What the answers were given for.
    pub answered: Option<Answered>,
    /// Whether that is written down and cannot be read.
    pub is_answered_unread: bool,
    /// How many snapshots cannot be read: a later version wrote them, or someone by hand. They are kept.
    pub unread: usize,
}

/// How many snapshots made room for later ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thinned {
    /// How many.
    pub count: u32,
    /// When the latest of them was taken.
    pub latest: Stamp,
    /// Fields of later versions.
    pub extra: Extra,
}

impl History {
    /// The most snapshots of a ladder that are kept. What a merge brings together may be more, until the next is taken.
    pub const MOST: usize = 24;

    /// Reads the history of a ladder.
    pub fn of(book: &Book) -> Self {
        let found = book.all::<Snapshot>();
        let mut snapshots: Vec<(EntryId, Snapshot)> = Vec::new();
        for (id, snapshot) in found.records {
            let place = snapshots.partition_point(|(_, other)| other.taken <= snapshot.taken);
            snapshots.insert(place, (id, snapshot));
        }
        Self {
            snapshots,
            thinned: book.only(),
            answered: book.only(),
            is_answered_unread: book.is_unread(ANSWERED),
            unread: found.unread,
        }
    }

    /// The snapshots that would make room if another were taken.
    pub fn making_room(&self) -> &[(EntryId, Snapshot)] {
        let spare = (self.snapshots.len() + 1).saturating_sub(Self::MOST);
        &self.snapshots[..spare]
    }

    /// The latest snapshot.
    pub fn latest(&self) -> Option<&Snapshot> {
        self.snapshots.last().map(|(_, snapshot)| snapshot)
    }
}

impl Snapshot {
    /// How many bytes it takes in storage, its name apart.
    pub fn bytes(&self) -> u64 {
        Value::Object(self.written().0).to_string().len() as u64
    }
}

/// Keeps a snapshot. The oldest make room where there would be more than [`History::MOST`]; those are returned, and
/// the user is to be told.
pub fn take(book: &mut Book, id: &EntryId, snapshot: &Snapshot, now: Stamp) -> Vec<Snapshot> {
    let history = History::of(book);
    let gone = history.making_room();
    for (id, _) in gone {
        book.put::<Snapshot>(id, None, now);
    }
    book.put(id, Some(snapshot), now);
    let gone: Vec<Snapshot> = gone.iter().map(|(_, snapshot)| snapshot.clone()).collect();
    if let Some(latest) = gone.last() {
        let before = history.thinned.unwrap_or(Thinned { count: 0, latest: latest.taken, extra: Extra::new() });
        let count = before.count.saturating_add(gone.len() as u32);
        book.put_only(Some(&Thinned { count, latest: latest.taken.max(before.latest), ..before }), now);
    }
    gone
}

/// Keeps a snapshot unless it says nothing, or nothing else than the latest one. `None` where it was not needed.
pub fn take_unless_same(book: &mut Book, id: &EntryId, snapshot: &Snapshot, now: Stamp) -> Option<Vec<Snapshot>> {
    let is_known = History::of(book).latest().is_some_and(|latest| latest.says_the_same(snapshot));
    (!snapshot.is_blank() && !is_known).then(|| take(book, id, snapshot, now))
}

/// Changes a snapshot's note or brings it back, or deletes it.
pub fn put(book: &mut Book, id: &EntryId, snapshot: Option<&Snapshot>, now: Stamp) {
    book.put(id, snapshot, now);
}
