//! The stored form: snapshots and two notes in the book of a ladder's history.
//!
//! ```json
//! { "snapshot:018f…": { "taken": 1763800000000, "reason": "hand", "version": "1.0.0", "note": "After the review",
//!     "present": "customer-engineer", "target": "senior-engineer",
//!     "answers": { "unaided-90": { "rating": "sometimes", "wording": "af63dc4c8601ec8c",
//!                                  "evidence": { "5f0c…": "2026-11-22" },
//!                                  "figure": { "value": "83", "from": "2026-01-01", "until": "2026-06-30" } } },
//!     "changed": 1763800000000 },
//!   "thinned": { "count": 3, "latest": 1730000000000, "changed": 1763800000000 },
//!   "answered": { "version": "1.0.0", "known": "unaided-75 unaided-90", "changed": 1763800000000 } }
//! ```

use std::collections::BTreeSet;

use serde_json::Value;

use super::keep::Thinned;
use super::snapshot::{Figured, Reason, Said, Snapshot};
use super::version_state::Answered;
use crate::assessment::{EvidenceId, Fingerprint, Rating};
use crate::ladder::{ExpectationId, LevelId, Quantity, Version};
use crate::record::{Faulty, Fields, FormError, Problem, Record, Written, date, entries, parsed, short, stamp, text};

impl Record for Snapshot {
    const KIND: &'static str = "snapshot";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        let expectation = |text: &str| ExpectationId::parse(text).ok();
        let answers = |value| entries(value, &mut Faulty::Refused, expectation, |value, _| said(Fields::of(value)?));
        Ok(Self {
            taken: fields.required("taken", stamp)?,
            reason: fields.required("reason", parsed("a reason", Reason::parse))?,
            version: fields.optional("version", version)?,
            note: fields.optional("note", note)?.unwrap_or_default(),
            present: fields.optional("present", level)?,
            target: fields.optional("target", level)?,
            answers: fields.optional("answers", answers)?.unwrap_or_default(),
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let fields = Written::default().with("taken", Value::from(self.taken.millis()));
        let mut fields = fields.and_text("reason", self.reason.as_str());
        put_version(&mut fields, "version", self.version);
        if !self.note.is_empty() {
            fields.put_text("note", &self.note);
        }
        for (name, level) in [("present", &self.present), ("target", &self.target)] {
            level.iter().for_each(|level| fields.put_text(name, level.as_str()));
        }
        let mut answers = Written::default();
        self.answers.iter().for_each(|(id, said)| answers.put_fields(id.as_str(), said_fields(said)));
        fields.put_fields("answers", answers);
        fields.and_extra(&self.extra)
    }
}

fn said(mut fields: Fields) -> Result<Said, FormError> {
    let piece = |text: &str| EvidenceId::parse(text).ok();
    let evidence = |value| entries(value, &mut Faulty::Refused, piece, |value, _| date(value));
    Ok(Said {
        rating: fields.optional("rating", parsed("a rating", Rating::parse))?,
        wording: fields.required("wording", parsed("a fingerprint", Fingerprint::parse))?,
        evidence: fields.optional("evidence", evidence)?.unwrap_or_default(),
        figure: fields.optional("figure", figured)?,
        extra: fields.extra(),
    })
}

fn said_fields(said: &Said) -> Written {
    let mut fields = Written::of_text("wording", &said.wording.to_string());
    said.rating.iter().for_each(|rating| fields.put_text("rating", rating.as_str()));
    let mut evidence = Written::default();
    said.evidence.iter().for_each(|(id, date)| evidence.put_text(id.as_str(), &date.to_string()));
    fields.put_fields("evidence", evidence);
    said.figure.iter().for_each(|figure| fields.put_fields("figure", figured_fields(figure)));
    fields.and_extra(&said.extra)
}

fn figured(value: Value) -> Result<Figured, FormError> {
    let mut fields = Fields::of(value)?;
    Ok(Figured {
        value: fields.required("value", parsed("a number", Quantity::parse))?,
        from: fields.required("from", date)?,
        until: fields.required("until", date)?,
    })
}

fn figured_fields(figure: &Figured) -> Written {
    let fields = Written::of_text("value", &figure.value.to_string());
    fields.and_text("from", &figure.from.to_string()).and_text("until", &figure.until.to_string())
}

impl Record for Thinned {
    const KIND: &'static str = "thinned";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self {
            count: fields.required("count", number)?,
            latest: fields.required("latest", stamp)?,
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let fields = Written::default().with("count", Value::from(self.count));
        fields.with("latest", Value::from(self.latest.millis())).and_extra(&self.extra)
    }
}

impl Record for Answered {
    const KIND: &'static str = "answered";

    fn read(mut fields: Fields) -> Result<Self, FormError> {
        Ok(Self {
            version: fields.optional("version", version)?,
            known: fields.optional("known", known)?.unwrap_or_default(),
            put_off: fields.optional("put-off", version)?,
            extra: fields.extra(),
        })
    }

    fn written(&self) -> Written {
        let mut fields = Written::default();
        put_version(&mut fields, "version", self.version);
        put_version(&mut fields, "put-off", self.put_off);
        let mut known = String::new();
        for id in &self.known {
            known.push_str(if known.is_empty() { "" } else { " " });
            known.push_str(id.as_str());
        }
        fields.and_text("known", &known).and_extra(&self.extra)
    }
}

fn known(value: Value) -> Result<BTreeSet<ExpectationId>, FormError> {
    let mut known = BTreeSet::new();
    for id in text(value)?.split_ascii_whitespace() {
        known.insert(ExpectationId::parse(id).map_err(|_| FormError::new(Problem::Expected("a list of ids")))?);
    }
    Ok(known)
}

fn version(value: Value) -> Result<Version, FormError> {
    parsed("a version", Version::parse)(value)
}

fn put_version(fields: &mut Written, name: &str, version: Option<Version>) {
    version.iter().for_each(|version| fields.put_text(name, &version.to_string()));
}

fn level(value: Value) -> Result<LevelId, FormError> {
    parsed("an id", |text| LevelId::parse(text).ok())(value)
}

fn note(value: Value) -> Result<String, FormError> {
    short(value, Snapshot::LONGEST_NOTE, "a text of at most 500 characters")
}

fn number(value: Value) -> Result<u32, FormError> {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| FormError::new(Problem::Expected("a number")))
}
