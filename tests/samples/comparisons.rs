//! What the samples look like side by side: golden cases of the comparison, from real content.

use rungs_core::compare::{Change, Column, Comparison, Entry, Subject};
use rungs_core::ladder::{Competency, Ladder};

use crate::reading::{ladders, level, sample};

fn between<'a>(ladder: &'a Ladder, before: &str, after: &str) -> Comparison<'a> {
    Comparison::between(ladder, level(ladder, before), level(ladder, after))
}

/// How many expectations became what.
fn counts(ladder: &Ladder, before: &str, after: &str) -> String {
    between(ladder, before, after).summary(1).unwrap().counts.to_string()
}

/// Entries with a change, as "id (what it was)".
fn changed(comparison: &Comparison, change: Change) -> Vec<String> {
    let entry = |entry: &Entry| match entry.before.first() {
        Some(before) => format!("{} ({})", entry.expectation.id, before.id),
        None => entry.expectation.id.to_string(),
    };
    comparison.changed(1, change).map(entry).collect()
}

#[test]
fn each_step_of_the_customer_engineers_changes_what_the_source_changes() {
    let Some(ladder) = sample("customer-engineering") else { return };
    let counts = |before: &str, after: &str| counts(&ladder, before, after);
    assert_eq!(counts("customer-engineer", "senior-engineer"), "5 new, 1 raised, 7 kept");
    assert_eq!(counts("senior-engineer", "staff-engineer"), "2 new, 1 raised, 12 kept");
    assert_eq!(counts("senior-engineer", "automation-engineer"), "3 new, 13 kept");
    assert_eq!(counts("customer-engineer", "team-lead"), "5 new, 8 kept");
    assert_eq!(counts("team-lead", "manager"), "3 new, 3 raised, 10 dropped");
    assert_eq!(counts("manager", "senior-manager"), "2 new, 1 raised, 5 kept");
    assert_eq!(counts("staff-engineer", "manager"), "6 new, 15 dropped");
}

#[test]
fn issues_resolved_without_help_go_from_75_to_90_to_95_percent() {
    let Some(ladder) = sample("customer-engineering") else { return };
    let columns = ["customer-engineer", "senior-engineer", "staff-engineer"]
        .map(|id| Column { ladder: &ladder, level: level(&ladder, id) });
    let comparison = Comparison::new(columns.into(), &[]);
    let figures: Vec<_> = (1..3).flat_map(|column| comparison.entries(column).filter_map(Entry::figures)).collect();
    let expected = [("75\u{a0}%", "90\u{a0}%"), ("90\u{a0}%", "95\u{a0}%")];
    assert_eq!(figures, expected.map(|(before, after)| (before.to_owned(), after.to_owned())));
    let back = between(&ladder, "staff-engineer", "senior-engineer");
    assert_eq!(changed(&back, Change::Lowered), ["unaided-90 (unaided-95)"]);
}

#[test]
fn only_the_substance_of_a_raise_is_marked() {
    let Some(ladder) = sample("customer-engineering") else { return };
    let comparison = between(&ladder, "customer-engineer", "senior-engineer");
    let raised = comparison.changed(1, Change::Raised).next().unwrap();
    let words: String = raised.words().unwrap().iter().map(|span| format!("[{:?} {}]", span.mark, span.text)).collect();
    assert_eq!(words, "[Kept Resolves at least ][Deleted 75][Inserted 90][Kept  % of support issues without help.]");
}

#[test]
fn experience_with_people_is_asked_of_those_who_come_from_the_ic_path_only() {
    let Some(ladder) = sample("customer-engineering") else { return };
    let asks = |before: &str, after: &str| {
        let comparison = between(&ladder, before, after);
        let asked = comparison.summary(1).unwrap().asked.iter().map(ToString::to_string).collect::<Vec<_>>();
        asked.iter().any(|asked| asked.contains("onboarding or coaching peers or past experience"))
    };
    assert!(asks("customer-engineer", "team-lead"), "Team Lead asks it of everyone");
    assert!(asks("senior-engineer", "manager"), "Manager asks it of those from the IC path");
    assert!(asks("staff-engineer", "senior-manager"), "Senior Manager asks it of those from the IC path");
    assert!(!asks("team-lead", "manager"), "Manager does not ask it of a team lead");
    assert!(!asks("manager", "senior-manager"), "Senior Manager does not ask it of a manager");
}

#[test]
fn a_matrix_raises_what_is_more_and_leaves_apart_what_is_something_else() {
    let Some(ladder) = sample("customer-support") else { return };
    let comparison = between(&ladder, "senior-customer-support-rep", "lead-customer-support-rep");
    let raised = changed(&comparison, Change::Raised);
    for pair in [
        "proficient-in-several (proficient-in-one)",
        "diagnose-most (diagnose-low-level)",
        "key-to-cycle-planning (cycle-planning)",
        "any-project (fully-productive)",
    ] {
        assert!(raised.iter().any(|entry| entry == pair), "{pair} is not among {raised:?}");
    }
    let new = changed(&comparison, Change::New);
    assert!(new.contains(&"correct-low-level".to_owned()), "correcting issues is new: {new:?}");
    assert!(new.contains(&"elevate-standards".to_owned()), "raising the team's standards is new: {new:?}");
}

#[test]
fn communication_is_kept_between_its_two_equal_levels() {
    let Some(ladder) = sample("customer-support") else { return };
    let comparison = between(&ladder, "customer-support-rep", "senior-customer-support-rep");
    let is_communication =
        |subject: Subject| matches!(subject, Subject::Competency(c) if c.id.as_str() == "communication");
    let row = comparison.rows.iter().find(|row| is_communication(row.subject)).unwrap();
    assert_eq!(row.cells[1].entries.len(), 2);
    assert!(row.cells[1].entries.iter().all(|entry| entry.change == Some(Change::Kept)));
    assert!(row.cells[1].dropped.is_empty());
}

/// Theme, then the competencies of each ladder that stand side by side under it.
const SIDE_BY_SIDE: &[(&str, [&[&str]; 3])] = &[
    ("customers", [&["tickets"], &["customer-correspondence"], &[]]),
    ("knowledge", [&[], &["product-knowledge"], &["knowledge"]]),
    ("technical", [&["resolution"], &["tech-and-tooling"], &[]]),
    ("availability", [&["coverage"], &[], &[]]),
    ("independence", [&[], &["ownership", "trust"], &[]]),
    ("judgement", [&[], &["judgment", "flexibility"], &[]]),
    ("planning", [&["goals-and-metrics"], &["scope", "planning"], &[]]),
    ("process", [&["processes-and-tools"], &[], &["process-and-productivity"]]),
    ("communication", [&[], &["communication"], &[]]),
    ("growth", [&["sharing-knowledge"], &["feedback"], &[]]),
    ("people", [&["leading-people"], &[], &["people-and-team"]]),
];

#[test]
fn themes_lay_the_samples_side_by_side() {
    const IDS: [&str; 3] = ["customer-engineering", "customer-support", "common-focus"];
    let samples: Vec<Ladder> = IDS.iter().filter_map(|id| sample(id)).collect();
    let [engineering, support, focus] = samples.as_slice() else { return };
    let themes = ladders().1.catalogue.unwrap().index.themes;
    let known: Vec<&str> = themes.iter().map(|theme| theme.id.as_str()).collect();
    for (theme, columns) in SIDE_BY_SIDE {
        assert!(known.contains(theme), "there is no theme `{theme}`");
        for (ladder, competencies) in [engineering, support, focus].into_iter().zip(columns) {
            let is_placed =
                |competency: &&Competency| competency.themes.first().is_some_and(|first| first.as_str() == *theme);
            let placed: Vec<&str> =
                ladder.competencies.iter().filter(is_placed).map(|competency| competency.id.as_str()).collect();
            assert_eq!(placed, *competencies, "{} under {theme}", ladder.name);
        }
    }
}
