//! What a new version of a ladder makes of the answers.

use rungs_core::assessment::{Assessment, Rating, Wording};
use rungs_core::history::{History, Migration, accept, note, secure};
use rungs_core::ladder::{ExpectationId, Ladder};
use rungs_core::record::Book;

use crate::fixture::{at, attach, entry, ladder, level_id, next_ladder, rate, rated};

const RATINGS: [(&str, Rating); 3] =
    [("tickets", Rating::Sometimes), ("letters", Rating::Consistently), ("mentoring", Rating::NotYet)];

/// The book of someone who answered the first version.
fn book() -> Book {
    let mut book = Book::default();
    note(&mut book, &ladder(), at(3));
    book
}

fn migration(ladder: &Ladder, assessment: &Assessment, book: &Book) -> Migration {
    Migration::of(ladder, assessment, History::of(book).answered.as_ref())
}

fn names(ladder: &Ladder, indices: &[usize]) -> Vec<String> {
    indices.iter().map(|index| ladder.expectations[*index].id.to_string()).collect()
}

fn ids(ids: &[ExpectationId]) -> Vec<&str> {
    ids.iter().map(ExpectationId::as_str).collect()
}

#[test]
fn each_answer_is_carried_over_reworded_or_retired_and_what_is_new_is_told() {
    let next = next_ladder();
    let found = migration(&next, &rated(&ladder(), &RATINGS), &book());
    assert_eq!(found.from, Some(ladder().version));
    assert_eq!(names(&next, &found.carried), ["post"]);
    let [reworded] = found.reworded.as_slice() else { panic!("{found:?}") };
    assert_eq!((reworded.expectation, &reworded.before), (0, &Wording::of("Resolves tickets.")));
    assert_eq!(names(&next, found.new.as_deref().unwrap()), ["planning"]);
    assert_eq!((found.new_elsewhere, ids(&found.retired)), (1, vec!["mentoring"]));
    assert!(!found.touches_nothing());
}

#[test]
fn no_answer_is_left_out() {
    let (next, answers) = (next_ladder(), rated(&ladder(), &RATINGS));
    let found = migration(&next, &answers, &book());
    assert_eq!(found.carried.len() + found.reworded.len() + found.retired.len(), answers.answers().count());
}

#[test]
fn without_a_target_all_that_is_new_is_told() {
    let next = next_ladder();
    let mut answers = rated(&ladder(), &RATINGS);
    answers.set_target(None, at(9));
    let found = migration(&next, &answers, &book());
    assert_eq!(names(&next, found.new.as_deref().unwrap()), ["planning", "tidying"]);
    assert_eq!(found.new_elsewhere, 0);
}

#[test]
fn where_the_answered_version_was_not_written_down_nobody_says_what_is_new() {
    let found = migration(&next_ladder(), &rated(&ladder(), &RATINGS), &Book::default());
    assert_eq!((found.from, found.new, found.new_elsewhere), (None, None, 0));
    assert_eq!((found.reworded.len(), ids(&found.retired)), (1, vec!["mentoring"]));
}

#[test]
fn what_was_retired_before_the_answered_version_is_not_told_again() {
    let next = next_ladder();
    let mut answers = rated(&ladder(), &RATINGS);
    let mut book = book();
    accept(&mut book, &next, &answers, &entry("s"), at(5));
    rate(&mut answers, &next, "planning", Some(Rating::NotYet), 6);
    let mut third = next_ladder();
    third.version.major = 3;
    third.expectations.remove(2);
    third.levels[0].holds.pop();
    third.levels[1].holds.pop();
    assert_eq!(ids(&migration(&third, &answers, &book).retired), ["planning"]);
}

#[test]
fn a_level_that_is_gone_is_told_once() {
    let mut next = next_ladder();
    next.levels.remove(1);
    let mut answers = rated(&ladder(), &RATINGS);
    answers.set_present(Some(level_id("senior")), at(5));
    let found = migration(&next, &answers, &book());
    assert_eq!(found.levels_gone, [level_id("senior")]);
}

#[test]
fn keeping_an_answer_brings_it_to_the_new_wording_with_its_evidence() {
    let (first, next) = (ladder(), next_ladder());
    let mut answers = rated(&first, &[("tickets", Rating::Sometimes)]);
    attach(&mut answers, &first, "letters", "piece", 3);
    answers.confirm(&next.expectations[0], at(9));
    let found = migration(&next, &answers, &book());
    assert_eq!((names(&next, &found.carried), found.reworded), (vec!["tickets".into(), "post".into()], vec![]));
    let tickets = answers.answer(&next.expectations[0].id).unwrap();
    assert_eq!(tickets.rating(), Some(Rating::Sometimes));
    let before = answers.clone();
    answers.confirm(&next.expectations[0], at(20));
    assert_eq!(answers, before, "what is confirmed already does not change");
}

#[test]
fn keeping_is_undone_by_bringing_the_answer_back() {
    let next = next_ladder();
    let mut answers = rated(&ladder(), &RATINGS);
    let before = answers.answer(&next.expectations[0].id).unwrap().clone();
    answers.confirm(&next.expectations[0], at(9));
    answers.bring_back(&next.expectations[0].id, before, at(10));
    assert_eq!(migration(&next, &answers, &book()).reworded.len(), 1);
}

#[test]
fn the_first_decision_keeps_a_snapshot_of_what_was_and_the_others_do_not() {
    let next = next_ladder();
    let mut answers = rated(&ladder(), &RATINGS);
    attach(&mut answers, &ladder(), "letters", "piece", 3);
    let mut book = book();
    assert!(secure(&mut book, &next, &answers, &entry("first"), at(5)).is_some());
    answers.confirm(&next.expectations[0], at(6));
    assert_eq!(secure(&mut book, &next, &answers, &entry("second"), at(7)), None);
    assert_eq!(accept(&mut book, &next, &answers, &entry("third"), at(8)), None);
    let history = History::of(&book);
    let [(id, snapshot)] = history.snapshots.as_slice() else { panic!("{history:?}") };
    assert_eq!((id.as_str(), snapshot.version), ("first", Some(ladder().version)));
    assert_eq!(snapshot.answers[&next.expectations[0].id].wording, Wording::of("Resolves tickets.").fingerprint);
    assert_eq!(history.answered.unwrap().version, Some(next.version));
}
