//! Search across all ladders, in the header of every page: a combobox whose list are the results.
//!
//! The index is built when the field first takes the focus, so that a page that nobody searches
//! from pays nothing for it.

mod keys;
mod panel;
mod state;

use rungs_core::route::Place;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;

use keys::{Call, ListKey, call, list_key};
use panel::Panel;
pub use state::{SEARCH, SearchPart};
use state::{Search, option_id};

use crate::catalogue;
use crate::state::{use_answers, use_navigator};

const INPUT: &str = "search-input";
const RESULTS: &str = "search-results";

/// The field and its results.
#[component]
pub fn SearchBox() -> impl IntoNode {
    let letters = use_answers().letters();
    let search = Search::new();
    let root = NodeRef::<leptos::html::Div>::new();
    heed_calls(letters);
    follow_active(search);
    // The list goes when the focus leaves both it and the field.
    let on_focusout = move |event: web_sys::FocusEvent| {
        let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let is_inside = root.get_untracked().is_some_and(|root| root.contains(next.as_ref()));
        if !is_inside {
            search.close();
        }
    };
    view! {
        <div class="site-search" role="search" node_ref=root on:focusout=on_focusout>
            <Field search letters />
            <Panel search />
            <p class="visually-hidden" role="status">{move || search.account()}</p>
        </div>
    }
}

/// What the part that searches gives; called from its file only.
pub fn part() -> SearchPart {
    SearchPart { build: catalogue::search_index, answer: state::ask, view: panel::found }
}

/// The field itself. `letters` says whether the key `/` leads here from anywhere on the page.
#[component]
fn Field(search: Search, letters: ReadSignal<bool>) -> impl IntoNode {
    let navigator = use_navigator();
    let go = move |place: &Place| {
        search.close();
        leave_field();
        navigator.go(place);
    };
    let on_keydown = move |event: web_sys::KeyboardEvent| match list_key(&event) {
        Some(ListKey::Down) => search.step(&event, 1),
        Some(ListKey::Up) => search.step(&event, -1),
        Some(ListKey::Escape) => search.escape(&event),
        Some(ListKey::Enter) => {
            event.prevent_default();
            if let Some(place) = search.enter() {
                go(&place);
            }
        }
        None => {}
    };
    effect(move || {
        if let Some(place) = search.awaited() {
            go(&place);
        }
    });
    let controls = move || search.lists().then_some(RESULTS);
    view! {
        <label class="visually-hidden" for=INPUT>"Search all ladders"</label>
        <input
            id=INPUT
            type="search"
            role="combobox"
            class="search-input"
            placeholder="Search"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            aria-autocomplete="list"
            aria-keyshortcuts=move || if letters.get() { "/ Control+K" } else { "Control+K" }
            aria-expanded=move || search.lists().to_string()
            aria-controls=controls
            aria-activedescendant=move || search.active().map(option_id)
            prop:value=move || search.query()
            on:focus=move |_| search.open()
            on:click=move |_| search.open()
            on:input=move |event| search.ask(event_target_value(&event))
            on:keydown=on_keydown
        />
        {move || letters.get().then(|| view! { <kbd class="search-key" aria-hidden="true">"/"</kbd> })}
    }
}

fn field() -> Option<web_sys::HtmlInputElement> {
    document().get_element_by_id(INPUT)?.dyn_into().ok()
}

/// Lets go of the field, so that the page and its keys are at hand again.
fn leave_field() {
    if let Some(field) = field() {
        // A field that keeps the focus does no harm.
        let _ = field.blur();
    }
}

/// `/` and Ctrl+K (on a Mac ⌘K) lead to the field, `w` to the noting of a win.
fn heed_calls(letters: ReadSignal<bool>) {
    let navigator = use_navigator();
    let listener = listen(leptos::ev::keydown, move |event| {
        if let Some(call) = call(&event, letters.get_untracked()) {
            event.prevent_default();
            match call {
                Call::Search => focus_field(),
                Call::Note => navigator.note(),
            }
        }
    });
    on_cleanup(move || listener.stop());
}

/// Takes the focus to the field, with its text selected, so that typing replaces it.
fn focus_field() {
    if let Some(field) = field() {
        // A field that refuses the focus leaves it where it was, which does no harm.
        let _ = field.focus();
        field.select();
    }
}

/// Keeps the active result in sight while the arrows move through the list.
fn follow_active(search: Search) {
    effect(move || {
        let Some(option) = search.active().and_then(|at| document().get_element_by_id(&option_id(at))) else { return };
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    });
}
