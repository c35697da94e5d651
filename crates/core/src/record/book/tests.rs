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
