//! The last step of understanding a link, once the ladders of its page are loaded: competencies and
//! parts of the page that exist, former ids replaced.

use super::{Anchor, LinkProblem, Place, Problem, Suggestion, Target};
use crate::ladder::{CompetencyId, Condition, ExpectationId, Ladder, Requirement, RequirementId};
use crate::nearest::nearest;

/// The most unknown competencies that are told one by one, and for which it is searched what was meant.
const MOST_UNKNOWN: usize = 4;

/// Checks a place against the ladders that it shows. What is not known is left out and told.
pub fn settle(mut place: Place, ladders: &[&Ladder]) -> (Place, Vec<LinkProblem>) {
    if ladders.is_empty() {
        return (place, Vec::new());
    }
    let mut problems = Vec::new();
    let mut unknown = Vec::new();
    for id in std::mem::take(&mut place.view.competencies) {
        match ladders.iter().find_map(|ladder| present_competency(ladder, &id)) {
            Some(present) if place.view.competencies.contains(&present) => {}
            Some(present) => place.view.competencies.push(present),
            None => unknown.push(id),
        }
    }
    let told = &unknown[..unknown.len().min(MOST_UNKNOWN)];
    problems.extend(told.iter().map(|id| unknown_competency(id, &place, ladders)));
    if unknown.len() > told.len() {
        problems.push(Problem::More(unknown.len() - told.len()).into());
    }
    if let Some(anchor) = place.anchor.take() {
        match settle_anchor(&anchor, ladders) {
            Some(present) => place.anchor = Some(present),
            None => problems.push(Problem::NoPart(anchor.element_id()).into()),
        }
    }
    (place, problems)
}

fn unknown_competency(id: &CompetencyId, place: &Place, ladders: &[&Ladder]) -> LinkProblem {
    let all = || ladders.iter().flat_map(|ladder| &ladder.competencies);
    let near = nearest(id.as_str(), all().map(|competency| competency.id.as_str()), 3);
    let suggest = |near: &str| {
        let competency = all().find(|competency| competency.id.as_str() == near)?;
        let mut place = place.clone();
        if !place.view.competencies.contains(&competency.id) {
            place.view.competencies.push(competency.id.clone());
        }
        Some(Suggestion { text: competency.name.clone(), place })
    };
    LinkProblem {
        problem: Problem::NoCompetency(id.as_str().into()),
        suggestions: near.into_iter().filter_map(suggest).collect(),
    }
}

/// The anchor under present ids; `None` where the page has no such part.
fn settle_anchor(anchor: &Anchor, ladders: &[&Ladder]) -> Option<Anchor> {
    let named = anchor.ladder.as_ref();
    let is_meant = |ladder: &&&Ladder| named.is_none_or(|id| ladder.id == *id || ladder.former_ids.contains(id));
    ladders.iter().filter(is_meant).find_map(|ladder| {
        let target = settle_target(&anchor.target, ladder)?;
        Some(Anchor { ladder: named.map(|_| ladder.id.clone()), target })
    })
}

fn settle_target(target: &Target, ladder: &Ladder) -> Option<Target> {
    Some(match target {
        Target::Competency(id) => Target::Competency(present_competency(ladder, id)?),
        Target::Expectation(id) => Target::Expectation(present_expectation(ladder, id)?),
        Target::Requirement(id) => Target::Requirement(present_requirement(ladder, id)?),
        Target::Rule(id) => Target::Rule(ladder.rule(id)?.id.clone()),
        Target::Theme(id) => {
            let uses = ladder.competencies.iter().any(|competency| competency.themes.contains(id));
            uses.then(|| Target::Theme(id.clone()))?
        }
    })
}

fn present_competency(ladder: &Ladder, id: &CompetencyId) -> Option<CompetencyId> {
    let former = || ladder.competencies.iter().find(|competency| competency.former_ids.contains(id));
    ladder.competency(id).or_else(former).map(|competency| competency.id.clone())
}

fn present_expectation(ladder: &Ladder, id: &ExpectationId) -> Option<ExpectationId> {
    let former = || ladder.expectations.iter().find(|expectation| expectation.former_ids.contains(id));
    ladder.expectation(id).or_else(former).map(|expectation| expectation.id.clone())
}

fn present_requirement(ladder: &Ladder, id: &RequirementId) -> Option<RequirementId> {
    let find = |matches: &dyn Fn(&Requirement) -> bool| {
        ladder.levels.iter().find_map(|level| find_requirement(&level.requirements, matches))
    };
    find(&|requirement| requirement.id == *id).or_else(|| find(&|requirement| requirement.former_ids.contains(id)))
}

/// The first requirement that matches, nested ones included.
fn find_requirement(all: &[Requirement], matches: &dyn Fn(&Requirement) -> bool) -> Option<RequirementId> {
    all.iter().find_map(|requirement| {
        let nested = || find_requirement(branches(&requirement.condition), matches);
        if matches(requirement) { Some(requirement.id.clone()) } else { nested() }
    })
}

/// The requirements inside a condition.
fn branches(condition: &Condition) -> &[Requirement] {
    match condition {
        Condition::AnyOf(branches) => branches,
        Condition::WhenComingFrom { then, .. } => branches(then),
        _ => &[],
    }
}
