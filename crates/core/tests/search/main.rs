//! Search: what a query finds, in which order, and what of it is highlighted.

mod found;
mod laws;
mod shelf;
