//! Check-ins: a file for a colleague, rating without seeing the other's ratings, both side by side, and agreed actions
//! on their way back.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::harness::{Browser, Outcome, Setup, visit};
use crate::paper::prints;

/// Rates what someone on the way to Baker rates, attaches evidence, and notes something that is nobody's business.
async fn assess(browser: &Browser, ratings: [&str; 2]) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("My present level", "Apprentice").await?;
    browser.choose("The level I work toward", "Baker").await?;
    for (place, rating) in ["/at least 95 percent/", "/Cleans the oven/"].into_iter().zip(ratings) {
        let row = browser.find("[data-expectation]", place).await?;
        browser.find_in(&row, "label", &format!("/^{rating}/")).await?.click().await?;
    }
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.find_in(&row, "button", "Add evidence").await?.click().await?;
    browser.fill("What happened", "sold every roll in March").await?;
    browser.click("button", "Done").await?;
    browser.click("button", "Note a review").await?;
    browser.fill("/^Note/", "nobody else's business").await?;
    browser.sees("text", "Saved").await
}

/// The one file in a folder whose name begins like this.
pub async fn saved(browser: &Browser, folder: &Path, beginning: &str) -> Result<PathBuf> {
    let look = async || {
        let files = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
        let is_it = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.starts_with(beginning) && name.ends_with(".json")
        };
        Ok(files.into_iter().find(is_it))
    };
    browser.until("the saved file", look).await
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

pub async fn choose_file(browser: &Browser, file: &Path) -> Outcome {
    browser.choose_file("Check-in file", file).await
}

async fn open_file(browser: &Browser, file: &Path) -> Outcome {
    browser.open("check-in/").await?;
    choose_file(browser, file).await
}

/// Opens the check-in and rates the same two expectations.
async fn rate(browser: &Browser, file: &Path, ratings: [&str; 2]) -> Outcome {
    open_file(browser, file).await?;
    browser.sees("heading", "Ada").await?;
    for (words, rating) in ["/at least 95 percent/", "/Cleans the oven/"].into_iter().zip(ratings) {
        let row = browser.find("[data-place]", words).await?;
        browser.find_in(&row, "label", &format!("/^{rating}/")).await?.click().await?;
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
    browser.find_in(row, "button", "Note for the talk").await?.click().await?;
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
            choose_file(browser, file).await?;
            browser.sees("heading", "Ada").await?;
            browser.click("button", "Back to all check-ins").await?;
        }
        for name in ["Open Ada", "Open Ada (2)", "Delete Ada", "Delete Ada (2)"] {
            browser.find("button", name).await?;
        }
        Ok(())
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

/// What is on the page of the rater: every element and attribute, and what each control says. Ids of files differ.
async fn whole_page(file: &Path) -> Result<String> {
    let mut page = String::new();
    visit(async |browser| {
        open_file(browser, file).await?;
        browser.reads("0 of 7 rated by you").await?;
        browser.sees("text", "Saved").await?;
        browser.settled().await?;
        let script = "const controls = [...document.querySelectorAll('input, select, textarea, details')]; \
            return document.title + document.body.outerHTML + JSON.stringify(controls.map(each => \
                [each.value, each.checked, each.open, each.defaultValue, each.defaultChecked]))";
        page = browser.eval(script).await?.as_str().context("a page")?.to_owned();
        Ok(())
    })
    .await?;
    Ok(page)
}

/// Two files that differ in their ratings only make one and the same page: so the page tells nothing of them.
#[tokio::test]
async fn the_other_ratings_are_nowhere_on_the_page_before_both_stand_side_by_side() -> Outcome {
    let (one, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let one = check_in(one.path(), ["Not yet", "Consistently"], true).await?;
    let other = check_in(other.path(), ["Consistently", "Sometimes"], true).await?;
    ensure!(fs::read_to_string(&one)?.contains("not-yet"), "the file holds the ratings");
    let pages = [whole_page(&one).await?, whole_page(&other).await?];
    ensure!(pages[0].contains("at least 95 percent"), "the page shows what is to be rated");
    ensure!(pages[0] == pages[1], "the pages differ with the ratings:\n{}\n\n{}", pages[0], pages[1]);
    Ok(())
}

#[tokio::test]
async fn both_sets_stand_side_by_side_with_the_differences_first() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], true).await?;
    visit(async |browser| {
        rate(browser, &file, ["Consistently", "Consistently"]).await?;
        browser.click("button", "1 piece of evidence").await?;
        browser.reads("sold every roll in March").await?;
        lay_side_by_side(browser).await?;
        browser.sees("heading", "Rated differently (1)").await?;
        browser.sees("heading", "Two steps apart").await?;
        let pair = browser.find(".check-in-pair", "/at least 95 percent/").await?;
        let said = pair.text().await?;
        ensure!(said.contains("Ada") && said.contains("Not yet") && said.contains("You"), "{said}");
        ensure!(!browser.text().await?.contains("Cleans the oven"), "agreements are folded");
        browser.click("button", "Rated the same (1)").await?;
        browser.reads("Cleans the oven").await?;
        browser.sees("button", "Rated by neither (5)").await?;
        ensure!(!browser.text().await?.contains('%'), "nothing is averaged");
        ensure!(browser.all("radio", None).await?.is_empty(), "ratings stay as they are");
        browser.reload().await?;
        browser.reads("side by side since").await?;
        browser.click("button", "Open Ada").await?;
        browser.sees("heading", "Rated differently (1)").await
    })
    .await
}

#[tokio::test]
async fn notes_and_agreed_actions_become_an_agenda_and_a_file_that_the_colleague_takes_into_the_plan() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    let mut actions = PathBuf::new();
    visit(async |browser| {
        rate(browser, &file, ["Consistently", "Consistently"]).await?;
        lay_side_by_side(browser).await?;
        browser.downloads_to(folder.path()).await?;
        let pair = browser.find(".check-in-pair", "/at least 95 percent/").await?;
        note(browser, &pair, "Look at April | May").await?;
        browser.find_in(&pair, "button", "Add an agreed action").await?.click().await?;
        browser.fill("What will be done", "Weigh each tray").await?;
        browser.fill("How you will both know", "a full week").await?;
        browser.reads("1 action is agreed.").await?;
        browser
            .eval("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() }")
            .await?;
        browser.click("button", "Copy as Markdown").await?;
        browser.sees("status", "Markdown copied").await?;
        let agenda = browser.eval("return window.copied").await?;
        let agenda = agenda.as_str().context("an agenda")?;
        for line in ["# Ada: Baker", "Ada: Not yet; me: Consistently", "Look at April \\| May", "- [ ] Weigh each tray"]
        {
            ensure!(agenda.contains(line), "{line} is not in {agenda}");
        }
        browser.click("button", "Save agreed actions").await?;
        actions = saved(browser, folder.path(), "rungs-agreed-actions-").await?;
        let text = fs::read_to_string(&actions)?;
        ensure!(text.contains("Weigh each tray"), "{text}");
        for other in ["April", "not-yet", "Ada"] {
            ensure!(!text.contains(other), "{other} in {text}");
        }
        Ok(())
    })
    .await?;
    visit(async |browser| {
        open_file(browser, &actions).await?;
        browser.sees("heading", "/^Agreed actions of/").await?;
        browser.reads("was not saved in this browser. Take them only if they are yours.").await?;
        browser.click("button", "Take 1 action into your plan").await?;
        browser.reads("1 action is in your plan now.").await?;
        let planned = "return (localStorage.getItem('rungs:/rungs/:plan:bakery') ?? '').includes('Weigh each tray')";
        browser.holds("the plan holds it", planned).await?;
        is_accessible(browser, "agreed actions that were taken").await?;
        browser.click("button", "Undo").await?;
        browser.holds("the plan no longer holds it", &planned.replacen("return ", "return !", 1)).await?;
        browser.click("button", "Take 1 action into your plan").await?;
        browser.reads("1 action is in your plan now.").await?;
        browser.click("button", "Back to all check-ins").await?;
        choose_file(browser, &actions).await?;
        browser.reads("In your plan.").await?;
        browser.sees_no("button", "/Take/").await
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
        choose_file(browser, &file).await?;
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
            choose_file(browser, &path).await?;
            browser.reads(sentence).await?;
        }
        ensure!(browser.eval("return localStorage.length").await? == json!(0), "nothing is kept of a refused file");
        let edited = whole
            .replacen("\"who\":\"Ada\"", "\"journal\":{},\"who\":\"<b>Ada</b>\"", 1)
            .replacen("not-yet", "perfect", 1);
        choose_file(browser, &write("edited.json", &edited)?).await?;
        browser.sees("heading", "<b>Ada</b>").await?;
        browser.reads("The file was changed after it was saved.").await?;
        browser.reads("The file holds more than such a file may: journal.").await?;
        browser.reads("lines.2.rating is not a rating").await?;
        browser.click("button", "Back to all check-ins").await?;
        choose_file(browser, &file).await?;
        browser.reads("This file is open here already, with other content.").await?;
        browser.click("button", "Back to all check-ins").await?;
        choose_file(browser, &folder.path().join("edited.json")).await?;
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

#[tokio::test]
async fn rating_and_laying_side_by_side_go_by_keyboard_alone() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    visit(async |browser| {
        open_file(browser, &file).await?;
        browser.holds("the heading has the focus", "return document.activeElement.id === 'check-in-name'").await?;
        for place in 1..=7 {
            browser.press("n").await?;
            browser.holds("a rating has the focus", "return document.activeElement.type === 'radio'").await?;
            browser.press("3").await?;
            browser.reads(&format!("{place} of 7 rated by you")).await?;
        }
        browser.press("n").await?;
        browser.sees("status", "Everything here is rated.").await?;
        for _ in 0..40 {
            if browser.is_focused("button", "Lay both side by side…").await? {
                break;
            }
            browser.press(Key::Tab + "").await?;
        }
        browser.press(Key::Enter + "").await?;
        browser.sees("dialog", "Lay both side by side?").await?;
        browser.press(Key::Escape + "").await?;
        browser.sees_no("dialog", "Lay both side by side?").await?;
        browser.press(Key::Enter + "").await?;
        browser.press(Key::Enter + "").await?;
        browser.sees("heading", "Rated differently (1)").await?;
        browser.holds("the heading has the focus", "return document.activeElement.id === 'check-in-name'").await
    })
    .await
}

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
        browser.driver.switch_to_window(second).await?;
        browser.open("check-in/").await?;
        browser.click("button", "Open Ada").await?;
        let row = browser.find("[data-place]", "/Greets guests/").await?;
        browser.find_in(&row, "label", "/^Sometimes/").await?.click().await?;
        browser.reads("3 of 7 rated by you").await?;
        browser.driver.switch_to_window(first).await?;
        browser.reads("3 of 7 rated by you").await
    })
    .await
}

#[tokio::test]
async fn rating_and_both_sides_are_accessible_on_any_screen() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], true).await?;
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    Setup::fixtures()
        .width(320)
        .run(async |browser| {
            rate(browser, &file, ["Consistently", "Consistently"]).await?;
            is_accessible(browser, "rating a colleague").await?;
            browser.holds("rating fits", fits).await?;
            browser.click("button", "Lay both side by side…").await?;
            is_accessible(browser, "the question before both stand side by side").await?;
            browser.click("button", "Lay both side by side").await?;
            let pair = browser.find(".check-in-pair", "/at least 95 percent/").await?;
            browser.find_in(&pair, "button", "Add an agreed action").await?.click().await?;
            browser.fill("What will be done", "Weigh").await?;
            is_accessible(browser, "both side by side").await?;
            browser.holds("both sides fit", fits).await?;
            browser.resize(1280, 900).await?;
            is_accessible(browser, "both side by side on a wide screen").await?;
            browser.click("button", "Back to all check-ins").await?;
            is_accessible(browser, "the list of colleagues").await
        })
        .await
}

#[tokio::test]
async fn paper_shows_both_ratings_notes_and_actions_and_no_fields() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = check_in(folder.path(), ["Not yet", "Consistently"], false).await?;
    visit(async |browser| {
        rate(browser, &file, ["Consistently", "Consistently"]).await?;
        lay_side_by_side(browser).await?;
        let pair = browser.find(".check-in-pair", "/at least 95 percent/").await?;
        note(browser, &pair, "Look at April").await?;
        browser.find_in(&pair, "button", "Add an agreed action").await?.click().await?;
        browser.fill("What will be done", "Weigh each tray").await?;
        let words = ["Look at April", "Weigh each tray (by the end of"];
        prints(browser, 1..4, &words, ".check-in-pair").await
    })
    .await
}
