//! What files weigh, and what a page has fetched.

use std::fs::File;
use std::path::Path;

use anyhow::Result;

use super::Browser;

/// The bytes of a file as the site's host sends it.
pub fn gzipped(file: &Path) -> Result<u64> {
    let mut packed = flate2::read::GzEncoder::new(File::open(file)?, flate2::Compression::new(6));
    Ok(std::io::copy(&mut packed, &mut std::io::sink())?)
}

/// The names and sizes of all that the page has fetched of the site, in their order.
pub async fn fetched(browser: &Browser) -> Result<Vec<(String, u64)>> {
    let script = "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]\
        .map(entry => [new URL(entry.name).pathname, entry.encodedBodySize])\
        .filter(([name]) => !/[.](svg|png|webmanifest)$/.test(name))";
    Ok(serde_json::from_value(browser.eval(script).await?)?)
}
