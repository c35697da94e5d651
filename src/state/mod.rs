//! The app's signals, made of plain domain values, behind contexts.

mod announcer;
mod document;
mod history;
mod navigation;
mod page;
mod parts;
mod saved;

use std::sync::Arc;

use rungs_core::ladder::Index;
use rungs_view::prelude::*;

use crate::catalogue;

pub use announcer::{Announcer, LiveRegion};
#[cfg(not(target_arch = "wasm32"))]
pub use document::printed;
pub use document::{AWAKE, STARTED, base, has_page, origin, set_title, show_page, site_name, tell};
pub use history::address;
pub use navigation::{Navigator, open as open_link, use_shown, use_view};
pub use page::{Column, Opened, Page, Shown, open as open_page};
pub use parts::{
    ANSWERS, AnswerViews, Answers, GROWING, GrowingViews, Missing, Part, READING, ReadingViews, of_answers,
    standing_until_answers,
};
pub use saved::provide as provide_saved;
pub use saved::{
    Before, Overview, SaveStatus, Saved, SavedAssessment, SavedBook, Snapshots, preview, preview_book, use_assessment,
    use_book, use_saved,
};

/// What every view can count on, in one context: each further type costs the page as much as all of them.
#[derive(Clone)]
struct Everywhere {
    navigator: Navigator,
    announcer: Announcer,
}

/// Provides what every page can count on.
pub fn provide(navigator: Navigator) {
    provide_context(Everywhere { navigator, announcer: Announcer::new() });
}

fn everywhere() -> Everywhere {
    expect_context()
}

/// The catalogue's index, for pages: whatever opened them has loaded it.
pub fn use_index() -> Arc<Index> {
    catalogue::held().unwrap_or_else(|| unreachable!("a page is opened by its index"))
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
