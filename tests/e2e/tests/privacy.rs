//! What the browser asks of the network while one assesses oneself: nothing but our own static files, and never with
//! a word of what was typed. The record is the browser's own network log, which sees every context: pages, workers,
//! beacons.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::check_in::saved;
use crate::harness::{Browser, NetworkLog, Outcome, Setup, Site};

const SECRET: &str = "quince marmalade";

/// A full assessment: levels, ratings, evidence with a link, entries for requirements, a win, an item of the plan, a backup,
/// a search, a look at every page.
async fn assess(browser: &Browser) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("My present level", "Apprentice").await?;
    browser.choose("The level I work toward", "Baker").await?;
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.click_in(&row, "label", "/^Consistently/").await?;
    browser.click_in(&row, "button", "Add evidence").await?;
    browser.fill("What happened", SECRET).await?;
    browser.fill("/^Link/", "https://example.org/quince-marmalade").await?;
    browser.click("button", "Done").await?;
    browser.fill("Name one of your kinds of dough", SECRET).await?;
    browser.click("button", "Add").await?;
    browser.click("button", "Note a review").await?;
    browser.fill("/^Note/", SECRET).await?;
    browser.sees("text", "Saved").await?;
    make_case(browser).await?;
    browser.fill("Search all ladders", SECRET).await?;
    browser.reads("Nothing found").await?;
    browser.click("button", "Note a win").await?;
    let field = browser.find("dialog", "Note a win").await?;
    browser.find_in(&field, "textbox", "What happened").await?.send_keys(SECRET).await?;
    browser.click("button", "Note it").await?;
    browser.click("link", "Plan").await?;
    browser.click("button", "Add something else").await?;
    browser.press(SECRET).await?;
    browser.click("button", "Close").await?;
    browser.sees("button", &format!("Finish: {SECRET}")).await?;
    for page in ["Ladders", "Compare", "My data"] {
        browser.click("link", page).await?;
        browser.sees("heading", "/./").await?;
    }
    browser.click("button", "Save a backup file").await?;
    browser.sees("text", "/Nothing changed since/").await
}

/// A case with a name and a piece of work, copied and saved as files.
async fn make_case(browser: &Browser) -> Outcome {
    browser.click("link", "Case").await?;
    browser.fill("/^Your name/", SECRET).await?;
    browser.click("button", "Add a piece of work").await?;
    browser.fill("Title", SECRET).await?;
    browser.fill("/^Link/", "https://example.org/quince-marmalade").await?;
    browser.click("button", "Done").await?;
    for save in ["Save Markdown", "Save as a web page"] {
        browser.click("button", save).await?;
    }
    browser.sees("text", "Saved").await
}

/// Runs in a browser that writes its network log, and reads what a private page would not have sent.
pub async fn leaks(setup: Setup, words: &[&str], doing: impl AsyncFnOnce(&Browser) -> Outcome) -> Result<Vec<String>> {
    let doing = async |browser: &Browser, _: &Path| doing(browser).await;
    leaks_from("assess/bakery/", setup, words, doing).await
}

/// The same where another page is the one that is opened; what is done is told the folder of what is saved.
async fn leaks_from(
    opened: &str,
    setup: Setup,
    words: &[&str],
    doing: impl AsyncFnOnce(&Browser, &Path) -> Outcome,
) -> Result<Vec<String>> {
    let (folder, site) = (tempfile::tempdir()?, Site::fixtures());
    let file = folder.path().join("network.json");
    let doing = async |browser: &Browser| {
        browser.downloads_to(folder.path()).await?;
        doing(browser, folder.path()).await
    };
    setup.network_log(file.clone()).run(doing).await?;
    let (log, address) = (NetworkLog::read(&file)?, site.address()?);
    ensure!(log.requests().iter().any(|request| request.url.ends_with(".wasm")), "the record is empty");
    Ok(log.leaks(&site, &address, opened, words))
}

#[tokio::test]
async fn an_assessment_asks_for_nothing_but_our_own_files() -> Outcome {
    let found = leaks(Setup::fixtures(), &["quince", "marmalade"], assess).await?;
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// Both sides of a check-in: saved, opened, rated, laid side by side, talked about.
async fn check_in(browser: &Browser, folder: &Path) -> Outcome {
    browser.open("check-in/").await?;
    browser.click("link", "Assess").await?;
    browser.click("link", "Bakery").await?;
    browser.choose("The level I work toward", "Baker").await?;
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.click_in(&row, "label", "/^Consistently/").await?;
    browser.click("link", "Check-ins").await?;
    browser.fill("Your name, if the file should say it", SECRET).await?;
    browser.click("button", "Save the file").await?;
    browser.choose_file("Check-in file", &saved(browser, folder, "rungs-check-in-").await?).await?;
    browser.click("button", "Open it all the same").await?;
    let row = browser.find("[data-place]", "/at least 95 percent/").await?;
    browser.click_in(&row, "label", "/^Sometimes/").await?;
    browser.click("button", "Lay both side by side…").await?;
    browser.click("button", "Lay both side by side").await?;
    browser.click_first("button", "Note for the talk").await?;
    browser.fill("Note", SECRET).await?;
    browser.click_first("button", "Add an agreed action").await?;
    browser.fill("What will be done", SECRET).await?;
    browser.click("button", "Save agreed actions").await?;
    browser.sees("text", "Saved").await
}

#[tokio::test]
async fn a_check_in_asks_for_nothing_but_our_own_files() -> Outcome {
    let found = leaks_from("check-in/", Setup::fixtures(), &["quince", "marmalade"], check_in).await?;
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// The recorder is worth something only if it catches a page that does leak.
#[tokio::test]
async fn a_planted_leak_is_caught() -> Outcome {
    let plants = [
        "fetch('./?note=quince')",
        "fetch('./', { method: 'POST', body: 'quince' })",
        "navigator.sendBeacon('./', 'quince')",
        "new Image().src = '../../favicon.svg?quince'",
        "fetch('./nothing-secret-but-no-file')",
        "document.head.insertAdjacentHTML('beforeend', '<link rel=dns-prefetch href=//quince.example>')",
    ];
    for plant in plants {
        let leak = async |browser: &Browser| {
            browser.open("assess/bakery/").await?;
            browser.eval(plant).await?;
            // An answer to a later request of the same page says that the earlier was sent.
            let later =
                "return fetch('../../index.html', { cache: 'reload' }).then(page => page.text()).then(() => true)";
            browser.eval(later).await.map(drop)
        };
        let found = leaks(Setup::fixtures().expecting_errors(), &["quince"], leak).await?;
        ensure!(!found.is_empty(), "{plant} went unnoticed");
    }
    Ok(())
}

#[tokio::test]
async fn the_policy_stops_what_would_go_elsewhere() -> Outcome {
    Setup::fixtures()
        .expecting_errors()
        .run(async |browser| {
            browser.open("").await?;
            let script = "window.blocked = []; \
                addEventListener('securitypolicyviolation', e => blocked.push(e.effectiveDirective)); \
                fetch('http://localhost:1/').catch(() => {}); \
                new Image().src = 'http://localhost:1/x.png'; \
                document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>'); \
                const script = document.createElement('script'); script.textContent = 'window.ran = true'; \
                document.body.append(script)";
            browser.eval(script).await?;
            let all = "return ['connect-src', 'img-src', 'style-src-attr', 'script-src-elem'].every(d => blocked.includes(d)) \
                && !window.ran";
            browser.holds("all of it is blocked", all).await
        })
        .await
}
