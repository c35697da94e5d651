//! Requirements as they are written: what keys a table has depends on its `kind`.

use toml::Spanned;
use toml::de::DeValue;

use super::reader::{Keys, Problem, Read, Value};
use super::{Count, Written};
use crate::ladder::diagnostic::{Log, Span};
use crate::ladder::{RequirementId, RuleId, TrackId};

/// A condition for being promoted to a level, under its own id.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// Where the table begins.
    pub span: Span,
    /// Its id, unique in its level, nested ones included.
    pub id: Written<RequirementId>,
    /// Ids by which it was known before.
    pub former_ids: Vec<Written<RequirementId>>,
    /// The rule that explains it.
    pub rule: Option<Written<RuleId>>,
    /// What has to be so.
    pub condition: Condition,
}

/// What a requirement asks, by its `kind`.
#[derive(Clone, Debug)]
pub enum Condition {
    /// `time-at-rank`
    TimeAtRank {
        /// The rank at which the time counts.
        rank: Written<u8>,
        /// How many months.
        months: Written<Count>,
    },
    /// `mastery`
    Mastery {
        /// Where the table begins.
        span: Span,
        /// How many.
        at_least: Option<Written<Count>>,
        /// Of what, in the plural.
        of: Option<Written<String>>,
        /// Some of them, to choose from.
        offers: Vec<Written<String>>,
        /// Or one that is named.
        skillset: Option<Written<String>>,
    },
    /// `peer-review`
    PeerReview,
    /// `documented-need`
    DocumentedNeed,
    /// `experience`
    Experience {
        /// What has been done before.
        text: Written<String>,
    },
    /// `statement`
    Statement {
        /// What the user's own word settles.
        text: Written<String>,
    },
    /// `any-of`
    AnyOf {
        /// Where the table begins.
        span: Span,
        /// The members, one of which is enough.
        of: Vec<Requirement>,
    },
    /// `when-coming-from`
    WhenComingFrom {
        /// The track on which the person's present level stands.
        track: Written<TrackId>,
        /// What is then asked.
        then: Box<Condition>,
    },
    /// The kind is missing or none of these, which is noted.
    Unknown,
}

/// The kinds, as they are written.
#[derive(Clone, Copy)]
enum Kind {
    TimeAtRank,
    Mastery,
    PeerReview,
    DocumentedNeed,
    Experience,
    Statement,
    AnyOf,
    WhenComingFrom,
}

const KINDS: [(&str, Kind); 8] = [
    ("time-at-rank", Kind::TimeAtRank),
    ("mastery", Kind::Mastery),
    ("peer-review", Kind::PeerReview),
    ("documented-need", Kind::DocumentedNeed),
    ("experience", Kind::Experience),
    ("statement", Kind::Statement),
    ("any-of", Kind::AnyOf),
    ("when-coming-from", Kind::WhenComingFrom),
];

impl Value for Kind {
    const EXPECTED: &'static str = "a kind of requirement";

    fn parse(value: &DeValue) -> Result<Self, Problem> {
        super::values::word(value, "a kind of requirement", &KINDS)
    }
}

impl Read for Requirement {
    const OPTIONAL: bool = false;

    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
        let mut keys = Keys::open(value, "a requirement", log);
        let requirement = Self {
            span: keys.span(),
            id: keys.take("id"),
            former_ids: keys.take("former_ids"),
            rule: keys.take("rule"),
            condition: Condition::take(&mut keys),
        };
        requirement.condition.finish(keys);
        requirement
    }

    fn absent(table: &Span) -> Self {
        Self {
            span: table.clone(),
            id: Written::absent(table),
            former_ids: Vec::new(),
            rule: None,
            condition: Condition::Unknown,
        }
    }
}

impl Read for Condition {
    const OPTIONAL: bool = false;

    fn read(value: &Spanned<DeValue>, log: &mut Log) -> Self {
        let mut keys = Keys::open(value, "a condition", log);
        let condition = Self::take(&mut keys);
        condition.finish(keys);
        condition
    }

    fn absent(_: &Span) -> Self {
        Self::Unknown
    }
}

impl Condition {
    fn take(keys: &mut Keys) -> Self {
        let kind: Written<Kind> = keys.take("kind");
        let Some(kind) = kind.value else { return Self::Unknown };
        let span = keys.span();
        match kind {
            Kind::TimeAtRank => Self::TimeAtRank { rank: keys.take("rank"), months: keys.take("months") },
            Kind::Mastery => Self::Mastery {
                span,
                at_least: keys.take("at_least"),
                of: keys.take("of"),
                offers: keys.take("offers"),
                skillset: keys.take("skillset"),
            },
            Kind::PeerReview => Self::PeerReview,
            Kind::DocumentedNeed => Self::DocumentedNeed,
            Kind::Experience => Self::Experience { text: keys.take("text") },
            Kind::Statement => Self::Statement { text: keys.take("text") },
            Kind::AnyOf => Self::AnyOf { span, of: keys.take("of") },
            Kind::WhenComingFrom => Self::WhenComingFrom { track: keys.take("track"), then: keys.take("then") },
        }
    }

    /// Which other keys there may be is known only where the kind is.
    fn finish(&self, keys: Keys) {
        if !matches!(self, Self::Unknown) {
            keys.finish();
        }
    }
}
