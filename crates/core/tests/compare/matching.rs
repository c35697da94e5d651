//! What becomes of an expectation, case by case.

use rungs_core::compare::Comparison;
use rungs_core::ladder::{Expectation, Ladder};

use crate::ladders::{Written, expectation, ladder};

/// What becomes of the expectations from the first level to the second: "raised b (a)".
fn changes(ladder: &Ladder) -> Vec<String> {
    let comparison = Comparison::between(ladder, &ladder.levels[0], &ladder.levels[1]);
    let described = comparison.entries(1).map(|entry| {
        let before: Vec<&str> = entry.before.iter().map(|before| before.id.as_str()).collect();
        let change = entry.change.unwrap().word();
        let from = if before.is_empty() { String::new() } else { format!(" ({})", before.join(", ")) };
        format!("{change} {}{from}", entry.expectation.id)
    });
    described.collect()
}

fn of(expectations: Vec<Expectation>, left: &[&str], right: &[&str]) -> Vec<String> {
    changes(&ladder("one", expectations, &[left, right]))
}

fn casework(id: &str, text: &str) -> Expectation {
    expectation(id, "casework", text)
}

#[test]
fn the_same_expectation_is_kept() {
    assert_eq!(of(vec![casework("a", "Answers questions")], &["a"], &["a"]), ["kept a (a)"]);
}

#[test]
fn the_same_words_under_another_id_are_kept() {
    let both = vec![casework("a", "Answers  questions"), casework("b", "Answers\nquestions")];
    assert_eq!(of(both, &["a"], &["b"]), ["kept b (a)"]);
}

#[test]
fn the_same_words_with_another_number_are_reworded() {
    let both = vec![
        casework("a", "Solves issues").at_least(75, "issues"),
        casework("b", "Solves issues").at_least(90, "issues"),
    ];
    assert_eq!(of(both, &["a"], &["b"]), ["reworded b (a)"]);
}

#[test]
fn what_raises_another_is_raised_and_read_backwards_lowered() {
    let both = vec![casework("a", "Three a day"), casework("b", "Wholly different words").raising(&["a"])];
    assert_eq!(of(both.clone(), &["a"], &["b"]), ["raised b (a)"]);
    assert_eq!(of(both, &["b"], &["a"]), ["lowered a (b)"]);
}

#[test]
fn a_raise_of_a_raise_counts_even_where_the_level_between_is_not_compared() {
    let three =
        vec![casework("a", "One"), casework("b", "Two").raising(&["a"]), casework("c", "Three").raising(&["b"])];
    assert_eq!(of(three, &["a"], &["c"]), ["raised c (a)"]);
}

#[test]
fn a_replacement_of_a_raise_is_still_raised() {
    let three =
        vec![casework("a", "One"), casework("b", "Two").raising(&["a"]), casework("c", "Three").replacing(&["b"])];
    assert_eq!(of(three, &["a"], &["c"]), ["raised c (a)"]);
}

#[test]
fn what_replaces_another_is_reworded_whatever_its_words() {
    let both = vec![casework("a", "One"), casework("b", "Quite different").replacing(&["a"])];
    assert_eq!(of(both.clone(), &["a"], &["b"]), ["reworded b (a)"]);
    assert_eq!(of(both, &["b"], &["a"]), ["reworded a (b)"]);
}

#[test]
fn a_replacement_in_the_same_words_is_kept() {
    let both = vec![casework("a", "One thing"), casework("b", "One thing").replacing(&["a"])];
    assert_eq!(of(both, &["a"], &["b"]), ["kept b (a)"]);
}

#[test]
fn an_expectation_may_raise_several_at_once() {
    let three = vec![casework("a", "One"), casework("b", "Two"), casework("c", "Both").raising(&["a", "b"])];
    assert_eq!(of(three.clone(), &["a", "b"], &["c"]), ["raised c (a, b)"]);
    assert_eq!(of(three, &["c"], &["a", "b"]), ["lowered a (c)", "lowered b (c)"]);
}

#[test]
fn lineage_comes_before_likeness() {
    let three = vec![
        casework("a", "Writes clear answers to customers"),
        casework("b", "Knows the product"),
        casework("c", "Writes clear answers to customers and colleagues").raising(&["b"]),
    ];
    assert_eq!(of(three, &["a", "b"], &["c"]), ["raised c (b)", "dropped a"]);
}

#[test]
fn without_lineage_the_most_alike_are_reworded_and_the_rest_is_new_or_dropped() {
    let four = vec![
        casework("a", "Writes clear answers to customers"),
        casework("b", "Knows the product"),
        casework("c", "Mentors"),
        casework("d", "Writes clear answers to difficult customers"),
    ];
    assert_eq!(of(four, &["a", "b"], &["c", "d"]), ["new c", "reworded d (a)", "dropped b"]);
}

#[test]
fn shared_little_words_do_not_make_two_statements_versions_of_one() {
    let both = vec![
        casework("a", "Coordinates with the manager on the schedule of the team"),
        casework("b", "Reports to the manager on the progress of the product"),
    ];
    assert_eq!(of(both, &["a"], &["b"]), ["new b", "dropped a"]);
}

#[test]
fn the_assignment_is_the_best_of_all_and_not_the_first_good_one() {
    let four = vec![
        casework("a", "alpha beta gamma delta"),
        casework("b", "alpha beta gamma omega"),
        casework("c", "alpha beta gamma omega sigma"),
        casework("d", "beta gamma omega kappa"),
    ];
    assert_eq!(of(four.clone(), &["a", "b"], &["c", "d"]), ["reworded c (a)", "reworded d (b)"]);
    assert_eq!(of(four, &["c", "d"], &["a", "b"]), ["reworded a (c)", "reworded b (d)"]);
}

#[test]
fn ideographs_are_compared_one_by_one() {
    let both = vec![casework("a", "独立解决客户的问题"), casework("b", "独立解决客户的难题")];
    assert_eq!(of(both, &["a"], &["b"]), ["reworded b (a)"]);
}

#[test]
fn a_later_step_is_raised_and_an_earlier_one_lowered() {
    let both =
        vec![casework("a", "Answers common questions").on_step(0), casework("b", "Solves hard problems").on_step(2)];
    assert_eq!(of(both.clone(), &["a"], &["b"]), ["raised b (a)"]);
    assert_eq!(of(both, &["b"], &["a"]), ["lowered a (b)"]);
}

#[test]
fn of_several_statements_of_a_step_those_pair_that_lineage_or_likeness_links() {
    let six = vec![
        casework("a", "Asks for help").on_step(0),
        casework("b", "Writes replies from templates").on_step(0),
        casework("c", "Follows the guide").on_step(0),
        casework("d", "Helps others").on_step(1).raising(&["a"]),
        casework("e", "Improves the manual").on_step(1),
        casework("f", "Writes replies freely").on_step(1),
    ];
    let changes = of(six, &["a", "b", "c"], &["d", "e", "f"]);
    assert_eq!(changes, ["raised d (a)", "new e", "raised f (b)", "dropped c"]);
}

#[test]
fn surplus_statements_of_a_step_are_new_or_dropped() {
    let three = vec![
        casework("a", "Asks for help").on_step(0),
        casework("b", "Improves the manual").on_step(1),
        casework("c", "Trains newcomers").on_step(1),
    ];
    assert_eq!(of(three.clone(), &["a"], &["b", "c"]), ["new b", "new c", "dropped a"]);
    assert_eq!(of(three, &["b", "c"], &["a"]), ["new a", "dropped b", "dropped c"]);
}

#[test]
fn two_levels_that_name_one_step_keep_it() {
    let one = vec![casework("a", "Answers common questions").on_step(1)];
    assert_eq!(of(one, &["a"], &["a"]), ["kept a (a)"]);
}

#[test]
fn alike_statements_of_different_competencies_have_nothing_to_do_with_each_other() {
    let both = vec![expectation("a", "casework", "Writes well"), expectation("b", "mentoring", "Writes well")];
    assert_eq!(of(both, &["a"], &["b"]), ["dropped a", "new b"]);
}

#[test]
fn an_empty_cell_on_either_side_makes_all_new_or_all_dropped() {
    let two = vec![casework("a", "One"), casework("b", "Two")];
    assert_eq!(of(two.clone(), &[], &["a", "b"]), ["new a", "new b"]);
    assert_eq!(of(two.clone(), &["a", "b"], &[]), ["dropped a", "dropped b"]);
    assert!(of(two, &[], &[]).is_empty());
}

#[test]
fn comparable_measures_show_both_figures() {
    let ladder = ladder(
        "one",
        vec![
            casework("a", "Solves 75 percent").at_least(75, "issues"),
            casework("b", "Solves 90 percent").at_least(90, "issues").raising(&["a"]),
            casework("c", "Solves 95 percent").at_least(95, "calls").raising(&["b"]),
        ],
        &[&["a"], &["b"], &["c"]],
    );
    let figures = |left: usize, right: usize| {
        let comparison = Comparison::between(&ladder, &ladder.levels[left], &ladder.levels[right]);
        comparison.entries(1).next().unwrap().figures()
    };
    assert_eq!(figures(0, 1), Some(("75\u{a0}%".into(), "90\u{a0}%".into())));
    assert_eq!(figures(1, 0), Some(("90\u{a0}%".into(), "75\u{a0}%".into())));
    assert_eq!(figures(1, 2), None, "issues and calls are different things");
    assert_eq!(figures(0, 0), None, "nothing differs");
}

#[test]
fn a_cell_of_hundreds_of_statements_is_still_compared() {
    let ids: Vec<String> = (0..400).map(|n| format!("e{n}")).collect();
    let all = ids.iter().map(|id| casework(id, &format!("Handles matters of the kind {id} alone"))).collect();
    let (left, right): (Vec<&str>, Vec<&str>) =
        (ids[..200].iter().map(String::as_str).collect(), ids[200..].iter().map(String::as_str).collect());
    assert_eq!(of(all, &left, &right).len(), 200);
}
