//! The last step of understanding a link, once the ladders of its page are loaded: competencies and
//! parts that the page has, former ids replaced.

use super::lookup::MOST_SUGGESTIONS;
use super::part::{self, present_competency};
use super::{Anchor, LinkProblem, Place, Problem, Route, Suggestion};
use crate::ladder::{CompetencyId, Ladder};
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
        match settle_anchor(&anchor, &place.route, ladders) {
            Ok(present) => place.anchor = Some(present),
            Err(problem) => problems.push(problem),
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

/// The anchor under present ids; where the page has no such part, that, with the pages that have it.
fn settle_anchor(anchor: &Anchor, route: &Route, ladders: &[&Ladder]) -> Result<Anchor, LinkProblem> {
    let named = anchor.ladder.as_ref();
    let is_meant = |ladder: &&&Ladder| named.is_none_or(|id| ladder.id == *id || ladder.former_ids.contains(id));
    let meant = || ladders.iter().filter(is_meant);
    let shown = meant().find_map(|ladder| {
        let target = part::shown(&anchor.target, route, ladder)?;
        Some(Anchor { ladder: named.map(|_| ladder.id.clone()), target })
    });
    shown.ok_or_else(|| LinkProblem {
        problem: Problem::NoPart(anchor.element_id()),
        suggestions: meant()
            .flat_map(|ladder| part::elsewhere(&anchor.target, ladder))
            .take(MOST_SUGGESTIONS)
            .collect(),
    })
}
