//! The model of a ladder: compiled, checked and resolved. Whoever holds one need not check again.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    CompetencyId, ExpectationId, LadderId, LevelId, Measure, RequirementId, RuleId, StepId, ThemeId, TrackId, Version,
    count,
};
use crate::date::Date;
use crate::link::SafeUrl;

/// One organisation's definition: tracks, levels, competencies, rules.
///
/// Every id used in it is defined in it (themes: in the catalogue's index).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// The stem of the file's name.
    pub id: LadderId,
    /// Ids by which the ladder was known before.
    pub former_ids: Vec<LadderId>,
    /// Its name.
    pub name: String,
    /// Semantic: major asks something new, minor clarifies or removes, patch is wording.
    pub version: Version,
    /// Whether it is in force.
    pub status: Status,
    /// The day from which it holds.
    pub effective: Option<Date>,
    /// The language of its texts, as a BCP 47 tag.
    pub lang: String,
    /// One sentence on what it is for.
    pub summary: String,
    /// Where it comes from.
    pub source: Option<Source>,
    /// Tracks, in the author's order.
    pub tracks: Vec<Track>,
    /// Competencies, in the author's order; those of a group follow each other.
    pub competencies: Vec<Competency>,
    /// Every expectation once, in the order in which levels (or steps) define them.
    pub expectations: Vec<Expectation>,
    /// Levels, in the author's order.
    pub levels: Vec<Level>,
    /// Provisions of the ladder as a whole.
    pub rules: Vec<Rule>,
}

/// Whether a ladder is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Still being written.
    Draft,
    /// In force.
    Current,
    /// No longer in force, kept for its links.
    Retired,
    /// An example to learn from.
    Sample,
}

/// Where a ladder comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The title of the source.
    pub title: String,
    /// Its address.
    pub url: Option<SafeUrl>,
    /// What was inferred, and why.
    pub notes: Vec<String>,
}

/// A path through the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Its id.
    pub id: TrackId,
    /// Its name.
    pub name: String,
    /// What sort of path it is.
    pub kind: TrackKind,
    /// Further roles may stand on this track from this rank up.
    pub open_from: Option<u8>,
    /// A sentence or two on who takes it; may be empty.
    pub summary: String,
}

/// What sort of path a track is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TrackKind {
    /// Where people begin.
    Core,
    /// Individual contributors.
    Individual,
    /// People who lead people.
    Management,
    /// Roles made for a need; two of them may share a rank.
    Specialist,
}

/// An area in which levels expect something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competency {
    /// Its id.
    pub id: CompetencyId,
    /// Ids by which it was known before.
    pub former_ids: Vec<CompetencyId>,
    /// Its name.
    pub name: String,
    /// The heading under which it stands, if any.
    pub group: Option<String>,
    /// Themes, the first of which places it in comparisons across ladders.
    pub themes: Vec<ThemeId>,
    /// The steps of a matrix ladder, lowest first; empty where levels state expectations themselves.
    pub steps: Vec<Step>,
}

/// One step of a competency; levels name the step that they expect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id, unique in its competency.
    pub id: StepId,
    /// A name such as "Proficient", if it has one.
    pub name: Option<String>,
    /// What the step states: its own statements and those that it keeps of earlier steps, as indices
    /// into [`Ladder::expectations`], in reading order.
    pub statements: Vec<u32>,
}

/// One statement of what a level expects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// Its id.
    pub id: ExpectationId,
    /// Ids by which it was known before.
    pub former_ids: Vec<ExpectationId>,
    /// The competency in which it stands.
    pub competency: CompetencyId,
    /// The statement; line breaks separate paragraphs.
    pub text: String,
    /// Expectations of lower rank that this is more of.
    pub raises: Vec<ExpectationId>,
    /// Inherited expectations whose place this takes, without the claim that it is more.
    pub replaces: Vec<ExpectationId>,
    /// The number that it sets.
    pub measure: Option<Measure>,
    /// Whether it can be rated; false for such as "further duties as assigned".
    pub assessed: bool,
    /// Examples of what fulfils it.
    pub examples: Vec<String>,
    /// Where to read more.
    pub links: Vec<TextLink>,
    /// Where it stands on its competency's steps, if a step states it.
    pub step: Option<StepPlace>,
}

/// The step that first states an expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepPlace {
    /// The step's id.
    pub id: StepId,
    /// Its place among the steps of its competency, from 0.
    pub order: u16,
}

/// A link with the text that stands for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLink {
    /// What the reader sees.
    pub text: String,
    /// Where it leads.
    pub url: SafeUrl,
}

/// One step or role on a track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its id.
    pub id: LevelId,
    /// Ids by which the level was known before.
    pub former_ids: Vec<LevelId>,
    /// Its name.
    pub name: String,
    /// The organisation's own label, such as `L2`.
    pub grade: Option<String>,
    /// The track on which it stands.
    pub track: TrackId,
    /// The number that orders levels; levels of different tracks may share it.
    pub rank: u8,
    /// A sentence or two on the role; may be empty.
    pub summary: String,
    /// Levels whose expectations hold here too.
    pub extends: Vec<LevelId>,
    /// Inherited expectations that do not hold here.
    pub drops: Vec<ExpectationId>,
    /// The usual ways in; by default the rank below on the same track.
    pub from: Vec<LevelId>,
    /// Whether the source gives it only as an example of what may stand here.
    pub example: bool,
    /// Shown, never computed with.
    pub facts: Vec<Fact>,
    /// The step that it names in each competency that has steps, in the order of the competencies.
    pub steps: Vec<(CompetencyId, StepId)>,
    /// Everything it expects, inherited or its own, in the order of the competencies; within one, in
    /// the order in which it was stated, what was inherited first.
    pub holds: Vec<Held>,
    /// Conditions for being promoted to it.
    pub requirements: Vec<Requirement>,
}

/// An expectation that holds at a level, and the level that stated it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Index into [`Ladder::expectations`].
    pub expectation: u32,
    /// The level that states it: the level itself, or the one from which it is inherited.
    pub origin: LevelId,
}

/// A fact about a level, in the organisation's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is about.
    pub name: String,
    /// What it says.
    pub value: String,
}

/// A condition for being promoted to a level, under its own id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Its id, unique in its level, nested ones included.
    pub id: RequirementId,
    /// Ids by which it was known before.
    pub former_ids: Vec<RequirementId>,
    /// The rule that explains it.
    pub rule: Option<RuleId>,
    /// What has to be so.
    pub condition: Condition,
}

/// What a requirement asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Some months at a rank.
    TimeAtRank {
        /// The rank at which the time counts.
        rank: u8,
        /// How many months, at least 1.
        months: u16,
    },
    /// Mastery of skillsets.
    Mastery(Skillsets),
    /// A review by peers has succeeded.
    PeerReview,
    /// The organisation has written down that it needs the role.
    DocumentedNeed,
    /// Something done before, in words.
    Experience(String),
    /// Something that the user's own word settles.
    Statement(String),
    /// One of several is enough; at least two.
    AnyOf(Vec<Requirement>),
    /// Applies only to those whose present level is on this track.
    WhenComingFrom {
        /// The track.
        track: TrackId,
        /// What is then asked.
        then: Box<Condition>,
    },
}

/// Which skillsets have to be mastered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Skillsets {
    /// At least this many of a kind: two "core skillsets".
    AtLeast {
        /// How many, at least 1.
        count: u16,
        /// What they are called, in the plural.
        of: String,
        /// Some that count, to choose from; others may count too.
        offers: Vec<String>,
    },
    /// This one.
    Named(String),
}

/// A provision of the ladder as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// Its name.
    pub name: String,
    /// What it says; line breaks separate paragraphs.
    pub text: String,
    /// The levels for which it holds; empty: the whole ladder.
    pub levels: Vec<LevelId>,
    /// What it settles, where a page has to find it by that.
    pub about: Option<RuleSubject>,
}

/// What a rule settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RuleSubject {
    /// Whether requirements may be waived, and by whom.
    Waiver,
    /// Who may start a review.
    StartingReview,
}

/// An expectation as it holds at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding<'a> {
    /// The expectation.
    pub expectation: &'a Expectation,
    /// The level that states it.
    pub origin: &'a LevelId,
}

impl Ladder {
    /// The level of that present id.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The name by which a level is told from all others of the ladder: with its track, and with its rank and id where that is
    /// not enough.
    pub fn full_name(&self, level: &Level) -> String {
        let of_name = || self.levels.iter().filter(|other| other.name == level.name);
        let track = self.track(&level.track).map_or(level.track.as_str(), |track| &track.name);
        match (of_name().count(), of_name().filter(|other| other.track == level.track).count()) {
            (0 | 1, _) => level.name.clone(),
            (_, 0 | 1) => format!("{} ({track})", level.name),
            _ => format!("{} ({track}, level {}: {})", level.name, level.rank, level.id),
        }
    }

    /// "Senior Engineer in Customer Engineering: 12 expectations, 3 requirements.": what the link of a level says.
    pub fn description_of(&self, level: &Level) -> String {
        let expects = count(level.holds.len(), "expectation");
        let requires = match level.requirements.len() {
            0 => String::new(),
            some => format!(", {}", count(some, "requirement")),
        };
        format!("{} in {}: {expects}{requires}.", level.name, self.name)
    }

    /// The track of that id.
    pub fn track(&self, id: &TrackId) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == *id)
    }

    /// The competency of that id.
    pub fn competency(&self, id: &CompetencyId) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.id == *id)
    }

    /// The expectation of that present id.
    pub fn expectation(&self, id: &ExpectationId) -> Option<&Expectation> {
        self.expectations.iter().find(|expectation| expectation.id == *id)
    }

    /// The rule of that id.
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }

    /// Everything that a level of this ladder expects, in the order of the competencies.
    pub fn holdings<'a>(&'a self, level: &'a Level) -> impl Iterator<Item = Holding<'a>> {
        level
            .holds
            .iter()
            .map(|held| Holding { expectation: &self.expectations[held.expectation as usize], origin: &held.origin })
    }

    /// What a level expects in one competency: a cell of the matrix; empty where it says nothing.
    pub fn cell<'a>(&'a self, level: &'a Level, competency: &'a CompetencyId) -> impl Iterator<Item = Holding<'a>> {
        self.holdings(level).filter(move |holding| holding.expectation.competency == *competency)
    }

    /// The step that a level names in a competency.
    pub fn step<'a>(&'a self, level: &Level, competency: &CompetencyId) -> Option<&'a Step> {
        let (_, named) = level.steps.iter().find(|(named_in, _)| named_in == competency)?;
        self.competency(competency)?.steps.iter().find(|step| step.id == *named)
    }

    /// The rules that bear on a level: those of the whole ladder and those that name it.
    pub fn rules_for<'a>(&'a self, level: &'a LevelId) -> impl Iterator<Item = &'a Rule> {
        self.rules.iter().filter(move |rule| rule.levels.is_empty() || rule.levels.contains(level))
    }

    /// The rules that bear on a level and settle that.
    pub fn rules_about<'a>(&'a self, subject: RuleSubject, level: &'a LevelId) -> impl Iterator<Item = &'a Rule> {
        self.rules_for(level).filter(move |rule| rule.about == Some(subject))
    }
}

impl Requirement {
    /// The skillsets to be mastered for it, each with the requirement that asks for them: itself, or an alternative.
    pub fn masteries(&self) -> Vec<(&Self, &Skillsets)> {
        match self.condition.innermost() {
            Condition::Mastery(skillsets) => vec![(self, skillsets)],
            Condition::AnyOf(branches) => branches.iter().flat_map(Self::masteries).collect(),
            _ => Vec::new(),
        }
    }
}

impl Condition {
    /// What it asks in the end, wherever one comes from.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::WhenComingFrom { then, .. } => then.innermost(),
            other => other,
        }
    }
}

/// "1 year at level 1", "expert in at least two core skillsets": requirements in the words that pages,
/// Markdown and printing share.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::TimeAtRank { rank, months } => write!(f, "{} at level {rank}", Duration(*months)),
            Self::Mastery(Skillsets::AtLeast { count, of, .. }) => write!(f, "mastery of at least {count} {of}"),
            Self::Mastery(Skillsets::Named(skillset)) => write!(f, "mastery of {skillset}"),
            Self::PeerReview => f.write_str("a successful peer review"),
            Self::DocumentedNeed => f.write_str("a documented need for the role"),
            Self::Experience(text) | Self::Statement(text) => f.write_str(text),
            Self::AnyOf(branches) => {
                for (position, branch) in branches.iter().enumerate() {
                    if position > 0 {
                        f.write_str(" or ")?;
                    }
                    write!(f, "{}", branch.condition)?;
                }
                Ok(())
            }
            Self::WhenComingFrom { track, then } => write!(f, "when coming from {track}: {then}"),
        }
    }
}

/// Months as people say them: "1 year", "18 months", "2 years".
struct Duration(u16);

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (number, unit) =
            if self.0.is_multiple_of(12) && self.0 > 0 { (self.0 / 12, "year") } else { (self.0, "month") };
        write!(f, "{number} {unit}{}", if number == 1 { "" } else { "s" })
    }
}
