//! Snapshots of the answers as they were before a backup took their place.

use rungs_core::assessment::{Assessment, Stamp};
use rungs_core::history::{History, Reason, Snapshot, take_unless_same};
use rungs_core::ladder::LadderId;
use rungs_core::record::EntryId;
use rungs_core::saved::What;

use super::Saved;
use super::transfer::Before;
use crate::store;

/// How many snapshots were taken, and those that made room for them.
#[derive(Clone, Debug, Default)]
pub struct Snapshots {
    /// How many ladders have a new snapshot.
    pub taken: usize,
    /// The older snapshots that went.
    pub gone: Vec<Snapshot>,
}

impl Saved {
    /// Keeps a snapshot of each ladder's answers as they were, where reading a backup back has changed them. Undoing
    /// that undoes this.
    pub(super) fn keep_snapshots(self, before: &mut Before) {
        let now = Stamp::from_millis(store::now());
        for (ladder, answers) in before.assessments.clone() {
            let then = Snapshot::of(&answers, now, Reason::Backup, None);
            let is_same = then.says_the_same(&Snapshot::of(&self.assessment_now(&ladder), now, Reason::Backup, None));
            if !is_same {
                self.keep_snapshot(before, &ladder, &answers, now);
            }
        }
    }

    fn keep_snapshot(self, before: &mut Before, ladder: &LadderId, answers: &Assessment, now: Stamp) {
        let Ok(id) = EntryId::parse(&store::random_id()) else { return };
        let what = self.present(&What::History(ladder.clone()));
        let book = before.books.entry(what.clone()).or_insert_with(|| self.book_now(&what));
        let version = History::of(book).answered.and_then(|answered| answered.version);
        let snapshot = Snapshot::of(answers, now, Reason::Backup, version);
        let take = |book: &mut _| take_unless_same(book, &id, &snapshot, now);
        if let Some(gone) = self.book_signal(&what).try_update(take).flatten() {
            before.snapshots.taken += 1;
            before.snapshots.gone.extend(gone);
            self.touch(what);
        }
    }
}
