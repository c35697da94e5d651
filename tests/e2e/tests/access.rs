//! axe-core finds nothing, on any page, in light and dark, also with dialogs, errors and banners open.

use anyhow::{Context, ensure};

use crate::harness::{Browser, Outcome, Setup, visit};

const PAGES: [&str; 20] = [
    "",
    "ladders/bakery/",
    "ladders/bakery/?show=whole",
    "ladders/mathaf/",
    "ladders/bakery/master-baker/",
    "ladders/toshokan/librarian/",
    "compare/",
    "compare/bakery/apprentice/baker/",
    "compare/bakery/apprentice/baker/?show=whole",
    "compare/?with=bakery.baker&with=orchestra.player",
    "assess/",
    "assess/bakery/",
    "plan/bakery/",
    "case/bakery/",
    "history/bakery/",
    "growth/",
    "journal/",
    "check-in/",
    "data/",
    "about/",
];

/// What axe-core finds on the page as it is, in light and in dark.
pub async fn is_accessible(browser: &Browser, what: &str) -> Outcome {
    let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/../../node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).context("axe-core is missing: run `make e2e`")?;
    for scheme in ["light", "dark"] {
        browser.colours(scheme).await?;
        browser.settled().await?;
        browser.eval(&format!("if (!window.axe) {{ {axe} }}")).await?;
        let run = "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => \
            violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | ')))";
        let found = browser.eval(run).await?;
        ensure!(found.as_array().is_some_and(Vec::is_empty), "{what}, {scheme}: {found:#}");
    }
    Ok(())
}

async fn every_page(setup: Setup) -> Outcome {
    setup
        .run(async |browser| {
            for page in PAGES {
                browser.open(page).await?;
                browser.sees("heading", "/./").await?;
                is_accessible(browser, page).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn every_page_is_accessible() -> Outcome {
    every_page(Setup::fixtures()).await
}

#[tokio::test]
async fn every_page_is_accessible_on_a_narrow_screen() -> Outcome {
    every_page(Setup::fixtures().width(360)).await
}

#[tokio::test]
async fn nothing_is_wider_than_a_screen_of_320_pixels() -> Outcome {
    Setup::fixtures()
        .width(320)
        .run(async |browser| {
            for page in PAGES {
                browser.open(page).await?;
                browser.sees("heading", "/./").await?;
                let script = "return document.documentElement.scrollWidth <= innerWidth";
                browser.holds(&format!("{page:?} fits"), script).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_assessment_at_work_is_accessible() -> Outcome {
    visit(async |browser| {
        browser.open("assess/bakery/").await?;
        browser.choose("The level I work toward", "Baker").await?;
        let row = browser.find("[data-expectation]", "/at least 95 percent/").await?;
        browser.click_in(&row, "label", "/^Sometimes/").await?;
        browser.click_in(&row, "button", "Add evidence").await?;
        browser.fill("/^Link/", "javascript:alert(1)").await?;
        browser.press("\t").await?;
        browser.sees("alert", "/^Not saved/").await?;
        is_accessible(browser, "the evidence editor with an error").await
    })
    .await
}

#[tokio::test]
async fn dialogs_and_refusals_are_accessible() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("other.json");
    std::fs::write(&file, "{}")?;
    visit(async |browser| {
        browser.open("data/").await?;
        browser.choose_file("/Backup file/", &file).await?;
        browser.reads("This file is not a backup of this site.").await?;
        is_accessible(browser, "a refused file").await?;
        browser.click("button", "Delete everything…").await?;
        browser.sees("dialog", "Delete everything?").await?;
        is_accessible(browser, "the dialog").await
    })
    .await
}

#[tokio::test]
async fn banners_are_accessible() -> Outcome {
    visit(async |browser| {
        browser.open("about/").await?;
        let plant = "localStorage.setItem('rungs:/rungs/:assessment:bakery', 'broken'); \
            localStorage.setItem('rungs:/rungs/:assessment:orchestra', \
                JSON.stringify({ format: 'assessment', version: 99, saved: 1, data: {} }))";
        browser.eval(plant).await?;
        browser.open("assess/bakery/").await?;
        browser.sees("text", "/could not be read/").await?;
        is_accessible(browser, "banners of what was recovered and what is newer").await?;
        browser.open("data/").await?;
        is_accessible(browser, "what is kept aside").await
    })
    .await
}

#[tokio::test]
async fn links_that_lead_nowhere_are_accessible() -> Outcome {
    visit(async |browser| {
        for place in ["ladders/bakry/", "compare/?with=bakery.apprentice&with=bakery.backer&with=bakery.master-baker"] {
            browser.open(place).await?;
            browser.reads("There is no").await?;
            is_accessible(browser, place).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn search_results_are_accessible() -> Outcome {
    visit(async |browser| {
        browser.open("").await?;
        browser.fill("Search all ladders", "baker").await?;
        browser.sees("option", "/Baker/").await?;
        is_accessible(browser, "search results").await?;
        browser.fill("Search all ladders", "zzzz").await?;
        browser.reads("Nothing found").await?;
        is_accessible(browser, "nothing found").await
    })
    .await
}
