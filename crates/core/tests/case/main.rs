//! The case for a promotion: each kind of requirement as a table of cases, and the laws of evaluation.

#[path = "../blank/mod.rs"]
mod blank;

mod alternatives;
mod career;
mod fixture;
mod laws;
mod mastery;
mod others;
mod summary;
mod target;
mod time;
mod word;
