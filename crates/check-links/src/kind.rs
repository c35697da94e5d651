//! The kinds of things that links and stored answers name.

use std::fmt;

/// A kind of thing that has ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A theme, of all ladders.
    Theme,
    /// A ladder.
    Ladder,
    /// A level, in its ladder.
    Level,
    /// A competency, in its ladder.
    Competency,
    /// An expectation, in its ladder.
    Expectation,
    /// A requirement, in its level.
    Requirement,
    /// A rule, in its ladder.
    Rule,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Theme, Self::Ladder, Self::Level, Self::Competency, Self::Expectation, Self::Requirement, Self::Rule];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Ladder => "ladder",
            Self::Level => "level",
            Self::Competency => "competency",
            Self::Expectation => "expectation",
            Self::Requirement => "requirement",
            Self::Rule => "rule",
        }
    }

    /// Whether it can say by which ids it was known before.
    pub fn has_former_ids(self) -> bool {
        !matches!(self, Self::Theme | Self::Rule)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.word())
    }
}
