//! Looking up what a link names in the catalogue's index: former ids become present ones, unknown
//! names become problems with the nearest known ones, and the rest of the link is kept.

use super::parse::{Name, Page};
use super::{Columns, LevelRef, LinkProblem, Parsed, Place, Problem, Route, Suggestion};
use crate::ladder::{Card, Index, LevelOutline};
use crate::nearest::nearest;

/// The most problems that are told one by one.
const MOST_PROBLEMS: usize = 8;
/// The most suggestions for one problem.
const MOST_SUGGESTIONS: usize = 3;
/// For how many unknown names of a link the catalogue is searched for what was meant.
const MOST_SEARCHES: usize = 4;

/// What a link comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The place to show, under its present ids; `None` where the page itself is not known.
    pub place: Option<Place>,
    /// What was not understood, in the order of the link.
    pub problems: Vec<LinkProblem>,
    /// Where to go from here where there are problems: places that exist, nearest first.
    pub ways_on: Vec<Suggestion>,
}

/// Looks a link up. The place's competencies and anchor are as the link has them, since the index
/// does not hold them: [`settle`](super::settle()) checks those once the ladders are loaded.
pub fn resolve(parsed: &Parsed, index: &Index) -> Resolved {
    let lookup = Lookup { parsed, index };
    let mut resolved = match &parsed.page {
        Page::Plain(route) => lookup.found(route.clone()),
        Page::Ladder(name) => lookup.ladder(name, Route::Ladder, Route::Ladders),
        Page::Assess(name) => lookup.ladder(name, Route::Assess, Route::AssessChoice),
        Page::Level(ladder, level) => lookup.level(ladder, level),
        Page::Compare(pairs) => lookup.compare(pairs),
        Page::Unknown(path) => lookup.unknown(path),
    };
    resolved.problems.extend(parsed.problems.iter().cloned());
    bound(&mut resolved.problems);
    resolved
}

/// Keeps the first problems and counts the others.
fn bound(problems: &mut Vec<LinkProblem>) {
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::More(more).into());
    }
}

/// A name that is not known, and the levels that may have been meant.
struct Unknown {
    problem: Problem,
    meant: Vec<LevelRef>,
}

struct Lookup<'a> {
    parsed: &'a Parsed,
    index: &'a Index,
}

impl<'a> Lookup<'a> {
    fn found(&self, route: Route) -> Resolved {
        Resolved { place: Some(self.place(route)), problems: Vec::new(), ways_on: Vec::new() }
    }

    /// The page with the view and the anchor of the link.
    fn place(&self, route: Route) -> Place {
        Place { route, view: self.parsed.view.clone(), anchor: self.parsed.anchor.clone() }.canonical()
    }

    fn suggest(&self, route: Route) -> Suggestion {
        Suggestion { text: route.name(self.index), place: self.place(route) }
    }

    fn ways(&self, routes: &[Route]) -> Vec<Suggestion> {
        routes.iter().map(|route| Suggestion { text: route.name(self.index), place: route.clone().into() }).collect()
    }

    fn ladder(&self, name: &Name, page: fn(crate::ladder::LadderId) -> Route, choice: Route) -> Resolved {
        if let Some(card) = self.card(name) {
            return self.found(page(card.id.clone()));
        }
        let suggestions = self.cards_like(name).into_iter().map(|card| self.suggest(page(card.id.clone()))).collect();
        let ways_on = if choice == Route::Ladders { vec![choice, Route::About] } else { vec![choice, Route::Ladders] };
        Resolved {
            place: None,
            problems: vec![LinkProblem { problem: unless_broken(name, Problem::NoLadder), suggestions }],
            ways_on: self.ways(&ways_on),
        }
    }

    fn level(&self, ladder: &Name, level: &Name) -> Resolved {
        let unknown = match self.level_ref(ladder, Some(level), true) {
            Ok(found) => return self.found(Route::Level(found)),
            Err(unknown) => unknown,
        };
        let suggestions = unknown.meant.into_iter().map(|level| self.suggest(Route::Level(level))).collect();
        let ways_on = match self.card(ladder) {
            Some(card) => self.ways(&[Route::Ladder(card.id.clone()), Route::Ladders]),
            None => self.ways(&[Route::Ladders, Route::Compare(Columns::default())]),
        };
        Resolved { place: None, problems: vec![LinkProblem { problem: unknown.problem, suggestions }], ways_on }
    }

    fn compare(&self, pairs: &[(Name, Option<Name>)]) -> Resolved {
        let mut searches = MOST_SEARCHES;
        let looked_up: Vec<Result<LevelRef, Unknown>> = pairs
            .iter()
            .map(|(ladder, level)| {
                let found = self.level_ref(ladder, level.as_ref(), searches > 0);
                searches -= usize::from(found.is_err() && searches > 0);
                found
            })
            .collect();
        let mut columns = Columns::default();
        let mut problems = Vec::new();
        let mut too_many = Vec::new();
        for (position, level) in looked_up.iter().enumerate() {
            match level {
                Ok(level) => match columns.push(level.clone()) {
                    Ok(()) => {}
                    Err(super::columns::NoColumn::Repeated) => {
                        problems.push(Problem::Repeated(self.level_name(level)).into());
                    }
                    Err(super::columns::NoColumn::Full) => too_many.push(self.level_name(level)),
                },
                Err(unknown) => problems.push(self.with_corrections(unknown, position, &looked_up)),
            }
        }
        if !too_many.is_empty() {
            problems.push(Problem::TooMany(too_many).into());
        }
        let ways_on = self.ways(&[Route::Compare(Columns::default()), Route::Ladders]);
        Resolved {
            place: Some(self.place(Route::Compare(columns))),
            ways_on: if problems.is_empty() { Vec::new() } else { ways_on },
            problems,
        }
    }

    /// The whole comparison with one name put right, the others as they are or as they were probably meant.
    fn with_corrections(&self, unknown: &Unknown, position: usize, all: &[Result<LevelRef, Unknown>]) -> LinkProblem {
        let corrected = |meant: &LevelRef| -> Columns {
            let column = |(other, level): (usize, &Result<LevelRef, Unknown>)| match level {
                _ if other == position => Some(meant.clone()),
                Ok(level) => Some(level.clone()),
                Err(unknown) => unknown.meant.first().cloned(),
            };
            all.iter().enumerate().filter_map(column).collect()
        };
        let suggestions = unknown
            .meant
            .iter()
            .map(|meant| Suggestion {
                text: self.level_name(meant),
                place: self.place(Route::Compare(corrected(meant))),
            })
            .collect();
        LinkProblem { problem: unknown.problem.clone(), suggestions }
    }

    /// Pages, ladders and levels that the parts of an unknown path name, or nearly.
    fn unknown(&self, path: &Name) -> Resolved {
        const PAGES: [&str; 5] = ["ladders", "compare", "assess", "data", "about"];
        let mut routes: Vec<Route> = Vec::new();
        for segment in path.text.split('/').filter(|segment| !segment.is_empty()).take(MOST_SEARCHES) {
            let name = Name { text: segment.to_owned(), broken: false };
            routes.extend(self.card(&name).map(|card| Route::Ladder(card.id.clone())));
            routes.extend(nearest(segment, PAGES, 1).first().map(|page| match *page {
                "compare" => Route::Compare(Columns::default()),
                "assess" => Route::AssessChoice,
                "data" => Route::Data,
                "about" => Route::About,
                _ => Route::Ladders,
            }));
        }
        routes.truncate(MOST_SUGGESTIONS);
        let suggestions = self.ways(&routes);
        let problem = unless_broken(path, Problem::NoPage);
        Resolved {
            place: None,
            problems: vec![LinkProblem { problem, suggestions }],
            ways_on: self.ways(&[Route::Ladders, Route::Compare(Columns::default())]),
        }
    }

    /// The ladder of that id, present or former.
    fn card(&self, name: &Name) -> Option<&'a Card> {
        let is = |id: &str| id == name.text && !name.broken;
        let cards = &self.index.ladders;
        cards
            .iter()
            .find(|card| is(card.id.as_str()))
            .or_else(|| cards.iter().find(|card| card.former_ids.iter().any(|id| is(id.as_str()))))
    }

    fn cards_like(&self, name: &Name) -> Vec<&'a Card> {
        like(&name.text, &self.index.ladders, |card| vec![card.id.as_str(), &card.name])
    }

    /// The level of those ids, present or former; else what may have been meant, if that is to be searched for.
    fn level_ref(&self, ladder: &Name, level: Option<&Name>, search: bool) -> Result<LevelRef, Unknown> {
        let Some(level) = level else {
            let meant = if search { self.levels_named(ladder) } else { Vec::new() };
            let problem = unless_broken(ladder, Problem::NoLevelRef);
            return Err(Unknown { problem, meant });
        };
        let Some(card) = self.card(ladder) else {
            let cards = if search { self.cards_like(ladder) } else { Vec::new() };
            let meant = cards.into_iter().filter_map(|card| levels_like(card, level).into_iter().next()).collect();
            return Err(Unknown { problem: unless_broken(ladder, Problem::NoLadder), meant });
        };
        if let Some(found) = find_level(card, level) {
            return Ok(LevelRef::new(card.id.clone(), found.id.clone()));
        }
        let problem = unless_broken(level, |level| Problem::NoLevel { level, ladder: card.name.clone() });
        let mut meant = if search { levels_like(card, level) } else { Vec::new() };
        if meant.is_empty() && search {
            meant = self.levels_named(level);
        }
        Err(Unknown { problem, meant })
    }

    /// The levels of that very id, of any ladder.
    fn levels_named(&self, name: &Name) -> Vec<LevelRef> {
        let cards = self.index.ladders.iter();
        let found = cards.filter_map(|card| Some(LevelRef::new(card.id.clone(), find_level(card, name)?.id.clone())));
        found.take(MOST_SUGGESTIONS).collect()
    }

    fn level_name(&self, level: &LevelRef) -> String {
        Route::Level(level.clone()).name(self.index)
    }
}

/// What to say of a name that is not known: damaged, or else the problem given.
fn unless_broken(name: &Name, problem: impl FnOnce(String) -> Problem) -> Problem {
    let text = name.text.clone();
    if name.broken { Problem::Broken(text) } else { problem(text) }
}

/// The level of that id, present or former.
fn find_level<'a>(card: &'a Card, name: &Name) -> Option<&'a LevelOutline> {
    let is = |id: &str| id == name.text && !name.broken;
    let levels = &card.levels;
    levels
        .iter()
        .find(|level| is(level.id.as_str()))
        .or_else(|| levels.iter().find(|level| level.former_ids.iter().any(|id| is(id.as_str()))))
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

impl Route {
    /// What a link to the page says: the name of the level or ladder, or of the page.
    pub fn name(&self, index: &Index) -> String {
        let ladder = |id| index.card(id).map_or_else(String::new, |card| card.name.clone());
        match self {
            Self::Ladders => "All ladders".into(),
            Self::Ladder(id) => ladder(id),
            Self::Level(level) => {
                let card = index.card(&level.ladder);
                card.and_then(|card| card.level(&level.level)).map_or_else(String::new, |level| level.name.clone())
            }
            Self::Compare(_) => "Choose levels to compare".into(),
            Self::AssessChoice => "Choose a ladder to assess yourself against".into(),
            Self::Assess(id) => format!("Assess yourself: {}", ladder(id)),
            Self::Data => "My data".into(),
            Self::About => "About and privacy".into(),
        }
    }
}
