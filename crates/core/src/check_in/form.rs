//! The form of a check-in, in its file and where it is kept.
//!
//! ```json
//! { "id": "018f…", "who": "Ada", "day": "2026-11-23",
//!   "ladder": { "id": "customer-engineering", "name": "Customer Engineering", "version": "1.0.0" },
//!   "present": { "id": "customer-engineer", "name": "Customer Engineer" },
//!   "target": { "id": "senior-engineer", "name": "Senior Engineer" },
//!   "lines": [ { "expectation": "unaided-90", "competency": "Casework", "statement": "…", "wording": "af63dc4c8601ec8c",
//!                "rating": "sometimes", "evidence": [ { "date": "2026-11-22", "text": "…", "link": "https://…" } ] } ] }
//! ```
//!
//! Nothing else may stand in it: no field of a later version is kept, since whoever gave the file away was shown what it
//! holds.

use serde_json::Value;

use super::content::{CheckIn, LadderName, LevelName, Line, Piece, one_line};
use super::remark::Noticed;
use crate::assessment::{Fingerprint, Rating, Wording};
use crate::ladder::{ExpectationId, LadderId, LevelId, Version};
use crate::link::SafeUrl;
use crate::record::{EntryId, Fields, FormError, Problem, Written, date, note, parsed, short};

/// More lines than any level of a ladder has; a file with more is not looked through.
const MOST_LINES: usize = 2_000;
/// The most pieces of evidence of one line.
const MOST_PIECES: usize = 1_000;

impl CheckIn {
    /// Writes the form.
    pub(super) fn written(&self) -> Written {
        let mut written = Written::of_text("id", self.id.as_str());
        if !self.who.is_empty() {
            written.put_text("who", &self.who);
        }
        written.put_text("day", &self.day.to_string());
        written.put_fields("ladder", self.ladder.written());
        if let Some(present) = &self.present {
            written.put_fields("present", present.written());
        }
        written.put_fields("target", self.target.written());
        written.with("lines", list(&self.lines, Line::written))
    }

    /// Reads the form. A line, or what is said in one, that cannot be read is left out and noticed.
    pub(super) fn read(mut fields: Fields, noticed: &mut Noticed) -> Result<Self, FormError> {
        let who = fields.optional("who", name);
        let present = fields.optional("present", |value| LevelName::read(value, noticed, "present."));
        let check_in = Self {
            id: fields.required("id", entry_id)?,
            who: noticed.sift(who, "").flatten().unwrap_or_default(),
            day: fields.required("day", date)?,
            ladder: fields.required("ladder", |value| LadderName::read(value, noticed))?,
            present: noticed.sift(present, "").flatten(),
            target: fields.required("target", |value| LevelName::read(value, noticed, "target."))?,
            lines: fields.required("lines", |value| parts(value, MOST_LINES, "lines.", noticed, Line::read))?,
        };
        noticed.foreign(&fields, "");
        Ok(check_in)
    }
}

impl LadderName {
    /// Writes the form.
    pub(super) fn written(&self) -> Written {
        let written = Written::of_text("id", self.id.as_str()).and_text("name", &self.name);
        written.and_text("version", &self.version.to_string())
    }

    /// Reads the form.
    pub(super) fn read(value: Value, noticed: &mut Noticed) -> Result<Self, FormError> {
        let mut fields = Fields::of(value)?;
        let ladder = Self {
            id: fields.required("id", parsed("an id", |text| LadderId::parse(text).ok()))?,
            name: fields.required("name", name)?,
            version: fields.required("version", parsed("a version", version))?,
        };
        noticed.foreign(&fields, "ladder.");
        Ok(ladder)
    }
}

impl LevelName {
    fn written(&self) -> Written {
        Written::of_text("id", self.id.as_str()).and_text("name", &self.name)
    }

    fn read(value: Value, noticed: &mut Noticed, within: &str) -> Result<Self, FormError> {
        let mut fields = Fields::of(value)?;
        let id = fields.required("id", parsed("an id", |text| LevelId::parse(text).ok()))?;
        let level = Self { id, name: fields.required("name", name)? };
        noticed.foreign(&fields, within);
        Ok(level)
    }
}

impl Line {
    fn written(&self) -> Written {
        let written = Written::of_text("expectation", self.expectation.as_str());
        let mut written = written.and_text("competency", &self.competency).and_wording(&self.wording);
        if let Some(rating) = self.rating {
            written.put_text("rating", rating.as_str());
        }
        if !self.evidence.is_empty() {
            written.put("evidence", list(&self.evidence, Piece::written));
        }
        written
    }

    fn read(mut fields: Fields, within: &str, noticed: &mut Noticed) -> Result<Self, FormError> {
        let rating = fields.optional("rating", parsed("a rating", Rating::parse));
        let evidence = fields.optional("evidence", |value| {
            let within = [within, "evidence."].concat();
            parts(value, MOST_PIECES, &within, noticed, Piece::read)
        });
        let line = Self {
            expectation: fields.required("expectation", parsed("an id", |text| ExpectationId::parse(text).ok()))?,
            competency: fields.required("competency", name)?,
            wording: wording(&mut fields)?,
            rating: noticed.sift(rating, within).flatten(),
            evidence: noticed.sift(evidence, within).flatten().unwrap_or_default(),
        };
        noticed.foreign(&fields, within);
        Ok(line)
    }
}

impl Piece {
    fn written(&self) -> Written {
        let mut written = Written::of_text("date", &self.date.to_string()).and_text("text", &self.text);
        if let Some(link) = &self.link {
            written.put_text("link", link.as_str());
        }
        written
    }

    fn read(mut fields: Fields, within: &str, noticed: &mut Noticed) -> Result<Self, FormError> {
        let link = fields.optional("link", parsed("a safe link", |text| SafeUrl::parse(text).ok()));
        let piece = Self {
            date: fields.required("date", date)?,
            text: fields.required("text", note)?,
            link: noticed.sift(link, within).flatten(),
        };
        noticed.foreign(&fields, within);
        Ok(piece)
    }
}

/// Reads a statement. Its fingerprint is that of the text: what else a file says does not hold, and the file as a whole
/// is told to be edited.
pub(super) fn wording(fields: &mut Fields) -> Result<Wording, FormError> {
    fields.required("wording", parsed("a fingerprint", Fingerprint::parse))?;
    Ok(Wording::of(&fields.required("statement", note)?))
}

/// Writes a list.
pub(super) fn list<T>(entries: &[T], write: impl Fn(&T) -> Written) -> Value {
    Value::Array(entries.iter().map(|entry| Value::Object(write(entry).0)).collect())
}

/// Reads a list of at most so many objects. One that is not of the form is left out and noticed.
pub(super) fn parts<T>(
    value: Value,
    most: usize,
    within: &str,
    noticed: &mut Noticed,
    read: impl Fn(Fields, &str, &mut Noticed) -> Result<T, FormError>,
) -> Result<Vec<T>, FormError> {
    let expected = || FormError::new(Problem::Expected("a list that a person can have made"));
    let Value::Array(values) = value else { return Err(expected()) };
    if values.len() > most {
        return Err(expected());
    }
    let mut found = Vec::new();
    for (place, value) in values.into_iter().enumerate() {
        let place = (place + 1).to_string();
        let inside = [within, &place, "."].concat();
        let part = Fields::of(value).and_then(|fields| read(fields, &inside, noticed));
        found.extend(noticed.sift(part.map_err(|error| error.within(&place)), within));
    }
    Ok(found)
}

/// Reads a name, which stands on one line.
pub(super) fn name(value: Value) -> Result<String, FormError> {
    short(value, CheckIn::LONGEST_NAME, "a name of at most 500 characters").map(|name| one_line(&name))
}

/// Reads the id of an entry.
pub(super) fn entry_id(value: Value) -> Result<EntryId, FormError> {
    parsed("an id", |text| EntryId::parse(text).ok())(value)
}

/// Reads a version such as `1.2.3`.
fn version(text: &str) -> Option<Version> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    let version = Version { major: numbers.next()??, minor: numbers.next()??, patch: numbers.next()?? };
    (numbers.next().is_none() && version.to_string() == text).then_some(version)
}
