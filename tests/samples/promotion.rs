//! What someone on the sample ladder is told about the requirements of a target.

use rungs_core::assessment::{Assessment, EntryId, Post, Stamp, Stint};
use rungs_core::case::evaluate;
use rungs_core::date::Date;
use rungs_core::ladder::{Ladder, LevelId};

use crate::reading::{level, sample};

const ID: &str = "customer-engineering";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Someone who reached these levels on these days; the last is the present level.
fn reached(levels: &[(&str, &str)]) -> Assessment {
    let (mut assessment, now) = (Assessment::default(), Stamp::from_millis(1));
    for (number, (id, from)) in levels.iter().enumerate() {
        let level = LevelId::parse(id).unwrap();
        let post = Post::Level(level.clone());
        let stint = Stint { post, from: day(from), until: None, extra: Default::default() };
        assessment.set_stint(&EntryId::parse(&format!("s{number}")).unwrap(), Some(stint), now);
        assessment.set_present(Some(level), now);
    }
    assessment
}

/// The requirements of a target on 23 November 2026: "id: state, reason".
fn told(ladder: &Ladder, target: &str, assessment: &Assessment) -> Vec<String> {
    let checked = evaluate(ladder, level(ladder, target), assessment, day("2026-11-23"));
    checked.iter().map(|one| format!("{}: {}. {}", one.requirement.id, one.state(), one.finding)).collect()
}

#[test]
fn a_customer_engineer_of_eight_months_sees_when_the_year_is_complete() {
    let Some(ladder) = sample(ID) else { return };
    assert_eq!(
        told(&ladder, "senior-engineer", &reached(&[("customer-engineer", "2026-03-14")])),
        [
            "time-at-level: Not met. 8 of 12 months at level 1; met on 14 March 2027",
            "skillsets: Not known. 0 of 2 core skillsets are named yet",
            "peer-review: Not known. No review is noted yet",
        ]
    );
}

#[test]
fn time_as_a_senior_engineer_and_as_a_team_lead_adds_up_for_a_manager() {
    let Some(ladder) = sample(ID) else { return };
    let levels = [("customer-engineer", "2023-01-09"), ("senior-engineer", "2025-06-01"), ("team-lead", "2026-02-01")];
    assert_eq!(
        told(&ladder, "manager", &reached(&levels)),
        [
            "documented-need: Not known. Only your organisation can say, and its answer is not known yet",
            "time-at-level: Met. 12 of 12 months at level 2; met on 1 June 2026",
            "people-experience: Met. Asked only of those who come from this track: IC path",
            "peer-review: Not known. No review is noted yet",
        ]
    );
}

#[test]
fn where_one_comes_from_decides_what_is_asked_of_a_manager() {
    let Some(ladder) = sample(ID) else { return };
    let experience = |present: &str| told(&ladder, "manager", &reached(&[(present, "2020-01-01")])).remove(2);
    assert_eq!(experience("staff-engineer"), "people-experience: Not known. One is enough; none is known to be met");
    assert_eq!(
        experience("automation-engineer"),
        "people-experience: Not known. Asked of those who come from this track: IC path; whether of those who come from \
         Alternative path is not said"
    );
}

#[test]
fn whoever_was_hired_as_a_staff_engineer_is_not_told_that_time_at_level_2_is_missing() {
    let Some(ladder) = sample(ID) else { return };
    assert_eq!(
        told(&ladder, "manager", &reached(&[("staff-engineer", "2025-01-01")]))[1],
        "time-at-level: Not known. 0 of 12 months at level 2; your dates on this ladder begin higher, at level 3, and only your \
         organisation can say what that means"
    );
}
