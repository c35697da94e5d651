//! The choice of two to four levels. It edits a draft; only "Compare" leads to another page, so that
//! focus and place stay while one chooses.

use rungs_core::ladder::{Card, LadderId};
use rungs_core::route::{Columns, LevelRef, Route};
use rungs_view::prelude::*;

use super::chosen::Chosen;
use super::heading::full_name;
use super::levels::Levels;
use crate::components::focus::focus_page_if_lost;
use crate::state::{use_index, use_navigator};

/// The levels chosen so far.
pub(super) type Draft = RwSignal<Vec<LevelRef>>;

/// Add, order and remove levels, then compare them.
#[component]
pub(super) fn Picker(levels: Levels) -> impl IntoNode {
    let draft: Draft = RwSignal::new(levels.refs());
    view! {
        <div class="picker">
            <Chosen draft />
            <AddLevel draft />
            <Neighbours draft />
            <Go draft />
        </div>
    }
}

/// The name of a level as the draft shows it.
pub(super) fn name_of(reference: &LevelRef) -> String {
    use_index().card(&reference.ladder).map_or_else(|| reference.to_string(), |card| full_name(card, reference))
}

/// A choice of all levels that are not chosen yet, by ladder.
#[component]
fn AddLevel(draft: Draft) -> impl IntoNode {
    let index = use_index();
    let ladders: Vec<LadderId> = index.ladders.iter().map(|card| card.id.clone()).collect();
    let choice = RwSignal::new(String::new());
    let add = move |_| {
        let level = choice.with_untracked(|value| ladders.iter().find_map(|ladder| parse_choice(ladder, value)));
        if let Some(level) = level {
            draft.update(|draft| draft.push(level));
            choice.set(String::new());
        }
    };
    let groups = move || {
        let chosen = draft.get();
        let groups = index.ladders.iter().map(|card| {
            let options = card.levels.iter().filter_map(|level| {
                let reference = LevelRef::new(card.id.clone(), level.id.clone());
                let name = level.name.clone();
                (!chosen.contains(&reference)).then(|| view! { <option value=reference.to_string()>{name}</option> })
            });
            view! { <optgroup label=card.name.clone()>{options.collect::<Vec<_>>()}</optgroup> }
        });
        groups.collect::<Vec<_>>()
    };
    let is_full = move || draft.with(|draft| draft.len() >= Columns::MOST);
    view! {
        <div class="row">
            <label for="picker-choice">"Add a level"</label>
            <select
                id="picker-choice"
                prop:value=choice
                disabled=is_full
                on:change=move |event| choice.set(event_target_value(&event))
            >
                <option value="">"Choose …"</option>
                {groups}
            </select>
            <button type="button" disabled=is_full on:click=add>"Add"</button>
        </div>
    }
}

/// Reads what an option of a ladder stands for.
fn parse_choice(ladder: &LadderId, value: &str) -> Option<LevelRef> {
    let level = value.strip_prefix(ladder.as_str())?.strip_prefix('.')?;
    Some(LevelRef::new(ladder.clone(), level.to_owned().try_into().ok()?))
}

/// The levels next to the last one chosen, one click away.
#[component]
fn Neighbours(draft: Draft) -> impl IntoNode {
    let index = use_index();
    let push = move |reference: LevelRef| {
        draft.update(|draft| draft.push(reference));
        focus_page_if_lost();
    };
    let suggestion = move |reference: LevelRef| {
        let name = name_of(&reference);
        view! {
            <button type="button" on:click=move |_| push(reference.clone())>
                "+ " {name}
            </button>
        }
    };
    move || {
        let chosen = draft.get();
        let last = chosen.last().filter(|_| chosen.len() < Columns::MOST)?;
        let card = index.card(&last.ladder)?;
        let found = neighbours(card, last).into_iter().filter(|level| !chosen.contains(level)).map(suggestion);
        let found = found.collect::<Vec<_>>();
        (!found.is_empty()).then(|| {
            view! {
                <div class="row picker-neighbours" role="group" aria-label="Levels next to it">
                    {found}
                </div>
            }
        })
    }
}

/// The levels that lead to a level and those that it leads to.
fn neighbours(card: &Card, of: &LevelRef) -> Vec<LevelRef> {
    let Some(level) = card.level(&of.level) else { return Vec::new() };
    let onward = card.levels.iter().filter(|other| other.from.contains(&of.level)).map(|other| &other.id);
    onward.chain(&level.from).map(|id| LevelRef::new(card.id.clone(), id.clone())).collect()
}

/// Leads to the comparison, once there are two levels.
#[component]
fn Go(draft: Draft) -> impl IntoNode {
    let navigator = use_navigator();
    move || {
        let chosen = draft.get();
        match chosen.len() {
            0 => view! { <p class="soft">"Choose at least two levels."</p> }.into_node(),
            1 => view! { <p class="soft">"Choose one more."</p> }.into_node(),
            count => {
                let href = navigator.href(&Route::Compare(chosen.into()).into());
                view! { <p><a class="button is-primary" href=href>{format!("Compare these {count} levels")}</a></p> }
                    .into_node()
            }
        }
    }
}
