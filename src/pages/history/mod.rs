//! History: what a new version of the ladder makes of the answers, and snapshots of earlier answers, kept, compared and
//! drawn over time.

mod chart;
mod compare;
mod differences;
mod migration;
mod moment;
mod reworded;
mod snapshots;
mod table;
mod version;

use std::sync::Arc;

use rungs_core::ladder::Ladder;
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::archive::Archive;
use crate::components::ladder_nav::LadderHead;
use crate::state::{set_title, use_navigator};
use chart::OverTime;
use compare::Compare;
use snapshots::Snapshots;
use version::NewVersion;

/// History: earlier states of the answers, and versions of the ladder.
#[component]
pub fn HistoryPage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&format!("History: {}", ladder.name));
    let assess = StoredValue::new(use_navigator().href(&Route::Assess(ladder.id.clone()).into()));
    let archive = Archive::new(ladder.clone());
    let is_blank = Memo::new(move |_| {
        archive.with_answers(rungs_core::assessment::Assessment::is_blank)
            && archive.with_history(|history| history.snapshots.is_empty())
    });
    view! {
        <LadderHead ladder question="What has changed?" />
        <Show when=move || is_blank.get()>
            <p>
                "Nothing is answered on this ladder yet. As soon as something is, snapshots of it can be kept here: "
                <a href=assess.get_value()>"assess yourself"</a>
            </p>
        </Show>
        <Show when=move || !is_blank.get()>
            <NewVersion archive assess />
            <Snapshots archive />
            <Compare archive />
            <OverTime archive assess />
        </Show>
    }
    .into_node()
}
