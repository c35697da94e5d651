//! Moving something in a list that the user orders.

/// One place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Toward the first.
    Up,
    /// Toward the last.
    Down,
}
