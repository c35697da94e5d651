//! A page that exists and could not be loaded.

use rungs_core::route::Route;
use rungs_view::prelude::*;

use crate::components::capitalised;
use crate::state::{set_title, use_navigator};

/// Says why, and offers to try again.
#[component]
pub fn FailedPage(reason: String) -> impl IntoNode {
    set_title("Not loaded");
    let navigator = use_navigator();
    let again = move |_| {
        if let Some(place) = navigator.place().get_untracked() {
            navigator.replace(&place);
        }
    };
    let reload = move |_| {
        // A reload that the browser refuses changes nothing; the button can be pressed again.
        let _ = window().location().reload();
    };
    view! {
        <div class="stack">
            <h1 tabindex="-1">"This page could not be loaded"</h1>
            <p>{capitalised(reason)} "."</p>
            <p>"Your answers are not touched by this. If trying again does not help, load the page anew: there may be a newer release."</p>
            <p class="row">
                <button type="button" class="is-primary" on:click=again>"Try again"</button>
                <button type="button" on:click=reload>"Load the page anew"</button>
                <a class="button" href=navigator.href(&Route::Ladders.into())>"All ladders"</a>
            </p>
        </div>
    }
}
