//! What is fetched when: the first page is light, the parts of the program come when they are needed, and one that
//! does not come is said and can be asked for again.

use std::fs;

use anyhow::{Result, ensure};

use crate::harness::{Browser, Outcome, Releases, visit};
use crate::printed::open_asleep;

/// The names of the WASM files that the page has fetched, without their hashes, in their order. One that was fetched
/// twice stands there twice.
async fn fetched(browser: &Browser) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname.split('/').pop())\
        .filter(name => name.endsWith('.wasm')).map(name => name.replace(/-[0-9a-f]+[.]wasm$/, ''))";
    let names: Vec<String> = serde_json::from_value(browser.eval(script).await?)?;
    Ok(names)
}

#[tokio::test]
async fn each_part_comes_once_when_it_is_first_needed() -> Outcome {
    visit(async |browser| {
        open_asleep(browser, "").await?;
        ensure!(fetched(browser).await? == ["rungs"], "the first page needs the main file only");
        // A link that is followed before the program runs leads to a page of its own, as links do.
        browser.open("").await?;
        browser.click("link", "Bakery").await?;
        browser.sees("heading", "What each level expects").await?;
        let reading = fetched(browser).await?;
        ensure!(reading.iter().any(|name| name == "split_reading"), "{reading:?}");
        ensure!(!reading.iter().any(|name| name == "split_answers"), "{reading:?}");
        browser.click("link", "Assess").await?;
        browser.click("link", "Bakery").await?;
        browser.sees("combobox", "/level I work toward/").await?;
        browser.fill("Search all ladders", "dough").await?;
        browser.sees("option", "/./").await?;
        let mut all = fetched(browser).await?;
        for part in ["split_answers", "split_search"] {
            ensure!(all.iter().any(|name| name == part), "no {part} in {all:?}");
        }
        let count = all.len();
        all.sort();
        all.dedup();
        ensure!(all.len() == count, "a file was fetched twice: {all:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn answers_that_are_stored_bring_their_part_to_the_first_page() -> Outcome {
    visit(async |browser| {
        browser.open("assess/bakery/").await?;
        browser.choose("The level I work toward", "Baker").await?;
        let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
        browser.click_in(&row, "label", "/^Sometimes/").await?;
        browser.sees("text", "Saved").await?;
        browser.open("").await?;
        browser.reads("Continue: ").await
    })
    .await
}

#[tokio::test]
async fn a_part_that_does_not_come_is_said_and_comes_when_asked_again() -> Outcome {
    let release = Releases::of_fixtures()?;
    let (there, gone) = (release.named("split_answers")?, release.path("gone"));
    fs::rename(&there, &gone)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.open("").await?;
            browser.click("link", "Assess").await?;
            browser.sees("heading", "This page could not be loaded").await?;
            browser.reads("file of this site did not arrive").await?;
            // All else goes on.
            browser.click("link", "Ladders").await?;
            browser.click("link", "Bakery").await?;
            browser.sees("heading", "What each level expects").await?;
            browser.click("link", "Assess").await?;
            browser.sees("heading", "This page could not be loaded").await?;
            fs::rename(&gone, &there)?;
            browser.click("button", "Try again").await?;
            browser.click("link", "Bakery").await?;
            browser.sees("combobox", "/level I work toward/").await
        })
        .await
}

#[tokio::test]
async fn a_part_of_another_release_is_refused() -> Outcome {
    let release = Releases::of_fixtures()?;
    let there = release.named("split_reading")?;
    let mut bytes = fs::read(&there)?;
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&there, bytes)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            open_asleep(browser, "ladders/bakery/").await?;
            browser.eval("dispatchEvent(new Event('pointermove'))").await?;
            browser.reads("This page can be read, and nothing on it can be changed yet").await
        })
        .await
}

#[tokio::test]
async fn a_target_that_is_chosen_before_answers_are_there_is_chosen() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/").await?;
        ensure!(!fetched(browser).await?.iter().any(|name| name == "split_answers"), "answers are there already");
        browser.click("link", "Assess yourself for Baker").await?;
        let list = browser.find("combobox", "/level I work toward/").await?;
        let chosen = list.prop("value").await?;
        ensure!(chosen.as_deref() == Some("baker"), "the target is {chosen:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_is_never_made_of_the_one_before() -> Outcome {
    visit(async |browser| {
        browser.open("").await?;
        browser.eval("document.querySelector('h1').dataset.before = 'yes'").await?;
        browser.click("link", "About and privacy").await?;
        browser.sees("heading", "About and privacy").await?;
        let kept = browser.eval("return document.querySelectorAll('[data-before]').length").await?;
        ensure!(kept == 0, "the heading of the page before is still there");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn search_that_does_not_come_is_said_and_comes_with_the_next_key() -> Outcome {
    let release = Releases::of_fixtures()?;
    let (there, gone) = (release.named("split_search")?, release.path("gone"));
    fs::rename(&there, &gone)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.open("").await?;
            browser.fill("Search all ladders", "brea").await?;
            browser.reads("Search could not be loaded.").await?;
            fs::rename(&gone, &there)?;
            browser.press("d").await?;
            browser.sees("option", "/./").await
        })
        .await
}
