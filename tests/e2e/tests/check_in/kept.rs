//! What is kept about a colleague, in one tab and in two.

use anyhow::ensure;
use thirtyfour::prelude::*;

use super::{check_in, lay_side_by_side, rate, saved};
use crate::harness::{Outcome, visit};

#[tokio::test]
async fn what_is_kept_about_a_colleague_is_listed_by_name_deleted_and_brought_back() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    let none_kept = "return !Object.entries(localStorage).some(([key, text]) => \
        key.includes(':colleague:') && /Ada|sometimes|oven/.test(text))";
    let kept = none_kept.replacen("return !", "return ", 1);
    visit(async |browser| {
        rate(browser, &file, ["Sometimes", "Consistently"]).await?;
        browser.sees("text", "Saved").await?;
        browser.open("data/").await?;
        browser.sees("rowheader", "/about a colleague, from a check-in: Ada/").await?;
        browser.click("button", "/^Delete: .*Ada/").await?;
        browser.holds("nothing is kept", none_kept).await?;
        browser.sees_no("rowheader", "/about a colleague/").await?;
        browser.click("button", "Undo").await?;
        browser.holds("it is kept again", &kept).await?;
        browser.open("check-in/").await?;
        browser.reads("2 of 7 rated by you").await?;
        browser.click("button", "Delete Ada").await?;
        browser.holds("nothing is kept", none_kept).await?;
        browser.holds("undoing has the focus", "return document.activeElement.innerText === 'Undo'").await?;
        browser.press(Key::Enter + "").await?;
        browser.reads("2 of 7 rated by you").await?;
        browser.holds("it is kept again", &kept).await
    })
    .await
}

#[tokio::test]
async fn what_was_deleted_about_a_colleague_does_not_come_back_from_an_older_backup() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    visit(async |browser| {
        rate(browser, &file, ["Sometimes", "Consistently"]).await?;
        browser.sees("text", "Saved").await?;
        browser.downloads_to(folder.path()).await?;
        browser.open("data/").await?;
        browser.click("button", "Save a backup file").await?;
        let backup = saved(browser, folder.path(), "rungs-backup-").await?;
        browser.click("button", "/^Delete: .*Ada/").await?;
        browser.reads("What you entered about a colleague is deleted.").await?;
        browser.choose_file("/Backup file/", &backup).await?;
        browser.click("button", "Read it back").await?;
        browser.reads("The backup is read back.").await?;
        browser.sees_no("rowheader", "/about a colleague/").await?;
        browser.open("check-in/").await?;
        browser.sees("heading", "Open a file").await?;
        ensure!(!browser.text().await?.contains("Ada"), "it came back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_rate_one_colleague() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    visit(async |browser| {
        rate(browser, &file, ["Sometimes", "Consistently"]).await?;
        browser.sees("text", "Saved").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second.clone()).await?;
        browser.open("check-in/").await?;
        browser.click("button", "Open Ada").await?;
        let row = browser.find("[data-place]", "/Greets guests/").await?;
        browser.click_in(&row, "label", "/^Sometimes/").await?;
        browser.reads("3 of 7 rated by you").await?;
        browser.sees("text", "Saved").await?;
        browser.driver.switch_to_window(first.clone()).await?;
        browser.reads("3 of 7 rated by you").await?;
        lay_side_by_side(browser).await?;
        browser.sees("heading", "Rated by one of you (1)").await?;
        browser.sees("text", "Saved").await?;
        browser.driver.switch_to_window(second).await?;
        browser.sees("heading", "Rated by one of you (1)").await?;
        browser.eval(RATED_BEFORE_IT_WAS_KNOWN).await?;
        browser.driver.switch_to_window(first).await?;
        browser.sees("heading", "Rated by one of you (2)").await
    })
    .await
}

/// Stores the rating of a tab that had not learned yet that both stand side by side.
const RATED_BEFORE_IT_WAS_KNOWN: &str = "const key = Object.keys(localStorage).find(key => key.includes(':colleague:')); \
    const held = JSON.parse(localStorage.getItem(key)), data = held.data; \
    const { expectation, wording, statement } = \
        data['check-in'].lines.find(line => !line.rating && !data['rating:' + line.expectation]); \
    data['rating:' + expectation] = { rating: 'sometimes', wording, statement, changed: Date.now() }; \
    localStorage.setItem(key, JSON.stringify(held))";
