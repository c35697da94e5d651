//! What is saved in the browser, as text: keys, envelopes and settings.
//!
//! Nothing here touches a browser. A value that cannot be read is never taken for an empty one: each
//! reading says whether the text was absent, ours, older, newer or unreadable.

mod deletion;
mod envelope;
mod key;
mod settings;
mod size;

pub use deletion::Deletion;
pub use envelope::{Envelope, Reading, Sealed, Stored, Unreadable};
pub use key::{Base, Key, Kind, What};
pub use settings::{Dated, Settings};
pub use size::Size;
