//! Noting a win: what happened, today, and perhaps where to see it. What is typed is saved at once.

use std::rc::Rc;
use std::sync::Arc;

use rungs_core::assessment::EvidenceId;
use rungs_core::record::EntryId;
use rungs_view::prelude::*;

use super::notebook::Notebook;
use crate::components::evidence::PieceEditor;
use crate::components::fields::Days;
use crate::state::use_announcer;
use crate::store::random_id;

/// The fields of a new win; when it is noted, those of the next. `noted` is called then, or where nothing was to be noted.
#[component]
pub fn Jot(notebook: Notebook, noted: Rc<dyn Fn()>) -> impl IntoNode {
    let announcer = use_announcer();
    let id = RwSignal::new(fresh());
    notebook.jot(id.get_untracked());
    let next = Rc::new(move || {
        let is_noted = id.get_untracked().is_some_and(|id| untrack(|| notebook.win(&id)).is_some());
        if is_noted {
            announcer.say("Noted.");
            id.set(fresh());
            notebook.jot(id.get_untracked());
        }
        noted();
    });
    view! {
        <For each=move || id.get().into_iter().collect() key=|id| id.as_str().to_owned() let:id>
            {
                let drawer = Arc::new(notebook);
                let id = EvidenceId::from(&id);
                view! { <PieceEditor drawer id name="A new win" done="Note it" days=Days::Past close=next.clone() /> }
            }
        </For>
    }
}

/// The id of a win that is not there yet; nothing can be noted where chance gives none.
fn fresh() -> Option<EntryId> {
    let id = if crate::IS_PRINTING { "new".to_owned() } else { random_id() };
    // A UUID is an id.
    EntryId::parse(&id).ok()
}
