//! Assessments: the laws of merging, the stored form, and readings against a ladder.

#[path = "../blank/mod.rs"]
mod blank;

mod entered;
mod fingerprint;
mod fixture;
mod form;
mod merge;
mod reading;
