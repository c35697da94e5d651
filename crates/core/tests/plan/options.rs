//! What could be planned.

use rungs_core::assessment::{Assessment, Evidence, EvidenceId, Mark, Rating, Wording};
use rungs_core::ladder::ExpectationId;
use rungs_core::plan::{Standing, options};
use rungs_core::record::Extra;

use super::fixture::{at, day, ladder};

fn rate(assessment: &mut Assessment, id: &str, rating: Rating, has_evidence: bool) {
    let ladder = ladder();
    let expectation = ladder.expectation(&ExpectationId::parse(id).unwrap()).unwrap();
    assessment.rate(expectation, Some(rating), at(1));
    if has_evidence {
        let wording = Wording::of(&expectation.text);
        let piece = Evidence { date: day("2026-11-01"), text: "did".into(), link: None, wording, extra: Extra::new() };
        assessment.put_evidence(expectation, &EvidenceId::parse("e").unwrap(), piece, at(1));
    }
}

/// "Gap: polite mentoring, Strength: tickets".
fn sorted(assessment: &Assessment) -> String {
    let ladder = ladder();
    let names = |questions: &Vec<rungs_core::assessment::Question>| {
        let id = |at: usize| ladder.expectations[at].id.to_string();
        questions.iter().map(|question| id(question.expectation)).collect::<Vec<_>>().join(" ")
    };
    let groups = options(&ladder, assessment, None, &ladder.levels[0]);
    let groups = groups.iter().map(|(standing, questions)| format!("{standing:?}: {}", names(questions)));
    groups.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_the_target_asks_is_sorted_by_where_one_stands() {
    let mut assessment = Assessment::default();
    assert_eq!(sorted(&assessment), "Open: tickets polite mentoring speaking planning");
    rate(&mut assessment, "tickets", Rating::Consistently, true);
    rate(&mut assessment, "polite", Rating::Consistently, false);
    rate(&mut assessment, "mentoring", Rating::NoChance, false);
    rate(&mut assessment, "speaking", Rating::Sometimes, false);
    assert_eq!(sorted(&assessment), "Gap: speaking, Unshown: polite, Open: mentoring planning, Strength: tickets");
}

#[test]
fn of_gaps_those_without_evidence_come_first() {
    let mut assessment = Assessment::default();
    rate(&mut assessment, "tickets", Rating::NotYet, true);
    rate(&mut assessment, "speaking", Rating::Sometimes, false);
    assert_eq!(sorted(&assessment), "Gap: speaking tickets, Open: polite mentoring planning");
    assert_eq!(Standing::ALL[0], Standing::Gap);
}

#[test]
fn a_strength_is_shown_consistently_and_has_evidence() {
    let standing = |rating, has_evidence| Standing::of(Mark { rating, has_evidence });
    for (rating, without, with) in [
        (None, Standing::Open, Standing::Open),
        (Some(Rating::NoChance), Standing::Open, Standing::Open),
        (Some(Rating::NotYet), Standing::Gap, Standing::Gap),
        (Some(Rating::Sometimes), Standing::Gap, Standing::Gap),
        (Some(Rating::Consistently), Standing::Unshown, Standing::Strength),
    ] {
        assert_eq!([standing(rating, false), standing(rating, true)], [without, with], "{rating:?}");
    }
}
