//! My data: what is stored, backups, reading back, deleting.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::harness::{Browser, Outcome, visit};

/// Rates one expectation of the bakery, and waits until that is stored.
async fn rate_one(browser: &Browser, rating: &str) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("The level I work toward", "Baker").await?;
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.click_in(&row, "label", &format!("/^{rating}/")).await?;
    browser.sees("text", "Saved").await
}

/// Everything that the browser stores for the origin.
async fn stored(browser: &Browser) -> Result<serde_json::Value> {
    browser.eval("return Object.entries(localStorage).sort()").await
}

async fn rating(browser: &Browser) -> Result<String> {
    browser.open("assess/bakery/").await?;
    browser.sees("[data-expectation]", "/at least 95 percent/").await?;
    let script = "return document.querySelector('[data-expectation=sellable-95] :checked')?.value ?? ''";
    Ok(browser.eval(script).await?.as_str().unwrap_or_default().to_owned())
}

/// Saves a backup and returns the file.
async fn back_up(browser: &Browser, folder: &Path) -> Result<PathBuf> {
    browser.downloads_to(folder).await?;
    browser.open("data/").await?;
    browser.click("button", "Save a backup file").await?;
    browser.saved(folder, "", ".json").await
}

/// Chooses a file to be read back.
async fn read_back(browser: &Browser, file: &Path) -> Outcome {
    browser.open("data/").await?;
    browser.choose_file("/Backup file/", file).await
}

#[tokio::test]
async fn every_key_is_listed_with_its_size_and_last_change() -> Outcome {
    visit(async |browser| {
        browser.open("data/").await?;
        browser.reads("Nothing. Answers and settings are listed here").await?;
        rate_one(browser, "Consistently").await?;
        browser.open("data/").await?;
        browser.reads("rungs:/rungs/:assessment:bakery").await?;
        browser.sees("cell", "/\\d+ bytes|\\d+\\.\\d kB/").await?;
        browser.reads("Together").await
    })
    .await
}

#[tokio::test]
async fn a_backup_is_saved_and_brings_everything_back() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        rate_one(browser, "Consistently").await?;
        let file = back_up(browser, folder.path()).await?;
        browser.reads("Nothing changed since.").await?;
        browser.click("button", "Delete everything…").await?;
        browser.find("dialog", "Delete everything?").await?;
        browser.sees("button", "Save a backup file first").await?;
        browser.click("button", "Delete everything").await?;
        browser.reads("Everything is deleted.").await?;
        assert_eq!(rating(browser).await.unwrap_or_default(), "");
        read_back(browser, &file).await?;
        browser.sees("rowheader", "/Bakery/").await?;
        browser.click("button", "Read it back").await?;
        browser.reads("The backup is read back.").await?;
        browser.sees_no("text", "/^Everything is deleted/").await?;
        assert_eq!(rating(browser).await?, "consistently");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn reading_back_shows_what_would_change_and_can_be_undone() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        rate_one(browser, "Not yet").await?;
        let file = back_up(browser, folder.path()).await?;
        rate_one(browser, "Consistently").await?;
        let before = stored(browser).await?;
        read_back(browser, &file).await?;
        browser.click("radio", "/^Replace/").await?;
        assert_eq!(stored(browser).await?, before, "nothing changes before the user agrees");
        browser.click("button", "Read it back").await?;
        browser.reads("The backup is read back.").await?;
        let focused = "return document.activeElement.innerText === 'Undo'";
        browser.holds("the focus is where reading back can be undone", focused).await?;
        browser.click("button", "Undo").await?;
        browser.reads("Undone: everything is as it was before.").await?;
        browser.holds("the focus is in the file field", "return document.activeElement.type === 'file'").await?;
        assert_eq!(rating(browser).await?, "consistently");
        read_back(browser, &file).await?;
        browser.click("radio", "/^Replace/").await?;
        browser.click("button", "Read it back").await?;
        browser.reads("The backup is read back.").await?;
        assert_eq!(rating(browser).await?, "not-yet");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn merging_keeps_the_later_of_each_answer() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        rate_one(browser, "Not yet").await?;
        let file = back_up(browser, folder.path()).await?;
        rate_one(browser, "Consistently").await?;
        read_back(browser, &file).await?;
        browser.click("button", "Read it back").await?;
        browser.reads("The backup is read back.").await?;
        assert_eq!(rating(browser).await?, "consistently");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_file_that_is_no_whole_backup_is_refused_and_changes_nothing() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        rate_one(browser, "Sometimes").await?;
        let file = back_up(browser, folder.path()).await?;
        let whole = fs::read_to_string(&file)?;
        let large = folder.path().join("large.json");
        File::create(&large)?.set_len(50_000_000)?;
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).map(|()| path)
        };
        let refused = [
            (write("other.json", "{\"pages\": 3}")?, "This file is not a backup of this site."),
            (write("empty.json", "")?, "The file is empty"),
            (write("cut.json", &whole[..whole.len() / 2])?, "The file ends too early"),
            (
                write("newer.json", &whole.replacen("\"version\":1", "\"version\":99", 1))?,
                "A newer version of this site wrote",
            ),
            (large, "MB"),
        ];
        let script = "return 'rungs:/rungs/:settings' in localStorage";
        browser.holds("the day of the backup is stored", script).await?;
        let before = stored(browser).await?;
        for (path, sentence) in refused {
            read_back(browser, &path).await?;
            browser.reads(sentence).await?;
            assert_eq!(stored(browser).await?, before, "{}", path.display());
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn answers_to_what_the_ladder_does_not_have_are_kept_and_listed() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        rate_one(browser, "Sometimes").await?;
        let file = back_up(browser, folder.path()).await?;
        let unknown = folder.path().join("unknown.json");
        fs::write(&unknown, fs::read_to_string(&file)?.replace("sellable-95", "sellable-99"))?;
        read_back(browser, &unknown).await?;
        browser.reads("1 answer is to an expectation that the ladder does not have; it is kept.").await?;
        browser.click("button", "Read it back").await?;
        browser.open("assess/bakery/").await?;
        browser.sees("heading", "No longer in this ladder").await
    })
    .await
}

#[tokio::test]
async fn deleting_everything_holds_in_every_tab() -> Outcome {
    visit(async |browser| {
        rate_one(browser, "Sometimes").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        browser.open("data/").await?;
        browser.click("button", "Delete everything…").await?;
        browser.click("button", "Delete everything").await?;
        browser.reads("Everything is deleted.").await?;
        browser.driver.switch_to_window(first).await?;
        browser
            .holds("the other tab forgets too", "return !document.querySelector('[data-expectation] :checked')")
            .await?;
        browser.open("about/").await?;
        browser
            .holds("and stores nothing again", "return !Object.keys(localStorage).some(k => k.includes('assessment'))")
            .await
    })
    .await
}

#[tokio::test]
async fn undoing_a_backup_holds_in_a_second_tab() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        rate_one(browser, "Sometimes").await?;
        let file = back_up(browser, folder.path()).await?;
        browser.open("data/").await?;
        browser.click("button", "Delete everything…").await?;
        browser.click("button", "Delete everything").await?;
        browser.reads("Everything is deleted.").await?;
        read_back(browser, &file).await?;
        browser.click("button", "Read it back").await?;
        browser.reads("The backup is read back.").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second.clone()).await?;
        browser.open("assess/bakery/").await?;
        let checked = "return !!document.querySelector('[data-expectation] :checked')";
        browser.holds("the second tab has what was read back", checked).await?;
        browser.driver.switch_to_window(first).await?;
        browser.click("button", "Undo").await?;
        browser.reads("Undone: everything is as it was before.").await?;
        browser.driver.switch_to_window(second).await?;
        browser.holds("the second tab forgets it", &checked.replacen("!!", "!", 1)).await?;
        browser.choose("The level I work toward", "Apprentice").await?;
        browser.sees("text", "Saved").await?;
        let again = "return /sometimes/.test(localStorage.getItem('rungs:/rungs/:assessment:bakery'))";
        browser.holds("and stores nothing of it again", &again.replacen("return ", "return !", 1)).await
    })
    .await
}

#[tokio::test]
async fn the_browser_is_asked_to_keep_the_data() -> Outcome {
    visit(async |browser| {
        browser.open("data/").await?;
        browser.click("button", "Ask the browser to keep the data").await?;
        browser.sees("status", "/This browser keeps the data|did not promise to keep the data/").await
    })
    .await
}

#[tokio::test]
async fn many_changes_without_a_backup_are_reminded_of_quietly() -> Outcome {
    visit(async |browser| {
        rate_one(browser, "Sometimes").await?;
        browser.open("about/").await?;
        let script = "const key = 'rungs:/rungs/:assessment:bakery', value = JSON.parse(localStorage.getItem(key)); \
            for (let i = 0; i < 30; i++) value.data.answers['more-' + i] = value.data.answers['sellable-95']; \
            localStorage.setItem(key, JSON.stringify(value))";
        browser.eval(script).await?;
        rate_one(browser, "Consistently").await?;
        browser.reads("changes are in no backup file yet.").await?;
        browser.click("button", "Not now").await?;
        browser.sees_no("text", "/are in no backup file yet/").await
    })
    .await
}

#[tokio::test]
async fn privacy_is_told_in_plain_words() -> Outcome {
    visit(async |browser| {
        browser.open("data/").await?;
        browser.reads("all sites of one organisation").await?;
        browser.reads("not visited for seven days").await
    })
    .await
}
