//! The document of a case, as plain data: made of what was entered, and written in three ways.
//!
//! | file | what it is |
//! |---|---|
//! | `compose` | the document as a whole: its head, its sections in the user's order |
//! | `asked` | the section on requirements |
//! | `expected` | the section on expectations |
//! | `portfolio` | the section on the portfolio |
//! | `growth` | the section on the growth worksheet |
//! | `gaps` | the section on what is open |
//! | `markup` | the document as elements, which the page shows and prints |
//! | `html` | these as a file that needs nothing else |
//! | `markdown` | the document as Markdown |
//!
//! All three are written from the one [`Document`], so that what is printed, copied and saved agree.

mod asked;
mod compose;
mod expected;
mod gaps;
mod growth;
mod html;
mod markdown;
mod markup;
mod portfolio;

use crate::assessment::Rating;
use crate::case::State;
use crate::case::folder::Section;
use crate::date::Date;
use crate::link::SafeUrl;

pub use compose::{Papers, document};
pub use growth::is_about;
pub use html::html;
pub use markdown::markdown;
pub use markup::{Element, Markup, markup};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language of the ladder's texts, as a BCP 47 tag.
    pub lang: String,
    /// What stands above the title: what it is, of which ladder.
    pub kind: Line,
    /// From which level to which.
    pub title: Line,
    /// Whose it is, and of which day.
    pub byline: Line,
    /// What is in it, in numbers.
    pub summary: Vec<Line>,
    /// The sections that are in it.
    pub parts: Vec<Part>,
    /// On whose word it stands.
    pub foot: Line,
}

/// A section of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which it is.
    pub section: Section,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading below that of the section.
    Heading(Line),
    /// A paragraph.
    Paragraph(Line),
    /// Entries.
    Entries(Vec<Entry>),
}

/// An entry: a requirement, an expectation, a piece of the portfolio.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// How things are with it.
    pub mark: Option<Mark>,
    /// What it is.
    pub head: Line,
    /// What is said about it.
    pub notes: Vec<Note>,
    /// Entries that belong to it.
    pub within: Vec<Entry>,
}

/// How things are with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Whether a requirement is met.
    State(State),
    /// A requirement that is not asked of the user.
    NotAsked,
    /// The rating of an expectation.
    Rated(Rating),
    /// An expectation without a rating.
    NotRated,
}

/// Something said about an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A paragraph.
    Said(Line),
    /// Evidence, or what was noted on a day.
    Dated(Date, Line, Option<SafeUrl>),
    /// Where to see it.
    Link(SafeUrl),
    /// A list under what it is a list of.
    List(&'static str, Vec<Line>),
}

/// Texts in a row.
pub type Line = Vec<Text>;

/// A text, and whose words it is: those of the ladder are in its language, and those of the user in any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Words of this program.
    Ours(String),
    /// Words of the ladder.
    Ladder(String),
    /// Words of the user.
    User(String),
}

impl Part {
    /// Its heading.
    fn heading(&self) -> Line {
        vec![ours(self.section.to_string())]
    }
}

impl Text {
    /// The words.
    pub fn words(&self) -> &str {
        match self {
            Self::Ours(words) | Self::Ladder(words) | Self::User(words) => words,
        }
    }
}

/// Words of this program.
fn ours(words: impl Into<String>) -> Text {
    Text::Ours(words.into())
}

/// Words of the ladder.
fn ladders(words: impl Into<String>) -> Text {
    Text::Ladder(words.into())
}

/// Words of the user, without the white space around them.
fn users(words: &str) -> Text {
    Text::User(words.trim().to_owned())
}

/// A paragraph of the user's, unless it says nothing.
fn said(words: &str) -> Option<Note> {
    (!words.trim().is_empty()).then(|| Note::Said(vec![users(words)]))
}

/// What was noted on a day.
fn on_a_day(date: Date, words: &str, link: Option<&SafeUrl>) -> Note {
    let text = Some(users(words)).filter(|text| !text.words().is_empty());
    Note::Dated(date, text.into_iter().collect(), link.cloned())
}

impl Mark {
    /// The words.
    pub fn words(self) -> String {
        match self {
            Self::State(state) => state.to_string(),
            Self::NotAsked => "Not asked".to_owned(),
            Self::Rated(rating) => rating.to_string(),
            Self::NotRated => "Not rated".to_owned(),
        }
    }

    /// The sign beside the words where it is a requirement's.
    fn sign(self) -> Option<&'static str> {
        match self {
            Self::State(State::Met) => Some("✓"),
            Self::State(State::NotMet) => Some("✕"),
            Self::State(State::NotKnown) => Some("?"),
            Self::NotAsked => Some("–"),
            Self::Rated(_) | Self::NotRated => None,
        }
    }
}
