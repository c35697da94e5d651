//! The ways of the document out of the page: paper, the clipboard, files. Nothing is sent anywhere.

use std::rc::Rc;

use rungs_core::case::document::{Document, html, markdown};
use rungs_view::prelude::*;

use super::desk::{CaseDesk, use_case};
use crate::components::share::{CopyButton, CopyByHand, Outcome, PrintButton, What};
use crate::store::{offer_download, today};

/// Print it, copy it, save it.
#[component]
pub fn SaveBar() -> impl IntoNode {
    let desk = use_case();
    let outcome = RwSignal::new(Outcome::None);
    let refused = RwSignal::new(false);
    let save = move |ending: &str, media_type: &str, write: fn(&Document) -> String| {
        let Some(text) = written(desk, write) else { return };
        let name = desk.with_ladder(|ladder| format!("case-{}-{}.{ending}", ladder.id, today()));
        refused.set(offer_download(&name, media_type, &text).is_err());
    };
    view! {
        <div class="case-save share no-print">
            <div class="row">
                <PrintButton />
                <CopyButton
                    what=What::Markdown
                    outcome
                    text=Rc::new(move || written(desk, markdown).unwrap_or_default())
                />
                <button type="button" on:click=move |_| save("md", "text/markdown", markdown)>"Save Markdown"</button>
                <button type="button" on:click=move |_| save("html", "text/html", html)>"Save as a web page"</button>
            </div>
            <CopyByHand outcome />
            <Show when=move || refused.get()>
                <p role="alert">"The browser did not let the page save a file."</p>
            </Show>
        </div>
    }
}

fn written(desk: CaseDesk, write: fn(&Document) -> String) -> Option<String> {
    desk.document().with_untracked(|document| document.as_ref().map(write))
}
