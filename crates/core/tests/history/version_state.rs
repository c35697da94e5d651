//! For which version answers were given, and when the page has to speak of it.

use rungs_core::assessment::{Assessment, Rating};
use rungs_core::history::{ANSWERED, History, VersionState, accept, note, put_off, version_state};
use rungs_core::ladder::Ladder;
use rungs_core::record::Book;
use serde_json::json;

use crate::fixture::{at, entry, ladder, next_ladder, rated};

fn answers() -> Assessment {
    rated(&ladder(), &[("tickets", Rating::Sometimes)])
}

fn noted(ladder: &Ladder) -> Book {
    let mut book = Book::default();
    note(&mut book, ladder, at(3));
    book
}

fn stand(ladder: &Ladder, answers: &Assessment, book: &Book) -> VersionState {
    version_state(ladder, answers, &History::of(book))
}

#[test]
fn each_state_is_told_apart() {
    let (first, next, nothing) = (ladder(), next_ladder(), Assessment::default());
    let from = Some(first.version);
    let cases = [
        ("nothing answered", &first, &nothing, Book::default(), VersionState::Current),
        ("answered for this version", &first, &answers(), noted(&first), VersionState::Current),
        ("first answer", &first, &answers(), Book::default(), VersionState::Unnoted),
        ("all deleted, then a new version", &next, &nothing, noted(&first), VersionState::Unnoted),
        ("all deleted, then an old version", &first, &nothing, noted(&next), VersionState::Current),
        ("a new version", &next, &answers(), noted(&first), VersionState::Behind { from, is_put_off: false }),
        (
            "answers from before versions were written down, which do not fit",
            &next,
            &answers(),
            Book::default(),
            VersionState::Behind { from: None, is_put_off: false },
        ),
        ("this page is of an old version", &first, &answers(), noted(&next), VersionState::Ahead(next.version)),
    ];
    for (name, ladder, answers, book, expected) in cases {
        assert_eq!(stand(ladder, answers, &book), expected, "{name}");
    }
}

#[test]
fn what_a_newer_version_wrote_down_is_kept_and_told_until_it_is_given_up() {
    let stored = json!({ "answered": { "version": "next", "changed": 50 } });
    let mut book = Book::from_json(stored.clone()).unwrap();
    assert_eq!(stand(&ladder(), &answers(), &book), VersionState::Unread);
    assert_eq!(stand(&ladder(), &Assessment::default(), &book), VersionState::Current);
    note(&mut book, &ladder(), at(60));
    put_off(&mut book, &next_ladder(), at(61));
    assert_eq!(book.to_json(), stored);
    book.give_up(ANSWERED, at(62));
    assert_eq!(stand(&ladder(), &answers(), &book), VersionState::Unnoted);
}

#[test]
fn what_is_put_off_is_still_to_be_done_and_a_further_version_asks_anew() {
    let next = next_ladder();
    let mut book = noted(&ladder());
    put_off(&mut book, &next, at(4));
    let from = Some(ladder().version);
    assert_eq!(stand(&next, &answers(), &book), VersionState::Behind { from, is_put_off: true });
    let mut third = next_ladder();
    third.version.major = 3;
    assert_eq!(stand(&third, &answers(), &book), VersionState::Behind { from, is_put_off: false });
    accept(&mut book, &third, &answers(), &entry("s"), at(5));
    assert_eq!(stand(&third, &answers(), &book), VersionState::Current);
}

#[test]
fn putting_off_needs_no_version_written_down() {
    let (next, mut book) = (next_ladder(), Book::default());
    put_off(&mut book, &next, at(4));
    assert_eq!(stand(&next, &answers(), &book), VersionState::Behind { from: None, is_put_off: true });
}

#[test]
fn a_version_without_any_change_is_asked_about_all_the_same() {
    let mut next = ladder();
    next.version.patch = 1;
    let from = Some(ladder().version);
    assert_eq!(stand(&next, &answers(), &noted(&ladder())), VersionState::Behind { from, is_put_off: false });
}
