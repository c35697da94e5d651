//! The journal: wins are noted from any page, attached to what they show, changed, deleted and brought back.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::assess::with_stored;
use crate::harness::{Browser, Outcome, Setup, visit};

const JOURNAL: &str = "rungs:/rungs/:journal";
const ANSWERS: &str = "rungs:/rungs/:assessment:bakery";

/// Notes a win on the page of the journal.
async fn note(browser: &Browser, text: &str) -> Outcome {
    browser.fill("What happened", text).await?;
    browser.click("button", "Note it").await?;
    browser.sees(".journal > li", &format!("/{text}/")).await
}

async fn is_stored(browser: &Browser, key: &str, words: &str) -> Outcome {
    let script = format!("return (localStorage.getItem({key:?}) ?? '').includes({words:?})");
    browser.holds(&format!("{words:?} is stored"), &script).await
}

/// The entry of the win that says these words.
async fn win(browser: &Browser, words: &str) -> Result<WebElement> {
    browser.find(".journal > li", &format!("/{words}/")).await
}

async fn click_in(browser: &Browser, words: &str, name: &str) -> Outcome {
    let entry = win(browser, words).await?;
    browser.click_in(&entry, "button", name).await
}

/// Waits until a win says these words too.
async fn tells(browser: &Browser, words: &str, others: &str) -> Outcome {
    let look = async || Ok(win(browser, words).await?.text().await?.contains(others).then_some(()));
    browser.until(&format!("{words:?} says {others:?}"), look).await
}

async fn has_target(browser: &Browser) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("My present level", "Apprentice").await?;
    browser.choose("The level I work toward", "Baker").await?;
    is_stored(browser, ANSWERS, "target").await
}

#[tokio::test]
async fn a_win_is_noted_with_the_keyboard_alone_and_is_of_today() -> Outcome {
    visit(async |browser| {
        browser.open("journal/").await?;
        browser.reads("Nothing is noted yet.").await?;
        browser.find("textbox", "What happened").await?.focus().await?;
        browser.press("Calmed the oven").await?;
        browser.press(Key::Control + "\u{e007}").await?;
        tells(browser, "Calmed the oven", "Not attached yet").await?;
        browser.holds("the next can be typed", "return document.activeElement.matches('textarea')").await?;
        browser.press("Sold all rolls").await?;
        browser.press(Key::Control + "\u{e007}").await?;
        let first = "return document.querySelector('.journal > li').textContent.includes('Sold all rolls')";
        browser.holds("the last one comes first", first).await?;
        let today = "const now = new Date(); const day = document.querySelector('.journal time').dateTime; \
            return day === new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)";
        browser.holds("it is of today", today).await?;
        browser.reload().await?;
        browser.reads("All (2)").await
    })
    .await
}

#[tokio::test]
async fn what_is_typed_is_kept_though_nobody_notes_it() -> Outcome {
    visit(async |browser| {
        browser.open("journal/").await?;
        browser.fill("What happened", "Half a sentence").await?;
        browser.click("link", "My data").await?;
        browser.sees("heading", "My data").await?;
        browser.open("journal/").await?;
        browser.sees(".journal > li", "/Half a sentence/").await
    })
    .await
}

#[tokio::test]
async fn a_day_that_has_not_come_is_refused_and_the_win_keeps_its_own() -> Outcome {
    visit(async |browser| {
        browser.open("journal/").await?;
        browser.fill("What happened", "Calmed the oven").await?;
        let enter = "const field = document.querySelector('main input[type=date]'); field.value = '9000-01-01'; \
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.eval(enter).await?;
        browser.sees("alert", "Not saved: 1 January 9000 is in the future.").await?;
        is_stored(browser, JOURNAL, "Calmed the oven").await?;
        let refused = format!("return !localStorage.getItem({JOURNAL:?}).includes('9000')");
        ensure!(browser.eval(&refused).await? == json!(true), "the future is stored");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_key_opens_the_dialog_on_any_page_and_nowhere_where_text_is_typed() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        browser.find("combobox", "Search all ladders").await?.focus().await?;
        browser.press("w").await?;
        browser.press(Key::Escape).await?;
        browser.sees_no("dialog", "Note a win").await?;
        browser.eval("document.activeElement.blur()").await?;
        browser.press("w").await?;
        browser.sees("dialog", "Note a win").await?;
        is_accessible(browser, "the dialog").await?;
        browser.holds("the text has the focus", "return document.activeElement.matches('dialog textarea')").await?;
        browser.press("Mended the mixer").await?;
        browser.press(Key::Control + "\u{e007}").await?;
        browser.sees_no("dialog", "Note a win").await?;
        browser.is_at("ladders/bakery/").await?;
        is_stored(browser, JOURNAL, "Mended the mixer").await?;
        browser.click("button", "Note a win").await?;
        let empty = "return document.querySelector('dialog textarea')?.value === ''";
        browser.holds("the next one is empty", empty).await?;
        browser.click("link", "Open the journal").await?;
        browser.sees(".journal > li", "/Mended the mixer/").await?;
        browser.sees_no("dialog", "Note a win").await
    })
    .await
}

#[tokio::test]
async fn the_key_can_be_switched_off() -> Outcome {
    visit(async |browser| {
        browser.open("about/").await?;
        browser.click("checkbox", "The key / leads to the search field, and w notes a win").await?;
        browser.sees("text", "Saved").await?;
        browser.eval("document.activeElement.blur()").await?;
        browser.press("w").await?;
        browser.click("button", "Note a win").await?;
        browser.holds("it was typed nowhere", "return document.querySelector('dialog textarea')?.value === ''").await
    })
    .await
}

#[tokio::test]
async fn an_attached_win_is_evidence_and_taken_off_it_is_none() -> Outcome {
    visit(async |browser| {
        has_target(browser).await?;
        browser.open("journal/").await?;
        note(browser, "Calmed the oven").await?;
        note(browser, "Sold all rolls").await?;
        click_in(browser, "Calmed the oven", "/^Attach/").await?;
        browser.click("checkbox", "/^Cleans the oven/").await?;
        tells(browser, "Calmed the oven", "Shows").await?;
        is_accessible(browser, "the choice of what a win shows").await?;
        browser.click("button", "Done").await?;
        let focus = "return document.activeElement.getAttribute('aria-label').startsWith('Attach the win of')";
        browser.holds("the focus is where it was", focus).await?;
        browser.click("radio", "Not attached yet (1)").await?;
        browser.sees_no(".journal > li", "/Calmed the oven/").await?;
        browser.click("radio", "All (2)").await?;

        is_stored(browser, ANSWERS, "Calmed the oven").await?;
        browser.open("assess/bakery/").await?;
        browser.reads("1 with evidence").await?;
        browser.open("journal/").await?;
        click_in(browser, "Calmed the oven", "/^Attach/").await?;
        browser.click("checkbox", "/^Cleans the oven/").await?;
        tells(browser, "Calmed the oven", "Not attached yet").await?;
        browser.open("assess/bakery/").await?;
        browser.reads("0 with evidence").await
    })
    .await
}

#[tokio::test]
async fn a_win_goes_to_skillsets_and_to_the_portfolio_too() -> Outcome {
    visit(async |browser| {
        has_target(browser).await?;
        browser.fill("Name one of your kinds of dough", "rye").await?;
        browser.click("button", "Add").await?;
        is_stored(browser, ANSWERS, "rye").await?;
        let folder = json!({ "format": "entries", "version": 1, "saved": 1,
            "data": { "piece:p1": { "title": "The wedding cake", "what": "", "result": "", "changed": 1 } } });
        let plant = format!("localStorage.setItem('rungs:/rungs/:case:bakery', {})", json!(folder.to_string()));
        browser.eval(&plant).await?;
        browser.open("journal/").await?;
        note(browser, "Baked for fifty").await?;
        click_in(browser, "Baked for fifty", "/^Attach/").await?;
        browser.click("checkbox", "rye").await?;
        browser.click("checkbox", "The wedding cake").await?;
        tells(browser, "Baked for fifty", "Portfolio: The wedding cake").await?;
        is_stored(browser, JOURNAL, "p1").await?;
        browser.open("assess/bakery/").await?;
        let skillset = browser.find("group", "rye").await?;
        browser.find_in(&skillset, "text", "Baked for fifty").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn why_there_is_nothing_to_choose_is_said_with_the_way_out() -> Outcome {
    visit(async |browser| {
        browser.open("assess/lighthouse/").await?;
        browser.choose("The level I work toward", "Visitor").await?;
        is_stored(browser, "rungs:/rungs/:assessment:lighthouse", "visitor").await?;
        has_target(browser).await?;
        with_stored(browser, "data.target.level = 'cellar-master'").await?;
        browser.open("journal/").await?;
        note(browser, "Baked for fifty").await?;
        click_in(browser, "Baked for fifty", "/^Attach/").await?;
        for (ladder, said) in [
            ("Lighthouse <1.0>", "Visitor expects nothing that a win can show. It can still go into the portfolio."),
            ("Kiosk", "No target is chosen on this ladder yet. Choose it in the assessment"),
            (
                "Bakery",
                "The level you chose, cellar-master, is no longer in this ladder. Choose another in the assessment",
            ),
        ] {
            browser.choose("Ladder", ladder).await?;
            browser.reads(said).await?;
        }
        browser.open("plan/bakery/").await?;
        browser.reads("The level you chose, cellar-master, is no longer in this ladder. Choose the level").await
    })
    .await
}

#[tokio::test]
async fn a_win_becomes_the_first_piece_of_the_portfolio() -> Outcome {
    visit(async |browser| {
        browser.open("journal/").await?;
        note(browser, "Baked for fifty").await?;
        click_in(browser, "Baked for fifty", "/^Attach/").await?;
        browser.choose("Ladder", "Bakery").await?;
        browser.click("button", "Make it a new piece of work").await?;
        tells(browser, "Baked for fifty", "Portfolio: Baked for fifty").await?;
        let focus = "return document.activeElement.checked && document.activeElement.labels[0].textContent";
        browser.holds("the new piece has the focus", &format!("{focus}.includes('Baked for fifty')")).await?;
        has_target(browser).await?;
        browser.open("case/bakery/").await?;
        browser.sees("button", "Edit: Baked for fifty").await?;
        browser.reads("1 win of your journal stands with it.").await
    })
    .await
}

#[tokio::test]
async fn two_wins_of_one_day_are_told_apart() -> Outcome {
    visit(async |browser| {
        browser.open("journal/").await?;
        note(browser, "Calmed the oven").await?;
        note(browser, "Sold all rolls").await?;
        for (verb, win) in [("Attach", "Calmed the oven"), ("Edit", "Sold all rolls"), ("Delete", "Calmed the oven")] {
            browser.find("button", &format!("/^{verb} the win of .*: {win}$/")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_changed_in_the_journal_changes_as_evidence() -> Outcome {
    visit(async |browser| {
        has_target(browser).await?;
        browser.open("journal/").await?;
        note(browser, "Calmed the oven").await?;
        click_in(browser, "Calmed the oven", "/^Attach/").await?;
        browser.click("checkbox", "/^Cleans the oven/").await?;
        browser.click("button", "Done").await?;
        click_in(browser, "Calmed the oven", "/^Edit/").await?;
        browser.press(" for good").await?;
        browser.press(Key::Escape).await?;
        tells(browser, "for good", "Shows").await?;
        is_stored(browser, ANSWERS, "Calmed the oven for good").await
    })
    .await
}

#[tokio::test]
async fn a_win_that_is_emptied_and_typed_anew_stays_what_it_shows() -> Outcome {
    visit(async |browser| {
        has_target(browser).await?;
        browser.open("journal/").await?;
        note(browser, "Calmed the oven").await?;
        click_in(browser, "Calmed the oven", "/^Attach/").await?;
        browser.click("checkbox", "/^Cleans the oven/").await?;
        browser.click("button", "Done").await?;
        click_in(browser, "Calmed the oven", "/^Edit/").await?;
        browser.press(Key::Control + "a").await?;
        browser.press(Key::Delete).await?;
        browser.press("Cooled the cellar").await?;
        browser.press(Key::Escape).await?;
        tells(browser, "Cooled the cellar", "Shows").await?;
        is_stored(browser, ANSWERS, "Cooled the cellar").await?;
        click_in(browser, "Cooled the cellar", "/^Edit/").await?;
        browser.press(Key::Control + "a").await?;
        browser.press(Key::Delete).await?;
        browser.press(Key::Escape).await?;
        browser.reads("Deleted from the journal.").await?;
        browser.click("button", "Undo").await?;
        tells(browser, "Cooled the cellar", "Shows").await
    })
    .await
}

#[tokio::test]
async fn who_leaves_an_emptied_win_for_another_types_into_that() -> Outcome {
    visit(async |browser| {
        browser.open("journal/").await?;
        note(browser, "Calmed the oven").await?;
        note(browser, "Cooled the cellar").await?;
        click_in(browser, "Calmed the oven", "/^Edit/").await?;
        browser.press(Key::Control + "a").await?;
        browser.press(Key::Delete).await?;
        click_in(browser, "Cooled the cellar", "/^Edit/").await?;
        browser.reads("Deleted from the journal.").await?;
        browser.press(" for good").await?;
        browser.press(Key::Escape).await?;
        browser.reads("Cooled the cellar for good").await
    })
    .await
}

#[tokio::test]
async fn a_deleted_win_can_be_brought_back_and_stays_as_evidence() -> Outcome {
    visit(async |browser| {
        has_target(browser).await?;
        browser.open("journal/").await?;
        note(browser, "Calmed the oven").await?;
        click_in(browser, "Calmed the oven", "/^Attach/").await?;
        browser.click("checkbox", "/^Cleans the oven/").await?;
        click_in(browser, "Calmed the oven", "/^Delete/").await?;
        browser.reads("Deleted from the journal. As evidence it stays where it was attached.").await?;
        is_stored(browser, ANSWERS, "Calmed the oven").await?;
        browser.holds("Undo has the focus", "return document.activeElement.textContent === 'Undo'").await?;
        browser.press(Key::Enter).await?;
        tells(browser, "Calmed the oven", "Shows").await
    })
    .await
}

#[tokio::test]
async fn a_second_tab_shows_what_the_first_notes() -> Outcome {
    visit(async |browser| {
        browser.open("journal/").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        browser.open("journal/").await?;
        note(browser, "Calmed the oven").await?;
        is_stored(browser, JOURNAL, "Calmed the oven").await?;
        browser.driver.switch_to_window(first).await?;
        browser.sees(".journal > li", "/Calmed the oven/").await?;
        note(browser, "Sold all rolls").await?;
        is_stored(browser, JOURNAL, "Sold all rolls").await?;
        is_stored(browser, JOURNAL, "Calmed the oven").await
    })
    .await
}

#[tokio::test]
async fn the_journal_at_work_fits_a_narrow_screen_and_is_accessible_on_it() -> Outcome {
    Setup::fixtures()
        .width(320)
        .run(async |browser| {
            has_target(browser).await?;
            browser.open("journal/").await?;
            note(browser, &"Unbreakable".repeat(12)).await?;
            note(browser, "שלום עולם").await?;
            click_in(browser, "שלום", "/^Attach/").await?;
            browser.sees("checkbox", "/^Cleans the oven/").await?;
            browser.holds("it fits", "return document.documentElement.scrollWidth <= innerWidth").await?;
            is_accessible(browser, "the journal at work").await?;
            browser.click("button", "Done").await?;
            click_in(browser, "שלום", "/^Edit/").await?;
            browser.holds("it fits", "return document.documentElement.scrollWidth <= innerWidth").await?;
            is_accessible(browser, "the fields of a win").await
        })
        .await
}

#[tokio::test]
async fn what_a_newer_version_noted_is_told_and_kept() -> Outcome {
    visit(async |browser| {
        browser.open("about/").await?;
        let stored = json!({ "format": "entries", "version": 1, "saved": 1,
            "data": { "win:1": { "moment": "noon", "changed": 1 } } });
        browser.eval(&format!("localStorage.setItem({JOURNAL:?}, {})", json!(stored.to_string()))).await?;
        browser.open("journal/").await?;
        browser.reads("1 entry was written by a newer version of this site, and is kept.").await?;
        note(browser, "Calmed the oven").await?;
        is_stored(browser, JOURNAL, "Calmed the oven").await?;
        let is_kept = format!("return localStorage.getItem({JOURNAL:?}).includes('noon')");
        ensure!(browser.eval(&is_kept).await? == json!(true), "it is gone");
        Ok(())
    })
    .await
}
