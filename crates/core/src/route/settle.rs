//! The last step of understanding a link, once the ladders of its page are loaded: tracks, competencies
//! and parts that the page has, former ids replaced.

use super::lookup::MOST_SUGGESTIONS;
use super::part::{self, present_competency};
use super::{Anchor, LinkProblem, Place, Problem, Route, Show, Suggestion, Target};
use crate::compare::has_row;
use crate::ladder::{Called, CompetencyId, Ladder, TrackId};
use crate::nearest::nearest;

/// The most unknown competencies that are told one by one, and for which it is searched what was meant.
const MOST_UNKNOWN: usize = 4;

/// Checks a place against the ladders that it shows. What is not known is left out and told.
pub fn settle(mut place: Place, ladders: &[&Ladder]) -> (Place, Vec<LinkProblem>) {
    if ladders.is_empty() {
        return (place, Vec::new());
    }
    let mut problems = Vec::new();
    if let Some(track) = &place.view.track
        && ladders[0].used_tracks().all(|used| used.id != *track)
    {
        problems.push(unknown_track(track, &place, ladders[0]));
        place.view.track = None;
    }
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
    place.view.track = track_to_show(&place, ladders[0]);
    (place, problems)
}

/// The track that the matrix shows, unless that is the first or there is but one matrix: one sight has one address. A
/// competency at which the link points is shown, whichever track the link names.
fn track_to_show(place: &Place, ladder: &Ladder) -> Option<TrackId> {
    let first = ladder.matrix_track(None).filter(|_| matches!(place.route, Route::Ladder(_)))?;
    let named = ladder.matrix_track(place.view.track.as_ref())?;
    let shows_changes = place.view.show.unwrap_or(Show::usual(ladder)) == Show::Changes;
    let shown = match &place.anchor {
        Some(Anchor { target: Target::Competency(id), .. }) if !has_row(ladder, named, shows_changes, id) => {
            let states = |track: &&TrackId| has_row(ladder, track, false, id);
            ladder.used_tracks().map(|track| &track.id).find(states).unwrap_or(named)
        }
        _ => named,
    };
    (shown != first).then(|| shown.clone())
}

fn unknown_track(id: &TrackId, place: &Place, ladder: &Ladder) -> LinkProblem {
    let near = nearest(id.as_str(), ladder.used_tracks().map(|track| track.id.as_str()), MOST_SUGGESTIONS);
    let suggest = |near: &str| {
        let track = ladder.used_tracks().find(|track| track.id.as_str() == near)?;
        let mut place = place.clone();
        place.view.track = Some(track.id.clone());
        Some(Suggestion { text: track.name.clone(), place })
    };
    LinkProblem {
        problem: Problem::NoTrack(id.as_str().into()),
        suggestions: near.into_iter().filter_map(suggest).collect(),
    }
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
    let is_meant = |ladder: &&&Ladder| named.is_none_or(|id| ladder.is_called(id));
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
