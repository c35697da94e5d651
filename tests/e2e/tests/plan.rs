//! The plan: chosen from strengths and gaps, moved by mouse and keys, finished with evidence, taken elsewhere.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::harness::{Browser, Outcome, Setup, visit};

const PLAN: &str = "rungs:/rungs/:plan:bakery";
const ANSWERS: &str = "rungs:/rungs/:assessment:bakery";

async fn is_stored(browser: &Browser, key: &str, words: &str) -> Outcome {
    let script = format!("return (localStorage.getItem({key:?}) ?? '').includes({words:?})");
    browser.holds(&format!("{words:?} is stored"), &script).await
}

/// Rates what is asked of a baker, and opens the plan.
pub async fn begin(browser: &Browser, ratings: &[(&str, &str)]) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("My present level", "Apprentice").await?;
    browser.choose("The level I work toward", "Baker").await?;
    for (words, rating) in ratings {
        let row = browser.find("[data-expectation]", &format!("/{words}/")).await?;
        browser.click_in(&row, "label", &format!("/^{rating}/")).await?;
    }
    is_stored(browser, ANSWERS, "target").await?;
    browser.open("plan/bakery/").await
}

/// Plans something for the expectation that says these words.
pub async fn plan(browser: &Browser, words: &str, action: &str) -> Outcome {
    let button = browser.find("button", &format!("/^Plan it: .*{words}/")).await?;
    // Wherever on the screen it is: what was planned before has scrolled the page.
    browser.driver.execute("arguments[0].click()", vec![button.to_json()?]).await?;
    browser.holds("it can be typed", "return document.activeElement.id.startsWith('action-')").await?;
    browser.press(action).await?;
    browser.click("button", "Close").await?;
    browser.sees("button", &format!("Finish: {action}")).await
}

/// The months in which something is planned, with what: "2026-11: Ask, Tell; 2026-12: Sleep".
const MONTHS: &str = "[...document.querySelectorAll('[data-month]')].map(month => [month.dataset.month, \
    [...month.querySelectorAll('.plan-action')].map(each => each.textContent).join(', ')]) \
    .filter(([, items]) => items).map(([, items]) => items)";

/// Waits until the months in which something is planned hold this.
async fn holds(browser: &Browser, months: &[&str]) -> Outcome {
    let script = format!("return JSON.stringify({MONTHS}) === {}", json!(json!(months).to_string()));
    browser.holds(&format!("{months:?} is planned"), &script).await
}

/// Puts a plan in place before anything of the app has read one.
async fn plant(browser: &Browser, data: &Value) -> Outcome {
    let stored = json!({ "format": "entries", "version": 1, "saved": 1, "data": data });
    browser.open("about/").await?;
    browser.eval(&format!("localStorage.setItem({PLAN:?}, {})", json!(stored.to_string()))).await?;
    browser.open("plan/bakery/").await
}

fn item(action: &str, month: &str) -> Value {
    json!({ "action": action, "month": month, "order": 0, "changed": 1 })
}

#[tokio::test]
async fn months_that_a_newer_version_wrote_are_kept_until_they_are_entered_anew() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        plant(browser, &json!({ "span": { "weeks": 12, "changed": 1 } })).await?;
        browser.reads("A newer version of this site wrote over which months this plan goes.").await?;
        plan(browser, "Cleans the oven", "Ask").await?;
        is_stored(browser, PLAN, "Ask").await?;
        is_stored(browser, PLAN, "\"weeks\":12").await?;
        browser.click("button", "Set it anew").await?;
        browser.holds("the field has the focus", "return document.activeElement.id === 'plan-start'").await?;
        let months = browser.find("combobox", "for").await?;
        browser.click_in(&months, "option", "9 months").await?;
        is_stored(browser, PLAN, "\"months\":9").await
    })
    .await
}

#[tokio::test]
async fn without_a_target_the_way_to_one_is_shown() -> Outcome {
    visit(async |browser| {
        browser.open("plan/bakery/").await?;
        browser.click("link", "in the assessment").await?;
        browser.is_at("assess/bakery/").await
    })
    .await
}

#[tokio::test]
async fn gaps_come_first_and_become_what_is_planned() -> Outcome {
    visit(async |browser| {
        begin(browser, &[("95 percent", "Sometimes"), ("Cleans the oven", "Consistently")]).await?;
        browser.reads("1 gap, 0 strengths").await?;
        let order = "return [...document.querySelectorAll('.plan-options h3')].map(each => each.textContent).join() === \
            'Gaps: not yet, or only sometimes 1,Consistently, without evidence 1,Not rated, or no chance to show it 5'";
        browser.holds("gaps come first", order).await?;
        plan(browser, "95 percent", "Watch the oven").await?;
        browser.sees("text", "In the plan").await?;
        is_stored(browser, PLAN, "Watch the oven").await?;
        browser.reload().await?;
        holds(browser, &["Watch the oven"]).await?;
        browser.click("button", "Edit: Watch the oven").await?;
        browser.fill("How I will know that it is done", "Nothing burns").await?;
        browser.press(Key::Escape).await?;
        browser.reads("How I will know: Nothing burns").await
    })
    .await
}

#[tokio::test]
async fn items_are_moved_by_the_keyboard_and_keep_the_focus() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        plan(browser, "95 percent", "Watch").await?;
        plan(browser, "Cleans the oven", "Clean").await?;
        holds(browser, &["Watch, Clean"]).await?;
        for (button, months) in [
            ("Later: Watch", &["Clean", "Watch"][..]),
            ("Later: Clean", &["Watch, Clean"]),
            ("Up: Clean", &["Clean, Watch"]),
            ("Down: Clean", &["Watch, Clean"]),
            ("Earlier: Clean", &["Clean", "Watch"]),
        ] {
            browser.find("button", button).await?.focus().await?;
            browser.press(Key::Enter).await?;
            holds(browser, months).await?;
            let look = async || Ok(browser.is_focused("button", button).await?.then_some(()));
            browser.until(&format!("{button:?} keeps the focus"), look).await?;
        }
        let said = "return /, 1 of 1$/.test(document.querySelector('[aria-live]').textContent.trim())";
        browser.holds("it is said where it went", said).await?;
        browser.reload().await?;
        holds(browser, &["Clean", "Watch"]).await
    })
    .await
}

#[tokio::test]
async fn items_are_dragged_to_another_month() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        plan(browser, "95 percent", "Watch").await?;
        plan(browser, "Cleans the oven", "Clean").await?;
        let next = browser.driver.find_all(By::Css("[data-month]")).await?.swap_remove(1);
        next.scroll_into_view().await?;
        let grip = browser.driver.find(By::Css(".plan-item .plan-grip")).await?;
        let over = "return document.querySelectorAll('[data-month]')[1].classList.contains('is-over')";
        browser.driver.action_chain().click_and_hold_element(&grip).move_to_element_center(&next).perform().await?;
        browser.holds("the month is marked", over).await?;
        browser.driver.action_chain().release().perform().await?;
        holds(browser, &["Clean", "Watch"]).await?;
        is_stored(browser, PLAN, "Watch").await
    })
    .await
}

#[tokio::test]
async fn what_is_finished_becomes_the_answers_evidence_once() -> Outcome {
    visit(async |browser| {
        begin(browser, &[("95 percent", "Sometimes")]).await?;
        plan(browser, "95 percent", "Watch the oven").await?;
        browser.click("button", "Finish: Watch the oven").await?;
        browser.press("No roll was burnt").await?;
        browser.click("button", "Close").await?;
        browser.reads("Finished on").await?;
        is_stored(browser, ANSWERS, "No roll was burnt").await?;
        browser.click("button", "Not finished after all: Watch the oven").await?;
        browser.click("button", "Finish: Watch the oven").await?;
        browser.press(" at all").await?;
        browser.press(Key::Escape).await?;
        browser.open("assess/bakery/").await?;
        browser.reads("1 with evidence").await?;
        let row = browser.find("[data-expectation]", "/95 percent/").await?;
        browser.find_in(&row, "text", "No roll was burnt at all").await?;
        browser.reload().await?;
        browser.reads("1 with evidence").await
    })
    .await
}

#[tokio::test]
async fn the_day_on_which_an_item_was_finished_needs_no_words() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        plan(browser, "95 percent", "Watch the oven").await?;
        browser.click("button", "Finish: Watch the oven").await?;
        let enter = "const field = document.querySelector('.evidence-editor input[type=date]'); field.value = '2020-03-01'; \
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.eval(enter).await?;
        browser.click("button", "Close").await?;
        browser.reads("Finished on 1 March 2020").await?;
        browser.click("button", "Say what came of it").await?;
        browser.press("No roll was burnt").await?;
        browser.click("button", "Close").await?;
        browser.reads("Finished on 1 March 2020").await?;
        is_stored(browser, ANSWERS, "2020-03-01").await
    })
    .await
}

#[tokio::test]
async fn what_is_about_no_expectation_is_finished_into_the_journal() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        browser.click("button", "Add something else").await?;
        browser.press("Read a book").await?;
        browser.click("button", "Close").await?;
        browser.click("button", "Finish: Read a book").await?;
        browser.press("Read all of it").await?;
        browser.click("button", "Close").await?;
        browser.open("journal/").await?;
        browser.sees(".journal > li", "/Read all of it/").await
    })
    .await
}

#[tokio::test]
async fn a_deleted_item_can_be_brought_back_and_one_that_says_nothing_is_not_kept() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        browser.click("button", "Add something else").await?;
        browser.press(Key::Escape).await?;
        holds(browser, &[]).await?;
        browser.reads("Nothing is planned yet.").await?;
        browser.sees_no("button", "/^Save (for a calendar|as Markdown)/").await?;
        plan(browser, "95 percent", "Watch").await?;
        browser.sees("button", "Save for a calendar").await?;
        browser.click("button", "Edit: Watch").await?;
        browser.click("button", "Delete").await?;
        browser.reads("Deleted from the plan.").await?;
        holds(browser, &[]).await?;
        browser.holds("Undo has the focus", "return document.activeElement.textContent === 'Undo'").await?;
        browser.press(Key::Enter).await?;
        holds(browser, &["Watch"]).await
    })
    .await
}

#[tokio::test]
async fn the_span_can_be_changed_and_what_lies_outside_stays() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        let months = async |count: usize| {
            let script = format!("return document.querySelectorAll('[data-month]').length === {count}");
            browser.holds(&format!("{count} months"), &script).await
        };
        months(6).await?;
        plan(browser, "95 percent", "Watch").await?;
        browser.choose("for", "12 months").await?;
        months(12).await?;
        browser.choose("for", "3 months").await?;
        months(3).await?;
        for _ in 0..4 {
            browser.click("button", "Later: Watch").await?;
        }
        months(4).await?;
        browser.click("radio", "List").await?;
        browser.sees(".plan-list .plan-item", "/Watch/").await?;
        let grips = browser.driver.find_all(By::Css(".plan-grip")).await?;
        ensure!(grips.is_empty(), "there is no month to drag it to");
        browser.reload().await?;
        months(4).await
    })
    .await
}

#[tokio::test]
async fn what_became_of_months_and_expectations_is_told() -> Outcome {
    visit(async |browser| {
        let of = |id: &str, statement: &str| {
            let about = json!({ "expectation": id, "wording": "0000000000000000", "statement": statement });
            let Value::Object(mut fields) = item("Ask", "2020-02") else { unreachable!("an item is an object") };
            fields.extend(about.as_object().cloned().unwrap_or_default());
            Value::Object(fields)
        };
        let data = json!({ "item:1": of("oven-swept", "Sweeps the oven."), "item:2": of("long-gone", "Sings."),
            "item:3": { "quarter": 1, "changed": 1 } });
        plant(browser, &data).await?;
        browser.reads("February 2020 is over, and this is not finished.").await?;
        browser.reads("Cleans the oven at the end of the shift.").await?;
        browser.reads("Reworded since you picked it. It said: Sweeps the oven.").await?;
        browser.reads("The ladder no longer has this expectation.").await?;
        browser.reads("Sings.").await?;
        browser.reads("1 entry was written by a newer version of this site, and is kept.").await?;
        is_accessible(browser, "a plan with doubts").await
    })
    .await
}

/// Waits for a file that was saved, and reads it.
async fn saved(browser: &Browser, folder: &Path, name: &str) -> Result<String> {
    Ok(fs::read_to_string(browser.saved(folder, name, name).await?)?)
}

#[tokio::test]
async fn the_plan_is_saved_for_calendars_and_as_markdown_whatever_is_written_in_it() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        browser.downloads_to(folder.path()).await?;
        plant(browser, &json!({ "item:1": item("Ask Anna, Ben; plan | 🧗\n# שלום", "2027-02") })).await?;
        browser.click("button", "Save for a calendar").await?;
        let calendar = saved(browser, folder.path(), "plan-bakery.ics").await?;
        for line in
            ["BEGIN:VCALENDAR", "UID:1@rungs", "DTSTART;VALUE=DATE:20270228", "SUMMARY:Ask Anna\\, Ben\\; plan | 🧗"]
        {
            ensure!(calendar.split("\r\n").any(|other| other == line), "{line} is missing in {calendar}");
        }
        browser.click("button", "Save as Markdown").await?;
        let markdown = saved(browser, folder.path(), "plan-bakery.md").await?;
        let wanted = "## February 2027\n\n- [ ] Ask Anna, Ben; plan \\| 🧗 # שלום\n";
        ensure!(markdown.contains(wanted), "{markdown}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_second_tab_shows_what_the_first_plans() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        browser.open("plan/bakery/").await?;
        plan(browser, "95 percent", "Watch").await?;
        is_stored(browser, PLAN, "Watch").await?;
        browser.driver.switch_to_window(first).await?;
        holds(browser, &["Watch"]).await
    })
    .await
}

#[tokio::test]
async fn the_plan_at_work_fits_a_narrow_screen_and_is_accessible() -> Outcome {
    for width in [320, 1280] {
        Setup::fixtures()
            .width(width)
            .run(async |browser| {
                begin(browser, &[("95 percent", "Sometimes")]).await?;
                plan(browser, "95 percent", "Watch").await?;
                browser.click("button", "Edit: Watch").await?;
                is_accessible(browser, "the fields of an item").await?;
                browser.holds("it fits", "return document.documentElement.scrollWidth <= innerWidth").await?;
                browser.press(Key::Escape).await?;
                browser.click("button", "Finish: Watch").await?;
                is_accessible(browser, "finishing an item").await?;
                browser.holds("it fits", "return document.documentElement.scrollWidth <= innerWidth").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn on_paper_stands_the_plan_without_what_changes_it() -> Outcome {
    visit(async |browser| {
        begin(browser, &[]).await?;
        plan(browser, "95 percent", "Watch").await?;
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        browser.sees(".plan-item", "/Watch/").await?;
        browser.sees_no("main button", "/./").await
    })
    .await
}
