//! How alike two statements are, in any script.

use std::collections::BinaryHeap;

use super::words::words;
use crate::ladder::Expectation;

/// A likeness of 1 in the units of [`Bag::likeness`].
pub(super) const IDENTICAL: u32 = 1000;

/// A statement's words, ready to be compared with many others.
pub(super) struct Bag {
    words: Vec<String>,
    weight: usize,
}

impl Bag {
    /// The words of a statement.
    pub(super) fn of(text: &str) -> Self {
        // A heap sorts a few words quickly enough, in a tenth of the code of the library's sort.
        let words = words(text).collect::<BinaryHeap<String>>().into_sorted_vec();
        let weight = words.iter().map(|word| weight(word)).sum();
        Self { words, weight }
    }

    /// The Dice coefficient of the two statements' words, each word weighing its letters, in
    /// thousandths: the share of the letters of both texts that stand in words which both have.
    ///
    /// Long words weigh more because the short ones ("the", "of", "and") are in every sentence. The
    /// order of the words does not count; the measure is symmetric.
    pub(super) fn likeness(&self, other: &Self) -> u32 {
        let all = self.weight + other.weight;
        if all == 0 {
            return 0;
        }
        (2 * self.shared_weight(other) * IDENTICAL as usize / all) as u32
    }

    fn shared_weight(&self, other: &Self) -> usize {
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while let (Some(left), Some(right)) = (self.words.get(i), other.words.get(j)) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += weight(left);
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        shared
    }
}

fn weight(word: &str) -> usize {
    word.chars().count()
}

/// Whether two expectations say the same thing: the same words, white space aside, and the same number.
pub(super) fn same_statement(a: &Expectation, b: &Expectation) -> bool {
    a.text.split_whitespace().eq(b.text.split_whitespace()) && a.measure == b.measure
}
