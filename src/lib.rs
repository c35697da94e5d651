//! Rungs: a career-ladder explorer that runs wholly in the browser.
//!
//! The house, from the top floor down; imports run downward only.
//!
//! | floor | what is there |
//! |---|---|
//! | `main` | starts the app, nothing else |
//! | `app`, `parts` | providers, the frame of every page, the page switch; where the program is cut into files |
//! | `pages` | one a page: reads state, arranges components |
//! | `state`, `components` | the app's signals, made of plain domain values; view pieces of more than one page |
//! | `store` | the only code that touches localStorage |
//! | `catalogue` and `rungs_core::{compare, assessment, search, route, map}` | the bundled ladders, and what is worked out of them; pure |
//! | `rungs_core::ladder` | what a ladder is; pure |
//!
//! Without the feature `web` only the pure floors are here, which is what native tests build. With it the native build
//! prints the pages as HTML (`print`).

/// Whether pages are printed as HTML, by a native program, rather than shown in a browser: then there is no document, no
/// storage, no clock and nothing that happens later.
pub(crate) const IS_PRINTING: bool = !cfg!(target_arch = "wasm32");

pub mod catalogue;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
mod components;
#[cfg(feature = "web")]
mod pages;
#[cfg(feature = "web")]
mod parts;
#[cfg(all(feature = "web", not(target_arch = "wasm32")))]
pub mod print;
#[cfg(feature = "web")]
mod state;
#[cfg(feature = "web")]
pub mod store;
