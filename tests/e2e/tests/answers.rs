//! Answers: how they are given by keys, and what becomes of them when another tab changes them or the ladder changes.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::assess::{KEY, begin, to_baker, with_stored};
use crate::harness::{Browser, Outcome, Setup, visit};

const PAGE: &str = "assess/bakery/";

/// The radio button of a rating of the expectation that says these words.
async fn rating(browser: &Browser, words: &str, rating: &str) -> Result<WebElement> {
    let group = browser.find("fieldset", &format!("/{words}/")).await?;
    browser.find_in(&group, "radio", &format!("/^{rating}/")).await
}

async fn rate(browser: &Browser, words: &str, rating: &str) -> Outcome {
    let group = browser.find("fieldset", &format!("/{words}/")).await?;
    browser.click_in(&group, "radio", &format!("/^{rating}/")).await
}

async fn is_rated(browser: &Browser, words: &str, name: &str) -> Outcome {
    let what = format!("{words:?} is rated {name:?}");
    let look = async || Ok(rating(browser, words, name).await?.is_selected().await?.then_some(()));
    browser.until(&what, look).await
}

/// Waits until what is stored holds these words.
async fn is_stored(browser: &Browser, words: &str) -> Outcome {
    let script = format!("return (localStorage.getItem({KEY:?}) ?? '').includes({words:?})");
    browser.holds(&format!("{words:?} is stored"), &script).await
}

/// Opens the editor of new evidence for the first expectation on the page.
async fn add_evidence(browser: &Browser) -> Outcome {
    browser.click_first("button", "Add evidence").await?;
    browser.find("textbox", "What happened").await.map(drop)
}

#[tokio::test]
async fn levels_are_chosen_and_the_usual_next_ones_are_offered() -> Outcome {
    visit(async |browser| {
        browser.open("assess/").await?;
        browser.click("link", "Bakery").await?;
        browser.is_at(PAGE).await?;
        browser.reads("Choose the level you work toward").await?;
        browser.choose("My present level", "Apprentice").await?;
        browser.reads("Usual next steps").await?;
        browser.click("button", "Baker").await?;
        browser.reads("0 of 7 rated · 0 with evidence · 0 gaps").await?;
        browser.sees_no("fieldset", "/other duties/").await
    })
    .await
}

#[tokio::test]
async fn a_level_that_expects_nothing_is_said_to() -> Outcome {
    visit(async |browser| {
        browser.open("assess/lighthouse/").await?;
        browser.choose("The level I work toward", "Visitor").await?;
        browser.reads("Visitor expects nothing that can be rated.").await
    })
    .await
}

#[tokio::test]
async fn a_rating_can_be_taken_back() -> Outcome {
    to_baker(async |browser| {
        rate(browser, "95 percent", "Consistently").await?;
        browser.click("button", "Clear the rating").await?;
        browser.reads("0 of 7 rated").await?;
        browser.sees_no("button", "Clear the rating").await
    })
    .await
}

#[tokio::test]
async fn keys_rate_and_lead_through_what_the_target_adds() -> Outcome {
    to_baker(async |browser| {
        browser.click("radio", "/^Only the 4 that Baker adds/").await?;
        browser.sees_no("fieldset", "/Cleans the oven/").await?;
        browser.click("button", "/^Next unrated/").await?;
        for (words, key, name) in [
            ("95 percent", "1", "Not yet"),
            ("Adjusts the times", "2", "Sometimes"),
            ("Saves a dough", "3", "Consistently"),
            ("2.5 minutes", "4", "No chance"),
        ] {
            let focused =
                format!("return document.activeElement.closest('fieldset')?.textContent.includes({words:?}) ?? false");
            browser.holds(&format!("the focus is at {words:?}"), &focused).await?;
            browser.press(key).await?;
            is_rated(browser, words, name).await?;
            browser.press("n").await?;
        }
        browser.reads("4 of 7 rated · 0 with evidence · 2 gaps").await?;
        browser.holds("it is said", "return document.body.textContent.includes('Everything here is rated.')").await
    })
    .await
}

#[tokio::test]
async fn additions_are_marked_and_what_is_kept_is_not() -> Outcome {
    to_baker(async |browser| {
        browser.sees("fieldset", "/^Raised ?Bakes rolls of which at least 95/").await?;
        browser.sees("fieldset", "/^Cleans the oven/").await?;
        browser.choose("The level I work toward", "Apprentice").await?;
        browser.sees_no("radio", "/^Only the/").await
    })
    .await
}

#[tokio::test]
async fn evidence_is_of_today_unless_another_day_is_given() -> Outcome {
    to_baker(async |browser| {
        add_evidence(browser).await?;
        browser.press("A good batch").await?;
        let today = "const [field] = document.querySelectorAll('input[type=date]'); const now = new Date(); \
             return field.value === new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10)";
        browser.holds("the day is today", today).await?;
        let enter = async |day: &str| {
            let script = "const [field] = document.querySelectorAll('input[type=date]'); field.value = arguments[0]; \
                field.dispatchEvent(new Event('change', { bubbles: true }))";
            browser.driver.execute(script, vec![json!(day)]).await
        };
        enter("9000-01-01").await?;
        browser.sees("alert", "Not saved: 1 January 9000 is in the future.").await?;
        enter("2026-02-28").await?;
        browser.click("button", "Done").await?;
        browser.reads("28 February 2026").await?;
        is_stored(browser, "2026-02-28").await?;
        let of_another_clock = "const evidence = Object.values(data.answers).flatMap(of => Object.values(of.evidence ?? {})); \
            evidence[0].date = '9000-01-01'";
        with_stored(browser, of_another_clock).await?;
        browser.reads("This day is in the future. Give the day on which it happened.").await
    })
    .await
}

#[tokio::test]
async fn a_link_is_checked_at_its_field_and_opens_without_telling_where_from() -> Outcome {
    to_baker(async |browser| {
        add_evidence(browser).await?;
        browser.press("See there").await?;
        for wrong in ["javascript:alert(1)", "example.com"] {
            browser.fill("Link (optional)", wrong).await?;
            browser.click("button", "Done").await?;
            browser.reads("Not saved: a link begins with https://, http:// or mailto:").await?;
            let invalid = browser.find("textbox", "Link (optional)").await?.attr("aria-invalid").await?;
            ensure!(invalid.as_deref() == Some("true"), "the field is marked");
        }
        browser.fill("Link (optional)", "https://bakery.example/log").await?;
        browser.click("button", "Done").await?;
        let link = browser.find("link", "https://bakery.example/log").await?;
        ensure!(link.attr("target").await?.as_deref() == Some("_blank"), "it opens in a tab of its own");
        ensure!(link.attr("rel").await?.as_deref() == Some("noopener noreferrer"), "it tells nothing");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_second_tab_follows_and_does_not_write_under_the_cursor() -> Outcome {
    to_baker(async |browser| {
        add_evidence(browser).await?;
        browser.press("Begun here").await?;
        is_stored(browser, "Begun here").await?;
        let here = browser.driver.window().await?;
        let there = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(there.clone()).await?;
        browser.open(PAGE).await?;
        rate(browser, "95 percent", "Consistently").await?;
        browser.click("button", "/^Edit the evidence of/").await?;
        browser.fill("What happened", "Changed there").await?;
        is_stored(browser, "Changed there").await?;
        is_stored(browser, "consistently").await?;
        browser.driver.switch_to_window(here.clone()).await?;
        is_rated(browser, "95 percent", "Consistently").await?;
        let field = browser.find("textbox", "What happened").await?;
        ensure!(field.prop("value").await?.as_deref() == Some("Begun here"), "the field being typed in stays");
        browser.press(", ended here").await?;
        is_stored(browser, "Begun here, ended here").await?;
        browser.driver.switch_to_window(there).await?;
        browser.fill("What happened", "Changed again").await?;
        is_stored(browser, "Changed again").await?;
        browser.driver.switch_to_window(here).await?;
        browser.fill("/^Link/", "https://example.com/").await?;
        is_stored(browser, "example.com").await?;
        is_stored(browser, "Changed again").await
    })
    .await
}

#[tokio::test]
async fn on_a_narrow_screen_a_select_stands_for_the_list_of_competencies() -> Outcome {
    Setup::fixtures()
        .width(360)
        .run(async |browser| {
            begin(browser, "Apprentice", "Baker").await?;
            browser.choose("Competency", "Guests (0 of 2)").await?;
            browser.sees("fieldset", "/2.5 minutes/").await?;
            browser.sees_no("navigation", "Competencies").await
        })
        .await
}

#[tokio::test]
async fn a_reworded_expectation_keeps_its_answer_and_says_so() -> Outcome {
    to_baker(async |browser| {
        rate(browser, "95 percent", "Consistently").await?;
        is_stored(browser, "consistently").await?;
        let change = "const { answers } = data; answers['sellable-95'].rating.wording = '0123456789abcdef'; \
                      answers['sellable-95'].rating.statement = 'Bakes nearly all rolls well.'";
        with_stored(browser, change).await?;
        browser.reads("Reworded since you answered; your answer stands").await?;
        browser.reads("Bakes nearly all rolls well.").await?;
        is_rated(browser, "95 percent", "Consistently").await?;
        browser.click("button", "It still holds").await?;
        browser.sees_no("button", "It still holds").await?;
        is_rated(browser, "95 percent", "Consistently").await
    })
    .await
}

#[tokio::test]
async fn answers_follow_a_former_id_and_those_without_an_expectation_are_listed() -> Outcome {
    to_baker(async |browser| {
        rate(browser, "Cleans the oven", "Sometimes").await?;
        is_stored(browser, "sometimes").await?;
        let change = "const { answers } = data; answers['oven-swept'] = answers['oven-cleaned']; delete answers['oven-cleaned']; \
                      answers['long-gone'] = structuredClone(answers['oven-swept']); \
                      answers['long-gone'].rating.statement = 'Delivers by bicycle.'";
        with_stored(browser, change).await?;
        is_rated(browser, "Cleans the oven", "Sometimes").await?;
        browser.reads("No longer in this ladder").await?;
        browser.reads("Delivers by bicycle.").await?;
        browser.click("button", "/^Delete the answer to/").await?;
        browser.click("button", "Undo").await?;
        browser.reads("Delivers by bicycle.").await
    })
    .await
}
