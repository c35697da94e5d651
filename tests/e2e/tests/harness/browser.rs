//! A browser as a person uses it: things are found by role and name, and every act waits until it can be done.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::{Outcome, Setup};

/// How long a condition may take to come true, on a slow machine that does other things as well.
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// A browser window on a site.
pub struct Browser {
    /// The session itself, for what this type does not offer.
    pub driver: WebDriver,
    address: String,
}

impl Browser {
    pub(super) fn new(driver: WebDriver, setup: &Setup) -> Result<Self> {
        Ok(Self { driver, address: setup.site.address()? })
    }

    /// The address of a place, which is written as it stands below the base path.
    pub fn url(&self, place: &str) -> String {
        format!("{}{place}", self.address)
    }

    /// Where the browser is, below the base path.
    pub async fn place(&self) -> Result<String> {
        let url = self.driver.current_url().await?.to_string();
        Ok(url.strip_prefix(&self.address).with_context(|| format!("{url} is not on the site"))?.to_owned())
    }

    /// Opens a place, whatever becomes of it.
    pub async fn go(&self, place: &str) -> Outcome {
        Ok(self.driver.goto(self.url(place)).await?)
    }

    /// Opens a place and waits until the app has started.
    pub async fn open(&self, place: &str) -> Outcome {
        self.go(place).await?;
        self.has_started().await
    }

    /// Reloads the page and waits until the app has started.
    pub async fn reload(&self) -> Outcome {
        self.driver.refresh().await?;
        self.has_started().await
    }

    /// Moves the pointer, as whoever is about to use the page does, and waits until the program has the page.
    pub async fn has_started(&self) -> Outcome {
        self.holds(
            "the app has started",
            "dispatchEvent(new Event('pointermove')); return document.documentElement.dataset.program === 'page'",
        )
        .await
    }

    /// Waits until a script returns true.
    pub async fn holds(&self, what: &str, script: &str) -> Outcome {
        self.until(what, async || Ok(self.eval(script).await?.as_bool().unwrap_or(false).then_some(()))).await
    }

    /// What a script returns.
    pub async fn eval(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Waits until `look` finds something. A thing that goes away while it is looked at is looked for again.
    pub async fn until<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        let mut last = String::new();
        loop {
            match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => {}
                Err(fault) if passing(&fault) => last = format!(" ({fault:#})"),
                Err(fault) => return Err(fault).with_context(|| format!("while waiting: {what}")),
            }
            if Instant::now() > end {
                bail!("not within {} s: {what}{last}", PATIENCE.as_secs());
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// All that can be seen now with this role and name (exact, or a `/pattern/`).
    pub async fn all(&self, role: &str, name: Option<&str>) -> Result<Vec<WebElement>> {
        let found = self.driver.execute(include_str!("find.js"), vec![json!(role), json!(name)]).await?;
        Ok(found.elements()?)
    }

    /// Waits for the thing with this role and name; several of one name are an error of the test.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        let what = format!("one {role} {name:?}");
        self.until(&what, async || Ok(only(self.all(role, Some(name)).await?))).await
    }

    /// Waits for a thing inside another.
    pub async fn find_in(&self, outer: &WebElement, role: &str, name: &str) -> Result<WebElement> {
        let what = format!("one {role} {name:?} inside");
        self.until(&what, async || Ok(only(self.all_in(outer, role, name).await?))).await
    }

    /// All that can be seen now with this role and name inside another thing.
    async fn all_in(&self, outer: &WebElement, role: &str, name: &str) -> Result<Vec<WebElement>> {
        let arguments = vec![json!(role), json!(name), outer.to_json()?];
        Ok(self.driver.execute(include_str!("find.js"), arguments).await?.elements()?)
    }

    /// Waits for the first of all with this role and name.
    pub async fn first(&self, role: &str, name: &str) -> Result<WebElement> {
        let what = format!("some {role} {name:?}");
        self.until(&what, async || Ok(self.all(role, Some(name)).await?.into_iter().next())).await
    }

    /// Waits until there is at least one thing with this role and name.
    pub async fn sees(&self, role: &str, name: &str) -> Outcome {
        self.first(role, name).await.map(drop)
    }

    /// Waits until there is none.
    pub async fn sees_no(&self, role: &str, name: &str) -> Outcome {
        let what = format!("no {role} {name:?}");
        self.until(&what, async || Ok(self.all(role, Some(name)).await?.is_empty().then_some(()))).await
    }

    /// Clicks the one thing with this role and name; a radio button or checkbox by its label, as it is drawn.
    pub async fn click(&self, role: &str, name: &str) -> Outcome {
        let what = format!("a click on the {role} {name:?}");
        self.click_when(&what, async || Ok(only(self.all(role, Some(name)).await?))).await
    }

    /// Clicks the one thing with this role and name inside another.
    pub async fn click_in(&self, outer: &WebElement, role: &str, name: &str) -> Outcome {
        let what = format!("a click on the {role} {name:?} inside");
        self.click_when(&what, async || Ok(only(self.all_in(outer, role, name).await?))).await
    }

    /// Clicks the first of all with this role and name.
    pub async fn click_first(&self, role: &str, name: &str) -> Outcome {
        let what = format!("a click on the first {role} {name:?}");
        self.click_when(&what, async || Ok(self.all(role, Some(name)).await?.into_iter().next())).await
    }

    /// Clicks what is found, as soon as nothing else is in the way: pages move while they are being read.
    async fn click_when(&self, what: &str, mut find: impl AsyncFnMut() -> Result<Option<WebElement>>) -> Outcome {
        let act = async || match find().await? {
            Some(found) => Ok(Some(self.target_of(found).await?.click().await?)),
            None => Ok(None),
        };
        self.until(what, act).await
    }

    /// Where to click for it, brought into sight as a person would: the driver leaves it beneath a header that stays.
    async fn target_of(&self, found: WebElement) -> Result<WebElement> {
        let script = "const found = arguments[0]; \
            const target = found.labels?.length && /radio|checkbox/.test(found.type) ? found.labels[0] : found; \
            const box = target.getBoundingClientRect(); \
            const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); \
            if (!target.contains(seen)) target.scrollIntoView({ block: 'center', behavior: 'instant' }); \
            return target";
        Ok(self.driver.execute(script, vec![found.to_json()?]).await?.element()?)
    }

    /// Chooses an option of a list by the list's name and its own.
    pub async fn choose(&self, list: &str, option: &str) -> Outcome {
        let list = self.find("combobox", list).await?;
        self.click_in(&list, "option", option).await
    }

    /// Whether the focus is on the thing with this role and name.
    pub async fn is_focused(&self, role: &str, name: &str) -> Result<bool> {
        let focused = self.driver.active_element().await?;
        Ok(self.all(role, Some(name)).await?.contains(&focused))
    }

    /// Lets the page save files into a folder.
    pub async fn downloads_to(&self, folder: &Path) -> Outcome {
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
        self.driver.cdp().send_raw("Browser.setDownloadBehavior", behaviour).await?;
        Ok(())
    }

    /// Waits for a file that the page saves into a folder, whose name begins and ends like this: until it is whole, for
    /// the browser gives it its name before it has written a byte of it.
    pub async fn saved(&self, folder: &Path, beginning: &str, ending: &str) -> Result<PathBuf> {
        let fits = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.starts_with(beginning) && name.ends_with(ending)
        };
        let mut before = 0;
        let look = async || {
            let found = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).find(fits);
            let size = found.as_ref().map_or(0, |path| fs::metadata(path).map_or(0, |file| file.len()));
            let is_whole = size > 0 && size == before;
            before = size;
            Ok(found.filter(|_| is_whole))
        };
        self.until(&format!("the saved file {beginning:?} … {ending:?}"), look).await
    }

    /// Waits until all transitions and animations that end have ended, and the page is painted.
    pub async fn settled(&self) -> Outcome {
        let script = "return Promise.all(document.getAnimations() \
            .filter(each => each.effect.getComputedTiming().endTime < Infinity).map(each => each.finished.catch(() => {}))) \
            .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))";
        self.eval(script).await.map(drop)
    }

    /// Replaces what stands in a text box.
    pub async fn fill(&self, name: &str, text: &str) -> Outcome {
        let act = async || match only(self.all("textbox", Some(name)).await?) {
            Some(field) => {
                field.clear().await?;
                Ok(Some(field.send_keys(text).await?))
            }
            None => Ok(None),
        };
        self.until(&format!("{text:?} in the text box {name:?}"), act).await
    }

    /// Chooses a file in the field of that name, as often as the browser needs: now and then Chromium's driver names the
    /// file before its page may look into it, and then the page finds it empty.
    pub async fn choose_file(&self, name: &str, file: &Path) -> Outcome {
        let field = self.find("input[type=file]", name).await?;
        let path = file.to_str().context("a path in UTF-8")?;
        let is_empty = fs::metadata(file)?.len() == 0;
        let note = "arguments[0].addEventListener('change', ({ target }) => (window.chosenSize = target.files[0].size), \
                    { capture: true, once: true }); window.chosenSize = undefined";
        self.until(&format!("{path:?} is chosen"), async || {
            self.driver.execute(note, vec![field.to_json()?]).await?;
            field.send_keys(path).await?;
            let size =
                self.until("the size of the file", async || Ok(self.eval("return window.chosenSize").await?.as_u64()));
            Ok((is_empty || size.await? > 0).then_some(()))
        })
        .await
    }

    /// Types into whatever has the focus.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// All the words that can be seen on the page.
    pub async fn text(&self) -> Result<String> {
        Ok(self.eval("return document.body.innerText").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page shows these words.
    pub async fn reads(&self, words: &str) -> Outcome {
        let what = format!("the page says {words:?}");
        self.until(&what, async || Ok(self.text().await?.contains(words).then_some(()))).await
    }

    /// Waits until the address bar shows this place.
    pub async fn is_at(&self, place: &str) -> Outcome {
        let what = format!("the address {place:?}");
        self.until(&what, async || Ok((self.place().await? == place).then_some(())))
            .await
            .with_context(|| format!("the browser is elsewhere than at {place:?}"))
    }

    /// Gives the page these many CSS pixels, fewer than a window can have if need be.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Shows the page in light or dark colours.
    pub async fn colours(&self, scheme: &str) -> Outcome {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Fails if the console holds an error; reading it empties it.
    pub async fn has_no_errors(&self) -> Outcome {
        let errors: Vec<_> = self.console_errors().await?;
        ensure!(errors.is_empty(), "the console reports {errors:#?}");
        Ok(())
    }

    /// The errors that the console holds, and the violations of the content security policy among them. That a page
    /// comes with status 404 is none: so GitHub Pages serves what has no file of its own.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let entries = self.driver.handle().browser_log().await?;
        let faults =
            entries.into_iter().filter(|entry| entry.level == "SEVERE" && !is_page_without_file(&entry.message));
        Ok(faults.map(|entry| entry.message).collect())
    }

    /// Leaves a picture and the page of a failed test in `target/e2e`.
    pub(super) async fn keep_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/e2e");
        // A failed test is reported all the same when its picture cannot be kept.
        let _ = std::fs::create_dir_all(&folder);
        let _ = self.driver.screenshot(&folder.join(format!("{name}.png"))).await;
        if let Ok(source) = self.driver.source().await {
            let _ = std::fs::write(folder.join(format!("{name}.html")), source);
        }
        for error in self.console_errors().await.unwrap_or_default() {
            eprintln!("console: {error}");
        }
    }
}

/// "http://…/rungs/data/?x=y - Failed to load resource: the server responded with a status of 404 ()"
fn is_page_without_file(message: &str) -> bool {
    let url = message.split(" - ").next().unwrap_or_default();
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let is_page = path.rsplit('/').next().is_some_and(|last| !last.contains('.'));
    is_page && message.contains("status of 404")
}

/// Whether a fault is one of those that pass: the page is just changing under our hands.
fn passing(fault: &anyhow::Error) -> bool {
    let text = format!("{fault:#}");
    ["stale element", "element click intercepted", "not interactable", "no such execution context"]
        .iter()
        .any(|each| text.contains(each))
}

fn only(mut found: Vec<WebElement>) -> Option<WebElement> {
    if found.len() == 1 { found.pop() } else { None }
}
