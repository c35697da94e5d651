//! A level: what it expects, what it inherits, what it takes.

use crate::harness::{Outcome, visit};

#[tokio::test]
async fn inherited_expectations_are_folded_under_the_name_of_their_level() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/").await?;
        browser.reads("Bakes rolls of which at least 95 percent can be sold.").await?;
        browser.sees_no("text", "Cleans the oven at the end of the shift.").await?;
        browser.click("button", "/^From Apprentice \\(\\d+\\)$/").await?;
        browser.sees("text", "Cleans the oven at the end of the shift.").await
    })
    .await
}

#[tokio::test]
async fn requirements_are_listed_with_the_rule_behind_them() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/").await?;
        browser.reads("1 year at level 1").await?;
        browser.reads("2 kinds of dough").await?;
        let side = browser.find("aside", "To get there").await?;
        browser.click_in(&side, "button", "Review").await?;
        browser.reads("Two colleagues of the level in question taste, watch and ask.").await
    })
    .await
}

#[tokio::test]
async fn a_condition_for_those_who_come_from_another_track_is_told_with_its_branches() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/shop-manager/").await?;
        browser.reads("When coming from Craft, one of these:").await?;
        browser.reads("Has stood in for a shift lead for a month.").await
    })
    .await
}

#[tokio::test]
async fn facts_examples_links_and_rules_have_their_places() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/apprentice/").await?;
        browser.reads("5 to 13 o'clock").await?;
        browser.open("ladders/bakery/master-baker/").await?;
        browser.sees("link", "/The teaching plan/").await?;
        browser.reads("Documented need").await?;
        browser.open("ladders/bakery/cake-artist/").await?;
        browser.sees("text", "an example").await
    })
    .await
}

#[tokio::test]
async fn a_level_leads_to_its_neighbours_their_comparison_and_its_assessment() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/").await?;
        browser.click("link", "Compare with Apprentice").await?;
        browser.is_at("compare/bakery/apprentice/baker/").await?;
        browser.open("ladders/bakery/baker/").await?;
        browser.click("link", "Assess yourself for Baker").await?;
        browser.is_at("assess/bakery/").await?;
        browser.sees("heading", "/Strengths and gaps to Baker/").await
    })
    .await
}
