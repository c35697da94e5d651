//! Search: what a query finds, in which order, and what of it is highlighted.

#[path = "../blank/mod.rs"]
mod blank;

mod found;
mod laws;
mod shelf;
