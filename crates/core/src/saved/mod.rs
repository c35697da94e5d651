//! What is saved in the browser, as text: keys, envelopes, settings and backup files.
//!
//! Nothing here touches a browser. A value that cannot be read is never taken for an empty one: each
//! reading says whether the text was ours, ours in part, older, newer or unreadable.

mod assessment;
mod backup;
mod book;
mod deletion;
mod envelope;
mod key;
mod settings;
mod size;

pub use assessment::{ReadBack, read_back, read_back_book};
pub use backup::{Backup, BackupError, LARGEST_BACKUP, LeftOut, Reason, backup_name, write_backup};
pub use deletion::Deletion;
pub use envelope::{Envelope, Reading, Sealed, Stored, Unreadable};
pub use key::{Key, PREFIX, What};
pub use settings::{Dated, Settings};
pub use size::Size;
