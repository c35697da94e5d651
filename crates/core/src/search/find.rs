//! A query and what it finds, the best first.

use super::fold::words;
use super::index::{self, Entry, GRADE, ID, LEVEL, NAME, SearchIndex, TEXT};
use super::{Kind, Marked};
use crate::ladder::{CompetencyId, ExpectationId, LadderId, LevelId, RuleId};
use crate::nearest::nearest;
use crate::route::{LevelRef, Place, Route, Target};

/// Further words of a query are not looked at.
const MOST_WORDS: usize = 8;
/// Further characters of a query are not looked at.
const LONGEST_QUERY: usize = 200;
/// How much of a text a result shows, in characters.
const EXCERPT: usize = 160;

/// What a query finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many there are.
    pub total: usize,
    /// The best of them; those of a kind follow each other, the kind with the best result first.
    pub found: Vec<Found>,
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What sort of thing it is.
    pub kind: Kind,
    /// Where it is shown.
    pub place: Place,
    /// The ladder to which it belongs.
    pub ladder: LadderId,
    /// The language of the ladder's texts.
    pub lang: String,
    /// Its name; empty for an expectation.
    pub name: Marked,
    /// Its text, cut to what answers the query; empty for what is found by its name alone.
    pub text: Marked,
    /// What it belongs to, from near to far: grade, competency, level or track, ladder.
    pub context: Vec<Marked>,
}

/// What it costs a result to match one word thus; the least cost comes first.
const NOT_FOUND: u16 = u16::MAX;
/// A match in a text.
const IN_TEXT: u16 = 8;
/// Costs from here on are matches in the context only.
const CONTEXT: u16 = 16;

impl SearchIndex {
    /// The entries in which every word of the query is found, at most `limit` of them.
    pub fn find(&self, query: &str, limit: usize) -> Findings {
        let words = query_words(query);
        if words.is_empty() {
            return Findings::default();
        }
        let mut ranked = self.ranked(&words);
        let total = ranked.len();
        if total > limit {
            ranked.select_nth_unstable(limit);
            ranked.truncate(limit);
        }
        ranked.sort_unstable();
        let mut found: Vec<Found> = ranked.into_iter().filter_map(|(_, entry)| self.found(entry, &words)).collect();
        gather_kinds(&mut found);
        Findings { total, found }
    }

    /// A query that finds something, where this one may only be mistyped: its unknown words are
    /// replaced by the nearest known ones.
    pub fn suggest(&self, query: &str) -> Option<String> {
        let words = query_words(query);
        let is_known = |word: &String| self.vocabulary.answering(word).next().is_some();
        let known = || self.vocabulary.all();
        let replaced: Option<Vec<&str>> = words
            .iter()
            .map(|word| if is_known(word) { Some(word.as_str()) } else { nearest(word, known(), 1).first().copied() })
            .collect();
        let suggestion = replaced?.join(" ");
        (suggestion != words.join(" ") && self.find(&suggestion, 1).total > 0).then_some(suggestion)
    }

    /// The entries that answer all words, each with its rank.
    fn ranked(&self, words: &[String]) -> Vec<(u32, usize)> {
        let mut costs = vec![0_u16; self.entries.len()];
        let mut is_own = vec![false; self.entries.len()];
        for (position, word) in words.iter().enumerate() {
            let matches = self.matches(word);
            for ((entry, cost), is_own) in self.entries.iter().zip(&mut costs).zip(&mut is_own) {
                if *cost != NOT_FOUND {
                    let of_word = match self.own_cost(entry, &matches, position == 0) {
                        // What is found by what it belongs to alone counts beside another word only.
                        NOT_FOUND if words.len() > 1 => self.context_cost(entry, &matches),
                        own => own,
                    };
                    *cost = cost.saturating_add(of_word);
                    *is_own |= of_word < CONTEXT;
                }
            }
        }
        let rank = |entry: usize| (u32::from(costs[entry]) << 3 | self.entries[entry].kind as u32, entry);
        (0..costs.len()).filter(|entry| costs[*entry] != NOT_FOUND && is_own[*entry]).map(rank).collect()
    }

    /// How each text answers a word.
    fn matches(&self, word: &str) -> Vec<Match> {
        let mut matches = vec![Match::NONE; self.texts.ends.len()];
        for answering in self.vocabulary.answering(word) {
            answering.each_text(|text, begins| {
                if let Some(known) = matches.get_mut(text) {
                    *known = (*known).min(Match::new(answering.cost, begins));
                }
            });
        }
        matches
    }

    /// What an entry's best match of a word costs in its own texts. A name that begins with the query's first word comes
    /// first.
    fn own_cost(&self, entry: &Entry, matches: &[Match], is_first: bool) -> u16 {
        let of = |which: usize| Match::of(entry.texts[which], matches);
        let of_name = of(NAME).min(of(GRADE)).of_name(is_first);
        of_name.min(of(TEXT).plus(IN_TEXT))
    }

    /// What the best match of a word costs in what an entry belongs to.
    fn context_cost(&self, entry: &Entry, matches: &[Match]) -> u16 {
        let ladder = match entry.kind {
            Kind::Ladder => Match::NONE,
            _ => Match::of(self.ladders[entry.ladder as usize].name, matches),
        };
        let context = entry.texts[index::CONTEXT..].iter().map(|text| Match::of(*text, matches));
        context.fold(ladder, Match::min).plus(CONTEXT)
    }

    /// An entry as a result; `None` where its ids are damaged.
    fn found(&self, entry: usize, words: &[String]) -> Option<Found> {
        let entry = self.entries[entry];
        let ladder = &self.ladders[entry.ladder as usize];
        let text = |which: usize| self.texts.get(entry.texts[which]);
        let mark = |text: &str| Marked::of(text, words);
        let shown = mark(text(TEXT));
        let is_shown = entry.kind == Kind::Expectation || !shown.marks.is_empty();
        let of_ladder = if entry.kind == Kind::Ladder { "" } else { self.texts.get(ladder.name) };
        let context = [text(GRADE), text(index::CONTEXT), text(index::CONTEXT + 1), of_ladder];
        Some(Found {
            kind: entry.kind,
            place: place(entry.kind, &ladder.id, text(LEVEL), text(ID))?,
            ladder: ladder.id.clone(),
            lang: ladder.lang.clone(),
            name: mark(text(NAME)),
            text: if is_shown { shown.excerpt(EXCERPT) } else { Marked::default() },
            context: context.into_iter().filter(|text| !text.is_empty()).map(mark).collect(),
        })
    }
}

/// Where something is shown.
fn place(kind: Kind, ladder: &LadderId, level: &str, id: &str) -> Option<Place> {
    let page = match level {
        "" => Place::from(Route::Ladder(ladder.clone())),
        level => Route::Level(LevelRef::new(ladder.clone(), LevelId::parse(level).ok()?)).into(),
    };
    Some(match kind {
        Kind::Ladder | Kind::Level => page,
        Kind::Competency => page.at(Target::Competency(CompetencyId::parse(id).ok()?).into()),
        Kind::Expectation => page.at(Target::Expectation(ExpectationId::parse(id).ok()?).into()),
        Kind::Rule => page.at(Target::Rule(RuleId::parse(id).ok()?).into()),
    })
}

/// How a text answers a word: twice what the vocabulary's word costs, and one more unless the text begins with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Match(u8);

impl Match {
    const NONE: Self = Self(u8::MAX);

    /// How the text of a number answers.
    fn of(number: u32, matches: &[Self]) -> Self {
        matches.get(number as usize).copied().unwrap_or(Self::NONE)
    }

    fn new(cost: u8, begins: bool) -> Self {
        Self(cost << 1 | u8::from(!begins))
    }

    /// What it costs, where such a match costs something more.
    fn plus(self, more: u16) -> u16 {
        if self == Self::NONE { NOT_FOUND } else { u16::from(self.0 >> 1) + more }
    }

    /// What it costs in a name.
    fn of_name(self, is_first: bool) -> u16 {
        self.plus(u16::from(!is_first || self.0 & 1 == 1))
    }
}

/// The words of a query, each once.
fn query_words(query: &str) -> Vec<String> {
    let query: String = query.chars().take(LONGEST_QUERY).collect();
    let mut distinct: Vec<String> = Vec::new();
    for word in words(&query) {
        if distinct.len() < MOST_WORDS && !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    distinct
}

/// Puts results of a kind behind the best of that kind, else in their order.
fn gather_kinds(found: &mut [Found]) {
    let mut kinds: Vec<Kind> = Vec::new();
    for result in found.iter() {
        if !kinds.contains(&result.kind) {
            kinds.push(result.kind);
        }
    }
    found.sort_by_key(|result| kinds.iter().position(|kind| *kind == result.kind));
}
