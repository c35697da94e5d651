//! Which keys do what in search.

use web_sys::KeyboardEvent;

use crate::components::focus::is_typing;

/// A key that does something in the field.
pub enum ListKey {
    /// To the next result.
    Down,
    /// To the result before.
    Up,
    /// To the page of the active result.
    Enter,
    /// Closes the list, then empties the field.
    Escape,
}

/// The meaning of a key in the field; `None` for all keys that only type, and while a method of
/// input such as Japanese is composing, whose Enter and arrows are its own.
pub fn list_key(event: &KeyboardEvent) -> Option<ListKey> {
    if event.is_composing() || event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    Some(match event.key().as_str() {
        "ArrowDown" => ListKey::Down,
        "ArrowUp" => ListKey::Up,
        "Enter" => ListKey::Enter,
        "Escape" => ListKey::Escape,
        _ => return None,
    })
}

/// What a key asks for wherever it is pressed.
pub enum Call {
    /// Search.
    Search,
    /// Noting a win.
    Note,
}

/// The meaning of a key pressed anywhere: Ctrl+K or ⌘K always, `/` and `w` unless they are switched off or the user is
/// typing.
pub fn call(event: &KeyboardEvent, letters: bool) -> Option<Call> {
    if event.default_prevented() || event.alt_key() || event.is_composing() {
        return None;
    }
    let is_letter = || letters && !event.ctrl_key() && !event.meta_key() && !is_typing(event);
    match event.key().as_str() {
        "k" if event.ctrl_key() != event.meta_key() && !event.shift_key() => Some(Call::Search),
        "/" if is_letter() => Some(Call::Search),
        "w" if is_letter() => Some(Call::Note),
        _ => None,
    }
}
