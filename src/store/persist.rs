//! Whether the browser promises to keep what is stored, and asking it to.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What the browser says about keeping this site's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// It keeps the data until the user deletes it.
    Kept,
    /// It may delete the data when room is short or the site was not visited for long.
    MayGo,
    /// It does not say.
    Unknown,
}

/// What holds at present.
pub async fn persistence() -> Persistence {
    answer(storage_manager().and_then(|manager| manager.persisted().ok())).await
}

/// Asks the browser to keep the data; it may ask the user, or decide by itself.
pub async fn ask_to_persist() -> Persistence {
    answer(storage_manager().and_then(|manager| manager.persist().ok())).await
}

/// Browsers have no storage manager outside secure contexts.
fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let there = js_sys::Reflect::has(&navigator, &JsValue::from_str("storage")).unwrap_or(false);
    there.then(|| navigator.storage())
}

async fn answer(asked: Option<Promise>) -> Persistence {
    let Some(promise) = asked else { return Persistence::Unknown };
    match JsFuture::from(promise).await.ok().and_then(|kept| kept.as_bool()) {
        Some(true) => Persistence::Kept,
        Some(false) => Persistence::MayGo,
        None => Persistence::Unknown,
    }
}
