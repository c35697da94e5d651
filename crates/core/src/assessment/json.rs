//! The stored and exported form, format 1: JSON with explicit names.
//!
//! ```json
//! { "cleared": 0,
//!   "present": { "level": "customer-engineer", "changed": 1763800000000 },
//!   "answers": { "unaided-90": {
//!     "rating": { "rating": "sometimes", "wording": "af63dc4c8601ec8c", "statement": "…", "changed": 1763800000001 },
//!     "evidence": { "5f0c…": { "date": "2026-11-22", "text": "…", "link": "https://…",
//!                              "wording": "…", "statement": "…", "changed": 1763800000002 },
//!                   "77aa…": { "deleted": true, "changed": 1763800000003 } } } } }
//! ```
//!
//! What is entered for requirements stands beside these, one field an entry: see [`super::entered`].
//!
//! Maps are filled one by one: collecting into one brings a sort of its own, some 4 kB, into the page.
//!
//! What a later version adds is kept and written again: fields of a rating or a piece of evidence with
//! it, further fields of an answer or of the whole as entries of their own, merged by their `changed`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::answer::{Answer, Evidence, EvidenceId, Rated, Rating, Wording};
use super::entered;
use super::figure::Figure;
use super::fingerprint::Fingerprint;
use super::state::Assessment;
use crate::ladder::{ExpectationId, LevelId, Quantity};
use crate::link::SafeUrl;
use crate::record::{
    Faulty, Fields, FormError, Others, Register, Stamp, date, entries, note, parsed, register, stamp, text,
};

/// Gives entries of a later version other moments of change, in their JSON too, from which they are read again.
pub(super) fn restamp_others(others: &mut Others, moment: &dyn Fn(Stamp) -> Stamp) {
    for entry in others.values_mut() {
        let then = moment(entry.changed);
        if then != entry.changed {
            *entry = Register::new(entry.value.take().map(|json| restamped(json, then)), then);
        }
    }
}

/// What is no object has no place for a moment and stays as it is.
fn restamped(json: String, now: Stamp) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::from_str(&json) else { return json };
    fields.insert("changed".to_owned(), Value::from(now.millis()));
    Value::Object(fields).to_string()
}

impl Fields {
    pub(crate) fn wording(&mut self) -> Result<Wording, FormError> {
        let fingerprint = self.required("wording", parsed("a fingerprint", Fingerprint::parse))?;
        Ok(Wording { fingerprint, text: self.required("statement", text)? })
    }
}

fn level(value: Value) -> Result<Register<LevelId>, FormError> {
    register(value, |mut fields| fields.required("level", parsed("an id", |text| LevelId::parse(text).ok())))
}

fn rated(mut fields: Fields) -> Result<Rated, FormError> {
    let rating = fields.required("rating", parsed("a rating", Rating::parse))?;
    Ok(Rated { rating, wording: fields.wording()?, extra: fields.extra() })
}

pub(super) fn evidence(mut fields: Fields) -> Result<Evidence, FormError> {
    Ok(Evidence {
        date: fields.required("date", date)?,
        text: fields.required("text", note)?,
        link: fields.optional("link", parsed("a safe link", |text| SafeUrl::parse(text).ok()))?,
        wording: fields.wording()?,
        extra: fields.extra(),
    })
}

fn figure(mut fields: Fields) -> Result<Figure, FormError> {
    Ok(Figure {
        value: fields.required("value", parsed("a number", Quantity::parse))?,
        from: fields.required("from", date)?,
        until: fields.required("until", date)?,
        wording: fields.wording()?,
        extra: fields.extra(),
    })
}

fn answer(value: Value, faulty: &mut Faulty) -> Result<Answer, FormError> {
    let mut fields = Fields::of(value)?;
    let evidence_id = |text: &str| EvidenceId::parse(text).ok();
    let rating = fields.optional("rating", |value| register(value, rated));
    let rating = faulty.sift(rating)?.flatten();
    let pieces =
        fields.optional("evidence", |value| entries(value, faulty, evidence_id, |value, _| register(value, evidence)));
    let evidence = faulty.sift(pieces)?.flatten().unwrap_or_default();
    let figure = fields.optional("figure", |value| register(value, figure));
    let figure = faulty.sift(figure)?.flatten();
    Ok(Answer { rating, evidence, figure, others: fields.others() })
}

impl Assessment {
    /// Reads the stored form.
    ///
    /// # Errors
    /// [`FormError`] names the first place that is not of the form.
    pub fn from_json(value: Value) -> Result<Self, FormError> {
        Self::sifted(value, &mut Faulty::Refused)
    }

    /// Reads what is of the stored form, entry by entry, and says how many entries are not.
    ///
    /// # Errors
    /// [`FormError`] where it cannot be told what the entries are, or when everything was cleared: without that
    /// moment, what was deleted could come back.
    pub fn readable_part(value: Value) -> Result<(Self, usize), FormError> {
        let mut faulty = Faulty::LeftOut(0);
        let assessment = Self::sifted(value, &mut faulty)?;
        let left_out = if let Faulty::LeftOut(count) = faulty { count } else { 0 };
        Ok((assessment, left_out))
    }

    fn sifted(value: Value, faulty: &mut Faulty) -> Result<Self, FormError> {
        let mut fields = Fields::of(value)?;
        let expectation_id = |text: &str| ExpectationId::parse(text).ok();
        let answers = fields.optional("answers", |value| entries(value, faulty, expectation_id, answer));
        let mut assessment = Self {
            cleared: fields.optional("cleared", stamp)?.unwrap_or_default(),
            present: faulty.sift(fields.optional("present", level))?.flatten(),
            target: faulty.sift(fields.optional("target", level))?.flatten(),
            answers: answers?.unwrap_or_default(),
            entered: entered::read(&mut fields, faulty)?,
            others: fields.others(),
        };
        let cleared = assessment.cleared;
        assessment.retain(|changed, _| changed > cleared);
        Ok(assessment)
    }
}

impl<'de> Deserialize<'de> for Assessment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
