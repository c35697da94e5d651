//! Search across all ladders: an index of words, a query, ranked results with what to highlight.
//!
//! Every word of a query has to be found in an entry, at the beginning of a word or inside one; case
//! and accents do not matter, and writing without spaces is found by any part of it. Names come
//! before texts, whole words before beginnings, beginnings before middles.
//!
//! The index holds every text once, under a number; entries are numbers of texts. A sorted vocabulary says in which
//! texts each word stands. A keystroke looks through the vocabulary, which grows far slower than the texts, notes how
//! each text answers, and then goes once through the entries. Where there are many ladders the index is made when the
//! site is built and comes as a file, so that a page need not hold the ladders to search them.

mod entry;
mod find;
mod fold;
mod index;
mod mark;
mod stored;
mod vocabulary;

pub use find::{Findings, Found};
pub use index::SearchIndex;
pub use mark::Marked;

/// A name as far as it tells one thing from another: without case, accents, width, and space at its ends.
pub fn folded(name: &str) -> String {
    let folded = fold::Folded::of(name).text;
    folded.split_whitespace().fold(String::new(), |mut all, word| {
        all.push_str(if all.is_empty() { "" } else { " " });
        all.push_str(word);
        all
    })
}

/// What sort of thing is found. Orders as equally good results do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A ladder, by its name or summary.
    Ladder,
    /// A level, by its name, grade or summary.
    Level,
    /// A competency, by its name.
    Competency,
    /// An expectation, by its text.
    Expectation,
    /// A rule, by its name or text.
    Rule,
}

impl Kind {
    /// All kinds, each at its own position.
    const ALL: [Self; 5] = [Self::Ladder, Self::Level, Self::Competency, Self::Expectation, Self::Rule];
}
