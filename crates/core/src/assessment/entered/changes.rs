//! Changing what is entered for requirements. What was said under former ids moves to the present ones first.

use super::{Entered, Opening, Place, Review, Skillset, Slot, Stint, Waiver, Word};
use crate::assessment::{Assessment, Evidence, EvidenceId, Wording};
use crate::ladder::{Level, LevelIds, Requirement};
use crate::record::{EntryId, Stamp, merge, set};

impl Assessment {
    /// Adds a stint to the career, puts another in its place, or deletes it.
    pub fn set_stint(&mut self, id: &EntryId, stint: Option<Stint>, now: Stamp) {
        self.enter(Place::Stint(id.clone()), stint.map(Entered::Stint), now);
    }

    /// Says whether there is an opening for a level, or takes that back. It answers the documented need of the
    /// level's requirements too.
    pub fn set_opening<'a>(&mut self, level: impl Into<LevelIds<'a>>, opening: Option<Opening>, now: Stamp) {
        let level: LevelIds = level.into();
        self.move_entries(|place| match place {
            Place::Opening(id) if level.former.contains(id) => Some(Place::Opening(level.id.clone())),
            _ => None,
        });
        self.enter(Place::Opening(level.id.clone()), opening.map(Entered::Opening), now);
    }

    /// Gives the user's own word on a requirement, or takes it back.
    pub fn set_word(&mut self, level: &Level, of: &Requirement, word: Option<Word>, now: Stamp) {
        self.answer_requirement(level, of, Slot::Word, word.map(Entered::Word), now);
    }

    /// Notes that a requirement was waived, or takes that back.
    pub fn set_waiver(&mut self, level: &Level, of: &Requirement, waiver: Option<Waiver>, now: Stamp) {
        self.answer_requirement(level, of, Slot::Waiver, waiver.map(Entered::Waiver), now);
    }

    /// Notes a review, puts another in its place, or deletes it.
    pub fn set_review(&mut self, level: &Level, of: &Requirement, id: &EntryId, review: Option<Review>, now: Stamp) {
        self.answer_requirement(level, of, Slot::Review(id.clone()), review.map(Entered::Review), now);
    }

    /// Names a skillset, renames it, or deletes it with its evidence.
    pub fn set_skillset(
        &mut self,
        level: &Level,
        of: &Requirement,
        id: &EntryId,
        skillset: Option<Skillset>,
        now: Stamp,
    ) {
        if skillset.is_none() {
            for piece in self.evidence_ids_of(level, of, id) {
                self.answer_requirement(level, of, Slot::SkillsetEvidence(id.clone(), piece), None, now);
            }
        }
        self.answer_requirement(level, of, Slot::Skillset(id.clone()), skillset.map(Entered::Skillset), now);
    }

    /// Adds a piece of evidence for a requirement or for one of its skillsets, puts another in its place, or
    /// deletes it.
    pub fn set_requirement_evidence(
        &mut self,
        level: &Level,
        of: &Requirement,
        skillset: Option<&EntryId>,
        id: &EvidenceId,
        evidence: Option<Evidence>,
        now: Stamp,
    ) {
        let slot = match skillset {
            Some(skillset) => Slot::SkillsetEvidence(skillset.clone(), id.clone()),
            None => Slot::Evidence(id.clone()),
        };
        self.answer_requirement(level, of, slot, evidence.map(Entered::Evidence), now);
    }

    /// Says that what was entered for a requirement holds for it as it is worded now.
    pub fn confirm_requirement(&mut self, level: &Level, of: &Requirement, now: Stamp) {
        let mut said: Vec<(Slot, Entered)> = Vec::new();
        said.extend(self.requirement_answer(level, of).said().map(|(slot, said)| (slot.clone(), said.clone())));
        for (slot, mut said) in said {
            if let Some(wording) = said.wording_mut() {
                *wording = Wording::of_requirement(of);
            }
            self.answer_requirement(level, of, slot, Some(said), now);
        }
    }

    /// Deletes an entry by its place, such as one whose level or requirement is gone.
    pub fn forget_entry(&mut self, place: &Place, now: Stamp) {
        self.enter(place.clone(), None, now);
    }

    /// Brings back an entry that was deleted.
    pub fn bring_entry_back(&mut self, place: &Place, entered: Entered, now: Stamp) {
        self.enter(place.clone(), Some(entered), now);
    }

    fn evidence_ids_of(&self, level: &Level, of: &Requirement, skillset: &EntryId) -> Vec<EvidenceId> {
        let answer = self.requirement_answer(level, of);
        answer.skillset_evidence(skillset).map(|(id, _)| id.clone()).collect()
    }

    fn answer_requirement(&mut self, level: &Level, of: &Requirement, slot: Slot, said: Option<Entered>, now: Stamp) {
        self.move_entries(|place| {
            let Place::Requirement(_, _, slot) = place else { return None };
            let present = Place::Requirement(level.id.clone(), of.id.clone(), slot.clone());
            (place.is_about(level, of) && present != *place).then_some(present)
        });
        self.enter(Place::Requirement(level.id.clone(), of.id.clone(), slot), said, now);
    }

    fn enter(&mut self, place: Place, said: Option<Entered>, now: Stamp) {
        let now = now.after(self.cleared);
        let mut entry = self.entered.remove(&place);
        set(&mut entry, said, now);
        self.entered.extend(entry.map(|entry| (place, entry)));
    }

    /// Moves entries to where they stand now.
    fn move_entries(&mut self, moved: impl Fn(&Place) -> Option<Place>) {
        let mut ways: Vec<(Place, Place)> = Vec::new();
        ways.extend(self.entered.keys().filter_map(|place| Some((place.clone(), moved(place)?))));
        for (from, to) in ways {
            let former = self.entered.remove(&from);
            let mut entry = self.entered.remove(&to);
            merge(&mut entry, former.as_ref());
            self.entered.extend(entry.map(|entry| (to, entry)));
        }
    }
}
