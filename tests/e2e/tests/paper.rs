//! Pages on paper: on A4 and Letter, without controls, headings with their text, entries in one piece.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::harness::{Browser, Outcome, visit};
use crate::{history, plan, worksheet};

/// The pages of a PDF of the page on paper of that size in inches, as widths and heights in points.
async fn printed(browser: &Browser, width: f64, height: f64) -> Result<Vec<String>> {
    let size = json!({ "paperWidth": width, "paperHeight": height });
    let answer = browser.driver.cdp().send_raw("Page.printToPDF", size).await?;
    let data = answer["data"].as_str().context("no PDF")?;
    let script =
        format!("return [...atob('{data}').matchAll(/MediaBox *\\[([^\\]]*)\\]/g)].map(found => found[1].trim())");
    Ok(serde_json::from_value(browser.eval(&script).await?)?)
}

/// Prints the page on A4 and on Letter: on so many sheets of that very size.
pub async fn fits(browser: &Browser, sheets: Range<usize>) -> Outcome {
    for (name, width, height, sheet) in [("A4", 8.27, 11.69, "0 0 595."), ("Letter", 8.5, 11.0, "0 0 612 792")] {
        let pages = printed(browser, width, height).await?;
        ensure!(sheets.contains(&pages.len()), "{name} takes {} sheets", pages.len());
        ensure!(pages.iter().all(|page| page.starts_with(sheet)), "{name}: {pages:?}");
    }
    Ok(())
}

/// Prints the page, and looks at what is on paper: these words, no control, headings that stay with their text, and
/// entries, found by a selector, that are not torn.
pub async fn prints(browser: &Browser, sheets: Range<usize>, words: &[&str], entries: &str) -> Outcome {
    fits(browser, sheets).await?;
    browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    for words in words {
        browser.reads(words).await?;
    }
    let controls = "return [...document.querySelectorAll('body :is(button, input, select, textarea, nav)')] \
        .every(each => !each.checkVisibility())";
    browser.holds("no control is on paper", controls).await?;
    let whole = format!(
        "const all = selector => [...document.querySelectorAll(`main ${{selector}}`)].map(found => getComputedStyle(found)); \
         const entries = all({}); return all(':is(h2, h3, h4)').every(style => style.breakAfter === 'avoid') \
            && entries.length > 0 && entries.every(style => style.breakInside === 'avoid')",
        json!(entries)
    );
    browser.holds("headings stay with their text, entries are not torn", &whole).await?;
    let size = "return document.documentElement.scrollWidth <= innerWidth";
    browser.holds("nothing is cut off at the side", size).await
}

#[tokio::test]
async fn of_the_growth_worksheet_both_halves_are_printed_and_no_field() -> Outcome {
    visit(async |browser| {
        worksheet::fill(browser).await?;
        let words = ["The path I want", "To run a bakery.", "Toward Baker (Bakery)", "To ask in the next one-to-one"];
        prints(browser, 1..3, &words, ".assess-asked").await
    })
    .await
}

#[tokio::test]
async fn the_plan_is_printed_by_month_and_as_a_list() -> Outcome {
    visit(async |browser| {
        plan::begin(browser, &[("95 percent", "Sometimes")]).await?;
        plan::plan(browser, "95 percent", "Watch the oven").await?;
        prints(browser, 1..3, &["The plan, ", "Watch the oven", "Nothing planned"], ".plan-item").await?;
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        browser.click("radio", "List").await?;
        prints(browser, 1..3, &["Watch the oven"], ".plan-item").await
    })
    .await
}

#[tokio::test]
async fn the_history_is_printed_with_what_is_compared_and_its_numbers() -> Outcome {
    visit(async |browser| {
        history::rate(browser, "at least 95 percent", "Not yet").await?;
        browser.open(history::PAGE).await?;
        history::take(browser, "After the review").await?;
        let words = ["After the review", "After the review to now", "Over time", "Competency, moment"];
        prints(browser, 1..4, &words, ".history-charts > *").await
    })
    .await
}
