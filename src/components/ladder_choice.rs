//! The choice of one of very many ladders.

use rungs_core::ladder::Card;
use rungs_view::prelude::*;

use crate::state::use_index;

/// A list of all ladders by their names; `chosen` holds the id of the one that is chosen, or nothing.
///
/// It is of use to the program only, and its options would be most of a page: they come with the program.
#[component]
pub fn LadderChoice(id: &'static str, chosen: RwSignal<String>) -> impl IntoNode {
    let index = use_index();
    let ladders = if crate::IS_PRINTING { &[] } else { index.ladders.as_slice() };
    let option =
        |card: &Card| view! { <option value=card.id.to_string() lang=card.lang.clone()>{card.name.clone()}</option> };
    let options: Vec<_> = ladders.iter().map(option).collect();
    view! {
        <label for=id>"Ladder"</label>
        <select id=id prop:value=chosen on:change=move |event| chosen.set(event_target_value(&event))>
            <option value="">"Choose …"</option>
            {options}
        </select>
    }
}
