//! What is not understood is told in a sentence, with the nearest; the rest of the link holds.

use rungs_core::route::{LinkProblem, Resolved};

use super::catalogue::{base, open};

/// The one problem of a link, with the addresses of its suggestions below the base.
fn told(link: &str) -> (String, Vec<String>) {
    let problems = open(link).problems;
    assert_eq!(problems.len(), 1, "{link}: {problems:?}");
    (problems[0].to_string(), suggested(&problems[0]))
}

fn suggested(problem: &LinkProblem) -> Vec<String> {
    let links = problem.suggestions.iter().map(|suggestion| suggestion.place.print(&base()));
    links.map(|link| link["/rungs".len()..].to_owned()).collect()
}

fn shown(resolved: &Resolved) -> String {
    resolved.place.as_ref().expect("a page is shown").print(&base())
}

#[test]
fn a_misspelt_level_is_named_with_the_nearest() {
    let (sentence, nearest) = told("/ladders/customer-engineering/senoir-engineer/");
    assert_eq!(sentence, "There is no level “senoir-engineer” in Customer Engineering.");
    assert_eq!(nearest[0], "/ladders/customer-engineering/senior-engineer/");
    assert_eq!(open("/ladders/customer-engineering/senoir-engineer/").place, None);
}

#[test]
fn a_level_may_be_called_by_its_name_or_grade() {
    let (_, nearest) = told("/ladders/customer-engineering/Team%20Lead/");
    assert_eq!(nearest, ["/ladders/customer-engineering/team-lead/"]);
    let (_, nearest) = told("/ladders/customer-engineering/l2/");
    assert_eq!(nearest[0], "/ladders/customer-engineering/senior-engineer/");
}

#[test]
fn a_level_of_another_ladder_is_found_there() {
    let (sentence, nearest) = told("/ladders/customer-engineering/designer/");
    assert_eq!(sentence, "There is no level “designer” in Customer Engineering.");
    assert_eq!(nearest, ["/ladders/design/designer/"]);
}

#[test]
fn a_misspelt_ladder_is_named_with_the_nearest_and_keeps_its_view() {
    let (sentence, nearest) = told("/ladders/custmer-engineering/?show=changes");
    assert_eq!(sentence, "There is no ladder “custmer-engineering”.");
    assert_eq!(nearest, ["/ladders/customer-engineering/?show=changes"]);
    let (_, nearest) = told("/ladders/custmer-engineering/manager/");
    assert_eq!(nearest, ["/ladders/customer-engineering/manager/"]);
    let (_, nearest) = told("/assess/desing/");
    assert_eq!(nearest, ["/assess/design/"]);
}

#[test]
fn the_rest_of_a_comparison_is_shown_and_the_suggestion_is_the_whole_of_it() {
    let link = "/compare/?with=customer-engineering.senoir-engineer&with=design.designer";
    let (sentence, nearest) = told(link);
    assert_eq!(sentence, "There is no level “senoir-engineer” in Customer Engineering.");
    assert_eq!(nearest[0], "/compare/?with=customer-engineering.senior-engineer&with=design.designer");
    assert_eq!(shown(&open(link)), "/rungs/compare/?with=design.designer");
}

#[test]
fn of_two_misspelt_levels_each_suggestion_puts_both_right() {
    let resolved = open("/compare/customer-engineering/senoir-engineer/manger/");
    assert_eq!(resolved.problems.len(), 2);
    for problem in &resolved.problems {
        assert_eq!(suggested(problem)[0], "/compare/customer-engineering/senior-engineer/manager/");
    }
    assert_eq!(shown(&resolved), "/rungs/compare/");
}

#[test]
fn a_repeated_level_is_one_column() {
    let link = "/compare/?with=design.designer&with=customer-engineering.manager&with=design.designer";
    assert_eq!(told(link).0, "Designer is in the link more than once; it is shown once.");
    assert_eq!(shown(&open(link)), "/rungs/compare/?with=design.designer&with=customer-engineering.manager");
}

#[test]
fn of_five_levels_the_first_four_are_compared() {
    let levels = ["customer-engineer", "senior-engineer", "staff-engineer", "team-lead", "manager"];
    let query: Vec<String> = levels.iter().map(|level| format!("with=customer-engineering.{level}")).collect();
    let link = format!("/compare/?{}", query.join("&"));
    assert_eq!(told(&link).0, "A comparison holds 4 levels. Left out: Manager.");
    assert!(shown(&open(&link)).ends_with("&with=customer-engineering.team-lead"));
}

#[test]
fn a_name_without_a_ladder_is_looked_for_in_all() {
    let (sentence, nearest) = told("/compare/?with=manager");
    assert_eq!(sentence, "“manager” does not name a ladder and a level.");
    assert_eq!(nearest, ["/compare/?with=customer-engineering.manager"]);
}

#[test]
fn broken_percent_encoding_is_told_where_it_matters() {
    let (sentence, nearest) = told("/ladders/customer-engineering/man%zzager/");
    assert_eq!(sentence, "“man%zzager” cannot be read: the link is damaged there.");
    assert_eq!(nearest[0], "/ladders/customer-engineering/manager/");
    assert_eq!(told("/%ff%fe/").0, "“/��/” cannot be read: the link is damaged there.");
    assert!(open("/ladders/design/?utm=%zz").problems.is_empty());
}

#[test]
fn an_unknown_page_offers_what_its_parts_name() {
    let (sentence, nearest) = told("/compar/");
    assert_eq!((sentence.as_str(), nearest[0].as_str()), ("There is no page “/compar/”.", "/compare/"));
    assert_eq!(told("/tech-support/").1, ["/ladders/customer-engineering/"]);
    assert_eq!(told("/ladders/design/designer/more/").1, ["/", "/ladders/design/"]);
}

#[test]
fn a_page_that_is_not_shown_always_has_ways_on() {
    for link in ["/x/", "/ladders/x/", "/ladders/design/x/", "/ladders/x/y/", "/compare/x/y/z/", "/assess/x/"] {
        let resolved = open(link);
        assert!(resolved.ways_on.len() >= 2, "{link}");
        for way in resolved.ways_on {
            assert!(!way.text.is_empty(), "{link}");
            let there = way.place.print(&base());
            assert!(open(&there["/rungs".len()..]).problems.is_empty(), "{there}");
        }
    }
    assert!(open("/ladders/design/").ways_on.is_empty());
}

#[test]
fn view_options_that_do_not_exist_are_told_and_dropped() {
    let resolved = open("/ladders/design/?show=upside-down&competency=x!y#rule-%F0");
    let sentences: Vec<String> = resolved.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        sentences,
        [
            "The page cannot be shown as “upside-down”.",
            "There is no competency “x!y” here.",
            "This page has no part “rule-�”.",
        ]
    );
    assert_eq!(shown(&resolved), "/rungs/ladders/design/");
}

#[test]
fn a_hundred_thousand_characters_leave_the_rest_of_the_link_alone() {
    let junk = "with=%zz&%%%&x.y=a.b.c&".repeat(5_000);
    let resolved = open(&format!("/compare/design/designer/?{junk}show=whole"));
    assert_eq!(shown(&resolved), "/rungs/compare/?with=design.designer&show=whole");
    assert_eq!(resolved.problems.len(), 9);
    assert!(resolved.problems[8].to_string().ends_with("more parts of the link are not understood."));
    let long = format!("/ladders/{}/", "x".repeat(100_000));
    let sentences: Vec<String> = open(&long).problems.iter().map(ToString::to_string).collect();
    assert_eq!(sentences[0], format!("There is no ladder “{}…”.", "x".repeat(60)));
    assert!(sentences[1].starts_with("The link is 1000"), "{}", sentences[1]);
}

#[test]
fn a_ladder_that_is_unknown_is_told_once_for_all_its_levels() {
    let resolved = open("/compare/zzzzzzzz/one/two/");
    let sentences: Vec<String> = resolved.problems.iter().map(ToString::to_string).collect();
    assert_eq!(sentences, ["There is no ladder “zzzzzzzz”."]);
}

#[test]
fn what_is_repeated_from_a_link_cannot_disturb_the_page() {
    let (sentence, _) = told("/ladders/a%E2%80%AEb%0A%00c%E2%81%A6/");
    assert_eq!(sentence, "There is no ladder “abc”.");
}
