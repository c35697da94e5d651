//! The plan: what to work on, by when, and how one will know.

use std::sync::Arc;

use rungs_core::ladder::Ladder;
use rungs_view::prelude::*;

use crate::components::ladder_nav::LadderHead;
use crate::state::set_title;

/// The plan: what to work on, by when, and how one will know.
#[component]
pub fn PlanPage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&format!("Plan: {}", ladder.name));
    view! { <LadderHead ladder=ladder.clone() question="What do I work on next?" /> }
}
