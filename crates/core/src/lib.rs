//! The pure core of Rungs: what a ladder is, what changes between levels, what a person answered,
//! what a link says. It knows no browser and no view, so that all of it is tested natively.
//!
//! | module | what it is |
//! |---|---|
//! | [`assessment`] | answers and evidence: merging them, reading them against a ladder |
//! | [`case`] | the case for a promotion: requirements held against what was entered |
//! | [`ladder`] | ladders: ids, the model, and (feature `compile`) the compiler from TOML |
//! | [`check_in`] | two people's ratings of the same expectations, from files |
//! | [`compare`] | levels in, changes out |
//! | [`date`] | calendar dates, as people write them down |
//! | [`files`] | a catalogue as files of the site |
//! | [`growth`] | the growth worksheet: impact, opportunity, and what they come to |
//! | [`history`] | what was answered at earlier moments, and answers carried over to a new version of a ladder |
//! | [`ics`] | calendar files |
//! | [`journal`] | the journal of wins, and what they show |
//! | [`link`] | addresses that are safe to open |
//! | [`saved`] | what is kept in the browser, as text: keys, envelopes, settings, backup files |
//! | `markdown` | lines of Markdown, with texts escaped |
//! | [`map`] | the map of a ladder, laid out |
//! | [`nearest`] | "did you mean": the names most like a mistyped one |
//! | [`plan`] | what the user will do by when, for which expectation |
//! | [`record`] | entries that two tabs can change apart from each other, their stored form, books of them |
//! | [`route`] | every address of the site, printed and read |
//! | [`search`] | search across all ladders |

pub mod assessment;
pub mod case;
pub mod check_in;
pub mod compare;
pub mod date;
pub mod files;
pub mod growth;
pub mod history;
pub mod ics;
pub mod journal;
pub mod ladder;
pub mod link;
pub mod map;
mod markdown;
pub mod nearest;
pub mod plan;
pub mod record;
pub mod route;
pub mod saved;
pub mod search;
