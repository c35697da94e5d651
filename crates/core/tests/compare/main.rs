//! The comparison engine, feature by feature; ladders are built in the tests, none is bundled.

#[path = "../blank/mod.rs"]
mod blank;

mod across;
mod ladders;
mod laws;
mod markdown;
mod matching;
mod summary;
mod words;
