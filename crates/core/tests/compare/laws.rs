//! What holds for every comparison, whatever the ladder.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rungs_core::compare::{Change, Column, Comparison, Subject, change_in};
use rungs_core::ladder::{Expectation, Ladder, Level};

use crate::ladders::{Written, expectation, ladder, theme};

/// Statements of few words, so that many are alike and some are the same.
fn statements() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec!["solves", "issues", "alone", "helps", "the", "team", "難", "題", "90"]);
    prop::collection::vec(words, 1..6).prop_map(|words| words.join(" "))
}

/// An expectation by number: in one of two competencies, perhaps on a step, linked to earlier ones.
fn expectations() -> impl Strategy<Value = Vec<Expectation>> {
    let one = (
        statements(),
        0usize..2,
        prop::option::of(0u16..3),
        prop::option::of(50i64..53),
        0usize..6,
        any::<prop::sample::Index>(),
    );
    prop::collection::vec(one, 1..12).prop_map(|drafts| {
        let id = |number: usize| format!("e{number}");
        let drafts = drafts.into_iter().enumerate();
        drafts
            .map(|(number, (text, place, step, measure, link, elder))| {
                let mut draft = expectation(&id(number), ["casework", "mentoring"][place], &text);
                if let Some(order) = step {
                    draft = draft.on_step(order);
                }
                if let Some(percent) = measure {
                    draft = draft.at_least(percent, "issues");
                }
                match (number, link) {
                    (1.., 0) => draft.raising(&[&id(elder.index(number))]),
                    (1.., 1) => draft.replacing(&[&id(elder.index(number))]),
                    (2.., 2) => draft.raising(&[&id(elder.index(number)), &id(elder.index(number - 1))]),
                    _ => draft,
                }
            })
            .collect()
    })
}

/// A ladder of four levels, each of which holds any of the expectations.
fn ladders() -> impl Strategy<Value = Ladder> {
    expectations().prop_flat_map(|expectations| {
        let held = prop::collection::vec(any::<bool>(), expectations.len());
        (Just(expectations), prop::collection::vec(held, 4)).prop_map(|(expectations, held)| {
            let ids: Vec<String> = expectations.iter().map(|expectation| expectation.id.to_string()).collect();
            let level = |held: &Vec<bool>| -> Vec<&str> {
                ids.iter().zip(held).filter(|(_, held)| **held).map(|(id, _)| id.as_str()).collect()
            };
            let levels: Vec<Vec<&str>> = held.iter().map(level).collect();
            let levels: Vec<&[&str]> = levels.iter().map(Vec::as_slice).collect();
            ladder("one", expectations, &levels)
        })
    })
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items
}

fn expected_by(ladder: &Ladder, level: &Level) -> Vec<String> {
    sorted(ladder.holdings(level).map(|holding| holding.expectation.id.to_string()))
}

/// What became what from the first level to the second: pairs of ids, and the strongest change of each
/// expectation; an absent partner is an empty id.
fn relation(ladder: &Ladder, left: usize, right: usize) -> BTreeMap<(String, String), Change> {
    let comparison = Comparison::between(ladder, &ladder.levels[left], &ladder.levels[right]);
    let mut relation = BTreeMap::new();
    for entry in comparison.entries(1) {
        let (id, change) = (entry.expectation.id.to_string(), entry.change.unwrap());
        match change {
            Change::New => drop(relation.insert((String::new(), id), change)),
            Change::Dropped => drop(relation.insert((id, String::new()), change)),
            _ => relation.extend(entry.before.iter().map(|before| ((before.id.to_string(), id.clone()), change))),
        }
    }
    relation
}

fn mirrored(change: Change) -> Change {
    match change {
        Change::New => Change::Dropped,
        Change::Dropped => Change::New,
        Change::Raised => Change::Lowered,
        Change::Lowered => Change::Raised,
        Change::Kept | Change::Reworded => change,
    }
}

/// Whether an expectation has one counterpart at most, and is the only one of it.
fn is_one_to_one(relation: &BTreeMap<(String, String), Change>) -> bool {
    let partners =
        |side: fn(&(String, String)) -> &String, id: &String| relation.keys().filter(|pair| side(pair) == id).count();
    relation.keys().all(|(left, right)| {
        (left.is_empty() || partners(|pair| &pair.0, left) == 1)
            && (right.is_empty() || partners(|pair| &pair.1, right) == 1)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_expectation_of_every_column_appears_exactly_once(
        ladder in ladders(),
        other in ladders(),
        columns in 1usize..5,
    ) {
        let (mut ladder, mut other) = (ladder, other);
        ladder.id = "one".to_owned().try_into().unwrap();
        other.id = "two".to_owned().try_into().unwrap();
        let all = [(&ladder, 0), (&ladder, 1), (&other, 2), (&other, 3)];
        let all = all.map(|(ladder, level)| Column { ladder, level: &ladder.levels[level] });
        let columns: Vec<Column> = all[..columns].to_vec();
        let themes = [theme("casework")];
        let comparison = Comparison::new(columns, &themes);
        for (at, column) in comparison.columns.iter().enumerate() {
            let entries = comparison.rows.iter().flat_map(|row| &row.cells[at].entries);
            let shown = sorted(entries.map(|entry| entry.expectation.id.to_string()));
            prop_assert_eq!(shown, expected_by(column.ladder, column.level));
        }
    }

    #[test]
    fn a_competency_changes_by_itself_as_it_does_in_the_whole_comparison(ladder in ladders()) {
        let (before, after) = (&ladder.levels[0], &ladder.levels[1]);
        let whole = Comparison::between(&ladder, before, after);
        for competency in &ladder.competencies {
            let row = whole.rows.iter().find(|row| row.subject == Subject::Competency(competency));
            let cell = row.map(|row| row.cells[1].clone()).unwrap_or_default();
            prop_assert_eq!(change_in(&ladder, before, after, competency), cell);
        }
    }

    #[test]
    fn every_expectation_of_the_left_neighbour_is_a_counterpart_or_dropped(ladder in ladders()) {
        let comparison = Comparison::between(&ladder, &ladder.levels[0], &ladder.levels[1]);
        let mut before: Vec<String> = comparison.entries(1).flat_map(|entry| {
            let dropped = (entry.change == Some(Change::Dropped)).then_some(entry.expectation);
            entry.before.iter().copied().chain(dropped).map(|e| e.id.to_string()).collect::<Vec<_>>()
        }).collect();
        before.sort_unstable();
        before.dedup();
        prop_assert_eq!(before, expected_by(&ladder, &ladder.levels[0]));
    }

    #[test]
    fn a_level_compared_with_itself_changes_nothing(ladder in ladders()) {
        let level = &ladder.levels[0];
        let comparison = Comparison::between(&ladder, level, level);
        prop_assert!(comparison.entries(1).all(|entry| entry.change == Some(Change::Kept) && entry.words().is_none()));
        prop_assert!(comparison.summary(1).unwrap().asked.is_empty());
    }

    #[test]
    fn swapping_the_columns_mirrors_what_became_what(ladder in ladders()) {
        let (there, back) = (relation(&ladder, 0, 1), relation(&ladder, 1, 0));
        let swapped: Vec<(String, String)> = sorted(back.keys().map(|(left, right)| (right.clone(), left.clone())));
        prop_assert_eq!(sorted(there.keys().cloned()), swapped);
        if is_one_to_one(&there) {
            let turn = |((left, right), change)| ((right, left), mirrored(change));
            let turned: BTreeMap<_, _> = back.into_iter().map(turn).collect();
            prop_assert_eq!(there, turned);
        }
    }

    #[test]
    fn counts_add_up_to_what_the_level_expects_and_what_it_dropped(ladder in ladders()) {
        let comparison = Comparison::between(&ladder, &ladder.levels[0], &ladder.levels[1]);
        let counts = comparison.summary(1).unwrap().counts;
        prop_assert_eq!(counts.total() - counts.get(Change::Dropped), ladder.levels[1].holds.len());
    }

    #[test]
    fn a_further_column_changes_nothing_of_those_before_it(ladder in ladders()) {
        let column = |at: usize| Column { ladder: &ladder, level: &ladder.levels[at] };
        let two = Comparison::new(vec![column(0), column(1)], &[]);
        let four = Comparison::new((0..4).map(column).collect(), &[]);
        let described = |comparison: &Comparison| -> Vec<String> {
            comparison.entries(1).map(|entry| format!("{entry:?}")).collect()
        };
        prop_assert_eq!(described(&two), described(&four));
    }
}
