//! Mastery: skillsets count once each, with evidence, by the user's account until a review says so.

use rungs_core::assessment::{Assessment, Outcome};
use rungs_core::case::{Basis, State};
use rungs_core::ladder::{Condition, Ladder, Requirement, Skillsets};

use crate::fixture::{
    asking, asking_for, at, entry_id, first, found, master, name_skillset, prove, requirement, review,
};

fn two_doughs() -> Condition {
    Condition::Mastery(Skillsets::AtLeast { count: 2, of: "kinds of dough".into(), offers: vec![] })
}

/// Names of skillsets, and whether there is evidence for each.
type Skills<'a> = &'a [(&'a str, bool)];

/// Names these skillsets, those with `true` with evidence.
fn named(ladder: &Ladder, skillsets: Skills) -> Assessment {
    let mut assessment = Assessment::default();
    let of = &master(ladder).requirements[0];
    for (number, (name, is_proven)) in skillsets.iter().enumerate() {
        let id = format!("k{number}");
        name_skillset(&mut assessment, ladder, of, &id, name);
        if *is_proven {
            prove(&mut assessment, ladder, of, Some(&id), "2026-05-01");
        }
    }
    assessment
}

#[test]
fn skillsets_of_a_kind_are_counted() {
    use State::{Met, NotKnown, NotMet};
    let ladder = asking_for(two_doughs());
    let cases: [(Skills, State, &str); 8] = [
        (&[], NotKnown, "0 of 2 kinds of dough are named yet"),
        (&[("Rye", true)], NotMet, "1 of 2 kinds of dough named, 1 with evidence"),
        (&[("Rye", false)], NotMet, "1 of 2 kinds of dough named, 0 with evidence"),
        (&[("Rye", true), ("Wheat", false)], NotKnown, "2 of 2 kinds of dough named, 1 with evidence"),
        (&[("Rye", true), ("Wheat", true)], Met, "2 of 2 kinds of dough named, 2 with evidence; met by your account"),
        (
            &[("Rye", true), ("Wheat", true), ("Oat", true)],
            Met,
            "2 of 2 kinds of dough named, 2 with evidence; met by your account",
        ),
        (&[("Rye", true), (" ＲＹÉ ", true)], NotMet, "1 of 2 kinds of dough named, 1 with evidence"),
        (&[("Rye", true), (" ", true)], NotMet, "1 of 2 kinds of dough named, 1 with evidence"),
    ];
    for (skillsets, state, sentence) in cases {
        assert_eq!(found(&ladder, &named(&ladder, skillsets)), (state, sentence.to_owned()), "{skillsets:?}");
    }
}

#[test]
fn names_that_differ_in_a_sign_are_two_skillsets() {
    let ladder = asking_for(two_doughs());
    assert_eq!(found(&ladder, &named(&ladder, &[("C", true), ("C++", true)])).0, State::Met);
}

#[test]
fn a_skillset_that_the_ladder_names_takes_evidence_whatever_the_user_calls_it() {
    let mut ladder = asking_for(Condition::Mastery(Skillsets::Named("sourdough".into())));
    let nothing = Assessment::default();
    assert_eq!(found(&ladder, &nothing), (State::NotKnown, "There is no evidence of sourdough yet".into()));
    let mut assessment = nothing;
    prove(&mut assessment, &ladder, &master(&ladder).requirements[0], None, "2026-05-01");
    let sentence = "There is evidence of sourdough; met by your account";
    assert_eq!(found(&ladder, &assessment), (State::Met, sentence.into()));
    assert_eq!(found(&ladder, &named(&ladder, &[("old dough", true)])), (State::Met, sentence.into()));
    ladder.levels[2].requirements[0].condition = Condition::Mastery(Skillsets::Named("old dough".into()));
    assert_eq!(found(&ladder, &assessment).0, State::Met, "reworded");
}

#[test]
fn evidence_of_a_future_day_does_not_count_yet() {
    let ladder = asking_for(Condition::Mastery(Skillsets::Named("sourdough".into())));
    let mut assessment = Assessment::default();
    prove(&mut assessment, &ladder, &master(&ladder).requirements[0], None, "2026-11-24");
    assert_eq!(found(&ladder, &assessment).0, State::NotKnown);
    let mut assessment = Assessment::default();
    name_skillset(&mut assessment, &ladder, &master(&ladder).requirements[0], "k", "old dough");
    prove(&mut assessment, &ladder, &master(&ladder).requirements[0], Some("k"), "2026-11-24");
    assert_eq!(found(&ladder, &assessment).0, State::NotKnown);
}

#[test]
fn a_successful_review_confirms_what_the_user_says() {
    let ladder = asking(vec![requirement("doughs", two_doughs()), requirement("review", Condition::PeerReview)]);
    let mut assessment = named(&ladder, &[("Rye", true), ("Wheat", true)]);
    assert_eq!(first(&ladder, &assessment).finding.basis(), Some(Basis::Account));
    let of: &Requirement = &master(&ladder).requirements[1];
    let mut hold = |id: &str, date: &str, outcome| {
        assessment.set_review(master(&ladder), of, &entry_id(id), Some(review(date, outcome)), at(1));
        (first(&ladder, &assessment).finding.basis(), found(&ladder, &assessment).1)
    };
    assert_eq!(hold("r1", "2026-06-01", Outcome::Unsuccessful).0, Some(Basis::Account));
    let confirmed = "2 of 2 kinds of dough named, 2 with evidence; confirmed by the review of 2 July 2026";
    assert_eq!(hold("r2", "2026-07-02", Outcome::Successful), (Some(Basis::Review), confirmed.into()));
}

#[test]
fn a_review_confirms_only_what_there_was_evidence_of() {
    let ladder = asking(vec![requirement("doughs", two_doughs()), requirement("review", Condition::PeerReview)]);
    let mut assessment = named(&ladder, &[("Rye", true), ("Wheat", true)]);
    let of = &master(&ladder).requirements[1];
    let mut reviewed_on = |id: &str, date: &str| {
        assessment.set_review(master(&ladder), of, &entry_id(id), Some(review(date, Outcome::Successful)), at(1));
        found(&ladder, &assessment)
    };
    let sentence = |end: &str| (State::Met, format!("2 of 2 kinds of dough named, 2 with evidence; {end}"));
    assert_eq!(reviewed_on("r1", "2026-04-30"), sentence("met by your account"), "before the evidence");
    assert_eq!(reviewed_on("r2", "2026-05-01"), sentence("confirmed by the review of 1 May 2026"));
    assert_eq!(reviewed_on("r3", "2026-06-01"), sentence("confirmed by the review of 1 May 2026"));
}

#[test]
fn a_review_makes_no_skillsets() {
    let ladder = asking(vec![requirement("doughs", two_doughs()), requirement("review", Condition::PeerReview)]);
    let mut assessment = named(&ladder, &[("Rye", true)]);
    let (of, success) = (&master(&ladder).requirements[1], review("2026-07-02", Outcome::Successful));
    assessment.set_review(master(&ladder), of, &entry_id("r"), Some(success), at(1));
    assert_eq!(found(&ladder, &assessment).0, State::NotMet);
}
