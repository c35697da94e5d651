//! What was answered to a ladder at earlier moments, and for which of its versions.
//!
//! A [`Snapshot`] keeps ratings, the wordings that were rated by their fingerprints, figures, the two levels and which
//! evidence there was, of which day. The texts of evidence are not repeated, nor what is entered for requirements: the
//! assessment has them. [`Differences`] compares two snapshots, [`series()`] counts the ratings of many. [`Migration`]
//! says what a new version of the ladder makes of the answers; nothing is dropped, and nothing has to be decided at
//! once.
//!
//! Snapshots are bounded: at most [`History::MOST`] of a ladder, and whoever takes one is told which older ones went.

mod differences;
mod form;
mod keep;
mod migration;
mod series;
mod snapshot;
mod version_state;

pub use differences::{Difference, Differences, Move};
pub use keep::{History, Thinned, put, take, take_unless_same};
pub use migration::{Migration, Reworded};
pub use series::{Series, series};
pub use snapshot::{Figured, Reason, Said, Snapshot};
pub use version_state::{ANSWERED, Answered, VersionState, accept, note, put_off, secure, version_state};
