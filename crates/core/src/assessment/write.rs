//! Writes the stored form that [`super::json`] reads and describes.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::answer::{Answer, Evidence, EvidenceId, Rated, Wording};
use super::register::{Register, Stamp};
use super::state::Assessment;
use crate::ladder::LevelId;

impl Assessment {
    /// The stored form.
    pub fn to_json(&self) -> Value {
        let mut fields = Map::new();
        if self.cleared > Stamp::default() {
            fields.insert("cleared".to_owned(), Value::from(self.cleared.millis()));
        }
        for (name, level) in [("present", &self.present), ("target", &self.target)] {
            if let Some(entry) = level {
                let write = |level: &LevelId| Map::from_iter([field("level", level.as_str())]);
                fields.insert(name.to_owned(), write_register(entry, write));
            }
        }
        let answers = self.answers.iter().map(|(id, answer)| (id.as_str().to_owned(), write_answer(answer)));
        let answers = Map::from_iter(answers);
        if !answers.is_empty() {
            fields.insert("answers".to_owned(), Value::Object(answers));
        }
        fields.extend(self.others.iter().filter_map(|(name, entry)| kept(name, entry.get()?)));
        Value::Object(fields)
    }
}

fn field(name: &str, text: &str) -> (String, Value) {
    (name.to_owned(), Value::from(text))
}

/// A field of a later version, as it was read.
fn kept(name: &str, json: &str) -> Option<(String, Value)> {
    serde_json::from_str(json).ok().map(|value| (name.to_owned(), value))
}

fn write_register<T: Ord>(entry: &Register<T>, write: impl FnOnce(&T) -> Map<String, Value>) -> Value {
    let mut fields = match entry.get() {
        Some(value) => write(value),
        None => Map::from_iter([("deleted".to_owned(), Value::Bool(true))]),
    };
    fields.insert("changed".to_owned(), Value::from(entry.changed().millis()));
    Value::Object(fields)
}

fn write_rated(rated: &Rated) -> Map<String, Value> {
    let mut fields = Map::from_iter([field("rating", rated.rating.as_str())]);
    write_wording(&mut fields, &rated.wording);
    fields.extend(rated.extra.iter().filter_map(|(name, json)| kept(name, json)));
    fields
}

fn write_evidence(evidence: &Evidence) -> Map<String, Value> {
    let mut fields = Map::from_iter([field("date", &evidence.date.to_string()), field("text", &evidence.text)]);
    fields.extend(evidence.link.as_ref().map(|link| field("link", link.as_str())));
    write_wording(&mut fields, &evidence.wording);
    fields.extend(evidence.extra.iter().filter_map(|(name, json)| kept(name, json)));
    fields
}

fn write_wording(fields: &mut Map<String, Value>, wording: &Wording) {
    fields.extend([field("wording", &wording.fingerprint.to_string()), field("statement", &wording.text)]);
}

fn write_answer(answer: &Answer) -> Value {
    let mut fields = Map::new();
    if let Some(entry) = &answer.rating {
        fields.insert("rating".to_owned(), write_register(entry, write_rated));
    }
    let write = |(id, entry): (&EvidenceId, &_)| (id.as_str().to_owned(), write_register(entry, write_evidence));
    let evidence = Map::from_iter(answer.evidence.iter().map(write));
    if !evidence.is_empty() {
        fields.insert("evidence".to_owned(), Value::Object(evidence));
    }
    fields.extend(answer.others.iter().filter_map(|(name, entry)| kept(name, entry.get()?)));
    Value::Object(fields)
}

impl Serialize for Assessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
