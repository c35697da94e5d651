//! What is entered on the worksheet, and what can be seen from it alone.

use std::collections::BTreeMap;

use super::question::Topic;
use super::target::Target;
use crate::assessment::Reply;
use crate::date::Date;
use crate::record::{Book, EntryId, Extra};

/// The most characters that a text of one line may have.
pub const LONGEST_NAME: usize = 500;

/// All that is entered on the worksheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worksheet {
    /// The path that the user wants.
    pub path: Option<Path>,
    /// The level that it is about.
    pub target: Option<Target>,
    /// The company's priorities, the first one first.
    pub priorities: Vec<(EntryId, Priority)>,
    /// The pieces of work, in the order in which they were added.
    pub work: Vec<(EntryId, Work)>,
    /// What is known of the opportunity, but for whether there is an opening.
    pub answers: BTreeMap<Topic, Answer>,
    /// How many entries cannot be read: a later version wrote them, or someone by hand. They are kept.
    pub unread: usize,
}

/// What career path the user wants, in the user's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// At most [`LONGEST_NOTE`](crate::record::LONGEST_NOTE) characters.
    pub text: String,
    /// Fields of later versions.
    pub extra: Extra,
}

/// Something that the company cares about most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Priority {
    /// In the user's words: at most [`LONGEST_NAME`] characters. Empty while it is being written anew.
    pub text: String,
    /// Orders priorities, from 0; where two have the same, their ids do.
    pub(super) place: u32,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A piece of the user's work. All its texts are the user's, of at most [`LONGEST_NAME`] characters, and may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// What it is.
    pub what: String,
    /// The metric that it drives directly.
    pub input: String,
    /// Where that metric stood.
    pub from: String,
    /// Where it is to be.
    pub to: String,
    /// By when.
    pub by: Option<Date>,
    /// The metric of the business that this should move.
    pub output: String,
    /// The priority that it serves. That may be deleted meanwhile.
    pub serves: Option<EntryId>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// The user's answer to one question of the opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Yes, no, or not known yet.
    pub reply: Reply,
    /// The day of the answer.
    pub date: Date,
    /// Who said so, and what: at most [`LONGEST_NOTE`](crate::record::LONGEST_NOTE) characters.
    pub note: String,
    /// Fields of later versions.
    pub extra: Extra,
}

/// Something that makes work measurable, and is not said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// Which metric it drives.
    Input,
    /// Where that stands.
    From,
    /// Where it is to be.
    To,
    /// Which metric of the business this should move.
    Output,
}

/// Whether the number of priorities is one that a company can truly care about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// None is named.
    None,
    /// Fewer than three.
    Few(usize),
    /// Three to five.
    Right,
    /// More than five.
    Many(usize),
}

impl Worksheet {
    /// Reads all entries.
    pub fn of(book: &Book) -> Self {
        let mut priorities = book.all::<Priority>().records;
        // Entries come by their ids, and stay so where they have one place.
        priorities.sort_by_key(|(_, priority)| priority.place);
        let work = book.all::<Work>().records;
        let answers = super::form::answers(book);
        let (path, target) = (book.only::<Path>(), book.only::<Target>());
        let only = usize::from(path.is_some()) + usize::from(target.is_some());
        let read = only + priorities.len() + work.len() + answers.len();
        Self { path, target, priorities, work, answers, unread: book.count() - read }
    }

    /// Whether nothing is entered.
    pub fn is_blank(&self) -> bool {
        self.path.is_none()
            && self.target.is_none()
            && self.priorities.is_empty()
            && self.work.is_empty()
            && self.answers.is_empty()
    }

    /// The priorities that have a text, by rank from 1.
    pub fn named(&self) -> impl Iterator<Item = (usize, &EntryId, &Priority)> {
        let named = self.priorities.iter().filter(|(_, priority)| !priority.text.trim().is_empty());
        named.enumerate().map(|(place, (id, priority))| (place + 1, id, priority))
    }

    /// The rank of a priority from 1; `None` while it has no text, for then it does not count.
    pub fn rank(&self, priority: &EntryId) -> Option<usize> {
        self.named().find(|(_, id, _)| *id == priority).map(|(rank, ..)| rank)
    }

    /// Whether there are as many priorities as a company can truly care about.
    pub fn number(&self) -> Number {
        match self.named().count() {
            0 => Number::None,
            few @ 1..=2 => Number::Few(few),
            3..=5 => Number::Right,
            many => Number::Many(many),
        }
    }

    /// The priority that a piece of work serves, with its rank from 1.
    pub fn served_by(&self, work: &Work) -> Option<(usize, &Priority)> {
        let served = work.serves.as_ref()?;
        self.named().find(|(_, id, _)| *id == served).map(|(rank, _, priority)| (rank, priority))
    }

    /// The pieces of work that say anything.
    pub fn pieces(&self) -> impl Iterator<Item = &Work> {
        self.work.iter().map(|(_, work)| work).filter(|work| !work.is_blank())
    }

    /// The work that serves a priority.
    pub fn work_for(&self, priority: &EntryId) -> impl Iterator<Item = &Work> {
        self.pieces().filter(move |work| work.serves.as_ref() == Some(priority))
    }

    /// The work that serves no priority.
    pub fn adrift(&self) -> Vec<&Work> {
        self.pieces().filter(|work| self.served_by(work).is_none()).collect()
    }

    /// The priorities that no work serves, with their ranks.
    pub fn unserved(&self) -> Vec<(usize, &Priority)> {
        let unserved = self.named().filter(|(_, id, _)| self.work_for(id).next().is_none());
        unserved.map(|(rank, _, priority)| (rank, priority)).collect()
    }
}

impl Work {
    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.what, &self.input, &self.from, &self.to, &self.output];
        self.by.is_none() && self.serves.is_none() && texts.iter().all(|text| text.trim().is_empty())
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        if self.what.trim().is_empty() { "Work without a name" } else { &self.what }
    }

    /// What is missing for it to be measurable. By when is no part of that: a metric moves on no date too.
    pub fn unsaid(&self) -> Vec<Unsaid> {
        let said = [
            (Unsaid::Input, !self.input.trim().is_empty()),
            (Unsaid::From, !self.from.trim().is_empty()),
            (Unsaid::To, !self.to.trim().is_empty()),
            (Unsaid::Output, !self.output.trim().is_empty()),
        ];
        said.into_iter().filter(|(_, is_said)| !is_said).map(|(what, _)| what).collect()
    }

    /// Its day, where that has passed.
    pub fn passed(&self, today: Date) -> Option<Date> {
        self.by.filter(|by| *by < today)
    }
}
