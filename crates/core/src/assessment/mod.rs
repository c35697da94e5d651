//! What a person answered about one ladder: present level, target, ratings, evidence and figures, and what they
//! entered for requirements.
//!
//! Everything that two tabs, or a tab and a backup, can change apart from each other is an entry with
//! the moment of its last change ([`Register`]). [`Assessment::merge`] brings two states together entry
//! by entry, in whatever order and however often; a deletion is an entry too, so that nothing deleted
//! comes back. There is neither a clock nor chance in here: the page passes moments and ids in.

mod account;
mod answer;
mod entered;
mod figure;
mod fingerprint;
mod json;
mod moments;
mod pieces;
mod reading;
mod state;
mod write;

pub use answer::{Answer, Evidence, EvidenceId, Rated, Rating, Wording};
pub use entered::{
    Entered, Opening, Outcome, Place, Post, Reply, RequirementAnswer, Review, Skillset, Slot, Stint, Waiver, Word,
};
pub use figure::{Figure, FigureProblem};
pub use fingerprint::Fingerprint;
pub use moments::Revision;
pub use pieces::EvidencePlace;
pub use reading::{
    Addition, Choice, Mark, Question, Retired, Tally, answer_to, choice, marks, next_unrated, questions, retired,
};
pub use state::Assessment;

pub use crate::record::{Account, EntryId, Extra, FormError, Problem, Register, Stamp};
