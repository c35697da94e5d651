//! The account of a merge: what it would do, in numbers.

/// What merging something in would do, in numbers of entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Entries that are here not yet.
    pub new: usize,
    /// Entries that would take the place of an older one.
    pub changed: usize,
    /// Entries that are here already.
    pub same: usize,
    /// Entries that are older than what is here, or than its deletion, and would be left out.
    pub older: usize,
    /// Entries here that would be deleted.
    pub deleted: usize,
}
