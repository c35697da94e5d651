//! What a ladder file and `site.toml` can say has a place on the screen: the parts that no other module looks at.

use crate::harness::{Outcome, visit};

#[tokio::test]
async fn the_name_of_a_step_stands_with_what_it_states() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/").await?;
        browser.sees("text", "By judgement").await?;
        browser.open("ladders/bakery/?show=whole").await?;
        browser.sees("text", "By the recipe").await
    })
    .await
}

#[tokio::test]
async fn the_sites_name_accent_and_imprint_are_those_of_its_file() -> Outcome {
    visit(async |browser| {
        browser.open("about/").await?;
        browser.sees("link", "Rungs test ladders").await?;
        browser.reads("Nobody works here.").await?;
        let worn = "return getComputedStyle(document.querySelector('main a')).color === 'rgb(47, 111, 94)'";
        browser.holds("links wear the site's accent", worn).await
    })
    .await
}

#[tokio::test]
async fn a_text_from_right_to_left_ends_at_its_left_and_figures_keep_their_order() -> Outcome {
    visit(async |browser| {
        browser.open("compare/mathaf/guide/senior-guide/").await?;
        browser.sees("insertion", "/./").await?;
        let direction = "return getComputedStyle(document.querySelector('.statement')).direction === 'rtl'";
        browser.holds("the statement runs from the right", direction).await?;
        let order = "const [before, after] = [...document.querySelectorAll('.figure')]; \
            return before.getBoundingClientRect().right < after.getBoundingClientRect().left";
        browser.holds("the figure before stands left of the figure after, as the arrow points", order).await
    })
    .await
}
