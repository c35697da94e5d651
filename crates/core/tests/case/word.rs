//! Experiences and statements: the user's own word settles them, and the sentence says so.

use rungs_core::assessment::{Assessment, Wording};
use rungs_core::case::{Basis, State};
use rungs_core::ladder::{Condition, Ladder, Level, RequirementId};

use crate::fixture::{asking_for, at, first, found, level_id, master, prove, waiver, word};

#[test]
fn the_users_own_word_settles_it() {
    use State::{Met, NotKnown, NotMet};
    let conditions = [Condition::Experience("has coached".into()), Condition::Statement("wants to teach".into())];
    let cases = [
        (None, false, NotKnown, "You have not said yet whether it is met"),
        (None, true, Met, "Met by your account: there is evidence"),
        (Some(true), false, Met, "Met by your account"),
        (Some(true), true, Met, "Met by your account"),
        (Some(false), false, NotMet, "Not met by your account"),
        (Some(false), true, NotMet, "Not met by your account"),
    ];
    for condition in conditions {
        let ladder = asking_for(condition);
        let of = &master(&ladder).requirements[0];
        for (said, is_proven, state, sentence) in cases {
            let mut assessment = Assessment::default();
            assessment.set_word(master(&ladder), of, said.map(word), at(1));
            if is_proven {
                prove(&mut assessment, &ladder, of, None, "2026-05-01");
            }
            assert_eq!(found(&ladder, &assessment), (state, sentence.to_owned()), "{said:?} {is_proven}");
            let basis = (state == Met).then_some(Basis::Account);
            assert_eq!(first(&ladder, &assessment).finding.basis(), basis);
        }
    }
}

#[test]
fn a_word_stands_when_the_requirement_is_reworded_and_says_so() {
    let mut ladder = asking_for(Condition::Experience("has coached".into()));
    let mut assessment = Assessment::default();
    let of = &master(&ladder).requirements[0];
    let said = rungs_core::assessment::Word { wording: Wording::of_requirement(of), ..word(true) };
    assessment.set_word(master(&ladder), of, Some(said), at(1));
    assert_eq!(first(&ladder, &assessment).reworded, None);
    ladder.levels[2].requirements[0].condition = Condition::Experience("has coached two people".into());
    let checked = first(&ladder, &assessment);
    assert_eq!(checked.state(), State::Met);
    assert_eq!(checked.reworded.map(|wording| wording.text.as_str()), Some("has coached"));
}

/// The ladder after `master` and the requirement in it got new ids.
fn renamed(ladder: &Ladder, level: &str, requirement: &str) -> Ladder {
    let mut ladder = ladder.clone();
    let master = &mut ladder.levels[2];
    master.former_ids = vec![std::mem::replace(&mut master.id, level_id(level))];
    let of = &mut master.requirements[0];
    of.former_ids = vec![std::mem::replace(&mut of.id, RequirementId::parse(requirement).unwrap())];
    ladder
}

fn said(assessment: &Assessment, level: &Level) -> Option<bool> {
    assessment.requirement_answer(level, &level.requirements[0]).word().map(|word| word.is_met)
}

#[test]
fn a_word_follows_its_requirement_and_its_level_to_new_ids() {
    let before = asking_for(Condition::Experience("has coached".into()));
    // Before and after the former ids in the order of the alphabet.
    for (level, requirement) in [("adept", "a-coach"), ("virtuoso", "z-coach")] {
        let ladder = renamed(&before, level, requirement);
        let level = &ladder.levels[2];
        let mut assessment = Assessment::default();
        assessment.set_word(master(&before), &master(&before).requirements[0], Some(word(true)), at(5));
        let elsewhere = assessment.clone();
        assert_eq!(said(&assessment, level), Some(true));
        assert!(assessment.retired_entries(&ladder).is_empty());
        assessment.set_word(level, &level.requirements[0], Some(word(false)), at(2));
        assert_eq!(assessment.entered().count(), 1, "what was said under the former ids has moved");
        assessment.merge(&elsewhere);
        assert_eq!(said(&assessment, level), Some(false), "the change wins, whatever the clock");
        assessment.set_waiver(level, &level.requirements[0], Some(waiver("2026-05-01")), at(3));
        assert_eq!((said(&assessment, level), assessment.entered().count()), (Some(false), 2));
    }
}
