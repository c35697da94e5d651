//! A link to a part that another page of the ladder has is told, with the page that has it.

use rungs_core::ladder::{
    Competency, CompetencyId, Condition, Expectation, ExpectationId, Held, Ladder, Level, LevelId, Requirement,
    RequirementId, Rule, RuleId,
};
use rungs_core::route::{Place, parse, resolve, settle};

use super::blank;
use super::catalogue::{base, index};

/// Customer Engineering. Senior engineers do all that customer engineers do and coach besides; team leads only lead.
fn ladder() -> Ladder {
    Ladder {
        competencies: vec![competency("casework", &["cases"]), competency("people", &[])],
        expectations: vec![
            expectation("solves", &["answers"], "casework"),
            expectation("coaches", &["teaches"], "people"),
            expectation("leads", &[], "people"),
            expectation("writes", &[], "casework"),
        ],
        levels: vec![
            level("customer-engineer", "Customer Engineer", 1, &[(0, "customer-engineer")], vec![]),
            level(
                "senior-engineer",
                "Senior Engineer",
                2,
                &[(0, "customer-engineer"), (1, "senior-engineer")],
                vec![requirement("year", &["time"], Condition::PeerReview)],
            ),
            level("team-lead", "Team Lead", 3, &[(2, "team-lead")], vec![nested()]),
        ],
        rules: vec![rule("waiver", &[]), rule("need", &["team-lead"])],
        name: "Customer Engineering".into(),
        ..blank::ladder("customer-engineering")
    }
}

fn competency(id: &str, former: &[&str]) -> Competency {
    let former_ids = former.iter().map(|id| CompetencyId::parse(id).unwrap()).collect();
    Competency { former_ids, ..blank::competency(id) }
}

fn expectation(id: &str, former: &[&str], competency: &str) -> Expectation {
    let former_ids = former.iter().map(|id| ExpectationId::parse(id).unwrap()).collect();
    Expectation { former_ids, ..blank::expectation(id, competency, id) }
}

/// A level that holds expectations by their places in the ladder, each from the level that states it.
fn level(id: &str, name: &str, rank: u8, holds: &[(u32, &str)], requirements: Vec<Requirement>) -> Level {
    let held = |&(expectation, origin): &(u32, &str)| Held { expectation, origin: LevelId::parse(origin).unwrap() };
    Level { name: name.into(), holds: holds.iter().map(held).collect(), requirements, ..blank::level(id, rank) }
}

fn requirement(id: &str, former: &[&str], condition: Condition) -> Requirement {
    let parsed = |id: &str| RequirementId::parse(id).unwrap();
    let former_ids = former.iter().map(|id| parsed(id)).collect();
    Requirement { id: parsed(id), former_ids, rule: None, condition }
}

fn nested() -> Requirement {
    let either = vec![
        requirement("led", &["managed"], Condition::Experience("Has led.".into())),
        requirement("review", &[], Condition::PeerReview),
    ];
    requirement("experience", &[], Condition::AnyOf(either))
}

fn rule(id: &str, levels: &[&str]) -> Rule {
    Rule {
        id: RuleId::parse(id).unwrap(),
        name: id.into(),
        text: String::new(),
        levels: levels.iter().map(|id| LevelId::parse(id).unwrap()).collect(),
        about: None,
    }
}

/// The fragment that stays of a link, what is told of it, and where the suggestions lead, below the ladder's page.
fn settled(page: &str, fragment: &str) -> (Option<String>, Vec<String>, Vec<String>) {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let place = resolve(&parse(&base(), &format!("/rungs{path}"), query, fragment), &index()).place.unwrap();
    let (settled, problems) = settle(place.clone(), &[&ladder()]);
    assert_eq!(Place { anchor: None, ..settled.clone() }, Place { anchor: None, ..place }, "the rest of {page} stays");
    let suggestions = problems.iter().flat_map(|problem| &problem.suggestions);
    let address = |place: &Place| place.print(&base())["/rungs/ladders/customer-engineering/".len()..].to_owned();
    let sentences = problems.iter().map(ToString::to_string).collect();
    let ways = suggestions.map(|suggestion| format!("{}: {}", suggestion.text, address(&suggestion.place))).collect();
    (settled.anchor.map(|anchor| anchor.element_id()), sentences, ways)
}

const JUNIOR_TO_LEAD: &str = "/compare/customer-engineering/customer-engineer/team-lead/";

#[test]
fn a_part_of_another_page_is_told_with_the_page_that_has_it() {
    let junior = "/ladders/customer-engineering/customer-engineer/";
    let lead = "/ladders/customer-engineering/team-lead/";
    let whole = "/ladders/customer-engineering/";
    let downward = "/compare/customer-engineering/team-lead/senior-engineer/";
    let cases = [
        (junior, "expectation-coaches", "Senior Engineer: senior-engineer/#expectation-coaches"),
        (junior, "expectation-teaches", "Senior Engineer: senior-engineer/#expectation-coaches"),
        (lead, "expectation-solves", "Customer Engineer: customer-engineer/#expectation-solves"),
        (lead, "expectation-writes", "Customer Engineering: #expectation-writes"),
        (lead, "competency-cases", "Customer Engineering: #competency-casework"),
        (junior, "rule-need", "Customer Engineering: #rule-need"),
        (junior, "requirement-time", "Senior Engineer: senior-engineer/#requirement-year"),
        (whole, "requirement-review", "Team Lead: team-lead/#requirement-review"),
        (JUNIOR_TO_LEAD, "expectation-coaches", "Senior Engineer: senior-engineer/#expectation-coaches"),
        (JUNIOR_TO_LEAD, "requirement-year", "Senior Engineer: senior-engineer/#requirement-year"),
        (JUNIOR_TO_LEAD, "rule-waiver", "Customer Engineering: #rule-waiver"),
        (downward, "requirement-year", "Senior Engineer: senior-engineer/#requirement-year"),
    ];
    for (page, fragment, way) in cases {
        let sentence = format!("This page has no part “{fragment}”.");
        assert_eq!(settled(page, fragment), (None, vec![sentence], vec![way.to_owned()]), "{page}#{fragment}");
    }
}

#[test]
fn a_page_has_all_that_its_levels_hold_and_ask() {
    let senior = "/ladders/customer-engineering/senior-engineer/";
    let whole = "/ladders/customer-engineering/";
    let cases = [
        (senior, ["expectation-solves", "expectation-coaches", "competency-people", "requirement-year", "rule-waiver"]),
        (whole, ["expectation-coaches", "expectation-writes", "competency-people", "rule-need", "rule-waiver"]),
        (
            JUNIOR_TO_LEAD,
            ["expectation-solves", "expectation-leads", "competency-casework", "competency-people", "requirement-led"],
        ),
    ];
    for (page, fragments) in cases {
        for fragment in fragments {
            assert_eq!(settled(page, fragment), (Some(fragment.to_owned()), vec![], vec![]), "{page}#{fragment}");
        }
    }
}

#[test]
fn the_address_of_a_part_by_former_ids_is_that_by_present_ones() {
    let senior = "/ladders/customer-engineering/senior-engineer/";
    let cases = [
        ("/ladders/tech-support/", "competency-cases", "/ladders/customer-engineering/#competency-casework"),
        ("/ladders/tech-support/", "expectation-answers", "/ladders/customer-engineering/#expectation-solves"),
        ("/ladders/tech-support/engineer-two/", "expectation-teaches", &format!("{senior}#expectation-coaches")),
        ("/ladders/tech-support/engineer-two/", "requirement-time", &format!("{senior}#requirement-year")),
        (
            "/compare/tech-support/customer-engineer/engineer-two/?competency=cases",
            "expectation-answers",
            "/compare/customer-engineering/customer-engineer/senior-engineer/?competency=casework#expectation-solves",
        ),
        (JUNIOR_TO_LEAD, "requirement-managed", &format!("{JUNIOR_TO_LEAD}#requirement-led")),
    ];
    for (page, fragment, canonical) in cases {
        let (path, query) = page.split_once('?').unwrap_or((page, ""));
        let place = resolve(&parse(&base(), &format!("/rungs{path}"), query, fragment), &index()).place.unwrap();
        let (place, problems) = settle(place, &[&ladder()]);
        assert_eq!((&place.print(&base())["/rungs".len()..], problems), (canonical, vec![]), "{page}#{fragment}");
    }
}

#[test]
fn what_a_view_option_hides_is_on_the_page() {
    let narrowed = format!("{JUNIOR_TO_LEAD}?competency=people&show=changes");
    assert_eq!(settled(&narrowed, "expectation-solves"), (Some("expectation-solves".into()), vec![], vec![]));
}

#[test]
fn a_requirement_that_several_levels_ask_is_that_of_the_level_on_the_page() {
    let mut ladder = ladder();
    ladder.levels[2].requirements.push(requirement("growth", &["year"], Condition::PeerReview));
    let settled = |level: &str| {
        let path = format!("/rungs/ladders/customer-engineering/{level}/");
        let place = resolve(&parse(&base(), &path, "", "requirement-year"), &index()).place.unwrap();
        settle(place, &[&ladder])
    };
    for (level, stays) in [("senior-engineer", "#requirement-year"), ("team-lead", "#requirement-growth")] {
        let (place, problems) = settled(level);
        assert!(place.print(&base()).ends_with(stays) && problems.is_empty(), "{level}");
    }
    let (_, problems) = settled("customer-engineer");
    let names: Vec<&str> = problems[0].suggestions.iter().map(|suggestion| suggestion.text.as_str()).collect();
    assert_eq!(names, ["Senior Engineer", "Team Lead"]);
}
