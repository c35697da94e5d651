//! What was found about a target, in words that the page can keep.

use rungs_core::assessment::{Assessment, Tally};
use rungs_core::case::{Basis, Checked, Finding, ReviewStep, State, Time, TimeDoubt, evaluate};
use rungs_core::date::Date;
use rungs_core::ladder::{Ladder, Level};

/// What was found about one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether it is met; `None` where it is not asked of the user.
    pub state: Option<State>,
    /// The reason, as a sentence.
    pub reason: String,
    /// Whether the user's dates would tell more.
    pub wants_dates: bool,
    /// What it asked when it was answered, where it asks something else today.
    pub reworded: Option<String>,
    /// The same of each alternative.
    pub branches: Vec<Found>,
}

/// What was found about the requirements of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// Of each requirement, in the ladder's order.
    pub found: Vec<Found>,
    /// Where things are with the review by peers, as a sentence.
    pub review: String,
    /// Whether the review may be requested, or is under way: then the case is what it needs.
    pub wants_case: bool,
}

impl Found {
    fn of(checked: &Checked) -> Self {
        let finding = &checked.finding;
        let is_asked = finding.basis() != Some(Basis::NotAsked);
        Self {
            state: is_asked.then(|| finding.state()),
            reason: format!("{finding}."),
            wants_dates: matches!(finding, Finding::Time(Time { doubt: Some(TimeDoubt::NoDates), .. })),
            reworded: checked.reworded.map(|wording| wording.text.clone()),
            branches: checked.branches.iter().map(Self::of).collect(),
        }
    }
}

impl Results {
    /// What is found about a target on a day.
    pub fn of(ladder: &Ladder, target: &Level, saved: &Assessment, today: Date) -> Self {
        let checked = evaluate(ladder, target, saved, today);
        let review = ReviewStep::of(&checked);
        Self {
            found: checked.iter().map(Found::of).collect(),
            wants_case: matches!(review, ReviewStep::MayBeRequested | ReviewStep::UnderWay),
            review: review.to_string(),
        }
    }

    /// "2 met, 1 not met, 3 not known", of what is asked of the user.
    pub fn in_words(&self) -> String {
        let count = |state| self.found.iter().filter(|found| found.state == Some(state)).count();
        let [met, not_met, not_known] = [State::Met, State::NotMet, State::NotKnown].map(count);
        format!("{met} met, {not_met} not met, {not_known} not known")
    }
}

/// "4 expectations have no evidence."; nothing where nothing is asked.
pub fn evidence_in_words(tally: &Tally) -> String {
    match tally.without_evidence() {
        0 if tally.asked == 0 => String::new(),
        0 => "Every expectation has evidence.".to_owned(),
        1 => "1 expectation has no evidence.".to_owned(),
        several => format!("{several} expectations have no evidence."),
    }
}
