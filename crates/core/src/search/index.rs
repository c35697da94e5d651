//! The index: every text once, what can be found as numbers of texts, and the words with the texts that hold them.

use std::collections::BTreeMap;

use super::Kind;
use super::entry::Item;
use super::fold::words;
use super::vocabulary::Vocabulary;
use crate::ladder::{Ladder, LadderId};

/// Everything that can be found in some ladders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchIndex {
    pub(super) texts: Texts,
    pub(super) ladders: Vec<Shelf>,
    /// Each with those of its ladder, in reading order.
    pub(super) entries: Vec<Entry>,
    pub(super) vocabulary: Vocabulary,
}

/// A ladder, as its entries need it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Shelf {
    pub(super) id: LadderId,
    pub(super) lang: String,
    /// Its name, as the number of the text.
    pub(super) name: u32,
}

/// Something that can be found: the numbers of its texts. The text of number 0 is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// The position of its ladder.
    pub(super) ladder: u32,
    pub(super) texts: [u32; TEXTS],
}

/// How many texts an entry has.
pub(super) const TEXTS: usize = 7;
pub(super) const ID: usize = 0;
pub(super) const LEVEL: usize = 1;
pub(super) const NAME: usize = 2;
pub(super) const GRADE: usize = 3;
pub(super) const TEXT: usize = 4;
/// From here on, what the entry belongs to.
pub(super) const CONTEXT: usize = 5;

/// Texts one behind the other, known by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Texts {
    pub(super) joined: String,
    /// Where each ends.
    pub(super) ends: Vec<u32>,
}

impl Texts {
    /// The text of a number; none for one that is not known, as damaged bytes may name.
    pub(super) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let end = self.ends.get(at).copied();
        start.zip(end).and_then(|(start, end)| self.joined.get(start as usize..end as usize)).unwrap_or_default()
    }

    fn push(&mut self, text: &str) {
        self.joined.push_str(text);
        self.ends.push(self.joined.len() as u32);
    }
}

/// An index in the making.
#[derive(Default)]
struct Draft<'a> {
    texts: Texts,
    numbers: BTreeMap<&'a str, u32>,
    /// For each text whether its words can be searched for.
    is_read: Vec<bool>,
    words: BTreeMap<String, Vec<u32>>,
}

impl<'a> Draft<'a> {
    /// The number of a text, which is noted if it is new.
    fn number(&mut self, text: &'a str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(text, number);
        self.texts.push(text);
        self.is_read.push(false);
        number
    }

    /// The number of a text that is searched; its words are noted once.
    fn searched(&mut self, text: &'a str) -> u32 {
        let number = self.number(text);
        if !std::mem::replace(&mut self.is_read[number as usize], true) {
            for (position, word) in words(text).into_iter().enumerate() {
                let places = self.words.entry(word).or_default();
                if places.last().is_none_or(|last| last >> 1 != number) {
                    places.push(number << 1 | u32::from(position == 0));
                }
            }
        }
        number
    }

    fn entry(&mut self, ladder: u32, item: &Item<'a>) -> Entry {
        let ids = [item.id, item.level].map(|id| self.number(id));
        let [name, grade, text, near, far] =
            [item.name, item.grade, item.text, item.context[0], item.context[1]].map(|text| self.searched(text));
        Entry { kind: item.kind, ladder, texts: [ids[0], ids[1], name, grade, text, near, far] }
    }
}

impl SearchIndex {
    /// Reads every text of the ladders once.
    pub fn build<'a>(ladders: impl IntoIterator<Item = &'a Ladder>) -> Self {
        let mut draft = Draft::default();
        let (mut shelves, mut entries) = (Vec::new(), Vec::new());
        // The empty text has the number 0.
        draft.number("");
        for ladder in ladders {
            let at = shelves.len() as u32;
            entries.extend(Item::all(ladder).iter().map(|item| draft.entry(at, item)));
            let name = draft.searched(&ladder.name);
            shelves.push(Shelf { id: ladder.id.clone(), lang: ladder.lang.clone(), name });
        }
        let vocabulary = Vocabulary::of(&draft.words);
        Self { texts: draft.texts, ladders: shelves, entries, vocabulary }
    }
}
