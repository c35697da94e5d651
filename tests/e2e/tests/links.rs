//! Links that are old, wrong or hostile: what is understood is shown, what is not is said, with the nearest.
//!
//! The host answers most of them with `404.html` and status 404, which the console reports as an error.

use thirtyfour::prelude::*;

use crate::harness::{Browser, Outcome, Setup};

/// Opens a link to which the host has no file.
async fn open(link: &str, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let whole = async |browser: &Browser| {
        browser.open(link).await?;
        test(browser).await
    };
    Setup::fixtures().expecting_errors().run(whole).await
}

#[tokio::test]
async fn a_misspelt_level_is_said_and_the_nearest_is_a_link() -> Outcome {
    open("ladders/bakery/master-bakr/", async |browser| {
        browser.reads("There is no level “master-bakr” in Bakery.").await?;
        browser.sees("link", "All ladders").await?;
        browser.click("link", "Master Baker").await?;
        browser.is_at("ladders/bakery/master-baker/").await?;
        browser.sees("heading", "/^Master Baker/").await
    })
    .await
}

#[tokio::test]
async fn a_misspelt_ladder_is_said_and_the_nearest_is_a_link() -> Outcome {
    open("assess/bakrey/", async |browser| {
        browser.reads("There is no ladder “bakrey”.").await?;
        browser.click("link", "Assess: Bakery").await?;
        browser.is_at("assess/bakery/").await
    })
    .await
}

#[tokio::test]
async fn former_ids_lead_to_the_page_under_its_present_address() -> Outcome {
    open("ladders/bread-shop/journeyman", async |browser| {
        browser.is_at("ladders/bakery/baker/").await?;
        browser.sees("heading", "/^Baker/").await?;
        browser.open("compare/bread-shop/apprentice/journeyman/?competency=customers").await?;
        browser.is_at("compare/bakery/apprentice/baker/?competency=guests").await
    })
    .await
}

#[tokio::test]
async fn former_ids_of_parts_lead_to_them_under_their_present_address() -> Outcome {
    open("ladders/bread-shop/apprentice/#expectation-oven-swept", async |browser| {
        browser.is_at("ladders/bakery/apprentice/#expectation-oven-cleaned").await?;
        browser.open("ladders/bakery/journeyman/#requirement-dough-kinds").await?;
        browser.is_at("ladders/bakery/baker/#requirement-doughs").await?;
        browser.open("ladders/bread-shop/#competency-customers").await?;
        browser.is_at("ladders/bakery/#competency-guests").await
    })
    .await
}

#[tokio::test]
async fn the_rest_of_a_comparison_is_shown_below_what_was_not_understood() -> Outcome {
    let link = "compare/?with=bakery.apprentice&with=bakery.bakr&with=bakery.master-baker";
    open(link, async |browser| {
        browser.reads("There is no level “bakr” in Bakery.").await?;
        browser.sees("heading", "Apprentice → Master Baker").await?;
        // The link stays as it is, so that it can be put right.
        browser.is_at(link).await?;
        let notice = browser.find("region", "About this link").await?;
        browser.click_in(&notice, "link", "Baker").await?;
        browser.is_at("compare/?with=bakery.apprentice&with=bakery.baker&with=bakery.master-baker").await?;
        browser.sees_no("region", "About this link").await
    })
    .await
}

#[tokio::test]
async fn a_repeated_level_and_a_fifth_are_left_out_and_said() -> Outcome {
    let levels = ["apprentice", "baker", "apprentice", "master-baker", "shift-lead", "shop-manager"];
    let link = format!("compare/?{}", levels.map(|level| format!("with=bakery.{level}")).join("&"));
    open(&link, async |browser| {
        browser.reads("Apprentice is in the link more than once; it is shown once.").await?;
        browser.reads("A comparison holds 4 levels. Left out: Shop Manager.").await
    })
    .await
}

#[tokio::test]
async fn broken_percent_encoding_is_said() -> Outcome {
    open("ladders/bakery/%zzbaker/", async |browser| {
        browser.reads("“%zzbaker” cannot be read: the link is damaged there.").await?;
        browser.sees("link", "Baker").await
    })
    .await
}

#[tokio::test]
async fn a_hundred_thousand_characters_of_junk_leave_the_comparison_standing() -> Outcome {
    let link = format!("compare/bakery/apprentice/baker/?utm=%zz#rule-{}", "x%".repeat(50_000));
    open(&link, async |browser| {
        browser.reads("only what could be understood of it was used").await?;
        browser.sees("heading", "Apprentice → Baker").await?;
        let width = "return document.documentElement.scrollWidth <= innerWidth";
        browser.holds("the junk does not widen the page", width).await
    })
    .await
}

#[tokio::test]
async fn a_hundred_kilobytes_of_query_are_answered_with_a_page() -> Outcome {
    let link = format!("compare/?with=bakery.baker&with={}", "x%3Cscript%3E".repeat(8_000));
    open(&link, async |browser| {
        browser.reads("characters long; only what could be understood of it was used.").await?;
        browser.sees("heading", "/^Baker and/").await?;
        browser.holds("nothing of it became markup", "return !document.querySelector('#app script')").await
    })
    .await
}

#[tokio::test]
async fn what_disturbs_the_direction_of_text_is_not_repeated() -> Outcome {
    open("ladders/bak%E2%80%AEyre/", async |browser| browser.reads("There is no ladder “bakyre”.").await).await
}

#[tokio::test]
async fn a_page_that_does_not_exist_offers_two_ways_on() -> Outcome {
    open("compar/", async |browser| {
        browser.reads("There is no page “/compar/”.").await?;
        let ways = browser.find("navigation", "Ways on").await?;
        browser.find_in(&ways, "link", "All ladders").await?;
        browser.find_in(&ways, "link", "Compare levels").await?.send_keys(Key::Enter + "").await?;
        browser.is_at("compare/").await
    })
    .await
}
