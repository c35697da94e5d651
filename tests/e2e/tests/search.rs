//! Search across all ladders, from every page, by keyboard and by pointer.

use anyhow::{Result, ensure};
use thirtyfour::prelude::*;

use crate::harness::{Browser, Outcome, Setup, visit};

const FIELD: &str = "Search all ladders";

/// Opens the first page, goes to the field by its key and asks.
async fn ask(browser: &Browser, query: &str) -> Outcome {
    browser.open("").await?;
    browser.press("/").await?;
    browser.press(query).await
}

/// The active result, as its own words.
async fn active(browser: &Browser) -> Result<String> {
    let script = "return document.querySelector('[role=option][aria-selected=true]')?.textContent ?? ''";
    Ok(browser.eval(script).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn an_expectation_is_found_marked_and_opened_by_keyboard() -> Outcome {
    visit(async |browser| {
        ask(browser, "clean ov").await?;
        browser.sees("option", "/^Cleans the oven at the end of the shift/").await?;
        let marks = "return [...document.querySelectorAll('[role=option] mark')].map(m => m.textContent).join('|')";
        let marked = browser.eval(marks).await?;
        ensure!(marked.as_str().is_some_and(|marks| marks.starts_with("Clean|ov")), "marked: {marked}");
        browser.press(Key::Enter + "").await?;
        browser.is_at("ladders/bakery/apprentice/#expectation-oven-cleaned").await?;
        browser.sees_no("option", "/./").await?;
        let focused = "return document.activeElement.id === 'expectation-oven-cleaned'";
        browser.holds("Tab goes on from what was found", focused).await
    })
    .await
}

#[tokio::test]
async fn levels_competencies_and_expectations_stand_in_groups() -> Outcome {
    visit(async |browser| {
        ask(browser, "bak").await?;
        for group in ["Ladders", "Levels", "Competencies", "Expectations"] {
            browser.sees("group", group).await?;
        }
        let levels = browser.find("group", "Levels").await?;
        browser.click_in(&levels, "option", "/^Master Baker/").await?;
        browser.is_at("ladders/bakery/master-baker/").await
    })
    .await
}

#[tokio::test]
async fn arrows_move_around_the_list_and_escape_closes_it() -> Outcome {
    visit(async |browser| {
        ask(browser, "baker").await?;
        browser.sees("option", "/^Baker/").await?;
        let first = active(browser).await?;
        browser.press(Key::Down + "").await?;
        let second = active(browser).await?;
        ensure!(first != second && !second.is_empty(), "{first:?}, then {second:?}");
        browser.press(Key::Up + Key::Up).await?;
        let named = "const field = document.activeElement; const active = field.getAttribute('aria-activedescendant');
            return document.getElementById(active)?.matches('[role=group]:last-child > :last-child') ?? false";
        browser.holds("the last result is active", named).await?;
        browser.press(Key::Escape + "").await?;
        browser.sees_no("option", "/./").await?;
        let collapsed =
            "return document.activeElement.ariaExpanded === 'false' && document.activeElement.value === 'baker'";
        browser.holds("the field is closed and keeps the question", collapsed).await?;
        browser.press(Key::Escape + "").await?;
        browser.holds("the field is empty", "return document.activeElement.value === ''").await
    })
    .await
}

#[tokio::test]
async fn the_number_of_results_is_announced() -> Outcome {
    visit(async |browser| {
        ask(browser, "oven-cleaned").await?;
        browser.sees("status", "Nothing found").await?;
        browser.press(Key::Control + "a").await?;
        browser.press("cleans the oven").await?;
        browser.sees("status", "1 result").await
    })
    .await
}

#[tokio::test]
async fn nothing_found_says_so_and_offers_the_nearest() -> Outcome {
    visit(async |browser| {
        ask(browser, "aprentise").await?;
        browser.reads("Nothing found for “aprentise”.").await?;
        browser.click("button", "Search for “apprentice”").await?;
        browser.sees("option", "/^Apprentice/").await?;
        browser.holds("the field has the focus", "return document.activeElement.matches('[role=combobox]')").await
    })
    .await
}

#[tokio::test]
async fn every_script_is_found_whatever_its_case_and_accents() -> Outcome {
    visit(async |browser| {
        ask(browser, "المقتنيات").await?;
        browser.sees("option", "/المقتنيات/").await?;
        browser.press(Key::Control + "a").await?;
        browser.press("BÄKERY").await?;
        browser.sees("option", "/^Bakery/").await
    })
    .await
}

#[tokio::test]
async fn the_key_is_a_letter_where_one_types() -> Outcome {
    visit(async |browser| {
        ask(browser, "and/or").await?;
        browser.holds("it was typed", "return document.activeElement.value === 'and/or'").await?;
        browser.eval("document.activeElement.blur()").await?;
        browser.press(Key::Control + "k").await?;
        browser.holds("the field has the focus", "return document.activeElement.matches('[role=combobox]')").await
    })
    .await
}

#[tokio::test]
async fn the_key_can_be_switched_off() -> Outcome {
    Setup::fixtures()
        .expecting_errors()
        .run(async |browser| {
            browser.open("about/").await?;
            browser.click("checkbox", "The key / leads to the search field, and w notes a win").await?;
            browser.press("/").await?;
            browser.press(Key::Control + "k").await?;
            let unused =
                "return document.activeElement.matches('[role=combobox]') && document.activeElement.value === ''";
            browser.holds("only Ctrl+K led to the field", unused).await?;
            browser.open("").await?;
            browser.press("/").await?;
            browser.holds("it stays off", "return !document.activeElement.matches('[role=combobox]')").await
        })
        .await
}

#[tokio::test]
async fn a_press_elsewhere_closes_the_list() -> Outcome {
    visit(async |browser| {
        ask(browser, "baker").await?;
        browser.sees("option", "/^Baker/").await?;
        browser.eval("window.scrollTo(0, 0)").await?;
        browser.driver.action_chain().move_to(20, 300).click().perform().await?;
        browser.sees_no("option", "/./").await?;
        browser.click("combobox", FIELD).await?;
        browser.sees("option", "/^Baker/").await
    })
    .await
}

#[tokio::test]
async fn on_a_narrow_screen_the_results_take_the_whole_width() -> Outcome {
    Setup::fixtures()
        .width(320)
        .run(async |browser| {
            ask(browser, "baker").await?;
            browser.sees("option", "/^Baker/").await?;
            let fits = "const panel = document.querySelector('[role=listbox]').parentElement.getBoundingClientRect();
                const { clientWidth, scrollWidth } = document.documentElement;
                return panel.left === 0 && panel.right === clientWidth && scrollWidth <= clientWidth";
            browser.holds("the list is as wide as the window, the page no wider", fits).await
        })
        .await
}
