//! Writes the stored form that [`super::json`] reads and describes.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::answer::{Answer, Evidence, Extra, Others, Rated, Wording};
use super::entered;
use super::figure::Figure;
use super::register::{Register, Stamp};
use super::state::Assessment;
use crate::ladder::LevelId;

/// An object in the making.
#[derive(Default)]
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn put_text(&mut self, name: &str, text: &str) {
        self.put(name, Value::from(text));
    }

    /// Puts an object, unless it is empty.
    fn put_fields(&mut self, name: &str, fields: Self) {
        if !fields.0.is_empty() {
            self.put(name, Value::Object(fields.0));
        }
    }

    pub(super) fn put_register<T: Ord>(&mut self, name: &str, entry: &Register<T>, write: impl FnOnce(&T) -> Self) {
        let deleted = || Self(Map::new()).with("deleted", Value::Bool(true));
        let fields = entry.get().map_or_else(deleted, write);
        self.put_fields(name, fields.with("changed", Value::from(entry.changed().millis())));
    }

    /// Puts what a later version wrote, as it was read.
    fn put_kept(&mut self, name: &str, json: &str) {
        if let Ok(value) = serde_json::from_str(json) {
            self.put(name, value);
        }
    }

    fn put_extra(&mut self, extra: &Extra) {
        extra.iter().for_each(|(name, json)| self.put_kept(name, json));
    }

    fn put_others(&mut self, others: &Others) {
        for (name, entry) in others {
            entry.get().into_iter().for_each(|json| self.put_kept(name, json));
        }
    }

    fn put_wording(&mut self, wording: &Wording) {
        self.put_text("wording", &wording.fingerprint.to_string());
        self.put_text("statement", &wording.text);
    }

    pub(super) fn of_text(name: &str, text: &str) -> Self {
        Self::default().and_text(name, text)
    }

    pub(super) fn with(mut self, name: &str, value: Value) -> Self {
        self.put(name, value);
        self
    }

    pub(super) fn and_text(mut self, name: &str, text: &str) -> Self {
        self.put_text(name, text);
        self
    }

    pub(super) fn and_wording(mut self, wording: &Wording) -> Self {
        self.put_wording(wording);
        self
    }

    pub(super) fn and_extra(mut self, extra: &Extra) -> Self {
        self.put_extra(extra);
        self
    }
}

impl Assessment {
    /// The stored form.
    pub fn to_json(&self) -> Value {
        let mut fields = Fields::default();
        if self.cleared > Stamp::default() {
            fields.put("cleared", Value::from(self.cleared.millis()));
        }
        for (name, level) in [("present", &self.present), ("target", &self.target)] {
            if let Some(entry) = level {
                fields.put_register(name, entry, level_fields);
            }
        }
        let mut answers = Fields::default();
        for (id, answer) in &self.answers {
            answers.put_fields(id.as_str(), answer_fields(answer));
        }
        fields.put_fields("answers", answers);
        entered::write(&self.entered, &mut fields);
        fields.put_others(&self.others);
        Value::Object(fields.0)
    }
}

fn level_fields(level: &LevelId) -> Fields {
    Fields::default().with("level", Value::from(level.as_str()))
}

fn answer_fields(answer: &Answer) -> Fields {
    let mut fields = Fields::default();
    if let Some(entry) = &answer.rating {
        fields.put_register("rating", entry, rated_fields);
    }
    let mut evidence = Fields::default();
    for (id, entry) in &answer.evidence {
        evidence.put_register(id.as_str(), entry, evidence_fields);
    }
    fields.put_fields("evidence", evidence);
    if let Some(entry) = &answer.figure {
        fields.put_register("figure", entry, figure_fields);
    }
    fields.put_others(&answer.others);
    fields
}

fn figure_fields(figure: &Figure) -> Fields {
    let fields = Fields::of_text("value", &figure.value.to_string());
    let fields = fields.and_text("from", &figure.from.to_string()).and_text("until", &figure.until.to_string());
    fields.and_wording(&figure.wording).and_extra(&figure.extra)
}

fn rated_fields(rated: &Rated) -> Fields {
    let mut fields = Fields::default();
    fields.put_text("rating", rated.rating.as_str());
    fields.put_wording(&rated.wording);
    fields.put_extra(&rated.extra);
    fields
}

pub(super) fn evidence_fields(evidence: &Evidence) -> Fields {
    let mut fields = Fields::default();
    fields.put_text("date", &evidence.date.to_string());
    fields.put_text("text", &evidence.text);
    if let Some(link) = &evidence.link {
        fields.put_text("link", link.as_str());
    }
    fields.put_wording(&evidence.wording);
    fields.put_extra(&evidence.extra);
    fields
}

impl Serialize for Assessment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
