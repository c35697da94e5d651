//! Self-assessment: where one stands on a ladder, and what to look at next.
//!
//! Everything is saved as it is entered. A click on a rating touches its own row; what is counted
//! follows in memos.

mod bar;
mod career;
mod choice;
mod competencies;
mod desk;
mod expectation;
mod figure;
mod levels;
mod overview;
mod progress;
mod requirements;
mod retired;
mod retired_entries;
mod shelf;
mod stint;
mod work;

use std::sync::Arc;

use rungs_core::ladder::Ladder;
use rungs_view::prelude::*;

pub use choice::AssessChoicePage;

use crate::components::ladder_nav::LadderHead;
use crate::components::new_version::NewVersion;
use crate::state::set_title;
use competencies::Competencies;
use desk::{Desk, use_desk, with_sheet};
use levels::Levels;
use overview::Overview;
use progress::Progress;
use requirements::Requirements;
use retired::RetiredAnswers;
use work::Work;

/// The self-assessment against a ladder.
#[component]
pub fn AssessPage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&format!("Assess yourself: {}", ladder.name));
    let head = ladder.clone();
    provide_context(Desk::new(ladder));
    let (sheet, archive) = (use_desk().sheet(), use_desk().archive());
    let asked = Memo::new(move |_| with_sheet(sheet, |sheet| !sheet.questions.is_empty()));
    let target = move || with_sheet(sheet, |sheet| sheet.target.clone());
    view! {
        <LadderHead ladder=head question="Where do I stand?" />
        <NewVersion archive />
        <Levels />
        <Show when=move || asked.get() == Some(false)>
            <p class="assess-empty">{target} " expects nothing that can be rated."</p>
        </Show>
        <Show when=move || asked.get() == Some(true)>
            <Progress />
            <div class="assess-desk">
                <Competencies />
                <Work />
            </div>
        </Show>
        <Requirements />
        <Show when=move || asked.get() == Some(true)>
            <Overview />
        </Show>
        <RetiredAnswers />
    }
    .into_node()
}
