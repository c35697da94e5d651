//! What does not grow with the catalogue: the program, the first load, and what a visit fetches.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::harness::worker::{forget_http_cache, is_kept};
use crate::harness::{Browser, Outcome, Releases, Setup, Site, fetched};
use crate::printed::open_asleep;

/// The first ladders of every generated catalogue, by their names.
const FIRST: &str = "Posaerpo own reviews";
const SECOND: &str = "Enerda local teams";
const THIRD: &str = "Bacevoli local workshops";

/// The files of the program that a site publishes, by name.
fn program(site: &Site) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(site.folder())? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).context("a name in UTF-8")?;
        // The worker lists all files of its site.
        if name != "sw.js" && [".wasm", ".js", ".css"].iter().any(|extension| name.ends_with(extension)) {
            files.insert(name.to_owned(), fs::read(&path)?);
        }
    }
    Ok(files)
}

#[test]
fn the_program_is_the_same_to_the_byte_for_a_hundred_and_a_thousand_ladders() -> Outcome {
    let (hundred, thousand) = (program(&Site::hundred())?, program(&Site::thousand())?);
    let names = |files: &BTreeMap<String, _>| files.keys().cloned().collect::<Vec<_>>();
    ensure!(names(&hundred) == names(&thousand), "{:?} are not {:?}", names(&hundred), names(&thousand));
    ensure!(names(&hundred).iter().filter(|name| name.ends_with(".wasm")).count() > 3, "{:?}", names(&hundred));
    for (name, bytes) in hundred {
        ensure!(thousand[&name] == bytes, "{name} differs");
    }
    Ok(())
}

/// The files of the catalogue that the page has fetched, without their hashes.
async fn data(browser: &Browser) -> Result<Vec<String>> {
    let names = fetched(browser).await?.into_iter().filter_map(|(name, _)| {
        let stem = name.strip_suffix(".bin")?.rsplit('/').next()?;
        Some(stem.rsplit_once('-').map_or(stem, |(stem, _)| stem).to_owned())
    });
    Ok(names.collect())
}

/// How many bytes the first load of each place has, and that the catalogue is none of it.
async fn first_loads(site: Site, places: &[&str]) -> Result<Vec<u64>> {
    let mut loads = Vec::new();
    let look = async |browser: &Browser| {
        // What the worker keeps comes without a size on the way.
        browser.driver.cdp().send_raw("Network.enable", json!({})).await?;
        browser.driver.cdp().send_raw("Network.setBypassServiceWorker", json!({ "bypass": true })).await?;
        for place in places {
            open_asleep(browser, place).await?;
            ensure!(data(browser).await?.is_empty(), "{place} fetches {:?}", data(browser).await?);
            let files = fetched(browser).await?;
            ensure!(files.iter().all(|(_, size)| *size > 0), "{place}: {files:?}");
            loads.push(files.iter().map(|(_, size)| size).sum());
        }
        Ok(())
    };
    Setup::of(site).run(look).await?;
    Ok(loads)
}

async fn load_the_same(few: Site, many: Site, places: &[&str]) -> Outcome {
    let (few, many) = (first_loads(few, places).await?, first_loads(many, places).await?);
    for ((place, few), many) in places.iter().zip(few).zip(many) {
        ensure!(many * 100 <= few * 101, "{place:?} weighs {many} bytes, of few ladders {few}");
    }
    Ok(())
}

#[tokio::test]
async fn the_first_load_of_a_thousand_ladders_or_a_large_one_is_that_of_three() -> Outcome {
    let places = ["", "ladders/ladder-0000/", "ladders/ladder-0000/l0/", "assess/ladder-0000/", "data/"];
    load_the_same(Site::three(), Site::thousand(), &places).await?;
    load_the_same(Site::three(), Site::large_framework(), &["data/"]).await
}

#[tokio::test]
async fn the_first_load_of_a_step_of_one_of_a_hundred_ladders_is_that_of_three() -> Outcome {
    load_the_same(Site::three(), Site::hundred(), &["compare/ladder-0000/l0/l1/"]).await
}

/// Pages that list ladders hold so many and no more.
#[tokio::test]
async fn pages_that_list_ladders_do_not_grow_beyond_a_hundred() -> Outcome {
    load_the_same(Site::hundred(), Site::thousand(), &["", "compare/", "assess/", "about/"]).await
}

/// By the menu, since a ladder has a link to all of them too.
async fn to_all_ladders(browser: &Browser) -> Outcome {
    let menu = browser.find("navigation", "Main").await?;
    browser.click_in(&menu, "link", "Ladders").await
}

#[tokio::test]
async fn the_files_of_a_catalogue_come_once_when_they_are_needed() -> Outcome {
    Setup::of(Site::thousand())
        .run(async |browser| {
            open_asleep(browser, "ladders/ladder-0000/").await?;
            ensure!(data(browser).await?.is_empty(), "asleep, the page fetches {:?}", data(browser).await?);
            browser.open("ladders/ladder-0000/").await?;
            let first = ["data-index", "data-ladder-ladder-0000"];
            ensure!(data(browser).await? == first, "it takes {:?}", data(browser).await?);
            for name in [SECOND, FIRST, SECOND] {
                to_all_ladders(browser).await?;
                browser.click("link", name).await?;
                browser.sees("heading", name).await?;
            }
            let second = [first[0], first[1], "data-ladder-ladder-0001"];
            ensure!(data(browser).await? == second, "two ladders take {:?}", data(browser).await?);
            for query in ["reviews", "plans"] {
                browser.fill("Search all ladders", query).await?;
                browser.sees("option", "/./").await?;
            }
            let all = [first[0], first[1], second[2], "data-search"];
            ensure!(data(browser).await? == all, "with search that makes {:?}", data(browser).await?);
            Ok(())
        })
        .await
}

/// The rest of the site is there while one file of it is not.
#[tokio::test]
async fn a_damaged_ladder_is_said_and_comes_when_it_is_mended() -> Outcome {
    let release = Releases::beginning_with(&Site::hundred())?;
    let file = release.named("data-ladder-ladder-0001-")?;
    let whole = fs::read(&file)?;
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    fs::write(&file, damaged)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.open("").await?;
            browser.click("link", SECOND).await?;
            browser.sees("heading", "This page could not be loaded").await?;
            browser.reads("file of this site did not arrive").await?;
            // All else goes on.
            to_all_ladders(browser).await?;
            browser.click("link", THIRD).await?;
            browser.sees("heading", "What each level expects").await?;
            to_all_ladders(browser).await?;
            browser.click("link", SECOND).await?;
            browser.sees("heading", "This page could not be loaded").await?;
            fs::write(&file, whole)?;
            browser.click("button", "Try again").await?;
            browser.sees("heading", "What each level expects").await?;
            browser.sees("heading", SECOND).await
        })
        .await
}

/// A catalogue of more than 5 MB is kept as far as it was opened.
#[tokio::test]
async fn without_a_network_what_was_opened_can_be_read_and_the_rest_is_said() -> Outcome {
    let folder = tempfile::tempdir()?;
    let place = folder.path().join("site");
    // At an address of its own, whose server can be stopped.
    symlink(fs::canonicalize(Site::thousand().folder())?, &place)?;
    let site = Site::of_folder(&place);
    Setup::of(site.clone())
        .expecting_errors()
        .run(async |browser| {
            browser.open("").await?;
            is_kept(browser).await?;
            browser.click("link", FIRST).await?;
            browser.sees("heading", "What each level expects").await?;
            site.stop();
            forget_http_cache(browser).await?;
            browser.open("ladders/ladder-0000/?show=whole").await?;
            browser.sees("heading", "What each level expects").await?;
            to_all_ladders(browser).await?;
            browser.click("link", SECOND).await?;
            browser.reads("the network may be down").await?;
            browser.fill("Search all ladders", "plans").await?;
            browser.reads("Search could not be loaded.").await
        })
        .await
}
