//! A book: entries by name, each with its moment of change, whatever they mean.
//!
//! ```json
//! { "cleared": 1763800000000,
//!   "win:018f…": { "date": "2026-11-22", "text": "…", "changed": 1763800000001 },
//!   "win:0190…": { "deleted": true, "changed": 1763800000002 } }
//! ```
//!
//! The first part of a name is the kind of the entry. A book merges, clears and counts its entries without reading
//! them, so it is one type, compiled once, for the growth worksheet, plans, the journal and all else that is kept beside
//! assessments.

mod form;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::fields::{Fields, FormError};
use super::register::{Register, Stamp, merge_all, set, settled};
use super::written::Written;
use super::{Account, EntryId};

/// Entries by name. Invariant: no entry is older than, or as old as, the moment at which everything was cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    cleared: Stamp,
    /// Their values as JSON objects, without the moment of change.
    entries: BTreeMap<Box<str>, Register<String>>,
}

/// A kind of value that stands in a book.
pub(crate) trait Record: Sized {
    /// The first part of the names of such entries.
    const KIND: &'static str;

    /// Reads the stored form; what is left of the fields is of a later version and should be kept as
    /// [`Extra`](super::Extra).
    fn read(fields: Fields) -> Result<Self, FormError>;

    /// The stored form.
    fn written(&self) -> Written;
}

/// The only entry of some kind. There is one place for it, so that what this version cannot read there stands in the
/// way of what the user enters: a page asks with [`Book::is_unread`], and says so.
#[derive(Clone, Copy)]
pub struct OnlyEntry {
    name: &'static str,
    is_readable: fn(&str) -> bool,
}

impl OnlyEntry {
    pub(crate) const fn of<R: Record>() -> Self {
        Self { name: R::KIND, is_readable: |text| read::<R>(text).is_some() }
    }
}

/// The entries of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found<R> {
    /// Those that can be read, by their ids, which are given in the order of time.
    pub records: Vec<(EntryId, R)>,
    /// How many cannot be read: a later version wrote them, or someone by hand. They stay as they are.
    pub unread: usize,
}

impl Book {
    /// How long the mark of a deletion is kept, in milliseconds: 400 days, so that a backup of a year ago brings
    /// nothing back that was deleted since.
    pub const DELETIONS_KEPT: u64 = 400 * 24 * 60 * 60 * 1000;

    /// The entries of a kind.
    pub(crate) fn all<R: Record>(&self) -> Found<R> {
        let mut found = Found { records: Vec::new(), unread: 0 };
        for (name, entry) in &self.entries {
            let Some(id) = name.strip_prefix(R::KIND).and_then(|rest| rest.strip_prefix(':')) else { continue };
            let Some(text) = entry.get() else { continue };
            match (EntryId::parse(id), read(text)) {
                (Ok(id), Some(record)) => found.records.push((id, record)),
                _ => found.unread += 1,
            }
        }
        found
    }

    /// The entry of a kind and an id, if it is there and can be read.
    pub(crate) fn one<R: Record>(&self, id: &EntryId) -> Option<R> {
        self.named(&name_of::<R>(id))
    }

    /// The only entry of its kind, whose name is that of the kind, if it is there and can be read.
    pub(crate) fn only<R: Record>(&self) -> Option<R> {
        self.named(R::KIND)
    }

    fn named<R: Record>(&self, name: &str) -> Option<R> {
        read(self.value(name)?)
    }

    /// Puts an entry of a kind and an id, or deletes it.
    pub(crate) fn put<R: Record>(&mut self, id: &EntryId, record: Option<&R>, now: Stamp) {
        self.set(name_of::<R>(id), record.map(Record::written), now);
    }

    /// Puts the only entry of its kind, or deletes it. One that cannot be read stays as it is, until the user
    /// [gives it up](Self::give_up).
    pub(crate) fn put_only<R: Record>(&mut self, record: Option<&R>, now: Stamp) {
        if !self.is_unread(OnlyEntry::of::<R>()) {
            self.set(R::KIND.to_owned(), record.map(Record::written), now);
        }
    }

    /// Whether the only entry of its kind is there, whether or not it can be read.
    pub(crate) fn has_only<R: Record>(&self) -> bool {
        self.value(R::KIND).is_some()
    }

    /// Whether the only entry of its kind is there and cannot be read.
    pub fn is_unread(&self, entry: OnlyEntry) -> bool {
        self.value(entry.name).is_some_and(|text| !(entry.is_readable)(text))
    }

    /// Deletes the only entry of its kind where it cannot be read, as the user says.
    pub fn give_up(&mut self, entry: OnlyEntry, now: Stamp) {
        if self.is_unread(entry) {
            self.set(entry.name.to_owned(), None, now);
        }
    }

    fn value(&self, name: &str) -> Option<&String> {
        self.entries.get(name)?.get()
    }

    fn set(&mut self, name: String, value: Option<Written>, now: Stamp) {
        let now = now.after(self.cleared);
        let mut slot = self.entries.remove(name.as_str());
        set(&mut slot, value.map(|value| Value::Object(value.0).to_string()), now);
        self.entries.extend(slot.map(|entry| (name.into_boxed_str(), entry)));
    }

    /// Whether nothing is in it. It may hold marks of deletion.
    pub fn is_blank(&self) -> bool {
        self.count() == 0
    }

    /// How many entries are in it, deleted ones apart.
    pub fn count(&self) -> usize {
        self.entries.values().filter(|entry| entry.get().is_some()).count()
    }

    /// Whether it says nothing at all but when it was cleared: neither entries nor marks of deletion.
    pub fn is_hollow(&self) -> bool {
        self.entries.is_empty()
    }

    /// The moment of the last change; the beginning of 1970 where there was none.
    pub fn latest(&self) -> Stamp {
        self.entries.values().map(Register::changed).fold(self.cleared, Stamp::max)
    }

    /// How many entries were set, changed or deleted after that moment.
    pub fn changes_since(&self, moment: Stamp) -> usize {
        self.entries.values().filter(|entry| entry.changed() > moment).count()
    }

    /// Deletes everything, in this state and in every state with which it will be merged.
    pub fn clear(&mut self, now: Stamp) {
        *self = Self { cleared: now.max(self.latest()), entries: BTreeMap::new() };
    }

    /// Deletes everything, and leaves a mark under the name of its only entry of a kind: that all of it was deleted on
    /// purpose, which holds against an older backup too. The mark says nothing else.
    pub(crate) fn clear_for_good<R: Record>(&mut self, now: Stamp) {
        self.clear(now);
        self.entries.insert(R::KIND.into(), Register::new(None, now.after(self.cleared)));
    }

    /// Puts another book in this one's place, in every state with which it will be merged.
    pub fn replace_with(&mut self, other: &Self, now: Stamp) {
        self.clear(now.max(other.latest()));
        let now = now.after(self.cleared);
        self.entries = other.entries.clone();
        self.entries.values_mut().for_each(|entry| entry.changed = now);
    }

    /// Takes over what the other says later. The result is the same whichever of two states takes over the other, in
    /// whatever order several are merged, and however often one is.
    pub fn merge(&mut self, other: &Self) {
        merge_all(&mut self.entries, &other.entries);
        self.forget_until(other.cleared);
    }

    /// Forgets everything entered up to that moment, and will not take it back from a merge.
    pub fn forget_until(&mut self, moment: Stamp) {
        self.cleared = self.cleared.max(moment);
        let cleared = self.cleared;
        self.entries.retain(|_, entry| entry.changed() > cleared);
    }

    /// Drops marks of deletion older than [`Self::DELETIONS_KEPT`]; where nothing is left, also that all was cleared.
    pub fn prune(&mut self, now: Stamp) {
        let oldest = Stamp::from_millis(now.millis().saturating_sub(Self::DELETIONS_KEPT));
        self.entries.retain(|_, entry| entry.get().is_some() || entry.changed() >= oldest);
        if self.is_hollow() && self.cleared < oldest {
            self.cleared = Stamp::default();
        }
    }

    /// Brings a state from a file, some of which claims to be of the future, to the present: left as they are, such
    /// entries would win over everything that is entered from now on. The others stay as old as they are.
    pub fn settle(&mut self, now: Stamp) {
        if self.latest() > now {
            let moments = self.entries.values().map(Register::changed);
            let places = settled(moments.chain([self.cleared]), now);
            let moment = |moment: Stamp| places.get(&moment).copied().unwrap_or(moment);
            self.entries.values_mut().for_each(|entry| entry.restamp(&moment));
            self.cleared = moment(self.cleared);
        }
    }

    /// What was done to this state where `after` was made of it and the incoming one. Only what entries say counts,
    /// not when they were changed.
    pub fn account_of(&self, incoming: &Self, after: &Self) -> Account {
        let says = |book: &Self, name: &str| book.entries.get(name).and_then(|entry| entry.get().cloned());
        let mut account = Account::default();
        for (name, entry) in &incoming.entries {
            let Some(theirs) = entry.get() else { continue };
            let (here, then) = (says(self, name), says(after, name));
            if then.as_ref() != Some(theirs) {
                account.older += 1;
            } else if here.is_none() {
                account.new += 1;
            } else if here == then {
                account.same += 1;
            } else {
                account.changed += 1;
            }
        }
        let held = self.entries.iter().filter(|(_, entry)| entry.get().is_some());
        account.deleted = held.filter(|(name, _)| says(after, name).is_none()).count();
        account
    }
}

fn name_of<R: Record>(id: &EntryId) -> String {
    [R::KIND, ":", id.as_str()].concat()
}

fn read<R: Record>(text: &str) -> Option<R> {
    R::read(Fields(object(text))).ok()
}

/// The fields of a value as it is held: it was an object when it was put here.
fn object(text: &str) -> Map<String, Value> {
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
