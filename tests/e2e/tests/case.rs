//! The case: a document of all that was entered, chosen by the user, as it is printed, copied and saved.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::access::is_accessible;
use crate::harness::{Browser, Outcome, Setup, visit};
use crate::paper::fits;

const PAGE: &str = "case/bakery/";
const KEY: &str = "rungs:/rungs/:case:bakery";

/// Rates two expectations, one with evidence, and goes on to the case.
async fn begin(browser: &Browser) -> Outcome {
    browser.open("assess/bakery/").await?;
    browser.choose("My present level", "Apprentice").await?;
    browser.choose("The level I work toward", "Baker").await?;
    let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
    browser.click_in(&row, "label", "/^Consistently/").await?;
    browser.click_in(&row, "button", "Add evidence").await?;
    browser.fill("What happened", "Sold 970 of 1000 rolls").await?;
    browser.click("button", "Done").await?;
    browser.sees("text", "Saved").await?;
    browser.open(PAGE).await?;
    browser.sees("heading", "Apprentice → Baker").await
}

/// Waits until the document says these words.
async fn tells(browser: &Browser, words: &str) -> Outcome {
    let script = format!("return document.querySelector('.paper').innerText.includes({})", json!(words));
    browser.holds(&format!("the document says {words:?}"), &script).await
}

/// Waits until the document does not say these words.
async fn tells_no(browser: &Browser, words: &str) -> Outcome {
    let script = format!("return !document.querySelector('.paper').innerText.includes({})", json!(words));
    browser.holds(&format!("the document does not say {words:?}"), &script).await
}

/// Waits until this is among what is stored for the case.
async fn is_stored(browser: &Browser, words: &str) -> Outcome {
    let script = format!("return (localStorage.getItem('{KEY}') ?? '').includes({})", json!(words));
    browser.holds(&format!("{words:?} is stored"), &script).await
}

async fn add_piece(browser: &Browser, title: &str) -> Outcome {
    browser.click("button", "Add a piece of work").await?;
    browser.holds("the title has the focus", "return document.activeElement.id.endsWith('-title')").await?;
    browser.press(title).await
}

/// The title that the open piece of work shows.
const TITLE: &str = "document.querySelector('[id^=case-piece-][id$=-title]').value";

/// The title of a piece has the focus in the first tab, which is returned, while the second, in which the browser is,
/// gives it another.
async fn renamed_in_a_second_tab(browser: &Browser) -> Result<WindowHandle> {
    begin(browser).await?;
    add_piece(browser, "Rye").await?;
    is_stored(browser, "Rye").await?;
    let first = browser.driver.window().await?;
    let second = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(second).await?;
    browser.open(PAGE).await?;
    browser.click("button", "Edit: Rye").await?;
    browser.fill("Title", "Wheat").await?;
    is_stored(browser, "Wheat").await?;
    Ok(first)
}

#[tokio::test]
async fn what_is_being_typed_of_a_piece_stays_when_another_tab_changes_it() -> Outcome {
    visit(async |browser| {
        let first = renamed_in_a_second_tab(browser).await?;
        browser.fill("What came of it", "Sold out").await?;
        is_stored(browser, "Sold out").await?;
        browser.driver.switch_to_window(first).await?;
        let result = "return document.querySelector('[id$=-result]').value === 'Sold out'";
        browser.holds("the other field is taken over", result).await?;
        browser.holds("what is being typed stays", &format!("return {TITLE} === 'Rye'")).await?;
        browser.press(" bread").await?;
        is_stored(browser, "Rye bread").await?;
        is_stored(browser, "Sold out").await
    })
    .await
}

#[tokio::test]
async fn what_another_tab_wrote_in_the_field_of_the_focus_is_not_written_over_from_another_field() -> Outcome {
    visit(async |browser| {
        let first = renamed_in_a_second_tab(browser).await?;
        browser.driver.switch_to_window(first).await?;
        browser.fill("What came of it", "Sold out").await?;
        is_stored(browser, "Sold out").await?;
        browser.holds("the title is taken over", &format!("return {TITLE} === 'Wheat'")).await?;
        is_stored(browser, "Wheat").await
    })
    .await
}

/// The headings of the sections, in their order.
async fn sections(browser: &Browser) -> Result<Vec<String>> {
    let found = browser.eval("return [...document.querySelectorAll('.paper h3')].map(h => h.textContent)").await?;
    Ok(serde_json::from_value(found)?)
}

async fn has_sections(browser: &Browser, expected: &[&str]) -> Outcome {
    let look = async || Ok((sections(browser).await? == expected).then_some(()));
    browser.until(&format!("the sections {expected:?}"), look).await
}

#[tokio::test]
async fn without_a_target_the_case_leads_to_the_assessment() -> Outcome {
    visit(async |browser| {
        browser.open(PAGE).await?;
        browser.reads("Choose the level that you work toward first: the case is made for it.").await?;
        browser.sees_no("button", "Print").await?;
        browser.click("link", "Go to the assessment").await?;
        browser.is_at("assess/bakery/").await?;
        browser.choose("The level I work toward", "Baker").await?;
        browser.click("link", "Case").await?;
        browser.reads("Nothing is rated yet, so the case has nothing to show.").await?;
        browser.sees("heading", "Baker").await
    })
    .await
}

#[tokio::test]
async fn the_document_tells_all_that_was_entered_and_what_is_open() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        has_sections(browser, &["Requirements", "Expectations", "Open gaps"]).await?;
        tells(browser, "Requirements: 0 met, 0 not met, 3 not known.").await?;
        tells(browser, "Expectations: 1 of 7 rated, 1 with evidence.").await?;
        tells(browser, "the author has not entered when each level was reached").await?;
        tells(browser, "Sold 970 of 1000 rolls").await?;
        tells(browser, "Requirements not known").await?;
        tells(browser, "Not rated").await?;
        ensure!(!browser.text().await?.contains("% ready"), "nothing is added up to a score");
        is_accessible(browser, "a case").await?;
        browser.fill("/^Your name/", "Ada of the oven").await?;
        tells(browser, "Ada of the oven · ").await?;
        let title = browser.driver.title().await?;
        ensure!(!title.contains("Baker →") && !title.contains("Ada"), "the title tells: {title}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn sections_are_left_out_and_moved_by_keyboard_and_the_focus_stays() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        browser.click("checkbox", "Requirements").await?;
        has_sections(browser, &["Expectations", "Open gaps"]).await?;
        let up = browser.find("button", "Move up: Open gaps").await?;
        up.send_keys(Key::Enter).await?;
        for _ in 0..3 {
            browser.press(Key::Enter).await?;
        }
        has_sections(browser, &["Open gaps", "Expectations"]).await?;
        let focus = "return document.activeElement.id === 'case-gaps-down'";
        browser.holds("at the top the focus is on the way down", focus).await?;
        browser.sees("status", "Open gaps: now 1 of 5.").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        has_sections(browser, &["Open gaps", "Expectations"]).await
    })
    .await
}

#[tokio::test]
async fn expectations_are_left_out_one_by_one_and_by_competency_and_that_is_said() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        browser.click("button", "/^Expectations: all are in/").await?;
        browser.click("checkbox", "/at least 95 percent/").await?;
        tells_no(browser, "Sold 970 of 1000 rolls").await?;
        tells(browser, "1 expectation is left out of this document.").await?;
        browser.click("checkbox", "Dough").await?;
        browser.sees("button", "/^Expectations: [2-7] left out/").await?;
        tells_no(browser, "Weighs every ingredient").await?;
        is_accessible(browser, "a case with the choices open").await?;
        browser.click("checkbox", "/at least 95 percent/").await?;
        tells(browser, "Sold 970 of 1000 rolls").await
    })
    .await
}

#[tokio::test]
async fn a_piece_of_the_portfolio_serves_several_things_and_is_brought_back_when_deleted() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        browser.reads("Leave out customers’ names and data").await?;
        add_piece(browser, "Oven rota").await?;
        browser.fill("What it was", "Nobody starts before five.").await?;
        browser.fill("What came of it", "Two sick days less.").await?;
        browser.fill("/^Link/", "javascript:alert(1)").await?;
        browser.press(Key::Tab).await?;
        browser.sees("alert", "Not saved: a link begins with https://, http:// or mailto:.").await?;
        browser.fill("/^Link/", "https://example.org/rota").await?;
        browser.click("button", "/^What it shows: nothing yet/").await?;
        let editor = browser.find("[role=group]", "Piece of work").await?;
        let boxes = editor.find_all(By::Css("input[type=checkbox]")).await?;
        for tick in boxes.iter().take(2) {
            tick.click().await?;
        }
        browser.fill("Another skillset", "Rotas").await?;
        browser.press(Key::Enter).await?;
        browser.sees("button", "/^What it shows: 2 expectations, 1 skillset/").await?;
        is_accessible(browser, "a piece being edited").await?;
        browser.click("button", "Done").await?;
        ensure!(browser.is_focused("button", "Edit: Oven rota").await?, "the focus is lost");
        has_sections(browser, &["Requirements", "Expectations", "Portfolio", "Open gaps"]).await?;
        for words in
            ["Oven rota", "Nobody starts", "Result: Two sick days less.", "Skillset: Rotas", "In the portfolio: "]
        {
            tells(browser, words).await?;
        }
        browser.click("button", "Delete: Oven rota").await?;
        browser.reads("Deleted: Oven rota.").await?;
        tells_no(browser, "Oven rota").await?;
        browser.press(Key::Enter).await?;
        tells(browser, "Oven rota").await?;
        is_stored(browser, "Oven rota").await?;
        browser.reload().await?;
        tells(browser, "Two sick days less.").await
    })
    .await
}

#[tokio::test]
async fn pieces_are_moved_and_one_that_says_nothing_is_not_kept() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        for title in ["First", "Second"] {
            add_piece(browser, title).await?;
            browser.press(Key::Escape).await?;
        }
        browser.click("button", "Move up: Second").await?;
        let order =
            "return document.querySelector('.paper').innerText.match(/^(First|Second)$/gm).join() === 'Second,First'";
        browser.holds("the pieces have changed places", order).await?;
        browser.click("button", "Add a piece of work").await?;
        browser.click("button", "Done").await?;
        ensure!(browser.is_focused("button", "Add a piece of work").await?, "the focus is lost");
        browser.sees_no("button", "Edit: Untitled piece").await
    })
    .await
}

#[tokio::test]
async fn files_say_what_the_page_says_and_hold_no_script() -> Outcome {
    let folder = tempfile::tempdir()?;
    visit(async |browser| {
        browser.downloads_to(folder.path()).await?;
        begin(browser).await?;
        let nasty = "</p><script>window.ran = true</script> *Rye* | مرحبا 😀";
        add_piece(browser, "Oven rota").await?;
        let field = browser.find("textbox", "What it was").await?;
        let script = "const [field, text] = arguments; field.value = text; \
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        browser.driver.execute(script, vec![field.to_json()?, json!(nasty)]).await?;
        browser.click("button", "Done").await?;
        tells(browser, nasty).await?;
        browser.eval("scrollTo(0, 0)").await?;
        browser.click("button", "Save Markdown").await?;
        browser.click("button", "Save as a web page").await?;
        let markdown = fs::read_to_string(browser.saved(folder.path(), "", ".md").await?)?;
        ensure!(markdown.starts_with("# Apprentice → Baker\n"), "{markdown}");
        ensure!(markdown.contains(r"\</p\>\<script\>window.ran = true\</script\> \*Rye\* \| مرحبا 😀"), "{markdown}");
        let page = browser.saved(folder.path(), "", ".html").await?;
        let shown = "return document.querySelector('.paper').textContent.replace(/\\s+/g, '')";
        let here = browser.eval(shown).await?;
        browser.driver.goto(format!("file://{}", page.display())).await?;
        ensure!(browser.eval(shown).await? == here, "the file says something else than the page");
        ensure!(browser.eval("return !window.ran && document.styleSheets.length === 1").await? == json!(true));
        let wide = browser.eval("return getComputedStyle(document.querySelector('.paper')).maxWidth").await?;
        ensure!(wide == json!("736px"), "the styles of the file do not apply: {wide}");
        is_accessible(browser, "the file").await
    })
    .await
}

#[tokio::test]
async fn on_paper_stands_the_document_alone_and_headings_stay_with_their_text() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        add_piece(browser, "Oven rota").await?;
        browser.click("button", "Done").await?;
        fits(browser, 2..5).await?;
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        browser.sees("heading", "Apprentice → Baker").await?;
        for (role, name) in
            [("heading", "What is my case?"), ("checkbox", "/./"), ("button", "/./"), ("navigation", "/./")]
        {
            browser.sees_no(role, name).await?;
        }
        let rules = "const style = found => getComputedStyle(found); \
            const all = selector => [...document.querySelectorAll(`.paper ${selector}`)]; \
            return all('h2, h3, h4').every(found => style(found).breakAfter === 'avoid') \
                && all('.paper-entry').every(found => style(found).breakInside === 'avoid') && all('h4').length > 3";
        browser.holds("headings stay with their text, entries are not torn", rules).await
    })
    .await
}

#[tokio::test]
async fn what_another_tab_chooses_appears_here() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        let here = browser.driver.window().await?;
        let there = browser.driver.new_tab().await?;
        browser.driver.switch_to_window(there).await?;
        browser.open(PAGE).await?;
        browser.click("checkbox", "Requirements").await?;
        add_piece(browser, "Of there").await?;
        is_stored(browser, "Of there").await?;
        browser.driver.switch_to_window(here).await?;
        has_sections(browser, &["Expectations", "Portfolio", "Open gaps"]).await?;
        browser.fill("/^Your name/", "Ada").await?;
        is_stored(browser, "Ada").await?;
        is_stored(browser, "Of there").await
    })
    .await
}

#[tokio::test]
async fn a_target_that_is_the_present_level_is_told_and_one_that_is_gone_makes_no_document() -> Outcome {
    visit(async |browser| {
        begin(browser).await?;
        browser.open("assess/bakery/").await?;
        browser.choose("My present level", "Baker").await?;
        browser.sees("text", "Saved").await?;
        browser.open(PAGE).await?;
        browser.reads("Baker is your present level. Choose the level that you work toward.").await?;
        let gone = "const key = 'rungs:/rungs/:assessment:bakery'; \
            localStorage.setItem(key, localStorage.getItem(key).replaceAll('\"level\":\"baker\"', '\"level\":\"miller\"')); \
            return true";
        browser.open("about/").await?;
        browser.eval(gone).await?;
        browser.open(PAGE).await?;
        browser.reads("The level you chose, miller, is no longer in this ladder.").await?;
        browser.sees_no("button", "Print").await
    })
    .await
}

#[tokio::test]
async fn on_a_narrow_screen_nothing_is_wider_than_the_page() -> Outcome {
    Setup::fixtures()
        .width(360)
        .run(async |browser| {
            begin(browser).await?;
            add_piece(browser, &"Rollsandbunsand".repeat(8)).await?;
            browser.click("button", "/^What it shows/").await?;
            let wide = "return document.documentElement.scrollWidth <= innerWidth";
            browser.holds("nothing is cut off", wide).await
        })
        .await
}
