//! Two people's views of the same expectations, from files and without a server.
//!
//! Someone saves a [`CheckIn`] of an assessment and gives it to a colleague, such as a manager. In the colleague's
//! browser it is kept with what is said of it there ([`Talk`]): the same expectations are rated, and only then both sets
//! stand side by side ([`SideBySide`]), agreements and differences, never averaged. What the two agree to do goes back in a file of
//! its own ([`Agreed`]).
//!
//! A file is read with an account ([`Remark`]): what it holds beyond its form is left out and named, and what does not
//! fit the ladder here is told ([`Mismatch`]).

mod action;
mod agenda;
mod colleague;
mod content;
mod file;
mod form;
mod own;
mod remark;
mod row;
mod side_by_side;

pub use action::{Action, Agreed, InPlan};
pub use agenda::agenda;
pub use colleague::{Talk, delete, keep, kept, lay_side_by_side, put_action, rate, set_note, title_of};
pub use content::{CheckIn, LadderName, LevelName, Line, Piece, With};
pub use file::{File, FileError, LARGEST_FILE, Opened, Unfit, file_name, open};
pub use own::{note_saved, saved_here};
pub use remark::{Named, Remark};
pub use row::{Mismatch, Row, Today, agreed_mismatches, mismatches, rows};
pub use side_by_side::{Apart, Pair, SideBySide};
