//! What a link says of itself before it is opened, as a chat shows it.

use rungs_core::route::{Place, Route};
use rungs_view::prelude::*;

use crate::state::use_navigator;

/// The picture, which lies there below the base, and the words that a chat shows of a link to the page. The picture is
/// fetched when this is unfolded.
#[component]
pub fn SharePreview(route: Route, picture: String, headline: String) -> impl IntoNode {
    let navigator = use_navigator();
    let picture = format!("{}{picture}", navigator.base().as_str());
    let link = navigator.absolute(&Place::from(route));
    view! {
        <details class="share-preview no-print">
            <summary>"How a chat shows this link"</summary>
            <figure>
                <img src=picture alt=headline.clone() width="1200" height="630" loading="lazy" />
                <figcaption><strong>{headline}</strong> <span class="soft small">{link}</span></figcaption>
            </figure>
        </details>
    }
}
