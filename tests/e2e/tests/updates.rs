//! A new release: fetched whole or not at all, offered, and applied only where someone asks for it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::harness::worker::{begin_looking, caches, end_of_looking, forget_http_cache, is_kept, look_for_a_release};
use crate::harness::{Browser, Outcome, Releases, Site, node};

const OFFER: &str = "A new version of this site is ready.";
const THIS: &str = "Your answers stay in this browser.";
const NEXT: &str = "Your answers rest in this browser.";

/// Runs a test on a site that begins with the release of the test ladders.
async fn with_releases(test: impl AsyncFnOnce(&Browser, &Releases) -> Outcome) -> Outcome {
    let releases = Releases::of_fixtures()?;
    releases.setup().expecting_errors().run(async |browser| test(browser, &releases).await).await
}

/// Publishes the next release and has the browser fetch it.
async fn next_is_installed(browser: &Browser, releases: &Releases) -> Outcome {
    releases.publish(&Site::fixtures_next())?;
    let found = look_for_a_release(browser).await?;
    ensure!(found == "installed", "the next release is {found}");
    Ok(())
}

async fn rate(browser: &Browser, statement: &str, rating: &str) -> Outcome {
    let row = browser.find("[data-expectation]", &format!("/{statement}/")).await?;
    browser.click_in(&row, "label", &format!("/^{rating}/")).await?;
    browser.sees("text", "Saved").await
}

#[tokio::test]
async fn a_new_release_is_offered_and_takes_nothing_from_who_is_typing() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("assess/bakery/").await?;
        browser.choose("The level I work toward", "Baker").await?;
        is_kept(browser).await?;
        let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
        browser.click_in(&row, "button", "Add evidence").await?;
        browser.fill("What happened", "half a sen").await?;
        next_is_installed(browser, releases).await?;
        browser.sees("status", &format!("/{OFFER}/")).await?;
        browser.press("tence").await?;
        ensure!(browser.text().await?.contains(THIS), "the new release is applied already");
        browser.click("button", "Reload").await?;
        browser.reads(NEXT).await?;
        browser.reads("half a sentence").await?;
        browser.sees_no("button", "Reload").await
    })
    .await
}

#[tokio::test]
async fn an_offer_that_is_put_aside_is_made_again_at_the_next_visit() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("about/").await?;
        is_kept(browser).await?;
        releases.publish(&Site::fixtures_next())?;
        browser.reload().await?;
        browser.reads(OFFER).await?;
        browser.reads(THIS).await?;
        is_accessible(browser, "the offer of a new release").await?;
        browser.click("button", "Later").await?;
        browser.sees_no("button", "Later").await?;
        browser.holds("the focus is on the page", "return document.activeElement.id === 'main'").await?;
        browser.reload().await?;
        browser.reads(THIS).await?;
        browser.reads(OFFER).await
    })
    .await
}

#[tokio::test]
async fn a_window_that_stays_open_looks_for_a_new_release_every_hour() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("about/").await?;
        is_kept(browser).await?;
        releases.publish(&Site::fixtures_next())?;
        let watch = "window.looks = 0; const update = ServiceWorkerRegistration.prototype.update; \
            ServiceWorkerRegistration.prototype.update = function () { looks += 1; return update.call(this) }";
        browser.eval(watch).await?;
        let look = "document.dispatchEvent(new Event('visibilitychange')); return looks";
        ensure!(browser.eval(look).await? == 0, "it looks before the hour is over");
        let script = format!("const then = Date.now() + 3600001; Date.now = () => then; {look}");
        ensure!(browser.eval(&script).await? == 1, "it does not look");
        browser.reads(OFFER).await
    })
    .await
}

#[tokio::test]
async fn where_the_site_has_moved_away_its_worker_goes_and_answers_stay() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("assess/bakery/").await?;
        browser.choose("The level I work toward", "Baker").await?;
        browser.sees("text", "Saved").await?;
        is_kept(browser).await?;
        fs::remove_file(releases.path("sw.js"))?;
        browser
            .eval("const then = Date.now() + 3600001; Date.now = () => then; document.dispatchEvent(new Event('visibilitychange'))")
            .await?;
        browser.holds("its caches are gone", "return caches.keys().then(names => names.length === 0)").await?;
        let gone = "return navigator.serviceWorker.getRegistration().then(found => found === undefined)";
        browser.holds("it is gone", gone).await?;
        browser.holds("answers stay", "return Object.keys(localStorage).some(key => key.includes('bakery'))").await
    })
    .await
}

#[tokio::test]
async fn a_release_that_is_withdrawn_and_published_again_is_never_without_its_files() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("about/").await?;
        is_kept(browser).await?;
        let before = caches(browser).await?;
        next_is_installed(browser, releases).await?;
        releases.publish(&Site::fixtures())?;
        // Were it filled anew, this would be missed.
        fs::remove_file(releases.named("split_answers")?)?;
        forget_http_cache(browser).await?;
        let found = look_for_a_release(browser).await?;
        ensure!(found == "installed", "the first release is {found}");
        let after = caches(browser).await?;
        ensure!(before.iter().all(|name| after.contains(name)), "its cache is gone");
        releases.site.stop();
        browser.open("assess/bakery/").await?;
        browser.reads(THIS).await
    })
    .await
}

#[tokio::test]
async fn what_a_new_release_shares_with_the_one_before_is_not_fetched_again() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("about/").await?;
        is_kept(browser).await?;
        releases.publish(&Site::fixtures_next())?;
        forget_http_cache(browser).await?;
        fs::remove_file(releases.named("style-")?)?;
        let found = look_for_a_release(browser).await?;
        ensure!(found == "installed", "the next release is {found}");
        browser.click("button", "Reload").await?;
        browser.reads(NEXT).await?;
        let styled = "return getComputedStyle(document.querySelector('.site-header')).position === 'sticky'";
        browser.holds("its style is there", styled).await
    })
    .await
}

/// What can go wrong with one file of a release.
fn missing(releases: &Releases) -> Outcome {
    Ok(fs::remove_file(releases.named("split_answers")?)?)
}
fn corrupt(releases: &Releases) -> Outcome {
    let file = releases.named("split_answers")?;
    let mut bytes = fs::read(&file)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    Ok(fs::write(file, bytes)?)
}
fn of_another_release(releases: &Releases) -> Outcome {
    fs::copy(Site::fixtures().folder().join("404.html"), releases.path("404.html"))?;
    Ok(())
}

#[tokio::test]
async fn a_release_that_does_not_come_whole_leaves_the_one_before_as_it_is() -> Outcome {
    for spoil in [missing, corrupt, of_another_release] {
        with_releases(async |browser, releases| {
            browser.open("about/").await?;
            is_kept(browser).await?;
            let before = caches(browser).await?;
            releases.publish(&Site::fixtures_next())?;
            spoil(releases)?;
            let found = look_for_a_release(browser).await?;
            ensure!(found == "redundant", "the broken release is {found}");
            ensure!(caches(browser).await? == before, "something of it is left");
            forget_http_cache(browser).await?;
            browser.open("assess/bakery/").await?;
            browser.choose("The level I work toward", "Baker").await?;
            browser.reads(THIS).await?;
            browser.sees_no("button", "Reload").await?;
            next_is_installed(browser, releases).await?;
            browser.click("button", "Reload").await?;
            browser.reads(NEXT).await
        })
        .await?;
    }
    Ok(())
}

/// Has the worker that fetches the next release killed while one of its files is on the way.
async fn kill_half_way(browser: &Browser, releases: &Releases) -> Result<PathBuf> {
    releases.publish(&Site::fixtures_next())?;
    let held = releases.named("split_search")?.with_extension("wasm.held");
    fs::write(&held, "")?;
    begin_looking(browser).await?;
    let half = "return caches.keys().then(async names => names.length > 1 && \
        (await (await caches.open(names.at(-1))).keys()).length > 3)";
    browser.holds("a part of the next release is there", half).await?;
    let cdp = browser.driver.cdp();
    cdp.send_raw("ServiceWorker.enable", json!({})).await?;
    cdp.send_raw("ServiceWorker.stopAllWorkers", json!({})).await?;
    Ok(held)
}

#[tokio::test]
async fn a_worker_that_is_killed_half_way_leaves_the_release_before_as_it_is() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("about/").await?;
        is_kept(browser).await?;
        let held = kill_half_way(browser, releases).await?;
        let found = end_of_looking(browser).await?;
        ensure!(found == "redundant", "the release that was cut off is {found}");
        forget_http_cache(browser).await?;
        browser.open("ladders/bakery/").await?;
        browser.sees("heading", "What each level expects").await?;
        browser.reads(THIS).await?;
        fs::remove_file(held)?;
        let found = look_for_a_release(browser).await?;
        ensure!(found == "installed", "the second attempt is {found}");
        browser.click("button", "Reload").await?;
        browser.reads(NEXT).await?;
        let left = caches(browser).await?;
        ensure!(left.len() <= 2, "more than this release and the one before: {left:?}");
        Ok(())
    })
    .await
}

/// A tab of the release that was out, and one of the next, which is the present one.
async fn two_tabs(browser: &Browser, releases: &Releases) -> Result<[WindowHandle; 2]> {
    browser.open("").await?;
    is_kept(browser).await?;
    let old = browser.driver.window().await?;
    let new = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(new.clone()).await?;
    browser.open("ladders/bakery/").await?;
    next_is_installed(browser, releases).await?;
    browser.click("button", "Reload").await?;
    browser.reads(NEXT).await?;
    Ok([old, new])
}

#[tokio::test]
async fn two_releases_in_two_tabs_share_the_answers_and_lose_none() -> Outcome {
    with_releases(async |browser, releases| {
        let [old, new] = two_tabs(browser, releases).await?;
        // The other tab runs on, with a part of its own release that it needs only now and the server has no more.
        forget_http_cache(browser).await?;
        browser.driver.switch_to_window(old.clone()).await?;
        browser.reads(THIS).await?;
        browser.click("link", "Assess").await?;
        browser.click("link", "Bakery").await?;
        browser.choose("The level I work toward", "Baker").await?;
        rate(browser, "at least 95 percent", "Sometimes").await?;
        browser.driver.switch_to_window(new.clone()).await?;
        browser.open("assess/bakery/").await?;
        rate(browser, "Cleans the oven", "Not yet").await?;
        for (tab, words) in [(&new, NEXT), (&old, THIS)] {
            browser.driver.switch_to_window(tab.clone()).await?;
            browser.reads("2 of ").await?;
            browser.reads(words).await?;
        }
        // The release before is kept for as long as a window may run it.
        ensure!(caches(browser).await?.len() == 2, "{:?}", caches(browser).await?);
        browser.click("button", "Reload").await?;
        browser.reads(NEXT).await?;
        browser.reads("2 of ").await?;
        let one = async || Ok((caches(browser).await?.len() == 1).then_some(()));
        browser.until("the release before goes with the last window that ran it", one).await
    })
    .await
}

/// Publishes a release that differs from the one that is out by a page only.
fn publish_another(releases: &Releases) -> Outcome {
    let page = releases.path("about/index.html");
    fs::write(&page, fs::read_to_string(&page)?.replace("About and privacy", "About, and privacy"))?;
    let folder = releases.site.folder().display().to_string();
    let script =
        format!("import {{ worker }} from './scripts/worker.mjs'; await worker({{ to: {folder:?}, minify: true }})");
    node(&script)?;
    Ok(())
}

#[tokio::test]
async fn a_tab_runs_on_whose_release_is_followed_by_two() -> Outcome {
    with_releases(async |browser, releases| {
        let [old, _] = two_tabs(browser, releases).await?;
        publish_another(releases)?;
        ensure!(look_for_a_release(browser).await? == "installed");
        browser.click("button", "Reload").await?;
        let three = async || Ok((caches(browser).await?.len() == 3).then_some(()));
        browser.until("all three are kept", three).await?;
        forget_http_cache(browser).await?;
        browser.driver.switch_to_window(old.clone()).await?;
        browser.reads(THIS).await?;
        browser.click("link", "Assess").await?;
        browser.click("link", "Bakery").await?;
        browser.sees("combobox", "The level I work toward").await?;
        browser.reload().await?;
        let one = async || Ok((caches(browser).await?.len() == 1).then_some(()));
        browser.until("both older ones go with the last window that ran one", one).await
    })
    .await
}

#[tokio::test]
async fn a_build_for_work_on_the_code_gives_up_what_a_release_kept() -> Outcome {
    with_releases(async |browser, releases| {
        browser.open("about/").await?;
        is_kept(browser).await?;
        let worker = concat!(env!("CARGO_MANIFEST_DIR"), "/../../no-worker.js");
        fs::copy(worker, releases.path("sw.js"))?;
        browser.reload().await?;
        let gone = "return Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]) \
            .then(([workers, names]) => workers.length + names.length === 0)";
        browser.holds("nothing is kept any more", gone).await
    })
    .await
}
