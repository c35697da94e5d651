//! Two snapshots of a ladder compared: what moved, and where evidence came or went.

use super::snapshot::{Figured, Said, Snapshot};
use crate::assessment::{Fingerprint, Rating};
use crate::ladder::{ExpectationId, Ladder, LevelId};

/// What became of a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Move {
    /// It is higher: from not yet to sometimes, or to consistently.
    Up,
    /// It is lower.
    Down,
    /// There was none before.
    New,
    /// There is none any more.
    TakenBack,
    /// There is a chance to show it now, or none any more: neither higher nor lower.
    Chance,
}

/// What became of one expectation's answer. There is a difference of some kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The id under which it is known, the present one where the ladder has it.
    pub id: ExpectationId,
    /// Index into [`Ladder::expectations`]; `None` where the ladder no longer has it.
    pub expectation: Option<usize>,
    /// The ratings before and after.
    pub rating: [Option<Rating>; 2],
    /// How many pieces of evidence came.
    pub evidence_added: usize,
    /// How many pieces of evidence went.
    pub evidence_removed: usize,
    /// The figures before and after.
    pub figure: [Option<Figured>; 2],
    /// The wordings that were answered before and after, where both were.
    pub wording: Option<[Fingerprint; 2]>,
}

/// What became of a ladder's answers between two moments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The present levels before and after, where they differ.
    pub present: Option<[Option<LevelId>; 2]>,
    /// The levels worked toward before and after, where they differ.
    pub target: Option<[Option<LevelId>; 2]>,
    /// What differs, in the order of the ladder; what it no longer has comes last.
    pub answers: Vec<Difference>,
    /// How many answers are the same.
    pub same: usize,
}

impl Move {
    /// What became of a rating; `None` where it stayed.
    pub fn between(before: Option<Rating>, after: Option<Rating>) -> Option<Self> {
        match (before, after) {
            (before, after) if before == after => None,
            (None, _) => Some(Self::New),
            (_, None) => Some(Self::TakenBack),
            (Some(Rating::NoChance), _) | (_, Some(Rating::NoChance)) => Some(Self::Chance),
            (before, after) if before < after => Some(Self::Up),
            _ => Some(Self::Down),
        }
    }
}

impl Difference {
    /// What became of the rating.
    pub fn moved(&self) -> Option<Move> {
        Move::between(self.rating[0], self.rating[1])
    }

    /// Whether the figure changed.
    pub fn is_other_figure(&self) -> bool {
        self.figure[0] != self.figure[1]
    }

    /// Whether the answer was given for another wording before.
    pub fn is_reworded(&self) -> bool {
        self.wording.is_some_and(|[before, after]| before != after)
    }

    /// What differs between two answers to one expectation; `None` where nothing does.
    fn between(id: &ExpectationId, expectation: Option<usize>, said: [Option<&Said>; 2]) -> Option<Self> {
        let [before, after] = said;
        let found = Self {
            id: id.clone(),
            expectation,
            rating: said.map(|said| said?.rating),
            evidence_added: not_in(after, before),
            evidence_removed: not_in(before, after),
            figure: said.map(|said| said?.figure),
            wording: before.zip(after).map(|(before, after)| [before.wording, after.wording]),
        };
        let evidence = found.evidence_added + found.evidence_removed > 0;
        let differs = found.moved().is_some() || evidence || found.is_other_figure() || found.is_reworded();
        differs.then_some(found)
    }
}

/// How many pieces of evidence stand in the one and not in the other.
fn not_in(one: Option<&Said>, other: Option<&Said>) -> usize {
    let is_there = |id| other.is_some_and(|other| other.evidence.contains_key(id));
    one.map_or(0, |one| one.evidence.keys().filter(|id| !is_there(id)).count())
}

impl Differences {
    /// What became of the answers between two snapshots, whichever was taken first.
    pub fn between(ladder: &Ladder, before: &Snapshot, after: &Snapshot) -> Self {
        let mut found = Self {
            present: differing(&before.present, &after.present),
            target: differing(&before.target, &after.target),
            ..Self::default()
        };
        for (index, expectation) in ladder.expectations.iter().enumerate() {
            found.add(&expectation.id, Some(index), [before.said(expectation), after.said(expectation)]);
        }
        for (id, said) in before.retired(ladder) {
            found.add(id, None, [Some(said), after.answers.get(id)]);
        }
        for (id, said) in after.retired(ladder).filter(|(id, _)| !before.answers.contains_key(id)) {
            found.add(id, None, [None, Some(said)]);
        }
        found
    }

    fn add(&mut self, id: &ExpectationId, expectation: Option<usize>, said: [Option<&Said>; 2]) {
        match Difference::between(id, expectation, said) {
            Some(difference) => self.answers.push(difference),
            None => self.same += usize::from(said[0].is_some()),
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.present.is_none() && self.target.is_none()
    }

    /// Those whose rating became that.
    pub fn that_moved(&self, how: Move) -> impl Iterator<Item = &Difference> {
        self.answers.iter().filter(move |difference| difference.moved() == Some(how))
    }
}

fn differing(before: &Option<LevelId>, after: &Option<LevelId>) -> Option<[Option<LevelId>; 2]> {
    (before != after).then(|| [before.clone(), after.clone()])
}
