//! The clipboard, which browsers may refuse.

use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// The browser did not let the page write to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Puts a text on the clipboard. Call it from within a click: browsers refuse it elsewhere.
///
/// # Errors
/// [`Refused`] where the browser has no clipboard for pages or does not permit it.
pub async fn copy(text: &str) -> Result<(), Refused> {
    let navigator = window().ok_or(Refused)?.navigator();
    // Without a secure context there is no clipboard at all, and calling it would throw.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).map_err(|_| Refused)?;
    if clipboard.is_undefined() {
        return Err(Refused);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(drop).map_err(|_| Refused)
}
