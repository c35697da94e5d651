//! What holds on every page.

use crate::harness::{Outcome, Setup, visit};

/// Every page, opened directly, reloaded, left and come back to.
#[tokio::test]
async fn every_page_survives_a_reload_and_going_back_and_forward() -> Outcome {
    let pages = [
        ("", "What does the next level ask?"),
        ("ladders/bakery/", "Bakery"),
        ("ladders/bakery/baker/", "Baker"),
        ("compare/", "What is the difference?"),
        ("compare/bakery/apprentice/baker/", "Apprentice → Baker"),
        ("compare/?with=bakery.baker&with=orchestra.player", "Baker · Player"),
        ("assess/", "Which ladder do you stand on?"),
        ("assess/bakery/", "Where do I stand?"),
        ("plan/bakery/", "What do I work on next?"),
        ("case/bakery/", "What is my case?"),
        ("history/bakery/", "What has changed?"),
        ("growth/", "How do I grow?"),
        ("journal/", "What did I achieve?"),
        ("check-in/", "Where do we see it differently?"),
        ("data/", "My data"),
        ("about/", "About and privacy"),
    ];
    visit(async |browser| {
        for (place, heading) in pages {
            browser.open(place).await?;
            browser.sees("heading", heading).await?;
            browser.is_at(place).await?;
            browser.reload().await?;
            browser.sees("heading", heading).await?;
            let (part, link) =
                if place == "about/" { ("navigation", "My data") } else { ("contentinfo", "About and privacy") };
            let part = browser.find(part, "/./").await?;
            browser.click_in(&part, "link", link).await?;
            browser.sees_no("heading", heading).await?;
            browser.driver.back().await?;
            browser.sees("heading", heading).await?;
            browser.is_at(place).await?;
            browser.driver.forward().await?;
            browser.sees_no("heading", heading).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_title_says_what_is_shown() -> Outcome {
    visit(async |browser| {
        for (place, title) in [
            ("ladders/bakery/", "Bakery"),
            ("ladders/bakery/baker/", "Baker · Bakery"),
            ("compare/bakery/apprentice/baker/", "Apprentice → Baker"),
            ("data/", "My data"),
        ] {
            browser.open(place).await?;
            browser.holds(title, &format!("return document.title.startsWith('{title}')")).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_reload_goes_back_to_where_one_was() -> Outcome {
    Setup::fixtures()
        .width(400)
        .run(async |browser| {
            browser.open("ladders/bakery/").await?;
            browser.sees("heading", "What each level expects").await?;
            browser.eval("window.scrollTo(0, 300)").await?;
            browser.holds("where one is is noted", "return history.state === 300").await?;
            browser.reload().await?;
            browser.holds("the page is as far down as before", "return scrollY === 300").await
        })
        .await
}

/// What was pressed answers at once: it is painted as pressed before the page begins to change. What is observed first in a
/// frame is told after all that was to be done in it, and before it is painted.
#[tokio::test]
async fn a_choice_is_painted_before_the_page_changes() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        let note = "const note = ({ target }) => requestAnimationFrame(() => \
                new ResizeObserver(() => { window.painted ??= [target.checked, location.search] }).observe(document.body)); \
            addEventListener('change', note, { capture: true, once: true })";
        browser.eval(note).await?;
        browser.click("radio", "Whole text").await?;
        browser.is_at("ladders/bakery/?show=whole").await?;
        browser.holds("the page was as before", "return JSON.stringify(window.painted) === '[true,\"\"]'").await
    })
    .await
}

#[tokio::test]
async fn choices_made_between_two_paints_hold_together() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        browser.click("button", "/competencies/").await?;
        let two = "[...document.querySelectorAll('.compare-boxes input')].slice(0, 2).forEach(box => box.click())";
        browser.eval(two).await?;
        let both = "return new URLSearchParams(location.search).getAll('competency').length === 2";
        browser.holds("the link names both", both).await
    })
    .await
}

/// What is chosen right before a page is left stands in its entry of the history, and changes no other page.
#[tokio::test]
async fn a_choice_on_a_page_that_is_left_at_once_is_there_when_one_comes_back() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        let leave = "document.querySelectorAll('.switch input')[1].click(); \
            document.querySelector('.site-nav a[href$=\"/compare/\"]').click()";
        browser.eval(leave).await?;
        browser.is_at("compare/").await?;
        browser.settled().await?;
        browser.is_at("compare/").await?;
        browser.driver.back().await?;
        browser.is_at("ladders/bakery/?show=whole").await?;
        browser.holds("it shows it", "return document.querySelectorAll('.switch input')[1].checked").await
    })
    .await
}

#[tokio::test]
async fn a_link_that_is_copied_right_after_a_choice_has_it() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        let script = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }; \
            document.querySelectorAll('.switch input')[1].click(); \
            [...document.querySelectorAll('button')].find(button => button.textContent === 'Copy link').click()";
        browser.eval(script).await?;
        browser.holds("the link says how the page is shown", "return window.copied?.endsWith('?show=whole')").await
    })
    .await
}
