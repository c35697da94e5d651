//! The self-assessment: rating, evidence, strengths and gaps, and that nothing is lost.

use thirtyfour::prelude::*;

use crate::harness::{Browser, Outcome, visit};

/// Under which the answers to the bakery are stored.
pub const KEY: &str = "rungs:/rungs/:assessment:bakery";

/// Opens the assessment of the bakery from one level to another.
pub async fn begin(browser: &Browser, present: &str, target: &str) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("My present level", present).await?;
    browser.choose("The level I work toward", target).await?;
    browser.sees("heading", &format!("What {target} requires")).await
}

/// Runs a test on the assessment of the bakery from one level to another.
pub async fn assess(present: &str, target: &str, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    visit(async |browser| {
        begin(browser, present, target).await?;
        test(browser).await
    })
    .await
}

/// The same from apprentice to baker.
pub async fn to_baker(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    assess("Apprentice", "Baker", test).await
}

/// Changes what is stored by a script, which has it as `data`, and opens the page again.
pub async fn with_stored(browser: &Browser, change: &str) -> Outcome {
    browser.sees("text", "Saved").await?;
    browser.open("about/").await?;
    let script = format!(
        "const held = JSON.parse(localStorage.getItem({KEY:?})), data = held.data; {change}; \
         localStorage.setItem({KEY:?}, JSON.stringify(held))"
    );
    browser.eval(&script).await?;
    browser.open("assess/bakery/").await
}

/// The row of an expectation.
async fn row(browser: &Browser, statement: &str) -> anyhow::Result<WebElement> {
    browser.find("[data-expectation]", &format!("/{statement}/")).await
}

/// Rates the expectation that is on the screen.
pub async fn rate(browser: &Browser, statement: &str, rating: &str) -> Outcome {
    click_in(browser, &row(browser, statement).await?, "radio", &format!("/^{rating}/")).await
}

/// Clicks something in an element, wherever on the screen that is.
pub async fn click_in(browser: &Browser, outer: &WebElement, role: &str, name: &str) -> Outcome {
    let found = browser.find_in(outer, role, name).await?;
    let script = "(arguments[0].labels?.[0] ?? arguments[0]).click()";
    browser.driver.execute(script, vec![found.to_json()?]).await?;
    Ok(())
}

/// Opens the editor of new evidence of the expectation that says these words.
async fn begin_evidence(browser: &Browser, statement: &str) -> Outcome {
    click_in(browser, &row(browser, statement).await?, "button", "Add evidence").await
}

/// Adds evidence to what is listed in an element.
pub async fn add_evidence(browser: &Browser, within: &WebElement, text: &str) -> Outcome {
    click_in(browser, within, "button", "Add evidence").await?;
    browser.reads("Leave out customers’ names and data").await?;
    browser.fill("What happened", text).await?;
    browser.click("button", "Done").await
}

#[tokio::test]
async fn what_is_rated_and_noted_is_there_after_a_reload() -> Outcome {
    to_baker(async |browser| {
        rate(browser, "at least 95 percent", "Consistently").await?;
        add_evidence(browser, &row(browser, "at least 95 percent").await?, "97 percent in October").await?;
        browser.reads("1 of ").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        browser.reads("97 percent in October").await?;
        let script = "return document.querySelector('[data-expectation=sellable-95] [value=consistently]').checked";
        browser.holds("the rating stands", script).await
    })
    .await
}

#[tokio::test]
async fn what_is_typed_just_before_the_page_goes_is_saved() -> Outcome {
    to_baker(async |browser| {
        begin_evidence(browser, "at least 95 percent").await?;
        browser.fill("What happened", "typed in the last moment").await?;
        browser.reload().await?;
        browser.reads("typed in the last moment").await
    })
    .await
}

#[tokio::test]
async fn evidence_is_edited_deleted_and_brought_back() -> Outcome {
    to_baker(async |browser| {
        add_evidence(browser, &row(browser, "at least 95 percent").await?, "first words").await?;
        browser.click("button", "/^Edit the evidence/").await?;
        browser.fill("What happened", "second words").await?;
        browser.click("button", "Done").await?;
        browser.reads("second words").await?;
        browser.click("button", "/^Delete the evidence/").await?;
        browser.sees_no("text", "second words").await?;
        browser.click("button", "Undo").await?;
        browser.reads("second words").await
    })
    .await
}

/// The latest stands first, so a second click in one place hits another piece.
#[tokio::test]
async fn all_that_was_deleted_is_brought_back() -> Outcome {
    to_baker(async |browser| {
        for words in ["the first", "the second", "the third"] {
            add_evidence(browser, &row(browser, "at least 95 percent").await?, words).await?;
        }
        for words in ["the third", "the second"] {
            browser.click_first("button", "/^Delete the evidence/").await?;
            browser.sees_no("text", words).await?;
        }
        browser.reads("2 pieces of evidence are deleted.").await?;
        browser.click("button", "Undo").await?;
        for words in ["the first", "the second", "the third"] {
            browser.reads(words).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_that_could_run_a_script_is_not_saved() -> Outcome {
    to_baker(async |browser| {
        begin_evidence(browser, "at least 95 percent").await?;
        browser.fill("What happened", "<script>alert(1)</script> \u{202e}txt").await?;
        browser.fill("/^Link/", "javascript:alert(1)").await?;
        browser.press(Key::Tab + "").await?;
        browser.sees("alert", "/^Not saved/").await?;
        browser.fill("/^Link/", "https://example.org/report").await?;
        browser.click("button", "Done").await?;
        browser.reads("<script>alert(1)</script>").await?;
        let link = browser.find("link", "https://example.org/report").await?;
        assert_eq!(link.attr("rel").await?.as_deref(), Some("noopener noreferrer"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_note_of_a_hundred_thousand_characters_is_kept_whole() -> Outcome {
    to_baker(async |browser| {
        begin_evidence(browser, "at least 95 percent").await?;
        let field = browser.find("textbox", "What happened").await?;
        let paste = "const [field] = arguments; field.value = 'bread '.repeat(16667).slice(0, 100000); \
            field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        browser.driver.execute(paste, vec![field.to_json()?]).await?;
        browser.click("button", "Done").await?;
        browser.click("button", "Show all 100000 characters").await?;
        browser.reload().await?;
        browser.sees("button", "Show all 100000 characters").await
    })
    .await
}

#[tokio::test]
async fn only_what_the_target_adds_can_be_gone_through() -> Outcome {
    to_baker(async |browser| {
        browser.click("radio", "/^Only the \\d+ that Baker adds$/").await?;
        browser.sees_no("[data-expectation]", "/Cleans the oven/").await?;
        browser.sees("[data-expectation]", "/at least 95 percent/").await
    })
    .await
}

#[tokio::test]
async fn the_next_unrated_is_one_key_away_and_the_last_says_so() -> Outcome {
    to_baker(async |browser| {
        let total = browser.eval("return Number(/of (\\d+) rated/.exec(document.body.innerText)[1])").await?;
        for done in 0..total.as_u64().unwrap_or_default() {
            browser.click("button", "/^Next unrated/").await?;
            let focused = "return document.activeElement.type === 'radio'";
            browser.holds("the next unrated has the focus", focused).await?;
            browser.press("3").await?;
            browser.reads(&format!("{} of {total} rated", done + 1)).await?;
        }
        browser.click("button", "/^Next unrated/").await?;
        browser.sees("status", "Everything here is rated.").await
    })
    .await
}

#[tokio::test]
async fn strengths_and_gaps_are_counted_in_a_table_and_listed() -> Outcome {
    to_baker(async |browser| {
        rate(browser, "at least 95 percent", "Not yet").await?;
        rate(browser, "Cleans the oven", "Consistently").await?;
        browser.reads("2 of ").await?;
        browser.reads("1 gap").await?;
        browser.sees("rowheader", "/^Baking/").await?;
        browser.click("button", "Gaps: not yet, or only sometimes (1)").await?;
        browser.sees("button", "Consistently, without evidence (1)").await?;
        browser.sees("button", "Strengths: consistently, with evidence (0)").await?;
        browser.sees("button", "Without evidence (7)").await?;
        add_evidence(browser, &row(browser, "Cleans the oven").await?, "Every evening").await?;
        browser.sees("button", "Strengths: consistently, with evidence (1)").await?;
        browser.sees("button", "Without evidence (6)").await?;
        browser.click("button", "Bakes rolls of which at least 95 percent can be sold.").await?;
        browser
            .holds(
                "the focus is in its row",
                "return !!document.activeElement.closest('[data-expectation=sellable-95]')",
            )
            .await
    })
    .await
}

#[tokio::test]
async fn a_click_on_an_expectation_takes_the_keys_there() -> Outcome {
    to_baker(async |browser| {
        browser.find("combobox", "The level I work toward").await?.focus().await?;
        let statement = browser.find_in(&row(browser, "at least 95 percent").await?, "text", "/^Bakes rolls/").await?;
        statement.scroll_into_view().await?;
        statement.click().await?;
        browser.press("3").await?;
        let rated = "return document.querySelector('[data-expectation=sellable-95] [value=consistently]').checked";
        browser.holds("the key has rated it", rated).await?;
        browser.find("combobox", "The level I work toward").await?.focus().await?;
        row(browser, "at least 95 percent").await?.click().await?;
        browser.press("n").await?;
        let next = "const row = document.activeElement.closest('[data-expectation]'); \
            return row && row.dataset.expectation !== 'sellable-95'";
        browser.holds("the next unrated has the focus", next).await
    })
    .await
}

#[tokio::test]
async fn what_is_not_to_be_rated_is_not_asked() -> Outcome {
    to_baker(async |browser| browser.sees_no("[data-expectation]", "/other duties/").await).await
}

#[tokio::test]
async fn two_tabs_show_each_others_answers_and_lose_none() -> Outcome {
    to_baker(async |browser| {
        browser.sees("text", "Saved").await?;
        let first = browser.driver.window().await?;
        let second = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(second).await?;
        browser.open("assess/bakery/").await?;
        rate(browser, "at least 95 percent", "Sometimes").await?;
        browser.sees("text", "Saved").await?;
        browser.driver.switch_to_window(first).await?;
        let script = "return document.querySelector('[data-expectation=sellable-95] [value=sometimes]').checked";
        browser.holds("the other tab's rating is here", script).await?;
        rate(browser, "Cleans the oven", "Not yet").await?;
        browser.reads("2 of ").await?;
        browser.reload().await?;
        browser.reads("2 of ").await
    })
    .await
}

#[tokio::test]
async fn the_first_page_leads_back_to_what_was_begun() -> Outcome {
    to_baker(async |browser| {
        rate(browser, "at least 95 percent", "Sometimes").await?;
        browser.sees("text", "Saved").await?;
        browser.open("").await?;
        browser.reads("Continue: Apprentice → Baker, 1 of ").await?;
        browser.click("link", "Apprentice → Baker").await?;
        browser.is_at("assess/bakery/").await
    })
    .await
}
