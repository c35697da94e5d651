//! The browser's address bar and history: the only code that calls `web_sys::History`.

use rungs_core::route::{Base, Parsed, parse};
use wasm_bindgen::JsValue;
use web_sys::{History, Url, window};

/// What the address bar says.
pub fn address(base: &Base) -> Option<Parsed> {
    let location = window()?.location();
    Some(parse(base, &location.pathname().ok()?, &location.search().ok()?, &location.hash().ok()?))
}

/// What a link on this site says; `None` where it leads elsewhere.
pub fn internal(base: &Base, href: &str) -> Option<Parsed> {
    let location = window()?.location();
    let url = Url::new_with_base(href, &location.href().ok()?).ok()?;
    let parsed = parse(base, &url.pathname(), &url.search(), &url.hash());
    (url.origin() == location.origin().ok()? && parsed.place().is_some()).then_some(parsed)
}

/// Adds an entry to the history, unless the present one has that address already.
pub fn push(url: &str) {
    if let Some(history) = history_beside(url) {
        // Browsers refuse very many entries in a short time; the page is shown all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Puts another address into the present entry, if it is another.
pub fn replace(url: &str) {
    if let Some(history) = history_beside(url) {
        // As above: refused at worst for being too frequent.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Notes in the present entry how far down the page is, for when it is loaded again.
pub fn note_scroll() {
    let Some(window) = window() else { return };
    if let (Ok(history), Ok(down)) = (window.history(), window.scroll_y()) {
        // Refused at worst; then a reload begins at the top.
        let _ = history.replace_state(&JsValue::from_f64(down), "");
    }
}

/// How far down the page was when it was left, if that was noted.
pub fn noted_scroll() -> Option<f64> {
    window()?.history().ok()?.state().ok()?.as_f64()
}

/// The history; `None` where the present entry has that address.
fn history_beside(url: &str) -> Option<History> {
    let window = window()?;
    let location = window.location();
    let parts = (location.pathname(), location.search(), location.hash());
    if let (Ok(path), Ok(query), Ok(fragment)) = parts
        && format!("{path}{query}{fragment}") == url
    {
        return None;
    }
    window.history().ok()
}
