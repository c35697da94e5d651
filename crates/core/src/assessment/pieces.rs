//! Evidence wherever it stands: for expectations, requirements and skillsets alike, of today's ladder or not.

use super::answer::{Evidence, EvidenceId};
use super::entered::{Entered, Place, Slot};
use super::state::Assessment;
use crate::ladder::ExpectationId;
use crate::record::{Register, Stamp, set};

/// For what a piece of evidence stands, by the id under which it is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidencePlace {
    /// An expectation.
    Expectation(ExpectationId),
    /// A requirement or one of its skillsets.
    Requirement(Place),
}

impl Assessment {
    /// All evidence, with its place: first that for expectations.
    pub fn all_evidence(&self) -> impl Iterator<Item = (EvidencePlace, &EvidenceId, &Evidence)> {
        let of_expectations = self.answers.iter().flat_map(|(of, answer)| {
            let pieces = answer.evidence.iter().filter_map(|(id, entry)| Some((id, entry.get()?)));
            pieces.map(move |(id, evidence)| (EvidencePlace::Expectation(of.clone()), id, evidence))
        });
        let of_requirements = self.entered().filter_map(|(place, entered)| {
            let Entered::Evidence(evidence) = entered else { return None };
            Some((EvidencePlace::Requirement(place.clone()), place.evidence()?, evidence))
        });
        of_expectations.chain(of_requirements)
    }

    /// Puts a piece of evidence where one stands or stood, or deletes it.
    pub fn set_evidence_at(&mut self, place: &EvidencePlace, id: &EvidenceId, evidence: Option<Evidence>, now: Stamp) {
        let now = now.after(self.cleared);
        match (place, evidence) {
            (EvidencePlace::Expectation(of), evidence) => {
                let answer = self.answers.entry(of.clone()).or_default();
                let mut slot: Option<Register<Evidence>> = answer.evidence.remove(id);
                set(&mut slot, evidence, now);
                answer.evidence.extend(slot.map(|entry| (id.clone(), entry)));
                if answer.is_hollow() {
                    self.answers.remove(of);
                }
            }
            (EvidencePlace::Requirement(place), Some(evidence)) => {
                self.bring_entry_back(place, Entered::Evidence(evidence), now);
            }
            (EvidencePlace::Requirement(place), None) => self.forget_entry(place, now),
        }
    }

    /// The name of the skillset for which a piece stands; none for whatever has a statement instead.
    pub fn shown_by(&self, place: &EvidencePlace) -> Option<String> {
        let EvidencePlace::Requirement(Place::Requirement(level, of, Slot::SkillsetEvidence(skillset, _))) = place
        else {
            return None;
        };
        let named = Place::Requirement(level.clone(), of.clone(), Slot::Skillset(skillset.clone()));
        match self.entered.get(&named)?.get()? {
            Entered::Skillset(skillset) => Some(skillset.name.clone()),
            _ => None,
        }
    }
}

impl Place {
    /// The id of the piece of evidence whose place it is.
    fn evidence(&self) -> Option<&EvidenceId> {
        match self {
            Self::Requirement(_, _, Slot::Evidence(id) | Slot::SkillsetEvidence(_, id)) => Some(id),
            _ => None,
        }
    }
}
