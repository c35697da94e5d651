//! What someone does while a page wakes: nothing of it is lost, and nothing is taken from who only reads.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Browser, Outcome, Releases, Setup};
use crate::printed::open_asleep;

/// A site of which one file does not arrive until it is let go.
pub struct Held {
    release: Releases,
    /// While it is there, the server holds the file back.
    mark: PathBuf,
}

impl Held {
    /// The part that shows ladders is held back.
    fn reading() -> Result<Self> {
        Self::new(|release| release.named("split_reading"))
    }

    /// The main file of the program is held back.
    pub fn program() -> Result<Self> {
        Self::new(|release| release.main_file("wasm"))
    }

    fn new(file: impl FnOnce(&Releases) -> Result<PathBuf>) -> Result<Self> {
        let release = Releases::of_fixtures()?;
        let mut mark = file(&release)?.into_os_string();
        mark.push(".held");
        fs::write(&mark, "")?;
        Ok(Self { release, mark: mark.into() })
    }

    /// A browser on the site.
    pub fn setup(&self) -> Setup {
        self.release.setup()
    }

    /// From now on the file arrives.
    pub fn let_go(&self) -> Outcome {
        Ok(fs::remove_file(&self.mark)?)
    }
}

const MOVE: &str = "dispatchEvent(new Event('pointermove'))";
const IS_AWAKE: &str = "return document.documentElement.dataset.program === 'page'";
const IS_VISIBLE: &str = "return getComputedStyle(document.getElementById('main')).visibility === 'visible'";

async fn wakes(browser: &Browser, held: &Held) -> Outcome {
    held.let_go()?;
    browser.holds("the page is the program's", IS_AWAKE).await
}

#[tokio::test]
async fn a_link_that_overtakes_the_waking_shows_its_page() -> Outcome {
    let held = Held::reading()?;
    held.setup()
        .run(async |browser| {
            open_asleep(browser, "ladders/bakery/?show=whole").await?;
            browser.eval("document.querySelector('.site-nav a[href$=\"/compare/\"]').click()").await?;
            wakes(browser, &held).await?;
            browser.is_at("compare/").await?;
            browser.holds("the page is seen", IS_VISIBLE).await
        })
        .await
}

#[tokio::test]
async fn a_page_that_wakes_leaves_who_reads_it_where_they_are() -> Outcome {
    let held = Held::reading()?;
    held.setup()
        .run(async |browser| {
            open_asleep(browser, "ladders/bakery/#competency-guests").await?;
            browser.holds("the browser went there", "return scrollY > 100").await?;
            browser.eval(&format!("scrollTo(0, 0); {MOVE}")).await?;
            browser.settled().await?;
            browser.holds("nobody is told that it wakes", "return !document.querySelector('[aria-busy]')").await?;
            wakes(browser, &held).await?;
            browser.holds("the part is marked", "return document.querySelector('.is-pointed-at') !== null").await?;
            browser.settled().await?;
            let down = browser.eval("return scrollY").await?;
            ensure!(down == 0, "the page went to {down} by itself");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_menu_that_is_opened_first_stays_open() -> Outcome {
    let held = Held::reading()?;
    held.setup()
        .width(375)
        .run(async |browser| {
            open_asleep(browser, "ladders/bakery/").await?;
            browser.click("button", "Menu").await?;
            wakes(browser, &held).await?;
            browser.settled().await?;
            browser.holds("it is open", "return document.querySelector('.site-nav').matches('.is-open:focus')").await
        })
        .await
}

#[tokio::test]
async fn what_is_typed_keeps_its_caret_when_the_program_comes() -> Outcome {
    let held = Held::program()?;
    held.setup()
        .run(async |browser| {
            browser.go("ladders/bakery/").await?;
            browser.fill("Search all ladders", "dough").await?;
            browser.eval("document.getElementById('search-input').setSelectionRange(1, 3)").await?;
            wakes(browser, &held).await?;
            browser.sees("option", "/./").await?;
            let caret = "const field = document.getElementById('search-input'); \
                return `${field.value} ${field.selectionStart} ${field.selectionEnd}`";
            let caret = browser.eval(caret).await?;
            ensure!(caret == "dough 1 3", "{caret}");
            Ok(())
        })
        .await
}

/// Enter opens the best result once there is one, however early it comes.
async fn enter_waits(held: Held, meanwhile: &str) -> Outcome {
    held.setup()
        .run(async |browser| {
            browser.go("about/").await?;
            browser.press("/").await?;
            browser.press("dough").await?;
            browser.press(Key::Enter + "").await?;
            browser.holds("it waits", meanwhile).await?;
            browser.is_at("about/").await?;
            held.let_go()?;
            browser.holds("a result is opened", "return !location.pathname.includes('about')").await?;
            browser.reads("dough").await?;
            let left = "return document.activeElement.id !== 'search-input'";
            browser.holds("the field has let go", left).await
        })
        .await
}

#[tokio::test]
async fn enter_before_the_program_or_the_index_is_there_opens_the_best_result() -> Outcome {
    enter_waits(Held::program()?, "return !document.documentElement.dataset.program").await?;
    let is_preparing = "return document.querySelector('.site-search [role=status]').textContent === 'Preparing search'";
    enter_waits(Held::new(|release| release.named("split_search"))?, is_preparing).await
}

/// A key that wakes the program is not lost between it and what keeps keys before it is there: pressed for real, since
/// between the listeners of such a key the program could begin.
#[tokio::test]
async fn a_key_that_wakes_the_program_leads_where_it_leads() -> Outcome {
    Setup::fixtures()
        .run(async |browser| {
            for _ in 0..5 {
                open_asleep(browser, "about/").await?;
                browser.press("/").await?;
                browser.settled().await?;
                browser.holds("the field has the focus", "return document.activeElement.id === 'search-input'").await?;
            }
            open_asleep(browser, "about/").await?;
            browser.press("w").await?;
            browser.sees("dialog", "Note a win").await
        })
        .await
}

const IS_SEARCHING: &str = "document.activeElement.id === 'search-input'";
const IS_NOTING: &str = "document.querySelector('dialog[open]') !== null";

/// Presses keys where letters were switched off or not, while a file is held back that is not here without a sign of use;
/// lets it go, and waits until the switch stands as it was set.
async fn pressed_early(held: &Held, keys: &str, is_off: bool, then: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    let settings = json!({ "format": "settings", "version": 1, "saved": 1,
        "data": { "slash_off": { "at": 1, "value": is_off } } });
    held.setup()
        .run(async |browser| {
            browser.go("about/").await?;
            let plant = format!("localStorage.setItem('rungs:/rungs/:settings', {})", json!(settings.to_string()));
            browser.eval(&plant).await?;
            browser.go("about/").await?;
            let note =
                "window.taken = []; addEventListener('keydown', event => window.taken.push(event.defaultPrevented))";
            browser.eval(note).await?;
            browser.press(keys).await?;
            held.let_go()?;
            let switch = format!("return document.querySelector('.about-switch input')?.checked === {}", !is_off);
            browser.holds("the switch is there", &switch).await?;
            browser.holds("what is stored is read", "return document.querySelector('.save-state') !== null").await?;
            then(browser).await
        })
        .await
}

#[tokio::test]
async fn letters_that_are_switched_off_before_settings_can_be_read_are_off() -> Outcome {
    let held = Held::new(|release| release.named("split_answers"))?;
    held.setup()
        .run(async |browser| {
            open_asleep(browser, "about/").await?;
            browser.click("checkbox", "/leads to the search field/").await?;
            held.let_go()?;
            browser.holds("the page is the program's", IS_AWAKE).await?;
            browser
                .holds("it is stored", "return /\"value\":true/.test(localStorage['rungs:/rungs/:settings'])")
                .await?;
            let is_off = "return document.querySelector('.about-switch input').checked === false";
            browser.holds("the box is as it was left", is_off).await
        })
        .await
}

#[tokio::test]
async fn a_box_that_is_ticked_and_unticked_before_the_program_is_there_narrows_nothing() -> Outcome {
    let held = Held::reading()?;
    held.setup()
        .run(async |browser| {
            open_asleep(browser, "compare/bakery/apprentice/baker/").await?;
            browser.eval("document.querySelector('.compare-filter').open = true").await?;
            for _ in 0..2 {
                browser.eval("document.querySelector('.compare-boxes input').click()").await?;
            }
            wakes(browser, &held).await?;
            browser.settled().await?;
            browser.is_at("compare/bakery/apprentice/baker/").await?;
            browser.holds("no box is ticked", "return document.querySelector('.compare-boxes :checked') === null").await
        })
        .await
}

/// Whoever has stored something has the same keys from the first moment.
#[tokio::test]
async fn letters_that_were_not_switched_off_lead_where_they_lead_before_what_is_stored_is_read() -> Outcome {
    for held in [Held::program()?, Held::new(|release| release.named("split_answers"))?] {
        pressed_early(&held, "/how", false, async |browser| {
            let asks = format!("return {IS_SEARCHING} && document.activeElement.value === 'how' && !({IS_NOTING})");
            browser.holds("what was typed after it stands in the field", &asks).await
        })
        .await?;
    }
    for held in [Held::program()?, Held::new(|release| release.named("split_answers"))?] {
        pressed_early(&held, "w", false, async |browser| browser.sees("dialog", "Note a win").await).await?;
    }
    Ok(())
}

#[tokio::test]
async fn letters_that_were_switched_off_stay_the_browsers_before_what_is_stored_is_read() -> Outcome {
    for held in [Held::program()?, Held::new(|release| release.named("split_answers"))?] {
        pressed_early(&held, "/w", true, async |browser| {
            let taken = browser.eval("return window.taken").await?;
            ensure!(taken == json!([false, false]), "the keys were taken: {taken}");
            browser.eval("document.querySelector('.about-switch input').click()").await?;
            browser.holds("it is on", "return document.querySelector('[aria-keyshortcuts^=\"/\"]') !== null").await?;
            browser.settled().await?;
            browser.holds("nothing comes of them later", &format!("return !({IS_SEARCHING}) && !({IS_NOTING})")).await
        })
        .await?;
    }
    Ok(())
}

/// A form is sent by its button or by Enter; what is in it is the program's.
#[tokio::test]
async fn a_form_that_is_sent_before_the_program_is_there_is_read_when_it_is() -> Outcome {
    for held in [Held::program()?, Held::new(|release| release.named("split_growing"))?] {
        held.setup()
            .run(async |browser| {
                browser.go("growth/").await?;
                browser.fill("Name a priority of the company", "Fresh bread").await?;
                browser.click_first(".growth-add button", "Add").await?;
                browser.holds("that it waits is said", "return document.body.ariaBusy === 'true'").await?;
                held.let_go()?;
                browser.holds("the page is the program's", IS_AWAKE).await?;
                browser.sees("text", "Saved").await?;
                let stored = "return localStorage.getItem('rungs:/rungs/:growth')?.includes('Fresh bread') ?? false";
                browser.holds("the priority is stored", stored).await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn before_the_program_is_there_a_key_leads_to_search_and_what_waits_is_said() -> Outcome {
    let held = Held::program()?;
    held.setup()
        .run(async |browser| {
            browser.go("ladders/bakery/").await?;
            browser.press("/").await?;
            ensure!(browser.is_focused("combobox", "Search all ladders").await?, "the field has not the focus");
            let field = "return document.getElementById('search-input').value === ''";
            browser.holds("the key is not typed", field).await?;
            browser
                .eval("document.querySelector('.map-choice').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
                .await?;
            browser.holds("that something waits is told", "return document.body.ariaBusy === 'true'").await?;
            wakes(browser, &held).await?;
            browser.holds("and no more when it is done", "return !document.body.ariaBusy").await
        })
        .await
}

#[tokio::test]
async fn of_choices_made_one_after_another_the_last_one_holds() -> Outcome {
    let held = Held::program()?;
    held.setup()
        .run(async |browser| {
            browser.go("ladders/bakery/").await?;
            for choice in ["Whole text", "What changes", "Whole text"] {
                browser.click("radio", choice).await?;
            }
            wakes(browser, &held).await?;
            browser.is_at("ladders/bakery/?show=whole").await
        })
        .await
}

#[tokio::test]
async fn what_others_add_to_a_link_holds_nothing_back() -> Outcome {
    let held = Held::reading()?;
    held.setup()
        .run(async |browser| {
            open_asleep(browser, "ladders/bakery/?utm_source=chat").await?;
            browser.holds("the page is seen", IS_VISIBLE).await?;
            browser.eval(MOVE).await?;
            wakes(browser, &held).await?;
            browser.is_at("ladders/bakery/").await
        })
        .await
}

#[tokio::test]
async fn a_page_stays_where_the_network_goes_before_the_program_came() -> Outcome {
    let held = Held::program()?;
    held.setup()
        .expecting_errors()
        .run(async |browser| {
            browser.go("ladders/bakery/").await?;
            held.release.site.stop();
            browser.reads("A part of this page did not load").await?;
            browser.sees("heading", "What each level expects").await
        })
        .await
}

#[tokio::test]
async fn where_the_program_does_not_come_links_lead_where_they_lead() -> Outcome {
    let release = Releases::of_fixtures()?;
    fs::remove_file(release.main_file("wasm")?)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            browser.go("ladders/bakery/baker/").await?;
            browser.reads("A part of this page did not load").await?;
            let link = "document.querySelector('#main a[data-acts][href*=\"/assess/\"]').click()";
            browser.eval(link).await?;
            browser.holds("it leads there", "return location.pathname.endsWith('/assess/bakery/')").await?;
            browser.reads("A part of this page did not load").await
        })
        .await
}

#[tokio::test]
async fn where_a_page_cannot_wake_its_links_lead_where_they_lead() -> Outcome {
    let release = Releases::of_fixtures()?;
    fs::remove_file(release.named("split_reading")?)?;
    release
        .setup()
        .expecting_errors()
        .run(async |browser| {
            open_asleep(browser, "ladders/bakery/baker/").await?;
            let click = "document.querySelector('#main a[data-acts][href*=\"/assess/\"]').click()";
            browser.eval(click).await?;
            browser.holds("it leads there", "return location.pathname.endsWith('/assess/bakery/')").await?;
            browser.holds("nothing waits", "return !document.body.ariaBusy").await
        })
        .await
}

#[tokio::test]
async fn a_menu_that_is_opened_before_the_program_comes_is_open_when_it_does() -> Outcome {
    let held = Held::program()?;
    held.setup()
        .width(375)
        .run(async |browser| {
            browser.go("ladders/bakery/").await?;
            browser.click("button", "Menu").await?;
            browser.holds("that it waits is shown", IS_SAID).await?;
            wakes(browser, &held).await?;
            browser.settled().await?;
            browser.holds("it is open", "return document.querySelector('.site-nav').matches('.is-open')").await
        })
        .await
}

/// A bar on top of the page.
const IS_SAID: &str = "return getComputedStyle(document.getElementById('main'), '::before').position === 'fixed'";
