//! The plan by month, and as one list.

use rungs_core::date::Month;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::board::{Board, use_board};
use super::card::Card;

/// Month beside month; between them items can be dragged.
#[component]
pub fn MonthView() -> impl IntoNode {
    let board = use_board();
    let months = Memo::new(move |_| board.with_plan(|plan| plan.months()));
    view! {
        <div class="plan-months">
            <For each=move || months.get() key=Month::to_string let:month>
                <MonthColumn month />
            </For>
        </div>
        <AddButton />
    }
}

#[component]
fn MonthColumn(month: Month) -> impl IntoNode {
    let board = use_board();
    let ids = Memo::new(move |_| board.with_plan(|plan| plan.in_month(month).map(|(id, _)| id.clone()).collect()));
    let is_over = Memo::new(move |_| board.drag().is_over(month));
    let heading = format!("month-{month}");
    view! {
        <section
            class="plan-month"
            class:is-over=is_over
            data-month=month.to_string()
            aria-labelledby=heading.clone()
        >
            <h3 id=heading>{month.long()}</h3>
            <Cards ids can_drag=true />
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="small soft">"Nothing planned"</p>
            </Show>
        </section>
    }
}

/// All items in one list, in the order of their months.
#[component]
pub fn ListView() -> impl IntoNode {
    let board = use_board();
    let ids = Memo::new(move |_| all(board));
    view! {
        <div class="plan-list"><Cards ids can_drag=false /></div>
        <AddButton />
    }
}

fn all(board: Board) -> Vec<EntryId> {
    board.with_plan(|plan| plan.items.iter().map(|(id, _)| id.clone()).collect())
}

/// The items, which can be dragged where there are months to drop them on.
#[component]
fn Cards(ids: Memo<Vec<EntryId>>, can_drag: bool) -> impl IntoNode {
    view! {
        <ul class="link-list">
            <For each=move || ids.get() key=|id| id.as_str().to_owned() let:id>
                <Card id can_drag />
            </For>
        </ul>
    }
}

/// Plans something that is about no expectation.
#[component]
fn AddButton() -> impl IntoNode {
    let board = use_board();
    view! {
        <p class="no-print">
            <button type="button" on:click=move |_| board.add(None)>"Add something else"</button>
        </p>
    }
}
