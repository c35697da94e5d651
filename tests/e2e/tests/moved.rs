//! Answers stay with their owner when the site moves to another path, or a ladder to another id.

use crate::harness::{Browser, Outcome, visit};

/// Answers to the bakery, one expectation rated, as they are stored.
const ANSWERS: &str = r#"{"format":"assessment","version":1,"saved":1795000000000,"data":{
    "target":{"level":"baker","changed":1795000000000},
    "answers":{"sellable-95":{"rating":{"rating":"sometimes","wording":"af63dc4c8601ec8c","statement":"…","changed":1795000000000}}}}}"#;

/// Stores the answers under a key, as an earlier visit would have left them.
async fn plant(browser: &Browser, key: &str) -> Outcome {
    browser.open("about/").await?;
    browser.eval(&format!("localStorage.setItem('{key}', {})", serde_json::to_string(ANSWERS)?)).await?;
    Ok(())
}

async fn shows_the_rating(browser: &Browser) -> Outcome {
    let script = "return document.querySelector('[data-expectation=sellable-95] :checked')?.value === 'sometimes'";
    browser.holds("the rating is there", script).await
}

#[tokio::test]
async fn answers_below_another_path_are_offered_and_taken_over() -> Outcome {
    visit(async |browser| {
        plant(browser, "rungs:/old-name/:assessment:bakery").await?;
        browser.open("assess/bakery/").await?;
        browser.reads("answers to 1 ladder that were entered below /old-name/").await?;
        browser.click("button", "Take them over").await?;
        shows_the_rating(browser).await?;
        browser.sees_no("button", "Take them over").await?;
        browser.reload().await?;
        shows_the_rating(browser).await?;
        browser.holds("they stay there too", "return 'rungs:/old-name/:assessment:bakery' in localStorage").await
    })
    .await
}

#[tokio::test]
async fn an_offer_that_was_declined_is_made_again_only_in_my_data() -> Outcome {
    visit(async |browser| {
        plant(browser, "rungs:/old-name/:assessment:bakery").await?;
        browser.open("").await?;
        browser.click("button", "Leave them there").await?;
        browser.sees_no("button", "Take them over").await?;
        browser.reload().await?;
        browser.sees_no("button", "Take them over").await?;
        browser.open("data/").await?;
        browser.sees("heading", "Answers at another path of this address").await?;
        browser.sees("button", "Take them over").await
    })
    .await
}

#[tokio::test]
async fn answers_follow_a_ladder_to_its_present_id() -> Outcome {
    visit(async |browser| {
        plant(browser, "rungs:/rungs/:assessment:bread-shop").await?;
        browser.open("assess/bakery/").await?;
        shows_the_rating(browser).await?;
        let moved = "const keys = Object.keys(localStorage); \
            return keys.includes('rungs:/rungs/:assessment:bakery') && !keys.includes('rungs:/rungs/:assessment:bread-shop')";
        browser.holds("they are stored under the present id", moved).await
    })
    .await
}
