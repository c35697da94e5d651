//! The comparison of two to four levels.

use crate::harness::{Outcome, visit};

#[tokio::test]
async fn two_levels_are_chosen_and_compared() -> Outcome {
    visit(async |browser| {
        browser.open("").await?;
        browser.click("link", "Compare").await?;
        browser.is_at("compare/").await?;
        for level in ["Apprentice", "Baker"] {
            browser.choose("Add a level", level).await?;
            browser.click("button", "Add").await?;
        }
        browser.click("link", "Compare these 2 levels").await?;
        browser.is_at("compare/bakery/apprentice/baker/").await?;
        browser.sees("heading", "Apprentice → Baker").await
    })
    .await
}

#[tokio::test]
async fn chosen_levels_are_put_in_order_by_buttons_and_the_focus_stays_with_them() -> Outcome {
    visit(async |browser| {
        browser.open("compare/?with=bakery.apprentice&with=bakery.baker&with=bakery.master-baker").await?;
        browser.click("button", "Compare other levels").await?;
        browser.click("button", "Move Master Baker (Bakery) left").await?;
        let script = "return document.activeElement.getAttribute('aria-label') === 'Move Master Baker (Bakery) left'";
        browser.holds("the focus is on the same button of the same level", script).await?;
        browser.click("button", "Remove Baker (Bakery)").await?;
        browser.click("link", "Compare these 2 levels").await?;
        browser.is_at("compare/bakery/apprentice/master-baker/").await
    })
    .await
}

#[tokio::test]
async fn the_counts_the_figures_and_the_changed_words_are_shown() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        browser.sees("heading", "/^↑?\\s*Raised/").await?;
        browser.sees("text", "/^80 %$/").await?;
        browser.sees("text", "/^95 %$/").await?;
        browser.sees("deletion", "/80/").await?;
        browser.sees("insertion", "/95/").await?;
        browser.sees("heading", "/Reworded/").await?;
        browser.sees("heading", "To get there").await
    })
    .await
}

#[tokio::test]
async fn read_the_other_way_round_what_was_raised_is_lowered_and_new_is_dropped() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/baker/apprentice/").await?;
        browser.sees("heading", "/Lowered/").await?;
        browser.sees("heading", "/Dropped/").await?;
        browser.sees_no("heading", "/^↑?\\s*Raised/").await
    })
    .await
}

#[tokio::test]
async fn what_is_kept_is_folded_and_counted() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        browser.sees_no("text", "Cleans the oven at the end of the shift.").await?;
        browser.click("heading", "/Kept/").await?;
        browser.sees("text", "Cleans the oven at the end of the shift.").await
    })
    .await
}

#[tokio::test]
async fn side_by_side_stands_in_the_link() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        browser.click("radio", "Side by side").await?;
        browser.is_at("compare/bakery/apprentice/baker/?show=whole").await?;
        browser.sees("columnheader", "/^Apprentice/").await?;
        browser.reload().await?;
        browser.sees("columnheader", "/^Baker/").await
    })
    .await
}

#[tokio::test]
async fn a_comparison_narrowed_to_a_competency_says_so_in_its_link() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/apprentice/baker/").await?;
        browser.click("button", "/^All \\d+ competencies$/").await?;
        browser.click("checkbox", "Guests").await?;
        browser.is_at("compare/bakery/apprentice/baker/?competency=guests").await?;
        browser.sees_no("text", "/^80 %$/").await?;
        browser.reload().await?;
        browser.sees_no("text", "/^80 %$/").await
    })
    .await
}

#[tokio::test]
async fn four_levels_stand_side_by_side_each_against_its_left_neighbour() -> Outcome {
    visit(async |browser| {
        let with = "with=bakery.apprentice&with=bakery.baker&with=bakery.master-baker&with=bakery.shop-manager";
        browser.open(&format!("compare/?{with}&show=whole")).await?;
        for name in ["/^Apprentice/", "/^Baker/", "/^Master Baker/", "/^Shop Manager/"] {
            browser.sees("columnheader", name).await?;
        }
        browser.is_at(&format!("compare/?{with}&show=whole")).await
    })
    .await
}

#[tokio::test]
async fn levels_of_different_ladders_stand_by_theme_without_a_claim() -> Outcome {
    visit(async |browser| {
        browser.open("compare/?with=bakery.baker&with=orchestra.player").await?;
        browser.sees("rowheader", "/^Doing the work|^Craft/").await?;
        browser.reads("equivalen").await?;
        browser.sees("columnheader", "/Orchestra/").await
    })
    .await
}

#[tokio::test]
async fn a_level_compared_with_itself_is_told_as_repeated() -> Outcome {
    visit(async |browser| {
        browser.open("compare/bakery/baker/baker/").await?;
        browser.reads("is in the link more than once").await
    })
    .await
}

#[tokio::test]
async fn back_and_forward_lead_through_comparisons() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/baker/").await?;
        browser.click("link", "Compare with Apprentice").await?;
        browser.is_at("compare/bakery/apprentice/baker/").await?;
        browser.driver.back().await?;
        browser.is_at("ladders/bakery/baker/").await?;
        browser.sees("heading", "What it expects").await?;
        browser.driver.forward().await?;
        browser.is_at("compare/bakery/apprentice/baker/").await?;
        browser.sees("heading", "Apprentice → Baker").await
    })
    .await
}
