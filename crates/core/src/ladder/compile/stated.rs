//! Everything that a ladder states, one list: the statements of steps and the expectations of levels.

use std::collections::BTreeSet;

use super::names::{Names, Reference};
use crate::ladder::diagnostic::Log;
use crate::ladder::source::{self, Written};
use crate::ladder::{CompetencyId, ExpectationId};

/// One statement or expectation, as written.
pub(super) struct Stated<'a> {
    pub id: &'a Written<ExpectationId>,
    pub former_ids: &'a [Written<ExpectationId>],
    pub text: &'a Written<String>,
    pub raises: &'a [Written<ExpectationId>],
    pub replaces: &'a [Written<ExpectationId>],
    pub measure: Option<&'a source::Measure>,
    pub assessed: Option<&'a Written<bool>>,
    pub examples: &'a [Written<String>],
    pub links: &'a [source::Link],
    /// The position of its competency, if that is known.
    pub competency: Option<usize>,
    pub home: Home,
}

/// Who states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// The level at that position.
    Level(usize),
    /// The step at that place among the steps of its competency.
    Step(usize),
}

/// Gathers what is stated: steps first, then levels, in the order of the file.
pub(super) fn gather<'a>(
    source: &'a source::Ladder,
    competencies: &Names<CompetencyId>,
    log: &mut Log,
) -> Vec<Stated<'a>> {
    let mut all = Vec::new();
    for (competency, written) in source.competency.iter().enumerate() {
        for (order, step) in written.step.iter().enumerate() {
            all.extend(step.statement.iter().map(|statement| of_step(statement, competency, order)));
        }
    }
    for (level, written) in source.level.iter().enumerate() {
        for expectation in &written.expects {
            all.push(of_level(expectation, competencies.find(&expectation.competency, log), level));
        }
    }
    all
}

fn of_step(written: &source::Statement, competency: usize, order: usize) -> Stated<'_> {
    Stated {
        id: &written.id,
        former_ids: &written.former_ids,
        text: &written.text,
        raises: &written.raises,
        replaces: &[],
        measure: written.measure.as_ref(),
        assessed: written.assessed.as_ref(),
        examples: &written.examples,
        links: &written.links,
        competency: Some(competency),
        home: Home::Step(order),
    }
}

fn of_level(written: &source::Expectation, competency: Option<usize>, level: usize) -> Stated<'_> {
    Stated {
        id: &written.id,
        former_ids: &written.former_ids,
        text: &written.text,
        raises: &written.raises,
        replaces: &written.replaces,
        measure: written.measure.as_ref(),
        assessed: written.assessed.as_ref(),
        examples: &written.examples,
        links: &written.links,
        competency,
        home: Home::Level(level),
    }
}

/// For each competency and each of its steps: what the step states, what it keeps of earlier ones first.
pub(super) type Steps = Vec<Vec<Vec<usize>>>;

/// Resolves what each step keeps.
pub(super) fn steps(source: &source::Ladder, stated: &[Stated], names: &Names<ExpectationId>, log: &mut Log) -> Steps {
    let of_competency = |(competency, written): (usize, &source::Competency)| {
        let mut resolved: Vec<Vec<usize>> = Vec::new();
        for (order, step) in written.step.iter().enumerate() {
            let earlier: BTreeSet<usize> = resolved.iter().flatten().copied().collect();
            let kept = kept(step, &earlier, names, log);
            let is_own = |stated: &Stated| stated.competency == Some(competency) && stated.home == Home::Step(order);
            let own: Vec<usize> = (0..stated.len()).filter(|&at| is_own(&stated[at])).collect();
            own.iter().for_each(|&at| not_kept_too(&stated[at], &kept, names, log));
            resolved.push([kept.iter().map(|reference| reference.to).collect(), own].concat());
        }
        resolved
    };
    source.competency.iter().enumerate().map(of_competency).collect()
}

fn kept<'a>(
    step: &'a source::Step,
    earlier: &BTreeSet<usize>,
    names: &Names<ExpectationId>,
    log: &mut Log,
) -> Vec<Reference<'a>> {
    let mut kept = names.find_all(&step.keeps, log);
    kept.retain(|reference| {
        let is_earlier = earlier.contains(&reference.to);
        if !is_earlier {
            log.error(reference.span, "no earlier step of this competency states this")
                .label("cannot be kept")
                .help("`keeps` names statements of earlier steps of the same competency");
        }
        is_earlier
    });
    kept
}

/// What a statement raises, its step does not keep.
fn not_kept_too(statement: &Stated, kept: &[Reference], names: &Names<ExpectationId>, log: &mut Log) {
    for raised in statement.raises {
        let Some(raised_at) = names.position(raised) else { continue };
        if let Some(kept) = kept.iter().find(|kept| kept.to == raised_at) {
            log.error(&raised.span, "this is kept and raised at the same step")
                .label("raised here")
                .mark(kept.span, "kept here")
                .help("remove it from `keeps`: what is raised no longer holds by itself");
        }
    }
}

/// For each expectation, what it raises and what it replaces; lists name nothing twice.
pub(super) struct Lines<'a> {
    pub raises: Vec<Vec<Reference<'a>>>,
    pub replaces: Vec<Vec<Reference<'a>>>,
}

/// Resolves `raises` and `replaces`, and checks that they stay in their competency.
pub(super) fn lines<'a>(stated: &[Stated<'a>], names: &Names<ExpectationId>, log: &mut Log) -> Lines<'a> {
    let mut find = |from: &Stated<'a>, ids: &'a [Written<ExpectationId>], cure: &str| {
        let mut found = names.find_all(ids, log);
        found.retain(|reference| same_competency(from, &stated[reference.to], *reference, cure, log));
        found
    };
    let raises_cure = "the same thing and more of it stays in its competency: leave this out";
    let replaces_cure = "list it in the level's `drops` instead, and state this anew";
    Lines {
        raises: stated.iter().map(|from| find(from, from.raises, raises_cure)).collect(),
        replaces: stated.iter().map(|from| find(from, from.replaces, replaces_cure)).collect(),
    }
}

fn same_competency(from: &Stated, to: &Stated, reference: Reference, cure: &str, log: &mut Log) -> bool {
    let (Some(here), Some(there)) = (from.competency, to.competency) else { return false };
    if here != there {
        log.error(reference.span, "this expectation stands in another competency")
            .label("of another competency")
            .mark(&to.id.span, "defined here")
            .help(cure);
    }
    here == there
}
