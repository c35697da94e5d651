//! What is doubtful about the level that the user works toward.

use std::fmt;

use super::evaluate::present_level;
use crate::assessment::{Assessment, Choice, choice};
use crate::date::Date;
use crate::ladder::{Ladder, Level, LevelId};

/// Why a target is none, or an unusual one. A level of the same rank on another track is an ordinary target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetProblem<'a> {
    /// None is chosen.
    None,
    /// The ladder no longer has it.
    Gone(&'a LevelId),
    /// It is the present level.
    Present(&'a Level),
    /// It is of a lower rank than the present level.
    Below {
        /// The target.
        target: &'a Level,
        /// The present level.
        present: &'a Level,
    },
}

/// What is doubtful about the target that was chosen.
pub fn target_problem<'a>(ladder: &'a Ladder, assessment: &'a Assessment, today: Date) -> Option<TargetProblem<'a>> {
    let target = match choice(ladder, assessment.target()) {
        Choice::None => return Some(TargetProblem::None),
        Choice::Gone(id) => return Some(TargetProblem::Gone(id)),
        Choice::Level(level) => level,
    };
    let present = present_level(ladder, assessment, today)?;
    if target.id == present.id {
        Some(TargetProblem::Present(present))
    } else {
        (target.rank < present.rank).then_some(TargetProblem::Below { target, present })
    }
}

impl fmt::Display for TargetProblem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::None => f.write_str("Choose the level that you work toward."),
            Self::Gone(id) => {
                write!(
                    f,
                    "The level you chose, {id}, is no longer in this ladder. Your answers are kept. Choose another."
                )
            }
            Self::Present(level) => {
                write!(f, "{} is your present level. Choose the level that you work toward.", level.name)
            }
            Self::Below { target, present } => {
                write!(f, "{} is below your present level, {}. Check both.", target.name, present.name)
            }
        }
    }
}
