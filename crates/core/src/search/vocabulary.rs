//! The words of all texts, folded and sorted, each with the texts in which it stands.

use std::collections::BTreeMap;

use super::mark::is_found_inside;

/// The words of some texts. They stand in one text, so that one search goes through all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vocabulary {
    /// A line break, then each word with a line break behind it. A word has none in it.
    pub(super) words: String,
    /// The texts of each word, one word after the other.
    pub(super) places: Vec<u8>,
    /// Where the texts of each word end.
    pub(super) ends: Vec<u32>,
}

/// Between two words.
const BREAK: &str = "\n";

/// That a word of the vocabulary answers one of a query.
pub(super) struct Answering<'a> {
    /// What that costs: 0 where it is the word, 2 where it begins with it, 5 where it holds it.
    pub(super) cost: u8,
    places: &'a [u8],
}

impl Vocabulary {
    /// Of words with their texts, in rising order: the number of the text, twice, and one more where it begins with
    /// the word.
    pub(super) fn of(words: &BTreeMap<String, Vec<u32>>) -> Self {
        let mut all = Self { words: BREAK.into(), ..Self::default() };
        for (word, places) in words {
            all.words.push_str(word);
            all.words.push_str(BREAK);
            let mut before = 0;
            for place in places {
                write(place - before, &mut all.places);
                before = *place;
            }
            all.ends.push(all.places.len() as u32);
        }
        all
    }

    /// The words that answer one of a query, in their order.
    pub(super) fn answering<'a>(&'a self, word: &str) -> impl Iterator<Item = Answering<'a>> {
        let inside = is_found_inside(word);
        let sought = if inside { word.to_owned() } else { format!("{BREAK}{word}") };
        let length = sought.len();
        let mut lines = Lines { text: self.words.as_bytes(), at: 0, breaks: 0 };
        let mut found = Vec::new();
        for (start, _) in self.words.match_indices(&sought) {
            let (start, end) = if inside { (start, start + length) } else { (start + 1, start + length) };
            let number = lines.breaks_before(start) - 1;
            if found.last().is_none_or(|(last, _)| *last != number) {
                found.push((number, match_cost(self.words.as_bytes(), start, end)));
            }
        }
        found.into_iter().map(|(number, cost)| Answering { cost, places: self.places_of(number) })
    }

    fn places_of(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends.get(before).map_or(0, |end| *end as usize));
        let end = self.ends.get(number).map_or(start, |end| *end as usize);
        self.places.get(start..end).unwrap_or_default()
    }

    /// All words.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.words.split(BREAK).filter(|word| !word.is_empty())
    }
}

/// What it costs that a word answers by the part between two places.
fn match_cost(words: &[u8], start: usize, end: usize) -> u8 {
    let is_break = |at: usize| words.get(at) == Some(&b'\n');
    match (is_break(start - 1), is_break(end)) {
        (true, true) => 0,
        (true, false) => 2,
        (false, _) => 5,
    }
}

/// Counts line breaks on the way through a text.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    breaks: usize,
}

impl Lines<'_> {
    /// How many there are before a place, which is not before the last one asked for.
    fn breaks_before(&mut self, place: usize) -> usize {
        self.breaks += self.text[self.at..place].iter().filter(|byte| **byte == b'\n').count();
        self.at = place;
        self.breaks
    }
}

impl Answering<'_> {
    /// The texts in which the word stands: the number, and whether the text begins with it.
    pub(super) fn each_text(&self, mut see: impl FnMut(usize, bool)) {
        let (mut place, mut part, mut shift) = (0_u32, 0_u32, 0_u32);
        for byte in self.places {
            part |= u32::from(byte & 0x7f) << (shift & 31);
            shift += 7;
            if *byte < 0x80 {
                place = place.wrapping_add(part);
                (part, shift) = (0, 0);
                see((place >> 1) as usize, place & 1 == 1);
            }
        }
    }
}

/// Writes a number in groups of seven bits, the low ones first.
fn write(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
