//! Any-of, and what is asked only of those who come from a track.

use rungs_core::assessment::Assessment;
use rungs_core::case::{Basis, Checked, State, evaluate};
use rungs_core::ladder::{Condition, Ladder, LevelId, TrackId};

use crate::fixture::{
    TODAY, asking_for, at, career, day, experience, first, found, level_id, master, requirement, stint, word,
};

fn either() -> Condition {
    Condition::AnyOf(vec![experience("coached"), experience("managed")])
}

fn from_craft(then: Condition) -> Condition {
    Condition::WhenComingFrom { track: TrackId::parse("craft").unwrap(), then: Box::new(then) }
}

/// Gives a word on each branch of the first requirement.
fn said(ladder: &Ladder, words: [Option<bool>; 2]) -> Assessment {
    let mut assessment = Assessment::default();
    let Condition::AnyOf(branches) = master(ladder).requirements[0].condition.innermost() else { panic!() };
    for (branch, said) in branches.iter().zip(words) {
        assessment.set_word(master(ladder), branch, said.map(word), at(1));
    }
    assessment
}

fn coming_from(assessment: &mut Assessment, level: Option<&str>) {
    assessment.set_present(level.map(level_id), at(1));
}

#[test]
fn a_group_is_met_by_one_of_its_branches() {
    use State::{Met, NotKnown, NotMet};
    let ladder = asking_for(either());
    let unknown = "One is enough; none is known to be met";
    let cases = [
        ([None, None], NotKnown, unknown),
        ([Some(false), None], NotKnown, unknown),
        ([Some(false), Some(false)], NotMet, "One is enough, and none is met"),
        ([Some(true), None], Met, "One is enough, and this one is met: has done coached"),
        ([Some(false), Some(true)], Met, "One is enough, and this one is met: has done managed"),
    ];
    for (words, state, sentence) in cases {
        assert_eq!(found(&ladder, &said(&ladder, words)), (state, sentence.to_owned()), "{words:?}");
    }
}

#[test]
fn each_branch_is_shown_with_its_own_finding() {
    let ladder = asking_for(either());
    let assessment = said(&ladder, [Some(false), Some(true)]);
    let group = first(&ladder, &assessment);
    let branches: Vec<(&str, State)> =
        group.branches.iter().map(|branch| (branch.requirement.id.as_str(), branch.state())).collect();
    assert_eq!(branches, [("coached", State::NotMet), ("managed", State::Met)]);
    assert_eq!(group.finding.basis(), Some(Basis::Account));
}

#[test]
fn what_is_asked_of_one_track_is_asked_of_those_on_it() {
    use State::{Met, NotKnown, NotMet};
    let ladder = asking_for(from_craft(either()));
    let cases = [
        (Some("journeyman"), [None, None], NotKnown, "One is enough; none is known to be met"),
        (Some("journeyman"), [Some(false), Some(false)], NotMet, "One is enough, and none is met"),
        (Some("journeyman"), [Some(true), None], Met, "One is enough, and this one is met: has done coached"),
        (Some("foreman"), [None, None], Met, "Asked only of those who come from this track: Craft"),
        (Some("apprentice"), [None, None], Met, "Asked only of those who come from this track: Craft"),
        (
            Some("gilder"),
            [None, None],
            NotKnown,
            "Asked of those who come from this track: Craft; whether of those who come from Specials is not said",
        ),
        (Some("gilder"), [Some(true), None], Met, "One is enough, and this one is met: has done coached"),
        (
            None,
            [None, None],
            NotKnown,
            "Asked only of those who come from this track: Craft; your present level is not known",
        ),
        (
            Some("artisan"),
            [None, None],
            NotKnown,
            "Asked only of those who come from this track: Craft; your present level is not known",
        ),
    ];
    for (present, words, state, sentence) in cases {
        let mut assessment = said(&ladder, words);
        coming_from(&mut assessment, present);
        assert_eq!(found(&ladder, &assessment), (state, sentence.to_owned()), "{present:?} {words:?}");
    }
}

#[test]
fn those_of_whom_it_is_not_asked_meet_it_without_any_claim() {
    let ladder = asking_for(from_craft(either()));
    let mut assessment = Assessment::default();
    coming_from(&mut assessment, Some("foreman"));
    assert_eq!(first(&ladder, &assessment).finding.basis(), Some(Basis::NotAsked));
}

#[test]
fn without_a_chosen_level_the_dates_say_where_one_comes_from() {
    let ladder = asking_for(from_craft(either()));
    let assessment = career(vec![stint("journeyman", "2020-01-01", None), stint("foreman", "2024-01-01", None)]);
    assert_eq!(found(&ladder, &assessment).0, State::Met);
    let present: Option<&LevelId> =
        rungs_core::case::present_level(&ladder, &assessment, day("2023-01-01")).map(|level| &level.id);
    assert_eq!(present, Some(&level_id("journeyman")));
}

#[test]
fn alternatives_hold_conditions_of_every_kind() {
    let branches = vec![
        requirement("time", Condition::TimeAtRank { rank: 2, months: 12 }),
        requirement("need", Condition::DocumentedNeed),
        requirement("review", Condition::PeerReview),
        requirement("nested", Condition::AnyOf(vec![experience("a"), experience("b")])),
    ];
    let ladder = asking_for(Condition::AnyOf(branches));
    let assessment = career(vec![stint("journeyman", "2020-01-01", None)]);
    let checked: Vec<Checked> = evaluate(&ladder, master(&ladder), &assessment, day(TODAY));
    assert_eq!(checked[0].finding.basis(), Some(Basis::Dates));
    assert_eq!(checked[0].branches[3].branches.len(), 2);
}
