//! The sections of the document.

use std::fmt;

/// A section of the document that the user can leave out or move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The requirements with their state.
    Requirements,
    /// The expectations with rating and evidence.
    Expectations,
    /// The portfolio.
    Portfolio,
    /// The summary of the growth worksheet.
    Growth,
    /// What is open.
    Gaps,
}

impl Section {
    /// All, in the order in which they stand at first.
    pub const ALL: [Self; 5] = [Self::Requirements, Self::Expectations, Self::Portfolio, Self::Growth, Self::Gaps];

    /// The name in stored data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Requirements => "requirements",
            Self::Expectations => "expectations",
            Self::Portfolio => "portfolio",
            Self::Growth => "growth",
            Self::Gaps => "gaps",
        }
    }

    /// Reads the name in stored data.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.as_str() == text)
    }

    /// Whether it is in the document until the user says otherwise: what the growth worksheet holds is for oneself.
    pub fn is_in_at_first(self) -> bool {
        self != Self::Growth
    }
}

/// The heading.
impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Requirements => "Requirements",
            Self::Expectations => "Expectations",
            Self::Portfolio => "Portfolio",
            Self::Growth => "Growth",
            Self::Gaps => "Open gaps",
        })
    }
}
