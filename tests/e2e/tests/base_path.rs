//! The same WASM at the root of a host.

use anyhow::ensure;
use std::fs;

use crate::harness::{Outcome, Setup, Site};

#[tokio::test]
async fn the_site_works_at_the_root_of_a_host() -> Outcome {
    Setup::of(Site::fixtures_at_root())
        .run(async |browser| {
            browser.open("").await?;
            browser.click("link", "Bakery").await?;
            browser.is_at("ladders/bakery/").await?;
            browser.open("compare/bakery/apprentice/baker/").await?;
            browser.reload().await?;
            browser.sees("heading", "Apprentice → Baker").await?;
            browser.click("link", "Assess").await?;
            browser.is_at("assess/").await
        })
        .await
}

#[test]
fn the_two_sites_hold_the_same_wasm() -> Outcome {
    let wasm = |site: Site| -> anyhow::Result<Vec<String>> {
        let names = fs::read_dir(site.folder())?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let names: anyhow::Result<Vec<_>> = names.collect();
        let mut names: Vec<_> = names?.into_iter().filter(|name| name.ends_with(".wasm")).collect();
        names.sort();
        Ok(names)
    };
    let (below, at_root) = (wasm(Site::fixtures())?, wasm(Site::fixtures_at_root())?);
    ensure!(below.len() > 1 && below == at_root, "files named by content differ: {below:?} and {at_root:?}");
    Ok(())
}
