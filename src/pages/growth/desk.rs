//! The worksheet as the page holds it: what is entered, the level that it is about, and today's reading of both.

use std::sync::Arc;

use rungs_core::assessment::{Extra, Opening, Reply};
use rungs_core::growth::{self, Aim, Aimed, Answer, Opportunity, Question, Target, Worksheet};
use rungs_core::ladder::{Card, Index, LevelOutline};
use rungs_core::record::{Book, Stamp};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use crate::state::{Saved, SavedBook, use_book, use_index, use_saved};
use crate::store::today;

/// The worksheet. Copy it wherever it is needed.
#[derive(Clone, Copy)]
pub struct Desk {
    book: SavedBook,
    saved: Saved,
    index: StoredValue<Arc<Index>>,
    sheet: Memo<Worksheet>,
    target: Memo<Option<Target>>,
}

impl Desk {
    /// What is entered in this browser.
    pub fn new() -> Self {
        let book = use_book(&What::Growth);
        let signal = book.signal();
        let sheet = Memo::new(move |_| signal.with(Worksheet::of));
        let target = Memo::new(move |_| sheet.with(|sheet| sheet.target.clone()));
        Self { book, saved: use_saved(), index: StoredValue::new(use_index()), sheet, target }
    }

    /// Reads what is entered, and its changes.
    pub fn with_sheet<T>(self, read: impl FnOnce(&Worksheet) -> T) -> T {
        self.sheet.with(read)
    }

    /// Changes what is entered.
    pub fn change(self, change: impl FnOnce(&mut Book, Stamp)) {
        self.book.update(change);
    }

    /// The book of the worksheet.
    pub fn book(self) -> SavedBook {
        self.book
    }

    /// All that is saved.
    pub fn saved(self) -> Saved {
        self.saved
    }

    /// Reads the index of all ladders.
    pub fn with_index<T>(self, read: impl FnOnce(&Index) -> T) -> T {
        self.index.with_value(|index| read(index))
    }

    /// The target as it is stored, and its changes.
    pub fn target(self) -> Memo<Option<Target>> {
        self.target
    }

    /// Reads what became of the target, if there is one, and its changes.
    pub fn with_aimed<T>(self, read: impl FnOnce(Option<Aimed>) -> T) -> T {
        self.with_index(|index| self.target.with(|target| read(target.as_ref().map(|target| target.find(index)))))
    }

    /// Reads the level that the sheet is about, with its ladder's card.
    pub fn with_level<T>(self, read: impl FnOnce(&Card, &LevelOutline) -> T) -> Option<T> {
        self.with_aimed(|aimed| match aimed? {
            Aimed::Level(card, level) => Some(read(card, level)),
            Aimed::LevelGone(_) | Aimed::LadderGone => None,
        })
    }

    /// What the assessment says of an opening at the level, and its changes.
    pub fn opening(self) -> Option<Opening> {
        let read = |card: &Card, level: &LevelOutline| {
            self.saved.assessment(&card.id).signal().with(|saved| saved.opening(level).cloned())
        };
        self.with_level(read).flatten()
    }

    /// What is answered to a question, and its changes.
    pub fn answer(self, question: Question) -> Option<Answer> {
        match question {
            Question::Opening => {
                let Opening { reply, date, note, extra } = self.opening()?;
                Some(Answer { reply, date, note, extra })
            }
            Question::Other(topic) => self.with_sheet(|sheet| sheet.answers.get(&topic).cloned()),
        }
    }

    /// Changes an answer; one that is not there yet is of today and says that nothing is known.
    pub fn change_answer(self, question: Question, change: &dyn Fn(&mut Answer)) {
        let blank = || Answer { reply: Reply::Unknown, date: today(), note: String::new(), extra: Extra::default() };
        let mut answer = untrack(|| self.answer(question)).unwrap_or_else(blank);
        change(&mut answer);
        match question {
            Question::Opening => self.put_opening(answer),
            Question::Other(topic) => self.change(|book, now| growth::answer(book, topic, &answer, now)),
        }
    }

    fn put_opening(self, answer: Answer) {
        let Answer { reply, date, note, extra } = answer;
        let put = |card: &Card, level: &LevelOutline| {
            let opening = Opening { reply, date, note, extra };
            self.saved.assessment(&card.id).update(|saved, now| saved.set_opening(level, Some(opening), now));
        };
        untrack(|| self.with_level(put));
    }

    /// Reads all of it as it is today, and its changes. Not where pages are printed: there is no day.
    pub fn with_whole<T>(self, read: impl FnOnce(&Worksheet, Option<Aim>, &Opportunity) -> T) -> T {
        let opening = self.opening();
        let names = self.with_level(|card, level| (level.name.clone(), card.name.clone()));
        let aim = names.as_ref().map(|(level, ladder)| Aim { level, ladder });
        self.with_sheet(|sheet| read(sheet, aim, &Opportunity::of(sheet, opening.as_ref(), today())))
    }
}
