//! Keys that act where the focus is, and the focus itself.

use web_sys::KeyboardEvent;

pub use crate::components::focus::focus_when_drawn;
use crate::components::focus::is_typing;

/// The key of an event that is not meant for a field and not a shortcut of the browser's.
pub fn plain_key(event: &KeyboardEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!modified && !event.default_prevented() && !is_typing(event)).then(|| event.key())
}
