//! What the user enters for requirements: a career, claims with evidence, and what others decided.
//!
//! Each is an entry with its own moment of change, as everything in an assessment is. Entries for a requirement
//! belong to its level; whether there is an opening is one answer for a level, whoever asks for it.

mod changes;
mod form;
mod gone;
mod place;
mod reading;

use std::fmt;

use super::answer::{Evidence, Wording};
use super::fingerprint::Fingerprint;
use crate::date::Date;
use crate::ladder::{Condition, LevelId, Requirement, Skillsets};
use crate::record::Extra;

pub(super) use form::{read, write};
pub use place::{Place, Slot};
pub use reading::RequirementAnswer;

/// Some time at one post. The date at which a level was reached is a stint without an end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stint {
    /// Where the user was.
    pub post: Post,
    /// Its first day.
    pub from: Date,
    /// Its last day. Without one it lasts until the next stint at another rank begins.
    pub until: Option<Date>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// Where a stint was spent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Post {
    /// At a level of this ladder.
    Level(LevelId),
    /// Elsewhere: in a role that the ladder does not list, on another ladder, or on leave.
    Other {
        /// What it was, in the user's words: at most [`Stint::LONGEST_NAME`] characters.
        name: String,
        /// The rank at which it counts, if the user says that it does.
        rank: Option<u8>,
    },
}

impl Stint {
    /// The most characters that the name of a post, or of a skillset, may have.
    pub const LONGEST_NAME: usize = 500;
}

/// Whether there is an opening for a level: what a requirement calls a documented need.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opening {
    /// What the organisation answered.
    pub reply: Reply,
    /// The day of the answer.
    pub date: Date,
    /// Further words: at most [`Evidence::LONGEST_TEXT`] characters, as in all notes.
    pub note: String,
    /// Fields of later versions.
    pub extra: Extra,
}

/// An answer that may still be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reply {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Don't know yet.
    Unknown,
}

/// The user's own word on an experience or a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// Whether it is met, as the user sees it.
    pub is_met: bool,
    /// Further words.
    pub note: String,
    /// The requirement as it was answered.
    pub wording: Wording,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A requirement was waived.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Waiver {
    /// The day from which it is waived.
    pub date: Date,
    /// Who waived it, and why.
    pub note: String,
    /// The requirement that was waived.
    pub wording: Wording,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A review by peers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Review {
    /// The day on which it is, or was.
    pub date: Date,
    /// What came of it.
    pub outcome: Outcome,
    /// Further words.
    pub note: String,
    /// The requirement for which it was held.
    pub wording: Wording,
    /// Fields of later versions.
    pub extra: Extra,
}

/// What came of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Asked for or under way.
    Pending,
    /// The candidate succeeded.
    Successful,
    /// The candidate did not succeed.
    Unsuccessful,
}

/// A skillset that the user says to have mastered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skillset {
    /// Its name, in the user's words: at most [`Stint::LONGEST_NAME`] characters.
    pub name: String,
    /// The requirement for which it is named.
    pub wording: Wording,
    /// Fields of later versions.
    pub extra: Extra,
}

/// One entry. Which of these stands at a [`Place`] is settled by the place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entered {
    /// Some time at one post.
    Stint(Stint),
    /// Whether there is an opening.
    Opening(Opening),
    /// The user's own word.
    Word(Word),
    /// That it was waived.
    Waiver(Waiver),
    /// A review by peers.
    Review(Review),
    /// A skillset.
    Skillset(Skillset),
    /// A piece of evidence.
    Evidence(Evidence),
}

impl Entered {
    /// The requirement for which it was entered, as it was worded then.
    pub fn wording(&self) -> Option<&Wording> {
        match self {
            Self::Stint(_) | Self::Opening(_) => None,
            Self::Word(word) => Some(&word.wording),
            Self::Waiver(waiver) => Some(&waiver.wording),
            Self::Review(review) => Some(&review.wording),
            Self::Skillset(skillset) => Some(&skillset.wording),
            Self::Evidence(evidence) => Some(&evidence.wording),
        }
    }

    fn wording_mut(&mut self) -> Option<&mut Wording> {
        match self {
            Self::Stint(_) | Self::Opening(_) => None,
            Self::Word(word) => Some(&mut word.wording),
            Self::Waiver(waiver) => Some(&mut waiver.wording),
            Self::Review(review) => Some(&mut review.wording),
            Self::Skillset(skillset) => Some(&mut skillset.wording),
            Self::Evidence(evidence) => Some(&mut evidence.wording),
        }
    }
}

impl Wording {
    /// The wording of a requirement. The text is what the user saw; the fingerprint is that of what is asked, so
    /// that it does not change with the words which this program puts around it.
    pub fn of_requirement(requirement: &Requirement) -> Self {
        let condition = &requirement.condition;
        Self { fingerprint: Fingerprint::of(&asked(condition)), text: condition.to_string() }
    }
}

/// What a condition asks, without the words around it. Part of the stored format.
fn asked(condition: &Condition) -> String {
    match condition {
        Condition::TimeAtRank { rank, months } => format!("time-at-rank {rank} {months}"),
        Condition::Mastery(Skillsets::AtLeast { count, of, .. }) => format!("mastery {count} {of}"),
        Condition::Mastery(Skillsets::Named(skillset)) => format!("mastery {skillset}"),
        Condition::PeerReview => "peer-review".to_owned(),
        Condition::DocumentedNeed => "documented-need".to_owned(),
        Condition::Experience(text) | Condition::Statement(text) => text.clone(),
        Condition::AnyOf(branches) => branches.iter().fold("any-of".to_owned(), |mut all, branch| {
            all.push('\n');
            all.push_str(&asked(&branch.condition));
            all
        }),
        Condition::WhenComingFrom { track, then } => format!("when-coming-from {track} {}", asked(then)),
    }
}

impl Reply {
    /// All, in their order on the screen.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unknown];

    /// The name in stored data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// Reads the name in stored data.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reply| reply.as_str() == text)
    }
}

/// The words on the screen.
impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::Unknown => "Don’t know yet",
        })
    }
}

impl Outcome {
    /// All, in their order on the screen.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Successful, Self::Unsuccessful];

    /// The name in stored data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Successful => "successful",
            Self::Unsuccessful => "unsuccessful",
        }
    }

    /// Reads the name in stored data.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == text)
    }
}

/// The words on the screen.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Pending => "Asked for or under way",
            Self::Successful => "Successful",
            Self::Unsuccessful => "Not successful",
        })
    }
}
