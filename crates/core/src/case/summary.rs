//! A target as a whole: what is met, what is not, what is not known. Lists and sentences, never a score.

use std::fmt;

use super::evaluate::{Checked, evaluate};
use super::finding::{Finding, State};
use crate::assessment::{Assessment, Figure, Rating, answer_to};
use crate::date::Date;
use crate::ladder::{Expectation, Ladder, Level, Measure, Rule, RuleSubject};

/// A target held against what was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary<'a> {
    /// The requirements, in the ladder's order.
    pub requirements: Vec<Checked<'a>>,
    /// Where things are with the review by peers.
    pub review: ReviewStep,
    /// What the target expects and can be rated, in the order of the competencies.
    pub expectations: Vec<Expected<'a>>,
    /// The ladder's rules on waivers for the target.
    pub waivers: Vec<&'a Rule>,
    /// The ladder's rules on who may start a review.
    pub starting_review: Vec<&'a Rule>,
}

/// Where things are with the review by peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewStep {
    /// The target asks for none.
    NotAsked,
    /// Other requirements are not met, or not known.
    Later,
    /// All but the review is met.
    MayBeRequested,
    /// Its outcome is open.
    UnderWay,
    /// It is met.
    Met,
}

/// An expectation of the target, and what the user said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The expectation.
    pub expectation: &'a Expectation,
    /// The rating.
    pub rating: Option<Rating>,
    /// Whether there is evidence.
    pub has_evidence: bool,
    /// The user's own figure. It stands when the ladder takes its measure away.
    pub figure: Option<Figure>,
}

impl<'a> Summary<'a> {
    /// The summary of a target, as it is on that day.
    pub fn of(ladder: &'a Ladder, target: &'a Level, assessment: &'a Assessment, today: Date) -> Self {
        let requirements = evaluate(ladder, target, assessment, today);
        let assessed = ladder.holdings(target).map(|held| held.expectation).filter(|expected| expected.assessed);
        Self {
            review: ReviewStep::of(&requirements),
            requirements,
            expectations: assessed.map(|expected| Expected::of(expected, assessment)).collect(),
            waivers: ladder.rules_about(RuleSubject::Waiver, &target.id).collect(),
            starting_review: ladder.rules_about(RuleSubject::StartingReview, &target.id).collect(),
        }
    }

    /// The requirements in one state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &Checked<'a>> {
        self.requirements.iter().filter(move |checked| checked.state() == state)
    }

    /// The expectations without any evidence.
    pub fn without_evidence(&self) -> impl Iterator<Item = &'a Expectation> {
        self.expectations.iter().filter(|expected| !expected.has_evidence).map(|expected| expected.expectation)
    }
}

impl ReviewStep {
    /// Where things are by what was found about the requirements of a target.
    pub fn of(requirements: &[Checked]) -> Self {
        let mut reviews = requirements.iter().filter(|checked| checked.is_review()).peekable();
        if reviews.peek().is_none() {
            return Self::NotAsked;
        }
        let Some(open) = reviews.find(|checked| checked.state() != State::Met) else { return Self::Met };
        let mut others = requirements.iter().filter(|checked| !checked.is_review());
        if matches!(open.finding, Finding::ReviewPending(_)) {
            Self::UnderWay
        } else if others.all(|checked| checked.state() == State::Met) {
            Self::MayBeRequested
        } else {
            Self::Later
        }
    }
}

impl<'a> Expected<'a> {
    fn of(expectation: &'a Expectation, assessment: &Assessment) -> Self {
        let answer = answer_to(assessment, expectation);
        Self {
            expectation,
            rating: answer.rating(),
            has_evidence: answer.has_evidence(),
            figure: answer.figure().cloned(),
        }
    }

    /// The user's figure with the bar that the ladder sets, and whether it is reached.
    pub fn against_bar(&self) -> Option<(&Figure, &'a Measure, bool)> {
        let (figure, measure) = (self.figure.as_ref()?, self.expectation.measure.as_ref()?);
        Some((figure, measure, measure.bound.holds(figure.value)))
    }

    /// "82.5 % from 1 January 2026 to 30 June 2026; the ladder asks for 90 %: not reached", if there is a figure.
    pub fn figure_sentence(&self) -> Option<String> {
        let (figure, measure, is_reached) = self.against_bar()?;
        let reached = if is_reached { "reached" } else { "not reached" };
        Some(format!(
            "{} from {} to {}; the ladder asks for {}: {reached}",
            measure.in_unit(figure.value),
            figure.from.long(),
            figure.until.long(),
            measure.figure()
        ))
    }
}

impl fmt::Display for ReviewStep {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::NotAsked => "No review by peers is asked.",
            Self::Later => "A review may be requested when all other requirements are met.",
            Self::MayBeRequested => "All requirements but the peer review are met: a review may be requested.",
            Self::UnderWay => "The outcome of the review is open.",
            Self::Met => "The peer review is met.",
        })
    }
}
