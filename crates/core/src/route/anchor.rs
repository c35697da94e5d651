//! Parts of a page that a link can point at; the fragment of the link is the id of the element.

use crate::ladder::{CompetencyId, ExpectationId, LadderId, RequirementId, RuleId, ThemeId};

/// A part of a page. Where a page shows several ladders, the anchor names the ladder too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The ladder in which the target's id holds; `None` on a page of one ladder.
    pub ladder: Option<LadderId>,
    /// What the link points at.
    pub target: Target,
}

/// What an anchor points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `#competency-casework`
    Competency(CompetencyId),
    /// `#expectation-unaided-90`
    Expectation(ExpectationId),
    /// `#requirement-skillsets`
    Requirement(RequirementId),
    /// `#rule-waiver`
    Rule(RuleId),
    /// `#theme-craft`
    Theme(ThemeId),
}

impl From<Target> for Anchor {
    fn from(target: Target) -> Self {
        Self { ladder: None, target }
    }
}

impl Anchor {
    /// The anchor on a page that shows several ladders: `#expectation-<ladder>.<id>`.
    #[must_use]
    pub fn of_ladder(target: Target, ladder: LadderId) -> Self {
        Self { ladder: Some(ladder), target }
    }

    /// The id of the element, which is the fragment of the link without its `#`.
    pub fn element_id(&self) -> String {
        let (kind, id) = self.target.parts();
        let mut text = String::from(kind);
        text.push('-');
        if let Some(ladder) = &self.ladder {
            text.push_str(ladder.as_str());
            text.push('.');
        }
        text.push_str(id);
        text
    }

    /// Reads a fragment. `None`: not one of ours, `Err`: one of ours, but without a valid id.
    pub(super) fn parse(fragment: &str) -> Option<Result<Self, ()>> {
        let (kind, rest) = fragment.split_once('-')?;
        let (ladder, id) = match rest.split_once('.') {
            Some((ladder, id)) => (Some(ladder), id),
            None => (None, rest),
        };
        let target = Target::parse(kind, id)?;
        let ladder = ladder.map(LadderId::parse).transpose();
        Some(match (target, ladder) {
            (Some(target), Ok(ladder)) => Ok(Self { ladder, target }),
            _ => Err(()),
        })
    }
}

impl Target {
    /// The word for the kind of target, in links, and the id.
    pub(super) fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Competency(id) => ("competency", id.as_str()),
            Self::Expectation(id) => ("expectation", id.as_str()),
            Self::Requirement(id) => ("requirement", id.as_str()),
            Self::Rule(id) => ("rule", id.as_str()),
            Self::Theme(id) => ("theme", id.as_str()),
        }
    }

    /// `None`: no such kind; `Some(None)`: no valid id.
    fn parse(kind: &str, id: &str) -> Option<Option<Self>> {
        Some(match kind {
            "competency" => CompetencyId::parse(id).ok().map(Self::Competency),
            "expectation" => ExpectationId::parse(id).ok().map(Self::Expectation),
            "requirement" => RequirementId::parse(id).ok().map(Self::Requirement),
            "rule" => RuleId::parse(id).ok().map(Self::Rule),
            "theme" => ThemeId::parse(id).ok().map(Self::Theme),
            _ => return None,
        })
    }
}
