//! The summary of a target: lists and sentences, and when a review may be requested.

use rungs_core::assessment::{Assessment, EvidenceId, Figure, FigureProblem, Outcome, Rating, Reply};
use rungs_core::case::{ReviewStep, State, Summary};
use rungs_core::ladder::{Bound, Condition, Held, Ladder, Measure, Quantity, Rule, RuleId, RuleSubject};

use crate::blank::{competency, expectation};
use crate::fixture::{
    TODAY, asking, at, day, entry_id, evidence, experience, level_id, master, opening, requirement, review, waiver,
    word, wording,
};

/// `master` asks for an experience, a need and a review, and expects 90 percent, patience, and further duties.
fn ladder() -> Ladder {
    let mut ladder = asking(vec![
        experience("coached"),
        requirement("need", Condition::DocumentedNeed),
        requirement("review", Condition::PeerReview),
    ]);
    ladder.competencies = vec![competency("craft")];
    ladder.expectations = vec![
        expectation("ninety", "craft", "Finishes 90 percent."),
        expectation("patient", "craft", "Is patient."),
        expectation("duties", "craft", "Further duties."),
    ];
    ladder.expectations[0].measure = Some(Measure {
        bound: Bound::AtLeast(Quantity::whole(90).unwrap()),
        unit: "percent".into(),
        of: "pieces finished".into(),
    });
    ladder.expectations[2].assessed = false;
    ladder.levels[2].holds = (0..3).map(|expectation| Held { expectation, origin: level_id("master") }).collect();
    ladder
}

fn step(ladder: &Ladder, assessment: &Assessment) -> ReviewStep {
    Summary::of(ladder, master(ladder), assessment, day(TODAY)).review
}

#[test]
fn a_review_may_be_requested_when_all_but_the_review_is_met() {
    let ladder = ladder();
    let [coached, _, of_review] = master(&ladder).requirements.as_slice() else { panic!() };
    let mut assessment = Assessment::default();
    assert_eq!(step(&ladder, &assessment), ReviewStep::Later);
    assessment.set_word(master(&ladder), coached, Some(word(true)), at(1));
    assert_eq!(step(&ladder, &assessment), ReviewStep::Later, "whether there is a need is not known");
    assessment.set_opening(master(&ladder), Some(opening(Reply::Yes, "2026-05-01")), at(1));
    assert_eq!(step(&ladder, &assessment), ReviewStep::MayBeRequested);
    let mut hold = |date: &str, outcome| {
        assessment.set_review(master(&ladder), of_review, &entry_id("r"), Some(review(date, outcome)), at(2));
        step(&ladder, &assessment)
    };
    assert_eq!(hold("2026-12-24", Outcome::Pending), ReviewStep::UnderWay);
    assert_eq!(hold("2026-10-01", Outcome::Unsuccessful), ReviewStep::MayBeRequested);
    assert_eq!(hold("2026-10-02", Outcome::Successful), ReviewStep::Met);
}

#[test]
fn what_is_waived_does_not_hold_a_review_back_and_a_waived_review_is_met() {
    let ladder = ladder();
    let mut assessment = Assessment::default();
    for (number, step_then) in [ReviewStep::Later, ReviewStep::MayBeRequested, ReviewStep::Met].into_iter().enumerate()
    {
        let of = &master(&ladder).requirements[number];
        assessment.set_waiver(master(&ladder), of, Some(waiver("2026-05-01")), at(1));
        assert_eq!(step(&ladder, &assessment), step_then);
    }
}

#[test]
fn a_target_without_a_review_asks_for_none() {
    let ladder = asking(vec![experience("coached")]);
    assert_eq!(step(&ladder, &Assessment::default()), ReviewStep::NotAsked);
}

#[test]
fn the_summary_lists_what_is_met_what_is_not_and_what_is_not_known() {
    let ladder = ladder();
    let mut assessment = Assessment::default();
    assessment.set_word(master(&ladder), &master(&ladder).requirements[0], Some(word(true)), at(1));
    let summary = Summary::of(&ladder, master(&ladder), &assessment, day(TODAY));
    let ids = |state| summary.in_state(state).map(|checked| checked.requirement.id.as_str()).collect::<Vec<_>>();
    assert_eq!(
        [ids(State::Met), ids(State::NotMet), ids(State::NotKnown)],
        [vec!["coached"], vec![], vec!["need", "review"]]
    );
}

#[test]
fn the_summary_names_the_expectations_without_evidence() {
    let ladder = ladder();
    let mut assessment = Assessment::default();
    let piece = EvidenceId::parse("v").unwrap();
    assessment.put_evidence(&ladder.expectations[0], &piece, evidence("2026-05-01"), at(1));
    assessment.rate(&ladder.expectations[1], Some(Rating::Consistently), at(1));
    let summary = Summary::of(&ladder, master(&ladder), &assessment, day(TODAY));
    let without: Vec<&str> = summary.without_evidence().map(|expectation| expectation.id.as_str()).collect();
    assert_eq!(without, ["patient"], "what cannot be rated asks for no evidence");
    let ratings: Vec<Option<Rating>> = summary.expectations.iter().map(|expected| expected.rating).collect();
    assert_eq!(ratings, [None, Some(Rating::Consistently)]);
}

#[test]
fn rules_on_waivers_and_on_who_may_start_a_review_stand_beside_the_result() {
    let mut ladder = ladder();
    let rule = |id: &str, about, levels: &[&str]| Rule {
        id: RuleId::parse(id).unwrap(),
        name: id.into(),
        text: "As it is.".into(),
        levels: levels.iter().map(|id| level_id(id)).collect(),
        about,
    };
    ladder.rules = vec![
        rule("other", None, &[]),
        rule("waiver", Some(RuleSubject::Waiver), &["master"]),
        rule("waiver-for-others", Some(RuleSubject::Waiver), &["dean"]),
        rule("start", Some(RuleSubject::StartingReview), &[]),
    ];
    let assessment = Assessment::default();
    let summary = Summary::of(&ladder, master(&ladder), &assessment, day(TODAY));
    let ids = |rules: &[&Rule]| rules.iter().map(|rule| rule.id.to_string()).collect::<Vec<_>>();
    assert_eq!((ids(&summary.waivers), ids(&summary.starting_review)), (vec!["waiver".into()], vec!["start".into()]));
}

fn figure(value: &str) -> Figure {
    Figure {
        value: Quantity::parse(value).unwrap(),
        from: day("2026-01-01"),
        until: day("2026-06-30"),
        wording: wording(),
        extra: Default::default(),
    }
}

#[test]
fn the_users_own_figure_stands_against_the_bar() {
    let ladder = ladder();
    for (value, sentence) in [
        ("82,5", "82.5\u{a0}% from 1 January 2026 to 30 June 2026; the ladder asks for 90\u{a0}%: not reached"),
        ("90", "90\u{a0}% from 1 January 2026 to 30 June 2026; the ladder asks for 90\u{a0}%: reached"),
    ] {
        let mut assessment = Assessment::default();
        assessment.set_figure(&ladder.expectations[0], Some(figure(value)), at(1));
        assessment.set_figure(&ladder.expectations[1], Some(figure(value)), at(1));
        let summary = Summary::of(&ladder, master(&ladder), &assessment, day(TODAY));
        assert_eq!(summary.expectations[0].figure_sentence().as_deref(), Some(sentence));
        assert_eq!(summary.expectations[1].figure_sentence(), None, "there is no bar");
    }
}

#[test]
fn a_doubtful_period_is_said() {
    let problem = |from: &str, until: &str| {
        Figure { from: day(from), until: day(until), ..figure("1") }
            .problem(day(TODAY))
            .map(|problem| problem.to_string())
    };
    assert_eq!(problem("2026-01-01", TODAY), None);
    assert_eq!(problem("2026-02-01", "2026-01-01"), Some(FigureProblem::EndsBeforeItBegins.to_string()));
    let future = "The period begins on 1 January 2027, which is in the future.";
    assert_eq!(problem("2027-01-01", "2027-02-01").as_deref(), Some(future));
}
