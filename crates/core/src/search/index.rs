//! The index: a sorted vocabulary, and for each word the entries in which it occurs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::{Field, Item};
use super::fold::words;
use crate::ladder::Ladder;

/// Everything that can be found in some ladders.
pub struct SearchIndex {
    pub(super) ladders: Vec<Arc<Ladder>>,
    /// Each entry with the position of its ladder.
    pub(super) entries: Vec<(usize, Item)>,
    /// Folded words, sorted.
    pub(super) vocabulary: Vec<(String, Vec<Occurrence>)>,
}

/// That a word occurs in an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) entry: u32,
    pub(super) field: Field,
    /// The field begins with the word.
    pub(super) first: bool,
}

impl SearchIndex {
    /// Reads every text of the ladders once.
    pub fn build(ladders: Vec<Arc<Ladder>>) -> Self {
        let all = |(at, ladder): (usize, &Arc<Ladder>)| Item::all(ladder).into_iter().map(move |item| (at, item));
        let entries: Vec<(usize, Item)> = ladders.iter().enumerate().flat_map(all).collect();
        let mut vocabulary: BTreeMap<String, Vec<Occurrence>> = BTreeMap::new();
        for (entry, (ladder, item)) in (0..).zip(&entries) {
            let texts = item.texts(&ladders[*ladder]);
            let mut add = |field, text: &str| add_words(&mut vocabulary, entry, field, text);
            add(Field::Name, texts.name);
            add(Field::Text, texts.text);
            texts.grade.into_iter().for_each(|grade| add(Field::Name, grade));
            texts.context.into_iter().for_each(|text| add(Field::Context, text));
        }
        Self { ladders, entries, vocabulary: vocabulary.into_iter().collect() }
    }
}

fn add_words(vocabulary: &mut BTreeMap<String, Vec<Occurrence>>, entry: u32, field: Field, text: &str) {
    for (position, word) in words(text).into_iter().enumerate() {
        let occurrence = Occurrence { entry, field, first: position == 0 };
        let occurrences = vocabulary.entry(word).or_default();
        let is_known = |last: &Occurrence| last.entry == entry && last.field == field;
        if !occurrences.last().is_some_and(is_known) {
            occurrences.push(occurrence);
        }
    }
}
