//! Where evidence stands.

use rungs_core::assessment::{Evidence, EvidenceId, Wording};
use rungs_core::date::Date;

use crate::store::today;

/// Where single pieces are read and saved.
pub trait Drawer: Send + Sync {
    /// A piece as it is saved, and its changes.
    fn piece(&self, id: &EvidenceId) -> Option<Evidence>;

    /// Puts a piece there, or takes it away.
    fn set(&self, id: &EvidenceId, piece: Option<Evidence>);

    /// What a new piece is evidence of.
    fn wording(&self) -> Wording;

    /// The day of a new piece.
    fn day(&self) -> Date {
        today()
    }

    /// Takes the day of a piece that says nothing, and so is not put there.
    fn set_day(&self, _day: Date) {}
}

/// Where all evidence for one thing is read and saved.
pub trait Shelf: Drawer {
    /// All pieces, the latest day first, and their changes.
    fn pieces(&self) -> Vec<EvidenceId>;

    /// The id of the button that adds to it; no other element of the page has it.
    fn add_button(&self) -> String;

    /// What is said of a piece whose day is yet to come.
    fn of_future(&self) -> &'static str;
}
