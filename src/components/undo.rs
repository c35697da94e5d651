//! What was deleted can be brought back: this says so.

use rungs_view::prelude::*;

use crate::state::use_announcer;

/// Says what was deleted, and offers to bring it back, while there is such a sentence.
#[component]
pub fn UndoLine(
    said: Memo<Option<String>>,
    /// The id of the button.
    button: String,
    bring_back: std::rc::Rc<dyn Fn()>,
) -> impl IntoNode {
    let announcer = use_announcer();
    move || {
        let said = said.get()?;
        announcer.say(&said);
        let bring_back = std::rc::Rc::clone(&bring_back);
        Some(view! {
            <p class="row small">
                {said} <button type="button" id=button.clone() on:click=move |_| bring_back()>"Undo"</button>
            </p>
        })
    }
}
