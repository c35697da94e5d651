//! The choice of two to four levels. It edits a draft; only "Compare" leads to another page, so that
//! focus and place stay while one chooses.

use rungs_core::ladder::{Card, Index, LadderId, LevelOutline, TrackOutline};
use rungs_core::route::{Columns, LevelRef, Route};
use rungs_view::prelude::*;

use super::chosen::Chosen;
use super::heading::full_name;
use super::levels::Levels;
use crate::components::focus::focus_page_if_lost;
use crate::components::ladder_choice::LadderChoice;
use crate::state::{use_index, use_navigator};

/// The most levels in one list. A longer one is not looked through, so that a ladder is chosen first.
const MOST_LEVELS: usize = 100;

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

/// A choice of the levels that are not chosen yet: of all ladders, or where those are too many of one that is chosen
/// before.
#[component]
fn AddLevel(draft: Draft) -> impl IntoNode {
    let index = use_index();
    let is_long = has_many_levels(&index);
    let ladder = RwSignal::new(first_ladder(&index, draft).unwrap_or_default());
    let choose_ladder =
        (is_long && index.ladders.len() > 1).then(|| view! { <LadderChoice id="picker-ladder" chosen=ladder /> });
    let choice = RwSignal::new(String::new());
    let ladders: Vec<LadderId> = index.ladders.iter().map(|card| card.id.clone()).collect();
    let add = move |_| {
        let level = choice.with_untracked(|value| ladders.iter().find_map(|ladder| parse_choice(ladder, value)));
        if let Some(level) = level {
            draft.update(|draft| draft.push(level));
            choice.set(String::new());
        }
    };
    let groups = move || {
        let chosen = draft.get();
        if is_long {
            // They come with the program, which alone can make use of them.
            let card = ladder.with(|id| index.ladders.iter().find(|card| card.id.as_str() == id));
            return card.filter(|_| !crate::IS_PRINTING).map(|card| by_track(card, &chosen)).unwrap_or_default();
        }
        index.ladders.iter().map(|card| group(card, &card.name, card.levels.iter(), &chosen)).collect()
    };
    let is_full = move || draft.with(|draft| draft.len() >= Columns::MOST);
    view! {
        <div class="row">
            {choose_ladder}
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

/// Whether all levels are too many for one list.
pub(super) fn has_many_levels(index: &Index) -> bool {
    index.ladders.iter().map(|card| card.levels.len()).sum::<usize>() > MOST_LEVELS
}

/// The ladder of the level chosen last, or the only one that there is.
fn first_ladder(index: &Index, draft: Draft) -> Option<String> {
    let last = draft.with_untracked(|draft| draft.last().map(|level| level.ladder.to_string()));
    last.or_else(|| (index.ladders.len() == 1).then(|| index.ladders[0].id.to_string()))
}

/// The levels of a large ladder under the names of their tracks.
fn by_track(card: &Card, chosen: &[LevelRef]) -> Vec<Node> {
    let on = |track: &TrackOutline| card.levels.iter().filter(|level| level.track == track.id).collect::<Vec<_>>();
    let groups = card.tracks.iter().map(|track| (track, on(track))).filter(|(_, levels)| !levels.is_empty());
    groups.map(|(track, levels)| group(card, &track.name, levels.into_iter(), chosen)).collect()
}

/// Those of the levels that are not chosen yet, under a name.
fn group<'a>(card: &Card, name: &str, levels: impl Iterator<Item = &'a LevelOutline>, chosen: &[LevelRef]) -> Node {
    let options = levels.filter_map(|level| {
        let reference = LevelRef::new(card.id.clone(), level.id.clone());
        let name = level.name.clone();
        (!chosen.contains(&reference)).then(|| view! { <option value=reference.to_string()>{name}</option> })
    });
    view! { <optgroup label=name.to_owned()>{options.collect::<Vec<_>>()}</optgroup> }.into_node()
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
