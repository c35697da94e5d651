//! Two people's ratings of the same expectations: the files, bad ones too, and what stands side by side.

#[path = "../blank/mod.rs"]
mod blank;

mod agenda;
mod agreed;
mod bad_input;
mod colleague;
mod content;
mod file;
mod fixture;
mod rows;
mod side_by_side;
