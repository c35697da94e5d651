//! Rating without seeing the other's ratings, both sets side by side, and what is agreed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;

use super::{check_in, lay_side_by_side, note, open_file, rate, saved};
use crate::access::is_accessible;
use crate::harness::{Outcome, Setup, visit};
use crate::paper::prints;

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
        browser.click_in(&pair, "button", "Add an agreed action").await?;
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
        browser.choose_file("Check-in file", &actions).await?;
        browser.reads("In your plan.").await?;
        browser.sees_no("button", "/Take/").await?;
        fs::write(&actions, fs::read_to_string(&actions)?.replace("Weigh each tray", "Weigh two trays"))?;
        browser.click("button", "Back to all check-ins").await?;
        browser.choose_file("Check-in file", &actions).await?;
        browser.reads("It stands otherwise in your plan.").await?;
        browser.reads("Weigh each tray").await?;
        browser.sees_no("button", "/Take/").await?;
        browser.click("checkbox", "Weigh two trays").await?;
        browser.click("button", "Take 1 action into your plan").await?;
        browser.holds("the plan holds what was agreed anew", &planned.replacen("each tray", "two trays", 1)).await?;
        browser.reads("In your plan.").await?;
        browser.click("button", "Undo").await?;
        browser.holds("the plan holds what it held", planned).await?;
        browser.reads("It stands otherwise in your plan.").await
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
            browser.click_in(&pair, "button", "Add an agreed action").await?;
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
        browser.click_in(&pair, "button", "Add an agreed action").await?;
        browser.fill("What will be done", "Weigh each tray").await?;
        browser.click_in(&pair, "button", "Add an agreed action").await?;
        browser.sees("button", "/^Delete the action: *$/").await?;
        let words = ["Look at April", "Weigh each tray (by the end of"];
        prints(browser, 1..4, &words, ".check-in-pair").await?;
        let said = browser.text().await?;
        ensure!(said.matches("(by the end of").count() == 1, "what says nothing is printed: {said}");
        Ok(())
    })
    .await
}
