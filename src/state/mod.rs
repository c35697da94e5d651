//! The app's signals, made of plain domain values, each behind a context of its own type.

mod announcer;
mod document;
mod history;
mod navigation;
mod parts;
mod saved;

use std::sync::Arc;

use rungs_core::ladder::Index;
use rungs_view::prelude::*;

pub use announcer::{Announcer, LiveRegion, use_announcer};
pub use document::{base, set_title, wear_accent};
pub use navigation::{Column, Navigator, Opened, Page, Shown, use_navigator, use_shown, use_view};
pub use parts::{ANSWERS, AnswerViews, Missing, Part, READING, ReadingViews, of_answers, use_answers};
pub use saved::provide as provide_saved;
pub use saved::{Before, Overview, SaveStatus, SavedAssessment, preview, use_assessment, use_saved};

/// The catalogue's index, for every page.
#[derive(Clone)]
struct IndexContext(Arc<Index>);

/// Provides what every page can count on.
pub fn provide(index: Arc<Index>, navigator: Navigator) {
    provide_context(IndexContext(index));
    provide_context(navigator);
    announcer::provide();
    provide_context(navigator.answers());
}

/// The catalogue's index.
pub fn use_index() -> Arc<Index> {
    expect_context::<IndexContext>().0
}
