//! A snapshot: what was answered to a ladder at one moment.

use std::collections::BTreeMap;
use std::fmt;

use crate::assessment::{Answer, Assessment, EvidenceId, Figure, Fingerprint, Rating};
use crate::date::Date;
use crate::ladder::{Called, Expectation, ExpectationId, Ladder, LevelId, Quantity, Version};
use crate::record::{Extra, Stamp};

/// What was answered at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The moment.
    pub taken: Stamp,
    /// What it was taken for.
    pub reason: Reason,
    /// The version of the ladder that was answered, as far as that is known.
    pub version: Option<Version>,
    /// The user's words on it: at most [`Snapshot::LONGEST_NOTE`] characters; often none.
    pub note: String,
    /// The present level.
    pub present: Option<LevelId>,
    /// The level that the user worked toward.
    pub target: Option<LevelId>,
    /// What was said about each expectation.
    pub answers: BTreeMap<ExpectationId, Said>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// What a snapshot was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The user wanted it.
    Hand,
    /// The answers were about to be brought to another version of the ladder.
    Version,
    /// A backup was about to be restored.
    Backup,
}

/// What was said about one expectation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The rating.
    pub rating: Option<Rating>,
    /// The wording that was answered.
    pub wording: Fingerprint,
    /// The evidence there was, with the day on which it happened.
    pub evidence: BTreeMap<EvidenceId, Date>,
    /// The user's own figure.
    pub figure: Option<Figured>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A figure that the user entered, with its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figured {
    /// The number.
    pub value: Quantity,
    /// The first day of its period.
    pub from: Date,
    /// The last day of its period.
    pub until: Date,
}

impl Snapshot {
    /// The most characters that a note may have.
    pub const LONGEST_NOTE: usize = 500;

    /// What is answered now.
    pub fn of(assessment: &Assessment, taken: Stamp, reason: Reason, version: Option<Version>) -> Self {
        let mut answers = BTreeMap::new();
        answers.extend(assessment.answers().filter_map(|(id, answer)| Some((id.clone(), Said::of(answer)?))));
        Self {
            taken,
            reason,
            version,
            note: String::new(),
            present: assessment.present().cloned(),
            target: assessment.target().cloned(),
            answers,
            extra: Extra::new(),
        }
    }

    /// Whether it says nothing: neither answers nor levels.
    pub fn is_blank(&self) -> bool {
        self.answers.is_empty() && self.present.is_none() && self.target.is_none()
    }

    /// Whether the same was answered, whenever and for whatever it was taken.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (&self.present, &self.target, &self.answers) == (&other.present, &other.target, &other.answers)
    }

    /// What was said about an expectation, under its present id or a former one.
    pub fn said(&self, expectation: &Expectation) -> Option<&Said> {
        expectation.ids().find_map(|id| self.answers.get(id))
    }

    /// What was said about expectations that the ladder no longer has under any id.
    pub(super) fn retired<'a>(&'a self, ladder: &'a Ladder) -> impl Iterator<Item = (&'a ExpectationId, &'a Said)> {
        self.answers.iter().filter(|(id, _)| ladder.expectation_ever(id).is_none())
    }
}

impl Said {
    /// What is said in an answer; `None` where nothing is.
    pub fn of(answer: &Answer) -> Option<Self> {
        let mut evidence = BTreeMap::new();
        evidence.extend(answer.evidence().into_iter().map(|(id, piece)| (id.clone(), piece.date)));
        Some(Self {
            rating: answer.rating(),
            wording: answer.wording()?.fingerprint,
            evidence,
            figure: answer.figure().map(Figured::of),
            extra: Extra::new(),
        })
    }
}

impl Figured {
    fn of(figure: &Figure) -> Self {
        Self { value: figure.value, from: figure.from, until: figure.until }
    }
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Hand, Self::Version, Self::Backup];

    /// The name in stored data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Version => "version",
            Self::Backup => "backup",
        }
    }

    /// Reads the name in stored data.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

/// The words on the screen.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Hand => "by hand",
            Self::Version => "before a new version of the ladder",
            Self::Backup => "before a backup was restored",
        })
    }
}
