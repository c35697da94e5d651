//! A check-in read against a ladder that changed, or is not here.

use rungs_core::check_in::{Today, mismatches, rows};
use rungs_core::ladder::{Held, Ladder, Version};

use super::fixture::{check_in, expectation, expectation_id, ladder, level_id, row};

fn said(ladder: Option<&Ladder>) -> Vec<String> {
    mismatches(&check_in(), ladder).iter().map(ToString::to_string).collect()
}

fn today(ladder: &Ladder) -> Vec<(String, Today)> {
    let check_in = check_in();
    rows(&check_in, Some(ladder)).iter().map(|row| (row.id().to_string(), row.today())).collect()
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
    assert!(rows.iter().all(|row| row.today() == Today::Unknown));
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
    assert_eq!(row(&check_in, &ladder, "tickets").today(), Today::Reworded);
    assert_eq!(row(&check_in, &ladder, "tickets").text(), "Resolves nearly all tickets.");
    assert_eq!(row(&check_in, &ladder, "polite").today(), Today::Gone);
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
    assert!(rows[0].line.rating.is_some());
}
