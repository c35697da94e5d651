//! Which expectation of one cell became which of another.

use super::Change;
use super::assign::assign;
use super::likeness::{Bag, IDENTICAL, same_statement};
use crate::ladder::{Expectation, ExpectationId, Ladder};

/// Two statements are versions of one another when at least half of their letters stand in words that
/// both have: below that, more was rewritten than kept.
const VERSION_OF: u32 = IDENTICAL / 2;

/// Statements of different steps of one competency are about the same thing already: a quarter is
/// enough to tell which belongs to which.
const STEP_OF: u32 = IDENTICAL / 4;

/// One expectation of the left cell (by position) became one of the right cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) left: usize,
    pub(super) right: usize,
    /// Kept, raised, lowered or reworded.
    pub(super) change: Change,
}

/// Matches two cells of one competency, in this order: the same expectation; the author's lineage
/// (`raises` and `replaces`, through any number of links); the same words; the most alike; and the
/// only statements of two steps.
///
/// Only lineage may give an expectation several counterparts: an author may merge two into one. Swapping
/// the cells mirrors the pairs.
pub(super) fn pairs(ladder: &Ladder, left: &[&Expectation], right: &[&Expectation]) -> Vec<Pair> {
    let mut matching = Matching { left, right, pairs: Vec::new() };
    matching.pair_equals(|l, r| l.id == r.id);
    matching.pair_lineage(ladder);
    matching.pair_equals(same_statement);
    matching.pair_alike();
    matching.pair_only_of_steps();
    matching.pairs
}

struct Matching<'a> {
    left: &'a [&'a Expectation],
    right: &'a [&'a Expectation],
    pairs: Vec<Pair>,
}

impl Matching<'_> {
    fn free_left(&self) -> Vec<usize> {
        (0..self.left.len()).filter(|&l| self.pairs.iter().all(|pair| pair.left != l)).collect()
    }

    fn free_right(&self) -> Vec<usize> {
        (0..self.right.len()).filter(|&r| self.pairs.iter().all(|pair| pair.right != r)).collect()
    }

    /// Pairs what is equal, in reading order, as kept.
    fn pair_equals(&mut self, equal: impl Fn(&Expectation, &Expectation) -> bool) {
        let mut free = self.free_right();
        for l in self.free_left() {
            if let Some(at) = free.iter().position(|&r| equal(self.left[l], self.right[r])) {
                self.pairs.push(Pair { left: l, right: free.remove(at), change: Change::Kept });
            }
        }
    }

    /// Pairs all that the author has linked.
    fn pair_lineage(&mut self, ladder: &Ladder) {
        let (free_left, free_right) = (self.free_left(), self.free_right());
        let elders_of_left: Vec<_> = free_left.iter().map(|&l| elders(ladder, self.left[l])).collect();
        let elders_of_right: Vec<_> = free_right.iter().map(|&r| elders(ladder, self.right[r])).collect();
        for (&l, of_left) in free_left.iter().zip(&elders_of_left) {
            for (&r, of_right) in free_right.iter().zip(&elders_of_right) {
                let (before, after) = (self.left[l], self.right[r]);
                let change = match (kinship(of_right, &before.id), kinship(of_left, &after.id)) {
                    (Some(Kinship::Raise), _) => Change::Raised,
                    (_, Some(Kinship::Raise)) => Change::Lowered,
                    (None, None) => continue,
                    _ if same_statement(before, after) => Change::Kept,
                    _ => Change::Reworded,
                };
                self.pairs.push(Pair { left: l, right: r, change });
            }
        }
    }

    /// Pairs what is most alike, so that the likeness of all pairs together is the greatest.
    ///
    /// Of the two orientations the same one is always computed, whichever cell is the left one: so a
    /// tie is decided the same way in both directions.
    fn pair_alike(&mut self) {
        let (free_left, free_right) = (self.free_left(), self.free_right());
        let ids = |cell: &[&Expectation], free: &[usize]| -> Vec<ExpectationId> {
            free.iter().map(|&at| cell[at].id.clone()).collect()
        };
        let mirrored = ids(self.left, &free_left) > ids(self.right, &free_right);
        let bags = |cell: &[&Expectation], free: &[usize]| -> Vec<Bag> {
            free.iter().map(|&at| Bag::of(&cell[at].text)).collect()
        };
        let (left_bags, right_bags) = (bags(self.left, &free_left), bags(self.right, &free_right));
        let weight = |l: usize, r: usize| {
            let likeness = left_bags[l].likeness(&right_bags[r]);
            let enough = match stepped(self.left[free_left[l]], self.right[free_right[r]]) {
                Some(_) => STEP_OF,
                None => VERSION_OF,
            };
            if likeness >= enough { likeness } else { 0 }
        };
        let found = if mirrored {
            assign(free_right.len(), free_left.len(), |r, l| weight(l, r)).into_iter().map(|(r, l)| (l, r)).collect()
        } else {
            assign(free_left.len(), free_right.len(), weight)
        };
        self.pairs.extend(found.into_iter().map(|(l, r)| {
            let (left, right) = (free_left[l], free_right[r]);
            Pair { left, right, change: stepped(self.left[left], self.right[right]).unwrap_or(Change::Reworded) }
        }));
    }

    /// Where each of two steps states one thing only, the later is the raise of the other, however it is
    /// worded. Of several statements, two that share no words may have nothing to do with each other.
    fn pair_only_of_steps(&mut self) {
        if let (&[before], &[after], true) = (self.left, self.right, self.pairs.is_empty())
            && let Some(change) = stepped(before, after)
        {
            self.pairs.push(Pair { left: 0, right: 0, change });
        }
    }
}

/// Raised or lowered by construction: both stand on steps, and on different ones.
fn stepped(left: &Expectation, right: &Expectation) -> Option<Change> {
    match left.step.as_ref()?.order.cmp(&right.step.as_ref()?.order) {
        std::cmp::Ordering::Less => Some(Change::Raised),
        std::cmp::Ordering::Greater => Some(Change::Lowered),
        std::cmp::Ordering::Equal => None,
    }
}

/// How an expectation descends from an earlier one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kinship {
    /// At least one link on the way is a raise.
    Raise,
    /// Every link on the way takes the other's place without the claim of more.
    Replacement,
}

fn kinship(elders: &[(&ExpectationId, Kinship)], id: &ExpectationId) -> Option<Kinship> {
    elders.iter().find(|(elder, _)| *elder == id).map(|(_, kinship)| *kinship)
}

/// All from which an expectation descends. An elder that is reached both over a raise and over
/// replacements alone is raised; it is then visited a second time, for its own elders are raised too.
fn elders<'a>(ladder: &'a Ladder, of: &'a Expectation) -> Vec<(&'a ExpectationId, Kinship)> {
    let mut found: Vec<(&ExpectationId, Kinship)> = Vec::new();
    let mut open = vec![(of, Kinship::Replacement)];
    while let Some((younger, so_far)) = open.pop() {
        let raises = younger.raises.iter().map(|id| (id, Kinship::Raise));
        let replaces = younger.replaces.iter().map(|id| (id, so_far));
        for (id, kinship) in raises.chain(replaces) {
            let known = found.iter_mut().find(|(elder, _)| *elder == id);
            match known {
                Some((_, known)) if *known == kinship || *known == Kinship::Raise => continue,
                Some((_, known)) => *known = kinship,
                None => found.push((id, kinship)),
            }
            open.extend(ladder.expectation(id).map(|elder| (elder, kinship)));
        }
    }
    found
}
