//! The case: the document for a review by peers.

use std::sync::Arc;

use rungs_core::ladder::Ladder;
use rungs_view::prelude::*;

use crate::components::ladder_nav::LadderHead;
use crate::state::set_title;

/// The case: the document for a review by peers.
#[component]
pub fn CasePage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&format!("Case: {}", ladder.name));
    view! { <LadderHead ladder=ladder.clone() question="What is my case?" /> }
}
