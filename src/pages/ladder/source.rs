//! Where a ladder comes from, and what was inferred in writing it down.

use std::sync::Arc;

use rungs_core::ladder::{Ladder, TextLink};
use rungs_view::prelude::*;

use crate::components::expectation::OutwardLink;
use crate::state::use_index;

/// The source with its notes, and the way to suggest a change.
#[component]
pub fn SourceNote(ladder: Arc<Ladder>) -> impl IntoNode {
    let suggest = use_index().site.repository.clone().map(|url| {
        let link = TextLink { text: "Suggest a change to this ladder".to_owned(), url };
        view! { <p><OutwardLink link /></p> }
    });
    let source = ladder.source.clone().map(|source| {
        let title = match source.url {
            Some(url) => view! { <OutwardLink link=TextLink { text: source.title, url } /> }.into_node(),
            None => source.title.into_node(),
        };
        let notes: Vec<_> = source.notes.into_iter().map(|note| view! { <li>{note}</li> }).collect();
        let notes = (!notes.is_empty()).then(|| {
            view! {
                <h3>"What was inferred"</h3>
                <ul>{notes}</ul>
            }
        });
        view! {
            <p>"Written after " {title} "."</p>
            {notes}
        }
    });
    (source.is_some() || suggest.is_some()).then(|| {
        view! {
            <section class="page-part">
                <h2>"Source"</h2>
                {source}
                {suggest}
            </section>
        }
    })
}
