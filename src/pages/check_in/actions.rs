//! What is agreed to be done, for one expectation or for none: entered, changed, deleted and brought back.

use std::rc::Rc;

use rungs_core::check_in::{Action, put_action};
use rungs_core::date::Month;
use rungs_core::plan::About;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::desk::{Desk, use_desk};
use crate::components::bin::{Bin, Undo};
use crate::components::fields::{LongField, NameField};
use crate::components::focus::focus_when_drawn;
use crate::store::{random_id, today};

/// How many months ahead an action can be due.
const AHEAD: u32 = 24;
/// By when it is due unless someone says otherwise, in months from now.
const USUAL: u32 = 3;

fn element(id: &EntryId, part: &str) -> String {
    format!("action-{}-{part}", id.as_str())
}

/// The actions for the expectation at a place, or those for none, and the button that adds one.
#[component]
pub fn Actions(place: Option<usize>) -> impl IntoNode {
    let desk = use_desk();
    let ids = Memo::new(move |_| ids(desk, place));
    let list = place.map_or_else(|| "none".to_owned(), |place| desk.id(place));
    let button = format!("add-action-{list}");
    let bin = Bin::new(&format!("action-{list}"), "actions");
    let add = move |_| {
        // A UUID is an id; there is nothing to add where chance gives none.
        let Ok(id) = EntryId::parse(&random_id()) else { return };
        let action = Action::new(about(desk, place), Month::of(today()).plus(USUAL));
        desk.change(|book, now| put_action(book, &id, Some(&action), now));
        focus_when_drawn(element(&id, "text"));
    };
    view! {
        <ul class="entry-list" aria-label="Agreed actions">
            <For each=move || ids.get() key=|id| id.as_str().to_owned() let:id>
                <ActionFields id bin />
            </For>
        </ul>
        <Undo bin />
        <p class="no-print">
            <button type="button" class="is-quiet small" id=button on:click=add>"Add an agreed action"</button>
        </p>
    }
}

fn ids(desk: Desk, place: Option<usize>) -> Vec<EntryId> {
    let of = |(id, _): &(EntryId, Action)| id.clone();
    match place {
        Some(place) => desk.with_row(place, |talk, row| talk.actions_for(row).map(of).collect()),
        None => desk.talk().with(|talk| {
            let alone = talk.actions.iter().filter(|(_, action)| action.about.is_none());
            alone.map(of).collect()
        }),
    }
}

/// What a new action is for: the expectation as the ladder here words it, or as the file does.
fn about(desk: Desk, place: Option<usize>) -> Option<About> {
    desk.row(place?, |row| {
        let in_file = || About { expectation: row.line.expectation.clone(), wording: row.line.wording.clone() };
        Some(row.here.map_or_else(in_file, About::of))
    })
}

#[component]
fn ActionFields(id: EntryId, bin: Bin) -> impl IntoNode {
    let desk = use_desk();
    let [text_id, month_id, sign_id] = ["text", "month", "sign"].map(|part| element(&id, part));
    let id = StoredValue::new(id);
    let action = Memo::new(move |_| {
        desk.talk().with(|talk| {
            let found = talk.actions.iter().find(|(other, _)| id.with_value(|id| id == other));
            found.map(|(_, action)| action.clone())
        })
    });
    let part = move |read: fn(&Action) -> String| {
        Memo::new(move |_| action.with(|action| action.as_ref().map(read).unwrap_or_default()))
    };
    let (text, sign, month) = (
        part(|action| action.text.clone()),
        part(|action| action.sign.clone()),
        part(|action| action.month.to_string()),
    );
    let change = move |change: &dyn Fn(&mut Action)| {
        let Some(mut action) = action.get_untracked() else { return };
        change(&mut action);
        id.with_value(|id| desk.change(|book, now| put_action(book, id, Some(&action), now)));
    };
    let write = Rc::new(move |text: String| change(&|action| action.text.clone_from(&text)));
    let sign_by = Rc::new(move |text: String| change(&|action| action.sign.clone_from(&text)));
    let pick = move |event| {
        let month = Month::parse(&event_target_value(&event));
        change(&|action| action.month = month.unwrap_or(action.month));
    };
    let delete = move |_| {
        let Some(action) = action.get_untracked() else { return };
        id.with_value(|id| desk.change(|book, now| put_action(book, id, None, now)));
        let id = id.get_value();
        bin.put("The action is deleted.", move || {
            desk.change(|book, now| put_action(book, &id, Some(&action), now));
            focus_when_drawn(element(&id, "text"));
        });
    };
    let named =
        move || action.with(|action| action.as_ref().map(|action| format!("Delete the action: {}", action.text)));
    let option = |month: Month| view! { <option value=month.to_string()>{month.long()}</option> };
    let options = months(action.with_untracked(|action| action.as_ref().map(|action| action.month)));
    let printed = move || action.with(|action| action.as_ref().filter(|action| !action.is_blank()).map(in_words));
    view! {
        <li>
            <div role="group" aria-label="Agreed action" class="stack no-print">
                <LongField id=text_id label="What will be done" lines=2 kept=text enter=write />
                <div class="field-row">
                    <div class="field">
                        <label for=month_id.clone()>"By the end of"</label>
                        <select id=month_id prop:value=month on:change=pick>
                            {options.into_iter().map(option).collect_nodes()}
                        </select>
                    </div>
                    <NameField id=sign_id label="How you will both know" kept=sign enter=sign_by />
                </div>
                <button type="button" class="is-quiet small" aria-label=named on:click=delete>"Delete the action"</button>
            </div>
            <p class="on-paper" dir="auto">{printed}</p>
        </li>
    }
}

/// The months to choose from: those ahead, and the one that is chosen.
fn months(chosen: Option<Month>) -> Vec<Month> {
    let first = Month::of(today());
    let mut months: Vec<Month> = (0..=AHEAD).map(|months| first.plus(months)).collect();
    if let Some(chosen) = chosen.filter(|chosen| !months.contains(chosen)) {
        months.insert(months.partition_point(|month| *month < chosen), chosen);
    }
    months
}

/// The action as it is printed.
fn in_words(action: &Action) -> String {
    let sign = if action.sign.is_empty() { String::new() } else { format!(" We will know by: {}", action.sign) };
    format!("{} (by the end of {}){sign}", action.text, action.month.long())
}
