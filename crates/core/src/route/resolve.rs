//! Looking up what a link names in the catalogue's index: former ids become present ones, unknown
//! names become problems with the nearest known ones, and the rest of the link is kept.

use std::num::NonZeroU16;

use super::columns::NoColumn;
use super::lookup::{self, MOST_SUGGESTIONS, Unknown, unless_broken};
use super::parse::{Name, Page};
use super::{Columns, LevelRef, LinkProblem, Parsed, Place, Problem, Route, Suggestion};
use crate::ladder::{Index, LadderId};
use crate::nearest::nearest;

/// The most problems that are told one by one.
const MOST_PROBLEMS: usize = 8;
/// For how many unknown names of a link the catalogue is searched for what was meant.
const MOST_SEARCHES: usize = 4;

/// What a link comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The place to show, under its present ids; `None` where the page itself is not known.
    pub place: Option<Place>,
    /// What was not understood, in the order of the link.
    pub problems: Vec<LinkProblem>,
    /// Where to go from here where a name was not known: places that exist, nearest first.
    pub ways_on: Vec<Suggestion>,
}

/// Looks a link up. The place's competencies and anchor are as the link has them, since the index
/// does not hold them: [`settle`](super::settle()) checks those once the ladders are loaded.
pub fn resolve(parsed: &Parsed, index: &Index) -> Resolved {
    let link = Link { parsed, index };
    let mut resolved = match &parsed.page {
        Page::Plain(Route::MoreLadders(number)) if index.shelf(number.get()).is_empty() => link.no_shelf(*number),
        Page::Plain(route) => link.found(route.clone()),
        Page::Ladder(name) => link.ladder(name, Route::Ladder, [Route::Ladders, Route::About]),
        Page::Assess(name) => link.ladder(name, Route::Assess, [Route::AssessChoice, Route::Ladders]),
        Page::Own(own, name) => link.ladder(name, |id| Route::Own(*own, id), [Route::AssessChoice, Route::Ladders]),
        Page::Level(ladder, level) => link.level(ladder, level),
        Page::Compare(pairs) => link.compare(pairs),
        Page::Unknown(path) => link.unknown(path),
    };
    resolved.problems.extend(parsed.problems.iter().cloned());
    bound(&mut resolved.problems);
    resolved
}

/// Tells an unknown ladder once though each of its levels names it, keeps the first problems and counts
/// the others.
fn bound(problems: &mut Vec<LinkProblem>) {
    problems.dedup_by(|next, before| {
        matches!(next.problem, Problem::NoLadder(_))
            && next.problem == before.problem
            && next.suggestions == before.suggestions
    });
    if problems.len() > MOST_PROBLEMS {
        let more = problems.len() - MOST_PROBLEMS;
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::More(more).into());
    }
}

struct Link<'a> {
    parsed: &'a Parsed,
    index: &'a Index,
}

impl Link<'_> {
    fn found(&self, route: Route) -> Resolved {
        Resolved { place: Some(self.place(route)), problems: Vec::new(), ways_on: Vec::new() }
    }

    fn not_found(&self, problem: Problem, suggestions: Vec<Suggestion>, ways_on: [Route; 2]) -> Resolved {
        Resolved {
            place: None,
            problems: vec![LinkProblem { problem, suggestions }],
            ways_on: ways_on.map(|route| self.way(route)).into(),
        }
    }

    /// The page with the view and the anchor of the link.
    fn place(&self, route: Route) -> Place {
        Place { route, view: self.parsed.view.clone(), anchor: self.parsed.anchor.clone() }.canonical()
    }

    /// What the link probably meant, with its view and anchor.
    fn meant(&self, route: Route) -> Suggestion {
        Suggestion { text: route.name(self.index), place: self.place(route) }
    }

    /// Another page to go to, as such.
    fn way(&self, route: Route) -> Suggestion {
        Suggestion { text: route.name(self.index), place: route.into() }
    }

    fn ladder(&self, name: &Name, page: impl Fn(LadderId) -> Route, ways_on: [Route; 2]) -> Resolved {
        if let Some(card) = lookup::card(self.index, name) {
            return self.found(page(card.id.clone()));
        }
        let cards = lookup::cards_like(self.index, name);
        let meant = cards.into_iter().map(|card| self.meant(page(card.id.clone()))).collect();
        self.not_found(unless_broken(name, Problem::NoLadder), meant, ways_on)
    }

    fn level(&self, ladder: &Name, level: &Name) -> Resolved {
        let unknown = match lookup::level(self.index, ladder, Some(level), true) {
            Ok(found) => return self.found(Route::Level(found)),
            Err(unknown) => unknown,
        };
        let meant = unknown.meant.into_iter().map(|level| self.meant(Route::Level(level))).collect();
        let ways_on = match lookup::card(self.index, ladder) {
            Some(card) => [Route::Ladder(card.id.clone()), Route::Ladders],
            None => [Route::Ladders, Route::Compare(Columns::default())],
        };
        self.not_found(unknown.problem, meant, ways_on)
    }

    /// The comparison of the levels that are known, in their order.
    fn compare(&self, pairs: &[(Name, Option<Name>)]) -> Resolved {
        let levels = self.look_up(pairs);
        let mut columns = Columns::default();
        let mut problems = Vec::new();
        let mut too_many = Vec::new();
        for (position, level) in levels.iter().enumerate() {
            match level.as_ref().map(|level| (level, columns.push(level.clone()))) {
                Ok((_, Ok(()))) => {}
                Ok((level, Err(NoColumn::Repeated))) => problems.push(Problem::Repeated(self.level_name(level)).into()),
                Ok((level, Err(NoColumn::Full))) => too_many.push(self.level_name(level)),
                Err(unknown) => problems.push(self.with_corrections(unknown, position, &levels)),
            }
        }
        if !too_many.is_empty() {
            problems.push(Problem::TooMany(too_many).into());
        }
        let ways_on = match problems.is_empty() {
            true => Vec::new(),
            false => [Route::Compare(Columns::default()), Route::Ladders].map(|route| self.way(route)).into(),
        };
        Resolved { place: Some(self.place(Route::Compare(columns))), problems, ways_on }
    }

    /// Each level of the link; only for the first unknown ones is it searched what was meant.
    fn look_up(&self, pairs: &[(Name, Option<Name>)]) -> Vec<Result<LevelRef, Unknown>> {
        let mut unknown = 0;
        let look_up = |(ladder, level): &(Name, Option<Name>)| {
            let found = lookup::level(self.index, ladder, level.as_ref(), unknown < MOST_SEARCHES);
            unknown += usize::from(found.is_err());
            found
        };
        pairs.iter().map(look_up).collect()
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
        let suggest = |meant: &LevelRef| Suggestion {
            text: self.level_name(meant),
            place: self.place(Route::Compare(corrected(meant))),
        };
        LinkProblem { problem: unknown.problem.clone(), suggestions: unknown.meant.iter().map(suggest).collect() }
    }

    /// A page of more ladders than there are.
    fn no_shelf(&self, number: NonZeroU16) -> Resolved {
        let path = format!("/more/{number}/");
        self.not_found(Problem::NoPage(path), Vec::new(), [Route::Ladders, Route::Compare(Columns::default())])
    }

    /// Pages and ladders that the parts of an unknown path name, or nearly.
    fn unknown(&self, path: &Name) -> Resolved {
        let segments = path.text.split('/').filter(|segment| !segment.is_empty());
        let routes = segments.take(MOST_SEARCHES).flat_map(|segment| {
            let name = Name { text: segment.to_owned(), broken: false };
            let ladder = lookup::card(self.index, &name).map(|card| Route::Ladder(card.id.clone()));
            [ladder, page_like(segment)]
        });
        let meant = routes.flatten().take(MOST_SUGGESTIONS).map(|route| self.way(route)).collect();
        let ways_on = [Route::Ladders, Route::Compare(Columns::default())];
        self.not_found(unless_broken(path, Problem::NoPage), meant, ways_on)
    }

    fn level_name(&self, level: &LevelRef) -> String {
        Route::Level(level.clone()).name(self.index)
    }
}

/// The first words of addresses.
const PAGES: [&str; 11] =
    ["ladders", "compare", "assess", "plan", "case", "history", "growth", "journal", "check-in", "data", "about"];

/// The fixed page whose path is most like the word.
fn page_like(word: &str) -> Option<Route> {
    Some(match *nearest(word, PAGES, 1).first()? {
        "compare" => Route::Compare(Columns::default()),
        "assess" | "plan" | "case" | "history" => Route::AssessChoice,
        "growth" => Route::Growth,
        "journal" => Route::Journal,
        "check-in" => Route::CheckIn,
        "data" => Route::Data,
        "about" => Route::About,
        _ => Route::Ladders,
    })
}
