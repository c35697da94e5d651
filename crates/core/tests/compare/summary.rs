//! The sentence about a step.

use rungs_core::compare::Comparison;
use rungs_core::ladder::{Condition, Ladder, Skillsets, TrackId};

use crate::ladders::{Written, expectation, ladder, requirement};

fn track(id: &str) -> TrackId {
    TrackId::parse(id).unwrap()
}

/// Two levels; the second raises one expectation, adds one and requires several things.
fn step() -> Ladder {
    let mut ladder = ladder(
        "one",
        vec![
            expectation("a", "craft", "One"),
            expectation("b", "craft", "Quite another").raising(&["a"]),
            expectation("c", "people", "Mentors"),
        ],
        &[&["a"], &["b", "c"]],
    );
    let coached = || requirement("coached", Condition::Experience("has coached peers".into()));
    let managed = || requirement("managed", Condition::Experience("has managed before".into()));
    ladder.levels[1].requirements = vec![
        requirement("time", Condition::TimeAtRank { rank: 1, months: 12 }),
        requirement(
            "skills",
            Condition::Mastery(Skillsets::AtLeast { count: 2, of: "core skillsets".into(), offers: vec![] }),
        ),
        requirement(
            "people",
            Condition::WhenComingFrom {
                track: track("individual"),
                then: Box::new(Condition::AnyOf(vec![coached(), managed()])),
            },
        ),
        requirement("review", Condition::PeerReview),
    ];
    ladder
}

fn sentence(ladder: &Ladder, left: usize, right: usize) -> String {
    Comparison::between(ladder, &ladder.levels[left], &ladder.levels[right]).summary(1).unwrap().to_string()
}

#[test]
fn a_step_up_says_what_changes_and_what_else_it_takes() {
    assert_eq!(
        sentence(&step(), 0, 1),
        "1 new, 1 raised; also required: 1 year at level 1, mastery of at least 2 core skillsets, \
         has coached peers or has managed before, a successful peer review"
    );
}

#[test]
fn what_is_asked_only_of_another_track_is_left_out() {
    let mut ladder = step();
    ladder.levels[0].track = track("management");
    assert!(!sentence(&ladder, 0, 1).contains("coached"));
}

#[test]
fn a_step_down_requires_nothing() {
    assert_eq!(sentence(&step(), 1, 0), "1 lowered, 1 dropped");
}

#[test]
fn a_move_between_tracks_at_one_rank_has_its_requirements() {
    let mut ladder = step();
    ladder.levels[1].rank = 1;
    assert!(sentence(&ladder, 0, 1).contains("also required: 1 year"));
}

#[test]
fn two_levels_that_expect_nothing_have_a_sentence_too() {
    let ladder = ladder("one", Vec::new(), &[&[], &[]]);
    assert_eq!(sentence(&ladder, 0, 1), "nothing expected");
}
