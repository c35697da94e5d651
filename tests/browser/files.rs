//! Files of a large catalogue, fetched by a real browser: whole and unchanged, or not at all.

use js_sys::{Array, Function, Promise, Uint8Array};
use rungs::catalogue::{self, CatalogueError, files};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, HtmlMetaElement, Url};

/// The five letters `rungs`, gzipped.
const RUNGS: &[u8] = &[31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 43, 42, 205, 75, 47, 6, 0, 208, 47, 40, 184, 5, 0, 0, 0];
/// `sha256-` and the hash of these bytes.
const INTEGRITY: &str = "sha256-ReWFLjpJbcgk1t/8akmYmP2O9Awmsr/UIv3B/dQ+rX8=";

/// An address at which these bytes are.
fn address_of(bytes: &[u8]) -> String {
    let parts = Array::of1(&Uint8Array::from(bytes));
    Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence(&parts).unwrap()).unwrap()
}

/// Bytes gzipped, by the browser.
async fn packed(bytes: &[u8]) -> Vec<u8> {
    let pack = "new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()";
    let pack = Function::new_with_args("bytes", &format!("return {pack}"));
    let promise = pack.call1(&JsValue::NULL, &Uint8Array::from(bytes)).unwrap().unchecked_into::<Promise>();
    Uint8Array::new(&JsFuture::from(promise).await.unwrap()).to_vec()
}

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_unpacked_counts_as_missing() {
    let source = files::Source { url: address_of(&RUNGS[..20]), integrity: String::new() };
    assert_eq!(source.fetch().await, Err(CatalogueError::Missing));
}

fn source(url: &str) -> files::Source {
    files::Source { url: url.to_owned(), integrity: INTEGRITY.to_owned() }
}

#[wasm_bindgen_test]
async fn a_file_comes_whole() {
    assert_eq!(source(&address_of(RUNGS)).fetch().await, Ok(b"rungs".to_vec()));
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_what_its_hash_says_counts_as_missing() {
    let mut other = RUNGS.to_vec();
    other[12] ^= 1;
    let error = source(&address_of(&other)).fetch().await.unwrap_err();
    assert_eq!(error, CatalogueError::Missing);
    assert_eq!(
        error.to_string(),
        "a file of this site did not arrive; the network may be down, or a newer release out"
    );
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_missing() {
    let url = address_of(RUNGS);
    Url::revoke_object_url(&url).unwrap();
    assert_eq!(source(&url).fetch().await, Err(CatalogueError::Missing));
    assert_eq!(source("/data-nowhere.bin").fetch().await, Err(CatalogueError::Missing));
}

/// How often an address was asked for.
fn requests(url: &str) -> f64 {
    let script = format!("performance.getEntriesByName(new URL({url:?}, location)).length");
    js_sys::eval(&script).unwrap().as_f64().unwrap()
}

#[wasm_bindgen_test]
async fn who_asks_while_a_file_is_under_way_gets_the_same() {
    let url = "/data-twice.bin";
    let fetch = || {
        future_to_promise(async move {
            assert_eq!(source(url).fetch().await, Err(CatalogueError::Missing));
            Ok(JsValue::TRUE)
        })
    };
    JsFuture::from(Promise::all(&Array::of2(&fetch(), &fetch()))).await.unwrap();
    // Once, and once more past the cache.
    assert_eq!(requests(url), 2.0);
    JsFuture::from(fetch()).await.unwrap();
    assert_eq!(requests(url), 4.0);
}

#[wasm_bindgen_test]
async fn a_document_may_name_the_file_of_its_own_ladder() {
    let card = catalogue::index().await.unwrap().ladders[0].clone();
    let ladder = catalogue::ladder(&card.id).await.unwrap();
    let document = web_sys::window().unwrap().document().unwrap();
    let meta: HtmlMetaElement = document.create_element("meta").unwrap().unchecked_into();
    meta.set_name(&format!("rungs-data-ladder-{}", card.id));
    meta.set_content(&address_of(&packed(&ladder.encode().unwrap()).await));
    document.head().unwrap().append_child(&meta).unwrap();
    assert_eq!(files::ladder(&card.id).await.as_ref(), Ok(&*ladder));
    meta.remove();
    // It names no index, so no ladder can be found now.
    assert!(matches!(files::ladder(&card.id).await, Err(CatalogueError::Damaged(_))));
}
