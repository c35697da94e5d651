//! How a browser is set up for a test, and the frame in which a test runs.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Mutex;

use anyhow::{Context, Result};
use futures_util::FutureExt;
use serde_json::{Value, json};
use thirtyfour::common::capabilities::chrome::ChromeCapabilities;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::prelude::*;

use super::leashed::Leashed;
use super::{Browser, Outcome, Site};

/// What a test asks of its browser.
#[derive(Clone, Debug)]
pub struct Setup {
    pub(super) site: Site,
    width: u32,
    height: u32,
    preferences: Vec<(&'static str, Value)>,
    network_log: Option<PathBuf>,
    expects_errors: bool,
}

impl Setup {
    /// A window of 1280 by 900 on a site.
    pub fn of(site: Site) -> Self {
        Self { site, width: 1280, height: 900, preferences: Vec::new(), network_log: None, expects_errors: false }
    }

    /// The site of the test ladders.
    pub fn fixtures() -> Self {
        Self::of(Site::fixtures())
    }

    /// A window of another width.
    pub fn width(mut self, width: u32) -> Self {
        self.width = width;
        self
    }

    /// The browser refuses storage to every site, as a setting of its user.
    pub fn storage_denied(mut self) -> Self {
        self.preferences.push(("profile.default_content_setting_values.cookies", json!(2)));
        self
    }

    /// The browser runs no scripts, as a setting of its user.
    pub fn scripts_denied(mut self) -> Self {
        self.preferences.push(("profile.managed_default_content_settings.javascript", json!(2)));
        self
    }

    /// The browser writes its network log to a file.
    pub fn network_log(mut self, file: PathBuf) -> Self {
        self.network_log = Some(file);
        self
    }

    /// Errors in the console do not fail the test.
    pub fn expecting_errors(mut self) -> Self {
        self.expects_errors = true;
        self
    }

    /// Runs a test in a fresh browser of this kind, which is closed whatever becomes of the test.
    pub async fn run(self, test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
        let driver = WebDriver::new(chromedriver()?, self.capabilities()?).await.context("no browser")?;
        let browser = Browser::new(driver.clone(), &self)?;
        let whole = async {
            browser.resize(self.width, self.height).await?;
            test(&browser).await?;
            if self.expects_errors { Ok(()) } else { browser.has_no_errors().await }
        };
        let outcome = AssertUnwindSafe(whole).catch_unwind().await;
        if !matches!(outcome, Ok(Ok(()))) {
            browser.keep_evidence().await;
        }
        let closed = driver.quit().await;
        match outcome {
            Ok(outcome) => outcome.and(closed.context("the browser did not close")),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }

    fn capabilities(&self) -> Result<ChromeCapabilities> {
        let mut capabilities = DesiredCapabilities::chrome();
        if let Ok(path) = std::env::var("CHROME_PATH") {
            capabilities.set_binary(&path)?;
        }
        let window = format!("--window-size={},{}", self.width, self.height);
        let quiet = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
        let alone = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
        for argument in quiet.into_iter().chain(alone).chain([window.as_str()]) {
            capabilities.add_arg(argument)?;
        }
        if let Some(file) = &self.network_log {
            capabilities.add_arg(&format!("--log-net-log={}", file.display()))?;
            capabilities.add_arg("--net-log-capture-mode=Everything")?;
        }
        let preferences: serde_json::Map<_, _> =
            self.preferences.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        capabilities.add_experimental_option("prefs", preferences)?;
        capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        Ok(capabilities)
    }
}

/// Runs a test on the site of the test ladders.
pub async fn visit(test: impl AsyncFnOnce(&Browser) -> Outcome) -> Outcome {
    Setup::fixtures().run(test).await
}

static CHROMEDRIVER: Mutex<Option<(Leashed, String)>> = Mutex::new(None);

/// The address of the one chromedriver of all tests.
fn chromedriver() -> Result<String> {
    let mut running = CHROMEDRIVER.lock().expect("no test panics while it starts the driver");
    if let Some((_, address)) = running.as_ref() {
        return Ok(address.clone());
    }
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    let (driver, address) = Leashed::run("leash.mjs", &[&program, "--port=0"], |line| {
        let port = line.split_once("started successfully on port ")?.1.trim_end_matches('.');
        Some(format!("http://127.0.0.1:{port}"))
    })?;
    *running = Some((driver, address.clone()));
    Ok(address)
}
