//! Where the focus is, and moving it, so that whoever uses the keyboard never has to begin at the top again.

use leptos::task::tick;
use rungs_view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Focuses the element of that id, once what has changed is drawn.
pub fn focus_when_drawn(id: String) {
    spawn(async move {
        tick().await;
        focus(&id);
    });
}

/// Takes the focus to the page where the control that had it is gone, once what has changed is drawn.
pub fn focus_page_if_lost() {
    spawn(async move {
        tick().await;
        let body = document().body().map(web_sys::Element::from);
        if document().active_element() == body {
            focus("main");
        }
    });
}

fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // A control that is hidden meanwhile takes no focus; nothing is lost by that.
        let _ = element.focus();
    }
}

/// Whether the element of that id has the focus.
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|focused| focused.id() == id)
}

/// Whether the focus is where text is entered or where keys choose from a list.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    const TEXT: &str = "textarea, select, [contenteditable], \
        input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=file])";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // The selector is valid.
    target.is_some_and(|target| target.closest(TEXT).ok().flatten().is_some())
}

/// The key of an event that is not meant for a field and not a shortcut of the browser's.
pub fn plain_key(event: &KeyboardEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!modified && !event.default_prevented() && !is_typing(event)).then(|| event.key())
}
