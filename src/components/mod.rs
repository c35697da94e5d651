//! View pieces used by more than one page.

pub mod frame;
pub mod link_problems;
pub mod map;
