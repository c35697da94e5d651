//! The plan for one ladder: what the user will do for which expectation, by which month, and how they will know.
//!
//! Items and the span of the plan are entries of a [`Book`](crate::record::Book). What is finished becomes evidence of
//! its expectation under the item's own id ([`evidence_id`]), so that it is there once however often it is finished.

mod changes;
mod form;
mod options;
mod reading;
mod written;

use crate::assessment::{EvidenceId, Wording};
use crate::date::{Date, Month};
use crate::ladder::{Expectation, ExpectationId};
use crate::record::{EntryId, Extra};

pub use changes::{move_to, put, set_span};
pub use form::SPAN;
pub use options::{Options, Standing, options};
pub use reading::{Plan, Subject, subject};
pub use written::{calendar, markdown};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The expectation for which it is done; none where it is for something else.
    pub about: Option<About>,
    /// What the user will do: at most [`LONGEST_NOTE`](crate::record::LONGEST_NOTE) characters, as in all texts here.
    pub action: String,
    /// By the end of which month.
    pub month: Month,
    /// How the user will know that it is done.
    pub sign: String,
    /// With whom it was agreed, and when, where it was.
    pub agreed: String,
    /// The day on which it was finished.
    pub done: Option<Date>,
    /// The lower, the earlier in its month.
    pub order: u32,
    /// Fields of later versions.
    pub extra: Extra,
}

/// The expectation for which something is done, as it was worded when it was picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its id.
    pub expectation: ExpectationId,
    /// What it said.
    pub wording: Wording,
}

impl About {
    /// An expectation as it is worded now.
    pub fn of(expectation: &Expectation) -> Self {
        Self { expectation: expectation.id.clone(), wording: Wording::of(&expectation.text) }
    }
}

impl Item {
    /// One that says nothing yet but what it is for.
    pub fn new(about: Option<About>, month: Month) -> Self {
        let texts = [String::new(), String::new(), String::new()];
        let [action, sign, agreed] = texts;
        Self { about, action, month, sign, agreed, done: None, order: u32::MAX, extra: Extra::new() }
    }

    /// Whether its month has passed and it is not finished.
    pub fn is_late(&self, today: Date) -> bool {
        self.done.is_none() && self.month < Month::of(today)
    }

    /// What it is, in one line: what will be done, or what for.
    pub fn title(&self) -> &str {
        let first = self.action.lines().map(str::trim).find(|line| !line.is_empty());
        first.or(self.about.as_ref().map(|about| about.wording.text.as_str())).unwrap_or("Not said yet")
    }
}

/// Over which months the plan goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first month.
    pub start: Month,
    /// How many months it has, at least 1 and at most [`Span::LONGEST`].
    pub months: u8,
    /// Fields of later versions.
    pub extra: Extra,
}

impl Span {
    /// How many months a plan has unless the user says otherwise.
    pub const USUAL: u8 = 6;
    /// The most months that a plan has.
    pub const LONGEST: u8 = 36;

    /// The usual number of months from this one on.
    pub fn from(start: Month) -> Self {
        Self { start, months: Self::USUAL, extra: Extra::new() }
    }

    /// Its months.
    pub fn each(&self) -> impl Iterator<Item = Month> + use<> {
        let start = self.start;
        (0..u32::from(self.months)).map(move |months| start.plus(months))
    }

    /// Its last month.
    pub fn end(&self) -> Month {
        self.start.plus(u32::from(self.months.max(1)) - 1)
    }
}

/// The id of the evidence that an item becomes when it is finished.
pub fn evidence_id(item: &EntryId) -> EvidenceId {
    EvidenceId::from(item)
}
