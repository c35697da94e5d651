//! Readings: what is asked, what the target adds, what is answered, what is next, what is retired.

use rungs_core::assessment::{
    Addition, Assessment, Choice, Evidence, Mark, Rating, Tally, answer_to, choice, marks, next_unrated, questions,
    retired,
};
use rungs_core::date::Date;
use rungs_core::ladder::Ladder;

use crate::fixture::{at, evidence, evidence_id, expectation_id, ladder, level_id, rate};

fn asked(ladder: &Ladder, present: Option<&str>, target: &str) -> Vec<(String, Addition)> {
    let level = |id: &str| ladder.level(&level_id(id)).unwrap();
    let found = questions(ladder, present.map(level), level(target));
    found.iter().map(|q| (ladder.expectations[q.expectation].id.to_string(), q.addition)).collect()
}

fn pairs(expected: &[(&str, Addition)]) -> Vec<(String, Addition)> {
    expected.iter().map(|(id, addition)| ((*id).to_owned(), *addition)).collect()
}

#[test]
fn the_target_asks_for_its_assessed_expectations_and_marks_what_it_adds() {
    let expected = [("tickets-90", Addition::Raised), ("polite", Addition::None), ("mentoring", Addition::New)];
    assert_eq!(asked(&ladder(), Some("junior"), "senior"), pairs(&expected));
}

#[test]
fn without_a_present_level_nothing_is_called_an_addition() {
    let expected = [("tickets-90", Addition::None), ("polite", Addition::None), ("mentoring", Addition::None)];
    assert_eq!(asked(&ladder(), None, "senior"), pairs(&expected));
}

#[test]
fn the_same_statement_under_another_id_is_no_addition() {
    let mut ladder = ladder();
    ladder.expectations[1].raises.clear();
    ladder.expectations[1].text = ladder.expectations[0].text.clone();
    assert_eq!(asked(&ladder, Some("junior"), "senior")[0].1, Addition::None);
}

#[test]
fn what_only_says_it_in_other_words_is_no_addition() {
    let mut ladder = ladder();
    ladder.expectations[1].raises.clear();
    ladder.expectations[1].replaces = vec![expectation_id("tickets-75")];
    assert_eq!(asked(&ladder, Some("junior"), "senior")[0].1, Addition::None);
}

#[test]
fn the_present_level_as_the_target_adds_nothing() {
    assert!(asked(&ladder(), Some("senior"), "senior").iter().all(|(_, addition)| *addition == Addition::None));
}

#[test]
fn a_tally_counts_ratings_evidence_and_gaps_and_makes_no_score() {
    let ladder = ladder();
    let found = questions(&ladder, None, &ladder.levels[1]);
    let mut assessment = Assessment::default();
    rate(&mut assessment, &ladder, "tickets-90", Rating::Sometimes, 1);
    rate(&mut assessment, &ladder, "mentoring", Rating::NoChance, 1);
    let polite = ladder.expectation(&expectation_id("polite")).unwrap();
    assessment.put_evidence(polite, &evidence_id("v"), evidence("A letter"), at(1));
    let tally = Tally::of(&ladder, &assessment, &found);
    let expected = Tally { asked: 3, sometimes: 1, no_chance: 1, evidenced: 1, ..Tally::default() };
    assert_eq!(tally, expected);
    assert_eq!((tally.rated(), tally.unrated(), tally.gaps(), tally.without_evidence()), (2, 1, 1, 2));
    let polite = Mark { rating: None, has_evidence: true };
    assert_eq!(marks(&ladder, &assessment, &found)[1], polite);
}

#[test]
fn a_rating_and_evidence_for_it_leave_the_revision_of_the_rest_as_it_is() {
    let ladder = ladder();
    let mut assessment = Assessment::default();
    assessment.set_target(Some(level_id("senior")), at(1));
    let before = assessment.entry_revision();
    rate(&mut assessment, &ladder, "tickets-90", Rating::Sometimes, 2);
    let polite = ladder.expectation(&expectation_id("polite")).unwrap();
    assessment.put_evidence(polite, &evidence_id("v"), evidence("A letter"), at(3));
    assert_eq!(assessment.entry_revision(), before);
    assessment.set_present(Some(level_id("junior")), at(4));
    assert_ne!(assessment.entry_revision(), before);
}

#[test]
fn the_next_unrated_is_sought_onward_and_then_from_the_top() {
    let ladder = ladder();
    let found = questions(&ladder, Some(&ladder.levels[0]), &ladder.levels[1]);
    let mut assessment = Assessment::default();
    let next = |a: &Assessment, after, only| next_unrated(&ladder, a, &found, after, only);
    assert_eq!(next(&assessment, None, false), Some(0));
    assert_eq!(next(&assessment, Some(0), false), Some(1));
    assert_eq!(next(&assessment, Some(0), true), Some(2));
    rate(&mut assessment, &ladder, "mentoring", Rating::NotYet, 1);
    assert_eq!(next(&assessment, Some(1), false), Some(0));
    assert_eq!(next(&assessment, Some(2), true), Some(0));
    assert_eq!(next(&assessment, Some(99), false), Some(0));
    rate(&mut assessment, &ladder, "tickets-90", Rating::NotYet, 1);
    assert_eq!(next(&assessment, Some(0), true), None);
}

#[test]
fn an_answer_to_another_wording_stands_and_is_called_reworded() {
    let mut ladder = ladder();
    let mut assessment = Assessment::default();
    rate(&mut assessment, &ladder, "polite", Rating::Consistently, 1);
    let reworded = |ladder: &Ladder, assessment: &Assessment| {
        let found = questions(ladder, None, &ladder.levels[1]);
        let answer = answer_to(assessment, &ladder.expectations[2]).into_owned();
        assert_eq!(answer.rating(), Some(Rating::Consistently));
        found[1].is_reworded(&answer)
    };
    ladder.expectations[2].text = "Writes \n politely.".into();
    assert!(!reworded(&ladder, &assessment), "white space is not wording");
    ladder.expectations[2].text = "Writes very politely.".into();
    assert!(reworded(&ladder, &assessment));
    rate(&mut assessment, &ladder, "polite", Rating::Consistently, 2);
    assert!(!reworded(&ladder, &assessment), "rating again answers the new wording");
}

#[test]
fn answers_follow_an_expectation_to_its_new_id() {
    let mut ladder = ladder();
    let mut assessment = Assessment::default();
    rate(&mut assessment, &ladder, "polite", Rating::Consistently, 5);
    let elsewhere = assessment.clone();
    ladder.expectations[2].id = expectation_id("courteous");
    ladder.expectations[2].former_ids = vec![expectation_id("polite")];
    let courteous = &ladder.expectations[2];
    assert_eq!(answer_to(&assessment, courteous).rating(), Some(Rating::Consistently));
    assert!(retired(&ladder, &assessment).is_empty());
    assessment.rate(courteous, Some(Rating::Sometimes), at(2));
    assessment.merge(&elsewhere);
    assert_eq!(
        answer_to(&assessment, courteous).rating(),
        Some(Rating::Sometimes),
        "the change wins, whatever the clock"
    );
}

#[test]
fn an_answer_whose_expectation_is_gone_is_listed_with_the_statement_that_was_answered() {
    let mut ladder = ladder();
    let mut assessment = Assessment::default();
    rate(&mut assessment, &ladder, "mentoring", Rating::Sometimes, 1);
    ladder.expectations[3].id = expectation_id("coaching");
    let gone = retired(&ladder, &assessment);
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].answer.wording().unwrap().text, "Mentors.");
    let kept = gone[0].answer.clone();
    assessment.forget(&expectation_id("mentoring"), at(2));
    assert!(retired(&ladder, &assessment).is_empty());
    assessment.bring_back(&expectation_id("mentoring"), kept, at(2));
    assert_eq!(retired(&ladder, &assessment)[0].answer.rating(), Some(Rating::Sometimes));
}

#[test]
fn a_level_is_found_by_its_former_id_and_missed_when_it_is_gone() {
    let mut ladder = ladder();
    ladder.levels[1].former_ids = vec![level_id("expert")];
    let (senior, expert, lead) = (level_id("senior"), level_id("expert"), level_id("lead"));
    assert_eq!(choice(&ladder, None), Choice::None);
    assert_eq!(choice(&ladder, Some(&senior)).level(), Some(&ladder.levels[1]));
    assert_eq!(choice(&ladder, Some(&expert)).level(), Some(&ladder.levels[1]));
    assert_eq!(choice(&ladder, Some(&lead)), Choice::Gone(&lead));
}

#[test]
fn evidence_stands_with_the_latest_day_and_of_one_day_the_latest_id_first() {
    let ladder = ladder();
    let of = ladder.expectation(&expectation_id("polite")).unwrap();
    let mut assessment = Assessment::default();
    for (id, day) in [("a", "2026-11-21"), ("b", "2026-11-22"), ("c", "2026-11-22"), ("d", "2026-11-20")] {
        let piece = Evidence { date: Date::parse(day).unwrap(), ..evidence(id) };
        assessment.put_evidence(of, &evidence_id(id), piece, at(1));
    }
    let order: Vec<&str> = assessment.answer(&of.id).unwrap().evidence().iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(order, ["c", "b", "a", "d"]);
}
