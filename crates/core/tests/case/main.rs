//! The case for a promotion: each kind of requirement as a table of cases, the laws of evaluation, and the document.

#[path = "../blank/mod.rs"]
mod blank;

mod alternatives;
mod career;
mod document;
mod fixture;
mod folder;
mod laws;
mod mastery;
mod others;
mod summary;
mod target;
mod time;
mod word;
mod writers;
