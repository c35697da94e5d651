//! The account of a merge: what it would do, in numbers.

use super::answer::{Evidence, EvidenceId, Rated};
use super::entered::{self, Entered};
use super::figure::Figure;
use super::state::Assessment;
use crate::ladder::{ExpectationId, LevelId};
use crate::record::Account;

impl Assessment {
    /// What merging the other in would do.
    pub fn account(&self, incoming: &Self) -> Account {
        let mut merged = self.clone();
        merged.merge(incoming);
        self.account_of(incoming, &merged)
    }

    /// What was done to this state where `after` was made of it and the incoming one. Only what entries say
    /// counts, not when they were changed.
    pub fn account_of(&self, incoming: &Self, after: &Self) -> Account {
        let (ours, theirs, after) = (self.entries(), incoming.entries(), after.entries());
        let mut account = Account::default();
        for entry in &theirs {
            let here = find(&ours, entry);
            match find(&after, entry) {
                Some(then) if here.is_none() && then.says == entry.says => account.new += 1,
                Some(_) if here == Some(entry) => account.same += 1,
                Some(then) if then.says == entry.says => account.changed += 1,
                _ => account.older += 1,
            }
        }
        account.deleted = ours.iter().filter(|entry| find(&after, entry).is_none()).count();
        account
    }

    /// The entries that hold a value, in the order of their places.
    fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for (place, level) in [&self.present, &self.target].into_iter().enumerate() {
            let level = level.as_ref().and_then(|level| level.get());
            entries.extend(level.map(|level| Entry { place: Place::Level(place), says: Says::Level(level) }));
        }
        for (of, answer) in &self.answers {
            let rated = answer.rated();
            entries.extend(rated.map(|rated| Entry { place: Place::Answer(of, None), says: Says::Rating(rated) }));
            for (id, entry) in &answer.evidence {
                let place = Place::Answer(of, Some(id));
                entries.extend(entry.get().map(|evidence| Entry { place, says: Says::Evidence(evidence) }));
            }
        }
        for (of, answer) in &self.answers {
            let figure = answer.figure();
            entries.extend(figure.map(|figure| Entry { place: Place::Figure(of), says: Says::Figure(figure) }));
        }
        let entered = self.entered();
        entries.extend(entered.map(|(place, said)| Entry { place: Place::Entered(place), says: Says::Entered(said) }));
        entries
    }
}

/// The entry of the same place.
fn find<'a, 'b>(entries: &'b [Entry<'a>], entry: &Entry) -> Option<&'b Entry<'a>> {
    entries.binary_search_by(|other| other.place.cmp(&entry.place)).ok().map(|at| &entries[at])
}

/// An entry that holds a value.
#[derive(PartialEq, Eq)]
struct Entry<'a> {
    place: Place<'a>,
    says: Says<'a>,
}

/// Where an entry stands: one of the two levels, in an answer, where the rating comes first, or at a place of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place<'a> {
    Level(usize),
    Answer(&'a ExpectationId, Option<&'a EvidenceId>),
    Figure(&'a ExpectationId),
    Entered(&'a entered::Place),
}

/// What an entry holds.
#[derive(PartialEq, Eq)]
enum Says<'a> {
    Level(&'a LevelId),
    Rating(&'a Rated),
    Evidence(&'a Evidence),
    Figure(&'a Figure),
    Entered(&'a Entered),
}
