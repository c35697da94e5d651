//! The sample `customer-engineering` against its source.

use rungs_core::ladder::{Ladder, RuleSubject, TrackKind};

use crate::reading::{assert_facts, cell, level, own, sample, says, short, words};

const ID: &str = "customer-engineering";

#[test]
fn four_paths_hold_seven_roles() {
    let Some(ladder) = sample(ID) else { return };
    let tracks: Vec<_> = ladder.tracks.iter().map(|track| (track.name.as_str(), track.kind, track.open_from)).collect();
    assert_eq!(
        tracks,
        [
            ("Core role", TrackKind::Core, None),
            ("IC path", TrackKind::Individual, None),
            ("Management path", TrackKind::Management, None),
            ("Alternative path", TrackKind::Specialist, Some(2)),
        ]
    );
    let levels: Vec<_> = ladder
        .levels
        .iter()
        .map(|level| (level.name.as_str(), level.rank, level.track.as_str(), level.example))
        .collect();
    assert_eq!(
        levels,
        [
            ("Customer Engineer", 1, "core", false),
            ("Senior Engineer", 2, "ic", false),
            ("Staff Engineer", 3, "ic", false),
            ("Team Lead", 2, "management", false),
            ("Manager", 3, "management", false),
            ("Senior Manager", 4, "management", false),
            ("Automation Engineer", 3, "alternative", true),
        ]
    );
}

#[test]
fn roles_build_on_each_other_as_the_source_says_or_the_notes_infer() {
    let Some(ladder) = sample(ID) else { return };
    let builds_on = |id: &str| level(&ladder, id).extends.iter().map(|id| id.as_str()).collect::<Vec<_>>();
    let comes_from = |id: &str| level(&ladder, id).from.iter().map(|id| id.as_str()).collect::<Vec<_>>();
    assert_facts([
        ("Customer Engineer stands alone", builds_on("customer-engineer").is_empty()),
        ("Senior Engineer: same as Customer Engineer, plus", builds_on("senior-engineer") == ["customer-engineer"]),
        ("Staff Engineer builds on Senior Engineer", builds_on("staff-engineer") == ["senior-engineer"]),
        ("Team Lead: same as Customer Engineer, plus", builds_on("team-lead") == ["customer-engineer"]),
        ("Manager stands alone", builds_on("manager").is_empty()),
        ("Senior Manager: same as Manager, plus", builds_on("senior-manager") == ["manager"]),
        ("Automation Engineer: same as Senior Engineer, plus", builds_on("automation-engineer") == ["senior-engineer"]),
        ("Customer Engineer is where one begins", comes_from("customer-engineer").is_empty()),
        ("Core leads to the IC path", comes_from("senior-engineer") == ["customer-engineer"]),
        ("Core leads to the management path", comes_from("team-lead") == ["customer-engineer"]),
        ("Staff Engineer comes from Senior Engineer", comes_from("staff-engineer") == ["senior-engineer"]),
        ("Manager comes from Team Lead", comes_from("manager").contains(&"team-lead")),
        ("Manager comes from the IC path too", comes_from("manager").contains(&"senior-engineer")),
        ("Staff Engineer to Manager is an ordinary move", comes_from("manager").contains(&"staff-engineer")),
        ("Senior Manager comes from Manager", comes_from("senior-manager").contains(&"manager")),
        ("Senior Manager comes from the IC path too", comes_from("senior-manager").contains(&"staff-engineer")),
    ]);
}

#[test]
fn every_number_of_a_duty_is_a_measure() {
    let Some(ladder) = sample(ID) else { return };
    let figures = |id: &str| -> Vec<String> {
        let measures = ladder.holdings(level(&ladder, id)).filter_map(|holding| holding.expectation.measure.as_ref());
        measures.map(|measure| measure.figure().replace('\u{a0}', " ")).collect()
    };
    assert_eq!(figures("customer-engineer"), ["75 %"]);
    assert_eq!(figures("senior-engineer"), ["90 %"]);
    assert_eq!(figures("staff-engineer"), ["95 %"]);
    assert_eq!(figures("automation-engineer"), ["90 %"]);
    assert_eq!(figures("team-lead"), ["75 %", "3–4 people"]);
    assert_eq!(figures("manager"), ["4–8 people"]);
    assert_eq!(figures("senior-manager"), ["4–8 people", "2–4 managers"]);
}

#[test]
fn what_is_more_of_the_same_says_so() {
    let Some(ladder) = sample(ID) else { return };
    let raises = |id: &str, raised: &str| {
        let expectation = ladder.expectations.iter().find(|expectation| expectation.id.as_str() == id);
        expectation.is_some_and(|expectation| expectation.raises.iter().any(|id| id.as_str() == raised))
    };
    let comparable = |a: &str, b: &str| {
        let measure = |id: &str| {
            let found = ladder.expectations.iter().find(|expectation| expectation.id.as_str() == id);
            found.and_then(|expectation| expectation.measure.as_ref())
        };
        matches!((measure(a), measure(b)), (Some(a), Some(b)) if a.is_comparable(b))
    };
    assert_facts([
        ("90 % is more than 75 %", raises("unaided-90", "unaided-75") && comparable("unaided-90", "unaided-75")),
        ("95 % is more than 90 %", raises("unaided-95", "unaided-90") && comparable("unaided-95", "unaided-90")),
        ("4–8 people are more than 3–4", raises("manage-team", "lead-team") && comparable("manage-team", "lead-team")),
        ("a region is more than helping with coverage", raises("region-coverage", "help-coverage")),
        ("several teams or time zones are more than one", raises("several-coverage", "region-coverage")),
        (
            "setting and reaching goals is more than helping",
            raises("reach-development-goals", "help-development-goals"),
        ),
    ]);
}

/// The duties that each role states itself, one a row: competency, and words of that one statement.
const DUTIES: &[(&str, &[(&str, &str)])] = &[
    (
        "customer-engineer",
        &[
            ("tickets", "main contact; support issues; on-duty hours"),
            ("tickets", "responsible; full cycle; ticket"),
            ("tickets", "communicates; customers; live; in writing"),
            ("tickets", "subject-matter experts; help is needed"),
            ("tickets", "hands; counterparts; Sales; Customer Success"),
            ("resolution", "at least 75 %; support issues; without help"),
            ("coverage", "on call; now and then; weekends; holidays; schedule requires"),
            ("coverage", "takes on; further duties; manager assigns"),
        ],
    ),
    (
        "senior-engineer",
        &[
            ("resolution", "at least 90 %; support issues; without help"),
            ("resolution", "technical backstop; more complex; customer issues"),
            ("processes-and-tools", "improves; updates; processes; technology; proactively"),
            ("sharing-knowledge", "helps; team leads; managers; onboard; new engineers"),
            ("sharing-knowledge", "mentors; new team members; earlier in their careers"),
            ("sharing-knowledge", "builds; leads; sessions; share knowledge; support team; related technical teams"),
        ],
    ),
    (
        "staff-engineer",
        &[
            ("resolution", "at least 95 %; support issues; without help"),
            ("processes-and-tools", "owns; one or more; processes or tools; responsible; maintaining; improving"),
            ("processes-and-tools", "creates; new tools; processes; team"),
        ],
    ),
    (
        "team-lead",
        &[
            ("resolution", "technical backstop; complex support issues"),
            ("coverage", "helps; manager; coverage; all required hours; weekend; holiday shifts"),
            ("sharing-knowledge", "helps; onboard; train; new team members"),
            ("leading-people", "leads a team; 3 to 4 individual contributors; beside normal support duties"),
            ("leading-people", "helps; team members; personal development goals"),
        ],
    ),
    (
        "manager",
        &[
            ("coverage", "responsible; support coverage; region or time zone"),
            ("coverage", "covers open support shifts; when needed; weekends; holidays"),
            ("leading-people", "manages a team; 4 to 8 individual contributors; 1 or 2; may be; team leads"),
            ("leading-people", "works with team members; set and reach; personal development goals"),
            ("goals-and-metrics", "collects; team's metrics"),
            ("goals-and-metrics", "recommends; headcount; team goals; company leadership"),
        ],
    ),
    (
        "senior-manager",
        &[
            ("coverage", "responsible; support coverage; several teams or time zones"),
            ("leading-people", "manages a team; 2 to 4 managers"),
            ("goals-and-metrics", "works closely; company leadership; set; evaluate; team goals and metrics"),
        ],
    ),
    (
        "automation-engineer",
        &[
            ("coverage", "available; on-call; shifts; weekends; holidays; when needed"),
            ("processes-and-tools", "team's subject-matter expert; automations and tools; internal; across teams"),
            (
                "processes-and-tools",
                "builds; maintains; tools and automations; leadership of the support organisation; counterparts; other teams",
            ),
        ],
    ),
];

#[test]
fn every_duty_of_the_source_is_stated_by_its_role_and_no_other_is() {
    let Some(ladder) = sample(ID) else { return };
    for (role, duties) in DUTIES {
        for (competency, of_duty) in *duties {
            let cell = cell(&ladder, role, competency);
            let mut own = cell.iter().filter(|holding| holding.origin.as_str() == *role);
            let stated = own.any(|holding| says(&holding.expectation.text, &words(of_duty)));
            assert!(stated, "{role}, {competency}: no statement of its own says “{of_duty}”");
        }
        assert_eq!(own(&ladder, role).len(), duties.len(), "{role}: as many statements as duties");
    }
    assert_eq!(ladder.levels.len(), DUTIES.len());
}

#[test]
fn duties_assigned_by_the_manager_are_the_only_ones_not_to_be_rated() {
    let Some(ladder) = sample(ID) else { return };
    let unrated: Vec<&str> = ladder
        .expectations
        .iter()
        .filter(|expectation| !expectation.assessed)
        .map(|expectation| expectation.id.as_str())
        .collect();
    assert_eq!(unrated, ["further-duties"]);
}

#[test]
fn inherited_duties_name_the_role_that_states_them() {
    let Some(ladder) = sample(ID) else { return };
    let inherited = |role: &str, from: &str| {
        ladder.holdings(level(&ladder, role)).filter(|holding| holding.origin.as_str() == from).count()
    };
    // What is raised gives way: 75 % to 90 %, 90 % to 95 %, one region to several.
    assert_eq!(inherited("senior-engineer", "customer-engineer"), 7);
    assert_eq!(inherited("staff-engineer", "customer-engineer"), 7);
    assert_eq!(inherited("staff-engineer", "senior-engineer"), 5);
    assert_eq!(inherited("team-lead", "customer-engineer"), 8);
    assert_eq!(inherited("senior-manager", "manager"), 5);
    assert_eq!(inherited("automation-engineer", "customer-engineer"), 7);
    assert_eq!(inherited("automation-engineer", "senior-engineer"), 6);
    assert_eq!(level(&ladder, "manager").holds.len(), 6);
}

#[test]
fn every_role_requires_what_the_source_requires() {
    const COACHED_OR_MANAGED: &str = "experience: documented success in onboarding or coaching peers \
                                      | experience: past experience of managing people";
    let Some(ladder) = sample(ID) else { return };
    let requires = |id: &str| level(&ladder, id).requirements.iter().map(short).collect::<Vec<_>>();
    let from_ic = format!("from ic: {COACHED_OR_MANAGED}");
    assert_eq!(requires("senior-engineer"), ["12 months at 1", "at least 2 core skillsets", "peer review"]);
    assert_eq!(requires("staff-engineer"), ["24 months at 2", "at least 4 core skillsets", "peer review"]);
    assert_eq!(requires("team-lead"), ["documented need", "12 months at 1", COACHED_OR_MANAGED, "peer review"]);
    assert_eq!(requires("manager"), ["documented need", "12 months at 2", &from_ic, "peer review"]);
    assert_eq!(requires("senior-manager"), ["documented need", "24 months at 3", &from_ic, "peer review"]);
    assert_eq!(
        requires("automation-engineer"),
        ["documented need", "24 months at 2", "master automation processes and tools", "peer review"]
    );
    let first = requires("customer-engineer");
    assert_eq!(first.len(), 3);
    assert_facts([
        (
            "product and the technologies around it",
            says(&first[0], &["understanding", "product to be supported", "technologies around"]),
        ),
        ("technical competence in networking and Linux", says(&first[1], &["competence", "networking", "Linux"])),
        ("these topics are among others", says(&first[1], &["topics that the role needs", "among them"])),
        ("interest and expertise in troubleshooting", says(&first[2], &["interest", "troubleshooting", "expertise"])),
    ]);
}

/// Provisions of the ladder: the rule's id, the levels for which it holds, words of its text.
const RULES: &[(&str, &str, &str)] = &[
    ("choosing-a-path", "", "core role; IC path; management path; not everyone; suited; alternative path; team needs"),
    ("open-paths", "", "not exhaustive; from time to time; other roles; depending; team needs"),
    (
        "moving-between-paths",
        "",
        "do not exclude; IC path; management; other way round; requirements; role is available",
    ),
    ("alternative-path", "automation-engineer", "optional; specialised; level 2 up; vary; example"),
    ("peer-review", "", "more than the decision of one manager; presentation; discussion"),
    ("peer-review", "", "whole support team; where it is small; suitable part; larger"),
    ("peer-review", "", "portfolio; support tickets; projects; proud"),
    ("peer-review", "", "troubleshooting; resolved; breadth of expertise; subject-matter expert; one or more"),
    ("peer-review", "", "consensus; shown; expertise"),
    ("documented-need", "team-lead manager senior-manager automation-engineer", "management path; specific need"),
    (
        "documented-need",
        "team-lead manager senior-manager automation-engineer",
        "opens; everyone; requirements; invited",
    ),
    ("starting-a-review", "", "meets the requirements; at any time; manager; if the requirements are met"),
    ("waiver", "", "team leadership; discretion; waive; rare; only; urgent need; fill a role"),
    ("promotion-and-hiring", "", "promotion from within only; any level; very similar"),
    ("hires-core", "customer-engineer", "most new members; Customer Engineer"),
    ("hires-ic", "senior-engineer staff-engineer", "some; more experience; Senior; very rarely; Staff"),
    ("hires-ic", "senior-engineer staff-engineer", "in most cases; enough experience and expertise"),
    (
        "hires-management",
        "manager senior-manager",
        "managers and senior managers; outside; nobody suitable; organisation already",
    ),
    ("moving-to-another-team", "", "two years; across the company; leadership; plan; available; approval"),
];

#[test]
fn every_provision_of_the_source_is_a_rule() {
    let Some(ladder) = sample(ID) else { return };
    for (id, levels, of_rule) in RULES {
        let rule = ladder.rules.iter().find(|rule| rule.id.as_str() == *id);
        let rule = rule.unwrap_or_else(|| panic!("there is no rule `{id}`"));
        assert!(says(&rule.text, &words(of_rule)), "rule `{id}` no longer says “{of_rule}”:\n{}", rule.text);
        let named: Vec<&str> = rule.levels.iter().map(|level| level.as_str()).collect();
        assert_eq!(named, levels.split_whitespace().collect::<Vec<_>>(), "levels of rule `{id}`");
    }
    let known = |id: &str| RULES.iter().any(|(known, ..)| *known == id);
    assert!(ladder.rules.iter().all(|rule| known(rule.id.as_str())), "a rule has no row in this table");
}

#[test]
fn the_rules_on_waivers_and_on_starting_a_review_are_found_by_what_they_settle() {
    let Some(ladder) = sample(ID) else { return };
    for level in &ladder.levels {
        let about =
            |subject| ladder.rules_about(subject, &level.id).map(|rule| rule.id.to_string()).collect::<Vec<_>>();
        assert_eq!(about(RuleSubject::Waiver), ["waiver"]);
        assert_eq!(about(RuleSubject::StartingReview), ["starting-a-review"]);
    }
}

#[test]
fn requirements_lead_to_the_rules_behind_them() {
    let Some(ladder) = sample(ID) else { return };
    for requirement in ladder.levels.iter().flat_map(|level| &level.requirements) {
        let rule = requirement.rule.as_ref().map(|rule| rule.as_str());
        match short(requirement).as_str() {
            "peer review" => assert_eq!(rule, Some("peer-review")),
            "documented need" => assert_eq!(rule, Some("documented-need")),
            _ => assert_eq!(rule, None),
        }
    }
}

#[test]
fn paths_say_whom_they_are_for() {
    let Some(ladder) = sample(ID) else { return };
    let summary = |id: &str| {
        ladder.tracks.iter().find(|track| track.id.as_str() == id).map_or("", |track| track.summary.as_str())
    };
    assert_facts([
        ("most new members start in the core role", says(summary("core"), &["most", "start"])),
        ("the IC path goes on without management", says(summary("ic"), &["without", "management"])),
        ("the management path begins as team lead", says(summary("management"), &["team lead", "full management"])),
        ("the alternative path is optional, from level 2", says(summary("alternative"), &["optional", "level 2 up"])),
    ]);
}

#[test]
fn what_was_inferred_is_said() {
    let Some(ladder) = sample(ID) else { return };
    let noted = |of_note: &[&str]| notes(&ladder).iter().any(|note| says(note, of_note));
    assert_facts([
        ("Senior Manager's level", noted(&["Senior Manager", "level 4", "two years at level 3", "inferred"])),
        ("Senior Manager's damaged row", noted(&["Senior Manager", "same as Manager, plus", "damaged"])),
        (
            "Staff Engineer builds on Senior Engineer",
            noted(&["Staff Engineer", "inferred", "build on Senior Engineer"]),
        ),
        ("Manager stands alone", noted(&["Manager", "inferred", "alone", "open shifts"])),
        ("the orphan row of further duties", noted(&["additional duties", "belong to Customer Engineer"])),
        ("competencies are ours", noted(&["competencies", "are ours"])),
        ("core skillsets are not in the source", noted(&["core skillsets", "two, then four", "organisation to name"])),
        ("the arrows", noted(&["usual ways in", "inferred from the requirements", "same level"])),
        ("what is raised across roles", noted(&["raised", "Team Lead", "Manager", "our reading"])),
        ("Automation Engineer is an example", noted(&["Automation Engineer", "example"])),
    ]);
}

fn notes(ladder: &Ladder) -> &[String] {
    ladder.source.as_ref().map_or(&[], |source| &source.notes)
}
