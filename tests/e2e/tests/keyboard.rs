//! One comparison and one assessment by keyboard alone.

use anyhow::bail;
use thirtyfour::prelude::*;

use crate::harness::{Browser, Outcome, Setup, visit};

/// Presses Tab until the focus is on the thing with this role and name.
async fn tab_to(browser: &Browser, role: &str, name: &str) -> Outcome {
    for _ in 0..150 {
        if browser.is_focused(role, name).await? {
            return Ok(());
        }
        browser.press(Key::Tab + "").await?;
    }
    bail!("Tab does not reach the {role} {name:?}")
}

#[tokio::test]
async fn a_comparison_by_keyboard() -> Outcome {
    visit(async |browser| {
        browser.open("").await?;
        browser.press(Key::Tab + "").await?;
        assert!(browser.is_focused("link", "Skip to the page").await?);
        browser.press(Key::Enter + "").await?;
        tab_to(browser, "link", "Bakery").await?;
        browser.press(Key::Enter + "").await?;
        browser.is_at("ladders/bakery/").await?;
        browser.holds("the heading has the focus", "return document.activeElement.tagName === 'H1'").await?;
        for level in ["Apprentice", "Baker"] {
            tab_to(browser, "checkbox", &format!("Choose {level} for a comparison")).await?;
            browser.press(" ").await?;
        }
        tab_to(browser, "link", "Compare").await?;
        browser.press(Key::Enter + "").await?;
        browser.is_at("compare/bakery/apprentice/baker/").await?;
        tab_to(browser, "radio", "Changes").await?;
        browser.press(Key::Right + "").await?;
        browser.is_at("compare/bakery/apprentice/baker/?show=whole").await?;
        tab_to(browser, "button", "Copy link").await
    })
    .await
}

#[tokio::test]
async fn an_assessment_by_keyboard() -> Outcome {
    visit(async |browser| {
        browser.open("assess/bakery/").await?;
        tab_to(browser, "combobox", "My present level").await?;
        browser.press("App").await?;
        tab_to(browser, "combobox", "The level I work toward").await?;
        browser.press("Bak").await?;
        browser.sees("heading", "Strengths and gaps to Baker").await?;
        tab_to(browser, "button", "/^Next unrated/").await?;
        browser.press(Key::Enter + "").await?;
        browser.holds("a rating has the focus", "return document.activeElement.type === 'radio'").await?;
        browser.press("3").await?;
        browser.reads("1 of ").await?;
        browser.press("n").await?;
        browser.press("1").await?;
        browser.reads("2 of ").await?;
        tab_to(browser, "button", "Add evidence").await?;
        browser.press(Key::Enter + "").await?;
        browser.holds("the field has the focus", "return document.activeElement.tagName === 'TEXTAREA'").await?;
        browser.press("by keyboard alone").await?;
        tab_to(browser, "button", "Done").await?;
        browser.press(Key::Enter + "").await?;
        browser.sees("text", "by keyboard alone").await?;
        browser.sees("text", "Saved").await?;
        browser.reload().await?;
        browser.reads("2 of ").await
    })
    .await
}

#[tokio::test]
async fn the_menu_of_a_narrow_screen_by_keyboard() -> Outcome {
    Setup::fixtures()
        .width(400)
        .run(async |browser| {
            browser.open("").await?;
            tab_to(browser, "button", "Menu").await?;
            browser.press(Key::Enter + "").await?;
            browser.holds("the menu has the focus", "return document.activeElement.matches('nav')").await?;
            browser.press(Key::Tab + "").await?;
            assert!(browser.is_focused("link", "Ladders").await?);
            browser.press(Key::Escape + "").await?;
            browser.sees_no("link", "My data").await?;
            assert!(browser.is_focused("button", "Menu").await?);
            Ok(())
        })
        .await
}

/// Whoever listens to the focus of a part of a drawing must not make a stop of it.
#[tokio::test]
async fn the_map_has_two_stops_for_each_level() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        tab_to(browser, "link", "/^Apprentice, level/").await?;
        browser.press(Key::Tab + "").await?;
        assert!(browser.is_focused("checkbox", "Choose Apprentice for a comparison").await?);
        browser.press(Key::Tab + "").await?;
        browser.holds("the next stop is a link", "return document.activeElement.matches('.map a')").await
    })
    .await
}
