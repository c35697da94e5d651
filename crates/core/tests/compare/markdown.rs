//! Comparisons as Markdown.

use rungs_core::compare::{Column, Comparison, markdown};
use rungs_core::ladder::{Condition, Ladder};

use crate::ladders::{Written, expectation, ladder, requirement, theme};

const URL: &str = "https://example.com/rungs/compare/support/l1/l2/";

fn support() -> Ladder {
    let mut ladder = ladder(
        "support",
        vec![
            expectation("a", "craft", "Solves 75 % of issues").at_least(75, "issues"),
            expectation("b", "craft", "Solves 90 % of issues").at_least(90, "issues").raising(&["a"]),
            expectation("c", "people", "Mentors *newcomers*"),
            expectation("d", "people", "Helps others"),
        ],
        &[&["a", "d"], &["b", "c", "d"], &["b"]],
    );
    ladder.levels[1].requirements = vec![requirement("time", Condition::TimeAtRank { rank: 1, months: 12 })];
    ladder
}

fn columns<'a>(ladder: &'a Ladder, levels: &[usize]) -> Vec<Column<'a>> {
    levels.iter().map(|at| Column { ladder, level: &ladder.levels[*at] }).collect()
}

#[test]
fn a_step_is_told_by_kind_of_change_with_figures_requirements_and_link() {
    let support = support();
    let written = markdown::comparison(&Comparison::new(columns(&support, &[0, 1]), &[]), URL);
    assert_eq!(
        written,
        "# Level l1 → Level l2\n\
         \n\
         Ladder support 1.0.0\n\
         \n\
         1 new, 1 raised, 1 kept\n\
         \n\
         ## Raised (1)\n\
         \n\
         - **About craft**: 75\u{a0}% → 90\u{a0}%. Solves 90 % of issues\n  \
           - before: Solves 75 % of issues\n\
         \n\
         ## New (1)\n\
         \n\
         - **About people**: Mentors \\*newcomers\\*\n\
         \n\
         ## Kept (1)\n\
         \n\
         - **About people**: Helps others\n\
         \n\
         ## To get there\n\
         \n\
         - 1 year at level 1\n\
         \n\
         https://example.com/rungs/compare/support/l1/l2/\n"
    );
}

#[test]
fn each_step_of_more_than_two_levels_has_a_section() {
    let support = support();
    let written = markdown::comparison(&Comparison::new(columns(&support, &[0, 1, 2]), &[]), URL);
    assert!(written.contains("\n## Level l1 → Level l2\n"));
    assert!(written.contains("\n## Level l2 → Level l3\n\n2 dropped, 1 kept\n\n### Dropped (2)\n"));
}

#[test]
fn levels_of_different_ladders_stand_by_theme_and_claim_nothing() {
    let (support, themes) = (support(), [theme("craft"), theme("people")]);
    let focus = ladder("focus", vec![expectation("a", "craft", "Knows the craft")], &[&["a"]]);
    let both = [columns(&support, &[0]), columns(&focus, &[0])].concat();
    let written = markdown::comparison(&Comparison::new(both, &themes), URL);
    assert!(written.contains("no equivalence is claimed"));
    assert!(written.contains(
        "\n## Theme people\n\n- **Level l1 (Ladder support)**\n  - Helps others\n- **Level l1 (Ladder focus)**: nothing\n"
    ));
}

#[test]
fn a_level_is_told_by_competency() {
    let support = support();
    let written = markdown::level(&support, &support.levels[1], URL);
    assert!(written.starts_with("# Level l2\n\nLadder support 1.0.0\n\n## About craft\n\n- Solves 90 % of issues\n"));
    assert!(
        written
            .ends_with("## To get there\n\n- 1 year at level 1\n\nhttps://example.com/rungs/compare/support/l1/l2/\n")
    );
}
