//! Counts over time by competency.

use rungs_core::assessment::{Rating, Tally, questions};
use rungs_core::history::{Snapshot, series};

use crate::fixture::{attach, ladder, rate, rated, snapshot};

#[test]
fn each_competency_is_counted_in_each_snapshot_by_the_questions_of_one_target() {
    let ladder = ladder();
    let first = rated(&ladder, &[("tickets", Rating::NotYet), ("letters", Rating::Consistently)]);
    let mut second = first.clone();
    rate(&mut second, &ladder, "tickets", Some(Rating::Sometimes), 3);
    rate(&mut second, &ladder, "mentoring", Some(Rating::NoChance), 3);
    attach(&mut second, &ladder, "letters", "piece", 3);
    let snapshots: Vec<Snapshot> = vec![snapshot(&first, 1), snapshot(&second, 2)];
    let asked = questions(&ladder, None, &ladder.levels[1]);
    let found = series(&ladder, &asked, &snapshots.iter().collect::<Vec<_>>());
    let tally = Tally { asked: 1, ..Tally::default() };
    let casework = [Tally { not_yet: 1, ..tally }, Tally { sometimes: 1, ..tally }];
    let tally = Tally { asked: 2, consistently: 1, ..Tally::default() };
    let conduct = [tally, Tally { no_chance: 1, evidenced: 1, ..tally }];
    let expected = [(0, casework.to_vec()), (1, conduct.to_vec())];
    assert_eq!(found.into_iter().map(|one| (one.competency, one.tallies)).collect::<Vec<_>>(), expected);
}

#[test]
fn without_snapshots_or_questions_there_is_nothing_to_count() {
    let ladder = ladder();
    let asked = questions(&ladder, None, &ladder.levels[1]);
    assert!(series(&ladder, &asked, &[]).iter().all(|one| one.tallies.is_empty()));
    assert!(series(&ladder, &[], &[&snapshot(&rated(&ladder, &[]), 1)]).is_empty());
}
