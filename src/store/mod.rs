//! What the browser keeps: the only code that touches localStorage, the clock, chance and files.
//!
//! A stored value is never overwritten unread, a value that cannot be read is never dropped, and no key
//! that is not ours is written or removed. Signals live above, in `state`.

mod clock;
mod file;
mod local;
mod persist;
mod vault;

pub use clock::{day_of, moment_in_words, now, random_id, today};
pub use file::{FileError, offer_download, read_text};
pub use local::{Refusal, holds_anything, is_ours};
pub use persist::{Persistence, ask_to_persist, persistence};
pub use vault::{Elsewhere, Entry, Handling, Loaded, Store};
