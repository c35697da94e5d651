//! The case for a promotion: what a target asks, held against what the user entered.
//!
//! Every requirement is met, not met, or not known, with the reason as data and in a sentence. Nothing is added up
//! to a score. There is no clock in here: today's date, as the user's calendar has it, is passed in.
//!
//! | file | what it is |
//! |---|---|
//! | [`document`] | what all this comes to on paper: one document, written in three ways |
//! | [`folder`] | what the user chose for the document, and the portfolio |
//! | `career` | the stints in their order, each with its level and its end, and what is doubtful about them |
//! | `day` | days on which something happened, as they are typed in |
//! | `tenure` | time at a rank, added up over stints |
//! | `finding` | met, not met or not known, and why |
//! | `sentence` | the same in words |
//! | `evaluate` | from requirements to findings |
//! | `summary` | a target as a whole: requirements, the review, expectations, figures |
//! | `target` | what is doubtful about a target |

mod career;
mod day;
pub mod document;
mod evaluate;
mod finding;
pub mod folder;
mod sentence;
mod summary;
mod target;
mod tenure;

pub use career::{Career, CareerProblem, Stage, StagePost};
pub use day::{DayProblem, past_day};
pub use evaluate::{Checked, evaluate, present_level};
pub use finding::{Basis, Finding, FromTrack, Mastered, Needed, Said, State, Time, TimeDoubt};
pub use summary::{Expected, ReviewStep, Summary};
pub use target::{TargetProblem, target_problem};
pub use tenure::Tenure;
