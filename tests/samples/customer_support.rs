//! The sample `customer-support` against its source: five levels, eleven skills, fifty-five cells.

use std::collections::BTreeSet;

use rungs_core::ladder::Ladder;

use crate::reading::{assert_facts, cell, sample, says, words};

const ID: &str = "customer-support";

const LEVELS: [(&str, &str); 5] = [
    ("junior-customer-support-rep", "Junior Customer Support Rep"),
    ("customer-support-rep", "Customer Support Rep"),
    ("senior-customer-support-rep", "Senior Customer Support Rep"),
    ("lead-customer-support-rep", "Lead Customer Support Rep"),
    ("principal-customer-support-rep", "Principal Customer Support Rep"),
];

#[test]
fn five_levels_stand_in_order_on_one_path() {
    let Some(ladder) = sample(ID) else { return };
    let levels: Vec<_> =
        ladder.levels.iter().map(|level| (level.id.as_str(), level.name.as_str(), level.rank)).collect();
    let expected: Vec<_> = (1..).zip(LEVELS).map(|(rank, (id, name))| (id, name, rank)).collect();
    assert_eq!(levels, expected);
    assert_eq!(ladder.tracks.len(), 1);
    for pair in ladder.levels.windows(2) {
        assert_eq!(pair[1].from, [pair[0].id.clone()], "the way into {}", pair[1].name);
    }
}

#[test]
fn eleven_skills_stand_in_three_groups() {
    let Some(ladder) = sample(ID) else { return };
    let skills: Vec<_> = ladder
        .competencies
        .iter()
        .map(|competency| (competency.group.as_deref().unwrap_or_default(), competency.name.as_str()))
        .collect();
    assert_eq!(
        skills,
        [
            ("Skill", "Product knowledge"),
            ("Skill", "Customer correspondence"),
            ("Skill", "Tech and tooling"),
            ("Skill", "Scope"),
            ("Skill", "Judgment"),
            ("Engagement", "Ownership: manager of one"),
            ("Engagement", "Communication"),
            ("Engagement", "Planning"),
            ("Engagement", "Flexibility"),
            ("Engagement", "Trust"),
            ("Coachability", "Feedback"),
        ]
    );
}

/// The cells: for each skill and each level, what it states, one statement an entry, by its words.
const CELLS: &[(&str, [&[&str]; 5])] = &[
    (
        "product-knowledge",
        [
            &["basic product knowledge; customers; well; enthusiasm"],
            &[
                "confident; product knowledge; versed in one of the products",
                "passes product knowledge on; customers; well; enthusiasm",
                "adapts; situation",
            ],
            &[
                "proficient; one or more products",
                "passes product knowledge on; customers; well; enthusiasm",
                "adapts; situation",
            ],
            &[
                "proficient; multiple products",
                "passes product knowledge on; customers; well; enthusiasm",
                "adapts; situation",
            ],
            &[
                "expert; multiple products",
                "passes product knowledge on; customers; well; enthusiasm",
                "adapts; situation",
            ],
        ],
    ),
    (
        "customer-correspondence",
        [
            &[
                "emails; style guide; occasional redirection",
                "independently; routine emails; no help; common questions",
            ],
            &["emails; style guide; little redirection", "independently; all emails or calls"],
            &["emails; style guide; no redirection", "independently; all emails or calls; no help; questions"],
            &[
                "emails; follow the style guide; contributes; guide; snippets repo",
                "independently; all emails and calls",
                "difficult cases; frustrated customers",
            ],
            &[
                "emails; follow the style guide; contributes; guide; snippets repo",
                "independently; all emails and calls",
                "the most difficult cases; frustrated customers",
            ],
        ],
    ),
    (
        "tech-and-tooling",
        [
            &[
                "has shown; good technical grasp; most; systems and tools; daily work",
                "has; limited; developing; technical knowledge; products",
            ],
            &["has shown; technical grasp; systems and tools; daily work", "has; good technical grasp; one product"],
            &["diagnoses and escalates; low-level; appropriately", "has; good technical grasp; all products"],
            &["diagnoses and escalates; most; appropriately", "corrects; low-level; customers; support from on-call"],
            &["diagnoses and escalates; all; appropriately", "corrects; many; customers; independently"],
        ],
    ),
    (
        "scope",
        [
            &["mainly; communication with customers", "no part in projects; limited"],
            &["part in projects; oversight; senior teammate"],
            &["independently; small projects", "reliable contributor; larger projects"],
            &[
                "elevates; standards of team and company; new processes; procedures; communication",
                "major contributor; special projects",
            ],
            &["conceives and carries out; large special projects; works with a team; complete"],
        ],
    ),
    (
        "judgment",
        [
            &["pitches in; when asked; with oversight", "manages; individual to-dos"],
            &["manages; daily workflow and to-dos; no oversight"],
            &[
                "manages; daily workflow and special projects; minimal oversight or approval",
                "good sense; cut scope; on time; within appetite",
            ],
            &[
                "sought out for advice; teammates; outside the team",
                "strong; setting scope; minimal oversight or approval",
                "strong; large ongoing projects; minimal oversight or approval",
            ],
            &[
                "leader in making sure; team and the organisation; understand and follow; robust and effective best practices",
                "wide range of focus",
                "opportunities to improve; without being assigned",
            ],
        ],
    ),
    (
        "ownership",
        [
            &["manages; steps; solution; once work is assigned"],
            &[
                "sets their own direction; once work is assigned",
                "asks questions; no status checks; other than email reviews",
            ],
            &[
                "sets their own direction",
                "works with; little or no oversight or help",
                "conceives new work; steps; carries; complete",
            ],
            &[
                "sets the direction of a small team",
                "manages; projects and resources; little or no redirection or input; leadership",
            ],
            &[
                "sets the direction of a team",
                "manages; projects and resources; little or no redirection or input; leadership",
            ],
        ],
    ),
    (
        "communication",
        [
            &["communicates well; team; calls; Basecamp check-ins", "researches; answers; asks; more senior teammates"],
            &[
                "communicates well; within the team's structure; shares knowledge; more experienced teammates when needed",
                "asks for help when needed; tries; unblocked alone",
            ],
            &[
                "communicates well; within the team's structure; shares knowledge; more experienced teammates when needed",
                "asks for help when needed; tries; unblocked alone",
            ],
            &[
                "acts; representative to the company; larger discussions; recommendations",
                "rarely; help; unblocked; resource for others",
            ],
            &[
                "best practices; project management and communication",
                "makes sure; leadership; informed; team's progress",
            ],
        ],
    ),
    (
        "planning",
        [
            &[
                "individual daily tasks; little feedback or oversight",
                "able to point out; projects and product; small ways",
            ],
            &["individual daily tasks; minimal oversight", "routinely points out; projects and product; small ways"],
            &[
                "contributes to cycle planning",
                "individual projects; effectively; little oversight",
                "identifies work; without its being assigned; without asking others; important",
                "pitches projects to the team; explains; important; priority",
            ],
            &["plans and carries out large projects", "key contributor; cycle planning"],
            &["plans and carries out large projects; strategy of team and company in mind"],
        ],
    ),
    (
        "flexibility",
        [
            &["some views; technical solutions and best practices; mostly watches; more senior members; learns"],
            &["shows willingness; viewpoint; opinion", "able to disagree and commit"],
            &[
                "has shown; strong views; technical approaches and solutions; experience",
                "shows willingness; viewpoint; opinion",
                "able to disagree and commit",
            ],
            &[
                "has strong views; experience; technical expertise; industry best practices",
                "opinions confidently and effectively",
                "balances recommendations; team at large",
            ],
            &["has shown the ability; think problems through; devise and apply; novel; outside the box"],
        ],
    ),
    (
        "trust",
        [
            &["reviewed; not often repeat mistakes; quality; general approach"],
            &["reviewed; occasionally; edits", "productive member; small projects"],
            &["not necessarily reviewed; general approach may be", "fully productive member; almost any project"],
            &[
                "contributes to any project",
                "almost any customer interaction",
                "autonomous; no regular need for review",
                "almost always free of mistakes",
                "often helps others; quality of their work",
            ],
            &["significant contributor; resolution of problems and of code", "consistent maturity and leadership"],
        ],
    ),
    (
        "feedback",
        [
            &[
                "actively seeks",
                "receives feedback; positive attitude",
                "corrective feedback well",
                "hungry; growth and development",
            ],
            &["weighs in; larger discussions; team; helpful, relevant feedback", "receives feedback; growth mindset"],
            &["acts as an informal mentor", "more junior teammates; helpful, direct and specific"],
            &["asked by colleagues; on the team and off it; critical work or decisions"],
            &["leader on the team", "asked by colleagues; on the team and off it; critical work or decisions"],
        ],
    ),
];

#[test]
fn every_cell_states_what_its_cell_in_the_source_states_and_no_more() {
    let Some(ladder) = sample(ID) else { return };
    let mut cells = 0;
    for (skill, row) in CELLS {
        for ((level, _), statements) in LEVELS.iter().zip(row) {
            let held = cell(&ladder, level, skill);
            for of_statement in *statements {
                let stated = held.iter().any(|holding| says(&holding.expectation.text, &words(of_statement)));
                assert!(stated, "{skill} at {level}: nothing says “{of_statement}”");
            }
            assert_eq!(held.len(), statements.len(), "{skill} at {level}: as many statements as the source's cell");
            cells += 1;
        }
    }
    assert_eq!(cells, 55);
    assert_eq!(ladder.competencies.len(), CELLS.len());
}

#[test]
fn only_communication_has_one_cell_for_two_levels() {
    let Some(ladder) = sample(ID) else { return };
    for (position, competency) in ladder.competencies.iter().enumerate() {
        let named: Vec<&str> = ladder.levels.iter().map(|level| level.steps[position].1.as_str()).collect();
        let distinct = named.iter().collect::<BTreeSet<_>>().len();
        if competency.id.as_str() == "communication" {
            assert_eq!(named[1], named[2], "Communication is the same at levels 2 and 3");
            assert_eq!(distinct, 4);
        } else {
            assert_eq!(distinct, 5, "{} differs from level to level", competency.name);
        }
    }
}

#[test]
fn what_is_more_of_an_earlier_statement_says_so() {
    let Some(ladder) = sample(ID) else { return };
    let raises = |id: &str, raised: &str| raises(&ladder, id, raised);
    assert_facts([
        ("proficient in one, then multiple products", raises("proficient-in-several", "proficient-in-one")),
        ("expert in multiple products", raises("expert-in-several", "proficient-in-several")),
        ("little redirection after occasional", raises("emails-little-redirection", "emails-occasional-redirection")),
        ("no redirection after little", raises("emails-no-redirection", "emails-little-redirection")),
        ("most issues after low-level ones", raises("diagnose-most", "diagnose-low-level")),
        ("all issues after most", raises("diagnose-all", "diagnose-most")),
        ("the most difficult cases after difficult ones", raises("most-difficult-cases", "difficult-cases")),
        ("a team's direction after a small team's", raises("team-direction", "small-team-direction")),
        ("strategy after large projects", raises("plan-with-strategy", "plan-large-projects")),
    ]);
}

fn raises(ladder: &Ladder, id: &str, raised: &str) -> bool {
    let expectation = ladder.expectations.iter().find(|expectation| expectation.id.as_str() == id);
    expectation.is_some_and(|expectation| expectation.raises.iter().any(|id| id.as_str() == raised))
}

#[test]
fn nothing_is_required_for_promotion_since_the_source_sets_no_requirement() {
    let Some(ladder) = sample(ID) else { return };
    assert!(ladder.levels.iter().all(|level| level.requirements.is_empty() && level.extends.is_empty()));
}

#[test]
fn what_was_inferred_is_said() {
    let Some(ladder) = sample(ID) else { return };
    let notes = ladder.source.as_ref().map_or(&[][..], |source| &source.notes);
    let noted = |of_note: &[&str]| notes.iter().any(|note| says(note, of_note));
    assert_facts([
        ("two skills are called Technical", noted(&["first two skills", "“Technical”", "names", "ours"])),
        ("Communication repeats a cell", noted(&["Communication", "levels 2 and 3"])),
        ("splitting and raising are ours", noted(&["split into statements", "raises", "our reading"])),
        ("nothing carries over", noted(&["only what its cell says", "not carried over"])),
        ("one path", noted(&["one path", "inferred"])),
    ]);
}
