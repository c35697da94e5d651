//! Places: the names under which entries for requirements are stored.
//!
//! A name says whose entry it is: `stint:<id>`, `opening:<level>`, `requirement:<level>:<requirement>:<slot>`. Each
//! stands by itself among the fields of an assessment, where a version of this site that does not know it keeps it
//! and merges it by its own moment of change.

use std::fmt;

use crate::assessment::EvidenceId;
use crate::ladder::{LevelId, RequirementId};
use crate::record::EntryId;

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A stint of the career.
    Stint(EntryId),
    /// Whether there is an opening for the level.
    Opening(LevelId),
    /// Something said about a requirement of the level.
    Requirement(LevelId, RequirementId, Slot),
}

/// What is said about a requirement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The user's own word.
    Word,
    /// That it was waived.
    Waiver,
    /// A review.
    Review(EntryId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A skillset.
    Skillset(EntryId),
    /// A piece of evidence for a skillset.
    SkillsetEvidence(EntryId, EvidenceId),
}

impl Place {
    /// Reads the name of a place; `None` where it is none that this version knows.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split(':');
        let place = match (parts.next()?, parts.next()?) {
            ("stint", id) => Self::Stint(entry(id)?),
            ("opening", level) => Self::Opening(LevelId::parse(level).ok()?),
            ("requirement", level) => {
                let requirement = RequirementId::parse(parts.next()?).ok()?;
                Self::Requirement(LevelId::parse(level).ok()?, requirement, Slot::read(&mut parts)?)
            }
            _ => return None,
        };
        parts.next().is_none().then_some(place)
    }
}

impl Slot {
    fn read<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Self> {
        Some(match parts.next()? {
            "word" => Self::Word,
            "waiver" => Self::Waiver,
            "review" => Self::Review(entry(parts.next()?)?),
            "evidence" => Self::Evidence(evidence(parts.next()?)?),
            "skillset" => match (entry(parts.next()?)?, parts.next()) {
                (skillset, None) => Self::Skillset(skillset),
                (skillset, Some("evidence")) => Self::SkillsetEvidence(skillset, evidence(parts.next()?)?),
                _ => return None,
            },
            _ => return None,
        })
    }
}

fn entry(text: &str) -> Option<EntryId> {
    EntryId::parse(text).ok()
}

fn evidence(text: &str) -> Option<EvidenceId> {
    EvidenceId::parse(text).ok()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Stint(id) => write!(f, "stint:{}", id.as_str()),
            Self::Opening(level) => write!(f, "opening:{level}"),
            Self::Requirement(level, requirement, slot) => write!(f, "requirement:{level}:{requirement}:{slot}"),
        }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Word => f.write_str("word"),
            Self::Waiver => f.write_str("waiver"),
            Self::Review(id) => write!(f, "review:{}", id.as_str()),
            Self::Evidence(id) => write!(f, "evidence:{}", id.as_str()),
            Self::Skillset(id) => write!(f, "skillset:{}", id.as_str()),
            Self::SkillsetEvidence(skillset, id) => {
                write!(f, "skillset:{}:evidence:{}", skillset.as_str(), id.as_str())
            }
        }
    }
}
