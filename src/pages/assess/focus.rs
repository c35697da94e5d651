//! Keys that act where the focus is, and the focus itself.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

pub use crate::components::focus::focus_when_drawn;

/// The key of an event that is not meant for a field and not a shortcut of the browser's.
pub fn plain_key(event: &KeyboardEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!modified && !event.default_prevented() && !is_typing(event)).then(|| event.key())
}

/// Whether the event happens in a field where letters and digits are text.
fn is_typing(event: &Event) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "radio" | "checkbox"),
        None => matches!(target.tag_name().as_str(), "TEXTAREA" | "SELECT"),
    }
}
