//! Which track of a large ladder a link shows.

use rungs_core::compare::has_row;
use rungs_core::ladder::{Held, Ladder, Level, LevelId, TrackId, TrackKind};
use rungs_core::route::{LinkProblem, parse, resolve, settle};

use super::blank;
use super::catalogue::{base, index};

/// "Design" with the tracks `spare`, which has no levels, `print` and `screen`, and so many competencies `c0`, `c1` …
/// Print states the first of them, screen the first two, and nobody the others.
fn design(competencies: usize) -> Ladder {
    let tracks = ["spare", "print", "screen"].map(|id| blank::track(id, &id.to_uppercase(), TrackKind::Individual));
    let ids: Vec<String> = (0..competencies).map(|number| format!("c{number}")).collect();
    Ladder {
        tracks: tracks.into(),
        competencies: ids.iter().map(|id| blank::competency(id)).collect(),
        expectations: [("e0", "c0"), ("e1", "c1")].map(|(id, of)| blank::expectation(id, of, "Does it.")).into(),
        levels: vec![level("printer", "print", &[0]), level("designer", "screen", &[0, 1])],
        ..blank::ladder("design")
    }
}

fn level(id: &str, track: &str, holds: &[u32]) -> Level {
    let held = |&expectation: &u32| Held { expectation, origin: LevelId::parse(id).unwrap() };
    Level { track: TrackId::parse(track).unwrap(), holds: holds.iter().map(held).collect(), ..blank::level(id, 1) }
}

/// One competency more than a matrix of two levels may have that is shown whole.
const LARGE: usize = Ladder::LARGEST_MATRIX / 2 + 1;

/// What a link comes to, from the ladder's address on, and what is told of it.
fn settled(rest: &str, competencies: usize) -> (String, Vec<LinkProblem>) {
    let (query, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let parsed = parse(&base(), "/rungs/ladders/design/", query, fragment);
    let (place, problems) = settle(resolve(&parsed, &index()).place.unwrap(), &[&design(competencies)]);
    (place.print(&base())["/rungs/ladders/design/".len()..].to_owned(), problems)
}

fn address(rest: &str, competencies: usize) -> String {
    let (address, problems) = settled(rest, competencies);
    assert_eq!(problems, [], "{rest}");
    address
}

#[test]
fn a_matrix_is_shown_by_track_from_a_stated_size_on_if_there_is_more_than_one() {
    assert!(!design(LARGE - 1).has_matrix_by_track());
    assert!(design(LARGE).has_matrix_by_track());
    let mut ladder = design(LARGE * 2);
    ladder.levels.truncate(1);
    assert!(!ladder.has_matrix_by_track());
}

#[test]
fn the_link_names_the_track_unless_it_is_the_first_that_has_levels() {
    assert_eq!(address("?track=screen&show=whole", LARGE), "?show=whole&track=screen");
    assert_eq!(address("?track=print", LARGE), "");
    assert_eq!(address("", LARGE), "");
}

#[test]
fn a_competency_at_which_the_link_points_is_shown_on_the_first_track_that_states_it() {
    assert_eq!(address("#competency-c1", LARGE), "?track=screen#competency-c1");
    assert_eq!(address("?track=print#competency-c1", LARGE), "?track=screen#competency-c1");
}

#[test]
fn the_track_of_the_link_stays_where_it_states_the_competency_or_nobody_does() {
    assert_eq!(address("#competency-c0", LARGE), "#competency-c0");
    assert_eq!(address("?track=screen#competency-c0", LARGE), "?track=screen#competency-c0");
    assert_eq!(address("?track=screen#competency-c2", LARGE), "?track=screen#competency-c2");
}

#[test]
fn what_the_levels_of_a_track_only_drop_has_a_row_where_changes_are_shown() {
    let mut ladder = design(LARGE);
    let (print, c1) = (TrackId::parse("print").unwrap(), ladder.competencies[1].id.clone());
    ladder.levels[0].from = vec![LevelId::parse("designer").unwrap()];
    assert!(has_row(&ladder, &print, true, &c1));
    assert!(!has_row(&ladder, &print, false, &c1));
}

#[test]
fn a_ladder_that_is_shown_whole_has_one_address() {
    assert_eq!(address("?track=screen", LARGE - 1), "");
    assert_eq!(address("#competency-c1", LARGE - 1), "#competency-c1");
}

#[test]
fn a_misspelt_track_comes_with_the_nearest_and_the_rest_of_the_link_holds() {
    let (address, problems) = settled("?show=whole&track=scren#competency-c0", LARGE);
    assert_eq!(address, "?show=whole#competency-c0");
    assert_eq!(problems[0].to_string(), "There is no track “scren” here.");
    let suggestion = &problems[0].suggestions[0];
    assert_eq!(suggestion.text, "SCREEN");
    let there = suggestion.place.print(&base());
    assert_eq!(there, "/rungs/ladders/design/?show=whole&track=screen#competency-c0");
}

#[test]
fn a_track_that_is_malformed_or_has_no_levels_is_told() {
    let (_, problems) = settled("?track=spare", LARGE);
    assert_eq!(problems[0].to_string(), "There is no track “spare” here.");
    let problems = resolve(&parse(&base(), "/rungs/ladders/design/", "track=x!y", ""), &index()).problems;
    assert_eq!(problems[0].to_string(), "There is no track “x!y” here.");
}
