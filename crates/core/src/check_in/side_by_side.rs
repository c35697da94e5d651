//! Two sets of ratings of the same expectations, side by side: where they agree and where they differ. Nothing is
//! averaged and nothing is counted together.

use std::fmt;

use super::colleague::Talk;
use super::content::CheckIn;
use super::row::{Row, rows};
use crate::assessment::Rating;
use crate::ladder::Ladder;

/// Both ratings of one expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The expectation.
    pub row: Row<'a>,
    /// What the colleague says.
    pub theirs: Option<Rating>,
    /// What whoever opened the file says.
    pub mine: Option<Rating>,
}

/// How far two ratings are apart. Orders by that, the furthest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apart {
    /// Not yet, and consistently.
    TwoSteps,
    /// One step.
    OneStep,
    /// One rates it, the other says that there was no chance to show it.
    NoChance,
}

/// All pairs, each in the one list to which it belongs; within a list in the order of the ladder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideBySide<'a> {
    /// Rated differently, the furthest apart first.
    pub differences: Vec<(Apart, Pair<'a>)>,
    /// Rated by one only.
    pub by_one: Vec<Pair<'a>>,
    /// Rated the same.
    pub agreements: Vec<Pair<'a>>,
    /// Rated by nobody.
    pub by_none: Vec<Pair<'a>>,
}

impl Apart {
    /// How far two ratings are apart; `None` where they are the same.
    pub fn of(one: Rating, other: Rating) -> Option<Self> {
        use Rating::{Consistently, NoChance, NotYet};
        match (one, other) {
            _ if one == other => None,
            (NoChance, _) | (_, NoChance) => Some(Self::NoChance),
            (NotYet, Consistently) | (Consistently, NotYet) => Some(Self::TwoSteps),
            _ => Some(Self::OneStep),
        }
    }
}

impl fmt::Display for Apart {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::TwoSteps => "Two steps apart",
            Self::OneStep => "One step apart",
            Self::NoChance => "No chance to show it, one of you says",
        })
    }
}

impl<'a> SideBySide<'a> {
    /// Lays a check-in and what is said of it side by side, with the ladder if it is here.
    pub fn of(check_in: &'a CheckIn, talk: &Talk, ladder: Option<&'a Ladder>) -> Self {
        let mut laid = Self::default();
        for row in rows(check_in, ladder) {
            let mine = talk.rated(&row).map(|rated| rated.rating);
            laid.add(Pair { row, theirs: row.theirs(), mine });
        }
        laid
    }

    fn add(&mut self, pair: Pair<'a>) {
        match (pair.theirs, pair.mine) {
            (Some(theirs), Some(mine)) => match Apart::of(theirs, mine) {
                None => self.agreements.push(pair),
                Some(apart) => {
                    let place = self.differences.partition_point(|(other, _)| *other <= apart);
                    self.differences.insert(place, (apart, pair));
                }
            },
            (None, None) => self.by_none.push(pair),
            _ => self.by_one.push(pair),
        }
    }
}
