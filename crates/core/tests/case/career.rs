//! Careers: where stints end, where one is, and what is doubtful.

use rungs_core::assessment::{Assessment, Stint};
use rungs_core::case::{Career, past_day};
use rungs_core::ladder::{Condition, Ladder};

use crate::fixture::{TODAY, asking_for, at, career, day, elsewhere, level_id, stint};

fn ladder() -> Ladder {
    asking_for(Condition::PeerReview)
}

fn problems(assessment: &Assessment) -> Vec<String> {
    let ladder = ladder();
    Career::of(&ladder, assessment, day(TODAY)).problems.iter().map(ToString::to_string).collect()
}

/// The first day and the end of each stint.
fn stages(stints: Vec<Stint>) -> Vec<(String, Option<String>)> {
    let (ladder, assessment) = (ladder(), career(stints));
    let career = Career::of(&ladder, &assessment, day(TODAY));
    let text = |stage: &rungs_core::case::Stage| (stage.stint.from.to_string(), stage.end.map(|end| end.to_string()));
    career.stages.iter().map(text).collect()
}

#[test]
fn a_stint_lasts_until_the_next_at_another_rank_or_its_last_day() {
    let found = stages(vec![
        stint("master", "2025-01-01", None),
        stint("apprentice", "2020-01-01", None),
        stint("journeyman", "2022-01-01", None),
        stint("foreman", "2023-01-01", Some("2024-12-31")),
    ]);
    let expected = [
        ("2020-01-01", Some("2022-01-01")),
        ("2022-01-01", Some("2025-01-01")),
        ("2023-01-01", Some("2025-01-01")),
        ("2025-01-01", None),
    ];
    let expected: Vec<(String, Option<String>)> =
        expected.iter().map(|(from, end)| ((*from).to_owned(), end.map(str::to_owned))).collect();
    assert_eq!(found, expected);
}

#[test]
fn nothing_is_doubtful_about_a_plain_career() {
    let mut assessment = career(vec![
        elsewhere(None, "2018-01-01", Some("2019-12-31")),
        stint("apprentice", "2020-01-01", None),
        stint("journeyman", "2022-01-01", None),
        stint("foreman", "2023-01-01", None),
    ]);
    assessment.set_present(Some(level_id("foreman")), at(1));
    assert_eq!(problems(&assessment), Vec::<String>::new());
    let on_leave = career(vec![stint("journeyman", "2022-01-01", None), elsewhere(None, "2026-03-01", None)]);
    assert_eq!(problems(&on_leave), Vec::<String>::new());
}

#[test]
fn what_is_doubtful_is_said() {
    let cases = [
        (vec![stint("journeyman", "2030-05-03", None)], "3 May 2030 is in the future: it counts from that day on."),
        (
            vec![stint("journeyman", "2024-05-03", Some("2024-05-01"))],
            "The last day, 1 May 2024, is before the first, 3 May 2024: this time does not count.",
        ),
        (
            vec![stint("journeyman", "2024-05-03", None), stint("apprentice", "2024-06-01", None)],
            "journeyman begins on 3 May 2024, before the lower level apprentice on 1 June 2024. Check both dates.",
        ),
        (
            vec![stint("apprentice", "2024-05-03", None), stint("journeyman", "2024-05-03", None)],
            "journeyman and the lower level apprentice both begin on 3 May 2024. Check both dates.",
        ),
        (
            vec![stint("journeyman", "2024-05-03", None), elsewhere(None, "2025-03-01", Some("2025-12-31"))],
            "By these dates you are at no level since 1 January 2026. Where you are now counts once you add it with its \
             first day.",
        ),
        (
            vec![stint("artisan", "2024-05-03", None)],
            "The level artisan is no longer in this ladder, so its rank is not known.",
        ),
    ];
    for (stints, sentence) in cases {
        assert_eq!(problems(&career(stints)), [sentence]);
    }
}

#[test]
fn a_present_level_that_the_dates_contradict_is_said() {
    let mut assessment = career(vec![stint("journeyman", "2024-05-03", None)]);
    assessment.set_present(Some(level_id("foreman")), at(1));
    let sentence = "Your present level is foreman, but by these dates you are at journeyman. Check both.";
    assert_eq!(problems(&assessment), [sentence]);
}

#[test]
fn a_problem_names_its_stint() {
    let (ladder, assessment) = (ladder(), career(vec![stint("journeyman", "2030-05-03", None)]));
    let career = Career::of(&ladder, &assessment, day(TODAY));
    assert_eq!(career.problems[0].stint().map(|id| id.as_str()), Some("s0"));
    assert!(career.stages.is_empty());
}

#[test]
fn a_day_on_which_something_happened_is_in_the_calendar_and_not_in_the_future() {
    let read = |text| past_day(text, day(TODAY)).map_err(|problem| problem.to_string());
    assert_eq!(read(TODAY), Ok(day(TODAY)));
    let cases = [
        ("2026-11-24", "24 November 2026 is in the future"),
        ("2026-04-31", "April 2026 has 30 days"),
        ("2025-02-29", "February 2025 has 28 days"),
        ("31.4.2026", "a date is written like 2026-11-01"),
        ("", "a date is written like 2026-11-01"),
    ];
    for (text, sentence) in cases {
        assert_eq!(read(text), Err(sentence.to_owned()), "{text}");
    }
}
