//! Whether what was entered is stored, and what is stored in outline.

use std::fmt;

use rungs_core::assessment::Stamp;
use rungs_core::saved::What;

use super::Saved;
use crate::store::{self, Elsewhere, Entry, Handling, Refusal, Store};

/// Whether what was changed is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing was changed yet.
    Idle,
    /// It will be stored in a moment.
    Saving,
    /// Everything is stored.
    Saved,
    /// Something is in memory only.
    NotSaved(Refusal),
}

impl SaveStatus {
    /// Why something is in memory only.
    pub fn refusal(self) -> Option<Refusal> {
        match self {
            Self::NotSaved(refusal) => Some(refusal),
            _ => None,
        }
    }
}

impl fmt::Display for SaveStatus {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Idle => Ok(()),
            Self::Saving => f.write_str("Saving…"),
            Self::Saved => f.write_str("Saved"),
            Self::NotSaved(refusal) => write!(f, "Not saved: {refusal}"),
        }
    }
}

/// What is stored, in outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The values of this site.
    pub entries: Vec<Entry>,
    /// Data of this app below other paths.
    pub elsewhere: Vec<Elsewhere>,
}

impl Overview {
    /// Values that a newer version of the site wrote.
    pub fn newer(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.handling == Handling::Newer)
    }

    /// Values that were moved aside after that moment (milliseconds since 1970), as they could not be read.
    pub fn recovered_after(&self, moment: u64) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| matches!(&entry.what, What::Recovered { at, .. } if *at > moment))
    }
}

impl Saved {
    /// What is stored, in outline. Runs again whenever that may have changed.
    pub fn overview(self) -> Overview {
        self.revision.track();
        self.store
            .with_value(|store| Overview { entries: store.entries().unwrap_or_default(), elsewhere: store.elsewhere() })
    }

    /// How many entries were changed since the last backup and since the reminder was put aside.
    pub fn changes_since_reminder(self) -> usize {
        self.changes_since(self.settings.with(|settings| settings.reminded_until()))
    }

    /// How many entries were changed since the last backup, those included with which this visit had nothing to do.
    pub fn changes_since_backup(self) -> usize {
        self.read_everything();
        self.changes_since(self.settings.with(|settings| settings.last_backup))
    }

    /// Counts in the assessments and books that are in memory: those that this visit had to do with.
    fn changes_since(self, moment: u64) -> usize {
        self.revision.track();
        let since = Stamp::from_millis(moment);
        let answers: usize = self.assessments.with_value(|known| {
            known.values().map(|signal| signal.with_untracked(|assessment| assessment.changes_since(since))).sum()
        });
        let entries: usize = self.books.with_value(|known| {
            known.values().map(|signal| signal.with_untracked(|book| book.changes_since(since))).sum()
        });
        answers + entries
    }

    /// The text stored under a name, as it is.
    pub fn stored_text(self, what: &What) -> Option<String> {
        self.store.with_value(|store| store.text(what)).ok().flatten()
    }

    /// Deletes one stored value that nothing else needs: one that was moved aside.
    pub fn delete_stored(self, what: &What) {
        if let Err(refusal) = self.store.with_value(|store| store.delete(what)) {
            self.status.set(SaveStatus::NotSaved(refusal));
        }
        self.stored_anew();
    }

    /// Puts the reminder to save a backup aside until there are as many changes again.
    pub fn put_reminder_aside(self) {
        let now = store::now();
        self.update_settings(|settings| settings.reminder_put_aside = now);
    }

    /// Says that what is stored may have changed.
    pub(super) fn stored_anew(self) {
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
    }

    /// Whether the browser gives this site any storage.
    pub(super) fn probe(self) {
        if let Err(refusal) = self.store.with_value(Store::entries) {
            self.status.set(SaveStatus::NotSaved(refusal));
        }
    }
}
