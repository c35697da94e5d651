//! The service worker as a page sees it.

use anyhow::Result;
use serde_json::json;

use super::{Browser, Outcome};

/// Waits until a release is kept whole and answers for this page.
pub async fn is_kept(browser: &Browser) -> Outcome {
    let script = "return navigator.serviceWorker.controller?.state === 'activated'";
    browser.holds("the release is kept for when there is no network", script).await
}

/// Lets the browser look for another release and fetch it; returns what became of it: `installed` or `redundant`, or
/// `none` where there is no other.
pub async fn look_for_a_release(browser: &Browser) -> Result<String> {
    begin_looking(browser).await?;
    end_of_looking(browser).await
}

/// Lets the browser begin to fetch another release.
pub async fn begin_looking(browser: &Browser) -> Outcome {
    let script = "return navigator.serviceWorker.getRegistration().then(registration => \
        registration.update().then(() => { window.found = registration.installing ?? registration.waiting })).then(() => true)";
    browser.eval(script).await.map(drop)
}

/// What became of the release that the browser began to fetch.
pub async fn end_of_looking(browser: &Browser) -> Result<String> {
    let script = "if (!window.found) return 'none'; \
        return /installed|redundant/.test(window.found.state) ? window.found.state : null";
    let state = async || Ok(browser.eval(script).await?.as_str().map(str::to_owned));
    browser.until("another release is fetched or given up", state).await
}

/// The names of all caches of the origin, in their order.
pub async fn caches(browser: &Browser) -> Result<Vec<String>> {
    Ok(serde_json::from_value(browser.eval("return caches.keys()").await?)?)
}

/// Forgets what the browser keeps of its own accord, which would hide that something is not kept.
pub async fn forget_http_cache(browser: &Browser) -> Outcome {
    browser.driver.cdp().send_raw("Network.clearBrowserCache", json!({})).await?;
    Ok(())
}
