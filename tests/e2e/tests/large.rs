//! A ladder of 38,540 cells and a catalogue of a thousand ladders: shown in parts, and light to use.

use anyhow::{Context, Result, ensure};
use thirtyfour::By;

use crate::access::is_accessible;
use crate::harness::{Browser, Outcome, Setup, Site, gzipped};
use crate::printed::{check_some_without_previews, check_without_previews, is_ordinary};

/// The levels of the longest track of the framework.
const LEVELS: usize = 4;
/// The most elements and texts that a step may add to the page: a track's part of the matrix, and some.
const A_TRACK: u64 = 600;

async fn framework(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    Setup::of(Site::large_framework()).run(test).await
}

async fn thousand(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    Setup::of(Site::thousand()).run(test).await
}

/// A number that a script returns.
async fn number(browser: &Browser, script: &str) -> Result<u64> {
    browser.eval(script).await?.as_u64().with_context(|| format!("{script} gives no number"))
}

/// How many elements and texts an act adds to the page.
async fn added(browser: &Browser, act: impl AsyncFnOnce() -> Outcome) -> Result<u64> {
    let watch = "const size = node => 1 + [...node.childNodes].reduce((sum, each) => sum + size(each), 0); \
        window.added = 0; \
        new MutationObserver(all => all.forEach(each => each.addedNodes.forEach(node => window.added += size(node)))) \
            .observe(document.querySelector('main'), { childList: true, subtree: true })";
    browser.eval(watch).await?;
    act().await?;
    browser.settled().await?;
    number(browser, "return window.added").await
}

/// Chooses a track by its id: names of tracks may be the same.
async fn choose_track(browser: &Browser, id: &str) -> Outcome {
    browser.find("combobox", "Track").await?;
    let option = format!("#matrix-track option[value={id}]");
    browser.click(&option, "/./").await
}

#[tokio::test]
async fn a_large_ladder_shows_one_track_and_the_link_says_which() -> Outcome {
    framework(async |browser| {
        browser.open("ladders/framework/").await?;
        let heads = browser.all("columnheader", None).await?.len();
        ensure!(heads == LEVELS + 1, "the matrix has {heads} columns");
        choose_track(browser, "t7").await?;
        browser.is_at("ladders/framework/?track=t7").await?;
        let of_track = "const level = document.querySelector('.matrix-level'); \
            return level.getAttribute('href') === '/rungs/ladders/framework/l28/'";
        browser.holds("the columns are the levels of the track", of_track).await?;
        let stated = "return [...document.querySelectorAll('.matrix tbody tr')].every(row => row.querySelector('li'))";
        browser.click("radio", "Whole text").await?;
        browser.holds("each row says something", stated).await?;
        browser.reload().await?;
        browser.holds("the track is shown again", of_track).await?;
        choose_track(browser, "t0").await?;
        browser.is_at("ladders/framework/").await
    })
    .await
}

#[tokio::test]
async fn a_link_to_a_competency_shows_a_track_that_states_it() -> Outcome {
    framework(async |browser| {
        browser.open("ladders/framework/#competency-c100").await?;
        let place = browser.place().await?;
        ensure!(place.contains("?track=t") && place.ends_with("#competency-c100"), "the link became {place}");
        let in_sight = |id: &str| {
            format!(
                "const row = document.getElementById('{id}')?.getBoundingClientRect(); \
                return row && row.bottom > 0 && row.top < innerHeight"
            )
        };
        browser.holds("the row is in sight", &in_sight("competency-c100")).await?;
        let click = "const link = document.createElement('a'); link.href = '/rungs/ladders/framework/#competency-c0'; \
            document.querySelector('main').append(link); link.click()";
        browser.eval(click).await?;
        browser.holds("the other row is in sight", &in_sight("competency-c0")).await?;
        browser.sees("combobox", "Track").await
    })
    .await
}

#[tokio::test]
async fn a_track_that_is_not_there_is_told() -> Outcome {
    framework(async |browser| {
        browser.open("ladders/framework/?track=nowhere").await?;
        browser.reads("There is no track “nowhere” here.").await?;
        browser.sees("combobox", "Track").await
    })
    .await
}

#[tokio::test]
async fn without_scripts_the_first_track_is_shown_and_the_way_to_the_others_is_said() -> Outcome {
    Setup::of(Site::large_framework())
        .scripts_denied()
        .run(async |browser| {
            browser.go("ladders/framework/").await?;
            browser.reads("“The map in words” leads to all of them.").await?;
            let choice = browser.driver.find(By::Id("matrix-track")).await?;
            ensure!(!choice.is_displayed().await?, "a choice is offered that cannot be made");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn to_point_at_a_level_and_to_choose_it_touches_attributes() -> Outcome {
    framework(async |browser| {
        browser.open("ladders/framework/").await?;
        let level = browser.driver.find(By::Css(".map-node a[href$='/l1/']")).await?;
        let pointed = async || {
            browser.driver.action_chain().move_to_element_center(&level).perform().await?;
            browser
                .holds("what is near it is lit", "return document.querySelector('.map-arrow.is-near') !== null")
                .await
        };
        let nodes = added(browser, pointed).await?;
        ensure!(nodes == 0, "to point at a level adds {nodes} nodes");
        let choose = "document.querySelector('.map-choice').dispatchEvent(new MouseEvent('click', { bubbles: true }))";
        let chosen = async || {
            browser.eval(choose).await?;
            browser.reads("Choose one more to compare.").await
        };
        let nodes = added(browser, chosen).await?;
        ensure!(nodes < 20, "to choose a level adds {nodes} nodes");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_track_and_fewer_competencies_touch_no_more_than_what_is_shown() -> Outcome {
    framework(async |browser| {
        browser.open("ladders/framework/").await?;
        let other = async || {
            choose_track(browser, "t20").await?;
            browser.is_at("ladders/framework/?track=t20").await
        };
        let nodes = added(browser, other).await?;
        ensure!(nodes < A_TRACK, "another track adds {nodes} nodes");
        browser
            .open("compare/?with=framework.l0&with=framework.l1&with=framework.l2&with=framework.l3&show=whole")
            .await?;
        browser.click("button", "/competencies/").await?;
        let narrowed = async || {
            let first = "document.querySelector('.compare-boxes input').click()";
            browser.eval(first).await?;
            browser
                .holds("one row is left", "return document.querySelectorAll('.side-by-side tbody tr').length === 1")
                .await
        };
        let nodes = added(browser, narrowed).await?;
        ensure!(nodes < 100, "to narrow a comparison adds {nodes} nodes");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_a_thousand_ladders_the_first_page_lists_ten_each_other_sixty_and_leads_to_the_next() -> Outcome {
    thousand(async |browser| {
        browser.open("").await?;
        let rows = "return document.querySelectorAll('.ladder-row').length";
        ensure!(number(browser, rows).await? == 10, "the first page does not list ten");
        browser.reads("Ladders 1 to 10 of 1000.").await?;
        browser.click("link", "/Ladders 11 to 70/").await?;
        browser.is_at("more/1/").await?;
        browser.sees("heading", "Ladders 11 to 70").await?;
        ensure!(number(browser, rows).await? == 60, "the next page does not list sixty");
        browser.open("more/17/").await?;
        browser.reads("Ladders 971 to 1000 of 1000.").await?;
        ensure!(number(browser, rows).await? == 30, "the last page does not list the rest");
        browser.click("link", "/Ladders 911 to 970/").await?;
        browser.is_at("more/16/").await
    })
    .await
}

#[tokio::test]
async fn a_level_and_an_assessment_are_found_among_a_thousand_ladders() -> Outcome {
    thousand(async |browser| {
        browser.open("compare/").await?;
        let nodes = number(browser, "return document.querySelectorAll('main *').length").await?;
        ensure!(nodes < 1_200, "the choice of levels has {nodes} elements");
        for place in [1, 2] {
            let choose = format!(
                "const select = document.querySelector('#picker-choice, #picker-ladder'); \
                select.selectedIndex = 900; select.dispatchEvent(new Event('change', {{ bubbles: true }})); return {place}"
            );
            browser.eval(&choose).await?;
            let there = "return document.querySelectorAll('#picker-choice option').length > 1";
            browser.holds("the levels of the ladder are offered", there).await?;
            let level = "const select = document.querySelector('#picker-choice'); \
                select.selectedIndex = 1; select.dispatchEvent(new Event('change', { bubbles: true }))";
            browser.eval(level).await?;
            browser.click("button", "Add").await?;
        }
        browser.sees("link", "Compare these 2 levels").await?;
        browser.open("assess/").await?;
        browser.eval(
            "const select = document.querySelector('#assess-ladder'); \
            select.selectedIndex = 1000; select.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        browser.click("link", "Assess yourself").await?;
        browser.sees("combobox", "The level I work toward").await
    })
    .await
}

#[tokio::test]
async fn what_is_shown_in_parts_is_accessible() -> Outcome {
    framework(async |browser| {
        for place in ["ladders/framework/?track=t7", "ladders/framework/?show=changes", "compare/"] {
            browser.open(place).await?;
            is_accessible(browser, place).await?;
        }
        Ok(())
    })
    .await?;
    thousand(async |browser| {
        for place in ["more/1/", "compare/", "assess/"] {
            browser.open(place).await?;
            is_accessible(browser, place).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_a_large_ladder_the_small_picture_and_the_choice_of_a_level_stay_in_bounds() -> Outcome {
    framework(async |browser| {
        browser.open("").await?;
        let parts = number(browser, "return document.querySelectorAll('.small-map *').length").await?;
        ensure!(parts < 120, "the picture has {parts} parts");
        browser.open("compare/").await?;
        browser.sees_no("combobox", "Ladder").await?;
        let groups = number(browser, "return document.querySelectorAll('#picker-choice optgroup').length").await?;
        ensure!(groups == 52, "the levels stand in {groups} groups");
        Ok(())
    })
    .await
}

/// What does not list ladders weighs the same whatever the catalogue; what does lists a shelf of them.
#[test]
fn pages_of_a_thousand_ladders_are_as_light_as_of_sixty() -> Outcome {
    let site = Site::thousand();
    for (page, most) in [("", 11_000), ("more/1/", 16_000), ("compare/", 14_000), ("assess/", 14_000)] {
        let size = gzipped(&site.folder().join(page).join("index.html"))?;
        ensure!(size <= most, "/{page} has {size} bytes, of {most}");
    }
    Ok(())
}

#[tokio::test]
async fn a_level_of_another_ladder_is_not_added() -> Outcome {
    thousand(async |browser| {
        browser.open("compare/").await?;
        let choose = async |list: &str, at: usize| {
            let pick = format!(
                "const list = document.getElementById('{list}'); \
                const value = [...list.querySelectorAll('option')].map(each => each.value).filter(Boolean)[{at}]; \
                if (!value) return false; \
                list.value = value; list.dispatchEvent(new Event('change', {{ bubbles: true }})); return true"
            );
            browser.holds("there is a choice", &pick).await
        };
        choose("picker-ladder", 0).await?;
        choose("picker-choice", 0).await?;
        choose("picker-ladder", 1).await?;
        browser.click("button", "Add").await?;
        browser.settled().await?;
        let chosen =
            number(browser, "return document.querySelectorAll('.picker [data-level], .picker li').length").await?;
        ensure!(chosen == 0, "{chosen} levels are chosen");
        choose("picker-choice", 0).await?;
        browser.click("button", "Add").await?;
        browser.holds("its own is", "return document.querySelectorAll('.picker-remove').length === 1").await
    })
    .await
}

#[test]
fn every_page_of_a_large_ladder_and_of_a_hundred_is_valid() -> Outcome {
    check_without_previews(&Site::large_framework())?;
    is_ordinary(&check_without_previews(&Site::hundred())?)
}

#[test]
fn every_page_of_a_thousand_ladders_leads_somewhere_and_has_a_title_of_its_own() -> Outcome {
    is_ordinary(&check_some_without_previews(&Site::thousand())?)?;
    is_ordinary(&check_without_previews(&Site::three())?)
}
