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
//! Maps are filled one by one: collecting into one brings a sort of its own, some 4 kB, into the page.
//!
//! What a later version adds is kept and written again: fields of a rating or a piece of evidence with
//! it, further fields of an answer or of the whole as entries of their own, merged by their `changed`.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::answer::{Answer, Evidence, EvidenceId, Extra, Others, Rated, Rating, Wording};
use super::fingerprint::Fingerprint;
use super::register::{Register, Stamp};
use super::state::Assessment;
use crate::date::Date;
use crate::ladder::{ExpectationId, LevelId};
use crate::link::SafeUrl;

/// Why a value is not an assessment, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormError {
    /// The names on the way to the place, innermost first.
    way: Vec<String>,
    problem: Problem,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is missing.
    Missing,
    /// It is something else than this.
    Expected(&'static str),
}

impl FormError {
    fn new(problem: Problem) -> Self {
        Self { way: Vec::new(), problem }
    }

    /// The same problem, seen from one step further out.
    fn within(mut self, name: &str) -> Self {
        self.way.push(name.to_owned());
        self
    }
}

/// "answers.unaided-90.rating.wording is not a fingerprint".
impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.way.is_empty() {
            f.write_str("it")?;
        }
        for (position, name) in self.way.iter().rev().enumerate() {
            f.write_str(if position > 0 { "." } else { "" })?;
            f.write_str(name)?;
        }
        match self.problem {
            Problem::Missing => f.write_str(" is missing"),
            Problem::Expected(what) => write!(f, " is not {what}"),
        }
    }
}

/// What becomes of an entry that is not of the form.
enum Faulty {
    /// Nothing is read.
    Refused,
    /// It is left out; how many were.
    LeftOut(usize),
}

impl Faulty {
    /// What was read; `None` where it is left out.
    fn sift<T>(&mut self, read: Result<T, FormError>) -> Result<Option<T>, FormError> {
        match (read, self) {
            (Ok(value), _) => Ok(Some(value)),
            (Err(error), Self::Refused) => Err(error),
            (Err(_), Self::LeftOut(count)) => {
                *count += 1;
                Ok(None)
            }
        }
    }
}

/// The fields of an object, taken one by one; what is left is of a later version.
struct Fields(Map<String, Value>);

impl Fields {
    fn of(value: Value) -> Result<Self, FormError> {
        match value {
            Value::Object(map) => Ok(Self(map)),
            _ => Err(FormError::new(Problem::Expected("an object"))),
        }
    }

    /// Reads a field that may be missing.
    fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Value) -> Result<T, FormError>,
    ) -> Result<Option<T>, FormError> {
        self.0.remove(name).map(|value| read(value).map_err(|error| error.within(name))).transpose()
    }

    /// Reads a field that has to be there.
    fn required<T>(&mut self, name: &str, read: impl FnOnce(Value) -> Result<T, FormError>) -> Result<T, FormError> {
        self.optional(name, read)?.ok_or_else(|| FormError::new(Problem::Missing).within(name))
    }

    fn wording(&mut self) -> Result<Wording, FormError> {
        let fingerprint = self.required("wording", parsed("a fingerprint", Fingerprint::parse))?;
        Ok(Wording { fingerprint, text: self.required("statement", text)? })
    }

    /// What is left, as fields of one entry.
    fn extra(self) -> Extra {
        let mut extra = Extra::new();
        extra.extend(self.0.into_iter().map(|(name, value)| (name, value.to_string())));
        extra
    }

    /// What is left, as entries of their own. Those without a moment count as the oldest there can be.
    fn others(self) -> Others {
        let entry = |value: Value| {
            let changed = value.get("changed").and_then(Value::as_u64).unwrap_or(1);
            Register::new(Some(value.to_string()), Stamp::from_millis(changed))
        };
        let mut others = Others::new();
        others.extend(self.0.into_iter().map(|(name, value)| (name, entry(value))));
        others
    }
}

/// Gives entries of a later version another moment of change, in their JSON too, from which it is read again.
pub(super) fn restamp_others(others: &mut Others, now: Stamp) {
    for entry in others.values_mut() {
        *entry = Register::new(entry.value.take().map(|json| restamped(json, now)), now);
    }
}

/// What is no object has no place for a moment and stays as it is.
fn restamped(json: String, now: Stamp) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::from_str(&json) else { return json };
    fields.insert("changed".to_owned(), Value::from(now.millis()));
    Value::Object(fields).to_string()
}

fn text(value: Value) -> Result<String, FormError> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(FormError::new(Problem::Expected("a text"))),
    }
}

/// Reads a text of a form of its own.
fn parsed<T>(what: &'static str, parse: impl FnOnce(&str) -> Option<T>) -> impl FnOnce(Value) -> Result<T, FormError> {
    move |value| {
        let error = || FormError::new(Problem::Expected(what));
        value.as_str().and_then(parse).ok_or_else(error)
    }
}

fn stamp(value: Value) -> Result<Stamp, FormError> {
    let millis = value.as_u64().filter(|millis| *millis <= Stamp::LAST.millis());
    millis.map(Stamp::from_millis).ok_or_else(|| FormError::new(Problem::Expected("a moment")))
}

/// Reads an entry: its moment, and its value unless it is the mark of a deletion.
fn register<T: Ord>(value: Value, read: impl FnOnce(Fields) -> Result<T, FormError>) -> Result<Register<T>, FormError> {
    let mut fields = Fields::of(value)?;
    let changed = fields.required("changed", stamp)?;
    let deleted = fields.0.remove("deleted") == Some(Value::Bool(true));
    let value = if deleted { None } else { Some(read(fields)?) };
    Ok(Register::new(value, changed))
}

/// Reads an object whose names are ids.
fn entries<K: Ord, T>(
    value: Value,
    faulty: &mut Faulty,
    id: impl Fn(&str) -> Option<K>,
    read: impl Fn(Value, &mut Faulty) -> Result<T, FormError>,
) -> Result<BTreeMap<K, T>, FormError> {
    let mut found = BTreeMap::new();
    for (name, value) in Fields::of(value)?.0 {
        let key = id(&name).ok_or_else(|| FormError::new(Problem::Expected("an id")));
        let entry = key.and_then(|key| Ok((key, read(value, faulty)?))).map_err(|error| error.within(&name));
        if let Some((key, value)) = faulty.sift(entry)? {
            found.insert(key, value);
        }
    }
    Ok(found)
}

fn level(value: Value) -> Result<Register<LevelId>, FormError> {
    register(value, |mut fields| fields.required("level", parsed("an id", |text| LevelId::parse(text).ok())))
}

fn rated(mut fields: Fields) -> Result<Rated, FormError> {
    let rating = fields.required("rating", parsed("a rating", Rating::parse))?;
    Ok(Rated { rating, wording: fields.wording()?, extra: fields.extra() })
}

fn evidence(mut fields: Fields) -> Result<Evidence, FormError> {
    let short = |value: Value| match text(value) {
        Ok(text) if text.chars().count() > Evidence::LONGEST_TEXT => {
            Err(FormError::new(Problem::Expected("a text of at most 200,000 characters")))
        }
        other => other,
    };
    Ok(Evidence {
        date: fields.required("date", parsed("a date", |text| Date::parse(text).ok()))?,
        text: fields.required("text", short)?,
        link: fields.optional("link", parsed("a safe link", |text| SafeUrl::parse(text).ok()))?,
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
    Ok(Answer { rating, evidence, others: fields.others() })
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
