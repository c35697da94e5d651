//! What is kept about a colleague, and how it changes.

use rungs_core::assessment::Rating;
use rungs_core::check_in::{
    Action, CheckIn, Talk, delete, keep, kept, lay_side_by_side, put_action, rate, set_note, title_of,
};
use rungs_core::date::Month;
use rungs_core::plan::About;
use rungs_core::record::Book;
use rungs_core::saved::{ReadBack, read_back_book};
use serde_json::json;

use super::fixture::{at, check_in, day, entry_id, expectation_id, ladder, opened_book, row};

#[test]
fn what_was_opened_is_kept_whole() {
    let book = opened_book(check_in());
    assert_eq!(kept(&book), Some(check_in()));
    assert_eq!(Talk::of(&book), Talk::default());
    assert_eq!(Book::from_json(book.to_json()).unwrap(), book);
    assert_eq!((kept(&Book::default()), title_of(&Book::default())), (None, None));
    assert_eq!(title_of(&book).as_deref(), Some("Ada"));
    let nameless = CheckIn { who: String::new(), ..check_in() };
    assert_eq!(title_of(&opened_book(nameless)).as_deref(), Some("Check-in of 20 November 2026"));
}

#[test]
fn ratings_are_set_and_taken_back() {
    let (ladder, check_in) = (ladder(), check_in());
    let tickets = row(&check_in, &ladder, "tickets");
    let mut book = opened_book(check_in.clone());
    rate(&mut book, &tickets, Some(Rating::Sometimes), at(20));
    let rated = Talk::of(&book).rated(&tickets).cloned().unwrap();
    assert_eq!((rated.rating, rated.wording.text.as_str()), (Rating::Sometimes, "Resolves 90 percent of tickets."));
    rate(&mut book, &tickets, None, at(21));
    assert_eq!(Talk::of(&book).rated(&tickets), None);
}

#[test]
fn once_side_by_side_ratings_stay_as_they_are_and_the_first_day_holds() {
    let (ladder, check_in) = (ladder(), check_in());
    let tickets = row(&check_in, &ladder, "tickets");
    let mut book = opened_book(check_in.clone());
    assert!(!Talk::of(&book).is_revealed());
    rate(&mut book, &tickets, Some(Rating::Sometimes), at(20));
    lay_side_by_side(&mut book, day("2026-11-30"), at(21));
    rate(&mut book, &tickets, Some(Rating::NotYet), at(22));
    rate(&mut book, &tickets, None, at(23));
    lay_side_by_side(&mut book, day("2026-12-01"), at(24));
    let talk = Talk::of(&book);
    assert_eq!(talk.rated(&tickets).map(|rated| rated.rating), Some(Rating::Sometimes));
    assert_eq!((talk.is_revealed(), talk.side_by_side), (true, Some(day("2026-11-30"))));
}

#[test]
fn what_was_rated_and_noted_under_a_former_id_is_found_and_moves() {
    let (before, check_in) = (ladder(), check_in());
    let mut book = opened_book(check_in.clone());
    let old = row(&check_in, &before, "tickets");
    rate(&mut book, &old, Some(Rating::Sometimes), at(20));
    set_note(&mut book, &old, "Ask why.", at(20));
    let mut after = before.clone();
    after.expectations[0].id = expectation_id("cases");
    after.expectations[0].former_ids = vec![expectation_id("tickets")];
    let new = row(&check_in, &after, "cases");
    let found = Talk::of(&book);
    assert_eq!(found.rated(&new).map(|rated| rated.rating), Some(Rating::Sometimes));
    assert_eq!(found.note(&new), Some("Ask why."));
    rate(&mut book, &new, None, at(30));
    set_note(&mut book, &new, "", at(30));
    let found = Talk::of(&book);
    assert_eq!((found.rated(&new), found.note(&new)), (None, None));
}

#[test]
fn actions_are_found_by_their_expectation() {
    let (ladder, check_in) = (ladder(), check_in());
    let mut book = opened_book(check_in.clone());
    let about = About::of(&ladder.expectations[0]);
    let action = Action { text: "Pair up.".into(), ..Action::new(Some(about), Month::parse("2027-03").unwrap()) };
    put_action(&mut book, &entry_id("a1"), Some(&action), at(20));
    let found = Talk::of(&book);
    let of = |id: &str| found.actions_for(&row(&check_in, &ladder, id)).count();
    assert_eq!((of("tickets"), of("polite")), (1, 0));
    put_action(&mut book, &entry_id("a1"), None, at(21));
    assert_eq!(Talk::of(&book).actions, []);
}

#[test]
fn ratings_in_two_tabs_come_together() {
    let (ladder, check_in) = (ladder(), check_in());
    let (mut one, mut other) = (opened_book(check_in.clone()), opened_book(check_in.clone()));
    let (tickets, polite) = (row(&check_in, &ladder, "tickets"), row(&check_in, &ladder, "polite"));
    rate(&mut one, &tickets, Some(Rating::Sometimes), at(20));
    rate(&mut other, &polite, Some(Rating::NotYet), at(21));
    one.merge(&other);
    let both = Talk::of(&one);
    assert!(both.rated(&tickets).is_some() && both.rated(&polite).is_some());
}

#[test]
fn what_was_deleted_stays_deleted_when_an_older_backup_is_merged_in() {
    let backup = opened_book(check_in());
    let mut here = backup.clone();
    delete(&mut here, at(20));
    assert!(here.is_blank());
    let merged = read_back_book(&here, &backup, ReadBack::Merge, at(30));
    assert_eq!((kept(&merged), merged.is_blank()), (None, true));
    let replaced = read_back_book(&here, &backup, ReadBack::Replace, at(30));
    assert_eq!(kept(&replaced), Some(check_in()));
    let undone = {
        here.replace_with(&backup, at(40));
        here
    };
    assert_eq!(kept(&undone), Some(check_in()));
}

#[test]
fn the_mark_of_a_deletion_holds_no_word_about_the_person_and_goes_in_time() {
    let mut book = opened_book(check_in());
    delete(&mut book, at(20));
    assert_eq!(book.to_json(), json!({ "cleared": 20, "check-in": { "deleted": true, "changed": 21 } }));
    book.prune(at(22 + Book::DELETIONS_KEPT));
    assert_eq!(book, Book::default());
}

#[test]
fn a_deleted_check_in_can_be_opened_again() {
    let mut book = opened_book(check_in());
    delete(&mut book, at(20));
    keep(&mut book, check_in(), at(20));
    assert_eq!(kept(&book), Some(check_in()));
}

#[test]
fn a_check_in_and_a_reveal_that_a_newer_version_wrote_are_kept_and_hold() {
    let (ladder, check_in) = (ladder(), check_in());
    let stored = json!({ "check-in": { "pages": 3, "changed": 20 }, "side-by-side": { "year": 2028, "changed": 20 } });
    let mut book = Book::from_json(stored.clone()).unwrap();
    keep(&mut book, check_in.clone(), at(30));
    lay_side_by_side(&mut book, day("2026-11-30"), at(30));
    rate(&mut book, &row(&check_in, &ladder, "tickets"), Some(Rating::Sometimes), at(30));
    assert_eq!((book.to_json(), kept(&book)), (stored, None));
    let talk = Talk::of(&book);
    assert_eq!((talk.unread, talk.is_revealed(), talk.side_by_side), (2, true, None));
}

#[test]
fn what_a_newer_version_wrote_is_counted_and_kept() {
    let mut stored = opened_book(check_in()).to_json();
    stored["rating:tickets"] = json!({ "stars": 4, "changed": 20 });
    stored["action:a1"] = json!({ "changed": 20, "text": "x", "month": "2027-03", "owner": "Ada" });
    let book = Book::from_json(stored.clone()).unwrap();
    let found = Talk::of(&book);
    assert_eq!(found.unread, 1);
    assert_eq!(found.actions[0].1.extra["owner"], "\"Ada\"");
    assert_eq!(book.to_json(), stored);
}
