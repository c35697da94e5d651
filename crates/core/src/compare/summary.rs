//! A step in one sentence: how many expectations became what, and what else it takes.

use std::fmt;

use super::{Change, Column};
use crate::ladder::{Condition, Ladder, Requirement};

/// How many expectations became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([usize; Change::ALL.len()]);

impl Counts {
    /// Counts changes.
    pub fn of(changes: impl Iterator<Item = Change>) -> Self {
        let mut counts = Self::default();
        for change in changes {
            counts.0[change as usize] += 1;
        }
        counts
    }

    /// How many became that.
    pub fn get(&self, change: Change) -> usize {
        self.0[change as usize]
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// What there is at least one of, in the order of [`Change::ALL`].
    pub fn present(&self) -> impl Iterator<Item = (Change, usize)> {
        Change::ALL.into_iter().map(|change| (change, self.get(change))).filter(|(_, count)| *count > 0)
    }
}

/// "5 new, 1 raised, 4 kept"; "nothing expected" where there is nothing to count.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.total() == 0 {
            return f.write_str("nothing expected");
        }
        for (place, (change, count)) in self.present().enumerate() {
            let separator = if place > 0 { ", " } else { "" };
            write!(f, "{separator}{count} {}", change.word())?;
        }
        Ok(())
    }
}

/// A requirement as it is put to someone who takes a certain step.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The ladder, which knows the names of tracks.
    pub ladder: &'a Ladder,
    /// The requirement, with its id and the rule behind it.
    pub requirement: &'a Requirement,
    /// What is asked: the requirement's condition, or what applies of it to this step.
    pub condition: &'a Condition,
}

impl<'a> Asked<'a> {
    /// A requirement as it stands, whoever it is put to.
    pub fn anyone(ladder: &'a Ladder, requirement: &'a Requirement) -> Self {
        Self { ladder, requirement, condition: &requirement.condition }
    }

    /// What a requirement asks of those who come from a level of that track; `None` if nothing.
    fn coming_from(from: Column<'a>, requirement: &'a Requirement) -> Option<Self> {
        let mut condition = &requirement.condition;
        while let Condition::WhenComingFrom { track, then } = condition {
            if *track != from.level.track {
                return None;
            }
            condition = then;
        }
        Some(Self { ladder: from.ladder, requirement, condition })
    }
}

/// The condition with the names of tracks in place of their ids.
impl fmt::Display for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write_condition(f, self.ladder, self.condition)
    }
}

fn write_condition(f: &mut fmt::Formatter, ladder: &Ladder, condition: &Condition) -> fmt::Result {
    match condition {
        Condition::WhenComingFrom { track, then } => {
            let name = ladder.track(track).map_or(track.as_str(), |track| &track.name);
            write!(f, "when coming from {name}: ")?;
            write_condition(f, ladder, then)
        }
        Condition::AnyOf(branches) => {
            for (place, branch) in branches.iter().enumerate() {
                f.write_str(if place > 0 { " or " } else { "" })?;
                write_condition(f, ladder, &branch.condition)?;
            }
            Ok(())
        }
        other => write!(f, "{other}"),
    }
}

/// A step from one level to another of its ladder.
#[derive(Clone, Debug)]
pub struct Summary<'a> {
    /// How many expectations became what.
    pub counts: Counts,
    /// What it takes besides, of those who come from the left level. Nothing where the step leads to
    /// a lower rank: requirements are conditions of promotion.
    pub asked: Vec<Asked<'a>>,
}

impl<'a> Summary<'a> {
    pub(super) fn new(counts: Counts, from: Column<'a>, to: Column<'a>) -> Self {
        let upward = to.level.rank >= from.level.rank && to.level.id != from.level.id;
        let requirements = to.level.requirements.iter().filter(|_| upward);
        Self { counts, asked: requirements.filter_map(|requirement| Asked::coming_from(from, requirement)).collect() }
    }

    /// "1 year at level 1, a successful peer review"; `None` where nothing is required besides.
    pub fn asked_in_words(&self) -> Option<String> {
        let asked: Vec<String> = self.asked.iter().map(Asked::to_string).collect();
        (!asked.is_empty()).then(|| asked.join(", "))
    }
}

/// "5 new, 1 raised, 4 kept; also required: 1 year at level 1, a successful peer review".
impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.counts)?;
        match self.asked_in_words() {
            Some(asked) => write!(f, "; also required: {asked}"),
            None => Ok(()),
        }
    }
}
