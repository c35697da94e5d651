//! Two snapshots compared.

use rungs_core::assessment::{Assessment, Rating};
use rungs_core::history::{Differences, Move};
use rungs_core::ladder::Ladder;

use crate::fixture::{at, attach, ladder, level_id, next_ladder, rate, rated, snapshot};

fn between(ladder: &Ladder, before: &Assessment, after: &Assessment) -> Differences {
    Differences::between(ladder, &snapshot(before, 1), &snapshot(after, 2))
}

#[test]
fn each_pair_of_ratings_moves_one_way() {
    use Rating::{Consistently, NoChance, NotYet, Sometimes};
    let cases = [
        (None, None, None),
        (None, Some(NotYet), Some(Move::New)),
        (None, Some(NoChance), Some(Move::New)),
        (Some(Sometimes), None, Some(Move::TakenBack)),
        (Some(NotYet), Some(Sometimes), Some(Move::Up)),
        (Some(NotYet), Some(Consistently), Some(Move::Up)),
        (Some(Sometimes), Some(Consistently), Some(Move::Up)),
        (Some(Consistently), Some(Sometimes), Some(Move::Down)),
        (Some(Sometimes), Some(NotYet), Some(Move::Down)),
        (Some(Sometimes), Some(Sometimes), None),
        (Some(NoChance), Some(NoChance), None),
        (Some(NoChance), Some(Consistently), Some(Move::Chance)),
        (Some(NotYet), Some(NoChance), Some(Move::Chance)),
    ];
    for (before, after, moved) in cases {
        assert_eq!(Move::between(before, after), moved, "{before:?} to {after:?}");
    }
}

#[test]
fn what_moved_is_listed_in_the_order_of_the_ladder_and_what_stayed_is_counted() {
    let ladder = ladder();
    let before = rated(&ladder, &[("letters", Rating::NotYet), ("tickets", Rating::Sometimes)]);
    let mut after = before.clone();
    rate(&mut after, &ladder, "letters", Some(Rating::Consistently), 5);
    rate(&mut after, &ladder, "mentoring", Some(Rating::NotYet), 5);
    let found = between(&ladder, &before, &after);
    let listed: Vec<_> = found.answers.iter().map(|one| (one.id.as_str(), one.moved())).collect();
    assert_eq!(listed, [("letters", Some(Move::Up)), ("mentoring", Some(Move::New))]);
    assert_eq!(found.same, 1);
    assert_eq!(found.that_moved(Move::Up).count(), 1);
}

#[test]
fn evidence_that_came_and_went_is_counted_even_where_the_rating_stayed() {
    let ladder = ladder();
    let mut before = rated(&ladder, &[("tickets", Rating::Sometimes)]);
    attach(&mut before, &ladder, "tickets", "old", 3);
    let mut after = before.clone();
    attach(&mut after, &ladder, "tickets", "new", 4);
    attach(&mut after, &ladder, "tickets", "newer", 4);
    let of = &ladder.expectations[0];
    after.remove_evidence(of, &rungs_core::assessment::EvidenceId::parse("old").unwrap(), at(5));
    let found = between(&ladder, &before, &after);
    let [one] = found.answers.as_slice() else { panic!("{found:?}") };
    assert_eq!((one.moved(), one.evidence_added, one.evidence_removed), (None, 2, 1));
}

#[test]
fn levels_that_changed_are_told() {
    let ladder = ladder();
    let before = rated(&ladder, &[]);
    let mut after = before.clone();
    after.set_present(Some(level_id("junior")), at(5));
    let found = between(&ladder, &before, &after);
    assert_eq!((found.present.clone(), found.target.clone()), (Some([None, Some(level_id("junior"))]), None));
    assert!(!found.is_empty() && between(&ladder, &after, &after).is_empty());
}

#[test]
fn across_versions_former_ids_are_the_same_answer_and_what_is_gone_comes_last() {
    let (ladder, next) = (ladder(), next_ladder());
    let ratings = [("tickets", Rating::Sometimes), ("letters", Rating::NotYet), ("mentoring", Rating::Sometimes)];
    let before = rated(&ladder, &ratings);
    let mut after = before.clone();
    rate(&mut after, &next, "post", Some(Rating::Sometimes), 5);
    after.confirm(&next.expectations[0], at(5));
    after.forget(&crate::fixture::id("mentoring"), at(5));
    let found = between(&next, &before, &after);
    let listed: Vec<_> = found.answers.iter().map(|one| (one.id.as_str(), one.expectation, one.moved())).collect();
    let expected =
        [("tickets", Some(0), None), ("post", Some(1), Some(Move::Up)), ("mentoring", None, Some(Move::TakenBack))];
    assert_eq!(listed, expected);
    assert!(found.answers[0].is_reworded() && !found.answers[1].is_reworded());
}
