//! The app's signals, made of plain domain values, behind contexts.

mod announcer;
mod document;
mod history;
mod navigation;
mod parts;
mod saved;

use std::sync::Arc;

use rungs_core::ladder::Index;
use rungs_view::prelude::*;

pub use announcer::{Announcer, LiveRegion};
pub use document::{base, set_title, wear_accent};
pub use navigation::{Column, Navigator, Opened, Page, Shown, use_shown, use_view};
pub use parts::{ANSWERS, AnswerViews, Answers, Missing, Part, READING, ReadingViews, of_answers};
pub use saved::provide as provide_saved;
pub use saved::{Before, Overview, SaveStatus, SavedAssessment, preview, use_assessment, use_saved};

/// What every view can count on, in one context: each further type costs the page as much as all of them.
#[derive(Clone)]
struct Everywhere {
    index: Arc<Index>,
    navigator: Navigator,
    announcer: Announcer,
}

/// Provides what every page can count on.
pub fn provide(index: Arc<Index>, navigator: Navigator) {
    provide_context(Everywhere { index, navigator, announcer: Announcer::new() });
}

fn everywhere() -> Everywhere {
    expect_context()
}

/// The catalogue's index.
pub fn use_index() -> Arc<Index> {
    everywhere().index
}

/// The navigator of this app.
pub fn use_navigator() -> Navigator {
    everywhere().navigator
}

/// What is known of answers.
pub fn use_answers() -> Answers {
    use_navigator().answers()
}

/// The announcer of this app.
pub fn use_announcer() -> Announcer {
    everywhere().announcer
}
