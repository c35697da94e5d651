//! The note that what was answered is worded otherwise now.

use std::rc::Rc;

use rungs_view::prelude::*;

/// Says what it was when it was answered, if that was something else, and takes the user's word that the answer holds.
#[component]
pub fn Reworded(
    /// That the answer stands, and what follows: the text before.
    said: &'static str,
    before: Memo<Option<String>>,
    confirm: Rc<dyn Fn()>,
) -> impl IntoNode {
    let note = move |text: String| {
        let confirm = Rc::clone(&confirm);
        view! {
            <div class="notice is-warning small stack">
                <p>{said}</p>
                <blockquote dir="auto">{text}</blockquote>
                <button type="button" on:click=move |_| confirm()>"It still holds"</button>
            </div>
        }
    };
    move || before.get().map(&note)
}
