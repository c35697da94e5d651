//! Finding what a name in a link stands for: by present id, by former id, or what it is most like.

use super::parse::Name;
use super::{LevelRef, Problem};
use crate::ladder::{Card, Index, LevelOutline};
use crate::nearest::nearest;

/// The most suggestions for one problem.
pub(super) const MOST_SUGGESTIONS: usize = 3;

/// A name that is not known, and the levels that may have been meant.
pub(super) struct Unknown {
    pub(super) problem: Problem,
    pub(super) meant: Vec<LevelRef>,
}

/// What to say of a name that is not known: damaged, or else the problem given.
pub(super) fn unless_broken(name: &Name, problem: impl FnOnce(String) -> Problem) -> Problem {
    let text = name.text.clone();
    if name.broken { Problem::Broken(text) } else { problem(text) }
}

/// The ladder of that id, present or former.
pub(super) fn card<'a>(index: &'a Index, name: &Name) -> Option<&'a Card> {
    let is = |id: &str| id == name.text && !name.broken;
    let present = index.ladders.iter().find(|card| is(card.id.as_str()));
    present.or_else(|| index.ladders.iter().find(|card| card.former_ids.iter().any(|id| is(id.as_str()))))
}

/// Ladders whose id or name is like the name, the likest first.
pub(super) fn cards_like<'a>(index: &'a Index, name: &Name) -> Vec<&'a Card> {
    like(&name.text, &index.ladders, |card| vec![card.id.as_str(), &card.name])
}

/// The level of those ids, present or former; else what may have been meant, if that is to be searched for.
pub(super) fn level(index: &Index, ladder: &Name, level: Option<&Name>, search: bool) -> Result<LevelRef, Unknown> {
    let unknown = |problem, meant: &dyn Fn() -> Vec<LevelRef>| {
        Err(Unknown { problem, meant: if search { meant() } else { Vec::new() } })
    };
    let Some(level) = level else {
        return unknown(unless_broken(ladder, Problem::NoLevelRef), &|| levels_named(index, ladder));
    };
    let Some(card) = card(index, ladder) else {
        let best = |card: &Card| levels_like(card, level).into_iter().next();
        let meant = || cards_like(index, ladder).into_iter().filter_map(best).collect();
        return unknown(unless_broken(ladder, Problem::NoLadder), &meant);
    };
    if let Some(found) = level_of(card, level) {
        return Ok(found);
    }
    let problem = unless_broken(level, |level| Problem::NoLevel { level, ladder: card.name.clone() });
    unknown(problem, &|| {
        let here = levels_like(card, level);
        if here.is_empty() { levels_named(index, level) } else { here }
    })
}

/// The levels of that very id, of any ladder.
fn levels_named(index: &Index, name: &Name) -> Vec<LevelRef> {
    index.ladders.iter().filter_map(|card| level_of(card, name)).take(MOST_SUGGESTIONS).collect()
}

/// The level of that id, present or former.
fn level_of(card: &Card, name: &Name) -> Option<LevelRef> {
    let is = |id: &str| id == name.text && !name.broken;
    let present = card.levels.iter().find(|level| is(level.id.as_str()));
    let found =
        present.or_else(|| card.levels.iter().find(|level| level.former_ids.iter().any(|id| is(id.as_str()))))?;
    Some(LevelRef::new(card.id.clone(), found.id.clone()))
}

/// Levels of a ladder whose id, name or grade is like the name, the likest first.
fn levels_like(card: &Card, name: &Name) -> Vec<LevelRef> {
    let found = like(&name.text, &card.levels, level_keys);
    found.into_iter().map(|level| LevelRef::new(card.id.clone(), level.id.clone())).collect()
}

/// The words by which people may call a level.
fn level_keys(level: &LevelOutline) -> Vec<&str> {
    let mut keys = vec![level.id.as_str(), level.name.as_str()];
    keys.extend(level.grade.as_deref());
    keys
}

/// The items one of whose keys is like the name, the likest first, each once.
fn like<'a, T: PartialEq>(name: &str, items: &'a [T], keys: impl Fn(&'a T) -> Vec<&'a str>) -> Vec<&'a T> {
    let near = nearest(name, items.iter().flat_map(&keys), MOST_SUGGESTIONS * 3);
    let mut found: Vec<&T> = Vec::new();
    for key in near {
        let item = items.iter().find(|item| keys(item).contains(&key));
        found.extend(item.filter(|item| !found.contains(item)));
    }
    found.truncate(MOST_SUGGESTIONS);
    found
}
