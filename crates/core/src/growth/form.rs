//! The stored form of the worksheet's entries.
//!
//! ```json
//! { "path": { "text": "…", "changed": 1763800000000 },
//!   "target": { "ladder": "customer-engineering", "level": "senior-engineer", "changed": 1763800000001 },
//!   "priority:018f…": { "text": "…", "place": 0, "changed": 1763800000002 },
//!   "work:0190…": { "what": "…", "input": "…", "from": "60 %", "to": "75 %", "by": "2027-03-31", "output": "…",
//!                   "serves": "018f…", "changed": 1763800000003 },
//!   "answer:budget": { "reply": "unknown", "date": "2026-11-22", "note": "", "changed": 1763800000004 } }
//! ```

use std::collections::BTreeMap;

use serde_json::Value;

use super::question::Topic;
use super::target::Target;
use super::worksheet::{Answer, LONGEST_NAME, Path, Priority, Work};
use crate::assessment::Reply;
use crate::ladder::{LadderId, LevelId};
use crate::record::{Book, EntryId, Fields, FormError, Problem, Record, Written, date, note, parsed, short};

fn line(value: Value) -> Result<String, FormError> {
    short(value, LONGEST_NAME, "a text of at most 500 characters")
}

fn place(value: Value) -> Result<u32, FormError> {
    let place = value.as_u64().and_then(|place| u32::try_from(place).ok());
    place.ok_or_else(|| FormError::new(Problem::Expected("a place in a list")))
}

impl Record for Path {
    const KIND: &'static str = "path";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self { text: fields.required("text", note)?, extra: fields.extra() })
    }

    fn written(&self) -> Written {
        Written::of_text("text", &self.text).and_extra(&self.extra)
    }
}

impl Record for Target {
    const KIND: &'static str = "target";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self {
            ladder: fields.required("ladder", parsed("an id", |text| LadderId::parse(text).ok()))?,
            level: fields.required("level", parsed("an id", |text| LevelId::parse(text).ok()))?,
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let fields = Written::of_text("ladder", self.ladder.as_str());
        fields.and_text("level", self.level.as_str()).and_extra(&self.extra)
    }
}

impl Record for Priority {
    const KIND: &'static str = "priority";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self {
            text: fields.required("text", line)?,
            place: fields.required("place", place)?,
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        Written::of_text("text", &self.text).with("place", Value::from(self.place)).and_extra(&self.extra)
    }
}

impl Record for Work {
    const KIND: &'static str = "work";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        let mut text = |name: &str| fields.optional(name, line).map(Option::unwrap_or_default);
        Ok(Self {
            what: text("what")?,
            input: text("input")?,
            from: text("from")?,
            to: text("to")?,
            output: text("output")?,
            by: fields.optional("by", date)?,
            serves: fields.optional("serves", parsed("an id", |text| EntryId::parse(text).ok()))?,
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let texts = [
            ("what", &self.what),
            ("input", &self.input),
            ("from", &self.from),
            ("to", &self.to),
            ("output", &self.output),
        ];
        let mut fields = Written::default();
        for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
            fields.put_text(name, text);
        }
        if let Some(by) = self.by {
            fields.put_text("by", &by.to_string());
        }
        if let Some(serves) = &self.serves {
            fields.put_text("serves", serves.as_str());
        }
        fields.and_extra(&self.extra)
    }
}

/// Stands under the name of its topic.
impl Record for Answer {
    const KIND: &'static str = "answer";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self {
            reply: fields.required("reply", parsed("a reply", Reply::parse))?,
            date: fields.required("date", date)?,
            note: fields.required("note", note)?,
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let fields = Written::of_text("reply", self.reply.as_str()).and_text("date", &self.date.to_string());
        fields.and_text("note", &self.note).and_extra(&self.extra)
    }
}

/// The answers by topic; those to questions of later versions are not among them.
pub(super) fn answers(book: &Book) -> BTreeMap<Topic, Answer> {
    let mut answers = BTreeMap::new();
    for (id, answer) in book.all::<Answer>().records {
        answers.extend(Topic::parse(id.as_str()).map(|topic| (topic, answer)));
    }
    answers
}
