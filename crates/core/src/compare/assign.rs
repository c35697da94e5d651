//! The best one-to-one assignment between two short lists.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Above this many items on a side the best assignment (cubic in the size) gives way to taking the
/// most alike pair again and again. Cells of real ladders hold at most some twenty statements.
const LARGEST: usize = 64;

/// Pairs the items of two lists one to one so that the sum of `weight` is the greatest possible;
/// pairs of weight 0 are not made. Of several best assignments, the one found is always the same.
///
/// Where a side has more than 64 items the sum is only near the greatest.
pub(super) fn assign(rows: usize, columns: usize, weight: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    if rows == 0 || columns == 0 {
        return Vec::new();
    }
    if rows > LARGEST || columns > LARGEST {
        return greedy(rows, columns, weight);
    }
    let weigh = |row: usize, column: usize| in_order(rows, columns, row, column, weight(row, column));
    let pairs = if rows <= columns {
        hungarian(rows, columns, weigh)
    } else {
        hungarian(columns, rows, |a, b| weigh(b, a)).into_iter().map(|(a, b)| (b, a)).collect()
    };
    pairs.into_iter().filter(|&(row, column)| weight(row, column) > 0).collect()
}

/// The weight, and below its smallest step a preference for pairs that stand at the same place in
/// their lists: it decides between assignments that are otherwise equally good.
fn in_order(rows: usize, columns: usize, row: usize, column: usize, weight: u32) -> i64 {
    if weight == 0 {
        return 0;
    }
    let closeness = LARGEST - row.abs_diff(column).min(LARGEST);
    i64::from(weight) * ((LARGEST + 1) * rows.min(columns) + 1) as i64 + closeness as i64
}

/// The Hungarian method with potentials and shortest augmenting paths, for `rows` ≤ `columns`: every
/// row gets a column. After Kuhn (1955) and Munkres (1957), in the O(rows² · columns) form; row and
/// column 0 are sentinels.
fn hungarian(rows: usize, columns: usize, weight: impl Fn(usize, usize) -> i64) -> Vec<(usize, usize)> {
    let mut row_potential = vec![0i64; rows + 1];
    let mut column_potential = vec![0i64; columns + 1];
    let mut row_of = vec![0usize; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut least = vec![i64::MAX; columns + 1];
        let mut came_from = vec![0usize; columns + 1];
        let mut visited = vec![false; columns + 1];
        let mut column = 0;
        while row_of[column] != 0 {
            visited[column] = true;
            let (here, mut step, mut next) = (row_of[column], i64::MAX, 0);
            for other in (1..=columns).filter(|&other| !visited[other]) {
                let reduced = -weight(here - 1, other - 1) - row_potential[here] - column_potential[other];
                if reduced < least[other] {
                    (least[other], came_from[other]) = (reduced, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=columns {
                if visited[other] {
                    row_potential[row_of[other]] += step;
                    column_potential[other] -= step;
                } else if other > 0 {
                    least[other] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[came_from[column]];
            column = came_from[column];
        }
    }
    (1..=columns).filter(|&column| row_of[column] != 0).map(|column| (row_of[column] - 1, column - 1)).collect()
}

/// Takes the heaviest pair of items that are still free, again and again; ties in reading order.
fn greedy(rows: usize, columns: usize, weight: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    let all = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let weighed = all.map(|(row, column)| (weight(row, column), Reverse((row, column))));
    let mut candidates: BinaryHeap<_> = weighed.filter(|(weight, _)| *weight > 0).collect();
    let (mut row_taken, mut column_taken) = (vec![false; rows], vec![false; columns]);
    let mut pairs = Vec::new();
    while let Some((_, Reverse((row, column)))) = candidates.pop() {
        if !row_taken[row] && !column_taken[column] {
            (row_taken[row], column_taken[column]) = (true, true);
            pairs.push((row, column));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, assign};
    use proptest::prelude::*;

    fn total(weights: &[Vec<u32>], pairs: &[(usize, usize)]) -> u32 {
        pairs.iter().map(|&(row, column)| weights[row][column]).sum()
    }

    /// Every assignment tried: the greatest sum there is.
    fn best(weights: &[Vec<u32>], row: usize, taken: &mut Vec<bool>) -> u32 {
        if row == weights.len() {
            return 0;
        }
        let mut greatest = best(weights, row + 1, taken);
        for column in 0..taken.len() {
            if !taken[column] {
                taken[column] = true;
                greatest = greatest.max(weights[row][column] + best(weights, row + 1, taken));
                taken[column] = false;
            }
        }
        greatest
    }

    fn matrices() -> impl Strategy<Value = Vec<Vec<u32>>> {
        (1usize..6, 1usize..6)
            .prop_flat_map(|(rows, columns)| prop::collection::vec(prop::collection::vec(0u32..8, columns), rows))
    }

    proptest! {
        #[test]
        fn no_other_assignment_weighs_more(weights in matrices()) {
            let pairs = assign(weights.len(), weights[0].len(), |row, column| weights[row][column]);
            prop_assert_eq!(total(&weights, &pairs), best(&weights, 0, &mut vec![false; weights[0].len()]));
        }

        #[test]
        fn nothing_is_paired_twice_or_for_nothing(weights in matrices()) {
            let pairs = assign(weights.len(), weights[0].len(), |row, column| weights[row][column]);
            for (position, &(row, column)) in pairs.iter().enumerate() {
                prop_assert!(weights[row][column] > 0);
                prop_assert!(pairs[..position].iter().all(|&(r, c)| r != row && c != column));
            }
        }
    }

    #[test]
    fn the_greedy_choice_is_not_taken_where_a_better_sum_exists() {
        let weights = [[9, 8], [8, 1]];
        assert_eq!(assign(2, 2, |row, column| weights[row][column]), [(1, 0), (0, 1)]);
    }

    #[test]
    fn equals_are_paired_in_order() {
        let mut pairs = assign(3, 3, |_, _| 5);
        pairs.sort_unstable();
        assert_eq!(pairs, [(0, 0), (1, 1), (2, 2)]);
    }

    #[test]
    fn a_list_beyond_all_reason_is_still_paired_soon() {
        let pairs = assign(LARGEST * 8, LARGEST * 8, |row, column| u32::from(row == column));
        assert_eq!(pairs.len(), LARGEST * 8);
    }
}
