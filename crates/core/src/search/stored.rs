//! The index as bytes, so that a page need not read all ladders to search them.
//!
//! Texts are numbered as they come, so most numbers of an entry are those of a new text or of the entry before: of
//! both only that is written, and the file gets as small by compression as the texts themselves.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::index::{Entry, SearchIndex, Shelf, TEXTS, Texts};
use super::vocabulary::Vocabulary;
use crate::ladder::Damaged;

/// What the bytes hold.
#[derive(Serialize, Deserialize)]
struct Written<'a> {
    texts: &'a str,
    text_lengths: Vec<u32>,
    ladders: Vec<Shelf>,
    /// For each entry its kind, then for each of its texts [`SAME`] as that of the entry before, [`NEW`], or the number.
    entries: Vec<u32>,
    words: &'a str,
    #[serde(borrow)]
    places: &'a [u8],
    place_lengths: Vec<u32>,
}

const SAME: u32 = 0;
const NEW: u32 = 1;
/// What is added to a number, so that it is neither.
const KNOWN: u32 = 2;

impl SearchIndex {
    /// The index as bytes.
    ///
    /// # Errors
    /// [`Damaged`] where they would not fit into memory.
    pub fn encode(&self) -> Result<Vec<u8>, Damaged> {
        let written = Written {
            texts: &self.texts.joined,
            text_lengths: lengths(&self.texts.ends),
            ladders: self.ladders.clone(),
            entries: written(&self.entries),
            words: &self.vocabulary.words,
            places: &self.vocabulary.places,
            place_lengths: lengths(&self.vocabulary.ends),
        };
        postcard::to_allocvec(&written).map_err(|_| Damaged)
    }

    /// The index of these bytes.
    ///
    /// # Errors
    /// [`Damaged`] where they are not an index.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let written: Written = postcard::from_bytes(bytes).map_err(|_| Damaged)?;
        let entries = read(&written.entries, written.ladders.len()).ok_or(Damaged)?;
        let texts = Texts { joined: written.texts.into(), ends: ends(&written.text_lengths) };
        let vocabulary = Vocabulary {
            words: written.words.into(),
            places: written.places.into(),
            ends: ends(&written.place_lengths),
        };
        let count = texts.ends.len();
        let is_known = |entry: &Entry| entry.texts.iter().all(|number| (*number as usize) < count);
        let is_sound = vocabulary.words.starts_with('\n') && entries.iter().all(is_known);
        if is_sound { Ok(Self { texts, ladders: written.ladders, entries, vocabulary }) } else { Err(Damaged) }
    }
}

fn lengths(ends: &[u32]) -> Vec<u32> {
    let mut before = 0;
    ends.iter().map(|end| end - std::mem::replace(&mut before, *end)).collect()
}

fn ends(lengths: &[u32]) -> Vec<u32> {
    let mut end = 0_u32;
    lengths.iter().map(|length| (end = end.wrapping_add(*length), end).1).collect()
}

fn written(entries: &[Entry]) -> Vec<u32> {
    let mut out = Vec::with_capacity(entries.len() * (TEXTS + 1));
    let (mut last, mut new) = ([0; TEXTS], 1);
    for entry in entries {
        out.push(entry.kind as u32);
        for (number, before) in entry.texts.iter().zip(&mut last) {
            let token = match *number {
                same if same == *before => SAME,
                next if next == new => NEW,
                known => known + KNOWN,
            };
            new += u32::from(token == NEW);
            *before = *number;
            out.push(token);
        }
    }
    out
}

/// The entries; `None` where they are not whole, or of more ladders than there are. A ladder begins with its own entry.
fn read(written: &[u32], ladders: usize) -> Option<Vec<Entry>> {
    let mut entries = Vec::with_capacity(written.len() / (TEXTS + 1));
    let (mut texts, mut new, mut begun) = ([0; TEXTS], 1, 0_u32);
    for row in written.chunks(TEXTS + 1) {
        let (kind, tokens) = row.split_first()?;
        let kind = Kind::ALL.get(*kind as usize).copied()?;
        begun += u32::from(kind == Kind::Ladder);
        if tokens.len() < TEXTS {
            return None;
        }
        for (token, text) in tokens.iter().zip(&mut texts) {
            match *token {
                SAME => {}
                NEW => (*text, new) = (new, new + 1),
                known => *text = known - KNOWN,
            }
        }
        entries.push(Entry { kind, ladder: begun.checked_sub(1)?, texts });
    }
    (begun as usize == ladders).then_some(entries)
}
