//! The assessment of one ladder: its state, its changes, and the merging of two states.

use std::collections::BTreeMap;

use super::answer::{Answer, Evidence, EvidenceId, Rated, Rating, Wording};
use super::entered::{Entered, Place};
use super::figure::Figure;
use super::json::restamp_others;
use crate::ladder::{Expectation, ExpectationId, LevelId};
use crate::record::{Extra, Others, Register, Stamp, merge, merge_all, set};

/// The assessment of one ladder.
///
/// Invariant: no entry is older than, or as old as, the moment at which everything was cleared, and
/// no answer is without an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    pub(super) cleared: Stamp,
    pub(super) present: Option<Register<LevelId>>,
    pub(super) target: Option<Register<LevelId>>,
    pub(super) answers: BTreeMap<ExpectationId, Answer>,
    pub(super) entered: BTreeMap<Place, Register<Entered>>,
    pub(super) others: Others,
}

impl Assessment {
    /// How long the mark of a deletion is kept, in milliseconds: 400 days, so that a backup of a year
    /// ago brings nothing back that was deleted since.
    pub const DELETIONS_KEPT: u64 = 400 * 24 * 60 * 60 * 1000;

    /// The user's present level.
    pub fn present(&self) -> Option<&LevelId> {
        self.present.as_ref()?.get()
    }

    /// The level that the user works toward.
    pub fn target(&self) -> Option<&LevelId> {
        self.target.as_ref()?.get()
    }

    /// What was answered to the expectation of that id. Former ids: see [`super::answer_to`].
    pub fn answer(&self, id: &ExpectationId) -> Option<&Answer> {
        self.answers.get(id)
    }

    /// All answers that say something.
    pub fn answers(&self) -> impl Iterator<Item = (&ExpectationId, &Answer)> {
        self.answers.iter().filter(|(_, answer)| !answer.is_blank())
    }

    /// Whether it says nothing: no levels, no answers and nothing for requirements. It may hold marks of deletion.
    pub fn is_blank(&self) -> bool {
        let has_entries = self.answers().next().is_some() || self.entered().next().is_some();
        self.present().is_none() && self.target().is_none() && !has_entries && self.others.is_empty()
    }

    /// The moment of the last change; the beginning of 1970 where there was none.
    pub fn latest(&self) -> Stamp {
        self.stamps().fold(self.cleared, Stamp::max)
    }

    /// The moments of all its changes, but for that at which all was cleared.
    pub(super) fn stamps(&self) -> impl Iterator<Item = Stamp> {
        let others = self.others.values().map(Register::changed);
        self.entry_stamps().chain(self.answers.values().flat_map(Answer::stamps)).chain(others)
    }

    /// The moments of the changes of the levels, and of what is entered for requirements.
    pub(super) fn entry_stamps(&self) -> impl Iterator<Item = Stamp> {
        let levels = [&self.present, &self.target].into_iter().flatten().map(Register::changed);
        levels.chain(self.entered.values().map(Register::changed))
    }

    /// Sets or clears the present level.
    pub fn set_present(&mut self, level: Option<LevelId>, now: Stamp) {
        set(&mut self.present, level, now.after(self.cleared));
    }

    /// Sets or clears the target level.
    pub fn set_target(&mut self, level: Option<LevelId>, now: Stamp) {
        set(&mut self.target, level, now.after(self.cleared));
    }

    /// Rates an expectation, as it is worded now, or takes the rating back.
    pub fn rate(&mut self, expectation: &Expectation, rating: Option<Rating>, now: Stamp) {
        let wording = || Wording::of(&expectation.text);
        let rated = rating.map(|rating| Rated { rating, wording: wording(), extra: Extra::new() });
        let now = now.after(self.cleared);
        self.edit(expectation, |answer| set(&mut answer.rating, rated, now));
    }

    /// Says that all that was answered to an expectation holds for it as it is worded now.
    pub fn confirm(&mut self, expectation: &Expectation, now: Stamp) {
        let now = now.after(self.cleared);
        self.edit(expectation, |answer| answer.reword(&Wording::of(&expectation.text), now));
    }

    /// Adds a piece of evidence, puts another in its place, or brings back one that was deleted.
    pub fn put_evidence(&mut self, of: &Expectation, id: &EvidenceId, evidence: Evidence, now: Stamp) {
        self.set_evidence(of, id, Some(evidence), now);
    }

    /// Deletes a piece of evidence.
    pub fn remove_evidence(&mut self, of: &Expectation, id: &EvidenceId, now: Stamp) {
        self.set_evidence(of, id, None, now);
    }

    /// Enters the user's own figure for what an expectation measures, or takes it back.
    pub fn set_figure(&mut self, of: &Expectation, figure: Option<Figure>, now: Stamp) {
        let now = now.after(self.cleared);
        self.edit(of, |answer| set(&mut answer.figure, figure, now));
    }

    fn set_evidence(&mut self, of: &Expectation, id: &EvidenceId, evidence: Option<Evidence>, now: Stamp) {
        let now = now.after(self.cleared);
        self.edit(of, |answer| {
            let mut slot = answer.evidence.remove(id);
            set(&mut slot, evidence, now);
            answer.evidence.extend(slot.map(|entry| (id.clone(), entry)));
        });
    }

    /// Changes the answer to an expectation, to which what was said under its former ids moves first.
    fn edit(&mut self, expectation: &Expectation, change: impl FnOnce(&mut Answer)) {
        let mut answer = self.answers.remove(&expectation.id).unwrap_or_default();
        for former in &expectation.former_ids {
            if let Some(moved) = self.answers.remove(former) {
                answer.merge(&moved);
            }
        }
        change(&mut answer);
        if !answer.is_hollow() {
            self.answers.insert(expectation.id.clone(), answer);
        }
    }

    /// Deletes all that was answered under an id, such as that of a retired expectation.
    pub fn forget(&mut self, id: &ExpectationId, now: Stamp) {
        if let Some(answer) = self.answers.get_mut(id) {
            let now = now.after(answer.stamps().fold(self.cleared, Stamp::max));
            set(&mut answer.rating, None, now);
            set(&mut answer.figure, None, now);
            for entry in answer.evidence.values_mut().filter(|entry| entry.value.is_some()) {
                *entry = Register::new(None, now);
            }
        }
    }

    /// Brings back what was answered under an id and deleted since.
    pub fn bring_back(&mut self, id: &ExpectationId, mut answer: Answer, now: Stamp) {
        let slot = self.answers.entry(id.clone()).or_default();
        let now = now.after(slot.stamps().fold(self.cleared, Stamp::max));
        answer.restamp(&|_| now);
        slot.merge(&answer);
    }

    /// Deletes everything, in this state and in every state with which it will be merged: what was
    /// entered until now is gone, here and there.
    pub fn clear(&mut self, now: Stamp) {
        let cleared = now.max(self.latest());
        *self = Self { cleared, ..Self::default() };
    }

    /// Puts another state in this one's place, in every state with which it will be merged.
    pub fn replace_with(&mut self, other: &Self, now: Stamp) {
        self.clear(now.max(other.latest()));
        let now = now.after(self.cleared);
        let mut restored = other.clone();
        restored.cleared = self.cleared;
        restored.restamp(&|_| now);
        *self = restored;
    }

    /// Moves the moments of change of all entries.
    pub(super) fn restamp(&mut self, moment: &dyn Fn(Stamp) -> Stamp) {
        for level in [&mut self.present, &mut self.target].into_iter().flatten() {
            level.restamp(moment);
        }
        restamp_others(&mut self.others, moment);
        self.entered.values_mut().for_each(|entry| entry.restamp(moment));
        self.answers.values_mut().for_each(|answer| answer.restamp(moment));
    }

    /// Takes over what the other says later. The result is the same whichever of two states takes over
    /// the other, in whatever order several are merged, and however often one is.
    pub fn merge(&mut self, other: &Self) {
        self.cleared = self.cleared.max(other.cleared);
        merge(&mut self.present, other.present.as_ref());
        merge(&mut self.target, other.target.as_ref());
        merge_all(&mut self.others, &other.others);
        merge_all(&mut self.entered, &other.entered);
        for (id, theirs) in &other.answers {
            match self.answers.get_mut(id) {
                Some(ours) => ours.merge(theirs),
                None => _ = self.answers.insert(id.clone(), theirs.clone()),
            }
        }
        let cleared = self.cleared;
        self.retain(|changed, _| changed > cleared);
    }

    /// Drops marks of deletion older than [`Self::DELETIONS_KEPT`]; where nothing is left, also that all was cleared.
    pub fn prune(&mut self, now: Stamp) {
        let oldest = Stamp::from_millis(now.millis().saturating_sub(Self::DELETIONS_KEPT));
        self.retain(|changed, is_set| is_set || changed >= oldest);
        if self.latest() < oldest && self.stamps().next().is_none() {
            self.cleared = Stamp::default();
        }
    }

    /// Keeps the entries that pass: they are shown their moment and whether they hold a value.
    pub(super) fn retain(&mut self, keep: impl Fn(Stamp, bool) -> bool) {
        for level in [&mut self.present, &mut self.target] {
            if level.as_ref().is_some_and(|entry| !keep(entry.changed, entry.value.is_some())) {
                *level = None;
            }
        }
        self.others.retain(|_, entry| keep(entry.changed, true));
        self.entered.retain(|_, entry| keep(entry.changed, entry.value.is_some()));
        self.answers.values_mut().for_each(|answer| answer.retain(&keep));
        self.answers.retain(|_, answer| !answer.is_hollow());
    }
}
