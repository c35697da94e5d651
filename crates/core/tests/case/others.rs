//! What others decide: reviews, the need for a role, waivers.

use rungs_core::assessment::{Assessment, Outcome, Reply};
use rungs_core::case::{Basis, State};
use rungs_core::ladder::{Card, Condition, Ladder, LevelId, Rule, RuleId};

use crate::fixture::{
    asking, asking_for, at, entry_id, experience, first, found, level_id, master, opening, requirement, review, waiver,
};

/// The days of reviews, and what came of each.
type Reviews<'a> = &'a [(&'a str, Outcome)];

fn reviewed(ladder: &Ladder, reviews: Reviews) -> Assessment {
    let mut assessment = Assessment::default();
    for (number, (date, outcome)) in reviews.iter().enumerate() {
        let (of, id) = (&master(ladder).requirements[0], entry_id(&format!("r{number}")));
        assessment.set_review(master(ladder), of, &id, Some(review(date, *outcome)), at(1));
    }
    assessment
}

#[test]
fn a_review_is_met_by_one_that_was_successful() {
    use Outcome::{Pending, Successful, Unsuccessful};
    use State::{Met, NotKnown, NotMet};
    let ladder = asking_for(Condition::PeerReview);
    let cases: [(Reviews, State, &str); 9] = [
        (&[], NotKnown, "No review is noted yet"),
        (&[("2026-12-24", Pending)], NotMet, "The outcome of the review of 24 December 2026 is open"),
        (&[("2026-05-01", Pending)], NotMet, "The outcome of the review of 1 May 2026 is open"),
        (&[("2026-05-01", Unsuccessful)], NotMet, "The review of 1 May 2026 was not successful"),
        (&[("2026-05-01", Successful)], Met, "The review of 1 May 2026 was successful"),
        (&[("2026-05-01", Successful), ("2026-06-01", Successful)], Met, "The review of 1 May 2026 was successful"),
        (&[("2026-05-01", Successful), ("2026-06-01", Unsuccessful)], Met, "The review of 1 May 2026 was successful"),
        (
            &[("2026-05-01", Unsuccessful), ("2026-06-01", Pending)],
            NotMet,
            "The outcome of the review of 1 June 2026 is open",
        ),
        (&[("2026-11-24", Successful)], NotMet, "The outcome of the review of 24 November 2026 is open"),
    ];
    for (reviews, state, sentence) in cases {
        assert_eq!(found(&ladder, &reviewed(&ladder, reviews)), (state, sentence.to_owned()), "{reviews:?}");
    }
}

#[test]
fn whether_there_is_an_opening_is_one_answer_whoever_gives_it() {
    let mut ladder = asking_for(Condition::DocumentedNeed);
    let before = LevelId::parse("guru").unwrap();
    ladder.levels[2].former_ids = vec![before.clone()];
    let mut assessment = Assessment::default();
    // The worksheet knows the level in outline only, and may have chosen it under its former id.
    let card = Card::of(&ladder);
    let outline = card.level_ever(&before).unwrap();
    assessment.set_opening(outline, Some(opening(Reply::Yes, "2026-05-01")), at(1));
    assert_eq!(found(&ladder, &assessment).0, State::Met);
    assessment.set_opening(master(&ladder), Some(opening(Reply::No, "2026-05-02")), at(2));
    assert_eq!(assessment.opening(outline).map(|opening| opening.reply), Some(Reply::No));
    assert_eq!(assessment.entered().count(), 1);
}

#[test]
fn a_documented_need_is_what_only_the_organisation_can_give() {
    use State::{Met, NotKnown, NotMet};
    let ladder = asking_for(Condition::DocumentedNeed);
    let unknown = "Only your organisation can say, and its answer is not known yet";
    let cases = [
        (None, NotKnown, unknown),
        (Some((Reply::Unknown, "2026-05-01")), NotKnown, unknown),
        (Some((Reply::Yes, "2026-11-24")), NotKnown, unknown),
        (Some((Reply::No, "2026-05-01")), NotMet, "There is no need, by your organisation’s answer of 1 May 2026"),
        (Some((Reply::Yes, "2026-05-01")), Met, "There is a need, by your organisation’s answer of 1 May 2026"),
    ];
    for (reply, state, sentence) in cases {
        let mut assessment = Assessment::default();
        assessment.set_opening(master(&ladder), reply.map(|(reply, date)| opening(reply, date)), at(1));
        assert_eq!(found(&ladder, &assessment), (state, sentence.to_owned()), "{reply:?}");
        assert!(first(&ladder, &assessment).is_for_organisation());
    }
}

#[test]
fn whether_there_is_an_opening_is_one_answer_for_all_who_ask_about_the_level() {
    let need = |id: &str| requirement(id, Condition::DocumentedNeed);
    let ladder = asking(vec![need("need"), need("budgeted")]);
    let mut assessment = Assessment::default();
    assessment.set_opening(master(&ladder), Some(opening(Reply::Yes, "2026-05-01")), at(1));
    let checked = rungs_core::case::evaluate(&ladder, master(&ladder), &assessment, crate::fixture::day("2026-11-23"));
    assert!(checked.iter().all(|checked| checked.state() == State::Met));
    assert!(assessment.opening(&ladder.levels[0]).is_none(), "another level has an answer of its own");
}

#[test]
fn an_opening_follows_its_level_to_a_new_id() {
    let mut ladder = asking_for(Condition::DocumentedNeed);
    let mut assessment = Assessment::default();
    assessment.set_opening(master(&ladder), Some(opening(Reply::Yes, "2026-05-01")), at(5));
    let level = &mut ladder.levels[2];
    level.former_ids = vec![std::mem::replace(&mut level.id, level_id("maestro"))];
    let level = ladder.levels[2].clone();
    assert_eq!(assessment.opening(&level).map(|opening| opening.reply), Some(Reply::Yes));
    assessment.set_opening(&level, Some(opening(Reply::No, "2026-06-01")), at(2));
    assert_eq!(assessment.opening(&level).map(|opening| opening.reply), Some(Reply::No));
    assert_eq!(assessment.entered().count(), 1);
}

#[test]
fn a_waiver_meets_what_is_not_met_from_its_day_on() {
    use State::{Met, NotKnown};
    let ladder = asking(vec![experience("coached")]);
    let unsaid = "You have not said yet whether it is met";
    for (date, state, sentence) in [("2026-11-23", Met, "Waived on 23 November 2026"), ("2026-11-24", NotKnown, unsaid)]
    {
        let mut assessment = Assessment::default();
        assessment.set_waiver(master(&ladder), &master(&ladder).requirements[0], Some(waiver(date)), at(1));
        assert_eq!(found(&ladder, &assessment), (state, sentence.to_owned()));
        let basis = (state == Met).then_some(Basis::Waiver);
        assert_eq!(first(&ladder, &assessment).finding.basis(), basis);
    }
}

#[test]
fn what_is_met_without_a_waiver_is_not_called_waived() {
    let ladder = asking(vec![experience("coached")]);
    let (of, mut assessment) = (&master(&ladder).requirements[0], Assessment::default());
    assessment.set_waiver(master(&ladder), of, Some(waiver("2026-05-01")), at(1));
    assessment.set_word(master(&ladder), of, Some(crate::fixture::word(true)), at(1));
    assert_eq!(first(&ladder, &assessment).finding.basis(), Some(Basis::Account));
}

#[test]
fn the_rule_that_explains_a_requirement_stands_beside_it() {
    let mut ladder = asking_for(Condition::PeerReview);
    let id = RuleId::parse("board").unwrap();
    ladder.levels[2].requirements[0].rule = Some(id.clone());
    ladder.rules = vec![Rule { id, name: "Board".into(), text: "Two sit.".into(), levels: vec![], about: None }];
    let assessment = Assessment::default();
    assert_eq!(first(&ladder, &assessment).rule.map(|rule| rule.name.as_str()), Some("Board"));
}
