//! What evidence of an assessment is for: an expectation, a requirement, or a skillset that the user names for one.

use rungs_core::assessment::{EntryId, Evidence, EvidenceId, RequirementAnswer, Wording};
use rungs_view::prelude::*;

use super::desk::Desk;
use super::requirements::Asked;
use crate::components::evidence::{Drawer, Shelf};

/// Where evidence for something of an assessment stands.
#[derive(Clone, Copy)]
pub enum AnswerShelf {
    /// For an expectation, given by its index.
    Expectation(Desk, usize),
    /// For a requirement.
    Requirement(Asked),
    /// For a skillset of a requirement.
    Skillset(Asked, StoredValue<EntryId>),
}

impl AnswerShelf {
    fn of_requirement<'a>(self, answer: &RequirementAnswer<'a>) -> Vec<(&'a EvidenceId, &'a Evidence)> {
        match self {
            Self::Skillset(_, id) => id.with_value(|id| answer.skillset_evidence(id).collect()),
            Self::Expectation(..) | Self::Requirement(_) => answer.evidence().collect(),
        }
    }
}

impl Drawer for AnswerShelf {
    fn piece(&self, id: &EvidenceId) -> Option<Evidence> {
        match *self {
            Self::Expectation(desk, index) => desk.with_answer(index, |answer| answer.evidence_of(id).cloned()),
            Self::Requirement(asked) | Self::Skillset(asked, _) => asked.with_answer(|answer| {
                let found = self.of_requirement(answer).into_iter().find(|(other, _)| *other == id);
                found.map(|(_, piece)| piece.clone())
            }),
        }
    }

    fn set(&self, id: &EvidenceId, piece: Option<Evidence>) {
        match *self {
            Self::Expectation(desk, index) => desk.change_answer(index, |saved, expectation, now| match piece {
                Some(piece) => saved.put_evidence(expectation, id, piece, now),
                None => saved.remove_evidence(expectation, id, now),
            }),
            Self::Requirement(asked) => asked.change(|saved, level, requirement, now| {
                saved.set_requirement_evidence(level, requirement, None, id, piece, now);
            }),
            Self::Skillset(asked, skillset) => asked.change(|saved, level, requirement, now| {
                skillset.with_value(|skillset| {
                    saved.set_requirement_evidence(level, requirement, Some(skillset), id, piece, now);
                });
            }),
        }
    }

    fn wording(&self) -> Wording {
        match *self {
            Self::Expectation(desk, index) => desk.with_expectation(index, |of| Wording::of(&of.text)),
            Self::Requirement(asked) | Self::Skillset(asked, _) => asked.wording(),
        }
    }
}

impl Shelf for AnswerShelf {
    fn pieces(&self) -> Vec<EvidenceId> {
        match *self {
            Self::Expectation(desk, index) => {
                desk.with_answer(index, |answer| answer.evidence().into_iter().map(|(id, _)| id.clone()).collect())
            }
            Self::Requirement(asked) | Self::Skillset(asked, _) => asked.with_answer(|answer| {
                let mut pieces: Vec<(&EvidenceId, &Evidence)> = Vec::new();
                for piece in self.of_requirement(answer) {
                    pieces.insert(pieces.partition_point(|(_, other)| other.date > piece.1.date), piece);
                }
                pieces.into_iter().map(|(id, _)| id.clone()).collect()
            }),
        }
    }

    fn add_button(&self) -> String {
        match *self {
            Self::Expectation(desk, index) => desk.with_expectation(index, |of| format!("add-{}", of.id)),
            Self::Requirement(asked) => asked.element("evidence"),
            Self::Skillset(_, skillset) => skillset.with_value(|id| format!("evidence-{}", id.as_str())),
        }
    }

    fn of_future(&self) -> &'static str {
        match self {
            Self::Expectation(..) => "This day is in the future. Give the day on which it happened.",
            Self::Requirement(_) | Self::Skillset(..) => "This day is in the future: it counts from that day on.",
        }
    }
}
