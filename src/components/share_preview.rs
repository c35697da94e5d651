//! What a link says of itself before it is opened, as a chat shows it.

use rungs_core::route::{Place, Route};
use rungs_view::prelude::*;

use crate::catalogue;
use crate::state::{site_name, use_navigator};

/// The picture and the words that a chat shows of a link to the page; nothing where the page is no file of the site, which
/// could say them. The picture is fetched when this is unfolded.
#[component]
pub fn SharePreview(route: Route, headline: String, description: String) -> impl IntoNode {
    if !catalogue::has_file(&route) {
        return ().into_node();
    }
    let navigator = use_navigator();
    // Pictures are not kept for when there is no network.
    let is_missing = RwSignal::new(false);
    let picture = route.picture().filter(|_| navigator.has_pictures()).map(|picture| {
        let (src, alt) = (format!("{}{picture}", navigator.base().as_str()), headline.clone());
        let is_hidden = move || is_missing.get();
        let miss = move |_| is_missing.set(true);
        view! { <img src=src alt=alt width="1200" height="630" loading="lazy" hidden=is_hidden on:error=miss /> }
    });
    let link = navigator.absolute(&Place::from(route));
    view! {
        <details class="share-preview no-print">
            <summary>"How a chat shows this link"</summary>
            <figure>
                {picture}
                <figcaption>
                    <span class="soft small">{site_name()}</span>
                    <strong>{headline}</strong>
                    <span>{description}</span>
                    <span class="soft small">{link}</span>
                </figcaption>
            </figure>
        </details>
    }
    .into_node()
}
