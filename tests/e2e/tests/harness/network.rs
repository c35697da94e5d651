//! The browser's network log: what it asked of the network, and the bytes that it sent.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Site;

/// What a browser wrote down until it was closed.
pub struct NetworkLog {
    requests: Vec<Request>,
    /// The events as they were written, and the bytes that were sent.
    texts: Vec<String>,
}

/// A request that the browser began.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its method.
    pub method: String,
    /// Its whole address.
    pub url: String,
    /// Whether a page or one of its workers asked for it, and not the browser on its own account.
    is_of_page: bool,
}

impl NetworkLog {
    /// Reads a log as Chromium writes it with `--log-net-log`: one event a line.
    pub fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).context("the browser wrote no network log")?;
        let (head, events) = text.split_once("\"events\": [").context("the network log has no events")?;
        let head: Value = serde_json::from_str(&format!("{}}}", head.trim_end().trim_end_matches(',')))?;
        let types: BTreeMap<String, i64> = serde_json::from_value(head["constants"]["logEventTypes"].clone())?;
        let kind = |name: &str| types.get(name).copied().with_context(|| format!("the log knows no {name}"));
        let (start, bytes) = (kind("URL_REQUEST_START_JOB")?, kind("SOCKET_BYTES_SENT")?);
        let mut log = Self { requests: Vec::new(), texts: Vec::new() };
        for line in events.lines() {
            // The last line closes the list; it is no event.
            let Ok(event) = serde_json::from_str::<Value>(line.trim_end_matches(',')) else { continue };
            let (kind, parameters) = (event["type"].as_i64(), &event["params"]);
            let text = |name: &str| parameters[name].as_str().unwrap_or_default().to_owned();
            if kind == Some(start) && parameters["url"].is_string() {
                let is_of_page = text("initiator") != "not an origin";
                log.requests.push(Request { method: text("method"), url: text("url"), is_of_page });
            }
            if kind == Some(bytes) {
                log.texts.push(String::from_utf8_lossy(&from_base64(&text("bytes"))).into_owned());
            }
            log.texts.push(line.to_owned());
        }
        Ok(log)
    }

    /// All requests, in their order.
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// What a private page would not have asked for or sent: any request but a GET of one of the site's files and of the
    /// one page that was opened, and anything at all, a name to be looked up included, that holds one of these words.
    /// What the browser asks for on its own account counts only for the words.
    pub fn leaks(&self, site: &Site, address: &str, opened: &str, words: &[&str]) -> Vec<String> {
        let origin = address.split('/').take(3).collect::<Vec<_>>().join("/");
        let is_own = |request: &&Request| {
            let place = request.url.strip_prefix(address);
            let is_file = |place: &str| !place.is_empty() && site.folder().join(place).is_file();
            request.method == "GET" && place.is_some_and(|place| place == opened || is_file(place))
        };
        let asked = self.requests.iter().filter(|request| request.is_of_page || request.url.starts_with(&origin));
        let strange = asked.filter(|request| !is_own(request)).map(|r| format!("{} {}", r.method, r.url));
        let spoken = self.texts.iter().filter_map(|text| {
            let word = words.iter().find(|word| text.to_lowercase().contains(**word))?;
            Some(format!("{word:?} in {}", text.chars().take(300).collect::<String>()))
        });
        strange.chain(spoken).collect()
    }
}

/// Reads base64; anything that is none is skipped.
fn from_base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut bytes, mut bits, mut count) = (Vec::with_capacity(text.len() / 4 * 3), 0u32, 0);
    for six in text.bytes().filter_map(value) {
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}
