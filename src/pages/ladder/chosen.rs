//! The levels chosen on the map, and the way to their comparison.

use rungs_core::ladder::{Card, LevelId};
use rungs_core::route::{Columns, LevelRef, Route};
use rungs_view::prelude::*;

use crate::components::focus::focus_page_if_lost;
use crate::state::use_navigator;

/// What is chosen, and once there are two levels, the link to compare them; nothing before the first.
#[component]
pub fn ChosenBar(card: Card, chosen: RwSignal<Vec<LevelId>>) -> impl IntoNode {
    let card = StoredValue::new(card);
    move || {
        let levels = chosen.get();
        (!levels.is_empty()).then(|| card.with_value(|card| bar(card, levels, chosen)))
    }
}

fn bar(card: &Card, levels: Vec<LevelId>, chosen: RwSignal<Vec<LevelId>>) -> impl IntoNode + use<> {
    let names: Vec<&str> = levels.iter().filter_map(|id| card.level(id)).map(|level| level.name.as_str()).collect();
    let names = names.join(" → ");
    let too_many = levels.len() > Columns::MOST;
    let action = match levels.len() {
        1 => view! { <p class="soft">"Choose one more to compare."</p> }.into_node(),
        _ => {
            let columns: Columns = levels.into_iter().map(|level| LevelRef::new(card.id.clone(), level)).collect();
            let href = use_navigator().href(&Route::Compare(columns).into());
            view! { <a class="button is-primary" href=href>"Compare"</a> }.into_node()
        }
    };
    let note =
        too_many.then(|| view! { <p class="soft">"A comparison holds four levels: the first four are taken."</p> });
    let clear = move |_| {
        chosen.set(Vec::new());
        focus_page_if_lost();
    };
    view! {
        <div class="chosen-bar row" role="group" aria-label="Chosen for a comparison">
            <p><strong>{names}</strong></p>
            {action}
            <button type="button" class="is-quiet" on:click=clear>"Clear"</button>
            {note}
        </div>
    }
}
