//! The ladders, and a ladder's map and matrix.

use crate::harness::{Outcome, Setup, visit};

#[tokio::test]
async fn the_first_page_lists_every_ladder_with_its_tracks_and_levels() -> Outcome {
    visit(async |browser| {
        browser.open("").await?;
        for name in ["Bakery", "Kiosk", "Lighthouse <1.0>", "Orchestra", "市立図書館 📚", "متحف المدينة"]
        {
            browser.sees("link", name).await?;
        }
        browser.reads("4 tracks, 7 levels").await?;
        browser.reads("1 track, 1 level").await?;
        browser.sees("text", "draft").await?;
        browser.sees("text", "retired").await
    })
    .await
}

#[tokio::test]
async fn every_level_on_the_map_leads_to_its_page() -> Outcome {
    visit(async |browser| {
        browser.open("").await?;
        browser.click("link", "Bakery").await?;
        browser.is_at("ladders/bakery/").await?;
        browser.click("link", "Master Baker, level 3").await?;
        browser.is_at("ladders/bakery/master-baker/").await?;
        browser.sees("heading", "Master Baker").await
    })
    .await
}

#[tokio::test]
async fn the_map_is_also_told_in_words() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        browser.click("button", "The map in words").await?;
        browser.reads("Shift Lead, level 2, usually from Apprentice or Baker").await?;
        browser.reads("Further roles may stand here from level 2 up.").await
    })
    .await
}

#[tokio::test]
async fn two_levels_chosen_on_the_map_lead_to_their_comparison() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        browser.click("checkbox", "Choose Apprentice for a comparison").await?;
        browser.reads("Choose one more to compare.").await?;
        browser.click("checkbox", "Choose Baker for a comparison").await?;
        let bar = browser.find("group", "Chosen for a comparison").await?;
        browser.click_in(&bar, "link", "Compare").await?;
        browser.is_at("compare/bakery/apprentice/baker/").await
    })
    .await
}

#[tokio::test]
async fn what_is_said_about_stored_data_does_not_hide_the_way_to_a_comparison() -> Outcome {
    for width in [360, 1280] {
        Setup::fixtures()
            .width(width)
            .run(async |browser| {
                browser.go("about/").await?;
                let plant = "localStorage.setItem('rungs:/rungs/:assessment:orchestra', \
                    JSON.stringify({ format: 'assessment', version: 99, saved: 1, data: {} }))";
                browser.eval(plant).await?;
                browser.open("ladders/bakery/").await?;
                browser.reads("Saved by a newer version").await?;
                browser.click("checkbox", "Choose Apprentice for a comparison").await?;
                browser.click("checkbox", "Choose Baker for a comparison").await?;
                let is_seen = "const link = document.querySelector('.chosen-bar a'); if (!link) return false; \
                    const box = link.getBoundingClientRect(); \
                    return link.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))";
                browser.holds("the way to the comparison is in sight", is_seen).await?;
                browser.click("button", "Clear").await?;
                browser.reads("Saved by a newer version").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_matrix_shows_what_changes_or_the_whole_text_and_its_link_says_which() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        browser.sees("columnheader", "/Master Baker/").await?;
        browser.sees("rowheader", "/^Dough/").await?;
        browser.sees("text", "/1 dropped/").await?;
        browser.sees("text", "80 % → 95 %").await?;
        browser.click("radio", "Whole text").await?;
        browser.is_at("ladders/bakery/?show=whole").await?;
        browser.sees_no("text", "/1 dropped/").await?;
        browser.reload().await?;
        browser.sees("rowheader", "/^Dough/").await?;
        browser.sees_no("text", "/1 dropped/").await
    })
    .await
}

#[tokio::test]
async fn an_empty_cell_says_so() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/orchestra/?show=whole").await?;
        browser.sees("cell", "/nothing stated/").await
    })
    .await
}

#[tokio::test]
async fn the_first_row_and_column_of_the_matrix_stay_in_sight() -> Outcome {
    Setup::fixtures()
        .width(600)
        .run(async |browser| {
            browser.open("ladders/bakery/").await?;
            browser.sees("table", "/./").await?;
            browser.eval("document.querySelector('.matrix-scroller').scrollTo(300, 300)").await?;
            let stays = "const s = document.querySelector('.matrix-scroller'), box = s.getBoundingClientRect(); \
                const near = (a, b) => Math.abs(a - b) < 3; \
                return s.scrollLeft > 100 \
                    && near(s.querySelector('tbody th[scope=row]').getBoundingClientRect().left, box.left) \
                    && [...s.querySelectorAll('thead th')].every(h => h.getBoundingClientRect().top >= box.top - 3)";
            browser.holds("the heads stay while the rest is scrolled", stays).await
        })
        .await
}

#[tokio::test]
async fn a_ladder_without_rules_or_requirements_or_source_has_no_empty_places() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/kiosk/").await?;
        browser.sees("heading", "Kiosk").await?;
        browser.sees_no("heading", "Rules").await?;
        browser.open("ladders/kiosk/seller/").await?;
        browser.reads("This ladder states no requirements for this level.").await
    })
    .await
}

#[tokio::test]
async fn the_source_is_named_with_what_was_inferred() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        browser.sees("link", "/The bakers' handbook/").await?;
        browser.reads("The rank of the cake artist is inferred from the pay table.").await?;
        browser.sees("link", "/Suggest a change/").await
    })
    .await
}

/// Each format fixture is opened, each of its levels, and nothing goes wrong on the way.
#[tokio::test]
async fn every_ladder_and_every_level_of_the_fixtures_opens() -> Outcome {
    visit(async |browser| {
        for ladder in ["bakery", "kiosk", "lighthouse", "mathaf", "orchestra", "toshokan"] {
            browser.open(&format!("ladders/{ladder}/")).await?;
            browser.sees("table", "/./").await?;
            let links = "return [...document.querySelectorAll('.matrix-level')].map(a => a.getAttribute('href'))";
            for level in browser.eval(links).await?.as_array().into_iter().flatten() {
                let path = level.as_str().unwrap_or_default().replace("/rungs/", "");
                browser.open(&path).await?;
                browser.sees("heading", "What it expects").await?;
                browser.has_no_errors().await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn markup_in_a_ladder_is_shown_as_text() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/lighthouse/keeper/").await?;
        browser.reads("Writes <script>alert(\"lit\")</script> into no log").await
    })
    .await
}

#[tokio::test]
async fn a_right_to_left_ladder_reads_from_the_right() -> Outcome {
    visit(async |browser| {
        let script = "const text = [...document.querySelectorAll('[lang=ar], [lang=ar] *')] \
            .find(e => e.children.length === 0 && e.textContent.includes('يقود')); \
            return text && getComputedStyle(text).direction === 'rtl'";
        browser.go("ladders/mathaf/guide/").await?;
        browser.holds("Arabic is set from right to left before the program runs", script).await?;
        browser.open("ladders/mathaf/guide/").await?;
        browser.sees("heading", "مرشد").await?;
        browser.holds("Arabic is set from right to left", script).await
    })
    .await
}
