//! The sample `common-focus` against its source: three areas at three levels.

use crate::reading::{assert_facts, cell, level, own, sample, says, words};

const ID: &str = "common-focus";

#[test]
fn three_levels_build_on_each_other() {
    let Some(ladder) = sample(ID) else { return };
    let levels: Vec<_> = ladder
        .levels
        .iter()
        .map(|level| {
            let below: Vec<&str> = level.extends.iter().map(|id| id.as_str()).collect();
            (level.name.as_str(), level.rank, below)
        })
        .collect();
    assert_eq!(levels, [("Junior", 1, vec![]), ("Mid-level", 2, vec!["junior"]), ("Senior", 3, vec!["mid-level"])]);
}

#[test]
fn three_areas_stand_in_the_source_s_order() {
    let Some(ladder) = sample(ID) else { return };
    let areas: Vec<&str> = ladder.competencies.iter().map(|competency| competency.name.as_str()).collect();
    assert_eq!(areas, ["Knowledge", "Process and productivity", "People and team"]);
}

/// What each level states itself in each area, one sentence of the source an entry, by its words.
const STATEMENTS: &[(&str, &str, &[&str])] = &[
    (
        "junior",
        "knowledge",
        &[
            "familiar; product can do; new features; changes",
            "gets to know; competes with our product; directly or indirectly",
            "keeps up; trends; industry; reading; experts",
            "learns; customers use; success stories",
        ],
    ),
    (
        "mid-level",
        "knowledge",
        &[
            "regularly; other teams; product and process; coming",
            "takes part; conversations with customers; understand; needs; vocabulary; decide",
            "peers at other companies; ways of working; challenges they face",
        ],
    ),
    (
        "senior",
        "knowledge",
        &[
            "brings in; veterans and experts; the team; products, competitors and industry better",
            "regularly benchmarks; competitors; competitive",
            "known; expert of the industry; a few areas",
        ],
    ),
    (
        "junior",
        "process-and-productivity",
        &[
            "follows; processes; team has laid out",
            "feedback; improve; team's processes",
            "open to feedback; seeks; team",
            "clear; goals; measures of success; before starting",
        ],
    ),
    (
        "mid-level",
        "process-and-productivity",
        &[
            "trains the team; process",
            "regularly shares feedback; within the team; improve how they work",
            "regularly; introspects; rest of the team; feedback",
            "clear goals; measures of success; every project; other teams and customers",
        ],
    ),
    (
        "senior",
        "process-and-productivity",
        &[
            "identifies; bottlenecks; productivity",
            "designs processes; remove these bottlenecks",
            "finds ways; teams; work together better",
            "regularly measures and improves; across teams",
        ],
    ),
    (
        "junior",
        "people-and-team",
        &[
            "positive, enthusiastic teammate",
            "ownership; areas taken on; delivers",
            "communicates regularly and often; bad news above all",
            "feedback; change of course; wrong way",
        ],
    ),
    (
        "mid-level",
        "people-and-team",
        &[
            "high expectations of teammates",
            "positive role model; inspires the team",
            "part in hiring; great team",
            "mentors junior teammates; succeed",
            "conflicts within the team",
        ],
    ),
    (
        "senior",
        "people-and-team",
        &[
            "sets; challenging goals; push teams; work better",
            "builds; mindset; teamwork, customer orientation, excellence and focus",
            "makes; culture, work and benefits; pipeline of talent",
            "individual teammates; strong brand of their own",
            "makes sure; teams are happy, motivated and productive",
        ],
    ),
];

#[test]
fn each_level_states_each_sentence_of_its_areas_and_no_more() {
    let Some(ladder) = sample(ID) else { return };
    for (level, area, statements) in STATEMENTS {
        let mut own = cell(&ladder, level, area);
        own.retain(|holding| holding.origin.as_str() == *level);
        for of_statement in *statements {
            let stated = own.iter().any(|holding| says(&holding.expectation.text, &words(of_statement)));
            assert!(stated, "{area} at {level}: nothing says “{of_statement}”");
        }
        assert_eq!(own.len(), statements.len(), "{area} at {level}: as many statements as sentences of the source");
    }
    let counts = ["junior", "mid-level", "senior"].map(|level| own(&ladder, level).len());
    assert_eq!(counts, [12, 12, 12]);
}

#[test]
fn a_level_carries_what_the_one_before_asks_unless_it_asks_more() {
    let Some(ladder) = sample(ID) else { return };
    // Two statements of the junior level give way to more of the same: 12 + 12 − 2, and 12 more.
    assert_eq!(level(&ladder, "mid-level").holds.len(), 22);
    assert_eq!(level(&ladder, "senior").holds.len(), 34);
}

#[test]
fn what_was_inferred_is_said() {
    let Some(ladder) = sample(ID) else { return };
    let notes = ladder.source.as_ref().map_or(&[][..], |source| &source.notes);
    let noted = |of_note: &[&str]| notes.iter().any(|note| says(note, of_note));
    assert_facts([
        ("levels are cumulative", noted(&["inferred", "cumulative", "not say"])),
        ("two headings are lost", noted(&["only Knowledge is known", "lost", "our names"])),
        ("raising is ours", noted(&["raised", "our reading"])),
    ]);
}

#[test]
fn the_rules_say_what_the_paths_are_for() {
    let Some(ladder) = sample(ID) else { return };
    let ruled = |of_rule: &[&str]| ladder.rules.iter().any(|rule| says(&rule.text, of_rule));
    assert_facts([
        ("clear what excellence takes", ruled(&["clear to everyone", "excellence"])),
        ("a plan for six months or longer", ruled(&["six months or longer", "strong already", "needs work"])),
        (
            "promotions, roles and pay more objective",
            ruled(&["promotions", "changes of role", "pay", "more objective"]),
        ),
        (
            "excellent in one area before more",
            ruled(&["roles and responsibilities", "defined closely", "one area before they take on more"]),
        ),
        ("common to all teams, beside their own", ruled(&["common to all teams", "own ladder"])),
    ]);
}
