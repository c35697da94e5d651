//! The catalogue of a site with many ladders: files of the site, which the document names (see `rungs_core::files`).
//!
//! A `<meta name="rungs-data-…" content="address" data-integrity="sha256-…">` names the files of the index and of what can be
//! found, and may name those of the ladders of its page; the index names those of all ladders.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use rungs_core::files::{FileRef, Listing};
use rungs_core::ladder::{Damaged, Index, Ladder, LadderId};
use rungs_core::search::SearchIndex;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{RequestCache, RequestInit, Response};

use super::CatalogueError;

/// What search is made of.
pub type Material = Vec<u8>;

/// Where a file is, and what it is checked by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: String,
    /// As the attribute `integrity` has it.
    pub integrity: String,
}

impl Source {
    /// The file that the document names under this word.
    fn named(what: &str) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let meta = document.query_selector(&format!("meta[name=\"rungs-data-{what}\"]")).ok()??;
        let integrity = meta.get_attribute("data-integrity").unwrap_or_default();
        Some(Self { url: meta.get_attribute("content")?, integrity })
    }

    /// A file in the folder of this one.
    fn beside(&self, file: &FileRef) -> Self {
        let folder = self.url.rfind('/').map_or("", |slash| &self.url[..=slash]);
        Self { url: format!("{folder}{}", file.name), integrity: file.integrity.clone() }
    }

    /// Its bytes, fetched once for all who ask at the same time.
    ///
    /// # Errors
    /// [`CatalogueError::Missing`] where it does not come whole.
    pub async fn fetch(&self) -> Result<Vec<u8>, CatalogueError> {
        // Without an error of its own: the promise of a file that nobody waits for any more must not be reported.
        let outcome = JsFuture::from(self.under_way()).await.map_err(|_| CatalogueError::Missing)?;
        Ok(outcome.dyn_into::<Uint8Array>().map_err(|_| CatalogueError::Missing)?.to_vec())
    }

    /// The promise of its bytes, which is kept until it is fulfilled: of nothing, where they do not come.
    fn under_way(&self) -> Promise {
        thread_local! {
            static UNDER_WAY: RefCell<Vec<(Source, Promise)>> = const { RefCell::new(Vec::new()) };
        }
        let find = |all: &Vec<(Self, Promise)>| {
            all.iter().find(|(source, _)| source == self).map(|(_, promise)| promise.clone())
        };
        UNDER_WAY.with_borrow(find).unwrap_or_else(|| {
            let source = self.clone();
            let promise = future_to_promise(async move {
                let bytes = source.fetch_twice().await;
                UNDER_WAY.with_borrow_mut(|all| all.retain(|(other, _)| *other != source));
                Ok(bytes.map_or(JsValue::UNDEFINED, Into::into))
            });
            UNDER_WAY.with_borrow_mut(|all| all.push((self.clone(), promise.clone())));
            promise
        })
    }

    /// What lies in the browser's cache may be broken, or the word that a file is missing: where it does not come, or is
    /// not what it should be, it is fetched once more past the cache.
    async fn fetch_twice(&self) -> Option<Uint8Array> {
        match self.fetch_from(RequestCache::Default).await {
            None => self.fetch_from(RequestCache::Reload).await,
            bytes => bytes,
        }
    }

    async fn fetch_from(&self, cache: RequestCache) -> Option<Uint8Array> {
        let options = RequestInit::new();
        options.set_integrity(&self.integrity);
        options.set_cache(cache);
        let response = JsFuture::from(web_sys::window()?.fetch_with_str_and_init(&self.url, &options)).await.ok()?;
        let response: Response = response.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        let unpacked = unpacked(&response).ok()?;
        let buffer: ArrayBuffer = JsFuture::from(unpacked.array_buffer().ok()?).await.ok()?.dyn_into().ok()?;
        Some(Uint8Array::new(&buffer))
    }
}

/// What a file holds: it comes gzipped, whatever the host does.
fn unpacked(response: &Response) -> Result<Response, JsValue> {
    let stream = response.body().ok_or(JsValue::UNDEFINED)?;
    let unpacker = DecompressionStream::new("gzip")?;
    Response::new_with_opt_readable_stream(Some(&stream.pipe_through(unpacker.unchecked_ref())))
}

#[wasm_bindgen]
extern "C" {
    // Every browser has it that runs this program; web-sys offers it only among what is unstable.
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// The file that the document names under this word, or else it was cut short.
fn named(what: &str) -> Result<Source, CatalogueError> {
    Source::named(what).ok_or(CatalogueError::Damaged(Damaged))
}

/// The file of the index, with where it came from.
struct Whole {
    source: Source,
    listing: Listing,
}

/// The index with the files of the ladders, fetched at the first call.
async fn whole() -> Result<&'static Whole, CatalogueError> {
    static WHOLE: OnceLock<Whole> = OnceLock::new();
    if let Some(whole) = WHOLE.get() {
        return Ok(whole);
    }
    let source = named("index")?;
    let listing = Listing::decode(&source.fetch().await?)?;
    Ok(WHOLE.get_or_init(|| Whole { source, listing }))
}

/// The index of all ladders.
///
/// # Errors
/// As [`super::index`].
pub async fn index() -> Result<Arc<Index>, CatalogueError> {
    Ok(Arc::clone(&whole().await?.listing.index))
}

/// A ladder: from the file that the document names for it, or else that which the index names.
///
/// # Errors
/// As [`super::ladder`].
pub async fn ladder(id: &LadderId) -> Result<Ladder, CatalogueError> {
    let source = match Source::named(&format!("ladder-{id}")) {
        Some(source) => source,
        None => {
            let Whole { source, listing } = whole().await?;
            source.beside(&listing.file(id).ok_or_else(|| CatalogueError::Unknown(id.clone()))?)
        }
    };
    Ok(Ladder::decode(id, &source.fetch().await?)?)
}

/// What search is made of.
///
/// # Errors
/// As [`super::index`].
pub async fn material() -> Result<Material, CatalogueError> {
    named("search")?.fetch().await
}

/// The search index.
///
/// # Errors
/// Where its bytes are not one.
pub fn search_index(material: &Material) -> Result<SearchIndex, Damaged> {
    SearchIndex::decode(material)
}
