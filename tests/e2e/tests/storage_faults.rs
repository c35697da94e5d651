//! What happens when the browser's storage refuses, is full, or holds what cannot be read.

use crate::harness::{Browser, Outcome, Setup, visit};

const KEY: &str = "rungs:/rungs/:assessment:bakery";

/// Stores a text where the answers to the bakery stand, as something else than the page would have done it.
async fn plant(browser: &Browser, text: &str) -> Outcome {
    browser.open("about/").await?;
    browser.eval(&format!("localStorage.setItem('{KEY}', {})", serde_json::to_string(text)?)).await?;
    Ok(())
}

async fn rate(browser: &Browser) -> Outcome {
    browser.choose("The level I work toward", "Baker").await?;
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.click_in(&row, "label", "/^Sometimes/").await?;
    browser.reads("1 of ").await
}

#[tokio::test]
async fn without_storage_everything_works_in_memory_and_a_banner_says_so() -> Outcome {
    Setup::fixtures()
        .storage_denied()
        .run(async |browser| {
            browser.open("assess/bakery/").await?;
            rate(browser).await?;
            browser.reads("This browser does not let the site store anything.").await?;
            browser.sees("button", "Save a backup file").await?;
            browser.click("link", "Ladders").await?;
            browser.is_at("").await?;
            browser.reads("This browser does not let the site store anything.").await?;
            browser.driver.back().await?;
            browser.reads("1 of ").await
        })
        .await
}

#[tokio::test]
async fn a_full_storage_is_said_and_once_there_is_room_the_answer_is_saved() -> Outcome {
    visit(async |browser| {
        browser.open("assess/bakery/").await?;
        browser.choose("The level I work toward", "Baker").await?;
        browser.sees("text", "Saved").await?;
        let fill = "let size = 1 << 22; \
            while (size > 0) { try { localStorage.setItem('other' + size + Math.random(), 'x'.repeat(size)) } catch { size >>= 1 } }";
        browser.eval(fill).await?;
        rate(browser).await?;
        browser.reads("the browser’s storage for this site is full").await?;
        browser.sees("button", "Save a backup file").await?;
        browser.eval("for (const key of Object.keys(localStorage)) if (key.startsWith('other')) localStorage.removeItem(key)").await?;
        let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
        browser.click_in(&row, "label", "/^Consistently/").await?;
        browser.sees("text", "Saved").await?;
        browser.sees_no("text", "/storage for this site is full/").await?;
        browser.reload().await?;
        let script = "return document.querySelector('[data-expectation=sellable-95] [value=consistently]')?.checked";
        browser.holds("the answer was saved", script).await
    })
    .await
}

#[tokio::test]
async fn what_cannot_be_read_is_moved_aside_whole_and_offered_as_a_file() -> Outcome {
    visit(async |browser| {
        for text in ["{\"format\":\"assessment\",\"version\":1,\"da", r#"{"format":"assessment","version":1,"saved":1,"data":[7]}"#] {
            plant(browser, text).await?;
            browser.open("assess/bakery/").await?;
            browser.sees("text", "/could not be read/").await?;
            rate(browser).await?;
            browser.sees("text", "Saved").await?;
            let planted = serde_json::to_string(text)?;
            let script = format!(
                "return Object.keys(localStorage).some(k => k.includes(':recovered:') && localStorage.getItem(k) === {planted})"
            );
            browser.holds("the text stands aside, whole", &script).await?;
        }
        browser.open("data/").await?;
        browser.reads("Kept aside, whole.").await?;
        browser.sees("button", "Save as a file").await
    })
    .await
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_left_untouched() -> Outcome {
    visit(async |browser| {
        let newer = r#"{"format":"assessment","version":99,"saved":1,"data":{"pages":[1,2]}}"#;
        plant(browser, newer).await?;
        browser.open("assess/bakery/").await?;
        browser.reads("Saved by a newer version of this site, and left untouched").await?;
        rate(browser).await?;
        browser.reads("a newer version of this site has stored these answers").await?;
        let script = format!("return localStorage.getItem('{KEY}') === {}", serde_json::to_string(newer)?);
        browser.holds("the newer value is as it was", &script).await
    })
    .await
}

#[tokio::test]
async fn keys_of_other_sites_at_the_same_address_are_never_touched() -> Outcome {
    visit(async |browser| {
        browser.open("about/").await?;
        browser.eval("localStorage.setItem('theirs', 'precious')").await?;
        browser.open("assess/bakery/").await?;
        rate(browser).await?;
        browser.sees("text", "Saved").await?;
        browser.open("data/").await?;
        browser.click("button", "Delete everything…").await?;
        browser.click("button", "Delete everything").await?;
        browser.reads("Everything is deleted.").await?;
        browser.holds("the other site's key stands", "return localStorage.getItem('theirs') === 'precious'").await
    })
    .await
}
