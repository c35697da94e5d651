//! The note of when everything was deleted: the only value that outlives a deletion.

use serde::{Deserialize, Serialize};

use super::envelope::Stored;

/// When the user last deleted everything, in milliseconds since 1970; 0 means never.
///
/// A tab that was asleep at that moment finds it when it wakes, and forgets too instead of writing back
/// what it still remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Deletion(pub u64);

impl Stored for Deletion {
    const FORMAT: &'static str = "deleted";
    const VERSION: u32 = 1;

    fn merged(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    fn forget_until(&mut self, _: u64) {}

    fn is_void(&self, _: u64) -> bool {
        self.0 == 0
    }
}
