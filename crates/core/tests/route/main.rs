//! Links: what the address of each place is, and what becomes of links that are old or wrong.

#[path = "../blank/mod.rs"]
mod blank;

mod canonical;
mod catalogue;
mod mistakes;
mod parts;
mod settled;
mod shelves;
mod tracks;
