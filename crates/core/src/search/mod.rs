//! Search across all ladders: an index of words, a query, ranked results with what to highlight.
//!
//! Every word of a query has to be found in an entry, at the beginning of a word or inside one; case
//! and accents do not matter, and writing without spaces is found by any part of it. Names come
//! before texts, whole words before beginnings, beginnings before middles.
//!
//! The index is a sorted vocabulary with the places where each word occurs. A keystroke looks through
//! the vocabulary, which grows far slower than the text (some 20,000 words for a thousand ladders),
//! and then touches only the places of the words that match. Texts are not copied: entries point
//! into the ladders.

mod entry;
mod find;
mod fold;
mod index;
mod mark;

pub use find::{Findings, Found};
pub use index::SearchIndex;
pub use mark::Marked;

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
