//! The second visit needs no network: pages come from what the browser keeps, which holds nothing that was entered.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::worker::{caches, forget_http_cache, is_kept, look_for_a_release};
use crate::harness::{Browser, Outcome, Releases, Setup, Site, node, visit};

const SECRET: &str = "quince marmalade";

/// Every kind of page, and what it says.
const PAGES: [(&str, &str); 18] = [
    ("", "Bakery"),
    ("about/", "About and privacy"),
    ("data/", "Delete everything"),
    ("compare/", "Compare"),
    ("ladders/bakery/", "What each level expects"),
    ("ladders/bakery/?show=whole", "What each level expects"),
    ("ladders/toshokan/librarian/", "Assess yourself"),
    ("compare/bakery/apprentice/baker/", "Apprentice → Baker"),
    ("compare/?with=bakery.baker&with=orchestra.player", "Baker"),
    ("assess/", "Bakery"),
    ("assess/bakery/", "1 of "),
    ("plan/bakery/", "What do I work on next?"),
    ("case/bakery/", "What is my case?"),
    ("history/bakery/", "What has changed?"),
    ("growth/", "How do I grow?"),
    ("journal/", "What did I achieve?"),
    ("check-in/", "Where do we see it differently?"),
    ("ladders/bakry/", "There is no"),
];

/// Rates an expectation and notes something about it.
async fn assess(browser: &Browser) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("The level I work toward", "Baker").await?;
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.click_in(&row, "label", "/^Sometimes/").await?;
    browser.click_in(&row, "button", "Add evidence").await?;
    browser.fill("What happened", SECRET).await?;
    browser.click("button", "Done").await?;
    browser.sees("text", "Saved").await
}

#[tokio::test]
async fn without_a_network_every_page_opens_and_answers_are_there() -> Outcome {
    let release = Releases::of_fixtures()?;
    let setup = release.setup().expecting_errors();
    setup
        .run(async |browser| {
            assess(browser).await?;
            is_kept(browser).await?;
            release.site.stop();
            forget_http_cache(browser).await?;
            for (place, words) in PAGES {
                browser.open(place).await?;
                browser.reads(words).await.with_context(|| format!("the page {place:?}"))?;
                browser.sees_no("heading", "This page could not be loaded").await?;
            }
            browser.open("assess/bakery/").await?;
            browser.reads(SECRET).await?;
            browser.fill("Search all ladders", "dough").await?;
            browser.sees("option", "/./").await
        })
        .await
}

/// A page that is not kept does not wait for the network either.
#[tokio::test]
async fn a_network_that_does_not_answer_is_not_asked() -> Outcome {
    let release = Releases::of_fixtures()?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.open("about/").await?;
            is_kept(browser).await?;
            let place = "compare/bakery/apprentice/baker/";
            let own = release.path(place).join("index.html");
            let held = if own.is_file() { own } else { release.path("404.html") };
            fs::write(format!("{}.held", held.display()), "")?;
            browser.open(place).await?;
            browser.sees("heading", "Apprentice → Baker").await
        })
        .await
}

#[tokio::test]
async fn a_kept_file_that_is_damaged_is_fetched_again() -> Outcome {
    Setup::fixtures()
        .expecting_errors()
        .run(async |browser| {
            browser.open("about/").await?;
            is_kept(browser).await?;
            let damage = "return caches.keys().then(([name]) => caches.open(name)).then(cache => \
                cache.put(document.querySelector('[data-wasm]').dataset.wasm, new Response('damaged'))).then(() => true)";
            browser.eval(damage).await?;
            // Starts at the second attempt, after a reload that is its own.
            browser.open("about/").await?;
            browser.sees("heading", "About and privacy").await
        })
        .await
}

/// All that is kept: the name of its cache, its address and its text.
async fn all_kept(browser: &Browser) -> Result<Vec<[String; 3]>> {
    let script = "return (async () => { const all = []; \
        for (const name of await caches.keys()) { const cache = await caches.open(name); \
            for (const request of await cache.keys()) \
                all.push([name, request.url, await (await cache.match(request)).text()]) } \
        return all })()";
    Ok(serde_json::from_value(browser.eval(script).await?)?)
}

#[tokio::test]
async fn what_is_kept_are_files_of_the_site_and_nothing_that_was_entered() -> Outcome {
    visit(async |browser| {
        assess(browser).await?;
        is_kept(browser).await?;
        for place in ["compare/?with=bakery.baker&with=orchestra.player", "ladders/bakery/?show=whole", "data/"] {
            browser.open(place).await?;
            browser.sees("heading", "/./").await?;
        }
        let (site, address) = (Site::fixtures(), browser.url(""));
        let kept = all_kept(browser).await?;
        ensure!(kept.len() > 10, "only {} files are kept", kept.len());
        for [cache, url, text] in kept {
            let place = url.strip_prefix(&address).with_context(|| format!("{url} is not of the site"))?;
            let file = site.folder().join(place);
            let is_page = place.is_empty() || place.ends_with('/');
            let is_file = if is_page { file.join("index.html").is_file() } else { file.is_file() };
            ensure!(is_file || place == ".taken-over", "{cache} holds {place:?}");
            ensure!(!text.contains("quince"), "{url} holds what was entered");
        }
        Ok(())
    })
    .await
}

/// Caches belong to the origin: what other sites of it keep is not ours to delete.
#[tokio::test]
async fn caches_of_other_sites_are_left_alone() -> Outcome {
    let releases = Releases::of_fixtures()?;
    releases
        .setup()
        .run(async |browser| {
            browser.open("about/").await?;
            let theirs = ["rungs:/:1", "rungs:/rungs/inner/:1", "rungs:/other/:1", "someone"];
            for name in theirs {
                browser.eval(&format!("return caches.open({name:?}).then(() => true)")).await?;
            }
            is_kept(browser).await?;
            releases.publish(&Site::fixtures_next())?;
            let found = look_for_a_release(browser).await?;
            ensure!(found == "installed", "the next release is {found}");
            browser.click("button", "Reload").await?;
            browser.reads("Your answers rest in this browser.").await?;
            let left = caches(browser).await?;
            ensure!(theirs.iter().all(|name| left.iter().any(|each| each == name)), "{left:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_site_can_be_installed() -> Outcome {
    visit(async |browser| {
        browser.open("").await?;
        is_kept(browser).await?;
        let cdp = browser.driver.cdp();
        let manifest = cdp.send_raw("Page.getAppManifest", json!({})).await?;
        ensure!(manifest["errors"].as_array().is_some_and(Vec::is_empty), "{manifest:#}");
        let data: Value = serde_json::from_str(manifest["data"].as_str().context("no manifest")?)?;
        ensure!(data["name"] == "Rungs test ladders" && data["scope"] == "/rungs/", "{data:#}");
        let faults = cdp.send_raw("Page.getInstallabilityErrors", json!({})).await?;
        ensure!(faults["installabilityErrors"].as_array().is_some_and(Vec::is_empty), "{faults:#}");
        Ok(())
    })
    .await
}

/// Adds two data files to a site, more than is kept unopened, as the build names and lists them. Returns their names.
fn enlarge(site: &Site) -> Result<Vec<String>> {
    let script = format!(
        "import {{ createHash }} from 'node:crypto'; import {{ writeFileSync }} from 'node:fs';\
         import {{ worker }} from './scripts/worker.mjs';\
         const to = {:?};\
         for (const letter of 'ab') {{\
             const bytes = letter.repeat(3_000_000);\
             const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);\
             writeFileSync(`${{to}}/data-${{letter}}-${{hash}}.bin`, bytes);\
             console.log(`data-${{letter}}-${{hash}}.bin`);\
         }}\
         await worker({{ to, minify: true }})",
        site.folder().display().to_string()
    );
    Ok(node(&script)?.lines().map(str::to_owned).collect())
}

/// The length of a file as the page gets it; 0 where it does not come.
async fn length(browser: &Browser, name: &str) -> Result<Option<u64>> {
    let url = browser.url(name);
    let script = format!("return fetch({url:?}).then(file => file.text()).then(text => text.length, () => 0)");
    Ok(browser.eval(&script).await?.as_u64())
}

/// A catalogue of more than 5 MB is kept as far as it was opened.
#[tokio::test]
async fn of_a_large_catalogue_what_was_opened_is_kept() -> Outcome {
    let release = Releases::of_fixtures()?;
    let names = enlarge(&release.site)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.open("about/").await?;
            is_kept(browser).await?;
            ensure!(length(browser, &names[0]).await? == Some(3_000_000), "the file does not come");
            release.site.stop();
            forget_http_cache(browser).await?;
            ensure!(length(browser, &names[0]).await? == Some(3_000_000), "what was opened is not kept");
            ensure!(length(browser, &names[1]).await? == Some(0), "what was not opened is kept");
            Ok(())
        })
        .await
}

/// The worker is not in control of the first page: it is told what that page fetched, and which ladders it shows.
#[tokio::test]
async fn of_a_large_catalogue_what_the_first_page_opened_is_kept() -> Outcome {
    let release = Releases::of_fixtures()?;
    let names = enlarge(&release.site)?;
    // The worker does not come before the page has what it opens.
    let held = release.path("sw.js.held");
    fs::write(&held, "")?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.go("about/").await?;
            let shows = format!(
                "const meta = Object.assign(document.createElement('meta'), {{ name: 'rungs-data-ladder-b', content: {:?} }}); \
                document.head.append(meta); return navigator.serviceWorker.controller === null",
                browser.url(&names[1])
            );
            ensure!(browser.eval(&shows).await? == Value::Bool(true), "the worker is in control already");
            ensure!(length(browser, &names[0]).await? == Some(3_000_000), "the file does not come");
            fs::remove_file(&held)?;
            is_kept(browser).await?;
            for name in &names {
                let script = format!("return caches.match({:?}).then(file => file !== undefined)", browser.url(name));
                browser.holds("it is kept", &script).await?;
            }
            release.site.stop();
            forget_http_cache(browser).await?;
            for name in &names {
                ensure!(length(browser, name).await? == Some(3_000_000), "{name} does not come without a network");
            }
            Ok(())
        })
        .await
}

/// Any page of the origin can send the worker something.
#[tokio::test]
async fn the_worker_keeps_no_other_files_than_its_own_whoever_asks() -> Outcome {
    let release = Releases::of_fixtures()?;
    let names = enlarge(&release.site)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.open("about/").await?;
            is_kept(browser).await?;
            let ask = format!(
                "const {{ controller }} = navigator.serviceWorker; \
                const asked = [null, {{ opened: 'x' }}, {{ opened: ['http://[', 7] }}, \
                    {{ opened: ['/', '/rungs/schema/ladder.v1.json', 'https://elsewhere.example/rungs/', {:?}] }}]; \
                for (const each of asked) controller.postMessage(each)",
                names[0]
            );
            browser.eval(&ask).await?;
            let kept = format!("return caches.match({:?}).then(file => file !== undefined)", browser.url(&names[0]));
            browser.holds("its own file is kept", &kept).await?;
            let other = "return caches.match('/rungs/schema/ladder.v1.json').then(file => file === undefined)";
            browser.holds("another one is not", other).await
        })
        .await
}
