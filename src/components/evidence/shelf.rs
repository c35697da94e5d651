//! Where evidence stands.

use rungs_core::assessment::{Evidence, EvidenceId, Wording};

/// Where single pieces are read and saved.
pub trait Drawer: Send + Sync {
    /// A piece as it is saved, and its changes.
    fn piece(&self, id: &EvidenceId) -> Option<Evidence>;

    /// Puts a piece there, or takes it away.
    fn set(&self, id: &EvidenceId, piece: Option<Evidence>);

    /// What a new piece is evidence of.
    fn wording(&self) -> Wording;
}

/// Where all evidence for one thing is read and saved.
pub trait Shelf: Drawer {
    /// All pieces, the latest day first, and their changes.
    fn pieces(&self) -> Vec<EvidenceId>;

    /// The id of the button that adds to it; no other element of the page has it.
    fn add_button(&self) -> String;
}
