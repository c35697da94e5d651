//! A query and what it finds, the best first.

use super::entry::{Field, Item};
use super::fold::words;
use super::index::{Occurrence, SearchIndex};
use super::mark::is_found_inside;
use super::{Kind, Marked};
use crate::ladder::LadderId;
use crate::nearest::nearest;
use crate::route::Place;

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
        let mut found: Vec<Found> = ranked.into_iter().map(|(_, entry)| self.found(entry, &words)).collect();
        gather_kinds(&mut found);
        Findings { total, found }
    }

    /// A query that finds something, where this one may only be mistyped: its unknown words are
    /// replaced by the nearest known ones.
    pub fn suggest(&self, query: &str) -> Option<String> {
        let words = query_words(query);
        let is_known = |word: &String| self.vocabulary.iter().any(|(known, _)| match_cost(known, word).is_some());
        let known = || self.vocabulary.iter().map(|(known, _)| known.as_str());
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
            let of_word = self.costs(word, position == 0);
            for (entry, cost) in of_word.into_iter().enumerate() {
                costs[entry] = costs[entry].saturating_add(cost);
                is_own[entry] |= cost < CONTEXT;
            }
        }
        let kind = |entry: usize| self.entries[entry].1.kind() as u32;
        let rank = |entry: usize| (u32::from(costs[entry]) << 3 | kind(entry), entry);
        (0..costs.len()).filter(|entry| costs[*entry] != NOT_FOUND && is_own[*entry]).map(rank).collect()
    }

    /// What each entry's best match of a word costs.
    fn costs(&self, word: &str, is_first: bool) -> Vec<u16> {
        let mut costs = vec![NOT_FOUND; self.entries.len()];
        for (known, occurrences) in &self.vocabulary {
            let Some(matched) = match_cost(known, word) else { continue };
            for occurrence in occurrences {
                let cost = &mut costs[occurrence.entry as usize];
                *cost = (*cost).min(matched + field_cost(*occurrence, is_first));
            }
        }
        costs
    }

    fn found(&self, entry: usize, words: &[String]) -> Found {
        let (ladder, item) = self.entries[entry];
        let ladder = &self.ladders[ladder];
        let texts = item.texts(ladder);
        let mark = |text: &str| Marked::of(text, words);
        let text = mark(texts.text);
        let is_shown = matches!(item, Item::Expectation { .. }) || !text.marks.is_empty();
        Found {
            kind: item.kind(),
            place: item.place(ladder),
            ladder: ladder.id.clone(),
            lang: ladder.lang.clone(),
            name: mark(texts.name),
            text: if is_shown { text.excerpt(EXCERPT) } else { Marked::default() },
            context: texts.grade.into_iter().chain(texts.context).map(mark).collect(),
        }
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

/// What it costs that a known word answers a word of the query: it is the word, begins with it, or holds it.
fn match_cost(known: &str, word: &str) -> Option<u16> {
    match known.strip_prefix(word) {
        Some("") => Some(0),
        Some(_) => Some(2),
        None => (is_found_inside(word) && known.contains(word)).then_some(5),
    }
}

/// What it costs where the word stands. A name that begins with the query's first word comes first.
fn field_cost(occurrence: Occurrence, is_first: bool) -> u16 {
    match occurrence.field {
        Field::Name if is_first && occurrence.first => 0,
        Field::Name => 1,
        Field::Text => 8,
        Field::Context => CONTEXT,
    }
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
