//! Plans: their stored form, moving items, what could be planned, what is exported.

#[path = "../blank/mod.rs"]
mod blank;
mod fixture;
mod form;
mod moving;
mod options;
mod written;
