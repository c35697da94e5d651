//! How the page starts, and what it says when it cannot.

use std::fs;

use anyhow::Context;

use crate::harness::{Outcome, Releases, Setup};

/// The plain message stands in the page, and no more reloads follow.
async fn says_that_a_part_did_not_load(release: &Releases) -> Outcome {
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.go("").await?;
            browser.reads("A part of this page did not load").await?;
            browser.sees("button", "Load the page again").await?;
            let kind = "return performance.getEntriesByType('navigation')[0].type === 'reload'";
            browser.holds("the page was reloaded once, past the cache", kind).await
        })
        .await
}

#[tokio::test]
async fn wasm_that_is_missing_is_said_in_words() -> Outcome {
    let release = Releases::of_fixtures()?;
    fs::remove_file(release.main_file("wasm")?)?;
    says_that_a_part_did_not_load(&release).await
}

#[tokio::test]
async fn wasm_that_is_corrupt_is_said_in_words() -> Outcome {
    let release = Releases::of_fixtures()?;
    let wasm = release.main_file("wasm")?;
    let mut bytes = fs::read(&wasm)?;
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0xff);
    fs::write(wasm, bytes)?;
    says_that_a_part_did_not_load(&release).await
}

#[tokio::test]
async fn a_script_that_is_missing_is_said_in_words() -> Outcome {
    let release = Releases::of_fixtures()?;
    fs::remove_file(release.main_file("js")?)?;
    says_that_a_part_did_not_load(&release).await
}

#[tokio::test]
async fn a_script_that_is_corrupt_is_said_in_words() -> Outcome {
    let release = Releases::of_fixtures()?;
    fs::write(release.main_file("js")?, "export default async () => { throw new Error('broken') }")?;
    says_that_a_part_did_not_load(&release).await
}

#[tokio::test]
async fn without_scripts_the_page_says_what_it_needs() -> Outcome {
    Setup::fixtures()
        .scripts_denied()
        .run(async |browser| {
            browser.go("").await?;
            browser.reads("JavaScript is off in this browser").await
        })
        .await
}

/// The HTML of the last release lies in the browser's cache and names files that are gone.
#[tokio::test]
async fn a_new_release_while_the_old_page_is_cached_costs_one_reload() -> Outcome {
    let release = Releases::of_fixtures()?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            let picture = release.main_file("svg")?;
            let picture = picture.file_name().and_then(|name| name.to_str()).context("a name in UTF-8")?;
            browser.go(picture).await?;
            browser.eval("return fetch('./').then(page => page.text()).then(() => true)").await?;
            rename_the_app(&release)?;
            browser.eval("location.assign('./')").await?;
            browser
                .holds(
                    "the page was reloaded",
                    "return performance.getEntriesByType('navigation')[0].type === 'reload'",
                )
                .await?;
            browser.holds("the app has started", "return !document.querySelector('#app > .start')").await
        })
        .await
}

/// What a release changes: the WASM has another name, and the page knows it.
fn rename_the_app(release: &Releases) -> Outcome {
    let old = release.main_file("wasm")?;
    fs::rename(&old, release.path("rungs-next.wasm"))?;
    let old = old.file_name().and_then(|name| name.to_str()).context("a name in UTF-8")?;
    for page in ["index.html", "404.html"] {
        let html = fs::read_to_string(release.path(page))?;
        fs::write(release.path(page), html.replace(old, "rungs-next.wasm"))?;
    }
    Ok(())
}
