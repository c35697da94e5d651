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
    let href = navigator.href(&place);
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let link = navigator.absolute(&place);
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
            href=href
            aria-label=format!("Link to {name}")
            title="Copy the link to this"
            on:click=copy
            on:blur=move |_| copied.set(false)
        >
            {move || if copied.get() { "✓" } else { "#" }}
        </a>
    }
}
