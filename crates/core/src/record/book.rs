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

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::fields::{Faulty, Fields, FormError, register, stamp};
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

    /// Reads the stored form.
    ///
    /// # Errors
    /// [`FormError`] names the first place that is not of the form.
    pub fn from_json(value: Value) -> Result<Self, FormError> {
        Self::sifted(value, &mut Faulty::Refused)
    }

    /// Reads what is of the stored form, entry by entry.
    ///
    /// # Errors
    /// [`FormError`] where it cannot be told what the entries are, or when everything was cleared.
    pub fn readable_part(value: Value) -> Result<Self, FormError> {
        Self::sifted(value, &mut Faulty::LeftOut(0))
    }

    fn sifted(value: Value, faulty: &mut Faulty) -> Result<Self, FormError> {
        let mut fields = Fields::of(value)?;
        let mut book = Self { cleared: fields.optional("cleared", stamp)?.unwrap_or_default(), ..Self::default() };
        for (name, value) in fields.0 {
            let entry = register(value, |fields| Ok(Value::Object(fields.0).to_string()));
            if let Some(entry) = faulty.sift(entry.map_err(|error| error.within(&name)))? {
                book.entries.insert(name.into_boxed_str(), entry);
            }
        }
        book.forget_until(Stamp::default());
        Ok(book)
    }

    /// The stored form.
    pub fn to_json(&self) -> Value {
        let mut fields = Written::default();
        if self.cleared > Stamp::default() {
            fields.put("cleared", Value::from(self.cleared.millis()));
        }
        for (name, entry) in &self.entries {
            fields.put_register(name, entry, |text| Written(object(text)));
        }
        Value::Object(fields.0)
    }
}

impl Serialize for Book {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Book {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(Value::deserialize(deserializer)?).map_err(D::Error::custom)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::{Book, Fields, FormError, Found, OnlyEntry, Record, Written};
    use crate::record::{Account, EntryId, Extra, Stamp, text};

    /// A note, as a version of today knows it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    struct Note {
        text: String,
        extra: Extra,
    }

    impl Record for Note {
        const KIND: &'static str = "note";

        fn read(mut fields: Fields) -> Result<Self, FormError> {
            Ok(Self { text: fields.required("text", text)?, extra: fields.extra() })
        }

        fn written(&self) -> Written {
            Written::of_text("text", &self.text).and_extra(&self.extra)
        }
    }

    fn id(text: &str) -> EntryId {
        EntryId::parse(text).unwrap()
    }

    fn note(text: &str) -> Note {
        Note { text: text.into(), extra: Extra::new() }
    }

    fn at(millis: u64) -> Stamp {
        Stamp::from_millis(millis)
    }

    fn book() -> impl Strategy<Value = Book> {
        let change = (0..4u8, 0..3u8, 1..6u64);
        (prop::collection::vec(change, 0..8), prop::option::of(0..6u64)).prop_map(|(changes, cleared)| {
            let mut book = Book::default();
            for (name, what, when) in changes {
                let put = (what > 0).then(|| note(&what.to_string()));
                let mut one = Book::default();
                one.put(&id(&name.to_string()), Some(&note("first")), at(when));
                one.put(&id(&name.to_string()), put.as_ref(), at(when));
                book.merge(&one);
            }
            book.forget_until(at(cleared.unwrap_or_default()));
            book
        })
    }

    proptest! {
        #[test]
        fn merging_does_not_depend_on_order_or_repetition(a in book(), b in book(), c in book()) {
            let merged = |one: &Book, other: &Book| { let mut one = one.clone(); one.merge(other); one };
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&a, &a), a);
        }

        #[test]
        fn what_is_written_reads_back(a in book()) {
            prop_assert_eq!(Book::from_json(a.to_json()).unwrap(), a);
        }

        #[test]
        fn what_replaces_a_book_holds_against_it(a in book(), b in book()) {
            let mut replaced = a.clone();
            replaced.replace_with(&b, at(9));
            let before = replaced.clone();
            replaced.merge(&a);
            replaced.merge(&b);
            prop_assert_eq!(&replaced, &before);
            prop_assert_eq!(replaced.all::<Note>(), b.all::<Note>());
        }
    }

    #[test]
    fn records_are_read_by_kind_and_what_cannot_be_read_is_counted_and_kept() {
        let stored = json!({
            "note:2": { "text": "two", "hue": 7, "changed": 5 },
            "note:1": { "text": "one", "changed": 5 },
            "note:3": { "text": 7, "changed": 5 },
            "note:Bad id": { "text": "four", "changed": 5 },
            "note:5": { "deleted": true, "changed": 5 },
            "notebook:1": { "text": "other", "changed": 5 },
        });
        let book = Book::from_json(stored.clone()).unwrap();
        let two = Note { text: "two".into(), extra: [("hue".to_owned(), "7".to_owned())].into() };
        let records = vec![(id("1"), note("one")), (id("2"), two)];
        assert_eq!(book.all::<Note>(), Found { records, unread: 2 });
        assert_eq!(book.to_json(), stored);
        assert_eq!(book.count(), 5);
    }

    #[test]
    fn an_entry_without_a_moment_is_left_out_of_the_readable_part() {
        let stored = json!({ "note:1": { "text": "one", "changed": 5 }, "note:2": { "text": "two" }, "x": 7 });
        assert_eq!(Book::from_json(stored.clone()).unwrap_err().to_string(), "note:2.changed is missing");
        assert_eq!(Book::readable_part(stored).unwrap().count(), 1);
        assert!(Book::readable_part(json!({ "cleared": "then" })).is_err());
    }

    #[test]
    fn a_deletion_stays_until_no_backup_could_bring_it_back() {
        let mut book = Book::default();
        book.put(&id("1"), Some(&note("one")), at(5));
        book.put::<Note>(&id("1"), None, at(6));
        assert!(book.is_blank() && !book.is_hollow());
        book.prune(at(6 + Book::DELETIONS_KEPT));
        assert!(!book.is_hollow());
        book.prune(at(7 + Book::DELETIONS_KEPT));
        assert!(book.is_hollow());
    }

    #[test]
    fn a_change_wins_over_what_it_changed_although_the_clock_was_set_back() {
        let mut book = Book::default();
        book.put_only(Some(&note("one")), at(50));
        let before = book.clone();
        book.put_only(Some(&note("two")), at(3));
        book.merge(&before);
        assert_eq!(book.only::<Note>(), Some(note("two")));
    }

    #[test]
    fn an_only_entry_that_cannot_be_read_is_kept_until_it_is_given_up() {
        let stored = json!({ "note": { "stars": 4, "changed": 50 } });
        let mut book = Book::from_json(stored.clone()).unwrap();
        let only = OnlyEntry::of::<Note>();
        assert!(book.is_unread(only) && book.has_only::<Note>());
        book.put_only(Some(&note("one")), at(60));
        book.put_only::<Note>(None, at(60));
        assert_eq!(book.to_json(), stored);
        book.give_up(only, at(60));
        book.put_only(Some(&note("one")), at(60));
        book.give_up(only, at(70));
        assert_eq!((book.only::<Note>(), book.is_unread(only)), (Some(note("one")), false));
    }

    #[test]
    fn a_book_of_the_future_counts_as_of_now() {
        let mut book = Book::default();
        book.put_only(Some(&note("one")), at(900));
        book.settle(at(7));
        assert_eq!(book.latest(), at(7));
        assert_eq!(book.changes_since(at(6)), 1);
    }

    #[test]
    fn of_a_clock_ahead_only_what_is_of_the_future_is_brought_back_and_the_order_stays() {
        let mut file = Book::default();
        for (name, when) in [("1", 5), ("2", 100), ("3", 900), ("4", 901)] {
            file.put(&id(name), Some(&note("file")), at(when));
        }
        file.settle(at(100));
        let moments: Vec<u64> = file.entries.values().map(|entry| entry.changed().millis()).collect();
        assert_eq!(moments, [5, 98, 99, 100]);
        let mut here = Book::default();
        here.put(&id("1"), Some(&note("here")), at(9));
        here.merge(&file);
        assert_eq!(here.one::<Note>(&id("1")), Some(note("here")));
    }

    #[test]
    fn a_clearing_of_the_future_is_brought_back_with_what_came_after_it() {
        let mut book = Book::default();
        book.clear(at(900));
        book.put_only(Some(&note("after")), at(901));
        book.settle(at(7));
        assert_eq!((book.cleared, book.latest()), (at(6), at(7)));
        assert_eq!(Book::from_json(book.to_json()).unwrap(), book);
    }

    #[test]
    fn that_all_was_cleared_is_known_as_long_as_a_deletion() {
        let mut book = Book::default();
        book.clear(at(6));
        book.prune(at(6 + Book::DELETIONS_KEPT));
        assert_eq!(book.latest(), at(6));
        book.prune(at(7 + Book::DELETIONS_KEPT));
        assert_eq!(book, Book::default());
    }

    #[test]
    fn an_account_says_what_a_merge_would_do() {
        let (mut here, mut file) = (Book::default(), Book::default());
        for (name, ours, theirs) in [("1", 5, 5), ("2", 9, 5), ("3", 4, 5)] {
            here.put(&id(name), Some(&note(&ours.to_string())), at(ours));
            file.put(&id(name), Some(&note(&theirs.to_string())), at(theirs));
        }
        file.put(&id("4"), Some(&note("new")), at(5));
        here.put(&id("5"), Some(&note("only here")), at(5));
        let mut after = here.clone();
        after.merge(&file);
        let expected = Account { new: 1, changed: 1, same: 1, older: 1, deleted: 0 };
        assert_eq!(here.account_of(&file, &after), expected);
        let mut replaced = here.clone();
        replaced.replace_with(&file, at(20));
        assert_eq!(here.account_of(&file, &replaced).deleted, 1);
    }
}
