//! The user's own figure for what an expectation measures.

use std::fmt;

use super::answer::Wording;
use crate::date::Date;
use crate::ladder::Quantity;
use crate::record::Extra;

/// A number that the user reached over some time, in the unit of the expectation's measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// The number.
    pub value: Quantity,
    /// The first day of its period.
    pub from: Date,
    /// The last day of its period.
    pub until: Date,
    /// The statement for which it was entered.
    pub wording: Wording,
    /// Fields of later versions.
    pub extra: Extra,
}

/// What is doubtful about a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureProblem {
    /// The period ends before it begins.
    EndsBeforeItBegins,
    /// The period begins in the future.
    NotBegunYet(Date),
}

impl Figure {
    /// What is doubtful about it on that day. The number stands all the same.
    pub fn problem(&self, today: Date) -> Option<FigureProblem> {
        if self.until < self.from {
            Some(FigureProblem::EndsBeforeItBegins)
        } else if self.from > today {
            Some(FigureProblem::NotBegunYet(self.from))
        } else {
            None
        }
    }
}

impl fmt::Display for FigureProblem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::EndsBeforeItBegins => f.write_str("The period ends before it begins."),
            Self::NotBegunYet(from) => write!(f, "The period begins on {}, which is in the future.", from.long()),
        }
    }
}
