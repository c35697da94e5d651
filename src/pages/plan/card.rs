//! One item of the plan.

use rungs_core::plan::{Item, Subject, subject};
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::board::{Board, Open, edit_button, finish_button, use_board};
use super::drag::Grip;
use super::fields::ItemFields;
use super::finished::Outcome;
use super::moving::Moving;
use crate::store::today;

/// An item, or its fields while they are open.
#[component]
pub fn Card(id: EntryId, can_drag: bool) -> impl IntoNode {
    let board = use_board();
    let edited = board.is_open(Open::Fields(id.clone()));
    let (of, dragged) = (id.clone(), id.clone());
    let item = Memo::new(move |_| board.item(&of));
    let is_done = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(|item| item.done.is_some())));
    let is_dragged = Memo::new(move |_| board.drag().is_of(&dragged));
    let id = StoredValue::new(id);
    view! {
        <li
            class="plan-item"
            class:is-done=is_done
            class:is-dragged=is_dragged
            data-item=id.with_value(|id| id.as_str().to_owned())
        >
            {move || {
                let id = id.get_value();
                if edited.get() { view! { <ItemFields id /> } } else { view! { <Told id item can_drag /> } }
            }}
        </li>
    }
}

/// What it says, and what can be done with it.
#[component]
fn Told(id: EntryId, item: Memo<Option<Item>>, can_drag: bool) -> impl IntoNode {
    let board = use_board();
    let is_done = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(|item| item.done.is_some())));
    let of = StoredValue::new(id.clone());
    view! {
        {can_drag.then(|| view! { <Grip id=id.clone() /> })}
        {move || item.get().map(|item| texts(board, &item))}
        <Show when=move || is_done.get()>
            <Outcome id=of.get_value() />
        </Show>
        <Buttons id=id.clone() item is_done />
    }
}

fn texts(board: Board, item: &Item) -> Node {
    let line = |name: &'static str, text: &str| {
        let text = text.trim().to_owned();
        let is_said = !text.is_empty();
        is_said.then(|| view! { <p class="small plan-words" dir="auto"><span class="soft">{name}</span>{text}</p> })
    };
    let action = item.action.trim().to_owned();
    let action = if action.is_empty() { item.title().to_owned() } else { action };
    let is_said = !item.action.trim().is_empty();
    view! {
        <p class="plan-action plan-words" dir="auto">{action}</p>
        <p class="small plan-month-name soft">{item.month.long()}</p>
        {about(board, item, is_said)}
        {line("How I will know: ", &item.sign)}
        {line("Agreed: ", &item.agreed)}
        {late(item)}
    }
}

/// The expectation, and what became of it since it was picked.
fn about(board: Board, item: &Item, is_titled: bool) -> Node {
    board.with_ladder(|ladder| {
        let lang = ladder.lang.clone();
        let statement = |text: &str| view! { <p class="small soft" lang=lang.clone() dir="auto">{text.to_owned()}</p> };
        match subject(ladder, item) {
            Subject::None => Node::Empty,
            Subject::Same(expectation) => is_titled.then(|| statement(&expectation.text)).into_node(),
            Subject::Reworded { today, then } => view! {
                {statement(&today.text)}
                <p class="small stands-out">"Reworded since you picked it. It said: " {then.text.clone()}</p>
            },
            Subject::Retired(then) => view! {
                {is_titled.then(|| statement(&then.text))}
                <p class="small stands-out">"The ladder no longer has this expectation."</p>
            },
        }
    })
}

fn late(item: &Item) -> Option<impl IntoNode + use<>> {
    let said = format!("{} is over, and this is not finished.", item.month.long());
    item.is_late(today()).then(|| view! { <p class="small stands-out">{said}</p> })
}

#[component]
fn Buttons(id: EntryId, item: Memo<Option<Item>>, is_done: Memo<bool>) -> impl IntoNode {
    let board = use_board();
    let of = StoredValue::new(id.clone());
    let title = move || item.with(|item| item.as_ref().map(|item| item.title().to_owned()).unwrap_or_default());
    let ended = move || {
        let id = of.get_value();
        if is_done.get() {
            view! {
                <button
                    type="button"
                    class="is-quiet small"
                    aria-label=move || format!("Not finished after all: {}", title())
                    on:click=move |_| board.reopen(&id)
                >
                    "Not finished"
                </button>
            }
        } else {
            let button = finish_button(&id);
            view! {
                <button
                    type="button"
                    class="small"
                    id=button
                    aria-label=move || format!("Finish: {}", title())
                    on:click=move |_| board.finish(&id)
                >
                    "Finish"
                </button>
            }
        }
    };
    let edit = move |_| board.open(Some(Open::Fields(of.get_value())));
    view! {
        <div class="row no-print">
            {ended}
            <button
                type="button"
                class="is-quiet small"
                id=edit_button(&id)
                aria-label=move || format!("Edit: {}", title())
                on:click=edit
            >
                "Edit"
            </button>
            <Moving id />
        </div>
    }
}
