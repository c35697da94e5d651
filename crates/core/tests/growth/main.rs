//! The growth worksheet: what is entered, what can be seen from it, and what it comes to.

mod conclusion;
mod fixture;
mod laws;
mod markdown;
mod opportunity;
mod worksheet;
