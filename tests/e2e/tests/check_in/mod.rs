//! Check-ins: a file for a colleague, rating without seeing the other's ratings, both side by side, and agreed actions
//! on their way back.

mod kept;
mod talk;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::{Browser, Outcome, visit};

/// Rates what someone on the way to Baker rates, attaches evidence, and notes something that is nobody's business.
async fn assess(browser: &Browser, ratings: [&str; 2]) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("My present level", "Apprentice").await?;
    browser.choose("The level I work toward", "Baker").await?;
    for (place, rating) in ["/at least 95 percent/", "/Cleans the oven/"].into_iter().zip(ratings) {
        let row = browser.find("[data-expectation]", place).await?;
        browser.click_in(&row, "label", &format!("/^{rating}/")).await?;
    }
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.click_in(&row, "button", "Add evidence").await?;
    browser.fill("What happened", "sold every roll in March").await?;
    browser.click("button", "Done").await?;
    browser.click("button", "Note a review").await?;
    browser.fill("/^Note/", "nobody else's business").await?;
    browser.sees("text", "Saved").await
}

/// The one file in a folder whose name begins like this.
pub async fn saved(browser: &Browser, folder: &Path, beginning: &str) -> Result<PathBuf> {
    browser.saved(folder, beginning, ".json").await
}

/// Saves a check-in file of an assessment with these ratings into a folder.
async fn check_in(folder: &Path, ratings: [&str; 2], with_evidence: bool) -> Result<PathBuf> {
    let mut file = PathBuf::new();
    visit(async |browser| {
        assess(browser, ratings).await?;
        browser.downloads_to(folder).await?;
        browser.open("check-in/").await?;
        browser.fill("Your name, if the file should say it", "Ada").await?;
        if with_evidence {
            browser.click("radio", "Ratings and evidence").await?;
        }
        browser.reads("Your name, Ada, and the day").await?;
        browser.click("button", "Save the file").await?;
        file = saved(browser, folder, "rungs-check-in-").await?;
        Ok(())
    })
    .await?;
    Ok(file)
}

async fn open_file(browser: &Browser, file: &Path) -> Outcome {
    browser.open("check-in/").await?;
    browser.choose_file("Check-in file", file).await
}

/// Opens the check-in and rates the same two expectations.
async fn rate(browser: &Browser, file: &Path, ratings: [&str; 2]) -> Outcome {
    open_file(browser, file).await?;
    browser.sees("heading", "Ada").await?;
    for (words, rating) in ["/at least 95 percent/", "/Cleans the oven/"].into_iter().zip(ratings) {
        let row = browser.find("[data-place]", words).await?;
        browser.click_in(&row, "label", &format!("/^{rating}/")).await?;
    }
    browser.reads("2 of 7 rated by you").await
}

async fn lay_side_by_side(browser: &Browser) -> Outcome {
    browser.click("button", "Lay both side by side…").await?;
    browser.reads("You will see the other ratings, and yours stay as they are from then on.").await?;
    let centred = "const box = document.querySelector('dialog[open]').getBoundingClientRect(); \
        return Math.abs(box.top + box.bottom - innerHeight) < 4";
    browser.holds("the dialog stands in the middle", centred).await?;
    browser.click("button", "Lay both side by side").await
}

/// Notes something about the expectation of a row.
async fn note(browser: &Browser, row: &WebElement, text: &str) -> Outcome {
    browser.click_in(row, "button", "Note for the talk").await?;
    Ok(browser.find_in(row, "textbox", "Note").await?.send_keys(text).await?)
}

#[tokio::test]
async fn the_way_back_to_ones_own_ladder_stays() -> Outcome {
    visit(async |browser| {
        browser.open("check-in/").await?;
        browser.sees_no("navigation", "Your work on this ladder").await?;
        browser.open("plan/bakery/").await?;
        browser.click("link", "Check-ins").await?;
        browser.is_at("check-in/").await?;
        browser.click("link", "Plan").await?;
        browser.is_at("plan/bakery/").await
    })
    .await
}

#[tokio::test]
async fn two_files_of_one_name_are_told_apart() -> Outcome {
    let (first, second) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let ratings = ["Not yet", "Consistently"];
    let files = [check_in(first.path(), ratings, false).await?, check_in(second.path(), ratings, false).await?];
    visit(async |browser| {
        browser.open("check-in/").await?;
        for file in &files {
            browser.choose_file("Check-in file", file).await?;
            browser.sees("heading", "Ada").await?;
            browser.click("button", "Back to all check-ins").await?;
        }
        for name in ["Open Ada", "Open Ada (2)", "Delete Ada", "Delete Ada (2)"] {
            browser.find("button", name).await?;
        }
        browser.open("data/").await?;
        browser.sees("button", "/^Delete: .*: Ada \\(2\\)$/").await?;
        browser.click("button", "/^Delete: .*: Ada$/").await?;
        browser.sees("button", "Undo").await?;
        browser.sees_no("button", "/: Ada \\(2\\)$/").await?;
        browser.sees("button", "/^Delete: .*: Ada$/").await
    })
    .await
}

#[tokio::test]
async fn where_there_is_no_file_to_save_the_page_says_why() -> Outcome {
    let copied = "localStorage.setItem('rungs:/rungs/:assessment:aardvark', \
        localStorage.getItem('rungs:/rungs/:assessment:lighthouse'))";
    visit(async |browser| {
        browser.open("assess/lighthouse/").await?;
        browser.choose("The level I work toward", "Visitor").await?;
        browser.sees("text", "Saved").await?;
        browser.open("about/").await?;
        browser.eval(copied).await?;
        browser.open("check-in/").await?;
        browser.reads("The level expects nothing that can be rated, so there is nothing to save.").await?;
        browser.sees("link", "Open your assessment").await?;
        browser.sees_no("button", "Save the file").await?;
        browser.choose("Ladder", "a ladder that this site does not have (aardvark)").await?;
        browser.reads("This site does not have this ladder, so no file can be made of your answers to it.").await?;
        browser.sees_no("link", "Open your assessment").await?;
        browser.sees_no("button", "Save the file").await
    })
    .await
}

#[tokio::test]
async fn the_file_holds_what_its_author_was_told_and_nothing_else() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        assess(browser, ["Sometimes", "Consistently"]).await?;
        browser.downloads_to(folder.path()).await?;
        browser.open("check-in/").await?;
        browser.reads("No name, only the day").await?;
        browser.reads("Your present level, Apprentice, and your target, Baker.").await?;
        browser.reads("7 statements of Bakery 2.1.0, and your ratings of 2.").await?;
        browser.reads("No evidence.").await?;
        browser.click("button", "Save the file").await?;
        let file = saved(browser, folder.path(), "rungs-check-in-").await?;
        let text = fs::read_to_string(&file)?;
        ensure!(text.contains("sometimes") && text.contains("at least 95 percent"), "{text}");
        for other in ["sold every roll", "business", "review", "settings"] {
            ensure!(!text.contains(other), "{other} in {text}");
        }
        fs::remove_file(file)?;
        browser.click("radio", "Ratings and evidence").await?;
        browser.reads("1 piece of evidence.").await?;
        browser.click("button", "Save the file").await?;
        let text = fs::read_to_string(saved(browser, folder.path(), "rungs-check-in-").await?)?;
        ensure!(text.contains("sold every roll") && !text.contains("business"), "{text}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_file_of_ones_own_is_told_and_can_be_opened_all_the_same() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        assess(browser, ["Sometimes", "Consistently"]).await?;
        browser.downloads_to(folder.path()).await?;
        browser.open("check-in/").await?;
        browser.click("button", "Save the file").await?;
        let file = saved(browser, folder.path(), "rungs-check-in-").await?;
        browser.choose_file("Check-in file", &file).await?;
        browser.reads("You saved this file yourself, in this browser").await?;
        browser.click("button", "Open it all the same").await?;
        browser.reads("0 of 7 rated by you").await
    })
    .await
}

#[tokio::test]
async fn a_bad_file_is_told_in_a_sentence_and_what_can_be_read_of_it_is_shown() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    let whole = fs::read_to_string(&file)?;
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).map(|()| path)
    };
    let large = folder.path().join("large.json");
    fs::File::create(&large)?.set_len(10_000_000)?;
    visit(async |browser| {
        browser.open("check-in/").await?;
        let refused = [
            (write("other.json", "{\"pages\": 3}")?, "This is neither a check-in file nor a file of agreed actions."),
            (write("cut.json", &whole[..whole.len() / 2])?, "The file ends too early"),
            (
                write("newer.json", &whole.replacen("\"version\":1", "\"version\":9", 1))?,
                "A newer version of this site",
            ),
            (write("backup.json", "{\"format\":\"rungs-backup\",\"version\":1}")?, "This is a backup file"),
            (large, "The file has 10.0 MB."),
        ];
        for (path, sentence) in refused {
            browser.choose_file("Check-in file", &path).await?;
            browser.reads(sentence).await?;
        }
        ensure!(browser.eval("return localStorage.length").await? == json!(0), "nothing is kept of a refused file");
        let edited = whole
            .replacen("\"who\":\"Ada\"", "\"journal\":{},\"who\":\"<b>Ada</b>\"", 1)
            .replacen("not-yet", "perfect", 1);
        browser.choose_file("Check-in file", &write("edited.json", &edited)?).await?;
        browser.sees("heading", "<b>Ada</b>").await?;
        browser.reads("The file was changed after it was saved.").await?;
        browser.reads("The file holds more than such a file may: journal.").await?;
        browser.reads("lines.2.rating is not a rating").await?;
        browser.click("button", "Back to all check-ins").await?;
        browser.choose_file("Check-in file", &file).await?;
        browser.reads("This file is open here already, with other content.").await?;
        browser.click("button", "Back to all check-ins").await?;
        browser.choose_file("Check-in file", &folder.path().join("edited.json")).await?;
        browser.reads("This file is open here already: what you entered stands.").await
    })
    .await
}

#[tokio::test]
async fn a_file_of_a_changed_ladder_or_of_one_that_is_not_here_is_told() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    let whole = fs::read_to_string(&file)?;
    let changed = folder.path().join("changed.json");
    fs::write(
        &changed,
        whole.replace("2.1.0", "2.0.0").replace("sellable-95", "sellable-94").replace("oven-cleaned", "oven-swept"),
    )?;
    let elsewhere = folder.path().join("elsewhere.json");
    fs::write(&elsewhere, whole.replace("\"id\":\"bakery\"", "\"id\":\"brewery\""))?;
    visit(async |browser| {
        open_file(browser, &changed).await?;
        browser.reads("The file is of version 2.0.0 of the ladder; this site has version 2.1.0.").await?;
        browser.reads("1 statement of the file is not in the ladder here.").await?;
        browser.reads("The ladder here does not have this expectation.").await?;
        browser.reads("1 statement that the level asks here is not in the file.").await
    })
    .await?;
    visit(async |browser| {
        open_file(browser, &elsewhere).await?;
        browser.reads("This site does not have the ladder Bakery. The statements are those of the file.").await?;
        browser.reads("Cleans the oven").await
    })
    .await
}
