//! localStorage itself. The fallible call comes first: gloo-storage throws where storage is denied, and
//! is used only after that call succeeded.

use std::fmt;

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage as _};
use rungs_core::saved::{Key, PREFIX};
use serde::Serialize;
use web_sys::Storage;

/// Why a value was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser gives this site no storage: cookies are blocked, or a setting forbids it.
    Denied,
    /// There is no room left.
    Full,
    /// A newer version of this site stored something in its place.
    Newer(u32),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Denied => "this browser does not let the site store anything",
            Self::Full => "the browser’s storage for this site is full",
            Self::Newer(_) => "it was stored by a newer version of this site",
        })
    }
}

/// The storage area, where the browser gives one.
fn area() -> Result<Storage, Refusal> {
    if crate::IS_PRINTING {
        return Err(Refusal::Denied);
    }
    web_sys::window().and_then(|window| window.local_storage().ok()?).ok_or(Refusal::Denied)
}

/// Whether anything of ours may be stored, below this base path or another one: it is, or the browser does not say.
pub fn holds_anything() -> bool {
    if crate::IS_PRINTING {
        return false;
    }
    let Ok(area) = area() else { return true };
    let Ok(length) = area.length() else { return true };
    (0..length).filter_map(|position| area.key(position).ok()?).any(|key| is_ours(&key))
}

/// Whether a key is of ours, of whichever base path.
pub fn is_ours(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// The text stored under a key.
pub(super) fn read(key: &Key) -> Result<Option<String>, Refusal> {
    if crate::IS_PRINTING {
        return Ok(None);
    }
    area()?.get_item(&key.to_string()).map_err(|_| Refusal::Denied)
}

/// Stores a value as JSON. Where that is refused, what stood there still stands.
pub(super) fn write<T: Serialize>(key: &Key, value: T) -> Result<(), Refusal> {
    area()?;
    LocalStorage::set(key.to_string(), value).map_err(|error| match error {
        StorageError::JsError(error) if error.name.contains("Quota") || error.name.contains("QUOTA") => Refusal::Full,
        _ => Refusal::Denied,
    })
}

/// Stores a text as it is.
pub(super) fn write_text(key: &Key, text: &str) -> Result<(), Refusal> {
    area()?.set_item(&key.to_string(), text).map_err(|_| Refusal::Full)
}

/// Removes a value.
pub(super) fn remove(key: &Key) -> Result<(), Refusal> {
    area()?;
    LocalStorage::delete(key.to_string());
    Ok(())
}

/// The keys of ours, of every base path, in their order.
pub(super) fn keys() -> Result<Vec<Key>, Refusal> {
    if crate::IS_PRINTING {
        return Ok(Vec::new());
    }
    let area = area()?;
    let length = area.length().map_err(|_| Refusal::Denied)?;
    let mut keys: Vec<Key> = Vec::new();
    for key in (0..length).filter_map(|position| Key::parse(&area.key(position).ok()??)) {
        keys.insert(keys.partition_point(|other| *other < key), key);
    }
    Ok(keys)
}
