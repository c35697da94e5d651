//! The link beside a part of a page that leads to just that part, and copies itself.

use rungs_core::route::Place;
use rungs_view::prelude::*;

use super::clipboard;
use crate::state::{use_announcer, use_navigator};

/// A quiet `#` that puts the part's link into the address bar and on the clipboard. Where the clipboard
/// is refused, the address bar still has it, and the announcement says so.
#[component]
pub fn AnchorLink(
    /// The part of the page, as a place with its anchor.
    place: Place,
    /// What the part is called: "Casework".
    name: String,
) -> impl IntoNode {
    let navigator = use_navigator();
    let announcer = use_announcer();
    let place = StoredValue::new(place);
    // As much of the page as is shown now.
    let here = move || {
        let mut place = place.get_value();
        let now = navigator
            .place()
            .with(|now| now.as_ref().filter(|now| now.route == place.route).map(|now| now.view.clone()));
        place.view = now.unwrap_or(place.view);
        place
    };
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let link = navigator.absolute(&untrack(here));
        spawn(async move {
            let done = clipboard::copy(&link).await.is_ok();
            copied.set(done);
            announcer.say(if done { "Link copied" } else { "The link is in the address bar" });
        });
    };
    view! {
        <a
            class="anchor-link no-print"
            class:is-copied=copied
            href=move || navigator.href(&here())
            aria-label=format!("Link to {name}")
            title="Copy the link to this"
            on:click=copy
            on:blur=move |_| copied.set(false)
        >
            {move || if copied.get() { "✓" } else { "#" }}
        </a>
    }
}
