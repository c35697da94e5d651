//! The growth worksheet: what is entered on it, what stands out, and what it comes to.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::harness::{Browser, NetworkLog, Outcome, Setup, Site, visit};

const KEY: &str = "rungs:/rungs/:growth";

async fn add_priority(browser: &Browser, text: &str) -> Outcome {
    browser.fill("Name a priority of the company", text).await?;
    browser.press(Key::Enter + "").await?;
    browser.sees("button", &format!("Delete {text}")).await
}

async fn add_work(browser: &Browser, what: &str) -> Result<WebElement> {
    browser.fill("Name a piece of your work", what).await?;
    browser.press(Key::Enter + "").await?;
    let group = browser.find("group", what).await?;
    let focused = "return document.activeElement.id.endsWith('-input')";
    browser.holds("the next field of the work has the focus", focused).await?;
    Ok(group)
}

async fn fill_in(browser: &Browser, outer: &WebElement, field: &str, text: &str) -> Outcome {
    let field = browser.find_in(outer, "textbox", field).await?;
    field.clear().await?;
    Ok(field.send_keys(text).await?)
}

/// Enters a day as a date field of a browser gives it.
async fn enter_day(browser: &Browser, outer: &WebElement, field: &str, day: &str) -> Outcome {
    let field = browser.find_in(outer, "textbox", field).await?;
    let script = "const [field, day] = arguments; field.value = day; \
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.driver.execute(script, vec![field.to_json()?, json!(day)]).await?;
    Ok(())
}

async fn serve(browser: &Browser, work: &WebElement, priority: &str) -> Outcome {
    let list = browser.find_in(work, "combobox", "Priority that it serves").await?;
    browser.click_in(&list, "option", priority).await
}

/// Answers a question of the opportunity.
async fn reply(browser: &Browser, question: &str, reply: &str) -> Outcome {
    let group = browser.find("group", question).await?;
    let radio = browser.find_in(&group, "radio", reply).await?;
    browser.driver.execute("arguments[0].click()", vec![radio.to_json()?]).await?;
    Ok(())
}

/// A sheet with something of everything.
pub async fn fill(browser: &Browser) -> Outcome {
    browser.open("growth/").await?;
    browser.fill("/^What you want to do/", "To run a bakery.").await?;
    browser.choose("The next step is on this ladder", "Bakery").await?;
    browser.choose("Level", "Baker").await?;
    for priority in ["Fewer burnt rolls", "Open on Sundays", "Sell to cafés"] {
        add_priority(browser, priority).await?;
    }
    let work = add_work(browser, "New timers").await?;
    fill_in(browser, &work, "Input metric that it drives", "rolls that are watched").await?;
    fill_in(browser, &work, "From", "60 %").await?;
    fill_in(browser, &work, "To", "95 %").await?;
    enter_day(browser, &work, "/^By when/", "9000-01-31").await?;
    fill_in(browser, &work, "Output metric that this should move", "rolls sold").await?;
    serve(browser, &work, "1. Fewer burnt rolls").await?;
    add_work(browser, "A song about flour").await?;
    reply(browser, "Is there budget for it?", "No").await
}

/// Clicks a button, wherever on the screen that is.
async fn press(browser: &Browser, button: &str) -> Outcome {
    let found = browser.find("button", button).await?;
    browser.driver.execute("arguments[0].click()", vec![found.to_json()?]).await?;
    Ok(())
}

/// Keeps what is given to the clipboard.
async fn watch_clipboard(browser: &Browser) -> Outcome {
    let script = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() }";
    browser.eval(script).await.map(drop)
}

async fn copied(browser: &Browser) -> Result<String> {
    let look = async || Ok(browser.eval("return window.copied ?? null").await?.as_str().map(str::to_owned));
    browser.until("something is copied", look).await
}

#[tokio::test]
async fn both_halves_stand_side_by_side_with_what_they_come_to() -> Outcome {
    visit(async |browser| {
        fill(browser).await?;
        let conclusion = "Impact is tied to one of three priorities; whether there is an opening is not known: ask.";
        browser.reads(conclusion).await?;
        browser.reads("Against it: there is no budget.").await?;
        browser.reads("One of two pieces of work serves no priority.").await?;
        browser.reads("One of two pieces of work is not measurable yet.").await?;
        browser.reads("Drives: rolls that are watched, from 60 % to 95 %, by 31 January 9000").await?;
        reply(browser, "Is there an opening?", "Yes").await?;
        browser.reads("Impact is tied to one of three priorities; there is an opening, by the answer of").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        browser.reads("there is an opening, by the answer of").await?;
        let path = browser.find("textbox", "/^What you want to do/").await?;
        assert_eq!(path.prop("value").await?.as_deref(), Some("To run a bakery."));
        let work = browser.find("group", "New timers").await?;
        let serves = browser.find_in(&work, "combobox", "Priority that it serves").await?;
        let chosen = browser.driver.execute("return arguments[0].selectedOptions[0].text", vec![serves.to_json()?]);
        assert_eq!(chosen.await?.json(), "1. Fewer burnt rolls");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn whether_there_is_an_opening_is_one_answer_for_sheet_and_requirement() -> Outcome {
    visit(async |browser| {
        browser.open("assess/bakery/").await?;
        browser.choose("The level I work toward", "Master Baker").await?;
        reply(browser, "Is there a need?", "Yes").await?;
        browser.reads("There is a need, by your organisation’s answer of").await?;
        let main = browser.find("main", "/./").await?;
        enter_day(browser, &main, "Day of the answer", "2020-03-01").await?;
        browser.reads("There is a need, by your organisation’s answer of 1 March 2020").await?;
        browser.click("link", "Growth").await?;
        browser.sees("button", "Choose the level first").await?;
        browser.choose("The next step is on this ladder", "Bakery").await?;
        let level = "return document.querySelector('#growth-level')?.value === 'master-baker'";
        browser.holds("the level of the assessment is chosen", level).await?;
        let group = browser.find("group", "Is there an opening?").await?;
        let yes = browser.find_in(&group, "radio", "Yes").await?;
        ensure!(yes.prop("checked").await?.as_deref() == Some("true"), "the answer is not there");
        browser.reads("there is an opening, by the answer of 1 March 2020").await?;
        browser.fill("/^Who said so/", "the guild").await?;
        reply(browser, "Is there an opening?", "No").await?;
        browser.reads("there is no opening, by the answer of").await?;
        browser.sees_no("text", "/1 March 2020/").await?;
        browser.sees("text", "Saved").await?;
        let once = format!("return !localStorage.getItem('{KEY}').includes('reply')");
        browser.holds("the sheet keeps no second answer", &once).await?;
        browser.open("assess/bakery/").await?;
        browser.reads("There is no need, by your organisation’s answer of").await?;
        let main = browser.find("main", "/./").await?;
        enter_day(browser, &main, "Day of the answer", "2020-03-01").await?;
        browser.reads("There is no need, by your organisation’s answer of 1 March 2020").await?;
        reply(browser, "Is there a need?", "Yes").await?;
        browser.reads("There is a need, by your organisation’s answer of").await?;
        browser.sees_no("text", "/1 March 2020/").await?;
        let note = browser.find("textbox", "/^Who said so/").await?;
        ensure!(note.prop("value").await?.as_deref() == Some("the guild"), "what was noted is gone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn priorities_are_ranked_by_keyboard_and_the_focus_goes_along() -> Outcome {
    visit(async |browser| {
        browser.open("growth/").await?;
        for priority in ["one", "two", "three"] {
            add_priority(browser, priority).await?;
        }
        let up = browser.find("button", "Move three up").await?;
        browser.driver.execute("arguments[0].focus()", vec![up.to_json()?]).await?;
        browser.press(Key::Enter + "").await?;
        browser.sees("status", "three is priority 2 now.").await?;
        ensure!(browser.is_focused("button", "Move three up").await?, "the focus is elsewhere");
        browser.press(Key::Enter + "").await?;
        browser.sees("status", "three is priority 1 now.").await?;
        ensure!(browser.is_focused("button", "Move three down").await?, "the focus is elsewhere at the top");
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        browser.sees("heading", "Impact").await?;
        let order = "return [...document.querySelectorAll('.growth-priorities input')].map(i => i.value).join() \
            === 'three,one,two'";
        browser.holds("the order is kept", order).await
    })
    .await
}

#[tokio::test]
async fn what_is_deleted_is_brought_back_with_what_serves_it() -> Outcome {
    visit(async |browser| {
        fill(browser).await?;
        press(browser, "Delete Fewer burnt rolls").await?;
        browser.reads("Fewer burnt rolls is deleted.").await?;
        browser.reads("Impact is tied to none of two priorities").await?;
        browser.holds("undoing has the focus", "return document.activeElement.innerText === 'Undo'").await?;
        press(browser, "Undo").await?;
        browser.reads("Impact is tied to one of three priorities").await?;
        let focus = "return document.activeElement.id.startsWith('priority-')";
        browser.holds("what was brought back has the focus", focus).await?;
        press(browser, "Delete New timers").await?;
        browser.sees_no("group", "New timers").await?;
        press(browser, "Undo").await?;
        browser.reads("Drives: rolls that are watched, from 60 % to 95 %, by 31 January 9000").await
    })
    .await
}

#[tokio::test]
async fn what_is_not_known_is_copied_as_questions_and_the_whole_as_markdown() -> Outcome {
    visit(async |browser| {
        fill(browser).await?;
        add_priority(browser, "# 1|2 *مرحبا* 🎉").await?;
        for question in ["Is the pace right for you?", "Has management answered what more you can take on?"] {
            reply(browser, question, "Yes").await?;
        }
        reply(browser, "Is the number of such roles limited?", "No").await?;
        browser.sees_no("heading", "Is someone ahead of you?").await?;
        watch_clipboard(browser).await?;
        press(browser, "Copy the questions").await?;
        browser.sees("status", "Questions copied").await?;
        assert_eq!(copied(browser).await?, "- Is there an opening at this level: Baker?\n");
        press(browser, "Copy as Markdown").await?;
        browser.sees("status", "Markdown copied").await?;
        let markdown = copied(browser).await?;
        for words in ["Toward Baker (Bakery)", "1. Fewer burnt rolls\n", "4. \\# 1\\|2 \\*مرحبا\\* 🎉\n", "**No**"]
        {
            ensure!(markdown.contains(words), "{words:?} is not in {markdown}");
        }
        reply(browser, "Is there an opening?", "No").await?;
        browser.sees_no("button", "Copy the questions").await
    })
    .await
}

#[tokio::test]
async fn doubtful_entries_are_told_and_not_refused() -> Outcome {
    visit(async |browser| {
        browser.open("growth/").await?;
        browser.reads("Name the three to five that the company truly cares about, the first one first.").await?;
        add_priority(browser, "1").await?;
        browser.reads("This is one. Name the three to five").await?;
        for priority in ["2", "3", "4", "5", "6"] {
            add_priority(browser, priority).await?;
        }
        browser.reads("These are six. Three to five are what a company truly cares about.").await?;
        browser.press(Key::Enter + "").await?;
        let six = "return document.querySelectorAll('.growth-priorities input').length === 6";
        browser.holds("an empty priority is not added", six).await?;
        let work = add_work(browser, "Timers").await?;
        browser
            .reads("Not said yet: the input metric, where it stands, where it is to be and the output metric.")
            .await?;
        enter_day(browser, &work, "/^By when/", "2020-02-29").await?;
        browser.reads("29 February 2020 has passed.").await?;
        browser.find_in(&work, "textbox", "/^By when/").await?.send_keys("02312021").await?;
        browser.press("\t").await?;
        browser.sees("alert", "/^The calendar has no such day/").await?;
        is_accessible(browser, "a sheet with an error").await?;
        reply(browser, "Is there budget for it?", "Yes").await?;
        let answers = browser.find("region", "Opportunity").await?;
        enter_day(browser, &answers, "Day of the answer", "9000-01-01").await?;
        browser.sees("alert", "Not saved: 1 January 9000 is in the future.").await
    })
    .await
}

#[tokio::test]
async fn another_tabs_entries_appear_and_both_stay() -> Outcome {
    visit(async |browser| {
        browser.open("growth/").await?;
        add_priority(browser, "from the first tab").await?;
        browser.sees("text", "Saved").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        browser.open("growth/").await?;
        add_priority(browser, "from the second tab").await?;
        reply(browser, "Is there budget for it?", "No").await?;
        browser.sees("text", "Saved").await?;
        browser.driver.switch_to_window(first).await?;
        browser.sees("button", "Delete from the second tab").await?;
        browser.reads("Against it: there is no budget.").await?;
        browser.sees("button", "Delete from the first tab").await
    })
    .await
}

/// Stores a sheet before anything of the app has read it.
async fn plant(browser: &Browser, data: serde_json::Value) -> Outcome {
    browser.open("about/").await?;
    let text = json!({ "format": "entries", "version": 1, "saved": 1_772_000_000_000_u64, "data": data }).to_string();
    browser.eval(&format!("localStorage.setItem('{KEY}', {})", json!(text))).await?;
    browser.open("growth/").await
}

#[tokio::test]
async fn a_ladder_or_a_level_that_is_gone_is_told() -> Outcome {
    visit(async |browser| {
        plant(browser, json!({ "target": { "ladder": "shoemakers", "level": "master", "changed": 1 } })).await?;
        browser.reads("The ladder shoemakers is no longer on this site. Choose another.").await?;
        plant(browser, json!({ "target": { "ladder": "bread-shop", "level": "wizard", "changed": 1 } })).await?;
        browser.reads("The level wizard is no longer in Bakery. Choose another.").await?;
        browser.choose("Level", "Baker").await?;
        browser.sees_no("text", "/no longer in/").await
    })
    .await
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_kept_and_said() -> Outcome {
    visit(async |browser| {
        let newer = json!({
            "dream:1": { "text": "of later", "changed": 1 },
            "priority:1": { "text": "rolls", "place": 0, "weight": 7, "changed": 1 },
        });
        plant(browser, newer).await?;
        browser.reads("1 entry was written by a newer version of this site, and is kept.").await?;
        browser.fill("Priority 1", "bread").await?;
        let kept = format!(
            "const {{ data }} = JSON.parse(localStorage.getItem('{KEY}')); return data['dream:1'].text === 'of later' \
             && data['priority:1'].text === 'bread' && data['priority:1'].weight === 7"
        );
        browser.holds("both are kept", &kept).await
    })
    .await
}

#[tokio::test]
async fn a_full_sheet_is_accessible() -> Outcome {
    visit(async |browser| {
        fill(browser).await?;
        press(browser, "Delete A song about flour").await?;
        browser.sees("button", "Undo").await?;
        is_accessible(browser, "a full sheet").await
    })
    .await
}

#[tokio::test]
async fn it_fits_a_screen_of_320_pixels_and_is_accessible_on_it() -> Outcome {
    Setup::fixtures()
        .width(320)
        .run(async |browser| {
            fill(browser).await?;
            browser.holds("it fits", "return document.documentElement.scrollWidth <= innerWidth").await?;
            is_accessible(browser, "a full sheet on a narrow screen").await
        })
        .await
}

#[tokio::test]
async fn on_paper_stands_what_was_entered_without_what_enters_it() -> Outcome {
    visit(async |browser| {
        fill(browser).await?;
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        for words in
            ["To run a bakery.", "Toward Baker (Bakery)", "Fewer burnt rolls", "Impact is tied to one of three"]
        {
            browser.reads(words).await?;
        }
        browser.sees_no("main :is(button, input, select, textarea)", "/^/").await
    })
    .await
}

#[tokio::test]
async fn nothing_of_it_is_asked_of_the_network() -> Outcome {
    let (folder, site) = (tempfile::tempdir()?, Site::fixtures());
    let file = folder.path().join("network.json");
    let write = async |browser: &Browser| {
        browser.open("growth/").await?;
        browser.fill("/^What you want to do/", "quince marmalade").await?;
        add_priority(browser, "quince marmalade").await?;
        add_work(browser, "quince marmalade jars").await?;
        browser.choose("The next step is on this ladder", "Bakery").await?;
        browser.choose("Level", "Baker").await?;
        reply(browser, "Is there an opening?", "Don’t know yet").await?;
        browser.sees("text", "Saved").await
    };
    Setup::fixtures().network_log(file.clone()).run(write).await?;
    let log = NetworkLog::read(&file)?;
    ensure!(log.requests().iter().any(|request| request.url.ends_with(".wasm")), "the record is empty");
    let leaks = log.leaks(&site, &site.address()?, "growth/", &["quince", "marmalade"]);
    ensure!(leaks.is_empty(), "{leaks:#?}");
    Ok(())
}
