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
mod focus;
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
use rungs_core::route::Route;
use rungs_view::prelude::*;

pub use choice::AssessChoicePage;

use crate::state::{set_title, use_navigator};
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
    let about = use_navigator().href(&Route::Ladder(ladder.id.clone()).into());
    let name = ladder.name.clone();
    provide_context(Desk::new(ladder));
    let sheet = use_desk().sheet();
    let asked = Memo::new(move |_| with_sheet(sheet, |sheet| !sheet.questions.is_empty()));
    let target = move || with_sheet(sheet, |sheet| sheet.target.clone());
    view! {
        <header class="page-head">
            <p class="eyebrow">
                <a href=about>{name}</a>
            </p>
            <h1 tabindex="-1">"Where do I stand?"</h1>
        </header>
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
