//! Inheritance: what holds at each level, and which level states it.
//!
//! Everything is a position here: of a level among the levels, of an expectation among the
//! expectations. What a level inherits is all that the levels it extends expect, each once; of two of
//! them one of which raises or replaces the other, only the higher holds. What is inherited does not
//! depend on the order of `extends`; the order in which it is listed does.

use std::collections::BTreeSet;

use super::names::Reference;
use crate::ladder::diagnostic::Log;

/// What levels and expectations say about each other. `extends` has no circle.
#[derive(Default)]
pub(super) struct Lineage {
    /// For each level: the levels that it extends.
    pub extends: Vec<Vec<usize>>,
    /// For each level: what it states itself, in reading order.
    pub own: Vec<Vec<usize>>,
    /// For each level: what gives way there if it is inherited.
    pub gives_way: Vec<BTreeSet<usize>>,
    /// For each expectation: those that it raises or replaces.
    pub supersedes: Vec<Vec<usize>>,
}

/// An expectation at a level, and the level that states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holding {
    pub expectation: usize,
    pub origin: usize,
}

/// What is known of a level when its ancestors are.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    /// All that the levels it extends expect.
    pub inherited: Vec<Holding>,
    /// All that holds at it: what is left of the inherited, then its own.
    pub holds: Vec<Holding>,
}

impl Lineage {
    /// Resolves every level, ancestors first.
    pub fn resolve(&self) -> Vec<Resolved> {
        let mut done: Vec<Option<Resolved>> = vec![None; self.extends.len()];
        for level in 0..self.extends.len() {
            self.resolve_level(level, &mut done);
        }
        done.into_iter().map(Option::unwrap_or_default).collect()
    }

    fn resolve_level(&self, level: usize, done: &mut [Option<Resolved>]) {
        if done[level].is_some() {
            return;
        }
        let (mut inherited, mut known) = (Vec::new(), BTreeSet::new());
        for &parent in &self.extends[level] {
            self.resolve_level(parent, done);
            let holds = done[parent].as_ref().map_or(&[][..], |parent| &parent.holds);
            inherited.extend(holds.iter().filter(|holding| known.insert(holding.expectation)));
        }
        let holds = self.holds(level, &inherited);
        done[level] = Some(Resolved { inherited, holds });
    }

    fn holds(&self, level: usize, inherited: &[Holding]) -> Vec<Holding> {
        let own = &self.own[level];
        let stated = inherited.iter().map(|holding| holding.expectation).chain(own.iter().copied());
        let superseded = self.superseded_by(stated);
        let stays = |expectation| !superseded.contains(&expectation) && !self.gives_way[level].contains(&expectation);
        let kept = inherited.iter().copied().filter(|holding| stays(holding.expectation));
        let raised_at_once = self.superseded_by(own.iter().copied());
        let own = own.iter().filter(|expectation| !raised_at_once.contains(expectation));
        kept.chain(own.map(|&expectation| Holding { expectation, origin: level })).collect()
    }

    /// Everything that one of these raises or replaces, however many steps away.
    fn superseded_by(&self, expectations: impl Iterator<Item = usize>) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut open: Vec<usize> = expectations.flat_map(|expectation| self.supersedes[expectation].clone()).collect();
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(&self.supersedes[next]);
            }
        }
        found
    }
}

/// Takes out the references that close a circle, noting each.
pub(super) fn break_circles(extends: &mut [Vec<Reference>], names: &[String], log: &mut Log) {
    let mut finished = vec![false; extends.len()];
    for level in 0..extends.len() {
        visit(level, &mut Vec::new(), &mut finished, extends, names, log);
    }
}

fn visit(
    level: usize,
    path: &mut Vec<usize>,
    finished: &mut [bool],
    extends: &mut [Vec<Reference>],
    names: &[String],
    log: &mut Log,
) {
    if finished[level] {
        return;
    }
    path.push(level);
    let mut sound = Vec::new();
    for reference in std::mem::take(&mut extends[level]) {
        if let Some(start) = path.iter().position(|&on_path| on_path == reference.to) {
            let circle: Vec<&str> = path[start..].iter().chain([&reference.to]).map(|&at| names[at].as_str()).collect();
            log.error(reference.span, "levels extend each other in a circle")
                .label(circle.join(" extends "))
                .help("remove this, or the one among them that is not meant");
        } else {
            visit(reference.to, path, finished, extends, names, log);
            sound.push(reference);
        }
    }
    extends[level] = sound;
    path.pop();
    finished[level] = true;
}
