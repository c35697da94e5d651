//! How the page starts, and what it says when it cannot.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::harness::{Outcome, Setup, Site};

/// A copy of the site that a test may spoil.
pub fn copy() -> Result<(TempDir, Site)> {
    let folder = tempfile::tempdir()?;
    copy_into(Site::fixtures().folder(), folder.path())?;
    let site = Site::of_folder(folder.path());
    Ok((folder, site))
}

fn copy_into(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a file has a name")?);
        if path.is_dir() {
            copy_into(&path, &target)?;
        } else {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}

/// What the names of the files begin with that are fetched on demand.
const PARTS: [&str; 2] = ["split_", "chunk_"];

/// The one file of the program with that extension.
pub fn the_file(folder: &Path, extension: &str) -> Result<PathBuf> {
    let paths: Vec<_> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let is_it = |path: &PathBuf| {
        // The WASM is in several files; this is the one that every page loads. So is the script that is not the worker's.
        let is_part = path
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name == "sw.js" || PARTS.iter().any(|part| name.starts_with(part)));
        !is_part && path.extension().is_some_and(|each| each == extension)
    };
    let found = paths.into_iter().find(is_it);
    found.with_context(|| format!("no .{extension} in {}", folder.display()))
}

/// The plain message stands in the page, and no more reloads follow.
async fn says_that_a_part_did_not_load(site: Site) -> Outcome {
    Setup::of(site)
        .expecting_errors()
        .run(async |browser| {
            browser.driver.goto(browser.url("")).await?;
            browser.reads("A part of this page did not load").await?;
            browser.sees("button", "Load the page again").await?;
            let kind = "return performance.getEntriesByType('navigation')[0].type === 'reload'";
            browser.holds("the page was reloaded once, past the cache", kind).await
        })
        .await
}

#[tokio::test]
async fn wasm_that_is_missing_is_said_in_words() -> Outcome {
    let (folder, site) = copy()?;
    fs::remove_file(the_file(folder.path(), "wasm")?)?;
    says_that_a_part_did_not_load(site).await
}

#[tokio::test]
async fn wasm_that_is_corrupt_is_said_in_words() -> Outcome {
    let (folder, site) = copy()?;
    let wasm = the_file(folder.path(), "wasm")?;
    let mut bytes = fs::read(&wasm)?;
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0xff);
    fs::write(wasm, bytes)?;
    says_that_a_part_did_not_load(site).await
}

#[tokio::test]
async fn a_script_that_is_missing_is_said_in_words() -> Outcome {
    let (folder, site) = copy()?;
    fs::remove_file(the_file(folder.path(), "js")?)?;
    says_that_a_part_did_not_load(site).await
}

#[tokio::test]
async fn a_script_that_is_corrupt_is_said_in_words() -> Outcome {
    let (folder, site) = copy()?;
    fs::write(the_file(folder.path(), "js")?, "export default async () => { throw new Error('broken') }")?;
    says_that_a_part_did_not_load(site).await
}

#[tokio::test]
async fn without_scripts_the_page_says_what_it_needs() -> Outcome {
    Setup::fixtures()
        .scripts_denied()
        .run(async |browser| {
            browser.driver.goto(browser.url("")).await?;
            browser.reads("JavaScript is off in this browser").await
        })
        .await
}

/// The HTML of the last release lies in the browser's cache and names files that are gone.
#[tokio::test]
async fn a_new_release_while_the_old_page_is_cached_costs_one_reload() -> Outcome {
    let (folder, site) = copy()?;
    Setup::of(site)
        .expecting_errors()
        .run(async |browser| {
            let picture = the_file(folder.path(), "svg")?;
            let picture = picture.file_name().and_then(|name| name.to_str()).context("a name in UTF-8")?;
            browser.driver.goto(browser.url(picture)).await?;
            browser.eval("return fetch('./').then(page => page.text()).then(() => true)").await?;
            rename_the_app(folder.path())?;
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
fn rename_the_app(folder: &Path) -> Result<()> {
    let old = the_file(folder, "wasm")?;
    fs::rename(&old, folder.join("rungs-next.wasm"))?;
    let old = old.file_name().and_then(|name| name.to_str()).context("a name in UTF-8")?;
    for page in ["index.html", "404.html"] {
        let html = fs::read_to_string(folder.join(page))?;
        fs::write(folder.join(page), html.replace(old, "rungs-next.wasm"))?;
    }
    Ok(())
}
