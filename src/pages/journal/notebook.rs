//! What the parts of the journal share: the wins, what they show, and which one is open.

use std::sync::Arc;

use rungs_core::assessment::{Evidence, EvidenceId, Wording};
use rungs_core::case::folder::Folder;
use rungs_core::date::Month;
use rungs_core::journal::{Journal, Showing, Win, put, shown};
use rungs_core::ladder::LadderId;
use rungs_core::record::EntryId;
use rungs_core::saved::What;
use rungs_view::prelude::*;

use crate::components::bin::Bin;
use crate::components::evidence::{Drawer, text_field};
use crate::components::focus::focus_when_drawn;
use crate::state::{Saved, SavedBook, use_book, use_index, use_saved};

/// What is open of a win that is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// Its fields.
    Fields(EntryId),
    /// The choice of what it shows.
    Choice(EntryId),
}

impl Open {
    fn id(&self) -> &EntryId {
        match self {
            Self::Fields(id) | Self::Choice(id) => id,
        }
    }
}

/// A win in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The win.
    pub id: EntryId,
    /// Its month, if it is the first of it.
    pub begins: Option<Month>,
}

/// What wins show, by ladder.
pub type Shows = Vec<(LadderId, Vec<Showing>)>;

/// What the parts of the journal share. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Notebook {
    saved: Saved,
    book: SavedBook,
    journal: Memo<Arc<Journal>>,
    shows: Memo<Arc<Shows>>,
    /// The win that is being noted; it is not listed yet.
    jotted: RwSignal<Option<EntryId>>,
    open: RwSignal<Option<Open>>,
    bin: Bin,
    /// A win whose fields are open and were emptied, as it was before.
    emptied: StoredValue<Option<(EntryId, Win)>>,
}

impl Notebook {
    /// The journal with what its wins show.
    pub fn new() -> Self {
        let (saved, book) = (use_saved(), use_book(&What::Journal));
        let journal = Memo::new(move |_| Arc::new(book.signal().with(Journal::of).settle_ids(&use_index())));
        let begun = Memo::new(move |_| saved.begun());
        let shows = Memo::new(move |_| {
            let of = |ladder: LadderId| {
                let found = journal.with(|journal| saved.with_assessment(&ladder, |answers| shown(journal, answers)));
                (ladder, found)
            };
            let mut shows = Shows::new();
            shows.extend(begun.get().into_iter().map(of).filter(|(_, found)| !found.is_empty()));
            Arc::new(shows)
        });
        let (jotted, open, bin) = (RwSignal::new(None), RwSignal::new(None), Bin::new("journal", "wins"));
        Self { saved, book, journal, shows, jotted, open, bin, emptied: StoredValue::new(None) }
    }

    /// What is saved.
    pub fn saved(self) -> Saved {
        self.saved
    }

    /// Reads the journal, and follows its changes.
    pub fn with_journal<T>(self, read: impl FnOnce(&Journal) -> T) -> T {
        self.journal.with(|journal| read(journal))
    }

    /// A win, and its changes.
    pub fn win(self, id: &EntryId) -> Option<Win> {
        self.with_journal(|journal| journal.win(id).cloned())
    }

    /// What a win shows, with the ladder.
    pub fn shows(self, id: &EntryId) -> Vec<(LadderId, Showing)> {
        self.shows.with(|shows| {
            let mut found = Vec::new();
            for (ladder, all) in shows.iter() {
                found.extend(all.iter().filter(|shown| shown.win == *id).map(|shown| (ladder.clone(), shown.clone())));
            }
            found
        })
    }

    fn is_loose(self, id: &EntryId, win: &Win) -> bool {
        self.shows(id).is_empty() && self.pieces(win).is_empty()
    }

    /// The pieces of portfolios to which a win belongs and that are still there: the ladder and the title.
    pub fn pieces(self, win: &Win) -> Vec<(LadderId, String)> {
        let mut found = Vec::new();
        for of in &win.pieces {
            let portfolio = self.portfolio(&of.ladder);
            let piece = portfolio.into_iter().find(|(id, _)| *id == of.piece);
            found.extend(piece.map(|(_, title)| (of.ladder.clone(), title)));
        }
        found
    }

    /// The pieces of the portfolio of a ladder, by their titles.
    pub fn portfolio(self, ladder: &LadderId) -> Vec<(EntryId, String)> {
        let folder = self.saved.with_book(&What::Case(ladder.clone()), Folder::of);
        let title = |title: String| if title.trim().is_empty() { "A piece without a title".to_owned() } else { title };
        folder.pieces.into_iter().map(|(id, piece)| (id, title(piece.title))).collect()
    }

    /// How many wins there are, and how many of them are not attached to anything.
    pub fn counts(self) -> Memo<(usize, usize)> {
        Memo::new(move |_| {
            self.with_journal(|journal| {
                let loose = journal.wins.iter().filter(|(id, win)| self.is_loose(id, win)).count();
                (journal.wins.len(), loose)
            })
        })
    }

    /// What is listed. While one is open, the order stays and nothing goes: no row moves under the cursor.
    pub fn listed(self, only_loose: ReadSignal<bool>) -> Memo<Vec<Listed>> {
        Memo::new(move |before: Option<&Vec<Listed>>| {
            let open = self.open.with(|open| open.as_ref().map(|open| open.id().clone()));
            let jotted = self.jotted.get();
            self.with_journal(|journal| {
                let is_shown = |(id, win): &&(EntryId, Win)| {
                    jotted.as_ref() != Some(id)
                        && (!only_loose.get() || open.as_ref() == Some(id) || self.is_loose(id, win))
                };
                let found: Vec<&(EntryId, Win)> = journal.wins.iter().filter(is_shown).collect();
                match (&open, before) {
                    (Some(_), Some(before)) => held(before, &found),
                    _ => in_months(&found),
                }
            })
        })
    }

    /// Puts a win, and makes what it became say the same.
    fn put(self, id: &EntryId, win: &Win) {
        let emptied = self.emptied.get_value().filter(|(of, _)| of == id).map(|(_, win)| win);
        let before = emptied.or_else(|| untrack(|| self.win(id)));
        self.emptied.set_value(None);
        self.saved.put_win(id, before.as_ref(), win);
    }

    /// Empties a win whose fields are open. It stays, with what it became, until they are closed: whoever empties a
    /// field may be about to write it anew.
    fn empty(self, id: &EntryId, win: Win) {
        let blank = Win { text: String::new(), link: None, ..win.clone() };
        if !win.is_blank() {
            self.emptied.set_value(Some((id.clone(), win)));
        }
        self.book.update(|book, now| put(book, id, Some(&blank), now));
    }

    /// Deletes the win whose fields were emptied and closed.
    fn drop_emptied(self) {
        if let Some((id, win)) = self.emptied.get_value() {
            self.emptied.set_value(None);
            self.delete(id, win);
        }
    }

    /// Changes a win.
    pub fn change(self, id: &EntryId, change: impl FnOnce(&mut Win)) {
        if let Some(mut win) = untrack(|| self.win(id)) {
            change(&mut win);
            self.put(id, &win);
        }
    }

    /// Which win is open, and how.
    pub fn is_open(self, open: Open) -> Memo<bool> {
        Memo::new(move |_| self.open.with(|now| now.as_ref() == Some(&open)))
    }

    /// Opens a win, or closes whatever is open.
    pub fn open(self, open: Option<Open>) {
        self.bin.empty();
        self.drop_emptied();
        self.open.set(open);
    }

    /// Says which win is being noted.
    pub fn jot(self, id: Option<EntryId>) {
        self.jotted.set(id);
    }

    /// Takes the focus to the fields of the win that is being noted.
    pub fn focus_jot(self) {
        if let Some(id) = self.jotted.get_untracked() {
            focus_when_drawn(text_field(&EvidenceId::from(&id)));
        }
    }

    /// Deletes a win.
    pub fn remove(self, id: &EntryId) {
        let Some(win) = untrack(|| self.win(id)) else { return };
        self.delete(id.clone(), win);
    }

    fn delete(self, id: EntryId, win: Win) {
        self.book.update(|book, now| put(book, &id, None, now));
        let said = match self.evidence_left(&id) {
            0 => "Deleted from the journal.".to_owned(),
            1 => "Deleted from the journal. As evidence it stays where it was attached.".to_owned(),
            several => format!("Deleted from the journal. As evidence it stays in {several} places."),
        };
        self.bin.put(said, move || {
            self.book.update(|book, now| put(book, &id, Some(&win), now));
            focus_when_drawn(edit_button(&id));
        });
    }

    /// What was deleted since something was opened.
    pub fn bin(self) -> Bin {
        self.bin
    }

    /// In how many places a deleted win still is evidence.
    fn evidence_left(self, id: &EntryId) -> usize {
        let count = |ladder: LadderId| {
            self.saved.with_assessment(&ladder, |answers| {
                answers.all_evidence().filter(|(_, other, _)| other.as_str() == id.as_str()).count()
            })
        };
        untrack(|| self.saved.begun().into_iter().map(count).sum())
    }
}

/// The id of the button that opens the fields of a win.
pub fn edit_button(id: &EntryId) -> String {
    format!("edit-{}", id.as_str())
}

/// The id of the button that opens the choice of what a win shows.
pub fn attach_button(id: &EntryId) -> String {
    format!("attach-{}", id.as_str())
}

fn in_months(found: &[&(EntryId, Win)]) -> Vec<Listed> {
    let mut last = None;
    let mut listed = Vec::new();
    for (id, win) in found {
        let month = Some(Month::of(win.date));
        listed.push(Listed { id: id.clone(), begins: month.filter(|_| month != last) });
        last = month;
    }
    listed
}

/// The list as it was, without what is gone, and with what is new at its head.
fn held(before: &[Listed], found: &[&(EntryId, Win)]) -> Vec<Listed> {
    let mut listed = Vec::new();
    for (id, _) in found {
        if !before.iter().any(|row| row.id == *id) {
            listed.push(Listed { id: id.clone(), begins: None });
        }
    }
    listed.extend(before.iter().filter(|row| found.iter().any(|(id, _)| *id == row.id)).cloned());
    listed
}

/// A win as the editor of a piece of evidence knows it.
impl Drawer for Notebook {
    fn piece(&self, id: &EvidenceId) -> Option<Evidence> {
        let win = self.win(&EntryId::parse(id.as_str()).ok()?)?;
        Some(win.evidence(self.wording()))
    }

    fn set(&self, id: &EvidenceId, piece: Option<Evidence>) {
        let Ok(id) = EntryId::parse(id.as_str()) else { return };
        let known = untrack(|| self.win(&id));
        match (piece, known) {
            (Some(Evidence { date, text, link, .. }), known) => {
                self.put(&id, &Win { date, text, link, ..known.unwrap_or_else(|| Win::new(date)) });
            }
            (None, Some(known)) if self.jotted.get_untracked().as_ref() != Some(&id) => self.empty(&id, known),
            (None, _) => self.book.update(|book, now| put(book, &id, None, now)),
        }
    }

    fn wording(&self) -> Wording {
        Wording::of("")
    }
}
