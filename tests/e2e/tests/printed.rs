//! Pages that are there before the program is: valid, light, usable as they are, and taken over where they stand.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::{Browser, NetworkLog, Outcome, Releases, Setup, Site, fetched, gzipped, visit};
use crate::waking::Held;

/// One page of each kind.
const KINDS: [&str; 14] = [
    "",
    "ladders/bakery/",
    "ladders/bakery/baker/",
    "compare/bakery/apprentice/baker/",
    "compare/",
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

/// Checks every page of a site with the tool that says what is wrong where.
pub fn check(site: &Site) -> Result<Value> {
    checked(site, &[])
}

/// The same for a site whose previews were not drawn.
pub fn check_without_previews(site: &Site) -> Result<Value> {
    checked(site, &["--without", "previews/"])
}

fn checked(site: &Site, more: &[&str]) -> Result<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/check-pages.mjs");
    let mut command = Command::new("node");
    let checked =
        command.arg(script).arg("--dir").arg(site.folder()).args(["--base", "/rungs/"]).args(more).output()?;
    ensure!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    Ok(serde_json::from_slice(&checked.stdout)?)
}

#[test]
fn every_page_is_valid_says_what_it_is_and_links_to_what_is_there() -> Outcome {
    let found = check(&Site::fixtures())?;
    ensure!(found["address"] == "https://ladders.example/rungs/", "the pages do not know where they stand");
    is_light(&found)
}

/// The same of so large a site that only some pages are validated.
pub fn check_some_without_previews(site: &Site) -> Result<Value> {
    checked(site, &["--without", "previews/", "--every", "20"])
}

/// By what was found about a site, that its heaviest page is of the weight of an ordinary ladder's without its scripts.
pub fn is_ordinary(found: &Value) -> Outcome {
    let alone = found["heaviest"]["alone"].as_i64().context("the size of the heaviest page")?;
    let budget = budgets()?["page-alone"].as_integer().context("a budget of pages without scripts")?;
    ensure!(alone <= budget, "{} has {alone} bytes without scripts, of {budget}", found["heaviest"]["page"]);
    Ok(())
}

/// By what was found about a site, that no page of it weighs more than a page may.
pub fn is_light(found: &Value) -> Outcome {
    let (heaviest, page) = (&found["heaviest"], &found["heaviest"]["page"]);
    let heaviest = heaviest["bytes"].as_u64().context("the size of the heaviest page")?;
    let budget = budgets()?["page"].as_integer().context("a budget of pages")?;
    ensure!(heaviest <= budget.try_into()?, "{page} has {heaviest} bytes, of {budget}");
    Ok(())
}

#[test]
fn a_fault_of_a_page_is_found() -> Outcome {
    let faults = [
        ("<h1 tabindex", "<h1><div></div></h1><h1 tabindex", "div"),
        ("/rungs/about/", "/rungs/abut/", "nothing is at /rungs/abut/"),
        ("<title>Baker ·", "<title>Apprentice ·", "has the title of"),
        ("name=\"description\"", "name=\"descripton\"", "no name=\"description\""),
        (
            "rel=\"canonical\" href=\"https://ladders.example/rungs/",
            "rel=\"canonical\" href=\"/",
            "canonical is /ladders/",
        ),
        ("property=\"og:url\"", "property=\"og:uri\"", "has 0 of og:url"),
        ("previews/bakery.baker.png", "previews/bakery.chef.png", "bakery.chef.png, and nothing is there"),
        ("og:image:height\" content=\"630", "og:image:height\" content=\"300", "another size than it says"),
    ];
    for (right, wrong, said) in faults {
        let release = Releases::of_fixtures()?;
        let page = release.path("ladders/bakery/baker/index.html");
        let html = fs::read_to_string(&page)?;
        ensure!(html.contains(right), "{right} is not in the page");
        fs::write(&page, html.replacen(right, wrong, 1))?;
        let fault = check(&release.site).err().with_context(|| format!("{wrong} is not found"))?.to_string();
        ensure!(fault.contains(said), "{wrong} is said to be: {fault}");
    }
    let release = Releases::of_fixtures()?;
    let map = release.path("sitemap.xml");
    fs::write(&map, fs::read_to_string(&map)?.replacen("ladders/bakery/baker/", "ladders/bakery/", 1))?;
    let fault = check(&release.site).err().context("a page that the site map leaves out is not found")?.to_string();
    ensure!(fault.contains("does not list") && fault.contains("listed twice"), "the site map is said to be: {fault}");
    Ok(())
}

fn budgets() -> Result<toml::Table> {
    Ok(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../budgets.toml"))?.parse()?)
}

/// The name of a file without its hash; the numbers of chunks are the splitter's own.
fn plain(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let stem = stem.rsplit_once('-').filter(|(_, hash)| hash.len() == 16).map_or(stem, |(stem, _)| stem);
    let stem = if stem.starts_with("chunk_") { "chunk" } else { stem };
    ["wasm", "js", "css"].contains(&extension).then(|| format!("{stem}.{extension}"))
}

#[test]
fn each_file_keeps_within_its_budget() -> Outcome {
    let budgets = budgets()?;
    let budgets = budgets["files"].as_table().context("budgets of files")?;
    let mut met = Vec::new();
    for entry in fs::read_dir(Site::fixtures().folder())? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| plain(name.to_str()?)) else { continue };
        let budget =
            budgets.get(&name).and_then(toml::Value::as_integer).with_context(|| format!("no budget for {name}"))?;
        let size = gzipped(&path)?;
        ensure!(size <= budget.try_into()?, "{name} has {size} bytes, of {budget}");
        met.push(name);
    }
    for name in budgets.keys() {
        ensure!(met.contains(name), "there is a budget for {name}, and no such file");
    }
    Ok(())
}

/// Opens a page and waits until the program is here, without a sign that the page is about to be used.
pub async fn open_asleep(browser: &Browser, place: &str) -> Outcome {
    browser.go(place).await?;
    let is_quiet = "return ['here', 'frame'].includes(document.documentElement.dataset.program)";
    let what = format!("the program is here, and {place} is not its own");
    browser.holds(&what, is_quiet).await
}

#[tokio::test]
async fn every_kind_of_page_loads_one_wasm_and_keeps_within_the_budget() -> Outcome {
    let budget = budgets()?["first-load"].as_integer().context("a budget of the first load")?;
    for place in KINDS {
        // Each in a browser of its own: what a worker keeps comes without a size on the way.
        visit(async |browser| {
            open_asleep(browser, place).await?;
            let files = fetched(browser).await?;
            let wasm = files.iter().filter(|(name, size)| name.ends_with(".wasm") && *size > 0).count();
            ensure!(wasm == 1, "{place} fetches {wasm} files of WASM: {files:#?}");
            let all: u64 = files.iter().map(|(_, size)| size).sum();
            ensure!(all <= budget.try_into()?, "{place} weighs {all} bytes: {files:#?}");
            browser.settled().await?;
            let state = browser.eval("return document.documentElement.dataset.program").await?;
            ensure!(state == "here", "the program of {place} runs for who only reads: {state}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_moves_and_nothing_is_made_anew_when_the_program_takes_a_page_over() -> Outcome {
    for place in KINDS[..5].iter().chain(&["about/"]) {
        visit(async |browser| {
            // What stands is noted before any script of the page runs but the first.
            let watch = "addEventListener('DOMContentLoaded', () => { window.stood = [...document.querySelectorAll('#app *')] })";
            browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await?;
            open_asleep(browser, place).await?;
            let watch = "window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(entry => moved.push(\
                [entry.value, entry.startTime, ...entry.sources.map(each => each.node?.outerHTML?.slice(0, 99))])))\
                .observe({ type: 'layout-shift', buffered: true });\
                window.said = document.body.innerText; \
                document.querySelector('#main :is(a, button)').focus({ focusVisible: true }); scrollTo(0, 40); window.down = scrollY;\
                const texts = document.createTreeWalker(document.querySelector('#main h1'), NodeFilter.SHOW_TEXT);\
                const first = texts.nextNode(); while (texts.nextNode());\
                getSelection().setBaseAndExtent(first, 0, texts.currentNode, texts.currentNode.length);\
                window.chosen = `${getSelection()}`";
            browser.eval(watch).await?;
            browser.has_started().await?;
            browser.settled().await?;
            // What belongs to answers comes with them, to a page that says anything of settings at once; it has no words then.
            if *place == "about/" {
                let is_there = "return document.querySelector('.save-state') && document.querySelector('.banners')";
                browser.holds("what belongs to answers is there", &format!("{is_there} !== null")).await?;
            }
            let same = "const now = [...document.querySelectorAll('#app *')].filter(each => !each.closest('.save-state, .banners'));\
                return now.length === stood.length && now.every((element, at) => element === stood[at])";
            browser.holds(&format!("{place} stands as it stood"), same).await?;
            let words = "const words = text => text.replace(/\\n+/g, '\\n'); return words(document.body.innerText) === words(said)";
            browser.holds("the words are the same", words).await?;
            let moved = browser.eval("return JSON.stringify(moved)").await?;
            ensure!(moved == "[]", "these moved: {moved}");
            let focus = "return document.activeElement === document.querySelector('#main :is(a, button)')";
            browser.holds("the focus stays", focus).await?;
            let rest = "return scrollY === down && chosen !== '' && `${getSelection()}` === chosen";
            browser.holds("what is scrolled and selected stays", rest).await
        })
        .await
        .with_context(|| format!("on {place:?}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_pages_can_be_read_and_lead_to_each_other() -> Outcome {
    Setup::fixtures()
        .scripts_denied()
        .run(async |browser| {
            browser.go("").await?;
            browser.reads("JavaScript is off in this browser.").await?;
            browser.click("link", "Bakery").await?;
            browser.reads("What each level expects").await?;
            browser.click_first("thead a.matrix-level", "/./").await?;
            browser.is_at("ladders/bakery/apprentice/").await?;
            browser.go("compare/bakery/apprentice/baker/").await?;
            browser.reads("Apprentice → Baker").await?;
            let hidden =
                browser.eval("return getComputedStyle(document.querySelector('.site-search')).display").await?;
            ensure!(hidden == "none", "search is offered and cannot be had");
            for place in &KINDS[4..] {
                browser.go(place).await?;
                browser.reads("all that you would enter").await?;
                let fields = "return [...document.querySelectorAll('#main :is(button, input, select, textarea, label)')] \
                    .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 99))";
                let fields = browser.eval(fields).await?;
                ensure!(fields == json!([]), "{place} offers what would be lost: {fields}");
            }
            Ok(())
        })
        .await
}

/// The main file of the program, by the browser's own log: asked for once, whatever brings it.
#[tokio::test]
async fn the_program_is_asked_of_the_network_once() -> Outcome {
    for place in ["ladders/bakery/", "nowhere/", "ladders/bakry/", "ladders/bakery/?show=whole"] {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("network.json");
        // The worker, which takes what it keeps for itself, does not come.
        let release = Releases::of_fixtures()?;
        fs::write(release.path("sw.js.held"), "")?;
        release
            .setup()
            .expecting_errors()
            .network_log(file.clone())
            .run(async |browser| {
                browser.go(place).await?;
                browser.has_started().await
            })
            .await?;
        let log = NetworkLog::read(&file)?;
        let is_main = |url: &str| url.contains("/rungs-") && url.ends_with(".wasm");
        let asked = log.requests().iter().filter(|request| is_main(&request.url)).count();
        ensure!(asked == 1, "{place} asks {asked} times for the program");
    }
    Ok(())
}

/// What is said to whom something is stored of needs styles that a page as it was printed does not have, and a place of its own.
#[tokio::test]
async fn a_page_does_not_move_where_something_is_stored() -> Outcome {
    for width in [360, 412, 1280] {
        Setup::fixtures()
            .width(width)
            .run(async |browser| {
                browser.go("about/").await?;
                browser.eval("localStorage.setItem('rungs:/rungs/:settings', '{\"format\":\"settings\",\"version\":1,\"saved\":1,\"data\":{}}')").await?;
                let watch = "window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(entry => moved.push(\
                    [entry.value, ...entry.sources.map(each => each.node?.outerHTML?.slice(0, 99))])))\
                    .observe({ type: 'layout-shift', buffered: true })";
                browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await?;
                stays_still(browser, width, ".save-state").await?;
                let plant = "localStorage.setItem('rungs:/rungs/:assessment:bakery', 'broken'); \
                    localStorage.setItem('rungs:/rungs/:assessment:orchestra', \
                        JSON.stringify({ format: 'assessment', version: 99, saved: 1, data: {} }))";
                browser.eval(plant).await?;
                stays_still(browser, width, ".banner").await
            })
            .await?;
    }
    Ok(())
}

/// Opens pages on which this is to come, and fails if anything moves because of it.
async fn stays_still(browser: &Browser, width: u32, what: &str) -> Outcome {
    for place in ["ladders/bakery/", "ladders/bakery/baker/", "compare/bakery/apprentice/baker/", "about/", "data/"] {
        browser.go(place).await?;
        browser
            .holds(&format!("{what} is there"), &format!("return document.querySelector('{what}') !== null"))
            .await?;
        browser.has_started().await?;
        browser.settled().await?;
        let moved = browser.eval("return JSON.stringify(moved)").await?;
        ensure!(moved == "[]", "on {place} at {width} {what} moves {moved}");
    }
    Ok(())
}

/// What a visitor does while the WASM is on its way.
#[tokio::test]
async fn clicks_before_the_program_is_there_are_done_when_it_is() -> Outcome {
    let held = Held::program()?;
    held.setup()
        .run(async |browser| {
            browser.go("ladders/bakery/").await?;
            browser.click("radio", "Whole text").await?;
            browser.fill("Search all ladders", "dough").await?;
            browser.holds("it is waiting", "return !document.documentElement.dataset.program").await?;
            held.let_go()?;
            browser.is_at("ladders/bakery/?show=whole").await?;
            browser.sees("option", "/./").await
        })
        .await
}

#[tokio::test]
async fn a_page_that_cannot_be_woken_can_be_read_and_says_so() -> Outcome {
    let release = Releases::of_fixtures()?;
    let (there, gone) = (release.named("split_reading")?, release.path("gone"));
    fs::rename(&there, &gone)?;
    release.setup()
        .expecting_errors()
        .run(async |browser| {
            open_asleep(browser, "ladders/bakery/").await?;
            browser.eval("dispatchEvent(new Event('pointermove'))").await?;
            browser.reads("This page can be read").await?;
            browser.sees("heading", "What each level expects").await?;
            // Who moves the pointer does not ask again; the button does.
            let asked = "return performance.getEntriesByType('resource').filter(each => each.name.includes('split_reading')).length";
            let once = browser.eval(asked).await?;
            browser.eval("for (let i = 0; i < 5; i++) dispatchEvent(new Event('pointermove'))").await?;
            browser.settled().await?;
            ensure!(browser.eval(asked).await? == once, "a moved pointer asks for the part again");
            fs::rename(&gone, &there)?;
            browser.click("button", "Try again").await?;
            browser.click("radio", "Whole text").await?;
            browser.is_at("ladders/bakery/?show=whole").await
        })
        .await
}

#[tokio::test]
async fn a_page_that_was_gone_to_does_not_bear_the_address_of_the_one_before() -> Outcome {
    visit(async |browser| {
        browser.open("ladders/bakery/").await?;
        let canonical = "return document.querySelector('link[rel=canonical]')?.href ?? null";
        ensure!(browser.eval(canonical).await? == "https://ladders.example/rungs/ladders/bakery/");
        browser.click("link", "About and privacy").await?;
        browser.is_at("about/").await?;
        browser.holds("no canonical address", "return !document.querySelector('link[rel=canonical]')").await
    })
    .await
}

#[tokio::test]
async fn on_paper_nothing_of_a_matrix_or_of_a_level_is_cut_off_or_folded() -> Outcome {
    visit(async |browser| {
        open_asleep(browser, "ladders/bakery/").await?;
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let is_whole = "return ['.matrix-scroller', '.map-scroller'].every(each => { \
            const part = document.querySelector(each); \
            return part.scrollWidth <= part.clientWidth && part.scrollHeight <= part.clientHeight + 1 })";
        browser.holds("matrix and map are as wide as the sheet", is_whole).await?;
        browser.go("ladders/bakery/baker/").await?;
        let is_seen = "const folded = [...document.querySelectorAll('details.inherited li')]; \
            return folded.length > 0 && folded.every(each => each.checkVisibility({ contentVisibilityAuto: true }))";
        browser.holds("what is inherited is unfolded", is_seen).await
    })
    .await
}
