//! Files: offered as a download made in the page, and read when the user has chosen one.

use std::fmt;

use js_sys::{Array, Uint8Array};
use rungs_core::saved::Size;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than any file that this site writes; it was not opened.
    TooLarge {
        /// Its size.
        size: Size,
        /// The largest that is read.
        largest: Size,
    },
    /// It has no bytes; to a page, a file that the browser may not look into has none either.
    Empty,
    /// The browser could not read it.
    Unreadable,
    /// It is not a text in UTF-8.
    NotText,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::TooLarge { size, largest } => {
                write!(f, "The file has {size}. Files of more than {largest} are not opened.")
            }
            Self::Empty => f.write_str(
                "The file is empty, or the browser could not look into it. If it should hold something, choose it again.",
            ),
            Self::Unreadable => f.write_str("The browser could not read the file. It may have been moved or deleted."),
            Self::NotText => f.write_str("The file is not a text file, so this site did not write it."),
        }
    }
}

/// How long the browser has for taking hold of a file, in milliseconds: Safari asks the user first.
const REVOKED_AFTER: i32 = 60_000;

/// Lets the user save a text as a file. Nothing leaves the page.
///
/// # Errors
/// What the browser says where it cannot make a file.
pub fn offer_download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    click_download(name, &address)?;
    let revoke = Closure::once_into_js(move || {
        // Fails only for what is no address of a blob.
        let _ = Url::revoke_object_url(&address);
    });
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), REVOKED_AFTER)?;
    Ok(())
}

fn click_download(name: &str, address: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// Reads a file that the user chose, unless it is larger than `largest`.
///
/// # Errors
/// [`FileError`] says why not.
pub async fn read_text(file: &File, largest: Size) -> Result<String, FileError> {
    let size = Size(file.size() as u64);
    if size == Size(0) {
        return Err(FileError::Empty);
    }
    if size > largest {
        return Err(FileError::TooLarge { size, largest });
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    let text = String::from_utf8(Uint8Array::new(&bytes).to_vec()).map_err(|_| FileError::NotText)?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}
