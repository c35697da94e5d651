//! History: earlier states of the answers, and versions of the ladder.

use std::sync::Arc;

use rungs_core::ladder::Ladder;
use rungs_view::prelude::*;

use crate::components::ladder_nav::LadderHead;
use crate::state::set_title;

/// History: earlier states of the answers, and versions of the ladder.
#[component]
pub fn HistoryPage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&format!("History: {}", ladder.name));
    view! { <LadderHead ladder=ladder.clone() question="What has changed?" /> }
}
