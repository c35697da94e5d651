//! What a win can be attached to: what the target asks, and the skillsets that the ladder or the user names for it.

use crate::assessment::{Assessment, Entered, EvidencePlace, Place, Slot, Wording, choice, questions};
use crate::ladder::{Called, Expectation, Ladder, Level, Requirement, Skillsets};
use crate::record::EntryId;

use super::Showing;

/// Something that a win can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where it then is evidence.
    pub place: EvidencePlace,
    /// What it then shows, in words.
    pub text: String,
    /// The statement as it is worded now.
    pub wording: Wording,
}

/// Choices of one kind: of a competency, or skillsets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The name of the competency; `None` for skillsets.
    pub competency: Option<String>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// What a win can be attached to on a ladder, competency by competency, then skillsets; nothing without a target. What
/// it shows already stands at the place where it shows it.
pub fn choices(ladder: &Ladder, assessment: &Assessment, win: &EntryId, shown: &[Showing]) -> Vec<Choices> {
    let Some(target) = choice(ladder, assessment.target()).level() else { return Vec::new() };
    let mut groups: Vec<Choices> = Vec::new();
    let asked = questions(ladder, None, target);
    for (place, competency) in ladder.competencies.iter().enumerate() {
        let of_it = asked.iter().filter(|question| question.competency == place);
        let mut choices = Vec::new();
        choices.extend(of_it.map(|question| for_expectation(&ladder.expectations[question.expectation], shown)));
        groups.push(Choices { competency: Some(competency.name.clone()), choices });
    }
    let mut skillsets = of_ladder(target, win, shown);
    skillsets.extend(of_user(assessment, target, win));
    groups.push(Choices { competency: None, choices: skillsets });
    groups.retain(|group| !group.choices.is_empty());
    groups
}

/// Under the id under which it is shown already, or the present one.
fn for_expectation(expectation: &Expectation, shown: &[Showing]) -> Choice {
    let is_its = |place: &EvidencePlace| match place {
        EvidencePlace::Expectation(id) => expectation.is_called(id),
        EvidencePlace::Requirement(_) => false,
    };
    let there = shown.iter().map(|shown| &shown.place).find(|place| is_its(place));
    let place = there.cloned().unwrap_or_else(|| EvidencePlace::Expectation(expectation.id.clone()));
    Choice { place, text: expectation.text.clone(), wording: Wording::of(&expectation.text) }
}

/// The skillsets that the ladder names: what shows one stands with the requirement that asks for it.
fn of_ladder(target: &Level, win: &EntryId, shown: &[Showing]) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (of, skillsets) in target.requirements.iter().flat_map(Requirement::masteries) {
        if let Skillsets::Named(name) = skillsets {
            let place = evidence_place(target, of, win, shown);
            choices.push(Choice { place, text: name.clone(), wording: Wording::of_requirement(of) });
        }
    }
    choices
}

/// Where a win is evidence for a requirement: where it is already, under whatever ids, or under the present ones.
fn evidence_place(target: &Level, of: &Requirement, win: &EntryId, shown: &[Showing]) -> EvidencePlace {
    let slot = Slot::Evidence(win.into());
    let is_its = |place: &EvidencePlace| match place {
        EvidencePlace::Requirement(Place::Requirement(level, id, other)) => {
            target.is_called(level) && of.is_called(id) && *other == slot
        }
        _ => false,
    };
    let there = shown.iter().map(|shown| &shown.place).find(|place| is_its(place)).cloned();
    let present = || EvidencePlace::Requirement(Place::Requirement(target.id.clone(), of.id.clone(), slot.clone()));
    there.unwrap_or_else(present)
}

/// The skillsets that the user names.
fn of_user(assessment: &Assessment, target: &Level, win: &EntryId) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (place, entered) in assessment.entered() {
        let (Place::Requirement(level, of, Slot::Skillset(id)), Entered::Skillset(skillset)) = (place, entered) else {
            continue;
        };
        if target.is_called(level) {
            let slot = Slot::SkillsetEvidence(id.clone(), win.into());
            let place = EvidencePlace::Requirement(Place::Requirement(level.clone(), of.clone(), slot));
            choices.push(Choice { place, text: skillset.name.clone(), wording: skillset.wording.clone() });
        }
    }
    choices
}
