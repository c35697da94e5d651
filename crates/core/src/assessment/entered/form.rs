//! The stored form of entries for requirements: one field of the assessment each, named by its [`Place`].
//!
//! ```json
//! { "stint:5f0c…": { "level": "senior-engineer", "from": "2026-03-14", "changed": 1763800000000 },
//!   "stint:77aa…": { "role": "Parental leave", "from": "2025-01-01", "until": "2025-06-30",
//!                   "changed": 1763800000001 },
//!   "opening:manager": { "reply": "unknown", "date": "2026-11-22", "note": "", "changed": 1763800000002 },
//!   "requirement:manager:people-experience:word": { "met": true, "note": "…", "wording": "…", "statement": "…",
//!                                                   "changed": 1763800000003 } }
//! ```
//!
//! Flat, because a version of this site from before them keeps what it does not know field by field, and merges
//! each by its `changed`: in one object for all, a second tab of that version would lose entries.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Entered, Opening, Outcome, Place, Post, Reply, Review, Skillset, Slot, Stint, Waiver, Word};
use crate::assessment::json::evidence;
use crate::assessment::write::evidence_fields;
use crate::ladder::LevelId;
use crate::record::{
    Faulty, Fields, FormError, Problem, Register, Written, date, note, parsed, register, short, truth,
};

/// Takes the entries out of the fields of an assessment.
pub(in crate::assessment) fn read(
    fields: &mut Fields,
    faulty: &mut Faulty,
) -> Result<BTreeMap<Place, Register<Entered>>, FormError> {
    let (mut found, mut rest) = (BTreeMap::new(), Map::new());
    for (name, value) in std::mem::take(&mut fields.0) {
        let Some(place) = Place::parse(&name) else {
            rest.insert(name, value);
            continue;
        };
        let entry = register(value, |fields| entered(&place, fields)).map_err(|error| error.within(&name));
        if let Some(entry) = faulty.sift(entry)? {
            found.insert(place, entry);
        }
    }
    fields.0 = rest;
    Ok(found)
}

/// Puts the entries among the fields of an assessment.
pub(in crate::assessment) fn write(entries: &BTreeMap<Place, Register<Entered>>, fields: &mut Written) {
    for (place, entry) in entries {
        fields.put_register(&place.to_string(), entry, entered_fields);
    }
}

/// Reads what stands at a place.
fn entered(place: &Place, fields: Fields) -> Result<Entered, FormError> {
    Ok(match place {
        Place::Stint(_) => Entered::Stint(stint(fields)?),
        Place::Opening(_) => Entered::Opening(opening(fields)?),
        Place::Requirement(_, _, slot) => match slot {
            Slot::Word => Entered::Word(word(fields)?),
            Slot::Waiver => Entered::Waiver(waiver(fields)?),
            Slot::Review(_) => Entered::Review(review(fields)?),
            Slot::Skillset(_) => Entered::Skillset(skillset(fields)?),
            Slot::Evidence(_) | Slot::SkillsetEvidence(..) => Entered::Evidence(evidence(fields)?),
        },
    })
}

fn name(value: Value) -> Result<String, FormError> {
    short(value, Stint::LONGEST_NAME, "a text of at most 500 characters")
}

fn rank(value: Value) -> Result<u8, FormError> {
    let rank = value.as_u64().and_then(|rank| u8::try_from(rank).ok());
    rank.ok_or_else(|| FormError::new(Problem::Expected("a rank")))
}

fn stint(mut fields: Fields) -> Result<Stint, FormError> {
    let level = fields.optional("level", parsed("an id", |text| LevelId::parse(text).ok()))?;
    let post = match level {
        Some(level) => Post::Level(level),
        None => Post::Other { name: fields.required("role", name)?, rank: fields.optional("rank", rank)? },
    };
    let (from, until) = (fields.required("from", date)?, fields.optional("until", date)?);
    Ok(Stint { post, from, until, extra: fields.extra() })
}

fn opening(mut fields: Fields) -> Result<Opening, FormError> {
    Ok(Opening {
        reply: fields.required("reply", parsed("a reply", Reply::parse))?,
        date: fields.required("date", date)?,
        note: fields.required("note", note)?,
        extra: fields.extra(),
    })
}

fn word(mut fields: Fields) -> Result<Word, FormError> {
    Ok(Word {
        is_met: fields.required("met", truth)?,
        note: fields.required("note", note)?,
        wording: fields.wording()?,
        extra: fields.extra(),
    })
}

fn waiver(mut fields: Fields) -> Result<Waiver, FormError> {
    Ok(Waiver {
        date: fields.required("date", date)?,
        note: fields.required("note", note)?,
        wording: fields.wording()?,
        extra: fields.extra(),
    })
}

fn review(mut fields: Fields) -> Result<Review, FormError> {
    Ok(Review {
        date: fields.required("date", date)?,
        outcome: fields.required("outcome", parsed("an outcome", Outcome::parse))?,
        note: fields.required("note", note)?,
        wording: fields.wording()?,
        extra: fields.extra(),
    })
}

fn skillset(mut fields: Fields) -> Result<Skillset, FormError> {
    Ok(Skillset { name: fields.required("name", name)?, wording: fields.wording()?, extra: fields.extra() })
}

fn entered_fields(entered: &Entered) -> Written {
    match entered {
        Entered::Stint(stint) => stint_fields(stint),
        Entered::Opening(opening) => {
            let fields = Written::of_text("reply", opening.reply.as_str());
            fields.and_text("date", &opening.date.to_string()).and_text("note", &opening.note).and_extra(&opening.extra)
        }
        Entered::Word(word) => {
            let fields = Written::default().with("met", Value::Bool(word.is_met)).and_text("note", &word.note);
            fields.and_wording(&word.wording).and_extra(&word.extra)
        }
        Entered::Waiver(waiver) => {
            let fields = Written::of_text("date", &waiver.date.to_string()).and_text("note", &waiver.note);
            fields.and_wording(&waiver.wording).and_extra(&waiver.extra)
        }
        Entered::Review(review) => {
            let fields = Written::of_text("date", &review.date.to_string());
            let fields = fields.and_text("outcome", review.outcome.as_str()).and_text("note", &review.note);
            fields.and_wording(&review.wording).and_extra(&review.extra)
        }
        Entered::Skillset(skillset) => {
            let fields = Written::of_text("name", &skillset.name);
            fields.and_wording(&skillset.wording).and_extra(&skillset.extra)
        }
        Entered::Evidence(evidence) => evidence_fields(evidence),
    }
}

fn stint_fields(stint: &Stint) -> Written {
    let mut fields = match &stint.post {
        Post::Level(level) => Written::of_text("level", level.as_str()),
        Post::Other { name, rank: None } => Written::of_text("role", name),
        Post::Other { name, rank: Some(rank) } => Written::of_text("role", name).with("rank", Value::from(*rank)),
    };
    fields = fields.and_text("from", &stint.from.to_string());
    if let Some(until) = stint.until {
        fields = fields.and_text("until", &until.to_string());
    }
    fields.and_extra(&stint.extra)
}
