//! Writes the stored form that [`super::json`] reads and describes.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::answer::{Answer, Evidence, Rated, Wording};
use super::entered;
use super::figure::Figure;
use super::state::Assessment;
use crate::ladder::LevelId;
use crate::record::{Stamp, Written};

impl Written {
    fn put_wording(&mut self, wording: &Wording) {
        self.put_text("wording", &wording.fingerprint.to_string());
        self.put_text("statement", &wording.text);
    }

    pub(crate) fn and_wording(mut self, wording: &Wording) -> Self {
        self.put_wording(wording);
        self
    }
}

impl Assessment {
    /// The stored form.
    pub fn to_json(&self) -> Value {
        let mut fields = Written::default();
        if self.cleared > Stamp::default() {
            fields.put("cleared", Value::from(self.cleared.millis()));
        }
        for (name, level) in [("present", &self.present), ("target", &self.target)] {
            if let Some(entry) = level {
                fields.put_register(name, entry, level_fields);
            }
        }
        let mut answers = Written::default();
        for (id, answer) in &self.answers {
            answers.put_fields(id.as_str(), answer_fields(answer));
        }
        fields.put_fields("answers", answers);
        entered::write(&self.entered, &mut fields);
        fields.put_others(&self.others);
        Value::Object(fields.0)
    }
}

fn level_fields(level: &LevelId) -> Written {
    Written::default().with("level", Value::from(level.as_str()))
}

fn answer_fields(answer: &Answer) -> Written {
    let mut fields = Written::default();
    if let Some(entry) = &answer.rating {
        fields.put_register("rating", entry, rated_fields);
    }
    let mut evidence = Written::default();
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

fn figure_fields(figure: &Figure) -> Written {
    let fields = Written::of_text("value", &figure.value.to_string());
    let fields = fields.and_text("from", &figure.from.to_string()).and_text("until", &figure.until.to_string());
    fields.and_wording(&figure.wording).and_extra(&figure.extra)
}

fn rated_fields(rated: &Rated) -> Written {
    let mut fields = Written::default();
    fields.put_text("rating", rated.rating.as_str());
    fields.put_wording(&rated.wording);
    fields.put_extra(&rated.extra);
    fields
}

pub(super) fn evidence_fields(evidence: &Evidence) -> Written {
    let mut fields = Written::default();
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
