//! What only a loaded ladder can tell of a link: its competencies and the parts of its page.

use rungs_core::ladder::{Competency, CompetencyId, Expectation, ExpectationId, Ladder, LadderId, Status, Version};
use rungs_core::route::{parse, resolve, settle};

use super::catalogue::{base, index};

/// "Design", with the competency `casework` and one expectation, `unaided`, once `alone`.
fn design() -> Ladder {
    let casework = CompetencyId::parse("casework").unwrap();
    Ladder {
        id: LadderId::parse("design").unwrap(),
        former_ids: vec![LadderId::parse("drawing").unwrap()],
        name: "Design".into(),
        version: Version { major: 1, minor: 0, patch: 0 },
        status: Status::Current,
        effective: None,
        lang: "en".into(),
        summary: String::new(),
        source: None,
        tracks: vec![],
        competencies: vec![Competency {
            id: casework.clone(),
            name: "Casework".into(),
            group: None,
            themes: vec![],
            steps: vec![],
        }],
        expectations: vec![Expectation {
            id: ExpectationId::parse("unaided").unwrap(),
            former_ids: vec![ExpectationId::parse("alone").unwrap()],
            competency: casework,
            text: "Works unaided.".into(),
            raises: vec![],
            replaces: vec![],
            measure: None,
            assessed: true,
            examples: vec![],
            links: vec![],
            step: None,
        }],
        levels: vec![],
        rules: vec![],
    }
}

/// The address and the sentences that a link comes to once the ladder is there.
fn settled(query: &str, fragment: &str) -> (String, Vec<String>) {
    let place = resolve(&parse(&base(), "/rungs/ladders/design/", query, fragment), &index()).place.unwrap();
    let (place, problems) = settle(place, &[&design()]);
    let address = place.print(&base())["/rungs/ladders/design/".len()..].to_owned();
    (address, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn parts_that_exist_stay() {
    for fragment in ["competency-casework", "expectation-unaided", "expectation-design.unaided"] {
        assert_eq!(settled("", fragment), (format!("#{fragment}"), vec![]));
    }
    assert_eq!(settled("competency=casework", ""), ("?competency=casework".into(), vec![]));
}

#[test]
fn former_ids_become_present_ones() {
    assert_eq!(settled("", "expectation-alone").0, "#expectation-unaided");
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
    let parsed = parse(&base(), "/rungs/ladders/design/", "?competency=casewrok&show=changes", "");
    let (place, problems) = settle(resolve(&parsed, &index()).place.unwrap(), &[&design()]);
    assert_eq!(place.print(&base()), "/rungs/ladders/design/?show=changes");
    assert_eq!(problems[0].to_string(), "There is no competency “casewrok” here.");
    let suggestion = &problems[0].suggestions[0];
    assert_eq!(suggestion.text, "Casework");
    assert_eq!(suggestion.place.print(&base()), "/rungs/ladders/design/?show=changes&competency=casework");
}
