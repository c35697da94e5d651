//! Passing on what is on the screen.

use anyhow::{Result, ensure};

use crate::harness::worker::is_kept;
use crate::harness::{Browser, Outcome, Setup, Site, visit};

/// The clipboard that the page sees, under our eyes or refusing.
async fn clipboard(browser: &Browser, accepts: bool) -> Outcome {
    let answer = if accepts { "window.copied = text; return Promise.resolve()" } else { "return Promise.reject()" };
    let script = format!("navigator.clipboard.writeText = (text) => {{ {answer} }}");
    browser.eval(&script).await.map(drop)
}

#[tokio::test]
async fn the_link_of_the_page_is_copied_and_that_is_said() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/?show=whole").await?;
        clipboard(browser, true).await?;
        browser.click("button", "Copy link").await?;
        browser.sees("status", "Link copied").await?;
        let link = browser.url("compare/bakery/apprentice/baker/?show=whole");
        browser.holds("the link is on the clipboard", &format!("return window.copied === '{link}'")).await
    })
    .await
}

#[tokio::test]
async fn markdown_holds_the_comparison_and_its_link() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        clipboard(browser, true).await?;
        browser.click("button", "Copy as Markdown").await?;
        browser.sees("status", "Markdown copied").await?;
        let script = "return window.copied.includes('Apprentice → Baker') && window.copied.includes(location.href)";
        browser.holds("the Markdown names the levels and the link", script).await
    })
    .await
}

#[tokio::test]
async fn where_the_clipboard_is_refused_the_link_stands_selected_in_a_field() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        clipboard(browser, false).await?;
        browser.click("button", "Copy link").await?;
        let field = browser.find("textbox", "/The browser did not let this page copy/").await?;
        assert_eq!(field.prop("value").await?, Some(browser.url("compare/bakery/apprentice/baker/")));
        let script = "const field = document.activeElement; \
            return field.readOnly && field.selectionEnd - field.selectionStart === field.value.length";
        browser.holds("the field has the focus and all of it is selected", script).await
    })
    .await
}

#[tokio::test]
async fn the_link_of_a_part_leads_to_that_part() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/").await?;
        clipboard(browser, true).await?;
        browser.click("link", "Link to Guests").await?;
        browser.is_at("ladders/bakery/baker/#competency-guests").await?;
        browser.sees("status", "Link copied").await?;
        browser.open("ladders/bakery/").await?;
        browser.open("ladders/bakery/baker/#competency-guests").await?;
        let script = "const box = document.getElementById('competency-guests').getBoundingClientRect(); \
            return box.top >= 0 && box.top < innerHeight";
        browser.holds("the part is in sight", script).await
    })
    .await
}

#[tokio::test]
async fn an_inherited_expectation_is_unfolded_by_its_link() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/#expectation-oven-cleaned").await?;
        browser.sees("text", "Cleans the oven at the end of the shift.").await
    })
    .await
}

/// What the panel says, from above.
async fn preview(browser: &Browser) -> Result<Vec<String>> {
    browser.click(".share-preview summary", "/./").await?;
    let words = "return [...document.querySelectorAll('.share-preview figcaption > *')].map(each => each.textContent)";
    Ok(serde_json::from_value(browser.eval(words).await?)?)
}

/// What the page itself says to a chat: of what site it is, its headline and its description.
async fn said(browser: &Browser) -> Result<Vec<String>> {
    let said = "return ['site_name', 'title', 'description'] \
        .map(what => document.querySelector(`meta[property='og:${what}']`).content)";
    Ok(serde_json::from_value(browser.eval(said).await?)?)
}

#[tokio::test]
async fn a_comparison_and_a_level_show_how_a_chat_shows_their_link() -> Outcome {
    visit(async |browser| {
        for place in ["compare/bakery/apprentice/baker/", "ladders/bakery/baker/"] {
            browser.open(place).await?;
            let fetched =
                "return performance.getEntriesByType('resource').some(entry => entry.name.includes('/previews/'))";
            browser.holds("the picture waits until it is asked for", &format!("{fetched} === false")).await?;
            let shown = preview(browser).await?;
            let drawn =
                "const picture = document.querySelector('.share-preview img'); return picture.naturalWidth === 1200";
            browser.holds("the picture is there", drawn).await?;
            ensure!(shown[..3] == said(browser).await?, "the panel says {shown:?}, the page something else");
            ensure!(shown[3] == browser.url(place), "the link is {}", shown[3]);
        }
        browser.open("compare/bakery/apprentice/baker/").await?;
        let headline = &preview(browser).await?[1];
        ensure!(headline.starts_with("Apprentice → Baker: ") && !headline.contains("kept"), "{headline}");
        Ok(())
    })
    .await
}

/// What is not kept as a page is opened by the shell, which says of all pages what each says of itself.
#[tokio::test]
async fn a_page_that_the_shell_opens_shows_its_picture_as_well() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        is_kept(browser).await?;
        browser.reload().await?;
        let is_shell = "return document.querySelector('meta[name=rungs-page]') === null";
        browser.holds("the shell opened the page", is_shell).await?;
        preview(browser).await?;
        browser.holds("the picture", "return document.querySelector('.share-preview img') !== null").await
    })
    .await
}

/// Chats can show no picture of a site whose address is not known, and the panel shows none.
#[tokio::test]
async fn without_an_address_the_panel_shows_no_picture() -> Outcome {
    Setup::of(Site::large_framework())
        .run(async |browser| {
            browser.open("ladders/framework/l0/").await?;
            let shown = preview(browser).await?;
            ensure!(shown[..3] == said(browser).await?, "the panel says {shown:?}, the page something else");
            browser.holds("no picture", "return document.querySelector('.share-preview img') === null").await
        })
        .await
}
