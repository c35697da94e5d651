//! Entries whose level or requirement the ladder no longer has: kept, listed, and part of every backup.

use super::{Entered, Place, Post, Slot};
use crate::assessment::Assessment;
use crate::ladder::{Called, Condition, Ladder, Level, Requirement, RequirementId};

impl Assessment {
    /// The entries that are about something which the ladder no longer has under any id. A stint counts if its
    /// level is gone, and evidence if its skillset was deleted meanwhile.
    pub fn retired_entries(&self, ladder: &Ladder) -> Vec<(&Place, &Entered)> {
        self.entered().filter(|(place, entered)| self.is_retired(ladder, place, entered)).collect()
    }

    fn is_retired(&self, ladder: &Ladder, place: &Place, entered: &Entered) -> bool {
        match (place, entered) {
            (Place::Stint(_), Entered::Stint(stint)) => {
                matches!(&stint.post, Post::Level(id) if ladder.level_ever(id).is_none())
            }
            (Place::Opening(id), _) => ladder.level_ever(id).is_none(),
            (Place::Requirement(level, id, slot), _) => {
                let level = ladder.level_ever(level);
                let found = level.and_then(|level| Some((level, requirement_called(&level.requirements, id)?)));
                found.is_none_or(|(level, requirement)| self.is_orphan(level, requirement, slot))
            }
            (Place::Stint(_), _) => false,
        }
    }

    /// Whether it is evidence for a skillset that is not there.
    fn is_orphan(&self, level: &Level, requirement: &Requirement, slot: &Slot) -> bool {
        let Slot::SkillsetEvidence(skillset, _) = slot else { return false };
        !self.requirement_answer(level, requirement).skillsets().any(|(id, _)| id == skillset)
    }
}

/// Finds a requirement by its present or a former id, nested ones included.
fn requirement_called<'a>(requirements: &'a [Requirement], id: &RequirementId) -> Option<&'a Requirement> {
    requirements.iter().find_map(|requirement| {
        if requirement.is_called(id) {
            Some(requirement)
        } else {
            requirement_called(branches(&requirement.condition), id)
        }
    })
}

/// The alternatives of an any-of.
fn branches(condition: &Condition) -> &[Requirement] {
    if let Condition::AnyOf(branches) = condition.innermost() { branches } else { &[] }
}
