//! Doubtful writing: nothing is wrong, but an author will want to know.

use std::collections::BTreeSet;

use super::inherit::{Lineage, Resolved};
use super::levels::Levels;
use super::requirements::{flatten, innermost};
use super::stated::{Lines, Stated};
use crate::ladder::diagnostic::Log;
use crate::ladder::source;
use crate::ladder::{Bound, Quantity};

/// Notes tracks on which no level stands, unless they are open to any.
pub(super) fn empty_tracks(source: &source::Ladder, log: &mut Log) {
    let taken: BTreeSet<_> = source.level.iter().map(|level| &level.track.value).collect();
    for track in source.track.iter().filter(|track| track.open_from.is_none() && !taken.contains(&track.id.value)) {
        log.warning(&track.id.span, "no level stands on this track")
            .label("empty")
            .help("put a level on it, say with `open_from` that roles may stand on it, or remove it");
    }
}

/// Notes requirements of time at a rank that no level has.
pub(super) fn unknown_ranks(source: &source::Ladder, log: &mut Log) {
    let ranks: BTreeSet<_> = source.level.iter().map(|level| level.rank.value).collect();
    for requirement in source.level.iter().flat_map(|level| flatten(&level.requires)) {
        let source::Condition::TimeAtRank { rank, .. } = innermost(&requirement.condition) else { continue };
        if !ranks.contains(&rank.value) {
            log.warning(&rank.span, "no level has this rank")
                .label("time at a rank that is not there")
                .help("write the `rank` of the level at which the time counts");
        }
    }
}

/// Notes levels that expect nothing and competencies that nobody uses.
pub(super) fn unused(source: &source::Ladder, stated: &[Stated], resolved: &[Resolved], log: &mut Log) {
    for (level, resolved) in source.level.iter().zip(resolved) {
        if resolved.holds.is_empty() {
            log.warning(&level.id.span, "this level expects nothing")
                .label("no expectations")
                .help("add [[level.expects]], name `steps`, or let it extend another level");
        }
    }
    let used: BTreeSet<Option<usize>> = resolved
        .iter()
        .flat_map(|level| level.holds.iter().map(|holding| stated[holding.expectation].competency))
        .collect();
    for (at, competency) in source.competency.iter().enumerate() {
        if !used.contains(&Some(at)) {
            log.warning(&competency.id.span, "no level expects anything in this competency")
                .label("never used")
                .help("use it in a level's `expects` or `steps`, or remove it");
        }
    }
}

/// Notes statements whose words are those of the level before, under another id.
pub(super) fn repeated(levels: &Levels, stated: &[Stated], lineage: &Lineage, resolved: &[Resolved], log: &mut Log) {
    let mut noted = BTreeSet::new();
    for (level, own) in lineage.own.iter().enumerate() {
        let before = levels.from[level].iter().chain(&lineage.extends[level]);
        for earlier in before.flat_map(|&before| &resolved[before].holds) {
            for &here in own {
                if is_repeated(&stated[here], &stated[earlier.expectation]) && noted.insert((here, earlier.expectation))
                {
                    log.warning(&stated[here].text.span, "this says the same as the level before, under another id")
                        .label("the same words again")
                        .mark(&stated[earlier.expectation].text.span, "said before here")
                        .help("let the level extend the other, or its step keep the statement, and the two are one");
                }
            }
        }
    }
}

fn is_repeated(here: &Stated, earlier: &Stated) -> bool {
    let figure = |stated: &Stated| stated.measure.and_then(bound);
    here.id.value != earlier.id.value
        && here.competency == earlier.competency
        && here.text.value.is_some()
        && here.text.value == earlier.text.value
        && figure(here) == figure(earlier)
}

/// Notes what claims to be more, but sets a number that is less.
pub(super) fn lowered(stated: &[Stated], lines: &Lines, log: &mut Log) {
    for (higher, raises) in stated.iter().zip(&lines.raises) {
        for reference in raises {
            let lower = &stated[reference.to];
            let (Some(measure), Some(other)) = (higher.measure, lower.measure) else { continue };
            if measure.unit.value != other.unit.value || measure.of.value != other.of.value {
                continue;
            }
            if bound(measure).zip(bound(other)).is_some_and(|(here, there)| is_less(here, there)) {
                log.warning(&measure.span, "this raises an expectation whose measure asks for more")
                    .label("asks for less")
                    .mark(&other.span, "asks for more")
                    .help("check the two numbers, or use `replaces`");
            }
        }
    }
}

fn is_less(here: Bound, there: Bound) -> bool {
    match (here, there) {
        (Bound::AtLeast(here), Bound::AtLeast(there)) => here < there,
        (Bound::AtMost(here), Bound::AtMost(there)) => here > there,
        _ => false,
    }
}

/// The bound that a measure sets, where it was written well.
pub(super) fn bound(measure: &source::Measure) -> Option<Bound> {
    let value = |written: &Option<source::Written<Quantity>>| written.as_ref().map(|written| written.value);
    match (value(&measure.at_least), value(&measure.at_most)) {
        (Some(low), None) => Some(Bound::AtLeast(low?)),
        (None, Some(high)) => Some(Bound::AtMost(high?)),
        (Some(low), Some(high)) => Some(Bound::Between(low?, high?)),
        (None, None) => None,
    }
}
