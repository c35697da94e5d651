//! Agreed actions that came back: what they are, and which of them go into one's plan.

use std::collections::BTreeSet;
use std::sync::Arc;

use rungs_core::check_in::{Action, InPlan, saved_here};
use rungs_core::date::Month;
use rungs_core::plan::{self, Item, Plan};
use rungs_core::record::{Book, EntryId};
use rungs_core::route::{Own, Route};
use rungs_core::saved::What;
use rungs_view::prelude::*;

use super::desk::Said;
use super::open::FIELD;
use super::room::{HEADING, OpenedActions, use_room};
use crate::components::focus::focus_when_drawn;
use crate::state::{SavedBook, use_announcer, use_book, use_navigator};
use crate::store::today;

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

/// The choice of actions: at first all that are not in the plan, and none that stands there otherwise, for the user may
/// have changed it on purpose.
#[component]
fn Choose(opened: Arc<OpenedActions>, plan: SavedBook) -> impl IntoNode {
    let announcer = use_announcer();
    let agreed = StoredValue::new(Arc::clone(&opened));
    // The ids of the actions that stand so in the plan.
    let which = move |is_so: fn(&InPlan) -> bool| {
        plan.signal().with(|plan| {
            agreed.with_value(|opened| {
                let so = opened.agreed.actions.iter().filter(|(id, action)| is_so(&action.in_plan(plan, id)));
                so.map(|(id, _)| id.clone()).collect::<Vec<_>>()
            })
        })
    };
    let absent = untrack(|| which(|standing| *standing == InPlan::Absent));
    let ticked: RwSignal<BTreeSet<EntryId>> = RwSignal::new(absent.into_iter().collect());
    let taken = RwSignal::new(Before::new());
    let chosen = Memo::new(move |_| {
        let mut chosen = which(|standing| *standing != InPlan::Same);
        chosen.retain(|id| ticked.with(|ticked| ticked.contains(id)));
        chosen
    });
    let take = move |_| {
        let chosen = chosen.get_untracked();
        taken.set(plan.signal().with_untracked(|plan| before(plan, &chosen)));
        agreed.with_value(|opened| plan.update(|book, now| opened.agreed.take_into(book, &chosen, now)));
        announcer.say("Taken into your plan");
        focus_when_drawn(UNDO.to_owned());
    };
    let rows = opened.agreed.actions.iter();
    let rows = rows.map(|(id, action)| view! { <ActionRow id=id.clone() action=action.clone() plan ticked /> });
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

/// What was taken, each with what stood in the plan before.
type Before = Vec<(EntryId, Option<Item>)>;

fn before(plan: &Book, chosen: &[EntryId]) -> Before {
    let plan = Plan::of(plan, Month::of(today()));
    chosen.iter().map(|id| (id.clone(), plan.item(id).cloned())).collect()
}

/// What was taken, the way to the plan, and the way back.
#[component]
fn Taken(taken: RwSignal<Before>, plan: SavedBook, ladder: Option<Arc<rungs_core::ladder::Ladder>>) -> impl IntoNode {
    let navigator = use_navigator();
    let way = ladder.map(|ladder| navigator.href(&Route::Own(Own::Plan, ladder.id.clone()).into()));
    let undo = move |_| {
        let before = taken.get_untracked();
        plan.update(|book, now| before.iter().for_each(|(id, item)| plan::put(book, id, item.as_ref(), now)));
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
fn ActionRow(id: EntryId, action: Action, plan: SavedBook, ticked: RwSignal<BTreeSet<EntryId>>) -> impl IntoNode {
    let row = StoredValue::new((id, action.clone()));
    let standing =
        Memo::new(move |_| row.with_value(|(id, action)| plan.signal().with(|plan| action.in_plan(plan, id))));
    let is_there = move || standing.with(|standing| *standing == InPlan::Same);
    let is_chosen = move || is_there() || row.with_value(|(id, _)| ticked.with(|ticked| ticked.contains(id)));
    let toggle = move |_| {
        let id = row.with_value(|(id, _)| id.clone());
        ticked.update(|ticked| {
            if !ticked.remove(&id) {
                ticked.insert(id);
            }
        });
    };
    view! {
        <li>
            <label class="assess-tick">
                <input type="checkbox" prop:checked=is_chosen disabled=is_there on:change=toggle />
                <span dir="auto">{action.text.clone()}</span>
            </label>
            {details(&action)}
            {move || match standing.get() {
                InPlan::Absent => Node::Empty,
                InPlan::Same => view! { <p class="small soft">"In your plan."</p> },
                InPlan::Otherwise(item) => otherwise(&item),
            }}
        </li>
    }
}

/// What stands in the plan in place of an action.
fn otherwise(item: &Item) -> Node {
    view! {
        <div class="notice is-warning small stack">
            <p>"It stands otherwise in your plan. Tick it to put what was agreed in place of this:"</p>
            <blockquote dir="auto">{item.action.clone()}</blockquote>
            {when_and_sign(item.month, &item.sign)}
        </div>
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

/// For which expectation, by when, and how one will know.
fn details(action: &Action) -> Node {
    let about = action.about.as_ref().map(|about| {
        view! { <p class="small soft" dir="auto">"For: " <bdi>{about.wording.text.clone()}</bdi></p> }
    });
    view! {
        {about}
        {when_and_sign(action.month, &action.sign)}
    }
}

fn when_and_sign(month: Month, sign: &str) -> Node {
    let sign = (!sign.is_empty()).then(|| {
        view! { <p class="small soft" dir="auto">"You will know by: " <bdi>{sign.to_owned()}</bdi></p> }
    });
    view! {
        <p class="small soft">{format!("By the end of {}", month.long())}</p>
        {sign}
    }
}
