//! Reading what is entered for requirements, under present and former ids.

use super::{Entered, Opening, Place, Review, Skillset, Slot, Stint, Waiver, Word};
use crate::assessment::{Assessment, Evidence, EvidenceId, Fingerprint, Wording};
use crate::ladder::{Called, Level, LevelIds, Requirement};
use crate::record::{EntryId, Register};

/// Everything said about one requirement of a level.
#[derive(Clone, Debug)]
pub struct RequirementAnswer<'a> {
    entries: Vec<(&'a Slot, &'a Register<Entered>)>,
}

impl Place {
    /// Whether it is the place of something said about that requirement, under a present or a former id.
    pub(super) fn is_about(&self, level: &Level, requirement: &Requirement) -> bool {
        let Self::Requirement(of_level, id, _) = self else { return false };
        level.is_called(of_level) && requirement.is_called(id)
    }
}

impl Assessment {
    /// All that is entered for requirements: the career, openings, and what is said about each requirement.
    pub fn entered(&self) -> impl Iterator<Item = (&Place, &Entered)> {
        self.entered.iter().filter_map(|(place, entry)| Some((place, entry.get()?)))
    }

    /// The stints of the career, in no order that means anything.
    pub fn stints(&self) -> impl Iterator<Item = (&EntryId, &Stint)> {
        self.entered().filter_map(|entry| match entry {
            (Place::Stint(id), Entered::Stint(stint)) => Some((id, stint)),
            _ => None,
        })
    }

    /// Whether there is an opening for a level, as far as it was asked.
    pub fn opening<'a>(&self, level: impl Into<LevelIds<'a>>) -> Option<&Opening> {
        let level: LevelIds = level.into();
        let is_its = |place: &Place| matches!(place, Place::Opening(id) if level.has(id));
        let entries = self.entered.iter().filter(|(place, _)| is_its(place)).map(|(_, entry)| entry);
        match entries.reduce(later)?.get()? {
            Entered::Opening(opening) => Some(opening),
            _ => None,
        }
    }

    /// What is said about a requirement of a level.
    pub fn requirement_answer(&self, level: &Level, requirement: &Requirement) -> RequirementAnswer<'_> {
        let mut entries: Vec<(&Slot, &Register<Entered>)> = Vec::new();
        for (place, entry) in self.entered.iter().filter(|(place, _)| place.is_about(level, requirement)) {
            let Place::Requirement(_, _, slot) = place else { continue };
            match entries.iter_mut().find(|(known, _)| *known == slot) {
                Some((_, known)) => *known = later(known, entry),
                None => entries.push((slot, entry)),
            }
        }
        RequirementAnswer { entries }
    }

    /// The names of all skillsets that were ever named, each once, to be offered again.
    pub fn skillset_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for (_, entered) in self.entered() {
            if let Entered::Skillset(skillset) = entered
                && !names.contains(&skillset.name.as_str())
            {
                names.push(&skillset.name);
            }
        }
        names
    }
}

/// The one of two states that holds.
fn later<'a>(one: &'a Register<Entered>, other: &'a Register<Entered>) -> &'a Register<Entered> {
    if other.beats(one) { other } else { one }
}

impl<'a> RequirementAnswer<'a> {
    /// Everything that is said, with what it is said about.
    pub(super) fn said(&self) -> impl Iterator<Item = (&'a Slot, &'a Entered)> {
        self.entries.iter().filter_map(|(slot, entry)| Some((*slot, entry.get()?)))
    }

    /// Whether nothing is said.
    pub fn is_blank(&self) -> bool {
        self.said().next().is_none()
    }

    /// The user's own word.
    pub fn word(&self) -> Option<&'a Word> {
        self.said().find_map(|(_, said)| if let Entered::Word(word) = said { Some(word) } else { None })
    }

    /// That it was waived.
    pub fn waiver(&self) -> Option<&'a Waiver> {
        self.said().find_map(|(_, said)| if let Entered::Waiver(waiver) = said { Some(waiver) } else { None })
    }

    /// The reviews, the latest day first.
    pub fn reviews(&self) -> Vec<(&'a EntryId, &'a Review)> {
        let mut found: Vec<(&EntryId, &Review)> = Vec::new();
        for entry in self.said() {
            if let (Slot::Review(id), Entered::Review(review)) = entry {
                let place = found.partition_point(|(_, other)| other.date >= review.date);
                found.insert(place, (id, review));
            }
        }
        found
    }

    /// The skillsets that are named.
    pub fn skillsets(&self) -> impl Iterator<Item = (&'a EntryId, &'a Skillset)> {
        self.said().filter_map(|entry| match entry {
            (Slot::Skillset(id), Entered::Skillset(skillset)) => Some((id, skillset)),
            _ => None,
        })
    }

    /// The evidence for the requirement itself.
    pub fn evidence(&self) -> impl Iterator<Item = (&'a EvidenceId, &'a Evidence)> {
        self.said().filter_map(|entry| match entry {
            (Slot::Evidence(id), Entered::Evidence(evidence)) => Some((id, evidence)),
            _ => None,
        })
    }

    /// The evidence for one of its skillsets.
    pub fn skillset_evidence(&self, of: &EntryId) -> impl Iterator<Item = (&'a EvidenceId, &'a Evidence)> {
        self.said().filter_map(move |entry| match entry {
            (Slot::SkillsetEvidence(skillset, id), Entered::Evidence(evidence)) if skillset == of => {
                Some((id, evidence))
            }
            _ => None,
        })
    }

    /// The requirement as it was when something was said about it, where it asks something else today.
    pub fn former_wording(&self, requirement: &Requirement) -> Option<&'a Wording> {
        let today: Fingerprint = Wording::of_requirement(requirement).fingerprint;
        self.said().filter_map(|(_, said)| said.wording()).find(|wording| wording.fingerprint != today)
    }
}
