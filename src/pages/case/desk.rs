//! What the parts of the page share: the ladder, the answers, the folder, and the document that is made of them.

use std::sync::Arc;

use rungs_core::assessment::{Assessment, Stamp, choice};
use rungs_core::case::document::{Document, Papers, document, is_about};
use rungs_core::case::folder::{Folder, Piece};
use rungs_core::growth::Worksheet;
use rungs_core::journal::Journal;
use rungs_core::ladder::{Competency, Expectation, Ladder, Level};
use rungs_core::record::{Book, EntryId};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use crate::state::{SavedAssessment, SavedBook, use_assessment, use_book, use_index};
use crate::store::today;

/// What the parts of the page share. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct CaseDesk {
    ladder: StoredValue<Arc<Ladder>>,
    saved: SavedAssessment,
    book: SavedBook,
    folder: Memo<Folder>,
    worksheet: Memo<Worksheet>,
    journal: Memo<Journal>,
    document: Memo<Option<Document>>,
}

impl CaseDesk {
    /// The desk for one ladder, with what is saved about it.
    pub fn new(ladder: Arc<Ladder>) -> Self {
        let saved = use_assessment(&ladder.id);
        let book = use_book(&What::Case(ladder.id.clone()));
        let [growth, journal] = [What::Growth, What::Journal].map(|what| use_book(&what).signal());
        let ladder = StoredValue::new(ladder);
        let folder = Memo::new(move |_| book.signal().with(Folder::of));
        let worksheet = Memo::new(move |_| growth.with(Worksheet::of));
        let journal = Memo::new(move |_| journal.with(Journal::of).settle_ids(&use_index()));
        let document = Memo::new(move |_| {
            let make = |ladder: &Ladder, assessment: &Assessment| {
                let target = choice(ladder, assessment.target()).level()?;
                folder.with(|folder| {
                    worksheet.with(|worksheet| {
                        journal.with(|journal| {
                            let today = today();
                            Some(document(Papers { ladder, target, assessment, folder, worksheet, journal, today }))
                        })
                    })
                })
            };
            ladder.with_value(|ladder| saved.signal().with(|saved| make(ladder, saved)))
        });
        Self { ladder, saved, book, folder, worksheet, journal, document }
    }

    /// Reads the ladder.
    pub fn with_ladder<T>(self, read: impl FnOnce(&Ladder) -> T) -> T {
        self.ladder.with_value(|ladder| read(ladder))
    }

    /// Reads what is saved, and follows its changes.
    pub fn with_saved<T>(self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.saved.signal().with(read)
    }

    /// Reads the target, if there is one, and follows its changes.
    pub fn with_target<T>(self, read: impl FnOnce(&Level) -> T) -> Option<T> {
        self.with_ladder(|ladder| self.with_saved(|saved| choice(ladder, saved.target()).level().map(read)))
    }

    /// What the target expects and can be rated, by indices into the ladder's competencies and expectations.
    pub fn expected(self) -> Memo<Vec<(usize, Vec<usize>)>> {
        Memo::new(move |_| {
            let held = self.with_target(|target| target.holds.iter().map(|held| held.expectation as usize).collect());
            let held: Vec<usize> = held.unwrap_or_default();
            self.with_ladder(|ladder| {
                let of = |(place, competency): (usize, &Competency)| {
                    let is_its = |at: &usize| {
                        let expectation = &ladder.expectations[*at];
                        expectation.assessed && expectation.competency == competency.id
                    };
                    let here: Vec<usize> = held.iter().copied().filter(is_its).collect();
                    (!here.is_empty()).then_some((place, here))
                };
                ladder.competencies.iter().enumerate().filter_map(of).collect()
            })
        })
    }

    /// Reads an expectation by its index.
    pub fn with_expectation<T>(self, index: usize, read: impl FnOnce(&Expectation) -> T) -> T {
        self.with_ladder(|ladder| read(&ladder.expectations[index]))
    }

    /// What is in the folder.
    pub fn folder(self) -> Memo<Folder> {
        self.folder
    }

    /// The book of the folder.
    pub fn book(self) -> SavedBook {
        self.book
    }

    /// Changes what is in the folder.
    pub fn change(self, change: impl FnOnce(&mut Book, Stamp)) {
        let mut change = Some(change);
        self.change_by(&mut |book, now| {
            if let Some(change) = change.take() {
                change(book, now);
            }
        });
    }

    /// The same for whatever changes it, so that saving is compiled once.
    fn change_by(self, change: &mut dyn FnMut(&mut Book, Stamp)) {
        self.book.update(change);
    }

    /// A piece of the portfolio, and its changes.
    pub fn piece(self, id: &EntryId) -> Option<Piece> {
        self.folder.with(|folder| folder.pieces.iter().find(|(other, _)| other == id).map(|(_, piece)| piece.clone()))
    }

    /// How many wins of the journal belong to a piece.
    pub fn wins_of(self, id: &EntryId) -> usize {
        self.journal.with(|journal| self.with_ladder(|ladder| journal.wins_of(&ladder.id, id).count()))
    }

    /// Whether the growth worksheet is about another level than the target.
    pub fn has_other_growth(self) -> bool {
        let is_other = |target: &Level| {
            self.with_ladder(|ladder| {
                self.worksheet.with(|sheet| !sheet.is_blank() && !is_about(sheet, ladder, target))
            })
        };
        self.with_target(is_other).unwrap_or_default()
    }

    /// The document; `None` until there is a target.
    pub fn document(self) -> Memo<Option<Document>> {
        self.document
    }
}

/// The desk of the page.
pub fn use_case() -> CaseDesk {
    expect_context()
}
