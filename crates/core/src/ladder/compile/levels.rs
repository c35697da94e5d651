//! How levels refer to each other: tracks and ranks, inheritance, ways in, and the steps they name.

use std::collections::{BTreeMap, BTreeSet};

use super::inherit::{Lineage, Resolved, break_circles};
use super::names::{Names, Reference};
use super::stated::{Home, Lines, Stated, Steps};
use crate::ladder::diagnostic::{Log, Span};
use crate::ladder::source::{self, Written};
use crate::ladder::{LevelId, StepId, TrackId, TrackKind};

/// What the levels of a ladder refer to; one entry for each level.
pub(super) struct Levels<'a> {
    /// The level itself, as written.
    pub written: &'a [source::Level],
    /// The levels that it extends, without circles.
    pub extends: Vec<Vec<Reference<'a>>>,
    /// The usual ways in.
    pub from: Vec<Vec<usize>>,
    /// For each competency, the place of the step that it names.
    pub steps: Vec<BTreeMap<usize, usize>>,
}

impl<'a> Levels<'a> {
    /// Resolves what levels say about tracks and each other.
    pub fn resolve(
        source: &'a source::Ladder,
        tracks: &Names<TrackId>,
        names: &Names<LevelId>,
        steps: Vec<BTreeMap<usize, usize>>,
        log: &mut Log,
    ) -> Self {
        let written = &source.level;
        let on_tracks: Vec<_> = written.iter().map(|level| tracks.find(&level.track, log)).collect();
        check_ranks(source, &on_tracks, log);
        let mut extends: Vec<_> = written.iter().map(|level| names.find_all(&level.extends, log)).collect();
        break_circles(&mut extends, &written.iter().map(|level| shown(&level.id)).collect::<Vec<_>>(), log);
        let from = (0..written.len()).map(|level| ways_in(written, level, &on_tracks, names, log)).collect();
        Self { written, extends, from, steps }
    }

    /// The rank of a level, if it was written well.
    pub fn rank(&self, level: usize) -> Option<u8> {
        self.written[level].rank.value
    }

    /// What holds at each level; notes what is dropped or replaced without being inherited.
    pub fn inherit(
        &self,
        stated: &[Stated],
        steps: &Steps,
        lines: &Lines,
        expectations: &Names<crate::ladder::ExpectationId>,
        log: &mut Log,
    ) -> (Lineage, Vec<Resolved>) {
        let drops: Vec<_> = self.written.iter().map(|level| expectations.find_all(&level.drops, log)).collect();
        let to = |references: &Vec<Reference>| references.iter().map(|reference| reference.to).collect::<Vec<_>>();
        let lineage = Lineage {
            extends: self.extends.iter().map(to).collect(),
            own: (0..self.written.len()).map(|level| self.own(level, stated, steps)).collect(),
            gives_way: (0..self.written.len())
                .map(|level| drops[level].iter().map(|drop| drop.to).chain(self.shed(level, stated)).collect())
                .collect(),
            supersedes: lines.raises.iter().zip(&lines.replaces).map(|(a, b)| [to(a), to(b)].concat()).collect(),
        };
        let resolved = lineage.resolve();
        for (level, drops) in drops.iter().enumerate() {
            for drop in drops {
                must_be_inherited(&resolved[level], *drop, "dropped", log);
            }
        }
        for (from, replaces) in stated.iter().zip(&lines.replaces) {
            let Home::Level(level) = from.home else { continue };
            for reference in replaces {
                must_be_inherited(&resolved[level], *reference, "replaced", log);
            }
        }
        (lineage, resolved)
    }

    /// What a level states itself: the steps that it names, then its own expectations.
    fn own(&self, level: usize, stated: &[Stated], steps: &Steps) -> Vec<usize> {
        let of_steps = self.steps[level].iter().flat_map(|(&competency, &step)| &steps[competency][step]).copied();
        let of_level = (0..stated.len()).filter(|&at| stated[at].home == Home::Level(level));
        of_steps.chain(of_level).collect()
    }

    /// The statements of steps that give way because the level names a step of that competency itself.
    fn shed(&self, level: usize, stated: &[Stated]) -> BTreeSet<usize> {
        let is_shed = |stated: &Stated| {
            matches!(stated.home, Home::Step(_))
                && stated.competency.is_some_and(|competency| self.steps[level].contains_key(&competency))
        };
        (0..stated.len()).filter(|&at| is_shed(&stated[at])).collect()
    }
}

/// An id for a message; a question mark where it was not written well.
fn shown<T: ToString>(id: &Written<T>) -> String {
    id.value.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string)
}

/// Two levels of one track share a rank only on a specialist track.
fn check_ranks(source: &source::Ladder, tracks: &[Option<usize>], log: &mut Log) {
    let mut seen: BTreeMap<(usize, u8), &Span> = BTreeMap::new();
    for (level, track) in source.level.iter().zip(tracks) {
        let (Some(track), Some(rank)) = (*track, level.rank.value) else { continue };
        if source.track[track].kind.value == Some(TrackKind::Specialist) {
            continue;
        }
        if let Some(first) = seen.get(&(track, rank)) {
            log.error(&level.rank.span, format!("two levels of track `{}` have rank {rank}", shown(&level.track)))
                .label("the same rank again")
                .mark(first, "first here")
                .help("give each level of a track a rank of its own; only a specialist track may hold several");
        } else {
            seen.insert((track, rank), &level.rank.span);
        }
    }
}

/// The usual ways in: those named, or else the levels of the next lower rank on the same track.
fn ways_in(
    written: &[source::Level],
    level: usize,
    tracks: &[Option<usize>],
    names: &Names<LevelId>,
    log: &mut Log,
) -> Vec<usize> {
    if let Some(from) = &written[level].from {
        let mut found = names.find_all(from, log);
        found.retain(|reference| {
            if reference.to == level {
                log.error(reference.span, "a level is not a way into itself").label("this level").help("remove it");
            }
            reference.to != level
        });
        return found.into_iter().map(|reference| reference.to).collect();
    }
    let below =
        |&other: &usize| tracks[other] == tracks[level] && written[other].rank.value < written[level].rank.value;
    let lower: Vec<usize> = (0..written.len()).filter(below).collect();
    let next = lower.iter().filter_map(|&other| written[other].rank.value).max();
    lower.into_iter().filter(|&other| written[other].rank.value == next).collect()
}

fn must_be_inherited(level: &Resolved, reference: Reference, what: &str, log: &mut Log) {
    if level.inherited.iter().all(|holding| holding.expectation != reference.to) {
        log.error(reference.span, format!("what is {what} here is not inherited"))
            .label("not inherited by this level")
            .help("only what holds at a level that this one extends can be named here: add that level to `extends`, or remove this");
    }
}

/// For each level, the steps that it names, by the positions of competency and step.
pub(super) fn named_steps(
    source: &source::Ladder,
    competencies: &Names<crate::ladder::CompetencyId>,
    steps: &[Names<StepId>],
    log: &mut Log,
) -> Vec<BTreeMap<usize, usize>> {
    let mut of_level = |level: &source::Level| {
        let mut named = BTreeMap::new();
        for (competency, step) in &level.steps.0 {
            let Some(at) = competencies.find(competency, log) else { continue };
            if source.competency[at].step.is_empty() {
                log.error(&competency.span, format!("competency `{}` has no steps", shown(competency)))
                    .label("has no steps")
                    .help("state what the level expects as [[level.expects]], or define [[competency.step]]");
            } else if let Some(step) = steps[at].find(step, log) {
                named.insert(at, step);
            }
        }
        named
    };
    source.level.iter().map(&mut of_level).collect()
}

/// Checks that what is raised was stated lower: at an earlier step, or at a level of a lower rank.
pub(super) fn check_raises(levels: &Levels, stated: &[Stated], steps: &Steps, lines: &Lines, log: &mut Log) {
    let lowest: Vec<Option<u8>> = (0..stated.len()).map(|at| lowest_rank(levels, stated, steps, at)).collect();
    for (from, raises) in stated.iter().zip(&lines.raises) {
        for reference in raises {
            let to = &stated[reference.to];
            let (is_lower, cure) = match from.home {
                Home::Step(order) => (
                    matches!(to.home, Home::Step(earlier) if earlier < order),
                    "a statement raises statements of earlier steps of its competency",
                ),
                Home::Level(level) => (
                    lowest[reference.to].zip(levels.rank(level)).is_none_or(|(there, here)| there < here),
                    "an expectation raises one that is stated at a lower rank; `replaces` takes the place of an inherited one without that claim",
                ),
            };
            if !is_lower {
                log.error(reference.span, "what is raised here is not stated lower")
                    .label("not lower")
                    .mark(&to.id.span, "stated here")
                    .help(cure);
            }
        }
    }
}

/// The lowest rank at which something is stated; `None` where no level of known rank does.
fn lowest_rank(levels: &Levels, stated: &[Stated], steps: &Steps, at: usize) -> Option<u8> {
    match (stated[at].home, stated[at].competency) {
        (Home::Level(level), _) => levels.rank(level),
        (Home::Step(_), Some(competency)) => {
            let names_it = |level: &usize| {
                let step = levels.steps[*level].get(&competency);
                step.is_some_and(|&step| steps[competency][step].contains(&at))
            };
            (0..levels.written.len()).filter(names_it).filter_map(|level| levels.rank(level)).min()
        }
        (Home::Step(_), None) => None,
    }
}
