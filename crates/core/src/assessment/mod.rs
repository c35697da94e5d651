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
mod fields;
mod figure;
mod fingerprint;
mod json;
mod moments;
mod reading;
mod register;
mod state;
mod write;

pub use account::Account;
pub use answer::{Answer, Evidence, EvidenceId, Extra, Rated, Rating, Wording};
pub use entered::{
    Entered, EntryId, Opening, Outcome, Place, Post, Reply, RequirementAnswer, Review, Skillset, Slot, Stint, Waiver,
    Word,
};
pub use fields::{FormError, Problem};
pub use figure::{Figure, FigureProblem};
pub use fingerprint::Fingerprint;
pub use reading::{Addition, Choice, Question, Retired, Tally, answer_to, choice, next_unrated, questions, retired};
pub use register::{Register, Stamp};
pub use state::Assessment;
