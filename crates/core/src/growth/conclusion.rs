//! What both halves of the worksheet come to: only what was entered allows, as data and as sentences.

use std::fmt;

use super::opportunity::{Aim, Opportunity};
use super::question::Question;
use super::words::{list, number};
use super::worksheet::Worksheet;
use crate::assessment::Reply;
use crate::date::Date;
use crate::ladder::capitalised;

/// What the worksheet comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// How far the work is tied to the priorities.
    pub impact: Impact,
    /// Whether there is an opening.
    pub opening: Opening,
    /// What else stands against growing here.
    pub against: Vec<Question>,
    /// What else is not known.
    pub unknown: Vec<Question>,
    /// How many pieces of work there are.
    pub pieces: usize,
    /// How many of them serve no priority.
    pub adrift: usize,
    /// How many of them cannot be measured yet: a metric, or from where to where, is not said.
    pub unmeasured: usize,
}

/// How far the work is tied to the priorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impact {
    /// No priority is named.
    NoPriorities,
    /// Work serves so many of so many priorities.
    Tied {
        /// Priorities that some work serves.
        tied: usize,
        /// All priorities, at least one.
        of: usize,
    },
}

/// Whether there is an opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// There is, by an answer of that day.
    Yes(Date),
    /// There is none, by an answer of that day.
    No(Date),
    /// It is not known.
    NotKnown,
    /// It is not said at which level.
    NoLevel,
}

impl Conclusion {
    /// What the worksheet comes to; `None` where nothing was entered for either half.
    pub fn of(sheet: &Worksheet, aim: Option<Aim>, opportunity: &Opportunity) -> Option<Self> {
        let (of, unserved) = (sheet.named().count(), sheet.unserved().len());
        let impact = if of == 0 { Impact::NoPriorities } else { Impact::Tied { tied: of - unserved, of } };
        let is_answered = opportunity.asked.iter().any(|asked| asked.answer.is_some());
        let pieces = sheet.pieces().count();
        let besides = |question: &Question| *question != Question::Opening;
        (of + pieces > 0 || is_answered).then(|| Self {
            impact,
            opening: Opening::of(aim, opportunity),
            against: opportunity.against().filter(besides).collect(),
            unknown: opportunity.open().filter(besides).collect(),
            pieces,
            adrift: sheet.adrift().len(),
            unmeasured: sheet.pieces().filter(|work| !work.unsaid().is_empty()).count(),
        })
    }

    /// All of it in sentences, the plainest first.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.to_string()];
        if !self.against.is_empty() {
            lines.push(["Against it: ", &list(self.against.iter().map(|question| question.against())), "."].concat());
        }
        if !self.unknown.is_empty() {
            let begin = if self.opening.is_known() { "Not known yet: " } else { "Not known either: " };
            lines.push([begin, &list(self.unknown.iter().map(|question| question.unknown())), "."].concat());
        }
        lines.extend(self.of_work(self.adrift, "serves no priority", "serve no priority"));
        lines.extend(self.of_work(self.unmeasured, "is not measurable yet", "are not measurable yet"));
        lines
    }

    /// "Two of three pieces of work serve no priority."
    fn of_work(&self, count: usize, one: &str, several: &str) -> Option<String> {
        let predicate = if count == 1 { one } else { several };
        let subject = match (count, self.pieces) {
            (0, _) => return None,
            (1, 1) => "The one piece of work".to_owned(),
            (2, 2) => "Both pieces of work".to_owned(),
            (count, pieces) if count == pieces => ["All ", &number(pieces), " pieces of work"].concat(),
            (count, pieces) => [&number(count), " of ", &number(pieces), " pieces of work"].concat(),
        };
        Some([&capitalised(subject), " ", predicate, "."].concat())
    }
}

/// "Impact is tied to two of four priorities; whether there is an opening is not known: ask."
impl fmt::Display for Conclusion {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}; {}.", self.impact, self.opening)
    }
}

/// A clause.
impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (tied, of) = match *self {
            Self::NoPriorities => return f.write_str("What impact is tied to is not known, for no priority is named"),
            Self::Tied { tied, of } => (tied, of),
        };
        f.write_str("Impact is ")?;
        match (tied, of) {
            (1, 1) => f.write_str("tied to the one priority that is named"),
            (0, 1) => f.write_str("not tied to the one priority that is named"),
            (2, 2) => f.write_str("tied to both priorities"),
            (tied, of) if tied == of => write!(f, "tied to all {} priorities", number(of)),
            (tied, of) => write!(f, "tied to {} of {} priorities", number(tied), number(of)),
        }
    }
}

impl Opening {
    fn of(aim: Option<Aim>, opportunity: &Opportunity) -> Self {
        if aim.is_none() {
            return Self::NoLevel;
        }
        let opening = opportunity.asked.iter().find(|asked| asked.question == Question::Opening);
        match opening.and_then(|asked| opportunity.known(asked)).map(|said| (said.reply, said.date)) {
            Some((Reply::Yes, date)) => Self::Yes(date),
            Some((Reply::No, date)) => Self::No(date),
            Some((Reply::Unknown, _)) | None => Self::NotKnown,
        }
    }

    /// Whether it is known.
    fn is_known(self) -> bool {
        matches!(self, Self::Yes(_) | Self::No(_))
    }
}

/// A clause.
impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Yes(date) => write!(f, "there is an opening, by the answer of {}", date.long()),
            Self::No(date) => write!(f, "there is no opening, by the answer of {}", date.long()),
            Self::NotKnown => f.write_str("whether there is an opening is not known: ask"),
            Self::NoLevel => f.write_str("whether there is an opening is not known: say at which level, and ask"),
        }
    }
}
