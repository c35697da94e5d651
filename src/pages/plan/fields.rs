//! The fields of an item. What is typed is saved at once.

use std::rc::Rc;

use rungs_core::date::Month;
use rungs_core::plan::Item;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::board::{Board, action_field, edit_button, use_board};
use super::tools::month_options;
use crate::components::fields::{LongField, NoteField};
use crate::components::focus::focus_when_drawn;

/// The fields of an item.
#[component]
pub fn ItemFields(id: EntryId) -> impl IntoNode {
    let board = use_board();
    let id = StoredValue::new(id);
    let done = move || {
        board.open(None);
        let is_dropped = id.with_value(|id| board.drop_if_blank(id));
        if !is_dropped {
            focus_when_drawn(id.with_value(edit_button));
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let is_sent = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if is_sent || event.key() == "Escape" {
            event.stop_propagation();
            done();
        }
    };
    view! {
        <div class="plan-fields stack" role="group" aria-label="An item of the plan" on:keydown=on_key>
            {about(board, id)}
            <LongField
                id=id.with_value(action_field)
                label="What I will do"
                lines=2
                kept=text(board, id, |item| &item.action)
                enter=typed(board, id, |item, text| item.action = text)
            />
            <MonthField id />
            <LongField
                id=id.with_value(|id| format!("sign-{}", id.as_str()))
                label="How I will know that it is done"
                lines=2
                kept=text(board, id, |item| &item.sign)
                enter=typed(board, id, |item, text| item.sign = text)
            />
            <NoteField
                id=id.with_value(|id| format!("agreed-{}", id.as_str()))
                label="Agreed with whom, and when"
                kept=text(board, id, |item| &item.agreed)
                enter=typed(board, id, |item, text| item.agreed = text)
            />
            <div class="row">
                <button type="button" on:click=move |_| done()>"Close"</button>
                <button type="button" class="is-quiet" on:click=move |_| id.with_value(|id| board.remove(id))>
                    "Delete"
                </button>
                <span class="needs-script small soft">"Saved as you type."</span>
            </div>
        </div>
    }
}

fn about(board: Board, id: StoredValue<EntryId>) -> Option<impl IntoNode> {
    let item = untrack(|| id.with_value(|id| board.item(id)))?;
    let statement = item.about?.wording.text;
    let lang = board.with_ladder(|ladder| ladder.lang.clone());
    Some(view! { <p class="small soft" lang=lang dir="auto">{statement}</p> })
}

fn text(board: Board, id: StoredValue<EntryId>, of: fn(&Item) -> &String) -> Memo<String> {
    Memo::new(move |_| id.with_value(|id| board.item(id)).map(|item| of(&item).clone()).unwrap_or_default())
}

fn typed(board: Board, id: StoredValue<EntryId>, set: fn(&mut Item, String)) -> Rc<dyn Fn(String)> {
    Rc::new(move |text| id.with_value(|id| board.change(id, |item| set(item, text))))
}

/// By which month. The item moves there at once, and the focus with it.
#[component]
fn MonthField(id: StoredValue<EntryId>) -> impl IntoNode {
    let board = use_board();
    let month = Memo::new(move |_| id.with_value(|id| board.item(id)).map(|item| item.month));
    let pick = move |event| {
        if let Some(month) = Month::parse(&event_target_value(&event)) {
            let field = field(id);
            id.with_value(|id| board.move_to(id, month, usize::MAX));
            focus_when_drawn(field);
        }
    };
    let months = move || {
        let mut months = board.with_plan(|plan| plan.months());
        months.extend(months.last().copied().into_iter().flat_map(|last| (1..=6).map(move |more| last.plus(more))));
        month_options(months)
    };
    view! {
        <div class="field">
            <label for=field(id)>"By the end of"</label>
            <select
                id=field(id)
                prop:value=move || month.get().map(|month| month.to_string()).unwrap_or_default()
                on:change=pick
            >
                {months}
            </select>
        </div>
    }
}

fn field(id: StoredValue<EntryId>) -> String {
    id.with_value(|id| format!("month-of-{}", id.as_str()))
}
