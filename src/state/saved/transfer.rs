//! Everything at once: saved to a file and read back from one, taken over from another path, deleted.

use std::collections::BTreeMap;

use rungs_core::assessment::{Account, Assessment, Stamp};
use rungs_core::ladder::LadderId;
use rungs_core::record::Book;
use rungs_core::route::Base;
use rungs_core::saved::{
    Backup, ReadBack, Reading, Sealed, Settings, Stored, What, read_back, read_back_book, write_backup,
};

use rungs_view::prelude::*;

use super::snapshots::Snapshots;
use super::{SaveStatus, Saved};
use crate::store::{self, Entry, Handling};

/// The assessments and books as they were before a file was read back, so that this can be undone.
#[derive(Clone, Debug, Default)]
pub struct Before {
    pub(super) assessments: BTreeMap<LadderId, Assessment>,
    pub(super) books: BTreeMap<What, Book>,
    /// The same as they were after it.
    after: (BTreeMap<LadderId, Assessment>, BTreeMap<What, Book>),
    /// The snapshots of how it was, and those that made room for them.
    pub snapshots: Snapshots,
}

/// What reading a file back would do to one assessment.
pub fn preview(here: &Assessment, file: &Assessment, way: ReadBack) -> Account {
    let after = read_back(here, file, way, Stamp::from_millis(store::now()));
    here.account_of(file, &after)
}

/// What reading a file back would do to one book.
pub fn preview_book(here: &Book, file: &Book, way: ReadBack) -> Account {
    let after = read_back_book(here, file, way, Stamp::from_millis(store::now()));
    here.account_of(file, &after)
}

impl Saved {
    /// Everything that is saved or in memory, as the text of a backup file. Remembers that it was made.
    pub fn back_up(self) -> String {
        let now = store::now();
        let text = write_backup(self.texts(now), now).unwrap_or_default();
        self.update_settings(|settings| settings.last_backup = now);
        text
    }

    /// Every value as it would be stored: memory first, and what memory cannot hold as it stands.
    fn texts(self, now: u64) -> Vec<(What, String)> {
        let ladders = self.ladders().into_iter().map(|ladder| {
            let assessment = self.signal(&ladder).get_untracked();
            (What::Assessment(ladder), sealed(&assessment, now))
        });
        let mut texts: Vec<_> = ladders.filter_map(|(what, text)| Some((what, text?))).collect();
        for what in self.known_books() {
            let text = self.book_signal(&what).with_untracked(|book| sealed(book, now));
            texts.extend(text.map(|text| (what, text)));
        }
        texts.extend(sealed(&self.settings.get_untracked(), now).map(|text| (What::Settings, text)));
        for Entry { what, handling, .. } in self.store.with_value(|store| store.entries()).unwrap_or_default() {
            let Some(text) = self.stored_text(&what) else { continue };
            if !is_readable(&what, &text) {
                // Where there was no room to move it aside, it still stands in its place.
                texts.push((What::Recovered { of: what.to_string().into(), at: now }, text));
            } else if handling != Handling::Usual {
                texts.push((aside(what, &texts, now), text));
            }
        }
        texts
    }

    /// Reads whatever is stored and was not read yet.
    pub(super) fn read_everything(self) {
        self.ladders().iter().for_each(|ladder| _ = self.signal(ladder));
        self.known_books().iter().for_each(|what| _ = self.book_signal(what));
    }

    /// The assessment of a ladder as it is now, without creating anything.
    pub fn assessment_now(self, ladder: &LadderId) -> Assessment {
        self.signal(ladder).get_untracked()
    }

    /// A book as it is now, without creating anything.
    pub fn book_now(self, what: &What) -> Book {
        self.book_signal(what).get_untracked()
    }

    /// Reads a backup back, and saves at once.
    pub fn read_back(self, backup: &Backup, way: ReadBack) -> Before {
        let mut before = self.restore(&backup.assessments, &backup.books, way);
        self.keep_snapshots(&mut before);
        let settings = Settings { declined: Default::default(), ..backup.settings.clone() };
        self.update_settings(|here| *here = std::mem::take(here).merged(settings));
        // Answers first: where there is no room for all, they matter more than what nobody can read.
        self.save_now();
        for (what, text) in &backup.recovered {
            if let Err(refusal) = self.store.with_value(|store| store.put_back(what, text)) {
                self.status.set(SaveStatus::NotSaved(refusal));
            }
        }
        self.stored_anew();
        let assessments = before.assessments.keys().map(|ladder| (ladder.clone(), self.assessment_now(ladder)));
        let books = before.books.keys().map(|what| (what.clone(), self.book_now(what)));
        before.after = (assessments.collect(), books.collect());
        before
    }

    /// Whether everything is as reading the file back left it, followed. Only then is undoing it all that undoing does.
    pub fn is_as_read_back(self, before: &Before) -> bool {
        let (assessments, books) = &before.after;
        assessments.iter().all(|(ladder, after)| self.signal(ladder).with(|now| now == after))
            && books.iter().all(|(what, after)| self.book_signal(what).with(|now| now == after))
    }

    /// Puts everything back as it was before a file was read.
    pub fn undo(self, before: &Before) {
        self.restore(&before.assessments, &before.books, ReadBack::Replace);
        self.save_now();
    }

    fn restore(
        self,
        assessments: &BTreeMap<LadderId, Assessment>,
        books: &BTreeMap<What, Book>,
        way: ReadBack,
    ) -> Before {
        let now = Stamp::from_millis(store::now());
        let mut before = Before::default();
        for (ladder, other) in assessments {
            let here = self.exchange(self.signal(ladder), |here| read_back(here, other, way, now));
            self.touch(What::Assessment(self.present_id(ladder)));
            before.assessments.insert(ladder.clone(), here);
        }
        for (what, other) in books {
            let here = self.exchange(self.book_signal(what), |here| read_back_book(here, other, way, now));
            self.touch(self.present(what));
            before.books.insert(what.clone(), here);
        }
        before
    }

    /// Puts what is made of a value in its place; the value as it was.
    fn exchange<T: Clone + Send + Sync + 'static>(self, signal: RwSignal<T>, change: impl FnOnce(&T) -> T) -> T {
        let here = signal.get_untracked();
        signal.set(change(&here));
        here
    }

    /// Merges in what was entered below another path of this origin. It stays there too.
    pub fn take_over(self, base: &Base) {
        let answers = self.store.with_value(|store| store.values_of::<Assessment>(base, |what| what.is_assessment()));
        let assessments = answers.into_iter().filter_map(|(what, value)| Some((what.ladder()?.clone(), value)));
        let books = self.store.with_value(|store| store.values_of::<Book>(base, What::is_book));
        self.restore(&assessments.collect(), &books.into_iter().collect(), ReadBack::Merge);
        self.decline(base);
        self.save_now();
    }

    /// Does not offer to take over what is below that path again.
    pub fn decline(self, base: &Base) {
        let now = store::now();
        self.update_settings(|settings| _ = settings.declined.insert(base.as_str().to_owned(), now));
    }

    /// Deletes everything: in memory, in storage, and in every other tab.
    pub fn delete_everything(self) {
        let signals = self.assessments.with_value(|known| known.values().cloned().collect::<Vec<_>>());
        let books = self.books.with_value(|known| known.values().cloned().collect::<Vec<_>>());
        let latest = signals.iter().map(|signal| signal.with_untracked(|assessment| assessment.latest().millis()));
        let entered = books.iter().map(|signal| signal.with_untracked(|book| book.latest().millis()));
        let at = latest.chain(entered).fold(store::now(), u64::max);
        self.unsaved.update_value(|unsaved| unsaved.clear());
        for signal in signals {
            signal.update(|assessment| assessment.forget_until(at));
        }
        for signal in books {
            signal.update(|book| Stored::forget_until(book, at));
        }
        self.settings.set(Settings::default());
        let done = self.store.with_value(|store| store.delete_everything(at));
        self.status.set(done.map_or_else(SaveStatus::NotSaved, |()| SaveStatus::Idle));
        self.stored_anew();
    }
}

fn sealed<T: Stored>(value: &T, now: u64) -> Option<String> {
    // When all was cleared is of use to other tabs, not in a file.
    let worth_it = !value.is_void(u64::MAX);
    worth_it.then(|| serde_json::to_string(&Sealed::new(value, now)).ok())?
}

/// Whether memory holds what a text says, or this version leaves it alone as it is.
fn is_readable(what: &What, text: &str) -> bool {
    match what {
        What::Assessment(_) => !matches!(Reading::<Assessment>::of(text), Reading::Partly(_) | Reading::Unreadable(_)),
        What::Settings => !matches!(Reading::<Settings>::of(text), Reading::Partly(_) | Reading::Unreadable(_)),
        what if what.is_book() => !matches!(Reading::<Book>::of(text), Reading::Partly(_) | Reading::Unreadable(_)),
        _ => true,
    }
}

/// The name in the file of a text that memory cannot hold: its own, unless memory holds something there.
fn aside(what: What, texts: &[(What, String)], now: u64) -> What {
    if texts.iter().any(|(taken, _)| *taken == what) {
        What::Recovered { of: what.to_string().into(), at: now }
    } else {
        what
    }
}
