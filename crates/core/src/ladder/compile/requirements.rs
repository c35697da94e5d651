//! Requirements: checked and turned into conditions of the model.

use super::names::Names;
use crate::ladder::diagnostic::{Log, Span};
use crate::ladder::source;
use crate::ladder::{Condition, Requirement, RequirementId, RuleId, Skillsets, TrackId};

/// What requirements may refer to.
pub(super) struct Context<'a> {
    pub tracks: &'a Names<'a, TrackId>,
    pub rules: &'a Names<'a, RuleId>,
}

impl Context<'_> {
    /// The requirements of one level; what could not be made sense of is noted and left out.
    pub fn compile(&self, written: &[source::Requirement], log: &mut Log) -> Vec<Requirement> {
        let all = flatten(written);
        let ids = all.iter().map(|requirement| (&requirement.id, requirement.former_ids.as_slice()));
        Names::<RequirementId>::with_former("requirement", ids, log);
        self.requirements(written, log)
    }

    fn requirements(&self, written: &[source::Requirement], log: &mut Log) -> Vec<Requirement> {
        written.iter().filter_map(|requirement| self.requirement(requirement, log)).collect()
    }

    fn requirement(&self, written: &source::Requirement, log: &mut Log) -> Option<Requirement> {
        if let Some(rule) = &written.rule {
            self.rules.find(rule, log);
        }
        let condition = self.condition(&written.condition, log);
        Some(Requirement {
            id: written.id.value.clone()?,
            former_ids: written.former_ids.iter().filter_map(|id| id.value.clone()).collect(),
            rule: written.rule.as_ref().and_then(|rule| rule.value.clone()),
            condition: condition?,
        })
    }

    fn condition(&self, written: &source::Condition, log: &mut Log) -> Option<Condition> {
        use source::Condition as Written;
        match written {
            Written::TimeAtRank { rank, months } => {
                Some(Condition::TimeAtRank { rank: rank.value?, months: months.value?.get() })
            }
            Written::Mastery { .. } => skillsets(written, log).map(Condition::Mastery),
            Written::PeerReview => Some(Condition::PeerReview),
            Written::DocumentedNeed => Some(Condition::DocumentedNeed),
            Written::Experience { text } => text.value.clone().map(Condition::Experience),
            Written::Statement { text } => text.value.clone().map(Condition::Statement),
            Written::AnyOf { span, of } => Some(Condition::AnyOf(self.members(span, of, log))),
            Written::WhenComingFrom { track, then } => {
                let known = self.tracks.find(track, log);
                let then = self.condition(then, log);
                Some(Condition::WhenComingFrom { track: known.and(track.value.clone())?, then: Box::new(then?) })
            }
            Written::Unknown => None,
        }
    }

    fn members(&self, span: &Span, written: &[source::Requirement], log: &mut Log) -> Vec<Requirement> {
        if written.len() < 2 {
            log.error(span, "an `any-of` has at least two members")
                .label(format!("has {}", written.len()))
                .help("list the alternatives in `of`, or state the one requirement by itself");
        }
        self.requirements(written, log)
    }
}

/// At least so many of a kind, or one that is named.
fn skillsets(written: &source::Condition, log: &mut Log) -> Option<Skillsets> {
    let source::Condition::Mastery { span, at_least, of, offers, skillset } = written else { return None };
    match (at_least, of, skillset) {
        (Some(count), Some(of), None) => Some(Skillsets::AtLeast {
            count: count.value?.get(),
            of: of.value.clone()?,
            offers: offers.iter().filter_map(|offered| offered.value.clone()).collect(),
        }),
        (None, None, Some(skillset)) if offers.is_empty() => skillset.value.clone().map(Skillsets::Named),
        _ => {
            log.error(span, "a `mastery` says how many of what, or names one skillset")
                .label("neither or both")
                .help("write `at_least` and `of`, or `skillset` alone");
            None
        }
    }
}

/// Requirements with those nested in them: ids are unique among all.
pub(super) fn flatten(written: &[source::Requirement]) -> Vec<&source::Requirement> {
    let mut all = Vec::new();
    for requirement in written {
        all.push(requirement);
        if let source::Condition::AnyOf { of, .. } = innermost(&requirement.condition) {
            all.extend(flatten(of));
        }
    }
    all
}

/// What a condition asks in the end, wherever one comes from.
pub(super) fn innermost(condition: &source::Condition) -> &source::Condition {
    match condition {
        source::Condition::WhenComingFrom { then, .. } => innermost(then),
        other => other,
    }
}
