//! The case: the document for a review by peers, and what goes into it.
//!
//! The document below is the one that is printed and saved: it is made anew whenever something changes that it is made of.

mod choices;
mod desk;
mod editor;
mod left_out;
mod paper;
mod portfolio;
mod save;
mod shows;

use std::sync::Arc;

use rungs_core::assessment::Assessment;
use rungs_core::case::target_problem;
use rungs_core::ladder::Ladder;
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::archive::Archive;
use crate::components::ladder_nav::LadderHead;
use crate::components::new_version::NewVersion;
use crate::components::unread::UnreadNote;
use crate::state::{set_title, use_navigator};
use crate::store::today;
use choices::Choices;
use desk::{CaseDesk, use_case};
use left_out::LeftOut;
use paper::Paper;
use portfolio::Portfolio;
use save::SaveBar;

/// The case: the document for a review by peers.
#[component]
pub fn CasePage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&format!("Case: {}", ladder.name));
    provide_context(CaseDesk::new(ladder.clone()));
    let desk = use_case();
    let has_target = Memo::new(move |_| desk.with_target(|_| ()).is_some());
    view! {
        <div class="no-print">
            <LadderHead ladder=ladder.clone() question="What is my case?" />
            <NewVersion archive=Archive::new(ladder) />
        </div>
        <Notices />
        <Show when=move || has_target.get()>
            <div class="case-desk">
                <div class="case-choices no-print">
                    <Choices />
                    <LeftOut />
                    <Portfolio />
                </div>
                <div>
                    <SaveBar />
                    <Paper />
                </div>
            </div>
        </Show>
    }
    .into_node()
}

/// What stands in the way of a document, or in it, and what is kept without being understood.
#[component]
fn Notices() -> impl IntoNode {
    let desk = use_case();
    let target = Memo::new(move |_| desk.with_ladder(|ladder| desk.with_saved(|saved| doubt(ladder, saved))));
    let is_blank =
        Memo::new(move |_| target.with(Option::is_none) && desk.with_saved(|saved| saved.answers().next().is_none()));
    let unread = Memo::new(move |_| desk.folder().with(|folder| folder.unread));
    let ladder = desk.with_ladder(|ladder| ladder.id.clone());
    let assess = use_navigator().href(&Route::Assess(ladder).into());
    let notice = move |said: String| {
        let assess = assess.clone();
        view! { <p class="notice page-note no-print">{said} " " <a href=assess>"Go to the assessment"</a></p> }
    };
    let about_answers = move || {
        let none = is_blank.get().then(|| "Nothing is rated yet, so the case has nothing to show.".to_owned());
        target.get().or(none).map(&notice)
    };
    view! {
        {about_answers}
        <UnreadNote unread />
    }
}

/// What is doubtful about the target, as a sentence.
fn doubt(ladder: &Ladder, saved: &Assessment) -> Option<String> {
    // Without a target there is no day to ask for either: so it is where pages are printed.
    if saved.target().is_none() {
        return Some("Choose the level that you work toward first: the case is made for it.".to_owned());
    }
    target_problem(ladder, saved, today()).map(|problem| problem.to_string())
}
