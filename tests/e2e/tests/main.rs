//! End-to-end tests: the built site, served as GitHub Pages serves it, in a real browser. One module a feature.
//!
//! `scripts/test.sh e2e` builds the sites and names them in `RUNGS_SITES`; the tests of [`published`] visit the site of
//! `ladders/`, whatever stands there, those of [`growth`] sites of generated ladders, all others the site of the test
//! ladders.

mod harness;

mod access;
mod answers;
mod assess;
mod base_path;
mod books;
mod case;
mod check_in;
mod compare;
mod data;
mod format;
mod framed;
mod growth;
mod history;
mod journal;
mod kept;
mod keyboard;
mod ladders;
mod large;
mod level;
mod links;
mod moved;
mod offline;
mod pages;
mod paper;
mod parts;
mod plan;
mod printed;
mod privacy;
mod published;
mod requirements;
mod search;
mod share;
mod start;
mod storage_faults;
mod updates;
mod waking;
mod worksheet;
