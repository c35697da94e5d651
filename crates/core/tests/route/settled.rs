//! What only a loaded ladder can tell of a link: its competencies and the parts of its page.

use rungs_core::ladder::{
    Competency, CompetencyId, Expectation, ExpectationId, Held, Ladder, LadderId, Level, LevelId,
};
use rungs_core::route::{LinkProblem, parse, resolve, settle};

use super::blank;
use super::catalogue::{base, index};

/// "Design", with the competency `casework`, once `cases`, and one expectation of its
/// one level, `unaided`, once `alone`.
fn design() -> Ladder {
    let casework = CompetencyId::parse("cases").unwrap();
    let unaided = ExpectationId::parse("alone").unwrap();
    Ladder {
        former_ids: vec![LadderId::parse("drawing").unwrap()],
        name: "Design".into(),
        competencies: vec![Competency {
            former_ids: vec![casework],
            name: "Casework".into(),
            ..blank::competency("casework")
        }],
        expectations: vec![Expectation {
            former_ids: vec![unaided],
            ..blank::expectation("unaided", "casework", "Works unaided.")
        }],
        levels: vec![designer()],
        ..blank::ladder("design")
    }
}

fn designer() -> Level {
    let origin = LevelId::parse("designer").unwrap();
    Level { name: "Designer".into(), holds: vec![Held { expectation: 0, origin }], ..blank::level("designer", 1) }
}

/// The address (its end) and the problems that a link comes to once the ladder is there.
fn settled_with_problems(query: &str, fragment: &str) -> (String, Vec<LinkProblem>) {
    let query = format!("?with=design.designer{query}");
    let place = resolve(&parse(&base(), "/rungs/compare/", &query, fragment), &index()).place.unwrap();
    let (place, problems) = settle(place, &[&design()]);
    (place.print(&base())["/rungs/compare/?with=design.designer".len()..].to_owned(), problems)
}

/// The same with the problems as sentences.
fn settled(query: &str, fragment: &str) -> (String, Vec<String>) {
    let (address, problems) = settled_with_problems(query, fragment);
    (address, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn parts_that_exist_stay() {
    for fragment in ["competency-casework", "expectation-unaided", "expectation-design.unaided"] {
        assert_eq!(settled("", fragment), (format!("#{fragment}"), vec![]));
    }
    assert_eq!(settled("&competency=casework", ""), ("&competency=casework".into(), vec![]));
}

#[test]
fn former_ids_become_present_ones() {
    assert_eq!(settled("", "expectation-alone").0, "#expectation-unaided");
    assert_eq!(settled("&competency=cases&competency=casework", ""), ("&competency=casework".into(), vec![]));
    assert_eq!(settled("", "competency-cases").0, "#competency-casework");
    assert_eq!(settled("", "expectation-drawing.alone").0, "#expectation-design.unaided");
}

#[test]
fn parts_that_do_not_exist_are_told_and_dropped() {
    for fragment in ["competency-x", "expectation-x", "requirement-x", "rule-x", "theme-x", "competency-other.casework"]
    {
        assert_eq!(settled("", fragment), (String::new(), vec![format!("This page has no part “{fragment}”.")]));
    }
}

#[test]
fn a_misspelt_competency_comes_with_the_nearest() {
    let (address, problems) = settled_with_problems("&competency=casewrok&show=changes", "");
    assert_eq!(address, "&show=changes");
    assert_eq!(problems[0].to_string(), "There is no competency “casewrok” here.");
    let suggestion = &problems[0].suggestions[0];
    assert_eq!(suggestion.text, "Casework");
    let address = suggestion.place.print(&base());
    assert_eq!(address, "/rungs/compare/?with=design.designer&show=changes&competency=casework");
}

#[test]
fn of_very_many_unknown_competencies_only_the_first_are_told_one_by_one() {
    let query: String = (0..200).map(|number| format!("&competency=c{number}")).collect();
    let (address, sentences) = settled(&query, "rule-x");
    assert_eq!((address.as_str(), sentences.len()), ("", 6));
    assert_eq!(sentences[4], "196 more parts of the link are not understood.");
    assert_eq!(sentences[5], "This page has no part “rule-x”.");
}
