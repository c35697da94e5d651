//! The parts of its ladders that a page shows, and the pages that show the others. View options count
//! for nothing here: whatever they hide is on the page all the same.

use super::{Anchor, LevelRef, Place, Route, Suggestion, Target};
use crate::ladder::{
    Called, CompetencyId, Condition, Expectation, ExpectationId, Ladder, Level, Requirement, RequirementId, Rule,
};

/// The part under its present id, if the page shows it.
pub(super) fn shown(target: &Target, route: &Route, ladder: &Ladder) -> Option<Target> {
    let levels = match route {
        Route::Level(level) => levels(ladder, std::slice::from_ref(level)),
        Route::Compare(columns) => levels(ladder, columns),
        // All of the ladder's; only what a level requires is left to the level's page.
        Route::Ladder(_) if matches!(target, Target::Requirement(_)) => return None,
        _ => return known(target, ladder),
    };
    let expects = |is_meant: &dyn Fn(&Expectation) -> bool| {
        levels.iter().any(|level| ladder.holdings(level).any(|holding| is_meant(holding.expectation)))
    };
    let present = match (target, route) {
        // Their ids hold in one level only.
        (Target::Requirement(id), Route::Compare(columns)) => return asked(id, ladder, columns),
        (Target::Requirement(id), _) => return levels.iter().find_map(|level| required(id, level)),
        _ => known(target, ladder)?,
    };
    let is_shown = match &present {
        Target::Competency(id) => expects(&|expectation| expectation.competency == *id),
        Target::Expectation(id) => expects(&|expectation| expectation.id == *id),
        Target::Rule(id) => {
            let bears = |rule: &Rule| rule.id == *id;
            matches!(route, Route::Level(_)) && levels.iter().any(|level| ladder.rules_for(&level.id).any(bears))
        }
        Target::Requirement(_) | Target::Theme(_) => true,
    };
    is_shown.then_some(present)
}

/// Where a part is shown that another page of the ladder has: an expectation on the page of the level that
/// states it, a requirement on that of each level that asks it, all else on the ladder's.
pub(super) fn elsewhere(target: &Target, ladder: &Ladder) -> Vec<Suggestion> {
    let at_level = |level: &Level, target| Suggestion {
        text: level.name.clone(),
        place: Place::from(Route::Level(LevelRef::new(ladder.id.clone(), level.id.clone()))).at(Anchor::from(target)),
    };
    if let Target::Requirement(id) = target {
        return ladder.levels.iter().filter_map(|level| Some(at_level(level, required(id, level)?))).collect();
    }
    let Some(present) = known(target, ladder) else { return Vec::new() };
    let home = match &present {
        Target::Expectation(id) => home(id, ladder),
        _ => None,
    };
    vec![match home {
        Some(level) => at_level(level, present),
        None => Suggestion {
            text: ladder.name.clone(),
            place: Place::from(Route::Ladder(ladder.id.clone())).at(Anchor::from(present)),
        },
    }]
}

/// The part under its present id, if the ladder has it.
fn known(target: &Target, ladder: &Ladder) -> Option<Target> {
    Some(match target {
        Target::Competency(id) => Target::Competency(present_competency(ladder, id)?),
        Target::Expectation(id) => Target::Expectation(present_expectation(ladder, id)?),
        Target::Requirement(id) => ladder.levels.iter().find_map(|level| required(id, level))?,
        Target::Rule(id) => Target::Rule(ladder.rule(id)?.id.clone()),
        Target::Theme(id) => {
            let uses = ladder.competencies.iter().any(|competency| competency.themes.contains(id));
            uses.then(|| Target::Theme(id.clone()))?
        }
    })
}

/// The ladder's levels among those that a page is about.
fn levels<'a>(ladder: &'a Ladder, named: &[LevelRef]) -> Vec<&'a Level> {
    named.iter().filter_map(|level| level_of(ladder, level)).collect()
}

fn level_of<'a>(ladder: &'a Ladder, named: &LevelRef) -> Option<&'a Level> {
    ladder.level(&named.level).filter(|_| named.ladder == ladder.id)
}

/// The level that states an expectation, else the first that inherits it.
fn home<'a>(id: &ExpectationId, ladder: &'a Ladder) -> Option<&'a Level> {
    let holds = |level: &Level, only_own: bool| {
        let mut held = ladder.holdings(level).filter(|holding| holding.expectation.id == *id);
        held.any(|holding| !only_own || *holding.origin == level.id)
    };
    let find = |only_own| ladder.levels.iter().find(|level| holds(level, only_own));
    find(true).or_else(|| find(false))
}

/// A requirement that a comparison tells: one of a level to which a step leads, and not downward.
fn asked(id: &RequirementId, ladder: &Ladder, columns: &[LevelRef]) -> Option<Target> {
    columns.windows(2).find_map(|step| {
        let (from, to) = (level_of(ladder, &step[0])?, level_of(ladder, &step[1])?);
        if to.rank >= from.rank { required(id, to) } else { None }
    })
}

/// A requirement of a level, nested ones included, under its present id.
fn required(id: &RequirementId, level: &Level) -> Option<Target> {
    let find = |matches: &dyn Fn(&Requirement) -> bool| find_requirement(&level.requirements, matches);
    let found = find(&|requirement| requirement.id == *id);
    found.or_else(|| find(&|requirement| requirement.is_called(id))).map(Target::Requirement)
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

/// The present id of a competency of the ladder.
pub(super) fn present_competency(ladder: &Ladder, id: &CompetencyId) -> Option<CompetencyId> {
    ladder.competency_ever(id).map(|competency| competency.id.clone())
}

fn present_expectation(ladder: &Ladder, id: &ExpectationId) -> Option<ExpectationId> {
    ladder.expectation_ever(id).map(|expectation| expectation.id.clone())
}
