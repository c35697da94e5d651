//! A check-in read against a ladder that changed, or is not here.

use rungs_core::assessment::{Rating, Wording};
use rungs_core::check_in::{CheckIn, Line, Piece, Row, Talk, Today, lay_side_by_side, mismatches, rate, rows};
use rungs_core::ladder::{Held, Ladder, Version};

use super::fixture::{at, check_in, day, expectation, expectation_id, ladder, level_id, opened_book, row};

/// What is said once both sets stand side by side.
fn laid() -> Talk {
    let mut book = opened_book(check_in());
    lay_side_by_side(&mut book, day("2026-11-30"), at(21));
    Talk::of(&book)
}

fn said(ladder: Option<&Ladder>) -> Vec<String> {
    mismatches(&check_in(), &laid(), ladder).iter().map(ToString::to_string).collect()
}

fn today(ladder: &Ladder) -> Vec<(String, Today)> {
    let (check_in, talk) = (check_in(), laid());
    rows(&check_in, Some(ladder)).iter().map(|row| (row.id().to_string(), talk.today(row))).collect()
}

#[test]
fn of_the_same_ladder_nothing_is_said() {
    assert_eq!(said(Some(&ladder())), [""; 0]);
    assert!(today(&ladder()).iter().all(|(_, today)| *today == Today::Same));
}

#[test]
fn the_file_of_a_ladder_that_is_not_here_is_rated_by_its_own_statements() {
    assert_eq!(said(None), ["This site does not have the ladder Support. The statements are those of the file."]);
    let check_in = check_in();
    let rows = rows(&check_in, None);
    assert_eq!((rows.len(), rows[0].text()), (4, "Resolves 90 percent of tickets."));
    assert!(rows.iter().all(|row| laid().today(row) == Today::Unknown));
}

#[test]
fn an_expectation_under_a_former_id_is_the_same() {
    let mut ladder = ladder();
    ladder.expectations[0].id = expectation_id("cases");
    ladder.expectations[0].former_ids = vec![expectation_id("tickets")];
    assert_eq!(said(Some(&ladder)), [""; 0]);
    assert_eq!(today(&ladder)[0], ("cases".to_owned(), Today::Same));
}

#[test]
fn a_changed_ladder_is_told_in_full() {
    let mut ladder = ladder();
    ladder.version = Version { major: 2, minor: 0, patch: 0 };
    ladder.expectations[0].text = "Resolves nearly all tickets.".into();
    ladder.expectations[1].id = expectation_id("manners");
    ladder.expectations.push(expectation("speaking", "conduct", "Speaks."));
    ladder.levels[1].holds.push(Held { expectation: 5, origin: level_id("senior") });
    assert_eq!(
        said(Some(&ladder)),
        [
            "The file is of version 1.0.0 of the ladder; this site has version 2.0.0.",
            "2 statements that the level asks here are not in the file.",
            "1 statement is worded otherwise here; both wordings are shown.",
            "1 statement of the file is not in the ladder here.",
        ]
    );
    let check_in = check_in();
    assert_eq!(laid().today(&row(&check_in, &ladder, "tickets")), Today::Reworded);
    assert_eq!(row(&check_in, &ladder, "tickets").text(), "Resolves nearly all tickets.");
    assert_eq!(laid().today(&row(&check_in, &ladder, "polite")), Today::Gone);
    assert_eq!(row(&check_in, &ladder, "polite").text(), "Writes politely.");
}

#[test]
fn a_target_that_the_ladder_no_longer_has_is_told() {
    let mut ladder = ladder();
    ladder.levels.pop();
    assert_eq!(said(Some(&ladder)), ["The ladder here does not have the level senior."]);
    ladder.levels[0].former_ids = vec![level_id("senior")];
    assert_eq!(said(Some(&ladder)), [""; 0]);
}

#[test]
fn an_expectation_that_stands_twice_in_a_file_is_asked_once() {
    let mut check_in = check_in();
    let mut again = check_in.lines[0].clone();
    again.expectation = expectation_id("old-writing");
    check_in.lines.insert(0, again);
    check_in.lines.push(check_in.lines[1].clone());
    let mut ladder = ladder();
    ladder.expectations[3].former_ids = vec![expectation_id("old-writing")];
    let rows = rows(&check_in, Some(&ladder));
    let ids: Vec<&str> = rows.iter().map(|row| row.id().as_str()).collect();
    assert_eq!(ids, ["writing", "tickets", "polite", "mentoring"]);
    assert_eq!((rows[0].place, rows[0].theirs()), (0, rows[0].line.rating));
}

/// All that a page may make of a file before both sets stand side by side.
fn shown_blind(check_in: &CheckIn, ladder: &Ladder) -> Vec<(usize, String, Today, Vec<Piece>)> {
    let talk = Talk::default();
    let show = |row: &Row| (row.place, row.text().to_owned(), talk.today(row), row.evidence().cloned().collect());
    rows(check_in, Some(ladder)).iter().map(show).collect()
}

#[test]
fn before_both_stand_side_by_side_nothing_tells_what_was_rated() {
    let mut unrated = check_in();
    let again = Line { expectation: expectation_id("old-writing"), ..unrated.lines[1].clone() };
    unrated.lines.push(again);
    unrated.lines.iter_mut().for_each(|line| line.rating = None);
    let mut ladder = ladder();
    ladder.expectations[3].former_ids = vec![expectation_id("old-writing")];
    let mut rated = unrated.clone();
    for line in &mut rated.lines {
        line.rating = Some(Rating::Sometimes);
        line.wording = Wording::of("As it was worded when it was rated.");
    }
    rated.lines[3].rating = None;
    assert_eq!(shown_blind(&rated, &ladder), shown_blind(&unrated, &ladder));
    let said = |check_in| mismatches(check_in, &Talk::default(), Some(&ladder));
    assert_eq!(said(&rated), said(&unrated));
    let writing = rows(&rated, Some(&ladder)).into_iter().find(|row| row.id().as_str() == "writing").unwrap();
    assert_eq!(writing.theirs(), Some(Rating::Sometimes), "what stands under a former id counts once it may be shown");
}

#[test]
fn what_was_rated_and_is_no_longer_there_does_not_count() {
    let (before, check_in) = (ladder(), check_in());
    let mut book = opened_book(check_in.clone());
    for id in ["tickets", "polite"] {
        rate(&mut book, &row(&check_in, &before, id), Some(Rating::Sometimes), at(20));
    }
    let rows = rows(&check_in, Some(&before));
    let talk = Talk::of(&book);
    assert_eq!(talk.count(&rows), 2);
    let left: Vec<Row> = rows.into_iter().filter(|row| row.id().as_str() != "polite").collect();
    assert_eq!(talk.count(&left), 1);
}
