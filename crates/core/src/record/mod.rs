//! Entries that two tabs, or a tab and a file, can change apart from each other: their moments of change, their stored
//! form, and books of them.
//!
//! An entry is a value, or the mark of its deletion, with the moment of its last change ([`Register`]). A [`Book`] holds
//! entries by name and merges them one by one; what an entry means is read by whoever knows its kind (`Record`). So
//! a version of this site keeps, and merges rightly, what only a later one understands.

mod account;
mod book;
mod fields;
mod register;
mod shift;
mod written;

use crate::ladder::{ExpectationId, IdError, check_id};

pub use account::Account;
pub(crate) use book::Record;
pub use book::{Book, OnlyEntry};
pub use fields::{Extra, FormError, LONGEST_NOTE, Problem};
pub(crate) use fields::{
    Faulty, Fields, Others, date, entries, list, note, parsed, register, short, stamp, text, truth,
};
pub use register::{Register, Stamp};
pub(crate) use register::{merge, merge_all, set, settled};
pub use shift::Shift;
pub(crate) use written::Written;

/// Names an entry among those of its kind. Made at random by the page, in the order of time; the form is that of all ids.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(Box<str>);

impl EntryId {
    /// Reads an id; a UUID in lower case is one.
    ///
    /// # Errors
    /// [`IdError`] says what is malformed.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        check_id(text).map(|()| Self(text.into()))
    }

    /// The id as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is said of an expectation is an entry under its id.
impl From<&ExpectationId> for EntryId {
    fn from(id: &ExpectationId) -> Self {
        Self(id.as_str().into())
    }
}
