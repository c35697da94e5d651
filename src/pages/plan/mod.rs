//! The plan: what to work on, by when, and how one will know.

mod board;
mod card;
mod drag;
mod fields;
mod finished;
mod months;
mod moving;
mod options;
mod tools;

use std::sync::Arc;

use rungs_core::ladder::Ladder;
use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::archive::Archive;
use crate::components::bin::Undo;
use crate::components::ladder_nav::LadderHead;
use crate::components::new_version::NewVersion;
use crate::components::unread::UnreadNote;
use crate::state::{set_title, use_navigator};
use board::{Board, use_board};
use months::{ListView, MonthView};
use options::OptionList;
use tools::{Layout, Tools};

/// The plan: what to work on, by when, and how one will know.
#[component]
pub fn PlanPage(ladder: Arc<Ladder>) -> impl IntoNode {
    set_title(&format!("Plan: {}", ladder.name));
    provide_context(Board::new(ladder.clone()));
    let board = use_board();
    let has_target = Memo::new(move |_| board.has_target());
    let is_begun = Memo::new(move |_| has_target.get() || board.with_plan(|plan| !plan.items.is_empty()));
    view! {
        <LadderHead ladder=ladder.clone() question="What do I work on next?" />
        <NewVersion archive=Archive::new(ladder.clone()) />
        <Show when=move || !has_target.get()>
            <NoTarget ladder=ladder.clone() />
        </Show>
        <Show when=move || has_target.get()>
            <OptionList />
        </Show>
        <Show when=move || is_begun.get()>
            <ThePlan />
        </Show>
    }
}

/// Without a target that the ladder has there is nothing to choose from.
#[component]
fn NoTarget(ladder: Arc<Ladder>) -> impl IntoNode {
    let board = use_board();
    let href = use_navigator().href(&Route::Assess(ladder.id.clone()).into());
    let gone =
        move || board.gone_target().map(|id| format!("The level you chose, {id}, is no longer in this ladder. "));
    view! {
        <p class="plan-empty">
            {gone}
            "Choose the level that you work toward "
            <a href=href>"in the assessment"</a>
            ". What it expects can then be planned here, month by month, beginning with what you do not show yet."
        </p>
    }
}

/// What is planned, by month or in one list.
#[component]
fn ThePlan() -> impl IntoNode {
    let board = use_board();
    let layout = RwSignal::new(Layout::Months);
    let unread = Memo::new(move |_| board.with_plan(|plan| plan.unread));
    view! {
        <section class="page-part" aria-labelledby="plan-heading">
            <Tools layout />
            <Undo bin=board.bin() />
            {move || match layout.get() {
                Layout::Months => view! { <MonthView /> },
                Layout::List => view! { <ListView /> },
            }}
            <UnreadNote unread />
        </section>
    }
}
