//! Levels of different ladders, and more than two columns.

use rungs_core::compare::{Change, Column, Comparison, Subject, level_before};
use rungs_core::ladder::{CompetencyId, Ladder, LevelId};

use crate::ladders::{Written, expectation, ladder, theme};

fn support() -> Ladder {
    ladder(
        "support",
        vec![
            expectation("a", "craft", "Solves issues"),
            expectation("b", "people", "Helps others"),
            expectation("c", "archery", "Hits the target"),
            expectation("d", "craft", "Solves hard issues").raising(&["a"]),
        ],
        &[&["a", "b", "c"], &["d", "b"]],
    )
}

fn focus() -> Ladder {
    ladder("focus", vec![expectation("a", "craft", "Solves issues")], &[&["a"]])
}

fn column(ladder: &Ladder, at: usize) -> Column<'_> {
    Column { ladder, level: &ladder.levels[at] }
}

fn subjects(comparison: &Comparison) -> Vec<String> {
    let name = |subject: &Subject| match subject {
        Subject::Competency(competency) => competency.name.clone(),
        Subject::Theme(theme) => theme.name.clone(),
        Subject::NoTheme => "no theme".to_owned(),
    };
    comparison.rows.iter().map(|row| name(&row.subject)).collect()
}

#[test]
fn rows_are_themes_in_the_vocabulary_s_order_and_competencies_without_one_come_last() {
    let (support, focus, themes) = (support(), focus(), [theme("people"), theme("craft"), theme("unused")]);
    let comparison = Comparison::new(vec![column(&support, 0), column(&focus, 0)], &themes);
    assert_eq!(subjects(&comparison), ["Theme people", "Theme craft", "no theme"]);
    assert!(!comparison.is_of_one_ladder());
}

#[test]
fn nothing_is_said_to_have_changed_between_ladders_even_in_the_same_words() {
    let (support, focus, themes) = (support(), focus(), [theme("craft")]);
    let comparison = Comparison::new(vec![column(&support, 0), column(&focus, 0)], &themes);
    assert!(comparison.entries(1).all(|entry| entry.change.is_none() && entry.before.is_empty()));
    assert!(comparison.summary(1).is_none());
}

#[test]
fn neighbours_of_one_ladder_are_compared_beside_a_third_of_another() {
    let (support, focus, themes) = (support(), focus(), [theme("craft"), theme("people")]);
    let comparison = Comparison::new(vec![column(&focus, 0), column(&support, 0), column(&support, 1)], &themes);
    assert!(comparison.summary(1).is_none());
    assert_eq!(comparison.summary(2).unwrap().to_string(), "1 raised, 1 dropped, 1 kept");
}

#[test]
fn each_of_four_columns_is_compared_with_its_left_neighbour() {
    let ladder = ladder(
        "one",
        vec![
            expectation("a", "craft", "One"),
            expectation("b", "craft", "Two").raising(&["a"]),
            expectation("c", "craft", "Three").raising(&["b"]),
        ],
        &[&["a"], &["b"], &["c"], &["a"]],
    );
    let comparison = Comparison::new((0..4).map(|at| column(&ladder, at)).collect(), &[]);
    let changes: Vec<Option<Change>> = (0..4).map(|at| comparison.entries(at).next().unwrap().change).collect();
    assert_eq!(changes, [None, Some(Change::Raised), Some(Change::Raised), Some(Change::Lowered)]);
}

#[test]
fn rows_in_which_no_level_says_anything_are_left_out() {
    let support = support();
    let comparison = Comparison::new(vec![column(&support, 1), column(&support, 1)], &[]);
    assert_eq!(subjects(&comparison), ["About craft", "About people"]);
}

#[test]
fn a_row_of_a_single_column_is_all_new_or_all_dropped() {
    let support = support();
    let comparison = Comparison::between(&support, &support.levels[0], &support.levels[1]);
    let archery = &comparison.rows[2].cells[1];
    assert!(archery.entries.is_empty());
    assert_eq!(archery.dropped[0].change, Some(Change::Dropped));
}

#[test]
fn no_columns_and_one_column_are_comparisons_too() {
    let support = support();
    assert!(Comparison::new(Vec::new(), &[]).rows.is_empty());
    let alone = Comparison::new(vec![column(&support, 0)], &[]);
    assert_eq!(alone.rows.len(), 3);
    assert!(alone.summary(0).is_none());
}

#[test]
fn the_level_before_is_the_first_of_the_usual_ways_in() {
    let mut support = support();
    support.levels[1].from = vec![LevelId::parse("l1").unwrap()];
    let before = |at: usize| level_before(&support, &support.levels[at]).map(|level| level.id.as_str());
    assert_eq!((before(0), before(1)), (None, Some("l1")));
}

#[test]
fn a_comparison_can_be_narrowed_to_some_competencies() {
    let support = support();
    let whole = || Comparison::between(&support, &support.levels[0], &support.levels[1]);
    let people = [CompetencyId::parse("people").unwrap()];
    assert_eq!(subjects(&whole().only(&people)), ["About people"]);
    assert_eq!(whole().only(&people).summary(1).unwrap().to_string(), "1 kept");
    assert_eq!(subjects(&whole().only(&[])), subjects(&whole()));
}
