//! What a link says that is not understood, in sentences, with what was probably meant.

use std::fmt;

use super::{Columns, Place, Route};
use crate::ladder::Index;

/// A part of a link that is not understood. Its `Display` is a sentence for the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkProblem {
    /// What is wrong.
    pub problem: Problem,
    /// What was probably meant, likeliest first; may be empty.
    pub suggestions: Vec<Suggestion>,
}

/// A place to go, with the words of the link to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the link says.
    pub text: String,
    /// Where it leads.
    pub place: Place,
}

/// What is wrong with a link. Texts are as the link has them: only `Display` makes them fit to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no page at this path.
    NoPage(String),
    /// There is no such ladder.
    NoLadder(String),
    /// There is no such level in the ladder of that name.
    NoLevel {
        /// As the link has it.
        level: String,
        /// The name of the ladder.
        ladder: String,
    },
    /// Not of the form `ladder.level`.
    NoLevelRef(String),
    /// The percent-encoding of this is broken.
    Broken(String),
    /// The level of this name is there more than once.
    Repeated(String),
    /// These levels are more than a comparison holds.
    TooMany(Vec<String>),
    /// The ladder has no such track.
    NoTrack(String),
    /// No ladder on the page has such a competency.
    NoCompetency(String),
    /// The page has no such part.
    NoPart(String),
    /// There is no such way to show the page.
    NoShow(String),
    /// The link has this many characters.
    TooLong(usize),
    /// This many further problems are not told one by one.
    More(usize),
}

impl From<Problem> for LinkProblem {
    fn from(problem: Problem) -> Self {
        Self { problem, suggestions: Vec::new() }
    }
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.problem.fmt(f)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoPage(path) => write!(f, "There is no page {}.", Echo(path)),
            Self::NoLadder(name) => write!(f, "There is no ladder {}.", Echo(name)),
            Self::NoLevel { level, ladder } => write!(f, "There is no level {} in {ladder}.", Echo(level)),
            Self::NoLevelRef(text) => write!(f, "{} does not name a ladder and a level.", Echo(text)),
            Self::Broken(text) => write!(f, "{} cannot be read: the link is damaged there.", Echo(text)),
            Self::Repeated(level) => write!(f, "{level} is in the link more than once; it is shown once."),
            Self::TooMany(levels) => write_too_many(f, levels),
            Self::NoTrack(name) => write!(f, "There is no track {} here.", Echo(name)),
            Self::NoCompetency(name) => write!(f, "There is no competency {} here.", Echo(name)),
            Self::NoPart(name) => write!(f, "This page has no part {}.", Echo(name)),
            Self::NoShow(word) => write!(f, "The page cannot be shown as {}.", Echo(word)),
            Self::TooLong(length) => {
                write!(f, "The link is {length} characters long; only what could be understood of it was used.")
            }
            Self::More(count) => write!(f, "{count} more parts of the link are not understood."),
        }
    }
}

/// Names the first few levels that were left out, and counts the rest.
fn write_too_many(f: &mut fmt::Formatter, levels: &[String]) -> fmt::Result {
    const NAMED: usize = 3;
    write!(f, "A comparison holds {} levels. Left out: ", Columns::MOST)?;
    for (position, level) in levels.iter().take(NAMED).enumerate() {
        write!(f, "{}{level}", if position > 0 { ", " } else { "" })?;
    }
    match levels.len().saturating_sub(NAMED) {
        0 => f.write_str("."),
        more => write!(f, " and {more} more."),
    }
}

/// Text from a link, in quotes: cut short, without what could disturb the page around it.
pub(super) struct Echo<'a>(pub(super) &'a str);

impl fmt::Display for Echo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        const LONGEST: usize = 60;
        let mut shown = self.0.chars().filter(|c| !is_disturbing(*c));
        f.write_str("\u{201c}")?;
        for c in shown.by_ref().take(LONGEST) {
            write!(f, "{c}")?;
        }
        f.write_str(if shown.next().is_some() { "\u{2026}\u{201d}" } else { "\u{201d}" })
    }
}

/// Control characters and those that change the direction of the text around them or are not seen.
fn is_disturbing(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

impl Route {
    /// What a link to the page says: the name of the level or ladder, or of the page.
    pub fn name(&self, index: &Index) -> String {
        let ladder = |id| index.card(id).map_or_else(String::new, |card| card.name.clone());
        match self {
            Self::Ladders => "All ladders".into(),
            Self::MoreLadders(_) => "More ladders".into(),
            Self::Ladder(id) => ladder(id),
            Self::Level(level) => {
                let card = index.card(&level.ladder);
                card.and_then(|card| card.level(&level.level)).map_or_else(String::new, |level| level.name.clone())
            }
            Self::Compare(_) => "Compare levels".into(),
            Self::AssessChoice => "Assess".into(),
            Self::Assess(id) => format!("Assess: {}", ladder(id)),
            Self::Own(own, id) => format!("{}: {}", own.name(), ladder(id)),
            Self::Growth => "Growth".into(),
            Self::Journal => "Journal".into(),
            Self::CheckIn => "Check-ins".into(),
            Self::Data => "My data".into(),
            Self::About => "About and privacy".into(),
        }
    }
}
