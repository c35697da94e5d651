//! What is kept about one colleague: the check-in that was opened, one's own ratings, notes, and what was agreed.
//!
//! ```json
//! { "check-in": { … },
//!   "rating:unaided-90": { "rating": "sometimes", "wording": "…", "statement": "…", "changed": 1763800000001 },
//!   "note:unaided-90": { "text": "…", "changed": 1763800000002 },
//!   "side-by-side": { "day": "2026-11-30", "changed": 1763800000003 },
//!   "action:0190…": { … } }
//! ```
//!
//! The ratings of the check-in are in here from the beginning. Who shows them before [`Talk::is_revealed`] breaks the
//! promise of this module.

use std::collections::BTreeMap;

use super::action::{Action, Agreed};
use super::content::{CheckIn, title};
use super::form::name;
use super::remark::Noticed;
use super::row::{Row, Today};
use crate::assessment::{Rated, Rating, Wording};
use crate::date::Date;
use crate::record::{Book, EntryId, Extra, Fields, FormError, OnlyEntry, Record, Stamp, Written, date, note, parsed};

/// What is said here about the check-in of one colleague.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// When both sets of ratings were laid side by side; `None` also where that cannot be read.
    pub side_by_side: Option<Date>,
    /// What was agreed, in the order in which it was entered.
    pub actions: Vec<(EntryId, Action)>,
    /// How many entries a newer version wrote that this one cannot read.
    pub unread: usize,
    is_revealed: bool,
    ratings: BTreeMap<EntryId, Rated>,
    notes: BTreeMap<EntryId, String>,
}

impl Talk {
    /// What a book says.
    pub fn of(book: &Book) -> Self {
        let (ratings, notes, actions) = (book.all::<Rated>(), book.all::<Note>(), book.all::<Action>());
        let only = [OnlyEntry::of::<Kept>(), OnlyEntry::of::<SideBySideOn>()];
        let only = only.into_iter().filter(|only| book.is_unread(*only)).count();
        let mut talk = Self {
            side_by_side: book.only::<SideBySideOn>().map(|laid| laid.day),
            actions: actions.records,
            is_revealed: book.has_only::<SideBySideOn>(),
            unread: ratings.unread + notes.unread + actions.unread + only,
            ..Self::default()
        };
        talk.ratings.extend(ratings.records);
        talk.notes.extend(notes.records.into_iter().map(|(id, note)| (id, note.text)));
        talk
    }

    /// Whether both sets of ratings stand side by side. Until then the colleague's may not be shown.
    pub fn is_revealed(&self) -> bool {
        self.is_revealed
    }

    /// One's own rating.
    pub fn rated(&self, row: &Row) -> Option<&Rated> {
        row.ids().find_map(|id| self.ratings.get(&EntryId::from(id)))
    }

    /// How many of these rows one rated oneself. Ratings of what is no longer among them do not count.
    pub fn count(&self, rows: &[Row]) -> usize {
        rows.iter().filter(|row| self.rated(row).is_some()).count()
    }

    /// What became of the statement of a row, as far as it may be shown: what is worded otherwise in the file was rated,
    /// and that is told only once both sets stand side by side.
    pub fn today(&self, row: &Row) -> Today {
        match row.today() {
            Today::Reworded if !self.is_revealed() => Today::Same,
            today => today,
        }
    }

    /// What was noted.
    pub fn note(&self, row: &Row) -> Option<&str> {
        row.ids().find_map(|id| self.notes.get(&EntryId::from(id))).map(String::as_str)
    }

    /// The actions for an expectation.
    pub fn actions_for(&self, row: &Row) -> impl Iterator<Item = &(EntryId, Action)> {
        let ids: Vec<_> = row.ids().collect();
        self.actions
            .iter()
            .filter(move |(_, action)| action.about.as_ref().is_some_and(|about| ids.contains(&&about.expectation)))
    }

    /// What goes back to the colleague: the actions that say something, and nothing else.
    pub fn agreed(&self, check_in: &CheckIn, day: Date) -> Agreed {
        let mut actions = self.actions.clone();
        actions.retain(|(_, action)| !action.is_blank());
        Agreed { check_in: check_in.id.clone(), day, ladder: check_in.ladder.clone(), actions }
    }
}

/// The check-in of a book; `None` where it holds none that can be read.
pub fn kept(book: &Book) -> Option<CheckIn> {
    book.only::<Kept>().map(|kept| kept.0)
}

/// Keeps a check-in that was opened. One that cannot be read is kept instead, until the user deletes it.
pub fn keep(book: &mut Book, check_in: CheckIn, now: Stamp) {
    book.put_only(Some(&Kept(check_in)), now);
}

/// Deletes all that is kept about a colleague. What stays is that something was deleted, and when, for
/// [`Book::DELETIONS_KEPT`]: so neither another tab nor an older backup brings it back.
pub fn delete(book: &mut Book, now: Stamp) {
    book.clear_for_good::<Kept>(now);
}

/// The name by which My data lists a book of this kind, found without reading the rest of it.
pub fn title_of(book: &Book) -> Option<String> {
    book.only::<Title>().map(|title| title.0)
}

/// Rates an expectation, or takes the rating back. Once both sets stand side by side, ratings stay as they are.
pub fn rate(book: &mut Book, row: &Row, rating: Option<Rating>, now: Stamp) {
    if book.has_only::<SideBySideOn>() {
        return;
    }
    let rated = rating.map(|rating| Rated { rating, wording: Wording::of(row.text()), extra: Extra::new() });
    put(book, row, rated.as_ref(), now);
}

/// Notes something about an expectation; nothing is noted with an empty text.
pub fn set_note(book: &mut Book, row: &Row, text: &str, now: Stamp) {
    let note = Note { text: text.to_owned(), extra: Extra::new() };
    put(book, row, Some(&note).filter(|note| !note.text.is_empty()), now);
}

/// Puts an action, another in its place, or deletes it.
pub fn put_action(book: &mut Book, id: &EntryId, action: Option<&Action>, now: Stamp) {
    book.put(id, action, now);
}

/// Lays both sets of ratings side by side, on that day; the first time holds.
pub fn lay_side_by_side(book: &mut Book, day: Date, now: Stamp) {
    if !book.has_only::<SideBySideOn>() {
        book.put_only(Some(&SideBySideOn { day, extra: Extra::new() }), now);
    }
}

/// Puts what is said of a row under its present id, and nothing under its others.
fn put<R: Record>(book: &mut Book, row: &Row, record: Option<&R>, now: Stamp) {
    for id in row.ids().filter(|id| *id != row.id()) {
        book.put::<R>(&EntryId::from(id), None, now);
    }
    book.put(&EntryId::from(row.id()), record, now);
}

/// The check-in as it is kept.
struct Kept(CheckIn);

impl Record for Kept {
    const KIND: &'static str = "check-in";

    /// What of it cannot be read was told when the file was opened.
    fn read(fields: Fields) -> Result<Self, FormError> {
        CheckIn::read(fields, &mut Noticed::default()).map(Self)
    }

    fn written(&self) -> Written {
        self.0.written()
    }
}

/// Of a check-in just its name; only read.
struct Title(String);

impl Record for Title {
    const KIND: &'static str = Kept::KIND;

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        let who = fields.optional("who", name)?.unwrap_or_default();
        fields.required("day", date).map(|day| Self(title(&who, day)))
    }

    fn written(&self) -> Written {
        Written::default()
    }
}

impl Record for Rated {
    const KIND: &'static str = "rating";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        let rating = fields.required("rating", parsed("a rating", Rating::parse))?;
        Ok(Self { rating, wording: fields.wording()?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::of_text("rating", self.rating.as_str()).and_wording(&self.wording).and_extra(&self.extra)
    }
}

/// A note about one expectation.
struct Note {
    text: String,
    extra: Extra,
}

impl Record for Note {
    const KIND: &'static str = "note";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self { text: fields.required("text", note)?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::of_text("text", &self.text).and_extra(&self.extra)
    }
}

/// The day on which both sets of ratings were laid side by side.
struct SideBySideOn {
    day: Date,
    extra: Extra,
}

impl Record for SideBySideOn {
    const KIND: &'static str = "side-by-side";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self { day: fields.required("day", date)?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::of_text("day", &self.day.to_string()).and_extra(&self.extra)
    }
}
