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
