//! Agreed actions that came back: what they are, and which of them go into one's plan.

use std::collections::BTreeSet;
use std::sync::Arc;

use rungs_core::check_in::{Action, Agreed, saved_here};
use rungs_core::plan;
use rungs_core::record::EntryId;
use rungs_core::route::{Own, Route};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::desk::Said;
use super::open::FIELD;
use super::room::{HEADING, OpenedActions, use_room};
use crate::components::focus::focus_when_drawn;
use crate::state::{SavedBook, use_announcer, use_book, use_navigator};

const UNDO: &str = "undo-taken";

/// The actions of a file, and the plan into which they go.
#[component]
pub fn AgreedActions(opened: Arc<OpenedActions>) -> impl IntoNode {
    let room = use_room();
    let of = &opened.agreed.ladder;
    let heading = format!("Agreed actions of {}", opened.agreed.day.long());
    let body = match &opened.ladder {
        Some(ladder) => {
            let plan = use_book(&What::Plan(ladder.id.clone()));
            view! { <Choose opened=Arc::clone(&opened) plan /> }
        }
        None => view! {
            <p class="notice is-warning">
                {format!("This site does not have the ladder {}, so there is no plan to take these into.", of.name)}
            </p>
            <ul class="entry-list">{opened.agreed.actions.iter().map(|(_, action)| only_shown(action)).collect_nodes()}</ul>
        },
    };
    view! {
        <p>
            <button type="button" class="is-quiet" on:click=move |_| room.leave(FIELD.to_owned())>
                "Back to all check-ins"
            </button>
        </p>
        <div class="stack">
            <h2 id=HEADING tabindex="-1">{heading}</h2>
            <p class="soft">{format!("{} {}", of.name, of.version)}</p>
            <Said said=opened.said.clone() />
            {body}
        </div>
    }
}

/// The choice of actions, all at first that are not in the plan yet.
#[component]
fn Choose(opened: Arc<OpenedActions>, plan: SavedBook) -> impl IntoNode {
    let announcer = use_announcer();
    let agreed = StoredValue::new(Arc::clone(&opened));
    let left_out = RwSignal::new(BTreeSet::<EntryId>::new());
    let taken = RwSignal::new(Vec::<EntryId>::new());
    let chosen = Memo::new(move |_| {
        let is_open = |id: &&EntryId| plan.signal().with(|plan| !Agreed::is_in(plan, id));
        agreed.with_value(|opened| {
            let ids = opened.agreed.actions.iter().map(|(id, _)| id);
            ids.filter(is_open).filter(|id| left_out.with(|out| !out.contains(id))).cloned().collect::<Vec<_>>()
        })
    });
    let take = move |_| {
        let chosen = chosen.get_untracked();
        agreed.with_value(|opened| plan.update(|book, now| opened.agreed.take_into(book, &chosen, now)));
        announcer.say("Taken into your plan");
        taken.set(chosen);
        focus_when_drawn(UNDO.to_owned());
    };
    let rows = opened.agreed.actions.iter();
    let rows = rows.map(|(id, action)| view! { <ActionRow id=id.clone() action=action.clone() plan left_out /> });
    let is_own = plan.signal().with_untracked(|plan| saved_here(plan, &opened.agreed.check_in).is_some());
    let foreign = (!is_own).then(|| {
        view! {
            <p class="notice is-warning">
                "The check-in file that these actions answer was not saved in this browser. Take them only if they are yours."
            </p>
        }
    });
    let label = move || match chosen.with(Vec::len) {
        1 => "Take 1 action into your plan".to_owned(),
        several => format!("Take {several} actions into your plan"),
    };
    view! {
        {foreign}
        <fieldset class="check-in-take">
            <legend class="visually-hidden">"What goes into your plan"</legend>
            <ul class="entry-list">{rows.collect_nodes()}</ul>
        </fieldset>
        <Taken taken plan ladder=opened.ladder.clone() />
        <Show when=move || !chosen.with(Vec::is_empty)>
            <p>
                <button type="button" class="is-primary" on:click=take>{label}</button>
            </p>
        </Show>
    }
}

/// What was taken, the way to the plan, and the way back.
#[component]
fn Taken(
    taken: RwSignal<Vec<EntryId>>,
    plan: SavedBook,
    ladder: Option<Arc<rungs_core::ladder::Ladder>>,
) -> impl IntoNode {
    let navigator = use_navigator();
    let way = ladder.map(|ladder| navigator.href(&Route::Own(Own::Plan, ladder.id.clone()).into()));
    let undo = move |_| {
        let ids = taken.get_untracked();
        plan.update(|book, now| ids.iter().for_each(|id| plan::put(book, id, None, now)));
        taken.set(Vec::new());
        focus_when_drawn(HEADING.to_owned());
    };
    let said = move || match taken.with(Vec::len) {
        1 => "1 action is in your plan now.".to_owned(),
        several => format!("{several} actions are in your plan now."),
    };
    view! {
        <Show when=move || !taken.with(Vec::is_empty)>
            <div class="notice row">
                <p>{said} " " <a href=way.clone()>"Open the plan"</a></p>
                <button type="button" id=UNDO on:click=undo>"Undo"</button>
            </div>
        </Show>
    }
}

#[component]
fn ActionRow(id: EntryId, action: Action, plan: SavedBook, left_out: RwSignal<BTreeSet<EntryId>>) -> impl IntoNode {
    let id = StoredValue::new(id);
    let is_there = Memo::new(move |_| id.with_value(|id| plan.signal().with(|plan| Agreed::is_in(plan, id))));
    let is_chosen = move || id.with_value(|id| left_out.with(|out| !out.contains(id)));
    let toggle = move |_| {
        let id = id.get_value();
        left_out.update(|out| {
            if !out.remove(&id) {
                out.insert(id);
            }
        });
    };
    view! {
        <li>
            <label class="assess-tick">
                <input type="checkbox" prop:checked=is_chosen disabled=move || is_there.get() on:change=toggle />
                <span dir="auto">{action.text.clone()}</span>
            </label>
            {details(&action)}
            <Show when=move || is_there.get()>
                <p class="small soft">"In your plan."</p>
            </Show>
        </li>
    }
}

fn only_shown(action: &Action) -> Node {
    view! {
        <li>
            <p dir="auto">{action.text.clone()}</p>
            {details(action)}
        </li>
    }
}

/// By when, for which expectation, and how one will know.
fn details(action: &Action) -> Node {
    let about = action.about.as_ref().map(|about| {
        view! { <p class="small soft" dir="auto">"For: " <bdi>{about.wording.text.clone()}</bdi></p> }
    });
    let sign = (!action.sign.is_empty()).then(|| {
        view! { <p class="small soft" dir="auto">"You will know by: " <bdi>{action.sign.clone()}</bdi></p> }
    });
    view! {
        <p class="small soft">{format!("By the end of {}", action.month.long())}</p>
        {about}
        {sign}
    }
}
