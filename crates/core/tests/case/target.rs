//! Targets: what is doubtful about the level that the user works toward.

use rungs_core::assessment::Assessment;
use rungs_core::case::target_problem;
use rungs_core::ladder::Condition;

use crate::fixture::{TODAY, asking_for, at, career, day, level_id, stint};

#[test]
fn a_target_that_is_none_gone_reached_or_below_is_said() {
    let ladder = asking_for(Condition::PeerReview);
    let cases = [
        (None, Some("foreman"), Some("Choose the level that you work toward.")),
        (
            Some("artisan"),
            Some("foreman"),
            Some("The level you chose, artisan, is no longer in this ladder. Your answers are kept. Choose another."),
        ),
        (
            Some("foreman"),
            Some("foreman"),
            Some("foreman is your present level. Choose the level that you work toward."),
        ),
        (Some("apprentice"), Some("foreman"), Some("apprentice is below your present level, foreman. Check both.")),
        (Some("journeyman"), Some("foreman"), None),
        (Some("master"), Some("foreman"), None),
        (Some("master"), None, None),
        (Some("master"), Some("artisan"), None),
    ];
    for (target, present, sentence) in cases {
        let mut assessment = Assessment::default();
        assessment.set_target(target.map(level_id), at(1));
        assessment.set_present(present.map(level_id), at(1));
        let problem = target_problem(&ladder, &assessment, day(TODAY)).map(|problem| problem.to_string());
        assert_eq!(problem.as_deref(), sentence, "{target:?} from {present:?}");
    }
}

#[test]
fn without_a_chosen_level_the_dates_say_what_is_below() {
    let ladder = asking_for(Condition::PeerReview);
    let mut assessment = career(vec![stint("dean", "2024-01-01", None)]);
    assessment.set_target(Some(level_id("master")), at(1));
    let problem = target_problem(&ladder, &assessment, day(TODAY)).map(|problem| problem.to_string());
    assert_eq!(problem.as_deref(), Some("master is below your present level, dean. Check both."));
}
