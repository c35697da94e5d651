//! How a book is stored.

use super::envelope::Stored;
use crate::record::{Book, Stamp};

impl Stored for Book {
    const FORMAT: &'static str = "entries";
    const VERSION: u32 = 1;

    fn readable_part(data: &str) -> Option<Self> {
        Book::readable_part(serde_json::from_str(data).ok()?).ok()
    }

    fn merged(mut self, other: Self) -> Self {
        self.merge(&other);
        self
    }

    fn forget_until(&mut self, at: u64) {
        if at > 0 {
            Book::forget_until(self, Stamp::from_millis(at));
        }
    }

    fn prune(&mut self, now: u64) {
        Book::prune(self, Stamp::from_millis(now));
    }

    /// Marks of deletion are worth keeping, as with an assessment.
    fn is_void(&self, deleted: u64) -> bool {
        self.is_hollow() && self.latest().millis() <= deleted
    }
}
