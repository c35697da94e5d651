//! What a new version of a ladder makes of the answers: carried over, reworded, new, retired.

use super::version_state::Answered;
use crate::assessment::{Assessment, Choice, Fingerprint, Wording, answer_to, choice, questions, retired};
use crate::ladder::{Called, Expectation, ExpectationId, Ladder, LevelId, Version};

/// What this version of the ladder makes of the answers. Indices are into [`Ladder::expectations`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Migration {
    /// The version that was answered; `None` where it was not written down.
    pub from: Option<Version>,
    /// The answers to what says the same, letter by letter.
    pub carried: Vec<usize>,
    /// The answers to what is worded otherwise now. They stand as they are.
    pub reworded: Vec<Reworded>,
    /// What the target asks, or without a target any level, and the answered version did not know; `None` where
    /// nobody can tell.
    pub new: Option<Vec<usize>>,
    /// How many expectations are new besides, at levels that are not worked toward.
    pub new_elsewhere: usize,
    /// The answers to what is no longer there and was in the answered version.
    pub retired: Vec<ExpectationId>,
    /// The present level or the target, where the ladder no longer has it.
    pub levels_gone: Vec<LevelId>,
    /// How many entries for requirements are about something that is no longer there.
    pub entries_retired: usize,
}

/// An answer to what is worded otherwise now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// Index into [`Ladder::expectations`].
    pub expectation: usize,
    /// The wording that was answered.
    pub before: Wording,
}

impl Migration {
    /// Holds the answers against the ladder as it is.
    pub fn of(ladder: &Ladder, assessment: &Assessment, answered: Option<&Answered>) -> Self {
        let mut found = Self { from: answered.and_then(|answered| answered.version), ..Self::default() };
        for (index, expectation) in ladder.expectations.iter().enumerate() {
            let answer = answer_to(assessment, expectation);
            match answer.wording() {
                Some(before) if before.fingerprint != Fingerprint::of(&expectation.text) => {
                    found.reworded.push(Reworded { expectation: index, before: before.clone() });
                }
                Some(_) => found.carried.push(index),
                None => {}
            }
        }
        found.find_new(ladder, assessment, answered);
        let known = |id: &ExpectationId| answered.is_none_or(|answered| answered.may_have_known(id));
        let gone = retired(ladder, assessment).into_iter().map(|gone| gone.id);
        found.retired = gone.filter(|id| known(id)).cloned().collect();
        let levels = [assessment.present(), assessment.target()];
        let gone = |level| if let Choice::Gone(id) = choice(ladder, level) { Some(id.clone()) } else { None };
        found.levels_gone = levels.into_iter().filter_map(gone).collect();
        found.levels_gone.dedup();
        found.entries_retired = assessment.retired_entries(ladder).len();
        found
    }

    fn find_new(&mut self, ladder: &Ladder, assessment: &Assessment, answered: Option<&Answered>) {
        let Some(answered) = answered.filter(|answered| answered.version.is_some()) else { return };
        let target = choice(ladder, assessment.target()).level();
        let asked = target.map(|target| questions(ladder, None, target));
        let is_asked = |index: usize| {
            asked.as_ref().is_none_or(|asked| asked.iter().any(|question| question.expectation == index))
        };
        let mut new = Vec::new();
        for (index, expectation) in ladder.expectations.iter().enumerate() {
            if expectation.assessed && !answered.knew(expectation) {
                if is_asked(index) { new.push(index) } else { self.new_elsewhere += 1 }
            }
        }
        self.new = Some(new);
    }

    /// Whether no answer is touched: all are carried over, and nothing is gone.
    pub fn touches_nothing(&self) -> bool {
        let is_gone = !self.retired.is_empty() || !self.levels_gone.is_empty() || self.entries_retired > 0;
        self.reworded.is_empty() && !is_gone
    }
}

impl Answered {
    /// Whether the answered version had that expectation, under whatever id.
    fn knew(&self, expectation: &Expectation) -> bool {
        expectation.ids().any(|id| self.known.contains(id))
    }

    /// Whether the answered version had an expectation of that id, as far as can be told.
    fn may_have_known(&self, id: &ExpectationId) -> bool {
        self.version.is_none() || self.known.contains(id)
    }
}
