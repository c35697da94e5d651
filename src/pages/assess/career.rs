//! When the user reached each level: the stints of the career, in fields that are saved as they are entered.

use rungs_core::assessment::{Assessment, EntryId, Stint};
use rungs_core::case::Career;
use rungs_view::prelude::*;

use super::desk::{Desk, use_desk};
use super::stint::StintFields;
use crate::components::bin::{EntryBin, Undo, in_place};
use crate::store::today;

/// The id of the button that adds a stint.
pub const ADD_BUTTON: &str = "assess-add-stint";

/// What is doubtful about the career: of a stint by its id, or of all of it, as sentences.
pub type Doubts = Memo<Vec<(Option<EntryId>, String)>>;

/// The stints; shown where a requirement asks for time, and where some are entered.
#[component]
pub fn CareerFields(asks_time: bool) -> impl IntoNode {
    let desk = use_desk();
    let is_shown = Memo::new(move |_| asks_time || desk.with_entries(|saved| saved.stints().next().is_some()));
    view! {
        <Show when=move || is_shown.get()>
            <Stints />
        </Show>
    }
}

#[component]
fn Stints() -> impl IntoNode {
    let desk = use_desk();
    let bin = EntryBin::new(desk.saved(), ADD_BUTTON, ADD_BUTTON);
    let fresh = desk.fresh_stint();
    let listed = Memo::new(move |before: Option<&Vec<EntryId>>| {
        let mut ids = in_order(desk);
        ids.extend(fresh.get().filter(|fresh| !ids.contains(fresh)));
        in_place(before, ids)
    });
    effect(move || {
        if fresh.with(|fresh| fresh.as_ref().is_some_and(|id| desk.with_entries(|saved| has_stint(saved, id)))) {
            fresh.set(None);
        }
    });
    let doubts: Doubts = Memo::new(move |_| doubts(desk));
    let whole = move || doubts.with(|doubts| doubts.iter().find(|(of, _)| of.is_none()).map(|(_, said)| said.clone()));
    view! {
        <h3>"When you reached each level"</h3>
        <p class="small soft">
            "A level lasts until the next begins. Give a last day where it ended otherwise, such as by leave."
        </p>
        <ul class="entry-list" aria-label="Your levels">
            <For each=move || listed.get() key=|id| id.as_str().to_owned() let:id>
                <StintFields bin doubts id />
            </For>
        </ul>
        {move || whole().map(|said| view! { <p class="notice is-warning small">{said}</p> })}
        <Undo bin=bin.bin() />
        <button type="button" id=ADD_BUTTON on:click=move |_| desk.add_stint()>"Add a level"</button>
    }
}

fn has_stint(saved: &Assessment, id: &EntryId) -> bool {
    saved.stints().any(|(other, _)| other == id)
}

/// All stints, the earliest first.
fn in_order(desk: Desk) -> Vec<EntryId> {
    desk.with_entries(|saved| {
        let mut stints: Vec<(&EntryId, &Stint)> = Vec::new();
        for stint in saved.stints() {
            stints.insert(stints.partition_point(|(_, other)| other.from <= stint.1.from), stint);
        }
        stints.into_iter().map(|(id, _)| id.clone()).collect()
    })
}

fn doubts(desk: Desk) -> Vec<(Option<EntryId>, String)> {
    desk.with_ladder(|ladder| {
        desk.with_entries(|saved| {
            let career = Career::of(ladder, saved, today());
            career.problems.iter().map(|problem| (problem.stint().cloned(), problem.to_string())).collect()
        })
    })
}
