//! The levels chosen so far, to be put in order. The focus stays with the level that moves.

use leptos::task::tick;
use rungs_core::route::LevelRef;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;

use super::picker::{Draft, name_of};
use crate::state::use_announcer;

/// What a button of a chosen level does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Left,
    Right,
    Remove,
}

impl Act {
    fn class(self) -> &'static str {
        match self {
            Self::Left => "is-quiet picker-left",
            Self::Right => "is-quiet picker-right",
            Self::Remove => "is-quiet picker-remove",
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Left => "←",
            Self::Right => "→",
            Self::Remove => "×",
        }
    }

    fn label(self, name: &str) -> String {
        match self {
            Self::Left => format!("Move {name} left"),
            Self::Right => format!("Move {name} right"),
            Self::Remove => format!("Remove {name}"),
        }
    }

    /// Whether there is something to do at that place among so many.
    fn is_possible(self, at: usize, count: usize) -> bool {
        match self {
            Self::Left => at > 0,
            Self::Right => at + 1 < count,
            Self::Remove => true,
        }
    }

    /// Does it; where the level then stands, or the one that took its place.
    fn apply(self, draft: &mut Vec<LevelRef>, at: usize) -> usize {
        match self {
            Self::Left => draft.swap(at, at - 1),
            Self::Right => draft.swap(at, at + 1),
            Self::Remove => drop(draft.remove(at)),
        }
        match self {
            Self::Left => at - 1,
            Self::Right => at + 1,
            Self::Remove => at.min(draft.len().saturating_sub(1)),
        }
    }
}

/// The chosen levels in their order, each with buttons to move and to remove it.
#[component]
pub(super) fn Chosen(draft: Draft) -> impl IntoNode {
    let item = move |at: usize, reference: &LevelRef, count: usize| {
        let name = name_of(reference);
        let buttons = [Act::Left, Act::Right, Act::Remove].map(|act| {
            view! { <ActButton act at is_possible=act.is_possible(at, count) name=name.clone() draft /> }
        });
        view! {
            <li class="picker-level">
                <span class="picker-name">{name.clone()}</span>
                {buttons}
            </li>
        }
    };
    move || {
        draft.with(|draft| {
            let items = draft.iter().enumerate().map(|(at, level)| item(at, level, draft.len())).collect::<Vec<_>>();
            (!items.is_empty()).then(|| view! { <ol class="picker-levels">{items}</ol> })
        })
    }
}

/// Moves or removes a chosen level; the focus goes along with it.
#[component]
fn ActButton(act: Act, at: usize, is_possible: bool, name: String, draft: Draft) -> impl IntoNode {
    let announcer = use_announcer();
    let press = move |_| {
        let place = draft.try_update(|draft| act.apply(draft, at)).unwrap_or_default();
        announcer.say(&if act == Act::Remove { "Removed".to_owned() } else { format!("Now column {}", place + 1) });
        spawn(async move {
            tick().await;
            focus(act, place);
        });
    };
    view! {
        <button type="button" class=act.class() aria-label=act.label(&name) disabled=!is_possible on:click=press>
            {act.sign()}
        </button>
    }
}

/// Puts the focus on the same button of the level at that place, or (where it can do nothing there, or
/// no level is left) on the next control of the picker.
fn focus(act: Act, place: usize) {
    let class = act.class().replace(' ', ".");
    let level = format!(".picker-level:nth-child({})", place + 1);
    let wanted =
        [format!("{level} button.{class}:enabled"), format!("{level} button:enabled"), ".picker select".into()];
    let found = wanted.iter().find_map(|selector| document().query_selector(selector).ok().flatten());
    if let Some(control) = found.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A control that refuses focus leaves it where it was, which does no harm.
        let _ = control.focus();
    }
}
