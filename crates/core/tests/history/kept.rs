//! How many snapshots are kept, and what is said of those that go.

use rungs_core::assessment::{Assessment, Rating};
use rungs_core::history::{History, put, take, take_unless_same};
use rungs_core::record::Book;

use crate::fixture::{at, entry, ladder, rated, snapshot};

/// A book with so many snapshots, taken at 1, 2, 3 …
fn with(count: usize) -> Book {
    let mut book = Book::default();
    for number in 1..=count {
        let taken = snapshot(&rated(&ladder(), &[]), number as u64);
        put(&mut book, &entry(&format!("s{number}")), Some(&taken), at(1000));
    }
    book
}

fn moments(book: &Book) -> Vec<u64> {
    History::of(book).snapshots.iter().map(|(_, snapshot)| snapshot.taken.millis()).collect()
}

#[test]
fn snapshots_stand_in_the_order_of_time_whatever_their_ids() {
    let mut book = Book::default();
    for (id, moment) in [("a", 30), ("b", 10), ("c", 20)] {
        put(&mut book, &entry(id), Some(&snapshot(&rated(&ladder(), &[]), moment)), at(1));
    }
    assert_eq!(moments(&book), [10, 20, 30]);
}

#[test]
fn up_to_the_stated_number_none_makes_room() {
    let mut book = with(History::MOST - 1);
    assert!(History::of(&book).making_room().is_empty());
    let gone = take(&mut book, &entry("new"), &snapshot(&rated(&ladder(), &[]), 99), at(2000));
    assert_eq!((gone, moments(&book).len()), (vec![], History::MOST));
    assert_eq!(History::of(&book).thinned, None);
}

#[test]
fn beyond_it_the_oldest_make_room_and_are_told_and_written_down() {
    let mut book = with(History::MOST);
    assert_eq!(History::of(&book).making_room().len(), 1);
    let gone = take(&mut book, &entry("new"), &snapshot(&rated(&ladder(), &[]), 99), at(2000));
    assert_eq!(gone.iter().map(|gone| gone.taken.millis()).collect::<Vec<_>>(), [1]);
    assert_eq!((moments(&book).first(), moments(&book).last()), (Some(&2), Some(&99)));
    take(&mut book, &entry("newer"), &snapshot(&rated(&ladder(), &[]), 100), at(2001));
    let thinned = History::of(&book).thinned.unwrap();
    assert_eq!((thinned.count, thinned.latest), (2, at(2)));
}

#[test]
fn what_a_merge_brought_together_is_thinned_when_the_next_is_taken() {
    let mut book = with(History::MOST + 5);
    assert_eq!(moments(&book).len(), History::MOST + 5);
    let gone = take(&mut book, &entry("new"), &snapshot(&rated(&ladder(), &[]), 99), at(2000));
    assert_eq!((gone.len(), moments(&book).len()), (6, History::MOST));
}

#[test]
fn an_automatic_snapshot_is_not_taken_of_nothing_or_of_the_same_again() {
    let ladder = ladder();
    let mut book = Book::default();
    let mut auto = |answers: &Assessment, moment: u64| {
        let taken = snapshot(answers, moment);
        take_unless_same(&mut book, &entry(&format!("s{moment}")), &taken, at(moment)).is_some()
    };
    assert!(!auto(&Assessment::default(), 1));
    assert!(auto(&rated(&ladder, &[("tickets", Rating::NotYet)]), 2));
    assert!(!auto(&rated(&ladder, &[("tickets", Rating::NotYet)]), 3));
    assert!(auto(&rated(&ladder, &[("tickets", Rating::Sometimes)]), 4));
}

#[test]
fn a_deleted_snapshot_comes_back_when_it_is_put_again() {
    let mut book = with(2);
    let (id, snapshot) = History::of(&book).snapshots[0].clone();
    put(&mut book, &id, None, at(2000));
    assert_eq!(moments(&book), [2]);
    put(&mut book, &id, Some(&snapshot), at(2001));
    assert_eq!(moments(&book), [1, 2]);
}
