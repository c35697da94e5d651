//! The history of a ladder's answers: snapshots and their number, differences, counts over time, new versions.

#[path = "../blank/mod.rs"]
mod blank;

mod differences;
mod fixture;
mod form;
mod kept;
mod laws;
mod migration;
mod over_time;
mod version_state;
